"""Reads which MAOI is meant: brand, synonym, strength or misspelling."""

from checker.exchange import UnknownMaoi
from checker.fold import fold, key
from checker.knowledge.store import Knowledge
from checker.reading.correct import Corrector
from checker.reading.phrases import cover
from checker.reading.vocabulary import Entry, maoi_vocabulary
from checker.reading.words import Words, words
from checker.records import Maoi

_SUGGESTED = 5


class MaoiReader:
    """Knows the names of the MAOI profiles."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._profiles = knowledge.maois
        self._vocabulary = maoi_vocabulary(knowledge)
        self._words: Words = words(knowledge.words)
        self._corrector = Corrector(self._vocabulary, self._words, knowledge.lookalikes)

    def read(self, text: str) -> tuple[Maoi, ...]:
        """The profiles a text can mean: several where a strength or route is not given.

        Raises:
            UnknownMaoi: nothing fits, or only as a guess; carries the nearest profiles.
        """
        entries = self._vocabulary.named(key(text)) or self._covered(text)
        if not entries:
            raise UnknownMaoi(text, self._suggestions(text))
        return tuple(self._profile(entry) for entry in entries)

    def _covered(self, text: str) -> tuple[Entry, ...]:
        """The entries of the one name in a text that is otherwise explained."""
        spans = cover(fold(text), self._vocabulary, self._words)
        named = [span for span in spans if span.named]
        told = [span for span in spans if span.named or span.unread or span.guard]
        if len(named) == 1 and len(told) == 1:
            return named[0].entries
        guess = self._corrector.sure(" ".join(span.phrase for span in told)) if told else None
        return guess.entries if guess else ()

    def _suggestions(self, text: str) -> tuple[tuple[str, str], ...]:
        """The nearest profiles as (id, name); the common ones where none is near."""
        guesses = self._corrector.guesses(key(text))
        near = [self._profile(entry) for guess in guesses for entry in guess.entries]
        usual = sorted(self._profiles.values(), key=lambda one: (-one.strictness, one.id))
        nearest = dict.fromkeys((profile.id, profile.name) for profile in near or usual)
        return tuple(nearest)[:_SUGGESTED]

    def _profile(self, entry: Entry) -> Maoi:
        return self._profiles[entry.subject.partition(":")[2]]
