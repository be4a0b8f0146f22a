"""How long scoring takes: all pairs at once, beside a readable loop over pairs. `python benchmarks/score.py`

Ours: `find_candidates`, hard wishes and points of everybody at once. Loop: `explain_pair` for every pair, all
criteria. Early exit: hard wishes first, points only for pairs that keep them. All three run in one process in
turns on the same people; medians of CPU time; the points of all pairs are compared and must be equal.
"""

import numpy as np
from alternating import medians
from made_up_people import ON, people

from duomatch import COACH, NEWCOMER, Policy, Profile, Weights, explain_pair
from duomatch.candidates import Candidates, Ground, find_candidates
from duomatch.columns import pool_of
from duomatch.verdicts import judge

GROUND = Ground(Policy.MOST_DUOS, Weights(), require_shared_interest=False, bans=frozenset(), bonuses={})
SAMPLE = 60, 150
SIZES = (30, 300, 1000, 2000)

Side = list[Profile]


def all_at_once(newcomers: Side, coaches: Side) -> Candidates:
    """Ours, with the columns made anew."""
    return find_candidates(pool_of(newcomers, coaches, ON), GROUND)


def loop(newcomers: Side, coaches: Side) -> dict[tuple[int, int], float]:
    """Every criterion of every pair, then those that no wish rules out."""
    pairs = {
        (i, j): explain_pair(one, other, on=ON)
        for i, one in enumerate(newcomers)
        for j, other in enumerate(coaches)
    }
    return {place: pair.score for place, pair in pairs.items() if not pair.obstacles}


def early_exit(newcomers: Side, coaches: Side) -> dict[tuple[int, int], float]:
    """Hard wishes of every pair, points of the pairs that keep them."""
    return {
        (i, j): explain_pair(one, other, on=ON).score
        for i, one in enumerate(newcomers)
        for j, other in enumerate(coaches)
        if not any(verdict.blocks for verdict in (*judge(one, other, ON), *judge(other, one, ON)))
    }


def check_equal(newcomers: Side, coaches: Side) -> None:
    """Same pairs, same points to the thousandth."""
    ours, reference = all_at_once(newcomers, coaches), loop(newcomers, coaches)
    places = zip(ours.i.tolist(), ours.j.tolist(), strict=True)
    assert dict(zip(places, (ours.mils / 1000).tolist(), strict=True)) == reference


def main() -> None:
    """Print nanoseconds per pair of each way, and the ratios."""
    newcomers, coaches = people(NEWCOMER, SAMPLE[0], seed=1), people(COACH, SAMPLE[1], seed=2)
    check_equal(newcomers, coaches)
    in_turns = medians(
        {
            "all at once": lambda: all_at_once(newcomers, coaches),
            "loop": lambda: loop(newcomers, coaches),
            "early exit": lambda: early_exit(newcomers, coaches),
        }
    )
    pairs = int(np.prod(SAMPLE))
    print(f"{SAMPLE[0]} x {SAMPLE[1]}, in turns, points equal:")
    for name, seconds in in_turns.items():
        print(
            f"  {name:12} {seconds / pairs * 1e9:9.1f} ns a pair   x {seconds / in_turns['all at once']:.1f}"
        )
    slow, quick = in_turns["loop"] / pairs, in_turns["early exit"] / pairs
    for size in SIZES:
        left, right = people(NEWCOMER, size, seed=3), people(COACH, size, seed=4)
        each = medians({"ours": lambda: all_at_once(left, right)}, repeats=5)["ours"] / size**2  # noqa: B023
        print(
            f"{size} x {size}: {each * 1e9:.1f} ns a pair, {each * size**2:.3f} s; "
            f"loop (from the sample) x {slow / each:.0f}, early exit x {quick / each:.0f}"
        )


if __name__ == "__main__":
    main()
