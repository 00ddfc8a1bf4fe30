"""Finds administrative areas: by the gazetteer, towns and villages by their suffix, short forms that stand free."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.area_names import is_other_word
from kg.areas import gazetteer
from kg.extract.alone import find_alone, find_counties_in_two, stands_alone
from kg.extract.area_lists import find_areas_beside, find_listed_areas
from kg.extract.findings import Found
from kg.extract.naming import general_words
from kg.extract.passage import Passage
from kg.extract.settle import TYPES
from kg.extract.suffixed_areas import find_suffixed_areas

SUFFIXES = ("省", "市", "区", "县", "州", "旗", "镇", "乡", "街道", "村", "社区", "盟")
WATER_OR_ROAD = re.compile(r"(?:(?![和与及至])[\u4e00-\u9fff]){0,3}?[路街河湖江渠山桥巷]")

HAN = re.compile("[\u4e00-\u9fff]")
VERBS_WITH_LEVEL = frozenset(["会同县", "新建区"])
"""Before a name these are mostly a verb and the level of a body (会同县财政局, 新建区中医院)."""
MUNICIPAL = re.compile("政(?![府协法务策])")
"""上海市政X: 市政 belongs together."""


def find_areas(passage: Passage) -> None:
    """Add areas that bear their suffix; short forms are kept aside as `short-area` for the other finders."""
    text = passage.text
    for start, end, areas in gazetteer().scan(text):
        name = text[start:end]
        torn = any(begin < start < stop for begin, stop in passage.home)
        if torn or (name in VERBS_WITH_LEVEL and HAN.match(text, end)):
            continue
        if _bears_suffix(name):
            if name[-1] == "市" and MUNICIPAL.match(text, end):
                passage.add("short-area", start, end - 1, "areas/short", 0.5)
                continue
            if len(name) == 2 and text.startswith("长", end):
                continue
            passage.add("Area", start, end, "areas/gazetteer", 0.95)
        elif not _of_two_words(text, start, end):
            prefecture = text.startswith("州", end) and any(area.name.endswith("自治州") for area in areas)
            passage.add("Area" if prefecture else "short-area", start, end + prefecture, "areas/short", 0.5)
    _home(passage)
    find_areas_beside(passage)
    find_alone(passage)
    find_counties_in_two(passage)
    find_suffixed_areas(passage)
    find_listed_areas(passage)


def _of_two_words(text: str, start: int, end: int) -> bool:
    """Whether a short form is only the end of one word and the beginning of the next (搬迁|安置, 投资|中)."""
    words = general_words()
    return end - start == 2 and (text[start - 1 : start + 1] in words or text[end - 1 : end + 1] in words)


def _home(passage: Passage) -> None:
    """The document's own area, whose name elsewhere may be another word."""
    for start, end in passage.home:
        if any(area.start < end and start < area.end for area in passage.found.near(start, end)):
            continue
        full = _bears_suffix(passage.text[start:end])
        if not is_other_word(passage.text, start, end, full=full):
            passage.add("Area" if full else "short-area", start, end, "areas/home", 0.9 if full else 0.5)


@lru_cache(maxsize=10_000)
def _bears_suffix(name: str) -> bool:
    """Whether an area's name stands with the suffix that says what it is."""
    if not name.endswith(SUFFIXES):
        return False
    return any(area.short != name for area in gazetteer().find(name)) or (len(name) == 2 and name[1] == "县")


def find_free_areas(passage: Passage) -> None:
    """Add short forms that stand in no other name, and take back areas that are no areas there.

    A registered company's name is not opened, and a town as the author of a heading is an agency.
    """
    text = passage.text
    if not (passage.found.of("Area") or passage.found.of("short-area")):
        return
    no_areas = {
        found
        for found in passage.found.of("Area")
        if passage.found.holds("Agency", found.start, found.end) or _closed(passage, found)
    }
    if no_areas:
        for found in passage.found.of("Area"):
            if found in no_areas:
                passage.reject("Area", found.start, found.end, "inside a registered name, or the author of a heading")
        passage.found.keep([found for found in passage.found if found not in no_areas])
    begun = {found.start for kind in ("short-area", "Area") for found in passage.found.of(kind)}
    for short in passage.found.of("short-area"):
        if (
            _inside(passage, short, NAMES)
            or EVENT.match(text, short.end)
            or _torn(passage, short)
            or (short.end not in begun and WATER_OR_ROAD.match(text, short.end))
            or NAME_GOES_ON.match(text, short.end)
            or _ends_route(text, short)
            or (short.end not in begun and _begins_item(passage, short))
            or EDITION.search(text[max(0, short.start - 8) : short.start])
            or _in_quoted_name(passage, short)
            or _in_bracket_of_name(text, short)
        ):
            passage.reject("Area", short.start, short.end, "a short form inside a name")
        else:
            rule, sure = ("alone", 0.96) if stands_alone(passage, short.end) else ("free-short", 0.85)
            passage.add("Area", short.start, short.end, f"areas/{rule}", sure)


def _closed(passage: Passage, area: Found) -> bool:
    """Whether an area stands in a person's or a registered company's name."""
    names = passage.found.near(area.start, area.end)
    return any(
        name.start <= area.start
        and area.end <= name.end
        and (name.type == "Person" or _is_registered(passage.text, name))
        for name in names
    )


