"""Reads bodies and query strings strictly: what could be read in two ways is refused."""

import json
from typing import NoReturn, TypeVar, get_origin

from flask import Flask, request
from werkzeug.exceptions import BadRequest, UnsupportedMediaType

from checker import wire
from checker.wire.base import Asked

LARGEST_BODY = 256 * 1024  # bytes

Model = TypeVar("Model", bound=Asked)


class MalformedJson(BadRequest):
    """The body is no JSON text, or one that readers would understand differently."""


class _Refused(ValueError):
    """JSON that Python would take and another reader would understand differently."""


def bound(app: Flask) -> None:
    """Refuse bodies over 256 KiB before anything of them is read."""
    app.config["MAX_CONTENT_LENGTH"] = LARGEST_BODY


def body(model: type[Model]) -> Model:
    """The body of this request as that model.

    Raises:
        UnsupportedMediaType: it does not say that it is JSON in UTF-8.
        RequestEntityTooLarge: it is over 256 KiB.
        MalformedJson: it is no JSON.
        InvalidInput: it is JSON of another shape.
    """
    return wire.read(model, read_json())


def query(model: type[Model]) -> Model:
    """The query string of this request as that model.

    Raises:
        InvalidInput: a field is missing, unknown, not valid, or given twice.
    """
    given = request.args.to_dict(flat=False)
    fields = {field.alias or name: field for name, field in model.model_fields.items()}
    lists = {name for name, field in fields.items() if get_origin(field.annotation) is list}
    single = {name: values for name, values in given.items() if name not in lists}
    twice = [name for name, values in single.items() if name in fields and len(values) > 1]
    if twice:
        raise wire.InvalidInput(
            tuple(wire.Fault(f"#/{name}", "is given more than once") for name in twice)
        )
    return wire.read(model, given | {name: values[0] for name, values in single.items()})


def read_json() -> object:
    """The body of this request as JSON. Raises as ``body`` does, but for ``InvalidInput``."""
    _check_media_type()
    raw = request.get_data(cache=False)
    try:
        return _parse(raw)
    except json.JSONDecodeError as error:
        why = f"{error.msg} (line {error.lineno}, column {error.colno})"
    except _Refused as error:
        why = str(error)
    except UnicodeError:
        why = "it is not UTF-8, or half of a character stands alone"
    except RecursionError:
        why = "it is nested too deeply"
    except ValueError:
        why = "a number in it has too many digits"
    raise MalformedJson(f"The body is not JSON that can be read in one way only: {why}.")


def _check_media_type() -> None:
    charset = request.mimetype_params.get("charset", "utf-8").lower()
    coded = request.headers.get("Content-Encoding", "identity").lower()
    if request.mimetype != "application/json" or charset != "utf-8" or coded != "identity":
        raise UnsupportedMediaType


def _parse(raw: bytes) -> object:
    value: object = json.loads(
        raw.decode("utf-8-sig"), object_pairs_hook=_once, parse_constant=_no_number
    )
    # Half of a surrogate pair ("\ud800") passes as JSON and could never be sent back.
    json.dumps(value, ensure_ascii=False).encode()
    return value


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object none of whose names comes twice: readers differ on which would count."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _Refused("a name comes twice in one object")
    return found


def _no_number(_: str) -> NoReturn:
    raise _Refused("NaN and Infinity are no numbers of JSON")
