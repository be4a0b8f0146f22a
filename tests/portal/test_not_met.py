"""We did not meet: why, what may help, and the word that the two hear by themselves."""

from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from samen.base import clock
from samen.duos import quiet_actions
from samen.duos.choices import Light, NotMetReason, PauseReason
from samen.duos.models import Duo, NotMet, Pause
from samen.duos.plan_actions import pick, propose
from samen.duos.queries import standing, with_people
from samen.duos.rules import asking_is_due, nudge_is_due
from samen.messaging.models import OutboxMessage
from samen.people.access import COOKIE
from samen.people.link_actions import make_link, open_link
from samen.people.models import Participation, PersonalLink
from tests.support.initiative import ACTOR, Office


@pytest.fixture
def duo(office: Office) -> Duo:
    return office.duo(office.newcomer("Amal Saleh"), office.coach("Bart Goossens"))


def phone(part: Participation) -> Client:
    link, _token, _code = make_link(part=part, now=clock.now(), actor=ACTOR)
    client = Client()
    client.cookies[COOKIE] = open_link(link=link, now=clock.now())
    return client


def light(duo: Duo) -> Light:
    return standing(with_people(Duo.objects.filter(pk=duo.pk)).get(), clock.today()).light


def kinds() -> list[str]:
    return sorted(OutboxMessage.objects.values_list("kind", flat=True))


# ---------- Saying so ----------


def test_one_press_says_why_and_offers_what_may_help(duo: Duo) -> None:
    client, url = phone(duo.newcomer), reverse("my_not_met", args=[duo.pk])
    assert "Dat kan gebeuren. Waarom?" in client.get(url).content.decode()
    answer = client.post(url, {"reason": "difficult"}, follow=True)
    shown = answer.content.decode()
    assert shown.index("Bel mij") < shown.index("Twee weken pauze")
    said = NotMet.objects.get()
    assert (said.reason, said.by_role, said.said_on) == ("difficult", "newcomer", clock.today())


def test_the_last_word_of_a_day_counts(duo: Duo) -> None:
    client, url = phone(duo.newcomer), reverse("my_not_met", args=[duo.pk])
    for reason in ("no_time", "no_time", "away"):
        client.post(url, {"reason": reason})
    assert NotMet.objects.get().reason == "away"


@pytest.mark.parametrize("reason", ["", "nonsense", "\x00", "x" * 5000])
def test_nonsense_says_nothing(duo: Duo, reason: str) -> None:
    client, url = phone(duo.newcomer), reverse("my_not_met", args=[duo.pk])
    assert client.post(url, {"reason": reason}).status_code == 200
    assert not NotMet.objects.exists()


def test_the_other_does_not_read_it_and_the_coordinator_does(duo: Duo, office: Office) -> None:
    phone(duo.newcomer).post(reverse("my_not_met", args=[duo.pk]), {"reason": "difficult"})
    coach = phone(duo.coach)
    for name in ("my_not_met", "my_met", "my_plan"):
        assert (
            "Wat helpt jullie nu" not in coach.get(reverse(name, args=[duo.pk]) + "?said=1").content.decode()
        )
    shown = office.client().get(office.url(f"duos/{duo.pk}/")).content.decode()
    assert "Niet gezien: het loopt moeilijk" in shown


def test_a_stranger_says_nothing(duo: Duo, office: Office) -> None:
    stranger = phone(office.newcomer("Zij"))
    for name in ("my_not_met", "my_pause", "my_go_on"):
        assert stranger.post(reverse(name, args=[duo.pk]), {"reason": "away"}).status_code == 404
    assert not NotMet.objects.exists()
    assert not Pause.objects.exists()


# ---------- A pause ----------


def test_a_pause_of_two_weeks_quietens_the_duo_and_the_other_hears_it(duo: Duo) -> None:
    client, today = phone(duo.newcomer), clock.today()
    client.post(reverse("my_not_met", args=[duo.pk]), {"reason": "away"})
    assert light(duo) is Light.BAD
    answer = client.post(reverse("my_pause", args=[duo.pk]), {"weeks": "2"}, follow=True)
    assert "Jullie hebben pauze" in answer.content.decode()
    rest = Pause.objects.get()
    assert (rest.from_on, rest.until_on) == (today, today + timedelta(days=13))
    assert rest.reason == PauseReason.HOLIDAY
    assert light(duo) is Light.PAUSE
    told = OutboxMessage.objects.get()
    assert (told.kind, told.about) == ("duo_rests", f"part:{duo.coach_id}")
    assert "Amal heeft even geen tijd" in told.body


def test_pressed_twice_there_is_one_pause(duo: Duo) -> None:
    client, url = phone(duo.newcomer), reverse("my_pause", args=[duo.pk])
    client.post(url, {"weeks": "4"})
    assert "Jullie hebben al een pauze." in client.post(url, {"weeks": "4"}, follow=True).content.decode()
    assert Pause.objects.count() == 1


def test_going_on_keeps_the_days_that_are_over(duo: Duo) -> None:
    today = clock.today()
    rest = duo.pauses.create(
        initiative=duo.initiative,
        from_on=today - timedelta(days=5),
        until_on=today + timedelta(days=5),
        reason=PauseReason.OTHER,
    )
    answer = phone(duo.coach).post(reverse("my_go_on", args=[duo.pk]))
    assert answer["Location"] == reverse("my_plan", args=[duo.pk])
    rest.refresh_from_db()
    assert rest.until_on == today - timedelta(days=1)
    assert OutboxMessage.objects.get().about == f"part:{duo.newcomer_id}"


