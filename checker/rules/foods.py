"""Judges foods and dishes: tyramine in the amount eaten against what the MAOI's diet bears.

A food's own judgement ("aged cheese", a label's list) covers its usual serving; figures
decide where there is none, and for more than a serving. Looser diets take a judgement down
by the table ``diets.csv``. Other dangers (levodopa, caffeine) are rows of their own.
"""

from collections.abc import Sequence
from dataclasses import replace

from checker.exchange import Judgement, Regimen, Tyramine
from checker.knowledge.store import Knowledge
from checker.records import Checked, Component, Diet, Dish, Food, Interaction
from checker.rules.rows import by_row, no_row, speaking
from checker.terms import Evidence, Severity, Verdict

STRICT_DIET = "strict"
# the kinds of source in order of weight, and the evidence each of them is
_EVIDENCE = (
    ("label", Evidence.LABEL),
    ("guideline", Evidence.GUIDELINE),
    ("review", Evidence.REVIEW),
    ("paper", Evidence.REVIEW),
)


def judge(
    subject: str, regimen: Regimen, knowledge: Knowledge, amount_g: float | None = None
) -> tuple[Judgement, ...]:
    """The judgements of one food or dish, worst first; ``amount_g`` replaces the serving."""
    food_id = subject.partition(":")[2]
    food = knowledge.foods.get(food_id)
    if food is None:
        dish = knowledge.dishes[food_id]
        return (_judged_dish(dish, regimen, knowledge, amount_g),)
    return _judged_food(subject, food, regimen, knowledge, amount_g)


def verdict_of(severity: Severity, depends: bool) -> Verdict:
    """What a person does about a food; ``depends``: freshness, age or making decides."""
    if severity in (Severity.CONTRAINDICATED, Severity.MAJOR):
        return Verdict.AVOID
    if severity == Severity.UNKNOWN:
        return Verdict.UNKNOWN
    if severity == Severity.MODERATE:
        return Verdict.LIMIT
    return Verdict.CAUTION if severity == Severity.MINOR and depends else Verdict.OK


def tyramine_in(food: Food, grams: float | None, limit_mg: float | None) -> Tyramine | None:
    """Tyramine (mg) in that many grams of a food; None where nobody measured."""
    if food.typical_mg_per_kg is None and food.max_mg_per_kg is None:
        return None
    return Tyramine(
        typical_mg=_dose(food.typical_mg_per_kg, grams),
        max_mg=_dose(food.max_mg_per_kg, grams),
        serving_g=grams,
        limit_mg=limit_mg,
        typical_mg_per_kg=food.typical_mg_per_kg,
        max_mg_per_kg=food.max_mg_per_kg,
    )


def _dose(mg_per_kg: float | None, grams: float | None) -> float | None:
    return None if mg_per_kg is None or grams is None else mg_per_kg * grams / 1000


def _judged_food(
    subject: str, food: Food, regimen: Regimen, knowledge: Knowledge, amount_g: float | None
) -> tuple[Judgement, ...]:
    rows = speaking(((f"food:{food.id}",), (f"foodgroup:{food.group}",)), regimen.maoi, knowledge)
    judged = [by_row(subject, row, _row_verdict(row, food)) for row in rows]
    if not any(row.mechanism == "tyramine" for row in rows):
        judged.append(_by_tyramine(subject, food, regimen, knowledge, amount_g))
    return tuple(sorted(judged, key=lambda one: (one.verdict.rank, one.severity.rank)))


def _row_verdict(row: Interaction, food: Food) -> Verdict:
    return verdict_of(row.severity, bool(food.depends_on))


def _by_tyramine(
    subject: str, food: Food, regimen: Regimen, knowledge: Knowledge, amount_g: float | None
) -> Judgement:
    grams = food.serving_g if amount_g is None else amount_g
    tyramine = tyramine_in(food, grams, regimen.maoi.limit_mg)
    severity = _severity(food, tyramine, grams, knowledge, regimen)
    if severity is None:
        return no_row(subject, tyramine)
    return Judgement(
        subject=subject,
        severity=severity,
        verdict=verdict_of(severity, bool(food.depends_on)),
        mechanism=_told_by(food, tyramine, knowledge),
        evidence=_evidence(food, knowledge),
        basis=None,
        tyramine=tyramine,
        reason=food.judged_reason,
        detail="",
        sources=tuple(dict.fromkeys((*food.figure_sources, *food.sources))),
        verified=food.verified,
        reviewed=food.verified_on,
    )


def _told_by(food: Food, tyramine: Tyramine | None, knowledge: Knowledge) -> str:
    """Whether the figures say why, or how the food is made does (they may differ)."""
    dose = by_dose(_worst_dose(tyramine), knowledge.diets[STRICT_DIET])
    return "tyramine" if dose is not None and food.judged in (None, dose) else "tyramine-unmeasured"


