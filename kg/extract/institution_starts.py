"""Says where an institution's name begins, where the clause puts a verb or another institution before it."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.lexicon import alternation
from kg.extract.passage import Passage

SHORTEST = 2
VERB = re.compile("[建同与](?!设)|设(?!计|施|备|立)")
KNOWN_BY = re.compile("[省市区县镇]|第[一二三四五六七八九十]|中国")
"""With what the names of many institutions begin."""


def after_leads(passage: Passage, start: int, end: int) -> int:
    """Past `即`, `含`, `选出`, 建, 设 and 同, and past the institution before 暨 (中心医院暨云岭疗养院)."""
    inside = _inside().match(passage.text, start, end)
    start = inside.end() if inside and (inside.end() == end or end - inside.end() >= SHORTEST) else start
    start = _after_verb(passage, start, end)
    first = _first().match(passage.text, start, end - SHORTEST)
    areas = passage.found.near(start, start) if first else ()
    return start if first is None or any(area.start == start for area in areas) else first.end()


def _after_verb(passage: Passage, start: int, end: int) -> int:
    """Past 建, 设 and 同, where no name begins with them (建区第二幼儿园; not 建国小学, 设计院)."""
    verb = VERB.match(passage.text, start, end - SHORTEST)
    if not verb:
        return start
    named = KNOWN_BY.match(passage.text, verb.end()) or any(
        area.start == verb.end() for area in passage.found.near(verb.end(), verb.end(), "Area")
    )
    return verb.end() if named or verb[0] == "设" else start


@cache
def _inside() -> re.Pattern[str]:
    behind = alternation("institution_leads", "behind")
    return re.compile(
        f".*(?:{alternation('institution_leads', 'inside')}|(?<=[学中小院校馆厅园心楼房])(?<!普){behind})"
    )


@cache
def _first() -> re.Pattern[str]:
    return re.compile(alternation("institution_leads", "first"))
