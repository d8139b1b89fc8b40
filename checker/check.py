"""The order of the steps, and the one place where a reading is settled.

Reading gives all plausible meanings; each is judged; only then is it decided whether the
text is clear, asks, or is not known.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from checker.exchange import (
    Answer,
    Candidate,
    DataStamp,
    Item,
    ItemAnswer,
    JudgedCandidate,
    Judgement,
    Meal,
    Query,
    Reading,
    Regimen,
    Scan,
    Suggestion,
    SwitchPlan,
    UnknownAgent,
    UnknownMaoi,
)
from checker.explain import Explainer, day
from checker.knowledge.store import Knowledge
from checker.reading.maoi import MaoiReader
from checker.reading.match import MOST_CANDIDATES, Reader
from checker.reading.scan import scan
from checker.reading.suggest import Suggester
from checker.rules import drugs, foods, meal, washout
from checker.terms import Decision, Evidence, Kind, Severity, Verdict


@dataclass(frozen=True, slots=True)
class Judged:
    """A candidate with its judgements, worst first, and the amount they hold for (g)."""

    candidate: Candidate
    judgements: tuple[Judgement, ...]

    @property
    def verdict(self) -> Verdict:
        """The worst of its judgements."""
        return Verdict.worst(judgement.verdict for judgement in self.judgements)

    @property
    def severity(self) -> Severity:
        """The worst of its judgements."""
        return Severity.worst(judgement.severity for judgement in self.judgements)


class Checker:
    """Answers questions from one state of the tables."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self._reader = Reader(knowledge)
        self._maois = MaoiReader(knowledge)
        self._explainer = Explainer(knowledge)
        self._suggester = Suggester(
            self._reader.vocabulary, self._reader.corrector, knowledge.lookalikes
        )
        self.data = DataStamp(knowledge.version, knowledge.reviewed)
        self.notice = self._explainer.notice("general")

    def check(self, query: Query) -> Answer:
        """The answer to a whole question.

        Raises:
            UnknownMaoi: the MAOI was named and is not one that we know.
        """
        regimen = self.regimen(query.maoi, query.on, query.stopped_on)
        settled = [self._item(self._reader.read(item), item, regimen) for item in query.items]
        return self._answer(regimen, settled)

    def scan(self, maoi: str | None, text: str, on: date, stopped_on: date | None = None) -> Scan:
        """What running text names, each find with its place, and what was not read.

        Raises:
            UnknownMaoi: as ``check``.
        """
        regimen = self.regimen(maoi, on, stopped_on)
        scanned = scan(text, self._reader)
        settled = []
        for found in scanned.found:
            answer, parts = self._item(found.reading, found.reading.item, regimen)
            settled.append((replace(answer, start=found.start, end=found.end), parts))
        return Scan(self._answer(regimen, settled), scanned.unread)

    def suggest(self, typed: str, kind: Kind | None, limit: int) -> tuple[Suggestion, ...]:
        """Names to offer for what was typed so far."""
        return self._suggester.suggest(typed, kind, limit)

    def regimen(self, text: str | None, on: date, stopped_on: date | None) -> Regimen:
        """The MAOI meant and its dates; none given, or several open: the strictest."""
        profiles = tuple(self.knowledge.maois.values()) if text is None else self._maois.read(text)
        maoi = self.knowledge.strictest(profiles)
        unsure = len(profiles) > 1
        found = washout.regimen(maoi, unsure, None, on, stopped_on)
        told = []
        if unsure:
            told.append(("assumed" if text is None else "strength", ""))
        if found.active_until:
            told.append(("stopped" if found.still_active else "over", day(found.active_until)))
        notes = [self._explainer.notice(name, maoi=maoi.name, date=date) for name, date in told]
        return replace(found, note=" ".join(notes) or None)

    def switch(self, start: str, end: str, last_dose: date | None) -> SwitchPlan:
        """The days between two agents, and the earliest start after a last dose.

        Raises:
            UnknownAgent: one of them is not clear, or nothing is held on the pair.
        """
        first, second = self._agent("from", start), self._agent("to", end)
        gap = washout.gap(first, second, self.knowledge)
        if gap is None:
            raise UnknownAgent("to", f"no figure is held for {first.name} to {second.name}")
        earliest = None if last_dose is None else washout.days_after(last_dose, gap.days)
        return SwitchPlan(
            from_id=first.id,
            from_name=first.name,
            to_id=second.id,
            to_name=second.name,
            days=gap.days,
            earliest_start=earliest,
            why=gap.why,
            other_figures=gap.other_figures,
            verified=gap.verified,
            sources=tuple(self.knowledge.sources[source] for source in gap.sources),
        )

    def _agent(self, field: str, text: str) -> washout.Agent:
        """An MAOI profile, or the one medicine that a text clearly names."""
        try:
            maoi = self.knowledge.strictest(self._maois.read(text))
            return washout.Agent(maoi.id, maoi.name, maoi)
        except UnknownMaoi:
            reading = self._reader.read(Item(text, Kind.DRUG))
        one = reading.candidates[0] if reading.clear else None
        if one is None or one.kind != Kind.DRUG or len(one.subjects) != 1:
            raise UnknownAgent(field, "this is not one medicine that we know")
        return washout.Agent(one.subjects[0].partition(":")[2], one.name, None)

    def _answer(
        self, regimen: Regimen, settled: Sequence[tuple[ItemAnswer, tuple[Judgement, ...]]]
    ) -> Answer:
        items = tuple(answer for answer, _ in settled)
        return Answer(
            regimen=regimen,
            verdict=Verdict.worst(item.verdict for item in items),
            items=items,
            meal=self._meal(regimen, settled),
            summary=self._explainer.summary(items),
            data=self.data,
            notice=self.notice,
        )

    def _item(
        self, reading: Reading, item: Item, regimen: Regimen
    ) -> tuple[ItemAnswer, tuple[Judgement, ...]]:
        """The answer to one reading, and the judgements it stands on."""
        judged = [self._judged(one, item.amount_g, regimen) for one in reading.candidates]
        decision, verdict, severity, shown = settle(reading, judged)
        first = shown[0] if decision == Decision.MATCH else None
        held = first.judgements if first else tuple(one.judgements[0] for one in shown)
        findings = tuple(
            self._explainer.finding(judgement, asked, regimen)
            for judgement, asked in _asked(first, shown)
        )
        answer = ItemAnswer(
            text=item.text,
            decision=decision,
            kind=_kind(shown),
            verdict=verdict,
            severity=severity,
            match=_shown(first) if first else None,
            candidates=() if first else tuple(_shown(one) for one in shown),
            note=self._note(reading, decision, shown, regimen),
            findings=findings,
        )
        return answer, held

    def _note(
        self, reading: Reading, decision: Decision, shown: Sequence[Judged], regimen: Regimen
    ) -> str | None:
        """A plain remark on how the item was read."""
        if decision == Decision.MATCH:
            if reading.note == "decoy":
                return self._explainer.notice("decoy")
            unheld = shown[0].severity == Severity.UNKNOWN
            return self._explainer.notice("no-row", maoi=regimen.maoi.name) if unheld else None
        if decision == Decision.UNKNOWN:
            return self._explainer.notice("decoy" if reading.note == "decoy" else "not-recognised")
        verdicts = {one.verdict for one in shown}
        if len(verdicts) == 1 and reading.exhaustive:
            return self._explainer.notice("either-way", verdicts.pop())
        return self._explainer.notice(f"asks-{reading.note}") if reading.note else None

    def _judged(self, candidate: Candidate, amount_g: float | None, regimen: Regimen) -> Judged:
        judgements = [
            judgement
            for subject in candidate.subjects
            for judgement in self._judgements(subject, amount_g, regimen)
        ]
        ordered = sorted(judgements, key=lambda one: (one.verdict.rank, one.severity.rank))
        return Judged(candidate, tuple(ordered))

    def _judgements(
        self, subject: str, amount_g: float | None, regimen: Regimen
    ) -> tuple[Judgement, ...]:
        if subject.startswith("food:"):
            found = foods.judge(subject, regimen, self.knowledge, amount_g)
        else:
            found = drugs.judge(subject, regimen, self.knowledge)
        return found if regimen.still_active else tuple(_over(one, regimen) for one in found)

    def _meal(
        self, regimen: Regimen, settled: Sequence[tuple[ItemAnswer, tuple[Judgement, ...]]]
    ) -> Meal | None:
        """The foods' tyramine; an item not read for certain leaves the sum incomplete."""
        eaten = [(a, parts) for a, parts in settled if a.kind == Kind.FOOD and a.match]
        counted = [
            next((part.tyramine for part in parts if part.tyramine), None) for _, parts in eaten
        ]
        open_ones = any(a.kind != Kind.DRUG and not a.match for a, _ in settled)
        diet = self.knowledge.diets[regimen.maoi.diet]
        return meal.total(counted, regimen.maoi.limit_mg, diet, complete=not open_ones)


