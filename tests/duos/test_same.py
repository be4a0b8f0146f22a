"""Each of the two notes another day for one meeting: asked, never joined or dropped unasked."""

from datetime import date, datetime, time, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from samen.base import clock
from samen.base.audit import Actor
from samen.base.errors import Conflict
from samen.base.models import AuditLine
from samen.base.scoping import scope
from samen.duos import actions
from samen.duos.choices import PlanStatus
from samen.duos.models import Duo, Meeting, ToldApart
from samen.duos.rules import Noted, may_be_the_same, maybe_the_same
from samen.duos.same_actions import are_one, are_two
from samen.duos.same_queries import asked_about
from samen.duos.same_queries import maybe_the_same as pairs_of
from samen.initiatives.choices import Role as StaffRole
from samen.people.access import COOKIE
from samen.people.link_actions import make_link, open_link
from samen.people.models import Participation
from tests.compliance.test_at_once import at_once
from tests.support.initiative import ACTOR, Office, make_office

DAY = date(2026, 6, 10)
SIDES = st.sampled_from(["newcomer", "coach", ""])


@pytest.fixture
def duo(office: Office) -> Duo:
    return office.duo(office.newcomer("Amal"), office.coach("Bart"))


def ago(days: int) -> date:
    return clock.today() - timedelta(days=days)


def note(duo: Duo, part: Participation | None, days_ago: int) -> Meeting:
    actor = Actor(f"part:{part.pk}") if part else ACTOR
    return actions.log_meeting(duo=duo, met_on=ago(days_ago), minutes=120, today=clock.today(), actor=actor)


def phone(part: Participation) -> Client:
    link, _token, _code = make_link(part=part, now=clock.now(), actor=ACTOR)
    client = Client()
    client.cookies[COOKIE] = open_link(link=link, now=clock.now())
    return client


def pairs(duo: Duo, in_days: int = 0) -> list[tuple[int, int]]:
    found = pairs_of(duo, clock.today() + timedelta(days=in_days))
    return [(pair.first.pk, pair.second.pk) for pair in found]


def met(duo: Duo) -> list[date]:
    return sorted(Meeting.objects.filter(duo=duo).values_list("met_on", flat=True))


# ---------- The rule ----------


def noted(number: int, days: int, by: str, was_planned: bool = False) -> Noted:
    return Noted(number, DAY + timedelta(days=days), by, DAY + timedelta(days=10), was_planned)


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        (noted(1, 0, "coach"), noted(2, 1, "newcomer"), True),
        (noted(1, 0, "coach"), noted(2, -2, "newcomer"), True),
        (noted(1, 0, "coach"), noted(2, 0, "newcomer"), False),
        (noted(1, 0, "coach"), noted(2, 3, "newcomer"), False),
        (noted(1, 0, "coach"), noted(2, 1, "coach"), False),
        (noted(1, 0, ""), noted(2, 1, "newcomer"), False),
        (noted(1, 0, "coach", was_planned=True), noted(2, 1, "newcomer"), False),
        (noted(1, 0, "coach"), noted(2, 1, "newcomer", was_planned=True), False),
    ],
)
def test_a_day_or_two_apart_by_each_and_not_agreed(one: Noted, other: Noted, may: bool) -> None:
    assert may_be_the_same(one, other) is may
    assert may_be_the_same(other, one) is may


@given(st.lists(st.tuples(st.integers(0, 30), SIDES, st.booleans()), max_size=12))
def test_no_pair_is_asked_twice_and_each_in_the_order_of_noting(rows: list[tuple[int, str, bool]]) -> None:
    held = [noted(n, days, by, is_planned) for n, (days, by, is_planned) in enumerate(rows)]
    found = maybe_the_same(held, told_apart=(), today=DAY)
    assert len(found) == len(set(found))
    assert all(first < second for first, second in found)
    assert maybe_the_same(held, told_apart=found, today=DAY) == []
    assert maybe_the_same(reversed(held), told_apart=(), today=DAY) == found


# ---------- Whom it is asked ----------


def test_the_second_to_note_is_asked_and_the_first_is_not(duo: Duo) -> None:
    first, second = note(duo, duo.coach, 2), note(duo, duo.newcomer, 1)
    assert pairs(duo) == [(first.pk, second.pk)]
    assert asked_about(duo, first, clock.today()) is None
    found = asked_about(duo, second, clock.today())
    assert found
    assert (found.first, found.first_by) == (first, "coach")


def test_for_six_weeks(duo: Duo) -> None:
    note(duo, duo.coach, 2)
    note(duo, duo.newcomer, 1)
    assert [len(pairs(duo, in_days=n)) for n in (42, 43)] == [1, 0]


