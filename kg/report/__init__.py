"""The oversight report that a person would send on: a page and a workbook, the same bytes for the same graph."""

from __future__ import annotations

from pathlib import Path

from kg.errors import OutputError
from kg.graph.network import co_owners
from kg.graph.oversight import oversight
from kg.graph.wording import Language, Wording
from kg.model import KnowledgeGraph
from kg.report.page import page
from kg.report.workbook import workbook

__all__ = ["PAGE", "WORKBOOK", "page", "workbook", "write_report"]

PAGE, WORKBOOK = "oversight.html", "oversight.xlsx"


def write_report(
    graph: KnowledgeGraph, folder: Path, area: str | None = None, language: Language = "zh"
) -> tuple[Path, Path]:
    """Write `oversight.html` and `oversight.xlsx` into a folder, of one area or of all, in the language given.

    Raises `OutputError` where they cannot be written.
    """
    seen, network, words = oversight(graph, area), co_owners(graph, area), Wording(language)
    paths = folder / PAGE, folder / WORKBOOK
    try:
        folder.mkdir(parents=True, exist_ok=True)
        paths[0].write_text(page(seen, network, words), encoding="utf-8", newline="\n")
        paths[1].write_bytes(workbook(seen, network, words))
    except OSError as error:
        raise OutputError(
            f"{folder}：报告无法写入（{error.strerror}）；请检查文件夹和权限",
            english=f"{folder}: the report cannot be written ({error.strerror}); check the folder and its permissions",
        ) from error
    return paths
