"""Finds bodies whose last word alone does not say what they are: centres, branches, committees of residents."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.campuses import find_shared_institutions, institutions_being_built
from kg.extract.lexicon import alternation, alternatives, unit_type
from kg.extract.naming import is_category, is_counted, is_generic, regions
from kg.extract.passage import Passage
from kg.extract.sought import Sought

CENTRE = Sought(("中心",), behind="(?![城任思小学幼区院校镇村组线点]|环节|工作|卫生|敬老|血站|支行|综合体)")
BRANCH = re.compile(
    r"[（(][\u4e00-\u9fff]{1,6}(?:[校院]区|分[校院部])[）)]|"
    r"(?:[东西南北老](?=[校院]区)|(?=[东西南北]校)|(?=分[院馆校园])|(?!新)[\u4e00-\u9fff]{2,6}?)(?:执业点|门诊部|分[院馆校部园]|[东西南北]校(?![区门企内外园长])|[校院]区|实验中心|分中心)(?![\u4e00-\u9fff]{0,2}(?:街|路))"
)
ACADEMY = re.compile("科学院$|[中农林社医水]科院$|大学$|学院$|[交科工师农医财浙]大$")
BEGUN = re.compile("^[建设]|建设|共建|合建|成立|设立|签|合作|联合|开展|组织|专家|教授|院士|[的、和与在等暨]")
INSTITUTE = re.compile(
    r"[\u4e00-\u9fff]{2,8}?(?:研究所|所|研究院|分院|研究中心|创新中心|转移中心|(?:考古|教学|科研|实习|实践|实训|试验|示范)基地|工作站|实训中心)(?![有属在长])"
)
BELOW_INSTITUTE = re.compile("[\u4e00-\u9fff]{2,8}?(?:研究所|所|分院|工作队|考古队|创新平台)(?![有属在长])")
RESIDENTS = Sought(("居委会", "居民委员会", "村委会", "村民委员会", "村两委"))
SITE_OFFICE = re.compile(
    r"(?:机场|高铁|铁路|高速|公路|地铁|港口|码头|古城|水库|征迁|征收|防汛|创城|棚改)(?:建设)?指挥部"
)
BARE_OFFICE = re.compile(
    r"(?<![省市区县镇道])(?:行政审批|审批|医保|社保|公积金|公共资源交易|不动产登记|机关事务|信访|征收|会计核算|国库支付|招商|项目推进|重点项目)(?:服务|管理)?中心"
    r"(?![\u4e00-\u9fff]?(?:大楼|项目|建设))"
)
MANY = re.compile(r"(?!1[处个家])(?:\d+|[二两三四五六七八九十]+)余?[处个家]")
LEVEL = re.compile("[省市区县州旗](?![级域内外直属里场区])")
FOUNDED = re.compile("(?:成立|组建|设立)了?$")
GOES_ON = re.compile("推进|促进|保障|运营|服务|结算")
INDEFINITE = re.compile(
    r"^[一二两三四五六七八九十][处家所]|[的各个类等“”\"#]|居家|镇街|区域|一流|全国|世界|国际|国家级|国家(?![\u4e00-\u9fff]{4})|省级|市级|[区县]级|打造|建成|创建|争创"
)


def find_bodies(passage: Passage) -> None:
    """Add centres as institutions or agencies, branches of institutions, committees and site offices."""
    _centres(passage)
    _branches(passage)
    institutions_being_built(passage)
    find_shared_institutions(passage)
    _residents(passage)
    _units_without_level(passage)
    for word, pattern in (("指挥部", SITE_OFFICE), ("中心", BARE_OFFICE)):
        for match in pattern.finditer(passage.text) if word in passage.text else ():
            if not _within(passage, "Agency", match.start(), match.end()):
                passage.add("Agency", match.start(), match.end(), "bodies/office", 0.7)


@cache
def _kinds() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What a centre does for people, what is done in a hall of that name, and what a centre does as an office."""
    serving, hall, office = (alternation("mention_centres", kind) for kind in ("serving", "hall", "office"))
    return re.compile(f"(?:{serving}|{hall})$"), re.compile(hall + "$"), re.compile(office + "$")


