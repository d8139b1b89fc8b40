"""The one module that opens ``data/``: reads, parses, links, and reports every fault.

It never repairs and never guesses: a cell is as it stands or it is a fault. ``csv`` reads
(not pandas, which turns ``NA`` and empty cells into NaN and shifts rows of the wrong
length); pydantic turns cells into records and tells all faults of a row.
"""

import csv
import hashlib
import io
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from checker.knowledge.audit import audit
from checker.knowledge.link import link
from checker.knowledge.store import Knowledge
from checker.knowledge.tables import (
    TABLES,
    Table,
    TableProblem,
    TablesInvalid,
    cell_readers,
    columns,
)

Rows = list[tuple[int, Any]]


def load(folder: Path) -> Knowledge:
    """Reads, checks and links all tables of a folder.

    Raises:
        TablesInvalid: with every fault of every table, none half-loaded.
    """
    problems: list[TableProblem] = []
    digest = hashlib.sha256()
    tables: dict[str, Rows] = {}
    for table in TABLES:
        raw = _bytes(folder / table.file, problems)
        digest.update(table.file.encode() + raw)
        tables[table.file] = list(_records(table, raw, problems))
    if not problems:
        problems.extend(audit(tables))
    if problems:
        raise TablesInvalid(problems)
    return link(_without_lines(tables), digest.hexdigest()[:12])


def _without_lines(tables: Mapping[str, Rows]) -> dict[str, list[Any]]:
    return {file: [record for _, record in rows] for file, rows in tables.items()}


def _bytes(path: Path, problems: list[TableProblem]) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        problems.append(TableProblem(path.name, 0, "-", f"cannot be read: {error.strerror}"))
        return b""


def _records(table: Table, raw: bytes, problems: list[TableProblem]) -> Iterable[tuple[int, Any]]:
    """The records of a table with their line numbers; faults go to ``problems``."""
    if not raw:
        return
    expected = columns(table.record)
    readers = cell_readers(table.record)
    adapter: TypeAdapter[Any] = TypeAdapter(table.record)
    names = list(expected)
    fields = [_field(table.record, name) for name in names]
    for line, row in _rows(table.file, raw, expected, problems):
        faults = list(_cell_faults(table.file, line, names, row))
        if faults:
            problems.extend(faults)
            continue
        try:
            values = {f: read(cell) for f, read, cell in zip(fields, readers, row, strict=True)}
            yield line, adapter.validate_python(values)
        except ValidationError as error:
            problems.extend(_pydantic_faults(table.file, line, error))
        except ValueError as error:
            problems.append(TableProblem(table.file, line, "-", str(error)))


def _field(record: type, column: str) -> str:
    """The field of a column: ``is`` is kept in ``is_``, since Python has the word."""
    return column if column in record.__dataclass_fields__ else column + "_"  # type: ignore[attr-defined]


def _rows(
    file: str, raw: bytes, expected: tuple[str, ...], problems: list[TableProblem]
) -> Iterable[tuple[int, list[str]]]:
    """The rows below the header, each with its line; wrong bytes and lengths are faults."""
    text = _text(file, raw, problems)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = tuple(next(reader, ()))
        if header != expected:
            reason = f"the header reads {','.join(header)!r}, not {','.join(expected)!r}"
            problems.append(TableProblem(file, 1, "-", reason))
            return
        start = reader.line_num + 1
        for row in reader:
            if len(row) == len(expected):
                yield start, row
            else:
                reason = f"{len(row)} cells where the header has {len(expected)}"
                problems.append(TableProblem(file, start, "-", reason))
            start = reader.line_num + 1
    except csv.Error as error:
        problems.append(TableProblem(file, reader.line_num, "-", f"not CSV: {error}"))


def _text(file: str, raw: bytes, problems: list[TableProblem]) -> str:
    if raw.startswith(b"\xef\xbb\xbf"):
        problems.append(TableProblem(file, 1, "-", "starts with a byte-order mark"))
        raw = raw[3:]
    if b"\r" in raw:
        line = raw[: raw.index(b"\r")].count(b"\n") + 1
        problems.append(TableProblem(file, line, "-", "a carriage return: lines end with LF alone"))
        raw = raw.replace(b"\r", b"")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        problems.append(TableProblem(file, line, "-", "not UTF-8"))
        return ""


def _cell_faults(file: str, line: int, names: list[str], row: list[str]) -> Iterable[TableProblem]:
    for name, cell in zip(names, row, strict=True):
        if cell != cell.strip():
            yield TableProblem(file, line, name, "spaces at an end of the cell")
        elif "\n" in cell or "\t" in cell:
            yield TableProblem(file, line, name, "a line break or tab in the cell")


def _pydantic_faults(file: str, line: int, error: ValidationError) -> Iterable[TableProblem]:
    for fault in error.errors(include_url=False):
        column = str(fault["loc"][0]).rstrip("_") if fault["loc"] else "-"
        yield TableProblem(file, line, column, f"{fault['msg']}, not {str(fault['input'])[:60]!r}")
