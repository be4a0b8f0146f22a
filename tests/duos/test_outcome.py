"""What people say themselves: the same people at each moment, and never of few."""

from collections import Counter
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as some

from samen.base import clock
from samen.duos import check_in_actions
from samen.duos.check_in_actions import Said
from samen.duos.choices import CheckInMoment, CheckInWay, ClosingReason
from samen.duos.models import Duo
from samen.duos.outcome import (
    END,
    FEWEST,
    HALFWAY,
    START,
    Answer,
    Measured,
    Score,
    Share,
    measured,
    share,
    tellable,
)
from samen.duos.outcome_queries import impact
from samen.events import actions as events
from samen.events.actions import About
from samen.events.attendance_actions import note_attendance
from samen.events.choices import EventKind
from samen.events.invitation_actions import invite
from samen.events.models import Invitation
from samen.initiatives.choices import Role as StaffRole
from samen.people.choices import Role
from samen.people.models import Participation
from tests.support.initiative import ACTOR, Office, close_duo, make_office


def person(who: int, year: int = 2025, duo: int = 0, **scores: int) -> list[Score]:
    moments = {"start": START, "halfway": HALFWAY, "end": END}
    return [Score(who, duo or who, year, moments[name], score) for name, score in scores.items()]


def people(count: int, year: int = 2025, first: int = 1, **scores: int) -> list[Score]:
    return [one for who in range(first, first + count) for one in person(who, year, **scores)]


def test_the_same_people_at_each_moment() -> None:
    five = people(4, start=1, end=3) + person(5, start=2, end=5)
    # Who said it once counts nowhere.
    once = people(9, first=50, start=5)
    assert measured(five + once) == Measured(5, {START: 1.2, END: 3.4})


def test_all_three_moments_when_enough_people_gave_them() -> None:
    three = people(5, start=1, halfway=2, end=4)
    two = people(3, first=20, start=5, end=5)
    assert measured(three + two) == Measured(5, {START: 1.0, HALFWAY: 2.0, END: 4.0})
    assert measured(three[3:] + two) == Measured(7, {START: 2.7, END: 4.4})
    assert measured(people(5, start=2, halfway=3)) == Measured(5, {START: 2.0, HALFWAY: 3.0})


def test_four_people_are_not_told_of() -> None:
    assert measured(people(4, start=1, end=5)) is None
    assert measured([]) is None


def test_somebody_with_two_duos_counts_once_with_the_first() -> None:
    again = person(1, 2026, duo=99, start=5, end=5)
    assert measured(people(5, start=1, end=2) + again) == Measured(5, {START: 1.0, END: 2.0})
    assert measured(people(4, start=1, end=2) + again) is None


def test_a_small_year_is_told_with_others_or_not_at_all() -> None:
    large, small = people(5, 2024, start=1, end=1), people(3, 2025, first=10, start=5, end=5)
    assert measured(large + small) == Measured(5, {START: 1.0, END: 1.0})
    assert measured(large + small, 2025) is None
    more = people(2, 2026, first=20, start=5, end=5)
    assert measured(large + small + more) == Measured(10, {START: 3.0, END: 3.0})


YEARS = some.dictionaries(some.integers(2018, 2026), some.lists(some.integers(), max_size=8), max_size=5)


@given(by_year=YEARS)
def test_no_two_answers_together_point_at_few(by_year: dict[int, list[int]]) -> None:
    whole = tellable(by_year, None)
    years = {year: tellable(by_year, year) for year in by_year}
    for told in (whole, *years.values()):
        assert not 0 < len(told) < FEWEST
    rest = Counter(whole)
    for told in years.values():
        assert not Counter(told) - Counter(whole)
        rest -= Counter(told)
    assert not 0 < rest.total() < FEWEST


@given(
    given_scores=some.lists(
        some.builds(
            Score,
            some.integers(1, 12),
            some.integers(1, 3),
            some.integers(2024, 2026),
            some.sampled_from([START, HALFWAY, END]),
            some.integers(1, 5),
        ),
        max_size=80,
    ),
    year=some.sampled_from([None, 2024, 2025, 2026]),
)
def test_averages_stay_between_one_and_five_and_are_of_at_least_five(
    given_scores: list[Score], year: int | None
) -> None:
    found = measured(given_scores, year)
    if found is None:
        return
    assert FEWEST <= found.people <= len({one.who for one in given_scores})
    assert START in found.averages
    assert len(found.averages) > 1
    assert all(1 <= average <= 5 for average in found.averages.values())


def test_the_last_answer_of_each_counts() -> None:
    answers = [Answer(who, 2025, "bad") for who in range(5)] + [Answer(who, 2025, "good") for who in range(4)]
    assert share(answers) == Share(5, 80)
    assert share(answers[:4]) is None
    assert share(answers, 2024) is None


# ---------- The page ----------


def says(duo: Duo, moment: CheckInMoment, role: Role, score: int) -> None:
    name = "experience" if role == Role.COACH else "speaking"
    check_in_actions.answer(
        duo=duo,
        moment=moment,
        by_role=role,
        said=Said("good", "good", "so_so", scores={name: score}),
        way=CheckInWay.OWN_PAGE,
        now=clock.now(),
        actor=ACTOR,
    )


@pytest.fixture
def duos(office: Office) -> list[Duo]:
    """Five duos that met once; four newcomers and five coaches said it twice."""
    made = [office.duo(office.newcomer("Amal"), office.coach("Bart"), met_days_ago=[3]) for _n in range(5)]
    for nth, duo in enumerate(made):
        for moment, score in ((START, 2), (END, 4)):
            says(duo, moment, Role.COACH, score)
            if nth:
                says(duo, moment, Role.NEWCOMER, score)
    return made


