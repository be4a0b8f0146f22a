"""Shape of what is noted about a pair and a proposal."""

from datetime import datetime

from django import forms
from django.utils.translation import gettext_lazy as _

from samen.base.clock import BRUSSELS
from samen.base.forms import DateInput, Segments, TimeInput
from samen.matching.choices import Answer
from samen.matching.models import LONGEST_PLACE


class FeelingForm(forms.Form):
    """The coordinator's gut feeling: in words, and how much it counts (R33)."""

    note = forms.CharField(
        label=_("Jouw buikgevoel"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Alleen jij en jouw collega’s lezen dit, en de twee als zij het vragen."),
    )
    bonus = forms.TypedChoiceField(
        label=_("Telt dit mee?"),
        coerce=int,
        widget=Segments,
        initial=0,
        choices=[
            (-4, _("liever niet")),
            (-2, _("ik twijfel")),
            (0, _("telt niet mee")),
            (2, _("ik zie het zitten")),
            (4, _("zeker doen")),
        ],
    )


class AnswerForm(forms.Form):
    """What one of the two said."""

    answer = forms.ChoiceField(label=_("Antwoord"), choices=Answer.choices, widget=Segments)


class FirstMeetingForm(forms.Form):
    """When and where the two see each other for the first time."""

    day = forms.DateField(label=_("Welke dag?"), widget=DateInput)
    time = forms.TimeField(label=_("Hoe laat?"), widget=TimeInput)
    where = forms.CharField(
        label=_("Waar?"),
        max_length=LONGEST_PLACE,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text=_("Een neutrale plek, niet bij iemand thuis. Leeg: bij ons."),
    )
    tell = forms.BooleanField(
        label=_("Stuur allebei een bericht in hun taal, voor in hun agenda"), required=False, initial=True
    )

    @property
    def at(self) -> datetime:
        """The moment, in Brussels."""
        return datetime.combine(self.cleaned_data["day"], self.cleaned_data["time"], BRUSSELS)
