"""A bad table stops the start, with file, line, column and reason, all faults at once."""

import csv
import io
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from checker.knowledge.load import load
from checker.knowledge.tables import TABLES, TablesInvalid, columns

DATA = Path(__file__).resolve().parents[2] / "data"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "data"
    shutil.copytree(DATA, copy)
    return copy


def faults(folder: Path) -> list[str]:
    with pytest.raises(TablesInvalid) as caught:
        load(folder)
    return [str(problem) for problem in caught.value.problems]


def edit(path: Path, change: Callable[[list[str]], list[str]]) -> None:
    lines = path.read_text("utf-8").split("\n")
    path.write_text("\n".join(change(lines)), "utf-8")


def test_the_tables_as_they_stand_are_whole() -> None:
    knowledge = load(DATA)
    assert knowledge.foods
    assert knowledge.version


@pytest.mark.parametrize(
    ("file", "old", "new", "column", "reason"),
    [
        ("maois.csv", ",6,", ',"6,0",', "limit_mg", "valid number"),
        ("scopes.csv", "all,", "all ,", "id", "spaces at an end"),
        ("diets.csv", "major", "severe", "major", "Input should be"),
    ],
)
def test_a_bad_cell_is_told_with_its_place(
    folder: Path, file: str, old: str, new: str, column: str, reason: str
) -> None:
    path = folder / file
    lines = path.read_text("utf-8").split("\n")
    place = next(n for n, text in enumerate(lines) if n and old in text)
    lines[place] = lines[place].replace(old, new, 1)
    path.write_text("\n".join(lines), "utf-8")
    told = [fault for fault in faults(folder) if fault.startswith(f"{file}:{place + 1}: {column}")]
    assert len(told) == 1
    assert reason in told[0]


def test_every_fault_is_told_at_once(folder: Path) -> None:
    edit(folder / "scopes.csv", lambda lines: [lines[0], lines[1] + ",extra", *lines[2:]])
    edit(folder / "diets.csv", lambda lines: [lines[0].replace("id", "Id"), *lines[1:]])
    told = faults(folder)
    assert any(fault.startswith("scopes.csv:2: -: 4 cells") for fault in told)
    assert any(fault.startswith("diets.csv:1: -: the header reads") for fault in told)


def test_a_wrong_id_is_told(folder: Path) -> None:
    edit(
        folder / "foods.csv",
        lambda lines: [lines[0], _cell(lines[1], 2, "no-such-group"), *lines[2:]],
    )
    assert "foods.csv:2: group: 'no-such-group' is no id of food_groups.csv" in faults(folder)


def test_a_row_without_a_source_is_told(folder: Path) -> None:
    place = columns(next(t for t in TABLES if t.file == "groups.csv").record).index("sources")
    edit(folder / "groups.csv", lambda lines: [lines[0], _cell(lines[1], place, ""), *lines[2:]])
    assert "groups.csv:2: sources: no source" in faults(folder)


def test_a_duplicated_row_is_told(folder: Path) -> None:
    edit(folder / "scopes.csv", lambda lines: [*lines[:2], lines[1], *lines[2:]])
    assert any(f.startswith("scopes.csv:3: id:") and "line 2 too" in f for f in faults(folder))


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda raw: b"\xef\xbb\xbf" + raw, "byte-order mark"),
        (lambda raw: raw.replace(b"\n", b"\r\n"), "carriage return"),
        (lambda raw: raw + b"\xff\xfe,x,y\n", "not UTF-8"),
        (lambda raw: raw.replace(b",", b";"), "the header reads"),
        (lambda raw: raw + b'"open,x\n', "not CSV"),
    ],
)
def test_what_a_spreadsheet_does_to_a_file_is_told(
    folder: Path, spoil: Callable[[bytes], bytes], reason: str
) -> None:
    path = folder / "scopes.csv"
    path.write_bytes(spoil(path.read_bytes()))
    assert any(f.startswith("scopes.csv:") and reason in f for f in faults(folder))


def test_a_missing_table_is_told(folder: Path) -> None:
    (folder / "words.csv").unlink()
    assert any(fault.startswith("words.csv:0: -: cannot be read") for fault in faults(folder))


def test_every_column_is_described_in_the_data_dictionary() -> None:
    described = (DATA / "README.md").read_text("utf-8")
    missing = [
        f"{table.file}: {column}"
        for table in TABLES
        for column in columns(table.record)
        if f"`{column}`" not in described
    ]
    assert missing == []
    assert [t.file for t in TABLES if f"## {t.file}" not in described] == []


def _cell(line: str, place: int, value: str) -> str:
    row = next(csv.reader([line]))
    row[place] = value
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(row)
    return out.getvalue()
