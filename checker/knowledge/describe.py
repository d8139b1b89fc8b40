"""The tables described for others: a data package (columns, types, references)."""

import types
import typing
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from checker import __version__
from checker.knowledge.references import REFERENCES, Reference
from checker.knowledge.tables import TABLES, Table, columns

Json = dict[str, Any]
_TYPES: Mapping[object, str] = {date: "date", float: "number", int: "integer", str: "string"}


def describe() -> Json:
    """The content of ``datapackage.json``, made from the records that the rows become."""
    return {
        "name": "maoi-checker",
        "title": "Interactions of MAO inhibitors with foods and medicines",
        "version": __version__,
        "profile": "tabular-data-package",
        "licenses": [{"name": "MIT"}],
        "resources": [_resource(table) for table in TABLES],
    }


def _resource(table: Table) -> Json:
    name = table.file.removesuffix(".csv").replace("_", "-")
    return {
        "name": name,
        "path": table.file,
        "profile": "tabular-data-resource",
        "format": "csv",
        "encoding": "utf-8",
        "schema": _schema(table),
    }


def _schema(table: Table) -> Json:
    hints = typing.get_type_hints(table.record)
    by_column = {name.rstrip("_"): hint for name, hint in hints.items()}
    schema: Json = {
        "fields": [_field(table.file, name, by_column[name]) for name in columns(table.record)],
        "primaryKey": list(table.key),
        "missingValues": [""],
    }
    keys = [_foreign_key(one.column, one.targets[0]) for one in _single(table.file, by_column)]
    return schema | ({"foreignKeys": keys} if keys else {})


def _field(file: str, name: str, hint: object) -> Json:
    """A column: its type, its closed list of words if it has one, and where it points."""
    members = typing.get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
    kind = next(one for one in members if one is not types.NoneType)
    field: Json = {"name": name, "type": _TYPES.get(kind, "string")}
    if typing.get_origin(kind) is tuple:
        field["description"] = "A list, separated by semicolons without spaces."
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        field["constraints"] = {"enum": [member.value for member in kind]}
    targets = [one.targets for one in REFERENCES if (one.file, one.column) == (file, name)]
    return field | ({"pointsTo": list(targets[0])} if targets else {})


def _single(file: str, hints: Mapping[str, object]) -> list[Reference]:
    """References that a data package can state: one value that points into one table."""
    return [
        reference
        for reference in REFERENCES
        if reference.file == file
        and len(reference.targets) == 1
        and typing.get_origin(hints[reference.column]) is not tuple
    ]


def _foreign_key(column: str, target: str) -> Json:
    resource = target.removesuffix(".csv").replace("_", "-")
    return {"fields": column, "reference": {"resource": resource, "fields": "id"}}