def _severity(
    food: Food,
    tyramine: Tyramine | None,
    grams: float | None,
    knowledge: Knowledge,
    regimen: Regimen,
) -> Severity | None:
    """The severity of that many grams under the MAOI's diet; None where nothing decides."""
    strict = knowledge.diets[STRICT_DIET]
    diet = knowledge.diets[regimen.maoi.diet]
    dose = _worst_dose(tyramine)
    base = food.judged if food.judged else by_dose(dose, strict)
    if base is None:
        return None
    more = grams is not None and food.serving_g is not None and grams > food.serving_g
    if more and base == Severity.MODERATE:
        # "limit" means up to the usual serving; beyond it nothing is known to be bearable
        base = Severity.MAJOR
    counts = by_dose(dose, diet) if more or food.judged is None else None
    return Severity.worst([under(diet, base), counts or Severity.NONE])


def _worst_dose(tyramine: Tyramine | None) -> float | None:
    if tyramine is None:
        return None
    return tyramine.typical_mg if tyramine.max_mg is None else tyramine.max_mg


def by_dose(dose_mg: float | None, diet: Diet) -> Severity | None:
    """The severity of a dose of tyramine (mg) by the steps of a diet."""
    if dose_mg is None:
        return None
    steps = (
        (diet.major_from_mg, Severity.MAJOR),
        (diet.moderate_from_mg, Severity.MODERATE),
        (diet.minor_from_mg, Severity.MINOR),
    )
    reached = (step for start, step in steps if start is not None and dose_mg >= start)
    return next(reached, Severity.NONE)


def under(diet: Diet, severity: Severity) -> Severity:
    """A severity of the strict diet as it is under another one."""
    taken = {
        Severity.MAJOR: diet.major,
        Severity.MODERATE: diet.moderate,
        Severity.MINOR: diet.minor,
    }
    return taken.get(severity, severity)


def _evidence(row: Food, knowledge: Knowledge) -> Evidence:
    if row.figure_sources:
        return Evidence.MEASUREMENT
    return evidence_of(row.sources, knowledge)


def evidence_of(sources: Sequence[str], knowledge: Knowledge) -> Evidence:
    """The weightiest evidence among sources, by their kind."""
    kinds = {knowledge.sources[source].kind for source in sources}
    found = (evidence for kind, evidence in _EVIDENCE if kind in kinds)
    return next(found, Evidence.PHARMACOLOGY)


def _judged_dish(
    dish: Dish, regimen: Regimen, knowledge: Knowledge, amount_g: float | None
) -> Judgement:
    """A dish by its components, scaled to the amount; the worst of them decides.

    A bad component that is only sometimes there makes the dish a question, not a ban.
    """
    scale = 1.0 if amount_g is None else amount_g / sum(part.grams for part in dish.components)
    firm = [_part(part, scale, regimen, knowledge) for part in dish.components if not part.optional]
    maybe = [_part(part, scale, regimen, knowledge) for part in dish.components if part.optional]
    worst = min(firm, key=lambda one: one.verdict.rank, default=no_row(f"food:{dish.id}"))
    doubt = min(maybe, key=lambda one: one.verdict.rank, default=worst)
    tyramine = _added([one.tyramine for one in firm], regimen.maoi.limit_mg, dish, scale)
    if doubt.verdict.rank < worst.verdict.rank and worst.verdict.rank > Verdict.CAUTION.rank:
        asked = replace(doubt, severity=Severity.MINOR, verdict=Verdict.CAUTION)
        return _as_dish(dish, asked, tyramine)
    return _as_dish(dish, worst, tyramine)


def _part(part: Component, scale: float, regimen: Regimen, knowledge: Knowledge) -> Judgement:
    """The worst judgement of a component; its small share of a serving is not scaled up."""
    food = knowledge.foods[part.food]
    grams = part.grams * scale
    usual = min(grams, food.serving_g) if food.serving_g and scale <= 1 else grams
    return _judged_food(f"food:{part.food}", food, regimen, knowledge, usual)[0]


def _added(
    parts: Sequence[Tyramine | None], limit_mg: float | None, dish: Checked, scale: float
) -> Tyramine | None:
    known = [part for part in parts if part is not None]
    if not known or not isinstance(dish, Dish):
        return None
    grams = sum(part.grams for part in dish.components) * scale
    typical = sum(part.typical_mg or 0.0 for part in known)
    most = sum(part.max_mg or part.typical_mg or 0.0 for part in known)
    return Tyramine(typical, most, grams, limit_mg, None, None)


def _as_dish(dish: Dish, decides: Judgement, tyramine: Tyramine | None) -> Judgement:
    """The judgement of its deciding component, in the name of the dish."""
    mechanism = decides.mechanism if decides.basis else "dish"
    sources = tuple(dict.fromkeys((*decides.sources, *dish.sources)))
    return replace(
        decides,
        subject=f"food:{dish.id}",
        mechanism=mechanism,
        tyramine=tyramine,
        detail=decides.subject,
        sources=sources,
    )
