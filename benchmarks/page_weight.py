"""What a telephone fetches for a participants' page. `python benchmarks/page_weight.py`

A real Chromium against a real server (`samen run --demo`, in a folder of its own), bytes over the wire: a
first visit with nothing kept, then a second visit to the same page. The limits are 60,000 bytes at a first
visit (80,000 in Arabic script) and 14,000 at a second; exit 1 when a page is over. Needs SAMEN_CHROMIUM or a
browser of Playwright.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, ViewportSize, sync_playwright

PORT = "8871"
BASE = f"http://127.0.0.1:{PORT}"
PAGES = (
    *("/", "/?q=9800", "/samen-deinze/", "/samen-deinze/join/", "/samen-deinze/privacy/"),
    "/samen-deinze/sheets/coach/",
)
# On a telephone on which a personal link was opened.
HOME = "/my/"
OWN_PAGES = (HOME, "met/", "not-met/", "plan/", "ideas/", "cards/", "/my/call/", "/my/free/", "/my/sure/")
AGAIN = 14_000
FIRST = {"nl": 60_000, "uk": 60_000, "ar": 80_000}
PATIENCE = 60
PHONE: ViewportSize = {"width": 360, "height": 800}


@contextmanager
def server(folder: str) -> Iterator[None]:
    """The demo, ready to answer."""
    samen = Path(sys.executable).with_name("samen")
    here = {**os.environ, "SAMEN_DATA": folder, "SAMEN_PORT": PORT}
    running = subprocess.Popen([samen, "run", "--demo"], env=here, stdout=subprocess.DEVNULL)  # noqa: S603
    try:
        for _second in range(PATIENCE):
            with suppress(OSError):
                urllib.request.urlopen(f"{BASE}/healthz").close()  # noqa: S310 - our own address
                break
            time.sleep(1)
        yield
    finally:
        running.terminate()
        running.wait()


def weigh(context: BrowserContext, path: str) -> tuple[int, int]:
    """Bytes over the wire and requests for one visit."""
    sizes: list[int] = []
    page = context.new_page()
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    # What the worker of a telephone fetches is no part of the page's own traffic: without it nothing hides.
    wire.send("Network.setBypassServiceWorker", {"bypass": True})
    wire.on("Network.loadingFinished", lambda event: sizes.append(int(event["encodedDataLength"])))
    page.goto(f"{BASE}{path}", wait_until="networkidle")
    page.close()
    return sum(sizes), sum(size > 0 for size in sizes)


def opened(context: BrowserContext, link: str) -> str:
    """Open a personal link as somebody does; returns where the pages of their duo begin."""
    page = context.new_page()
    page.goto(f"{BASE}{link}")
    page.locator("button[value=open]").click()
    met = page.locator("a[href$='/met/']").get_attribute("href") or ""
    page.close()
    return met.removesuffix("met/")


def fresh(context: BrowserContext) -> None:
    """A telephone that knows its owner and has nothing else of this site."""
    page = context.new_page()
    wire = context.new_cdp_session(page)
    wire.send("Network.clearBrowserCache")
    wire.send("Storage.clearDataForOrigin", {"origin": BASE, "storageTypes": "service_workers,cache_storage"})
    page.close()


def visits(browser: Browser, language: str, folder: str) -> Iterator[tuple[str, int, int, int, int]]:
    """Each page: its address, bytes and requests of a first visit and of a second one."""
    for path in PAGES:
        context = browser.new_context(viewport=PHONE)
        chosen = f"{path}{'&' if '?' in path else '?'}lang={language}"
        yield (path, *weigh(context, chosen), *weigh(context, path))
        context.close()
    told = json.loads((Path(folder) / "demo.json").read_text())
    context = browser.new_context(viewport=PHONE)
    duo = opened(context, told["own_pages"][0]["path"])
    context.add_cookies([{"name": "django_language", "value": language, "url": BASE}])
    for name in OWN_PAGES:
        path = name if name.startswith("/") else f"{duo}{name}"
        fresh(context)
        yield (path, *weigh(context, path), *weigh(context, path))
    context.close()


def main() -> int:
    """Weigh every page in every script; 1 when one is over its limit."""
    over = 0
    with tempfile.TemporaryDirectory() as folder, server(folder), sync_playwright() as tools:
        browser = tools.chromium.launch(
            executable_path=os.environ.get("SAMEN_CHROMIUM"), args=["--no-sandbox"]
        )
        for language, limit in FIRST.items():
            for path, first, requests, again, few in visits(browser, language, folder):
                over += first > limit or again > AGAIN
                print(
                    f"{language} {path:24} first {first / 1000:5.1f} kB in {requests} "
                    f"({first / limit:.2f} of the limit), again {again / 1000:4.1f} kB in {few} "
                    f"({again / AGAIN:.2f} of the limit)"
                )
        browser.close()
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
