"""What a few typed characters may mean: names, short names, pinyin and initials, the nearest writing last."""

from __future__ import annotations

from functools import cached_property

from kg.model import Entity
from kg.resolve.normal import normal
from kg.serve.knowledge import Knowledge

MOST = 12
FEWEST_FOR_LIKENESS = 2


class Suggestions:
    """The names of a graph in a form in which typing finds them."""

    def __init__(self, known: Knowledge) -> None:
        self._known = known

    @cached_property
    def _forms(self) -> list[tuple[tuple[str, ...], tuple[str, ...], Entity]]:
        return [
            (
                tuple(normal(form).lower() for form in (entity.name, *entity.aliases)),
                tuple(key.lower() for key in entity.keys),
                entity,
            )
            for entity in self._known.graph.entities
        ]

    def find(self, typed: str, most: int = MOST) -> list[Entity]:
        """The things meant, the likeliest first: the name itself, then its beginning, its inside, its pinyin."""
        wanted = normal(typed).lower()
        if not wanted:
            return []
        ranked = [
            (rank, -entity.mentions, entity.id, entity)
            for forms, keys, entity in self._forms
            if (rank := _rank(wanted, forms, keys)) is not None
        ]
        found = [entity for *_, entity in sorted(ranked)[:most]]
        if not found and len(wanted) >= FEWEST_FOR_LIKENESS:
            found = [self._known.view.entities[choice.entity] for choice in self._known.names.nearest(typed)]
        return found


def _rank(wanted: str, forms: tuple[str, ...], keys: tuple[str, ...]) -> int | None:
    if wanted in forms:
        return 0
    if wanted in keys:
        return 1
    if any(form.startswith(wanted) for form in forms):
        return 2
    if any(wanted in form for form in forms):
        return 3
    if wanted.isascii() and any(key.startswith(wanted) for key in keys):
        return 4
    return None
