"""What may be done with people, and each refusal."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from samen.base.errors import Conflict, RuleBroken
from samen.base.models import AuditLine
from samen.people import actions
from samen.people.actions import Details, Entry
from samen.people.choices import Role
from samen.people.models import Participation, Person
from samen.people.queries import matching_words, parts
from tests.support.initiative import ACTOR, Office

pytestmark = pytest.mark.postgres

TODAY = date(2026, 11, 24)
AMAL = Details(
    given_name="Amal", family_name="Saleh", phone="+32470123456", place="Deinze", postal_code="9800"
)


def register(details: Details = AMAL, role: Role = Role.NEWCOMER) -> Participation:
    return actions.register(details=details, role=role, registered_on=TODAY, remark="Belt.", actor=ACTOR)


def verbs() -> list[tuple[str, dict[str, object]]]:
    return list(AuditLine.objects.filter(subject_kind__startswith="people.").values_list("verb", "facts"))


def test_register(office: Office) -> None:
    register()
    part = parts().get()
    assert (str(part), part.role, part.registered_on) == ("Amal Saleh", Role.NEWCOMER, TODAY)
    assert (part.remark, part.ended_on) == ("Belt.", None)
    assert part.initiative == part.person.initiative == office.initiative
    assert part.person.initials == "AS"
    assert verbs() == [("register", {"role": "newcomer"})]


@pytest.mark.parametrize(
    "reach",
    [{"phone": "+32470123456"}, {"email": "a@example.org"}, {"phone": "+3291234567", "email": "a@b.be"}],
)
def test_one_way_to_reach_somebody_suffices(office: Office, reach: dict[str, str]) -> None:
    assert register(Details(given_name="Amal", **reach)).pk


def test_somebody_whom_nobody_can_reach_is_refused(office: Office) -> None:
    with pytest.raises(RuleBroken) as raised:
        register(Details(given_name="Amal"))
    assert raised.value.code == "unreachable"
    assert not Person.objects.exists()
    assert verbs() == []


def test_many_at_once_or_nobody(office: Office) -> None:
    good = Entry(AMAL, Role.COACH, TODAY)
    with pytest.raises(RuleBroken):
        actions.register_all(entries=[good, Entry(Details(given_name="Bea"), Role.COACH, TODAY)], actor=ACTOR)
    assert not Person.objects.exists()
    made = actions.register_all(entries=[good, good, Entry(AMAL, Role.NEWCOMER, TODAY)], actor=ACTOR)
    assert [part.role for part in made] == ["coach", "coach", "newcomer"]
    assert len(verbs()) == 3


def test_correct_names_the_fields_and_not_their_content(office: Office) -> None:
    part = register()
    actions.correct(
        person=part.person,
        changes={"given_name": "Amal", "phone": "+32470999999", "gender": "f"},
        remark="Belt niet.",
        part=part,
        actor=ACTOR,
    )
    person = Person.objects.get()
    assert (person.phone, person.gender) == ("+32470999999", "f")
    assert Participation.objects.get().remark == "Belt niet."
    assert verbs()[-1] == ("correct", {"fields": ["phone", "gender", "remark"]})
    assert [str(part) for part in matching_words(parts(), "0470999999")] == ["Amal Saleh"]
    assert not matching_words(parts(), "0470123456")


def test_the_last_way_to_reach_somebody_stays(office: Office) -> None:
    part = register()
    with pytest.raises(RuleBroken) as raised:
        actions.correct(person=part.person, changes={"phone": ""}, remark="", part=part, actor=ACTOR)
    assert raised.value.code == "unreachable"
    assert Person.objects.get().phone == "+32470123456"
    assert Participation.objects.get().remark == "Belt."


def test_a_part_ends_once(office: Office) -> None:
    part = register()
    actions.end_part(part=part, today=TODAY, actor=ACTOR)
    with pytest.raises(Conflict) as raised:
        actions.end_part(part=part, today=TODAY + timedelta(days=1), actor=ACTOR)
    assert raised.value.code == "already_ended"
    assert Participation.objects.get().ended_on == TODAY


def test_forgetting_an_import_removes_its_people(office: Office) -> None:
    stays, goes = register(), register()
    assert actions.forget_imported(parts=[goes], actor=ACTOR) == 1
    assert list(Participation.objects.all()) == [stays]
    assert verbs()[-1] == ("forget_imported", {})


def test_forgetting_is_refused_by_what_was_built_on_it(office: Office) -> None:
    duo = office.duo()
    with pytest.raises(IntegrityError), transaction.atomic():
        actions.forget_imported(parts=[duo.newcomer], actor=ACTOR)
    assert Participation.objects.filter(pk=duo.newcomer_id).exists()


# ---------- The database refuses, whoever writes ----------


@pytest.mark.parametrize(
    ("name", "change"),
    [("person_is_reachable", {"phone": "", "email": ""}), ("person_has_a_name", {"given_name": ""})],
)
def test_the_database_refuses_a_person(office: Office, name: str, change: dict[str, str]) -> None:
    register()
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Person.objects.update(**change)


def test_the_database_refuses_a_second_running_part(office: Office) -> None:
    part = register()
    again = {"initiative": office.initiative, "person": part.person, "registered_on": TODAY}
    with pytest.raises(IntegrityError), transaction.atomic():
        Participation.objects.create(role=Role.NEWCOMER, **again)
    Participation.objects.create(role=Role.COACH, **again)
    actions.end_part(part=part, today=TODAY, actor=ACTOR)
    Participation.objects.create(role=Role.NEWCOMER, **again)


# ---------- Search ----------


@pytest.mark.parametrize(
    ("given", "family", "words"),
    [
        ("Zoë", "Van den Broeck", ["zoe", "ZOË", "broeck zoe", "van den"]),
        ("Şükrü", "Öztürk", ["sukru", "ozturk", "ÖZTÜRK"]),
        ("Łukasz", "Wiśniewski", ["lukasz", "wisniewski"]),
        ("Олена", "Шевченко", ["olena", "шевченко", "shevchenko"]),
        ("محمد", "الأحمد", ["محمد", "mhmd"]),
        ("Νίκος", "", ["nikos", "νικοσ", "ΝΙΚΟΣ"]),
        ("N'Golo", "D’Hondt", ["ngolo", "d'hondt", "dhondt"]),
        ("Jean-Pierre", "", ["jean pierre", "jean-pierre"]),
    ],
)
def test_search_finds_a_name_however_it_is_written(
    office: Office, given: str, family: str, words: list[str]
) -> None:
    register()
    sought = register(Details(given_name=given, family_name=family, email="x@example.org"))
    assert [list(matching_words(parts(), text)) for text in words] == [[sought]] * len(words)


@pytest.mark.parametrize("text", ["0470123456", "+32470123456", "32470", "9800", "deinze", "saleh deinze"])
def test_search_looks_in_phone_and_place(office: Office, text: str) -> None:
    sought = register()
    register(Details(given_name="Bea", email="bea@example.org"))
    assert list(matching_words(parts(), text)) == [sought]


@pytest.mark.parametrize("text", ["0470 12 34 56", "0470/12.34.56", "+32 470 12 34 56"])
def test_search_reads_a_phone_as_people_write_it(office: Office, text: str) -> None:
    sought = register()
    register(Details(given_name="Bea", phone="+32470999999"))
    assert list(matching_words(parts(), text)) == [sought]
