"""How values are written on a page: dates, amounts, days, countries."""

from collections.abc import Callable
from datetime import date
from typing import Any

from checker.exchange import ItemAnswer, Tyramine
from checker.labels import label
from checker.terms import Decision, Verified

_WHOLE_FROM_MG = 10
_TRACE_MG = 0.1
_COUNTRIES = {
    "US": "United States",
    "CA": "Canada",
    "GB": "United Kingdom",
    "IE": "Ireland",
    "AU": "Australia",
    "NZ": "New Zealand",
    "DE": "Germany",
    "AT": "Austria",
    "CH": "Switzerland",
    "FR": "France",
    "ES": "Spain",
    "IT": "Italy",
    "NL": "Netherlands",
    "IN": "India",
    "EU": "European Union",
    "": "Anywhere",
}
_VERIFIED = {
    Verified.READ: "Read in its source",
    Verified.CLASS_READ: "Read in its source for the whole class",
    Verified.RECALLED: "Not yet checked against its source",
}


def day(value: date) -> str:
    """A date as people write it: 24 November 2026."""
    return f"{value.day} {value:%B %Y}"


def milligrams(amount: float | None) -> str:
    """An amount in mg, rounded as it can be known."""
    if amount is None:
        return "an unknown amount"
    if 0 < amount < _TRACE_MG:
        return "less than 0.1 mg"
    return f"{amount:.0f} mg" if amount >= _WHOLE_FROM_MG else f"{amount:.1f} mg".replace(".0", "")


def days(count: int) -> str:
    """A number of days."""
    return "1 day" if count == 1 else f"{count} days"


def tyramine_text(tyramine: Tyramine) -> str:
    """What the picture of tyramine shows, in words."""
    grams = f"{tyramine.serving_g:g} g has" if tyramine.serving_g else "This has"
    if tyramine.typical_mg is None:
        amount = f"at most {milligrams(tyramine.max_mg)}"
    else:
        amount = f"about {milligrams(tyramine.typical_mg)}"
        if tyramine.max_mg is not None and tyramine.max_mg > tyramine.typical_mg:
            amount += f", at most {milligrams(tyramine.max_mg)}"
    limit = tyramine.limit_mg
    end = "." if limit is None else f". The limit for one meal is {milligrams(limit)}."
    return f"{grams} {amount} of tyramine{end}"


def country(code: str) -> str:
    """The English name of a country."""
    return _COUNTRIES.get(code, code)


def verified_text(verified: Verified) -> str:
    """How a row was checked, in words."""
    return _VERIFIED[verified]


def verdict_word(item: ItemAnswer) -> str:
    """The word that stands for an item's verdict."""
    return label(item.verdict, item.severity)


def read_otherwise(item: ItemAnswer) -> bool:
    """Whether what was read differs from what was typed."""
    if item.decision != Decision.MATCH or item.match is None:
        return False
    return item.text.casefold().strip() != item.match.name.casefold()


FILTERS: dict[str, Callable[[Any], Any]] = {
    "day": day,
    "mg": milligrams,
    "days": days,
    "tyramine_text": tyramine_text,
    "country": country,
    "verified_text": verified_text,
    "verdict_word": verdict_word,
    "read_otherwise": read_otherwise,
}
