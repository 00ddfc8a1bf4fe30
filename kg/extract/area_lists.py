"""Finds areas by what stands beside them: lists of villages and towns, counties behind their province."""

from __future__ import annotations

import re

from kg.areas import gazetteer
from kg.extract.lexicon import kinds
from kg.extract.lists import Enumeration, enumerations, items_left_of
from kg.extract.naming import general_words, is_generic
from kg.extract.passage import CUTTING, Passage
from kg.extract.sought import Sought

HAN = re.compile(r"[\u4e00-\u9fff]+$")
NO_CORE = re.compile(
    r"强$|^街道|空心|空壳|撤并|后进|出现|倒班|万元$|^产业|^工业|^农业|典型|镇街|文明村?$|了|[本该此]$|^[一二三四五六七八九十两]个|[及与]|(?<!^.)和|特色|示范|行政村|自然村|试点|改造$|路$|度假$|[各全个农丽重点省级的镇乡]$|[最和优健更]美$|安置|补助|任务|[旧]$|未来$|所有|发达|.新建$|^[各全每两几整]|[\d一二两三四五六七八九十百千余多]+个?$|和美|传统|级$|建设|振兴|全国|全省"
)
ESTATES = re.compile("示范社区|智慧社区|完整社区|小区|老旧")
ESTATE = re.compile("(?:花园|小区|家园|[苑府庭邸城轩])$")
WIDE_HEADS = frozenset(
    ("乡街", "乡", "县区", "区县", "县市区", "县市", "市县", "县", "市州", "盟市", "地市", "旗县", "村居", "村寨")
) | frozenset(("行政村", "自然村", "村民小组"))
"""Heads of lists that also begin other words: nothing but a count may stand between 等 and one of them."""
VILLAGE_HEADS = WIDE_HEADS | frozenset(("地", "地区", "村", "村庄", "社区", "镇街", "乡镇", "镇", "街道", "水源地"))
VILLAGE_END = re.compile("[庄店屯集寨铺营埠堡窑峪崖楼岭坡湾沟洼塘坪坝冲垸圩垭峁塬畈]$")
TIGHT = re.compile(
    "(?:[\\d一二两三四五六七八九十]+余?[个家处]|多个|各)?[县区市乡镇村街州盟旗地居寨行政自然民小组、]{1,5}"
)
"""What may stand between 等 and such a head: a count, no sentence."""
FAMILY_VILLAGE = re.compile("[\u4e00-\u9fff]{1,2}家[庄店屯集寨铺营堡窑峪崖楼岭坡湾沟洼塘坪坝冲垸圩垭峁塬畈]")
AROUND = re.compile(
    "(?:周边|附近|沿线|库边|库区|灌区|沿岸|两岸|辖区|境内|途经|途径|经过|覆盖|横跨|跨|穿过|新修|串起|连起|盘活|打造|整修|翻修|硬化|扩修|组织|引导|带动|辐射|串联|连接|帮扶|联系|走访)?"
)
KIND_OF_SPOT = re.compile("文旅|旅游|振兴|休闲|游|产业|建设|治理")
"""乡村 before these says of what kind a spot or a work is (等乡村旅游点)."""
_COUNTED = {
    "镇": "街?",
    "乡": "镇?",
    "街": "道?",
    "村": "居?",
    "社": "区",
    "县": "市?",
    "市": "",
    "区": "",
    "地": "市?",
    "省": "",
}
_DIGITS = [*"23456789", *map(str, range(10, 20))]
_COUNTED_KINDS = ("乡镇", "镇", "村", "社区", "街道", "县")
_BY_DIGITS = ("镇", "乡", "街道", "村", "地", "社区", "县", *(f"个{kind}" for kind in _COUNTED_KINDS))
SHORT_COUNT = Sought(
    [
        f"{number}{kind}(?<=[\u4e00-\u9fff]{number}{kind}){rest}"
        for number in "两三四五六七八九十"
        for kind, rest in _COUNTED.items()
    ]
    + [
        f"{number}{kind}(?<=[\u4e00-\u9fff]{number}{kind}){'(?![民块])' if kind in '村地' else ''}"
        for number in _DIGITS
        for kind in _BY_DIGITS
    ],
    behind="(?![级长委直\u4e00-\u9fff]?[级长])",
)
"""`甲、乙两镇`: a number without its measure word closes the list."""
COUNTED_VILLAGES = re.compile(
    "[\\d一二两三四五六七八九十]+余?个(?:行政|自然)?(?:村|村庄|村村庄|村居|乡镇|镇|乡|镇街|街道)"
)
LEVELS = ("省级", "市级", "区级", "县级", "国家级")
VILLAGES = Sought(
    ("美丽乡村", "和美乡村", "宜居宜业和美乡村", "乡村旅游重点村", "传统村落", "景区化村庄", "文明村", "示范村"),
    behind="(?=创建|建设|打造|[，。；、])",
)
ITEM_ENDS = re.compile(
    "[、，。；：）)（(等和与及两三四五六七八九十\\d]|$|入选|列入|进入|被|成为|获|对口|开工|投资|[省市县区]{1,2}(?![\u4e00-\u9fff])"
)
NATURE = frozenset("山河湖江海道口水溪泉川洞岛湾峡林岭门关桥")
"""Such short forms name hills, rivers and gates as often."""
GOES_ON = re.compile("[路街镇乡村河湖山港站厂店寨庄]")
TOWN_STOPS = re.compile("[，。；、（(）)：:]")


