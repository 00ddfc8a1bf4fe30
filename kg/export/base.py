"""What every export has in common."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

from pydantic import field_validator

from kg.errors import OutputError
from kg.ids import ENTITY_BASE, ONTOLOGY_BASE
from kg.model import KnowledgeGraph
from kg.model.record import Record

_BASE_IRI = re.compile(r'[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>"{}|^`\\]*[/#:]')


class ExportSettings(Record):
    """How outputs are written.

    `entity_base` and `ontology_base` are the IRIs below which entities and the vocabulary stand, for publishers with
    a domain of their own; both end in `/`, `#` or `:`. `run` is what the run says of itself in `report.json`
    (files read, failures, timings); what changes from run to run must not stand in it if equal bytes are wanted.
    """

    entity_base: str = ENTITY_BASE
    ontology_base: str = ONTOLOGY_BASE
    run: Mapping[str, Any] = {}

    @field_validator("entity_base", "ontology_base")
    @classmethod
    def _is_base(cls, value: str) -> str:
        if not _BASE_IRI.fullmatch(value):
            raise OutputError(
                f"{value!r} cannot be a base IRI; give one such as https://example.org/id/ that ends in / or #"
            )
        return value


@runtime_checkable
class Exporter(Protocol):
    """A way to write the graph into one file.

    `name` is what `kg export --to` calls it, `filename` what the file is called in a build. `write` gives the same
    bytes for the same graph, and raises `OutputError` or `OSError` when it cannot.
    """

    name: str
    filename: str

    def write(self, graph: KnowledgeGraph, path: Path, settings: ExportSettings) -> None:
        """Write the graph to `path`."""
        ...
