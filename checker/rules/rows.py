"""Which interaction row speaks for a subject and an MAOI."""

from collections.abc import Iterable

from checker.exchange import Judgement, Tyramine
from checker.knowledge.store import Knowledge
from checker.records import Interaction, Maoi
from checker.terms import Evidence, Severity, Verdict, Verified


def speaking(
    levels: Iterable[Iterable[str]], maoi: Maoi, knowledge: Knowledge
) -> tuple[Interaction, ...]:
    """The rows that speak, worst first, one for each mechanism of the severity that counts.

    ``levels`` are subjects as rows name them, the most specific first: an ingredient, then
    its groups. A row is outranked by one at least as specific in subject and in scope and
    more so in one of them; of those left, where they conflict, the stricter speaks first.
    """
    ranked = [
        (rank, maoi.scopes.index(row.scope), row)
        for rank, subjects in enumerate(levels)
        for subject in subjects
        for row in knowledge.interactions.get(subject, ())
        if row.scope in maoi.scopes
    ]
    left = [row for mine in ranked if not _outranked(mine, ranked) for row in (mine[2],)]
    return tuple(sorted(left, key=lambda row: (row.severity.rank, row.id)))


def _outranked(
    mine: tuple[int, int, Interaction], ranked: Iterable[tuple[int, int, Interaction]]
) -> bool:
    return any(
        other[0] <= mine[0] and other[1] <= mine[1] and other[:2] != mine[:2] for other in ranked
    )


def no_row(subject: str, tyramine: Tyramine | None = None) -> Judgement:
    """The judgement where nothing is held: not known, never none."""
    return Judgement(
        subject=subject,
        severity=Severity.UNKNOWN,
        verdict=Verdict.UNKNOWN,
        mechanism="no-row",
        evidence=Evidence.ABSENCE,
        basis=None,
        tyramine=tyramine,
        reason="",
        detail="",
        sources=(),
        verified=Verified.RECALLED,
        reviewed=None,
    )


def by_row(subject: str, row: Interaction, verdict: Verdict) -> Judgement:
    """A judgement that rests on an interaction row."""
    return Judgement(
        subject=subject,
        severity=row.severity,
        verdict=verdict,
        mechanism=row.mechanism,
        evidence=row.evidence,
        basis=row,
        tyramine=None,
        reason="",
        detail="",
        sources=row.sources,
        verified=row.verified,
        reviewed=row.verified_on,
    )
