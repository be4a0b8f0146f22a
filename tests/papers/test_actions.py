"""Verbs about papers on a real database: each step, each refusal, what stays and what goes."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from samen.base import clock
from samen.base.errors import Conflict, Refused, RuleBroken
from samen.base.models import AuditLine
from samen.base.scoping import scope
from samen.duos.models import Duo
from samen.messaging.models import OutboxMessage
from samen.papers import actions, news, queries, rules
from samen.papers.actions import NoteWords
from samen.papers.choices import ClearanceStatus as S
from samen.papers.choices import Duty, Waits, Way
from samen.papers.models import Clearance, NoteReceipt, OrganisationNote
from samen.people.actions import end_part
from samen.people.models import Participation
from samen.rulebook.choices import Key
from samen.rulebook.models import Rule
from samen.site.tick import tick
from tests.support.initiative import ACTOR, Office, make_office

pytestmark = pytest.mark.postgres

TODAY = clock.today()


def told(part: Participation, duty: Duty = Duty.NOTIFY, *, tacit: bool = False) -> Clearance:
    return actions.tell_duty(
        part=part, duty=duty, has_tacit_term=tacit, language="ar", now=clock.now(), actor=ACTOR
    )


def filed(
    part: Participation, duty: Duty = Duty.NOTIFY, on: date = TODAY, *, tacit: bool = False
) -> Clearance:
    clearance = told(part, duty, tacit=tacit)
    actions.note_filed(clearance=clearance, filed_on=on, today=TODAY, actor=ACTOR)
    return fresh(clearance)


def answered(clearance: Clearance, answer: S, on: date = TODAY, limits: str = "") -> Clearance:
    actions.note_answer(
        clearance=clearance, answer=answer, answered_on=on, limited_to=limits, today=TODAY, actor=ACTOR
    )
    return fresh(clearance)


def fresh(clearance: Clearance) -> Clearance:
    return Clearance.objects.get(pk=clearance.pk)


def refused(code: str, do: Callable[[], object]) -> str:
    with pytest.raises(Refused) as caught, transaction.atomic():
        do()
    assert caught.value.code == code
    return str(caught.value)


# ---------- Telling ----------


def test_what_was_told_is_kept_with_day_language_and_text(office: Office) -> None:
    clearance = told(office.coach(), tacit=True)
    assert (clearance.status, clearance.told_on, clearance.language) == (S.TOLD, TODAY, "ar")
    assert (clearance.text_version, clearance.has_tacit_term) == (rules.TOLD_TEXT, True)
    assert clearance.ask_again_on == actions.add_months(TODAY, 6)
    line = AuditLine.objects.get(verb="tell_duty")
    assert line.facts == {"duty": "notify", "language": "ar", "text": rules.TOLD_TEXT}


def test_no_duty_is_a_declaration_too(office: Office) -> None:
    clearance = told(office.coach(), Duty.NONE)
    assert (clearance.status, clearance.told_on) == (S.NONE_NEEDED, TODAY)


def test_silence_answers_no_question(office: Office) -> None:
    assert not told(office.coach(), Duty.ASK, tacit=True).has_tacit_term
    assert not told(office.coach(), Duty.NONE, tacit=True).has_tacit_term


def test_a_duty_is_noted_first_and_told_later(office: Office) -> None:
    coach = office.coach()
    noted = actions.note_duty(part=coach, duty=Duty.ASK, has_tacit_term=False, today=TODAY, actor=ACTOR)
    assert (noted.status, noted.told_on) == (S.MUST_ASK, None)
    assert told(coach, Duty.ASK).pk == noted.pk
    assert fresh(noted).status == S.TOLD


def test_pressed_twice_counts_once(office: Office) -> None:
    coach = office.coach()
    assert told(coach).pk == told(coach).pk
    assert AuditLine.objects.filter(verb="tell_duty").count() == 1


def test_a_new_declaration_is_a_new_row_and_the_old_one_ends(office: Office) -> None:
    coach = office.coach()
    first = answered(filed(coach, Duty.ASK), S.ACCEPTED)
    second = told(coach, Duty.NOTIFY)
    assert fresh(first).ended_on == TODAY
    assert queries.clearance_of(coach) == second
    assert queries.clearances_of(coach) == [second, fresh(first)]


def test_a_newcomer_and_who_left_have_no_duty(office: Office) -> None:
    newcomer, coach = office.newcomer(), office.coach()
    assert "alleen voor coaches" in refused("no_coach", lambda: told(newcomer))
    end_part(part=coach, today=TODAY, actor=ACTOR)
    coach.refresh_from_db()
    refused("left", lambda: told(coach))
    refused(
        "no_coach",
        lambda: actions.note_receipt(part=newcomer, way=Way.PAPER, language="nl", today=TODAY, actor=ACTOR),
    )


def test_without_a_rule_nothing_is_guessed(office: Office) -> None:
    coach = office.coach()
    Rule.objects.filter(key=Key.BENEFIT_ASK_AGAIN).delete()
    assert "Een beheerder vult ze aan" in refused("no_rule", lambda: told(coach))
    assert not Clearance.objects.exists()


def test_the_database_holds_one_that_counts(office: Office) -> None:
    clearance = told(office.coach())
    clearance.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        clearance.save()


@pytest.mark.parametrize(
    "wrong",
    [
        {"status": S.FILED},
        {"status": S.EXPIRED},
        {"limited_to": "uren"},
        {"expired_from": S.TOLD},
        {"told_on": None},
        {"duty": Duty.ASK, "has_tacit_term": True},
        {"duty": Duty.ASK, "answer_due_on": TODAY},
    ],
    ids=str,
)
def test_the_database_refuses_what_cannot_be(office: Office, wrong: dict[str, object]) -> None:
    clearance = told(office.coach())
    with pytest.raises(IntegrityError), transaction.atomic():
        Clearance.objects.filter(pk=clearance.pk).update(**wrong)


# ---------- Filing and answers ----------


def test_filed_with_the_unemployment_office_a_term_runs(office: Office) -> None:
    clearance = filed(office.coach(), tacit=True)
    assert clearance.answer_due_on == rules.working_days_after(TODAY, 12)
    assert filed(office.coach()).answer_due_on is None


def test_the_term_is_that_of_the_day_of_filing(office: Office) -> None:
    Rule.objects.filter(key=Key.UNEMPLOYMENT_ANSWER).update(value=3)
    clearance = filed(office.coach(), tacit=True)
    Rule.objects.filter(key=Key.UNEMPLOYMENT_ANSWER).update(value=30)
    assert fresh(clearance).answer_due_on == rules.working_days_after(TODAY, 3)


def test_filing_without_a_rule_is_refused(office: Office) -> None:
    clearance = told(office.coach(), tacit=True)
    Rule.objects.filter(key=Key.UNEMPLOYMENT_ANSWER).update(valid_from=TODAY + timedelta(days=1))
    refused(
        "no_rule",
        lambda: actions.note_filed(clearance=clearance, filed_on=TODAY, today=TODAY, actor=ACTOR),
    )
    assert fresh(clearance).status == S.TOLD


def test_days_that_cannot_be(office: Office) -> None:
    tomorrow, yesterday = TODAY + timedelta(days=1), TODAY - timedelta(days=1)
    waits = told(office.coach())
    refused(
        "in_the_future",
        lambda: actions.note_filed(clearance=waits, filed_on=tomorrow, today=TODAY, actor=ACTOR),
    )
    asked = filed(office.coach(), Duty.ASK)
    refused("in_the_future", lambda: answered(asked, S.ACCEPTED, tomorrow))
    refused("before_filing", lambda: answered(asked, S.ACCEPTED, yesterday))


def test_who_filed_long_ago_may_say_so_now(office: Office) -> None:
    assert filed(office.coach(), Duty.ASK, TODAY - timedelta(days=100)).status == S.FILED


@pytest.mark.parametrize("limits", ["", "   "])
def test_limits_are_written_down(office: Office, limits: str) -> None:
    asked = filed(office.coach(), Duty.ASK)
    refused("no_limits", lambda: answered(asked, S.LIMITED, limits=limits))
    assert answered(asked, S.LIMITED, limits=" vier uur ").limited_to == "vier uur"


def test_a_yes_carries_no_limits(office: Office) -> None:
    asked = filed(office.coach(), Duty.ASK)
    answered(asked, S.LIMITED, limits="vier uur")
    assert answered(asked, S.ACCEPTED, limits="vier uur").limited_to == ""


@pytest.mark.parametrize("answer", [S.TACIT, S.TOLD, S.EXPIRED, S.NONE_NEEDED])
def test_nothing_else_is_an_answer(office: Office, answer: S) -> None:
    asked = filed(office.coach(), tacit=True)
    refused("no_answer", lambda: answered(asked, answer))


# From where each verb may be done; from anywhere else it is refused.
ALLOWED = {
    "file": {S.TOLD},
    "answer": {S.FILED, S.TACIT, S.LIMITED, S.REFUSED},
    "back": {S.FILED, S.ACCEPTED, S.LIMITED, S.REFUSED},
}


def bring_to(office: Office, status: S) -> Clearance:
    """A clearance that stands there, made by the verbs."""
    coach = office.coach()
    if status == S.NONE_NEEDED:
        return told(coach, Duty.NONE)
    if status in {S.MUST_NOTIFY, S.MUST_ASK}:
        duty = Duty.ASK if status == S.MUST_ASK else Duty.NOTIFY
        return actions.note_duty(part=coach, duty=duty, has_tacit_term=False, today=TODAY, actor=ACTOR)
    if status == S.TOLD:
        return told(coach)
    asked = filed(coach, tacit=True)
    if status in rules.ANSWERS:
        return answered(asked, status, limits="uren")
    if status == S.TACIT:
        actions.settle(today=asked.answer_due_on + timedelta(days=1))
    if status == S.EXPIRED:
        actions.settle(today=asked.ask_again_on)
    return fresh(asked)


@pytest.mark.parametrize("verb", ALLOWED)
@pytest.mark.parametrize("status", [one for one in S if one != S.UNKNOWN])
def test_each_verb_only_where_it_belongs(office: Office, status: S, verb: str) -> None:
    clearance = bring_to(office, status)
    assert clearance.status == status
    verbs = {
        "file": lambda: actions.note_filed(clearance=clearance, filed_on=TODAY, today=TODAY, actor=ACTOR),
        "answer": lambda: answered(clearance, S.ACCEPTED),
        "back": lambda: actions.take_back(clearance=clearance, actor=ACTOR),
    }
    if status in ALLOWED[verb]:
        verbs[verb]()
        assert fresh(clearance).status != status
    else:
        with pytest.raises(Conflict), transaction.atomic():
            verbs[verb]()
        assert fresh(clearance).status == status


def test_taking_back_forgets_what_was_noted(office: Office) -> None:
    clearance = answered(filed(office.coach(), tacit=True), S.LIMITED, limits="uren")
    actions.take_back(clearance=clearance, actor=ACTOR)
    clearance = fresh(clearance)
    assert (clearance.status, clearance.answered_on, clearance.limited_to) == (S.FILED, None, "")
    actions.take_back(clearance=clearance, actor=ACTOR)
    clearance = fresh(clearance)
    assert (clearance.status, clearance.filed_on, clearance.answer_due_on) == (S.TOLD, None, None)


def test_what_was_replaced_cannot_be_changed(office: Office) -> None:
    coach = office.coach()
    old = filed(coach, Duty.ASK)
    told(coach, Duty.NONE)
    refused("replaced", lambda: answered(old, S.ACCEPTED))
    refused("replaced", lambda: actions.take_back(clearance=old, actor=ACTOR))
    refused("replaced", lambda: actions.still_so(clearance=old, today=TODAY, actor=ACTOR))


def test_a_later_no_counts_after_a_silent_yes(office: Office) -> None:
    clearance = bring_to(office, S.TACIT)
    assert queries.may_be_active(clearance.participation, TODAY).ok
    answered(clearance, S.REFUSED)
    assert not queries.may_be_active(clearance.participation, TODAY).ok


# ---------- What the tick does ----------


def test_the_tick_turns_silence_into_a_yes_once(office: Office) -> None:
    clearance = filed(office.coach(), tacit=True)
    due = clearance.answer_due_on
    assert due
    assert actions.settle(today=due) == (0, 0)
    assert actions.settle(today=due + timedelta(days=1)) == (1, 0)
    assert actions.settle(today=due + timedelta(days=1)) == (0, 0)
    assert fresh(clearance).status == S.TACIT
    assert AuditLine.objects.get(verb="accept_by_silence").actor == "tick"


def test_the_tick_asks_again_and_knows_where_it_stood(office: Office) -> None:
    clearance = filed(office.coach(), tacit=True)
    assert actions.settle(today=clearance.ask_again_on - timedelta(days=1)) == (1, 0)
    assert actions.settle(today=clearance.ask_again_on) == (0, 1)
    assert (fresh(clearance).status, fresh(clearance).expired_from) == (S.EXPIRED, S.TACIT)
    later = clearance.ask_again_on + timedelta(days=3)
    actions.still_so(clearance=clearance, today=later, actor=ACTOR)
    clearance = fresh(clearance)
    assert (clearance.status, clearance.expired_from) == (S.TACIT, "")
    assert clearance.ask_again_on == actions.add_months(later, 6)


def test_both_at_once_when_the_tick_slept(office: Office) -> None:
    clearance = filed(office.coach(), tacit=True)
    assert actions.settle(today=TODAY + timedelta(days=400)) == (1, 1)
    assert (fresh(clearance).status, fresh(clearance).expired_from) == (S.EXPIRED, S.TACIT)


def test_limits_survive_asking_again(office: Office) -> None:
    clearance = answered(filed(office.coach(), Duty.ASK), S.LIMITED, limits="vier uur")
    actions.settle(today=clearance.ask_again_on)
    actions.still_so(clearance=clearance, today=clearance.ask_again_on, actor=ACTOR)
    assert (fresh(clearance).status, fresh(clearance).limited_to) == (S.LIMITED, "vier uur")


def test_who_left_is_not_asked_again(office: Office) -> None:
    coach = office.coach()
    clearance = told(coach)
    end_part(part=coach, today=TODAY, actor=ACTOR)
    assert actions.settle(today=TODAY + timedelta(days=300)) == (0, 0)
    assert queries.waiting(TODAY + timedelta(days=300)) == []
    assert fresh(clearance).status == S.TOLD


def test_a_declaration_goes_a_year_after_it_ended(office: Office) -> None:
    coach, left = office.coach(), office.coach()
    old, running = told(coach, Duty.ASK), told(coach, Duty.NOTIFY)
    gone = told(left)
    end_part(part=left, today=TODAY, actor=ACTOR)
    year = actions.add_months(TODAY, 12)
    assert actions.forget_old(today=year - timedelta(days=1)) == 0
    assert actions.forget_old(today=year) == 2
    assert list(Clearance.objects.all()) == [running]
    assert {line.subject_id for line in AuditLine.objects.filter(verb="forget")} == {old.pk, gone.pk}


def test_the_site_s_tick_settles_and_forgets(office: Office) -> None:
    coach = office.coach()
    told(coach, Duty.ASK)
    clearance = filed(coach, tacit=True)
    tick(TODAY + timedelta(days=30))
    assert fresh(clearance).status == S.TACIT
    tick(TODAY + timedelta(days=370))
    assert list(Clearance.objects.values_list("pk", "status")) == [(clearance.pk, S.EXPIRED)]


# ---------- May this coach start? ----------


@pytest.mark.parametrize(
    ("make", "ok", "words"),
    [
        (lambda _coach: None, True, "Vraag Karel nog naar een uitkering."),
        (lambda coach: told(coach, Duty.NONE), True, ""),
        (lambda coach: told(coach, Duty.NOTIFY), False, "Karel moet eerst melden"),
        (lambda coach: told(coach, Duty.ASK), False, "Karel heeft eerst toelating nodig"),
        (lambda coach: filed(coach, Duty.NOTIFY), True, ""),
        (lambda coach: filed(coach, Duty.ASK), False, "Karel heeft eerst toelating nodig"),
        (lambda coach: answered(filed(coach, Duty.ASK), S.ACCEPTED), True, ""),
        (lambda coach: answered(filed(coach, Duty.ASK), S.LIMITED, limits="4 uur"), True, "grenzen: 4 uur"),
        (lambda coach: answered(filed(coach, Duty.ASK), S.REFUSED), False, "het antwoord was nee"),
        (lambda coach: answered(filed(coach, Duty.NOTIFY), S.REFUSED), False, "het antwoord was nee"),
    ],
)
def test_who_may_be_active(
    office: Office, make: Callable[[Participation], object], ok: bool, words: str
) -> None:
    coach = office.coach("Karel Claes")
    make(coach)
    verdict = queries.may_be_active(coach, TODAY)
    assert verdict.ok is ok
    assert words in verdict.sentence
    assert bool(verdict.sentence) is bool(words)


@pytest.mark.parametrize(
    ("duty", "ok", "words"),
    [
        (Duty.NONE, True, "opnieuw naar een uitkering"),
        (Duty.NOTIFY, True, "opnieuw"),
        (Duty.ASK, False, "lang niet"),
    ],
)
def test_long_ago(office: Office, duty: Duty, ok: bool, words: str) -> None:
    coach = office.coach()
    clearance = told(coach, duty) if duty == Duty.NONE else answered(filed(coach, duty), S.ACCEPTED)
    verdict = queries.may_be_active(coach, clearance.ask_again_on)
    assert verdict.ok is ok
    assert words in verdict.sentence


def test_a_newcomer_is_no_volunteer(office: Office) -> None:
    assert queries.may_be_active(office.newcomer(), TODAY) == queries.Verdict(ok=True)


def test_a_duo_does_not_start_while_permission_lacks(office: Office) -> None:
    coach = office.coach("Karel Claes")
    told(coach, Duty.ASK)
    with pytest.raises(RuleBroken) as caught:
        office.duo(coach=coach)
    assert caught.value.code == "no_clearance"
    assert "Karel heeft eerst toelating nodig." in str(caught.value)
    clearance = filed(coach, Duty.ASK)
    answered(clearance, S.ACCEPTED)
    assert office.duo(coach=coach) == Duo.objects.get()


def test_a_coach_nobody_asked_may_start(office: Office) -> None:
    assert office.duo().pk


# ---------- What waits ----------


def test_what_waits_for_the_desk(office: Office) -> None:
    must = office.coach("Must")
    actions.note_duty(part=must, duty=Duty.ASK, has_tacit_term=False, today=TODAY, actor=ACTOR)
    told(office.coach("Told"))
    asked = filed(office.coach("Asked"), Duty.ASK)
    silent = filed(office.coach("Silent"), tacit=True)
    filed(office.coach("Done"))
    answered(filed(office.coach("Yes"), Duty.ASK), S.ACCEPTED)
    office.coach("Never")
    day = (silent.answer_due_on or TODAY) + timedelta(days=1)
    found = [(one.part.person.given_name, one.why, one.since) for one in queries.waiting(day)]
    assert found == [
        ("Must", Waits.TELL, TODAY),
        ("Told", Waits.FILE, TODAY),
        ("Asked", Waits.ANSWER, asked.filed_on),
        ("Silent", Waits.TERM_OVER, silent.answer_due_on),
    ]
    assert {one.why for one in queries.waiting(silent.ask_again_on)} == {Waits.ASK_AGAIN}


def test_what_waits_takes_the_same_number_of_questions(
    office: Office, django_assert_num_queries: Callable[..., object]
) -> None:
    give(office.coach())
    for _number in range(2):
        told(office.coach())
        with django_assert_num_queries(4):
            queries.waiting(TODAY)


# ---------- In writing ----------


@pytest.mark.parametrize(("duty", "kind"), [(Duty.NOTIFY, "benefit_notify"), (Duty.ASK, "benefit_ask")])
def test_a_coach_reads_what_to_do(office: Office, duty: Duty, kind: str) -> None:
    coach = office.coach("Karel Claes", email="karel@example.org")
    clearance = told(coach, duty)
    for _again in range(2):
        news.tell_in_writing(clearance=clearance, now=clock.now())
    message = OutboxMessage.objects.get()
    assert (message.kind, message.about) == (kind, f"part:{coach.pk}")
    assert "Dag Karel" in message.body


def test_who_has_nothing_to_do_hears_nothing(office: Office) -> None:
    news.tell_in_writing(clearance=told(office.coach(), Duty.NONE), now=clock.now())
    assert not OutboxMessage.objects.exists()


# ---------- The organisation note ----------


def give(part: Participation, way: Way = Way.PAPER) -> NoteReceipt:
    return actions.note_receipt(part=part, way=way, language="fr", today=TODAY, actor=ACTOR)


def write(**words: str) -> OrganisationNote:
    return actions.write_note(words=NoteWords(**words), now=clock.now(), actor=ACTOR)


def test_a_receipt_tells_version_day_way_and_language(office: Office) -> None:
    coach = office.coach()
    receipt = give(coach)
    assert (receipt.note.version, receipt.given_on, receipt.way, receipt.language) == (
        1,
        TODAY,
        "paper",
        "fr",
    )
    assert give(coach, Way.SPOKEN) == receipt
    assert queries.latest_receipt(coach) == receipt
    assert AuditLine.objects.filter(verb="note_receipt").count() == 1


def test_another_text_is_another_version_and_asks_again(office: Office) -> None:
    coach, other, _never_spoken_to = office.coach(), office.coach(), office.coach()
    told(other, Duty.NONE)
    first = write(insurance="Ethias")
    assert write(insurance="Ethias") == first
    give(coach)
    assert [(one.part, one.why) for one in queries.waiting(TODAY)] == [(other, Waits.NOTE)]
    assert write(insurance="Ethias, polis 2").version == 2
    assert {(one.part, one.why) for one in queries.waiting(TODAY)} == {
        (coach, Waits.NEW_NOTE),
        (other, Waits.NOTE),
    }
    give(coach)
    assert [one.part for one in queries.waiting(TODAY)] == [other]
    assert [one.note.version for one in queries.receipts_of(coach)] == [2, 1]


def test_a_new_telephone_number_is_a_new_version(office: Office) -> None:
    coach = office.coach()
    write(secrecy="Zwijg.")
    give(coach)
    office.initiative.contact_phone = "+3293819500"
    office.initiative.save()
    assert queries.note_today().pk is None
    receipt = give(coach)
    assert (receipt.note.version, receipt.note.secrecy) == (2, "Zwijg.")
    assert "+3293819500" in receipt.note.contact


def test_reading_the_note_writes_nothing(office: Office) -> None:
    assert queries.note_today().version == 1
    assert not OrganisationNote.objects.exists()
    assert queries.waiting(TODAY) == []


def test_each_initiative_has_its_own_note(office: Office) -> None:
    write(aim="Deinze")
    other = make_office("gent", "Samen in Gent")
    with scope(other.initiative.pk):
        assert queries.current_note() is None
        assert write(aim="Gent").version == 1
