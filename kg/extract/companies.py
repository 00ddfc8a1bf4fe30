"""Finds companies: full names by their legal form, short names by their trade, in lists, as those supported."""

from __future__ import annotations

import re

from kg.areas import gazetteer
from kg.extract.brand_names import trades_end
from kg.extract.company_full import NUMBERED, find_full_companies
from kg.extract.company_names import INDUSTRY, KNOWN_COMPANIES, POWER, TRADES, is_proper, tells_kind
from kg.extract.findings import Found
from kg.extract.lexicon import units_pattern
from kg.extract.lists import HEADS, enumerations, outer
from kg.extract.naming import is_general_name, is_generic
from kg.extract.ordinary import has_ordinary_word, is_brand
from kg.extract.passage import Passage
from kg.extract.sought import Sought

LIST_HEADS = frozenset(HEADS["Company"].split("|"))
NO_ITEM = re.compile(r"(?:集团|公司)[及和与]|[“”\"‘’]|等$|[的类型业]$|企业$|项目$|^\d")
TRADE_WITH_YE = re.compile("[牧纸药矿铝铜农渔林牛禽酒乳肉茶粮糖面置实]业")
GOES_ON = re.compile(
    r"家居|家电|网联|终端|仓储|控制|电网|交通|停车|风景|资(?!本)|票|产业|行业|企业(?!已|成)|城|园|业|化(?!机|工|纤|肥|学)|级|类|领域|技术|设备|产品|制造|生产|工程|项目|系统|服务|平台|人才|小镇|基地|街|路|区|馆|院|走廊|廊道|新城|新区|片区|街区|谷|"
    r"配件|线(?![缆业])|板(?![业材])|深加工|市场|大会|节|零部件|信息|商务|程|封|子|能源|大|局|厅|委|作|部|中心|经济|装备|材料|器|机|研究|学|股"
)
OTHER_END = re.compile(r"[校院园区局办委镇村街路会所馆站厂部队家户民]$")
SUPPORTED = Sought(
    ("支持", "指导", "督促", "扶持", "鼓励", "帮助", "推动", "引导", "助推", "协助"), behind=r"(?=[\u4e00-\u9fff]{3})"
)


def find_companies(passage: Passage) -> None:
    """Add the companies that a passage names by itself; those inside project names are found with the projects."""
    for match in passage.matches(KNOWN_COMPANIES):
        short = len(match[0]) == 2 and "的" not in match[0] and passage.name_start(match.end()) != match.start()
        if not passage.inside_mark(match.start()) and not short:
            passage.add("Company", match.start(), match.end(), "companies/known", 0.9)
            _tail(passage, match)
    find_full_companies(passage)
    _units(passage)
    _listed(passage)
    _short(passage)
    _supported(passage)


def _tail(passage: Passage, known: re.Match[str]) -> None:
    """A known firm's daughter, shop or trade (圆通速递, 国家电投协鑫, 麦德龙城北店)."""
    text, end = passage.text, known.end()
    form = GROUP_FORM.match(text, end)
    trade = TRADES.pattern.match(text, end)
    if form:
        passage.add("Company", known.start(), form.end(), "companies/full", 0.9)
    elif (
        trade
        and trade[0] not in ("家居", "家具")
        and not GOES_ON.match(text, trade.end())
        and not NUMBERED.match(text, trade.end())
    ):
        passage.add("Company", known.start(), trade.end(), "companies/known-trade", 0.85)
    elif shop := SHOP.match(text, end):
        passage.add("Company", known.start(), shop.end(), "companies/known-shop", 0.8)
    else:
        for size in (3, 2) if GROUP.match(known[0]) else ():
            if is_brand(text[end : end + size]) and _ends_there(passage, end + size):
                passage.add("Company", known.start(), end + size, "companies/known-daughter", 0.75)
                break


GROUP_FORM = re.compile("(?:控股)?集团(?![军队化])(?:公司|有限公司)?")
SHOP = re.compile(r"[\u4e00-\u9fff]{2,4}?店(?![铺面员长])")
GROUP = re.compile("中|国|华[能电润]|[大河首鞍]|三峡|延长|海尔|京东|阿里|[\u4e00-\u9fff]钢")


def _ends_there(passage: Passage, end: int) -> bool:
    text = passage.text
    if end >= len(text) or not "\u4e00" <= text[end] <= "\u9fff" or passage.marks.get(end, "keep") != "keep":
        return True
    near = (found for found in passage.found.near(end, end) if found.start == end)
    return any(found.type in ("Area", "short-area") for found in near) or INDUSTRY.match(text, end) is not None


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
        if tells_kind(text, match):
            continue
        start = passage.name_start(match.start())
        places = (found for found in passage.found.near(start, match.start()) if start < found.end < match.start())
        start = max((found.end for found in places if _says_where(passage, found)), default=start)
        core = text[start : match.start()]
        if (has_ordinary_word(core) and match[0][-1] != "业") or core[-1:] in ("路", "街", "巷"):
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
