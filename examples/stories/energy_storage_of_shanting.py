"""Who owns the energy-storage projects of Shanting, and how far are they?

python examples/stories/energy_storage_of_shanting.py [FOLDER OR FILE ...]
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from kg.api import Graph, build

DOCUMENTS = Path(__file__).parents[1] / "documents"
AREA = "山亭区"
WORDS = ("储能", "蓄能", "锂电")


def story(graph: Graph) -> Iterator[str]:
    """The story, a line at a time: each project, its owners with their roles, its stage and the words that say so."""
    shanting = next(choice.entity for choice in graph.find(AREA) if choice.type == "Area")
    projects = [e for e in graph.records.entities if e.type == "Project" and e.area == shanting]
    for project in projects:
        if not any(word in project.name for word in WORDS):
            continue
        trace = graph.trace(project.id)
        yield project.name
        for holding in trace.owners:
            role = {"lead": "牵头", "joint": "共同"}.get(holding.role or "", "")
            yield f"  {role}负责：{holding.owner_name}"
        for relation in trace.relations:
            yield f"  {relation.words}：{relation.other}"
        for report in trace.reports:
            yield f"  依据（{report.document} {report.row}）：{report.citation.quote}"


def main() -> None:
    paths = [Path(one) for one in sys.argv[1:]] or [DOCUMENTS]
    print("\n".join(story(build(paths))))


if __name__ == "__main__":
    main()
