"""Print the path of a Chromium for the browser tests, installed if need be; nothing if there is none.

In this order: SAMEN_CHROMIUM, the system's, Playwright's own download, the package of a Debian-like system
(as root only). What happens is told on standard error.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
LEFT_OUT = "No Chromium found and none could be installed: the browser tests are LEFT OUT of this run."


def main() -> None:
    """Find, else install, else say clearly that there is none."""
    found = installed() or _download() or _install_package()
    if found:
        print(found)
    else:
        _tell(LEFT_OUT)


def installed() -> str | None:
    """A Chromium that is there already."""
    return next((path for path in _candidates() if path and _starts(path)), None)


def _candidates() -> Iterator[str | None]:
    yield os.environ.get("SAMEN_CHROMIUM")
    yield from map(shutil.which, NAMES)
    yield _playwrights_own()


def _download() -> str | None:
    _tell("No Chromium here; trying Playwright's download.")
    _run(sys.executable, "-m", "playwright", "install", "chromium")
    return installed()


def _install_package() -> str | None:
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return None
    _tell("No download possible; installing the package chromium.")
    _run("apt-get", "update", "-qq")
    _run("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium")
    return installed()


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - slow, and rarely needed

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def _starts(path: str) -> bool:
    """Whether it runs: a browser that misses a library of the system is no browser."""
    try:
        done = subprocess.run([path, "--version"], check=False, capture_output=True, timeout=30)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _run(*command: str) -> None:
    """Try a command; its failure shows in what it did not install."""
    try:
        subprocess.run(command, check=False, stdout=sys.stderr, timeout=600)
    except subprocess.TimeoutExpired:
        _tell(f"Gave up on: {' '.join(command)}")


def _tell(sentence: str) -> None:
    print(sentence, file=sys.stderr)


if __name__ == "__main__":
    main()
