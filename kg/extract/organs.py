"""Finds bodies that are part of a larger one: a party committee's commissions, departments, detachments, inspectors."""

from __future__ import annotations

import re
from functools import cache

from kg.areas import gazetteer
from kg.extract.agencies import INSIDE_WORD
from kg.extract.findings import Found
from kg.extract.lexicon import alternation
from kg.extract.lists import enumerations
from kg.extract.passage import Passage
from kg.extract.sought import Sought

HAN = r"[\u4e00-\u9fff]"
NO_OFFICE = "(?![理事学好成结了实医公])"
"""办 is a verb before these (办理, 办事, 办学)."""
OFFICE = re.compile(rf"办公[室厅]|办{NO_OFFICE}")
HAS_OFFICE = re.compile("(?:委会?|委员会|指|小组|指挥部|政府|人大|政协|常委会)$")
STATE = re.compile("部$|总局$|总署$|^国家|^国务院")
STATE_DEPARTMENT = re.compile(rf"{HAN}{{2,8}}?(?<!公)司(?![法机令])")
RIVERS = "(?:黄河|长江|淮河|海河|珠江|松辽)"
BRANCH = re.compile(
    rf"(?!各|下属|所属|直属|两|有关|相关)(?:{HAN}{{2,4}}?分局|{HAN}{{2,5}}?税务局|{HAN}{{0,4}}?(?:稽查|督察|监察)局|{HAN}{{0,6}}?调查队|{HAN}{{2,6}}?(?<!\d)(?:大队|支队|总队)"
    rf"|{HAN}{{2,4}}?(?:监管[办局]|监察[办局]|专员办|特派办|督察局|管理局|监测中心站)"
    rf"|{RIVERS}水利委员会|[黄淮海]委会?|长江委|珠江委|松辽委|太湖局)(?![长])"
)
INSPECTORS = Sought(
    [f"{task}组" for task in ["督察", "督导", "督查", "巡视", "巡察", "巡查", "检查", "考核", "指导", "验收", "暗访"]],
    behind="(?![长织成建])",
)
INSPECTED_BY = re.compile("中央|中纪委|国务院|国家|(?:省|市|区|县|州|旗)(?![级域内直属里])")
NO_INSPECTORS = re.compile(r"[各个级名类支多的]|(?:联合|专项|组织|派出|成立|抽调|组成)$|^(?:全|现场)|[省市区县]$")
_FORCES = (
    *("消防救援", "消防", "交警", "特警", "治安", "刑警", "刑侦", "巡特警", "特巡警", "巡警", "经侦", "网安", "渔政"),
    *(
        "城管",
        "城管执法",
        "综合执法",
        "综合行政执法",
        "交通执法",
        "交通运输执法",
        "路政",
        "运政",
        "农业执法",
        "农业综合执法",
    ),
    *(
        "环境监察",
        "环境执法",
        "劳动监察",
        "劳动保障监察",
        "文化执法",
        "文化市场执法",
        "文化市场综合执法",
        "市场监管执法",
    ),
    *("国土监察", "自然资源执法", "水政监察", "森林消防", "海警", "边防", "矿山救护"),
)
DETACHED = Sought([f"{force}{size}" for force in _FORCES for size in ("大队", "支队", "总队")], behind="(?![长伍员])")
LEVELS = tuple("省市区县州")
OF_A_TOWN = re.compile(f"办事处|办{NO_OFFICE}|(?:党工委|党委|人大|人民政府|政府)(?![书常委门])")
OF_A_LEVEL = Sought(
    (
        *(f"{league}{level}委" for league in ("共青团", "团") for level in "省市区县州旗"),
        *(f"{level}{rank}(?:属)?(?:机关)?(?:党)?工委" for level in "省市区县州旗" for rank in "直级"),
    )
)
SENT_TO = re.compile(
    rf"驻(?P<place>{HAN}{{1,3}}?)(?:招商|联络|联合|对外)?(?:办事处|联络处|联络站|招商办|招商局|招商分局|办)(?![理事学公])"
)
CAPITALS = frozenset("京沪深穗汉津渝宁杭")
BODY_OF_LIST = re.compile(
    rf"{HAN}{{1,10}}(?:局|委|办|厅|署|中心|大队|支队|队|镇|乡|街道|政府|管委会|税务|联社|社|所|站|院|会)"
)
NO_BODY = re.compile("^(?:等|各|相关|有关)|企业|公司|社会|协会|商会|学会|机构|医院|学院|研究|社区$|村|银行")
BODY_HEADS = frozenset(["部门", "单位", "局", "委办局"])


def find_organs(passage: Passage) -> None:
    """Lengthen agencies by what is theirs, and add inspectors, detachments, the youth league and bodies in lists."""
    for found in [f for f in passage.found.of("Agency") if f.end < len(passage.text)]:
        _lengthen(passage, found)
    _inspectors(passage)
    for match in passage.matches(DETACHED):
        before = passage.text[max(0, match.start() - 3) : match.start()]
        own = before.endswith(LEVELS) and not INSIDE_WORD.search(before)
        passage.add("Agency", match.start() - own, match.end(), "organs/detached", 0.8)
    for match in passage.matches(OF_A_LEVEL):
        passage.add("Agency", match.start(), match.end(), "organs/level", 0.9)
    _towns(passage)
    _sent(passage)
    _listed(passage)


