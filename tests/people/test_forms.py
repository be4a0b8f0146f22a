"""The shape of what is known of a person, and each refusal."""

from datetime import timedelta
from typing import Any

import pytest

from samen.base import clock
from samen.people.actions import Details
from samen.people.forms import DetailsForm, PartForm, RemarkForm
from samen.people.models import Person

KNOWN = {"given_name": "Amal", "phone": "0470 12 34 56"}


def form(**changes: Any) -> DetailsForm:
    return DetailsForm({**KNOWN, **changes})


def errors(asked: Any) -> dict[str, list[str]]:
    return {name: [str(error) for error in found] for name, found in asked.errors.items()}


def test_the_least_that_suffices() -> None:
    assert errors(form()) == {}
    checked = form()
    assert checked.is_valid()
    assert checked.details() == Details(given_name="Amal", phone="+32470123456")


def test_everything_is_brought_into_one_shape() -> None:
    checked = form(
        given_name="  Amal ",
        family_name=" Saleh ",
        phone="0032 470/12.34.56",
        email=" Amal@Example.org ",
        gender="f",
        birth_year="1984",
        postal_code=" 9800 ",
    )
    assert errors(checked) == {}
    details = checked.details()
    assert (details.given_name, details.family_name, details.phone) == ("Amal", "Saleh", "+32470123456")
    assert (details.birth_year, details.postal_code, details.place) == (1984, "9800", "Deinze")


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"given_name": ""}, "given_name", "Dit veld is verplicht."),
        (
            {"phone": ""},
            "phone",
            "Vul een telefoonnummer of een e-mailadres in. Anders kan je niemand bereiken.",
        ),
        (
            {"phone": "nul"},
            "phone",
            "‘nul’ is geen telefoonnummer. Kijk het na: 0470 12 34 56 of +32 470 12 34 56.",
        ),
        ({"birth_year": "oud"}, "birth_year", "‘oud’ is geen geboortejaar. Schrijf het met vier cijfers."),
        ({"postal_code": "98"}, "postal_code", "Postcode ‘98’ bestaat niet. Kijk ze na."),
    ],
)
def test_a_refusal_says_what_is_there_and_what_to_do(
    changes: dict[str, str], field: str, sentence: str
) -> None:
    assert errors(form(**changes)) == {field: [sentence]}


def test_one_mistake_is_told_once() -> None:
    """A number that cannot be read is no missing number."""
    assert list(errors(form(phone="12"))) == ["phone"]
    assert len(errors(form(phone="12"))["phone"]) == 1
    assert list(errors(form(phone="", email="a@"))) == ["email"]


@pytest.mark.parametrize(("age", "allowed"), [(11, False), (12, True), (110, True), (111, False)])
def test_a_birth_year_is_of_somebody_who_lives(age: int, allowed: bool) -> None:
    assert form(birth_year=str(clock.today().year - age)).is_valid() is allowed


@pytest.mark.parametrize(
    ("field", "longest"), [("given_name", 80), ("family_name", 80), ("email", 254), ("postal_code", 10)]
)
def test_what_is_typed_fits_the_table(field: str, longest: int) -> None:
    column = Person._meta.get_field(field)
    assert DetailsForm.base_fields[field].max_length == longest  # type: ignore[attr-defined]
    assert longest <= column.max_length  # type: ignore[union-attr, operator]


def test_what_is_known_already_comes_back_in_the_form() -> None:
    person = Person(given_name="Amal", phone="+32470123456", birth_year=1984)
    assert DetailsForm.initial_of(person)["birth_year"] == 1984
    again = DetailsForm({name: value or "" for name, value in DetailsForm.initial_of(person).items()})
    assert again.is_valid()
    assert again.details() == Details(given_name="Amal", phone="+32470123456", birth_year=1984)


@pytest.mark.parametrize(("days", "allowed"), [(-400, True), (0, True), (1, False)])
def test_nobody_registers_tomorrow(days: int, allowed: bool) -> None:
    day = clock.today() + timedelta(days=days)
    asked = PartForm({"role": "coach", "registered_on": day})
    assert asked.is_valid() is allowed
    sentence = "Die dag moet nog komen. Kies vandaag of een dag die voorbij is."
    assert errors(asked) == ({} if allowed else {"registered_on": [sentence]})


@pytest.mark.parametrize("role", ["", "boss"])
def test_only_the_two_sides_of_a_duo(role: str) -> None:
    assert "role" in errors(PartForm({"role": role, "registered_on": clock.today()}))


def test_a_remark_has_an_end() -> None:
    assert RemarkForm({"remark": "x" * 2000}).is_valid()
    assert not RemarkForm({"remark": "x" * 2001}).is_valid()
