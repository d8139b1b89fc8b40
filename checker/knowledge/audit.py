"""Asks the tables as a whole: one small function a question, each yields its faults."""

import re
import string
from collections import defaultdict
from collections.abc import Callable, Iterable

from checker.fold import key
from checker.knowledge.references import Tables, dangling, ids
from checker.knowledge.tables import TABLES, TableProblem
from checker.records import FoodGroup, Interaction
from checker.terms import Severity

_SLUG = re.compile(r"[a-z0-9]+(?:--?[a-z0-9]+)*")
# what the sentences of wording.csv may ask for, in braces
_FIELDS = frozenset(
    (
        "subject",
        "maoi",
        "contains",
        "serving",
        "portion",
        "typical",
        "max",
        "limit",
        "reason",
        "advice",
        "ask",
        "detail",
        "note",
        "until",
        "date",
        "n",
        "all",
        "names",
    )
)
# names that are meant to lead to several entries
_ASKING = frozenset({"class", "family"})
_ONE_NAMESPACE = (
    ("ingredients.csv", "groups.csv", "products.csv"),
    ("foods.csv", "dishes.csv"),
)


def audit(tables: Tables) -> list[TableProblem]:
    """Every fault that every check finds."""
    return [problem for check in CHECKS for problem in check(tables)]


def duplicates(tables: Tables) -> Iterable[TableProblem]:
    """Two rows of a table with one key."""
    for table in TABLES:
        first: dict[tuple[str, ...], int] = {}
        for line, record in tables[table.file]:
            row = tuple(str(getattr(record, column)) for column in table.key)
            if row in first:
                reason = f"{', '.join(row)!r} stands on line {first[row]} too"
                yield TableProblem(table.file, line, table.key[0], reason)
            first.setdefault(row, line)


def shared_ids(tables: Tables) -> Iterable[TableProblem]:
    """One id in two tables that share a namespace."""
    for files in _ONE_NAMESPACE:
        seen: dict[str, str] = {}
        for file in files:
            for line, record in tables[file]:
                if seen.setdefault(record.id, file) != file:
                    reason = f"{record.id!r} is an id of {seen[record.id]} too"
                    yield TableProblem(file, line, "id", reason)


def ids_that_are_no_slugs(tables: Tables) -> Iterable[TableProblem]:
    """Ids that could not stand in an address."""
    for table in TABLES:
        if table.key != ("id",):
            continue
        for line, record in tables[table.file]:
            if not _SLUG.fullmatch(record.id):
                reason = f"{record.id!r} is no slug (a-z, 0-9, hyphens between)"
                yield TableProblem(table.file, line, "id", reason)


def unused_sources(tables: Tables) -> Iterable[TableProblem]:
    """A source that no row rests on."""
    used: set[str] = set()
    for rows in tables.values():
        for _, record in rows:
            for column in ("sources", "figure_sources"):
                used.update(getattr(record, column, ()))
            used.add(getattr(record, "source", ""))
    for line, source in tables["sources.csv"]:
        if source.id not in used:
            yield TableProblem("sources.csv", line, "id", f"{source.id!r} is used by no row")


def figures(tables: Tables) -> Iterable[TableProblem]:
    """A figure without a paper, a maximum below the typical figure, a negative one."""
    for file in ("food_groups.csv", "foods.csv"):
        for line, row in tables[file]:
            typical, most = row.typical_mg_per_kg, row.max_mg_per_kg
            if (typical is not None or most is not None) and not row.figure_sources:
                yield TableProblem(file, line, "figure_sources", "a figure without its paper")
            if typical is not None and most is not None and most < typical:
                yield TableProblem(file, line, "max_mg_per_kg", "below the typical figure")
            if (typical or 0) < 0 or (most or 0) < 0:
                yield TableProblem(file, line, "typical_mg_per_kg", "a figure below zero")


def undecided_foods(tables: Tables) -> Iterable[TableProblem]:
    """A judgement without its reason; a group with neither judgement nor figure."""
    for file in ("food_groups.csv", "foods.csv"):
        for line, row in tables[file]:
            if bool(row.judged) != bool(row.judged_reason):
                reason = "judged and judged_reason go together"
                yield TableProblem(file, line, "judged_reason", reason)
            if isinstance(row, FoodGroup) and not _decided(row):
                yield TableProblem(file, line, "judged", "neither judged nor measured")


def _decided(group: FoodGroup) -> bool:
    return bool(group.judged) or group.typical_mg_per_kg is not None or bool(group.max_mg_per_kg)


def empty_sets(tables: Tables) -> Iterable[TableProblem]:
    """A group without members, a dish without components, a product of nothing."""
    for file, column in (("groups.csv", "members"), ("dishes.csv", "components")):
        for line, row in tables[file]:
            if not getattr(row, column):
                yield TableProblem(file, line, column, "empty")
    for line, product in tables["products.csv"]:
        if not product.ingredients and not product.unheld:
            yield TableProblem("products.csv", line, "ingredients", "empty")


