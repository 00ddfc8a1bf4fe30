"""Finds administrative areas: by the gazetteer, towns and villages by their suffix, short forms that stand free."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.areas import gazetteer
from kg.extract.findings import Found
from kg.extract.lexicon import kinds
from kg.extract.lists import enumerations, items_left_of
from kg.extract.naming import is_generic
from kg.extract.passage import Passage
from kg.extract.settle import TYPES
from kg.extract.sought import Sought

SUFFIXES = ("省", "市", "区", "县", "州", "旗", "镇", "乡", "街道", "村", "社区", "盟")
SUFFIXED = Sought(
    (
        "街道(?:办事处)?",
        "镇(?<![小城容]镇)(?![街容貌])",
        "乡(?<![返下还城老家同回离故思入农]乡)(?![村亲音愁土情贤镇])",
        "社区",
        "村(?<!城中村)(?!民委|集体|[级域民容庄落庙委居里企干务情史规貌镇])",
    )
)
HAN = re.compile(r"[\u4e00-\u9fff]+$")
WATER_OR_ROAD = re.compile(r"[\u4e00-\u9fff]{0,3}?[路街河湖江渠山桥巷]")

NO_CORE = re.compile(
    r"典型|镇街|文明村?$|了|[本该此]$|^[一二三四五六七八九十两]个|[及和与]|特色|示范|行政村|自然村|试点|改造$|路$|度假$|[各全个农美丽重点省级的镇乡]$|^[各全每两几整]|[\d一二三四五六七八九十百千余多]+个?$|和美|传统|级$|建设|振兴|全国|全省"
)


def find_areas(passage: Passage) -> None:
    """Add areas that bear their suffix; short forms are kept aside as `short-area` for the other finders."""
    text = passage.text
    for start, end, _ in gazetteer().scan(text):
        if _bears_suffix(text[start:end]):
            passage.add("Area", start, end, "areas/gazetteer", 0.95)
        else:
            passage.add("short-area", start, end, "areas/short", 0.5)
    _by_suffix(passage)
    _listed(passage)
    _villages(passage)
    _among_areas(passage)
    _town_behind(passage)


@lru_cache(maxsize=10_000)
def _bears_suffix(name: str) -> bool:
    """Whether an area's name stands with the suffix that says what it is."""
    return name.endswith(SUFFIXES) and any(area.short != name for area in gazetteer().find(name))


ESTATES = re.compile("示范社区|智慧社区|完整社区|小区|老旧")
ESTATE = re.compile("(?:花园|小区|家园|[苑府庭邸城轩])$")
VILLAGE_HEADS = frozenset(["村", "村庄", "社区", "镇街", "乡镇", "镇", "街道", "水源地"])


def _listed(passage: Passage) -> None:
    """`A、B等6个村`: each item is one, with its suffix or without."""
    for enumeration in enumerations(passage):
        if enumeration.head not in VILLAGE_HEADS or ESTATES.search(
            passage.text[enumeration.head_start : enumeration.head_end]
        ):
            continue
        for start, end in enumeration.items:
            areas = passage.found.near(start, end, "Area")
            start = max([start, *(area.end for area in areas if start < area.end < end)])
            core = passage.text[start:end]
            if _is_village(core) and not ESTATE.search(core):
                passage.add("Area", start, end, "areas/list", 0.7)


def _is_village(core: str) -> bool:
    return 2 <= len(core) <= 4 and bool(HAN.match(core)) and not is_generic(core) and not NO_CORE.search(core)


LEVELS = ("省级", "市级", "区级", "县级", "国家级")
VILLAGES = Sought(
    ("美丽乡村", "和美乡村", "宜居宜业和美乡村", "乡村旅游重点村", "传统村落", "景区化村庄", "文明村", "示范村"),
    behind="(?=创建|建设|打造|[，。；、])",
)


def _villages(passage: Passage) -> None:
    """`A、B市级美丽乡村创建`: villages named without their suffix."""
    text = passage.text
    for match in passage.matches(VILLAGES):
        level = next((level for level in LEVELS if text.endswith(level, 0, match.start())), "")
        for start, end in items_left_of(passage, match.start() - len(level)):
            areas = passage.found.near(start, end, "Area")
            start = max([start, *(area.end for area in areas if start <= area.start < area.end < end)])
            core = text[start:end]
            if _is_village(core):
                passage.add("Area", start, end, "areas/village-list", 0.7)


