"""Joins the rooms: tables → checker → shells. ``python app.py`` serves them.

``create_app`` is found by ``flask`` and by gunicorn (``app:create_app()``).
"""

import os
import sys
from typing import NoReturn

import waitress
from flask import Flask, request
from flask.typing import ResponseReturnValue

from checker import cli
from checker.api import api
from checker.check import Checker
from checker.http import Settings, problems, protect
from checker.http.caching import code_version
from checker.http.settings import MEMORY, ROOT, SettingsInvalid
from checker.knowledge.load import load
from checker.knowledge.tables import TablesInvalid
from checker.web import pages
from checker.web.errors import error_page

# What programs ask for is answered by problem+json, all else by a page.
PROGRAMS = ("/api/", "/cds-services", "/healthz")
EVERYWHERE = "0.0.0.0"  # noqa: S104 - a server is there to be reached
THREADS = 4
# A body or answer beyond these would be put in a file: what people ask is never on a disk.
LARGEST_READ = 4 * 1024 * 1024
LARGEST_ANSWER = 64 * 1024 * 1024


def create_app(settings: Settings | None = None) -> Flask:
    """The application. Faults in the tables or settings are told, and end the process."""
    settings = settings or _settings()
    checker = _checker(settings)
    app = Flask(__name__)
    app.extensions["checker"] = checker
    protect(app, settings, f"{checker.data.version}-{code_version(ROOT)}")
    app.register_blueprint(api(checker))
    app.register_blueprint(pages(checker))
    app.register_error_handler(Exception, _answer_error)
    cli.join(app)
    return app


def serve() -> None:
    """Serve on all addresses: one process by waitress, several by gunicorn."""
    settings = _settings()
    if settings.workers > 1:
        _serve_by_several(settings)
    app = create_app(settings)
    _tell(f"MAOI checker: http://127.0.0.1:{settings.port}")
    waitress.serve(
        app,
        host=EVERYWHERE,
        port=settings.port,
        threads=THREADS,
        ident=None,
        max_request_body_size=LARGEST_READ,
        inbuf_overflow=LARGEST_READ + 1,
        outbuf_overflow=LARGEST_ANSWER,
    )


def _serve_by_several(settings: Settings) -> NoReturn:
    """Become gunicorn. The tables are loaded once, before it divides (``--preload``)."""
    if settings.rate_limit and settings.rate_limit_storage == MEMORY:
        _tell("CHECKER_RATE_LIMIT_STORAGE is memory: each process counts calls for itself")
    _tell(f"MAOI checker: http://127.0.0.1:{settings.port}, {settings.workers} processes")
    command = [sys.executable, "-m", "gunicorn", "app:create_app()", "--preload"]
    command += ["--bind", f"{EVERYWHERE}:{settings.port}", "--workers", str(settings.workers)]
    command += ["--worker-class", "gthread", "--threads", str(THREADS)]
    # Its other levels write addresses that were asked for.
    command += ["--log-level", "critical", "--no-control-socket"]
    os.execv(sys.executable, command)  # noqa: S606 - no shell is wanted


def _checker(settings: Settings) -> Checker:
    try:
        return Checker(load(settings.data))
    except TablesInvalid as error:
        _tell(f"The tables in {settings.data} have faults; nothing was started.\n{error}")
        sys.exit(1)


def _settings() -> Settings:
    try:
        return Settings.from_environment(os.environ)
    except SettingsInvalid as error:
        _tell(f"A setting cannot be read; nothing was started.\n{error}")
        sys.exit(1)


def _answer_error(error: Exception) -> ResponseReturnValue:
    """Any error, in the form of the shell that was asked."""
    problem = problems.describe(error)
    if request.path.startswith(PROGRAMS):
        return problems.as_json(problem)
    return error_page(problem)


def _tell(text: str) -> None:
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


if __name__ == "__main__":
    serve()
