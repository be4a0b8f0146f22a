"""Shape of what an administrator notes about a rule: what the source says, from when, where it stands."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from samen.base.forms import DateInput, Segments
from samen.rulebook.actions import Said
from samen.rulebook.choices import Confidence, Key, Unit
from samen.rulebook.models import Rule
from samen.rulebook.rules import ABOUT, LONGEST_ADDRESS, LONGEST_SOURCE, LONGEST_WORDS


class RuleForm(forms.Form):
    """A number or words, its days, and the source."""

    value = forms.DecimalField(
        max_digits=12,
        decimal_places=4,
        localize=True,
        widget=forms.TextInput(attrs={"class": "short", "inputmode": "decimal", "autocomplete": "off"}),
    )
    words = forms.CharField(
        label=gettext_lazy("Wat zegt de bron?"),
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    valid_from = forms.DateField(
        label=gettext_lazy("Geldt vanaf"), widget=DateInput(attrs={"class": "middle"})
    )
    valid_to = forms.DateField(
        label=gettext_lazy("Geldt tot en met"),
        help_text=gettext_lazy("Laat leeg zolang er geen einde bekend is."),
        required=False,
        widget=DateInput(attrs={"class": "middle"}),
    )
    source = forms.CharField(
        label=gettext_lazy("Waar staat dit?"),
        help_text=gettext_lazy("Bijvoorbeeld: RVA, infoblad E39."),
        max_length=LONGEST_SOURCE,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    address = forms.URLField(
        label=gettext_lazy("Webadres van de bron"),
        max_length=LONGEST_ADDRESS,
        required=False,
        assume_scheme="https",
        widget=forms.URLInput(attrs={"dir": "ltr", "autocomplete": "off"}),
    )
    verified_on = forms.DateField(
        label=gettext_lazy("Wanneer las je dit?"), widget=DateInput(attrs={"class": "middle"})
    )
    confidence = forms.ChoiceField(
        label=gettext_lazy("Hoe zeker is het?"), choices=Confidence.choices, widget=Segments
    )

    def __init__(self, *args: Any, key: Key, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        about = ABOUT[key]
        del self.fields["value" if about.is_words else "words"]
        if not about.is_words:
            self.fields["value"].label = Unit(about.unit).label.capitalize()

    @property
    def said(self) -> Said:
        """What was filled in."""
        return Said(**self.cleaned_data)


def as_initial(rule: Rule) -> dict[str, Any]:
    """A row as the form shows it again."""
    return {name: getattr(rule, name) for name in RuleForm.base_fields} | {
        "value": None if rule.value is None else rule.value.normalize()
    }
