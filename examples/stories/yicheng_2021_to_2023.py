"""What became of the projects that Yicheng named in 2021 by the end of 2023?

python examples/stories/yicheng_2021_to_2023.py [FOLDER OR FILE ...]
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from kg.api import Graph, build
from kg.graph.changes import LABELS

DOCUMENTS = Path(__file__).parents[1] / "documents"
AREA, BEFORE, AFTER = "峄城区", "2021", "2023"
TOLD = ("completed", "moved_on", "stalled", "dropped", "unclear", "silently_gone")


def story(graph: Graph) -> Iterator[str]:
    """The story, a line at a time: how many projects went which way, then each with both quotes."""
    found = graph.changes(AREA, BEFORE, AFTER)
    counts = Counter(change.kind for change in found.changes)
    yield f"{AREA}{BEFORE}年点名的项目到{AFTER}年："
    for kind in TOLD:
        yield f"  {LABELS[kind]} {counts[kind]} 个"
    for kind in TOLD:
        for change in found.changes:
            if change.kind == kind:
                yield f"{LABELS[kind]}｜{change.name}：{change.words}"
                yield from (f"    {c.document} {c.row}：{c.quote}" for c in change.citations)


def main() -> None:
    paths = [Path(one) for one in sys.argv[1:]] or [DOCUMENTS]
    print("\n".join(story(build(paths))))


if __name__ == "__main__":
    main()
