"""Reads about duos."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import DateField, Max, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, Greatest
from django.shortcuts import get_object_or_404

from samen.duos import rules
from samen.duos.choices import DuoStatus, Light
from samen.duos.models import Duo, Pause
from samen.intake.models import Profile
from samen.papers.record_rules import may_be_minor
from samen.people.models import Participation


def live_duos() -> QuerySet[Duo]:
    """Duos that run, with their two people and the day they last met as `last_met_on`."""
    return with_people(Duo.objects.filter(status=DuoStatus.ACTIVE))


def thanked(duo: Duo) -> list[Participation]:
    """Who of the two gets a thank you: a paper needs a name, so nobody who was erased."""
    return [part for part in (duo.newcomer, duo.coach) if part.person.erased_on is None]


def with_people(duos: QuerySet[Duo]) -> QuerySet[Duo]:
    """The same duos with their people, their pauses and the day they last met, the oldest first."""
    return (
        duos.select_related("newcomer__person", "coach__person")
        .prefetch_related("pauses")
        .annotate(last_met_on=Max("meetings__met_on"))
        # A query that counts forgets the order of the model.
        .order_by("starts_on", "id")
    )


def find_duo(pk: int) -> Duo:
    """A duo with its people, or 404."""
    return get_object_or_404(with_people(Duo.objects.all()), pk=pk)


def capacity_to_reopen(duo: Duo) -> int:
    """How many duos the coach may have when this one comes back: its own seat counts."""
    profile: Profile | None = getattr(duo.coach, "profile", None)
    return max(profile.capacity if profile else 1, duo.seat)


def busy_coaches() -> dict[int, int]:
    """How many live duos each coach has, by id of their part."""
    counts: dict[int, int] = {}
    for coach_id in Duo.objects.filter(status=DuoStatus.ACTIVE).values_list("coach_id", flat=True):
        counts[coach_id] = counts.get(coach_id, 0) + 1
    return counts


def matched_newcomers() -> set[int]:
    """Ids of the parts of newcomers who have a live duo."""
    return set(Duo.objects.filter(status=DuoStatus.ACTIVE).values_list("newcomer_id", flat=True))


def duos_of(part: Participation) -> QuerySet[Duo]:
    """Every duo of this participant, newest first."""
    return with_people(Duo.objects.filter(Q(newcomer=part) | Q(coach=part))).order_by("-starts_on", "-id")


def with_waits_from(found: QuerySet[Participation]) -> QuerySet[Participation]:
    """Annotate each part with `waits_from`: the day of registration, or the last change of duo."""
    changed_on = Coalesce("closed_on", "starts_on")
    duos = Duo.objects.filter(Q(newcomer=OuterRef("pk")) | Q(coach=OuterRef("pk"))).annotate(on=changed_on)
    last = Subquery(duos.order_by("-on").values("on")[:1], output_field=DateField())
    return found.annotate(waits_from=Greatest("registered_on", Coalesce(last, "registered_on")))


def tried_pairs() -> set[tuple[int, int]]:
    """(newcomer, coach) of every duo there ever was: never proposed again (R36)."""
    return set(Duo.objects.values_list("newcomer_id", "coach_id"))


def has_minors(duo: Duo, day: date) -> bool:
    """Whether the coach of this duo sees minors: a family, or who may be under age (domain 5.7)."""
    return duo.with_children or may_be_minor(duo.newcomer.person.birth_year, day)


def with_minors(duos: Iterable[Duo]) -> dict[int, date]:
    """The coaches of those duos who see minors, by id of their part, with the last day on which one began."""
    found: dict[int, date] = {}
    for duo in duos:
        if has_minors(duo, duo.starts_on):
            found[duo.coach_id] = max(duo.starts_on, found.get(duo.coach_id, duo.starts_on))
    return found


@dataclass(frozen=True)
class Standing:
    """How a duo stands on a day."""

    light: Light
    quiet_days: int
    since: date
    ever_met: bool


def standing(duo: Duo, today: date) -> Standing:
    """How this duo stands today; `duo` comes from `with_people`."""
    met: date | None = getattr(duo, "last_met_on", None)
    since = max(met, duo.starts_on) if met else duo.starts_on
    spans = pause_spans(duo)
    quiet = rules.quiet_days(since=since, pauses=spans, today=today)
    light = (
        rules.light(since=since, pauses=spans, rhythm_days=duo.rhythm_days, today=today)
        if duo.status == DuoStatus.ACTIVE
        else Light.ENDED
    )
    return Standing(light, quiet, since, met is not None)


def pause_spans(duo: Duo) -> list[rules.Span]:
    """The pauses of a duo as spans of days."""
    pauses: list[Pause] = list(duo.pauses.all())
    return [(pause.from_on, pause.until_on) for pause in pauses]
