"""What a linter of imports cannot see. The order of the apps is read from the import contracts."""

import ast
import re
import subprocess
import tomllib
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models
from django.utils.module_loading import import_string

from samen.base.personal_data import AFTER_LAST_DUO, MEETING_DETAIL, NOTES, Kept
from samen.initiatives.tenancy import TenantModel
from samen.site.tick import FORGET

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src"
STYLESHEET = SOURCE / "samen" / "base" / "static" / "base" / "samen.css"

# Tables that belong to no single initiative.
SHARED_MODELS = {
    "accounts.User",
    "base.AuditLine",
    "base.Heartbeat",
    "initiatives.Initiative",
    "initiatives.Membership",
    # A language is chosen on pages of every initiative, and its files are read once for the whole site.
    "languages.Language",
    "languages.Sentence",
    # The law is the same for every initiative of an installation.
    "rulebook.Rule",
}
CLOCK = "samen/base/clock.py"
# What asks the time, by the last two names of the call.
ASKS_TIME = {
    *("date.today", "datetime.today", "datetime.now", "datetime.utcnow"),
    *("timezone.now", "timezone.localdate", "timezone.localtime", "time.time"),
}
# What can read rows without asking the scope of an initiative, and who may.
GOES_AROUND_SCOPE = {"_base_manager", "raw", "extra", "RawSQL", "cursor"}
MAY_GO_AROUND_SCOPE = {
    *("samen/initiatives/walls.py", "samen/site/views_public.py"),
    # Reads no row: it empties the log of the database.
    "samen/base/forgetting.py",
}


def python_files() -> list[Path]:
    return [file for file in sorted(SOURCE.rglob("*.py")) if "migrations" not in file.parts]


def templates() -> list[Path]:
    return sorted(SOURCE.glob("samen/*/templates/**/*.html"))


def own_templates() -> list[Path]:
    """Without those that replace a template of another package."""
    return [file for file in templates() if f"/templates/{app_of(file)}/" in file.as_posix()]


def place(file: Path) -> str:
    return file.relative_to(SOURCE).as_posix()


def app_of(file: Path) -> str:
    return file.relative_to(SOURCE / "samen").parts[0]


def calls(file: Path) -> Iterator[tuple[int, str, ast.Call]]:
    """Every call in a file: its line, the name that is called as it is written, and the call."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            yield node.lineno, ast.unparse(node.func), node


def layers() -> dict[str, int]:
    """The height of each app: 0 is what a person sees first."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    journey = next(contract for contract in contracts if contract["containers"] == ["samen"])
    return {
        name.strip(" ()"): height
        for height, layer in enumerate(journey["layers"])
        for name in layer.split("|")
    }


def own_models() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if model.__module__.startswith("samen.")]


# ---------- Modules ----------


def test_no_module_has_a_name_that_tells_nothing() -> None:
    nameless = {"utils", "util", "helpers", "common", "misc"}
    assert [place(file) for file in python_files() if nameless & {file.stem, *file.parent.parts}] == []


def test_only_the_clock_asks_the_time() -> None:
    assert [
        f"{place(file)}:{line} {name}"
        for file in python_files()
        if place(file) != CLOCK
        for line, name, _call in calls(file)
        if ".".join(name.split(".")[-2:]) in ASKS_TIME
    ] == []


def test_no_query_goes_around_the_scope() -> None:
    assert [
        f"{place(file)}:{line} {name}"
        for file in python_files()
        if place(file) not in MAY_GO_AROUND_SCOPE
        for line, name, _call in calls(file)
        if GOES_AROUND_SCOPE & set(name.split("."))
    ] == []


def test_html_is_written_in_templates() -> None:
    """`format_html` fills in and escapes one constant; nothing else may call text safe."""

    def unsafe(name: str, call: ast.Call) -> bool:
        if name.endswith("format_html"):
            return not (call.args and isinstance(call.args[0], ast.Constant))
        return name.split(".")[-1] in {"mark_safe", "SafeString"}

    assert [
        f"{place(file)}:{line} {name}"
        for file in python_files()
        for line, name, call in calls(file)
        if unsafe(name, call)
    ] == []


# ---------- Tables ----------


def test_every_table_belongs_to_an_initiative_or_is_known_to_be_shared() -> None:
    unscoped = {model._meta.label for model in own_models() if not issubclass(model, TenantModel)}
    assert unscoped == SHARED_MODELS


@pytest.mark.parametrize("model", own_models(), ids=lambda model: model._meta.label)
def test_relations_point_downward(model: type[models.Model]) -> None:
    heights = layers()
    here = heights[model._meta.app_label]
    related = [f.related_model for f in model._meta.get_fields() if f.is_relation and not f.auto_created]
    upward = [
        other._meta.label
        for other in related
        if isinstance(other, type) and heights.get(other._meta.app_label, here) < here
    ]
    assert upward == []


@pytest.mark.parametrize("model", own_models(), ids=lambda model: model._meta.label)
def test_no_column_fills_itself_with_the_time(model: type[models.Model]) -> None:
    """`auto_now` asks Django what time it is; `default=clock.now` asks us."""
    assert [
        f.name
        for f in model._meta.fields
        if getattr(f, "auto_now", False) or getattr(f, "auto_now_add", False)
    ] == []


