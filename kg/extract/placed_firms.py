"""Finds firms by a city's or province's short form, a name proper and words of trade."""

from __future__ import annotations

import re
from functools import cache

from kg.areas import gazetteer
from kg.extract.company_words import adjectives, goods_pattern
from kg.extract.firm_cues import firm_cue
from kg.extract.lexicon import alternation
from kg.extract.ordinary import is_brand
from kg.extract.passage import Passage


@cache
def _soft_trades() -> re.Pattern[str]:
    """Trade words that other things end in too: they end a firm's name where a city stands before it."""
    return re.compile(alternation("mention_heads", "trade", "soft-trade"))


def find_placed_firms(passage: Passage) -> None:
    """Add firms by a city's or province's short form, a name proper and words of trade (江苏南通海岚市政工程)."""
    text, trade = passage.text, _soft_trades().match
    ends = {
        found.end: found.start for found in passage.found.of("short-area") if _is_wide(text[found.start : found.end])
    }
    for end, start in sorted(ends.items()):
        if end in ends.values() and any(start < other < end for other in ends):
            continue
        start = ends.get(start, start)
        for size in (2, 3, 4):
            stop = end + size
            if not (trade(text, stop) and is_brand(text[end:stop])):
                continue
            stop = _chain_end(text, stop)
            if _of_products(passage, start, stop):
                break
            if stop > end + size and not firm_cue("other").match(text, stop):
                passage.add("Company", start, stop, "companies/placed", 0.7)
                break


def _is_wide(short: str) -> bool:
    """Whether a province or a city is called so; what a county's name stands before is mostly no firm."""
    return any(area.kind in ("Province", "City") or area.name.endswith("市") for area in gazetteer().find(short))


def _of_products(passage: Passage, start: int, end: int) -> bool:
    """Whether the trade words before a place tell what a project makes, or a product's kind (江苏海岚食品项目)."""
    text = passage.text
    if any(text.endswith(word, start, end) for word in adjectives()) and goods_pattern().match(text, end):
        return True
    if PHASE.match(text, end):
        return False
    return any(found.start <= start and found.end > end for found in passage.found.near(start, end, "Project"))


PHASE = re.compile(r"\d|[一二三四]期")


def _chain_end(text: str, end: int) -> int:
    """Where trade words and words of industry that stand one after the other end, the last of them a trade's."""
    last = end
    while match := _soft_trades().match(text, end) or firm_cue("industry").match(text, end):
        end = match.end()
        if match.re is _soft_trades() and not firm_cue("goods").match(text, end):
            last = end
    return last
