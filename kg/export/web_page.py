"""The explorer as one file that works from disk, with the network off."""

from __future__ import annotations

from pathlib import Path

from kg.model import KnowledgeGraph


class WebPage:
    """`graph.html`: the graph to look at, search, filter and follow, every line with the sentence that proves it."""

    name = "html"
    filename = "graph.html"
    title = "图谱浏览页"

    def write(self, graph: KnowledgeGraph, path: Path, settings: object = None) -> None:
        """Write the page to `path` as UTF-8; equal graphs give equal bytes. The page uses no setting of a publisher."""
        from kg.export.page import page_content, render

        path.write_text(render(page_content(graph)), encoding="utf-8", newline="\n")
