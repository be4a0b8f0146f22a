"""Shape of what is chosen for a material."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samen.base import languages
from samen.base.forms import Segments
from samen.outreach.choices import Design, MaterialKind
from samen.outreach.materials_actions import Made
from samen.outreach.models import Material
from samen.people.choices import Role

MOST_IN_STOCK = 1_000_000
FIELDS = ("kind", "design", "for_role", "language", "second_language", "title", "body", "name", "with_photo")
START: dict[str, Any] = {
    "kind": MaterialKind.FLYER_A5,
    "design": Design.PATHS,
    "for_role": Role.NEWCOMER,
    "language": "nl",
}


class MaterialForm(forms.Form):
    """What to make, how it looks, for whom, in which languages, with which words."""

    kind = forms.ChoiceField(label=gettext_lazy("Wat maak je?"), choices=MaterialKind, widget=Segments)
    design = forms.ChoiceField(
        label=gettext_lazy("Hoe ziet het eruit?"), choices=Design, widget=forms.RadioSelect
    )
    for_role = forms.ChoiceField(label=gettext_lazy("Voor wie?"), choices=Role, widget=Segments)
    language = forms.ChoiceField(label=gettext_lazy("Taal"))
    second_language = forms.ChoiceField(
        label=gettext_lazy("Tweede taal"),
        required=False,
        help_text=gettext_lazy("Twee talen staan naast elkaar. Eén taal heeft meer plaats."),
    )
    title = forms.CharField(
        label=gettext_lazy("Eigen titel"),
        max_length=80,
        required=False,
        help_text=gettext_lazy("In de eerste taal. Leeg: onze woorden, in alle talen."),
    )
    body = forms.CharField(
        label=gettext_lazy("Eigen tekst"),
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Drie korte zinnen, elk op een eigen regel, lezen het best."),
    )
    with_photo = forms.BooleanField(
        label=gettext_lazy("Met jullie foto"),
        required=False,
        help_text=gettext_lazy(
            "Op flyers, affiches en beelden met twee paden of kralen. Niet op kaartjes of bij ‘aan tafel’."
        ),
    )
    name = forms.CharField(
        label=gettext_lazy("Naam in jullie lijst"),
        max_length=80,
        required=False,
        help_text=gettext_lazy("Leeg: Samen kiest een naam."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        spoken = [(one.code, one.name) for one in languages.every()]
        self.fields["language"].choices = spoken  # type: ignore[attr-defined]
        self.fields["second_language"].choices = [("", _("geen")), *spoken]  # type: ignore[attr-defined]
        self.fields["with_photo"].quiet = True  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Two languages are two different ones."""
        cleaned = super().clean() or {}
        if cleaned.get("second_language") and cleaned["second_language"] == cleaned.get("language"):
            self.add_error("second_language", _("Dat is dezelfde taal. Kies een andere, of geen."))
        return cleaned

    def made(self) -> Made:
        """What was chosen."""
        return Made(**{name: self.cleaned_data[name] for name in FIELDS})


class SheetsForm(forms.Form):
    """In which languages information sheets are: one, or two beside each other."""

    language = forms.ChoiceField(label=gettext_lazy("Taal"))
    second_language = forms.ChoiceField(label=gettext_lazy("Tweede taal"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        spoken = [(one.code, one.name) for one in languages.every()]
        self.fields["language"].choices = spoken  # type: ignore[attr-defined]
        self.fields["second_language"].choices = [("", _("geen")), *spoken]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Two languages are two different ones."""
        cleaned = super().clean() or {}
        if cleaned.get("second_language") and cleaned["second_language"] == cleaned.get("language"):
            self.add_error("second_language", _("Dat is dezelfde taal. Kies een andere, of geen."))
        return cleaned

    def codes(self) -> list[str]:
        """The languages that were chosen; Dutch when what was chosen does not go together."""
        if not self.is_valid():
            return [languages.DUTCH]
        chosen = (self.cleaned_data["language"], self.cleaned_data["second_language"])
        return [code for code in chosen if code]


class StockForm(forms.Form):
    """How many there are."""

    stock = forms.IntegerField(
        label=gettext_lazy("Hoeveel liggen er nog?"),
        min_value=0,
        max_value=MOST_IN_STOCK,
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "class": "short"}),
    )


def of(material: Material) -> dict[str, Any]:
    """What a form shows of a material."""
    return {name: getattr(material, name) for name in FIELDS}
