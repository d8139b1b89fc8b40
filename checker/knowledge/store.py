"""Everything the tables hold, frozen and looked up by id. Knows no file."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from checker.records import (
    Alternative,
    Code,
    Decoy,
    Diet,
    Dish,
    EmergencyLine,
    Food,
    FoodReason,
    Group,
    Ingredient,
    Interaction,
    LookAlike,
    Maoi,
    Measurement,
    Mechanism,
    Name,
    Position,
    Product,
    Scope,
    Source,
    StateRule,
    Subject,
    Switch,
    Word,
    Wording,
)
from checker.terms import Kind


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The tables as records. ``version`` is a hash of the files they were read from.

    Subjects outside the tables carry a prefix: ``food:`` for foods and dishes, ``drug:``
    for ingredients, groups and products, ``maoi:`` for profiles.
    """

    sources: Mapping[str, Source]
    diets: Mapping[str, Diet]
    scopes: Mapping[str, Scope]
    maois: Mapping[str, Maoi]
    ingredients: Mapping[str, Ingredient]
    groups: Mapping[str, Group]
    products: Mapping[str, Product]
    foods: Mapping[str, Food]
    dishes: Mapping[str, Dish]
    food_reasons: Mapping[str, FoodReason]
    mechanisms: Mapping[str, Mechanism]
    interactions: Mapping[str, tuple[Interaction, ...]]
    positions: Mapping[str, tuple[Position, ...]]
    groups_of: Mapping[str, tuple[str, ...]]
    switches: tuple[Switch, ...]
    measurements: tuple[Measurement, ...]
    wording: Mapping[tuple[str, str, str], Wording]
    names: tuple[Name, ...]
    codes: tuple[Code, ...]
    words: tuple[Word, ...]
    states: tuple[StateRule, ...]
    lookalikes: tuple[LookAlike, ...]
    decoys: tuple[Decoy, ...]
    alternatives: tuple[Alternative, ...]
    emergency: tuple[EmergencyLine, ...]
    version: str
    reviewed: date

    def subject(self, subject_id: str) -> Subject:
        """The named thing behind a prefixed id.

        Raises:
            KeyError: nothing has that id.
        """
        prefix, _, key = subject_id.partition(":")
        if prefix == "food":
            row = self.foods.get(key) or self.dishes[key]
            return Subject(subject_id, row.name, Kind.FOOD)
        if prefix == "maoi":
            return Subject(subject_id, self.maois[key].name, Kind.DRUG)
        if prefix == "drug":
            return Subject(subject_id, self._drug_name(key), Kind.DRUG)
        raise KeyError(subject_id)

    def _drug_name(self, key: str) -> str:
        if key in self.products:
            return self.products[key].name
        row = self.ingredients.get(key) or self.groups[key]
        return row.name

    def strictest(self, profiles: tuple[Maoi, ...]) -> Maoi:
        """The strictest of several profiles, by the ``strictness`` column."""
        return max(profiles, key=lambda profile: (profile.strictness, profile.id))