def test_a_day_that_was_agreed_is_not_asked(duo: Duo) -> None:
    note(duo, duo.coach, 2)
    note(duo, duo.newcomer, 1)
    moment = datetime.combine(ago(2), time(23, 30), clock.BRUSSELS)
    duo.plans.create(
        initiative=duo.initiative,
        by_role="coach",
        status=PlanStatus.AGREED,
        starts_at=moment,
        agreed_at=moment,
        made_at=moment,
    )
    assert pairs(duo) == []


# ---------- On one's own page ----------


def test_yes_keeps_the_day_that_was_noted_first(duo: Duo) -> None:
    coach, newcomer = phone(duo.coach), phone(duo.newcomer)
    coach.post(reverse("my_met", args=[duo.pk]), {"day": ago(2).isoformat()})
    first = Meeting.objects.get()
    page = newcomer.post(reverse("my_met", args=[duo.pk]), {"day": ago(1).isoformat()}, follow=True)
    second = Meeting.objects.exclude(pk=first.pk).get()
    text = page.content.decode()
    assert ["Is dit dezelfde keer?" in text, "Bart schreef op:" in text] == [True, True]
    # Until somebody answers both are there.
    assert met(duo) == [ago(2), ago(1)]
    assert "Is dit dezelfde keer?" not in coach.get(reverse("my_saved", args=[first.pk])).content.decode()
    url = reverse("my_same", args=[second.pk])
    answer = newcomer.post(url, {"first": first.pk, "same": "yes"})
    assert answer["Location"] == reverse("my_saved", args=[first.pk])
    assert met(duo) == [ago(2)]
    for client in (coach, newcomer):
        assert client.get(reverse("my_saved", args=[first.pk])).status_code == 200
    line = AuditLine.objects.get(verb="meetings_are_one")
    assert line.facts == {"meeting": first.pk, "was": ago(1).isoformat()}


def test_no_keeps_two_and_asks_nobody_again(duo: Duo) -> None:
    first, second = note(duo, duo.coach, 2), note(duo, duo.newcomer, 1)
    client, url = phone(duo.newcomer), reverse("my_same", args=[second.pk])
    page = client.post(url, {"first": first.pk, "same": "no"}, follow=True)
    assert "Is dit dezelfde keer?" not in page.content.decode()
    assert (met(duo), pairs(duo), ToldApart.objects.count()) == ([ago(2), ago(1)], [], 1)
    # Pressed again it is told, not done.
    page = client.post(url, {"first": first.pk, "same": "yes"}, follow=True)
    assert "Dat is al beantwoord." in page.content.decode()
    assert met(duo) == [ago(2), ago(1)]


def test_what_was_told_of_one_goes_along(duo: Duo) -> None:
    first, second = note(duo, duo.coach, 2), note(duo, duo.newcomer, 1)
    actions.describe_meeting(
        meeting=second, activity="wandelen", minutes=60, proposed_by="coach", smile="good", actor=ACTOR
    )
    kept = are_one(duo=duo, first=first.pk, second=second.pk, today=clock.today(), actor=ACTOR)
    kept.refresh_from_db()
    assert (kept.activity, kept.minutes, kept.proposed_by, kept.smile) == ("wandelen", 60, "coach", "good")


def test_what_was_told_of_the_first_stays(duo: Duo) -> None:
    first, second = note(duo, duo.coach, 2), note(duo, duo.newcomer, 1)
    for meeting, what in ((first, "koken"), (second, "wandelen")):
        actions.describe_meeting(meeting=meeting, activity=what, minutes=60, proposed_by="", actor=ACTOR)
    first.refresh_from_db()
    assert are_one(duo=duo, first=first.pk, second=second.pk, today=clock.today(), actor=ACTOR) == first
    assert Meeting.objects.get().activity == "koken"


def test_what_only_the_second_told_goes_along(duo: Duo) -> None:
    first, second = note(duo, duo.coach, 2), note(duo, duo.newcomer, 1)
    actions.describe_meeting(meeting=first, activity="koken", minutes=60, proposed_by="", actor=ACTOR)
    told = {"activity": "wandelen", "minutes": 90, "proposed_by": "newcomer", "smile": "good"}
    actions.describe_meeting(meeting=second, actor=ACTOR, **told)  # type: ignore[arg-type]
    are_one(duo=duo, first=first.pk, second=second.pk, today=clock.today(), actor=ACTOR)
    kept = Meeting.objects.get()
    assert (kept.activity, kept.minutes, kept.proposed_by, kept.smile) == ("koken", 60, "newcomer", "good")


