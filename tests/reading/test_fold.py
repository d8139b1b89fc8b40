"""Folding: case, accents, spaces, plurals and Unicode form make no difference."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.fold import fold, key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Gruyère", "gruyere"),
        ("GRUYÈRE", "Gruye\u0300re"),
        ("St John's wort", "st johns wort"),
        ("Weißwurst", "WEISSWURST"),
        ("Broad  bean-pods", "broad bean pod"),
        ("smørrebrød", "smorrebrod"),
        ("５００ mg", "500mg"),
        ("berries", "berry"),
        ("пармезан", "ПАРМЕЗАН"),
        ("ναρντίλ", "ΝΑΡΝΤΙΛ"),
        ("김치", unicodedata.normalize("NFD", "김치")),
        ("がんもどき", unicodedata.normalize("NFD", "がんもどき")),
    ],
)
def test_two_ways_to_write_a_name_are_one(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("pasteurised", "unpasteurised"),
        ("がんもどき", "かんもどき"),
        ("हल्दी", "हलदा"),
        ("0% beer", "beer"),
        ("miso", "mice"),
    ],
)
def test_two_names_stay_two(one: str, other: str) -> None:
    assert key(one) != key(other)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("co-codamol 30/500", ["co", "codamol", "30", "500"]),
        ("paracetamol 500mg", ["paracetamol", "500", "mg"]),
        ("12.5 mg", ["12.5", "mg"]),
        ("臭豆腐", ["臭", "豆", "腐"]),
        ("5-HTP", ["5", "htp"]),
        ("ham & cheese", ["ham", "&", "cheese"]),
    ],
)
def test_tokens(text: str, tokens: list[str]) -> None:
    assert [token.text for token in fold(text)] == tokens


@given(st.text(max_size=60))
def test_offsets_point_back_into_the_text_as_typed(text: str) -> None:
    tokens = fold(text)
    for before, after in pairwise(tokens):
        assert before.end <= after.end
    for token in tokens:
        assert 0 <= token.start < token.end <= len(text)
        assert token.text


@given(st.text(alphabet=st.characters(max_codepoint=0x24F), max_size=40))
def test_upper_case_and_unicode_form_change_nothing(text: str) -> None:
    assert key(unicodedata.normalize("NFD", text)) == key(unicodedata.normalize("NFC", text))


def test_a_break_is_remembered_but_not_inside_a_strength() -> None:
    assert [token.after_break for token in fold("salt, milk / 30/500")] == [
        False,
        True,
        True,
        False,
    ]
