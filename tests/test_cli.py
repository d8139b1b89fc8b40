"""``flask check`` and ``flask tables``."""

import json
import shutil
from pathlib import Path

import pytest
from flask.testing import FlaskClient, FlaskCliRunner

from checker.check import Checker

ROOT = Path(__file__).parents[1]


def test_check_prints_each_item_with_its_verdict(runner: FlaskCliRunner) -> None:
    result = runner.invoke(args=["check", "--maoi", "nardil", "aged cheddar", "qqqzzzxxx"])
    assert "Phenelzine" in result.stdout
    assert "Avoid             aged cheddar" in result.stdout
    assert "Not known         qqqzzzxxx" in result.stdout
    assert "\x1b" not in result.stdout


@pytest.mark.parametrize(
    ("items", "status"),
    [
        (["apple"], 0),
        (["aged cheddar"], 1),
        (["apple", "qqqzzzxxx"], 3),
        (["aged cheddar", "qqqzzzxxx"], 1),
    ],
)
def test_the_exit_status_tells_the_verdict(
    runner: FlaskCliRunner, items: list[str], status: int
) -> None:
    assert runner.invoke(args=["check", "--maoi", "nardil", *items]).exit_code == status


def test_json_is_the_answer_of_the_api(runner: FlaskCliRunner, client: FlaskClient) -> None:
    day = ["--on", "2026-11-20", "--stopped-on", "2026-11-10"]
    result = runner.invoke(args=["check", "--maoi", "nardil", *day, "--json", "stilton"])
    asked = {"maoi": "nardil", "on": day[1], "maoi_stopped_on": day[3], "items": ["stilton"]}
    given = client.post("/api/v1/check", json=asked)
    assert json.loads(result.stdout) == given.get_json()


@pytest.mark.parametrize("named", [[], ["-"], ["apple", "-"]])
def test_items_are_read_from_standard_input(runner: FlaskCliRunner, named: list[str]) -> None:
    lines = "aged cheddar\n\n  ibuprofen \nqqqzzzxxx\udcff".encode("utf-8", "surrogateescape")
    result = runner.invoke(args=["check", "--maoi", "nardil", "--json", *named], input=lines)
    texts = [item["text"] for item in json.loads(result.stdout)["items"]]
    assert texts[-3:] == ["aged cheddar", "ibuprofen", "qqqzzzxxx\ufffd"]
    assert len(texts) == 3 + named.count("apple")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--maoi", "qqqzzzxxx", "apple"], "no MAOI has that name"),
        (["--on", "tomorrow", "apple"], "on: a day is written YYYY-MM-DD"),
        (["--stopped-on", "2026-02-30", "apple"], "maoi_stopped_on: there is no such day"),
        (["apple"] * 201, "items: must have at most 200 entries"),
        (["x" * 201], "items/0: must have at most 200 characters"),
        ([""], "items/0: must have at least 1 character"),
        (["--no-such-option"], "No such option"),
    ],
)
def test_bad_usage_ends_with_2_and_says_why(
    runner: FlaskCliRunner, arguments: list[str], said: str
) -> None:
    result = runner.invoke(args=["check", *arguments])
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stdout == ""


def test_an_empty_list_is_bad_usage(runner: FlaskCliRunner) -> None:
    assert runner.invoke(args=["check"], input="\n \n").exit_code == 2


def test_what_was_typed_cannot_steer_the_terminal(runner: FlaskCliRunner) -> None:
    result = runner.invoke(args=["check", "\x1b]0;title\x07\x1b[2J", "a\u202eb"])
    assert not {"\x1b", "\x07", "\u202e"} & set(result.stdout)


def test_halves_of_characters_do_no_harm(runner: FlaskCliRunner) -> None:
    result = runner.invoke(args=["check", "--json", "qqq\udcff"])
    assert result.exit_code == 3


def test_an_assumed_maoi_is_told(runner: FlaskCliRunner, checker: Checker) -> None:
    note = checker.regimen(None, checker.data.reviewed, None).note
    assert note
    printed = runner.invoke(args=["check", "apple"]).stdout
    assert " ".join(note.split()) in " ".join(printed.split())


def test_tables_counts_rows(runner: FlaskCliRunner) -> None:
    result = runner.invoke(args=["tables"])
    assert result.exit_code == 0
    assert "  maois\n" in result.stdout
    assert "  interactions\n" in result.stdout


def test_tables_tells_every_fault_of_a_folder(runner: FlaskCliRunner, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(ROOT / "data", folder)
    for name in ("maois.csv", "foods.csv"):
        with (folder / name).open("a") as table:
            table.write("one,cell too few\n")
    result = runner.invoke(args=["tables", str(folder)])
    assert result.exit_code == 1
    faults = result.stdout.splitlines()
    assert [fault.split(":")[0] for fault in faults] == ["foods.csv", "maois.csv"]


def test_tables_describes_itself_as_the_data_package_says(runner: FlaskCliRunner) -> None:
    described = json.loads(runner.invoke(args=["tables", "--describe"]).stdout)
    kept = json.loads((ROOT / "data" / "datapackage.json").read_text())
    assert described == kept
