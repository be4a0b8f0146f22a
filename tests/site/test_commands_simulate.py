"""`samen simulate` and `samen alerts` from the outside."""

import json
from datetime import date, timedelta
from typing import Any

import pytest

from samen.base import clock
from samen.base.scoping import scope
from samen.compliance.models import Alert
from samen.messaging.models import OutboxMessage
from samen.people.models import Participation
from samen.site.command import DONE, REFUSED, main
from tests.support.initiative import Office, make_office

pytestmark = pytest.mark.django_db

Capture = pytest.CaptureFixture[str]
LIVES = ("simulate", "--initiative", "leeg", "--from", "2025-01-01", "--to", "2025-02-03", "--duos", "2")


@pytest.fixture
def empty(db: None) -> Office:
    return make_office("leeg", "Leeg")


def refusal(capsys: Capture, *arguments: str) -> tuple[str, str]:
    assert main([*arguments, "--json"]) == REFUSED
    out, err = capsys.readouterr()
    error = json.loads(out)["error"]
    assert err.strip() == error["message"]
    return error["code"], error["message"]


def lived(capsys: Capture) -> Any:
    assert main([*LIVES, "--json"]) == DONE
    return json.loads(capsys.readouterr().out)


def test_a_few_weeks_are_lived_and_told(capsys: Capture, empty: Office) -> None:
    assert main(LIVES) == DONE
    out, err = capsys.readouterr()
    assert [line.split(":")[0] for line in err.splitlines()] == ["2025-01-01", "2025-02-01"]
    assert "alert               opened  closed" in out
    with scope(empty.initiative.pk):
        assert Participation.objects.count() > 2
        assert set(OutboxMessage.objects.values_list("status", flat=True)) <= {"stopped"}
    # The tick goes on from there, and catches up with three months at most.
    assert main(["tick", "--json"]) == DONE


def test_it_asks_for_an_initiative_without_people(capsys: Capture, empty: Office) -> None:
    assert lived(capsys)["done"]["newcomers"] > 0
    code, sentence = refusal(capsys, *LIVES)
    assert code == "not_empty"
    assert sentence.startswith("In ‘Leeg’ staan al mensen.")


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"--initiative": "nergens"}, "no_initiative"),
        ({"--from": "gisteren"}, "bad_date"),
        ({"--to": "2025-02-30"}, "bad_date"),
        ({"--to": "2025-01-01"}, "bad_period"),
        ({"--to": "2024-12-31"}, "bad_period"),
        ({"--to": (clock.today() + timedelta(days=1)).isoformat()}, "in_the_future"),
        ({"--from": "2015-01-01"}, "too_long"),
        ({"--duos": "0"}, "duos"),
        ({"--duos": "501"}, "duos"),
        ({"--seed": "x"}, "usage"),
    ],
)
def test_what_cannot_be_lived_is_refused(
    capsys: Capture, empty: Office, changes: dict[str, str], code: str
) -> None:
    pairs = dict(zip(LIVES[1::2], LIVES[2::2], strict=True)) | changes
    assert refusal(capsys, "simulate", *(word for pair in pairs.items() for word in pair))[0] == code
    with scope(empty.initiative.pk):
        assert not Participation.objects.exists()


# ---------- samen alerts ----------


def asked(capsys: Capture, *more: str) -> Any:
    assert main(["alerts", "--initiative", "deinze", *more, "--json"]) == DONE
    return json.loads(capsys.readouterr().out)


def ago(days: int) -> str:
    return (clock.today() - timedelta(days=days)).isoformat()


def test_a_day_is_computed_anew(capsys: Capture, office: Office) -> None:
    with clock.shifted(-timedelta(days=40)):
        duo = office.duo(started_days=75, met_days_ago=[0])
    assert asked(capsys, "--on", ago(26)) == {"initiative": "deinze", "on": ago(26), "alerts": []}
    (found,) = asked(capsys, "--on", ago(25))["alerts"]
    assert found == {
        "rule": "silent_duo",
        "level": "soon",
        "about": "duo",
        "id": duo.pk,
        "who": "Amal Saleh + Bart Goossens",
        "role": "",
        "detail": "",
        "since": ago(40),
    }
    # A meeting that is noted now was not known then.
    office.meeting(duo, date.fromisoformat(ago(27)))
    assert len(asked(capsys, "--on", ago(25))["alerts"]) == 1
    assert asked(capsys, "--on", ago(25), "--known-now")["alerts"] == []
    assert not Alert.objects.exists()


def test_it_is_told_in_words(capsys: Capture, office: Office) -> None:
    office.duo(started_days=75, met_days_ago=[20])
    assert main(["alerts", "--initiative", "deinze"]) == DONE
    assert capsys.readouterr().out.splitlines() == [
        f"{ago(0)}: één zaak.",
        f"  Amal Saleh + Bart Goossens: een duo zag elkaar te lang niet ({ago(20)})",
    ]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--on", "morgen"), "bad_date"),
        (("--on", "2999-01-01"), "in_the_future"),
    ],
)
def test_a_day_that_cannot_be_computed(
    capsys: Capture, office: Office, arguments: tuple[str, ...], code: str
) -> None:
    assert refusal(capsys, "alerts", "--initiative", "deinze", *arguments)[0] == code


def test_an_unknown_initiative(capsys: Capture, office: Office) -> None:
    assert refusal(capsys, "alerts", "--initiative", "nergens")[0] == "no_initiative"
