"""How verdicts are shown: the words of the contract, the same on every surface."""

from checker.terms import Severity, Verdict

LABELS = {
    Verdict.AVOID: "Avoid",
    Verdict.UNKNOWN: "Not known",
    Verdict.LIMIT: "Limit",
    Verdict.CAUTION: "Take care",
    Verdict.OK: "No known problem",
}
# Where the same verdict is shown differently by how bad the matter is.
BY_SEVERITY = {
    (Verdict.CAUTION, Severity.MODERATE): "Ask first",
    (Verdict.OK, Severity.MINOR): "OK, with a note",
}


def label(verdict: Verdict, severity: Severity) -> str:
    """The words that stand for a verdict of that severity."""
    return BY_SEVERITY.get((verdict, severity), LABELS[verdict])