@cache
def _commission() -> re.Pattern[str]:
    """What follows a party committee: a commission or group with its office or sub-group, or the office alone."""
    about = alternation("mention_agencies", "party")
    below = rf"办公室|办{NO_OFFICE}|{HAN}{{2,8}}?(?:协调小组|专项小组)"
    body = rf"(?P<name>{HAN}{{0,14}}?)(?:委员会|领导小组|协调小组)(?:{below})?"
    return re.compile(
        rf"(?P<about>{about})(?:{body}|(?:工委|委(?![员托])|办公室|办{NO_OFFICE}|组(?![织成]))(?:办公室|办{NO_OFFICE})?)"
    )


@cache
def _department() -> re.Pattern[str]:
    about = alternation("mention_agencies", "department", "function")
    return re.compile(rf"{about}{HAN}{{0,6}}?(?:[科股](?![长技学级教研普创室])|(?<!办事)处(?![长理置于罚在]))")


def _lengthen(passage: Passage, found: Found) -> None:
    """`县委` + `财经委办公室`, `县公安局` + `交警大队`, `应急部` + `政策法规司`: the longer name is the body's."""
    text, name = passage.text, passage.text[found.start : found.end]
    patterns = [_commission()] if re.search("[省市区县州旗]委$", name) else []
    patterns += [OFFICE] if HAS_OFFICE.search(name) else []
    patterns += [STATE_DEPARTMENT] if STATE.search(name) else []
    patterns += [BRANCH] if name[-1] in "局厅部署" else []
    patterns += [_department()] if name[-1] in "局厅委部办" else []
    for pattern in patterns:
        match = pattern.match(text, found.end)
        if match and not _torn(passage, match, found.end):
            passage.add("Agency", found.start, match.end(), "organs/part", min(0.85, found.confidence))
            return


def _torn(passage: Passage, match: re.Match[str], end: int) -> bool:
    """Whether a word that cuts stands in what is added to a name, a commission's own words aside."""
    commission = "about" in match.re.groupindex
    start, stop = (match.end("about"), match.end("name")) if commission else (end, match.end())
    return passage.first_cut(start, max(start, stop)) < stop


def _towns(passage: Passage) -> None:
    """`X街道办事处`, `X镇党委`: the government or party body of a town."""
    for area in passage.found.of("Area"):
        match = OF_A_TOWN.match(passage.text, area.end) if passage.text[area.end - 1] in "镇乡道" else None
        if match:
            passage.add("Agency", area.start, match.end(), "organs/town", 0.85)
        elif passage.text[area.end - 1] in "镇乡道" and _acts(passage, area):
            passage.add("Agency", area.start, area.end, "organs/acting-town", 0.7)


OWNER = ("单位为", "单位是", "单位：")


def _acts(passage: Passage, town: Found) -> bool:
    """`甲局、X街道` or `业主单位为X乡`: the town is a body among others."""
    text = passage.text
    if text.endswith(OWNER, 0, town.start):
        return True
    before, after = text[town.start - 1 : town.start] == "、", text[town.end : town.end + 1] == "、"
    return any(
        (before and found.end == town.start - 1) or (after and found.start == town.end + 1)
        for found in passage.found.near(town.start - 1, town.end + 1, "Agency")
    )


def _inspectors(passage: Passage) -> None:
    """`中央第三督察组`, `省生态环境保护督察组`: inspectors with the one who sent them."""
    text = passage.text
    for match in passage.matches(INSPECTORS):
        start = passage.name_start(match.start())
        core = text[start : match.start()]
        agencies = passage.found.near(start, start, "Agency")
        sender = INSPECTED_BY.match(core) or any(f.start == start and f.end <= match.start() for f in agencies)
        if sender and len(core) <= 18 and not NO_INSPECTORS.search(core):
            passage.add("Agency", start, match.end(), "organs/inspectors", 0.75)


def _sent(passage: Passage) -> None:
    """`驻京办`, `驻深圳办事处`: offices in another city."""
    for match in SENT_TO.finditer(passage.text) if "驻" in passage.text else ():
        if match["place"] in CAPITALS or gazetteer().find(match["place"]):
            passage.add("Agency", match.start(), match.end(), "organs/sent", 0.75)


def _listed(passage: Passage) -> None:
    """`征求甲局、乙中心、丙镇等七部门意见`: each is a body, towns included."""
    for enumeration in enumerations(passage):
        if enumeration.head not in BODY_HEADS or len(enumeration.items) < 2:
            continue
        for start, end in enumeration.items:
            item = passage.text[start:end]
            if BODY_OF_LIST.fullmatch(item) and not NO_BODY.search(item) and not _known(passage, start, end):
                passage.add("Agency", start, end, "organs/listed", 0.75)


def _known(passage: Passage, start: int, end: int) -> bool:
    return any(
        found.start < end and start < found.end and found.type in ("Agency", "Institution", "Company")
        for found in passage.found.near(start, end)
    )
