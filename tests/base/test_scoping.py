"""Outside a scope nothing of an initiative is read or written; inside, nothing of another."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import models

from samen.base.scoping import (
    ForeignScopeError,
    ScopeMissingError,
    current_initiative_id,
    no_scope,
    refuse_foreign,
    scope,
)
from samen.duos.models import Duo
from samen.initiatives.models import Initiative
from samen.initiatives.tenancy import TenantModel, tenant_models
from samen.people.models import Participation, Person
from tests.support.initiative import Office, make_office

pytestmark = pytest.mark.postgres


@pytest.fixture
def other(office: Office) -> Office:
    """A second initiative, out of scope."""
    return make_office("gent", "Samen in Gent")


def person(initiative: Initiative, name: str = "Amal") -> Person:
    return Person(initiative=initiative, given_name=name, phone="+32470123456")


def inside() -> int | None:
    """The initiative in scope, if any."""
    try:
        return current_initiative_id()
    except ScopeMissingError:
        return None


# ---------- The scope itself ----------


def test_without_a_scope_there_is_no_initiative() -> None:
    with pytest.raises(ScopeMissingError, match="with scope"):
        current_initiative_id()


def test_a_scope_ends_with_its_block_whatever_happens_there() -> None:
    with scope(1):
        with scope(2):
            assert inside() == 2
        assert inside() == 1
        with pytest.raises(ZeroDivisionError), scope(3):
            1 / 0  # noqa: B018
        assert inside() == 1
        with no_scope():
            assert inside() is None
        assert inside() == 1
    assert inside() is None


def test_a_thread_begins_without_a_scope() -> None:
    with scope(1), ThreadPoolExecutor(1) as threads:
        assert threads.submit(inside).result() is None


# ---------- Reading ----------

READS: dict[str, Callable[[type[TenantModel]], object]] = {
    "all": lambda model: list(model.objects.all()),
    "count": lambda model: model.objects.count(),
    "exists": lambda model: model.objects.exists(),
    "filter": lambda model: model.objects.filter(pk=1),
    "get": lambda model: model.objects.get(pk=1),
    "first": lambda model: model.objects.first(),
    "values": lambda model: model.objects.values("pk"),
    "update": lambda model: model.objects.update(id=1),
    "delete": lambda model: model.objects.all().delete(),
    "base manager": lambda model: list(model._base_manager.all()),
    "default manager": lambda model: list(model._default_manager.all()),
    "subquery": lambda model: models.Exists(model.objects.all()),
}


@pytest.mark.parametrize("read", READS)
def test_no_query_runs_outside_a_scope(db: None, read: str) -> None:
    unguarded = []
    for model in tenant_models():
        try:
            READS[read](model)
        except ScopeMissingError:
            continue
        unguarded.append(model._meta.label)
    assert unguarded == []


def test_relations_are_not_followed_outside_a_scope(office: Office) -> None:
    part = Participation.objects.get(pk=office.newcomer().pk)
    with no_scope():
        for follow in (lambda: part.person, lambda: list(part.wishes.all()), part.refresh_from_db):
            with pytest.raises(ScopeMissingError):
                follow()


def test_each_scope_shows_its_own_rows(office: Office, other: Office) -> None:
    office.newcomer("Van Hier")
    theirs = other.newcomer("Van Daar")
    assert [str(part) for part in Participation.objects.all()] == ["Van Hier"]
    assert not Participation.objects.filter(pk=theirs.pk).exists()
    assert not Person.objects.filter(participations=theirs.pk).exists()
    with scope(other.initiative.pk):
        assert [str(part) for part in Participation.objects.all()] == ["Van Daar"]


def test_a_relation_does_not_lead_to_another_initiative(office: Office, other: Office) -> None:
    theirs = other.newcomer("Van Daar")
    bare = Participation(pk=theirs.pk, person_id=theirs.person_id)
    with pytest.raises(Person.DoesNotExist):
        _person = bare.person


# ---------- Writing ----------


def test_nothing_is_saved_outside_a_scope(office: Office) -> None:
    with no_scope(), pytest.raises(ScopeMissingError):
        person(office.initiative).save()


def test_nothing_is_saved_for_another_initiative(office: Office, other: Office) -> None:
    for write in (
        lambda: person(other.initiative).save(),
        lambda: Person.objects.create(initiative=other.initiative, given_name="Amal", phone="+32470123456"),
        lambda: Person.objects.bulk_create([person(office.initiative), person(other.initiative)]),
        lambda: Person.objects.bulk_create(iter([person(other.initiative)])),
        lambda: Person.objects.update_or_create(
            given_name="Amal", defaults={"initiative": other.initiative, "phone": "+32470123456"}
        ),
    ):
        with pytest.raises(ForeignScopeError, match="Person belongs to another initiative"):
            write()
    assert not Person.objects.exists()
    with scope(other.initiative.pk):
        assert not Person.objects.exists()


def test_a_row_of_another_initiative_is_neither_changed_nor_removed(office: Office, other: Office) -> None:
    theirs = other.newcomer("Van Daar").person
    theirs.given_name = "Anders"
    for write in (theirs.save, theirs.delete):
        with pytest.raises(ForeignScopeError):
            write()
    Person.objects.all().delete()
    Person.objects.update(given_name="Anders")
    with scope(other.initiative.pk):
        assert [row.given_name for row in Person.objects.all()] == ["Van"]


def test_a_row_cannot_change_its_initiative(office: Office, other: Office) -> None:
    ours = office.newcomer().person
    ours.initiative = other.initiative
    with pytest.raises(ForeignScopeError):
        ours.save()


def test_what_has_no_initiative_is_foreign(office: Office) -> None:
    with pytest.raises(ForeignScopeError):
        refuse_foreign([Person(given_name="Amal")])
    with pytest.raises(ForeignScopeError):
        refuse_foreign([office.initiative])


def test_in_its_own_scope_everything_works(office: Office) -> None:
    Person.objects.bulk_create([person(office.initiative, "An"), person(office.initiative, "Bea")])
    one = Person.objects.get(given_name="An")
    one.given_name = "Anna"
    one.save()
    one.refresh_from_db()
    assert [str(row) for row in Person.objects.all()] == ["Anna", "Bea"]
    one.delete()
    assert Person.objects.count() == 1


def test_two_initiatives_in_two_threads_do_not_mix(transactional_db: None, office: Office) -> None:
    from django.db import connection

    others = [make_office(f"gemeente-{number}", "Samen") for number in range(4)]
    for number, each in enumerate(others):
        with scope(each.initiative.pk):
            for _person in range(number + 1):
                each.newcomer()

    def count(each: Office) -> list[int]:
        try:
            with scope(each.initiative.pk):
                return [Participation.objects.count() for _time in range(10)]
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(count, others)) == [[number + 1] * 10 for number in range(4)]


def test_the_scope_is_asked_when_a_query_is_made(office: Office, other: Office) -> None:
    """A query keeps the scope in which it was made, also when it runs in another."""
    other.newcomer("Van Daar")
    mine = Duo.objects.filter(starts_on__lt=date(2999, 1, 1))
    office.duo()
    with scope(other.initiative.pk):
        assert [duo.initiative_id for duo in mine] == [office.initiative.pk]
