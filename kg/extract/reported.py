"""Finds named facilities that a clause reports on: how far they are, as a heading, with a capacity or a phase."""

from __future__ import annotations

import re

from kg.extract.lists import JOINT, items_left_of
from kg.extract.naming import facility_head, is_generic
from kg.extract.passage import COLON, Passage
from kg.extract.projects import after_place
from kg.extract.sought import Sought
from kg.extract.work_names import (
    COUNT_INSIDE,
    after_dash,
    is_agency,
    is_named,
    is_named_base,
    may_be_named,
    opens_clause,
    sole_places,
)

FROM_PHASE = re.compile("[一二三四]期.*$")

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
    r"公建民营|托管|产值|产量|义诊|体检|培训|宣传|检查|抽检|消[杀毒]|巡查|监测|检测|活动|接待|办理|受理|征集|征文|招生|扩招|安检|评定|评选|演练|就诊|普查|排查|成立|推行|实行|开展"
)


def tells_of_building(text: str, match: re.Match[str]) -> bool:
    """Whether what is reported is building, and not what is done in the place every day (X医院已接诊1万人)."""
    if not WEAK.search(match[0]):
        return not (NOT_YET.match(text, match.end()) or MANY_OF_IT.match(text, match.end()))
    clause = CLAUSE.match(text, match.end())
    told = clause[0] if clause else ""
    if match[0].endswith("使用"):
        return not told.lstrip("的等后前于至了为")
    return bool(OF_BUILDING.search(told)) and not OF_RUNNING.search(told)


NOT_YET = re.compile("的|机遇|契机|仪式|率|费|款|条件|企业|活动|时间|目标|要求|需求|庆典|面积|数量")
"""Behind a word for a stage: it is only spoken of (抢抓X高铁通车机遇)."""
MANY_OF_IT = re.compile(r"(?:已|共|累计)?(?!1[个处座所])\d+余?[个处座所家项](?!月|标段|单体|地块|主体|小?区)")
"""Behind a word for a stage: so many of the kind (街心公园建成5个), none of them named."""
CLAUSE = re.compile("[^，。；;！!？?]{0,24}")

PHASED = re.compile(
    r"[一二三四]期(?:[东西南北]区|[东西南北]片区|项目|工程)?(?=\d|[：，、。；]|已|正|主体|完成|竣工|开工|进入|施工|建设|征收|建成|投|通车|启用)"
)

CAPACITY_UNIT = re.compile("吨|千瓦|兆瓦|MW|平方米|立方米|件|台|套")

CAPACITY_NAMED = re.compile(
    r"\d+(?:\.\d+)?万?(?:吨|千瓦|兆瓦|MW|平方米|立方米|件|台|套)[\u4e00-\u9fff]{2,10}?(?=已|正|实现|项目)"
)


def reported(passage: Passage) -> None:
    """`A路完成水稳施工`: named facilities of which a clause says how far they are."""
    text = passage.text
    for match in passage.matches(PROGRESS):
        end = match.start() - text.endswith("等", 0, match.start())
        if not (may_be_named(passage, end) or _in_list(passage, end)):
            continue
        items = after_dash(text, items_left_of(passage, end))
        if not items or not opens_clause(passage, items[0][0]) or not tells_of_building(text, match):
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
            named_base = sole or is_named_base(text[start:end])
            running = WEAK.search(match[0]) and passage.found.holds("Park", start, end)
            if (is_named(passage, start, end) or by_list or named_base) and not (running or is_agency(passage, end)):
                passage.add("Project", start, end, "works/reported", 0.6)


def _in_list(passage: Passage, end: int) -> bool:
    """Whether more than one item may end there."""
    text, start = passage.text, passage.clause_start(end)
    return text[start - 1 : start] == "、" or JOINT.search(text, start, end) is not None


def _headings(passage: Passage) -> None:
    """`宙合幼儿园：…`: a named facility as the heading of what is said."""
    text = passage.text
    for match in COLON.finditer(text):
        if not may_be_named(passage, match.start()):
            continue
        start = passage.strip_left(passage.clause_start(match.start()), match.start())
        if is_named(passage, start, match.start()) and not _is_place(passage, start, match.start()):
            passage.add("Project", start, match.start(), "works/heading", 0.7)


def _is_place(passage: Passage, start: int, end: int) -> bool:
    """Whether it is a place or an office, under whose heading is told of everything there."""
    return is_agency(passage, end) or any(passage.found.holds(kind, start, end) for kind in ("Park", "Area"))


def _capacities(passage: Passage) -> None:
    """`35万吨涂布白纸板已投产`: a capacity and its product as the subject of a report."""
    for match in CAPACITY_NAMED.finditer(passage.text) if CAPACITY_UNIT.search(passage.text) else ():
        if opens_clause(passage, match.start()) and not passage.text.startswith("项目", match.end()):
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
        general = is_generic(core) and not (GENERAL_PLACE.search(core) and opens_clause(passage, start))
        if 2 <= len(core) <= 14 and not general and "第" not in core and "、" not in core:
            passage.add("Project", start, match.end(), "works/phase", 0.65)


def find_reported(passage: Passage) -> None:
    """Add named facilities and phases of which a clause says how far they are."""
    if passage.part != "task":
        reported(passage)
        _headings(passage)
        _capacities(passage)
    _phased(passage)
