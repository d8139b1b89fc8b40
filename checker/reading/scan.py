"""Finds listed names in running text: a label, a menu, a list of medicines."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from checker.exchange import Item, Reading
from checker.fold import Token, fold
from checker.reading.match import Reader
from checker.reading.phrases import Span


@dataclass(frozen=True, slots=True)
class Found:
    """A reading with its place in the text, in characters."""

    reading: Reading
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Scanned:
    """All that a text names, in order, and the stretches that named nothing."""

    found: tuple[Found, ...]
    unread: tuple[tuple[int, int, str], ...]


def scan(text: str, reader: Reader) -> Scanned:
    """The names in a text of any length, with start and end, and what was not read."""
    tokens = fold(text)
    found: list[Found] = []
    unread: list[tuple[int, int, str]] = []
    for segment in _segments(tokens):
        spans = reader.spans(segment)
        found += [_found(text, segment, part, reader) for part in _parts(spans)]
        unread += _unread(text, segment, spans)
    return Scanned(tuple(found), tuple(unread))


def _segments(tokens: Sequence[Token]) -> Iterable[Sequence[Token]]:
    """The tokens between commas, brackets and line ends."""
    first = 0
    for place, token in enumerate(tokens):
        if token.after_break and place > first:
            yield tokens[first:place]
            first = place
    if first < len(tokens):
        yield tokens[first:]


def _parts(spans: Sequence[Span]) -> Iterable[list[Span]]:
    """Each name with the state words and negations beside it."""
    part: list[Span] = []
    for span in spans:
        if span.named and any(one.named for one in part):
            yield part
            part = []
        if span.named or span.guard:
            part.append(span)
        elif not span.noise:
            if any(one.named for one in part):
                yield part
            part = []
    if any(one.named for one in part):
        yield part


def _found(text: str, tokens: Sequence[Token], part: Sequence[Span], reader: Reader) -> Found:
    start, end = tokens[part[0].first].start, tokens[part[-1].last - 1].end
    item = Item(text[start:end])
    return Found(reader.read_spans(item, tokens, part), start, end)


def _unread(
    text: str, tokens: Sequence[Token], spans: Sequence[Span]
) -> Iterable[tuple[int, int, str]]:
    """Stretches of words next to one another that nothing explains."""
    run: list[Span] = []
    for span in [*spans, None]:
        if span is not None and span.unread:
            run.append(span)
        elif run:
            start, end = tokens[run[0].first].start, tokens[run[-1].last - 1].end
            yield start, end, text[start:end]
            run = []
