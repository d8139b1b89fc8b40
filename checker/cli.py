"""The command line: ``flask check`` and ``flask tables``."""

import json
import sys
import textwrap
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

import click
from flask import Flask, current_app
from flask.cli import with_appcontext

from checker import wire
from checker.check import Checker
from checker.exchange import Answer, ItemAnswer, UnknownMaoi
from checker.knowledge import counts
from checker.knowledge.describe import describe
from checker.knowledge.load import load
from checker.knowledge.tables import TablesInvalid
from checker.labels import label
from checker.terms import Decision, Verdict

EXIT = {
    Verdict.OK: 0,
    Verdict.AVOID: 1,
    Verdict.LIMIT: 1,
    Verdict.CAUTION: 1,
    Verdict.UNKNOWN: 3,
}
BAD_USAGE = 2
COLOUR = {
    Verdict.OK: "green",
    Verdict.AVOID: "red",
    Verdict.LIMIT: "yellow",
    Verdict.CAUTION: "yellow",
    Verdict.UNKNOWN: "magenta",
}
WIDTH = 100
MARGIN = 18  # columns; the longest label ("OK, with a note") and a gap


def join(app: Flask) -> None:
    """Give ``flask`` the commands."""
    app.cli.add_command(check)
    app.cli.add_command(tables)


@click.command("check")
@click.argument("items", nargs=-1, metavar="[ITEM]...")
@click.option("--maoi", help="The MAOI: an id, brand or synonym. Without it: the strictest.")
@click.option("--stopped-on", metavar="YYYY-MM-DD", help="Day of the MAOI's last dose.")
@click.option("--on", metavar="YYYY-MM-DD", help="The day asked about. Without it: today (UTC).")
@click.option("--json", "as_json", is_flag=True, help="Print the answer of the API.")
@with_appcontext
def check(
    items: tuple[str, ...], maoi: str | None, stopped_on: str | None, on: str | None, as_json: bool
) -> NoReturn:
    """Check foods and medicines against an MAOI.

    ITEMs are names, each in quotes where it has several words; without any, or for "-", they
    are read from standard input, one a line.

    Ends with status 0 where all is ok, 1 where something is to be avoided, limited or asked
    about, 3 where something is not known (and nothing is to be avoided), 2 for bad usage.
    """
    texts = list(_texts(items))
    given = {"maoi": maoi, "maoi_stopped_on": stopped_on, "on": on, "items": texts}
    answer = _ask({name: value for name, value in given.items() if value is not None})
    click.echo(wire.answer(answer).model_dump_json(indent=2) if as_json else _table(answer))
    sys.exit(EXIT[answer.verdict])


@click.command("tables")
@click.argument("folder", required=False, type=click.Path(file_okay=False, path_type=Path))
@click.option("--describe", "described", is_flag=True, help="Print datapackage.json instead.")
@with_appcontext
def tables(folder: Path | None, described: bool) -> None:
    """Check the tables of FOLDER (those in use, where none is named) and count their rows.

    Ends with status 1 where there are faults, and prints all of them.
    """
    if described:
        click.echo(json.dumps(describe(), indent=2))
        return
    try:
        knowledge = load(folder) if folder else _checker().knowledge
    except TablesInvalid as error:
        click.echo(str(error))
        sys.exit(1)
    for name, rows in (counts.by_table(knowledge) | counts.by_mark(knowledge)).items():
        click.echo(f"{rows:6}  {name.replace('_', ' ')}")


def _texts(items: tuple[str, ...]) -> Iterator[str]:
    """The items named, with the lines of standard input in the place of "-"."""
    if not items and sys.stdin.isatty():
        raise click.UsageError("name at least one item, or give a list on standard input")
    for item in items or ("-",):
        if item == "-":
            lines = sys.stdin.buffer.read().decode("utf-8", "replace").split("\n")
            yield from (line.strip() for line in lines if line.strip())
        else:
            # Bytes that are no UTF-8 come from the shell as halves of characters.
            yield item.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _ask(given: dict[str, object]) -> Answer:
    """The answer to what was given; what cannot be asked ends with status 2 and says why."""
    try:
        asked = wire.read(wire.CheckRequest, given)
        return _checker().check(asked.query(datetime.now(UTC).date()))
    except wire.InvalidInput as error:
        faults = [f"{fault.pointer.removeprefix('#/')}: {fault.detail}" for fault in error.faults]
        _refuse("\n".join(faults))
    except UnknownMaoi as error:
        near = [f"\n  {id_}  ({name})" for id_, name in error.suggestions]
        _refuse("no MAOI has that name" + ("; nearest are" if near else "") + "".join(near))


def _refuse(reason: str) -> NoReturn:
    click.echo(f"Error: {reason}", err=True)
    sys.exit(BAD_USAGE)


def _checker() -> Checker:
    checker: Checker = current_app.extensions["checker"]
    return checker


def _table(answer: Answer) -> str:
    """The answer for a terminal: the MAOI, a paragraph an item, what decides, the notice."""
    regimen = answer.regimen
    head = [f"{regimen.maoi.name} ({regimen.maoi.maoi_class})"]
    head += [regimen.note] if regimen.note else []
    if regimen.active_until:
        head.append(f"Interactions last until {regimen.active_until.isoformat()}.")
    items = [_paragraph(item) for item in answer.items]
    foot = [answer.summary, answer.notice, f"Data {answer.data.version}, {answer.data.reviewed}"]
    return "\n".join([*_wrapped(head), "", *items, "", *_wrapped(foot)])


def _wrapped(lines: list[str]) -> list[str]:
    return [textwrap.fill(_visible(line), WIDTH) for line in lines]


def _paragraph(item: ItemAnswer) -> str:
    """One item: its verdict in the margin, how it was read, and each finding."""
    shown = click.style(label(item.verdict, item.severity).ljust(MARGIN), COLOUR[item.verdict])
    lines = [_read_as(item)]
    lines += [item.note] if item.note else []
    for finding in item.findings:
        lines += [finding.headline, finding.what_to_do]
    wrapped = [part for line in lines for part in textwrap.wrap(_visible(line), WIDTH - MARGIN)]
    return shown + f"\n{' ' * MARGIN}".join(wrapped)


def _read_as(item: ItemAnswer) -> str:
    if item.match:
        return f"{item.text} (read as {item.match.name})"
    names = "; ".join(candidate.name for candidate in item.candidates)
    if item.decision == Decision.AMBIGUOUS:
        return f"{item.text} (did you mean: {names}?)"
    return f"{item.text} (not recognised; near in spelling: {names})" if names else item.text


def _visible(text: str) -> str:
    """The text without characters that would steer a terminal."""
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)
