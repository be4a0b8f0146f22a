"""Any colour becomes one that can be read."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as some

from samen.public.look import DARK_PAPER, WHITE, contrast, stylesheet

pytestmark = pytest.mark.pure

channels = some.integers(0, 255)


def shades(css: str) -> list[dict[str, tuple[int, int, int]]]:
    """The values of both themes."""
    found = []
    for block in re.findall(r":root\{(.*?)\}", css):
        pairs = re.findall(r"--([\w-]+):#(\w{2})(\w{2})(\w{2})", block)
        found.append({name: (int(r, 16), int(g, 16), int(b, 16)) for name, r, g, b in pairs})
    return found


@given(channels, channels, channels)
def test_whatever_is_chosen_can_be_read(red: int, green: int, blue: int) -> None:
    light, dark = shades(stylesheet(f"#{red:02x}{green:02x}{blue:02x}"))
    for theme, paper in ((light, WHITE), (dark, DARK_PAPER)):
        assert contrast(theme["accent"], paper) >= 4.5
        assert contrast(theme["on-accent"], theme["accent"]) >= 4.5
        assert contrast(theme["accent"], theme["accent-soft"]) >= 4.49


def test_a_colour_that_reads_already_stays_as_it_is() -> None:
    assert shades(stylesheet("#6b2a5b"))[0]["accent"] == (0x6B, 0x2A, 0x5B)


@pytest.mark.parametrize("colour", ["", "red", "#FFF", "#12345g", "#123456;}body{display:none", "#123456\n"])
def test_anything_else_gives_no_rules(colour: str) -> None:
    assert stylesheet(colour) == ""


def test_known_contrasts() -> None:
    assert round(contrast((0, 0, 0), (255, 255, 255)), 2) == 21
    assert round(contrast((0x76, 0x76, 0x76), WHITE), 2) == 4.54
