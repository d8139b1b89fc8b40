"""Decides what a misspelling may be taken for: in silence, by asking, or not at all.

The cut-offs were measured on misspellings, sound-alikes and look-alikes; a silent wrong
reading costs more than a question, so every condition for silence must hold at once.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from checker.fold import key
from checker.reading.spelling import Near, SpellingIndex
from checker.reading.vocabulary import Entry, Vocabulary
from checker.reading.words import Words
from checker.records import LookAlike

SILENT_FROM = 0.86
MARGIN = 0.06
ASK_FROM = 0.72
ASK_FROM_ENGLISH = 0.85
SHORTEST_SILENT = 5
LONG_WORD = 9
# "un-" turns a word round: unpasteurised is not pasteurised
_REVERSING = ("un", "non", "de", "dis", "anti", "in")


@dataclass(frozen=True, slots=True)
class Guess:
    """A listed name that a misspelling may mean."""

    entries: tuple[Entry, ...]
    score: float


class Corrector:
    """Knows all listed names and which of them are easily confused."""

    def __init__(
        self, vocabulary: Vocabulary, words: Words, lookalikes: Iterable[LookAlike]
    ) -> None:
        self._vocabulary = vocabulary
        self._words = words
        self._index = SpellingIndex(list(vocabulary.entries))
        self._twins = _twins(lookalikes)

    def sure(self, phrase: str) -> Guess | None:
        """The one name a folded phrase can mean, where that may be taken without asking."""
        if len(phrase.replace(" ", "")) < SHORTEST_SILENT or self._words.is_english(phrase):
            return None
        near = self._index.near(phrase, ASK_FROM)
        if not near or not self._silent(phrase, near[0]):
            return None
        if self._rivalled(near) or self._twinned(near):
            return None
        return Guess(self._entries(near[0]), near[0].score)

    def guesses(self, phrase: str) -> list[Guess]:
        """The names a folded phrase may mean, best first, each entry once."""
        least = ASK_FROM_ENGLISH if self._words.is_english(phrase) else ASK_FROM
        seen: set[str] = set()
        found = []
        for near in self._index.near(phrase, least):
            entries = self._entries(near)
            subjects = {entry.subject for entry in entries}
            if not subjects <= seen and not _reversed(phrase, near.key):
                seen |= subjects
                found.append(Guess(entries, near.score))
        return found

    def _entries(self, near: Near) -> tuple[Entry, ...]:
        return self._vocabulary.named(near.key)

    def _silent(self, phrase: str, near: Near) -> bool:
        size = len(phrase.replace(" ", ""))
        allowed = 2 if size >= LONG_WORD else 1
        alike_start = phrase[0] == near.key[0] or near.same_sound
        return (
            near.score >= SILENT_FROM
            and near.edits <= allowed
            and alike_start
            and len(near.key.replace(" ", "")) >= SHORTEST_SILENT
            and self._words.guards(phrase) == self._words.guards(near.key)
            and not _reversed(phrase, near.key)
            and _digits(phrase) == _digits(near.key)
        )

    def _rivalled(self, near: list[Near]) -> bool:
        """Whether another entry is nearly as close as the best."""
        best = {entry.subject for entry in self._entries(near[0])}
        for other in near[1:]:
            if near[0].score - other.score >= MARGIN and near[0].edits < other.edits:
                return False
            if {entry.subject for entry in self._entries(other)} != best:
                return True
        return False

    def _twinned(self, near: list[Near]) -> bool:
        """Whether the other half of a look-alike pair is in reach too."""
        twins = self._twins.get(near[0].key, frozenset())
        return any(other.key in twins for other in near[1:])


def _twins(pairs: Iterable[LookAlike]) -> Mapping[str, frozenset[str]]:
    twins: dict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        twins[key(pair.name_a)].add(key(pair.name_b))
        twins[key(pair.name_b)].add(key(pair.name_a))
    return {name: frozenset(others) for name, others in twins.items()}


def _reversed(one: str, other: str) -> bool:
    """Whether one text is the other with a reversing prefix before one of its words."""
    pairs = zip(one.split(" "), other.split(" "), strict=False)
    return any(
        a != b and (a in {p + b for p in _REVERSING} or b in {p + a for p in _REVERSING})
        for a, b in pairs
    )


def _digits(phrase: str) -> str:
    return "".join(char for char in phrase if char.isdigit())
