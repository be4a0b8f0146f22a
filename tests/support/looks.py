"""In which languages, widths and themes the pages are looked at."""

import os
from dataclasses import dataclass
from itertools import product

FULL_GRID = os.environ.get("SAMEN_TEST_GRID") == "full"

PHONE, DESKTOP = 360, 1280
HEIGHT = 900


@dataclass(frozen=True)
class Look:
    """One way to look at a page."""

    language: str = "nl"
    width: int = DESKTOP
    theme: str = "light"

    def __str__(self) -> str:
        """For the name of a test: nl-1280-light."""
        return f"{self.language}-{self.width}-{self.theme}"


# 320 pixels is also what 1280 becomes at 400 % zoom.
EVERY_LOOK = [
    Look(*choice) for choice in product(("nl", "en", "fr"), (320, PHONE, 768, DESKTOP), ("light", "dark"))
]
LOOKS = EVERY_LOOK if FULL_GRID else [Look(width=PHONE)]
# What participants read, also from right to left and in other letters.
THEIR_LOOKS = (
    [Look(*choice) for choice in product(("nl", "ar", "uk"), (320, PHONE, DESKTOP), ("light", "dark"))]
    if FULL_GRID
    else [Look(width=PHONE), Look("ar", PHONE)]
)
