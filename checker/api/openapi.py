"""The description of the API: OpenAPI 3.1, made from the models that do the work."""

from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import JsonSchemaMode, models_json_schema

from checker import __version__, wire
from checker.api.operations import OPERATIONS, Operation, PathPart
from checker.http.problems import BY_SLUG, MEDIA_TYPE

Json = dict[str, Any]
REF = "#/components/schemas/{model}"

ABOUT = """\
Checks foods and medicines against monoamine oxidase inhibitors (MAOIs).

What is not recognised is `unknown`, never `ok`: treat it as not allowed until somebody who \
knows has said otherwise. What may be several things is `ambiguous` and asks; until then it \
stands at the worst it could be. Every finding says why, and who says so.

What is sent here is not stored and not logged. A `POST` keeps it out of addresses, too.\
"""


def document() -> Json:
    """The whole description."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "MAOI checker",
            "version": __version__,
            "description": ABOUT,
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": "/"}],
        "paths": _paths(),
        "components": {"schemas": _schemas()},
    }


def _paths() -> Json:
    paths: Json = {}
    for operation in OPERATIONS:
        address = operation.rule.replace("<", "{").replace(">", "}")
        paths.setdefault(address, {})[operation.method.lower()] = _operation(operation)
    return paths


def _operation(operation: Operation) -> Json:
    described: Json = {
        "operationId": operation.id,
        "summary": operation.summary,
        "description": operation.about,
        "parameters": _parameters(operation),
        "responses": _responses(operation),
    }
    if operation.body is not None:
        content = {
            "application/json": {"schema": _ref(operation.body), "example": operation.example}
        }
        described["requestBody"] = {"required": True, "content": content}
    return described


def _parameters(operation: Operation) -> list[Json]:
    found: list[Json] = []
    if operation.path is not None:
        found.append(_path_parameter(operation.path))
    if operation.params is not None:
        whole = operation.params.model_json_schema(ref_template=REF)
        required = whole.get("required", [])
        for name, schema in whole["properties"].items():
            found.append(_parameter(name, dict(schema), name in required))
    return found


def _path_parameter(part: PathPart) -> Json:
    return {
        "name": part.name,
        "in": "path",
        "required": True,
        "description": part.about,
        "schema": {"type": "string", "examples": [part.example]},
    }


def _parameter(name: str, schema: Json, required: bool) -> Json:
    """A field of the query string; one that may be left out is so by absence, not by null."""
    about = schema.pop("description")
    if "anyOf" in schema:
        given = next(one for one in schema.pop("anyOf") if one.get("type") != "null")
        schema.pop("default", None)
        schema |= given
    return {
        "name": name,
        "in": "query",
        "required": required,
        "description": about,
        "schema": schema,
    }


def _responses(operation: Operation) -> Json:
    schema = {"type": "object"} if operation.answer is None else _ref(operation.answer)
    if operation.many:
        schema = {"type": "array", "items": schema}
    responses: Json = {
        "200": {"description": "The answer.", "content": {"application/json": {"schema": schema}}}
    }
    for slug in operation.errors:
        _add_problem(responses, slug)
    return responses


def _add_problem(responses: Json, slug: str) -> None:
    """A kind of error; two with the same status stand together, each with its example."""
    kind = BY_SLUG[slug]
    content = {"schema": _ref(wire.Problem), "examples": {}}
    response = responses.setdefault(
        str(kind.status), {"description": kind.title, "content": {MEDIA_TYPE: content}}
    )
    example = {
        "type": kind.uri,
        "title": kind.title,
        "status": kind.status,
        "detail": kind.about,
    }
    response["content"][MEDIA_TYPE]["examples"][slug] = {"summary": kind.title, "value": example}


def _schemas() -> Json:
    """The models of bodies as they are read, and those of answers as they are written."""
    asked = {operation.body for operation in OPERATIONS if operation.body}
    answered = {operation.answer for operation in OPERATIONS if operation.answer}
    answered.add(wire.Problem)
    read: list[tuple[type[BaseModel], JsonSchemaMode]] = [(one, "validation") for one in asked]
    written: list[tuple[type[BaseModel], JsonSchemaMode]] = [
        (one, "serialization") for one in answered
    ]
    models = sorted(read + written, key=lambda one: one[0].__name__)
    _, whole = models_json_schema(models, ref_template=REF)
    schemas: Json = whole["$defs"]
    return schemas


def _ref(model: type[BaseModel]) -> Json:
    return {"$ref": REF.format(model=model.__name__)}