def _is_registered(text: str, found: Found) -> bool:
    """A company, but not a farm or mine that is called by its town (柳林镇东岭农场)."""
    if found.type != "Company":
        return False
    name = text[found.start : found.end]
    return not (FARM.search(name) and TOWN_FIRST.match(name))


FARM = re.compile("(?<!家庭)(?:农场|林场|牧场|渔场|茶场|果园|煤矿|铁矿|石矿|砖厂|石料厂)$")
TOWN_FIRST = re.compile("[\u4e00-\u9fff]{2,4}(?:镇|乡|街道|村)[\u4e00-\u9fff]{2}")
NAMES = tuple(kind for kind in (*TYPES, "maybe-company") if kind != "Area")
EDITION = re.compile(r"(?:第[一二三四五六七八九十\d]{1,3}|首)届(?:中国)?$|(?<!\d)20\d\d(?:中国)?$")
NAME_GOES_ON = re.compile(
    r"\d(?![\d.,]*(?:余|多)?(?:[个家项条户所处人名批县市区亿万%种位座宗例件笔次小]|年间))|[校院]区|分校|地铁|轨道|(?:复线|支线|段|片)(?![区长])|通(?:账户|平台|用户|系统)|[\u4e00-\u9fff]{1,2}卡|居(?![民住家])|(?:高铁)?[东南西北]?客?站|分(?:中心|公司|行|院|局)|馆|花园|(?:中欧)?班列|综合?保(?:税|区)|保税|(?:经济|台商|高新)[\u4e00-\u9fff]{0,4}?区|海关|灌区|新城|新港|石化|电建|建工|综改|附校|分园|商厦|[\u4e00-\u9fff]{2,8}功能区|水库|大堤|经开区|高新区|新区|港区|都市圈|城市群|城市圈|大道|[\u4e00-\u9fff]?(?:家园|公馆|小区|大厦|商城|火车站|高铁站|汽车站|机场|大酒店|国际|号)|[站港府苑](?![\u4e00-\u9fff]?[务口区])|"
    r"(?:大|小|黑|红|甜|脆|水)?(?:白菜|马铃薯|土豆|樱桃|核桃|花椒|苹果|蜜桃|黄桃|葡萄|草莓|西瓜|红枣|大枣|板栗|生姜|大蒜|大葱|辣椒|小米|"
    r"大米|茶叶|黑猪|山羊|肉牛|豆腐|煎饼|豆制品)"
)
EVENT = re.compile(
    r"[\u4e00-\u9fff]{0,6}?(?:英才|首席|工匠|好人|技师|名匠|之星|好品|丛书|图册|峰会|进博会|广交会|茶博会|糖酒会|马拉松|大会|论坛|博览会|洽谈会|文化节|杯|奖)"
)


LINE = "(?:高速|铁路|公路|高铁|城际|支线|联络线|快速路|[国省县]道|[复干联]线)"
ROUTE = re.compile(f"[^，。；、]{{0,16}}?{LINE}")


def _ends_route(text: str, found: Found) -> bool:
    """`甲至乙高速公路`: a line is named by the places that it joins."""
    joined = text[found.end : found.end + 1] in tuple("至—-") or text[found.start - 1 : found.start] in tuple("至—-")
    return joined and bool(ROUTE.match(text, found.end))


ITEM_GOES_ON = re.compile("[\u4e00-\u9fff]{2,12}(?=[、等（])")


ITEM_OPENS = frozenset("、，。；：,;")


def _begins_item(passage: Passage, found: Found) -> bool:
    """`、甲润迅数据、`: the item of a list begins with it, and no verb follows."""
    text = passage.text
    match = ITEM_GOES_ON.match(text, found.end) if text[found.start - 1 : found.start] in ITEM_OPENS else None
    return match is not None and passage.first_cut(found.end, match.end()) == match.end()


def _torn(passage: Passage, found: Found) -> bool:
    """Whether two characters only happen to meet (桃山东西支流), or a slogan addresses the area (爱山东)."""
    before = passage.text[found.start - 1 : found.start]
    if before == "爱":
        return True
    meeting = passage.text[found.end - 1 : found.end + 1]
    return len(meeting) == 2 and all(character in "东西南北" for character in meeting)


def _inside(passage: Passage, found: Found, kinds: tuple[str, ...]) -> bool:
    start, end = found.start, found.end
    names = passage.found.near(start, end)
    return any(name.start <= start and end <= name.end and name.type in kinds for name in names)


def _in_bracket_of_name(text: str, found: Found) -> bool:
    """`云星科技（滨城）设备`: a bracket in the middle of a firm's or a house's name."""
    inside = text[found.start - 1 : found.start] in ("（", "(") and text[found.end : found.end + 1] in ("）", ")")
    return inside and bool(HAN.match(text, max(0, found.start - 2)) and HAN.match(text, found.end + 1))


def _in_quoted_name(passage: Passage, found: Found) -> bool:
    """At the beginning of a quoted title with more behind it, or behind four characters of a slogan (not 平安X)."""
    text = passage.text
    opener = max(text.rfind(mark, max(0, found.start - 12), found.start) for mark in '“"《「')
    if opener < 0 or any(closer in text[opener + 1 : found.start] for closer in "”》」，。；"):
        return False
    if found.start - opener - 1 >= 4:
        return not (text[found.start - 1] in "进来聚访游在到赴" and text[found.end : found.end + 1] in tuple('”"'))
    return opener == found.start - 1 and text[found.end : found.end + 1] not in ("”", '"', "》", "」")
