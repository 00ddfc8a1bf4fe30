"""Finds projects that are one noun phrase of facility and work, lines between places, and works of whole villages."""

from __future__ import annotations

import re

from kg.extract.lexicon import kinds
from kg.extract.lists import items_left_of
from kg.extract.naming import is_generic
from kg.extract.passage import Passage
from kg.extract.sought import Sought, longest_first
from kg.extract.work_names import AROUND, PHASE, RIVER, is_bare_name, is_named, may_be_named, sole_places

NOT_ALONE = frozenset(["施工", "提升", "配套", "安置", "新建", "绿化", "维修", "搬迁"])

AFTER_WORK = re.compile(
    r"$|[，。；：、！？,;:!?）)”（(]|已|正|主体|完成|竣工|开工|进入|施工|等|预计|投入|累计|目前|[一二三]期|及|和|与|任务|到|有序|稳步|列入|纳入|入选|获|进展|全部|基本|"
    r"顺利|前期|手续|方案|设计|图纸|机遇|契机|步伐|\d[\d.]*余?(?:公里|千米|米)|进度|进程|提速|资金"
)


def find_works(passage: Passage) -> None:
    """Add projects that are one noun phrase of facility and work."""
    _facility_work(passage)
    _ranges(passage)
    _village_works(passage)


VILLAGE_WORK = re.compile(
    r"(?:省级|市级|国家级|全域)?(?:宜居宜业)?(?:美丽宜居|美丽|和美)乡村(?:示范)?(?:片区|精品线|示范带|示范线)?(?:建设)?(?![\u4e00-\u9fff]*?村)"
)


def _village_works(passage: Passage) -> None:
    """`王村省级美丽乡村建设`: what is done to the whole of a named village or town."""
    text = passage.text
    for match in VILLAGE_WORK.finditer(text) if "乡村" in text and passage.found.of("Area") else ():
        start = passage.name_start(match.end())
        named = passage.found.holds("Area", start, match.start())
        if named and AFTER_WORK.match(text, match.end()):
            passage.add("Project", start, match.end(), "works/village", 0.6)


RANGE = re.compile(
    r"至[\u4e00-\u9fff]{2,12}?(?:至[\u4e00-\u9fff]{2,10}?)?(?:铁路|高铁|客专|城际|高速公路|高速|公路|快速通道|快速路|(?<!时)段)"
)


def _ranges(passage: Passage) -> None:
    """`A至B铁路`: a line between two places."""
    text = passage.text
    for match in RANGE.finditer(text) if "至" in text else ():
        start = passage.name_start(match.end())
        first = text[start : match.start()]
        if (
            2 <= len(first) <= 14
            and not first[0].isdigit()
            and not is_generic(first)
            and AFTER_WORK.match(text, match.end())
        ):
            passage.add("Project", start, match.end(), "works/range", 0.6)


WORK = Sought(lambda: longest_first(kinds("mention_heads")["work"]), behind="(?:教学楼|综合楼|病房楼|门诊楼)?")


def _facility_work(passage: Passage) -> None:
    """`李山口水库除险加固`: one noun phrase of facility and work; `X公园建设` names the facility alone."""
    text = passage.text
    for match in passage.matches(WORK):
        if match[0] in NOT_ALONE or not AFTER_WORK.match(text, match.end()):
            continue
        phase = PHASE.fullmatch(text, max(0, match.start() - 2), match.start())
        stop = phase.start() if phase else match.start()
        if not (may_be_named(passage, stop) or AROUND.search(text, max(0, stop - 9), stop)):
            continue
        start = passage.name_start(match.start())
        core = text[start:stop]
        alone = core in sole_places() and match[0] not in ("建设", "施工", "开发")
        named = alone or is_named(passage, start, start + len(AROUND.sub("", core)))
        if not named or (match[0] == "开发" and not core.endswith("片区")):
            continue
        if match[0] == "建设":
            passage.add("Project", start, match.start(), "works/facility-building", 0.6)
            share(passage, start, "")
            continue
        share(passage, start, match[0])
        phase = PHASE.match(text, match.end())
        passage.add("Project", start, phase.end() if phase else match.end(), "works/facility-work", 0.7)


def share(passage: Passage, start: int, work: str) -> None:
    """The items before it in a list are renovated too: `A家属院、B村棚户区改造`."""
    text = passage.text
    if text[start - 1 : start] not in ("、", "和", "与") or (text[start - 1] != "、" and not work):
        return
    head = "棚户区" + work if work and text[start:].split(work)[0].endswith("棚户区") else work
    items = items_left_of(passage, start - 1)
    items = tuple(item for item in items if not (work and WORK.pattern.search(text[slice(*item)])))
    named = [is_named(passage, *item) for item in items]
    for (first, end), own in zip(items, named, strict=True):
        if (
            own
            or text[first:end] in sole_places()
            or (work and RIVER.fullmatch(text[first:end]))
            or (work and any(named) and is_bare_name(text[first:end]))
        ):
            passage.add("Project", first, end, "works/shared-work", 0.6, text[first:end] + head)
