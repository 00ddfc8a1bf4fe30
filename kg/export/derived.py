"""Writes the files of `ontology/` that follow from `core.ttl`: `python -m kg.export.derived`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kg.check import relation_shapes
from kg.export import json_ld
from kg.export.base import ExportSettings
from kg.ontology import ontology
from kg.words import ontology_dir


def derived_files() -> Iterator[tuple[Path, str]]:
    """Each derived file with what should stand in it."""
    yield ontology_dir() / relation_shapes.FILE, relation_shapes.relation_shapes(ontology())
    yield ontology_dir() / json_ld.FILE, json_ld.context_text(ontology(), ExportSettings())


if __name__ == "__main__":
    for path, content in derived_files():
        path.write_text(content, "utf-8", newline="\n")
