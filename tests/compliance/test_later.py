"""What may wait: from Today to the list of what waits, and back."""

import re
from collections import Counter
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samen.base import clock
from samen.base.dates import add_months
from samen.base.errors import Conflict, RuleBroken
from samen.base.models import AuditLine
from samen.compliance.actions import bring_back, forget_old, postpone, refresh
from samen.compliance.choices import Rule
from samen.compliance.models import Alert, Postponement
from samen.compliance.queries import waiting_until_later
from samen.desk.worklist import worklist
from samen.duos import check_in_actions
from samen.duos.check_in_actions import Said
from samen.duos.choices import CheckInMoment, CheckInWay
from samen.initiatives.choices import Role as StaffRole
from samen.intake.actions import decide
from samen.intake.choices import Outcome
from samen.outreach.registration import Received, receive
from samen.papers import actions as papers
from samen.papers.choices import Duty
from samen.people.actions import Details
from samen.people.choices import Role
from tests.support.initiative import ACTOR, Office

pytestmark = pytest.mark.postgres


def today() -> date:
    return clock.today()


def later(days: int) -> date:
    return today() + timedelta(days=days)


def silent(office: Office) -> Alert:
    """A duo that is silent, and the alert about it."""
    duo = office.duo(started_days=75, met_days_ago=[20])
    refresh(today=today())
    return Alert.objects.get(duo=duo)


def wait(
    alert: Alert, days: int = 7, reason: str = "Zij zijn op reis.", on: date | None = None
) -> Postponement:
    day = on or today()
    return postpone(alert=alert, until_on=day + timedelta(days=days), reason=reason, today=day, actor=ACTOR)


def asked() -> list[Alert]:
    return [call.alert for call in worklist(clock.now()).week]


def test_it_goes_from_today_until_its_day(office: Office) -> None:
    alert = silent(office)
    assert asked() == [alert]
    wait(alert, 7)
    work = worklist(clock.now())
    assert (work.week, work.later, work.size) == ([], 1, 0)
    assert [one.alert for one in waiting_until_later(later(6))] == [alert]
    assert waiting_until_later(later(7)) == []
    with clock.shifted(timedelta(days=7)):
        assert asked() == [alert]
        assert worklist(clock.now()).later == 0


def test_it_is_brought_back(office: Office) -> None:
    alert = silent(office)
    bring_back(postponement=wait(alert), actor=ACTOR)
    assert asked() == [alert]
    lines = AuditLine.objects.filter(subject_kind="compliance.alert", actor="test")
    assert [(line.verb, line.facts) for line in lines] == [
        ("postpone", {"until_on": later(7).isoformat()}),
        ("bring_back", {}),
    ]


def test_the_last_word_counts(office: Office) -> None:
    alert = silent(office)
    wait(alert, 7)
    wait(alert, 30, "Zij verhuizen.")
    kept = Postponement.objects.get()
    assert (kept.until_on, kept.reason, kept.made_on, kept.made_by) == (
        later(30),
        "Zij verhuizen.",
        today(),
        "test",
    )


@pytest.mark.parametrize("days", [-1, 0, 57])
def test_a_day_too_near_or_too_far_is_refused(office: Office, days: int) -> None:
    with pytest.raises(RuleBroken) as refusal:
        wait(silent(office), days)
    assert refusal.value.code == "until_on"


@pytest.mark.parametrize("days", [1, 56])
def test_the_first_and_the_last_day_are_taken(office: Office, days: int) -> None:
    assert wait(silent(office), days).until_on == later(days)


def test_without_a_reason_it_is_refused(office: Office) -> None:
    with pytest.raises(RuleBroken) as refusal:
        wait(silent(office), reason="  ")
    assert refusal.value.code == "reason"


def test_what_is_solved_cannot_wait(office: Office) -> None:
    alert = silent(office)
    assert alert.duo
    office.meeting(alert.duo, today())
    refresh(today=today())
    with pytest.raises(Conflict):
        wait(alert)


