"""Many newcomers set against many coaches: which two stand in each place, and how far apart they live."""

from dataclasses import dataclass
from functools import cached_property
from typing import Self

import numpy as np

from duomatch.bitsets import Index
from duomatch.columns import Floats, Pool, Side
from duomatch.distance import arc_km
from duomatch.profiles import NEWCOMER


@dataclass(frozen=True)
class Pairings:
    """Newcomers i with coaches j; the two index arrays broadcast to a list of pairs or to a grid."""

    pool: Pool
    i: Index
    j: Index

    @classmethod
    def grid(cls, pool: Pool, i: Index, j: Index) -> Self:
        """Each of the newcomers i with each of the coaches j, shape (len(i), len(j))."""
        return cls(pool, i[:, None], j[None, :])

    @property
    def shape(self) -> tuple[int, ...]:
        """The shape of every answer about these pairs."""
        return np.broadcast_shapes(self.i.shape, self.j.shape)

    @cached_property
    def km(self) -> Floats:
        """Kilometres between the two; NaN where not known."""
        return arc_km(self.pool.newcomers.sphere[:, self.i], self.pool.coaches.sphere[:, self.j])

    def as_seen_by(self, role: str) -> tuple[Side, Index, Side, Index]:
        """The side of this role with its index, then the other side with its index."""
        own, other = (self.pool.newcomers, self.i), (self.pool.coaches, self.j)
        return (*own, *other) if role == NEWCOMER else (*other, *own)
