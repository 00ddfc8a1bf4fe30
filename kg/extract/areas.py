"""Finds administrative areas: by the gazetteer, towns and villages by their suffix, short forms that stand free."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.areas import gazetteer
from kg.extract.area_lists import AROUND, HAN, NO_CORE, find_areas_beside, find_listed_areas
from kg.extract.findings import Found
from kg.extract.lexicon import kinds
from kg.extract.naming import is_generic
from kg.extract.passage import Passage
from kg.extract.settle import TYPES
from kg.extract.sought import Sought

SUFFIXES = ("省", "市", "区", "县", "州", "旗", "镇", "乡", "街道", "村", "社区", "盟")
SUFFIXED = Sought(
    (
        "街道",
        "镇(?<![小容]镇)(?<!(?<![石古铜铁龙金银凤白青赤黄杨谷鱼龟沙盐瓦木])城镇)(?![街容貌])",
        "乡(?<![返下还城老家同回离故思入农]乡)(?![村亲音愁土情贤镇])",
        "社区",
        "居(?<=[村庄店屯集寨铺营堡窑峪崖楼岭坡湾沟关街门巷埠洼桥]居)(?![民住委家室所于高多然士间留])",
        "村(?<!城中村)(?<!中关村)(?!民委|集体|[级域民容庄落庙委居里企干务情史规貌镇])",
    )
)
WATER_OR_ROAD = re.compile(r"[\u4e00-\u9fff]{0,3}?[路街河湖江渠山桥巷]")

MUNICIPAL = re.compile("政(?![府协法务策])")
"""上海市政X: 市政 belongs together."""


def find_areas(passage: Passage) -> None:
    """Add areas that bear their suffix; short forms are kept aside as `short-area` for the other finders."""
    text = passage.text
    for start, end, areas in gazetteer().scan(text):
        name = text[start:end]
        if _bears_suffix(name):
            if name[-1] == "市" and MUNICIPAL.match(text, end):
                passage.add("short-area", start, end - 1, "areas/short", 0.5)
                continue
            if len(name) == 2 and text.startswith("长", end):
                continue
            passage.add("Area", start, end, "areas/gazetteer", 0.95)
        else:
            prefecture = text.startswith("州", end) and any(area.name.endswith("自治州") for area in areas)
            passage.add("Area" if prefecture else "short-area", start, end + prefecture, "areas/short", 0.5)
    find_areas_beside(passage)
    _by_suffix(passage)
    find_listed_areas(passage)


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
    begun = {found.start for found in passage.found.of("short-area")}
    for short in passage.found.of("short-area"):
        if (
            _inside(passage, short, NAMES)
            or EVENT.match(text, short.end)
            or _torn(passage, short)
            or (short.end not in begun and WATER_OR_ROAD.match(text, short.end))
            or NAME_GOES_ON.match(text, short.end)
            or EDITION.search(text[max(0, short.start - 8) : short.start])
            or _in_quoted_name(passage, short)
        ):
            passage.reject("Area", short.start, short.end, "a short form inside a name")
        else:
            passage.add("Area", short.start, short.end, "areas/free-short", 0.85)


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
    r"\d|通(?:账户|平台|用户|系统)|[\u4e00-\u9fff]{1,2}卡|居(?![民住家])|高铁[东南西北]站|分(?:中心|公司|行|院|会场|局)|馆|花园|(?:中欧)?班列|综合?保税|保税|经开区|高新区|新区|港区|都市圈|城市群|城市圈|大道|[\u4e00-\u9fff]?(?:家园|公馆|小区|大厦|商城|火车站|高铁站|汽车站|机场|大酒店|国际|号)|[站港府苑](?![\u4e00-\u9fff]?[务口区])|"
    r"(?:大|小|黑|红|甜|脆|水)?(?:白菜|马铃薯|土豆|樱桃|核桃|花椒|苹果|蜜桃|黄桃|葡萄|草莓|西瓜|红枣|大枣|板栗|生姜|大蒜|大葱|辣椒|小米|"
    r"大米|茶叶|黑猪|山羊|肉牛|豆腐|煎饼|豆制品)"
)
EVENT = re.compile(
    r"[\u4e00-\u9fff]{0,6}?(?:英才|首席|工匠|好人|技师|名匠|之星|好品|丛书|图册|峰会|进博会|广交会|茶博会|糖酒会|马拉松|大会|论坛|博览会|洽谈会|文化节|杯|奖)"
)


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


def _in_quoted_name(passage: Passage, found: Found) -> bool:
    """At the beginning of a quoted title with more behind it, or behind four characters of a slogan (not 平安X)."""
    text = passage.text
    opener = max(text.rfind(mark, max(0, found.start - 12), found.start) for mark in '“"《「')
    if opener < 0 or any(closer in text[opener + 1 : found.start] for closer in "”》」，。；"):
        return False
    if found.start - opener - 1 >= 4:
        return not (text[found.start - 1] in "进来聚访游在到赴" and text[found.end : found.end + 1] in tuple('”"'))
    return opener == found.start - 1 and text[found.end : found.end + 1] not in ("”", '"', "》", "」")


def _by_suffix(passage: Passage) -> None:
    text = passage.text
    for match in passage.matches(SUFFIXED):
        place = match.start()
        if any(area.start <= place < area.end for area in passage.found.near(place, place, "Area")):
            continue
        town = passage.lexicon.town_at_end(text, match.end())
        start = match.end() - len(town) if town else _name_start(passage, match)
        if start is not None:
            passage.add("Area", start, match.end(), "areas/town" if town else "areas/suffix", 0.95 if town else 0.8)


ROAD_COMMUNITY = re.compile("(?!道路|公路|大街|沿街|商业)[\u4e00-\u9fff]{2,3}[路街门]")
SLOGANS = frozenset(["幸福", "和谐", "平安", "中心", "新建", "建设", "文化", "振兴", "人民"])
KIND_OF_PLACE = re.compile(
    "农村|老旧|城乡|城市|新型|住宅|商业|城区|城镇|居民|易地|重点|乡村|产业|工业|农业|旅游|示范|智慧|完整|未来|数字|整体|先行|生态|民族|边境|沿[海江河]"
)


def _is_town(passage: Passage, short: str) -> bool:
    """Whether two characters are a town's name without its suffix (凤凰 before 刘地村)."""
    if any(town.startswith(short) and len(town) - len(short) in (1, 2) for town in passage.lexicon.towns):
        return True
    return any(area.kind == "Town" for area in gazetteer().find(short))


