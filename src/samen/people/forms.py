"""Shape of what is known of a person."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samen.base import clock
from samen.base.dates import parse_birth_year
from samen.base.forms import DateInput, Segments, read_or_refuse
from samen.base.phones import to_e164
from samen.people.actions import Details
from samen.people.choices import Gender, Role
from samen.people.models import Person
from samen.places.postal import find


class DetailsForm(forms.Form):
    """Name, reach and place. One of phone and e-mail suffices (R10)."""

    given_name = forms.CharField(
        label=gettext_lazy("Voornaam"),
        max_length=80,
        help_text=gettext_lazy("Heeft iemand maar één naam? Schrijf hem hier."),
    )
    family_name = forms.CharField(label=gettext_lazy("Familienaam"), max_length=80, required=False)
    phone = forms.CharField(
        label=gettext_lazy("Telefoon"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
    )
    email = forms.EmailField(
        label=gettext_lazy("E-mail"),
        max_length=254,
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    gender = forms.ChoiceField(
        label=gettext_lazy("Man of vrouw"),
        required=False,
        choices=[("", gettext_lazy("niet gevraagd")), *Gender.choices],
        widget=Segments,
    )
    birth_year = forms.CharField(
        label=gettext_lazy("Geboren in"),
        max_length=10,
        required=False,
        help_text=gettext_lazy("Een jaartal, bijvoorbeeld 1984."),
    )
    postal_code = forms.CharField(
        label=gettext_lazy("Postcode"),
        max_length=10,
        required=False,
        help_text=gettext_lazy("Alleen voor de afstand. Een straat is niet nodig."),
    )

    def clean_phone(self) -> str:
        """The number in international form."""
        return read_or_refuse(
            self.cleaned_data["phone"],
            to_e164,
            _("‘%(text)s’ is geen telefoonnummer. Kijk het na: 0470 12 34 56 of +32 470 12 34 56."),
        )

    def clean_birth_year(self) -> int | None:
        """The year."""
        text: str = self.cleaned_data["birth_year"].strip()
        if not text:
            return None
        try:
            year = parse_birth_year(text, clock.today())
        except ValueError:
            year = 0
        if not clock.today().year - 110 <= year <= clock.today().year - 12:
            raise forms.ValidationError(
                _("‘%(text)s’ is geen geboortejaar. Schrijf het met vier cijfers."), params={"text": text}
            )
        return year

    def clean_postal_code(self) -> str:
        """A code that exists."""
        code: str = self.cleaned_data["postal_code"].strip()
        if code and find(code) is None:
            raise forms.ValidationError(
                _("Postcode ‘%(code)s’ bestaat niet. Kijk ze na."), params={"code": code}
            )
        return code

    def clean(self) -> dict[str, Any]:
        """At least one way to reach somebody."""
        cleaned = super().clean() or {}
        asked = {"phone", "email"} - set(self.errors)
        if asked == {"phone", "email"} and not cleaned.get("phone") and not cleaned.get("email"):
            self.add_error(
                "phone", _("Vul een telefoonnummer of een e-mailadres in. Anders kan je niemand bereiken.")
            )
        return cleaned

    def details(self) -> Details:
        """The checked details, with the place that belongs to the postal code."""
        cleaned = self.cleaned_data
        place = find(cleaned["postal_code"])
        return Details(**cleaned, place=place.name if place else "")

    @staticmethod
    def initial_of(person: Person) -> dict[str, Any]:
        """What is known already."""
        return {name: getattr(person, name) for name in DetailsForm.base_fields}


class PartForm(forms.Form):
    """As what, and since when."""

    role = forms.ChoiceField(label=gettext_lazy("Wordt"), choices=Role.choices, widget=Segments)
    registered_on = forms.DateField(label=gettext_lazy("Aangemeld op"), widget=DateInput)

    def clean_registered_on(self) -> Any:
        """Not in the future."""
        day = self.cleaned_data["registered_on"]
        if day > clock.today():
            raise forms.ValidationError(_("Die dag moet nog komen. Kies vandaag of een dag die voorbij is."))
        return day


class AgainForm(forms.Form):
    """As what somebody who is known takes part again (R102)."""

    role = forms.ChoiceField(label=gettext_lazy("Doet mee als"), choices=Role.choices, widget=Segments)


class RemarkForm(forms.Form):
    """What the coordinator must remember."""

    remark = forms.CharField(
        label=gettext_lazy("Opmerking"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy(
            "Schrijf niets over gezondheid, geloof, afkomst of politiek. De persoon mag dit lezen."
        ),
    )
