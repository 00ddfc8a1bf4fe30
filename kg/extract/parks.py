"""Finds parks: industrial, technology and logistics parks, zones, public parks and scenic areas."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.lexicon import alternation
from kg.extract.naming import is_counted, is_generic
from kg.extract.passage import Passage

TITLE = re.compile(r"^(?:国家级?|省级?|市级|全国|全省|全市|区级|世界级?|国际|一流|[省市区]级)")
WEAK = frozenset(
    {
        "基地",
        "示范区",
        "新区",
        "古镇",
        "小镇",
        "乐园",
        "湿地",
        "集聚区",
        "聚集区",
        "先行区",
        "合作区",
        "示范基地",
        "特色小镇",
        "园区",
        "产业基地",
        "产业城",
    }
)
NO_PARK = re.compile(r"(?:公园城市|园区化|开发区内|基地化|景区化|公园化)")
BARE_ZONES = frozenset({"经济开发区", "高新区", "经开区", "农高区"})


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(alternation("mention_heads", "park"))


def find_parks(passage: Passage) -> None:
    """Add the parks of a passage."""
    text = passage.text
    for match in _pattern().finditer(text):
        if NO_PARK.match(text, match.start()):
            continue
        start = passage.name_start(match.start())
        core, end = text[start : match.start()], match.end()
        if not core or is_generic(core) or is_counted(core) or len(core) > 24 or "的" in core:
            passage.reject("Park", start, end, "no name before the suffix")
            continue
        if TITLE.match(core) and not any(found.start == start for found in passage.of("Area")):
            passage.reject("Park", start, end, "a title, not a place")
            continue
        passage.add(
            "Park", start, end, "parks/weak" if match[0] in WEAK else "parks/suffix", 0.6 if match[0] in WEAK else 0.82
        )
