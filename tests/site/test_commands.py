"""The `samen` command from the outside: initiative, staff, tick and check."""

import json
import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from pytest_django import Settings

from samen.accounts.models import User
from samen.base import clock, heartbeat
from samen.base.models import AuditLine
from samen.initiatives.models import Initiative, Membership
from samen.site.command import DONE, FAULT, REFUSED, main
from tests.support.initiative import Office

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]

Capture = pytest.CaptureFixture[str]


def answer(capsys: Capture, *arguments: str) -> Any:
    """The one JSON document of a command that is done."""
    assert main([*arguments, "--json"]) == DONE
    return json.loads(capsys.readouterr().out)


def said(capsys: Capture, *arguments: str) -> str:
    """What a command that is done tells a person."""
    assert main(arguments) == DONE
    out, err = capsys.readouterr()
    assert err == ""
    return out.strip()


def refusal(capsys: Capture, *arguments: str) -> tuple[str, str]:
    """(code, sentence) of a refusal, told alike with and without --json."""
    assert main([*arguments, "--json"]) == REFUSED
    out, err = capsys.readouterr()
    error = json.loads(out)["error"]
    assert err.strip() == error["message"]
    assert main(arguments) == REFUSED
    out, err = capsys.readouterr()
    assert (out, err.strip()) == ("", error["message"])
    assert "Traceback" not in err
    return error["code"], error["message"]


# ---------- initiative ----------


def test_initiative_add(capsys: Capture) -> None:
    made = answer(
        capsys, "initiative", "add", "deinze", "--name", "Samen in Deinze", "--organisation", "OCMW"
    )
    assert made == {"initiative": "deinze", "name": "Samen in Deinze"}
    assert Initiative.objects.get().organisation == "OCMW"
    assert AuditLine.objects.get().actor == "command"
    told = said(capsys, "initiative", "add", "gent", "--name", "Samen in Gent")
    assert told == "Initiatief ‘Samen in Gent’ is gemaakt: /desk/gent/"


@pytest.mark.parametrize(
    ("slug", "name", "code"),
    [
        ("De Inze", "Samen", "bad_slug"),
        ("deinze", " ", "no_name"),
        ("deinze", "x" * 121, "long_name"),
    ],
)
def test_initiative_refused(capsys: Capture, slug: str, name: str, code: str) -> None:
    assert refusal(capsys, "initiative", "add", slug, "--name", name)[0] == code
    assert not Initiative.objects.exists()


def test_initiative_twice(capsys: Capture) -> None:
    said(capsys, "initiative", "add", "deinze", "--name", "Samen")
    code, sentence = refusal(capsys, "initiative", "add", "deinze", "--name", "Samen")
    assert code == "slug_taken"
    assert sentence == "Er is al een initiatief ‘deinze’. Kies een andere korte naam."


# ---------- staff ----------


@pytest.fixture
def deinze(capsys: Capture) -> Initiative:
    said(capsys, "initiative", "add", "deinze", "--name", "Samen in Deinze")
    return Initiative.objects.get()


def test_staff_add_tells_the_password_once(capsys: Capture, deinze: Initiative) -> None:
    asked = ["staff", "add", "Griet@Example.org", "--initiative", "deinze", "--name", "Griet"]
    told = answer(capsys, *asked)
    password = told.pop("password")
    assert told == {
        "email": "griet@example.org",
        "initiative": "deinze",
        "role": "coordinator",
        "administrator": False,
    }
    assert User.objects.get().check_password(password)
    assert Membership.objects.get().role == "coordinator"
    again = answer(capsys, *asked, "--role", "reader")
    assert (again["password"], again["role"]) == ("", "reader")
    assert User.objects.get().check_password(password)
    assert Membership.objects.get().role == "reader"
    assert said(capsys, *asked) == "griet@example.org werkt nu ook voor Samen in Deinze."


def test_staff_who_keeps_the_whole_site(capsys: Capture, deinze: Initiative) -> None:
    asked = ["staff", "add", "griet@example.org", "--initiative", "deinze"]
    assert answer(capsys, *asked, "--administrator")["administrator"] is True
    assert answer(capsys, *asked)["administrator"] is True
    assert User.objects.get().is_administrator


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"--initiative": "nergens"}, "no_initiative"),
        ({"email": "griet"}, "bad_email"),
        ({"email": ""}, "bad_email"),
        ({"--name": "x" * 81}, "long_name"),
        ({"--role": "boss"}, "usage"),
    ],
)
def test_staff_refused(capsys: Capture, deinze: Initiative, changes: dict[str, str], code: str) -> None:
    known = {"email": "griet@example.org", "--initiative": "deinze", **changes}
    email = known.pop("email")
    options = [word for option in known.items() for word in option]
    assert refusal(capsys, "staff", "add", email, *options)[0] == code
    assert not User.objects.exists()


