"""Shape of an own idea, of a tip and of a place in the neighbourhood."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samen.base import clock
from samen.base.forms import DateInput, Segments, read_or_refuse
from samen.base.phones import to_e164
from samen.library.actions import IdeaWords, PlaceWords
from samen.library.choices import Cost, Domain, FromLevel, PlaceKind, Season, Where
from samen.library.models import (
    LONGEST_ASK,
    LONGEST_MINUTES,
    LONGEST_TIP,
    LONGEST_TITLE,
    LONGEST_WEB,
    LONGEST_WHAT,
    LocalPlace,
    OwnIdea,
)
from samen.places.postal import find


class Ticks(forms.CheckboxSelectMultiple):
    """Several of a few, beside each other."""

    template_name = "base/segments.html"
    use_fieldset = True


def _postal_code() -> forms.CharField:
    return forms.CharField(
        label=gettext_lazy("Postcode"),
        max_length=10,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "short", "autocomplete": "off"}),
    )


def _web() -> forms.URLField:
    return forms.URLField(
        label=gettext_lazy("Website"),
        max_length=LONGEST_WEB,
        required=False,
        assume_scheme="https",
        error_messages={
            "invalid": gettext_lazy("Dit is geen webadres. Kijk het na: www.voorbeeld.be."),
        },
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off"}),
    )


def _known_code(typed: str) -> str:
    code = typed.strip()
    if code and find(code) is None:
        raise forms.ValidationError(_("Postcode ‘%(code)s’ bestaat niet. Kijk ze na."), params={"code": code})
    return code


class IdeaForm(forms.Form):
    """What to do, one question, and plain facts."""

    title = forms.CharField(
        label=gettext_lazy("Titel"),
        max_length=LONGEST_TITLE,
        error_messages={"required": gettext_lazy("Geef het idee een titel.")},
        help_text=gettext_lazy("Kort en gewoon. Bijvoorbeeld: Naar de markt op donderdag."),
    )
    what = forms.CharField(
        label=gettext_lazy("Wat doen zij?"),
        max_length=LONGEST_WHAT,
        error_messages={"required": gettext_lazy("Schrijf in één of twee zinnen wat zij doen.")},
        help_text=gettext_lazy("Eén of twee korte zinnen, in gewone woorden."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    ask = forms.CharField(
        label=gettext_lazy("Eén vraag om over te praten"), max_length=LONGEST_ASK, required=False
    )
    domain = forms.ChoiceField(
        label=gettext_lazy("Onderwerp"),
        choices=[("", gettext_lazy("kies een onderwerp")), *Domain.choices],
        error_messages={"required": gettext_lazy("Kies een onderwerp.")},
    )
    minutes = forms.IntegerField(
        label=gettext_lazy("Hoeveel minuten?"),
        min_value=1,
        max_value=LONGEST_MINUTES,
        initial=60,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "short", "autocomplete": "off"}),
    )
    level = forms.ChoiceField(
        label=gettext_lazy("Niveau Nederlands"),
        choices=FromLevel.choices,
        initial=FromLevel.L11,
        widget=Segments,
    )
    where = forms.ChoiceField(
        label=gettext_lazy("Binnen of buiten?"), choices=Where.choices, initial=Where.INSIDE, widget=Segments
    )
    cost = forms.ChoiceField(
        label=gettext_lazy("Wat kost het?"), choices=Cost.choices, initial=Cost.FREE, widget=Segments
    )
    seasons = forms.MultipleChoiceField(
        label=gettext_lazy("Wanneer kan het?"),
        choices=Season.choices,
        initial=Season.values,
        widget=Ticks,
        error_messages={"required": gettext_lazy("Kies minstens één seizoen.")},
    )
    with_children = forms.BooleanField(
        label=gettext_lazy("Kinderen kunnen mee"), required=False, initial=True
    )
    place = forms.CharField(label=gettext_lazy("Waar?"), max_length=120, required=False)
    postal_code = _postal_code()
    web = _web()
    valid_until = forms.DateField(
        label=gettext_lazy("Tot en met"),
        required=False,
        widget=DateInput,
        help_text=gettext_lazy("Daarna zien duo’s dit idee niet meer."),
    )

    def clean_title(self) -> str:
        """On one line."""
        return " ".join(self.cleaned_data["title"].split())

    def clean_what(self) -> str:
        """As one piece of text."""
        return " ".join(self.cleaned_data["what"].split())

    def clean_postal_code(self) -> str:
        """A code that exists."""
        return _known_code(self.cleaned_data["postal_code"])

    def clean_valid_until(self) -> date | None:
        """A day that is not over, unless it stood there already."""
        day: date | None = self.cleaned_data["valid_until"]
        if day is not None and day < clock.today() and day != self.initial.get("valid_until"):
            raise forms.ValidationError(_("Die dag is al voorbij. Kies een dag die nog komt."))
        return day

    def words(self) -> IdeaWords:
        """What was filled in."""
        return IdeaWords(**self.cleaned_data)

    @staticmethod
    def initial_of(idea: OwnIdea) -> dict[str, Any]:
        """What is known already."""
        return {name: getattr(idea, name) for name in IdeaForm.base_fields}


class TipForm(forms.Form):
    """One tip for coaches."""

    text = forms.CharField(
        label=gettext_lazy("Een tip van jullie"),
        max_length=LONGEST_TIP,
        error_messages={"required": gettext_lazy("Schrijf eerst een tip.")},
        help_text=gettext_lazy("Eén of twee korte zinnen. Schrijf niets over iemand die meedoet."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class PlaceForm(forms.Form):
    """Name, where, when and how to reach it; only a name is needed."""

    name = forms.CharField(
        label=gettext_lazy("Naam"),
        max_length=120,
        error_messages={"required": gettext_lazy("Vul een naam in.")},
        help_text=gettext_lazy("Bijvoorbeeld: bib, Huis van het Kind, zwembad."),
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Soort"),
        choices=[("", gettext_lazy("kies een soort")), *PlaceKind.choices],
        error_messages={"required": gettext_lazy("Kies een soort.")},
    )
    address = forms.CharField(label=gettext_lazy("Straat en nummer"), max_length=160, required=False)
    postal_code = _postal_code()
    hours = forms.CharField(
        label=gettext_lazy("Wanneer open?"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Bijvoorbeeld: dinsdag tot zaterdag van 10 tot 18 uur."),
    )
    phone = forms.CharField(
        label=gettext_lazy("Telefoon"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
    )
    web = _web()
    languages = forms.CharField(
        label=gettext_lazy("Welke talen spreekt men er?"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Met een komma ertussen."),
    )

    def clean_name(self) -> str:
        """On one line."""
        return " ".join(self.cleaned_data["name"].split())

    def clean_postal_code(self) -> str:
        """A code that exists."""
        return _known_code(self.cleaned_data["postal_code"])

    def clean_phone(self) -> str:
        """The number in international form."""
        return read_or_refuse(
            self.cleaned_data["phone"],
            to_e164,
            _("‘%(text)s’ is geen telefoonnummer. Kijk het na: 0470 12 34 56 of +32 470 12 34 56."),
        )

    def words(self) -> PlaceWords:
        """What was filled in."""
        return PlaceWords(**self.cleaned_data)

    @staticmethod
    def initial_of(place: LocalPlace) -> dict[str, Any]:
        """What is known already."""
        return {name: getattr(place, name) for name in PlaceForm.base_fields}
