"""Shape of what is noted about those who find people."""

import re
from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.utils.dates import MONTHS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samen.base import clock
from samen.base.emails import check_email
from samen.base.forms import DateInput, Segments, read_or_refuse
from samen.base.phones import to_e164
from samen.outreach.actions import Card
from samen.outreach.choices import AgreementPoint, ContactKind
from samen.outreach.models import Intermediary, IntermediaryKind, Material
from samen.outreach.queries import kind_choices, main_kinds, materials_to_give

MOST_HANDED_OUT = 100_000
LONGEST_NOTE = 2000
LONGEST_LANGUAGE, MOST_OTHER_LANGUAGES = 40, 20
# A call that is planned further away than this is a slip of the pen.
LATEST_YEARS = 5

_TO_COME = gettext_lazy("Die dag moet nog komen. Kies vandaag of een dag die voorbij is.")


class Ticks(forms.CheckboxSelectMultiple):
    """Several of a few, beside each other."""

    template_name = "base/segments.html"
    use_fieldset = True


class CardForm(forms.Form):
    """Who an intermediary is and whom they reach; only a name is needed."""

    name = forms.CharField(
        label=gettext_lazy("Naam"),
        max_length=120,
        error_messages={"required": gettext_lazy("Vul een naam in.")},
    )
    organisation = forms.CharField(
        label=gettext_lazy("Organisatie"),
        max_length=120,
        required=False,
    )
    function = forms.CharField(label=gettext_lazy("Functie"), max_length=120, required=False)
    kind = forms.TypedChoiceField(label=gettext_lazy("Soort"), coerce=int, required=False, empty_value=None)
    phone = forms.CharField(
        label=gettext_lazy("Telefoon"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
    )
    email = forms.CharField(
        label=gettext_lazy("E-mail"),
        max_length=254,
        required=False,
        widget=forms.TextInput(attrs={"type": "email", "autocomplete": "off"}),
    )
    audience = forms.CharField(
        label=gettext_lazy("Wie bereikt deze mens?"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Bijvoorbeeld: ouders van de lagere school."),
    )
    languages = forms.MultipleChoiceField(
        label=gettext_lazy("In welke talen?"),
        choices=lambda: settings.LANGUAGES,
        required=False,
        widget=Ticks,
    )
    other_languages = forms.CharField(
        label=gettext_lazy("Andere talen"),
        max_length=400,
        required=False,
        help_text=gettext_lazy("Met een komma ertussen."),
    )
    remark = forms.CharField(
        label=gettext_lazy("Opmerking"),
        max_length=LONGEST_NOTE,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [("", _("nog niet gekozen")), *kind_choices()]  # type: ignore[attr-defined]

    def clean_phone(self) -> str:
        """The number in international form."""
        return read_or_refuse(
            self.cleaned_data["phone"],
            to_e164,
            _("‘%(text)s’ is geen telefoonnummer. Kijk het na: 0470 12 34 56 of +32 470 12 34 56."),
        )

    def clean_email(self) -> str:
        """An address that could receive a message."""
        return read_or_refuse(
            self.cleaned_data["email"],
            check_email,
            _("‘%(text)s’ is geen e-mailadres. Kijk het na: naam@voorbeeld.be."),
        )

    def clean_other_languages(self) -> list[str]:
        """The languages one by one, each once."""
        words = [
            " ".join(word.split()) for word in re.split(r"[,;/\n]", self.cleaned_data["other_languages"])
        ]
        found = list(dict.fromkeys(word for word in words if word))
        if len(found) > MOST_OTHER_LANGUAGES or any(len(word) > LONGEST_LANGUAGE for word in found):
            raise forms.ValidationError(
                _("Schrijf hoogstens %(n)s talen, elk met hoogstens %(long)s tekens."),
                params={"n": MOST_OTHER_LANGUAGES, "long": LONGEST_LANGUAGE},
            )
        return found

    def card(self) -> Card:
        """What was filled in."""
        given = dict(self.cleaned_data)
        kind = given.pop("kind")
        return Card(
            languages_reached=[*given.pop("languages"), *given.pop("other_languages")],
            kind=IntermediaryKind.objects.get(pk=kind) if kind else None,
            **given,
        )

    @staticmethod
    def initial_of(intermediary: Intermediary) -> dict[str, Any]:
        """What is known already."""
        ours = dict(settings.LANGUAGES)
        same = ("name", "organisation", "function", "phone", "email", "audience", "remark")
        return {
            **{name: getattr(intermediary, name) for name in same},
            "kind": intermediary.kind_id or "",
            "languages": [code for code in intermediary.languages_reached if code in ours],
            "other_languages": ", ".join(word for word in intermediary.languages_reached if word not in ours),
        }


class AgreementForm(forms.Form):
    """Which of the four points are agreed."""

    points = forms.MultipleChoiceField(choices=AgreementPoint.choices, required=False)


class CallAgainForm(forms.Form):
    """When to call again; empty is never."""

    on = forms.DateField(label=gettext_lazy("Bel opnieuw op"), required=False, widget=DateInput)

    def clean_on(self) -> date | None:
        """No day that is over, and none that nobody here will see."""
        return _day_to_call(self.cleaned_data["on"])


class ContactForm(forms.Form):
    """That we spoke: how, when, what was said, and when to call again."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Hoe?"), choices=ContactKind.choices, initial=ContactKind.PHONE, widget=Segments
    )
    on = forms.DateField(label=gettext_lazy("Wanneer?"), widget=DateInput)
    note = forms.CharField(
        label=gettext_lazy("Wat werd gezegd?"),
        max_length=LONGEST_NOTE,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    call_again_on = forms.DateField(
        label=gettext_lazy("Bel opnieuw op"),
        required=False,
        widget=DateInput,
        help_text=gettext_lazy("Leeg is drie maanden later."),
    )

    def clean_on(self) -> date:
        """Not in the future."""
        return _day_of_before(self.cleaned_data["on"])

    def clean_call_again_on(self) -> date | None:
        """No day that is over, and none that nobody here will see."""
        return _day_to_call(self.cleaned_data["call_again_on"])


class HandOutForm(forms.Form):
    """What was given, how much, when."""

    material: "forms.ModelChoiceField[Material]" = forms.ModelChoiceField(
        label=gettext_lazy("Wat?"), queryset=None, empty_label=None
    )
    number = forms.IntegerField(
        label=gettext_lazy("Hoeveel?"),
        min_value=1,
        max_value=MOST_HANDED_OUT,
        initial=25,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "short", "autocomplete": "off"}),
    )
    on = forms.DateField(label=gettext_lazy("Wanneer?"), widget=DateInput)
    token = forms.CharField(required=False, max_length=32, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["material"].queryset = materials_to_give()  # type: ignore[attr-defined]
        self.fields["material"].label_from_instance = _with_stock  # type: ignore[attr-defined]

    def clean_on(self) -> date:
        """Not in the future."""
        return _day_of_before(self.cleaned_data["on"])


class KindForm(forms.Form):
    """The name of a kind, and under which one it belongs."""

    name = forms.CharField(
        label=gettext_lazy("Naam van de soort"),
        max_length=160,
        error_messages={"required": gettext_lazy("Vul een naam in.")},
    )
    parent: "forms.ModelChoiceField[IntermediaryKind]" = forms.ModelChoiceField(
        label=gettext_lazy("Hoort onder"),
        queryset=None,
        required=False,
        empty_label=gettext_lazy("staat op zichzelf"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["parent"].queryset = main_kinds()  # type: ignore[attr-defined]
        self.fields["parent"].quiet = True  # type: ignore[attr-defined]


class ChannelForm(forms.Form):
    """The name of a channel."""

    label = forms.CharField(
        label=gettext_lazy("Naam van het kanaal"),
        max_length=120,
        error_messages={"required": gettext_lazy("Vul een naam in.")},
        help_text=gettext_lazy("Bijvoorbeeld: Facebook, gemeentekrant, infoavond van mei."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


def _with_stock(material: Material) -> str:
    return _("%(name)s (nog %(n)s in voorraad)") % {"name": material.name, "n": material.stock}


def _day_of_before(day: date) -> date:
    if day > clock.today():
        raise forms.ValidationError(_TO_COME)
    return day


def _day_to_call(day: date | None) -> date | None:
    today = clock.today()
    if day is not None and not today <= day <= date(today.year + LATEST_YEARS, 12, 31):
        raise forms.ValidationError(_("Die dag is voorbij of te ver weg. Kies een dag die nog komt."))
    return day


class YearTaskForm(forms.Form):
    """Something to do in a month of every year."""

    month = forms.TypedChoiceField(label=gettext_lazy("Maand"), coerce=int, choices=list(MONTHS.items()))
    what = forms.CharField(
        label=gettext_lazy("Wat?"),
        max_length=160,
        help_text=gettext_lazy("Bijvoorbeeld: vertel over het project in de nieuwe lessen Nederlands."),
    )

    def clean_what(self) -> str:
        """On one line."""
        return " ".join(self.cleaned_data["what"].split())
