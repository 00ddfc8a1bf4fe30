"""Finds administrative areas: by the gazetteer, towns and villages by their suffix, short forms that stand free."""

from __future__ import annotations

import re

from kg.areas import gazetteer
from kg.extract.lexicon import kinds
from kg.extract.lists import enumerations, items_left_of
from kg.extract.naming import general_words, is_generic
from kg.extract.passage import Found, Passage

SUFFIXES = ("省", "市", "区", "县", "州", "旗", "镇", "乡", "街道", "村", "社区", "盟")
SUFFIXED = re.compile(
    r"街道|镇(?<![小容]镇)(?<!(?<![石古铜铁龙金银凤白青赤黄杨谷鱼龟沙盐瓦木])城镇)(?![街容貌])|乡(?<![返下还城老家同回离故思入农]乡)(?![村亲音愁土情贤镇])|社区|(?<=[村庄店屯集寨铺营堡窑峪崖楼岭坡湾沟关街门巷埠洼桥])居(?![民住委家室所于高多然士间留])|村(?<!城中村)(?<!中关村)(?!民委|集体|[级域民容庄落庙委居里企干务情史规貌镇])"
)
HAN = re.compile(r"[\u4e00-\u9fff]+$")
WATER_OR_ROAD = re.compile(r"[\u4e00-\u9fff]{0,3}?[路街河湖江渠山桥巷]")

NO_CORE = re.compile(
    r"强$|^街道|空心|^产业|^工业|^农业|典型|镇街|文明村?$|了|[本该此]$|^[一二三四五六七八九十两]个|[及和与]|特色|示范|行政村|自然村|试点|改造$|路$|度假$|[各全个农美丽重点省级的镇乡]$|^[各全每两几整]|[\d一二两三四五六七八九十百千余多]+个?$|和美|传统|级$|建设|振兴|全国|全省"
)


def _beside_areas(passage: Passage) -> None:
    """Short forms of counties that may be other words, where another area stands beside them (昆山、太仓; 浙江安吉)."""
    text = passage.text
    spans = [(found.start, found.end) for found in passage.found]
    unsure = [
        (start, end)
        for start, end, _ in gazetteer().short_forms(text)
        if not is_generic(text[start:end]) and not _overlaps(start, end, spans)
    ]
    plain = [*spans, *(span for span in unsure if text[span[1] - 1] not in NATURE)]
    starts, ends = ({span[side] for span in plain} for side in (0, 1))
    for start, end in unsure:
        before = text[start - 1 : start] == "、" and start - 1 in ends
        after = text[end : end + 1] == "、" and end + 1 in starts
        if (before or after) and ITEM_ENDS.match(text, end):
            passage.add("short-area", start, end, "areas/beside", 0.5)
    for start, end in spans:
        _county_behind(passage, start, end)


def _county_behind(passage: Passage, start: int, end: int) -> None:
    """A county in its short form right behind its own province or city, and wherever else it stands then."""
    text = passage.text
    owners = gazetteer().find(text[start:end])
    for stop in (end + 3, end + 2):
        codes = [area.code for area in gazetteer().find(text[end:stop]) if area.kind == "District"]
        within = any(code.startswith(owner.code.rstrip("0") or "-") for code in codes for owner in owners)
        if within and not GOES_ON.match(text, stop):
            for match in re.finditer(re.escape(text[end:stop]), text):
                if not GOES_ON.match(text, match.end()):
                    passage.add("short-area", match.start(), match.end(), "areas/county-behind", 0.5)
            return


ITEM_ENDS = re.compile(
    "[、，。；：）)（(等和与及两三四五六七八九十\\d]|$|入选|列入|进入|被|成为|获|[省市县区]{1,2}(?![\u4e00-\u9fff])"
)
NATURE = frozenset("山河湖江海道口水溪泉川洞岛湾峡林岭门关桥")
"""Such short forms name hills, rivers and gates as often."""
GOES_ON = re.compile("[路街镇乡村河湖山港站厂店寨庄]")


def _overlaps(start: int, end: int, spans: list[tuple[int, int]]) -> bool:
    return any(begin < end and start < stop for begin, stop in spans)


MUNICIPAL = re.compile("政(?![府协法务策])")
"""上海市政X: 市政 belongs together."""
HOPES = frozenset(
    "和平 幸福 光明 前进 红旗 解放 胜利 团结 友谊 平安 和谐 民主 东方 人民 工农 青年 "
    "桃园 花园 新村 向阳 建设 文化 新华 建国 振兴 八一 五一 七一 大新 新建 永安 长安".split()
)
"""Common words that many towns and communities bear as names."""


