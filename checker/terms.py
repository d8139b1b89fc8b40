"""The words every room shares: scales with their order, and the closed lists of kinds.

Two scales are never merged: ``Severity`` says how bad an interaction is, ``Evidence`` how
well it is founded. ``Verdict`` is what a person does about it.
"""

from collections.abc import Iterable
from enum import StrEnum


class Kind(StrEnum):
    """What an entry is to the person who asks."""

    FOOD = "food"
    DRUG = "drug"


class Severity(StrEnum):
    """How bad an interaction is, declared worst first."""

    CONTRAINDICATED = "contraindicated"
    MAJOR = "major"
    UNKNOWN = "unknown"
    MODERATE = "moderate"
    MINOR = "minor"
    NONE = "none"

    @property
    def rank(self) -> int:
        """Place in the order, 0 the worst."""
        return _SEVERITY_RANK[self]

    @classmethod
    def worst(cls, several: Iterable["Severity"]) -> "Severity":
        """The worst of several; ``UNKNOWN`` of none at all, since nothing was judged."""
        return min(several, key=lambda one: one.rank, default=cls.UNKNOWN)


class Verdict(StrEnum):
    """What a person does, declared worst first (the order of a list of answers)."""

    AVOID = "avoid"
    UNKNOWN = "unknown"
    LIMIT = "limit"
    CAUTION = "caution"
    OK = "ok"

    @property
    def rank(self) -> int:
        """Place in the order, 0 the worst."""
        return _VERDICT_RANK[self]

    @classmethod
    def worst(cls, several: Iterable["Verdict"]) -> "Verdict":
        """The worst of several; ``UNKNOWN`` of none at all."""
        return min(several, key=lambda one: one.rank, default=cls.UNKNOWN)


class Evidence(StrEnum):
    """What a statement rests on; never mixed with how bad it is."""

    LABEL = "label"
    GUIDELINE = "guideline"
    MEASUREMENT = "measurement"
    REVIEW = "review"
    CASE_REPORTS = "case-reports"
    PHARMACOLOGY = "pharmacology"
    ABSENCE = "absence"


class Decision(StrEnum):
    """How a text was read."""

    MATCH = "match"
    AMBIGUOUS = "ambiguous"
    UNKNOWN = "unknown"


class How(StrEnum):
    """By what a listed name fitted the text."""

    EXACT = "exact"
    SYNONYM = "synonym"
    CODE = "code"
    SPELLING = "spelling"


class Verified(StrEnum):
    """How a row was checked against its source."""

    READ = "read"
    CLASS_READ = "class-read"
    RECALLED = "recalled"


_SEVERITY_RANK = {severity: rank for rank, severity in enumerate(Severity)}
_VERDICT_RANK = {verdict: rank for rank, verdict in enumerate(Verdict)}
