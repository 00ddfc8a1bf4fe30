"""Finds villages that are named without their suffix: behind their town, and beside other villages of a list."""

from __future__ import annotations

import re

from kg.extract.naming import is_generic
from kg.extract.passage import Passage

BEHIND_TOWN = re.compile(
    r"[\u4e00-\u9fff]{1,3}[庄店屯集寨铺营埠堡窑峪崖楼岭坡](?=[、，。；（）()：:]|$|等|获|入选|被|创建|两|[一二三四五六七八九十\d]个)"
)
ITEM = re.compile(r"[\u4e00-\u9fff]{2,4}?(?=[、，。；（）()]|等|和|\d|[一二两三四五六七八九十]+个)")
NO_VILLAGE = re.compile(
    r"[的各个等全镇乡区县市省局委办园路街河湖山厂站校院馆场楼桥库]$|项目|工程|街道|社区|小区|花园|家园|中心"
)


def find_villages(passage: Passage) -> None:
    """Add villages behind the town they lie in, and what stands in a list with a village."""
    text = passage.text
    for area in list(passage.found.of("Area")):
        name = text[area.start : area.end]
        if name.endswith(("镇", "乡", "街道")):
            match = BEHIND_TOWN.match(text, area.end)
            if match and not is_generic(match[0]) and not _taken(passage, match.start(), match.end()):
                passage.add("Area", match.start(), match.end(), "areas/behind-town", 0.7)
        elif name.endswith("村") and len(name) > 2:
            _beside(passage, area.end)


def _beside(passage: Passage, place: int) -> None:
    """The items that follow a village in its list."""
    text = passage.text
    while text[place : place + 1] == "、":
        match = ITEM.match(text, place + 1)
        if not match or is_generic(match[0]) or (NO_VILLAGE.search(match[0]) and not match[0].endswith("楼")):
            return
        if not _taken(passage, match.start(), match.end()):
            passage.add("Area", match.start(), match.end(), "areas/beside-village", 0.68)
        place = match.end()


def _taken(passage: Passage, start: int, end: int) -> bool:
    near = (found for found in passage.found.near(start, end) if found.type != "short-area")
    return any(found.start < end and start < found.end for found in near)
