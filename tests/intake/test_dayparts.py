"""When somebody is free, in free text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen.intake.dayparts import EVERYTHING, bits_to_slots, parse_availability, slots_to_bits

pytestmark = pytest.mark.pure

DAYS = ["ma", "di", "wo", "do", "vr", "za", "zo"]
PARTS = ["vm", "nm", "av"]


def told(text: str) -> str:
    """The slots of a text, shortly: "ma-av za-vm"."""
    return " ".join(f"{DAYS[day]}-{PARTS[part]}" for day, part in sorted(parse_availability(text).slots))


EVENINGS = " ".join(f"{day}-av" for day in DAYS)


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("", ""),
        ("ma avond, za vm", "ma-av za-vm"),
        ("Woensdag namiddag", "wo-nm"),
        ("WOENSDAGNAMIDDAG, zaterdagavonden", "wo-nm za-av"),
        ("ma/di avond", "ma-av di-av"),
        ("ma, di en wo avond", "ma-av di-av wo-av"),
        ("mon-avond;sat-voormiddag", "ma-av za-vm"),
        ("mon-morning;sat-evening", "ma-vm za-av"),
        ("di voormiddag en namiddag", "di-vm di-nm"),
        ("wo. nm. + vr. av.", "wo-nm vr-av"),
        ("ma vo\nma na", "ma-vm ma-nm"),
        ("vrijdag", "vr-vm vr-nm vr-av"),
        ("vrijdag; za avond", "vr-vm vr-nm vr-av za-av"),
        ("za heel de dag", "za-vm za-nm za-av"),
        ("zaterdags overdag", "za-vm za-nm"),
        ("weekend", "za-vm za-nm za-av zo-vm zo-nm zo-av"),
        ("weekend 's morgens", "za-vm zo-vm"),
        ("weekdagen avond", "ma-av di-av wo-av do-av vr-av"),
        ("in de week 's avonds", "ma-av di-av wo-av do-av vr-av"),
        ("ma-vr avond", "ma-av di-av wo-av do-av vr-av"),
        ("van maandag tot en met woensdag voormiddag", "ma-vm di-vm wo-vm"),
        ("vr t/m zo avond", "vr-av za-av zo-av"),
        ("elke avond", EVENINGS),
        ("'s avonds", EVENINGS),
        ("savonds", EVENINGS),
        ("elke zaterdag", "za-vm za-nm za-av"),
        ("elke avond, za voormiddag", "ma-av di-av wo-av do-av vr-av za-vm za-av zo-av"),
        ("'s avonds, za voormiddag", "ma-av di-av wo-av do-av vr-av za-vm za-av zo-av"),
        ("avond: ma, wo", "ma-av wo-av"),
        ("elke avond behalve vrijdag", "ma-av di-av wo-av do-av za-av zo-av"),
        ("weekend, niet zondag", "za-vm za-nm za-av"),
        ("nooit", ""),
        ("niet beschikbaar", ""),
        ("ma na 18u", "ma-av"),
        ("di 9u-12u", "di-vm"),
        ("wo van 14 tot 17 uur", "wo-nm"),
        ("do 18:00-20:30 u", "do-av"),
        ("vr voor 12u", "vr-vm"),
        ("za vanaf 14u", "za-nm za-av"),
        ("le lundi après-midi et mercredi matin", "ma-nm wo-vm"),
        ("Mon to Wed evenings", "ma-av di-av wo-av"),
    ],
)
def test_free_text_is_read_whole(text: str, slots: str) -> None:
    assert told(text) == slots
    assert parse_availability(text).unread == ()


@pytest.mark.parametrize("text", ["altijd", "always", "toujours", "elke dag", "alle dagen", "dagelijks"])
def test_always(text: str) -> None:
    assert parse_availability(text) == (EVERYTHING, ())


def test_no_day_but_wednesday() -> None:
    assert parse_availability("niet op woensdag").slots == {slot for slot in EVERYTHING if slot[0] != 2}


@pytest.mark.parametrize(
    ("text", "slots", "unread"),
    [
        ("ma avond misschien", "ma-av", ("misschien",)),
        ("Wanneer het past", "", ("Wanneer", "past")),
        ("😎 di vm", "di-vm", ("😎",)),
        ("x, x, ma vm", "ma-vm", ("x",)),
    ],
)
def test_what_is_not_read_is_told_as_written(text: str, slots: str, unread: tuple[str, ...]) -> None:
    assert told(text) == slots
    assert parse_availability(text).unread == unread


@given(st.text(max_size=80))
def test_any_text_gives_slots_of_the_week(text: str) -> None:
    assert parse_availability(text).slots <= EVERYTHING


@given(st.frozensets(st.sampled_from(sorted(EVERYTHING))))
def test_slots_and_bits_are_one(slots: frozenset[tuple[int, int]]) -> None:
    assert bits_to_slots(slots_to_bits(slots)) == slots


@given(st.frozensets(st.sampled_from(sorted(EVERYTHING)), min_size=1))
def test_what_is_written_out_is_read_back(slots: frozenset[tuple[int, int]]) -> None:
    written = ", ".join(f"{DAYS[day]} {PARTS[part]}" for day, part in sorted(slots))
    assert parse_availability(written) == (slots, ())


def test_bits_count_from_monday_morning() -> None:
    assert slots_to_bits([(0, 0)]) == 1
    assert slots_to_bits([(6, 2)]) == 1 << 20


@pytest.mark.parametrize("slot", [(7, 0), (0, 3), (-1, 0)])
def test_a_slot_outside_the_week_has_no_bit(slot: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="no such slot"):
        slots_to_bits([slot])


@pytest.mark.parametrize("bits", [-1, 1 << 21])
def test_bits_outside_the_week_are_no_slots(bits: int) -> None:
    with pytest.raises(ValueError, match="no such week"):
        bits_to_slots(bits)
