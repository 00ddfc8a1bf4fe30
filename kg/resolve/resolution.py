"""What resolution answers: entities, which name means which, links, and pairs in doubt with their reasons."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from pydantic import ConfigDict

from kg.model import Entity, Finding, Link
from kg.model.entity import Candidate, Reason
from kg.model.record import Record

__all__ = ["Candidate", "Reason", "Resolution"]


class Resolution(Record):
    """Every name's entity. `names` leads from `(document, type, text)` to an entity id.

    Entities are sorted by id, links by their ends, candidates by falling doubt: the same for any order of input.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", ignored_types=(cached_property,))

    entities: tuple[Entity, ...] = ()
    names: Mapping[tuple[str, str, str], str] = {}
    links: tuple[Link, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    findings: tuple[Finding, ...] = ()

    def entity_of(self, document: str, type: str, text: str) -> Entity | None:
        """The entity that a text means in a document, None where it was never named there."""
        return self.by_id.get(self.names.get((document, type, text), ""))

    @cached_property
    def by_id(self) -> dict[str, Entity]:
        """The entities under their ids."""
        return {entity.id: entity for entity in self.entities}