def test_no_initiative_says_how_to_make_one(capsys: Capture) -> None:
    _code, sentence = refusal(capsys, "staff", "add", "griet@example.org", "--initiative", "gent")
    assert sentence == "Er is geen initiatief ‘gent’. Maak het met: samen initiative add gent --name NAAM"


# ---------- tick ----------


def test_tick_on_a_day(capsys: Capture, office: Office) -> None:
    office.duo(started_days=75, met_days_ago=[3])
    today, later = clock.today(), clock.today() + timedelta(days=14)
    assert answer(capsys, "tick") == {"on": today.isoformat(), "opened": 0, "closed": 0}
    assert answer(capsys, "tick", "--on", later.isoformat()) == {
        "on": later.isoformat(),
        "opened": 1,
        "closed": 0,
    }
    assert said(capsys, "tick", "--on", later.isoformat()) == f"{later}: 0 nieuw op Vandaag, 0 opgelost."
    beat = heartbeat.last_tick()
    assert beat is not None
    assert beat.day == later
    assert answer(capsys, "tick")["closed"] == 1


@pytest.mark.parametrize("text", ["morgen", "2026-13-01", "2026-02-29", "24/11/2026", " "])
def test_tick_on_no_day(capsys: Capture, text: str) -> None:
    code, sentence = refusal(capsys, "tick", "--on", text)
    assert code == "bad_date"
    assert sentence == f"‘{text}’ is geen dag. Schrijf hem als 2026-11-24."
    assert heartbeat.last_tick() is None


# ---------- check, help and faults ----------


def test_check(capsys: Capture, settings: Settings) -> None:
    # A browser that another test of this worker opened sets what this check warns of.
    settings.SILENCED_SYSTEM_CHECKS = [*settings.SILENCED_SYSTEM_CHECKS, "async.E001"]
    assert answer(capsys, "check") == {"status": "ok", "last_tick": None}
    heartbeat.beat(date(2026, 11, 24))
    assert answer(capsys, "check")["last_tick"] is not None
    assert said(capsys, "check") == "Alles klopt."


@pytest.mark.parametrize(
    "arguments",
    [[], ["nonsense"], ["initiative"], ["initiative", "add"], ["tick", "--on"], ["staff", "add", "x"]],
)
def test_what_is_not_understood(capsys: Capture, arguments: list[str]) -> None:
    assert main(arguments) == REFUSED
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.strip().splitlines()) == 1


def test_json_also_when_it_is_not_understood(capsys: Capture) -> None:
    code, _sentence = refusal(capsys, "nonsense")
    assert code == "usage"


@pytest.mark.parametrize("arguments", [["--help"], ["tick", "--help"]])
def test_help_is_no_fault(capsys: Capture, arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 0
    assert "usage: samen" in capsys.readouterr().out


# ---------- As a program, in a folder of its own ----------


@pytest.fixture
def samen(tmp_path: Path) -> Any:
    """Runs `samen …` as a process, on an empty data folder."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    environment = {**kept, "SAMEN_DATA": str(tmp_path / "data")}

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "samen.site", *arguments],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    return run


def test_the_program_makes_what_it_stands_on(samen: Any, tmp_path: Path) -> None:
    made = samen("initiative", "add", "deinze", "--name", "Samen in Deinze", "--json")
    assert (made.returncode, made.stderr) == (DONE, "")
    assert json.loads(made.stdout) == {"initiative": "deinze", "name": "Samen in Deinze"}
    files = {file.name for file in (tmp_path / "data").iterdir()}
    assert {"secret_key", "samen.sqlite3"} <= files
    again = samen("initiative", "add", "deinze", "--name", "Samen in Deinze", "--json")
    assert again.returncode == REFUSED
    assert json.loads(again.stdout)["error"]["code"] == "slug_taken"
    assert again.stderr == "Er is al een initiatief ‘deinze’. Kies een andere korte naam.\n"


def test_a_fault_of_the_program_is_one_sentence(samen: Any, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "samen.sqlite3").write_text("no database, but a text of some length " * 50)
    failed = samen("tick", "--json")
    assert failed.returncode == FAULT
    assert json.loads(failed.stdout)["error"]["code"] == "fault"
    assert "Traceback" not in failed.stderr
