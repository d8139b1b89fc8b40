"""The tables as the API shows them: profiles, names, switches, sources, counts."""

from datetime import date
from typing import Literal

from pydantic import Field

from checker.wire.answered import CitedSource, DataStamp
from checker.wire.base import Answered, Figure, KindWord, VerifiedWord

VERIFIED = (
    "How the row was checked: `read` against the source's own words, `class-read` where the "
    "source says it of the class, `recalled` where not yet."
)


class Suggestion(Answered):
    """A name offered while someone types."""

    id: str = Field(description="Id of the entry.", examples=["food:cheddar-aged"])
    name: str = Field(description="Name of the entry.", examples=["Cheddar, aged"])
    kind: KindWord = Field(description="Food or medicine.")
    matched: str = Field(description="The listed name that fitted.", examples=["aged cheddar"])


class DietStance(Answered):
    """How strictly an MAOI asks for tyramine to be kept low."""

    id: str = Field(description="Id of the stance.", examples=["strict"])
    name: str = Field(description="The stance in words.")
    advice: str = Field(description="One plain sentence for a patient.")


class Profile(Answered):
    """One MAOI by route and dose."""

    id: str = Field(description="Id of the profile.", examples=["phenelzine"])
    name: str = Field(description="Name of the profile.", examples=["Phenelzine"])
    ingredient: str = Field(description="Id of its active ingredient.", examples=["phenelzine"])
    class_: str = Field(
        alias="class", description="Class of MAOI.", examples=["nonselective irreversible"]
    )
    reversible: str = Field(description="`yes`, `no` or `partly`.", examples=["no"])
    selectivity: str = Field(description="Which form of the enzyme it inhibits.")
    diet: DietStance = Field(description="Its dietary stance.")
    limit_mg: Figure | None = Field(
        description="Tyramine that may be taken in one meal, mg; null where none is stated.",
        examples=[6],
    )
    washout_days: int = Field(
        description="Days from the last dose until its interactions are over.", examples=[14]
    )
    washout_why: str = Field(description="Why so many.")
    usual_dose: str = Field(description="The usual dose.")
    about: str = Field(description="What it is, in plain words.")
    side_effects: tuple[str, ...] = Field(description="Side effects to know.")
    cautions: str = Field(description="What else to watch for.")
    disputed: str | None = Field(description="Where authorities differ, else null.")
    verified: VerifiedWord = Field(description=VERIFIED)
    verified_on: date = Field(description="Day of that check.", examples=["2026-11-20"])
    review_by: date = Field(
        description="Day from which it is due for another look.", examples=["2027-11-20"]
    )
    sources: tuple[CitedSource, ...] = Field(description="Who says so.")


class Source(Answered):
    """One entry of the bibliography."""

    id: str = Field(description="Id of the source.", examples=["nardil-us-2009"])
    kind: str = Field(description="Label, guideline, paper, review …", examples=["label"])
    citation: str = Field(description="Who, what, where, year.")
    section: str | None = Field(description="The section that was used.")
    revision: str | None = Field(description="Revision or edition.")
    doi: str | None = Field(description="DOI, without a prefix.")
    url: str | None = Field(description="Where it can be opened.")
    opened_on: date | None = Field(
        description="Day it was last opened; null where it is known only by quotation."
    )


class Agent(Answered):
    """A medicine in a switch."""

    id: str = Field(description="Id of the entry.", examples=["fluoxetine"])
    name: str = Field(description="Name of the entry.", examples=["Fluoxetine"])


class SwitchPlan(Answered):
    """The wait between two medicines of which one is an MAOI."""

    from_: Agent = Field(alias="from", description="The medicine that is stopped.")
    to: Agent = Field(description="The medicine that is started.")
    days: int = Field(
        description="Days from the last dose of the first to the first of the second.",
        examples=[35],
    )
    earliest_start: date | None = Field(
        description="First day on which the second may be started; null without a last dose.",
        examples=["2026-12-06"],
    )
    why: str = Field(description="Why so many days.")
    other_figures: str | None = Field(
        description="The figures of other authorities, in words, else null."
    )
    verified: VerifiedWord = Field(description=VERIFIED)
    sources: tuple[CitedSource, ...] = Field(description="Who says so.")


class Meta(Answered):
    """What is running, and on which tables."""

    version: str = Field(description="Version of the program.", examples=["0.1.0"])
    data: DataStamp = Field(description="Version of the tables and day of their latest review.")
    counts: dict[str, int] = Field(
        description="Rows held, by table.", examples=[{"maois": 20, "foods": 400}]
    )
    verified: dict[str, int] = Field(
        description="Rows that carry a mark of how they were checked, by mark.",
        examples=[{"read": 900, "class-read": 50, "recalled": 300}],
    )


class Health(Answered):
    """A sign of life."""

    status: Literal["ok"] = Field(description="Always `ok`: what cannot start does not answer.")
    data: DataStamp = Field(description="Version of the tables and day of their latest review.")


class FaultAt(Answered):
    """One fault of the input."""

    pointer: str = Field(
        description="JSON pointer to the field, in the body or the query string.",
        examples=["#/items/2/text"],
    )
    detail: str = Field(description="What is wrong with it.", examples=["is empty"])


class NearProfile(Answered):
    """A profile with a name near to the one that was not known."""

    id: str = Field(description="Id of the profile.", examples=["phenelzine"])
    name: str = Field(description="Name of the profile.", examples=["Phenelzine"])


class Problem(Answered):
    """An error, as RFC 9457 has it. Nothing that was typed is repeated."""

    type: str = Field(
        description="What kind of error: the address of a page that explains it.",
        examples=["/problems/invalid-input"],
    )
    title: str = Field(
        description="The kind of error in words.", examples=["The input is not valid"]
    )
    status: int = Field(description="The HTTP status.", examples=[422])
    detail: str = Field(description="What it means, and what to do.")
    errors: tuple[FaultAt, ...] | None = Field(
        default=None, description="Each field at fault, where fields are at fault."
    )
    suggestions: tuple[NearProfile, ...] | None = Field(
        default=None, description="For an unknown MAOI: the profiles with the nearest names."
    )
