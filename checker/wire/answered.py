"""The answer to a check or a scan, field by field as the contract names them."""

from datetime import date

from pydantic import Field

from checker.wire.base import (
    Answered,
    DecisionWord,
    EvidenceWord,
    Figure,
    HowWord,
    KindWord,
    SeverityWord,
    VerdictWord,
    VerifiedWord,
)

VERDICT = "What a person does about it, worst first: avoid, unknown, limit, caution, ok."
SEVERITY = "How bad it is, on the professional's scale."


class Regimen(Answered):
    """An MAOI as it is taken: profile and dates."""

    id: str = Field(description="Id of the profile.", examples=["phenelzine"])
    name: str = Field(description="Name of the profile.", examples=["Phenelzine"])
    class_: str = Field(
        alias="class", description="Class of MAOI.", examples=["nonselective irreversible"]
    )
    assumed: bool = Field(
        description="True where no MAOI was named, or its strength was left open, and the "
        "strictest was taken."
    )
    note: str | None = Field(description="What was assumed, in words; null where nothing was.")
    still_active: bool = Field(
        description="Whether its interactions still hold on the day asked about."
    )
    active_until: date | None = Field(
        description="Where it was stopped: the day on which its washout is over.",
        examples=["2026-11-24"],
    )


class Candidate(Answered):
    """What a text may mean, and what it would then come to."""

    id: str = Field(description="Id of the entry.", examples=["food:cheddar-aged"])
    name: str = Field(description="Name of the entry.", examples=["Cheddar, aged"])
    kind: KindWord = Field(description="Food or medicine.")
    score: Figure = Field(description="Closeness of the name, 0 to 1.", examples=[0.91])
    via: str = Field(description="The listed name that fitted.", examples=["aged cheddar"])
    how: HowWord = Field(description="By what it fitted.")
    verdict: VerdictWord = Field(description=VERDICT)
    severity: SeverityWord = Field(description=SEVERITY)


class Match(Answered):
    """The entry that a text was read as."""

    id: str = Field(description="Id of the entry.", examples=["food:cheddar-aged"])
    name: str = Field(description="Name of the entry.", examples=["Cheddar, aged"])
    kind: KindWord = Field(description="Food or medicine.")
    score: Figure = Field(description="Closeness of the name, 0 to 1.", examples=[1.0])
    via: str = Field(description="The listed name that fitted.", examples=["aged cheddar"])
    how: HowWord = Field(description="By what it fitted.")


class Subject(Answered):
    """What a finding is about."""

    id: str = Field(description="Id of the entry.", examples=["food:cheddar-aged"])
    name: str = Field(description="Name of the entry.", examples=["Cheddar, aged"])
    kind: KindWord = Field(description="Food or medicine.")


class Tyramine(Answered):
    """Tyramine in the amount asked about."""

    typical_mg: Figure | None = Field(description="Usual tyramine in it, mg.", examples=[3.0])
    max_mg: Figure | None = Field(description="Highest tyramine in it, mg.", examples=[30.0])
    serving_g: Figure | None = Field(description="The amount, g.", examples=[30])
    limit_mg: Figure | None = Field(
        description="Tyramine a person on this MAOI may take in one meal, mg.", examples=[6]
    )
    typical_mg_per_kg: Figure | None = Field(
        description="Usual tyramine, mg per kg of food.", examples=[100]
    )
    max_mg_per_kg: Figure | None = Field(
        description="Highest tyramine, mg per kg of food.", examples=[1000]
    )


class Washout(Answered):
    """Days to wait between the two."""

    before_days: int | None = Field(
        description="Days from the last dose of this to the first of the MAOI.", examples=[35]
    )
    after_days: int | None = Field(
        description="Days from the last dose of the MAOI to the first of this.", examples=[14]
    )


class CitedSource(Answered):
    """Who says so."""

    id: str = Field(description="Id of the source.", examples=["nardil-us-2009"])
    citation: str = Field(description="Who, what, where, year.")
    url: str | None = Field(description="Where it can be opened, if anywhere.")


class View(Answered):
    """What one authority says where authorities differ."""

    authority: str = Field(description="Who says it.", examples=["US label"])
    says: str = Field(description="What it says.")
    sources: tuple[CitedSource, ...] = Field(description="Where it says so.")