def _centres(passage: Passage) -> None:
    text = passage.text
    for match in passage.matches(CENTRE):
        end = match.end()
        if any(_within(passage, kind, match.start(), end) for kind in ("Agency", "Institution")):
            continue
        if MANY.match(text, end):
            continue
        start = _start(passage, match.start())
        if any(found.start == start for found in passage.found.near(start, start, "Institution")):
            continue  # a department of it
        core = text[start : match.start()]
        serving, hall, office = (pattern.search(core) for pattern in _kinds())
        quoted = bool(re.match(r"[“\"][^“”\"]{1,8}[”\"]", core))
        if not quoted and (INDEFINITE.search(core) or is_counted(core) or len(core) > 16):
            passage.reject("Institution", start, end, "says what kind, not which one")
        elif serving and len(core) >= 4 and FOUNDED.search(text[max(0, start - 4) : start]) and not is_category(core):
            passage.add("Institution", start, end, "bodies/founded", 0.65)
        elif serving and (quoted or _particular(passage, start, start + serving.start(), match.start())):
            rule = ("hall", 0.2) if hall else ("serving-centre", 0.7)
            passage.add("Institution", start, end, f"bodies/{rule[0]}", rule[1])
        elif office and len(core) >= 3 and _of_an_area(passage, start, match.start()):
            passage.add("Agency", start, end, "bodies/office-centre", 0.75)


def _start(passage: Passage, end: int) -> int:
    """Where the centre's name begins; a verb right before 中心 (推进中心) is part of it."""
    start = passage.name_start(end)
    follows = start == end or GOES_ON.match(passage.text, start)
    verb = start > 1 and follows and GOES_ON.match(passage.text, start - 2)
    start = passage.name_start(start - 2) if verb else start
    places = [passage.text.find(region, start, end) for region in _regions()]
    place = max(places)
    if place <= start:
        return start
    owned = any(found.end == place for found in passage.found.near(place, place) if "rea" in found.type)
    return start if owned else place


@cache
def _regions() -> tuple[str, ...]:
    return (*sorted(regions()), "大湾区")


def _particular(passage: Passage, start: int, kind: int, end: int) -> bool:
    """Whether a name, an area or a level stands before what the centre does."""
    if kind == start:
        return False
    return not is_generic(passage.text[start:kind]) or _of_an_area(passage, start, end)


def _of_an_area(passage: Passage, start: int, end: int) -> bool:
    if LEVEL.match(passage.text, start) or passage.text.startswith("政府", start):
        return True
    if any(passage.text.startswith(region, start) for region in _regions()):
        return True
    areas = (found for found in passage.found.near(start, start) if "rea" in found.type)
    return any(found.start == start and found.end < end for found in areas)


def _branches(passage: Passage) -> None:
    """`X卫生院Y执业点`: a branch under its institution's name."""
    for found in tuple(passage.found.of("Institution")):
        academy = ACADEMY.search(passage.text, found.start, found.end)
        institute = passage.text.endswith(("研究院", "研究所", "实验室"), found.start, found.end)
        below = INSTITUTE if academy else BELOW_INSTITUTE if institute else None
        match = BRANCH.match(passage.text, found.end) or (below and below.match(passage.text, found.end))
        match = match if match and not BEGUN.search(match[0]) else None
        if match and passage.first_cut(match.start(), match.end()) == match.end():
            passage.add("Institution", found.start, match.end(), "bodies/branch", 0.75)


def _residents(passage: Passage) -> None:
    text = passage.text
    for match in passage.matches(RESIDENTS):
        start = passage.name_start(match.start())
        core = text[start : match.start()]
        if 2 <= len(core) <= 6 and not is_generic(core) and not re.search(r"[各全的和、\d]|社区$|所有", core):
            passage.add("Agency", start, match.end(), "bodies/residents", 0.75)


@cache
def _bare_units(units: frozenset[str]) -> re.Pattern[str] | None:
    bare = {unit[1:] for unit in units if len(unit) >= 5 and unit[0] in "省市区县" and unit_type(unit) == "Agency"}
    names = [name for name in bare if name.endswith("中心")]
    return re.compile(alternatives(names)) if names else None


def _units_without_level(passage: Passage) -> None:
    """A responsible unit of the document without its level (国资中心 of 区国资中心)."""
    pattern = _bare_units(passage.lexicon.units) if "中心" in passage.text else None
    for match in pattern.finditer(passage.text) if pattern else ():
        if not _within(passage, "Agency", match.start(), match.end()) and not _inside_word(passage, match.start()):
            passage.add("Agency", match.start(), match.end(), "bodies/unit-without-level", 0.75)


def _inside_word(passage: Passage, start: int) -> bool:
    return passage.text[start - 1 : start] in tuple("省市区县镇村") or passage.inside_mark(start)


def _within(passage: Passage, kind: str, start: int, end: int) -> bool:
    return any(found.start <= start and end <= found.end for found in passage.found.near(start, end, kind))
