"""When a row may stand beside the others."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen.rulebook.choices import Key
from samen.rulebook.rules import ABOUT, Span, ends_before, in_the_way

pytestmark = pytest.mark.pure

DAYS = st.dates(date(2020, 1, 1), date(2022, 1, 1))


@st.composite
def spans(draw: st.DrawFn) -> Span:
    first = draw(DAYS)
    return Span(first, draw(st.none() | st.integers(0, 300).map(lambda n: first + timedelta(days=n))))


def days(span: Span) -> set[date]:
    return {
        day
        for day in (date(2019, 12, 1) + timedelta(days=number) for number in range(1500))
        if span.first <= day and (span.last is None or day <= span.last)
    }


@given(spans(), spans())
def test_two_spans_meet_when_they_share_a_day(one: Span, other: Span) -> None:
    assert one.meets(other) is other.meets(one) is bool(days(one) & days(other))


@given(spans(), DAYS)
def test_a_span_holds_its_days(span: Span, day: date) -> None:
    assert span.holds(day) is (day in days(span))


@given(spans(), spans())
def test_what_is_not_in_the_way_shares_no_day_once_it_made_way(there: Span, new: Span) -> None:
    if in_the_way([there], new) is None:
        ended = Span(there.first, ends_before(there, new) or there.last)
        assert not ended.meets(new)
        assert ended.last is None or ended.last >= ended.first


def test_every_key_is_about_something() -> None:
    assert set(ABOUT) == set(Key)
    assert [key for key, about in ABOUT.items() if not about.is_words and about.least >= about.most] == []
