"""Shape of a session: when, about what and how; who sits with whom; what was learnt."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samen.base.clock import BRUSSELS
from samen.base.errors import Refused
from samen.base.forms import DateInput, Segments, TickCards, TimeInput
from samen.events.models import LONGEST_PLACE, MOST_CHAIRS, Invitation
from samen.exchanges.actions import How, Where
from samen.exchanges.models import LONGEST_SUMMARY, LONGEST_THEME, MOST_GROUPS, Session
from samen.initiatives.rules import SESSIONS_EVERY
from samen.library.choices import Method, Theme

# At which field something that was refused is told.
AT = {"in_the_past": "day", "event_order": "ends", "twins_overlap": "second_starts", "same_two": "other"}
HOW = ("themes", "own_theme", "method", "facilitator_name", "facilitator_email", "keeps_duos_apart")


class HowForm(forms.Form):
    """Theme, method, and who leads it."""

    themes = forms.MultipleChoiceField(
        label=gettext_lazy("Waarover?"), choices=Theme.choices, widget=TickCards, required=False
    )
    own_theme = forms.CharField(
        label=gettext_lazy("Een eigen thema"), max_length=LONGEST_THEME, required=False
    )
    method = forms.ChoiceField(label=gettext_lazy("Methode"), required=False)
    facilitator_name = forms.CharField(
        label=gettext_lazy("Begeleider van buiten"),
        max_length=80,
        required=False,
        help_text=gettext_lazy("Begeleid je zelf? Laat dit leeg."),
    )
    facilitator_email = forms.EmailField(label=gettext_lazy("E-mail van de begeleider"), required=False)
    keeps_duos_apart = forms.BooleanField(
        label=gettext_lazy("Zet de twee van een duo nooit in dezelfde groep"), required=False, initial=True
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["method"].choices = [("", _("Kies later")), *Method.choices]  # type: ignore[attr-defined]
        self.fields["themes"].quiet = True  # type: ignore[attr-defined]

    @staticmethod
    def initial_of(session: Session) -> dict[str, Any]:
        """What the form shows of a session."""
        return {name: getattr(session, name) for name in HOW}

    def how(self) -> How:
        """As the actions take it."""
        return How(**{name: self.cleaned_data[name] for name in HOW})


class PlanForm(HowForm):
    """A session, and perhaps the same at a second moment."""

    day = forms.DateField(label=gettext_lazy("Welke dag?"), widget=DateInput)
    starts = forms.TimeField(label=gettext_lazy("Van"), widget=TimeInput)
    ends = forms.TimeField(label=gettext_lazy("Tot"), widget=TimeInput)
    second_day = forms.DateField(
        label=gettext_lazy("Tweede moment: welke dag?"), widget=DateInput, required=False
    )
    second_starts = forms.TimeField(label=gettext_lazy("Van"), widget=TimeInput, required=False)
    second_ends = forms.TimeField(label=gettext_lazy("Tot"), widget=TimeInput, required=False)
    place = forms.CharField(label=gettext_lazy("Waar?"), max_length=LONGEST_PLACE)
    note = forms.CharField(label=gettext_lazy("Goed om te weten"), max_length=300, required=False)
    chairs = forms.IntegerField(
        label=gettext_lazy("Hoeveel plaatsen?"), min_value=1, max_value=MOST_CHAIRS, required=False
    )

    def clean(self) -> dict[str, Any]:
        """Each end after its start; a second moment whole or not at all."""
        cleaned = super().clean() or {}
        for prefix in ("", "second_"):
            starts, ends = cleaned.get(f"{prefix}starts"), cleaned.get(f"{prefix}ends")
            if starts and ends and ends <= starts:
                self.add_error(f"{prefix}ends", _("Het einde ligt voor het begin. Kies een later uur."))
        second = ("second_day", "second_starts", "second_ends")
        filled = [name for name in second if cleaned.get(name) is not None]
        for name in second:
            if filled and name not in filled and name not in self.errors:
                self.add_error(name, _("Vul dit ook in, of laat het tweede moment helemaal leeg."))
        return cleaned

    def moments(self) -> list[Where]:
        """One moment or two, in Brussels."""
        said = self.cleaned_data
        return [
            Where(
                datetime.combine(said[f"{prefix}day"], said[f"{prefix}starts"], BRUSSELS),
                datetime.combine(said[f"{prefix}day"], said[f"{prefix}ends"], BRUSSELS),
                said["place"],
            )
            for prefix in ("", "second_")
            if said[f"{prefix}day"]
        ]

    def refuse(self, refusal: Refused) -> None:
        """Tell at the right field why it cannot be."""
        self.add_error(AT.get(refusal.code), refusal.sentence)


class YearForm(forms.Form):
    """How often, and whether by day and in the evening."""

    every_months = forms.IntegerField(
        label=gettext_lazy("Om de hoeveel maanden?"), min_value=SESSIONS_EVERY[0], max_value=SESSIONS_EVERY[1]
    )
    twice = forms.BooleanField(
        label=gettext_lazy("Telkens twee momenten: overdag en ’s avonds"), required=False
    )


class GroupsForm(forms.Form):
    """How many groups."""

    groups = forms.IntegerField(label=gettext_lazy("Hoeveel groepen?"), min_value=1, max_value=MOST_GROUPS)


class PairForm(forms.Form):
    """Two people who sit together or apart."""

    one = forms.TypedChoiceField(label=gettext_lazy("Wie?"), coerce=int)
    other = forms.TypedChoiceField(label=gettext_lazy("En wie?"), coerce=int)
    together = forms.TypedChoiceField(
        label=gettext_lazy("Hoe?"),
        coerce=lambda text: text == "together",
        choices=[("together", gettext_lazy("samen")), ("apart", gettext_lazy("apart"))],
        widget=Segments,
        initial="apart",
    )

    def __init__(self, *args: Any, people: list[Invitation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = [(one.participation_id, str(one.participation.person)) for one in people]
        choices = [("", _("Kies iemand")), *found]
        for name in ("one", "other"):
            self.fields[name].choices = choices  # type: ignore[attr-defined]


class SwapForm(forms.Form):
    """Two people of different groups change places."""

    one = forms.TypedChoiceField(label=gettext_lazy("Wie?"), coerce=int)
    other = forms.TypedChoiceField(label=gettext_lazy("Wisselt met wie?"), coerce=int)

    def __init__(self, *args: Any, seats: list[tuple[str, list[tuple[int, str]]]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("one", "other"):
            self.fields[name].choices = [("", _("Kies iemand")), *seats]  # type: ignore[attr-defined]


class SummaryForm(forms.Form):
    """What was said and learnt."""

    summary = forms.CharField(
        label=gettext_lazy("Wat is er gezegd en geleerd?"),
        max_length=LONGEST_SUMMARY,
        required=False,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=gettext_lazy("Zonder namen. Korte zinnen: wie er was, leest dit ook."),
    )


class TipForm(forms.Form):
    """One tip out of what was learnt, for the library."""

    tip = forms.CharField(label=gettext_lazy("Een tip om te delen"), max_length=300)
