"""What is asked and what is answered: the values that pass between the rooms.

The wire models in ``wire.py`` mirror ``Answer``; these here are lean, frozen and unchecked.
"""

from dataclasses import dataclass
from datetime import date

from checker.records import Interaction, Maoi, Source
from checker.terms import Decision, Evidence, How, Kind, Severity, Verdict, Verified


@dataclass(frozen=True, slots=True)
class Item:
    """One thing asked about: a text, or a code in a named system; ``amount_g`` in grams.

    ``subject`` is the id of an entry that was chosen where the text asked.
    """

    text: str
    kind: Kind | None = None
    subject: str | None = None
    code_system: str | None = None
    code: str | None = None
    amount_g: float | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """A whole question. ``on`` is the day asked about; the core never asks the clock."""

    maoi: str | None
    items: tuple[Item, ...]
    on: date
    stopped_on: date | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a text may mean.

    ``subjects`` holds one id, or several that were all named ("sertraline + trazodone").
    ``via`` is the listed name that fitted; ``score`` its closeness from 0 to 1.
    """

    subjects: tuple[str, ...]
    name: str
    kind: Kind
    via: str
    how: How
    score: float


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a text may plausibly mean, best first.

    ``clear``: the best may be taken without asking. ``exhaustive``: the candidates are all
    there is (a name several entries share), not guesses. ``near`` are names too far off.
    """

    item: Item
    candidates: tuple[Candidate, ...]
    clear: bool
    exhaustive: bool
    note: str | None = None
    near: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Regimen:
    """The MAOI taken, with its dates. ``note`` says what was assumed, if anything."""

    maoi: Maoi
    assumed: bool
    note: str | None
    still_active: bool
    active_until: date | None


@dataclass(frozen=True, slots=True)
class Tyramine:
    """Tyramine in the amount asked about: mg, with mg/kg and grams behind it."""

    typical_mg: float | None
    max_mg: float | None
    serving_g: float | None
    limit_mg: float | None
    typical_mg_per_kg: float | None
    max_mg_per_kg: float | None


@dataclass(frozen=True, slots=True)
class Judgement:
    """A severity with the row that speaks (``basis``; None where no row does).

    ``mechanism`` is an id of ``mechanisms.csv``; ``reason`` an id of ``food_reasons.csv``
    or empty; ``detail`` a name that the sentences need (the component that decides).
    """

    subject: str
    severity: Severity
    verdict: Verdict
    mechanism: str
    evidence: Evidence
    basis: Interaction | None
    tyramine: Tyramine | None
    reason: str
    detail: str
    sources: tuple[str, ...]
    verified: Verified
    reviewed: date | None


@dataclass(frozen=True, slots=True)
class Washout:
    """Days to wait: before the MAOI is started, after it is stopped."""

    before_days: int | None
    after_days: int | None


@dataclass(frozen=True, slots=True)
class View:
    """What one authority says where authorities differ."""

    authority: str
    says: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """A judgement in words, for both kinds of reader, with who says so."""

    id: str
    subject_id: str
    subject_name: str
    subject_kind: Kind
    verdict: Verdict
    severity: Severity
    headline: str
    why: str
    what_to_do: str
    mechanism: str
    effect: str
    management: str
    evidence: Evidence
    tyramine: Tyramine | None
    washout: Washout
    disputed: tuple[View, ...]
    verified: Verified
    reviewed: date | None
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class JudgedCandidate:
    """A candidate with what it would mean, shown where the reading asks."""

    id: str
    name: str
    kind: Kind
    score: float
    via: str
    how: How
    verdict: Verdict
    severity: Severity


@dataclass(frozen=True, slots=True)
class ItemAnswer:
    """The answer to one item; ``start`` and ``end`` only for items found in running text."""

    text: str
    decision: Decision
    kind: Kind | None
    verdict: Verdict
    severity: Severity
    match: JudgedCandidate | None
    candidates: tuple[JudgedCandidate, ...]
    note: str | None
    findings: tuple[Finding, ...]
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Meal:
    """The foods' tyramine added up (mg); ``complete`` is False where a figure is missing."""

    typical_mg: float
    max_mg: float
    limit_mg: float | None
    complete: bool
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class DataStamp:
    """Which tables answered: version (a hash of them) and the latest review date."""

    version: str
    reviewed: date


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a whole question; ``summary`` names what decides, in one sentence."""

    regimen: Regimen
    verdict: Verdict
    items: tuple[ItemAnswer, ...]
    meal: Meal | None
    summary: str
    data: DataStamp
    notice: str


@dataclass(frozen=True, slots=True)
class Scan:
    """An answer about running text, with the stretches that named nothing known."""

    answer: Answer
    unread: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A name offered while someone types; ``matched`` is the listed name that fitted."""

    id: str
    name: str
    kind: Kind
    matched: str


@dataclass(frozen=True, slots=True)
class SwitchPlan:
    """Days between two agents, the earliest start where a last dose was given, and why."""

    from_id: str
    from_name: str
    to_id: str
    to_name: str
    days: int
    earliest_start: date | None
    why: str
    other_figures: str
    verified: Verified
    sources: tuple[Source, ...]


class UnknownMaoi(Exception):
    """No MAOI has that name; ``suggestions`` are the nearest profiles (id, name)."""

    def __init__(self, text: str, suggestions: tuple[tuple[str, str], ...]) -> None:
        super().__init__("no MAOI has that name")
        self.text = text
        self.suggestions = suggestions


class UnknownAgent(Exception):
    """A switch names an agent that we do not know, or a pair we hold no figure for."""

    def __init__(self, field: str, detail: str) -> None:
        super().__init__(detail)
        self.field = field
        self.detail = detail
