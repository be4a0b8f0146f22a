"""Sets of words as bits, so that "how many in common" is one instruction per 64 words."""

from collections.abc import Sequence, Set

import numpy as np
from numpy.typing import NDArray

Bits = NDArray[np.uint64]
Index = NDArray[np.intp]
WORD = 64


def pack(left: Sequence[Set[str]], right: Sequence[Set[str]]) -> tuple[Bits, Bits]:
    """Both sides as bits, shape (words, people); only words that occur on both sides are kept."""
    common = set().union(*left) & set().union(*right)
    position = {text: number for number, text in enumerate(sorted(common))}
    return _packed(left, position), _packed(right, position)


def count_common(left: Bits, right: Bits, i: Index, j: Index) -> NDArray[np.int64]:
    """How many words left[i] and right[j] share; i and j broadcast against each other."""
    counts = np.zeros(np.broadcast_shapes(i.shape, j.shape), dtype=np.int64)
    for own, others in zip(left, right, strict=True):
        counts += np.bitwise_count(own[i] & others[j])
    return counts


def _packed(people: Sequence[Set[str]], position: dict[str, int]) -> Bits:
    bits = np.zeros((-(-len(position) // WORD), len(people)), dtype=np.uint64)
    for person, texts in enumerate(people):
        for text in texts & position.keys():
            word, bit = divmod(position[text], WORD)
            bits[word, person] |= np.uint64(1 << bit)
    return bits
