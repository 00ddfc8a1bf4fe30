"""Says what looks like a park's name and is none: what is called after one, layouts, ordinals and counts."""

from __future__ import annotations

import re

from kg.extract.naming import is_generic
from kg.extract.passage import Passage

ROAD_BEHIND = re.compile(
    "[东西南北中]?(?:路|大道|大街|隧道|立交|社区|小区|解困房|安置[房区小]|住宅|[一二三四五六]区)|(?<=[老古]街)区"
)
"""What is called after a park, but lies elsewhere."""
CALLED_AFTER = ("Institution", "Area")
INSIDE_PARKS = ("馆", "中心")
"""What stands in the park that its name begins with."""
NUMBER = r"[一二两三四五六七八九十多N\d]"
LAYOUT = re.compile(
    rf"[“\"]?(?:{NUMBER}[廊核区带城心轴港极翼中副谷园镇])+{NUMBER}|{NUMBER}[大个](?:[百千]亿级?|特色|专业|产业|重点)?"
)
ORDINAL = re.compile(r"第?[一二三四五六七八九十两\d]+[期次批个]|上年|今年|去年")
SUPERLATIVE = re.compile("首个|第一个|最美|最大")
COUNT_BEHIND = re.compile(r"[”\"]?(?!1[处个座](?!\d))\d+(?:处|个|座|家)")
COUNTS_INSIDE = re.compile(r"\d+[个家](?=[：:、，,；;。（(和]|$|(?:重点|产业|工业|新)?(?:项目|企业))")
"""A count that says of what behind it or before it: projects, mostly, that stand in the zone."""


def is_other_thing(passage: Passage, start: int, end: int, head: str) -> bool:
    """`青湖新区实验小学`, `云岭园社区`, `云岭桃园种植合作社`, `青湖公园东路`: something is called after the park."""
    if ROAD_BEHIND.match(passage.text, end) or (head == "新区" and passage.found.holds("Area", start, end)):
        return True
    types = (*CALLED_AFTER, "Company") if head == "园" else CALLED_AFTER
    longer = (found for found in passage.found.near(start, end) if found.type in types)
    return any(
        found.start <= start and end < found.end and not passage.text.endswith(INSIDE_PARKS, start, found.end)
        for found in longer
    )


def is_one_of_a_row(core: str) -> bool:
    """Whether what stands before the word for parks lays out, numbers or praises them.

    >>> is_one_of_a_row("一区五"), is_one_of_a_row("上年"), is_one_of_a_row("柳溪")
    (True, True, False)
    """
    ordinal = ORDINAL.match(core)
    numbered = ordinal is not None and is_generic(core[ordinal.end() :])
    return numbered or bool(LAYOUT.fullmatch(core) or SUPERLATIVE.search(core))


def is_counted_behind(text: str, core: str, end: int, head: str) -> bool:
    """`口袋公园12处`; behind a zone with a name the count is that of what stands there (云岭新区3个)."""
    one = text.startswith("1处", end) and not head.endswith(("公园", "游园"))
    counted = COUNT_BEHIND.match(text, end)
    inside = COUNTS_INSIDE.match(text, end)
    return one or bool(counted and (is_generic(core) or inside is None or ("家" in inside[0] and head[-1] != "区")))
