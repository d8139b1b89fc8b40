"""Reads one text: what it may mean, and whether that is clear enough not to ask.

The cascade: a code; the whole text as a listed name; listed phrases, the longest first,
with what names nothing taken away; states and negations, never dropped; spelling last.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain, pairwise

from checker.exchange import Candidate, Item, Reading
from checker.fold import Token, fold, key
from checker.knowledge.store import Knowledge
from checker.reading.correct import Corrector, Guess
from checker.reading.phrases import Span, cover
from checker.reading.states import States
from checker.reading.vocabulary import Entry, Vocabulary, vocabulary
from checker.reading.words import Sort, Words, words
from checker.terms import How, Kind

MOST_CANDIDATES = 5
_WIDEST_WINDOW = 3
# digits that scanners print for letters, where letters stand on both sides
_LETTERS = {"0": "o", "1": "l", "5": "s", "8": "b"}
_MISTAKEN = re.compile(r"(?<=[^\W\d_])[0158](?=[^\W\d_])")
# the URIs of FHIR (hl7.org/fhir/terminologies-systems) for the systems of codes.csv
CODE_SYSTEMS = {
    "http://www.nlm.nih.gov/research/umls/rxnorm": "rxnorm",
    "http://www.whocc.no/atc": "atc",
    "http://fdasis.nlm.nih.gov": "unii",
}


class Reader:
    """Knows every listed name; gives all plausible meanings of a text, never a verdict."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.vocabulary: Vocabulary = vocabulary(knowledge)
        self.words: Words = words(knowledge.words)
        self.corrector = Corrector(self.vocabulary, self.words, knowledge.lookalikes)
        self._states = States(knowledge)
        self._codes = _codes(knowledge)
        self._foods = frozenset(f"food:{food}" for food in knowledge.foods)

    def read(self, item: Item) -> Reading:
        """What an item may mean; a choice already made speaks first, then a code."""
        title = self.vocabulary.titles.get(item.subject or "")
        if item.subject and title:
            chosen = Entry(item.subject, title, True)
            return self._listed(item, (chosen,), How.EXACT, 1.0)
        if item.code is not None:
            subjects = self._codes.get((item.code_system or "", item.code.upper()), ())
            if subjects:
                entries = tuple(Entry(one, item.code, False) for one in subjects)
                return self._listed(item, entries, How.CODE, 1.0)
        tokens = fold(item.text)
        entries = self._of_kind(self.vocabulary.named(key(item.text)), item.kind)
        if entries:
            return self._listed(item, entries, _how(entries), 1.0)
        reading = self.read_spans(item, tokens, self.spans(tokens))
        return reading if reading.clear else self._scanned(item) or reading

    def _scanned(self, item: Item) -> Reading | None:
        """The reading of a text whose letters a scanner took for digits; None if not clear."""
        text = _MISTAKEN.sub(lambda found: _LETTERS[found[0]], item.text)
        if text == item.text:
            return None
        tokens = fold(text)
        reading = self.read_spans(item, tokens, self.spans(tokens))
        candidates = tuple(replace(one, how=How.SPELLING) for one in reading.candidates)
        return replace(reading, candidates=candidates) if reading.clear else None

    def spans(self, tokens: Sequence[Token]) -> tuple[Span, ...]:
        """The text covered with names, other words, and corrected or unread stretches."""
        spans = _without_noise_names(cover(tokens, self.vocabulary, self.words))
        if any(span.unread for span in spans):
            spans = self._corrected(tokens, spans)
        return spans

    def read_spans(self, item: Item, tokens: Sequence[Token], spans: Sequence[Span]) -> Reading:
        """The reading of a covered text."""
        named = [span for span in spans if span.named]
        if not named:
            return self._unnamed(item, spans)
        changed, asks = self._in_their_states(spans)
        if self._tablets_of_food(spans):
            asks = asks or "part-unread"
        if asks or any(span.unread for span in spans):
            note = asks or "part-unread"
            return self._guessed(item, [*changed, *self._spelt(spans)], note)
        if len(changed) > 1 and not self._joined(tokens, spans):
            return self._guessed(item, changed, "side-by-side")
        return self._together(item, changed)

    def _tablets_of_food(self, spans: Sequence[Span]) -> bool:
        """Whether the text speaks of a medicine's form and only foods were found in it."""
        forms = any(span.meaning and Sort.FORM in span.meaning.sorts for span in spans)
        named = (entry.subject for span in spans for entry in span.entries)
        return forms and all(self._kind(subject) == Kind.FOOD for subject in named)

    def _unnamed(self, item: Item, spans: Sequence[Span]) -> Reading:
        """Nothing listed stands in the text: guess at its spelling, or say unknown."""
        told = [span for span in spans if not span.noise and not span.connector]
        guesses = self.corrector.guesses(" ".join(span.phrase for span in told)) if told else []
        if not guesses:
            guesses = self._spelt_apart(spans)
        candidates = self._of_guesses(guesses, item.kind)
        ours = tuple(one for one in candidates if not one.subjects[0].startswith("decoy:"))
        if not ours:
            note = "decoy" if candidates else None
            return Reading(item, (), clear=False, exhaustive=False, note=note)
        return Reading(item, ours, clear=False, exhaustive=False, note="spelling")

    def _spelt(self, spans: Sequence[Span]) -> list[Span]:
        """Spans for what the unread words may be a misspelling of."""
        found = []
        for span in spans:
            guesses = self.corrector.guesses(span.phrase) if span.unread else []
            found += [_corrected_span(span.first, span.last, one) for one in guesses[:2]]
        return found

    def _spelt_apart(self, spans: Sequence[Span]) -> list[Guess]:
        unread = [span for span in spans if span.unread]
        guesses = chain.from_iterable(self.corrector.guesses(span.phrase) for span in unread)
        return sorted(guesses, key=lambda guess: -guess.score)

    def _in_their_states(self, spans: Sequence[Span]) -> tuple[list[Span], str]:
        """Named spans as the states around them make them; and why to ask, if so."""
        named = [span for span in spans if span.named]
        asks = ""
        for span in spans:
            if not span.guard or span.meaning is None:
                continue
            if span.meaning.sorts & {Sort.NEGATION, Sort.IMITATION}:
                asks = "negation"
                continue
            place = _nearest(named, span)
            changed = self._changed(named[place], span.meaning.states)
            if changed is None:
                asks = asks or "state"
            else:
                named[place] = changed
        return named, asks

    def _changed(self, span: Span, states: Sequence[str]) -> Span | None:
        """A named span in a state; None where no rule says what becomes of it."""
        entries: list[Entry] = []
        for entry in span.entries:
            subjects = [self._states.changed(entry.subject, state) for state in states]
            known = [subject for subject in subjects if subject is not None]
            if not known:
                return None
            entries += [Entry(known[0], entry.name, False)]
        unique = {entry.subject: entry for entry in entries}
        how = span.how if span.how == How.SPELLING else How.SYNONYM
        return Span(
            span.first, span.last, span.phrase, tuple(unique.values()), None, how, span.score
        )

    def _joined(self, tokens: Sequence[Token], spans: Sequence[Span]) -> bool:
        """Whether several names are listed one after the other, not one thing's two words.

        "salami pizza" may be one thing; "salami, pizza" and "salami with pizza" are two, and
        so are two medicines side by side.
        """
        named = [span for span in spans if span.named]
        kinds = {self._kind(span.entries[0].subject) for span in named}
        if kinds == {Kind.DRUG}:
            return True
        return all(
            after.first > before.last or tokens[after.first].after_break
            for before, after in pairwise(named)
        )

    def _corrected(self, tokens: Sequence[Token], spans: tuple[Span, ...]) -> tuple[Span, ...]:
        """Spans with unread stretches replaced by names that may be taken without asking."""
        told = [span for span in spans if not span.noise and not span.connector]
        whole = self.corrector.sure(" ".join(span.phrase for span in told))
        if whole is not None and not _broken(tokens, told):
            kept = [span for span in spans if span.noise or span.connector]
            joined = _corrected_span(told[0].first, told[-1].last, whole)
            return tuple(sorted([*kept, joined], key=lambda span: span.first))
        return tuple(self._corrected_runs(tokens, spans))

    def _corrected_runs(self, tokens: Sequence[Token], spans: Sequence[Span]) -> Iterable[Span]:
        place = 0
        while place < len(spans):
            taken, span = self._widest(tokens, spans[place : place + _WIDEST_WINDOW])
            yield span
            place += taken

    def _widest(self, tokens: Sequence[Token], window: Sequence[Span]) -> tuple[int, Span]:
        """The first span, or the most words from it on that are one misspelt name."""
        if not window[0].unread:
            return 1, window[0]
        for size in range(len(window), 0, -1):
            run = window[:size]
            if not all(span.unread for span in run) or _broken(tokens, run):
                continue
            guess = self.corrector.sure(" ".join(span.phrase for span in run))
            if guess is not None:
                return size, _corrected_span(run[0].first, run[-1].last, guess)
        return 1, window[0]

    def _listed(self, item: Item, entries: tuple[Entry, ...], how: How, score: float) -> Reading:
        """The reading of one listed name: clear for one entry, a question for several."""
        span = Span(0, 0, "", entries, None, how, score)
        return self._together(item, [span])

    def _together(self, item: Item, named: Sequence[Span]) -> Reading:
        """Everything named holds at once; a name that several entries share asks."""
        spans = [self._span_of_kind(span, item.kind) for span in named]
        decoys = all(entry.is_decoy for span in spans for entry in span.entries)
        if decoys and any(span.how == How.SPELLING for span in spans):
            return Reading(item, (), clear=False, exhaustive=False, note="decoy")
        fixed = [span for span in spans if len(span.entries) == 1]
        open_ones = [span for span in spans if len(span.entries) > 1]
        if not open_ones:
            note = "decoy" if decoys else None
            return Reading(item, (self._candidate(fixed),), clear=True, exhaustive=True, note=note)
        candidates = tuple(
            self._candidate([*fixed, _only(span, entry)])
            for span in open_ones
            for entry in span.entries
        )
        return Reading(item, candidates, clear=False, exhaustive=True, note="several")

    def _guessed(self, item: Item, named: Iterable[Span], note: str) -> Reading:
        """Each name on its own, as a guess: the text says something more, or other."""
        singles = [_only(span, entry) for span in named for entry in span.entries]
        kept = [one for one in singles if not one.entries[0].is_decoy]
        wanted = [one for one in kept if item.kind in (None, self._kind(one.entries[0].subject))]
        candidates = {one.entries[0].subject: self._candidate([one]) for one in wanted or kept}
        return Reading(item, tuple(candidates.values()), False, False, note)

    def _of_guesses(self, guesses: Iterable[Guess], kind: Kind | None) -> list[Candidate]:
        spans = [
            _only(_corrected_span(0, 0, guess), entry)
            for guess in guesses
            for entry in guess.entries
        ]
        wanted = [span for span in spans if kind in (None, self._kind(span.entries[0].subject))]
        unique = {span.entries[0].subject: span for span in reversed(wanted or spans)}
        ordered = sorted(unique.values(), key=lambda span: -span.score)
        return [self._candidate([span]) for span in ordered]

    def _candidate(self, spans: Sequence[Span]) -> Candidate:
        entries = [span.entries[0] for span in spans]
        titles = [self._title(entry) for entry in entries]
        hows = {span.how for span in spans}
        how = How.SPELLING if How.SPELLING in hows else spans[0].how or How.SYNONYM
        return Candidate(
            subjects=tuple(dict.fromkeys(entry.subject for entry in entries)),
            name=" + ".join(dict.fromkeys(titles)),
            kind=self._kind(entries[0].subject),
            via=" + ".join(dict.fromkeys(entry.name for entry in entries)),
            how=how,
            score=min(span.score for span in spans),
        )

    def _title(self, entry: Entry) -> str:
        """The shown name, with the name that fitted where a food's own says nothing of it."""
        title = self.vocabulary.titles.get(entry.subject, entry.name)
        foreign = set(key(title).split(" ")).isdisjoint(key(entry.name).split(" "))
        return f"{title} ({entry.name})" if foreign and entry.subject in self._foods else title

    def _kind(self, subject: str) -> Kind:
        return self.vocabulary.kinds.get(subject, _kind_of(subject))

    def _of_kind(self, entries: tuple[Entry, ...], kind: Kind | None) -> tuple[Entry, ...]:
        """The entries of the kind asked for; all of them where there is none of it."""
        return tuple(e for e in entries if kind in (None, self._kind(e.subject))) or entries

    def _span_of_kind(self, span: Span, kind: Kind | None) -> Span:
        entries = self._of_kind(span.entries, kind)
        return Span(span.first, span.last, span.phrase, entries, None, span.how, span.score)