def test_a_new_silence_does_not_wait(office: Office) -> None:
    """The postponement ends with its alert."""
    alert = silent(office)
    wait(alert, 50)
    assert alert.duo
    office.meeting(alert.duo, today())
    refresh(today=today())
    assert worklist(clock.now()).later == 0
    refresh(today=later(15))
    with clock.shifted(timedelta(days=15)):
        assert [one.duo for one in asked()] == [alert.duo]


def test_it_is_forgotten_two_months_after_its_day(office: Office) -> None:
    kept = wait(silent(office), 7)
    assert forget_old(today=add_months(kept.until_on, 2)) == 0
    assert forget_old(today=add_months(kept.until_on, 2) + timedelta(days=1)) == 1
    assert Alert.objects.count() == 1


# ---------- Everything on Today that is an obligation ----------


def obligations(office: Office) -> None:
    """One of each thing on Today that may wait."""
    now, day = clock.now(), today()
    silent_duo = office.duo(started_days=75, met_days_ago=[20])
    office.duo(started_days=50, met_days_ago=[1])
    said = Said("bad", "good", "good")
    check_in_actions.answer(
        duo=silent_duo,
        moment=CheckInMoment.SIX_WEEKS,
        by_role=Role.COACH,
        said=said,
        way=CheckInWay.OWN_PAGE,
        now=now,
        actor=ACTOR,
    )
    short = office.duo(started_days=150, months=6, met_days_ago=[1])
    assert short.ends_on > later(21)
    office.initiative.counts_hours = True
    office.initiative.save()
    papers.note_duty(part=office.coach(), duty=Duty.NOTIFY, has_tacit_term=False, today=day, actor=ACTOR)
    old = papers.note_duty(part=office.coach(), duty=Duty.NONE, has_tacit_term=False, today=day, actor=ACTOR)
    old.ask_again_on = day
    old.save()
    details = Details(given_name="Rosa", phone="+32470123458")
    week_ago = now - timedelta(days=8)
    receive(
        received=Received(role=Role.NEWCOMER, details=details, language="es"),
        now=week_ago,
        today=week_ago.date(),
    )
    part = office.newcomer(accepted=False)
    decide(
        part=part,
        outcome=Outcome.WAITING_LANGUAGE,
        today=later(-90),
        recall_on=later(-1),
        actor=ACTOR,
    )


def test_everything_that_is_an_obligation_may_wait(office: Office) -> None:
    obligations(office)
    refresh(today=today())
    work = worklist(clock.now(), counts_hours=True)
    alerts = list(Alert.objects.all())
    assert {alert.rule for alert in alerts} == set(Rule.values) - {
        Rule.END_IS_NEAR,
        Rule.PERIOD,
        Rule.ONLY_COACH,
    }
    groups = (work.week, work.unheard, work.papers, work.recalls, work.worrying, work.unanswered, work.short)
    assert sum(len(group) for group in groups) == len(alerts)
    page = office.client().get(office.url()).content.decode()
    for alert in alerts:
        assert office.url(f"today/alerts/{alert.pk}/") in page
        wait(alert)
    quiet = worklist(clock.now(), counts_hours=True)
    assert quiet.later == len(alerts)
    assert (quiet.week, quiet.unheard, quiet.papers, quiet.recalls) == ([], [], [], [])
    assert (quiet.worrying, quiet.unanswered, quiet.short) == ([], [], [])
    shown = office.client().get(office.url("today/later/")).content.decode()
    assert shown.count('<li class="todo"') == len(alerts)


