"""Shape of what somebody corrects about themselves."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samen.base import languages
from samen.base.forms import Cards, read_or_refuse
from samen.base.phones import to_e164
from samen.intake.choices import Strength, Wanted
from samen.intake.forms import AvailabilityInput, WordsField
from samen.intake.models import Wish
from samen.people.choices import Gender
from samen.places.postal import find

LONGEST_NAME = 80


class SureForm(forms.Form):
    """The code that was sent."""

    code = forms.CharField(
        label=_("De code"),
        max_length=12,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "dir": "ltr", "class": "short"}
        ),
    )

    def clean_code(self) -> str:
        """The digits of it, however they were typed."""
        return "".join(str(int(sign)) for sign in self.cleaned_data["code"] if sign.isdecimal())


class ContactForm(forms.Form):
    """Name, reach, place and languages."""

    given_name = forms.CharField(label=_("Voornaam"), max_length=LONGEST_NAME)
    family_name = forms.CharField(label=_("Familienaam"), max_length=LONGEST_NAME, required=False)
    phone = forms.CharField(
        label=_("Telefoon"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel", "dir": "ltr"}),
    )
    email = forms.EmailField(
        label=_("E-mail"), max_length=254, required=False, widget=forms.EmailInput(attrs={"dir": "ltr"})
    )
    postal_code = forms.CharField(
        label=_("Postcode"),
        max_length=10,
        required=False,
        help_text=_("Zo weten wij wie dicht bij jou woont."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "short"}),
    )
    written_language = forms.ChoiceField(label=_("In welke taal lees je?"), required=False)
    phone_language = forms.ChoiceField(label=_("Welke taal spreek je aan de telefoon?"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [("", _("Kies een taal")), *((one.code, one.name) for one in languages.every())]
        for name in ("written_language", "phone_language"):
            self.fields[name].choices = known  # type: ignore[attr-defined]

    def clean_given_name(self) -> str:
        """A name has a letter in it."""
        name = " ".join(self.cleaned_data["given_name"].split())
        if not any(letter.isalpha() for letter in name):
            raise forms.ValidationError(gettext("Schrijf jouw naam met letters."))
        return name

    def clean_phone(self) -> str:
        """The number in international form."""
        sentence = gettext("‘%(text)s’ is geen telefoonnummer. Kijk het na.")
        return read_or_refuse(self.cleaned_data["phone"], to_e164, sentence)

    def clean_postal_code(self) -> str:
        """A code that exists."""
        code: str = self.cleaned_data["postal_code"].strip()
        if code and find(code) is None:
            raise forms.ValidationError(
                gettext("Postcode ‘%(code)s’ bestaat niet. Kijk ze na."), params={"code": code}
            )
        return code

    def clean(self) -> dict[str, Any]:
        """At least one way to reach somebody."""
        said = super().clean() or {}
        if not self.errors and not said.get("phone") and not said.get("email"):
            self.add_error(
                "phone", gettext("Schrijf jouw telefoonnummer of jouw e-mail. Anders vinden wij jou niet.")
            )
        return said

    def changes(self) -> dict[str, Any]:
        """What is known from now on, with the place that belongs to the postal code."""
        place = find(self.cleaned_data["postal_code"])
        return {**self.cleaned_data, "place": place.name if place else ""}


class FreeForm(forms.Form):
    """When somebody has time."""

    availability = forms.IntegerField(
        label=_("Wanneer heb je tijd?"), required=False, widget=AvailabilityInput
    )


# How far somebody goes, in kilometres.
FAR = {
    3: _("Te voet: 3 kilometer"),
    8: _("Met de fiets: 8 kilometer"),
    20: _("Met de bus of de auto: 20 kilometer"),
}


def _nearest(km: int) -> int:
    return min(FAR, key=lambda offered: abs(offered - km))


class LikesForm(forms.Form):
    """With whom, how far, and what somebody likes to do."""

    partner = forms.ChoiceField(
        label=_("Met wie wil je een duo zijn?"),
        widget=Cards,
        choices=[
            ("", _("Dat maakt niet uit")),
            (f"{Gender.WOMAN}-{Strength.PREFER}", _("Liefst een vrouw")),
            (f"{Gender.WOMAN}-{Strength.MUST}", _("Alleen een vrouw")),
            (f"{Gender.MAN}-{Strength.PREFER}", _("Liefst een man")),
            (f"{Gender.MAN}-{Strength.MUST}", _("Alleen een man")),
        ],
        required=False,
    )
    max_km = forms.TypedChoiceField(
        label=_("Hoe ver wil je gaan?"),
        widget=Cards,
        coerce=int,
        empty_value=None,
        choices=[("", _("Dat maakt niet uit")), *FAR.items()],
        required=False,
    )
    interests = WordsField(
        label=_("Wat doe je graag?"),
        required=False,
        max_length=500,
        help_text=_("Met een komma ertussen: koken, fietsen, muziek."),
    )

    def words_of(self, name: str) -> str:
        """What stands now, in words; empty where nothing of what is offered does."""
        offered = {str(value): words for value, words in self.fields[name].choices}  # type: ignore[attr-defined]
        return str(offered.get(self.initial.get(name, ""), ""))

    @staticmethod
    def initial_of(wishes: list[Wish], interests: list[str]) -> dict[str, Any]:
        """What is wished already; a distance of the conversation shows as the nearest one that is offered.

        A wish that is not offered here shows as none, and stays while nobody presses another answer.
        """
        initial: dict[str, Any] = {"interests": interests}
        for wish in wishes:
            if wish.about == Wanted.GENDER:
                is_offered = wish.gender in {Gender.WOMAN, Gender.MAN}
                initial["partner"] = f"{wish.gender}-{wish.strength}" if is_offered else None
            elif wish.about == Wanted.DISTANCE and wish.max_km:
                initial["max_km"] = str(_nearest(wish.max_km))
        return initial
