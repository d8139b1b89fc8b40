"""What was entered on the page ``/``, as it stands, and as a question."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from checker.exchange import Item, Query

MOST_ITEMS = 200
LONGEST_ITEM = 200


@dataclass(frozen=True, slots=True)
class CheckForm:
    """The fields of the form as they were sent; ``chosen`` maps a line to an entry's id."""

    maoi: str = ""
    items: str = ""
    stopped_on: str = ""
    chosen: Mapping[int, str] = field(default_factory=dict)

    @classmethod
    def sent(cls, fields: Mapping[str, str]) -> "CheckForm":
        """The form as a browser sends it."""
        place, _, subject = fields.get("choose", "").partition("=")
        return cls(
            maoi=fields.get("maoi", "").strip(),
            items=fields.get("items", "").replace("\r\n", "\n"),
            stopped_on=fields.get("stopped_on", "").strip(),
            chosen={int(place): subject} if place.isdecimal() and subject else {},
        )

    @property
    def lines(self) -> list[str]:
        """What was entered, a thing a line."""
        return [line.strip() for line in self.items.split("\n") if line.strip()]

    def errors(self, today: date) -> dict[str, str]:
        """What must be mended before it can be checked, by field."""
        found = {}
        if not self.lines:
            found["items"] = "Enter at least one food or medicine."
        elif len(self.lines) > MOST_ITEMS:
            found["items"] = f"Enter at most {MOST_ITEMS} lines at a time."
        elif any(len(line) > LONGEST_ITEM for line in self.lines):
            found["items"] = f"One line is too long. Use at most {LONGEST_ITEM} letters in a line."
        try:
            if self.stopped_on and date.fromisoformat(self.stopped_on) > today:
                found["stopped_on"] = "This day has not come yet. Enter the day of your last dose."
        except ValueError:
            found["stopped_on"] = "Enter a date with day, month and year."
        return found

    def query(self, today: date) -> Query:
        """The question this form asks; only for a form without errors."""
        items = tuple(
            Item(line, subject=self.chosen.get(place)) for place, line in enumerate(self.lines)
        )
        stopped = date.fromisoformat(self.stopped_on) if self.stopped_on else None
        return Query(self.maoi or None, items, today, stopped)

    def renamed(self, names: Mapping[int, str]) -> "CheckForm":
        """The form with chosen lines called by the name that was chosen."""
        lines = [names.get(place, line) for place, line in enumerate(self.lines)]
        return replace(self, items="\n".join(lines))
