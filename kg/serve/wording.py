"""The words of a page in the reader's language: those of the graph, and the explorer's for relations read backwards."""

from __future__ import annotations

import json
from functools import cache

from kg.export.page.assemble import SOURCE
from kg.graph.wording import Language
from kg.graph.wording import Wording as GraphWording

__all__ = ["Language", "Wording"]


class Wording(GraphWording):
    """Wording of pages in one language."""

    def inverse(self, name: str) -> str:
        """What a relation is called from its object's side."""
        found = _explorer_words().get(f"inverse.{name}")
        return self.say(*found) if found else f"{self.term(name)} ←"


@cache
def _explorer_words() -> dict[str, tuple[str, str]]:
    return {key: (zh, en) for key, (zh, en) in json.loads((SOURCE / "words.json").read_text("utf-8")).items()}
