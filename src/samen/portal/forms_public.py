"""Shape of what a participant fills in."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samen.base.forms import Cards, DateInput
from samen.duos.choices import TookInitiative
from samen.people.choices import Role


class CodeForm(forms.Form):
    """The code from the paper."""

    code = forms.CharField(
        label=_("Code"),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "dir": "ltr"}),
    )


class DayForm(forms.Form):
    """Another day."""

    day = forms.DateField(label=_("Welke dag?"), widget=DateInput)


class MoreForm(forms.Form):
    """What they did and who asked; it may stay empty."""

    activity = forms.CharField(
        label=_("Wat deden jullie?"),
        max_length=200,
        required=False,
        help_text=_("Bijvoorbeeld: wandelen, koken, naar de bib."),
    )
    minutes = forms.TypedChoiceField(
        label=_("Hoe lang?"),
        coerce=int,
        widget=Cards,
        choices=[(60, _("1 uur")), (90, _("1 uur en half")), (120, _("2 uur")), (180, _("3 uur of meer"))],
    )
    who = forms.ChoiceField(label=_("Wie vroeg om af te spreken?"), required=False, widget=Cards)

    def __init__(self, *args: Any, role: str, partner: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        mine, theirs = (
            (TookInitiative.NEWCOMER, TookInitiative.COACH)
            if role == Role.NEWCOMER
            else (TookInitiative.COACH, TookInitiative.NEWCOMER)
        )
        self.fields["who"].choices = [  # type: ignore[attr-defined]
            (mine, _("Ik")),
            (theirs, partner),
            (TookInitiative.TOGETHER, _("Wij samen")),
        ]
