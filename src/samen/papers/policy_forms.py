"""Shape of an insurance policy."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samen.base.forms import DateInput, Segments
from samen.papers.choices import Arranged
from samen.papers.models import LONGEST_CONTACT, LONGEST_INSURER, LONGEST_NUMBER, Policy
from samen.papers.policy_actions import Insured


class PolicyForm(forms.Form):
    """Who insures whom, from when until when."""

    arranged_by = forms.ChoiceField(
        label=gettext_lazy("Wie heeft de verzekering?"), choices=Arranged.choices, widget=Segments
    )
    insurer = forms.CharField(label=gettext_lazy("Verzekeraar"), max_length=LONGEST_INSURER)
    number = forms.CharField(label=gettext_lazy("Polisnummer"), max_length=LONGEST_NUMBER, required=False)
    starts_on = forms.DateField(label=gettext_lazy("Geldig van"), widget=DateInput)
    ends_on = forms.DateField(
        label=gettext_lazy("Geldig tot en met"),
        required=False,
        widget=DateInput,
        help_text=gettext_lazy("Leeg: zij loopt door tot iemand ze stopt."),
    )
    covers_liability = forms.BooleanField(
        label=gettext_lazy("Burgerlijke aansprakelijkheid van de coaches"),
        help_text=gettext_lazy("De wet verplicht dit voor vrijwilligers."),
        required=False,
        initial=True,
    )
    covers_accidents = forms.BooleanField(
        label=gettext_lazy("Lichamelijke ongevallen van de coaches"), required=False
    )
    covers_newcomers = forms.BooleanField(
        label=gettext_lazy("Ook de nieuwkomers"),
        help_text=gettext_lazy("Dit mag, het is niet verplicht."),
        required=False,
    )
    claims = forms.CharField(
        label=gettext_lazy("Wat doe je bij schade?"),
        max_length=LONGEST_CONTACT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("Bijvoorbeeld: bel de makelaar binnen acht dagen, 09 123 45 67."),
    )

    def clean(self) -> dict[str, Any]:
        """The end comes after the start."""
        cleaned = super().clean() or {}
        first, last = cleaned.get("starts_on"), cleaned.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", _("De verzekering eindigt voor zij begint. Kijk de twee dagen na."))
        return cleaned

    def insured(self) -> Insured:
        """The checked policy."""
        return Insured(**self.cleaned_data)


def policy_initial(policy: Policy) -> dict[str, Any]:
    """What the form shows of a policy."""
    return {name: getattr(policy, name) for name in PolicyForm.base_fields}
