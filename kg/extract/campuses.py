"""Finds institutions that share their last words with others of a list, and offices whose house is being built."""

from __future__ import annotations

import re

from kg.extract.findings import Found
from kg.extract.lists import items_left_of
from kg.extract.passage import Passage

PLACE = re.compile("[\u4e00-\u9fff]{1,5}?(?:镇|乡|街道|村|社区)")
LEVELS = ("街道", "社区", "镇", "乡", "村")
HEALTH = ("疾控中心", "疾病预防控制中心", "急救中心", "妇幼保健中心")
HOUSE_BEHIND = re.compile(
    "(?:异地)?(?:迁建|新建|改扩建|扩建|改建|重建)|(?:新)?(?:实验|业务|综合|检验|办公)?(?:大楼|楼|用房)|新址"
)
BUILT_BEFORE = re.compile("(?:新建|迁建|改建|扩建|改扩建|重建|续建)(?:[^，。；：]{2,12}、)?$")


def institutions_being_built(passage: Passage) -> None:
    """`疾控中心迁建`: what is built is the institution, not the office."""
    built = [found for found in passage.found.of("Agency") if _is_built(passage.text, found)]
    if not built:
        return
    passage.found.keep([found for found in passage.found if found not in built])
    for found in built:
        passage.add("Institution", found.start, found.end, "institutions/built", 0.7)


def _is_built(text: str, found: Found) -> bool:
    if not text.endswith(HEALTH, found.start, found.end):
        return False
    return bool(
        HOUSE_BEHIND.match(text, found.end) or BUILT_BEFORE.search(text[max(0, found.start - 16) : found.start])
    )


def find_shared_institutions(passage: Passage) -> None:
    """`江南镇、坦渡镇敬老院`: the first is an institution too, its name ends like the last one's."""
    text = passage.text
    for found in tuple(passage.found.of("Institution")):
        if text[found.start - 1 : found.start] not in ("、", "和", "及", "与"):
            continue
        own = _places(text, found.start, found.end)
        if not own or own >= found.end - 2:
            continue
        level = next(level for level in LEVELS if text.endswith(level, found.start, own))
        for start, end in items_left_of(passage, own)[:-1]:
            if _places(text, start, end) == end and text.endswith(level, start, end):
                canonical = text[start:end] + text[own : found.end]
                passage.add("Institution", start, end, "institutions/shared", 0.7, canonical)


def _places(text: str, start: int, end: int) -> int:
    """Where the town and village end with which a name begins, 0 where it begins with none."""
    reached = 0
    while match := PLACE.match(text, reached or start, end):
        reached = match.end()
    return reached
