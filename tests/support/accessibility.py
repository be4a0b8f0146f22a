"""axe-core on a page: WCAG 2.0 to 2.2, levels A and AA, and axe's best practices."""

from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

import axe_playwright_python
from playwright.sync_api import Page

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

# Closed parts are opened for the check and closed again: what nobody sees is not checked. A menu lies over
# the page when it is open, so the page is looked at with its menus closed, then each menu by itself; once,
# for most stand on every page: what was seen in a window is told to the next check there.
RUN = """async ([tags, seen]) => {
  const options = { runOnly: tags, resultTypes: ["violations"] };
  const closed = (which) => [...document.querySelectorAll(`details${which}:not([open])`)];
  const looked = async (parts, where) => {
    parts.forEach((part) => { part.open = true; });
    const results = await axe.run(where, options);
    parts.forEach((part) => { part.open = false; });
    return results.violations;
  };
  const found = await looked(closed(":not(.menu)"), document);
  const menus = closed(".menu").filter((menu) => !seen.includes(menu.textContent));
  for (const menu of menus) {
    found.push(...await looked([menu], menu));
  }
  return [found, menus.map((menu) => menu.textContent)];
}"""
_seen: WeakKeyDictionary[Page, list[str]] = WeakKeyDictionary()


def violations(page: Page) -> list[str]:
    """What axe finds wrong with the page as it stands, one line for each element."""
    page.evaluate(AXE)
    seen = _seen.setdefault(page, [])
    found, menus = page.evaluate(RUN, [TAGS, seen])
    seen += menus
    return [line for rule in found for line in _lines(rule)]


def _lines(rule: dict[str, Any]) -> list[str]:
    return [f"{rule['id']}: {rule['help']}: {' '.join(map(str, node['target']))}" for node in rule["nodes"]]
