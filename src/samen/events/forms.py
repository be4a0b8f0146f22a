"""Shape of a gathering, of who came, and of what people thought of it."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samen.base.clock import BRUSSELS
from samen.base.errors import Refused
from samen.base.forms import Cards, DateInput, TimeInput
from samen.events.actions import About
from samen.events.choices import EventKind, ForWhom
from samen.events.models import LONGEST_PLACE, LONGEST_TITLE, MOST_CHAIRS, MOST_GUESTS, Event

# At which field something that was refused is told.
AT = {"event_order": "ends", "in_the_past": "day", "too_few_chairs": "chairs"}


def capitals(choices: Any) -> list[tuple[str, str]]:
    """Labels as they stand alone: with a capital."""
    return [(value, label[:1].upper() + label[1:]) for value, label in choices]


class EventForm(forms.Form):
    """What it is, day, from when until when, where, for whom and for how many."""

    title = forms.CharField(
        label=gettext_lazy("Naam"),
        max_length=LONGEST_TITLE,
        required=False,
        help_text=gettext_lazy("Zo heet het in de uitnodiging. Bijvoorbeeld: Picknick in het park."),
    )
    day = forms.DateField(label=gettext_lazy("Welke dag?"), widget=DateInput)
    starts = forms.TimeField(label=gettext_lazy("Van"), widget=TimeInput)
    ends = forms.TimeField(label=gettext_lazy("Tot"), widget=TimeInput)
    place = forms.CharField(
        label=gettext_lazy("Waar?"),
        max_length=LONGEST_PLACE,
        help_text=gettext_lazy("Straat, nummer en gemeente. Bijvoorbeeld: de bib, Markt 1, Deinze."),
    )
    note = forms.CharField(label=gettext_lazy("Goed om te weten"), max_length=300, required=False)
    for_role = forms.ChoiceField(
        label=gettext_lazy("Voor wie?"), widget=Cards, required=False, initial=ForWhom.ALL
    )
    chairs = forms.IntegerField(
        label=gettext_lazy("Hoeveel plaatsen?"),
        min_value=1,
        max_value=MOST_CHAIRS,
        required=False,
        help_text=gettext_lazy(
            "Is het vol? Dan komt wie ja zegt op een wachtlijst, en hoort het als er plaats is."
        ),
    )
    asks_child_care = forms.BooleanField(
        label=gettext_lazy("Vraag wie opvang voor kinderen nodig heeft"), required=False
    )
    asks_transport = forms.BooleanField(label=gettext_lazy("Vraag wie vervoer nodig heeft"), required=False)
    is_public = forms.BooleanField(
        label=gettext_lazy("Toon het op onze pagina, voor iedereen"), required=False
    )

    def __init__(self, *args: Any, kind: EventKind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind
        self.fields["for_role"].choices = capitals(ForWhom.choices)  # type: ignore[attr-defined]
        self.fields["for_role"].quiet = True  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """An end after the start."""
        cleaned = super().clean() or {}
        starts, ends = cleaned.get("starts"), cleaned.get("ends")
        if starts and ends and ends <= starts:
            self.add_error("ends", _("Het einde ligt voor het begin. Kies een later uur."))
        return cleaned

    def refuse(self, refusal: Refused) -> None:
        """Tell at the right field why it cannot be."""
        self.add_error(AT.get(refusal.code), refusal.sentence)

    @staticmethod
    def initial_of(event: Event) -> dict[str, Any]:
        """What a form shows of a gathering."""
        starts, ends = event.starts_at.astimezone(BRUSSELS), event.ends_at.astimezone(BRUSSELS)
        about = {
            name: getattr(event, name)
            for name in (
                *("title", "place", "note", "for_role", "chairs"),
                *("asks_child_care", "asks_transport", "is_public"),
            )
        }
        return {"day": starts.date(), "starts": starts.time(), "ends": ends.time(), **about}

    def plan(self) -> dict[str, Any]:
        """Start and end in Brussels, place, note and what it is: as the actions take them."""
        said = self.cleaned_data
        about = About(
            kind=self.kind,
            **{
                name: said[name]
                for name in ("title", "for_role", "chairs", "is_public", "asks_child_care", "asks_transport")
            },
        )
        return {
            "starts_at": datetime.combine(said["day"], said["starts"], BRUSSELS),
            "ends_at": datetime.combine(said["day"], said["ends"], BRUSSELS),
            "place": said["place"],
            "note": said["note"],
            "about": about,
        }


class GuestsForm(forms.Form):
    """How many came who take part in nothing here."""

    guests = forms.IntegerField(
        label=gettext_lazy("Hoeveel andere mensen waren er?"),
        min_value=0,
        max_value=MOST_GUESTS,
        help_text=gettext_lazy("Bijvoorbeeld kinderen of een vriend. Alleen hoeveel, geen namen."),
    )


class ThanksForm(forms.Form):
    """What everybody who came reads."""

    words = forms.CharField(
        label=gettext_lazy("Wat wil je hen zeggen?"),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=gettext_lazy("Wat er gezegd en geleerd is, zonder namen. Schrijf korte zinnen."),
    )
