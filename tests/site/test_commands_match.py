"""`samen match` from the outside: what it prints, writes and refuses; and a real waiting pool."""

import csv
import json
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from samen.base.spreadsheet import read_workbook
from samen.site.command import DONE, REFUSED, main

NEWCOMERS = """\
id,name,gender,birth_year,postal_code,interests,wish_gender,wish_gender_strength
N1,Amal,vrouw,1990,9800,koken;fietsen,f,must
N2,=1+1,man,1985,,lezen,,
"""
COACHES = "id,name,gender,postal_code,interests\nC1,An,vrouw,9800,koken\nC2,Bert,man,9000,lezen\n"


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    for name, text in (("newcomers.csv", NEWCOMERS), ("coaches.csv", COACHES)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [str(tmp_path / "newcomers.csv"), str(tmp_path / "coaches.csv")]


def answer(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    """The one JSON document of a command that is done."""
    assert main(["match", *arguments, "--json"]) == DONE
    document: dict[str, Any] = json.loads(capsys.readouterr().out)
    return document


def refusal(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """The code of a refusal, told alike on both outputs."""
    assert main(["match", *arguments, "--json"]) == REFUSED
    out, err = capsys.readouterr()
    error = json.loads(out)["error"]
    assert err.strip() == error["message"]
    assert "Traceback" not in err
    code: str = error["code"]
    return code


def test_json(capsys: pytest.CaptureFixture[str], files: list[str]) -> None:
    assert answer(capsys, *files) == {
        "policy": "most-duos",
        "pairs": [
            {
                "newcomer": "N1",
                "coach": "C1",
                "score": 25.0,
                "distance_km": 0.0,
                "shared_interests": ["koken"],
                "reasons": [
                    {
                        "code": "gender_wish",
                        "points": 12.0,
                        "by": "newcomer",
                        "strength": "must",
                        "outcome": "met",
                        "wanted": "f",
                        "found": "f",
                    },
                    {"code": "distance", "points": 10.0, "km": 0.0},
                    {"code": "shared_interests", "points": 3.0, "interests": ["koken"]},
                ],
            },
            {
                "newcomer": "N2",
                "coach": "C2",
                "score": 3.0,
                "distance_km": None,
                "shared_interests": ["lezen"],
                "reasons": [{"code": "shared_interests", "points": 3.0, "interests": ["lezen"]}],
            },
        ],
        "unmatched": [],
        "totals": {"newcomers": 2, "coaches": 2, "pairs": 2, "score": 28.0, "shared_interests": 2},
    }


def test_on_screen_people_have_names_and_reasons_are_sentences(
    capsys: pytest.CaptureFixture[str], files: list[str]
) -> None:
    assert main(["match", *files]) == DONE
    out, err = capsys.readouterr()
    assert "N1 (Amal) + C1 (An)" in out
    assert "Allebei: koken." in out
    assert err == ""


def test_weights_and_policy_come_from_outside(
    capsys: pytest.CaptureFixture[str], files: list[str], tmp_path: Path
) -> None:
    weights = tmp_path / "weights.json"
    weights.write_text('{"wish": 0, "distance": 0, "interests": 0.3}', encoding="utf-8")
    told = answer(capsys, *files, "--weights", str(weights), "--policy", "best-fit")
    assert (told["policy"], told["totals"]["score"]) == ("best-fit", 0.2)


def test_out_writes_everybody_to_csv_and_never_a_formula(files: list[str], tmp_path: Path) -> None:
    out = tmp_path / "duos.csv"
    assert main(["match", *files, "--require-shared-interest", "--out", str(out)]) == DONE
    with out.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [(row["newcomer"], row["newcomer_name"], row["coach"], row["score"]) for row in rows] == [
        ("N1", "Amal", "C1", "25.000"),
        ("N2", "'=1+1", "C2", "3.000"),
    ]


def test_out_writes_who_is_left_over_to_xlsx(files: list[str], tmp_path: Path) -> None:
    lonely = tmp_path / "one.csv"
    lonely.write_text("id\nC9\n", encoding="utf-8")
    out = tmp_path / "duos.xlsx"
    assert main(["match", files[0], str(lonely), "--out", str(out), "--require-shared-interest"]) == DONE
    (sheet,) = read_workbook(out)
    assert [row[:4] for row in sheet.rows] == [
        ["newcomer", "newcomer_name", "coach", "coach_name"],
        ["N1", "Amal", "", ""],
        ["N2", "=1+1", "", ""],
        ["", "", "C9", ""],
    ]


def test_refusals(capsys: pytest.CaptureFixture[str], files: list[str], tmp_path: Path) -> None:
    bad = tmp_path / "bad.json"
    assert refusal(capsys, *files, "--on", "31/3/2026") == "bad_day"
    assert refusal(capsys, *files, "--out", "duos.pdf") == "bad_out"
    assert refusal(capsys, *files, "--out", str(tmp_path / "nowhere" / "duos.csv")) == "cannot_write"
    assert refusal(capsys, *files, "--weights", str(tmp_path / "none.json")) == "no_file"
    assert refusal(capsys, files[0], str(tmp_path / "none.csv")) == "no_file"
    assert refusal(capsys, *files, "--policy", "cheapest") == "usage"
    for text, code in (
        ("[1]", "bad_weights"),
        ("{", "bad_weights"),
        ("[" * 50_000, "bad_weights"),
        ('{"wish": -1}', "bad_weight"),
        ('{"wish": NaN}', "bad_weight"),
        ('{"wisch": 1}', "unknown_weight"),
    ):
        bad.write_text(text, encoding="utf-8")
        assert refusal(capsys, *files, "--weights", str(bad)) == code


def test_a_real_pool_serves_everybody_and_nearly_as_many_topics_as_can_be(
    capsys: pytest.CaptureFixture[str], reference_data: Path
) -> None:
    pool = reference_data / "pool"
    told = answer(
        capsys, *(str(pool / f"{who}.csv") for who in ("newcomers", "coaches")), "--require-shared-interest"
    )
    topics = {who: read_topics(pool / f"{who}.csv") for who in ("newcomers", "coaches")}
    assert told["totals"]["pairs"] == len(told["pairs"]) == most_pairs(topics) == 211
    assert told["totals"]["shared_interests"] >= 425
    for pair in told["pairs"]:
        shared = topics["newcomers"][pair["newcomer"]] & topics["coaches"][pair["coach"]]
        assert pair["shared_interests"] == sorted(shared) != []
        assert sum(reason["points"] for reason in pair["reasons"]) == pytest.approx(pair["score"], abs=0.001)
    assert len({pair["coach"] for pair in told["pairs"]}) == 211
    assert [pair["newcomer"] for pair in told["pairs"]] == sorted(topics["newcomers"])


def read_topics(file: Path) -> dict[str, set[str]]:
    with file.open(encoding="utf-8", newline="") as stream:
        return {row["id"]: set(row["topics"].split(";")) for row in csv.DictReader(stream)}


def most_pairs(topics: dict[str, dict[str, set[str]]]) -> int:
    """The size of a maximum matching, by an independent solver (Hopcroft–Karp)."""
    graph = nx.Graph()
    newcomers = [("n", one) for one in topics["newcomers"]]
    graph.add_nodes_from(newcomers)
    graph.add_edges_from(
        (("n", one), ("c", other))
        for one, own in topics["newcomers"].items()
        for other, others in topics["coaches"].items()
        if own & others
    )
    return len(nx.bipartite.hopcroft_karp_matching(graph, newcomers)) // 2
