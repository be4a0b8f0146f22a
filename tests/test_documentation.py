"""The documentation tells what there is: every command, option, setting and make target; and no others."""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from samen.site.command import parser

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
COMMANDS = (ROOT / "docs" / "admin" / "commands.md").read_text(encoding="utf-8")
INSTALL = (ROOT / "docs" / "admin" / "install.md").read_text(encoding="utf-8")
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))

SETTING = re.compile(r"\b(?:SAMEN_[A-Z_]+|DATABASE_URL)\b")
# In code: `make run`, or at the start of an indented line.
MADE = re.compile(r"(?:`|^ {4})make ([a-z-]+)", re.M)
RUN = re.compile(r"(?:`|^ {4}|/bin/)samen ([a-z]+)", re.M)
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")


def name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def subcommands() -> dict[str, argparse.ArgumentParser]:
    action = next(a for a in parser()._actions if isinstance(a, argparse._SubParsersAction))
    return dict(action.choices)


def options() -> Iterator[tuple[str, str]]:
    for command, arguments in subcommands().items():
        for action in arguments._actions:
            yield from ((command, option) for option in action.option_strings if option.startswith("--"))


def make_targets() -> set[str]:
    phony = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(), re.M)
    assert phony
    return set(phony[1].split())


def settings_read(folder: Path) -> set[str]:
    return {
        found for file in folder.rglob("*.py") for found in SETTING.findall(file.read_text(encoding="utf-8"))
    }


def test_every_command_and_option_is_documented() -> None:
    assert [command for command in subcommands() if f"`samen {command}" not in COMMANDS] == []
    assert sorted({option for _command, option in options() if option not in COMMANDS} - {"--help"}) == []


def test_every_setting_is_documented_and_every_documented_setting_is_read() -> None:
    assert set(SETTING.findall(INSTALL)) == settings_read(ROOT / "src")


def test_every_make_target_is_documented() -> None:
    assert set(MADE.findall(COMMANDS)) == make_targets()


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_a_page_names_only_what_exists(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert set(MADE.findall(text)) <= make_targets()
    assert set(RUN.findall(text)) <= set(subcommands())
    assert [link for link in LINK.findall(text) if not (page.parent / link).exists()] == []


def test_decisions_are_numbered_and_tell_context_choice_and_consequences() -> None:
    assert [int(page.name[:4]) for page in DECISIONS] == list(range(1, len(DECISIONS) + 1))
    for number, page in enumerate(DECISIONS, 1):
        text = page.read_text(encoding="utf-8")
        assert text.startswith(f"# {number}. ")
        assert re.findall(r"^\*\*(\w+)\.\*\*", text, re.M) == ["Context", "Choice", "Consequences"]
