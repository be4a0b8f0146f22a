"""The criminal-record check of a coach who sees minors: terms, refusals, who waits, what is never kept."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext

from samen.base import clock
from samen.base.dates import add_months
from samen.base.errors import Refused
from samen.base.models import AuditLine
from samen.desk.worklist import worklist
from samen.duos.actions import note_children
from samen.duos.life_actions import start
from samen.duos.models import Duo
from samen.initiatives.choices import Role as StaffRole
from samen.intake.actions import Facts
from samen.matching import actions as matching
from samen.matching.choices import Answer
from samen.papers import record_actions as actions
from samen.papers import record_queries as queries
from samen.papers.choices import RecordFallback, RecordWhy, Waits
from samen.papers.models import RecordCheck
from samen.papers.record_rules import Check, is_asked_of, is_covered, is_fresh, may_be_minor
from samen.people.actions import end_part
from samen.people.choices import Role
from samen.people.models import Participation
from samen.rulebook.choices import Key
from samen.rulebook.models import Rule
from tests.support.initiative import ACTOR, GROUND, Office, make_office

pytestmark = pytest.mark.postgres

TODAY = clock.today()
SEEN = {"outcome": "seen", "why": "family", "checked_on": TODAY, "issued_on": TODAY - timedelta(days=20)}


@pytest.fixture
def coach(office: Office) -> Participation:
    return office.coach("Karel Claes")


def seen(part: Participation, on: date = TODAY, issued_on: date | None = None) -> RecordCheck:
    return actions.note_seen(
        part=part,
        why=RecordWhy.FAMILY,
        issued_on=issued_on or on,
        checked_on=on,
        today=TODAY,
        actor=ACTOR,
    )


def not_required(part: Participation) -> RecordCheck:
    return actions.note_not_required(
        part=part, why=RecordWhy.DECIDED, checked_on=TODAY, today=TODAY, actor=ACTOR
    )


def impossible(part: Participation) -> RecordCheck:
    return actions.note_impossible(
        part=part,
        why=RecordWhy.FAMILY,
        reason=RecordFallback.NO_ANSWER,
        checked_on=TODAY,
        today=TODAY,
        actor=ACTOR,
    )


def begin(office: Office, coach: Participation, *, with_children: bool = True, birth_year: int = 1980) -> Duo:
    return start(
        newcomer=office.newcomer("Amal", birth_year=birth_year),
        coach=coach,
        capacity=9,
        starts_on=TODAY,
        ends_on=add_months(TODAY, 9),
        with_children=with_children,
        ground=GROUND,
        today=TODAY,
        actor=ACTOR,
    )


def refused(code: str, do: Callable[[], object]) -> str:
    with pytest.raises(Refused) as caught, transaction.atomic():
        do()
    assert caught.value.code == code
    return str(caught.value)


def of(office: Office, part: Participation, path: str = "record/") -> str:
    return office.url(f"people/{part.pk}/papers/{path}")


def text(answer: HttpResponse) -> str:
    return answer.content.decode()


# ---------- Rules ----------


@pytest.mark.parametrize(
    ("issued_on", "checked_on", "expected"),
    [
        (date(2026, 1, 31), date(2026, 2, 28), True),
        (date(2026, 1, 31), date(2026, 3, 1), False),
        (date(2026, 5, 4), date(2026, 5, 4), True),
        (date(2026, 5, 4), date(2026, 6, 4), True),
        (date(2026, 5, 4), date(2026, 6, 5), False),
        (date(2026, 5, 4), date(2026, 5, 3), False),
    ],
)
def test_an_extract_is_at_most_a_month_old(issued_on: date, checked_on: date, expected: bool) -> None:
    assert is_fresh(issued_on=issued_on, checked_on=checked_on, months=1) is expected


@pytest.mark.parametrize(
    ("check", "day", "expected"),
    [
        (Check(True, date(2026, 3, 2)), date(2027, 3, 2), True),
        (Check(True, date(2026, 3, 2)), date(2027, 3, 3), False),
        (Check(True, date(2026, 3, 2)), date(2026, 1, 1), True),
        (Check(False, date(2024, 3, 2)), date(2027, 3, 3), True),
    ],
)
def test_a_check_counts_for_a_year(check: Check, day: date, expected: bool) -> None:
    assert is_covered([check], day=day, months=12) is expected
    assert is_covered([], day=day, months=12) is False


@pytest.mark.parametrize(
    ("registered_on", "birth_year", "expected"),
    [
        (date(2023, 2, 1), 1980, True),
        (date(2023, 1, 31), 1980, False),
        (date(2026, 1, 1), 2009, False),
        (date(2026, 1, 1), 2008, True),
        (date(2026, 1, 1), None, True),
    ],
)
def test_it_is_asked_of_who_is_new_and_of_age(
    registered_on: date, birth_year: int | None, expected: bool
) -> None:
    day = date(2026, 11, 24)
    assert is_asked_of(registered_on=registered_on, birth_year=birth_year, day=day) is expected


def test_of_whom_only_the_year_is_known_may_be_a_minor_in_the_year_of_eighteen() -> None:
    years = [may_be_minor(year, date(2026, 11, 24)) for year in (2007, 2008, 2010, None)]
    assert years == [False, True, True, False]


# ---------- May a duo start? ----------


def test_a_duo_with_children_waits_for_the_check(office: Office, coach: Participation) -> None:
    sentence = refused("no_record_check", lambda: begin(office, coach))
    assert sentence.startswith("Karel ziet kinderen: bekijk eerst het uittreksel")
    refused("no_record_check", lambda: begin(office, coach, with_children=False, birth_year=TODAY.year - 16))
    assert begin(office, coach, with_children=False).with_children is False
    seen(coach)
    assert begin(office, coach).with_children is True


@pytest.mark.parametrize("note", [impossible, not_required])
def test_without_an_extract_a_reason_is_enough(
    office: Office, coach: Participation, note: Callable[[Participation], RecordCheck]
) -> None:
    note(coach)
    assert begin(office, coach).pk


def test_after_a_year_it_is_asked_again(office: Office, coach: Participation) -> None:
    seen(coach, add_months(TODAY, -12) - timedelta(days=1))
    refused("no_record_check", lambda: begin(office, coach))
    seen(coach)
    assert begin(office, coach).pk


def test_a_day_without_a_rule_is_refused_and_breaks_no_page(office: Office, coach: Participation) -> None:
    duo = office.duo(coach=coach)
    note_children(duo=duo, with_children=True, actor=ACTOR)
    seen(coach)
    Rule.objects.filter(key=Key.RECORD_AGAIN).delete()
    assert "Zonder regel rekent Samen niet." in refused("no_record_check", lambda: begin(office, coach))
    client = office.client()
    pages = (office.url(), of(office, coach, ""), office.url(f"duos/{duo.pk}/"))
    assert [client.get(page).status_code for page in pages] == [200, 200, 200]
    early = date(2023, 1, 15)
    refused("no_rule", lambda: seen(coach, early))
    refused("no_rule", lambda: impossible(coach))


# ---------- Noting it ----------


def test_only_the_day_is_kept(office: Office, coach: Participation) -> None:
    answer = office.client().post(of(office, coach), SEEN, follow=True)
    assert "uittreksel bekeken" in text(answer)
    check = RecordCheck.objects.get()
    assert (check.required, check.why, check.checked_on) == (True, RecordWhy.FAMILY, TODAY)
    assert (check.fallback_reason, check.checked_by) == ("", f"user:{office.user().pk}")
    held = {field.name for field in RecordCheck._meta.get_fields()} - {"id", "initiative", "participation"}
    assert held == {"required", "why", "checked_on", "checked_by", "fallback_reason"}
    line = AuditLine.objects.get(verb="note_record_check")
    assert (line.subject_id, line.facts) == (coach.pk, {})


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        ({"outcome": ""}, "outcome", "Dit veld is verplicht."),
        ({"issued_on": ""}, "issued_on", "Kies de dag."),
        ({"why": ""}, "why", "Kies waarom het nodig is."),
        ({"outcome": "impossible"}, "reason", "Kies waarom het niet kon."),
        ({"outcome": "not_required"}, "why_not", "Kies waarom het niet hoeft."),
        ({"issued_on": TODAY - timedelta(days=40)}, "issued_on", "Dit uittreksel is te oud"),
        ({"issued_on": TODAY + timedelta(days=1)}, "issued_on", "Het uittreksel is van na die dag."),
        ({"checked_on": TODAY + timedelta(days=1)}, "checked_on", "Die dag moet nog komen."),
    ],
)
def test_what_cannot_be_is_told_at_its_box(
    office: Office, coach: Participation, typed: dict[str, object], field: str, sentence: str
) -> None:
    answer = office.client().post(of(office, coach), {**SEEN, **typed})
    assert answer.status_code == 422
    assert answer.context["form"].errors[field][0].startswith(sentence)
    assert not RecordCheck.objects.exists()


def test_it_is_not_asked_again_within_the_year(office: Office, coach: Participation) -> None:
    seen(coach, TODAY - timedelta(days=100))
    assert "Vraag het niet opnieuw" in refused("not_again", lambda: seen(coach))
    impossible(coach)
    refused("already_noted", lambda: not_required(coach))


def test_a_slip_is_taken_back(office: Office, coach: Participation) -> None:
    seen(coach)
    client = office.client()
    client.post(of(office, coach, "record/back/"))
    assert not RecordCheck.objects.exists()
    assert client.post(of(office, coach, "record/back/")).status_code == 409


def test_only_of_a_coach_who_takes_part(office: Office, coach: Participation) -> None:
    refused("no_coach", lambda: seen(office.newcomer()))
    end_part(part=coach, today=TODAY, actor=ACTOR)
    coach.refresh_from_db()
    refused("left", lambda: seen(coach))


def test_strangers_and_readers_note_nothing(office: Office, coach: Participation) -> None:
    elsewhere = make_office("gent", "Samen in Gent")
    assert elsewhere.client().post(of(office, coach), SEEN).status_code == 404
    assert (
        elsewhere.client().post(elsewhere.url(f"people/{coach.pk}/papers/record/"), SEEN).status_code == 404
    )
    assert office.client(StaffRole.READER).post(of(office, coach), SEEN).status_code == 403
    assert not RecordCheck.objects.exists()


def test_the_database_refuses_a_reason_without_need(office: Office, coach: Participation) -> None:
    for values in (
        {"required": False, "why": RecordWhy.DECIDED, "fallback_reason": RecordFallback.NO_ANSWER},
        {"required": True, "why": RecordWhy.DECIDED},
        {"required": False, "why": RecordWhy.FAMILY},
    ):
        row = RecordCheck(
            initiative=office.initiative, participation=coach, checked_on=TODAY, checked_by="x", **values
        )
        with pytest.raises(IntegrityError), transaction.atomic():
            row.save()


def test_it_is_forgotten_a_year_after_the_coach_left(office: Office, coach: Participation) -> None:
    seen(coach)
    end_part(part=coach, today=TODAY, actor=ACTOR)
    year = add_months(TODAY, 12)
    assert actions.forget_old(today=year - timedelta(days=1)) == 0
    assert actions.forget_old(today=year) == 1
    assert not RecordCheck.objects.exists()


# ---------- What the desk sees ----------


def test_today_lists_who_sees_children_without_a_check(office: Office) -> None:
    def family() -> Duo:
        duo = office.duo(office.newcomer(), office.coach("Bart Goossens"), met_days_ago=[2])
        note_children(duo=duo, with_children=True, actor=ACTOR)
        return duo

    def reads() -> int:
        with CaptureQueriesContext(connection) as queries_seen:
            worklist(clock.now())
        return len(queries_seen)

    duo = family()
    counts = [reads()]
    for _more in range(2):
        family()
    counts.append(reads())
    assert counts == [counts[0]] * 2
    waiting = [one.why for one in worklist(clock.now()).papers]
    assert waiting == [Waits.RECORD] * 3
    client = office.client()
    assert "ziet kinderen, zonder controle van het strafregister" in text(client.get(office.url()))
    assert "Er is nog geen uittreksel" in text(client.get(office.url(f"duos/{duo.pk}/")))
    seen(duo.coach)
    assert len(worklist(clock.now()).papers) == 2
    assert "Er is nog geen uittreksel" not in text(client.get(office.url(f"duos/{duo.pk}/")))


def test_a_proposal_to_a_family_proposes_the_children_and_keeps_the_choice(
    office: Office, coach: Participation
) -> None:
    newcomer = office.newcomer("Amal", facts=Facts(children_bands=["3-5"]))
    proposal = matching.propose(
        newcomer=newcomer, coach=coach, score=1.0, reasons=[], engine_version="1", today=TODAY, actor=ACTOR
    )
    for side in Role:
        matching.record_answer(proposal=proposal, side=side, answer=Answer.YES, actor=ACTOR)
    client, base = office.client(), office.url(f"matching/proposals/{proposal.pk}/")
    page = client.get(base)
    assert page.context["form"].initial["with_children"] is True
    assert "Met kinderen? Dan is er van Karel eerst een uittreksel" in text(page)
    told = {"rules_told": "on", "why": "proef"}
    asked = {"starts_on": TODAY, "months": "9", "with_children": "on", **told}
    answer = client.post(f"{base}start/", asked)
    assert (answer.status_code, Duo.objects.count()) == (422, 0)
    assert "Karel ziet kinderen" in text(answer)
    seen(coach)
    client.post(f"{base}start/", asked)
    assert Duo.objects.get().with_children is True
    assert queries.counts_now(coach, TODAY)
