"""Listed names that a misspelt word may mean, by shared letter pairs, then by edits.

An inverted index over letter pairs finds the few names worth comparing; optimal string
alignment (a swap of neighbours is one edit), Jaro-Winkler and a sound key rank those.
Scorers that reward a partial match are never used: they read short names into long words.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import jellyfish
import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA, JaroWinkler

from checker.fold import spaceless

# a pair of letters is one number below 2**14: collisions only cost a comparison
_MODULUS = 1 << 14
_COMPARED = 48
_LENGTH_WINDOW = 3
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Near:
    """A listed name near a misspelt one: its key, edits apart, closeness, same sound."""

    key: str
    edits: int
    score: float
    same_sound: bool


class SpellingIndex:
    """The names of a vocabulary, ready to be asked for neighbours."""

    def __init__(self, keys: Sequence[str]) -> None:
        """Takes folded names; those in scripts without spaces are left out."""
        usable = [name for name in keys if name and not any(map(spaceless, name))]
        self._keys = usable
        self._compact = [name.replace(" ", "") for name in usable]
        self._lengths = np.array([len(name) for name in self._compact], dtype=np.int16)
        self._starts, self._postings = _inverted(self._compact)

    def near(self, word: str, least: float) -> list[Near]:
        """Names at least ``least`` close to a folded word or phrase, best first."""
        compact = word.replace(" ", "")
        if len(compact) < _SHORTEST or not self._keys:
            return []
        found = (self._compared(compact, row) for row in self._likely(compact))
        close = [near for near in found if near.score >= least]
        return sorted(close, key=lambda near: (-near.score, near.edits, near.key))

    def _likely(self, compact: str) -> NDArray[np.int64]:
        """Rows of the names that share most letter pairs with the word."""
        codes = np.unique(_pairs(compact))
        parts = [self._postings[self._starts[code] : self._starts[code + 1]] for code in codes]
        shared = np.bincount(np.concatenate(parts), minlength=len(self._keys))
        rows = np.flatnonzero(shared >= max(1, len(codes) // 4))
        gap = np.abs(self._lengths[rows] - len(compact))
        rows, gap = rows[gap <= _LENGTH_WINDOW], gap[gap <= _LENGTH_WINDOW]
        worth = 2 * shared[rows] - gap
        if len(rows) > _COMPARED:
            best = np.argpartition(-worth, _COMPARED)[:_COMPARED]
            rows = rows[best]
        return rows

    def _compared(self, compact: str, row: int) -> Near:
        name = self._compact[row]
        edits = OSA.distance(compact, name)
        alike = 1 - edits / max(len(compact), len(name))
        joint = (alike + JaroWinkler.similarity(compact, name)) / 2
        same_sound = _sound(compact) == _sound(name)
        score = max(alike, joint) if not same_sound else max(alike, joint, (1 + joint) / 2)
        return Near(self._keys[row], edits, round(score, 4), same_sound)


def _sound(compact: str) -> str:
    return jellyfish.metaphone(compact) if compact.isascii() else compact


def _pairs(compact: str) -> NDArray[np.int64]:
    """The letter pairs of a word as numbers; the first letter counts as a pair of its own."""
    letters = np.frombuffer(("^" + compact).encode("utf-32-le"), dtype=np.uint32).astype(np.int64)
    return (letters[:-1] * 131 + letters[1:]) % _MODULUS


def _inverted(words: Sequence[str]) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
    """For each pair the rows that hold it, as one array and the place where each begins."""
    if not words:
        return np.zeros(_MODULUS + 1, dtype=np.int64), np.zeros(0, dtype=np.int32)
    text = "".join("^" + word for word in words)
    letters = np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32).astype(np.int64)
    sizes = np.array([len(word) + 1 for word in words])
    rows = np.repeat(np.arange(len(words), dtype=np.int64), sizes)
    codes = (letters[:-1] * 131 + letters[1:]) % _MODULUS
    inside = rows[:-1] == rows[1:]
    both = np.unique(codes[inside] * len(words) + rows[:-1][inside])
    codes, rows = both // len(words), both % len(words)
    starts = np.searchsorted(codes, np.arange(_MODULUS + 1))
    return starts, rows.astype(np.int32)
