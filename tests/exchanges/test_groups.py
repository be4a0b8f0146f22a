"""Groups: duos apart, wishes kept, others than last time, late people, and swaps by hand."""

from datetime import timedelta
from itertools import combinations

import pytest

from samen.base.errors import Conflict, RuleBroken
from samen.events import actions as events
from samen.events import attendance_actions
from samen.events import invitation_actions as asking
from samen.events.choices import Reply
from samen.events.models import Invitation
from samen.exchanges import group_actions, queries
from samen.exchanges.actions import How
from samen.exchanges.grouping import divide, remarks_of, swap_told, usual_number
from samen.exchanges.models import PairWish, Seat, Session
from samen.people.models import Participation
from tests.exchanges.gathering import make_session, say_yes, some_duos
from tests.support.initiative import ACTOR, Office

pytestmark = pytest.mark.postgres


@pytest.fixture
def people(office: Office) -> list[Participation]:
    return some_duos(office, 4)


@pytest.fixture
def session(people: list[Participation]) -> Session:
    made = make_session()
    say_yes(made, people)
    return made


def late(session: Session) -> list[Invitation]:
    return queries.without_a_group(queries.who_sits(session.event), queries.groups(session))


def make(session: Session, count: int) -> None:
    group_actions.make_groups(session=session, count=count, actor=ACTOR)


def group_of(session: Session) -> dict[int, int]:
    """The group of everybody, by the number of their part."""
    seats = Seat.objects.filter(session=session)
    return dict(seats.values_list("invitation__participation_id", "group"))


def duos(people: list[Participation]) -> list[tuple[int, int]]:
    return [(one.pk, other.pk) for one, other in zip(people[::2], people[1::2], strict=True)]


def test_a_duo_never_sits_in_one_group_and_sizes_differ_by_one(
    session: Session, people: list[Participation]
) -> None:
    make(session, 3)
    group = group_of(session)
    assert all(group[one] != group[other] for one, other in duos(people))
    assert sorted(len(one.people) for one in queries.groups(session)) == [2, 3, 3]
    assert remarks_of(session, queries.groups(session)) == []


def test_a_duo_in_one_group_of_two_is_told(office: Office) -> None:
    both = some_duos(office, 1)
    session = make_session()
    say_yes(session, both)
    make(session, 1)
    (told,) = remarks_of(session, queries.groups(session))
    assert told.endswith("moeten apart zitten en zitten samen.")
    assert "Coach0" in told
    assert "Nieuw0" in told


def test_duos_may_sit_together_when_that_is_chosen(office: Office) -> None:
    both = some_duos(office, 1)
    session = make_session(how=How(keeps_duos_apart=False))
    say_yes(session, both)
    make(session, 1)
    assert remarks_of(session, queries.groups(session)) == []


def test_the_same_people_give_the_same_groups(session: Session) -> None:
    people = queries.who_sits(session.event)
    assert divide(session, people, 3) == divide(session, list(reversed(people)), 3)


def test_wished_and_excluded_pairs_are_kept_and_the_last_word_counts(
    session: Session, people: list[Participation]
) -> None:
    one, other, third = people[0].pk, people[2].pk, people[4].pk
    for wished, together in (((one, other), False), ((other, one), True), ((one, third), False)):
        group_actions.wish_pair(
            session=session, one=wished[0], other=wished[1], together=together, actor=ACTOR
        )
    assert PairWish.objects.count() == 2
    make(session, 2)
    group = group_of(session)
    assert group[one] == group[other] != group[third]
    with pytest.raises(RuleBroken):
        group_actions.wish_pair(session=session, one=one, other=one, together=True, actor=ACTOR)


def test_people_meet_others_than_last_time(office: Office, people: list[Participation]) -> None:
    last = make_session(days=-40)
    say_yes(last, people)
    make(last, 2)
    now = make_session()
    say_yes(now, people)
    met = queries.met_before(now, [one.pk for one in people])
    assert len(met) == 2 * len(list(combinations(range(4), 2)))
    make(now, 4)
    group = group_of(now)
    assert sum(times for (one, other), times in met.items() if group[one] == group[other]) == 0


def test_who_was_there_is_divided_once_that_is_noted(session: Session, people: list[Participation]) -> None:
    came = [one.pk for one in queries.who_sits(session.event)[:5]]
    attendance_actions.note_attendance(
        event=session.event, came=came, guests=0, now=session.event.starts_at, actor=ACTOR
    )
    make(session, 2)
    assert set(Seat.objects.values_list("invitation_id", flat=True)) == set(came)


