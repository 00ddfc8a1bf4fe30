"""Words for development zones (经开区, 保税区), by the uses that `ontology/words/zones.csv` gives them."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.lexicon import alternatives
from kg.words import word_table


def zones(use: str) -> frozenset[str]:
    """The words that have a use.

    >>> "化工区" in zones("office"), "化工区" in zones("bare")
    (True, False)
    """
    return _by_use()[use]


@cache
def zone_at_end(use: str) -> re.Pattern[str]:
    """What finds one of the words that have a use at the end of a name."""
    return re.compile(f"(?:{alternatives(zones(use))})$")


@cache
def _by_use() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in word_table("zones"):
        for use in row["uses"].split("|"):
            found.setdefault(use, set()).add(row["word"])
    return {use: frozenset(words) for use, words in found.items()}
