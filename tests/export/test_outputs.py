"""A build is replaced whole or not at all."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from kg.errors import OutputError
from kg.export import EXPORTERS, write_build
from kg.export.base import ExportSettings
from kg.export.outputs import write_one
from kg.graph.load import load
from kg.model import KnowledgeGraph
from tests.export.make import small_graph


class FullDisk:
    """Writes a little, then the disk is full."""

    name, filename = "full", "zzz.txt"

    def write(self, graph: KnowledgeGraph, path: Path, settings: ExportSettings) -> None:
        path.write_text("half", "utf-8")
        raise OSError(errno.ENOSPC, "No space left on device")


class Interrupted(FullDisk):
    def write(self, graph: KnowledgeGraph, path: Path, settings: ExportSettings) -> None:
        raise KeyboardInterrupt


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_a_full_disk_leaves_the_earlier_build_as_it_was(tmp_path: Path) -> None:
    build = tmp_path / "out"
    write_build(small_graph(), build)
    before = contents(build)
    with pytest.raises(OutputError, match=r"out: writing failed \(No space left on device\)"):
        write_build(KnowledgeGraph(), build, exporters=(*EXPORTERS, FullDisk()))
    assert contents(build) == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_an_interruption_leaves_the_earlier_build_as_it_was(tmp_path: Path) -> None:
    build = tmp_path / "out"
    write_build(small_graph(), build)
    before = contents(build)
    with pytest.raises(KeyboardInterrupt):
        write_build(KnowledgeGraph(), build, exporters=(*EXPORTERS, Interrupted()))
    assert contents(build) == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_failure_while_files_are_swapped_puts_the_old_ones_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build = tmp_path / "out"
    write_build(small_graph(), build)
    before = contents(build)
    rename = Path.replace

    def fails_at_the_report(self: Path, target: Path) -> Path:
        if self.name == "report.json" and self.parent.name.endswith(".new"):
            raise OSError(errno.EIO, "Input/output error")
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", fails_at_the_report)
    with pytest.raises(OutputError):
        write_build(KnowledgeGraph(), build)
    monkeypatch.undo()
    assert contents(build) == before


def test_a_run_killed_in_the_middle_of_the_swap_is_put_right_by_the_next(tmp_path: Path) -> None:
    build = tmp_path / "out"
    write_build(small_graph(), build)
    before = contents(build)
    aside = tmp_path / ".out.old"
    aside.mkdir()
    (build / "rows.jsonl").replace(aside / "rows.jsonl")
    (build / "rows.jsonl").write_text("new", "utf-8")
    with pytest.raises(OutputError):
        write_build(KnowledgeGraph(), build, exporters=(FullDisk(),))
    assert contents(build) == before


def test_files_of_others_in_the_folder_stay(tmp_path: Path) -> None:
    (tmp_path / "decisions.csv").write_text("mine", "utf-8")
    write_build(small_graph(), tmp_path)
    assert (tmp_path / "decisions.csv").read_text("utf-8") == "mine"


def test_a_build_into_a_file_is_refused_in_one_sentence(tmp_path: Path) -> None:
    target = tmp_path / "taken"
    target.write_text("a file", "utf-8")
    with pytest.raises(OutputError, match="taken: writing failed"):
        write_build(small_graph(), target)
    assert target.read_text("utf-8") == "a file"


def test_one_export_takes_its_place_only_when_complete(tmp_path: Path) -> None:
    target = tmp_path / "one.txt"
    target.write_text("earlier", "utf-8")
    with pytest.raises(OutputError):
        write_one(small_graph(), target, FullDisk())
    assert contents(tmp_path) == {"one.txt": b"earlier"}


def test_a_build_loads_again_equal_to_the_graph_it_was_written_from(tmp_path: Path) -> None:
    write_build(small_graph(), tmp_path)
    assert load(tmp_path) == small_graph()


def test_a_build_below_other_iris_loads_again_equal(tmp_path: Path) -> None:
    settings = ExportSettings(entity_base="https://data.example.org/d/", ontology_base="https://data.example.org/v#")
    write_build(small_graph(), tmp_path, settings)
    assert load(tmp_path) == small_graph()
    assert "zerentu" not in (tmp_path / "graph.nq").read_text("utf-8")


@pytest.mark.parametrize("wrong", ["example.org/", "https://example.org/a b/", "https://example.org/id", ""])
def test_a_base_iri_that_would_spoil_the_files_is_refused(wrong: str) -> None:
    with pytest.raises(OutputError, match="cannot be a base IRI"):
        ExportSettings(entity_base=wrong)
