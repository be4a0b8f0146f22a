"""The shape of facts and wishes, and each refusal."""

from typing import Any

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as some

from samen.intake.actions import Facts, WishedFor
from samen.intake.choices import Strength, Wanted
from samen.intake.forms import AvailabilityInput, FactsForm, WishesForm
from samen.intake.models import ALL_SLOTS, Wish
from samen.people.choices import Role


def errors(asked: Any) -> dict[str, list[str]]:
    return {name: [str(error) for error in found] for name, found in asked.errors.items()}


def facts(**typed: Any) -> Facts:
    asked = FactsForm(typed)
    assert errors(asked) == {}
    return asked.facts()


# ---------- Availability ----------


def ticked(*boxes: str) -> int | None:
    query = QueryDict(mutable=True)
    query.setlist("availability", list(boxes))
    return AvailabilityInput().value_from_datadict(query, {}, "availability")


@pytest.mark.parametrize(
    ("boxes", "bits"),
    [
        ([], None),
        (["0"], 1),
        (["0", "1", "0"], 3),
        (["20"], 2**20),
        ([str(slot) for slot in range(21)], ALL_SLOTS),
        (["21"], None),
        (["-1", "x", "²", "٣", ""], None),
    ],
)
def test_ticked_boxes_become_bits(boxes: list[str], bits: int | None) -> None:
    assert ticked(*boxes) == bits


@given(some.sets(some.integers(0, 20), min_size=1))
def test_what_was_ticked_is_ticked_again(slots: set[int]) -> None:
    bits = ticked(*map(str, slots))
    shown = AvailabilityInput().get_context("availability", bits, {})["days"]
    again = {slot for _day, boxes in shown for slot, _word, is_ticked in boxes if is_ticked}
    assert again == slots


# ---------- Facts ----------


def test_nothing_need_be_known() -> None:
    assert facts() == Facts()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Koken, fietsen", ["fietsen", "koken"]),
        (" koken ;KOKEN,, koken ", ["koken"]),
        (",;,", []),
        ("naar de markt gaan", ["naar de markt gaan"]),
    ],
)
def test_interests_are_words(typed: str, words: list[str]) -> None:
    assert facts(interests=typed).interests == words


def test_facts_as_they_are_stored() -> None:
    known = facts(
        interests="koken",
        profession=" bakker ",
        personality="4",
        household="family",
        children_bands=["0-2", "6-11"],
        capacity="2",
        language_level="1.2",
    )
    assert known == Facts(
        interests=["koken"],
        profession="bakker",
        personality=4,
        household="family",
        children_bands=["0-2", "6-11"],
        capacity=2,
        language_level="1.2",
    )


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("interests", "x" * 61),
        ("profession", "x" * 81),
        ("personality", "6"),
        ("household", "castle"),
        ("children_bands", ["0-99"]),
        ("capacity", "0"),
        ("capacity", "5"),
        ("language_level", "x" * 21),
    ],
)
def test_each_refusal_stands_at_its_field(field: str, typed: Any) -> None:
    assert list(errors(FactsForm({field: typed}))) == [field]


@pytest.mark.parametrize(("role", "left_out"), [(Role.COACH, "language_level"), (Role.NEWCOMER, "capacity")])
def test_what_is_not_asked_of_a_role(role: Role, left_out: str) -> None:
    asked = FactsForm({"capacity": "3", "language_level": "1.2"}).for_role(role)
    assert set(FactsForm.base_fields) - set(asked.fields) == {left_out}
    assert asked.is_valid()
    assert getattr(asked.facts(), left_out) == getattr(Facts(), left_out)


# ---------- Wishes ----------

ALL_WISHES = {
    "wish_gender": "f",
    "wish_gender_strength": "must",
    "wish_age_min": "30",
    "wish_age_max": "30",
    "wish_age_strength": "prefer",
    "wish_max_km": "10",
    "wish_km_strength": "must",
    "wish_time_strength": "prefer",
}


def test_the_four_wishes() -> None:
    asked = WishesForm(ALL_WISHES)
    assert errors(asked) == {}
    assert asked.wishes() == [
        WishedFor(Wanted.GENDER, Strength.MUST, gender="f"),
        WishedFor(Wanted.AGE, Strength.PREFER, age_min=30, age_max=30),
        WishedFor(Wanted.DISTANCE, Strength.MUST, max_km=10),
        WishedFor(Wanted.TIME, Strength.PREFER),
    ]


def test_what_is_wished_comes_back_in_the_form() -> None:
    asked = WishesForm(ALL_WISHES)
    assert asked.is_valid()
    stored = [Wish(**vars(wish)) for wish in asked.wishes()]
    again = WishesForm(WishesForm.initial_of(stored))
    assert again.is_valid()
    assert again.wishes() == asked.wishes()


def test_no_wish_is_no_wish() -> None:
    nothing = WishesForm({})
    assert nothing.is_valid()
    assert nothing.wishes() == []
    no_matter = WishesForm({**ALL_WISHES, **{name: "no-matter" for name in ALL_WISHES if "strength" in name}})
    assert no_matter.is_valid()
    assert no_matter.wishes() == []


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        (
            {"wish_gender_strength": "must"},
            "wish_gender",
            "Kies man of vrouw, of zet de wens op ‘maakt niet uit’.",
        ),
        (
            {"wish_age_strength": "prefer"},
            "wish_age_min",
            "Vul een leeftijd in, of zet de wens op ‘maakt niet uit’.",
        ),
        (
            {"wish_km_strength": "must"},
            "wish_max_km",
            "Vul een afstand in, of zet de wens op ‘maakt niet uit’.",
        ),
        (
            {"wish_age_min": "41", "wish_age_max": "40"},
            "wish_age_max",
            "Deze leeftijd ligt onder de andere. Draai ze om.",
        ),
    ],
)
def test_a_strength_without_a_wish_says_what_is_missing(
    typed: dict[str, str], field: str, sentence: str
) -> None:
    assert errors(WishesForm(typed)) == {field: [sentence]}


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("wish_age_min", "11"),
        ("wish_age_max", "111"),
        ("wish_age_min", "oud"),
        ("wish_max_km", "0"),
        ("wish_max_km", "301"),
        ("wish_gender", "q"),
        ("wish_time_strength", "soms"),
    ],
)
def test_a_wish_that_cannot_be(field: str, typed: str) -> None:
    assert list(errors(WishesForm({field: typed}))) == [field]


@pytest.mark.parametrize(
    "typed", ["koken, fietsen", "koken; fietsen", "koken، fietsen", "koken؛ fietsen", "koken\nfietsen"]
)
def test_words_are_parted_by_the_comma_of_any_keyboard(typed: str) -> None:
    assert facts(interests=typed).interests == ["fietsen", "koken"]