def settle(
    reading: Reading, judged: Sequence[Judged]
) -> tuple[Decision, Verdict, Severity, list[Judged]]:
    """Whether a reading is a match, a question or unknown, and where it stands meanwhile.

    A clear reading has its own verdict. A name that several entries share asks, and stands
    at the worst of theirs; where none of them has a known problem there is nothing to ask.
    Guesses ask too, but the true item may be another: avoid if one of them is, else unknown.
    """
    if not judged:
        return Decision.UNKNOWN, Verdict.UNKNOWN, Severity.UNKNOWN, []
    if reading.clear:
        return Decision.MATCH, judged[0].verdict, judged[0].severity, [judged[0]]
    worst = min(judged, key=lambda one: (one.verdict.rank, one.severity.rank))
    if reading.exhaustive and worst.verdict == Verdict.OK:
        return Decision.MATCH, Verdict.OK, worst.severity, [_either(judged, worst)]
    if reading.exhaustive:
        ordered = sorted(judged, key=lambda one: (one.verdict.rank, one.severity.rank))
        severity = Severity.worst(one.severity for one in judged)
        return Decision.AMBIGUOUS, worst.verdict, severity, ordered[:MOST_CANDIDATES]
    shown = list(judged[:MOST_CANDIDATES])
    if worst.verdict == Verdict.AVOID:
        return Decision.AMBIGUOUS, Verdict.AVOID, worst.severity, shown
    return Decision.AMBIGUOUS, Verdict.UNKNOWN, Severity.UNKNOWN, shown