def _name_start(passage: Passage, match: re.Match[str]) -> int | None:
    """The beginning of a name of 2 to 4 characters before the suffix, from a boundary or another area on."""
    text, end = passage.text, match.start()
    start = passage.name_start(end)
    if text[start - 1 : start] in ("“", '"', "《"):
        return None
    for area in passage.found.near(start, end, "Area"):
        if start < area.end <= end:
            start = area.end
    if end - start >= 4 and _is_town(passage, text[start : start + 2]):
        start += 2
    behind = any(area.end == start for area in passage.found.near(start, start, "Area"))
    start += text[start] in ("至到和与及" if behind else "至到") and end - start > 2
    around = AROUND.match(text, start, end)
    start = around.end() if around else start
    if text[start - 1 : end] == "和平":
        start -= 1
    listed = text[start - 1 : start] == "、" or text[match.end() : match.end() + 1] == "、"
    if _names_place(text[start:end], match[0], behind=behind, listed=listed):
        return start
    passage.reject("Area", start, match.end(), "no name before the suffix")
    return None


def _names_place(core: str, suffix: str, *, behind: bool, listed: bool) -> bool:
    """Whether these characters before a suffix are a name: common words are, behind their town or in a list."""
    of_town = suffix in ("镇", "乡", "街道")
    if core in kinds("mention_contexts")["place"]:
        return behind or listed or (of_town and core not in SLOGANS)
    if suffix == "社区" and (behind or listed) and ROAD_COMMUNITY.fullmatch(core):
        return True
    if (
        not 1 < len(core) <= 4
        or not HAN.match(core)
        or NO_CORE.search(core)
        or core in kinds("mention_generic")["area"]
    ):
        return False
    common = len(core) == 2 and (behind or (listed and of_town)) and not KIND_OF_PLACE.search(core)
    return common or not is_generic(core)
