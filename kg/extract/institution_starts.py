"""Says where an institution's name begins, where the clause puts a verb or another institution before it."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.lexicon import alternation
from kg.extract.passage import Passage

SHORTEST = 2


def after_leads(passage: Passage, start: int, end: int) -> int:
    """Past `即`, `含`, `选出` and past the institution before 暨 (中心医院暨云岭疗养院)."""
    inside = _inside().match(passage.text, start, end)
    start = inside.end() if inside and end - inside.end() >= SHORTEST else start
    first = _first().match(passage.text, start, end - SHORTEST)
    areas = passage.found.near(start, start) if first else ()
    return start if first is None or any(area.start == start for area in areas) else first.end()


@cache
def _inside() -> re.Pattern[str]:
    behind = alternation("institution_leads", "behind")
    return re.compile(f".*(?:{alternation('institution_leads', 'inside')}|(?<=[学中小院校馆厅园心楼房])(?<!普){behind})")


@cache
def _first() -> re.Pattern[str]:
    return re.compile(alternation("institution_leads", "first"))
