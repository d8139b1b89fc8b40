"""Names to offer while someone types."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping

from checker.exchange import Suggestion
from checker.fold import key
from checker.reading.correct import Corrector
from checker.reading.vocabulary import Entry, Vocabulary
from checker.records import LookAlike
from checker.terms import Kind

_LOOKED_AT = 400


class Suggester:
    """Knows every name by the beginning of each of its words."""

    def __init__(
        self, vocabulary: Vocabulary, corrector: Corrector, lookalikes: Iterable[LookAlike]
    ) -> None:
        self._vocabulary = vocabulary
        self._corrector = corrector
        self._twins = _twins(lookalikes)
        self._starts = sorted(_starts(vocabulary))

    def suggest(self, typed: str, kind: Kind | None, limit: int) -> tuple[Suggestion, ...]:
        """At most ``limit`` names that begin so, then names spelt like it, each entry once."""
        prefix = key(typed)
        if not prefix:
            return ()
        chosen: dict[str, Entry] = {}
        for entry in (*self._beginning(prefix), *self._spelt(prefix)):
            for one in (entry, *self._twins_of(entry)):
                if kind in (None, self._vocabulary.kinds[one.subject]):
                    chosen.setdefault(one.subject, one)
        return tuple(self._suggestion(entry) for entry in list(chosen.values())[:limit])

    def _beginning(self, prefix: str) -> Iterable[Entry]:
        """Entries with a word that begins so: whole names first, shorter names first."""
        place = bisect_left(self._starts, (prefix,))
        found = []
        for start, name in self._starts[place : place + _LOOKED_AT]:
            if not start.startswith(prefix):
                break
            found.append((start != name, len(name), name))
        for _, _, name in sorted(found):
            yield from _ours(self._vocabulary.named(name))

    def _spelt(self, prefix: str) -> Iterable[Entry]:
        for guess in self._corrector.guesses(prefix):
            yield from _ours(guess.entries)

    def _twins_of(self, entry: Entry) -> Iterable[Entry]:
        for twin in self._twins.get(key(entry.name), ()):
            yield from _ours(self._vocabulary.named(twin))

    def _suggestion(self, entry: Entry) -> Suggestion:
        titles, kinds = self._vocabulary.titles, self._vocabulary.kinds
        return Suggestion(entry.subject, titles[entry.subject], kinds[entry.subject], entry.name)


def _ours(entries: Iterable[Entry]) -> Iterable[Entry]:
    return (entry for entry in entries if not entry.is_decoy)


def _starts(vocabulary: Vocabulary) -> Iterable[tuple[str, str]]:
    """Each listed name from each of its words on."""
    for name, entries in vocabulary.entries.items():
        if entries[0].is_decoy:
            continue
        words = name.split(" ")
        for place in range(len(words)):
            yield " ".join(words[place:]), name


def _twins(pairs: Iterable[LookAlike]) -> Mapping[str, tuple[str, ...]]:
    twins: dict[str, list[str]] = {}
    for pair in pairs:
        twins.setdefault(key(pair.name_a), []).append(key(pair.name_b))
        twins.setdefault(key(pair.name_b), []).append(key(pair.name_a))
    return {name: tuple(others) for name, others in twins.items()}
