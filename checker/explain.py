"""The one place that composes sentences: judgement in, words for both readers out.

The sentences are patterns of ``wording.csv``; this module chooses the pattern and fills its
fields. It never changes a severity.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from checker.exchange import Finding, ItemAnswer, Judgement, Regimen, Tyramine, View, Washout
from checker.knowledge.store import Knowledge
from checker.records import Interaction, Position, Wording
from checker.terms import Kind, Verdict

NOTICE = "notice"
_ANY = "*"
_SENTENCE_START = re.compile(r"(?:^|(?<=[.?] ))[a-z]")
_MOST_NAMED = 4
# judgements that all rest on tyramine, by whatever sentence they are told
_MECHANISMS = {"tyramine-unmeasured": "tyramine", "dish": "tyramine"}
# below this an amount is told as "less than", below the other with one decimal (mg)
_TRACE_MG = 0.1
_WHOLE_FROM_MG = 10


class Explainer:
    """Turns judgements into findings, in the words of the tables."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

    def finding(self, judgement: Judgement, asked: str, regimen: Regimen) -> Finding:
        """A judgement in words; ``asked`` is the prefixed id of what was asked about."""
        kind = Kind.FOOD if judgement.subject.startswith("food:") else Kind.DRUG
        wording = self._wording(kind, _pattern(judgement), judgement.verdict)
        fields = self._fields(judgement, asked, regimen)
        row = judgement.basis
        mechanism = self._knowledge.mechanisms.get(_mechanism(judgement))
        return Finding(
            id=finding_id(judgement, regimen),
            subject_id=judgement.subject,
            subject_name=self.name(judgement.subject),
            subject_kind=kind,
            verdict=judgement.verdict,
            severity=judgement.severity,
            headline=_filled(wording.headline, fields),
            why=_filled(wording.why, fields),
            what_to_do=_filled(wording.what_to_do, fields),
            mechanism=mechanism.name if mechanism else "",
            effect=(row.effect if row else "") or _filled(wording.effect, fields),
            management=(row.management if row else "") or _filled(wording.management, fields),
            evidence=judgement.evidence,
            tyramine=judgement.tyramine,
            washout=_washout(row),
            disputed=self._views(judgement, regimen),
            verified=judgement.verified,
            reviewed=judgement.reviewed,
            sources=tuple(self._knowledge.sources[source] for source in judgement.sources),
        )

    def notice(self, name: str, verdict: str = _ANY, **fields: str) -> str:
        """A sentence of its own (``wording.csv``, kind ``notice``), filled in."""
        return _filled(self._wording(NOTICE, name, verdict).headline, fields)

    def summary(self, items: Sequence[ItemAnswer]) -> str:
        """One sentence on a list: what decides it, and how many are not known."""
        worst = Verdict.worst(item.verdict for item in items)
        named = dict.fromkeys(_called(item) for item in items if item.verdict == worst)
        fields = {
            "n": str(sum(item.verdict == worst for item in items)),
            "all": str(len(items)),
            "names": _listed(list(named)),
        }
        sentence = self.notice(f"summary-{worst}", **fields)
        unknown = sum(item.verdict == Verdict.UNKNOWN for item in items)
        if unknown and worst != Verdict.UNKNOWN:
            sentence += " " + self.notice("summary-also-unknown", n=str(unknown))
        return sentence

    def name(self, subject: str) -> str:
        """The shown name of a subject; a decoy's name is all we have of it."""
        prefix, _, rest = subject.partition(":")
        return rest if prefix == "decoy" else self._knowledge.subject(subject).name

    def _inside(self, subject: str) -> str:
        """A name as it stands inside a sentence: medicines without their capital."""
        name = self.name(subject)
        return name if subject.startswith("food:") else _lowered(name)

    def _wording(self, kind: str, mechanism: str, verdict: str) -> Wording:
        """The most specific pattern: mechanism and verdict, then one of them, then neither."""
        table = self._knowledge.wording
        wanted = ((mechanism, verdict), (mechanism, _ANY), (_ANY, verdict), (_ANY, _ANY))
        return next(table[kind, m, v] for m, v in wanted if (kind, m, v) in table)

    def _fields(self, judgement: Judgement, asked: str, regimen: Regimen) -> dict[str, str]:
        diet = self._knowledge.diets[regimen.maoi.diet]
        fields = {
            "subject": self._inside(judgement.subject),
            "maoi": _lowered(regimen.maoi.name),
            "contains": self._contains(judgement.subject, asked),
            "advice": diet.advice,
            "detail": self.name(judgement.detail) if judgement.detail else "",
            "reason": self._reason(judgement.reason),
            "until": day(regimen.active_until),
        }
        fields |= self._food_fields(judgement.subject)
        return fields | _amounts(judgement.tyramine)

    def _food_fields(self, subject: str) -> dict[str, str]:
        food_id = subject.partition(":")[2]
        food, dish = self._knowledge.foods.get(food_id), self._knowledge.dishes.get(food_id)
        return {
            "ask": dish.ask if dish else "",
            "note": (food.note if food else "") or (dish.note if dish else ""),
            "portion": food.serving if food else "",
        }

    def _reason(self, reason: str) -> str:
        row = self._knowledge.food_reasons.get(reason)
        return row.plain if row else ""

    def _contains(self, subject: str, asked: str) -> str:
        """What a product contains ("Sudafed contains pseudoephedrine"), or what a drug is."""
        prefix, _, drug = subject.partition(":")
        ingredient = self._knowledge.ingredients.get(drug) if prefix == "drug" else None
        what = ingredient.what if ingredient else ""
        name = self._inside(subject)
        if asked != subject:
            return f"{self.name(asked)} contains {name}{', ' + what if what else ''}. "
        return f"{name} is {what}. " if what else ""

    def _views(self, judgement: Judgement, regimen: Regimen) -> tuple[View, ...]:
        prefix, _, key = judgement.subject.partition(":")
        if prefix == "food":
            food = self._knowledge.foods.get(key)
            keys: tuple[str, ...] = (
                judgement.subject,
                f"foodgroup:{food.group}" if food else "",
            )
        else:
            keys = (key, *self._knowledge.groups_of.get(key, ()))
        rows = [row for one in keys for row in self._knowledge.positions.get(one, ())]
        spoken = [row for row in rows if row.scope in regimen.maoi.scopes]
        return tuple(self._view(row) for row in spoken)

    def _view(self, row: Position) -> View:
        sources = tuple(self._knowledge.sources[source] for source in row.sources)
        return View(row.authority, row.says, sources)


