"""What somebody was told is proof: another text is another version."""

from hashlib import sha256

import pytest

from samen.initiatives.rules import FollowUp
from samen.papers import note, rules, sheets
from samen.papers.choices import Situation
from samen.papers.messages import KINDS
from samen.papers.models import OrganisationNote

LAW = sheets.Law(answer_days=12, age=16, age_after_school=15)


def digest(*texts: object) -> str:
    return sha256("\n".join(str(text) for text in texts).encode()).hexdigest()[:12]


@pytest.mark.pure
def test_another_text_about_the_duty_is_another_version() -> None:
    """Did the Dutch change? Then write another TOLD_TEXT in rules.py, and the new digest here."""
    words = [sheets.sheet(situation, "nl", LAW, FollowUp()) for situation in Situation]
    letters = [(kind.subject, kind.body) for kind in KINDS]
    assert (rules.TOLD_TEXT, digest(*words, *letters)) == ("2026-11", "130cb6db319f")


@pytest.mark.pure
def test_another_text_of_the_note_is_another_version() -> None:
    """Did the Dutch change? Then write another NOTE_TEXT in rules.py, and the new digest here."""
    empty = OrganisationNote(version=1, organisation="")
    assert (rules.NOTE_TEXT, digest(note.note_text(empty, "nl"))) == ("2026-11", "45597070c902")


@pytest.mark.pure
def test_a_looser_rhythm_is_another_text_of_the_note() -> None:
    assert [rules.note_standard(FollowUp(rhythm=days)) for days in (7, 14)] == [rules.NOTE_TEXT] * 2
    standard = rules.note_standard(FollowUp(rhythm=21))
    assert (standard, rules.rhythm_of(standard)) == ("2026-11/21", 21)
    told = note.note_text(OrganisationNote(version=2, standard=standard), "nl")
    assert "minstens om de 21 dagen, zes tot twaalf maanden" in str(told)
    assert "twee weken" not in str(told)


@pytest.mark.pure
def test_a_sheet_tells_a_looser_rhythm() -> None:
    for situation in Situation:
        told = str(sheets.sheet(situation, "nl", LAW, FollowUp(rhythm=21)))
        assert "minstens om de 21 dagen, zes tot twaalf maanden" in told
        assert "twee weken" not in told
