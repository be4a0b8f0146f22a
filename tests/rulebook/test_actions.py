"""Rows of the law: what counts on a day, what is refused, and that what an administrator wrote stands."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction

from samen.base import clock
from samen.base.errors import Refused
from samen.base.models import AuditLine
from samen.rulebook import actions, queries
from samen.rulebook.actions import Said
from samen.rulebook.choices import Key
from samen.rulebook.models import Rule
from samen.rulebook.rules import ABOUT
from samen.rulebook.shipped import ROWS, Shipped
from tests.support.initiative import ACTOR

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]

TODAY = date(2026, 11, 25)
FIRST = date(2027, 1, 1)
KEY = Key.UNEMPLOYMENT_ANSWER
SAID = Said(valid_from=FIRST, source="RVA, nieuw infoblad", verified_on=TODAY, value=Decimal(14))


def add(said: Said = SAID, key: Key = KEY) -> Rule:
    return actions.add_rule(key=key, said=said, now=clock.now(), actor=ACTOR)


def correct(rule: Rule, said: Said) -> Rule:
    return actions.correct_rule(rule=rule, said=said, now=clock.now(), actor=ACTOR)


def shipped(key: Key = KEY) -> Rule:
    return Rule.objects.get(key=key, is_shipped=True)


def refused(code: str, do: Callable[[], object]) -> str:
    before = list(Rule.objects.order_by("pk").values())
    with pytest.raises(Refused) as caught:
        do()
    assert caught.value.code == code
    assert list(Rule.objects.order_by("pk").values()) == before
    return str(caught.value)


# ---------- Reading ----------


def test_a_new_installation_knows_the_law() -> None:
    assert Rule.objects.count() == len(ROWS)
    numbers = {key: queries.on(key, TODAY).number for key in Key if not ABOUT[key].is_words}
    assert numbers == {
        Key.UNEMPLOYMENT_ANSWER: 12,
        Key.BENEFIT_ASK_AGAIN: 6,
        Key.VOLUNTEER_AGE: 16,
        Key.VOLUNTEER_AGE_SCHOOL: 15,
        Key.RECORD_EXTRACT: 1,
        Key.RECORD_AGAIN: 12,
    }


def test_a_day_without_a_row_is_refused_and_tells_what_to_do() -> None:
    sentence = refused("no_rule", lambda: queries.on(KEY, date(2021, 12, 31)))
    assert sentence == (
        "De tabel met regels zegt niets over ‘werkdagen waarin de RVA antwoordt’ op 31 december 2021. "
        "Zonder regel rekent Samen niet. Een beheerder vult ze aan bij ‘De hele site’, ‘Regels’."
    )


def test_sources_that_differ_stand_side_by_side() -> None:
    assert [rule.source for rule in queries.said(Key.TIME_CREDIT, TODAY)] == [
        "Vlaams Steunpunt Vrijwilligerswerk",
        "Gemeente Balen",
    ]
    add(replace(SAID, value=None, words="Vraag het na.", valid_from=date(2026, 1, 1)), Key.TIME_CREDIT)
    assert len(queries.said(Key.TIME_CREDIT, TODAY)) == 3


# ---------- Adding ----------


def test_what_held_until_further_notice_ends_the_day_before() -> None:
    made = add()
    assert shipped().valid_to == date(2026, 12, 31)
    assert queries.on(KEY, date(2026, 12, 31)).number == 12
    assert queries.on(KEY, FIRST) == made
    assert made.changed_by == ACTOR.label
    line = AuditLine.objects.get(verb="add_rule")
    assert (line.initiative_id, line.facts) == (
        None,
        {"key": "unemployment-answer", "valid_from": "2027-01-01"},
    )


def test_a_row_that_ends_leaves_days_without_a_row() -> None:
    add(replace(SAID, valid_to=date(2027, 6, 30)))
    refused("no_rule", lambda: queries.on(KEY, date(2027, 7, 1)))


@pytest.mark.parametrize("first", [date(2022, 1, 1), date(2021, 1, 1)])
def test_no_two_rows_count_on_one_day(first: date) -> None:
    sentence = refused("overlap", lambda: add(replace(SAID, valid_from=first)))
    assert sentence.startswith("Vanaf 1 januari 2022 geldt al een andere rij.")


def test_a_row_between_two_others_is_refused() -> None:
    add(replace(SAID, valid_to=date(2027, 6, 30)))
    sentence = refused("overlap", lambda: add(replace(SAID, valid_from=date(2027, 6, 30))))
    assert sentence.startswith("Van 1 januari 2027 tot 30 juni 2027 geldt al een andere rij.")
    assert add(replace(SAID, valid_from=date(2020, 1, 1), valid_to=date(2021, 12, 31))).number == 14


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"source": " "}, "no_source"),
        ({"address": "javascript:alert(1)"}, "bad_address"),
        ({"address": "ftp://example.org"}, "bad_address"),
        ({"verified_on": date(2999, 1, 1)}, "not_read_yet"),
        ({"valid_to": date(2026, 12, 31)}, "backwards"),
        ({"value": Decimal(0)}, "out_of_range"),
        ({"value": Decimal(91)}, "out_of_range"),
        ({"value": Decimal(-1)}, "out_of_range"),
        ({"value": None}, "out_of_range"),
        ({"value": Decimal("NaN")}, "out_of_range"),
    ],
    ids=str,
)
def test_what_is_refused(wrong: dict[str, object], code: str) -> None:
    refused(code, lambda: add(replace(SAID, **wrong)))
    rule = shipped()
    refused(code, lambda: correct(rule, replace(SAID, **wrong)))


def test_a_source_that_is_quoted_says_something() -> None:
    refused("no_words", lambda: add(replace(SAID, value=None, words=" "), Key.TIME_CREDIT))


@pytest.mark.parametrize(
    "wrong",
    [{"value": None}, {"words": "x"}, {"source": ""}, {"valid_to": date(2000, 1, 1)}, {"unit": "words"}],
    ids=str,
)
def test_the_database_refuses_it_too(wrong: dict[str, object]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Rule.objects.filter(key=KEY).update(**wrong)


# ---------- Putting right ----------


def test_a_wrong_row_stays_in_the_history() -> None:
    wrong = shipped()
    right = correct(wrong, replace(SAID, valid_from=wrong.valid_from))
    wrong.refresh_from_db()
    assert wrong.superseded_at
    assert queries.on(KEY, TODAY) == right
    assert queries.history(KEY) == [right, wrong]
    assert AuditLine.objects.get(verb="correct_rule").facts["instead_of"] == wrong.pk


def test_a_row_is_put_right_once() -> None:
    wrong = shipped()
    correct(wrong, replace(SAID, valid_from=wrong.valid_from))
    refused("superseded", lambda: correct(wrong, SAID))


# ---------- What Samen brings along ----------


def test_bringing_along_twice_changes_nothing() -> None:
    assert actions.bring_along() == 0
    call_command("migrate", verbosity=0, interactive=False)
    assert Rule.objects.count() == len(ROWS)


def test_what_an_administrator_wrote_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    right = correct(shipped(), replace(SAID, valid_from=date(2022, 1, 1)))
    later = add(replace(SAID, value=Decimal(20)))
    monkeypatch.setattr(actions, "ROWS", (*ROWS, Shipped(KEY, FIRST, "RVA", value=Decimal(10))))
    assert actions.bring_along() == 0
    assert (queries.on(KEY, TODAY), queries.on(KEY, FIRST)) == (right, later)


def test_a_later_release_follows_an_earlier_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "ROWS", (*ROWS, Shipped(KEY, FIRST, "RVA", value=Decimal(10))))
    assert actions.bring_along() == 1
    assert (queries.on(KEY, FIRST - timedelta(days=1)).number, queries.on(KEY, FIRST).number) == (12, 10)
    assert actions.bring_along() == 0


def test_a_later_release_puts_an_earlier_one_right(monkeypatch: pytest.MonkeyPatch) -> None:
    better = Shipped(KEY, date(2022, 1, 1), "RVA", value=Decimal(11))
    monkeypatch.setattr(actions, "ROWS", (*ROWS, better))
    assert actions.bring_along() == 1
    assert queries.on(KEY, TODAY).number == 11
    assert actions.bring_along() == 0


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.key} {row.source}")
def test_each_row_that_ships_keeps_to_its_key(row: Shipped) -> None:
    about = ABOUT[row.key]
    assert (row.value is None) is about.is_words
    assert bool(row.words) is about.is_words
    assert row.value is None or about.least <= row.value <= about.most
    assert row.source
    assert row.verified_on <= clock.today()
