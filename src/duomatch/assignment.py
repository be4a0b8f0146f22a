"""The best assignment of everybody at once, proven in whole numbers, with ties settled by order.

A benefit matrix holds, for each newcomer (row) and each coach (column), a whole number above 0 for a pair
that may be chosen and 0 for one that may not. One more column, with room for all and 0 for everybody, stands
for having nobody.
"""

import numpy as np

from duomatch.bitsets import Index
from duomatch.columns import Ints
from duomatch.errors import Impossible
from duomatch.ties import settle

NOBODY = -1
EXACT_IN_FLOAT = 2**53


def best_assignment(benefit: Ints, room: Ints) -> Index:
    """For each row the column that gives the highest sum of benefits, or -1; `room`: how often a column goes.

    Among equally good answers the first row gets the leftmost column it can have, then the second row, and so
    on. Raises Impossible when the numbers are too large to be exact.
    """
    rows, columns = benefit.shape
    if not benefit.any():
        return np.full(rows, NOBODY, dtype=np.intp)
    if int(benefit.max()) * 2 * rows >= EXACT_IN_FLOAT:
        raise Impossible("too_large", "the points are too large, or the people too many, for an exact answer")
    column_of = _solve(benefit, room)
    with_nobody, room = np.pad(benefit, ((0, 0), (0, 1))), np.append(room, rows + 1)
    prices = prove(with_nobody, room, column_of)
    worth = with_nobody - prices
    tight = worth == worth[np.arange(rows), column_of][:, None]
    tight[:, :columns] &= benefit > 0
    column_of = settle(tight, prices == 0, room, column_of)
    return np.where(column_of == columns, NOBODY, column_of)


def prove(benefit: Ints, room: Ints, column_of: Index) -> Ints:
    """Prices of the columns at which every row likes its own column best: proof that no better sum exists.

    Where there is room left the price is 0. So whatever rows gain over prices they gain here, and all room
    that has a price is sold: no other assignment can sum to more. Prices rise until nobody wants to move;
    raises ArithmeticError when that never comes, or when a column with room left gets a price.
    """
    has_room = np.bincount(column_of, minlength=len(room)) < room
    gain = benefit - benefit[np.arange(len(benefit)), column_of][:, None]
    prices: Ints = np.zeros(len(room), dtype=np.int64)
    unsettled = np.arange(len(benefit))
    for _ in range(len(benefit) + 1):
        offers = (gain[unsettled] + prices[column_of[unsettled], None]).max(axis=0)
        raised = np.maximum(prices, offers)
        unsettled = np.nonzero(raised[column_of] > prices[column_of])[0]
        prices = raised
        if prices[has_room].any():
            break
        if not unsettled.size:
            return prices
    raise ArithmeticError("the solver's answer is not the best one")


def _solve(benefit: Ints, room: Ints) -> Index:
    """scipy's answer, a column for each row; the number of columns, one too many, for nobody."""
    # Half a second to import: only who solves waits for it.
    from scipy.optimize import linear_sum_assignment  # type: ignore[import-untyped]  # noqa: PLC0415

    rows, columns = benefit.shape
    places = np.repeat(np.arange(columns), np.minimum(room, rows))
    row, place = linear_sum_assignment(benefit[:, places], maximize=True)
    column_of = np.full(rows, columns, dtype=np.intp)
    column_of[row] = np.where(benefit[row, places[place]] > 0, places[place], columns)
    return column_of
