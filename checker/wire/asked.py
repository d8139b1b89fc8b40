"""What may be asked: the models of bodies and query strings, and how their faults are told."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, TypeVar

from pydantic import Discriminator, Field, Tag, ValidationError, model_validator
from pydantic_core import ErrorDetails, PydanticCustomError

from checker import exchange
from checker.terms import Kind
from checker.wire.base import Asked, Day, KindWord, Text

MOST_ITEMS = 200
MOST_TEXT = 20_000
MOST_FAULTS = 100

# Tags of the two shapes of an item; pydantic puts them in the path of a fault, from where
# they are taken out again: no field has a name with a space.
AS_TEXT, AS_OBJECT = "as text", "as object"

MaoiField = Annotated[
    Text | None,
    Field(
        description="The MAOI taken: an id, or any brand, synonym or usual misspelling. "
        "Without it the strictest is assumed, and the answer says so.",
        examples=["Nardil", "selegiline-transdermal-9"],
    ),
]
StoppedField = Annotated[
    Day | None,
    Field(
        description="Day of the last dose (YYYY-MM-DD), where the MAOI has been stopped: its "
        "interactions last until its washout is over.",
        examples=["2026-11-10"],
    ),
]
OnField = Annotated[
    Day | None,
    Field(
        description="The day asked about (YYYY-MM-DD). Without it: today, in UTC.",
        examples=["2026-11-20"],
    ),
]


class Code(Asked):
    """A code in a public code system, as FHIR writes it."""

    system: Text = Field(
        description="The URI of the code system.",
        examples=["http://www.nlm.nih.gov/research/umls/rxnorm", "http://www.whocc.no/atc"],
    )
    code: Text = Field(description="The code in that system.", examples=["36567"])


class Item(Asked):
    """One thing asked about, with what is known of it: a text, a code, or both."""

    text: Text | None = Field(
        default=None,
        description="What was typed: a food, a dish, a medicine, a brand. 1 to 200 characters.",
        examples=["Sudafed"],
    )
    kind: KindWord | None = Field(
        default=None,
        description="`food` or `drug`, where that is known: the other is then not looked at.",
        examples=["drug"],
    )
    amount_g: Annotated[float, Field(gt=0, le=5000, allow_inf_nan=False, strict=True)] | None = (
        Field(
            default=None,
            description="Amount of a food in grams (ml of a drink as grams), at most 5000.",
            examples=[15],
        )
    )
    code: Code | None = Field(
        default=None, description="A code that stands for the medicine, before any text."
    )

    @model_validator(mode="after")
    def _says_something(self) -> "Item":
        if self.text is None and self.code is None:
            raise PydanticCustomError("nothing", "has neither a text nor a code")
        return self


def _shape(value: object) -> str | None:
    """By which of its two shapes an item is read."""
    if isinstance(value, str):
        return AS_TEXT
    return AS_OBJECT if isinstance(value, dict) else None


AnyItem = Annotated[
    Annotated[Text, Tag(AS_TEXT)] | Annotated[Item, Tag(AS_OBJECT)], Discriminator(_shape)
]


class CheckRequest(Asked):
    """A question: one MAOI and up to 200 foods and medicines."""

    maoi: MaoiField = None
    maoi_stopped_on: StoppedField = None
    on: OnField = None
    items: list[AnyItem] = Field(
        min_length=1,
        max_length=MOST_ITEMS,
        description="1 to 200 foods and medicines, each a text or an object.",
        examples=[["aged cheddar", {"text": "soy sauce", "kind": "food", "amount_g": 15}]],
    )

    def query(self, today: date) -> exchange.Query:
        """The question as the core takes it; ``today`` stands in where no day is named."""
        items = tuple(_item(item) for item in self.items)
        return exchange.Query(self.maoi, items, self.on or today, self.maoi_stopped_on)


class CheckParams(Asked):
    """The same question in a query string."""

    maoi: MaoiField = None
    maoi_stopped_on: StoppedField = None
    on: OnField = None
    item: list[Text] = Field(
        min_length=1,
        max_length=MOST_ITEMS,
        description="A food or a medicine, repeated for each: 1 to 200 of them.",
        examples=[["stilton", "ibuprofen"]],
    )

    def query(self, today: date) -> exchange.Query:
        """The question as the core takes it; ``today`` stands in where no day is named."""
        items = tuple(exchange.Item(text) for text in self.item)
        return exchange.Query(self.maoi, items, self.on or today, self.maoi_stopped_on)


class ScanRequest(Asked):
    """A running text to look through: an ingredient label, a menu, a list of medicines."""

    maoi: MaoiField = None
    maoi_stopped_on: StoppedField = None
    on: OnField = None
    text: str = Field(
        min_length=1,
        max_length=MOST_TEXT,
        description="The text, 1 to 20,000 characters.",
        examples=["Ingredients: water, soy sauce, yeast extract, sugar"],
    )

    @model_validator(mode="after")
    def _says_something(self) -> "ScanRequest":
        if not self.text.strip():
            raise PydanticCustomError("blank", "the text is empty")
        return self


class NoParams(Asked):
    """A query string that must be empty: what stands in it was meant to do something."""


class SuggestParams(Asked):
    """What has been typed so far."""

    q: Text = Field(description="What has been typed so far.", examples=["chedd"])
    kind: KindWord | None = Field(
        default=None, description="Only foods or only medicines.", examples=["food"]
    )
    limit: int = Field(default=8, ge=1, le=50, description="How many names at most.", examples=[8])


class SwitchParams(Asked):
    """A change from one agent to another."""

    from_: Text = Field(
        alias="from", description="The medicine that is stopped.", examples=["fluoxetine"]
    )
    to: Text = Field(description="The medicine that is to be started.", examples=["phenelzine"])
    last_dose: Day | None = Field(
        default=None,
        description="Day of the last dose (YYYY-MM-DD) of the first, for the earliest start.",
        examples=["2026-11-01"],
    )


def _item(item: str | Item) -> exchange.Item:
    """An item of either shape as the core takes it."""
    if isinstance(item, str):
        return exchange.Item(item)
    kind = Kind(item.kind) if item.kind else None
    code = item.code
    return exchange.Item(
        text=item.text or "",
        kind=kind,
        code_system=code.system if code else None,
        code=code.code if code else None,
        amount_g=item.amount_g,
    )


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault of the input: where (a JSON pointer) and what; nothing typed is repeated."""

    pointer: str
    detail: str


