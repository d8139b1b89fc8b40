"""The whole way, on the real tables: what people ask, and where the answer must stand."""

from datetime import date

import pytest

from checker.check import Checker
from checker.exchange import Answer, Item, Query
from checker.terms import Decision, Verdict

ON = date(2026, 11, 20)


def ask(checker: Checker, maoi: str | None, *texts: str, stopped: date | None = None) -> Answer:
    return checker.check(Query(maoi, tuple(Item(text) for text in texts), ON, stopped))


def test_the_list_of_a_worried_person(checker: Checker) -> None:
    texts = ("aged cheddar", "Sudafed", "ibuprofen", "NyQuil", "xyzzyq", "fresh chicken breast")
    answer = ask(checker, "Nardil", *texts)
    verdicts = [item.verdict for item in answer.items]
    assert verdicts[:5] == [
        Verdict.AVOID,
        Verdict.AVOID,
        Verdict.OK,
        Verdict.AVOID,
        Verdict.UNKNOWN,
    ]
    assert verdicts[5] in (Verdict.OK, Verdict.CAUTION)
    assert answer.verdict == Verdict.AVOID
    assert "Dextromethorphan" in {f.subject_name for f in answer.items[3].findings}


def test_the_lowest_patch_allows_cheese_but_not_fluoxetine(checker: Checker) -> None:
    cheddar, fluoxetine = ask(checker, "Emsam 6 mg/24 h", "aged cheddar", "fluoxetine").items
    assert cheddar.verdict != Verdict.AVOID
    assert fluoxetine.verdict == Verdict.AVOID


@pytest.mark.parametrize(
    ("maoi", "avoid"), [("rasagiline", False), ("phenelzine", True), ("selegiline-oral", False)]
)
def test_levodopa_is_a_partner_of_mao_b_inhibitors_only(
    checker: Checker, maoi: str, avoid: bool
) -> None:
    (item,) = ask(checker, maoi, "levodopa").items
    assert (item.verdict == Verdict.AVOID) is avoid


def test_a_brand_without_its_strength_takes_the_strictest_and_says_so(checker: Checker) -> None:
    answer = ask(checker, "Emsam", "aged cheddar")
    assert answer.regimen.maoi.id == "selegiline-transdermal-12"
    assert answer.regimen.assumed
    assert answer.regimen.note
    assert answer.verdict == Verdict.AVOID


def test_no_maoi_given_assumes_the_strictest_and_says_so(checker: Checker) -> None:
    answer = ask(checker, None, "aged cheddar")
    assert answer.regimen.assumed
    assert answer.regimen.maoi.maoi_class == "nonselective irreversible"
    assert answer.regimen.note


@pytest.mark.parametrize(
    ("stopped", "active"),
    [
        (date(2026, 11, 20), True),
        (date(2026, 11, 10), True),
        (date(2026, 11, 7), True),
        (date(2026, 11, 6), False),
        (date(2026, 10, 1), False),
    ],
)
def test_a_stopped_maoi_acts_until_its_washout_is_over(
    checker: Checker, stopped: date, active: bool
) -> None:
    answer = ask(checker, "Nardil", "fluoxetine", stopped=stopped)
    assert answer.regimen.still_active is active
    assert (answer.verdict == Verdict.AVOID) is active
    assert answer.regimen.active_until is not None


def test_after_the_washout_an_unknown_text_is_still_unknown(checker: Checker) -> None:
    answer = ask(checker, "Nardil", "xyzzyq", stopped=date(2026, 1, 1))
    assert answer.verdict == Verdict.UNKNOWN


def test_every_warning_says_why_and_who_says_so(checker: Checker) -> None:
    texts = ("aged cheddar", "Sudafed", "NyQuil", "soy sauce", "tramadol", "broad bean pods")
    for item in ask(checker, "Nardil", *texts).items:
        for finding in item.findings:
            assert finding.headline
            assert finding.why
            assert finding.what_to_do
            assert finding.effect
            assert finding.management
            assert finding.sources


def test_both_views_are_shown_where_authorities_differ(checker: Checker) -> None:
    (item,) = ask(checker, "Nardil", "amitriptyline").items
    assert item.findings[0].disputed
    assert all(view.says and view.sources for view in item.findings[0].disputed)


def test_a_meal_with_an_unmeasured_food_is_not_complete(checker: Checker) -> None:
    answer = ask(checker, "Nardil", "aged cheddar", "sauerkraut")
    assert answer.meal is not None
    assert not answer.meal.complete


def test_an_amount_over_the_serving_makes_it_worse_and_never_better(checker: Checker) -> None:
    items = tuple(Item("red wine", amount_g=grams) for grams in (50, 120, 500, 2000))
    ranks = [item.verdict.rank for item in checker.check(Query("Nardil", items, ON)).items]
    assert ranks == sorted(ranks, reverse=True)
    assert ranks[-1] == Verdict.AVOID.rank


def test_a_choice_made_is_taken(checker: Checker) -> None:
    (asked,) = ask(checker, "Nardil", "cheese").items
    assert asked.decision == Decision.AMBIGUOUS
    mildest = asked.candidates[-1]
    query = Query("Nardil", (Item("cheese", subject=mildest.id),), ON)
    (taken,) = checker.check(query).items
    assert taken.decision == Decision.MATCH
    assert taken.match is not None
    assert taken.match.id == mildest.id


def test_nothing_plausible_is_unknown(checker: Checker) -> None:
    (item,) = ask(checker, "Nardil", "qwxzv").items
    assert item.decision == Decision.UNKNOWN
    assert item.match is None
