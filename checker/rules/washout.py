"""How long an MAOI still acts, and how many days lie between two agents."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from checker.exchange import Regimen
from checker.knowledge.store import Knowledge
from checker.records import Interaction, Maoi, Switch
from checker.rules.rows import speaking
from checker.terms import Verified


@dataclass(frozen=True, slots=True)
class Agent:
    """One side of a switch: an MAOI profile, or an ingredient, product or group."""

    id: str
    name: str
    maoi: Maoi | None


@dataclass(frozen=True, slots=True)
class Gap:
    """Days between two agents and what they rest on."""

    days: int
    why: str
    other_figures: str
    verified: Verified
    sources: tuple[str, ...]


def regimen(maoi: Maoi, assumed: bool, note: str | None, on: date, stopped: date | None) -> Regimen:
    """The MAOI with its dates: its interactions last ``washout_days`` after the last dose."""
    if stopped is None:
        return Regimen(maoi, assumed, note, still_active=True, active_until=None)
    until = stopped + timedelta(days=maoi.washout_days)
    return Regimen(maoi, assumed, note, still_active=on < until, active_until=until)


def days_after(day: date, days: int) -> date:
    """The day that many days after another."""
    return day + timedelta(days=days)


def gap(start: Agent, end: Agent, knowledge: Knowledge) -> Gap | None:
    """Days from the last dose of one agent to the first of the other; None: nothing held.

    A row of ``switches.csv`` speaks first, the most specific one; then the interaction row
    of the two; then the MAOI's own washout.
    """
    switch = _listed(start, end, knowledge)
    if switch is not None:
        return Gap(switch.days, switch.why, switch.other_figures, switch.verified, switch.sources)
    row = _interaction(start, end, knowledge)
    days = None if row is None else (row.before_days if end.maoi else row.after_days)
    if row is not None and days is not None:
        return Gap(days, row.effect, "", row.verified, row.sources)
    if start.maoi and row is not None:
        maoi = start.maoi
        return Gap(maoi.washout_days, maoi.washout_why, maoi.disputed, maoi.verified, maoi.sources)
    return None


def _listed(start: Agent, end: Agent, knowledge: Knowledge) -> Switch | None:
    """The switch row that speaks: most specific on both sides, the longer wait in conflict."""
    froms, tos = _levels(start, knowledge), _levels(end, knowledge)
    fitting = [
        (froms[row.from_id] + tos[row.to_id], -row.days, row)
        for row in knowledge.switches
        if row.from_id in froms and row.to_id in tos
    ]
    return min(fitting, key=lambda one: one[:2])[2] if fitting else None


def _levels(agent: Agent, knowledge: Knowledge) -> dict[str, int]:
    """The ids a row may name this agent by, 0 the most specific."""
    if agent.maoi is not None:
        ids: Sequence[str] = (agent.maoi.id, *agent.maoi.scopes)
    else:
        product = knowledge.products.get(agent.id)
        parts = product.ingredients if product else (agent.id,)
        groups = [group for part in parts for group in knowledge.groups_of.get(part, ())]
        ids = (*parts, *groups)
    levels: dict[str, int] = {}
    for level, one in enumerate(ids):
        levels.setdefault(one, level)
    return levels


def _interaction(start: Agent, end: Agent, knowledge: Knowledge) -> Interaction | None:
    """The interaction row of an MAOI and another drug; two MAOIs are rows of the second."""
    maoi = end.maoi or start.maoi
    other = start if end.maoi else end
    if maoi is None:
        return None
    drug = other.maoi.ingredient if other.maoi else other.id
    product = knowledge.products.get(drug)
    parts = product.ingredients if product else (drug,)
    groups = tuple(group for part in parts for group in knowledge.groups_of.get(part, ()))
    rows = speaking((parts, groups), maoi, knowledge)
    return rows[0] if rows else None
