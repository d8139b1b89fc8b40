"""Every error that a client can meet: its texts, and its answer as ``problem+json``.

The texts stand here once; the pages that explain them (``/problems/<slug>``) show the same.
Nothing that was typed is ever repeated in an error.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus

from flask import Response
from werkzeug.exceptions import HTTPException, MethodNotAllowed

from checker import wire
from checker.exchange import UnknownAgent, UnknownMaoi
from checker.http import log
from checker.http.inputs import LARGEST_BODY, MalformedJson

MEDIA_TYPE = "application/problem+json"

Profiles = tuple[tuple[str, str], ...]  # of an id and a name each


@dataclass(frozen=True, slots=True)
class ProblemType:
    """A kind of error: ``title`` names it, ``about`` says what it means and what to do.

    ``slug`` is empty for a plain status of HTTP that has no page of its own.
    """

    slug: str
    status: int
    title: str
    about: str

    @property
    def uri(self) -> str:
        """What stands in ``type``: the page of this product that explains it."""
        return f"/problems/{self.slug}" if self.slug else "about:blank"


TYPES = (
    ProblemType(
        "bad-request",
        400,
        "The request cannot be understood",
        "The request breaks a rule of HTTP. Nothing was checked.",
    ),
    ProblemType(
        "malformed-json",
        400,
        "The body is not JSON",
        "The body must be one JSON text in UTF-8, with no name twice in an object and no NaN "
        "or Infinity. Nothing was checked.",
    ),
    ProblemType(
        "not-found",
        404,
        "There is nothing at this address",
        "The address names no call and no entry. This is never said of a food or medicine "
        'that was not recognised: that is an answer, with the decision "unknown".',
    ),
    ProblemType(
        "method-not-allowed",
        405,
        "This address does not take this method",
        "The Allow header lists the methods that it takes. Nothing was checked.",
    ),
    ProblemType(
        "too-large",
        413,
        "The body is too large",
        f"A body has at most {LARGEST_BODY // 1024} KiB. Send the list in parts. Nothing was "
        "checked.",
    ),
    ProblemType(
        "unsupported-media-type",
        415,
        "The body is not said to be JSON",
        "Send the header Content-Type: application/json; the text is UTF-8 and not "
        "compressed. Nothing was checked.",
    ),
    ProblemType(
        "invalid-input",
        422,
        "The input is not valid",
        "The list errors names each field at fault by JSON pointer. Nothing was checked.",
    ),
    ProblemType(
        "unknown-maoi",
        422,
        "No MAOI has that name",
        "The list suggestions holds the profiles with the nearest names. Nothing was checked.",
    ),
    ProblemType(
        "unknown-agent",
        422,
        "No figure is held for this switch",
        "One of the two is not known, or no authority that we hold gives a figure for the "
        "pair. Ask a pharmacist.",
    ),
    ProblemType(
        "too-many-calls",
        429,
        "Too many calls",
        "The Retry-After header says in how many seconds to try again. Nothing was checked.",
    ),
    ProblemType(
        "failed",
        500,
        "The service failed",
        "The fault is ours. Nothing was checked: treat what you asked about as not known.",
    ),
)
BY_SLUG = {one.slug: one for one in TYPES}
_BY_STATUS = {one.status: one for one in reversed(TYPES)} | {422: BY_SLUG["invalid-input"]}


@dataclass(frozen=True, slots=True)
class Problem:
    """One error of a kind: ``detail`` says what it means here."""

    type: ProblemType
    detail: str
    errors: tuple[wire.Fault, ...] = ()
    suggestions: Profiles | None = None
    headers: Mapping[str, str] = field(default_factory=dict)


def describe(error: Exception) -> Problem:
    """Any error as a problem; one that nobody foresaw is logged and told without content."""
    match error:
        case wire.InvalidInput():
            return _of("invalid-input", errors=error.faults)
        case UnknownMaoi():
            return _unknown_maoi(error)
        case UnknownAgent():
            return _unknown_agent(error)
        case MalformedJson():
            return _of("malformed-json", detail=error.description)
        case HTTPException():
            return _http(error)
    log.failure(error)
    return _of("failed")


def as_json(problem: Problem) -> Response:
    """The problem as ``application/problem+json`` (RFC 9457)."""
    errors = tuple(
        wire.FaultAt(pointer=fault.pointer, detail=fault.detail) for fault in problem.errors
    )
    content = wire.Problem(
        type=problem.type.uri,
        title=problem.type.title,
        status=problem.type.status,
        detail=problem.detail,
        errors=errors or None,
        suggestions=_near(problem.suggestions),
    )
    text = content.model_dump_json(exclude_none=True)
    return Response(text, problem.type.status, dict(problem.headers), mimetype=MEDIA_TYPE)


def _near(profiles: Profiles | None) -> tuple[wire.NearProfile, ...] | None:
    if profiles is None:
        return None
    return tuple(wire.NearProfile(id=id_, name=name) for id_, name in profiles)


def _of(
    slug: str,
    detail: str | None = None,
    errors: tuple[wire.Fault, ...] = (),
    suggestions: Profiles | None = None,
) -> Problem:
    kind = BY_SLUG[slug]
    return Problem(kind, detail or kind.about, errors, suggestions)


def _unknown_maoi(error: UnknownMaoi) -> Problem:
    fault = wire.Fault("#/maoi", "no MAOI has that name")
    return _of("unknown-maoi", errors=(fault,), suggestions=error.suggestions)


def _unknown_agent(error: UnknownAgent) -> Problem:
    return _of("unknown-agent", errors=(wire.Fault(f"#/{error.field}", error.detail),))


def _http(error: HTTPException) -> Problem:
    """An error of HTTP itself, with our words where we have some."""
    status = error.code or HTTPStatus.INTERNAL_SERVER_ERROR
    kind = _BY_STATUS.get(status) or _plain(HTTPStatus(status))
    allowed = error.valid_methods if isinstance(error, MethodNotAllowed) else None
    headers = {"Allow": ", ".join(sorted(allowed))} if allowed else {}
    return Problem(kind, kind.about, headers=headers)


def _plain(status: HTTPStatus) -> ProblemType:
    return ProblemType("", status.value, status.phrase, f"{status.phrase}. Nothing was checked.")