class InvalidInput(Exception):
    """The input has the wrong shape; ``faults`` says where and how."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("the input is not valid")
        self.faults = faults


Model = TypeVar("Model", bound=Asked)


def read(model: type[Model], value: object) -> Model:
    """The value as that model. Raises ``InvalidInput`` with every fault, up to a hundred."""
    try:
        return model.model_validate(value)
    except ValidationError as error:
        found = error.errors(include_url=False, include_input=False)[:MOST_FAULTS]
    # Raised outside of the handler: the pydantic error, which holds what was typed, ends here.
    raise InvalidInput(tuple(Fault(_pointer(fault), _detail(fault)) for fault in found))


def _pointer(fault: ErrorDetails) -> str:
    """Where a fault lies. An unknown field is named only where it looks like a field."""
    parts = _without_tags(fault["loc"])
    if fault["type"] == "extra_forbidden" and not re.fullmatch(r"[A-Za-z_]{1,40}", parts[-1]):
        parts = parts[:-1]
    return "#" + "".join(f"/{part}" for part in parts)


def _without_tags(place: Iterable[int | str]) -> list[str]:
    return [str(part) for part in place if part not in (AS_TEXT, AS_OBJECT)]


DETAILS = {
    "missing": "is required",
    "extra_forbidden": "there is no such field here",
    "string_type": "must be a text",
    "string_too_short": "must have at least {min_length} character",
    "string_too_long": "must have at most {max_length} characters",
    "list_type": "must be a list",
    "too_short": "must have at least {min_length} entry",
    "too_long": "must have at most {max_length} entries",
    "literal_error": "must be {expected}",
    "float_type": "must be a number",
    "finite_number": "must be a finite number",
    "int_type": "must be a whole number",
    "int_parsing": "must be a whole number",
    "int_parsing_size": "must be a smaller whole number",
    "int_from_float": "must be a whole number",
    "greater_than": "must be greater than {gt:g}",
    "greater_than_equal": "must be at least {ge:g}",
    "less_than_equal": "must be at most {le:g}",
    "union_tag_not_found": "must be a text or an object",
    "union_tag_invalid": "must be a text or an object",
    "model_type": "must be an object",
    "model_attributes_type": "must be an object",
    "dict_type": "must be an object",
    "day": "{message}",
    "blank": "{message}",
    "nothing": "{message}",
}


def _detail(fault: ErrorDetails) -> str:
    """What is wrong, in words of our own: pydantic's may hold what was typed."""
    known = DETAILS.get(fault["type"], "is not valid")
    return known.format(message=fault["msg"], **fault.get("ctx", {}))
