"""Pictures of a journey, for a person to look at: build/screens/<journey>/<step>-<width>.png."""

from pathlib import Path

from playwright.sync_api import Page

from tests.support.looks import DESKTOP, HEIGHT, PHONE

FOLDER = Path(__file__).resolve().parents[2] / "build" / "screens"


class Screens:
    """Takes a picture of each step on a phone and on a desktop, numbered in order."""

    def __init__(self, journey: str) -> None:
        self.folder = FOLDER / journey
        self.taken = 0

    def __call__(self, page: Page, step: str) -> None:
        """Take the whole page at both widths; refuse one that scrolls sideways."""
        self.taken += 1
        before = page.viewport_size
        for width in (PHONE, DESKTOP):
            page.set_viewport_size({"width": width, "height": HEIGHT})
            page.screenshot(path=self.folder / f"{self.taken:02}-{step}-{width}.png", full_page=True)
            assert not sideways(page), f"{step} scrolls sideways by {sideways(page)} pixels at {width}."
        if before:
            page.set_viewport_size(before)


def sideways(page: Page) -> int:
    """By how many pixels the page is wider than its window."""
    excess: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return excess
