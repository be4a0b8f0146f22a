"""The second pair of eyes sees each fault: every check is shown a proposal that breaks it."""

from dataclasses import replace

import pytest

from duomatch import GenderWish, Pair, Result, Strength, propose
from duomatch.checks import faults
from tests.duomatch.people import coach, newcomer

pytestmark = pytest.mark.pure

NEWCOMERS = [newcomer("N1", wishes=(GenderWish("f", Strength.MUST),)), newcomer("N2"), newcomer("N3")]
COACHES = [coach("C1", gender="f"), coach("C2", gender="m", interests=frozenset({"koken"}))]
SOUND = propose(NEWCOMERS, COACHES)


def with_pairs(*pairs: Pair) -> Result:
    return replace(SOUND, pairs=pairs)


def found(result: Result, **rules: object) -> str:
    return "; ".join(faults(result, NEWCOMERS, COACHES, **rules))  # type: ignore[arg-type]


def test_a_sound_proposal_has_no_faults() -> None:
    assert [(pair.newcomer, pair.coach) for pair in SOUND.pairs] == [("N1", "C1"), ("N2", "C2")]
    assert found(SOUND) == ""


def test_each_fault_is_seen() -> None:
    one, two = SOUND.pairs
    assert "('coach', 'C1') has 2 duos and takes 1" in found(with_pairs(one, replace(two, coach="C1")))
    assert "not everybody is once in a pair or left over" in found(with_pairs(one))
    assert "a pair is there twice" in found(with_pairs(one, one))
    assert "the pin ('N1', 'C2') is gone" in found(SOUND, pins=[("N1", "C2")])
    assert "('N1', 'C1') is banned" in found(SOUND, bans=[("N1", "C1")])
    assert "N1 and C2 break a hard wish" in found(with_pairs(replace(one, coach="C2"), two))
    assert "N1 and C1 share no interest" in found(SOUND, require_shared_interest=True)
    assert "the points of N1 and C1 do not add up" in found(with_pairs(replace(one, score=1.0), two))
    assert "the scores do not add up" in found(replace(SOUND, totals=replace(SOUND.totals, score=1.0)))
    assert "the pairs are miscounted" in found(replace(SOUND, totals=replace(SOUND.totals, pairs=1)))
    assert "the shared interests are miscounted" in found(
        replace(SOUND, totals=replace(SOUND.totals, shared_interests=1))
    )
    silent = replace(SOUND, unmatched=(replace(SOUND.unmatched[0], reasons=()),))
    assert "left over without a reason" in found(silent)
