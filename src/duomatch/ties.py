"""Among equally good assignments the one that comes first by order, so that every run gives the same."""

import numpy as np
from numpy.typing import NDArray

from duomatch.bitsets import Index
from duomatch.columns import Ints

Mask = NDArray[np.bool_]
NOT_REACHED = -1


def settle(tight: Mask, spare: Mask, room: Ints, column_of: Index) -> Index:
    """The first of all best assignments: each row in turn gets the leftmost column it can have.

    `tight` marks the cells that a best assignment may use, `spare` the columns that it may leave with room:
    every assignment within these is a best one. The last column stands for having nobody.
    """
    column_of = column_of.copy()
    allowed = np.array(tight, order="F")
    for row in range(len(allowed)):
        held = int(column_of[row])
        if allowed[row, :held].any():
            _take_first(row, allowed, spare, room, column_of)
        allowed[row] = np.arange(len(room)) == column_of[row]
    return column_of


def _take_first(row: int, allowed: Mask, spare: Mask, room: Ints, column_of: Index) -> None:
    """Give the row the leftmost column that can be cleared for it by others moving on."""
    held = int(column_of[row])
    wanted = np.nonzero(allowed[row, :held])[0]
    mover, moves_to = _ways_to(held, int(wanted[0]), allowed, spare, room, column_of)
    reached = wanted[moves_to[wanted] != NOT_REACHED]
    if not reached.size:
        return
    column = int(reached[0])
    column_of[row] = column
    while column != held:
        if mover[column] != NOT_REACHED:
            column_of[mover[column]] = moves_to[column]
        column = int(moves_to[column])


def _ways_to(
    held: int, first: int, allowed: Mask, spare: Mask, room: Ints, column_of: Index
) -> tuple[Index, Index]:
    """For each column who moves out of it, and where to, so that in the end one place in `held` is filled.

    Nobody needs to move out of a column with room, if another may be left with room instead. Stops as soon as
    column `first` is reached.
    """
    has_room = np.bincount(column_of, minlength=len(room)) < room
    mover = np.full(len(room), NOT_REACHED, dtype=np.intp)
    moves_to = np.full(len(room), NOT_REACHED, dtype=np.intp)
    moves_to[held] = held
    queue = [held]
    for column in queue:
        rows = np.nonzero(allowed[:, column])[0]
        rows = rows[moves_to[column_of[rows]] == NOT_REACHED]
        mover[column_of[rows]] = rows
        fresh = np.zeros(len(room), dtype=np.bool_)
        fresh[column_of[rows]] = True
        if spare[column]:
            fresh |= has_room & (moves_to == NOT_REACHED)
        moves_to[fresh] = column
        if moves_to[first] != NOT_REACHED:
            break
        queue.extend(np.nonzero(fresh)[0].tolist())
    return mover, moves_to
