"""What the models share: closed objects, figures with two decimals, texts and days."""

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# Room for every washout on both sides: a day near the end of the calendar would overflow.
FIRST_YEAR, LAST_YEAR = 1900, 2199


class Asked(BaseModel):
    """What comes in: a field that we do not know is refused, since it was meant to count."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Answered(BaseModel):
    """What goes out."""

    model_config = ConfigDict(
        frozen=True, validate_by_name=True, validate_by_alias=True, serialize_by_alias=True
    )


def _day(value: object) -> object:
    """The day that ``YYYY-MM-DD`` names; lax readings (numbers, times) are refused."""
    if not isinstance(value, str) or not ISO_DAY.fullmatch(value):
        raise PydanticCustomError("day", "a day is written YYYY-MM-DD")
    try:
        day = date.fromisoformat(value)
    except ValueError:
        raise PydanticCustomError("day", "there is no such day") from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise PydanticCustomError("day", f"a day lies between {FIRST_YEAR} and {LAST_YEAR}")
    return day


def _not_blank(text: str) -> str:
    """The text as it is; one of white space alone says nothing and counts as empty."""
    if not text.strip():
        raise PydanticCustomError("blank", "is empty")
    return text


# The patterns tell clients what the functions above decide.
DAY_SCHEMA = {
    "type": "string",
    "format": "date",
    "pattern": "^(19|2[01])[0-9]{2}-[0-9]{2}-[0-9]{2}$",
}
TEXT = {"pattern": r"\S"}

Day = Annotated[date, BeforeValidator(_day), WithJsonSchema(DAY_SCHEMA)]
Text = Annotated[
    str, Field(min_length=1, max_length=200, json_schema_extra=TEXT), AfterValidator(_not_blank)
]
Figure = Annotated[float, AfterValidator(lambda number: round(number, 2))]

KindWord = Literal["food", "drug"]
VerdictWord = Literal["avoid", "unknown", "limit", "caution", "ok"]
SeverityWord = Literal["contraindicated", "major", "unknown", "moderate", "minor", "none"]
EvidenceWord = Literal[
    "label", "guideline", "measurement", "review", "case-reports", "pharmacology", "absence"
]
DecisionWord = Literal["match", "ambiguous", "unknown"]
HowWord = Literal["exact", "synonym", "code", "spelling"]
VerifiedWord = Literal["read", "class-read", "recalled"]
