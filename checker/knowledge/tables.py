"""Which file holds which kind of row, and how a cell becomes a value."""

import re
import types
import typing
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from typing import Any

from checker import records
from checker.records import Checked, Component


@dataclass(frozen=True, slots=True)
class TableProblem:
    """One fault of a table; line 0 stands for the file as a whole."""

    file: str
    line: int
    column: str
    reason: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.column}: {self.reason}"


class TablesInvalid(Exception):
    """The tables have faults; all of them, in order of file and line."""

    def __init__(self, problems: list[TableProblem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda p: (p.file, p.line, p.column)))
        super().__init__("\n".join(str(problem) for problem in self.problems))


@dataclass(frozen=True, slots=True)
class Table:
    """A file, the record of its rows, and the columns that name a row (empty: none)."""

    file: str
    record: type
    key: tuple[str, ...] = ("id",)


TABLES = (
    Table("alternatives.csv", records.Alternative, ("need", "option")),
    Table("codes.csv", records.Code, ("subject", "system", "code")),
    Table("decoys.csv", records.Decoy, ("name",)),
    Table("diets.csv", records.Diet),
    Table("dishes.csv", records.Dish),
    Table("emergency.csv", records.EmergencyLine),
    Table("food_groups.csv", records.FoodGroup),
    Table("food_reasons.csv", records.FoodReason),
    Table("food_states.csv", records.StateRule, ("state", "applies_to")),
    Table("foods.csv", records.FoodRow),
    Table("groups.csv", records.Group),
    Table("ingredients.csv", records.Ingredient),
    Table("interactions.csv", records.Interaction),
    Table("lookalikes.csv", records.LookAlike, ("name_a", "name_b")),
    Table("maois.csv", records.Maoi),
    Table("measurements.csv", records.Measurement),
    Table("mechanisms.csv", records.Mechanism),
    Table("names.csv", records.Name, ("subject", "name")),
    Table("positions.csv", records.Position),
    Table("products.csv", records.Product),
    Table("scopes.csv", records.Scope),
    Table("sources.csv", records.Source),
    Table("switches.csv", records.Switch),
    Table("wording.csv", records.Wording, ("kind", "mechanism", "verdict")),
    Table("words.csv", records.Word, ("word", "sort", "value")),
)

_COMPONENT = re.compile(r"([a-z0-9-]+):(\d+(?:\.\d+)?)(\??)")


def columns(record: type) -> tuple[str, ...]:
    """The column names of a record: its own fields, then the four shared ones."""
    shared = {field.name for field in fields(Checked)} if issubclass(record, Checked) else set()
    names = [field.name for field in fields(record)]
    ordered = [name for name in names if name not in shared]
    ordered += [name for name in names if name in shared]
    return tuple(name.rstrip("_") for name in ordered)


def cell_readers(record: type) -> tuple[Callable[[str], Any], ...]:
    """For each column the function that turns its cell into what pydantic then checks."""
    hints = typing.get_type_hints(record)
    by_column = {name.rstrip("_"): hint for name, hint in hints.items()}
    return tuple(_reader(by_column[column]) for column in columns(record))


def _reader(hint: Any) -> Callable[[str], Any]:
    if typing.get_origin(hint) is tuple:
        return _components if Component in typing.get_args(hint) else _listed
    if isinstance(hint, types.UnionType) and type(None) in hint.__args__:
        return _optional
    return str


def _optional(cell: str) -> str | None:
    return cell or None


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(";")) if cell else ()


def _components(cell: str) -> list[dict[str, Any]]:
    return list(_each_component(cell))


def _each_component(cell: str) -> Iterator[dict[str, Any]]:
    for part in _listed(cell):
        found = _COMPONENT.fullmatch(part)
        if found is None:
            raise ValueError(f"a component reads food-id:grams, with ? if optional, not {part!r}")
        yield {"food": found[1], "grams": float(found[2]), "optional": bool(found[3])}