def finding_id(judgement: Judgement, regimen: Regimen) -> str:
    """A stable id: subject, MAOI profile and mechanism."""
    subject = judgement.subject.replace(":", "-")
    return f"{subject}--{regimen.maoi.id}--{judgement.mechanism}"


def _mechanism(judgement: Judgement) -> str:
    """The mechanism's id, by whatever sentence it is told."""
    return _MECHANISMS.get(judgement.mechanism, judgement.mechanism)


def _pattern(judgement: Judgement) -> str:
    """The name its sentences stand under: figures are told as far as they are held."""
    tyramine = judgement.tyramine
    if judgement.mechanism != "tyramine" or tyramine is None:
        return judgement.mechanism
    if tyramine.max_mg is None:
        return "tyramine-typical"
    return "tyramine-limit" if tyramine.limit_mg and tyramine.typical_mg is not None else "tyramine"


def _washout(row: Interaction | None) -> Washout:
    return Washout(row.before_days, row.after_days) if row else Washout(None, None)


def _amounts(tyramine: Tyramine | None) -> dict[str, str]:
    if tyramine is None:
        return {"serving": "", "typical": "", "max": "", "limit": ""}
    grams = tyramine.serving_g
    return {
        "serving": f"{grams:g} g" if grams else "",
        "typical": amount(tyramine.typical_mg),
        "max": amount(tyramine.max_mg),
        "limit": amount(tyramine.limit_mg),
    }


def amount(value_mg: float | None) -> str:
    """An amount of mg as people read it: 0.4, 12, less than 0.1; empty for None."""
    if value_mg is None:
        return ""
    if 0 < value_mg < _TRACE_MG:
        return f"less than {_TRACE_MG}"
    return f"{value_mg:.0f}" if value_mg >= _WHOLE_FROM_MG else f"{value_mg:.1f}".removesuffix(".0")


def _called(item: ItemAnswer) -> str:
    return item.match.name if item.match else item.text


def _listed(names: Sequence[str]) -> str:
    """Names as a person says them: a, b and c; from five on: a, b, c and 2 more."""
    few = _MOST_NAMED
    rest = len(names) - few + 1
    shown = list(names) if rest <= 1 else [*names[: few - 1], f"{rest} more"]
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)


def day(value: date | None) -> str:
    """A date as people write it: 24 November 2026; empty for None."""
    return f"{value.day} {value:%B %Y}" if value else ""


def _filled(pattern: str, fields: Mapping[str, str]) -> str:
    """A pattern with its fields, each sentence begun with a capital."""
    text = " ".join(pattern.format_map(fields).split())
    return _SENTENCE_START.sub(lambda found: found[0].upper(), text)


def _lowered(name: str) -> str:
    """A name without its capital, unless it is an abbreviation or a proper name."""
    proper = name.startswith("St ") or not name[1:2].islower()
    return name if proper else name[:1].lower() + name[1:]
