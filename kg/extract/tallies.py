"""Finds the undertakings that a report lists to count them: `新开工20个，有A、B等`, `A、B等20个投产`, `A、B等加快建设`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.extract.bare_names import is_firm_like
from kg.extract.firm_things import ENDING
from kg.extract.lexicon import kinds
from kg.extract.lists import items_left_of, outer
from kg.extract.naming import is_counted, is_general_name, is_generic
from kg.extract.passage import Passage
from kg.extract.sought import Sought, longest_first
from kg.extract.undertakings import is_undertaking
from kg.extract.work_names import is_agency, is_named, opens_clause

_FURTHER = (
    *("提速", "施工", "推进", "前期", "落地", "签约", "开通", "投入运营", "投入使用", "攻坚", "收尾", "开放", "改扩建"),
    *("在谈", "跟踪", "进展", "滞后", "跟进", "当月动工", "临近投产", "改造完毕", "提升完毕", "落户", "实施"),
    *("推进顺利", "进展顺利", "扎实推进", "顺利推进", "抓紧施工", "抓紧建设", "加紧建设", "加紧施工", "持续推进"),
)
TOLD = Sought(lambda: longest_first({*kinds("told_cues")["sure"], *_FURTHER} - {"盘活"}), behind="(?![率的企仪活条时地县区市情程图许队方])")
"""What is told of a list."""
ADVERBS = re.compile(
    r"(?:已经?|均|全部|全面|相继|陆续|先后|同步|顺利|如期|按期|正在|正|加快|加紧|抓紧|同时|一并|有序|稳步|扎实|继续|持续|基本|即将|尽早|早日|年内|年底前?|"
    r"按节点|按序时?|悉数|大体|一齐|统筹|提前|共同|恢复|接连|首次|齐|共|亦|早|准备|临近|均按|做|"
    r"上半年|下半年|当年|次年|秋季|春季|集中|统一|成功|正式|率先|抓紧|加速|计划|力争|确保|可|将|在|\d{1,2}月份?底?前?)+$"
)
TALLY = re.compile(
    r"(?:等)?(?:\d{1,3}|[一二两三四五六七八九十]{1,3})余?(?:个|项|条|座|处|所|宗)"
    r"(?:[\u4e00-\u9fff]{0,6}(?:项目|工程|道路|公路|高速|断头路|支线|桥梁|桥|小区|学校|水库|变电站|市政路|路|街|巷))?$|等(?:项目|工程)?$"
)
"""So many of them, or 等 alone."""
OPENED = re.compile(
    r"(?:开工|竣工|投产|签约|落地|建成|续建|投用|在建|前期|动工|完工|复工)(?:的)?(?:有)?$|(?:包括|含|有|如|分别为|分别是|为|即|涉及)$"
)
COUNTED = re.compile(
    r"(?:项目|工程|开工|新开|竣工|投产|续建|新建|在建|前期|签约|落地|工业|农业|服务业|基础设施|民生|事业|类|级|其中|产业|建成|投用|完工|动工)[\u4e00-\u9fff]{0,6}\d+(?:个|项|宗)|\d+(?:个|项|宗)[\u4e00-\u9fff]{0,8}(?:项目|工程|开工|动工|竣工|投产|完工)"
)
DRIVEN = re.compile(r"(?:开工|动工|续建|推进|加快|抢建|建好|启动|建成|改造|谋划|争取|实施|新建|开建|竣工|投产|完成|抓好|做好|包括|另有|还有|如|含|有)了?$")
LISTED = re.compile(r"\d(?:个|项|所|条|处|座)[\u4e00-\u9fff]{0,4}[：:]$")
"""So many of them, and a colon."""
CLOSED = re.compile(r"(?:等(?:\d{1,3}(?:个|项|条|座|处|所))?)?[，。；,;]")
BARRED = re.compile(
    r"[的了]|创建|^(?:各|该|其|全[市县区镇]|我[市县区镇]|本|上述|其中|其余|其他|部分|一批|多个|若干|所有|现有|新增|首批|余下|剩余|共|每|另|对|将|把|与|从|以|在|按|于|由|被)|"
    r"(?:工作|问题|任务|活动|行动|会议|手续|指标|资金|人员|群众|企业|公司|部门|单位|产业|行业|领域|环节|方面|平台|机制|制度|服务|产品|产值|改造后|有序)$|^\d|期间$|^年|[就]$"
)


def find_tallies(passage: Passage) -> None:
    """Add the members of lists of which a clause tells what only undertakings do."""
    text = passage.text
    if ("、" not in text and "等" not in text) or passage.part == "task":
        return
    for match in passage.matches(TOLD):
        _told(passage, match)
    if OPENS.search(text):
        _opened(passage)


OPENS = re.compile(r"包括|含|有|如|分别|为|即|涉及|开工|竣工|投产|签约|落地|建成|续建|投用|在建|前期|动工|完工|复工")
AGREED = ("签约", "落地", "落户")
"""Said of firms too."""


def _told(passage: Passage, match: re.Match[str]) -> None:
    text, start = passage.text, match.start()
    adverbs = ADVERBS.search(text, max(0, start - 12), start)
    end = adverbs.start() if adverbs else start
    tally = TALLY.search(text, max(0, end - 16), end)
    end = tally.start() if tally else end
    if match[0] in AGREED and not tally:
        return
    items = [outer(text, *item) for item in items_left_of(passage, end)]
    if match[0] in AGREED:
        items = [item for item in items if not passage.found.holds("Company", *item)]
    if len(items) < 2 and not (tally and tally[0].startswith("等")):
        return
    if items and opens_clause(passage, items[0][0]):
        counted = bool(tally and tally[0] != "等")
        _add(passage, items, "tallies/told", counted=counted, sure=match[0] in kinds("told_cues")["sure"])


def _opened(passage: Passage) -> None:
    text = passage.text
    for close in CLOSED.finditer(text):
        if text[close.start()] != "等" and "、" not in text[max(0, close.start() - 40) : close.start()]:
            continue
        items = [outer(text, *item) for item in items_left_of(passage, close.start())]
        if not items or (len(items) < 2 and text[close.start()] != "等"):
            continue
        first = items[0][0]
        opened = OPENED.search(text, max(0, first - 8), first)
        sentence = text.rfind("。", 0, first) + 1
        counted = opened and COUNTED.search(text, max(sentence, first - 50), first)
        if counted or LISTED.search(text, max(0, first - 10), first):
            _add(passage, items, "tallies/opened", counted=True, sure=True)
        elif DRIVEN.search(text, max(0, first - 6), first):
            items = [item for item in items if not passage.found.holds("Company", *item)]
            _add(passage, items if len(items) > 1 else [], "tallies/driven", counted=False, sure=False)


def _add(passage: Passage, items: list[tuple[int, int]], method: str, *, counted: bool, sure: bool) -> None:
    strong = [item for item in items if _is_strong(passage, *item)]
    if not strong:
        return
    for start, end in items if counted or (sure and len(strong) * 2 >= len(items)) else strong:
        if _is_member(passage, start, end):
            passage.add("Project", start, end, method, 0.6)


def _is_strong(passage: Passage, start: int, end: int) -> bool:
    """Whether it is a project by itself, or called after a firm or a place."""
    text, found = passage.text, passage.found
    name = text[start:end]
    if found.holds("Project", start, end) or is_undertaking(passage, start, end) or is_named(passage, start, end):
        return True
    if any(f.start == start and f.end <= end for f in found.near(start, end, "Company")):
        return True
    return bool(ENDING.search(name)) and len(name) >= 5 and not is_general_name(name[:2]) and not is_general_name(name[:3])


def _is_member(passage: Passage, start: int, end: int) -> bool:
    name = passage.text[start:end]
    if not 3 <= len(name) <= 40 or is_generic(name) or is_counted(name) or BARRED.search(name) or is_agency(passage, end):
        return False
    if any(f.start == start and f.end < end for f in passage.found.near(start, end, "Project")):
        return False
    return not any(passage.found.holds(kind, start, end) for kind in ("Project", "Area", "Agency", "Person"))