def test_every_personal_field_has_a_purpose_and_a_term() -> None:
    """The lists in `personal_data.py` name every column of every tenant table, and nothing else."""
    columns = {
        f"{model.__name__}.{field.name}"
        for model in own_models()
        if issubclass(model, TenantModel)
        for field in model._meta.concrete_fields
        if field.name not in {"id", "initiative"}
    }
    kept = {}
    for config in apps.get_app_configs():
        if config.name.startswith("samen.") and find_spec(f"{config.name}.personal_data"):
            kept |= getattr(import_module(f"{config.name}.personal_data"), "FIELDS", {})
    assert set(kept) == columns
    assert [name for name, field in kept.items() if not (field.purpose and field.term)] == []


# Terms that count from the end of a duo: kept by the app `privacy` once it is there. Then they go from here.
AWAITED = {AFTER_LAST_DUO, NOTES, MEETING_DETAIL}


def declared() -> list[Kept]:
    """Every term that an app declares."""
    modules = [
        import_module(f"{config.name}.personal_data")
        for config in apps.get_app_configs()
        if config.name.startswith("samen.") and find_spec(f"{config.name}.personal_data")
    ]
    return [kept for module in modules for kept in getattr(module, "FIELDS", {}).values()]


def test_every_term_of_days_or_months_is_kept_by_the_tick() -> None:
    by_time = {(kept.term, kept.kept_by) for kept in declared() if re.search(r"\d+ (days|months)", kept.term)}
    assert {term for term, kept_by in by_time if not kept_by} == AWAITED
    promised = {import_string(kept_by) for _term, kept_by in by_time if kept_by}
    assert promised == set(FORGET)


FORBIDDEN_COLUMNS = re.compile(
    r"nationalit|religio|faith|politic|health|medical|national_n|rijksregister|residence_status|ethnic|origin"
)


def test_no_column_holds_what_the_programme_may_not_know() -> None:
    assert [
        f"{model._meta.label}.{field.name}"
        for model in own_models()
        for field in model._meta.fields
        if FORBIDDEN_COLUMNS.search(field.name)
    ] == []


# ---------- Templates ----------

PARTS = re.compile(r"""{%\s*(?:include|extends)\s+["']([^"']+)["']""")
FORBIDDEN_IN_TEMPLATES = {
    "inline style": re.compile(r"<style\b|\sstyle\s*=", re.I),
    "inline script": re.compile(r"<script\b(?![^>]*\ssrc=)|javascript:", re.I),
    "inline handler": re.compile(r"""<[^>]*\son[a-z]+\s*=\s*["']""", re.I),
    "part from elsewhere": re.compile(r"""<(?!a\b)[^>]*\s(?:src|href)\s*=\s*["'](?:https?:)?//""", re.I),
    "text called safe": re.compile(r"\|\s*safe\b|autoescape\s+off"),
}


@pytest.mark.parametrize("template", templates(), ids=place)
def test_a_template_uses_only_its_own_parts_and_those_of_apps_below(template: Path) -> None:
    heights, here = layers(), app_of(template)
    used = PARTS.findall(template.read_text(encoding="utf-8"))
    owners = {name: name.split("/")[0] for name in used}
    above = [
        name for name, owner in owners.items() if owner != here and heights.get(owner, 99) <= heights[here]
    ]
    assert above == []


@pytest.mark.parametrize("template", templates(), ids=place)
def test_a_template_holds_under_the_strict_content_policy(template: Path) -> None:
    text = template.read_text(encoding="utf-8")
    assert [flaw for flaw, pattern in FORBIDDEN_IN_TEMPLATES.items() if pattern.search(text)] == []


@pytest.mark.parametrize("template", own_templates(), ids=place)
def test_the_first_line_of_a_template_tells_what_it_receives(template: Path) -> None:
    first = template.read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("{#")
    assert first.endswith("#}")


# ---------- Stylesheet ----------


def test_the_stylesheet_knows_no_left_and_right() -> None:
    """Start and end turn around for right-to-left; left and right do not."""
    physical = re.compile(
        r"(?:^|[\s;{])((?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right)[\w-]*"
        r"|border-(?:top|bottom)-(?:left|right)-radius|left|right"
        r"|(?:text-align|float|clear)\s*:\s*(?:left|right))\s*[:;}]"
    )
    assert physical.findall(STYLESHEET.read_text(encoding="utf-8")) == []


# ---------- The repository ----------


def own_files() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("not a git work tree")
    return [file for name in listed.stdout.split("\0") if name and (file := ROOT / name).is_file()]


def test_no_file_names_a_place_on_one_machine() -> None:
    here = re.compile(
        rb"/(?:home|Users)/\w|" + b"|".join(re.escape(f"{p}/".encode()) for p in (ROOT, Path.home()))
    )
    assert [file.relative_to(ROOT).as_posix() for file in own_files() if here.search(file.read_bytes())] == []


def test_requirements_name_packages_and_no_addresses() -> None:
    assert [file.name for file in (ROOT / "requirements").iterdir() if "://" in file.read_text()] == []


def test_every_locked_package_has_its_hash() -> None:
    for lock in (ROOT / "requirements").glob("*.txt"):
        pinned = re.findall(r"^[\w.\[\]-]+==.*?(?=^\S|\Z)", lock.read_text(), re.M | re.S)
        assert pinned
        assert [entry.splitlines()[0] for entry in pinned if "--hash=sha256:" not in entry] == []
