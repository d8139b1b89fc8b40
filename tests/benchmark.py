"""Prints how fast reading is, in one run on one machine (``make bench``); asserts nothing.

Beside each figure stands ``rapidfuzz.process.extractOne`` over the same names, with WRatio
and with optimal string alignment: the usual way to do this.
"""

import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from checker.exchange import Item
from checker.knowledge.load import load
from checker.knowledge.store import Knowledge
from checker.reading.match import Reader
from checker.records import Name

ROOT = Path(__file__).resolve().parents[1]
SIZES = (1_000, 10_000, 100_000)
ASKED = 400
SEED = 20261120


def main() -> None:
    """Prints the whole report."""
    say(f"cores: {os.cpu_count()}, seed {SEED}, {ASKED} queries a figure")
    start_up()
    knowledge = load(ROOT / "data")
    say(f"{'names':>8} {'query':<10} {'median ms':>10} {'p99 ms':>8}   beside, and how much slower")
    for size in SIZES:
        sized(knowledge, size)


def start_up() -> None:
    """Start-up time and memory of the whole product in a fresh process."""
    code = (
        "import time; t=time.perf_counter(); import app; app.create_app();"
        "import resource; print(time.perf_counter()-t,"
        "resource.getrusage(resource.RUSAGE_SELF).ru_maxrss/1024)"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
        )
        for _ in range(3)
    ]
    seconds, megabytes = zip(*(map(float, run.stdout.split()) for run in runs), strict=True)
    say(f"start-up: median {statistics.median(seconds):.2f} s, memory {max(megabytes):.0f} MB")


def sized(knowledge: Knowledge, size: int) -> None:
    """Figures over a vocabulary of exactly that many names."""
    chance = random.Random(SEED)
    names = made_names(knowledge, size, chance)
    subject = f"food:{next(iter(knowledge.foods))}"
    empty = replace(
        knowledge,
        names=tuple(Name(subject, name, "en", "synonym", "") for name in names),
        decoys=(),
        products={},
        ingredients={},
        groups={},
        dishes={},
        lookalikes=(),
        codes=(),
        foods={subject.partition(":")[2]: next(iter(knowledge.foods.values()))},
        states=(),
    )
    reader = Reader(empty)
    picked = chance.sample(names, ASKED)
    report(size, "exact", lambda q: reader.read(Item(q)), picked)
    misspelt = [slip(name, chance) for name in picked]
    median = report(size, "misspelt", lambda q: reader.read(Item(q)), misspelt)
    few = misspelt[: 40 if size > SIZES[0] else ASKED]
    for label, ask in (
        ("WRatio", lambda q: process.extractOne(q, names, scorer=fuzz.WRatio)),
        ("OSA", lambda q: process.extractOne(q, names, scorer=OSA.normalized_similarity)),
    ):
        other = statistics.median(timed(ask, few))
        say(f"{'':>8} {'':<10} {'':>10} {'':>8} {label:>14} {other:>8.3f} {other / median:>6.1f}x")


def report(size: int, label: str, ask: Callable[[str], object], queries: list[str]) -> float:
    """Prints and returns the median of one kind of query (ms)."""
    times = sorted(timed(ask, queries))
    median = statistics.median(times)
    say(f"{size:>8} {label:<10} {median:>10.3f} {times[int(len(times) * 0.99) - 1]:>8.3f}")
    return median


def timed(ask: Callable[[str], object], queries: list[str]) -> list[float]:
    """The time of each query (ms), after a few that are not counted."""
    for query in queries[:5]:
        ask(query)
    times = []
    for query in queries:
        start = time.perf_counter()
        ask(query)
        times.append((time.perf_counter() - start) * 1000)
    return times


def made_names(knowledge: Knowledge, size: int, chance: random.Random) -> list[str]:
    """Our own names and decoys, and past those names made by joining their halves."""
    own = {row.name for row in knowledge.names if row.name.isascii()}
    own |= {row.name for row in knowledge.decoys if row.name.isascii()}
    names = sorted(name for name in own if len(name) > 4)
    chance.shuffle(names)
    names = names[:size]
    known = set(names)
    while len(names) < size:
        one, other = chance.choice(names), chance.choice(names)
        made = one[: len(one) // 2 + 1] + other[len(other) // 2 :]
        if made not in known:
            known.add(made)
            names.append(made)
    return names


def slip(name: str, chance: random.Random) -> str:
    """A name with one edit: a letter left out, doubled, changed or swapped."""
    place = chance.randrange(1, len(name) - 1)
    letter = chance.choice("abcdefghijklmnopqrstuvwxyz")
    return chance.choice(
        (
            name[:place] + name[place + 1 :],
            name[:place] + name[place] + name[place:],
            name[:place] + letter + name[place + 1 :],
            name[: place - 1] + name[place] + name[place - 1] + name[place + 1 :],
        )
    )


def say(line: str) -> None:
    """One line of the report."""
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