def find_areas(passage: Passage) -> None:
    """Add areas that bear their suffix; short forms are kept aside as `short-area` for the other finders."""
    text = passage.text
    for start, end, areas in gazetteer().scan(text):
        name = text[start:end]
        if name.endswith(SUFFIXES) and (
            any(area.short != name for area in areas) or (len(name) == 2 and name[1] == "县")
        ):
            if name[-1] == "市" and MUNICIPAL.match(text, end):
                passage.add("short-area", start, end - 1, "areas/short", 0.5)
                continue
            if len(name) == 2 and text.startswith("长", end):
                continue
            passage.add("Area", start, end, "areas/gazetteer", 0.95)
        else:
            prefecture = text.startswith("州", end) and any(area.name.endswith("自治州") for area in areas)
            passage.add("Area" if prefecture else "short-area", start, end + prefecture, "areas/short", 0.5)
    _beside_areas(passage)
    _by_suffix(passage)
    _listed(passage)
    _villages(passage)
    _among_areas(passage)
    _town_behind(passage)


ESTATES = re.compile("示范社区|智慧社区|完整社区|小区|老旧")
ESTATE = re.compile("(?:花园|小区|家园|[苑府庭邸城轩])$")
VILLAGE_HEADS = frozenset(
    [
        *("地", "地区"),
        *(
            "村",
            "村庄",
            "社区",
            "镇街",
            "乡镇",
            "镇",
            "街道",
            "水源地",
            "乡街",
            "乡",
            "县区",
            "区县",
            "县市区",
            "县市",
            "市县",
            "县",
        ),
        *("市州", "盟市", "地市", "旗县", "村居", "村寨", "行政村", "自然村", "村民小组"),
    ]
)
VILLAGE_END = re.compile("[庄店屯集寨铺营埠堡窑峪崖楼岭坡湾沟洼塘坪坝冲垸圩垭峁塬畈]$")
WIDE_HEADS = frozenset(
    [
        "乡街",
        "乡",
        "县区",
        "区县",
        "县市区",
        "县市",
        "市县",
        "县",
        "市州",
        "盟市",
        "地市",
        "旗县",
        "村居",
        "村寨",
        "行政村",
        "自然村",
        "村民小组",
    ]
)
TIGHT = re.compile(
    "(?:[\\d一二两三四五六七八九十]+余?[个家处]|多个|各)?[县区市乡镇村街州盟旗地居寨行政自然民小组、]{1,5}"
)
"""What may stand between 等 and such a head: a count, no sentence."""
FAMILY_VILLAGE = re.compile("[\u4e00-\u9fff]{1,2}家[庄店屯集寨铺营堡窑峪崖楼岭坡湾沟洼塘坪坝冲垸圩垭峁塬畈]")
AROUND = re.compile(
    "(?:周边|附近|沿线|辖区|境内|途经|途径|经过|覆盖|新修|串起|连起|盘活|打造|整修|翻修|硬化|扩修|组织|引导|带动|辐射|串联|连接|帮扶|联系|走访)?"
)
SHORT_COUNT = re.compile(
    r"(?<=[\u4e00-\u9fff])[两三四五六七八九十](?:镇街?|乡镇?|街道?|村居?|社区|县市?|市|区|地市?|省)(?![级长委直\u4e00-\u9fff]?[级长])"
)
"""`甲、乙两镇`: a number without its measure word closes the list."""


def _listed(passage: Passage) -> None:
    """`A、B等6个村`: each item is one, with its suffix or without."""
    for enumeration in enumerations(passage):
        if enumeration.head not in VILLAGE_HEADS or ESTATES.search(
            passage.text[enumeration.head_start : enumeration.head_end]
        ):
            continue
        for start, end in enumeration.items:
            start = max([start, *(area.end for area in passage.of("Area") if start < area.end < end)])
            around = AROUND.match(passage.text, start, end)
            start = around.end() if around else start
            core = passage.text[start:end]
            if enumeration.head in ("地", "地区") and not FAMILY_VILLAGE.fullmatch(core):
                continue
            if enumeration.head in WIDE_HEADS and not TIGHT.fullmatch(
                passage.text, enumeration.head_start, enumeration.head_end
            ):
                continue
            counted = COUNTED_VILLAGES.fullmatch(passage.text, enumeration.head_start, enumeration.head_end)
            if _is_village(core, counted=bool(counted)) and not ESTATE.search(core):
                passage.add("Area", start, end, "areas/list", 0.7)
    for match in SHORT_COUNT.finditer(passage.text):
        items = items_left_of(passage, match.start())
        for start, end in items if len(items) > 1 else ():
            core = passage.text[start:end]
            if (_is_village(core) or gazetteer().find(core)) and len(core) <= 4:
                passage.add("Area", start, end, "areas/counted", 0.7)