def find_listed_areas(passage: Passage) -> None:
    """Add villages and towns of lists, and as `short-area` cities and towns that other areas show."""
    _listed(passage)
    _villages(passage)
    _among_areas(passage)
    _town_behind(passage)
    _family_villages(passage)


def _family_villages(passage: Passage) -> None:
    """`李家庄`, standing alone or in a list: a family's village needs no suffix."""
    text = passage.text
    for match in STANDING_FAMILY.finditer(text) if "家" in text else ():
        end = match.end()
        start = passage.name_start(end)
        if 3 <= end - start <= 4 and FAMILY_VILLAGE.fullmatch(text, start, end) and not is_generic(text[start:end]):
            passage.add("Area", start, end, "areas/family", 0.65)


STANDING_FAMILY = re.compile("家[庄店屯集寨铺营堡窑峪崖楼岭坡湾沟洼塘坪坝冲垸圩垭峁塬畈](?=[、，。；（）和等])")


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
            around = AROUND.match(passage.text, start, end)
            start = around.end() if around else start
            core = passage.text[start:end]
            if enumeration.head == "村" and KIND_OF_SPOT.match(passage.text, enumeration.head_end):
                continue
            if enumeration.head in ("地", "地区") and not (
                FAMILY_VILLAGE.fullmatch(core) or _of_places(enumeration, core)
            ):
                continue
            if enumeration.head in WIDE_HEADS and not TIGHT.fullmatch(
                passage.text, enumeration.head_start, enumeration.head_end
            ):
                continue
            counted = COUNTED_VILLAGES.fullmatch(passage.text, enumeration.head_start, enumeration.head_end)
            if _is_village(core, counted=bool(counted)) and not ESTATE.search(core):
                passage.add("Area", start, end, "areas/list", 0.7)
    for match in passage.matches(SHORT_COUNT):
        items = items_left_of(passage, match.start())
        for start, end in items if len(items) > 1 else ():
            around = AROUND.match(passage.text, start, end)
            start = around.end() if around else start
            core = passage.text[start:end]
            if (_is_village(core) or gazetteer().find(core)) and len(core) <= 4:
                passage.add("Area", start, end, "areas/counted", 0.7)


def _of_places(enumeration: Enumeration, core: str) -> bool:
    """Whether an item before 等地 is a place: two characters or a family's village; before 等地方 only the latter."""
    if enumeration.head not in ("地", "地区"):
        return True
    plain = enumeration.head_end - enumeration.head_start == len(enumeration.head)
    return FAMILY_VILLAGE.fullmatch(core) is not None or (plain and len(core) == 2)


