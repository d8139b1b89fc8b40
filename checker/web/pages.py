"""The pages: the check, what to do in an emergency, how it decides, what errors mean."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import UTC, datetime
from itertools import groupby
from typing import Any

from flask import Blueprint, Response, abort, make_response, render_template, request

from checker import __version__
from checker.check import Checker, worst_first
from checker.exchange import Answer, UnknownMaoi
from checker.http.caching import read_only
from checker.http.problems import TYPES
from checker.labels import LABELS
from checker.records import EmergencyLine, Maoi
from checker.web.counted import counted
from checker.web.filters import FILTERS
from checker.web.form import CheckForm

MENU = (
    ("pages.check", "Check"),
    ("pages.emergency", "In an emergency"),
    ("pages.about", "About"),
    ("api.docs", "For programs"),
)
EMERGENCY_SECTIONS = (
    ("signs-pressure", "Signs that your blood pressure is too high"),
    ("signs-serotonin", "Signs of too much serotonin"),
    ("already-eaten", "You already had it"),
    ("do", "What to do"),
    ("do-not", "What not to do"),
    ("say", "What to say"),
    ("faint", "If you feel faint"),
    ("overdose", "Too many tablets"),
)


def pages(checker: Checker) -> Blueprint:
    """The pages over one checker."""
    blueprint = Blueprint("pages", __name__)
    views = Pages(checker)
    for name, filtered in FILTERS.items():
        blueprint.add_app_template_filter(filtered, name)
    blueprint.add_url_rule("/", "check", views.check, methods=["GET", "POST"])
    blueprint.add_url_rule("/emergency", "emergency", views.emergency)
    blueprint.add_url_rule("/about", "about", views.about)
    blueprint.add_url_rule("/problems/<slug>", "problem", views.problem)
    blueprint.app_context_processor(views.shared)
    return blueprint


class Pages:
    """Renders each page from one checker."""

    def __init__(self, checker: Checker) -> None:
        self._checker = checker
        knowledge = checker.knowledge
        self._groups = _by_class(list(knowledge.maois.values()))
        self._brands = _brands(checker)
        self._emergency = _sections(knowledge.emergency)
        self._counts = counted(knowledge)

    def shared(self) -> dict[str, Any]:
        """What every page shows."""
        checker = self._checker
        return {
            "version": __version__,
            "data": checker.data,
            "notice": checker.notice,
            "menu": MENU,
            "words": {str(verdict): word for verdict, word in LABELS.items()},
        }

    def check(self) -> Response:
        """The form and, where something was entered, its answer."""
        today = datetime.now(UTC).date()
        form = CheckForm.sent(request.form) if request.method == "POST" else CheckForm()
        errors = form.errors(today) if request.method == "POST" else {}
        answer = None
        if request.method == "POST" and not errors:
            try:
                answer = self._checker.check(form.query(today))
            except UnknownMaoi:
                abort(422)
            form = form.renamed(_chosen_names(form, answer))
        page = render_template(
            "check.html",
            heading="Check foods and medicines",
            form=form,
            errors=errors,
            answer=answer,
            sorted_items=worst_first(answer) if answer else (),
            maoi_groups=self._groups,
            brands=self._brands,
            today=today.isoformat(),
        )
        return make_response(page, 422 if errors else 200)

    @read_only
    def emergency(self) -> Response:
        """Signs, what to do, whom to call."""
        page = render_template(
            "emergency.html",
            heading="In an emergency",
            lines=self._emergency,
            sections=EMERGENCY_SECTIONS,
        )
        return make_response(page)

    @read_only
    def about(self) -> Response:
        """How it decides, what it does not know, its sources, privacy."""
        sources = sorted(
            self._checker.knowledge.sources.values(), key=lambda one: one.citation.casefold()
        )
        page = render_template("about.html", heading="About", counts=self._counts, sources=sources)
        return make_response(page)

    @read_only
    def problem(self, slug: str) -> Response:
        """What one kind of error means."""
        found = next((problem for problem in TYPES if problem.slug == slug), None)
        if found is None:
            abort(404)
        return make_response(render_template("problem.html", heading=found.title, problem=found))


def _by_class(profiles: list[Maoi]) -> list[tuple[str, list[Maoi]]]:
    """The profiles by class, the strictest class first."""
    ordered = sorted(profiles, key=lambda one: (-one.strictness, one.name))
    classes = list(dict.fromkeys(one.maoi_class for one in ordered))
    ordered.sort(key=lambda one: classes.index(one.maoi_class))
    return [
        (name[:1].upper() + name[1:], list(several))
        for name, several in groupby(ordered, key=lambda one: one.maoi_class)
    ]


def _brands(checker: Checker) -> Mapping[str, str]:
    """The best-known brand of each profile: the first that names.csv lists for it."""
    found: dict[str, str] = defaultdict(str)
    for row in checker.knowledge.names:
        prefix, _, profile = row.subject.partition(":")
        if prefix == "maoi" and row.sort == "brand":
            found.setdefault(profile, row.name)
    return found


def _sections(lines: tuple[EmergencyLine, ...]) -> Mapping[str, list[EmergencyLine]]:
    found: dict[str, list[EmergencyLine]] = defaultdict(list)
    for line in sorted(lines, key=lambda one: (one.section, one.order, one.country)):
        found[line.section].append(line)
    return found


def _chosen_names(form: CheckForm, answer: Answer) -> dict[int, str]:
    matches = {
        place: answer.items[place].match for place in form.chosen if place < len(answer.items)
    }
    return {place: match.name for place, match in matches.items() if match}