def milder_rows(tables: Tables) -> Iterable[TableProblem]:
    """A row milder than a wider one of the same subject, without a reason."""
    rows: dict[str, list[tuple[int, Interaction]]] = defaultdict(list)
    for line, row in tables["interactions.csv"]:
        rows[row.subject].append((line, row))
    for _, maoi in tables["maois.csv"]:
        place = {scope: rank for rank, scope in enumerate(maoi.scopes)}
        for several in rows.values():
            yield from _unreasoned(several, place)


def _unreasoned(
    rows: list[tuple[int, Interaction]], place: dict[str, int]
) -> Iterable[TableProblem]:
    spoken = [(line, row) for line, row in rows if row.scope in place]
    for line, row in spoken:
        wider = (other for _, other in spoken if place[other.scope] > place[row.scope])
        if not row.reason_if_milder and any(
            other.severity.rank < row.severity.rank for other in wider
        ):
            reason = f"milder than a wider row of {row.subject!r}, without a reason"
            yield TableProblem("interactions.csv", line, "reason_if_milder", reason)


def days(tables: Tables) -> Iterable[TableProblem]:
    """Days to wait that are negative or beyond any washout known."""
    longest = 70
    columns = (
        ("interactions.csv", "before_days"),
        ("interactions.csv", "after_days"),
        ("switches.csv", "days"),
        ("maois.csv", "washout_days"),
    )
    for file, column in columns:
        for line, row in tables[file]:
            value = getattr(row, column)
            if value is not None and not 0 <= value <= longest:
                yield TableProblem(file, line, column, f"{value} days")


def shared_names(tables: Tables) -> Iterable[TableProblem]:
    """One name on several entries that is not marked as a name that asks."""
    owners: dict[str, set[str]] = defaultdict(set)
    for prefix, files in (
        ("food", ("foods.csv", "dishes.csv")),
        ("drug", ("ingredients.csv", "groups.csv")),
    ):
        for file in files:
            for _, row in tables[file]:
                owners[key(row.name)].add(f"{prefix}:{row.id}")
    for line, row in tables["names.csv"]:
        folded = key(row.name)
        if not folded:
            yield TableProblem("names.csv", line, "name", "nothing is left of it once folded")
        if row.subject.startswith("maoi:") or row.sort in _ASKING:
            continue
        others = owners[folded] - {row.subject}
        if others:
            reason = f"{row.name!r} names {', '.join(sorted(others))} too, and would ask"
            yield TableProblem("names.csv", line, "name", reason)
        owners[folded].add(row.subject)


def wording_fields(tables: Tables) -> Iterable[TableProblem]:
    """A field in a sentence that nothing fills."""
    for line, row in tables["wording.csv"]:
        for column in ("headline", "why", "what_to_do", "effect", "management"):
            try:
                parts = list(string.Formatter().parse(getattr(row, column)))
            except ValueError as error:
                yield TableProblem("wording.csv", line, column, f"braces: {error}")
                continue
            unknown = {name for _, name, _, _ in parts if name is not None} - _FIELDS
            if unknown:
                reason = f"no such field: {', '.join(sorted(unknown))}"
                yield TableProblem("wording.csv", line, column, reason)


def unspoken_mechanisms(tables: Tables) -> Iterable[TableProblem]:
    """A kind of entry for which no sentence is held at all."""
    patterns = {(row.kind, row.mechanism, row.verdict) for _, row in tables["wording.csv"]}
    for kind in ("food", "drug"):
        for verdict in ("avoid", "unknown", "limit", "caution", "ok"):
            if (kind, "*", verdict) not in patterns and (kind, "*", "*") not in patterns:
                reason = f"no sentence for a {kind} with verdict {verdict}"
                yield TableProblem("wording.csv", 0, "verdict", reason)


def food_subjects(tables: Tables) -> Iterable[TableProblem]:
    """Severity words of tables that hold foods: ``contraindicated`` is for drugs."""
    for file in ("food_groups.csv", "foods.csv"):
        for line, row in tables[file]:
            if row.judged in (Severity.CONTRAINDICATED, Severity.UNKNOWN):
                yield TableProblem(file, line, "judged", f"{row.judged} is no judgement of a food")


def state_places(tables: Tables) -> Iterable[TableProblem]:
    """A state rule for a place that is no food, group or category."""
    places = ids(tables, ("foods.csv", "dishes.csv", "food_groups.csv"))
    categories = {f"category:{row.category}" for _, row in tables["food_groups.csv"]}
    for line, row in tables["food_states.csv"]:
        if row.applies_to not in places | categories | {"*", "category:dish"}:
            reason = f"{row.applies_to!r} is no food, food group or category"
            yield TableProblem("food_states.csv", line, "applies_to", reason)


Check = Callable[[Tables], Iterable[TableProblem]]

CHECKS: tuple[Check, ...] = (
    duplicates,
    shared_ids,
    ids_that_are_no_slugs,
    dangling,
    unused_sources,
    figures,
    undecided_foods,
    empty_sets,
    milder_rows,
    days,
    shared_names,
    wording_fields,
    unspoken_mechanisms,
    food_subjects,
    state_places,
)
