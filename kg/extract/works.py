"""Finds projects without the word: facility plus work, facilities being built, reported on, or split into phases."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.company_names import without_area
from kg.extract.lexicon import kinds
from kg.extract.lists import JOINT, items_left_of
from kg.extract.naming import (
    facility_head,
    is_counted,
    is_generic,
    is_named_facility,
    is_named_road,
    is_single_facility,
    last_characters,
)
from kg.extract.passage import COLON, Passage
from kg.extract.projects import after_place
from kg.extract.sought import Sought, longest_first
from kg.words import words

NOT_ALONE = frozenset(["施工", "提升", "配套", "安置", "新建", "绿化", "维修", "搬迁"])
AFTER_WORK = re.compile(
    r"$|[，。；：、！？,;:!?）)”（(]|已|正|主体|完成|竣工|开工|进入|施工|等|预计|投入|累计|目前|[一二三]期|及|和|与|任务|到|有序|稳步|列入|纳入|入选|获|进展|全部|基本|"
    r"顺利|前期|手续|方案|设计|图纸|机遇|契机|步伐|\d[\d.]*余?(?:公里|千米|米)|进度|进程|提速|资金"
)
FROM_PHASE = re.compile("[一二三四]期.*$")
PHASE = re.compile("[一二三四]期")
BUILD = Sought(
    (
        *(f"{when}开工(?!建设|率|项目|企业)" for when in ("力争", "年内", "确保", "实现", "争取", "计划", "新")),
        *("新建改扩建", "新改扩建", "新改建", "新建", "改建", "改扩建", "扩建", "规划建设", "开工建设"),
        *(
            "建成投用",
            "建成启用",
            "建成投入使用",
            "建成(?!区)",
            "打通",
            "贯通",
            "完工",
            "启动建设",
            "续建",
            "投用",
            "投运",
            "迁建",
        ),
        "建设(?!用地|项目|工程|局|银行|指挥|资金|单位|规模|进度|标准|内容)",
    )
)
FURTHER = Sought(("加速", "加快推进", "加快", "推进", "启动", "实施", "完成", "做好"))
BUILDING_BEHIND = re.compile(r"建设|施工|前期")
_BUILDING = r"(?:任务|进度)?(?=[，。；、和与，\d]|$)"
_MORE = rf"(?:道路|项目|工程)*(?:建设|施工){_BUILDING}"
OBJECT_END = re.compile(
    rf"等|前期工作|，|。|；|：|,|;|！|!|的(?<!元的)|建设{_BUILDING}|施工{_BUILDING}|"
    rf"道路(?:{_MORE}|(?:工程|项目)(?=[，。；、]))|项目(?:{_MORE}|(?=[，。；、]))|工程(?:{_MORE}|(?=[，。；、]))"
)
"""What ends the object of building: `等`, punctuation, `的`, or words for the work itself at the clause's end."""
COUNT_BEHIND = re.compile(r"(?:[\d一二两三四五六七八九十]+余?(?:家|处|座|个|所|条|栋)|\d+余?期)(?:共.*)?$")
NUMBER_BEHIND = re.compile(r"[”\"]?\d+(?:处|个|座|家)")
MANY = re.compile(r"[”\"]?(?!1(?:处|个|座|家))\d+余?(?:处|个|座|家|条)")
COUNT_INSIDE = re.compile(
    r"工程\d|^[\d一二两三四五六七八九十百千万]+余?亩|\d(?:处|条|个|座|家)|^[一二两三四五六七八九十]+(?:个|条|处|座)"
)
_CLEARED = ("征地", "征收", "征迁", "拆迁", "腾空")
_BEGUN = "(?:正式|开始|全面)?(?:开工|动工|完工|竣工|建成|投用|通车)"
_YEAR_GOES_ON = r"0\d\d年\d{1,2}|"
_TOLD = (
    *(
        "已",
        "即将",
        "正在",
        "正(?!式印)",
        "加快推进",
        "加快建设",
        "顺利推进",
        "有序推进",
        "稳步推进",
        "主体(?!责任|地位)",
    ),
    *(
        "完成",
        "竣工",
        "建成",
        "投入使用",
        "投用",
        "开工",
        "封顶",
        "进入",
        "施工",
        "具备",
        "交付",
        "土地指标",
        "建设资金",
    ),
    *(f"{thing}(?:{'|'.join(_CLEARED)})" for thing in ("土地", "房屋", "地上附着物", "地面附着物")),
    *(
        *_CLEARED,
        "清表",
        "手续",
        "路基",
        "桩基",
        "基坑",
        "基础施工",
        "基建",
        "砌体",
        "钢结构",
        "二次结构",
        "装修",
        "布展",
    ),
    *("合龙", "大坝", "通水", "通车", "通气", "并网", "蓄水", "试运[行营]", "试生产", "运行正常", "揭牌"),
    *("开馆", "开业", "开园", "动工", "复工", "基本(?:建成|完工|完成)", "规划许可", "可研", "规划设计", "选址"),
    *("勘[察测探]", "立项", "初步设计", "设计方案", "图纸", "招标", "缺少"),
    *(
        rf"{place}{digit}(?:{_YEAR_GOES_ON if digit == '2' else ''}\d?)月[份底初]?{_BEGUN}"
        for place in "在于"
        for digit in "1234567890１２３４５６７８９０"
    ),
)
_SINCE = (
    "目前",
    "现",
    "均",
    "全部",
    "即将",
    "将于",
    "将在",
    "超时序",
    "超前",
    "提前",
    "如期",
    "按期",
    "按时",
    "率先",
    "同步",
    "顺利",
)
PROGRESS = Sought(
    (
        *(f"{thing}(?:{'|'.join(_SINCE)})?(?:{'|'.join(_TOLD)})" for thing in ("项目", "工程", "建设")),
        *(f"{since}(?:{'|'.join(_TOLD)})" for since in _SINCE),
        *_TOLD,
    )
)
"""What says how far something is: `项目目前已…`, with the thing and the time or without."""
WEAK = re.compile("(?:已|正在|完成|投入使用|进入|具备|在|正|均|目前|现|全部)+$")
OF_BUILDING = re.compile(
    r"[建工筑]|施工|封顶|投[用运产]|使用|交付|启用|[征拆]|设计|规划|招标|招投标|手续|装[修饰]|安装|布展|铺[设装]|路基|验收|运[营行]|通[车水气]|开[园业放馆]|入住|搬迁|审批|批复|"
    r"[回桩浇砌]|土[地建方]|绿化|亮化|改造|管[网线廊]|设备|勘|可研|立项|合同|图纸|方案|选址|落[地成]|上房|水稳|沥青|面层|桥面|主体|基础|任务|工程量|形象进度|投资|%|％|[一二三四五六七八九]成|提升|清[表淤]|"
    r"收尾|扫尾|调试|并网|挂牌|摘牌|备案|评审|环评|启动|签约|供地|用地|移交|转让|加固|治理|硬化|拓宽|贯通|合龙"
)
OF_RUNNING = re.compile(
    r"产值|产量|义诊|体检|培训|宣传|检查|抽检|消[杀毒]|巡查|监测|检测|活动|接待|办理|受理|征集|征文|招生|扩招|安检|评定|评选|演练|就诊|普查|排查|成立|推行|实行|开展"
)


