"""What comes out: pairs with their reasons, those left over with theirs, and totals."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from duomatch.weights import MILS

Value = str | int | float | None | list[str] | list[list[int]]
Json = dict[str, object]


class Policy(StrEnum):
    """What "best" means: the most duos and then the best total, or the best total of good pairs only."""

    MOST_DUOS = "most-duos"
    BEST_FIT = "best-fit"


@dataclass(frozen=True, slots=True)
class Reason:
    """One contribution to a score: a code, its points in thousandths, and the values a sentence needs.

    `blocks` marks what rules a pair out: a "must" wish that is not met, or a ban.
    """

    code: str
    mils: int = 0
    values: Mapping[str, Value] = field(default_factory=dict)
    blocks: bool = False

    @property
    def points(self) -> float:
        """The contribution in points."""
        return self.mils / MILS

    def as_dict(self) -> Json:
        """Code, points and values as plain JSON values."""
        plain: Json = {"code": self.code, "points": self.points, **self.values}
        return {**plain, "blocks": True} if self.blocks else plain


@dataclass(frozen=True, slots=True)
class Pair:
    """A newcomer and a coach, by id; the points of the reasons sum to the score."""

    newcomer: str
    coach: str
    score: float
    distance_km: float | None
    shared_interests: tuple[str, ...]
    reasons: tuple[Reason, ...]

    @property
    def obstacles(self) -> tuple[Reason, ...]:
        """The "must" wishes that this pair breaks; empty unless it was pinned or only looked at."""
        return tuple(reason for reason in self.reasons if reason.blocks)

    @property
    def is_pinned(self) -> bool:
        """Whether a person, not the engine, put these two together."""
        return any(reason.code == "pinned" for reason in self.reasons)

    def as_dict(self) -> Json:
        """The pair as plain JSON values."""
        return {
            "newcomer": self.newcomer,
            "coach": self.coach,
            "score": self.score,
            "distance_km": self.distance_km,
            "shared_interests": list(self.shared_interests),
            "reasons": [reason.as_dict() for reason in self.reasons],
        }


@dataclass(frozen=True, slots=True)
class Setback:
    """Why somebody is left over: a code and how many of the other side fell away by it.

    For a wish, `own` counts those that the person's own wish ruled out, `other` those whose wish ruled the
    person out (a partner may count in both), `unknown` those that fell away because a fact is not known.
    """

    code: str
    count: int
    own: int | None = None
    other: int | None = None
    unknown: int | None = None

    def as_dict(self) -> Json:
        """The setback as plain JSON values."""
        details = {"own": self.own, "other": self.other, "unknown": self.unknown}
        return {"code": self.code, "count": self.count, **{k: v for k, v in details.items() if v is not None}}


@dataclass(frozen=True, slots=True)
class Unmatched:
    """Somebody without a partner in this proposal, and why."""

    id: str
    role: str
    reasons: tuple[Setback, ...]

    def as_dict(self) -> Json:
        """The person left over as plain JSON values."""
        return {"id": self.id, "role": self.role, "reasons": [reason.as_dict() for reason in self.reasons]}


@dataclass(frozen=True, slots=True)
class Totals:
    """The proposal in numbers."""

    newcomers: int
    coaches: int
    pairs: int
    score: float
    shared_interests: int

    def as_dict(self) -> Json:
        """The totals as plain JSON values."""
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True, slots=True)
class Result:
    """A whole proposal: pairs by newcomer id, those left over by role and id."""

    policy: Policy
    pairs: tuple[Pair, ...]
    unmatched: tuple[Unmatched, ...]
    totals: Totals

    def as_dict(self) -> Json:
        """The proposal as plain JSON values."""
        return {
            "policy": self.policy.value,
            "pairs": [pair.as_dict() for pair in self.pairs],
            "unmatched": [person.as_dict() for person in self.unmatched],
            "totals": self.totals.as_dict(),
        }


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible partner of one person: the pair they would be, and what rules it out, if anything."""

    id: str
    pair: Pair
    obstacles: tuple[Reason, ...]
