"""Finds parks and quarters that a list or the grammar around them shows: shared heads, honours, bare zones."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.lists import items_left_of, outer
from kg.extract.naming import facility_head, is_category, is_counted, is_generic
from kg.extract.passage import Passage
from kg.extract.sought import Sought, longest_first
from kg.extract.zones import zones

SHARED_HEAD = Sought(
    ("风景区", "景区", "旅游区", "度假区", "公园", "游园", "产业园", "湿地", "古镇", "片区"),
    behind=r"(?![\u4e00-\u9fff]?化)",
)
HONOUR = re.compile(
    r"(?:成功(?:创建|争创|申报|创成|获评|入选|评为|晋升|打造)|创建|争创|申报|创成|获评|入选|评为|晋升|打造)(?:为)?(?:国家|全国|省)?级?(?:\d|[一二三四五])?[AＡ]*级?"
    r"(?:旅游景区|景区|旅游度假区|生态旅游示范区|风景名胜区|湿地公园|森林公园)(?!化)"
)
ZONE = Sought(lambda: longest_first(zones("unit")))
ZONE_GOES_ON = re.compile(r"管委|管理委员会|[：:]|投资|公司|[^，。]{0,2}分局|[”\"]")
TRADE_PARK = re.compile(r"园区(?![\u4e00-\u9fff]?化|内|管委)")
ONE_OF_A_KIND = re.compile(
    r"现代|特色|智慧|高端|一流|绿色|大型|新型|标准|专业|小微|中小|创新|示范|城市|重点|试点|工业$|^产业$|数字经济|电商|基地|平台|农业$|生态工业|智能|综合|养殖|产业$|^省|^[+＋]|年|[一二两三四五六七八九十]大?$"
)
OWN_HEAD = re.compile("(?:大厦|机场|塔|故居|院|馆)$")
"""The last words of an item that needs none of the list's."""
COUNT = re.compile(r"[”\"]?(?:\d+|[一二两三四五六七八九十]+)余?(?:处|个|座|家|条|所)|[（(]")
COUNTED_OR_AIM = re.compile(r"(?:[\d个各类批级等处家]|打造|建设|建好)$")
RENEWED = re.compile(
    r"棚|征收|征迁|拆|回迁|安置|丈量|主体|施工|竣工|交付|上房|改造|验收|完工|配套|摸底|综合|整治|建设|开发|提升|打造|更新|治理"
)


def find_place_lists(passage: Passage) -> None:
    """Add the places that share a head in a list, that are raised to an honour, and the zones that need no name."""
    _shared_heads(passage)
    _quarters(passage)
    _made_into_quarters(passage)
    _honoured(passage)
    _bare_zones(passage)
    _trade_parks(passage)


def _shared_heads(passage: Passage) -> None:
    """`A、B景区`: A is one too; quarters that are cleared or rebuilt are projects."""
    text = passage.text
    for match in passage.matches(SHARED_HEAD):
        items = items_left_of(passage, match.end())
        if len(items) < 2 or COUNT.match(text, match.end()):
            continue
        kind = _kind(passage, items[-1], match)
        for item in items[:-1] if kind else ():
            start, end = outer(text, *item)
            if _proper(text[start:end]) and not _taken(passage, start, end):
                passage.add(kind, start, end, "places/shared-head", 0.65, text[start:end] + match[0])


END_OF_QUARTERS = re.compile("片区(?=[，。；])")


def _made_into_quarters(passage: Passage) -> None:
    """`打造A、B、C片区`: each becomes a quarter one goes to."""
    text = passage.text
    for match in END_OF_QUARTERS.finditer(text) if "片区" in text else ():
        items = items_left_of(passage, match.end())
        if len(items) > 2 and text.endswith(("打造", "培育", "建设"), 0, items[0][0]):
            for start, end in items:
                if not is_generic(text[start:end].removesuffix("片区")) and not _taken(passage, start, end):
                    passage.add("Park", start, end, "places/made-into-quarter", 0.62)


