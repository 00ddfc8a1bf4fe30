"""Builds rows, mentions and statements by the rules alone, without the tagger's vote: what the rules are measured on.

    .venv/bin/python benchmarks/rules_alone.py /tmp/rules ../shared/corpus
    .venv/bin/python benchmarks/calibration.py /tmp/rules ../shared/gold ... --write   # shares of right names by rule
    .venv/bin/python benchmarks/annotated.py /tmp/rules benchmarks/further-rows        # what the vote adds

One process does all documents.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from kg import pipeline
from kg.export import EXPORTERS, ExportSettings
from kg.extract import mentions
from kg.graph.assemble import Extract

WRITTEN = ("rows", "mentions", "statements", "entities")


def one_by_one(documents: Sequence[object], progress: object = None) -> list[Extract]:
    """Extract in this process, where the tagger is silenced."""
    return [pipeline.extract_document(document) for document in documents]  # type: ignore[arg-type]


def main() -> None:
    """Build the paths behind the first argument into the folder that it names."""
    out, *paths = map(Path, sys.argv[1:])
    mentions.hold_votes = lambda passages: None
    pipeline.extract_documents = one_by_one  # type: ignore[assignment]
    graph = pipeline.build_graph(paths).graph
    out.mkdir(parents=True, exist_ok=True)
    for exporter in EXPORTERS:
        if exporter.name in WRITTEN:
            exporter.write(graph, out / exporter.filename, ExportSettings())


if __name__ == "__main__":
    main()
