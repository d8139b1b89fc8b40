"""What may be kept: read-only answers, under the version of tables and program. No other."""

import hashlib
from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from pathlib import Path
from typing import ParamSpec, TypeVar

from flask import Flask, Response, g, request

# Short: a warning that was added must not stay unseen for long.
MAX_AGE_S = 300
CODE = ("app.py", "checker/**/*.py", "templates/**/*.html", "static/**/*")

P = ParamSpec("P")
R = TypeVar("R")


def read_only(view: Callable[P, R]) -> Callable[P, R]:
    """Mark a view whose answer depends on the address, the tables and the program alone."""

    @wraps(view)
    def marked(*args: P.args, **kwargs: P.kwargs) -> R:
        g.read_only = True
        return view(*args, **kwargs)

    return marked


def stamp(app: Flask, version: str) -> None:
    """Give read-only answers ``version`` as ETag, and ``no-store`` to all that say nothing."""

    def stamped(response: Response) -> Response:
        if "read_only" in g and response.status_code == HTTPStatus.OK:
            return _kept(response, version)
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    app.after_request(stamped)


def code_version(root: Path) -> str:
    """A short hash of the program's own files: it changes whenever an answer may."""
    digest = hashlib.sha256()
    for path in sorted(path for pattern in CODE for path in root.glob(pattern)):
        if path.is_file():
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def _kept(response: Response, version: str) -> Response:
    # A query string may hold what somebody typed: it stays out of caches that are shared.
    scope = "private" if request.query_string else "public"
    response.headers["Cache-Control"] = f"{scope}, max-age={MAX_AGE_S}"
    response.set_etag(version)
    response.make_conditional(request)
    return response