def tells_of_building(text: str, match: re.Match[str]) -> bool:
    """Whether what is reported is building, and not what is done in the place every day (X医院已接诊1万人)."""
    if not WEAK.search(match[0]):
        return True
    clause = CLAUSE.match(text, match.end())
    told = clause[0] if clause else ""
    if match[0].endswith("使用"):
        return not told.lstrip("的等后前于至了为")
    return bool(OF_BUILDING.search(told)) and not OF_RUNNING.search(told)


CLAUSE = re.compile("[^，。；;！!？?]{0,24}")
PHASED = re.compile(
    r"[一二三四]期(?:[东西南北]区|[东西南北]片区|项目|工程)?(?=\d|[：，、。；]|已|正|主体|完成|竣工|开工|进入|施工|建设|征收|建成|投|通车|启用)"
)
CAPACITY_UNIT = re.compile("吨|千瓦|兆瓦|MW|平方米|立方米|件|台|套")
CAPACITY_NAMED = re.compile(
    r"\d+(?:\.\d+)?万?(?:吨|千瓦|兆瓦|MW|平方米|立方米|件|台|套)[\u4e00-\u9fff]{2,10}?(?=已|正|实现|项目)"
)


def find_works(passage: Passage) -> None:
    """Add projects that are one noun phrase of facility and work, or a named facility that is being built."""
    _facility_work(passage)
    _being_built(passage)
    if passage.part != "task":
        _reported(passage)
        _headings(passage)
        _capacities(passage)
    _phased(passage)
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


