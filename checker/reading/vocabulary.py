"""Every listed name once, with what it leads to: by the whole name and by its first word."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from checker.fold import key
from checker.knowledge.store import Knowledge
from checker.terms import Kind

DECOY = "decoy:"


@dataclass(frozen=True, slots=True)
class Entry:
    """What a listed name leads to; ``canonical`` where it is the entry's own name.

    ``subject`` of a decoy is ``decoy:`` and the substance it names.
    """

    subject: str
    name: str
    canonical: bool

    @property
    def is_decoy(self) -> bool:
        """Whether this is a medicine that we hold nothing on."""
        return self.subject.startswith(DECOY)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Names by their folded key. ``longest`` gives, by first word, the words of the longest."""

    entries: Mapping[str, tuple[Entry, ...]]
    longest: Mapping[str, int]
    kinds: Mapping[str, Kind]
    titles: Mapping[str, str]

    def named(self, phrase: str) -> tuple[Entry, ...]:
        """The entries of a folded phrase; empty where nothing is called so."""
        return self.entries.get(phrase, ())


def vocabulary(knowledge: Knowledge) -> Vocabulary:
    """All names of foods, dishes and medicines, and the decoys."""
    listed = [*_own_names(knowledge), *_other_names(knowledge, ("food", "drug"))]
    titles = {entry.subject: _title(entry.subject, knowledge) for entry in listed}
    kinds = {entry.subject: knowledge.subject(entry.subject).kind for entry in listed}
    decoys = [Entry(DECOY + (row.is_ or row.name), row.name, True) for row in knowledge.decoys]
    return _built(listed, decoys, kinds, titles)


def _title(subject: str, knowledge: Knowledge) -> str:
    """The shown name; a product's with what is in it: Sinemet (carbidopa, levodopa)."""
    product = knowledge.products.get(subject.removeprefix("drug:"))
    if product is None or not subject.startswith("drug:"):
        return knowledge.subject(subject).name
    held = [knowledge.ingredients[one].name for one in product.ingredients]
    parts = [name.split(" (")[0].lower() for name in held]
    return f"{product.name} ({', '.join([*parts, *product.unheld])})"


def maoi_vocabulary(knowledge: Knowledge) -> Vocabulary:
    """The names of the MAOI profiles alone."""
    own = [Entry(f"maoi:{row.id}", row.name, True) for row in knowledge.maois.values()]
    own += [Entry(f"maoi:{row.id}", row.id, True) for row in knowledge.maois.values()]
    listed = [*own, *_other_names(knowledge, ("maoi",))]
    titles = {f"maoi:{row.id}": row.name for row in knowledge.maois.values()}
    return _built(listed, (), dict.fromkeys(titles, Kind.DRUG), titles)


def _own_names(knowledge: Knowledge) -> Iterable[Entry]:
    for food in knowledge.foods.values():
        yield Entry(f"food:{food.id}", food.name, True)
    for dish in knowledge.dishes.values():
        yield Entry(f"food:{dish.id}", dish.name, True)
    for group in knowledge.groups.values():
        yield Entry(f"drug:{group.id}", group.name, True)
    for product in knowledge.products.values():
        yield Entry(f"drug:{product.id}", product.name, True)
    yield from _ingredient_names(knowledge)


def _ingredient_names(knowledge: Knowledge) -> Iterable[Entry]:
    """Shown name, INN and USAN; a bare INN is left to the ingredient that is called so.

    "ketamine" is Ketamine, though "Ketamine (recreational)" has the same INN.
    """
    shown = {key(row.name): row.id for row in knowledge.ingredients.values()}
    for row in knowledge.ingredients.values():
        yield Entry(f"drug:{row.id}", row.name, True)
        for name in {row.inn, row.usan} - {"", row.name}:
            if shown.get(key(name), row.id) == row.id:
                yield Entry(f"drug:{row.id}", name, True)


def _other_names(knowledge: Knowledge, prefixes: tuple[str, ...]) -> Iterable[Entry]:
    for row in knowledge.names:
        if row.subject.partition(":")[0] in prefixes:
            yield Entry(row.subject, row.name, False)


def _built(
    listed: Iterable[Entry],
    decoys: Iterable[Entry],
    kinds: Mapping[str, Kind],
    titles: Mapping[str, str],
) -> Vocabulary:
    """Gathers entries by key; a decoy never stands beside a name of ours."""
    gathered: dict[str, dict[str, Entry]] = defaultdict(dict)
    for entry in listed:
        gathered[key(entry.name)].setdefault(entry.subject, entry)
    for entry in decoys:
        folded = key(entry.name)
        if folded not in gathered:
            gathered[folded] = {entry.subject: entry}
    gathered.pop("", None)
    longest: dict[str, int] = defaultdict(int)
    for folded in gathered:
        words = folded.split(" ")
        longest[words[0]] = max(longest[words[0]], len(words))
    entries = {folded: tuple(found.values()) for folded, found in gathered.items()}
    return Vocabulary(entries, dict(longest), kinds, titles)