def _is_village(core: str, *, counted: bool = False) -> bool:
    """Whether an item of a list of villages may be one; in a counted list words put together by chance are, too."""
    if not 2 <= len(core) <= 4 or not HAN.match(core) or NO_CORE.search(core):
        return False
    return (
        not is_generic(core)
        or core in kinds("mention_contexts")["place"]
        or ((counted or bool(VILLAGE_END.search(core))) and core not in general_words())
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
    """A city whose name is a common word as well is one behind other areas of a list (烟台、威海、日照)."""
    text = passage.text
    shorts = {found.start: found.end for found in passage.found.of("short-area")}
    ends = set(shorts.values())
    for match in BEHIND_COMMA.finditer(text) if shorts else ():
        start, end = match.span("name")
        if start - 1 not in ends or start in shorts or not gazetteer().find(match["name"]):
            continue
        if end + 1 in shorts if text.startswith("、", end) else _ends_item(passage, end):
            passage.add("short-area", start, end, "areas/among", 0.6)
            ends.add(end)


BEHIND_COMMA = re.compile("、(?P<name>[\u4e00-\u9fff]{2})")


def _town_behind(passage: Passage) -> None:
    """A town in its short form right behind its district or city (胶州铺集)."""
    text = passage.text
    for area in [found for found in passage.found if found.type in ("Area", "short-area")]:
        name = text[area.end : area.end + 2]
        if not TOWN_STOPS.match(text, area.end + 2) or is_generic(name):
            continue
        if any(found.kind == "Town" for found in gazetteer().find(name)):
            passage.add("short-area", area.end, area.end + 2, "areas/town-behind", 0.6)


def find_areas_beside(passage: Passage) -> None:
    """Short forms of counties that may be other words, where another area stands beside them (昆山、太仓; 浙江安吉)."""
    text = passage.text
    spans = [(found.start, found.end) for found in passage.found]
    if "、" in text:
        _beside_in_list(passage, spans)
    for start, end in spans:
        _county_behind(passage, start, end)


def _beside_in_list(passage: Passage, spans: list[tuple[int, int]]) -> None:
    text = passage.text
    unsure = [
        (start, end)
        for start, end, _ in gazetteer().short_forms(text)
        if "、" in (text[start - 1 : start], text[end : end + 1])
        and not _overlaps(passage, start, end)
        and not is_generic(text[start:end])
    ]
    if not unsure:
        return
    plain = [*spans, *(span for span in unsure if text[span[1] - 1] not in NATURE)]
    starts, ends = ({span[side] for span in plain} for side in (0, 1))
    for start, end in unsure:
        before = text[start - 1 : start] == "、" and start - 1 in ends
        after = text[end : end + 1] == "、" and end + 1 in starts
        if (before or (after and start not in ends)) and _ends_item(passage, end):
            passage.add("short-area", start, end, "areas/beside", 0.5)


def _ends_item(passage: Passage, end: int) -> bool:
    """Whether no name goes on there: a stop, a joint or a verb stands behind it."""
    return ITEM_ENDS.match(passage.text, end) is not None or passage.marks.get(end) in CUTTING


def _county_behind(passage: Passage, start: int, end: int) -> None:
    """A county in its short form right behind its own province or city, and wherever else it stands then."""
    text, find = passage.text, gazetteer().find
    for stop in (end + 3, end + 2):
        codes = [area.code for area in find(text[end:stop]) if area.kind == "District"]
        owners = find(text[start:end]) if codes else ()
        within = any(code.startswith(owner.code.rstrip("0") or "-") for code in codes for owner in owners)
        if within and not GOES_ON.match(text, stop):
            for match in re.finditer(re.escape(text[end:stop]), text):
                if not GOES_ON.match(text, match.end()):
                    passage.add("short-area", match.start(), match.end(), "areas/county-behind", 0.5)
            return


def _overlaps(passage: Passage, start: int, end: int) -> bool:
    return any(found.start < end and start < found.end for found in passage.found.near(start, end))
