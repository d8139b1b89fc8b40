"""What the tables hold, counted for the page that says what is not known."""

from checker.knowledge.store import Knowledge
from checker.terms import Severity, Verified


def counted(knowledge: Knowledge) -> dict[str, int]:
    """Rows in all, rows not yet checked, pairs explicitly not known, and entries."""
    rows = [row for several in knowledge.interactions.values() for row in several]
    foods = list(knowledge.foods.values())
    return {
        "rows": len(rows) + len(foods),
        "recalled": sum(row.verified == Verified.RECALLED for row in [*rows, *foods]),
        "unknown": sum(row.severity == Severity.UNKNOWN for row in rows),
        "foods": len(foods) + len(knowledge.dishes),
        "medicines": len(knowledge.ingredients),
        "products": len(knowledge.products),
    }
