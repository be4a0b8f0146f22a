"""The timeline of a duo: what it tells, to whom, and in how many queries."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.formats import date_format

from samen.base import audit, clock
from samen.desk.timeline import Entry, timeline
from samen.duos import actions as duos
from samen.duos import check_in_actions, goal_actions
from samen.duos import life_actions as life
from samen.duos.check_in_actions import Said
from samen.duos.choices import (
    CheckInMoment,
    CheckInWay,
    ClosingReason,
    NotMetReason,
    PauseReason,
    SignedWay,
)
from samen.duos.goal_choices import GoalStanding
from samen.duos.life_actions import Farewell
from samen.duos.models import Duo
from samen.duos.queries import find_duo
from samen.duos.rules import add_months
from samen.duos.signature_actions import Signed, sign
from samen.events.actions import plan
from samen.events.invitation_actions import invite
from samen.initiatives.choices import Role as StaffRole
from samen.people.choices import Role
from samen.signals import actions as signals
from samen.signals.actions import Told
from samen.signals.choices import Category
from tests.support.initiative import ACTOR, Office, farewell, make_office

WORRY = "Elke dag een vraag om geld."


@pytest.fixture
def duo(office: Office) -> Duo:
    coach = office.coach("Bart Goossens", email="bart@example.org")
    return office.duo(office.newcomer("Amal Saleh", email="amal@example.org"), coach, met_days_ago=[40, 19])


def url(office: Office, duo: Duo, show: str = "") -> str:
    return office.url(f"duos/{duo.pk}/timeline/{show and f'?show={show}'}")


def read(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def much_happens(duo: Duo, days: int) -> None:
    """One of everything, so many days after today."""
    now, today = clock.now(), clock.today()
    then = today - timedelta(days=days)
    ends_on = duo.ends_on - timedelta(days=1)
    life.change_end(duo=duo, ends_on=ends_on, why="verhuist", today=then, actor=ACTOR)
    if not duo.signatures.exists():
        for role, way in ((Role.NEWCOMER, SignedWay.OWN_PAGE), (Role.COACH, SignedWay.PAPER)):
            sign(duo=duo, by_role=role, signed=Signed(then, way, "Amal"), today=today, actor=ACTOR)
    life.close(duo=duo, farewell=Farewell(ClosingReason.MOVED, today), today=today, actor=ACTOR)
    duo.refresh_from_db()
    life.reopen(duo=duo, capacity=3, why="", today=today, actor=ACTOR)
    duos.pause(duo=duo, from_on=then, until_on=then, reason=PauseReason.EXAMS, actor=ACTOR)
    duo.times_not_met.create(
        initiative=duo.initiative, by_role=Role.COACH, reason=NotMetReason.NO_DAY, said_on=then
    )
    own = audit.Actor(f"part:{duo.newcomer_id}")
    goal = goal_actions.add_goal(newcomer=duo.newcomer, words=f"Vraag {days}", now=now, actor=own)
    goal_actions.say_how_far(goal=goal, how_far=GoalStanding.LITTLE, today=today, actor=own)
    check_in_actions.answer(
        duo=duo,
        moment=list(CheckInMoment)[days % 4],
        by_role=Role.NEWCOMER,
        said=Said("so_so", "good", "good", words="Stille woorden"),
        way=CheckInWay.OWN_PAGE,
        now=now,
        actor=ACTOR,
    )
    begins = now + timedelta(hours=days)
    event = plan(
        starts_at=begins,
        ends_at=begins + timedelta(hours=2),
        place="Dorpshuis",
        note="",
        now=now,
        actor=ACTOR,
    )
    invite(event=event, parts=[duo.newcomer, duo.coach], now=now, actor=ACTOR)
    told = Told(Category.MONEY, text=WORRY + str(days))
    signals.report(told=told, part=duo.newcomer, duo=duo, now=now, actor=ACTOR)


def test_it_tells_everything_in_order_and_nobody_elses_words(office: Office, duo: Duo) -> None:
    much_happens(duo, 5)
    page = read(office.client(), url(office, duo))
    story = page[page.index('class="story') :]
    told = (
        "Start van het duo",
        "Ontmoeting van 2 uur",
        "Pauze: examens of les",
        "Niet gezien: zij vonden geen dag",
        "Amal: gaat wel",
        "Vraag 5",
        "Een beetje",
        "Infomoment, Dorpshuis",
        "Signaal: geld of spullen gevraagd",
    )
    assert [words for words in told if words not in story] == []
    assert story.index("Start van het duo") < story.index("Ontmoeting van 2 uur") < story.index("Pauze")
    assert [words in page for words in (WORRY, "Stille woorden")] == [False, False]


def test_messages_tell_what_and_how_to_whom_but_not_the_text(office: Office, duo: Duo) -> None:
    much_happens(duo, 1)
    page = read(office.client(), url(office, duo, "messages"))
    assert "Uitnodiging" in page
    assert "Amal, Bart · e-mail" in page
    assert "Dag Amal" not in page
    assert "Ontmoeting van" not in page[page.index('class="story') :]


def test_the_light_is_told_in_words(office: Office, duo: Duo) -> None:
    for address in (url(office, duo), office.url(f"duos/{duo.pk}/")):
        page = read(office.client(), address)
        assert "19 dagen zonder ontmoeting; afgesproken is hoogstens 14." in page
        assert "vraagt om te bellen" not in page
    check_in_actions.answer(
        duo=duo,
        moment=CheckInMoment.SIX_WEEKS,
        by_role=Role.COACH,
        said=Said("good", "good", "good", wants_call=True),
        way=CheckInWay.OWN_PAGE,
        now=clock.now(),
        actor=ACTOR,
    )
    assert "Bart vraagt om te bellen." in read(office.client(), office.url(f"duos/{duo.pk}/"))
    assert "vraagt om te bellen" not in read(office.client(StaffRole.READER), office.url(f"duos/{duo.pk}/"))


def test_who_reads_no_signals_sees_none_and_nothing_is_logged(office: Office, duo: Duo) -> None:
    much_happens(duo, 2)
    signal = duo.signals.get()
    for show in ("", "signals"):
        page = read(office.client(StaffRole.ASSISTANT), url(office, duo, show))
        assert "Signaal" not in page[page.index('class="tabs"') :]
    assert not audit.history(signal).filter(verb="read_signal").exists()


def test_each_reading_of_a_signal_is_logged(office: Office, duo: Duo) -> None:
    much_happens(duo, 2)
    client, signal = office.client(), duo.signals.get()
    for show, times in (("", 1), ("signals", 2), ("meetings", 2), ("nonsense", 3)):
        read(client, url(office, duo, show))
        assert audit.history(signal).filter(verb="read_signal").count() == times


def test_only_who_follows_duos_and_only_here(office: Office, duo: Duo) -> None:
    assert office.client(StaffRole.READER).get(url(office, duo)).status_code == 403
    other = make_office("gent", "Samen in Gent")
    assert other.client().get(other.url(f"duos/{duo.pk}/timeline/")).status_code == 404


# ---------- The turns of its life ----------


def turns(office: Office, duo: Duo) -> list[tuple[str, str]]:
    """What was agreed, in order: (title, text)."""
    entries: list[Entry] = timeline(find_duo(duo.pk), office.slug, clock.today(), said=[])
    return [(one.title, one.text) for one in entries if one.told == "agreed"]


def day(when: date) -> str:
    return date_format(when, "j F Y")


def test_it_tells_each_turn_with_its_reason(office: Office) -> None:
    today, duo = clock.today(), office.duo(months=9)
    first_end, last_end = duo.ends_on, add_months(duo.starts_on, 12)
    known = {"duo": duo, "today": today, "actor": ACTOR}
    life.change_end(ends_on=last_end, why="het examen komt later", **known)
    life.change_end(ends_on=first_end, **known)
    yesterday = today - timedelta(days=1)
    life.close(farewell=Farewell(ClosingReason.MOVED, yesterday, "hoorde het nu pas"), **known)
    duo.refresh_from_db()
    life.reopen(capacity=1, why="", **known)
    life.close(farewell=Farewell(ClosingReason.NO_TIME, today), **known)
    duo.refresh_from_db()
    later = {**known, "today": today + timedelta(days=3)}
    life.reopen(capacity=1, why="zij zijn terug", **later)
    agreed = f"Tot {day(first_end)}, minstens om de 14 dagen"
    assert turns(office, duo) == [
        ("Start van het duo", f"{agreed} · zo afgesproken · genoteerd op {day(today)}"),
        ("Duo afgerond", f"hoorde het nu pas · genoteerd op {day(today)}"),
        (f"Verlengd tot {day(last_end)}", f"eerst tot {day(first_end)} · het examen komt later"),
        (f"Korter: tot {day(first_end)}", f"eerst tot {day(last_end)}"),
        ("Afronden ongedaan gemaakt", ""),
        ("Duo afgerond", ""),
        ("Het duo begint weer", "zij zijn terug"),
    ]
    life.close(farewell=Farewell(ClosingReason.NO_TIME, later["today"]), **later)
    assert turns(office, duo)[-1] == ("Duo afgerond", "geen tijd meer")


def test_a_duo_from_before_turns_were_kept_tells_what_is_known(office: Office) -> None:
    today, duo = clock.today(), office.duo(months=9)
    duo.changes.all().delete()
    last_end = add_months(duo.starts_on, 12)
    life.change_end(duo=duo, ends_on=last_end, why="het examen komt later", today=today, actor=ACTOR)
    assert turns(office, duo)[1:] == [(f"Ander einde: {day(last_end)}", "het examen komt later")]
    life.close(duo=duo, farewell=Farewell(ClosingReason.NO_TIME, today), today=today, actor=ACTOR)
    assert turns(office, duo)[2:] == [("Duo afgerond", "geen tijd meer")]
    duo.changes.all().delete()
    assert turns(office, duo)[1:] == [("Duo afgerond", "geen tijd meer")]
    duo.refresh_from_db()
    life.reopen(duo=duo, capacity=1, why="zij zijn terug", today=today, actor=ACTOR)
    assert turns(office, duo)[1:] == [("Het duo begint weer", "zij zijn terug")]


def test_it_tells_who_signed_when_and_how(office: Office, duo: Duo) -> None:
    today = clock.today()
    ways = [(Role.NEWCOMER, SignedWay.OWN_PAGE), (Role.COACH, SignedWay.PAPER)]
    for role, way in ways:
        sign(duo=duo, by_role=role, signed=Signed(today, way, "Amal"), today=today, actor=ACTOR)
    assert turns(office, duo)[1:] == [
        ("Amal tekende de afspraak", "op de eigen pagina"),
        ("Bart tekende de afspraak", "op papier"),
    ]


def test_a_duo_that_ended_tells_its_end(office: Office, duo: Duo) -> None:
    client = office.client()
    client.post(office.url(f"duos/{duo.pk}/close/"), farewell("moved"))
    page = read(client, url(office, duo))
    assert "Duo afgerond" in page
    assert "verhuisd" in page
    assert 'class="because"' not in page


def test_it_reads_as_often_for_much_as_for_little(office: Office, duo: Duo) -> None:
    client, counts = office.client(), []
    for days in (1, 2, 3):
        much_happens(duo, days)
        office.meeting(duo, clock.today() - timedelta(days=days))
        read(client, url(office, duo))
        with CaptureQueriesContext(connection) as seen:
            read(client, url(office, duo))
        counts.append(len(seen))
    assert counts == [counts[0]] * 3
