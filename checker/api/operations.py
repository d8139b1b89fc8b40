"""The calls of the API: one entry each, from which routes and description are made."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel

from checker import wire
from checker.wire.base import Asked


@dataclass(frozen=True, slots=True)
class PathPart:
    """A part of an address that names an entry."""

    name: str
    about: str
    example: str


@dataclass(frozen=True, slots=True)
class Operation:
    """One call. ``id`` is also the name of the method of ``Api`` that answers it.

    ``rule`` is as Flask writes it; ``many``: the answer is a list of ``answer``, which is
    None for the description itself; ``errors`` are slugs of problem types; ``example`` is a
    body.
    """

    id: str
    method: Literal["GET", "POST"]
    rule: str
    summary: str
    about: str
    answer: type[BaseModel] | None
    many: bool = False
    body: type[Asked] | None = None
    params: type[Asked] | None = None
    path: PathPart | None = None
    errors: tuple[str, ...] = ()
    example: Mapping[str, object] | None = None


QUERY = ("invalid-input", "too-many-calls")
BODY = ("malformed-json", "too-large", "unsupported-media-type", *QUERY)

RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm"

OPERATIONS = (
    Operation(
        id="check",
        method="POST",
        rule="/api/v1/check",
        summary="Check foods and medicines against an MAOI",
        about="An item that is not recognised is an answer (`decision` `unknown`), not an error.",
        answer=wire.Answer,
        body=wire.CheckRequest,
        errors=(*BODY, "unknown-maoi"),
        example={
            "maoi": "Nardil",
            "items": [
                "aged cheddar",
                {"text": "Sudafed", "kind": "drug"},
                {"text": "soy sauce", "kind": "food", "amount_g": 15},
                {"code": {"system": RXNORM, "code": "36567"}},
            ],
        },
    ),
    Operation(
        id="check_link",
        method="GET",
        rule="/api/v1/check",
        summary="The same check, as a link",
        about="For a quick try. What is asked stands in the address: use POST for a person's list.",
        answer=wire.Answer,
        params=wire.CheckParams,
        errors=(*QUERY, "unknown-maoi"),
    ),
    Operation(
        id="scan",
        method="POST",
        rule="/api/v1/scan",
        summary="Find foods and medicines in running text",
        about="For an ingredient label, a menu or a list of medicines. The answer of `check`, "
        "with the place of each item, and with the stretches that named nothing known.",
        answer=wire.Scan,
        body=wire.ScanRequest,
        errors=(*BODY, "unknown-maoi"),
        example={"maoi": "Nardil", "text": "Water, soy sauce, yeast extract, sugar"},
    ),
    Operation(
        id="suggest",
        method="GET",
        rule="/api/v1/suggest",
        summary="Names for what was typed so far",
        about="Names that may be meant, best first. Says nothing about interactions.",
        answer=wire.Suggestion,
        many=True,
        params=wire.SuggestParams,
        errors=QUERY,
    ),
    Operation(
        id="maois",
        method="GET",
        rule="/api/v1/maois",
        summary="All MAOI profiles",
        about="One for each MAOI by route and dose, the strictest first.",
        answer=wire.Profile,
        many=True,
        params=wire.NoParams,
        errors=QUERY,
    ),
    Operation(
        id="maoi",
        method="GET",
        rule="/api/v1/maois/<profile_id>",
        summary="One MAOI profile",
        about="By its id; `check` takes brands and synonyms too.",
        answer=wire.Profile,
        params=wire.NoParams,
        path=PathPart("profile_id", "Id of the profile.", "phenelzine"),
        errors=("not-found", *QUERY),
    ),
    Operation(
        id="switch",
        method="GET",
        rule="/api/v1/switch",
        summary="Days to wait between two medicines",
        about="Of which one is an MAOI, or both.",
        answer=wire.SwitchPlan,
        params=wire.SwitchParams,
        errors=(*QUERY, "unknown-agent"),
    ),
    Operation(
        id="sources",
        method="GET",
        rule="/api/v1/sources",
        summary="The bibliography",
        about="Every source that a finding may name, by id.",
        answer=wire.Source,
        many=True,
        params=wire.NoParams,
        errors=QUERY,
    ),
    Operation(
        id="meta",
        method="GET",
        rule="/api/v1/meta",
        summary="Versions and counts",
        about="Which program answers from which tables, and how they were checked.",
        answer=wire.Meta,
        params=wire.NoParams,
        errors=QUERY,
    ),
    Operation(
        id="openapi",
        method="GET",
        rule="/api/v1/openapi.json",
        summary="This description",
        about="OpenAPI 3.1.",
        answer=None,
        params=wire.NoParams,
        errors=QUERY,
    ),
    Operation(
        id="healthz",
        method="GET",
        rule="/healthz",
        summary="A sign of life",
        about="With the version of the tables. Not counted against the limit of calls.",
        answer=wire.Health,
    ),
)
