"""How many rows each table holds, and how they were checked."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from checker.knowledge.store import Knowledge

# Made from other tables: counted there.
_DERIVED = frozenset({"groups_of"})


def by_table(knowledge: Knowledge) -> dict[str, int]:
    """Rows by table."""
    return {name: len(rows) for name, rows in _rows(knowledge).items()}


def by_mark(knowledge: Knowledge) -> dict[str, int]:
    """Rows that say how they were checked, by what they say."""
    rows = [row for several in _rows(knowledge).values() for row in several]
    marks = Counter(row.verified.value for row in rows if hasattr(row, "verified"))
    return dict(sorted(marks.items()))


def _rows(knowledge: Knowledge) -> dict[str, list[Any]]:
    names = [field.name for field in fields(knowledge) if field.name not in _DERIVED]
    held = {name: getattr(knowledge, name) for name in names}
    return {name: _flat(table) for name, table in held.items() if not _is_stamp(table)}


def _is_stamp(value: object) -> bool:
    return not isinstance(value, Mapping | tuple)


def _flat(table: Mapping[Any, Any] | tuple[Any, ...]) -> list[Any]:
    """The rows of a table that is held by id, by id and several, or in a row."""
    found = list(table.values()) if isinstance(table, Mapping) else list(table)
    if found and isinstance(found[0], tuple):
        return [row for several in found for row in several]
    return found
