"""Finds agencies: unit headings, wholes with a level (区政府), and the grammar area + function + suffix."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kg.extract.lexicon import TOWN, alternation, kinds, unit_type, units_pattern
from kg.extract.naming import is_generic
from kg.extract.passage import Passage, before_colons
from kg.extract.sought import Sought, longest_first
from kg.extract.zones import zone_at_end

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

LEVEL = r"(?:全国|国家|省、市|市、区|省市|市区|区县|市县|省|市|区|县|州|旗|盟)"
LEVEL_BEFORE = re.compile(LEVEL + "$")
NOT_LEVEL = re.compile(
    r"(?:[省市区县](?:级|内|外|域|场|民(?![政族宗委])|容|政(?!府|协|务服务|法委)|直|属|里|长|重点)|区块|区间|区位|县城(?![管建乡投市])|市值|市容)"
)
OFFICES = ("领导小组办公室", "专项小组办公室", "指挥部办公室", "工作专班", "工作领导小组办公室")
BODIES = ("管委会", "管理委员会", "指挥部", "专班", "领导小组", "工作组", "党工委", "专项小组")
LONG_SUFFIX = Sought((*OFFICES, *(f"{body}(?![制长化])" for body in BODIES)))
HEADING = re.compile(r"([^。；;：:，,、！!？?“”\"]{2,24})[：:]")


def find_agencies(passage: Passage) -> None:
    """Add the agencies of a passage; areas must have been found before."""
    _headings(passage)
    _units(passage)
    _grammar(passage)
    _long_suffixes(passage)
    _known(passage)
    _quoted(passage)
    _any_bureau(passage)


def _quoted(passage: Passage) -> None:
    """`区“四上”办`: a level, a quoted task and a short suffix."""
    text = passage.text
    for match in QUOTED.finditer(text) if "“" in text or '"' in text else ():
        passage.add("Agency", match.start(), match.end(), "agencies/quoted", 0.8)


BUREAU = re.compile(r"[省市区县州旗](?P<core>[\u4e00-\u9fff]{2,8}?)局(?![部面势限域长])")
NO_BUREAU = re.compile(
    r"^[省市区县]|[布格结大全开当时定破战变僵残饭终]$|^[级域场内外直属里区民容政委]|[和与、及向到由]|重点"
)


def _any_bureau(passage: Passage) -> None:
    """`县文广旅体局`: a level at the beginning of a name and 局 at its end."""
    for match in BUREAU.finditer(passage.text) if "局" in passage.text else ():
        start, end = match.span()
        known = any(found.start < end and start < found.end for found in passage.found.near(start, end))
        if known or NO_BUREAU.search(match["core"]):
            continue
        if passage.strip_left(passage.clause_start(end), end) == start or passage.name_start(end) == start:
            passage.add("Agency", start, end, "agencies/any-bureau", 0.75)


QUOTED = re.compile(r"(?:省|市|区|县)[“\"][^”\"]{2,12}[”\"](?:办公室|办|专班|指挥部|领导小组|工作专班)")


def _headings(passage: Passage) -> None:
    """`区发改局：…`, with towns and zones as authors; the stop before a heading may be missing."""
    for match in before_colons(HEADING, passage.text):
        name, end = match[1], match.end(1)
        known = next((name[at:] for at in range(len(name)) if name[at:] in passage.lexicon.units), None)
        if (
            _is_zone(name)
            and not passage.strip_left(match.start(1), end) > match.start(1)
            and len(name) <= 10
            and not known
        ):
            passage.add("Agency", match.start(1), end, "agencies/zone-heading", 0.85)
            passage.add("Park", match.start(1), end, "parks/zone-heading", 0.85)
        elif known and unit_type(known) == "Agency":
            passage.add("Agency", end - len(known), end, "agencies/heading", 0.98)
            if _is_zone(known):
                passage.add("Park", end - len(known), end, "parks/heading", 0.9)
        elif passage.part == "progress" and (town := TOWN_AT_END.search(name)):
            passage.add("Agency", match.start(1) + town.start(1), end, "agencies/town-heading", 0.9)


def _is_zone(name: str) -> bool:
    """Whether a name ends like that of a zone, which stands for its committee, too."""
    return zone_at_end("office").search(name) is not None


TOWN_AT_END = re.compile(r"(?:^|[\d%％元）)]|[.、])([\u4e00-\u9fff]{2,5}(?:镇|乡|街道))$")


@cache
def _unit_pattern(units: frozenset[str]) -> re.Pattern[str] | None:
    agencies = frozenset(unit for unit in units if not TOWN.match(unit) and _specific(unit))
    return units_pattern(agencies, "Agency")


def _specific(unit: str) -> bool:
    return len(unit) >= 3 and not unit.startswith(("各", "有关", "相关", "其他", "全")) and not unit.endswith("区")


def _units(passage: Passage) -> None:
    """The document's own units, wherever they are named."""
    pattern = _unit_pattern(passage.lexicon.units)
    for match in pattern.finditer(passage.text) if pattern else ():
        passage.add("Agency", match.start(), match.end(), "agencies/unit", 0.95)


@cache
def _scanner() -> tuple[AhoCorasick, tuple[tuple[str, str], ...]]:
    """Finds what agencies deal with and their whole names, as `(word, kind)`."""
    from ahocorasick_rs import AhoCorasick

    lists = kinds("mention_agencies")
    entries = tuple((word, kind) for kind in ("function", "whole") for word in lists[kind])
    return AhoCorasick([word for word, _ in entries]), entries


@cache
def _suffix() -> re.Pattern[str]:
    return re.compile(alternation("mention_agencies", "suffix") + r"(?![长院校门]|综合体|项目|大楼|建设)")


