"""The path as a whole: nothing depends on the order of files or on how many processors work."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import pipeline
from kg.errors import UnreadableDocument

EXAMPLES = Path(__file__).parents[1] / "examples" / "documents"


def test_one_processor_and_several_give_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    documents, _ = pipeline.read_documents([EXAMPLES])
    monkeypatch.setattr(pipeline, "WORTH_SHARING", 10**9)
    alone = pipeline.extract_documents(documents)
    monkeypatch.setattr(pipeline, "WORTH_SHARING", 0)

    assert pipeline.extract_documents(documents) == alone


def test_the_order_of_files_changes_nothing() -> None:
    paths = sorted(EXAMPLES.iterdir())[:4]

    assert pipeline.build_graph(paths).graph == pipeline.build_graph(paths[::-1]).graph


def test_a_file_given_twice_counts_once_and_two_files_of_one_name_are_both_kept(tmp_path: Path) -> None:
    table = "序号\t重点任务\t责任单位\n1\t建设{}水厂。\t区水务局\n"
    for folder, name in (("甲", "东"), ("乙", "西")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(table.format(name), "utf-8")

    graph = pipeline.build_graph([tmp_path, tmp_path / "甲" / "a.txt"]).graph

    assert len(graph.documents) == 2
    assert sorted(row.text("task") for row in graph.rows) == ["建设东水厂。", "建设西水厂。"]


def test_progress_is_told_for_every_document() -> None:
    told: list[tuple[str, str]] = []
    paths = sorted(EXAMPLES.iterdir())[:3]

    pipeline.build_graph(paths, progress=lambda step, name, done, total: told.append((step, name)))

    assert [name for step, name in told if step == "extract"] == [path.name for path in paths]


def test_a_folder_without_a_document_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match="没有可读取的文件"):
        pipeline.build_graph([tmp_path])
