"""Zaozhuang and Zibo compared: tasks, status, sectors, busiest agencies, and who works in both.

python examples/stories/zaozhuang_and_zibo.py [FOLDER OR FILE ...]
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from kg.api import Graph, build
from kg.areas import gazetteer
from kg.graph.oversight import Oversight
from kg.ontology import ontology

DOCUMENTS = Path(__file__).parents[1] / "documents"
CITIES = {"枣庄市": "370400", "淄博市": "370300"}


def story(graph: Graph) -> Iterator[str]:
    """The story, a line at a time: each city's figures, then the organisations that documents of both name."""
    for city in CITIES:
        yield from _figures(city, graph.oversight(city))
    yield "两市文件都提到的单位："
    for name, documents in shared_organisations(graph):
        yield f"  {name}（{'、'.join(documents)}）"


def _figures(city: str, seen: Oversight) -> Iterator[str]:
    yield f"{city}：{len(seen.documents)} 份文件，{seen.tasks} 项任务，{seen.projects} 个项目"
    stages = [f"{ontology().concept('StageScheme', word).label()} {n}" for word, n in seen.by_stage]  # type: ignore[union-attr]
    yield f"  项目阶段：{'，'.join(stages)}"
    sectors = [f"{tally.name} {tally.projects}" for tally in seen.sectors[:5]]
    yield f"  项目最多的领域：{'，'.join(sectors)}"
    busiest = [f"{tally.name} {tally.tasks}" for tally in seen.agencies[:3]]
    yield f"  任务最多的单位：{'，'.join(busiest)}"


def shared_organisations(graph: Graph) -> list[tuple[str, tuple[str, ...]]]:
    """Companies and institutions that documents of both cities name."""
    found = []
    for entity in graph.records.entities:
        homes = {_city(graph, document) for document in entity.documents}
        if entity.type in ("Company", "Institution") and set(CITIES.values()) <= homes:
            found.append((entity.name, entity.documents))
    return sorted(found)


def _city(graph: Graph, document: str) -> str:
    area = graph.view.area_of(document)
    code = (area.code if area else None) or ""
    return next((city for city in CITIES.values() if gazetteer().covers(city, code)), "")


def main() -> None:
    paths = [Path(one) for one in sys.argv[1:]] or [DOCUMENTS]
    print("\n".join(story(build(paths))))


if __name__ == "__main__":
    main()
