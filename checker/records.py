"""What the tables hold: one frozen record for each kind of row.

Field names are the column names of ``data/*.csv`` (described in ``data/README.md``). Lists
are separated by ``;`` in a cell. Amounts carry their unit in the name.
"""

from dataclasses import dataclass
from datetime import date

from checker.terms import Evidence, Kind, Severity, Verified


@dataclass(frozen=True, slots=True)
class Source:
    """One source that could be opened: label, guideline, paper, register."""

    id: str
    kind: str
    citation: str
    section: str
    revision: str
    doi: str
    url: str
    opened_on: date | None


@dataclass(frozen=True, slots=True)
class Checked:
    """How, when and against what a row was verified, and when to look again."""

    sources: tuple[str, ...]
    verified: Verified
    verified_on: date
    review_by: date


@dataclass(frozen=True, slots=True)
class Diet:
    """How strictly an MAOI asks for tyramine to be kept low.

    ``major``, ``moderate`` and ``minor`` give the severity that a food judged so for the
    strict diet takes under this one; the three ``…_from_mg`` are doses of tyramine in one
    serving (mg) from which that severity holds, None where no dose of food reaches it.
    """

    id: str
    name: str
    major: Severity
    moderate: Severity
    minor: Severity
    minor_from_mg: float | None
    moderate_from_mg: float | None
    major_from_mg: float | None
    advice: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Maoi(Checked):
    """One MAOI by route and dose.

    ``scopes`` names the scopes of interaction rows that speak for it, most specific first.
    ``limit_mg`` is tyramine per meal (mg). ``washout_days`` counts from the last dose.
    ``strictness`` orders profiles: the highest is assumed where a name leaves several open.
    """

    id: str
    name: str
    ingredient: str
    maoi_class: str
    reversible: str
    selectivity: str
    scopes: tuple[str, ...]
    diet: str
    limit_mg: float | None
    strictness: int
    washout_days: int
    washout_why: str
    usual_dose: str
    about: str
    side_effects: tuple[str, ...]
    cautions: str
    disputed: str


@dataclass(frozen=True, slots=True)
class Scope:
    """A set of MAOIs an interaction row can speak for; ``level`` says how wide it is."""

    id: str
    name: str
    level: str


@dataclass(frozen=True, slots=True)
class FoodGroup(Checked):
    """Foods that share their facts; fields as in ``Food``."""

    id: str
    name: str
    category: str
    serving: str
    serving_g: float | None
    typical_mg_per_kg: float | None
    max_mg_per_kg: float | None
    figure_sources: tuple[str, ...]
    judged: Severity | None
    judged_reason: str
    depends_on: str
    note: str
    myth: str


@dataclass(frozen=True, slots=True)
class FoodRow:
    """A line of ``foods.csv``: a food with what differs from its group (empty: the group's)."""

    id: str
    name: str
    group: str
    serving: str
    serving_g: float | None
    typical_mg_per_kg: float | None
    max_mg_per_kg: float | None
    figure_sources: tuple[str, ...]
    judged: Severity | None
    judged_reason: str
    depends_on: str
    note: str
    myth: str
    sources: tuple[str, ...]
    verified: Verified | None
    verified_on: date | None
    review_by: date | None


@dataclass(frozen=True, slots=True)
class Food(Checked):
    """A food as people name it, with the facts of its group filled in.

    ``typical_mg_per_kg`` and ``max_mg_per_kg`` are tyramine per kg of food, from
    ``figure_sources``. ``judged`` is the severity for the strict diet that how the food is
    made, or a label's list, gives it (``judged_reason``); None where figures alone decide.
    ``depends_on`` names what decides the amount: freshness, age, brand, making or nothing.
    """

    id: str
    name: str
    group: str
    category: str
    serving: str
    serving_g: float | None
    typical_mg_per_kg: float | None
    max_mg_per_kg: float | None
    figure_sources: tuple[str, ...]
    judged: Severity | None
    judged_reason: str
    depends_on: str
    note: str
    myth: str


@dataclass(frozen=True, slots=True)
class Component:
    """A food in a dish: grams of it, and whether it is only sometimes there."""

    food: str
    grams: float
    optional: bool


@dataclass(frozen=True, slots=True)
class Dish(Checked):
    """A dish or mixed drink whose verdict comes from its components."""

    id: str
    name: str
    cuisine: str
    components: tuple[Component, ...]
    ask: str
    note: str


@dataclass(frozen=True, slots=True)
class Ingredient(Checked):
    """An active ingredient, other substance or procedure.

    ``what`` says in plain words what it is ("a painkiller"); ``sort`` is ingredient,
    substance or procedure; ``tall_man`` its spelling with tall-man letters, else empty.
    """

    id: str
    name: str
    inn: str
    usan: str
    what: str
    sort: str
    tall_man: str