INSIDE_WORD = re.compile(
    "(?:[社园景湾库片牧矿灾辖校院街厂特林山小]|开发|经开|高新|化工|保税|度假|示范|试验|合作|自贸)区$|[城都超门楼菜夜集]市$|节省$|[联同结]盟$"
)
"""A level that is the end of another word (社区, 城市)."""
NO_PARTY_COMMITTEE = re.compile(r"[员托派会内管]|党校|副?书记|常委(?!会)")
ACTS = tuple("理事学好成结了实医")
"""办 before these is a verb (办理, 办事)."""
BARE_SUFFIXES = frozenset(["局", "委", "厅", "分局", "管理局", "服务局", "事务局", "监管局", "促进局", "监督局"])


def _grammar(passage: Passage) -> None:
    """Level or area, function and suffix; a level or area and a whole; some of them bare."""
    text = passage.text
    automaton, entries = _scanner()
    begins = _suffix().match
    for index, start, stop in automaton.find_matches_as_indexes(text, overlapping=True):
        word, kind = entries[index]
        suffix = begins(text, stop) if kind == "function" else None
        if (kind == "function" and not suffix) or (kind == "whole" and text.startswith("门", stop)):
            continue
        if (word == "委" and NO_PARTY_COMMITTEE.match(text, stop)) or (
            word[-1] == "办" and text[stop : stop + 1] in ACTS
        ):
            continue
        end = suffix.end() if suffix else stop
        _add(passage, start, end, suffix[0] if suffix else "")


def _add(passage: Passage, start: int, end: int, suffix: str) -> None:
    text = passage.text
    prefix = _prefix_start(passage, start)
    if prefix == start and suffix in COMPOUND_ENDS:
        prefix = _compound_start(passage, start)
    if prefix == start and not _bare(text[start:end], suffix, text[start - 1 : start]):
        passage.reject("Agency", start, end, "no level, no area and no known function")
    elif text[prefix:end] in _never() or text.startswith(HOUSES, end) or text.endswith("国网", 0, prefix):
        passage.reject("Agency", start, end, "ends like an agency and is none")
    elif end - prefix >= 3 or text[prefix:end] in ("区委", "县委", "市委", "省委"):
        passage.add("Agency", prefix, end, "agencies/grammar", 0.93 if prefix < start else 0.85)


COMPOUND_ENDS = frozenset(["局", "委", "厅", "分局", "管理局", "委员会", "监管局"])


def _compound_start(passage: Passage, start: int) -> int:
    """Where the level or area before a second function stands (区教育体育局, 县招商和商务局), else `start` itself."""
    text = passage.text
    stop = start - (text[start - 1 : start] in ("和", "与"))
    for size in (6, 5, 4, 3, 2):
        if stop >= size and text[stop - size : stop] in _functions():
            prefix = _prefix_start(passage, stop - size)
            return prefix if prefix < stop - size else start
    return start


@cache
def _functions() -> frozenset[str]:
    return frozenset(kinds("mention_agencies")["function"])


HOUSES = ("宿舍", "家属院", "家属区", "旧址", "旧货场", "附属", "附设")
"""Behind an agency's name these make a house or a school of it."""


@cache
def _never() -> frozenset[str]:
    return frozenset(kinds("mention_agencies")["never"])


def _bare(name: str, suffix: str, before: str) -> bool:
    """Whether a name without level or area is one all the same (自然资源局, 总工会)."""
    return name in kinds("mention_agencies")["bare"] or (suffix in BARE_SUFFIXES and before not in ("各", "等"))


def _prefix_start(passage: Passage, start: int) -> int:
    """Where the level or area left of `start` begins, else `start` itself."""
    for kind in ("Area", "short-area"):
        for area in passage.found.near(start, start, kind):
            if area.end == start:
                return area.start
    match = LEVEL_BEFORE.search(passage.text[max(0, start - 3) : start])
    if match and not NOT_LEVEL.match(passage.text, start - len(match[0])):
        torn = INSIDE_WORD.search(passage.text[max(0, start - 3) : start])
        own = start - len(match[0])
        return start if torn else own - 2 * passage.text.endswith("自治", 0, own)
    return start


def _long_suffixes(passage: Passage) -> None:
    """`…指挥部`, `…管委会`: the whole phrase is the name."""
    for match in passage.matches(LONG_SUFFIX):
        start = passage.name_start(match.start())
        core = passage.text[start : match.start()]
        if match[0].endswith("专班") and is_generic(core) and core[:1] not in tuple("省市区县"):
            continue
        if match.start() - start >= 2 and match.end() - start >= 5 and (not _generic(core) or _is_zone(core)):
            passage.add("Agency", start, match.end(), "agencies/long-suffix", 0.8)


def _generic(text: str) -> bool:
    return (
        text.startswith(("各", "有关", "相关", "全区", "全市", "成立", "工作"))
        or text in kinds("mention_generic")["modifier"]
        or COUNTED.match(text) is not None
    )


COUNTED = re.compile(r"[配设建组]?(?:[一二两三四五六七八九十\d]+(?:个|大$)|一[\u4e00-\u9fff]一)")
"""`一个现场指挥部`, `五大指挥部`, `一案一专班`: so many of a kind."""


KNOWN = Sought(lambda: longest_first(kinds("mention_known")["Agency"]), behind="(?!门)")


def _known(passage: Passage) -> None:
    for match in passage.matches(KNOWN):
        start = match.start() - 2 * passage.text.endswith("国家", 0, match.start())
        passage.add("Agency", start, match.end(), "agencies/known", 0.9)