def _kind_of(subject: str) -> Kind:
    return Kind.FOOD if subject.startswith("food:") else Kind.DRUG


def _how(entries: tuple[Entry, ...]) -> How:
    return How.EXACT if any(entry.canonical for entry in entries) else How.SYNONYM


def _only(span: Span, entry: Entry) -> Span:
    return Span(span.first, span.last, span.phrase, (entry,), None, span.how, span.score)


def _corrected_span(first: int, last: int, guess: Guess) -> Span:
    return Span(first, last, "", guess.entries, None, How.SPELLING, guess.score)


def _without_noise_names(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Words that are names too but only say how ("sodium" of a salt), beside a real name."""
    named = [span for span in spans if span.named]
    plain = [span for span in named if span.meaning is None]
    if not plain or len(plain) == len(named):
        return spans
    return tuple(
        Span(s.first, s.last, s.phrase, (), s.meaning) if s.named and s.meaning else s
        for s in spans
    )


def _broken(tokens: Sequence[Token], spans: Sequence[Span]) -> bool:
    """Whether a comma, bracket or line end stands between these spans."""
    return any(tokens[span.first].after_break for span in spans[1:])


def _nearest(named: Sequence[Span], state: Span) -> int:
    """Which name a state word belongs to: the next one, else the last before it."""
    for place, span in enumerate(named):
        if span.first >= state.last:
            return place
    return len(named) - 1


def _codes(knowledge: Knowledge) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """Subjects by system URI and code."""
    uris = {system: uri for uri, system in CODE_SYSTEMS.items()}
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in knowledge.codes:
        found[uris[row.system], row.code.upper()].append(row.subject)
    return {code: tuple(subjects) for code, subjects in found.items()}
