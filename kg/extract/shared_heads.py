"""Finds the members of lists that share what is built or done there: `A路、B街两处游园建成`, `A村、B村文化广场`."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.findings import Found
from kg.extract.lexicon import alternatives, kinds
from kg.extract.lists import items_left_of, outer
from kg.extract.naming import facility_head, is_counted, is_generic
from kg.extract.passage import Passage

CLOSING = re.compile(r"(?<=[\d一二两三四五六七八九十等])[个处座条所栋]")
"""Where a count may be: looked for first, since it costs little."""
COUNT = re.compile(r"(?:等(?:\d{1,3}|[一二两三四五六七八九十]{1,3})?|(?<=[^\d、，])(?:\d{1,2}|[两三四五六七八九十]))$")
BUILT = re.compile(
    r"(?:已|全部|均|相继|陆续|先后|同步|顺利|如期|正在|加快)*(?:建成|竣工|完工|投用|启用|开放|开工|动工|封顶|落成|投入使用|建设|开建)"
)
BUILDS = re.compile(r"(?:建成|新建|改建|扩建|改扩建|建设|打造|开工|启用|投用|完成|续建|实施|推进)$")
PLACE_ENDS = frozenset("村区道镇乡路街巷")
OF_AREAS = re.compile(r"(?:镇|乡|村|社区|街道|区|县|市|小区|片区|部门|单位|企业|公司)$")
NO_HEAD = re.compile("进行|方面|领域|问题|环节|重点|[各的]")
NO_MEMBER = re.compile(r"[了的各]|(?:问题|工作|行动|活动|任务|环节|领域|方面|产业|平台|设施|设备|手续)$")


def find_shared_heads(passage: Passage) -> None:
    """Add each member of a list whose kind or work stands only once, behind the last of them or behind their number."""
    _counted(passage)
    _places(passage)


def _counted(passage: Passage) -> None:
    """`A、B等7处民居修缮`, `A路、B街两处游园建成`."""
    text = passage.text
    for closing in CLOSING.finditer(text) if "、" in text else ():
        end = closing.end()
        count = COUNT.search(text, max(0, closing.start() - 4), closing.start())
        head = _head(passage, end) if count and "、" in text[max(0, end - 40) : end] else None
        if not count or head is None:
            continue
        items = [outer(text, *item) for item in items_left_of(passage, count.start())]
        if len(items) < 2 or not any(not is_generic(text[slice(*item)]) for item in items):
            continue
        kind, work, told = head
        if not work and not (told or BUILDS.search(text, max(0, items[0][0] - 3), items[0][0])):
            continue
        bare = {("Project", *item) for item in items}
        projects = passage.found.near(items[0][0], end, "Project")
        through = [f for f in projects if f[:3] in bare or (f.start < count.start() and end < f.end)]
        if through:
            passage.found.keep([f for f in passage.found if f not in through])
        for start, stop in items:
            if _is_member(passage, start, stop, kind):
                standing = facility_head(text[start:stop]) and not _is_place(text[start:stop])
                own = "" if standing or not facility_head(kind) else kind
                passage.add("Project", start, stop, "shared-heads/counted", 0.62, text[start:stop] + own + work)


@cache
def _works() -> re.Pattern[str]:
    """What is done to things in lists."""
    return re.compile(alternatives(set(kinds("mention_heads")["work"]) - {"施工", "开发", "安置"}))


def _head(passage: Passage, start: int) -> tuple[str, str, bool] | None:
    """What is counted, what is done to it, and whether the text says that it is built."""
    text = passage.text
    stop = next(
        (p for p in range(start, min(len(text), start + 16)) if text[p] in "，。；、：！？（("),
        min(len(text), start + 16),
    )
    if NO_HEAD.search(text, start, stop):
        return None
    for match in _works().finditer(text, start + 2, stop):
        if (
            facility_head(text[start : match.start()])
            or (match.end() == stop and text[stop : stop + 1] != "、")
            or BUILT.match(text, match.end())
        ):
            return text[start : match.start()], match[0], True
    for end in range(start + 2, stop + 1):
        if facility_head(text[start:end]) and (
            (end == stop and text[stop : stop + 1] != "、") or BUILT.match(text, end)
        ):
            return text[start:end], "", end < stop
    return None


def _is_place(name: str) -> bool:
    return name[-1] in PLACE_ENDS


def _is_member(passage: Passage, start: int, end: int, kind: str) -> bool:
    name = passage.text[start:end]
    if (
        not 2 <= end - start <= 16
        or is_generic(name)
        or is_counted(name)
        or NO_MEMBER.search(name)
        or name[0].isdecimal()
    ):
        return False
    if passage.found.holds("Area", start, end) and (OF_AREAS.search(kind) or not facility_head(kind)):
        return False
    return not any(passage.found.holds(other, start, end) for other in ("Project", "Agency", "Company", "Person"))


def _places(passage: Passage) -> None:
    """`A社区、B社区养老中心`: villages, communities and roads before a project that begins with one of their kind."""
    text = passage.text
    for project in tuple(passage.found.of("Project")):
        if text[project.start - 1 : project.start] != "、" or project.start < 3:
            continue
        rest = _after_place(passage, project)
        if rest is None:
            continue
        last = text[rest - 1]
        for start, end in items_left_of(passage, project.start - 1):
            if text[end - 1] == last and _is_alone(passage, start, end):
                passage.add(
                    "Project", start, end, "shared-heads/place", 0.62, text[start:end] + text[rest : project.end]
                )


def _after_place(passage: Passage, project: Found) -> int | None:
    """Where the village, community or road ends that a project's name begins with, if a facility follows."""
    areas = (f.end for f in passage.found.near(project.start, project.end, "Area"))
    ends = [end for end in areas if project.start < end < project.end - 1 and passage.text[end - 1] in "村区"]
    if not ends:
        return None
    rest = passage.text[max(ends) : project.end]
    return max(ends) if facility_head(rest) and "项目" not in rest and "工程" not in rest else None


def _is_alone(passage: Passage, start: int, end: int) -> bool:
    areas = any(f.end == end and f.start >= start for f in passage.found.near(start, end, "Area"))
    return areas and not passage.found.holds("Project", start, end)
