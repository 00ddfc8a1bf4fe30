"""Finds projects without the word: facility plus work, facilities being built, reported on, or split into phases."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.lexicon import alternation
from kg.extract.lists import items_left_of
from kg.extract.naming import facility_head, is_generic, is_named_facility, is_single_facility
from kg.extract.passage import Passage

AFTER_WORK = re.compile(
    r"$|[，。；：、！？,;:!?）)”]|已|正|主体|完成|竣工|开工|进入|施工|等|预计|投入|累计|目前|[一二三]期|及|和|任务|到|进展|全部|基本|顺利|前期|手续|方案|设计|图纸|（"
)
STRONG = re.compile(
    r"新建改扩建|新改扩建|新改建|新建|改建|改扩建|扩建|规划建设|开工建设|建成投用|建成启用|建成投入使用|建成|打通|贯通|完工|启动建设|"
    r"续建|建设(?!用地|项目|工程|局|银行|指挥|资金|单位|规模|进度|标准|内容)|投用|迁建"
)
WEAK = re.compile(r"加速|加快推进|加快|推进|启动|实施|完成")
OBJECT_END = re.compile(
    r"等|前期工作|[，。；：,;！!]|的|(?:道路|项目|工程)*(?:建设|施工)(?:任务|进度)?(?=[，。；、和与，]|$)|(?:道路)?(?:工程|项目)(?=[，。；、])"
)
PROGRESS = re.compile(
    r"(?:项目|工程|建设)?(?:目前|现|均|全部)?(?:已|正在|正(?!式印)|主体(?!责任|地位)|完成|竣工|建成|投入使用|投用|开工|封顶|进入|施工|具备|交付|"
    r"土地指标|建设资金|征地|征收|手续|规划许可|可研|初步设计|设计方案|图纸|招标)"
)
PHASED = re.compile(
    r"(?:[\u4e00-\u9fffA-Za-z0-9]{2,12}?)[一二三四]期(?:[东西南北]区|[东西南北]片区|项目|工程)?(?=\d|[：，、。；]|已|正|主体|完成|竣工|开工|进入|施工|建设)"
)


def find_works(passage: Passage) -> None:
    """Add projects that are one noun phrase of facility and work, or a named facility that is being built."""
    _facility_work(passage)
    _being_built(passage)
    if passage.part in ("progress", "targets", "problems"):
        _reported(passage)
        _headings(passage)
    _phased(passage)


@cache
def _work() -> re.Pattern[str]:
    return re.compile(alternation("mention_heads", "work") + "(?:教学楼|综合楼|病房楼|门诊楼)?")


NOT_ALONE = frozenset(["建设", "施工", "提升", "配套", "安置", "新建", "绿化", "维修", "搬迁"])


def _facility_work(passage: Passage) -> None:
    """`李山口水库除险加固`: one noun phrase of facility and work."""
    text = passage.text
    for match in _work().finditer(text):
        if match[0] in NOT_ALONE or not AFTER_WORK.match(text, match.end()):
            continue
        start = passage.name_start(match.start())
        core = text[start : match.start()]
        if match[0] == "开发" and not core.endswith("片区"):
            continue
        if is_named_facility(core) and "的" not in core:
            _share(passage, start, match[0])
            phase = re.compile("[一二三四]期").match(text, match.end())
            passage.add("Project", start, phase.end() if phase else match.end(), "works/facility-work", 0.7)


def _share(passage: Passage, start: int, work: str) -> None:
    """The items before it in a list are renovated too: `A家属院、B村棚户区改造`."""
    text = passage.text
    if text[start - 1 : start] != "、":
        return
    head = "棚户区改造" if text[start:].split(work)[0].endswith("棚户区") else work
    for first, end in items_left_of(passage, start - 1):
        if is_named_facility(text[first:end]):
            passage.add("Project", first, end, "works/shared-work", 0.6, text[first:end] + head)


def _being_built(passage: Passage) -> None:
    """`新建A路、B小学`: named facilities as the objects of building; 推进 and the like need 建设 behind them."""
    text = passage.text
    for verb, pattern in (("strong", STRONG), ("weak", WEAK)):
        for match in pattern.finditer(text):
            ending = OBJECT_END.search(text, match.end())
            end = ending.start() if ending else len(text)
            if verb == "weak" and not (ending and re.search("建设|施工|前期工作", ending[0])):
                continue
            for item in items_left_of(passage, end):
                _add_object(passage, item, match.end(), text[end : end + 3])


COUNT_BEHIND = re.compile(r"[\d一二两三四五六七八九十]+余?(?:家|处|座|个|所|条|栋|期)$")


def _add_object(passage: Passage, item: tuple[int, int], verb_end: int, after: str) -> None:
    start, end = item
    if start < verb_end or not passage.text[start:end]:
        return
    counted = COUNT_BEHIND.search(passage.text[start:end])
    if counted:
        end = start + counted.start()
    name = passage.text[start:end]
    if "“" in name[1:] or '""' in name:
        return
    quoted = name[:1] in '“"' and name[-1:] in '”"' and facility_head(name[1:-1]) is not None
    if quoted:
        passage.add("Project", start + 1, end - 1, "works/being-built", 0.6)
    elif is_named_facility(name) or (not counted and is_single_facility(name)):
        passage.add("Project", start, end, "works/being-built", 0.6)


def _reported(passage: Passage) -> None:
    """`A路完成水稳施工`: named facilities of which a clause says how far they are."""
    text = passage.text
    for match in PROGRESS.finditer(text):
        items = items_left_of(passage, match.start())
        for start, end in items:
            if (
                is_named_facility(text[start:end])
                and _clause_initial(passage, items[0][0])
                and not _is_agency(passage, end)
            ):
                passage.add("Project", start, end, "works/reported", 0.6)


def _headings(passage: Passage) -> None:
    """`宙合幼儿园：…`: a named facility as the heading of what is said."""
    text = passage.text
    for match in re.finditer(r"[：:]", text):
        start = passage.strip_left(passage.clause_start(match.start()), match.start())
        if is_named_facility(text[start : match.start()]) and not _is_agency(passage, match.start()):
            passage.add("Project", start, match.start(), "works/heading", 0.7)


def _clause_initial(passage: Passage, start: int) -> bool:
    before = passage.clause_start(start) if start else 0
    return passage.strip_left(before, start) == start


def _is_agency(passage: Passage, end: int) -> bool:
    return any(found.end == end for found in passage.of("Agency"))


def _phased(passage: Passage) -> None:
    """`东西鲁三期西区`: a name with a phase, at the beginning of a clause."""
    text = passage.text
    for match in PHASED.finditer(text):
        start = passage.name_start(match.end())
        core = re.sub(r"[一二三四]期.*$", "", text[start : match.end()])
        if 2 <= len(core) <= 14 and not is_generic(core) and "的" not in core and "第" not in core:
            passage.add("Project", start, match.end(), "works/phase", 0.65)
