"""What finding people yields: from registration to duo, for each way by which people came (R89).

Who came with a link or QR code counts for whose it is; who came without counts for what they said themselves.
So everybody who registered stands in exactly one line, and the lines add up.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samen.base.clock import BRUSSELS
from samen.base.spreadsheet import Sheet
from samen.duos.models import Duo
from samen.intake.choices import Outcome
from samen.intake.models import Decision
from samen.outreach.choices import SourceKind
from samen.outreach.heard import HeardFrom
from samen.outreach.models import Registration, Source
from samen.people.words import fold


class Way(models.TextChoices):
    """By which way somebody came."""

    INTERMEDIARY = "intermediary", gettext_lazy("Via een tussenpersoon")
    MATERIAL = "material", gettext_lazy("Via een flyer, affiche of kaartje")
    CHANNEL = "channel", gettext_lazy("Via een kanaal")
    HEARD = "heard", gettext_lazy("Zonder link: wat zij zelf zeiden")


class YieldSort(models.TextChoices):
    """How the lines may be ordered: by name, or most first."""

    NAME = "name", gettext_lazy("Naam")
    REGISTERED = "registered", gettext_lazy("Ingeschreven")
    TALKED = "talked", gettext_lazy("Gesprek")
    ACCEPTED = "accepted", gettext_lazy("Aanvaard")
    MATCHED = "matched", gettext_lazy("Duo")


@dataclass(frozen=True)
class Tally:
    """How many registered; with how many of them was talked; who was accepted; who came in a duo."""

    registered: int = 0
    talked: int = 0
    accepted: int = 0
    matched: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        """Both together."""
        return Tally(
            self.registered + other.registered,
            self.talked + other.talked,
            self.accepted + other.accepted,
            self.matched + other.matched,
        )


def total(tallies: Iterable[Tally]) -> Tally:
    """All of them together."""
    return sum(tallies, start=Tally())


@dataclass(frozen=True)
class Line:
    """One intermediary, material, channel or answer; `share` is the length of its bar, 0 to 100."""

    name: str
    tally: Tally
    address: tuple[str, int] | None = None
    share: int = 0


@dataclass(frozen=True)
class Part:
    """The lines of one way, with their sum."""

    way: Way
    lines: list[Line]
    sum: Tally


@dataclass(frozen=True)
class Yield:
    """Everything that came of finding people in a period."""

    parts: list[Part] = field(default_factory=list)
    sum: Tally = Tally()


@dataclass(frozen=True)
class Asked:
    """The period of registration and the order that the reader asked."""

    first: date
    last: date
    sort: YieldSort = YieldSort.REGISTERED

    @classmethod
    def read(cls, query: Mapping[str, str], today: date) -> "Asked":
        """From the address; what cannot be read counts as not asked: this year, most first."""
        first = _day(query.get("from", "")) or date(today.year, 1, 1)
        last = _day(query.get("until", "")) or max(first, today)
        sort = query.get("sort", "")
        return cls(
            first=min(first, last),
            last=max(first, last),
            sort=YieldSort(sort) if sort in YieldSort.values else YieldSort.REGISTERED,
        )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


# Which line of which way: the id of an intermediary, a material or a link, or an answer.
Key = tuple[Way, int | str]


def yield_of(asked: Asked) -> Yield:
    """The yield of a period, in two queries."""
    names, tallies = _names(), _tallies(asked)
    # Whoever has a link that works is told of, also when nobody came yet.
    keys = [*(key for key, known in names.items() if known.is_live), *tallies]
    most = max((tally.registered for tally in tallies.values()), default=0)
    lines: dict[Way, list[Line]] = {way: [] for way in Way}
    for way, what in dict.fromkeys(keys):
        tally = tallies.get((way, what), Tally())
        share = round(100 * tally.registered / most) if most else 0
        known = names.get((way, what))
        name, address = (known.name, known.address) if known else (_answer(str(what)), None)
        lines[way].append(Line(name, tally, address, share))
    parts = [
        Part(way, _sorted(found, asked.sort), total(line.tally for line in found))
        for way, found in lines.items()
        if found
    ]
    return Yield(parts, total(part.sum for part in parts))


@dataclass
class _Known:
    name: str
    address: tuple[str, int]
    is_live: bool


def _names() -> dict[Key, _Known]:
    """Whose each link is; several links of one are one line."""
    found: dict[Key, _Known] = {}
    for source in Source.objects.select_related("intermediary", "material"):
        key = _key_of(source.kind, source.intermediary_id, source.material_id, source.pk)
        known = found.setdefault(key, _known(key, source))
        known.is_live = known.is_live or source.ended_on is None
    return found


def _known(key: Key, source: Source) -> _Known:
    is_live = source.ended_on is None
    if key[0] is Way.INTERMEDIARY and source.intermediary:
        return _Known(str(source.intermediary), ("intermediary", source.intermediary.pk), is_live)
    if key[0] is Way.MATERIAL and source.material:
        return _Known(source.material.name, ("source", source.pk), is_live)
    return _Known(source.label, ("source", source.pk), is_live)


def _key_of(kind: str, intermediary: int | None, material: int | None, source: int) -> Key:
    if kind == SourceKind.INTERMEDIARY:
        # Of whoever left the register long ago, only the link is known.
        return Way.INTERMEDIARY, f"link {source}" if intermediary is None else intermediary
    if kind == SourceKind.MATERIAL and material is not None:
        return Way.MATERIAL, material
    return Way.CHANNEL, source


def _tallies(asked: Asked) -> dict[Key, Tally]:
    part = OuterRef("participation")
    decided = Decision.objects.filter(participation=part)
    came = Registration.objects.filter(
        received_at__gte=datetime.combine(asked.first, time.min, BRUSSELS),
        received_at__lte=datetime.combine(asked.last, time.max, BRUSSELS),
    ).annotate(
        talked=Exists(decided),
        accepted=Exists(decided.filter(outcome=Outcome.ACCEPTED)),
        matched=Exists(Duo.objects.filter(Q(newcomer=part) | Q(coach=part))),
    )
    fields = ("source__kind", "source__intermediary", "source__material", "source", "heard_from")
    found: dict[Key, Tally] = {}
    for kind, intermediary, material, source, heard, *steps in came.values_list(
        *fields, "talked", "accepted", "matched"
    ):
        key = (Way.HEARD, heard) if source is None else _key_of(kind, intermediary, material, source)
        found[key] = found.get(key, Tally()) + Tally(1, *map(int, steps))
    return found


def _answer(heard: str) -> str:
    return str(HeardFrom(heard).label) if heard in HeardFrom.values else _("niet gezegd")


def _sorted(lines: list[Line], sort: YieldSort) -> list[Line]:
    by_name = sorted(lines, key=lambda line: (fold(line.name), line.name))
    if sort is YieldSort.NAME:
        return by_name
    return sorted(by_name, key=lambda line: -getattr(line.tally, sort))


def sheet(found: Yield) -> Sheet:
    """The same lines as a workbook takes them, the sum last."""
    header = [_("Hoe"), *(str(column.label) for column in YieldSort)]
    lines = [
        [str(part.way.label), line.name, *_numbers(line.tally)] for part in found.parts for line in part.lines
    ]
    return Sheet(_("Opbrengst"), [header, *lines, [_("Samen"), "", *_numbers(found.sum)]])


def _numbers(tally: Tally) -> list[str]:
    return [str(n) for n in (tally.registered, tally.talked, tally.accepted, tally.matched)]
