"""Covers a text with listed phrases, the longest first; what nothing explains is unread."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checker.fold import Token, singular
from checker.reading.vocabulary import Entry, Vocabulary
from checker.reading.words import GUARDS, NOISE, Meaning, Sort, Words
from checker.terms import How


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of tokens [first, last) and what it is.

    With ``entries`` it names something, with ``meaning`` it is a word of another job, with
    neither it is unread.
    """

    first: int
    last: int
    phrase: str
    entries: tuple[Entry, ...] = ()
    meaning: Meaning | None = None
    how: How | None = None
    score: float = 1.0

    @property
    def named(self) -> bool:
        """Whether it names an entry or a decoy."""
        return bool(self.entries)

    @property
    def unread(self) -> bool:
        """Whether nothing explains it; an ordinary English word explains nothing."""
        return not self.entries and not (self.meaning and self.meaning.sorts - {Sort.ENGLISH})

    @property
    def noise(self) -> bool:
        """Whether it names nothing and changes nothing."""
        return not self.entries and bool(self.meaning and self.meaning.sorts & NOISE)

    @property
    def guard(self) -> bool:
        """Whether it turns the meaning round or names a state."""
        return not self.entries and bool(self.meaning and self.meaning.sorts & GUARDS)

    @property
    def connector(self) -> bool:
        """Whether it joins two names ("and", "with", "+")."""
        return not self.entries and bool(self.meaning and Sort.CONNECTOR in self.meaning.sorts)


def cover(tokens: Sequence[Token], vocabulary: Vocabulary, words: Words) -> tuple[Span, ...]:
    """The spans of a text, in order; no phrase runs over a comma, bracket or line end."""
    keys = [singular(token.text) for token in tokens]
    spans: list[Span] = []
    taken = [False] * len(keys)
    for length, first, phrase in _hits(tokens, keys, vocabulary, words):
        if not any(taken[first : first + length]):
            taken[first : first + length] = [True] * length
            entries = vocabulary.named(phrase)
            meaning = words.meaning(phrase)
            how = _how(entries) if entries else None
            spans.append(Span(first, first + length, phrase, entries, meaning, how))
    spans += [_left(place, keys[place]) for place, done in enumerate(taken) if not done]
    return tuple(sorted(spans, key=lambda span: span.first))


def _left(place: int, word: str) -> Span:
    """A word that no phrase took; a bare number is a strength or an amount."""
    number = word.replace(".", "").isdigit()
    meaning = Meaning(frozenset({Sort.UNIT}), ()) if number else None
    return Span(place, place + 1, word, meaning=meaning)


def _how(entries: tuple[Entry, ...]) -> How:
    return How.EXACT if any(entry.canonical for entry in entries) else How.SYNONYM


def _hits(
    tokens: Sequence[Token], keys: Sequence[str], vocabulary: Vocabulary, words: Words
) -> list[tuple[int, int, str]]:
    """Every listed phrase in the text as (length, first token, phrase), longest first."""
    hits = []
    for first in range(len(keys)):
        longest = _reach(first, tokens, keys, vocabulary.longest, words.longest)
        for length in range(longest, 0, -1):
            phrase = " ".join(keys[first : first + length])
            if vocabulary.named(phrase) or words.meaning(phrase):
                hits.append((length, first, phrase))
    return sorted(hits, key=lambda hit: (-hit[0], hit[1]))


def _reach(
    first: int,
    tokens: Sequence[Token],
    keys: Sequence[str],
    *longest: Mapping[str, int],
) -> int:
    """How many tokens a phrase that begins here may have at most."""
    most = max(table.get(keys[first], 0) for table in longest)
    most = min(most, len(keys) - first)
    for length in range(1, most):
        if tokens[first + length].after_break:
            return length
    return most
