"""Shape of how an initiative shows itself."""

import re
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samen.base import clock
from samen.base.emails import check_email
from samen.base.forms import DateInput, read_or_refuse
from samen.base.phones import to_e164
from samen.compliance.models import LONGEST_REASON, Postponement
from samen.files.pictures import LARGEST_FILE
from samen.initiatives.actions import Presentation
from samen.initiatives.models import LONGEST_NAME, Initiative
from samen.initiatives.rules import FollowUp
from samen.intake.choices import Outcome
from samen.intake.models import OtherInitiative
from samen.places.postal import find

MOST_CODES = 60
# What the form proposes for something that may wait.
A_WHILE = timedelta(days=14)


class ColourInput(forms.TextInput):
    """The browser's own colour picker."""

    input_type = "color"


class PresentationForm(forms.Form):
    """Name, contact, area and colour."""

    name = forms.CharField(label=gettext_lazy("Naam van jullie initiatief"), max_length=LONGEST_NAME)
    organisation = forms.CharField(
        label=gettext_lazy("Wie staat erachter?"), max_length=LONGEST_NAME, required=False
    )
    contact_name = forms.CharField(
        label=gettext_lazy("Bij wie kunnen mensen terecht?"), max_length=80, required=False
    )
    contact_phone = forms.CharField(
        label=gettext_lazy("Telefoon"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel"}),
    )
    contact_email = forms.CharField(
        label=gettext_lazy("E-mail"),
        max_length=254,
        required=False,
        widget=forms.TextInput(attrs={"type": "email"}),
    )
    contact_hours = forms.CharField(
        label=gettext_lazy("Wanneer bereikbaar?"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("Bijvoorbeeld: maandag en donderdag, van 9 tot 16 uur."),
    )
    contact_place = forms.CharField(label=gettext_lazy("Waar?"), max_length=200, required=False)
    area = forms.CharField(
        label=gettext_lazy("Voor welke postcodes?"),
        max_length=600,
        required=False,
        help_text=gettext_lazy("Met een komma ertussen. Zo vinden mensen jullie op de voorpagina."),
    )
    colour = forms.CharField(
        label=gettext_lazy("Jullie kleur"),
        required=False,
        widget=ColourInput(attrs={"class": "short"}),
        help_text=gettext_lazy("Is ze te licht om te lezen, dan maakt Samen ze donkerder."),
    )

    def clean_contact_phone(self) -> str:
        """The number in international form."""
        return read_or_refuse(
            self.cleaned_data["contact_phone"],
            to_e164,
            _("‘%(text)s’ is geen telefoonnummer. Kijk het na: 09 211 00 34 of +32 9 211 00 34."),
        )

    def clean_contact_email(self) -> str:
        """An address that could receive a message."""
        return read_or_refuse(
            self.cleaned_data["contact_email"],
            check_email,
            _("‘%(text)s’ is geen e-mailadres. Kijk het na."),
        )

    def clean_area(self) -> tuple[str, ...]:
        """Codes that exist, each once."""
        codes = dict.fromkeys(re.findall(r"[^\s,;]+", self.cleaned_data["area"]))
        unknown = [code for code in codes if find(code) is None]
        if unknown:
            raise forms.ValidationError(
                _("Deze postcodes bestaan niet: %(codes)s. Kijk ze na."),
                params={"codes": ", ".join(unknown[:5])},
            )
        return tuple(codes)[:MOST_CODES]

    def clean_colour(self) -> str:
        """Small letters."""
        return str(self.cleaned_data["colour"]).strip().lower()

    def presentation(self) -> Presentation:
        """What was filled in."""
        return Presentation(**self.cleaned_data)

    @staticmethod
    def initial_of(initiative: Initiative) -> dict[str, Any]:
        """What is known already."""
        known = {name: getattr(initiative, name) for name in PresentationForm.base_fields}
        return {**known, "area": ", ".join(initiative.area), "colour": initiative.colour or "#6b2a5b"}


class TimeInput(forms.TimeInput):
    """The browser's own clock."""

    input_type = "time"


class QuietForm(forms.Form):
    """Between which hours nobody's phone rings."""

    begin = forms.TimeField(
        label=gettext_lazy("Stil vanaf"), widget=TimeInput(attrs={"class": "short"}, format="%H:%M")
    )
    end = forms.TimeField(
        label=gettext_lazy("Stil tot"), widget=TimeInput(attrs={"class": "short"}, format="%H:%M")
    )


class DaysField(forms.IntegerField):
    """A number of days."""

    def __init__(self, *, label: Any, help_text: Any) -> None:
        super().__init__(
            label=label,
            help_text=help_text,
            widget=forms.NumberInput(attrs={"class": "short", "inputmode": "numeric"}),
            error_messages={
                "required": gettext_lazy("Vul een aantal dagen in."),
                "invalid": gettext_lazy("Vul een aantal dagen in, zonder letters."),
            },
        )


class FollowUpForm(forms.Form):
    """How duos are followed, in days; the action knows which days can be."""

    rhythm = DaysField(
        label=gettext_lazy("Ritme: hoeveel dagen hoogstens tussen twee ontmoetingen"),
        help_text=gettext_lazy(
            "Het programma vraagt hoogstens 14 dagen. Bij meer dagen mogen jullie de naam en het logo van "
            "Samen Inburgeren niet dragen."
        ),
    )
    first_check_in = DaysField(
        label=gettext_lazy("Eerste opvolging: dagen na de start"),
        help_text=gettext_lazy("Allebei horen zij dan de vraag hoe het gaat."),
    )
    second_check_in = DaysField(
        label=gettext_lazy("Tweede opvolging: dagen na de start"),
        help_text=gettext_lazy("Na de eerste. Halfweg vragen wij het altijd nog eens."),
    )
    closing_talk = DaysField(
        label=gettext_lazy("Gesprek over het einde: dagen voor het einde"),
        help_text=gettext_lazy("Vanaf dan staat het duo bij Vandaag."),
    )

    def days(self) -> FollowUp:
        """What was filled in."""
        return FollowUp(**self.cleaned_data)


class PictureForm(forms.Form):
    """One picture."""

    file = forms.FileField(
        label=gettext_lazy("Kies een foto of logo"),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg,image/webp,image/gif"}),
        error_messages={"required": gettext_lazy("Kies eerst een bestand.")},
    )

    def clean_file(self) -> Any:
        """Not too large to look at."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST_FILE:
            raise forms.ValidationError(
                _("Deze foto is groter dan %(n)s MB. Maak ze kleiner en probeer opnieuw."),
                params={"n": LARGEST_FILE // (1024 * 1024)},
            )
        return file


class DecisionForm(forms.Form):
    """What one decision asks; only what belongs to that decision is shown."""

    recall_on = forms.DateField(
        label=gettext_lazy("Wanneer kijk je opnieuw?"),
        widget=DateInput,
        help_text=gettext_lazy("Die dag staat dit bij Vandaag."),
    )
    referred_to: forms.ModelChoiceField[OtherInitiative] = forms.ModelChoiceField(
        label=gettext_lazy("Naar wie?"), queryset=None, empty_label=None
    )
    reason = forms.CharField(
        label=gettext_lazy("Waarom?"),
        max_length=200,
        help_text=gettext_lazy(
            "Kort en feitelijk. Alleen coördinatoren lezen dit. Na drie maanden is het weg."
        ),
    )
    tell = forms.BooleanField(label=gettext_lazy("Stuur dit bericht"), required=False, initial=True)

    ASKED_FOR = {
        "recall_on": (Outcome.WAITING_LANGUAGE, Outcome.WAITING_PERMISSION),
        "referred_to": (Outcome.REFERRED,),
        "reason": (Outcome.DECLINED,),
    }

    def __init__(self, *args: Any, outcome: Outcome, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, outcomes in self.ASKED_FOR.items():
            if outcome not in outcomes:
                del self.fields[name]
        if "referred_to" in self.fields:
            self.fields["referred_to"].queryset = OtherInitiative.objects.all()  # type: ignore[attr-defined]

    def clean_recall_on(self) -> Any:
        """A day to come."""
        day = self.cleaned_data["recall_on"]
        if day <= clock.today():
            raise forms.ValidationError(_("Die dag is al voorbij. Kies een dag die nog komt."))
        return day


class OtherInitiativeForm(forms.Form):
    """Another initiative: who they are and how to reach them."""

    name = forms.CharField(label=gettext_lazy("Naam"), max_length=120)
    offers = forms.CharField(
        label=gettext_lazy("Wat doen zij?"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Bijvoorbeeld: praattafel elke dinsdag, hulp bij huiswerk, sportclub."),
    )
    contact_name = forms.CharField(label=gettext_lazy("Bij wie?"), max_length=80, required=False)
    phone = forms.CharField(label=gettext_lazy("Telefoon"), max_length=40, required=False)
    email = forms.CharField(label=gettext_lazy("E-mail"), max_length=254, required=False)

    def clean_phone(self) -> str:
        """In international form."""
        return read_or_refuse(
            self.cleaned_data["phone"], to_e164, _("‘%(text)s’ is geen telefoonnummer. Kijk het na.")
        )

    def clean_email(self) -> str:
        """An address that exists."""
        return read_or_refuse(
            self.cleaned_data["email"], check_email, _("‘%(text)s’ is geen e-mailadres. Kijk het na.")
        )


class PostponeForm(forms.Form):
    """Until when something may wait, and why."""

    until_on = forms.DateField(
        label=gettext_lazy("Tot welke dag?"),
        widget=DateInput(),
        help_text=gettext_lazy("Ten laatste over acht weken."),
    )
    reason = forms.CharField(
        label=gettext_lazy("Waarom mag het wachten?"),
        max_length=LONGEST_REASON,
        help_text=gettext_lazy(
            "Kort. Een collega leest het ook. Schrijf niets over iemands gezondheid of geloof."
        ),
    )

    def __init__(self, data: Any = None, *, today: date, before: Postponement | None) -> None:
        known = {"until_on": before.until_on, "reason": before.reason} if before else {}
        super().__init__(data, initial={"until_on": today + A_WHILE, **known})

    def clean_reason(self) -> str:
        """On one line."""
        return " ".join(self.cleaned_data["reason"].split())
