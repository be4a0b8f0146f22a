"""Shape of what is noted about a pair and a proposal."""

from django import forms
from django.utils.translation import gettext_lazy as _

from samen.base.forms import Segments
from samen.matching.choices import Answer


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