def test_each_link_to_let_something_wait_has_a_name_of_its_own(office: Office) -> None:
    obligations(office)
    bart = office.coach("Bart Goossens")
    for name in ("Parisa", "Oksana", "Amal"):
        office.duo(office.newcomer(name), bart, started_days=75, met_days_ago=[20])
        office.duo(office.newcomer(name), office.coach(f"Coach van {name}"), started_days=50)
    refresh(today=today())
    page = office.client().get(office.url()).content.decode()
    links = re.findall(r'<a class="button plain" href="[^"]*today/alerts/\d+/">(.*?)</a>', page, re.DOTALL)
    names = [" ".join(re.sub(r"<[^>]*>", "", link).split()) for link in links]
    assert len(names) >= 12
    assert [name for name, times in Counter(names).items() if times > 1] == []
    rule = "iemand zei nog niet hoe het gaat, tweede opvolging"
    assert f"Later: Parisa (Parisa en Coach van Parisa), {rule}" in names


def test_the_list_reads_as_often_for_three_as_for_one(office: Office) -> None:
    counts = []
    for _round in range(3):
        office.duo(started_days=75, met_days_ago=[20])
        refresh(today=today())
        wait(Alert.objects.last())  # type: ignore[arg-type]
        client = office.client()
        with CaptureQueriesContext(connection) as seen:
            assert client.get(office.url("today/later/")).status_code == 200
        counts.append(len(seen))
    assert counts == [counts[0]] * 3


# ---------- The pages ----------


def test_the_page_lets_it_wait_and_takes_it_back(office: Office) -> None:
    alert, client = silent(office), office.client()
    page = client.get(office.url(f"today/alerts/{alert.pk}/")).content.decode()
    assert "Amal en Bart" in page
    assert f'value="{later(14).isoformat()}"' in page
    sent = {"until_on": later(10).isoformat(), "reason": "Zij zijn op reis."}
    answer = client.post(office.url(f"today/alerts/{alert.pk}/"), sent, follow=True)
    told = answer.content.decode()
    assert "Uitgesteld tot" in told
    assert ": Amal en Bart." in told
    assert "Eén zaak is uitgesteld" in told
    listed = client.get(office.url("today/later/")).content.decode()
    assert "Zij zijn op reis." in listed
    back = office.url(f"today/alerts/{alert.pk}/back/")
    assert back in told
    for _press in range(2):
        told = client.post(back, follow=True).content.decode()
        assert "Het staat weer op Vandaag: Amal en Bart." in told
    assert not Postponement.objects.exists()
    assert "Er is niets uitgesteld." in client.get(office.url("today/later/")).content.decode()


@pytest.mark.parametrize(
    ("until_on", "reason"),
    [
        ("", "reis"),
        ("morgen", "reis"),
        ("2020-01-01", "reis"),
        ("9999-12-31", "reis"),
        (None, ""),
        (None, "a\x00b"),
        (None, "x" * 201),
    ],
)
def test_bad_input_is_told_and_nothing_is_lost(office: Office, until_on: str | None, reason: str) -> None:
    alert = silent(office)
    sent = {"until_on": later(3).isoformat() if until_on is None else until_on, "reason": reason}
    answer = office.client().post(office.url(f"today/alerts/{alert.pk}/"), sent)
    assert answer.status_code == 422
    assert 'aria-invalid="true"' in answer.content.decode()
    assert not Postponement.objects.exists()


def test_what_was_solved_meanwhile_is_told(office: Office) -> None:
    alert = silent(office)
    assert alert.duo
    office.meeting(alert.duo, today())
    refresh(today=today())
    sent = {"until_on": later(3).isoformat(), "reason": "reis"}
    answer = office.client().post(office.url(f"today/alerts/{alert.pk}/"), sent, follow=True)
    assert "Dit is al opgelost." in answer.content.decode()


def test_a_reader_sees_how_many_wait_and_no_more(office: Office) -> None:
    alert = silent(office)
    reader = office.client(StaffRole.READER)
    assert "Later</a>" not in reader.get(office.url()).content.decode()
    wait(alert)
    page = reader.get(office.url()).content.decode()
    assert "Eén zaak is uitgesteld" in page
    assert "today/later" not in page
    assert reader.get(office.url("today/later/")).status_code == 403
