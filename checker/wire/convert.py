"""From the lean values of the core to the models of the contract, one for one."""

from collections.abc import Mapping

from checker import exchange
from checker.records import Diet, Maoi
from checker.records import Source as SourceRecord
from checker.wire import answered, listed

Sources = Mapping[str, SourceRecord]


def answer(given: exchange.Answer) -> answered.Answer:
    """The answer to a check."""
    return answered.Answer(
        maoi=_regimen(given.regimen),
        verdict=given.verdict.value,
        summary=given.summary,
        items=tuple(_item(item) for item in given.items),
        meal=_meal(given.meal),
        data=stamp(given.data),
        notice=given.notice,
    )


def scan(given: exchange.Scan) -> answered.Scan:
    """The answer about running text: the same, with places and what was not read."""
    found = given.answer
    return answered.Scan(
        maoi=_regimen(found.regimen),
        verdict=found.verdict.value,
        summary=found.summary,
        items=tuple(_found(item) for item in found.items),
        meal=_meal(found.meal),
        data=stamp(found.data),
        notice=found.notice,
        unread=tuple(
            answered.Unread(start=start, end=end, text=text) for start, end, text in given.unread
        ),
    )


def profile(maoi: Maoi, diet: Diet, sources: Sources) -> listed.Profile:
    """An MAOI profile with its diet and the sources it rests on."""
    return listed.Profile(
        id=maoi.id,
        name=maoi.name,
        ingredient=maoi.ingredient,
        class_=maoi.maoi_class,
        reversible=maoi.reversible,
        selectivity=maoi.selectivity,
        diet=listed.DietStance(id=diet.id, name=diet.name, advice=diet.advice),
        limit_mg=maoi.limit_mg,
        washout_days=maoi.washout_days,
        washout_why=maoi.washout_why,
        usual_dose=maoi.usual_dose,
        about=maoi.about,
        side_effects=maoi.side_effects,
        cautions=maoi.cautions,
        disputed=maoi.disputed or None,
        verified=maoi.verified.value,
        verified_on=maoi.verified_on,
        review_by=maoi.review_by,
        sources=tuple(_cited(sources[id_]) for id_ in maoi.sources),
    )


def source(record: SourceRecord) -> listed.Source:
    """An entry of the bibliography."""
    return listed.Source(
        id=record.id,
        kind=record.kind,
        citation=record.citation,
        section=record.section or None,
        revision=record.revision or None,
        doi=record.doi or None,
        url=record.url or None,
        opened_on=record.opened_on,
    )


def suggestion(given: exchange.Suggestion) -> listed.Suggestion:
    """A name offered while someone types."""
    return listed.Suggestion(
        id=given.id, name=given.name, kind=given.kind.value, matched=given.matched
    )


def switch_plan(given: exchange.SwitchPlan) -> listed.SwitchPlan:
    """The plan for a change from one agent to another."""
    return listed.SwitchPlan(
        from_=listed.Agent(id=given.from_id, name=given.from_name),
        to=listed.Agent(id=given.to_id, name=given.to_name),
        days=given.days,
        earliest_start=given.earliest_start,
        why=given.why,
        other_figures=given.other_figures or None,
        verified=given.verified.value,
        sources=tuple(_cited(one) for one in given.sources),
    )


def _regimen(given: exchange.Regimen) -> answered.Regimen:
    return answered.Regimen(
        id=given.maoi.id,
        name=given.maoi.name,
        class_=given.maoi.maoi_class,
        assumed=given.assumed,
        note=given.note,
        still_active=given.still_active,
        active_until=given.active_until,
    )


def _item(given: exchange.ItemAnswer) -> answered.ItemAnswer:
    return answered.ItemAnswer(
        text=given.text,
        decision=given.decision.value,
        kind=given.kind.value if given.kind else None,
        verdict=given.verdict.value,
        severity=given.severity.value,
        match=_match(given.match),
        candidates=tuple(_candidate(one) for one in given.candidates),
        note=given.note,
        findings=tuple(_finding(one) for one in given.findings),
    )


def _found(given: exchange.ItemAnswer) -> answered.FoundItem:
    item = _item(given)
    return answered.FoundItem(**dict(item), start=given.start, end=given.end)


def _match(given: exchange.JudgedCandidate | None) -> answered.Match | None:
    if given is None:
        return None
    return answered.Match(
        id=given.id,
        name=given.name,
        kind=given.kind.value,
        score=given.score,
        via=given.via,
        how=given.how.value,
    )


def _candidate(given: exchange.JudgedCandidate) -> answered.Candidate:
    return answered.Candidate(
        id=given.id,
        name=given.name,
        kind=given.kind.value,
        score=given.score,
        via=given.via,
        how=given.how.value,
        verdict=given.verdict.value,
        severity=given.severity.value,
    )


def _finding(given: exchange.Finding) -> answered.Finding:
    return answered.Finding(
        id=given.id,
        subject=answered.Subject(
            id=given.subject_id, name=given.subject_name, kind=given.subject_kind.value
        ),
        verdict=given.verdict.value,
        severity=given.severity.value,
        headline=given.headline,
        why=given.why,
        what_to_do=given.what_to_do,
        mechanism=given.mechanism,
        effect=given.effect,
        management=given.management,
        evidence=given.evidence.value,
        tyramine=_tyramine(given.tyramine),
        washout=_washout(given.washout),
        disputed=tuple(_view(one) for one in given.disputed) or None,
        verified=given.verified.value,
        reviewed=given.reviewed,
        sources=tuple(_cited(one) for one in given.sources),
    )


def _tyramine(given: exchange.Tyramine | None) -> answered.Tyramine | None:
    if given is None:
        return None
    return answered.Tyramine(
        typical_mg=given.typical_mg,
        max_mg=given.max_mg,
        serving_g=given.serving_g,
        limit_mg=given.limit_mg,
        typical_mg_per_kg=given.typical_mg_per_kg,
        max_mg_per_kg=given.max_mg_per_kg,
    )


def _washout(given: exchange.Washout) -> answered.Washout:
    return answered.Washout(before_days=given.before_days, after_days=given.after_days)


def _view(given: exchange.View) -> answered.View:
    return answered.View(
        authority=given.authority,
        says=given.says,
        sources=tuple(_cited(one) for one in given.sources),
    )


def _cited(given: SourceRecord) -> answered.CitedSource:
    return answered.CitedSource(id=given.id, citation=given.citation, url=given.url or None)


def _meal(given: exchange.Meal | None) -> answered.Meal | None:
    if given is None:
        return None
    return answered.Meal(
        typical_mg=given.typical_mg,
        max_mg=given.max_mg,
        limit_mg=given.limit_mg,
        complete=given.complete,
        verdict=given.verdict.value,
    )


def stamp(given: exchange.DataStamp) -> answered.DataStamp:
    """Which tables answered."""
    return answered.DataStamp(version=given.version, reviewed=given.reviewed)
