"""How well and how fast people are split into groups of six. `python benchmarks/groups.py`

Made-up evenings of 30, 100 and 300 people: half of them newcomers, nine in ten in a duo, some wished pairs,
three earlier evenings. Ours (`make_groups`) with five seeds, CPU time of one core; beside it OR-tools' CP-SAT
with the same rules as a model, 25 seconds on two workers. Both answers are priced by a third function,
`duomatch.cost`. OR-tools is no part of the project: `pip install ortools` in an environment of your own;
without it its side is left out.
Promise G6: 300 people in at most a second, better than CP-SAT in 25 seconds, no two of a duo in one group.
"""

import argparse
import os
import random
import time
from itertools import combinations
from math import comb
from statistics import median
from typing import Any

from duomatch import Asked, Cost, Member, Split, cost, how_many_groups, make_groups
from duomatch.groups import TRAITS, Groups, Key, least_alike

TAUGHT = ["fr", "en", "es"]
SIZE = 6
SEEDS = range(5)
LANGUAGES = ["ar", "ti", "uk", "fa", "tr", "ps", "so", "es", "fr", "en", "ru", "ro", "ku", "sw", "am", "hy"]


def evening(people: int, seed: int) -> Asked:
    """An evening for this many people, alike on every machine."""
    chance = random.Random(seed)  # noqa: S311 - no secret is drawn
    members = [_member(number, chance) for number in range(people)]
    ids = [one.id for one in members]
    duos = {(ids[2 * number], ids[2 * number + 1]) for number in range(9 * people // 20)}
    met: dict[Key, int] = {}
    for _ in range(3):
        mixed = chance.sample(ids, people)
        for start in range(0, people, SIZE):
            for pair in combinations(sorted(mixed[start : start + SIZE]), 2):
                met[pair] = met.get(pair, 0) + 1
    wished = {(one, other) for one, other in zip(ids[::15], ids[7::15], strict=False)} - duos
    return Asked(
        members=tuple(members),
        groups=how_many_groups(people, SIZE),
        apart=frozenset(duos),
        together=frozenset(wished),
        met_before=met,
    )


def _member(number: int, chance: random.Random) -> Member:
    is_newcomer = number % 2 == 0
    known = chance.sample(LANGUAGES, 1) if is_newcomer else chance.sample(TAUGHT, chance.randint(0, 2))
    return Member(
        id=f"P{number:03}",
        role="newcomer" if is_newcomer else "coach",
        level=chance.choice(["1.1", "1.2", "2.1", "2.2", None]) if is_newcomer else None,
        gender=chance.choice(["f", "f", "m", None]),
        is_experienced=chance.random() < 0.4,
        languages=frozenset(["nl", *known]),
    )


class Model:
    """The same question for CP-SAT: who sits in which group, and what each fault costs."""

    def __init__(self, cp_model: Any, asked: Asked) -> None:
        self.cp, self.asked, self.groups = cp_model, asked, range(asked.groups)
        self.model, self.costs = cp_model.CpModel(), []
        self.sits = {
            (one, group): self.model.new_bool_var("") for one in asked.by_id for group in self.groups
        }
        self._everybody_once()
        self._pairs()
        for trait in TRAITS:
            self._likeness(trait)
        self._languages()
        self.model.minimize(sum(self.costs))

    def _everybody_once(self) -> None:
        least, larger = divmod(len(self.asked.by_id), self.asked.groups)
        for one in self.asked.by_id:
            self.model.add_exactly_one(self.sits[one, group] for group in self.groups)
        for group in self.groups:
            seated = sum(self.sits[one, group] for one in self.asked.by_id)
            self.model.add(seated == least + (group < larger))

    def _fault(self, cost_of_it: int) -> Any:
        fault = self.model.new_bool_var("")
        self.costs.append(cost_of_it * fault)
        return fault

    def _pairs(self) -> None:
        for one, other in self.asked.apart_pairs:
            for group in self.groups:
                self.model.add_at_most_one(self.sits[one, group], self.sits[other, group])
        for one, other in self.asked.wished_pairs:
            split = self._fault(self.asked.weights.wish)
            for group in self.groups:
                self.model.add(split >= self.sits[one, group] - self.sits[other, group])
        for (one, other), times in self.asked.meetings.items():
            again = self._fault(self.asked.weights.met_before * times)
            for group in self.groups:
                seats = self.sits[one, group], self.sits[other, group]
                self.model.add_bool_or(*(seat.negated() for seat in seats), again)

    def _likeness(self, trait: str) -> None:
        """Pairs of a kind in one group: a convex count, told by a line for each step."""
        weight, traits = getattr(self.asked.weights, trait), self.asked.by_id.values()
        for value in {one.traits[trait] for one in traits if trait in one.traits}:
            alike = [one.id for one in traits if one.traits.get(trait) == value]
            self.costs.append(-weight * least_alike(len(alike), self.asked.groups))
            for group in self.groups:
                pairs = self.model.new_int_var(0, comb(SIZE + 1, 2), "")
                self.costs.append(weight * pairs)
                count = sum(self.sits[one, group] for one in alike)
                for step in range(1, SIZE + 1):
                    self.model.add(pairs >= step * count - comb(step + 1, 2))

    def _languages(self) -> None:
        for one in self.asked.seekers:
            alone = self._fault(self.asked.weights.language)
            others = [other for other in self.asked.by_id.values() if other.id != one.id]
            sharing = [other.id for other in others if one.help_languages & other.help_languages]
            for group in self.groups:
                helped = (self.sits[other, group] for other in sharing)
                self.model.add_bool_or(self.sits[one.id, group].negated(), alone, *helped)

    def solved(self, seconds: float, workers: int) -> tuple[Groups, float]:
        """The best split found in this time, and the cost below which there is none."""
        solver = self.cp.CpSolver()
        solver.parameters.max_time_in_seconds = seconds
        solver.parameters.num_workers = workers
        solver.parameters.random_seed = 1
        if solver.solve(self.model) not in (self.cp.OPTIMAL, self.cp.FEASIBLE):
            return (), solver.best_objective_bound
        groups = tuple(
            tuple(one for one in self.asked.by_id if solver.value(self.sits[one, group]))
            for group in self.groups
        )
        return groups, max(0.0, solver.best_objective_bound)


def ours(asked: Asked) -> tuple[list[Split], list[float]]:
    """A split with each seed, and the CPU seconds that each took."""
    splits, took = [], []
    for seed in SEEDS:
        start = time.process_time()
        splits.append(make_groups(asked, seed=seed))
        took.append(time.process_time() - start)
    return splits, took


def told(one: Cost) -> str:
    """A cost in one line: what is not 0."""
    parts = [f"{name} {value}" for name, value in one.as_dict().items() if value and name != "points"]
    return f"{one.points} ({', '.join(parts) or 'no fault'})"


def measure(people: int, cp_model: Any, seconds: float, workers: int) -> None:
    """Print one evening."""
    asked = evening(people, seed=1)
    splits, took = ours(asked)
    prices = [cost(split.groups, asked) for split in splits]
    assert prices == [split.cost for split in splits]
    points = [price.points for price in prices]
    print(
        f"{people} people, {asked.groups} groups, {len(asked.apart)} duos, "
        f"{len(asked.together)} wished pairs, {len(asked.meetings)} pairs who met"
    )
    print(
        f"  ours        {told(prices[0])}; seeds 0-{len(points) - 1}: {min(points)} to {max(points)}, "
        f"clashes {max(price.clashes for price in prices)}; {median(took) * 1000:.0f} ms of CPU"
    )
    if cp_model is None:
        return
    start = time.perf_counter()
    groups, bound = Model(cp_model, asked).solved(seconds, workers)
    seconds_taken = time.perf_counter() - start
    if not groups:
        print(f"  CP-SAT      no split in {seconds_taken:.1f} s")
        return
    theirs = cost(groups, asked)
    print(f"  CP-SAT      {told(theirs)}, none below {bound:.0f}; {seconds_taken:.1f} s, {workers} workers")
    print(
        f"  CP-SAT / ours: points x {theirs.points / max(1, median(points)):.2f}, "
        f"time x {seconds_taken / median(took):.0f}"
    )


def main() -> None:
    """Print each size asked for."""
    asks = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asks.add_argument("--people", default="30,100,300", help="sizes, with commas between")
    asks.add_argument("--seconds", type=float, default=25.0, help="what CP-SAT gets for each")
    asks.add_argument("--workers", type=int, default=2, help="on how many workers")
    answers = asks.parse_args()
    try:
        from ortools.sat.python import cp_model  # noqa: PLC0415 - not everybody has it
    except ImportError:
        cp_model = None
        print("OR-tools is not here: its side is left out")
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    for people in answers.people.split(","):
        measure(int(people), cp_model, answers.seconds, answers.workers)


if __name__ == "__main__":
    main()
