"""Erased means erased: no trace in any byte of the database, and no field that nobody thought of."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, models

from samen.base import clock
from samen.base.scoping import scope
from samen.duos.models import Duo
from samen.people.choices import Role
from samen.people.models import Person
from samen.privacy.actions import erase
from samen.privacy.kept import OF_NOBODY, STAYS
from samen.site.tick import tick
from tests.privacy.planted import TRACES, Rows, of_person, plant
from tests.support.initiative import ACTOR, Office, make_office

EMPTY: tuple[Any, ...] = ("", None, [], {})


def wipe(person: Person) -> None:
    erase(person=person, today=clock.today(), now=clock.now(), actor=ACTOR)


def every_byte() -> bytes:
    """All that the database holds on disk; of PostgreSQL all that it answers, binary columns as text."""
    if connection.vendor == "sqlite":
        file = Path(connection.settings_dict["NAME"])
        beside = [file, file.with_name(f"{file.name}-wal"), file.with_name(f"{file.name}-journal")]
        return b"\n".join(one.read_bytes() for one in beside if one.exists())
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        tables = [name for (name,) in cursor.fetchall()]
        lines = []
        for table in tables:
            cursor.execute(f'SELECT t::text FROM "{table}" t')  # noqa: S608 - names of the database itself
            lines += [line for (line,) in cursor.fetchall()]
    return "\n".join(lines).encode()


def traces() -> dict[bytes, int]:
    """How often each trace stands there, in any case; in PostgreSQL bytes are shown as hexadecimals."""
    held = every_byte().lower()
    found = {trace: held.count(trace) + held.count(trace.hex().encode()) for trace in TRACES}
    return {trace: times for trace, times in found.items() if times}


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("role", list(Role))
def test_no_byte_is_left(office: Office, role: Role) -> None:
    person, _duo = plant(office, role)
    assert len(traces()) == len(TRACES)
    wipe(person)
    assert traces() == {}


def declared() -> Iterator[str]:
    """Every personal field that an app declares."""
    for config in apps.get_app_configs():
        if config.name.startswith("samen.") and find_spec(f"{config.name}.personal_data"):
            yield from getattr(import_module(f"{config.name}.personal_data"), "FIELDS", ())


def filled(rows: Rows) -> set[str]:
    """The fields of these rows that hold something."""
    return {
        f"{model.__name__}.{field.name}"
        for model, pks in rows.items()
        for row in model._default_manager.filter(pk__in=pks)
        for field in model._meta.concrete_fields
        if field.name not in {"id", "initiative"} and _value(row, field) not in EMPTY
    }


def _value(row: models.Model, field: models.Field) -> Any:
    """As it is kept: the name of whoever was erased is shown in words."""
    held = row.__dict__[field.attname]
    return bytes(held) if isinstance(held, memoryview) else held


def seen_going(office: Office, role: Role) -> tuple[set[str], set[str]]:
    """The fields that went with somebody, alone or with their row; and those that hold something still."""
    person, _duo = plant(office, role)
    rows = of_person(person)
    before = filled(rows)
    wipe(person)
    still = {model for model, pks in rows.items() if model._default_manager.filter(pk__in=pks).exists()}
    with_row = {
        f"{model.__name__}.{field.name}"
        for model, pks in rows.items()
        if pks and model not in still
        for field in model._meta.concrete_fields
    }
    after = filled(rows)
    return (before | with_row) - after, after


def test_every_personal_field_goes_or_says_why_it_stays(office: Office) -> None:
    went, stayed = set(), set()
    for one, role in ((office, Role.NEWCOMER), (make_office("gent", "Samen in Gent"), Role.COACH)):
        with scope(one.initiative.pk):
            gone, still = seen_going(one, role)
        went, stayed = went | gone, stayed | still
    of_nobody = {name for name in declared() if name.partition(".")[0] in OF_NOBODY}
    assert sorted(stayed - set(STAYS)) == []
    # Whatever an app declares is seen going, or stands in the list of what stays.
    assert sorted(set(declared()) - went - set(STAYS) - of_nobody) == []
    assert sorted(set(STAYS) - set(declared())) == []
    assert {name.partition(".")[0] for name in STAYS} & set(OF_NOBODY) == set()
    assert all([*STAYS.values(), *OF_NOBODY.values()])


def test_the_other_keeps_days_meetings_and_figures(office: Office) -> None:
    person, duo = plant(office, Role.NEWCOMER)
    numbers = ("met_on", "minutes", "way", "smile")
    met = list(duo.meetings.values_list(*numbers))
    said = list(duo.check_ins.values_list("by_role", "going", "speaking", "experience").order_by("by_role"))
    wipe(person)
    kept = Duo.objects.get(pk=duo.pk)
    assert (kept.starts_on, kept.ends_on, kept.closed_on) == (duo.starts_on, duo.ends_on, duo.closed_on)
    assert list(kept.meetings.values_list(*numbers)) == met
    figures = kept.check_ins.values_list("by_role", "going", "speaking", "experience")
    assert list(figures.order_by("by_role")) == said
    assert [one.by_role for one in kept.signatures.all()] == [Role.COACH]
    assert str(kept.newcomer) == "Iemand die gewist is"
    assert str(kept.coach) == "Bart Goossens"


@pytest.mark.django_db(transaction=True)
def test_what_a_reader_held_up_goes_at_the_next_tick(office: Office) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("only SQLite has a log that a reader holds up")
    person, _duo = plant(office, Role.COACH)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout=0")
    with closing(sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT COUNT(*) FROM people_person").fetchone()
        wipe(person)
        assert traces() != {}
    tick(clock.today())
    assert traces() == {}