QUARTERS = re.compile(
    r"等(?:[\d一二两三四五六七八九十]+个)?片区(?=[^，。；、]{0,6}?(?:棚|征收|征迁|拆|回迁|安置|改造|整治|更新|建设))"
)


def _quarters(passage: Passage) -> None:
    """`A、B等片区征收`: quarters named without their head."""
    for match in QUARTERS.finditer(passage.text) if "片区" in passage.text else ():
        for item in items_left_of(passage, match.start()):
            start, end = outer(passage.text, *item)
            if _proper(passage.text[start:end]) and not _taken(passage, start, end):
                passage.add("Project", start, end, "places/quarter", 0.65, passage.text[start:end] + "片区")


def _kind(passage: Passage, last: tuple[int, int], match: re.Match[str]) -> str:
    if match[0] == "片区":
        projects = passage.found.near(*last, "Project")
        found = any((f.start, f.end) == last or f.start == last[0] < f.end - 2 for f in projects)
        return "Project" if found and RENEWED.search(passage.text[match.end() : match.end() + 8]) else ""
    return "Park" if passage.found.holds("Park", last[0], match.end()) else ""


def _proper(name: str) -> bool:
    """Whether an item may be the name of a place with its head left out."""
    return (
        bool(re.fullmatch(r"[\u4e00-\u9fff]{2,8}", name))
        and not is_generic(name)
        and not is_counted(name)
        and not OWN_HEAD.search(name)
        and not re.search(r"[的各]|项目$|工程$|[镇乡村庄县市路街]$|街道$|社区$", name)
    )


def _taken(passage: Passage, start: int, end: int) -> bool:
    near = (found for found in passage.found.near(start, end) if found.type not in ("short-area", "Area"))
    return any(found.start < end and start < found.end for found in near)


def _honoured(passage: Passage) -> None:
    """`A、B创建4A级景区`: what becomes a scenic area is a park already."""
    for match in HONOUR.finditer(passage.text) if "区" in passage.text or "公园" in passage.text else ():
        for item in items_left_of(passage, match.start()):
            start, end = outer(passage.text, *item)
            name = passage.text[start:end]
            if len(name) >= 3 and _proper(name) and not _taken(passage, start, end):
                passage.add("Park", start, end, "places/honoured", 0.65)


@cache
def _own_zones(units: frozenset[str]) -> frozenset[str]:
    """The zones among a document's responsible units, by their last word."""
    return frozenset(match[0] for unit in units if (match := ZONE.pattern.search(unit)))


def _bare_zones(passage: Passage) -> None:
    """`开发区` in a document of which a zone is one of the responsible units is that zone."""
    zones = _own_zones(passage.lexicon.units)
    for match in passage.matches(ZONE) if zones else ():
        before = passage.text[max(0, match.start() - 2) : match.start()]
        if match[0] not in zones or ZONE_GOES_ON.match(passage.text, match.end()):
            continue
        if before[-1:] in tuple("级各个类等新工业术的区") or _covered(passage, match.start(), match.end()):
            continue
        if passage.name_start(match.end()) == match.start() or not is_generic(
            passage.text[passage.name_start(match.end()) : match.start()]
        ):
            passage.add("Park", match.start(), match.end(), "places/own-zone", 0.65)


def _covered(passage: Passage, start: int, end: int) -> bool:
    names = ("Park", "Agency", "Company", "Institution")
    return any(f.type in names and f.start <= start and end <= f.end for f in passage.found.near(start, end))


def _trade_parks(passage: Passage) -> None:
    """`化工园区`: the one park of its trade there, unless it is counted, a class or an aim."""
    text = passage.text
    for match in TRADE_PARK.finditer(text) if "园区" in text else ():
        start = passage.name_start(match.start())
        core = text[start : match.start()]
        if not 2 <= len(core) <= 6 or not is_generic(core) or is_category(core) or ONE_OF_A_KIND.search(core):
            continue
        counted = COUNT.match(text, match.end()) or COUNTED_OR_AIM.search(text[max(0, start - 2) : start])
        if not counted and facility_head(core) is None and not _covered(passage, start, match.end()):
            passage.add("Park", start, match.end(), "places/trade-park", 0.62)
