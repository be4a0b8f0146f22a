"""duomatch: pairs newcomers with coaches. Plain values in, explained proposals out.

Pure: no database, no clock, no chance but that of a seed; the same people always give the same answer, in
whatever order they are listed.

    from duomatch import AgeWish, DistanceWish, GenderWish, TimeWish     # what a person asks of the other
    from duomatch import Policy, Profile, Strength, Weights, explain_pair, partners, propose

    amal = Profile(id="N1", role="newcomer", gender="f", place=(50.98, 3.53), interests=frozenset({"koken"}),
                   wishes=(GenderWish("f", Strength.MUST), DistanceWish(15, Strength.PREFER)))
    result = propose([amal, ...], [an, ...], on=date(2026, 3, 1), policy=Policy.MOST_DUOS,
                     weights=Weights(), pins=[("N1", "C4")], bans=[("N2", "C1")],
                     bonuses={("N3", "C2"): 5.0}, require_shared_interest=False)
    result.pairs       # tuple[Pair]: newcomer, coach, score, distance_km, shared_interests, reasons
    result.unmatched   # tuple[Unmatched]: id, role, reasons (code and how many partners fell away by it)
    result.totals      # Totals: newcomers, coaches, pairs, score, shared_interests
    result.as_dict()   # the same as plain JSON values

    partners(amal, coaches, on=..., weights=..., bans=..., bonuses=...)   # list[Candidate], best first;
                       # those that a hard wish or a ban rules out come last, with their obstacles
    explain_pair(amal, an, on=..., weights=..., bonus=0.0, pinned=False)  # Pair, for any two people

Availability is 21 bits, made with `availability.from_slots({(weekday, daypart), ...})`: Monday is weekday 0;
daypart 0 is the morning, 1 the afternoon, 2 the evening. A request that cannot be answered (two people with
one id, a pin that is also banned, ...) raises `Impossible`, a ValueError with a `code`.

Groups for an exchange session stand apart: see `duomatch.groups`.
"""

from duomatch.errors import Impossible
from duomatch.explain import explain_pair
from duomatch.group_search import make_groups
from duomatch.groups import (
    Asked,
    Cost,
    GroupWeights,
    Member,
    Remark,
    Split,
    cost,
    how_many_groups,
    split_of,
    swap,
    swap_effect,
)
from duomatch.partners import partners
from duomatch.profiles import COACH, NEWCOMER, Profile
from duomatch.propose import propose
from duomatch.results import Candidate, Pair, Policy, Reason, Result, Totals, Unmatched
from duomatch.weights import Weights
from duomatch.wishes import AgeWish, DistanceWish, GenderWish, Strength, TimeWish, Wish

# Goes up whenever the same people could get another proposal or another score.
__version__ = "1"

__all__ = [
    "COACH",
    "NEWCOMER",
    "AgeWish",
    "Asked",
    "Candidate",
    "Cost",
    "DistanceWish",
    "GenderWish",
    "GroupWeights",
    "Impossible",
    "Member",
    "Pair",
    "Policy",
    "Profile",
    "Reason",
    "Remark",
    "Result",
    "Split",
    "Strength",
    "TimeWish",
    "Totals",
    "Unmatched",
    "Weights",
    "Wish",
    "cost",
    "explain_pair",
    "how_many_groups",
    "make_groups",
    "partners",
    "propose",
    "split_of",
    "swap",
    "swap_effect",
]
