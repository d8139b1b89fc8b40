"""Which column of which table points where."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from checker.knowledge.tables import TABLES, TableProblem
from checker.records import Checked

Rows = list[tuple[int, Any]]
Tables = Mapping[str, Rows]


@dataclass(frozen=True, slots=True)
class Reference:
    """A column whose values must be ids of one of several tables."""

    file: str
    column: str
    targets: tuple[str, ...]


_DRUGS = ("ingredients.csv", "groups.csv")
_AGENTS = (*_DRUGS, "maois.csv", "scopes.csv")

REFERENCES = (
    Reference("alternatives.csv", "instead_of", _DRUGS),
    Reference("alternatives.csv", "option", _DRUGS),
    Reference("codes.csv", "source", ("sources.csv",)),
    Reference("food_groups.csv", "judged_reason", ("food_reasons.csv",)),
    Reference("food_groups.csv", "figure_sources", ("sources.csv",)),
    Reference("food_states.csv", "becomes", ("foods.csv", "dishes.csv")),
    Reference("foods.csv", "group", ("food_groups.csv",)),
    Reference("foods.csv", "judged_reason", ("food_reasons.csv",)),
    Reference("foods.csv", "figure_sources", ("sources.csv",)),
    Reference("groups.csv", "members", ("ingredients.csv",)),
    Reference("interactions.csv", "scope", ("scopes.csv",)),
    Reference("interactions.csv", "mechanism", ("mechanisms.csv",)),
    Reference("lookalikes.csv", "source", ("sources.csv",)),
    Reference("maois.csv", "ingredient", ("ingredients.csv",)),
    Reference("maois.csv", "scopes", ("scopes.csv",)),
    Reference("maois.csv", "diet", ("diets.csv",)),
    Reference("measurements.csv", "source", ("sources.csv",)),
    Reference("measurements.csv", "group", ("food_groups.csv", "foods.csv")),
    Reference("names.csv", "source", ("sources.csv",)),
    Reference("positions.csv", "scope", ("scopes.csv",)),
    Reference("products.csv", "ingredients", ("ingredients.csv",)),
    Reference("switches.csv", "from_id", _AGENTS),
    Reference("switches.csv", "to_id", _AGENTS),
)

# columns whose values carry a prefix that says which table they point into
_PREFIXED: Mapping[str, tuple[str, ...]] = {
    "food": ("foods.csv", "dishes.csv"),
    "drug": ("ingredients.csv", "groups.csv", "products.csv"),
    "maoi": ("maois.csv",),
    "foodgroup": ("food_groups.csv",),
    "": _DRUGS,
}
_PREFIXED_COLUMNS = (
    ("codes.csv", "subject"),
    ("interactions.csv", "subject"),
    ("names.csv", "subject"),
    ("positions.csv", "subject"),
)


def ids(tables: Tables, files: Iterable[str]) -> frozenset[str]:
    """The ids of the rows of some tables."""
    return frozenset(record.id for file in files for _, record in tables[file])


def dangling(tables: Tables) -> Iterable[TableProblem]:
    """Every value that points at nothing."""
    for reference in REFERENCES:
        known = ids(tables, reference.targets)
        yield from _missing(
            tables, reference.file, reference.column, known.__contains__, reference.targets
        )
    for file, column in _PREFIXED_COLUMNS:
        yield from _prefixed(tables, file, column)
    yield from _sources(tables)
    yield from _components(tables)


def _values(record: Any, column: str) -> tuple[str, ...]:
    value = getattr(record, column)
    values = value if isinstance(value, tuple) else (value,)
    return tuple(one for one in values if one)


def _missing(
    tables: Tables,
    file: str,
    column: str,
    known: Callable[[str], bool],
    targets: Iterable[str],
) -> Iterable[TableProblem]:
    for line, record in tables[file]:
        for value in _values(record, column):
            if not known(value):
                where = " or ".join(targets)
                yield TableProblem(file, line, column, f"{value!r} is no id of {where}")


def _prefixed(tables: Tables, file: str, column: str) -> Iterable[TableProblem]:
    known = {prefix: ids(tables, files) for prefix, files in _PREFIXED.items()}
    for line, record in tables[file]:
        value = getattr(record, column)
        prefix, _, rest = value.rpartition(":")
        if rest not in known.get(prefix, frozenset()):
            yield TableProblem(file, line, column, f"{value!r} is no entry of the tables")


def _sources(tables: Tables) -> Iterable[TableProblem]:
    """Shared columns: at least one source, and each of them listed."""
    known = ids(tables, ("sources.csv",))
    for table in TABLES:
        if not issubclass(table.record, Checked) and table.file not in ("foods.csv", "diets.csv"):
            continue
        for line, record in tables[table.file]:
            if not record.sources and table.file != "foods.csv":
                yield TableProblem(table.file, line, "sources", "no source")
            for source in record.sources:
                if source not in known:
                    reason = f"{source!r} is no id of sources.csv"
                    yield TableProblem(table.file, line, "sources", reason)


def _components(tables: Tables) -> Iterable[TableProblem]:
    known = ids(tables, ("foods.csv",))
    for line, dish in tables["dishes.csv"]:
        for part in dish.components:
            if part.food not in known:
                reason = f"{part.food!r} is no id of foods.csv"
                yield TableProblem("dishes.csv", line, "components", reason)