@pytest.mark.parametrize(
    "wrong",
    [
        {"same": "maybe"},
        {"same": "\x00"},
        {"first": "\x00"},
        {"first": "²"},
        {"first": "0"},
    ],
)
def test_what_cannot_be_changes_nothing(duo: Duo, office: Office, wrong: dict[str, str]) -> None:
    first, second = note(duo, duo.coach, 2), note(duo, duo.newcomer, 1)
    said = {"first": str(first.pk), "same": "yes", **wrong}
    answer = phone(duo.newcomer).post(reverse("my_same", args=[second.pk]), said, follow=True)
    assert "Is dit dezelfde keer?" in answer.content.decode()
    desk = office.url(f"duos/{duo.pk}/meetings/{second.pk}/same/")
    answer = office.client().post(desk, said, follow=True)
    assert "Tot iemand antwoordt, telt het twee keer." in answer.content.decode()
    assert len(met(duo)) == 2


def test_two_that_were_not_asked_are_not_joined(duo: Duo) -> None:
    """An address that somebody made up: far apart, by one side, or in another order."""
    far, near = note(duo, duo.coach, 20), note(duo, duo.newcomer, 1)
    mine = note(duo, duo.newcomer, 2)
    client = phone(duo.newcomer)
    for first, second in ((far, near), (near, mine), (mine, near)):
        client.post(reverse("my_same", args=[second.pk]), {"first": first.pk, "same": "yes"})
    assert len(met(duo)) == 3


def test_only_of_ones_own_duo(duo: Duo, office: Office) -> None:
    first, second = note(duo, duo.coach, 2), note(duo, duo.newcomer, 1)
    other = office.duo(office.newcomer("Zij"), office.coach("Hij"))
    theirs = note(other, other.coach, 2)
    url, said = reverse("my_same", args=[second.pk]), {"first": first.pk, "same": "yes"}
    assert phone(other.newcomer).post(url, said).status_code == 404
    phone(duo.newcomer).post(url, {**said, "first": theirs.pk})
    assert phone(duo.newcomer).get(url).status_code == 405
    assert (len(met(duo)), len(met(other))) == (2, 1)


# ---------- The desk ----------


@pytest.mark.parametrize(("said", "left"), [("yes", 1), ("no", 2)])
def test_the_desk_sees_the_question_and_answers_it(duo: Duo, office: Office, said: str, left: int) -> None:
    first, second = note(duo, duo.coach, 2), note(duo, duo.newcomer, 1)
    client, page = office.client(), office.url(f"duos/{duo.pk}/")
    assert "Tot iemand antwoordt, telt het twee keer." in client.get(page).content.decode()
    url = office.url(f"duos/{duo.pk}/meetings/{second.pk}/same/")
    after = client.post(url, {"first": first.pk, "same": said}, follow=True).content.decode()
    assert "Tot iemand antwoordt" not in after
    assert len(met(duo)) == left
    # Somebody was faster.
    assert client.post(url, {"first": first.pk, "same": said}).status_code in {404, 409}


def test_only_who_follows_duos_and_each_its_own(duo: Duo, office: Office) -> None:
    first, second = note(duo, duo.coach, 2), note(duo, duo.newcomer, 1)
    path, said = f"duos/{duo.pk}/meetings/{second.pk}/same/", {"first": first.pk, "same": "yes"}
    reader = office.client(StaffRole.READER)
    assert "Tot iemand antwoordt" not in reader.get(office.url(f"duos/{duo.pk}/")).content.decode()
    assert reader.post(office.url(path), said).status_code == 403
    other = make_office("gent", "Samen in Gent")
    assert other.client().post(other.url(path), said).status_code == 404
    assert len(met(duo)) == 2


def test_the_page_reads_as_often_for_two_pairs_as_for_one(duo: Duo, office: Office) -> None:
    client, page, counts = office.client(), office.url(f"duos/{duo.pk}/"), []
    for days in (2, 20):
        note(duo, duo.coach, days)
        note(duo, duo.newcomer, days - 1)
        client.get(page)
        with CaptureQueriesContext(connection) as seen:
            client.get(page)
        counts.append(len(seen))
    assert counts == [counts[0]] * 2


# ---------- Two at once ----------


@pytest.mark.postgres
def test_yes_and_no_at_once_only_one_counts(transactional_db: None, office: Office) -> None:
    duo = office.duo()
    with scope(office.initiative.pk):
        first, second = note(duo, duo.coach, 2), note(duo, duo.newcomer, 1)
    found = {"duo": duo, "first": first.pk, "second": second.pk, "today": clock.today(), "actor": ACTOR}

    def attempt(answer: object) -> str:
        with scope(office.initiative.pk):
            try:
                answer(**found)  # type: ignore[operator]
            except Conflict as conflict:
                return conflict.code
        return "done"

    done = at_once([lambda: attempt(are_one), lambda: attempt(are_two), lambda: attempt(are_one)])
    assert sorted(done) == ["done", "told_already", "told_already"]  # type: ignore[type-var]
    with scope(office.initiative.pk):
        assert (len(met(duo)) == 2) is ToldApart.objects.exists()
