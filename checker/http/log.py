"""The log: one JSON line for a request, and one for a failure.

A line for a request holds its method, the rule of its route, its status and its time, and
nothing else: no address, no query string, no body. A line for a failure holds where in the
code it happened, and not its message, which may repeat what was typed.
"""

import json
import logging
import sys
import time
import traceback

from flask import Flask, Response, g, request

LOGGER = logging.getLogger("checker.log")
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
# These write the address asked for, with all that was typed into it.
TALKATIVE = ("werkzeug", "waitress", "gunicorn.access", "gunicorn.error")
INNERMOST = 5


def tell_requests(app: Flask) -> None:
    """Write a line for every request to standard error, and silence all other logs of it."""
    _open()
    app.logger.setLevel(logging.CRITICAL)
    app.before_request(_start)
    app.after_request(_tell)


def failure(error: BaseException) -> None:
    """Write where an unforeseen error happened: its type and the innermost places."""
    frames = traceback.extract_tb(error.__traceback__)[-INNERMOST:]
    places = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    LOGGER.error(json.dumps({"error": type(error).__name__, "at": places}))


def _open() -> None:
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    LOGGER.setLevel(logging.INFO)
    LOGGER.propagate = False
    if not LOGGER.handlers:
        LOGGER.addHandler(logging.StreamHandler(sys.stderr))


def _start() -> None:
    g.started = time.perf_counter()


def _tell(response: Response) -> Response:
    method = request.method if request.method in METHODS else "other"
    rule = request.url_rule.rule if request.url_rule else None
    ms = round((time.perf_counter() - g.started) * 1000, 1)
    line = {"method": method, "rule": rule, "status": response.status_code, "ms": ms}
    LOGGER.info(json.dumps(line))
    return response