def test_going_on_the_same_day_leaves_no_pause(duo: Duo) -> None:
    client = phone(duo.coach)
    client.post(reverse("my_pause", args=[duo.pk]), {"weeks": "2"})
    client.post(reverse("my_go_on", args=[duo.pk]))
    client.post(reverse("my_go_on", args=[duo.pk]))
    assert not Pause.objects.exists()
    assert kinds() == ["duo_goes_on", "duo_rests"]


@pytest.mark.parametrize("days", [0, -1, 29])
def test_a_longer_pause_is_agreed_with_the_coordinator(duo: Duo, days: int) -> None:
    with pytest.raises(quiet_actions.RuleBroken) as refused:
        quiet_actions.take_pause(
            duo=duo,
            by_role="coach",
            days=days,
            reason=PauseReason.OTHER,
            now=clock.now(),
            actor=ACTOR,
        )
    assert refused.value.code == "own_pause"


def test_a_pause_never_passes_the_end(duo: Duo) -> None:
    Duo.objects.filter(pk=duo.pk).update(ends_on=clock.today() + timedelta(days=3))
    phone(duo.coach).post(reverse("my_pause", args=[duo.pk]), {"weeks": "4"})
    assert Pause.objects.get().until_on == clock.today() + timedelta(days=3)


# ---------- What the tick says ----------


def mailed(office: Office) -> Participation:
    """A newcomer who reads mail."""
    return office.newcomer(email="amal@example.org")


def agreed(duo: Duo, starts_at: datetime) -> None:
    before = starts_at - timedelta(days=3)
    plan = propose(duo=duo, by_role="coach", moments=[starts_at], place="", now=before, actor=ACTOR)
    pick(plan=plan, by_role="newcomer", starts_at=starts_at, now=before, actor=ACTOR)
    OutboxMessage.objects.all().delete()


@pytest.mark.postgres
def test_the_day_after_both_are_asked_once_whether_they_met(office: Office) -> None:
    duo = office.duo(
        office.newcomer("Amal", email="amal@example.org"),
        office.coach("Bart", email="bart@example.org"),
        met_days_ago=[2],
    )
    now = clock.now()
    agreed(duo, now - timedelta(days=1))
    assert quiet_actions.ask_after(now=now - timedelta(days=1)) == 0
    assert quiet_actions.ask_after(now=now) == 2
    quiet_actions.ask_after(now=now)
    assert kinds() == ["met_asked", "met_asked"]
    assert "Zag je Bart op" in OutboxMessage.objects.get(about=f"part:{duo.newcomer_id}").body


def test_nobody_is_asked_who_told_already(office: Office) -> None:
    duo, other = (office.duo(mailed(office), office.coach(), met_days_ago=[2]) for _n in range(2))
    now = clock.now()
    for one in (duo, other):
        agreed(one, now - timedelta(days=1))
    phone(duo.coach).post(reverse("my_met", args=[duo.pk]), {"day": str(clock.today() - timedelta(days=1))})
    phone(other.coach).post(reverse("my_not_met", args=[other.pk]), {"reason": "missed"})
    assert quiet_actions.ask_after(now=now) == 0


@pytest.mark.postgres
def test_a_quiet_duo_hears_one_word_before_the_coordinator_calls(office: Office) -> None:
    duo = office.duo(
        office.newcomer("Amal", email="amal@example.org"),
        office.coach("Bart", email="bart@example.org"),
        met_days_ago=[16],
    )
    office.duo(office.newcomer(), office.coach(), met_days_ago=[3])
    office.duo(office.newcomer(), office.coach(), met_days_ago=[40])
    assert quiet_actions.ask_after(now=clock.now()) == 2
    quiet_actions.ask_after(now=clock.now() + timedelta(days=3))
    assert kinds() == ["duo_quiet", "duo_quiet"]
    assert {one.about for one in OutboxMessage.objects.all()} == {
        f"part:{duo.newcomer_id}",
        f"part:{duo.coach_id}",
    }


def test_no_word_that_the_coordinator_would_have_to_send(office: Office) -> None:
    office.duo(office.newcomer(), office.coach(), met_days_ago=[16])
    assert quiet_actions.ask_after(now=clock.now()) == 0
    # Nor does anybody get a link behind a word that was not sent.
    assert not PersonalLink.objects.exists()


def test_no_word_for_who_planned_rests_or_told(office: Office) -> None:
    plans, rests, tells = (office.duo(mailed(office), office.coach(), met_days_ago=[16]) for _n in range(3))
    now = clock.now()
    agreed(plans, now + timedelta(days=2))
    phone(rests.coach).post(reverse("my_pause", args=[rests.pk]), {"weeks": "2"})
    phone(tells.coach).post(reverse("my_not_met", args=[tells.pk]), {"reason": "no_day"})
    OutboxMessage.objects.all().delete()
    assert quiet_actions.ask_after(now=now) == 0


@pytest.mark.parametrize(("days", "due"), [(0, False), (1, True), (3, True), (4, False), (-1, False)])
def test_asking_is_for_three_days(days: int, due: bool) -> None:
    planned = date(2026, 3, 28)
    assert asking_is_due(planned_on=planned, today=planned + timedelta(days=days)) is due


@pytest.mark.parametrize(("quiet", "due"), [(14, False), (15, True), (28, True), (29, False)])
def test_a_word_comes_between_one_rhythm_and_two(quiet: int, due: bool) -> None:
    assert nudge_is_due(quiet=quiet, rhythm_days=14) is due


def test_every_reason_has_words_and_a_picture() -> None:
    from samen.portal.views_not_met import REASONS

    assert [code for code, _picture, _words in REASONS] == sorted(
        NotMetReason, key=[code for code, _picture, _words in REASONS].index
    )
    assert len(REASONS) == len(NotMetReason)
