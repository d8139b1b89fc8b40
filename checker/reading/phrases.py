"""Covers a text with listed phrases, the longest first; what nothing explains is unread."""

from collections.abc import Iterable, Mapping, Sequence
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
    """The spans of a text, in order: as little unread as can be, in as few phrases.

    No phrase runs over a comma, bracket or line end. "fresh chicken breast" is a state and
    "chicken breast", not "fresh chicken" and a word that nothing explains.
    """
    keys = [singular(token.text) for token in tokens]
    best: list[tuple[tuple[int, int, int], Span | None]] = [((0, 0, 0), None)] * (len(keys) + 1)
    for first in range(len(keys) - 1, -1, -1):
        options = [_left(first, keys[first]), *_hits(first, tokens, keys, vocabulary, words)]
        costed = [(_cost(span, best[span.last][0]), span) for span in options]
        best[first] = min(costed, key=lambda one: one[0])
    return tuple(_followed(best))


def _cost(span: Span, rest: tuple[int, int, int]) -> tuple[int, int, int]:
    """Unread words first, then the number of spans, then short phrases."""
    size = span.last - span.first
    return rest[0] + span.unread, rest[1] + 1, rest[2] - size * size


def _followed(best: Sequence[tuple[tuple[int, int, int], Span | None]]) -> Iterable[Span]:
    """The spans of the best cover, from the first token on."""
    place = 0
    while (span := best[place][1]) is not None:
        yield span
        place = span.last


def _left(place: int, word: str) -> Span:
    """A word that no phrase took; a bare number is a strength or an amount."""
    number = word.replace(".", "").isdigit()
    meaning = Meaning(frozenset({Sort.UNIT}), ()) if number else None
    return Span(place, place + 1, word, meaning=meaning)


def _how(entries: tuple[Entry, ...]) -> How:
    return How.EXACT if any(entry.canonical for entry in entries) else How.SYNONYM


def _hits(
    first: int, tokens: Sequence[Token], keys: Sequence[str], vocabulary: Vocabulary, words: Words
) -> Iterable[Span]:
    """Every listed phrase that begins at a token, the longest first."""
    for length in range(_reach(first, tokens, keys, vocabulary.longest, words.longest), 0, -1):
        phrase = " ".join(keys[first : first + length])
        entries, meaning = vocabulary.named(phrase), words.meaning(phrase)
        if entries or meaning:
            how = _how(entries) if entries else None
            yield Span(first, first + length, phrase, entries, meaning, how)


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