def _either(judged: Sequence[Judged], worst: Judged) -> Judged:
    """Several entries of one name, none of them with a known problem, told as one."""
    named = dict.fromkeys(one.candidate.name for one in judged[:MOST_CANDIDATES])
    return replace(worst, candidate=replace(worst.candidate, name=" or ".join(named)))


def _asked(match: Judged | None, shown: Sequence[Judged]) -> Iterable[tuple[Judgement, str]]:
    """The judgements to explain, each with what was asked about."""
    if match is None:
        return [(one.judgements[0], one.candidate.subjects[0]) for one in shown]
    subjects = match.candidate.subjects
    return [
        (judgement, judgement.subject if judgement.subject in subjects else subjects[0])
        for judgement in match.judgements
    ]


def _shown(one: Judged) -> JudgedCandidate:
    subjects = one.candidate.subjects
    worst = one.judgements[0].subject
    return JudgedCandidate(
        id=worst if worst in subjects else subjects[0],
        name=one.candidate.name,
        kind=one.candidate.kind,
        score=one.candidate.score,
        via=one.candidate.via,
        how=one.candidate.how,
        verdict=one.verdict,
        severity=one.severity,
    )


def _kind(shown: Sequence[Judged]) -> Kind | None:
    """The kind all candidates share; None where they differ or there are none."""
    kinds = {one.candidate.kind for one in shown}
    return kinds.pop() if len(kinds) == 1 else None


def _over(judgement: Judgement, regimen: Regimen) -> Judgement:
    """A judgement after the washout: the MAOI no longer acts."""
    return replace(
        judgement,
        severity=Severity.NONE,
        verdict=Verdict.OK,
        mechanism="over",
        evidence=Evidence.LABEL,
        basis=None,
        sources=regimen.maoi.sources,
        verified=regimen.maoi.verified,
        reviewed=regimen.maoi.verified_on,
    )


def worst_first(answer: Answer) -> tuple[tuple[int, ItemAnswer], ...]:
    """The items of an answer with their place in the list as typed, the worst first."""
    placed = enumerate(answer.items)
    return tuple(
        sorted(placed, key=lambda one: (one[1].verdict.rank, one[1].severity.rank, one[0]))
    )
