"""How long a proposal takes and what exactness costs. `python benchmarks/match.py`

For each size, in turns on the same people, medians of CPU time:
- most duos, best fit: the whole of `propose`: scoring, solving, proof, ties, all reasons;
- solve: `best_assignment` on the same points: the solver, the proof, ties by id;
- bare: scipy's `linear_sum_assignment` alone on the same matrix, no proof, ties as they fall;
- greedy: the best pair first, then the next best, and so on; with what it loses.
The sums of solve and bare must be equal.
"""

import resource

import numpy as np
from alternating import medians
from made_up_people import ON, people
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment  # type: ignore[import-untyped]

from duomatch import COACH, NEWCOMER, Policy, Profile, Weights, propose
from duomatch.assignment import NOBODY, best_assignment
from duomatch.candidates import Ground, find_candidates
from duomatch.columns import pool_of

GROUND = Ground(Policy.BEST_FIT, Weights(), require_shared_interest=False, bans=frozenset(), bonuses={})
SIZES = ((25, 17), (300, 300), (1000, 700), (2000, 2000))

Matrix = NDArray[np.int64]


def points(newcomers: list[Profile], coaches: list[Profile]) -> Matrix:
    """Thousandths of points of every pair that may be proposed, 0 for all others."""
    found = find_candidates(pool_of(newcomers, coaches, ON), GROUND)
    matrix = np.zeros((len(newcomers), len(coaches)), dtype=np.int64)
    matrix[found.i[found.eligible], found.j[found.eligible]] = found.mils[found.eligible]
    return matrix


def greedy(matrix: Matrix) -> int:
    """Sum of points when the best pair that is still free is taken each time."""
    total, free_rows, free_columns = 0, set(range(matrix.shape[0])), set(range(matrix.shape[1]))
    for place in np.argsort(-matrix, axis=None):
        row, column = divmod(int(place), matrix.shape[1])
        if matrix[row, column] == 0 or not free_rows:
            break
        if row in free_rows and column in free_columns:
            free_rows.discard(row)
            free_columns.discard(column)
            total += int(matrix[row, column])
    return total


def sum_of(matrix: Matrix, columns: NDArray[np.intp]) -> int:
    """Sum of points of an answer of `best_assignment`."""
    rows = np.nonzero(columns != NOBODY)[0]
    return int(matrix[rows, columns[rows]].sum())


def measure(size: tuple[int, int]) -> None:
    """Print one size."""
    newcomers, coaches = people(NEWCOMER, size[0], seed=1), people(COACH, size[1], seed=2)
    matrix = points(newcomers, coaches)
    room = np.ones(size[1], dtype=np.int64)
    took = medians(
        {
            "most duos": lambda: propose(newcomers, coaches, on=ON, policy=Policy.MOST_DUOS),
            "best fit": lambda: propose(newcomers, coaches, on=ON, policy=Policy.BEST_FIT),
            "solve": lambda: best_assignment(matrix, room),
            "bare": lambda: linear_sum_assignment(matrix, maximize=True),
            "greedy": lambda: greedy(matrix),
        },
        repeats=5,
    )
    best = sum_of(matrix, best_assignment(matrix, room))
    assert best == matrix[linear_sum_assignment(matrix, maximize=True)].sum()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{size[0]} x {size[1]} ({np.count_nonzero(matrix) / matrix.size:.0%} possible): "
        + ", ".join(f"{name} {seconds * 1000:.1f} ms" for name, seconds in took.items())
        + f"; solve / bare x {took['solve'] / took['bare']:.1f}"
        + f"; greedy loses {1 - greedy(matrix) / best:.2%}; {memory} MB at most so far"
    )


if __name__ == "__main__":
    for one_size in SIZES:
        measure(one_size)
