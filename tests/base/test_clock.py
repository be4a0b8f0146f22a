"""One clock for everything, on the time of Brussels."""

from datetime import UTC, date, datetime, timedelta

import pytest

from samen.base import clock

pytestmark = pytest.mark.pure


def test_now_is_this_moment_in_brussels() -> None:
    before = datetime.now(UTC)
    now = clock.now()
    assert before <= now <= datetime.now(UTC)
    assert str(now.tzinfo) == "Europe/Brussels"
    assert clock.today() == now.date()


def move_to(moment: datetime) -> timedelta:
    """How far the clock on the wall stands from there."""
    return moment.astimezone(clock.BRUSSELS) - clock.now()


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        # Midnight in Brussels, in winter and in summer.
        (datetime(2026, 1, 31, 22, 59, 30, tzinfo=UTC), date(2026, 1, 31)),
        (datetime(2026, 1, 31, 23, 0, 30, tzinfo=UTC), date(2026, 2, 1)),
        (datetime(2026, 6, 30, 21, 59, 30, tzinfo=UTC), date(2026, 6, 30)),
        (datetime(2026, 6, 30, 22, 0, 30, tzinfo=UTC), date(2026, 7, 1)),
        # The nights on which the clock is moved.
        (datetime(2027, 3, 28, 1, 30, tzinfo=UTC), date(2027, 3, 28)),
        (datetime(2027, 10, 31, 0, 30, tzinfo=UTC), date(2027, 10, 31)),
        (datetime(2026, 12, 31, 23, 0, 30, tzinfo=UTC), date(2027, 1, 1)),
        (datetime(2028, 2, 28, 23, 0, 30, tzinfo=UTC), date(2028, 2, 29)),
    ],
)
def test_a_day_is_a_day_in_brussels(moment: datetime, day: date) -> None:
    with clock.shifted(move_to(moment)):
        assert clock.today() == day


def test_shifting_adds_up_and_ends_with_its_block() -> None:
    start = clock.now()

    def days() -> int:
        return round((clock.now() - start) / timedelta(days=1))

    with clock.shifted(timedelta(days=15)):
        assert days() == 15
        with clock.shifted(timedelta(days=-20)):
            assert days() == -5
        with pytest.raises(ZeroDivisionError), clock.shifted(timedelta(days=1)):
            1 / 0  # noqa: B018
        assert days() == 15
    assert days() == 0
