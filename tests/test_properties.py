"""Rules that hold for any input, each test named after its sentence."""

import random
import unicodedata
from collections.abc import Callable, Iterable
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.check import Checker
from checker.exchange import Item, ItemAnswer, Query
from checker.terms import Decision, Verdict

ON = date(2026, 11, 20)
ANY_TEXT = st.text(min_size=1, max_size=200)
LIST = st.lists(
    st.sampled_from(
        ["aged cheddar", "ibuprofen", "cheese", "xyzzyq", "NyQuil", "red wine", "banana", "salmon"]
    ),
    min_size=1,
    max_size=6,
)
SEED = 20261120


@given(text=ANY_TEXT)
@settings(max_examples=300)
def test_no_text_whatever_raises_or_reads_as_fine_unread(checker: Checker, text: str) -> None:
    (item,) = checker.check(Query("phenelzine", (Item(text),), ON)).items
    assert item.text == text
    if item.decision == Decision.UNKNOWN:
        assert item.verdict == Verdict.UNKNOWN
        assert not item.findings


@given(text=st.text(max_size=2000))
@settings(max_examples=100)
def test_what_a_scan_finds_stands_where_it_says(checker: Checker, text: str) -> None:
    scan = checker.scan("phenelzine", text, ON)
    for item in scan.answer.items:
        assert item.start is not None
        assert item.end is not None
        assert text[item.start : item.end] == item.text
    for start, end, stretch in scan.unread:
        assert text[start:end] == stretch


@given(texts=LIST, seed=st.integers(0, 99))
@settings(max_examples=60)
def test_the_order_of_a_list_changes_nothing(checker: Checker, texts: list[str], seed: int) -> None:
    shuffled = random.Random(seed).sample(texts, len(texts))
    one, other = (
        checker.check(Query("phenelzine", tuple(map(Item, several)), ON))
        for several in (texts, shuffled)
    )
    assert one.verdict == other.verdict
    assert sorted(_told(item) for item in one.items) == sorted(_told(item) for item in other.items)


@given(texts=LIST)
@settings(max_examples=60)
def test_an_unknown_never_improves_a_list(checker: Checker, texts: list[str]) -> None:
    before = checker.check(Query("phenelzine", tuple(map(Item, texts)), ON))
    after = checker.check(Query("phenelzine", tuple(map(Item, [*texts, "qwxzv"])), ON))
    assert after.verdict.rank <= before.verdict.rank
    assert after.verdict != Verdict.OK


@given(days=st.integers(0, 60))
@settings(max_examples=40)
def test_a_later_stop_never_shortens_the_effect(checker: Checker, days: int) -> None:
    stopped = ON - timedelta(days=days)
    earlier = stopped - timedelta(days=1)
    one, other = (
        checker.check(Query("phenelzine", (Item("fluoxetine"),), ON, day))
        for day in (earlier, stopped)
    )
    assert other.verdict.rank <= one.verdict.rank


@pytest.mark.parametrize(
    "change",
    [
        str.upper,
        str.lower,
        lambda text: f"  {text.replace(' ', '   ')} ",
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: "".join(
            c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c)
        ),
    ],
    ids=["upper", "lower", "spaces", "decomposed", "no accents"],
)
def test_the_way_a_name_is_written_changes_nothing(
    checker: Checker, change: Callable[[str], str]
) -> None:
    names = _names(checker, 150)
    for one, other in zip(_read(checker, names), _read(checker, map(change, names)), strict=True):
        assert (one.decision, one.verdict, _id(one)) == (other.decision, other.verdict, _id(other))


def test_one_edit_from_a_dangerous_name_is_never_milder_without_asking(checker: Checker) -> None:
    """A slip may be read as another thing only by asking, or not at all."""
    chance = random.Random(SEED)
    dangerous = _dangerous(checker)
    for name in chance.sample(dangerous, min(250, len(dangerous))):
        slips = [_slip(name, chance) for _ in range(4)]
        for slip, item in zip(slips, _read(checker, slips), strict=True):
            milder = item.verdict in (Verdict.OK, Verdict.CAUTION, Verdict.LIMIT)
            listed = item.match is not None and item.match.score == 1.0
            assert not (milder and item.decision == Decision.MATCH) or listed, (name, slip, item)


def _names(checker: Checker, count: int) -> list[str]:
    """Names in Latin letters: in other scripts a mark may make another letter."""
    listed = {row.name for row in checker.knowledge.names if len(row.name) > 3}
    names = sorted(name for name in listed if max(name) < "\u0250")
    return random.Random(SEED).sample(names, count)


def _dangerous(checker: Checker) -> list[str]:
    ingredients = sorted(
        row.inn for row in checker.knowledge.ingredients.values() if len(row.inn) > 4
    )
    items = _read(checker, ingredients)
    return [item.text for item in items if item.verdict == Verdict.AVOID]


def _read(checker: Checker, texts: Iterable[str]) -> list[ItemAnswer]:
    items = tuple(Item(text[:200]) for text in texts)
    return list(checker.check(Query("phenelzine", items, ON)).items)


def _id(item: ItemAnswer) -> str | None:
    return item.match.id if item.match else None


def _told(item: ItemAnswer) -> tuple[str, str, str]:
    return item.text, item.verdict, item.severity


def _slip(name: str, chance: random.Random) -> str:
    place = chance.randrange(1, len(name) - 1)
    letter = chance.choice("abcdefghijklmnopqrstuvwxyz")
    return chance.choice(
        (
            name[:place] + name[place + 1 :],
            name[:place] + letter + name[place:],
            name[:place] + letter + name[place + 1 :],
            name[: place - 1] + name[place] + name[place - 1] + name[place + 1 :],
        )
    )
