"""Finds the undertakings whose stage a clause tells, whatever their kind: `X支渠防渗铺膜收口`, `X安置区房建验收`."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain

from kg.extract.lexicon import kinds
from kg.extract.lists import items_left_of
from kg.extract.passage import Passage
from kg.extract.reported import CLAUSE, MANY_OF_IT, NOT_YET, OF_BUILDING, OF_RUNNING
from kg.extract.sought import Sought, longest_first
from kg.extract.undertakings import PHASED, is_undertaking, may_end, trimmed, works
from kg.extract.work_names import after_dash, opens_clause

CUES = Sought(lambda: longest_first(chain.from_iterable(kinds("told_cues").values())))
"""What a clause goes on with behind the undertaking of which it tells."""
MEASURED = re.compile(
    r"\d(?<=[\u4e00-\u9fff）”]\d)[\d.]*余?万?(?:公里|千米|米|户|栋|幢|孔|亩|平方米|平方|立方米|方|兆瓦|MW|千瓦|吨|个标|号楼|#|%|％|月)"
)
"""A measure of it or of a part comes first: `X河治理疏浚11公里`, `X居住点57户搬迁入住`."""
DONE = re.compile(
    r"完|竣|封顶|结顶|断水|收[官尾口]|过半|[一二三四五六七八九]成|过[会审]|批[复准]?|审|验收|交[付工安]|移交|开[工标放园街]|进场|启[动用]|动工|到货|到位|就位|安装|调试|吊装|搬迁|入住|铺|浇|砌|挖|焊|打桩|施工|建[成设]|"
    r"通[车水汽气]|放行|投[用产入运料]|并网|送电|点火|受[阻限]|停|暂缓|未|滞后|列入|纳入|入选|落户|挂牌|结束|合格|灌|拼|拆|清|回填|可研|立项|终止|全[幅线]通|搁置|取消|调整|不[全足]|责令|连通|下闸|顶升|推[迟后进]|招标|挂网|中标|[公核报]|编制|办[理结]|落[位地]|签|摘牌|出让|备案|起来|结束|收工|平场|%|％|亮相|装修|在|正|已|试"
)
HONOUR = re.compile("名单|创建|创成|称号|评为|认定|命名|示范[县市区镇村]|试点[县市区]")
TOWARDS = frozenset("对将把与就于在向")
"""Before a noun: what a clause does something to or where, not what it tells of."""
BUILT_BY = tuple(f"{verb}的" for verb in ("负责", "承建", "代建", "投资", "开发", "合作", "牵头", "投建"))
"""Before the subject of a clause: whose work it is (由A公司负责的X期)."""
REBUILT = re.compile(
    "防渗|清淤|拆除重建|拆建|除险加固|加固|改扩建|扩建|迁建|大修|修缮|扩容|增容|拓宽|[一二三四五六]标段"
)
"""A work between a facility and its measure belongs to the name."""
NEAR = re.compile("(?:园区|库边|沿线|境内|周边|辖区|[区县市域]内|[湖河江]边|配套|其中|另有)(?=.)")


def find_told(passage: Passage) -> None:
    """Add undertakings that are the subject of a clause about building."""
    told = -1
    for start, kind in _places(passage):
        clause = passage.clause_start(start)
        if clause == told or start - clause < 3:
            continue
        items = _subjects(passage, start)
        if items and is_undertaking(passage, *items[-1]) and _fits(passage, items[-1], start, kind):
            told = clause
            for item in items:
                if is_undertaking(passage, *item):
                    passage.add("Project", *item, "works/told", 0.6)


def _subjects(passage: Passage, start: int) -> list[tuple[int, int]]:
    """What the clause that goes on at `start` is about; nothing where it does something to it or only counts."""
    text = passage.text
    listed = text.endswith("等", 0, start)
    items = () if listed and text[start].isdecimal() else items_left_of(passage, start - listed)
    if not items or text[items[0][0] - 1] in TOWARDS:
        return []
    items = after_dash(text, items)
    if not opens_clause(passage, items[0][0]) and not text.endswith(BUILT_BY, 0, items[0][0]):
        return []
    first, last = items[-1]
    rebuilt, name = REBUILT.match(text, start), text[first:last]
    if rebuilt and not works().longest(name) and not PHASED.search(name):
        items = (*items[:-1], (first, rebuilt.end()))
    return [trimmed(text, *_placed(passage, *item)) for item in items]


def _placed(passage: Passage, start: int, end: int) -> tuple[int, int]:
    """Without a word for nearness before the place that begins the name (园区白云镇停车场)."""
    near = NEAR.match(passage.text, start, end)
    if near and any(found.start == near.end() for found in passage.found.near(near.end(), near.end())):
        return near.end(), end
    return start, end


def _places(passage: Passage) -> list[tuple[int, str]]:
    """Where a clause may go on behind its subject, and with what kind of cue."""
    text, known = passage.text, _kinds()
    cue = CUES.pattern.match
    found: dict[int, str] = {}
    for start in passage.may_begin(CUES):
        if start not in found and may_end(text, start) and (match := cue(text, start)):
            found[start] = "none" if _is_of_many(text, match.end()) else known[match[0]]
    for match in MEASURED.finditer(text):
        if may_end(text, match.start()):
            found.setdefault(match.start(), "thing")
    return sorted((start, kind) for start, kind in found.items() if kind != "none")


def _is_of_many(text: str, end: int) -> bool:
    """Whether a cue that ends there is only spoken of, or done so many times."""
    return bool(NOT_YET.match(text, end) or MANY_OF_IT.match(text, end))


def _fits(passage: Passage, item: tuple[int, int], start: int, kind: str) -> bool:
    """Whether what follows tells of building; of a work or a phase nothing else can be told."""
    name = passage.text[slice(*item)]
    if kind != "sure" and (works().longest(name) or PHASED.search(name)):
        clause = CLAUSE.match(passage.text, start)
        return not (clause and OF_RUNNING.search(clause[0]))
    if kind == "work":
        return False
    if kind == "loose" and _soon().match(passage.text, start):
        return True
    if COST.match(passage.text, start):
        return True
    if kind == "loose" and (_is_running(passage, *item) or passage.found.holds("Area", *item)):
        return False
    if kind in ("loose", "thing") and passage.found.holds("Park", *item) and not DONE_WITH.match(passage.text, start):
        return False
    return _tells(passage.text, start, kind) or (kind == "thing" and _ends_clause(passage.text, start))


def _is_running(passage: Passage, start: int, end: int) -> bool:
    """Whether it is an institution, of which much else is told."""
    return any(
        found.start <= start and found.end == end for found in passage.found.near(start, end, "Institution")
    ) or passage.found.holds("Institution", start, end)


DONE_WITH = re.compile(r"[\u4e00-\u9fff]{2}(?=[，。；]|$)")
"""A bare word that closes the clause is told of a park as a whole (X产业园落地); else of what goes on there."""
COST = re.compile(r"(?:总|概算|估算|计划|拟|年内|年度)?投[资入][约近超过]?\d[\d.]*余?[万亿]元")
"""What it costs, which is said of what is built alone."""
STEP = re.compile(
    "(?:地勘|勘察|勘界|初设|招标|选址|桩基|主体|装修|土建|场平|清表|征迁|征地|立项|环评|布展|调试|房建|基础)(?=[，。；]|$)"
)


def _ends_clause(text: str, start: int) -> bool:
    """Whether a bare step closes the clause (X安置区地勘，)."""
    return STEP.match(text, start) is not None


USES = re.compile("投入使用(?=[^的等后前于至了为])")
"""Somebody uses something there (X社区投入使用平台)."""


@cache
def _soon() -> re.Pattern[str]:
    """What is said of building alone, with nothing but adverbs before it (相继启用); or a bare 挂牌."""
    sure = "|".join(longest_first(kinds("told_cues")["sure"]))
    return re.compile(
        rf"(?:[已正将均]|相继|陆续|同步|集中|全部|全面|顺利|如期|提前|基本|正式|率先|即将){{1,3}}(?:{sure})|挂牌(?=[，。；])"
    )


@cache
def _kinds() -> dict[str, str]:
    return {word: kind for kind, listed in kinds("told_cues").items() for word in listed}


def _tells(text: str, start: int, kind: str) -> bool:
    if kind == "sure":
        return True
    clause = CLAUSE.match(text, start)
    told = clause[0] if clause else ""
    if told in ("完成", "运营", "关停", "开放", "移交", "交付", "连通", "全线通", "全幅通"):
        return told not in ("运营", "关停")
    if HONOUR.search(told) or USES.match(told):
        return False
    building = kind == "thing" or told.startswith("落户") or OF_BUILDING.search(told)
    return bool(building and DONE.search(told)) and not OF_RUNNING.search(told)
