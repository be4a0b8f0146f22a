"""Two press at once; somebody imports, undoes or reads while a person is erased."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from samen.base import clock
from samen.base.errors import Refused
from samen.base.forgetting import leave_no_trace
from samen.base.models import AuditLine
from samen.base.scoping import scope
from samen.duos.choices import ClosingReason
from samen.duos.models import Duo, Goal
from samen.lists import actions as lists
from samen.lists.models import ImportedPart, PeopleList
from samen.people import actions as people
from samen.people.models import Participation, Person
from samen.privacy.actions import erase
from samen.site.tick import tick
from tests.support.initiative import ACTOR, Office, close_duo

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

CONTENT = b"Rol,Voornaam,Familienaam,Telefoon\ncoach,Anna,Smet,0470998871\ncoach,Bert,Baert,0470123456\n"


def at_once(office: Office, *acts: Callable[[], object]) -> list[object]:
    """What each gets, started at the same moment; a refusal is told by its code."""
    together = Barrier(len(acts))

    def attempt(act: Callable[[], object]) -> object:
        together.wait(timeout=20)
        try:
            with scope(office.initiative.pk):
                return act()
        except Refused as refusal:
            return refusal.code
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(attempt, acts))


def wiping(person: Person) -> Callable[[], object]:
    return lambda: erase(person=person, today=clock.today(), now=clock.now(), actor=ACTOR)


def test_two_at_once_erase_once(office: Office) -> None:
    person = office.newcomer().person
    assert sorted(map(str, at_once(office, *[wiping(person)] * 4))) == ["None", *["erased"] * 3]
    assert AuditLine.objects.filter(verb="erase").count() == 1


def test_who_corrects_at_the_same_moment_brings_nothing_back(office: Office) -> None:
    part = office.newcomer()
    stale = Person.objects.get()

    def correct() -> object:
        return people.correct(person=stale, changes={"place": "Gent"}, remark="x", part=part, actor=ACTOR)

    at_once(office, wiping(part.person), correct)
    assert list(Person.objects.values_list("given_name", "place")) == [("", "")]


def imported() -> PeopleList:
    made = lists.keep(content=CONTENT, filename="l.csv", today=clock.today(), actor=ACTOR)
    lists.import_list(people_list=made, today=clock.today(), actor=ACTOR)
    return made


def test_an_undo_at_the_same_moment_leaves_nobody_and_no_cells(office: Office) -> None:
    made = imported()
    anna = Participation.objects.get(person__given_name="Anna").person
    answers = at_once(office, wiping(anna), lambda: lists.undo(people_list=made, actor=ACTOR))
    assert not any(isinstance(answer, Exception) for answer in answers)
    assert Person.objects.exclude(given_name="").count() == 0
    assert (PeopleList.objects.get().content, ImportedPart.objects.count()) == (None, 0)


def test_an_import_at_the_same_moment_brings_nobody_back(office: Office) -> None:
    """The list knows her by her phone: first come, she is there already; first gone, so is the list."""
    part = office.coach("Anna Smet", phone="+32470998871")
    draft = lists.keep(content=CONTENT, filename="l.csv", today=clock.today(), actor=ACTOR)

    def bring_in() -> object:
        lists.import_list(people_list=draft, today=clock.today(), actor=ACTOR)
        return "imported"

    _wiped, brought = at_once(office, wiping(part.person), bring_in)
    assert brought in {"imported", "list_gone"}
    assert Person.objects.filter(given_name="Anna").count() == 0
    assert [one.content for one in PeopleList.objects.all()] in ([], [None])


def test_a_duo_that_starts_at_the_same_moment_comes_first_or_never(office: Office) -> None:
    newcomer, coach = office.newcomer(), office.coach()
    _wiped, started = at_once(office, wiping(newcomer.person), lambda: office.duo(newcomer, coach))
    is_erased = Person.objects.filter(erased_on__isnull=False).exists()
    assert (Duo.objects.count(), started == "erased") == ((0, True) if is_erased else (1, False))


def test_what_was_written_at_that_very_moment_goes_at_the_next_tick(office: Office) -> None:
    duo = office.duo()
    close_duo(duo, ClosingReason.NO_TIME, clock.today())
    wiping(duo.newcomer.person)()
    Goal.objects.create(
        initiative=office.initiative, newcomer=duo.newcomer, words="Amal wil praten", made_at=clock.now()
    )
    tick(clock.today())
    assert Goal.objects.count() == 0
    assert leave_no_trace()
