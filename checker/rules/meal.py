"""Adds up the tyramine of what is eaten together."""

from collections.abc import Sequence

from checker.exchange import Meal, Tyramine
from checker.records import Diet
from checker.rules.foods import by_dose, verdict_of
from checker.terms import Verdict


def total(
    parts: Sequence[Tyramine | None], limit_mg: float | None, diet: Diet, complete: bool
) -> Meal | None:
    """The meal's tyramine (mg); None where no food has a figure.

    ``parts`` holds one entry a food, None where nobody measured it; ``complete`` is False
    where something eaten could not be counted at all. The verdict is that of the sum: with
    a part missing it is never ok, since the true sum is higher.
    """
    known = [part for part in parts if part is not None]
    if not known:
        return None
    typical = sum(part.typical_mg or 0.0 for part in known)
    most = sum(part.max_mg if part.max_mg is not None else part.typical_mg or 0.0 for part in known)
    whole = complete and len(known) == len(parts)
    severity = by_dose(most, diet)
    verdict = Verdict.OK if severity is None else verdict_of(severity, depends=True)
    if not whole and verdict == Verdict.OK:
        verdict = Verdict.UNKNOWN
    return Meal(typical, most, limit_mg, whole, verdict)
