"""Folds text so that case, accents, spaces, plurals and Unicode form make no difference.

Each token keeps the place it had in the text as typed. Scripts written without spaces
(Chinese, Japanese, Korean, Thai) give a token for each character, so that a name is found
inside a run of them.
"""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_APOSTROPHES = frozenset("'’‘`´ʼ＇′")
_BREAKS = frozenset(',;:()[]{}\n\r/|•·–—、，。；：（）「」。!?¡¿"“”„«»')
_SYMBOLS = frozenset("%+&")
# letters that no decomposition turns into the ones people type instead
_SPELT_OUT = {"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th"}
# Thai and Lao; radicals, kana and Han; Hangul; the compatibility and the later Han blocks
_SPACELESS = (
    ("\u0e00", "\u0eff"),
    ("\u2e80", "\u9fff"),
    ("\uac00", "\ud7af"),
    ("\uf900", "\ufaff"),
    ("\U00020000", "\U0003ffff"),
)


@dataclass(frozen=True, slots=True)
class Token:
    """A folded word with its place in the text; ``after_break``: a comma or such before it."""

    text: str
    start: int
    end: int
    after_break: bool


def fold(text: str) -> tuple[Token, ...]:
    """The tokens of a text, in order; offsets count characters of the text as typed."""
    tokens: list[Token] = []
    word: list[str] = []
    begun = last = 0
    broken = False

    def close() -> None:
        nonlocal broken
        if word:
            tokens.append(Token("".join(word), begun, last, broken))
            word.clear()
            broken = False

    for start, end, folded in _clusters(text):
        for char in folded:
            if char in _APOSTROPHES:
                continue
            if not _is_word(char):
                if word and _inside_number(word, char, text, end):
                    word.append(".")
                    continue
                close()
                broken = broken or _breaks(char, text, start, end)
                continue
            if word and _parted(word[-1], char):
                close()
            if not word:
                begun = start
            word.append(char)
            last = end
    close()
    return tuple(tokens)


def key(text: str) -> str:
    """The look-up key of a name: its folded tokens, plurals taken off, joined by spaces."""
    return " ".join(singular(token.text) for token in fold(text))


@lru_cache(maxsize=65536)
def singular(word: str) -> str:
    """An English word without the s of its plural; other words as they are."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith("oes"):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def spaceless(char: str) -> bool:
    """Whether a character belongs to a script that writes words without spaces."""
    return char >= _SPACELESS[0][0] and any(first <= char <= last for first, last in _SPACELESS)


def _clusters(text: str) -> list[tuple[int, int, str]]:
    """Start, end and folded form of each base character with the marks that follow it."""
    clusters = []
    start = 0
    size = len(text)
    while start < size:
        end = start + 1
        while end < size and _continues(text[end]):
            end += 1
        clusters.append((start, end, _folded(text[start:end])))
        start = end
    return clusters


def _continues(char: str) -> bool:
    if char < "\u0300":
        return False
    return unicodedata.combining(char) != 0 or "\u1160" <= char <= "\u11ff"


@lru_cache(maxsize=65536)
def _folded(cluster: str) -> str:
    whole = unicodedata.normalize("NFKC", cluster).casefold()
    return "".join(_plain(char) for char in whole)


def _plain(char: str) -> str:
    if char < "\u0080" or spaceless(char):
        return char
    bare = "".join(
        part for part in unicodedata.normalize("NFKD", char) if not unicodedata.combining(part)
    )
    return _SPELT_OUT.get(bare, bare)


@lru_cache(maxsize=65536)
def _is_word(char: str) -> bool:
    return char.isalnum() or char in _SYMBOLS or unicodedata.category(char) in ("Mc", "Mn")


def _inside_number(word: list[str], char: str, text: str, end: int) -> bool:
    return char in ".," and word[-1].isdigit() and end < len(text) and text[end].isdigit()


def _breaks(char: str, text: str, start: int, end: int) -> bool:
    """Whether a sign ends a stretch; the stroke of "30/500" joins its numbers."""
    if char == "/" and text[max(start - 1, 0) : start].isdigit() and text[end : end + 1].isdigit():
        return False
    return char in _BREAKS


def _parted(before: str, char: str) -> bool:
    """Whether two word characters belong to different tokens: "500mg", "豆腐", "a+b"."""
    if spaceless(char) or spaceless(before):
        return unicodedata.category(char)[0] != "M"
    if char in _SYMBOLS or before in _SYMBOLS:
        return True
    return before.isdigit() != char.isdigit() and before != "."
