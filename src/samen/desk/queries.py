"""What the desk shows: composed from the apps below, decided by none of its own rules."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import (
    Case,
    CharField,
    Count,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from samen.desk.choices import Sort, Stage
from samen.duos.choices import DuoStatus, Light
from samen.duos.models import Duo
from samen.duos.queries import Standing, standing, with_people, with_waits_from
from samen.intake.actions import WAITS
from samen.intake.choices import Outcome
from samen.intake.queries import with_outcome
from samen.people.choices import Role
from samen.people.models import Participation
from samen.people.queries import matching_words, parts

# After these decisions somebody takes no part, until they are looked at again.
ENDS = (Outcome.REFERRED, Outcome.DECLINED, Outcome.WITHDRAWN)


def with_stage(found: QuerySet[Participation]) -> QuerySet[Participation]:
    """Annotate each part with its `stage` and the day from which it waits."""
    live = Duo.objects.filter(status=DuoStatus.ACTIVE)
    seats = live.filter(coach=OuterRef("pk")).order_by().values("coach").annotate(n=Count("pk")).values("n")
    return with_waits_from(with_outcome(found)).annotate(
        matched=Exists(live.filter(newcomer=OuterRef("pk"))),
        taken=Coalesce(Subquery(seats, output_field=IntegerField()), 0),
        room=Coalesce(F("profile__capacity"), 1),
        stage=Case(
            When(ended_on__isnull=False, then=Value(Stage.FORMER)),
            When(Q(matched=True) | Q(role=Role.COACH, taken__gte=F("room")), then=Value(Stage.IN_DUO)),
            When(outcome=Outcome.ACCEPTED, then=Value(Stage.WAITING)),
            When(outcome__in=WAITS, then=Value(Stage.LATER)),
            When(outcome__in=ENDS, then=Value(Stage.FORMER)),
            default=Value(Stage.NEW),
            output_field=CharField(),
        ),
    )


@dataclass(frozen=True)
class Row:
    """One line of the people list."""

    part: Participation
    stage: Stage
    duos: tuple[Duo, ...]
    standing: Standing | None


@dataclass(frozen=True)
class PeopleFilter:
    """What the reader asked to see; every value is checked against a closed list."""

    stage: Stage | None = None
    role: Role | None = None
    words: str = ""
    place: str = ""
    sort: Sort = Sort.NAME

    @classmethod
    def read(cls, query: Mapping[str, str]) -> "PeopleFilter":
        """From the address; what is not in the list counts as not asked."""
        return cls(
            stage=Stage(query["stage"]) if query.get("stage") in Stage.values else None,
            role=Role(query["role"]) if query.get("role") in Role.values else None,
            words=query.get("q", "").replace("\x00", "").strip()[:100],
            place=query.get("place", "").replace("\x00", "")[:80],
            sort=Sort(query["sort"]) if query.get("sort") in Sort.values else Sort.NAME,
        )


def find_people(wanted: PeopleFilter) -> QuerySet[Participation]:
    """The parts that the reader asked to see, in the order asked."""
    found = with_stage(parts().select_related("profile"))
    if wanted.stage:
        found = found.filter(stage=wanted.stage)  # type: ignore[misc]
    if wanted.role:
        found = found.filter(role=wanted.role)
    if wanted.place:
        found = found.filter(person__place=wanted.place)
    found = matching_words(found, wanted.words)
    # The folded text begins with the name: É stands beside E, and a name in another script by its sound.
    by_name = ("person__search", "pk")
    return (
        found.order_by("registered_on", *by_name) if wanted.sort is Sort.SINCE else found.order_by(*by_name)
    )


def stage_counts() -> dict[str, int]:
    """How many parts stand in each stage."""
    staged = with_stage(parts()).order_by()
    counted = staged.values("stage").annotate(n=Count("pk"))  # type: ignore[misc]
    return {line["stage"]: line["n"] for line in counted}


def places() -> list[str]:
    """Places where people live, for the filter."""
    names = (
        parts().exclude(person__place="").order_by("person__place").values_list("person__place", flat=True)
    )
    return list(names.distinct())


def rows(found: Iterable[Participation], today: date) -> list[Row]:
    """Lines of the list for these parts, with the duos they are in now."""
    page = list(found)
    ids = [part.pk for part in page]
    duos = with_people(Duo.objects.filter(Q(newcomer__in=ids) | Q(coach__in=ids), status=DuoStatus.ACTIVE))
    by_part: dict[int, list[Duo]] = {}
    for duo in duos:
        by_part.setdefault(duo.newcomer_id, []).append(duo)
        by_part.setdefault(duo.coach_id, []).append(duo)
    return [_row(part, tuple(by_part.get(part.pk, ())), today) for part in page]


_WORST_FIRST = (Light.BAD, Light.WARN, Light.PAUSE, Light.GOOD)


def _row(part: Participation, duos: tuple[Duo, ...], today: date) -> Row:
    standings = sorted((standing(duo, today) for duo in duos), key=lambda s: _WORST_FIRST.index(s.light))
    return Row(part, Stage(part.stage), duos, standings[0] if standings else None)  # type: ignore[attr-defined]
