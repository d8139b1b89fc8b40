"""The calls of the API, each a method of ``Api`` named as its operation."""

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime
from http import HTTPStatus

from flask import Blueprint, Response, abort, render_template
from pydantic import BaseModel

from checker import __version__, wire
from checker.api.openapi import document
from checker.api.operations import OPERATIONS
from checker.check import Checker
from checker.http.caching import read_only
from checker.http.inputs import body, query
from checker.knowledge import counts
from checker.terms import Kind

JSON = "application/json"


def api(checker: Checker) -> Blueprint:
    """The API over one checker."""
    blueprint = Blueprint("api", __name__)
    calls = Api(checker)
    for operation in OPERATIONS:
        view = getattr(calls, operation.id)
        blueprint.add_url_rule(operation.rule, operation.id, view, methods=[operation.method])
    blueprint.add_url_rule("/api/docs", "docs", calls.docs)
    return blueprint


class Api:
    """Answers each call from one checker. What never changes is written once, at start."""

    def __init__(self, checker: Checker) -> None:
        self._checker = checker
        knowledge = checker.knowledge
        strictest_first = sorted(knowledge.maois.values(), key=lambda one: -one.strictness)
        self._profiles = {
            maoi.id: wire.profile(maoi, knowledge.diets[maoi.diet], knowledge.sources)
            for maoi in strictest_first
        }
        self._document = document()

    def check(self) -> Response:
        """The check of a body."""
        asked = body(wire.CheckRequest)
        return _json(wire.answer(self._checker.check(asked.query(_today()))))

    def check_link(self) -> Response:
        """The check of a query string; kept nowhere, although it is a GET."""
        asked = query(wire.CheckParams)
        return _json(wire.answer(self._checker.check(asked.query(_today()))))

    def scan(self) -> Response:
        """What running text names."""
        asked = body(wire.ScanRequest)
        on = asked.on or _today()
        found = self._checker.scan(asked.maoi, asked.text, on, asked.maoi_stopped_on)
        return _json(wire.scan(found))

    @read_only
    def suggest(self) -> Response:
        """Names for what was typed so far."""
        asked = query(wire.SuggestParams)
        kind = Kind(asked.kind) if asked.kind else None
        found = self._checker.suggest(asked.q, kind, asked.limit)
        return _list([wire.suggestion(one) for one in found])

    @read_only
    def maois(self) -> Response:
        """All profiles, the strictest first."""
        query(wire.NoParams)
        return _list(list(self._profiles.values()))

    @read_only
    def maoi(self, profile_id: str) -> Response:
        """One profile by its id."""
        query(wire.NoParams)
        if profile_id not in self._profiles:
            abort(HTTPStatus.NOT_FOUND)
        return _json(self._profiles[profile_id])

    @read_only
    def switch(self) -> Response:
        """The wait between two medicines."""
        asked = query(wire.SwitchParams)
        plan = self._checker.switch(asked.from_, asked.to, asked.last_dose)
        return _json(wire.switch_plan(plan))

    @read_only
    def sources(self) -> Response:
        """The bibliography."""
        query(wire.NoParams)
        return _list([wire.source(one) for one in self._checker.knowledge.sources.values()])

    @read_only
    def meta(self) -> Response:
        """Versions and counts."""
        query(wire.NoParams)
        knowledge = self._checker.knowledge
        return _json(
            wire.Meta(
                version=__version__,
                data=wire.stamp(self._checker.data),
                counts=counts.by_table(knowledge),
                verified=counts.by_mark(knowledge),
            )
        )

    @read_only
    def openapi(self) -> Response:
        """The description of all this."""
        query(wire.NoParams)
        return Response(json.dumps(self._document), mimetype=JSON)

    def healthz(self) -> Response:
        """A sign of life."""
        return _json(wire.Health(status="ok", data=wire.stamp(self._checker.data)))

    @read_only
    def docs(self) -> str:
        """The description as a page to read and to try."""
        return render_template(
            "api_docs.html",
            heading="API of the MAOI checker",
            document=self._document,
            examples={one.id: json.dumps(one.example, indent=2) for one in OPERATIONS},
        )


def _today() -> date:
    """The day it is in UTC: shells bring the day, the core never asks the clock."""
    return datetime.now(UTC).date()


def _json(model: BaseModel) -> Response:
    return Response(model.model_dump_json(), mimetype=JSON)


def _list(models: Sequence[BaseModel]) -> Response:
    return Response(f"[{','.join(model.model_dump_json() for model in models)}]", mimetype=JSON)