def test_numbers_apart_from_outcome_and_nobody_by_name(office: Office, duos: list[Duo]) -> None:
    page = office.client().get(office.url(f"duos/impact/?year={duos[0].starts_on.year}")).content.decode()
    main = page[page.index("<main") :]
    assert '<dt>Ontmoetingen</dt><dd class="figure">5</dd>' in main
    assert '<dt>Uren samen</dt><dd class="figure">10</dd>' in main
    assert [words in main for words in ("Amal", "Bart")] == [False, False]
    coaches = main[main.index("Ervaring als coach") :]
    assert ["2,0" in coaches, "4,0" in coaches, "Van 5 mensen" in coaches] == [True] * 3
    speaking = main[main.index("Nederlands spreken") : main.index("Mensen kennen")]
    assert "Nog geen 5 mensen zeiden dit meer dan eens." in speaking
    assert "<svg" not in speaking.replace('<svg class="icon', "")
    assert "Nieuwkomers: nog geen 5 antwoorden." in main


def test_who_stopped_early_is_told_apart_and_moves_nothing(office: Office, duos: list[Duo]) -> None:
    before = impact(None)
    stopped = []
    for nth in range(5):
        duo = office.duo(office.newcomer("Amal"), office.coach("Bart"))
        # The same people as above, or others: neither counts among those who went on.
        close_duo(duo, ClosingReason.NO_TIME, clock.today() - timedelta(days=9))
        stopped.append(duo)
        after_end(duo, Role.COACH, "bad" if nth else "good")
    found = impact(None)
    assert (found.scored, found.asked) == (before.scored, before.asked)
    assert [(one.newcomers, one.coaches) for one in found.after] == [
        (None, Share(5, 20)),
        (None, Share(5, 100)),
        (None, Share(5, 100)),
    ]
    assert [one.coaches for one in before.after] == [None] * 3
    page = office.client().get(office.url("duos/impact/")).content.decode()
    assert "Het was goed" in page[page.index("Wie vroeger stopte") :]


def after_end(duo: Duo, role: Role, going: str) -> None:
    duo.refresh_from_db()
    check_in_actions.answer(
        duo=duo,
        moment=CheckInMoment.AFTER_END,
        by_role=role,
        said=Said(going, "good", "good"),
        way=CheckInWay.OWN_PAGE,
        now=clock.now(),
        actor=ACTOR,
    )


@pytest.mark.parametrize("year", ["", "2020", "nonsense", "99999", "0000", "²²²²", "9999"])
def test_any_year_may_be_asked(office: Office, duos: list[Duo], year: str) -> None:
    assert office.client().get(office.url(f"duos/impact/?year={year}")).status_code == 200


def test_only_who_follows_duos_and_each_its_own(office: Office, duos: list[Duo]) -> None:
    assert office.client(StaffRole.READER).get(office.url("duos/impact/")).status_code == 403
    other = make_office("gent", "Samen in Gent")
    page = other.client().get(other.url("duos/impact/")).content.decode()
    assert '<dt>Duo’s</dt><dd class="figure">0</dd>' in page


def test_it_reads_as_often_for_many_as_for_few(office: Office, duos: list[Duo]) -> None:
    client, counts = office.client(), []
    for _round in range(2):
        client.get(office.url("duos/impact/"))
        with CaptureQueriesContext(connection) as seen:
            client.get(office.url("duos/impact/"))
        counts.append(len(seen))
        says(office.duo(), START, Role.NEWCOMER, 3)
    assert counts == [counts[0]] * 2


def come_together(kind: EventKind, people: list[Participation], came: int) -> int:
    """A gathering of three days ago, where the first so many came; returns its year."""
    starts = clock.now() - timedelta(days=3)
    event = events.plan(
        starts_at=starts,
        ends_at=starts + timedelta(hours=1),
        place="De bib",
        note="",
        about=About(kind=kind),
        now=starts - timedelta(days=1),
        actor=ACTOR,
    )
    invite(event=event, parts=people, now=starts - timedelta(days=1), actor=ACTOR)
    there = Invitation.objects.filter(event=event, participation__in=people[:came])
    came_pks = list(there.values_list("pk", flat=True))
    if came:
        note_attendance(event=event, came=came_pks, guests=0, now=clock.now(), actor=ACTOR)
    return starts.year


def test_gatherings_where_somebody_was_noted_are_counted(office: Office) -> None:
    people = [office.newcomer("Amal"), office.coach("Bart")]
    come_together(EventKind.SOCIAL, people, 0)
    assert (impact(None).numbers.gatherings, impact(None).numbers.came) == (0, 0)
    year = come_together(EventKind.SOCIAL, people, 1)
    for asked, told in ((None, (1, 1)), (year, (1, 1)), (year - 1, (0, 0))):
        assert (impact(asked).numbers.gatherings, impact(asked).numbers.came) == told


def test_who_came_twice_is_one_and_an_information_session_is_no_gathering(office: Office) -> None:
    people = [office.newcomer("Amal"), office.coach("Bart")]
    for came in (1, 2):
        come_together(EventKind.EXCHANGE, people, came)
    come_together(EventKind.INFORMATION, [*people, office.newcomer("Nieuw")], 3)
    assert (impact(None).numbers.gatherings, impact(None).numbers.came) == (2, 2)
