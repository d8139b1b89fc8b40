"""What a food becomes in a state: leftover chicken is another entry than chicken."""

from collections.abc import Mapping

from checker.knowledge.store import Knowledge

DISH_CATEGORY = "dish"
UNCHANGED = ""


class States:
    """The rules of ``food_states.csv``, the narrowest first."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._rules: Mapping[tuple[str, str], str] = {
            (row.state, row.applies_to): row.becomes for row in knowledge.states
        }

    def changed(self, subject: str, state: str) -> str | None:
        """The subject that a food becomes in a state.

        The same subject where the state changes nothing; None where no rule speaks, so
        that the reading must ask.
        """
        for place in self._places(subject):
            becomes = self._rules.get((state, place))
            if becomes is not None:
                return subject if becomes == UNCHANGED else f"food:{becomes}"
        return None

    def _places(self, subject: str) -> tuple[str, ...]:
        """Where a rule for this food may stand, narrowest first."""
        prefix, _, food_id = subject.partition(":")
        if prefix != "food":
            return ()
        food = self._knowledge.foods.get(food_id)
        if food is None:
            return (food_id, f"category:{DISH_CATEGORY}", "*")
        return (food_id, food.group, f"category:{food.category}", "*")
