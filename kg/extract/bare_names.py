"""Bare names, which mean nothing by themselves: whether one may be a firm's, and where one may be added."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.areas import gazetteer
from kg.extract.company_words import TRADES, industry_pattern
from kg.extract.firm_cues import firm_cue
from kg.extract.ordinary import is_brand
from kg.extract.passage import Passage


@lru_cache(maxsize=10_000)
def is_firm_like(name: str) -> bool:
    """A bare name, or one with a trade or general words of trade behind it (台德智慧科技, 正明铝业).

    >>> is_firm_like("睿霖智能装备"), is_firm_like("高端智能装备")
    (True, False)
    """
    if is_brand(name):
        return True
    trade = next((match for match in TRADES.pattern.finditer(name, 2) if match.end() == len(name)), None)
    if trade is None or not re.fullmatch("[\u4e00-\u9fff]+", name):
        return False
    core = name[: trade.start()]
    return any(is_brand(core[:size]) and _is_industry(core[size:]) for size in (2, 3, 4) if size <= len(core))


def _is_industry(rest: str) -> bool:
    """Nothing, or words of industry and trade alone."""
    while rest:
        match = industry_pattern().match(rest) or TRADES.pattern.match(rest) or firm_cue("industry").match(rest)
        if not match:
            return False
        rest = rest[match.end() :]
    return True


@lru_cache(maxsize=10_000)
def without_region(name: str) -> str:
    """A name without the short forms of province and city before it (江苏南通海岚).

    >>> without_region("江苏南通海岚"), without_region("海岚")
    ('海岚', '海岚')
    """
    for _ in range(2):
        end = next((end for start, end, _ in gazetteer().scan(name) if start == 0), 0)
        name = name[end:] if 0 < end <= 3 and len(name) - end >= 2 else name
    return name


def add_bare_name(
    passage: Passage, start: int, end: int, method: str, sure: float, kind: str = "Company", *, projects: bool = False
) -> None:
    """Add a bare name where no other name stands; `projects` says that it may stand inside a project's."""
    beside = ("short-area", "Project") if projects else ("short-area",)
    near = (found for found in passage.found.near(start, end) if found.type not in beside)
    if not any(found.start < end and start < found.end for found in near):
        passage.add(kind, start, end, method, sure)