AROUND = re.compile(r"(?:及|和|与)(?:其)?(?:附属|配套|周边|辅助)[\u4e00-\u9fff]{2,4}$")
SECTION = re.compile(
    r"[（(](?:[\u4e00-\u9fff]{1,4}段|新[馆址区院]|新院区|新校区|[一二三四五六]期(?:工程|项目)?|第?[一二三四五\d]+标段|[东西南北]区|20\d\d年度?|[\u4e00-\u9fff]{1,3}部分)[）)]"
)


@cache
def sole_places() -> frozenset[str]:
    """Places of which there is one in a county: they need no name beside a work or a named neighbour."""
    return frozenset(words("sole_places"))


STRETCH = re.compile(
    r"(?<=[路铁速河程线道\d])(?!路)(?:[\u4e00-\u9fff]{1,3}(?:省|市|县|区)?|[\u4e00-\u9fff]{2,6}至[\u4e00-\u9fff]{2,6})段(?=$|[，。；、,;！（(\d]|等|已|正|建|开|通|完|全|主|项目|工程|路基|征)"
)
"""A stretch of a line behind its name: 高铁安徽段, 铁路松阳至丽水段."""
HIGHWAY = re.compile(r"(?:国道|省道|县道|乡道)?[GSXY]\d{2,4}线?|(?:国道|省道|县道)\d{2,4}线?|\d{2,4}(?:国道|省道|县道)")
HIGHWAY_END = re.compile(r"[线道\d]$")
RIVER = re.compile("(?![内外大小江运界])[\u4e00-\u9fff][河江湖]")
OWN_PHASE = re.compile(r"[一二三四]期[\u4e00-\u9fff]{4,}$")


def is_named(passage: Passage, start: int, end: int) -> bool:
    """A facility with a name of its own, or one that is an institution or park with a name.

    A bracket that says which section of it is meant does not count: `县档案馆（新馆）`.
    """
    text = passage.text[start:end]
    if text[-1:] in ("）", ")", "段"):
        section = SECTION.search(passage.text, start, end) or STRETCH.search(passage.text, start, end)
        text = passage.text[start : section.start()] if section and section.end() == end else text
        end = start + len(text)
    if HIGHWAY_END.search(text) and HIGHWAY.fullmatch(text):
        return True
    if text[1:2] == "期" and OWN_PHASE.match(text) and facility_head(text):
        return True
    if len(text) < 3:
        return False
    named = is_named_facility(text) or is_named_road(text) or _found_as_place(passage, start, end)
    return named and not _is_description(text)


def _may_be_named(passage: Passage, end: int) -> bool:
    """Whether `is_named` may say yes to what ends there: what it begins with need not be known for that."""
    last = passage.text[end - 1 : end]
    if last in _last_characters() or last.isdecimal():
        return True
    return any(found.end == end for found in passage.found.near(end, end, "Park"))


@cache
def _last_characters() -> frozenset[str]:
    """What facilities, numbered roads, sections, bases and places that need no name may end in."""
    return last_characters() | {place[-1] for place in sole_places()} | frozenset("线）)段地")


