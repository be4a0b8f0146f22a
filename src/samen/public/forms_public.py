"""The questions of a registration: one a page, each asked only because the first talk needs it."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samen.base import languages
from samen.base.emails import check_email
from samen.base.forms import Cards, read_or_refuse
from samen.base.phones import to_e164
from samen.intake.forms import AvailabilityInput
from samen.outreach.heard import HeardFrom
from samen.places.postal import find

LONGEST_NAME = 80


class Question(forms.Form):
    """One page: its question, a word of help, and why we ask."""

    title: Any = ""
    help: Any = ""
    why: Any = ""


class NameQuestion(Question):
    """Names as people have them: one name is fine."""

    title = gettext_lazy("Hoe heet je?")
    help = gettext_lazy("Heb je maar één naam? Dat is goed.")
    given_name = forms.CharField(
        label=gettext_lazy("Voornaam"),
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
        error_messages={"required": gettext_lazy("Schrijf hier jouw naam.")},
    )
    family_name = forms.CharField(
        label=gettext_lazy("Familienaam"),
        max_length=LONGEST_NAME,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "family-name"}),
    )

    def clean_given_name(self) -> str:
        """A name has a letter in it."""
        return _name(self.cleaned_data["given_name"])

    def clean_family_name(self) -> str:
        """So has a second one."""
        text: str = self.cleaned_data["family_name"]
        return _name(text) if text.strip() else ""


def _name(text: str) -> str:
    """One line with single spaces."""
    name = " ".join(text.split())
    if not any(letter.isalpha() for letter in name):
        raise forms.ValidationError(_("Schrijf jouw naam met letters."))
    return name


class ReachQuestion(Question):
    """A telephone or an e-mail: one of the two is enough (R10)."""

    title = gettext_lazy("Hoe kunnen wij jou bereiken?")
    help = gettext_lazy("Eén van de twee is genoeg.")
    why = gettext_lazy("Wij bellen of schrijven jou om af te spreken. Niemand anders krijgt jouw nummer.")
    phone = forms.CharField(
        label=gettext_lazy("Telefoon of gsm"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "dir": "ltr"}),
    )
    email = forms.CharField(
        label=gettext_lazy("E-mail"),
        max_length=254,
        required=False,
        widget=forms.TextInput(attrs={"type": "email", "autocomplete": "email", "dir": "ltr"}),
    )

    def clean_phone(self) -> str:
        """The number in international form."""
        return read_or_refuse(
            self.cleaned_data["phone"],
            to_e164,
            _("Dit nummer klopt niet. Kijk het na. Bijvoorbeeld: 0470 12 34 56."),
        )

    def clean_email(self) -> str:
        """An address that could receive a message."""
        return read_or_refuse(
            self.cleaned_data["email"],
            check_email,
            _("Dit e-mailadres klopt niet. Kijk het na. Bijvoorbeeld: amal@gmail.com."),
        )

    def clean(self) -> dict[str, Any]:
        """At least one of the two."""
        cleaned = super().clean() or {}
        if not self.errors and not cleaned.get("phone") and not cleaned.get("email"):
            self.add_error(
                "phone", _("Schrijf een nummer of een e-mail. Anders kunnen wij jou niet bereiken.")
            )
        return cleaned


def _language_field(label: Any) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        widget=Cards,
        choices=lambda: [(one.code, one.name) for one in languages.every()],
        error_messages={"required": gettext_lazy("Kies een taal.")},
    )


class PhoneLanguageQuestion(Question):
    """In which language to talk on the phone (R10)."""

    title = gettext_lazy("In welke taal bellen wij jou?")
    help = gettext_lazy("Spreek je graag Nederlands aan de telefoon? Kies dan Nederlands.")
    phone_language = _language_field(gettext_lazy("Taal aan de telefoon"))


class WrittenLanguageQuestion(Question):
    """In which language to write (R60)."""

    title = gettext_lazy("In welke taal schrijven wij jou?")
    help = gettext_lazy("Het Nederlands staat er altijd bij.")
    written_language = _language_field(gettext_lazy("Taal om te lezen"))


class PlaceQuestion(Question):
    """The postal code alone: it tells how far two people live apart."""

    title = gettext_lazy("Waar woon je?")
    help = gettext_lazy("De postcode is genoeg. Jouw straat vragen wij niet.")
    why = gettext_lazy("Wij zoeken iemand die niet ver van jou woont.")
    postal_code = forms.CharField(
        label=gettext_lazy("Postcode"),
        max_length=10,
        required=False,
        widget=forms.TextInput(
            attrs={"inputmode": "numeric", "autocomplete": "postal-code", "class": "short"}
        ),
    )

    def clean_postal_code(self) -> str:
        """A code that exists, or none."""
        code: str = self.cleaned_data["postal_code"].strip()
        if code and find(code) is None:
            raise forms.ValidationError(_("Deze postcode kennen wij niet. Schrijf vier cijfers, zoals 9800."))
        return code


class FreeQuestion(Question):
    """When somebody has time."""

    title = gettext_lazy("Wanneer heb je tijd?")
    help = gettext_lazy("Duid alles aan wat soms kan. Dit kan later nog anders.")
    why = gettext_lazy("Wij zoeken iemand die op hetzelfde moment tijd heeft.")
    availability = forms.IntegerField(
        label=gettext_lazy("Wanneer heb je tijd?"), required=False, widget=AvailabilityInput
    )


class HeardQuestion(Question):
    """How somebody heard of us, when no link told it."""

    title = gettext_lazy("Hoe ken je ons?")
    why = gettext_lazy("Zo weten wij waar wij nog meer mensen vinden.")
    heard_from = forms.ChoiceField(
        label=gettext_lazy("Hoe ken je ons?"),
        required=False,
        widget=Cards,
        choices=[(choice.value, choice.label) for choice in HeardFrom],
    )


class MayKnowQuestion(Question):
    """Whether the intermediary may hear how it goes (R87): asked apart, and no is as easy as yes."""

    title = gettext_lazy("Mag wie jou hielp horen hoe het gaat?")
    help = gettext_lazy(
        "Die persoon ziet alleen: ontvangen, gecontacteerd, gestart of niet gestart. Nooit waarom."
    )
    may_know = forms.ChoiceField(
        label=gettext_lazy("Mag wie jou hielp horen hoe het gaat?"),
        widget=Cards,
        choices=[("yes", gettext_lazy("Ja, dat mag")), ("no", gettext_lazy("Nee, liever niet"))],
        error_messages={"required": gettext_lazy("Kies ja of nee. Allebei is goed.")},
    )


class CodeForm(forms.Form):
    """A code on paper."""

    code = forms.CharField(
        label=gettext_lazy("Jouw code"),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "dir": "ltr"}),
        error_messages={"required": gettext_lazy("Schrijf de code van jouw papier.")},
    )


class FindForm(forms.Form):
    """Where somebody lives, or the name of an initiative."""

    q = forms.CharField(label=gettext_lazy("Postcode of gemeente"), max_length=60, required=False)
