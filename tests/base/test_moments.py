"""Days and hours in words: the order and the words of each language, the clock of Brussels."""

from datetime import UTC, date, datetime

import pytest
from django.utils.translation import override

from samen.base.languages import codes
from samen.base.moments import full_day, full_day_lazy, hour

FRIDAY = date(2026, 11, 27)
WRITTEN = {
    "nl": "vrijdag 27 november",
    "en": "Friday 27 November",
    "fr": "vendredi 27 novembre",
    "ar": "الجمعة، 27 نوفمبر",
    "fa": "جمعه 27 نوامبر",
    "tr": "27 Kasım Cuma",
    "uk": "пʼятниця, 27 листопада",
    "ru": "пятница, 27 ноября",
    "es": "viernes, 27 de noviembre",
    "ro": "vineri, 27 noiembrie",
}


def test_every_language_of_the_site_is_written_down_here() -> None:
    assert set(WRITTEN) == set(codes())


@pytest.mark.parametrize("language", WRITTEN)
def test_a_day_in_the_words_and_the_order_of_its_language(language: str) -> None:
    with override(language):
        assert full_day(FRIDAY) == WRITTEN[language]


def test_a_language_without_a_table_has_the_dutch_day() -> None:
    with override("xx"):
        assert full_day(FRIDAY) == WRITTEN["nl"]


def test_a_moment_is_that_of_brussels() -> None:
    late = datetime(2026, 11, 26, 23, 30, tzinfo=UTC)
    assert (full_day(late), hour(late)) == (WRITTEN["nl"], "00:30")


def test_a_lazy_day_is_said_when_it_is_shown() -> None:
    day = full_day_lazy(FRIDAY)
    with override("tr"):
        assert str(day) == WRITTEN["tr"]
    assert str(day) == WRITTEN["nl"]
