"""Errors as pages, in the same words as ``problem+json``."""

from flask import Response, make_response, render_template

from checker.http.problems import Problem


def error_page(problem: Problem) -> Response:
    """What went wrong and what to do, as a page with the status and headers of the error."""
    kind = problem.type
    page = render_template("problem.html", heading=kind.title, problem=kind)
    return make_response(page, kind.status, dict(problem.headers))
