"""Words that do something other than name: fillers, units, forms, negations, states."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from checker.fold import key
from checker.records import Word


class Sort(StrEnum):
    """What a word does; the words themselves are in ``words.csv``."""

    FILLER = "filler"
    CONNECTOR = "connector"
    FORM = "form"
    SALT = "salt"
    UNIT = "unit"
    SCHEDULE = "schedule"
    NEGATION = "negation"
    IMITATION = "imitation"
    STATE = "state"
    STORAGE = "storage"
    ENGLISH = "english"


# named nothing and changes nothing: taken away before a name is looked for
NOISE = frozenset({Sort.FILLER, Sort.FORM, Sort.SALT, Sort.UNIT, Sort.SCHEDULE})
# turns the meaning round: never dropped, never corrected
GUARDS = frozenset({Sort.NEGATION, Sort.IMITATION, Sort.STATE, Sort.STORAGE})


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a word or phrase does: its sorts, and the state a state word stands for."""

    sorts: frozenset[Sort]
    states: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """The closed list of such words, by folded phrase."""

    meanings: Mapping[str, Meaning]
    longest: Mapping[str, int]

    def meaning(self, phrase: str) -> Meaning | None:
        """What a folded phrase does; None where it is not on the list."""
        return self.meanings.get(phrase)

    def guards(self, phrase: str) -> frozenset[str]:
        """The words of a folded phrase that would turn a meaning round."""
        found = (word for word in phrase.split(" ") if word in self.meanings)
        return frozenset(word for word in found if self.meanings[word].sorts & GUARDS)

    def is_english(self, phrase: str) -> bool:
        """Whether every word is an ordinary one that is never corrected into a name."""
        return all(self._ordinary(word) for word in phrase.split(" "))

    def _ordinary(self, word: str) -> bool:
        meaning = self.meanings.get(word)
        return meaning is not None


def words(rows: Iterable[Word]) -> Words:
    """The rows of ``words.csv``, ready to be asked."""
    sorts: dict[str, set[Sort]] = defaultdict(set)
    states: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        phrase = key(row.word)
        sorts[phrase].add(Sort(row.sort))
        if row.value and row.value not in states[phrase]:
            states[phrase].append(row.value)
    meanings = {p: Meaning(frozenset(found), tuple(states[p])) for p, found in sorts.items()}
    return Words(meanings, _longest(meanings))


def _longest(phrases: Iterable[str]) -> dict[str, int]:
    longest: dict[str, int] = defaultdict(int)
    for phrase in phrases:
        parts: Sequence[str] = phrase.split(" ")
        longest[parts[0]] = max(longest[parts[0]], len(parts))
    return dict(longest)