def _among_areas(passage: Passage) -> None:
    """A city whose name is a common word as well is one between other areas of a list (烟台、日照、威海)."""
    text = passage.text
    shorts = {found.start: found.end for found in passage.found.of("short-area")}
    ends = set(shorts.values())
    for match in BETWEEN_COMMAS.finditer(text) if shorts else ():
        start, end = match.span("name")
        if start - 1 in ends and end + 1 in shorts and start not in shorts and gazetteer().find(match["name"]):
            passage.add("short-area", start, end, "areas/among", 0.6)


BETWEEN_COMMAS = re.compile("、(?P<name>[\u4e00-\u9fff]{2})(?=、)")


def _town_behind(passage: Passage) -> None:
    """A town in its short form right behind its district or city (胶州铺集)."""
    text = passage.text
    for area in [found for found in passage.found if found.type in ("Area", "short-area")]:
        name = text[area.end : area.end + 2]
        if TOWN_STOPS.match(text, area.end + 2) and any(found.kind == "Town" for found in gazetteer().find(name)):
            passage.add("short-area", area.end, area.end + 2, "areas/town-behind", 0.6)


TOWN_STOPS = re.compile("[，。；、（(）)：:]")


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
        if passage.found.holds("Agency", found.start, found.end) or _inside(passage, found, ("Company", "Person"))
    }
    if no_areas:
        for found in passage.found.of("Area"):
            if found in no_areas:
                passage.reject("Area", found.start, found.end, "inside a registered name, or the author of a heading")
        passage.found.keep([found for found in passage.found if found not in no_areas])
    for short in passage.found.of("short-area"):
        if (
            _inside(passage, short, NAMES)
            or EVENT.match(text, short.end)
            or _torn(passage, short)
            or WATER_OR_ROAD.match(text, short.end)
            or NAME_GOES_ON.match(text, short.end)
            or EDITION.search(text[max(0, short.start - 8) : short.start])
            or _in_quoted_name(passage, short)
        ):
            passage.reject("Area", short.start, short.end, "a short form inside a name")
        else:
            passage.add("Area", short.start, short.end, "areas/free-short", 0.85)


NAMES = tuple(kind for kind in (*TYPES, "maybe-company") if kind != "Area")
EDITION = re.compile(r"(?:第[一二三四五六七八九十\d]{1,3}|首)届(?:中国)?$|(?<!\d)20\d\d(?:中国)?$")
NAME_GOES_ON = re.compile(
    r"\d|通(?:账户|平台|用户|系统)|[\u4e00-\u9fff]{1,2}卡|居(?![民住家])|高铁[东南西北]站|分(?:中心|公司|行|院|会场|局)|馆|花园|[\u4e00-\u9fff]?(?:家园|公馆|小区|大厦|商城|火车站|高铁站|汽车站|机场|大酒店|国际|号)|[站港府苑](?![\u4e00-\u9fff]?[务口区])|"
    r"(?:大|小|黑|红|甜|脆|水)?(?:白菜|马铃薯|土豆|樱桃|核桃|花椒|苹果|蜜桃|黄桃|葡萄|草莓|西瓜|红枣|大枣|板栗|生姜|大蒜|大葱|辣椒|小米|"
    r"大米|茶叶|黑猪|山羊|肉牛|豆腐|煎饼|豆制品)"
)
EVENT = re.compile(
    r"[\u4e00-\u9fff]{0,6}?(?:英才|首席|工匠|好人|技师|名匠|之星|好品|丛书|图册|峰会|大会|论坛|博览会|洽谈会|文化节|杯|奖)"
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
        return True
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
    start += text[start] in "至到" and end - start > 2
    core = text[start:end]
    if (
        not 1 < len(core) <= 4
        or not HAN.match(core)
        or core in kinds("mention_generic")["area"]
        or NO_CORE.search(core)
        or is_generic(core)
    ):
        passage.reject("Area", start, match.end(), "no name before the suffix")
        return None
    return start
