"""Finds parks that a list, its count or what is done to them shows."""

from __future__ import annotations

import re

from kg.extract.lists import enumerations, items_left_of, outer
from kg.extract.naming import is_counted, is_generic
from kg.extract.passage import Passage
from kg.extract.sought import Sought

DEVELOPED = Sought(
    ("片区",),
    behind="(?=(?:的|城市)?(?:综合|整体|成片|联动|一体化|连片|滚动)?"
    "(?:开发|规划|整合|控规|招商|起步区|启动区|核心区|控制性详细规划|城市设计|建设(?!项目|工程)))",
)
HOUSING = re.compile(r"[路街巷苑村院居]$|花园|小区|社区|家属院|宿舍|公寓|棚户|老旧|精品|学校|[等各个类]|\d")


def find_park_lists(passage: Passage) -> None:
    """Add parks of lists under one head or count, and quarters that are developed as a whole."""
    _find_developed(passage)
    _find_listed(passage)
    _find_counted(passage)


def _find_listed(passage: Passage) -> None:
    """`A、B等景区`: each is one."""
    for enumeration in enumerations(passage):
        if enumeration.head not in ("景区", "公园") or len(enumeration.items) < 2:
            continue
        for item in enumeration.items:
            start, end = outer(passage.text, *item)
            name = passage.text[start:end]
            if 2 <= len(name) <= 12 and not is_generic(name) and "的" not in name and not is_counted(name):
                passage.add("Park", start, end, "parks/list", 0.7)


COUNTED = re.compile(
    "(?:[两三四五六七八九十]|\\d+)[处个座](?P<head>(?:口袋|街头|小)?(?:公园|游园)|景区|绿地)|\\d个(?P<quarter>片区)(?![征拆棚改更安回])"
)

COUNTED_HEADS = ("公园", "游园", "景区", "绿地", "片区")
"""One of them ends each match."""


def _find_counted(passage: Passage) -> None:
    """`A、B两处游园`: each is one."""
    text = passage.text
    for match in COUNTED.finditer(text) if any(head in text for head in COUNTED_HEADS) else ():
        items = items_left_of(passage, match.start())
        for start, end in items if len(items) > 1 else ():
            name = text[start:end]
            if passage.found.holds("Area", start, end):
                continue
            if 2 <= len(name) <= 8 and not is_generic(name) and not is_counted(name) and "的" not in name:
                head = match["head"] or match["quarter"]
                canonical = None if name.endswith(head) else name + head
                passage.add("Park", start, end, "parks/counted", 0.65, canonical)


def _find_developed(passage: Passage) -> None:
    """`X片区开发`: a named quarter that is developed as a whole; housing and streets being renewed are no parks."""
    text = passage.text
    for match in passage.matches(DEVELOPED):
        start = passage.name_start(match.start())
        areas = passage.found.near(start, match.start(), "Area")
        wide = (
            area.end for area in areas if start <= area.start < match.start() and text[area.end - 1] not in "镇乡道"
        )
        start = max([start, *wide])
        core = passage.text[start : match.start()]
        if 2 <= len(core) <= 10 and not is_generic(core) and not HOUSING.search(core) and not is_counted(core):
            passage.add("Park", start, match.start() + 2, "parks/quarter", 0.65)
            for item in items_left_of(passage, match.end()):
                if text.endswith("片区", *item) and item[1] < start and 4 <= item[1] - item[0] <= 12:
                    passage.add("Park", *item, "parks/quarter", 0.62)
