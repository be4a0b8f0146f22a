"""Shape of what a participant fills in."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from samen.base.clock import BRUSSELS
from samen.base.forms import Cards, DateInput, TickCards, TimeInput
from samen.base.languages import DUTCH
from samen.base.moments import full_day, hour
from samen.duos.choices import HowItGoes, MeetingWay, TookInitiative
from samen.duos.goal_choices import GoalStanding
from samen.duos.models import LONGEST_GOAL, LONGEST_PLACE, Duo, Meeting
from samen.people.choices import Role
from samen.people.models import Person
from samen.portal.faces import Faces, Ways
from samen.portal.tell import CALL_CHOICES
from samen.signals.models import LONGEST_TEXT


class CodeForm(forms.Form):
    """The code from the paper."""

    code = forms.CharField(
        label=_("Code"),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "dir": "ltr"}),
    )


class DayForm(forms.Form):
    """Another day."""

    day = forms.DateField(label=_("Welke dag?"), widget=DateInput)


# What two people often do, each with a picture; the word is kept in Dutch, for whoever reads the duo's story.
DID = {
    "messages-square": _("praten"),
    "sun": _("wandelen"),
    "bike": _("fietsen"),
    "cake": _("eten of koken"),
    "bookmark": _("naar de bib"),
    "landmark": _("iets bekijken"),
    "file-text": _("papieren"),
    "house": _("op bezoek"),
}


class Pictures(TickCards):
    """Some of several, each with a picture: the value is the name of the icon."""

    template_name = "portal/pictures.html"


class MoreForm(forms.Form):
    """What they did, how it was and who asked; it may stay empty."""

    did = forms.MultipleChoiceField(
        label=_("Wat deden jullie?"), choices=list(DID.items()), required=False, widget=Pictures
    )
    activity = forms.CharField(label=_("Of iets anders"), max_length=100, required=False)
    way = forms.TypedChoiceField(
        label=_("Hoe zagen jullie elkaar?"),
        required=False,
        coerce=MeetingWay,
        empty_value=MeetingWay.TOGETHER,
        widget=Ways,
        choices=[
            (MeetingWay.TOGETHER, _("Echt samen")),
            (MeetingWay.ONLINE, _("Met video")),
            (MeetingWay.PHONE, _("Aan de telefoon")),
        ],
    )
    smile = forms.ChoiceField(
        label=_("Hoe was het?"),
        required=False,
        widget=Faces,
        choices=[
            (HowItGoes.GOOD, _("Fijn")),
            (HowItGoes.SO_SO, _("Gaat wel")),
            (HowItGoes.BAD, _("Niet fijn")),
        ],
    )
    minutes = forms.TypedChoiceField(
        label=_("Hoe lang?"),
        coerce=int,
        widget=Cards,
        choices=[(60, _("1 uur")), (90, _("1 uur en half")), (120, _("2 uur")), (180, _("3 uur of meer"))],
    )
    who = forms.ChoiceField(label=_("Wie vroeg om af te spreken?"), required=False, widget=Cards)

    def __init__(self, *args: Any, role: str, partner: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["way"].quiet = True  # type: ignore[attr-defined]
        mine, theirs = (
            (TookInitiative.NEWCOMER, TookInitiative.COACH)
            if role == Role.NEWCOMER
            else (TookInitiative.COACH, TookInitiative.NEWCOMER)
        )
        self.fields["who"].choices = [  # type: ignore[attr-defined]
            (mine, _("Ik")),
            (theirs, partner),
            (TookInitiative.TOGETHER, _("Wij samen")),
        ]

    def told(self) -> str:
        """What they did, in Dutch where a picture was pressed."""
        own = self.cleaned_data["activity"]
        words = in_dutch()
        return ", ".join([*(words[name] for name in self.cleaned_data["did"]), *([own] if own else [])])

    @staticmethod
    def initial_of(meeting: Meeting) -> dict[str, Any]:
        """What was told already: pictures apart from own words."""
        parts = [part for part in meeting.activity.split(", ") if part]
        words = in_dutch()
        return {
            "did": [name for name, word in words.items() if word in parts],
            "activity": ", ".join(part for part in parts if part not in words.values()),
            "way": meeting.way,
            "minutes": meeting.minutes,
            "who": meeting.proposed_by,
            "smile": meeting.smile,
        }


def in_dutch() -> dict[str, str]:
    """The words of the pictures as they are kept."""
    with override(DUTCH):
        return {name: str(word) for name, word in DID.items()}


class PlanForm(forms.Form):
    """Up to three moments to see each other: those at which both are free, and one of one's own."""

    moments = forms.TypedMultipleChoiceField(
        label=_("Jullie zijn dan alle twee vrij"),
        help_text=_("Kies er één, twee of drie."),
        coerce=datetime.fromisoformat,
        required=False,
        widget=TickCards,
    )
    day = forms.DateField(label=_("Of een andere dag"), required=False, widget=DateInput)
    time = forms.TimeField(label=_("Hoe laat?"), required=False, widget=TimeInput)
    place = forms.CharField(
        label=_("Waar zien jullie elkaar?"),
        max_length=LONGEST_PLACE,
        required=False,
        help_text=_("Bijvoorbeeld: in de bib, aan het station."),
    )

    def __init__(self, *args: Any, suggested: Sequence[datetime], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.quiet = True  # type: ignore[attr-defined]
        if suggested:
            self.fields["moments"].choices = [  # type: ignore[attr-defined]
                (moment.isoformat(), f"{full_day(moment)}, {hour(moment)}") for moment in suggested
            ]
        else:
            del self.fields["moments"]
            self.fields["day"].label = _("Welke dag?")

    def clean(self) -> dict[str, Any]:
        """At least one moment; a day needs an hour."""
        said = super().clean() or {}
        day, time = said.get("day"), said.get("time")
        if day and not time and "time" not in self.errors:
            self.add_error("time", gettext("Kies ook een uur."))
        if time and not day and "day" not in self.errors:
            self.add_error("day", gettext("Kies ook een dag."))
        if not self.errors and not self.chosen():
            first = "moments" if "moments" in self.fields else "day"
            self.add_error(first, gettext("Kies een dag en een uur."))
        return said

    def chosen(self) -> list[datetime]:
        """The moments, in Brussels."""
        said = self.cleaned_data
        own = [datetime.combine(said["day"], said["time"], BRUSSELS)] if said.get("day") else []
        return [*said.get("moments", []), *own]


class TellForm(forms.Form):
    """A few words, and when to call; with two duos also whom it is about."""

    about = forms.TypedChoiceField(label=_("Over wie gaat het?"), coerce=int, widget=Cards)
    text = forms.CharField(
        label=_("Wat wil je zeggen?"),
        max_length=LONGEST_TEXT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
        help_text=_("Het mag in jouw taal. Eén zin is genoeg."),
    )
    call_when = forms.ChoiceField(
        label=_("Mogen wij jou bellen?"), choices=CALL_CHOICES, required=False, widget=Cards
    )

    def __init__(self, *args: Any, others: Sequence[tuple[Duo, Person]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.duos = {duo.pk: duo for duo, _other in others}
        if len(others) > 1:
            names = [(duo.pk, other.given_name) for duo, other in others]
            self.fields["about"].choices = names  # type: ignore[attr-defined]
        else:
            del self.fields["about"]

    def duo(self) -> Duo | None:
        """The duo that it is about, if that was asked."""
        return self.duos.get(self.cleaned_data["about"]) if "about" in self.cleaned_data else None


class GoalForm(forms.Form):
    """A question or goal in one's own words, in any language."""

    words = forms.CharField(
        label=_("In jouw eigen woorden"),
        max_length=LONGEST_GOAL,
        help_text=_("Het mag in jouw taal."),
        error_messages={"required": _("Schrijf eerst wat jij wil leren of weten.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "auto"}),
    )


class HowFarForm(forms.Form):
    """How far somebody is, in their own opinion."""

    how_far = forms.TypedChoiceField(
        label=_("Hoe ver ben je?"),
        choices=GoalStanding.choices,
        coerce=GoalStanding,
        error_messages={"required": _("Kies een antwoord."), "invalid_choice": _("Kies een antwoord.")},
    )