@dataclass(frozen=True, slots=True)
class Group(Checked):
    """A set of ingredients defined by mechanism, its members written out."""

    id: str
    name: str
    what: str
    definition: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Product(Checked):
    """A brand: its ingredients that we hold (ids) and those we do not (names)."""

    id: str
    name: str
    countries: tuple[str, ...]
    ingredients: tuple[str, ...]
    unheld: tuple[str, ...]
    form: str


@dataclass(frozen=True, slots=True)
class Interaction(Checked):
    """What one subject does with the MAOIs of one scope.

    ``subject`` is the id of an ingredient, group, food or food group; ``before_days`` counts
    from the last dose of the subject to the first of the MAOI, ``after_days`` the other way.
    """

    id: str
    subject: str
    scope: str
    severity: Severity
    mechanism: str
    effect: str
    management: str
    before_days: int | None
    after_days: int | None
    evidence: Evidence
    reason_if_milder: str


@dataclass(frozen=True, slots=True)
class Position(Checked):
    """What one authority says where authorities differ."""

    id: str
    subject: str
    scope: str
    authority: str
    says: str


@dataclass(frozen=True, slots=True)
class Switch(Checked):
    """Days between the last dose of ``from_id`` and the first of ``to_id``.

    Both are ids of an ingredient, group, MAOI profile or MAOI scope. ``other_figures`` are
    the figures of other authorities, in words.
    """

    id: str
    from_id: str
    to_id: str
    days: int
    why: str
    other_figures: str


@dataclass(frozen=True, slots=True)
class Mechanism:
    """A mechanism, in the exact words of the field and in plain ones."""

    id: str
    name: str
    exact: str
    plain: str


@dataclass(frozen=True, slots=True)
class Wording:
    """The sentences for one kind, mechanism and verdict; ``*`` stands for any.

    Fields in braces are filled in: {subject} {maoi} {contains} {serving} {typical} {max}
    {limit} {days} {reason} {advice} {ask}.
    """

    kind: str
    mechanism: str
    verdict: str
    headline: str
    why: str
    what_to_do: str
    effect: str
    management: str


@dataclass(frozen=True, slots=True)
class Name:
    """One more name of an entry (``food:…``, ``drug:…`` or ``maoi:…``)."""

    subject: str
    name: str
    language: str
    sort: str
    source: str


@dataclass(frozen=True, slots=True)
class Code:
    """A code of an ingredient or product in a public code system."""

    subject: str
    system: str
    code: str
    source: str


@dataclass(frozen=True, slots=True)
class Word:
    """A word that does something other than name: ``sort`` says what."""

    word: str
    sort: str
    value: str
    language: str


@dataclass(frozen=True, slots=True)
class StateRule:
    """What a food becomes in a state (leftover chicken is another entry than chicken).

    ``applies_to`` is a food id, a food group id, ``category:…`` or ``*``; ``becomes`` a food
    id, or empty where the state is known not to change the entry.
    """

    state: str
    applies_to: str
    becomes: str
    reason: str


@dataclass(frozen=True, slots=True)
class LookAlike:
    """Two names never picked for one another in silence."""

    name_a: str
    name_b: str
    reason: str
    source: str


@dataclass(frozen=True, slots=True)
class Decoy:
    """A medicine we hold nothing on, so that it is not read as its neighbour."""

    name: str
    is_: str


@dataclass(frozen=True, slots=True)
class FoodReason:
    """Why a food is judged as it is; ``plain`` follows the word "because"."""

    id: str
    plain: str
    exact: str


@dataclass(frozen=True, slots=True)
class Measurement:
    """One published tyramine figure (mg per kg) of a food or food group."""

    id: str
    group: str
    sampled: str
    n: int | None
    mean_mg_per_kg: float | None
    median_mg_per_kg: float | None
    min_mg_per_kg: float | None
    max_mg_per_kg: float | None
    condition: str
    source: str


@dataclass(frozen=True, slots=True)
class Alternative(Checked):
    """What can be used instead, by need."""

    need: str
    instead_of: tuple[str, ...]
    option: str
    who: str
    note: str


@dataclass(frozen=True, slots=True)
class EmergencyLine(Checked):
    """One line of the emergency page; ``country`` is empty where it holds everywhere."""

    id: str
    section: str
    order: int
    country: str
    text: str


@dataclass(frozen=True, slots=True)
class Subject:
    """Anything a text can mean: its id with prefix, shown name and kind."""

    id: str
    name: str
    kind: Kind