def _is_description(text: str) -> bool:
    opened = "“" in text[1:] or '""' in text or text[0].isdecimal()
    return opened or "的" in text or "项目" in text or COUNT_INSIDE.search(text) is not None


def _found_as_place(passage: Passage, start: int, end: int) -> bool:
    """Whether it is a park, or a facility whose name begins with that of an institution or a park."""
    text = passage.text
    if text[end - 1] != "区" and passage.found.holds("Park", start, end):
        return True
    if end - start > 24 or facility_head(text[start:end]) is None:
        return False
    named = (*passage.found.near(start, end, "Institution"), *passage.found.near(start, end, "Park"))
    return any(found.start == start and found.end <= end for found in named)


def _facility_work(passage: Passage) -> None:
    """`李山口水库除险加固`: one noun phrase of facility and work; `X公园建设` names the facility alone."""
    text = passage.text
    for match in passage.matches(WORK):
        if match[0] in NOT_ALONE or not AFTER_WORK.match(text, match.end()):
            continue
        phase = PHASE.fullmatch(text, max(0, match.start() - 2), match.start())
        stop = phase.start() if phase else match.start()
        if not (_may_be_named(passage, stop) or AROUND.search(text, max(0, stop - 9), stop)):
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


def is_bare_name(name: str) -> bool:
    """Whether an item may be a place's name without the word for what it is (A水库、B、C水库除险加固)."""
    return bool(re.fullmatch(r"[\u4e00-\u9fff]{2,6}", name)) and not is_generic(name) and not is_counted(name)


def _being_built(passage: Passage) -> None:
    """`新建A路、B小学`: named facilities as the objects of building; 推进 and the like need 建设 behind them."""
    text = passage.text
    for pattern in (BUILD, FURTHER):
        if pattern is FURTHER and not BUILDING_BEHIND.search(text):
            continue
        for match in passage.matches(pattern):
            ending = OBJECT_END.search(text, match.end())
            if pattern is FURTHER and not (ending and BUILDING_BEHIND.search(ending[0])):
                continue
            if MANY.match(text, match.end()):
                continue
            end = ending.start() if ending else len(text)
            object_start = match.end() + text.startswith("了", match.end())
            items = [
                (max(start, object_start), stop)
                for start, stop in items_left_of(passage, end)
                if start >= match.end() or _stands(passage, object_start, stop)
            ]
            if match[0] in ENLARGING and len(items) <= 2 and not text.startswith("等", end):
                items = [item for item in items if not passage.found.holds("Institution", *item)]
            beside = len(items) > 1 and any(is_named(passage, *item) for item in items)
            for start, stop in items:
                _add_object(passage, start, stop)
                if beside and text[start:stop] in sole_places():
                    passage.add("Project", start, stop, "works/being-built", 0.6)


ENLARGING = ("扩建", "改扩建", "新改扩建")
"""Of a school or hospital that is there already this is a plain verb phrase; it names no project."""


def _stands(passage: Passage, start: int, end: int) -> bool:
    """Whether what is built is in quotation marks, or an institution or park found already (在A改建B医院)."""
    text = passage.text
    if end - start < 4:
        return False
    quoted = text[start] in '“"' and text[end - 1] in '”"'
    return quoted or any(passage.found.holds(kind, start, end) for kind in ("Institution", "Park"))


def _add_object(passage: Passage, start: int, end: int) -> None:
    text = passage.text
    counted = COUNT_BEHIND.search(text[start:end])
    if counted:
        end = start + counted.start()
    name = text[start:end]
    numbered = counted or NUMBER_BEHIND.match(text[end : end + 5])
    if MANY.match(text, end) or text.endswith(("一批", "若干", "多个"), 0, start):
        return
    if (
        name[:1] in ("“", '"')
        and name[-1:] in ("”", '"')
        and facility_head(name[1:-1])
        and not numbered
        and '"' not in name[1:-1]
    ):
        passage.add("Project", start + 1, end - 1, "works/being-built", 0.6)
        return
    core = name[:-2] if PHASE.fullmatch(name[-2:]) else name
    named = is_named(passage, start, start + len(core))
    if named or _is_named_base(core) or (not numbered and is_single_facility(core)):
        passage.add("Project", start, end, "works/being-built", 0.6)


