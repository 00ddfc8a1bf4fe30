"""Finds companies: full names by their legal form, short names by their trade, in lists, as those supported."""

from __future__ import annotations

import re

from kg.areas import gazetteer
from kg.extract.bare_names import add_bare_name
from kg.extract.company_full import NUMBERED, find_full_companies
from kg.extract.company_words import POWER, TRADES, is_proper, tells_kind
from kg.extract.findings import Found
from kg.extract.firm_cues import trades_end
from kg.extract.known_firms import GOES_ON, find_known
from kg.extract.lexicon import units_pattern
from kg.extract.lists import HEADS, enumerations, outer
from kg.extract.naming import is_general_name, is_generic
from kg.extract.ordinary import has_ordinary_word, is_brand
from kg.extract.passage import Passage
from kg.extract.sought import Sought

LIST_HEADS = frozenset(HEADS["Company"].split("|"))
NO_ITEM = re.compile(r"(?:集团|公司)[及和与]|[“”\"‘’]|等$|[的类型业]$|企业$|项目$|^\d")
TRADE_WITH_YE = re.compile("[牧纸药矿铝铜农渔林牛禽酒乳肉茶粮糖面置实]业")
OTHER_END = re.compile(r"[校院园区局办委镇村街路会所馆站厂部队家户民]$")
SUPPORTED = Sought(
    ("支持", "指导", "督促", "扶持", "鼓励", "帮助", "推动", "引导", "助推", "协助"), behind=r"(?=[\u4e00-\u9fff]{3})"
)


def find_companies(passage: Passage) -> None:
    """Add the companies that a passage names by itself; those inside project names are found with the projects."""
    find_known(passage)
    find_full_companies(passage)
    _units(passage)
    _listed(passage)
    _short(passage)
    _supported(passage)


def _units(passage: Passage) -> None:
    pattern = units_pattern(passage.lexicon.units, "Company")
    for match in pattern.finditer(passage.text) if pattern else ():
        passage.add("Company", match.start(), match.end(), "companies/unit", 0.95)


def _listed(passage: Passage) -> None:
    """`A、B等企业`: each item is one."""
    for enumeration in enumerations(passage):
        if enumeration.head not in LIST_HEADS:
            continue
        for item in enumeration.items:
            start, end = outer(passage.text, *item)
            name = passage.text[start:end]
            if _may_be_item(name) or (
                len(enumeration.items) > 2 and len(name) > 3 and TRADES.pattern.search(name[-3:])
            ):
                passage.add("Company", start, end, "companies/list", 0.85)


def _may_be_item(text: str) -> bool:
    return 2 <= len(text) <= 20 and not is_generic(text) and not NO_ITEM.search(TRADE_WITH_YE.sub("", text))


def _short(passage: Passage) -> None:
    """2 to 4 characters without a general meaning and a trade word, where the word does not go on."""
    text = passage.text
    for match in passage.matches(TRADES):
        end = trades_end(text, match.end())
        if GOES_ON.match(text, end):
            end = match.end()
            if GOES_ON.match(text, end):
                continue
        start = passage.name_start(match.start())
        places = (found for found in passage.found.near(start, match.start()) if start < found.end < match.start())
        start = max((found.end for found in places if _says_where(passage, found)), default=start)
        core = text[start : match.start()]
        if (has_ordinary_word(core) and match[0][-1] != "业") or core[-1:] in ("路", "街", "巷"):
            continue
        if tells_kind(text, match):
            if is_brand(core):
                add_bare_name(passage, start, match.start(), "companies/before-product", 0.62)
            continue
        if is_proper(core) and not (POWER.fullmatch(match[0]) and NUMBERED.match(text, end)):
            passage.add("Company", start, end, "companies/short", 0.7)


def _says_where(passage: Passage, found: Found) -> bool:
    """Whether an area before a name says where it is; a city's short form belongs to the name (宁波海天塑机)."""
    if found.type != "short-area":
        return found.type == "Area"
    return all(area.kind == "District" for area in gazetteer().find(passage.text[found.start : found.end]))


def _supported(passage: Passage) -> None:
    """What is supported and bears no general word may be a company; twice in a document, it is."""
    for match in passage.matches(SUPPORTED):
        start, stop = match.end(), _word_end(passage, match.end())
        name = passage.text[start:stop]
        known = any(found.start < stop and start < found.end for found in passage.found.near(start, stop))
        if (
            3 <= len(name) <= 5
            and not known
            and not OTHER_END.search(name)
            and name[0] != "的"
            and start not in passage.marks
            and not is_general_name(name)
        ):
            passage.add("maybe-company", start, stop, "companies/supported", 0.4)


def find_supported_lists(passage: Passage) -> None:
    """`支持A、B做大`: where one of the supported is a company, so are those of its form beside it."""
    for match in passage.matches(SUPPORTED) if passage.found.of("Company") else ():
        items = _items_right_of(passage, match.end())
        known = [passage.found.holds("Company", *item) for item in items]
        if len(items) < 2 or not any(known):
            continue
        for start, end in items:
            name = passage.text[start:end]
            if not passage.found.holds("Company", start, end) and 3 <= len(name) <= 6 and not is_general_name(name):
                passage.add("Company", start, end, "companies/supported-list", 0.65)


def _items_right_of(passage: Passage, start: int) -> list[tuple[int, int]]:
    items = []
    while True:
        end = _item_end(passage, start)
        items.append((start, end))
        if passage.text[end : end + 1] not in ("、", "和", "及"):
            return items
        start = end + 1


def _item_end(passage: Passage, start: int) -> int:
    """The end of a company found there, else where grammar or punctuation comes next."""
    known = [found.end for found in passage.found.near(start, start, "Company") if found.start == start]
    return max(known) if known else _word_end(passage, start)


def _word_end(passage: Passage, start: int) -> int:
    """Where grammar or punctuation comes next, at most 7 characters on."""
    text = passage.text
    for place in range(start + 2, min(start + 7, len(text))):
        if passage.marks.get(place, "keep") != "keep" or not "\u4e00" <= text[place] <= "\u9fff":
            return place
    return start
