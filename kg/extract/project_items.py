"""Reads lists before the word for a project: the last two items that are one name, and the word that all share."""

from __future__ import annotations

import re

from kg.extract.lists import outer
from kg.extract.naming import facility_head, is_generic, is_named_facility
from kg.extract.passage import Passage
from kg.extract.project_names import NOT_NAMED
from kg.extract.undertakings import ends_in_undertaking

Items = tuple[tuple[int, int], ...]
CAPACITY_OPENS = re.compile(r"[\u4e00-\u9fff]{0,8}年(?:产|加工|处理|屠宰)")
WHOLE = re.compile(r"(?:项目|工程|生产线)(?:[（(][^（）()]{1,8}[）)]|[一二三四]期)?$")
CAPACITY = re.compile(r"\d万?(?:吨|件|套|台|辆|只|平方米|立方米|千瓦|兆瓦|MW|GWh)[^项]*[^项目工程]$")
MORE_OF_IT = re.compile(
    r"\d[\d.]*万?(?:吨|件|套|台|辆|只|平方米|立方米)|[\u4e00-\u9fff]{0,6}(?:再制造|综合利用|深加工|循环利用|回收利用|再生利用)$"
)
BETWEEN = re.compile("交界|交叉|交汇|之间|互通")
WORKS_END = re.compile(
    r"(?:改造|提升|建设|治理|修复|整治|调整|配套|更新|完善|升级|改建|扩建|管网|设施|厂房|综合利用|处置|资源化利用)$"
)
PLACED = re.compile(r"[镇路街河湖](?![\u4e00-\u9fff]?级)|(?<![农乡美])村(?!级)|乡(?!村)|社区")
SHARED = re.compile(
    r"((?:道路|管网|改造|提升|建设|治理|改扩建|扩建|棚改|安置|绿化|配套|综合|节能|片区|老旧小区)*(?:项目|工程|技改|棚改|棚户区改造))$"
)
GENERAL_WORK = re.compile("(?:改造|提升|提质|治理|修复|整治|升级|巩固|扩容|清淤|加固|改扩建)$")
STATION = re.compile("((?:抽水蓄能|储能|光伏|水|火|核|发)电站)$")
HAN = re.compile(r"[\u4e00-\u9fff]")
OWN_WORD = re.compile("项目|工程")


def whole_items(text: str, items: Items) -> Items:
    """The items of a list, the last two as one where only both together are a name.

    >>> whole_items("海川灌区续建配套与节水改造", ((0, 8), (9, 13)))
    ((0, 13),)
    >>> whole_items("海川路与云岭路", ((0, 3), (4, 7)))
    ((0, 3), (4, 7))
    """
    for are_one in (_are_one_capacity, _are_one_work):
        if len(items) > 1 and are_one(text, items):
            items = (*items[:-2], (items[-2][0], items[-1][1]))
    return items


def _are_one_capacity(text: str, items: Items) -> bool:
    """Whether the first of the two opens a capacity that the other goes on with."""
    opening = text[slice(*items[-2])]
    if CAPACITY_OPENS.match(opening) and not WHOLE.search(opening):
        return True
    joint = text[items[-2][1] : items[-1][0]]
    return joint in ("和", "与") and bool(CAPACITY.search(opening) and MORE_OF_IT.match(text[slice(*items[-1])]))


def _are_one_work(text: str, items: Items) -> bool:
    """Whether what follows 与 or 和 names nothing by itself (海川灌区续建配套与节水改造)."""
    if text[items[-2][1] : items[-1][0]] not in ("与", "和"):
        return False
    left, right = text[slice(*items[-2])], text[slice(*items[-1])]
    general = is_generic(right) and not is_generic(left)
    return general or bool(BETWEEN.search(right)) or (len(items) == 2 and all(map(_is_nameless_work, (left, right))))


def owned_whole(passage: Passage, items: Items) -> Items:
    """The items of a list, the last two as one where they are what one owner makes (甲公司建筑门窗、防火玻璃项目)."""
    if len(items) < 2 or not _is_unowned(passage, *items[-1]):
        return items
    if not (_is_made_by(passage, *items[-2]) or _is_half(passage, items)):
        return items
    return (*items[:-2], (items[-2][0], items[-1][1]))


OWNERS = ("Company", "Area", "Park", "short-area")
FIGURED = re.compile(r"^\d|\d万?(?:吨|千瓦|兆瓦|件|套|台|辆|亩)|年(?:产|加工|处理)")


def _is_made_by(passage: Passage, start: int, end: int) -> bool:
    """Whether an item is an owner with goods behind it, and no undertaking by itself."""
    text = passage.text
    if OWN_WORD.search(text, start, end) or ends_in_undertaking(text[start:end]):
        return False
    owners = (f.end for f in passage.found.near(start, start) if f.start == start and f.type in OWNERS)
    return end - max(owners, default=end) >= 2


def _is_half(passage: Passage, items: Items) -> bool:
    """Whether 和 joins goods that are no undertaking and no name to more of them (装饰材料和智能家居生产项目)."""
    text, (start, end) = passage.text, items[-2]
    if text[end : items[-1][0]] not in ("和", "与") or OWN_WORD.search(text, start, end):
        return False
    name = text[start:end]
    return not (is_generic(name) or ends_in_undertaking(name) or passage.found.holds("Company", start, end))


def is_one_of_kinds(text: str, items: Items) -> bool:
    """Whether 和 joins a short phrase to a general one, both kinds of projects (抓好储能和电池回收项目)."""
    if len(items) != 2 or text[items[0][1] : items[1][0]] not in ("和", "与"):
        return False
    kind, other = text[slice(*items[0])], text[slice(*items[1])]
    return is_generic(kind) and len(other) <= 6 and not WHOLE.search(kind) and facility_head(other) is None


def _is_unowned(passage: Passage, start: int, end: int) -> bool:
    """Whether an item begins with no name and no figure that would make it another undertaking."""
    name = passage.text[start:end]
    if FIGURED.search(name) or OWN_WORD.search(name):
        return False
    return not any(f.start == start for f in passage.found.near(start, start))


def _is_nameless_work(text: str) -> bool:
    """Whether a phrase says at length what is done to facilities of a kind, none of them named."""
    return len(text) >= 5 and not is_named_facility(text) and bool(WORKS_END.search(text)) and not PLACED.search(text)


def add_shared(passage: Passage, item: tuple[int, int], last: str) -> None:
    """Add an item before the last of a list, which takes the last one's word as its own: `A、B改造项目`."""
    start, end = outer(passage.text, *item)
    name = passage.text[start:end]
    shared = SHARED.search(last) or STATION.search(last)
    if shared is None:
        return
    if _is_general_work(name, shared[1]):
        passage.add("Project", start, end, "projects/shared-suffix", 0.6, name + shared[1])
    elif _may_take(name, shared[1]) and not passage.found.holds("Area", start, end):
        passage.add("Project", start, end, "projects/shared-suffix", 0.7, name + shared[1])


def _is_general_work(name: str, word: str) -> bool:
    """Whether general words say at length what is done, which is enough of a name beside other works."""
    return word.endswith("工程") and len(name) >= 6 and bool(GENERAL_WORK.search(name)) and is_generic(name)


def _may_take(name: str, word: str) -> bool:
    """Whether an item has a name and no word of its own."""
    if len(name) < 2 or is_generic(name) or not HAN.search(name):
        return False
    if OWN_WORD.search(name) or NOT_NAMED.search(name):
        return False
    return not (word.endswith("电站") and facility_head(name))