def _is_named_base(name: str) -> bool:
    """A 基地 with more to its name than an area and general words."""
    return (
        name.endswith("基地")
        and not name.endswith("大基地")
        and 5 <= len(name) <= 20
        and not is_generic(without_area(name))
    )


def _reported(passage: Passage) -> None:
    """`A路完成水稳施工`: named facilities of which a clause says how far they are."""
    text = passage.text
    for match in passage.matches(PROGRESS):
        end = match.start() - text.endswith("等", 0, match.start())
        if not (_may_be_named(passage, end) or _in_list(passage, end)):
            continue
        items = items_left_of(passage, end)
        if not items or not _opens_clause(passage, items[0][0]) or not tells_of_building(text, match):
            continue
        named = len(items) > 1 and any(is_named(passage, *item) for item in items)
        for start, end in items:
            by_list = (
                named
                and end - start > 3
                and facility_head(text[start:end])
                and not COUNT_INSIDE.search(text[start:end])
            )
            sole = text[start:end] in sole_places() and match[0].startswith(("建设", "项目", "工程", "主体"))
            named_base = sole or _is_named_base(text[start:end])
            if (is_named(passage, start, end) or by_list or named_base) and not _is_agency(passage, end):
                passage.add("Project", start, end, "works/reported", 0.6)


def _in_list(passage: Passage, end: int) -> bool:
    """Whether more than one item may end there."""
    text, start = passage.text, passage.clause_start(end)
    return text[start - 1 : start] == "、" or JOINT.search(text, start, end) is not None


def _headings(passage: Passage) -> None:
    """`宙合幼儿园：…`: a named facility as the heading of what is said."""
    text = passage.text
    for match in COLON.finditer(text):
        if not _may_be_named(passage, match.start()):
            continue
        start = passage.strip_left(passage.clause_start(match.start()), match.start())
        if is_named(passage, start, match.start()) and not _is_agency(passage, match.start()):
            passage.add("Project", start, match.start(), "works/heading", 0.7)


def _opens_clause(passage: Passage, start: int) -> bool:
    before = passage.clause_start(start) if start else 0
    return passage.strip_left(before, start) == start or passage.text[start - 1] in "）)"


def _is_agency(passage: Passage, end: int) -> bool:
    return any(found.end == end for found in passage.found.near(end, end, "Agency"))


def _capacities(passage: Passage) -> None:
    """`35万吨涂布白纸板已投产`: a capacity and its product as the subject of a report."""
    for match in CAPACITY_NAMED.finditer(passage.text) if CAPACITY_UNIT.search(passage.text) else ():
        if _opens_clause(passage, match.start()) and not passage.text.startswith("项目", match.end()):
            passage.add("Project", match.start(), match.end(), "works/capacity", 0.6, match[0] + "项目")


GENERAL_PLACE = re.compile(
    "(?:产业园|园区|医院|学校|校区|院区|水厂|污水处理厂|垃圾处理厂|发电厂|热电厂|车站|机场|码头|中心)$"
)


def _phased(passage: Passage) -> None:
    """`东西鲁三期西区`: a name with a phase, at the beginning of a clause."""
    text = passage.text
    for match in PHASED.finditer(text) if "期" in text else ():
        start = after_place(passage, passage.name_start(match.end()), match.end())
        core = FROM_PHASE.sub("", text[start : match.end()])
        general = is_generic(core) and not (GENERAL_PLACE.search(core) and _opens_clause(passage, start))
        if 2 <= len(core) <= 14 and not general and "第" not in core and "、" not in core:
            passage.add("Project", start, match.end(), "works/phase", 0.65)
