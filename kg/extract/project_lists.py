"""Finds the projects of lists that a head closes: `A、B等项目`, `A路、B路等道路建设`."""

from __future__ import annotations

import re

from kg.extract.lists import HEADS, Enumeration, enumerations, outer
from kg.extract.naming import facility_head, is_counted, is_generic, is_named_facility, is_named_road
from kg.extract.passage import Passage
from kg.extract.project_items import SHARED
from kg.extract.project_names import PHYSICAL, SOFT

HEAD_WORDS = frozenset([*HEADS["Project"].split("|"), "园区"])
WORK_BEHIND = re.compile(
    r"(?:正在|加快|全面|有序|相继|陆续|同步)?(?:雨污分流|综合|提质|品质)?(?:建设|改造|提升|建成|施工)"
)
ONE_MORE = re.compile("在建|拟建|已建|续建|首[座条个家]|其他|其它|部分|一批|各类")
WORK_END = re.compile(r"(?:治理|整治|修复|改造|疏浚|加固|扩建|改建|迁建|绿化|修缮)$")
SCHOOL = re.compile("[一二三四五六七八九十]中$")
BUILDING = re.compile(r"新建|改建|扩建|建设|建成|打通|贯通|启动|实施|推进|推动|加快|改造|提升|新改")
ABSTRACT = re.compile(r"(?:产业|领域|行业|环节|方面|工作|产品|行动|计划|服务|机制|制度|体系|能力|平台|场景)$")
QUOTED = re.compile(r"[“\"][^“”\"]+[”\"]$")
FOR_ANYTHING = re.compile("项目|园区")
NOT_BUILT = re.compile("科研|课题|服务项目|产业项目$|领域|大工程")
HONOURS = re.compile("分类|示范社区|示范街")
QUARTERS = re.compile("棚改|(?:棚户区|城中村|片区|小区|旧村|旧城)改造")
"""Works on quarters, which are called by whatever stands there: a road, a station, a school."""
COMPLETE = re.compile("(?:项目|工程)$")
BUILT_BEHIND = re.compile("(?<=项目|工程)建设$")


def find_project_lists(passage: Passage) -> None:
    """Add each of A and B in `A、B等项目`; the head completes the canonical name."""
    for enumeration in enumerations(passage):
        if enumeration.head in HEAD_WORDS:
            _add_items(passage, enumeration)


def _add_items(passage: Passage, enumeration: Enumeration) -> None:
    text, head = passage.text, _head(passage, enumeration)
    first = enumeration.items[0][0]
    work = WORK_BEHIND.match(text, enumeration.head_end)
    around = text[max(0, first - 6) : first] + (work[0] if work else "")
    named = any(not is_generic(text[start:end]) for start, end in enumeration.items)
    for item in enumeration.items:
        start, end = outer(text, *item)
        name = text[start:end]
        if _is_area(passage, start, end):
            passage.reject("Project", start, end, "an area")
        elif _is_project(name, head, around, named):
            passage.add("Project", start, end, "projects/list", 0.88, _completed(name, head))


def _is_area(passage: Passage, start: int, end: int) -> bool:
    """A city or county of a list of such (甲、乙、丙3个项目), not a village, whose works may be listed."""
    if passage.found.holds("short-area", start, end):
        return True
    county = passage.text.endswith(("省", "市", "县", "区"), start, end)
    return county and not passage.text.endswith("社区", start, end) and passage.found.holds("Area", start, end)


def _is_project(name: str, head: str, around: str, named: bool) -> bool:
    """Whether an item under this head is a project's name: anything particular under 项目, a facility elsewhere."""
    if not _may_be_name(name, head, named) or NOT_BUILT.search(head):
        return False
    built = bool(BUILDING.search(around))
    if "项目" in head or QUARTERS.search(head) or (built and is_named_road(name)):
        return True
    if HONOURS.search(head):
        return False
    if "工程" in head:
        return is_named_facility(name) or _is_worked_on(name, head, built)
    return built and (is_named_facility(name) or head.endswith(("改造", "园区建设", "公路建设", "铁路建设")))


def _may_be_name(name: str, head: str, named: bool) -> bool:
    """Whether an item says which one, by itself or as one among others that are named."""
    if not 2 <= len(name) <= 40 or is_counted(name) or ABSTRACT.search(name):
        return False
    if '""' in name or "”“" in name or QUOTED.match(name):
        return False
    if ONE_MORE.match(name) and is_generic(ONE_MORE.sub("", name)):
        return False
    if not is_generic(name) or SCHOOL.search(name):
        return True
    return bool(FOR_ANYTHING.search(head)) and (named or facility_head(name) is not None)


def _is_worked_on(name: str, head: str, built: bool) -> bool:
    """Whether something that can be built is worked on; what else calls itself 工程 is a campaign."""
    worked = bool(WORK_END.search(name)) and not is_generic(name)
    concrete = head.endswith("管网工程") or bool(PHYSICAL.search(name))
    return (built or worked) and concrete and not SOFT.search(name)


def full_in_list(passage: Passage, start: int, end: int) -> str | None:
    """The name of `[start, end)` with the head of its list, where it is an item of one: `A、B等项目` gives A项目."""
    for enumeration in enumerations(passage):
        if enumeration.head in HEAD_WORDS and (start, end) in [outer(passage.text, *i) for i in enumeration.items]:
            return _completed(passage.text[start:end], _head(passage, enumeration))
    return None


def _head(passage: Passage, enumeration: Enumeration) -> str:
    return passage.text[enumeration.head_start : enumeration.head_end]


def _completed(name: str, head: str) -> str:
    """The name with as much of the head as a name may end in."""
    if COMPLETE.search(name):
        return name
    shared = SHARED.search(BUILT_BEHIND.sub("", head))
    return name + (shared[1] if shared else "项目")
