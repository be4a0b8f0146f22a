"""Reads about what duos bring: numbers, and apart from them what people say themselves (R99)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, Sum
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samen.duos.choices import CheckInMoment, DuoStatus
from samen.duos.models import MOST_SCORE, CheckIn, Duo, Meeting
from samen.duos.outcome import END, HALFWAY, START, Answer, Measured, Score, Share, measured, share
from samen.events.choices import EventKind
from samen.events.models import Invitation
from samen.people.choices import Role

HOUR = 60
MOMENTS = {START: _("in het begin"), HALFWAY: _("halfweg"), END: _("op het einde")}
# Who scores what about themselves.
SCORED = {
    "speaking": _("Nederlands spreken, volgens nieuwkomers"),
    "network": _("Mensen kennen, volgens nieuwkomers"),
    "finding_way": _("De weg vinden, volgens nieuwkomers"),
    "experience": _("Ervaring als coach, volgens coaches"),
}
ASKED = {
    "going": _("Het gaat goed"),
    "enough": _("Wij zien elkaar genoeg"),
    "limits": _("De ander vraagt niet te veel"),
}
# The same of whoever stopped early, asked afterwards.
ASKED_AFTER = {
    "going": _("Het was goed"),
    "enough": _("Wij zagen elkaar genoeg"),
    "limits": _("Het was niet te veel"),
}


@dataclass(frozen=True)
class Numbers:
    """What was done."""

    duos: int
    running: int
    completed: int
    stopped: int
    newcomers: int
    coaches: int
    meetings: int
    hours: int
    gatherings: int
    came: int


@dataclass(frozen=True)
class Bar:
    """One bar: what it stands for, its length of a hundred, its figure."""

    words: str | Promise
    length: int
    figure: float


@dataclass(frozen=True)
class Scored:
    """A score with its bars; none when too few people gave it."""

    title: str | Promise
    found: Measured | None

    @property
    def bars(self) -> list[Bar]:
        """One for each moment."""
        averages = self.found.averages if self.found else {}
        return [
            Bar(MOMENTS[moment], round(100 * averages[moment] / MOST_SCORE), averages[moment])
            for moment in MOMENTS
            if moment in averages
        ]


@dataclass(frozen=True)
class Asked:
    """A question with how many newcomers and coaches say that it is well."""

    title: str | Promise
    newcomers: Share | None
    coaches: Share | None


@dataclass(frozen=True)
class Impact:
    """Numbers, and apart from them the outcome."""

    years: list[int]
    numbers: Numbers
    scored: list[Scored]
    asked: list[Asked]
    # What whoever stopped early says afterwards: told apart, for it is another question to other people.
    after: list[Asked]


def impact(year: int | None) -> Impact:
    """What the duos that began in a year brought, or all of them; four queries."""
    said = list(
        CheckIn.objects.order_by("answered_at", "id").values(
            *("duo_id", "duo__starts_on", "duo__newcomer_id", "duo__coach_id", "moment", "by_role"),
            *SCORED,
            *ASKED,
        )
    )
    during = [one for one in said if one["moment"] != CheckInMoment.AFTER_END]
    after = [one for one in said if one["moment"] == CheckInMoment.AFTER_END]
    return Impact(
        years=[day.year for day in Duo.objects.order_by().dates("starts_on", "year", order="DESC")],
        numbers=numbers(year),
        scored=[Scored(title, measured(_scores(during, name), year)) for name, title in SCORED.items()],
        asked=_shares(during, ASKED, year),
        after=_shares(after, ASKED_AFTER, year),
    )


def _shares(
    said: Iterable[dict[str, Any]], titles: Mapping[str, str | Promise], year: int | None
) -> list[Asked]:
    rows = list(said)
    return [
        Asked(
            title,
            share(_answers(rows, name, Role.NEWCOMER), year),
            share(_answers(rows, name, Role.COACH), year),
        )
        for name, title in titles.items()
    ]


def numbers(year: int | None) -> Numbers:
    """How many duos began, how they stand, how often and how long they met; and gatherings; three queries.

    Who comes to hear about the programme is not together with anybody yet: that is no gathering here.
    """
    duos = Duo.objects.filter(starts_on__year=year) if year else Duo.objects.all()
    counted = duos.order_by().aggregate(
        duos=Count("pk"),
        running=Count("pk", filter=Q(status=DuoStatus.ACTIVE)),
        completed=Count("pk", filter=Q(status=DuoStatus.COMPLETED)),
        stopped=Count("pk", filter=Q(status=DuoStatus.STOPPED)),
        newcomers=Count("newcomer", distinct=True),
        coaches=Count("coach", distinct=True),
    )
    met = Meeting.objects.order_by()
    met = met.filter(duo__starts_on__year=year) if year else met
    together = met.aggregate(meetings=Count("pk"), minutes=Sum("minutes", default=0))
    there = Invitation.objects.order_by().filter(came=True).exclude(event__kind=EventKind.INFORMATION)
    there = there.filter(event__starts_at__year=year) if year else there
    gathered = there.aggregate(
        gatherings=Count("event", distinct=True), came=Count("participation__person", distinct=True)
    )
    return Numbers(
        **counted, **gathered, meetings=together["meetings"], hours=round(together["minutes"] / HOUR)
    )


def _who(one: dict[str, Any]) -> int:
    number: int = one["duo__newcomer_id" if one["by_role"] == Role.NEWCOMER else "duo__coach_id"]
    return number


def _scores(said: Iterable[dict[str, Any]], name: str) -> list[Score]:
    return [
        Score(_who(one), one["duo_id"], one["duo__starts_on"].year, one["moment"], one[name])
        for one in said
        if one[name] is not None
    ]


def _answers(said: Iterable[dict[str, Any]], name: str, role: str) -> list[Answer]:
    return [
        Answer(_who(one), one["duo__starts_on"].year, one[name]) for one in said if one["by_role"] == role
    ]
