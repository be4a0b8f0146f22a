"""How it goes: when the two are asked, what they say, whom the coordinator calls."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from samen.base import clock
from samen.duos import check_in_actions
from samen.duos.check_in_actions import Said
from samen.duos.check_in_guide import topics
from samen.duos.check_in_queries import asked_of, late, only_coach_takes_initiative, unanswered, worrying
from samen.duos.choices import CheckInMoment, CheckInWay, HowItGoes, PauseReason, TookInitiative
from samen.duos.models import CheckIn, Duo, Meeting
from samen.duos.rules import add_months, check_in_days, needs_attention
from samen.initiatives.actions import follow_duos
from samen.initiatives.choices import Role as StaffRole
from samen.initiatives.rules import FollowUp, what_cannot_be
from samen.messaging.models import OutboxMessage
from samen.people.access import COOKIE
from samen.people.choices import Role
from samen.people.link_actions import make_link, open_link
from samen.people.models import Participation
from tests.support.initiative import ACTOR, Office

GOOD, SO_SO, BAD = HowItGoes
FINE = {"going": "good", "enough": "good", "limits": "good"}


def phone(part: Participation) -> Client:
    link, _token, _code = make_link(part=part, now=clock.now(), actor=ACTOR)
    client = Client()
    client.cookies[COOKIE] = open_link(link=link, now=clock.now())
    return client


@pytest.fixture
def duo(office: Office) -> Duo:
    return office.duo(
        office.newcomer("Amal", email="amal@example.org"),
        office.coach("Bart", email="bart@example.org"),
        started_days=15,
        met_days_ago=[1],
    )


def url(duo: Duo) -> str:
    return reverse("my_check_in", args=[duo.pk])


# ---------- When ----------


ALLOWED = st.builds(
    FollowUp, st.integers(1, 60), st.integers(1, 60), st.integers(2, 84), st.integers(7, 84)
).filter(lambda days: not what_cannot_be(days))


@given(
    starts_on=st.dates(date(2018, 1, 1), date(2035, 12, 31)),
    months=st.integers(min_value=6, max_value=12),
    chosen=ALLOWED,
)
def test_the_days_are_in_order_and_inside_the_duo(starts_on: date, months: int, chosen: FollowUp) -> None:
    ends_on = add_months(starts_on, months)
    days = list(check_in_days(starts_on=starts_on, ends_on=ends_on, follow_up=chosen).values())
    assert days == sorted(set(days))
    assert starts_on < days[0]
    assert days[-1] == ends_on - timedelta(days=chosen.closing_talk)


def test_each_is_asked_for_four_weeks(office: Office) -> None:
    duo = office.duo(started_days=13)
    today = clock.today()
    usual = FollowUp()
    asked = [asked_of(duo, "coach", today + timedelta(days=n), usual) for n in (0, 1, 28, 29, 57, 58)]
    first, six = CheckInMoment.FIRST_WEEKS, CheckInMoment.SIX_WEEKS
    assert asked == [None, first, first, six, six, None]


def test_other_days_count_at_once_and_who_answered_is_not_asked_again(office: Office, duo: Duo) -> None:
    phone(duo.coach).post(url(duo), FINE)
    today = clock.today()
    for first, asked in ((16, []), (10, [duo.newcomer])):
        days = FollowUp(first_check_in=first)
        follow_duos(initiative=office.initiative, days=days, actor=ACTOR)
        assert [one.part for one in unanswered(today)] == asked


def test_a_duo_that_rests_or_ended_is_not_asked(duo: Duo) -> None:
    today = clock.today()
    assert len(unanswered(today)) == 2
    duo.pauses.create(initiative=duo.initiative, from_on=today, until_on=today, reason=PauseReason.HOLIDAY)
    assert unanswered(today) == []


@pytest.mark.postgres
def test_both_hear_it_once_and_who_answered_does_not(duo: Duo) -> None:
    phone(duo.coach).post(url(duo), FINE)
    assert check_in_actions.ask(now=clock.now()) == 1
    assert check_in_actions.ask(now=clock.now()) == 0
    message = OutboxMessage.objects.get()
    assert (message.kind, message.about) == ("check_in", f"part:{duo.newcomer_id}")
    assert "Bart ziet jouw antwoord niet" in message.body


# ---------- On one's own page ----------


def test_three_answers_are_enough(duo: Duo) -> None:
    client = phone(duo.newcomer)
    assert url(duo) in client.get("/my/").content.decode()
    answer = client.post(url(duo), FINE, follow=True)
    assert "Wij lezen wat jij zei." in answer.content.decode()
    said = CheckIn.objects.get()
    assert (said.moment, said.by_role, said.way) == ("first_weeks", "newcomer", "own_page")
    assert url(duo) not in client.get("/my/").content.decode()


def test_said_again_the_last_word_counts(duo: Duo) -> None:
    client = phone(duo.newcomer)
    for going in ("good", "bad"):
        client.post(url(duo), {**FINE, "going": going})
    assert CheckIn.objects.get().going == "bad"


@pytest.mark.parametrize(
    "wrong",
    [
        {"going": ""},
        {"going": "great"},
        {"enough": "\x00"},
        {"words": "x" * 501},
        {"words": "\x00"},
        {"speaking": "6"},
        {"speaking": "x"},
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_lost(duo: Duo, wrong: dict[str, str]) -> None:
    answer = phone(duo.newcomer).post(url(duo), {**FINE, "wants_call": "on", **wrong})
    assert answer.status_code == 422
    assert not CheckIn.objects.exists()
    assert 'name="wants_call" aria' in answer.content.decode() or "checked" in answer.content.decode()


def test_each_scores_only_what_is_theirs(duo: Duo) -> None:
    phone(duo.newcomer).post(url(duo), {**FINE, "speaking": "2", "network": "1", "experience": "5"})
    phone(duo.coach).post(url(duo), {**FINE, "experience": "4", "speaking": "5"})
    newcomer, coach = (CheckIn.objects.get(by_role=role) for role in ("newcomer", "coach"))
    assert (newcomer.speaking, newcomer.network, newcomer.finding_way, newcomer.experience) == (
        2,
        1,
        None,
        None,
    )
    assert (coach.speaking, coach.experience) == (None, 4)


def test_after_six_weeks_no_scores_are_asked(office: Office) -> None:
    duo = office.duo(started_days=43)
    client = phone(duo.newcomer)
    assert "speaking" not in client.get(url(duo)).content.decode()
    with pytest.raises(check_in_actions.RuleBroken):
        check_in_actions.answer(
            duo=duo,
            moment=CheckInMoment.SIX_WEEKS,
            by_role="newcomer",
            said=Said("good", "good", "good", scores={"speaking": 5}),
            way=CheckInWay.TALK,
            now=clock.now(),
            actor=ACTOR,
        )


def test_when_nothing_is_asked_the_page_says_so(office: Office) -> None:
    duo = office.duo(started_days=3)
    client = phone(duo.newcomer)
    assert "Nu vragen wij niets." in client.get(url(duo)).content.decode()
    assert client.post(url(duo), FINE).status_code == 200
    assert not CheckIn.objects.exists()


def test_the_other_reads_nothing_of_it(duo: Duo, office: Office) -> None:
    phone(duo.newcomer).post(url(duo), {**FINE, "going": "bad", "words": "Canary words"})
    coach = phone(duo.coach)
    for page in ("/my/", url(duo), f"{url(duo)}?said=1", f"/my/duos/{duo.pk}/met/"):
        assert "Canary words" not in coach.get(page).content.decode()
    assert phone(office.newcomer("Zij")).get(url(duo)).status_code == 404


@pytest.mark.postgres
@pytest.mark.parametrize(
    "wrong", [{"speaking": 6}, {"speaking": 0}, {"experience": 3}, {"network": 99}], ids=str
)
def test_the_database_keeps_scores_true(duo: Duo, wrong: dict[str, int]) -> None:
    held = {"going": "good", "enough": "good", "limits": "good", "way": "talk", "answered_at": clock.now()}
    with pytest.raises(IntegrityError), transaction.atomic():
        duo.check_ins.create(initiative=duo.initiative, moment="halfway", by_role="newcomer", **held, **wrong)


# ---------- What asks for a call ----------


@pytest.mark.parametrize(
    ("answers", "call", "due"),
    [
        ((GOOD, GOOD, GOOD), False, False),
        ((GOOD, SO_SO, GOOD), False, False),
        ((SO_SO, SO_SO, GOOD), False, True),
        ((GOOD, GOOD, BAD), False, True),
        ((GOOD, GOOD, GOOD), True, True),
    ],
)
def test_what_asks_for_a_call(answers: tuple[HowItGoes, ...], call: bool, due: bool) -> None:
    assert needs_attention(answers=answers, wants_call=call) is due


def test_a_low_answer_stands_at_today_until_it_is_followed_up(duo: Duo, office: Office) -> None:
    phone(duo.newcomer).post(url(duo), {**FINE, "limits": "bad"})
    client, said = office.client(), CheckIn.objects.get()
    sentence = "Het gaat niet goed, zegt Amal over het duo met Bart"
    assert sentence in client.get(office.url()).content.decode()
    page = office.url(f"duos/{duo.pk}/check-in/{said.pk}/")
    assert client.get(page).status_code == 200
    client.post(page, {"note": "Wij spraken af: minder vaak bellen."})
    assert sentence not in client.get(office.url()).content.decode()
    assert worrying() == []
    assert "minder vaak bellen" in client.get(page).content.decode()
    # Said anew, it is looked at anew.
    phone(duo.newcomer).post(url(duo), {**FINE, "limits": "bad"})
    assert sentence in client.get(office.url()).content.decode()


def test_who_does_not_answer_is_called_after_a_week(office: Office) -> None:
    duo = office.duo(
        office.newcomer("Amal", email="amal@example.org"),
        office.coach("Bart", email="bart@example.org"),
        started_days=21,
        met_days_ago=[1],
    )
    today, client = clock.today(), office.client()
    assert late(today) == []
    assert len(late(today + timedelta(days=1))) == 2
    Duo.objects.filter(pk=duo.pk).update(starts_on=today - timedelta(days=22))
    assert "Vraag aan Amal hoe het gaat" in client.get(office.url()).content.decode()
    talk = office.url(f"duos/{duo.pk}/check-ins/first_weeks/newcomer/")
    answer = client.post(talk, {**FINE, "note": "Alles goed", "speaking": "3"}, follow=True)
    assert "Het gesprek met Amal is bewaard." in answer.content.decode()
    assert "Vraag aan Amal hoe het gaat" not in client.get(office.url()).content.decode()
    said = CheckIn.objects.get()
    assert (said.way, said.note, said.speaking, said.handled_on) == ("talk", "Alles goed", 3, today)


@pytest.mark.parametrize("path", ["check-ins/first_weeks/nobody/", "check-ins/never/coach/", "check-in/0/"])
def test_what_is_not_there_is_not_there(duo: Duo, office: Office, path: str) -> None:
    assert office.client().get(office.url(f"duos/{duo.pk}/{path}")).status_code == 404


def test_a_reader_does_not_see_who_said_what(duo: Duo, office: Office) -> None:
    phone(duo.newcomer).post(url(duo), {**FINE, "going": "bad"})
    reader = office.client(StaffRole.READER)
    assert "Hoe het gaat, volgens elk" not in reader.get(office.url(f"duos/{duo.pk}/")).content.decode()
    assert reader.get(office.url(f"duos/{duo.pk}/check-in/{CheckIn.objects.get().pk}/")).status_code == 403


# ---------- The initiative in balance, the guide ----------


@pytest.mark.parametrize(("days", "shown"), [(90, False), (91, True)])
def test_only_the_coach_proposes_after_three_months(office: Office, days: int, shown: bool) -> None:
    duo = office.duo(started_days=days, met_days_ago=[40, 30, 20, 10, 2])
    Meeting.objects.update(proposed_by=TookInitiative.COACH)
    today = clock.today()
    assert only_coach_takes_initiative(duo, today) is shown
    told = (
        "Na drie maanden stelt alleen de coach nog voor"
        in office.client().get(office.url(f"duos/{duo.pk}/")).content.decode()
    )
    assert told is shown
    Meeting.objects.filter(met_on=today - timedelta(days=2)).update(proposed_by=TookInitiative.NEWCOMER)
    assert not only_coach_takes_initiative(duo, today)


def test_the_guide_asks_on_initiative_limits_language_and_referring() -> None:
    for role in Role:
        for moment in set(CheckInMoment) - {CheckInMoment.AFTER_END}:
            titles = {str(topic.title) for topic in topics(role, moment)}
            assert {"Hoe het gaat", "Grenzen", "Nederlands spreken", "Hulp van anderen"} <= titles
            assert ("Het initiatief" in titles) is (moment != CheckInMoment.FIRST_WEEKS)
            assert ("Het einde" in titles) is (moment == CheckInMoment.BEFORE_END)
