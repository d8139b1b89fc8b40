"""Joins checked rows into ``Knowledge``: fills foods from their groups, builds look-ups."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from checker.knowledge.store import Knowledge
from checker.records import Checked, Food, FoodGroup, FoodRow

_SHARED = ("sources", "verified", "verified_on", "review_by")
_FIGURES = ("typical_mg_per_kg", "max_mg_per_kg", "figure_sources")
_JUDGED = ("judged", "judged_reason")


def link(tables: Mapping[str, list[Any]], version: str) -> Knowledge:
    """The tables, already checked, as ``Knowledge`` stamped with ``version``."""
    groups = _by_id(tables["food_groups.csv"])
    return Knowledge(
        sources=_by_id(tables["sources.csv"]),
        diets=_by_id(tables["diets.csv"]),
        scopes=_by_id(tables["scopes.csv"]),
        maois=_by_id(tables["maois.csv"]),
        ingredients=_by_id(tables["ingredients.csv"]),
        groups=_by_id(tables["groups.csv"]),
        products=_by_id(tables["products.csv"]),
        foods={row.id: filled(row, groups[row.group]) for row in tables["foods.csv"]},
        dishes=_by_id(tables["dishes.csv"]),
        food_reasons=_by_id(tables["food_reasons.csv"]),
        mechanisms=_by_id(tables["mechanisms.csv"]),
        interactions=_gathered(tables["interactions.csv"], lambda row: row.subject),
        positions=_gathered(tables["positions.csv"], lambda row: row.subject),
        groups_of=_groups_of(tables["groups.csv"]),
        switches=tuple(tables["switches.csv"]),
        measurements=tuple(tables["measurements.csv"]),
        wording={(r.kind, r.mechanism, r.verdict): r for r in tables["wording.csv"]},
        names=tuple(tables["names.csv"]),
        codes=tuple(tables["codes.csv"]),
        words=tuple(tables["words.csv"]),
        states=tuple(tables["food_states.csv"]),
        lookalikes=tuple(tables["lookalikes.csv"]),
        decoys=tuple(tables["decoys.csv"]),
        alternatives=tuple(tables["alternatives.csv"]),
        emergency=tuple(tables["emergency.csv"]),
        version=version,
        reviewed=_latest_check(tables),
    )


def filled(row: FoodRow, group: FoodGroup) -> Food:
    """A food with the facts of its group where its own cells are empty.

    Figures travel together with their papers, a judgement with its reason. A group's
    judgement holds for a food with figures of its own too, unless the food states another.
    """
    own = {field.name: getattr(row, field.name) for field in fields(FoodRow)}
    values = {name: own[name] or getattr(group, name) for name in _SHARED}
    for name in ("serving", "serving_g", "depends_on", "note", "myth"):
        values[name] = own[name] or getattr(group, name)
    measured = row.typical_mg_per_kg is not None or row.max_mg_per_kg is not None
    values |= _taken(_FIGURES, row if measured else group)
    values |= _taken(_JUDGED, row if row.judged else group)
    return Food(id=row.id, name=row.name, group=row.group, category=group.category, **values)


def _taken(names: Iterable[str], record: Any) -> dict[str, Any]:
    return {name: getattr(record, name) for name in names}


def _by_id(rows: Iterable[Any]) -> dict[str, Any]:
    return {row.id: row for row in rows}


def _gathered(rows: Iterable[Any], key: Callable[[Any], str]) -> dict[str, tuple[Any, ...]]:
    gathered: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        gathered[key(row)].append(row)
    return {name: tuple(several) for name, several in gathered.items()}


def _groups_of(groups: Iterable[Any]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for group in groups:
        for member in group.members:
            found[member].append(group.id)
    return {member: tuple(ids) for member, ids in found.items()}


def _latest_check(tables: Mapping[str, list[Any]]) -> date:
    checked = (row for rows in tables.values() for row in rows if isinstance(row, Checked))
    return max((row.verified_on for row in checked), default=date.min)
