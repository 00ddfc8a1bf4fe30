"""Exporters of other packages: found by their entry point, listed and used like ours, refused where they are none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

import kg.export
from kg.errors import OutputError
from kg.export import ExportSettings, exporter, exporters
from kg.export.outputs import write_one
from kg.model import KnowledgeGraph


class Names:
    """Writes one name a line."""

    name = "names"
    filename = "names.txt"

    def write(self, graph: KnowledgeGraph, path: Path, settings: ExportSettings) -> None:
        path.write_text("".join(f"{entity.name}\n" for entity in graph.entities), "utf-8")


def plugged(monkeypatch: pytest.MonkeyPatch, made: object) -> None:
    point = SimpleNamespace(name="names", value="elsewhere:Names", load=lambda: made)
    monkeypatch.setattr(kg.export, "entry_points", lambda group: [point] if group == kg.export.PLUGINS else [])
    kg.export._outside.cache_clear()


@pytest.fixture(autouse=True)
def _forgotten() -> Iterator[None]:
    yield
    kg.export._outside.cache_clear()


@pytest.mark.parametrize("made", [Names, Names(), lambda: Names()])
def test_an_exporter_of_another_package_is_found_by_its_name(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, made: object
) -> None:
    plugged(monkeypatch, made)
    found = exporter("names")
    assert found is not None
    assert exporters()[-1].name == "names"
    write_one(KnowledgeGraph(), tmp_path / "names.txt", found, ExportSettings())
    assert (tmp_path / "names.txt").read_text("utf-8") == ""


def test_what_is_no_exporter_is_refused_with_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    plugged(monkeypatch, dict)
    with pytest.raises(OutputError, match="plug-in names"):
        exporters()