COUNTED_VILLAGES = re.compile(
    "[\\d一二两三四五六七八九十]+余?个(?:行政|自然)?(?:村|村庄|村村庄|村居|乡镇|镇|乡|镇街|街道)"
)


def _is_village(core: str, *, counted: bool = False) -> bool:
    """Whether an item of a list of villages may be one; in a counted list words put together by chance are, too."""
    if not 2 <= len(core) <= 4 or not HAN.match(core) or NO_CORE.search(core):
        return False
    return (
        not is_generic(core)
        or core in HOPES
        or ((counted or bool(VILLAGE_END.search(core))) and core not in general_words())
    )


VILLAGES = re.compile(
    r"(?:(?:省|市|区|县|国家)级)?(?:美丽乡村|和美乡村|宜居宜业和美乡村|乡村旅游重点村|传统村落|景区化村庄|文明村|示范村)(?=创建|建设|打造|[，。；、])"
)


def _villages(passage: Passage) -> None:
    """`A、B市级美丽乡村创建`: villages named without their suffix."""
    text = passage.text
    for match in VILLAGES.finditer(text):
        for start, end in items_left_of(passage, match.start()):
            start = max([start, *(area.end for area in passage.of("Area") if start <= area.start < area.end < end)])
            core = text[start:end]
            if _is_village(core):
                passage.add("Area", start, end, "areas/village-list", 0.7)


def _among_areas(passage: Passage) -> None:
    """A city whose name is a common word as well is one between other areas of a list (烟台、日照、威海)."""
    text = passage.text
    shorts = {found.start: found.end for found in passage.of("short-area")}
    ends = set(shorts.values())
    for match in re.finditer("、(?P<name>[\u4e00-\u9fff]{2})(?=、)", text):
        start, end = match.span("name")
        if start - 1 in ends and end + 1 in shorts and start not in shorts and gazetteer().find(match["name"]):
            passage.add("short-area", start, end, "areas/among", 0.6)


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
    closed = [found for found in passage.found if found.type == "Person" or _is_registered(text, found)]
    authors = {(found.start, found.end) for found in passage.of("Agency")}
    kept = []
    for found in passage.found:
        if found.type == "Area" and (_inside(found, closed) or (found.start, found.end) in authors):
            passage.reject("Area", found.start, found.end, "inside a registered name, or the author of a heading")
            continue
        kept.append(found)
    passage.found = kept
    names = [found for found in passage.found if found.type not in ("short-area", "Area")]
    begun = {found.start for found in passage.of("short-area")}
    for short in list(passage.of("short-area")):
        if (
            _inside(short, names)
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


def _is_registered(text: str, found: Found) -> bool:
    """A company, but not a farm or mine that is called by its town (柳林镇东岭农场)."""
    name = text[found.start : found.end]
    return found.type == "Company" and not (FARM.search(name) and TOWN_FIRST.match(name))


FARM = re.compile("(?<!家庭)(?:农场|林场|牧场|渔场|茶场|果园|煤矿|铁矿|石矿|砖厂|石料厂)$")
TOWN_FIRST = re.compile("[\u4e00-\u9fff]{2,4}(?:镇|乡|街道|村)[\u4e00-\u9fff]{2}")
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


def _inside(found: Found, names: list[Found]) -> bool:
    return any(name.start <= found.start and found.end <= name.end for name in names)


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
    for match in SUFFIXED.finditer(text):
        if any(area.start <= match.start() < area.end for area in passage.of("Area")):
            continue
        town = next((t for t in passage.lexicon.towns if text.endswith(t, 0, match.end())), None)
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
    for area in passage.of("Area"):
        if start < area.end <= end:
            start = area.end
    if end - start >= 4 and _is_town(passage, text[start : start + 2]):
        start += 2
    behind = any(area.end == start for area in passage.of("Area"))
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
    if core in HOPES:
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