def test_who_comes_in_late_sits_in_the_smallest_group(
    office: Office, session: Session, people: list[Participation]
) -> None:
    make(session, 3)
    say_yes(session, [office.coach("Laat")])
    assert [one.participation.person.given_name for one in late(session)] == ["Laat"]
    assert group_actions.seat_late(session=session, actor=ACTOR) == 1
    assert sorted(len(one.people) for one in queries.groups(session)) == [3, 3, 3]
    assert late(session) == []


def test_who_comes_in_late_does_not_sit_with_their_duo(office: Office) -> None:
    people = some_duos(office, 3)
    session = make_session()
    asked = say_yes(session, people[1:])
    make(session, 2)
    partner_seat = next(one for one in asked if one.participation_id == people[1].pk)
    (late_one,) = say_yes(session, people[:1])
    group_actions.seat_late(session=session, actor=ACTOR)
    group = group_of(session)
    assert group[late_one.participation_id] != group[partner_seat.participation_id]


def test_who_does_not_come_after_all_sits_nowhere(session: Session, people: list[Participation]) -> None:
    make(session, 2)
    gone = Invitation.objects.get(event=session.event, participation=people[0])
    now = session.event.starts_at - timedelta(days=1)
    asking.answer(invitation=gone, reply=Reply.NO, now=now, actor=ACTOR)
    assert sum(len(one.people) for one in queries.groups(session)) == 7


def test_people_of_a_session_that_was_called_off_did_not_meet(people: list[Participation]) -> None:
    last = make_session(days=-40)
    say_yes(last, people)
    make(last, 2)
    events.cancel(event=last.event, now=last.event.starts_at - timedelta(hours=1), actor=ACTOR)
    assert queries.met_before(make_session(), [one.pk for one in people]) == {}


@pytest.mark.parametrize("count", [9, 99])
def test_no_more_groups_than_people(session: Session, count: int) -> None:
    with pytest.raises(RuleBroken) as refused:
        make(session, count)
    assert refused.value.code == "too_many_groups"


def test_of_nobody_no_groups(office: Office) -> None:
    with pytest.raises(RuleBroken) as refused:
        make(make_session(), 2)
    assert refused.value.code == "nobody_comes"


# ---------- By hand ----------


def partner(session: Session, people: list[Participation]) -> tuple[Invitation, Invitation]:
    """Somebody, and somebody in the group of their partner who is not that partner."""
    group = group_of(session)
    one, other = people[0], people[1]
    there = next(
        part for part in people if group[part.pk] == group[other.pk] and part.pk not in (one.pk, other.pk)
    )
    return tuple(Invitation.objects.get(event=session.event, participation=part) for part in (one, there))  # type: ignore[return-value]


def test_a_swap_tells_first_what_it_does(session: Session, people: list[Participation]) -> None:
    make(session, 2)
    one, other = partner(session, people)
    told = swap_told(session, queries.groups(session), one.pk, other.pk)
    assert told.is_worse
    assert "Er zitten meer mensen samen die apart moeten zitten." in told.sentences
    before = group_of(session)
    group_actions.swap(session=session, one=one.pk, other=other.pk, actor=ACTOR)
    after = group_of(session)
    assert (after[one.participation_id], after[other.participation_id]) == (
        before[other.participation_id],
        before[one.participation_id],
    )
    assert len(remarks_of(session, queries.groups(session))) >= 1


def test_who_is_gone_is_not_swapped(session: Session) -> None:
    make(session, 2)
    with pytest.raises(Conflict):
        group_actions.swap(session=session, one=999_999, other=1, actor=ACTOR)
    with pytest.raises(RuleBroken):
        swap_told(session, queries.groups(session), 999_999, 1)


def test_two_of_one_group_are_not_swapped(session: Session) -> None:
    make(session, 2)
    first, second = queries.groups(session)[0].people[:2]
    with pytest.raises(RuleBroken) as refused:
        swap_told(session, queries.groups(session), first.pk, second.pk)
    assert refused.value.code == "same_group"


@pytest.mark.pure
@pytest.mark.parametrize(("people", "groups"), [(0, 1), (1, 1), (6, 1), (12, 2), (30, 5)])
def test_a_usual_group_has_about_six(people: int, groups: int) -> None:
    assert usual_number(people) == groups


def test_a_later_session_does_not_count_as_before(people: list[Participation]) -> None:
    later = make_session(days=20)
    say_yes(later, people)
    make(later, 2)
    assert queries.met_before(make_session(days=5), [one.pk for one in people]) == {}
    assert timedelta() < later.event.ends_at - later.event.starts_at
