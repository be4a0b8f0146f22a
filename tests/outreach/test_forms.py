"""What a person may type about an intermediary."""

from datetime import date, timedelta

import pytest

from samen.base import clock
from samen.outreach.actions import Card
from samen.outreach.forms import (
    CallAgainForm,
    CardForm,
    ChannelForm,
    ContactForm,
    HandOutForm,
    KindForm,
)
from tests.support.initiative import Office
from tests.support.recruiting import a_kind, a_material, an_intermediary


def card(**typed: object) -> Card:
    form = CardForm({"name": "Hilde", **typed})
    assert form.errors == {}
    return form.card()


def errors(**typed: object) -> dict[str, list[str]]:
    return dict(CardForm({"name": "Hilde", **typed}).errors)


def test_a_name_is_enough(office: Office) -> None:
    assert card() == Card(name="Hilde")
    assert dict(CardForm({"name": "  "}).errors) == {"name": ["Vul een naam in."]}


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("0470 12 34 56", "+32470123456"),
        ("09/386.12.34", "+3293861234"),
        ("+31 6 12345678", "+31612345678"),
        ("0033 6 12 34 56 78", "+33612345678"),
        ("+49 1512 3456789", "+4915123456789"),
        ("+90 532 123 45 67", "+905321234567"),
        ("+380 67 123 45 67", "+380671234567"),
        ("", ""),
    ],
)
def test_phones_of_seven_countries(office: Office, typed: str, stored: str) -> None:
    assert card(phone=typed).phone == stored


@pytest.mark.parametrize("typed", ["047 12", "aan de balie", "4,7E+8", "+99 1"])
def test_what_is_no_phone_is_told(office: Office, typed: str) -> None:
    sentence = f"‘{typed}’ is geen telefoonnummer. Kijk het na: 0470 12 34 56 of +32 470 12 34 56."
    assert errors(phone=typed) == {"phone": [sentence]}


@pytest.mark.parametrize(
    ("typed", "stored"), [(" Hilde@Bib.BE ", "Hilde@bib.be"), ("a.b+c@x.y.example", "a.b+c@x.y.example")]
)
def test_an_address_is_kept_with_its_domain_in_small_letters(office: Office, typed: str, stored: str) -> None:
    assert card(email=typed).email == stored


@pytest.mark.parametrize("typed", ["hilde", "hilde@", "@bib.be", "hil de@bib.be", "a@b@c", "<a@b.be>"])
def test_what_is_no_address_is_told(office: Office, typed: str) -> None:
    assert errors(email=typed) == {
        "email": [f"‘{typed}’ is geen e-mailadres. Kijk het na: naam@voorbeeld.be."]
    }


def test_languages_by_their_own_name_and_others_as_written(office: Office) -> None:
    reached = card(
        languages=["ar", "nl"], other_languages="Berbers,  Somali;Berbers / Dari,"
    ).languages_reached
    assert reached == ["ar", "nl", "Berbers", "Somali", "Dari"]
    assert "languages" in errors(languages=["xx"])
    too_much = "Schrijf hoogstens 20 talen, elk met hoogstens 40 tekens."
    assert errors(other_languages="x" * 41) == {"other_languages": [too_much]}
    assert errors(other_languages=",".join(map(str, range(21)))) == {"other_languages": [too_much]}


@pytest.mark.parametrize(
    ("field", "longest"),
    [
        *(("name", 120), ("organisation", 120), ("function", 120), ("phone", 40), ("email", 254)),
        *(("audience", 200), ("other_languages", 400), ("remark", 2000)),
    ],
)
def test_ten_thousand_characters_are_told_and_not_stored(office: Office, field: str, longest: int) -> None:
    (sentence,) = errors(**{field: "x" * 10_000})[field]
    assert f"{longest}" in sentence


def test_a_kind_is_one_of_ours(office: Office) -> None:
    kind = a_kind()
    assert card(kind=str(kind.pk)).kind == kind
    for wrong in ("0", str(kind.pk + 1), "x", "-1"):
        assert "kind" in errors(kind=wrong)


def test_what_is_known_is_filled_in_and_comes_back_the_same(office: Office) -> None:
    known = an_intermediary(
        kind=a_kind(), phone="+32470123456", email="a@b.be", languages_reached=["ar", "Dari"], remark="x"
    )
    form = CardForm(CardForm.initial_of(known))
    assert form.is_valid()
    assert vars(form.card()) == {name: getattr(known, name) for name in vars(form.card())}


TODAY = clock.today()


@pytest.mark.parametrize(
    ("on", "is_right"),
    [
        (TODAY, True),
        (TODAY + timedelta(days=90), True),
        ("", True),
        (TODAY - timedelta(days=1), False),
        (date(TODAY.year + 6, 1, 1), False),
        ("9999-12-31", False),
        ("morgen", False),
        ("0000-00-00", False),
    ],
)
def test_the_day_to_call_is_still_to_come_and_near(on: object, is_right: bool) -> None:
    assert CallAgainForm({"on": on}).is_valid() is is_right


@pytest.mark.parametrize("on", ["", "x", (TODAY + timedelta(days=1)).isoformat()])
def test_a_contact_has_a_day_that_is_over(on: str) -> None:
    assert "on" in ContactForm({"kind": "phone", "on": on}).errors


def test_a_contact_has_a_kind_of_the_list() -> None:
    assert "kind" in ContactForm({"kind": "telepathy", "on": TODAY}).errors
    assert "note" in ContactForm({"kind": "phone", "on": TODAY, "note": "x" * 10_000}).errors


@pytest.mark.parametrize("number", ["0", "-1", "x", "", "1.5", "1000000", "9" * 400, "９"])
def test_a_number_handed_out_is_a_real_one(office: Office, number: str) -> None:
    material = a_material()
    form = HandOutForm({"material": material.pk, "number": number, "on": TODAY})
    assert form.is_valid() is (number == "９")


def test_material_to_hand_out_is_ours_and_in_use(office: Office) -> None:
    material = a_material(stock=7)
    assert [str(label) for _value, label in HandOutForm().fields["material"].choices] == [
        "Flyer oranje (nog 7 in voorraad)"
    ]
    assert "material" in HandOutForm({"material": material.pk + 1, "number": 1, "on": TODAY}).errors
    material.ended_on = TODAY
    material.save()
    assert "material" in HandOutForm({"material": material.pk, "number": 1, "on": TODAY}).errors


def test_kinds_and_channels_have_a_name(office: Office) -> None:
    part = a_kind("brood", a_kind())
    assert dict(KindForm({"name": ""}).errors) == {"name": ["Vul een naam in."]}
    assert "parent" in KindForm({"name": "x", "parent": part.pk}).errors
    assert dict(ChannelForm({"label": " "}).errors) == {"label": ["Vul een naam in."]}
    assert "label" in ChannelForm({"label": "x" * 10_000}).errors