class Finding(Answered):
    """One judgement in words, for patients and for professionals, with who says so."""

    id: str = Field(description="Id of the finding, the same for the same question.")
    subject: Subject = Field(description="What the finding is about.")
    verdict: VerdictWord = Field(description=VERDICT)
    severity: SeverityWord = Field(description=SEVERITY)
    headline: str = Field(description="The finding in a line, in plain words.")
    why: str = Field(description="Why, in plain words.")
    what_to_do: str = Field(description="What to do, in plain words.")
    mechanism: str = Field(
        description="The mechanism, in the words of the field.", examples=["hypertensive crisis"]
    )
    effect: str = Field(description="The effect, for professionals.")
    management: str = Field(description="What to do, for professionals.")
    evidence: EvidenceWord = Field(description="What it rests on; says nothing on how bad it is.")
    tyramine: Tyramine | None = Field(description="Figures of a food; null for a medicine.")
    washout: Washout = Field(description="Days to wait; nulls where none are stated.")
    disputed: tuple[View, ...] | None = Field(
        description="Both views where authorities differ, else null. The stricter decides."
    )
    verified: VerifiedWord = Field(
        description="How the row was checked: `read` against the source's own words, "
        "`class-read` where the source says it of the class, `recalled` where not yet."
    )
    reviewed: date | None = Field(description="Day of that check.", examples=["2026-11-20"])
    sources: tuple[CitedSource, ...] = Field(description="Who says so.")


class ItemAnswer(Answered):
    """The answer to one item."""

    text: str = Field(description="The item as it was asked.", examples=["aged cheddar"])
    decision: DecisionWord = Field(
        description="`match`: read as one entry. `ambiguous`: may be several, and asks. "
        "`unknown`: not recognised."
    )
    kind: KindWord | None = Field(description="Food or medicine; null where that is open.")
    verdict: VerdictWord = Field(description=VERDICT)
    severity: SeverityWord = Field(description=SEVERITY)
    match: Match | None = Field(description="The entry it was read as, if it was.")
    candidates: tuple[Candidate, ...] = Field(
        max_length=5,
        description="What it may be (`ambiguous`), or names too far off to stand for it "
        "(`unknown`).",
    )
    note: str | None = Field(description="A remark on how the item was read, else null.")
    findings: tuple[Finding, ...] = Field(description="One for each thing in it that matters.")


class FoundItem(ItemAnswer):
    """The answer to one item that was found in running text."""

    start: int | None = Field(description="Its first character in the text, from 0.", examples=[20])
    end: int | None = Field(description="The character after its last.", examples=[29])


class Meal(Answered):
    """The tyramine of all foods together."""

    typical_mg: Figure = Field(description="Usual tyramine, mg.", examples=[3.2])
    max_mg: Figure = Field(description="Highest tyramine, mg.", examples=[31.0])
    limit_mg: Figure | None = Field(
        description="Tyramine a person on this MAOI may take in one meal, mg.", examples=[6]
    )
    complete: bool = Field(description="False where a food has no figure: then it is at least.")
    verdict: VerdictWord = Field(description=VERDICT)


class DataStamp(Answered):
    """A state of the tables."""

    version: str = Field(description="Version of the tables, made from their content.")
    reviewed: date = Field(description="Day of their latest review.", examples=["2026-11-20"])


class Answer(Answered):
    """The answer to a whole question."""

    maoi: Regimen = Field(description="The MAOI that the answer holds for.")
    verdict: VerdictWord = Field(description=VERDICT + " Of a list: the worst in it.")
    summary: str = Field(description="What decides, in one sentence.")
    items: tuple[ItemAnswer, ...] = Field(description="The answers, in the order asked.")
    meal: Meal | None = Field(
        description="The foods' tyramine together; null where no food has a figure."
    )
    data: DataStamp = Field(description="Which tables answered.")
    notice: str = Field(description="What an answer is and is not; to be shown with it.")


class Unread(Answered):
    """A stretch of the text that named nothing known."""

    start: int = Field(description="Its first character in the text, from 0.", examples=[0])
    end: int = Field(description="The character after its last.", examples=[11])
    text: str = Field(description="The stretch.", examples=["Ingredients"])


class Scan(Answer):
    """The answer about running text. Characters are counted as Unicode code points."""

    items: tuple[FoundItem, ...] = Field(description="What was found, in the order of the text.")
    unread: tuple[Unread, ...] = Field(description="The stretches that named nothing known.")
