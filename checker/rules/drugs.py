"""Judges medicines, supplements, recreational drugs and procedures against an MAOI."""

from checker.exchange import Judgement, Regimen
from checker.knowledge.store import Knowledge
from checker.records import Maoi
from checker.rules.rows import by_row, no_row, speaking
from checker.terms import Severity, Verdict

VERDICTS = {
    Severity.CONTRAINDICATED: Verdict.AVOID,
    Severity.MAJOR: Verdict.AVOID,
    Severity.UNKNOWN: Verdict.UNKNOWN,
    Severity.MODERATE: Verdict.CAUTION,
    Severity.MINOR: Verdict.OK,
    Severity.NONE: Verdict.OK,
}


def judge(subject: str, regimen: Regimen, knowledge: Knowledge) -> tuple[Judgement, ...]:
    """The judgements of one drug, worst first: one for each ingredient of a product.

    ``subject`` is ``drug:…``, or ``decoy:…`` for a medicine that we hold nothing on.
    """
    prefix, _, drug = subject.partition(":")
    product = knowledge.products.get(drug) if prefix == "drug" else None
    if product is None:
        return (_judged(subject, regimen.maoi, knowledge),)
    held = [_judged(f"drug:{one}", regimen.maoi, knowledge) for one in product.ingredients]
    unheld = [no_row(f"decoy:{name}") for name in product.unheld]
    return tuple(sorted([*held, *unheld], key=lambda judgement: judgement.severity.rank))


def _judged(subject: str, maoi: Maoi, knowledge: Knowledge) -> Judgement:
    prefix, _, drug = subject.partition(":")
    if prefix != "drug":
        return no_row(subject)
    levels = ((drug,), knowledge.groups_of.get(drug, ()))
    rows = speaking(levels, maoi, knowledge)
    if not rows:
        return no_row(subject)
    return by_row(subject, rows[0], VERDICTS[rows[0].severity])
