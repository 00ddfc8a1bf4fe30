"""Finds companies: full names by their legal form, short names by their trade, in lists, as those supported."""

from __future__ import annotations

import re
from functools import cache

from kg.areas import gazetteer
from kg.extract.brand_names import trades_end
from kg.extract.company_names import KNOWN_COMPANIES, LEGAL_FORMS, POWER, TRADES, is_proper
from kg.extract.findings import Found
from kg.extract.lexicon import alternation, units_pattern
from kg.extract.lists import HEADS, enumerations, outer
from kg.extract.naming import is_general_name, is_generic
from kg.extract.ordinary import has_ordinary_word, is_brand
from kg.extract.passage import Passage
from kg.extract.sought import Sought

LIST_HEADS = frozenset(HEADS["Company"].split("|"))
OTHER_WORD = re.compile(
    r"集团军|公司(?:化|法|治理|制|债|总部)|集团(?:化|队)|基金(?:会|支持)|银行(?:卡|业|贷|机构)|(?:[热]?电)?厂(?:房|区|址)|农场主|(?:基金|股份|控股)[会制权公]"
)
GENERAL_CORE = re.compile(
    r"(?:.*(?:企业|国有|管理|运营|服务|物业|区域|资产|保险|上市|平台|家|的|各|多|大|该|等|新|投融资|融资|担保|[市区省权直]属|属|第三方|中介|检测|"
    r"施工|建设|专业|股份制|有限责任|农民|单车|类|文旅|跨国|项目|联合体|合作|以上|投资方)|[分子母]|开发|城投|商业|村镇|政策性|地方|法人|国内|外资|驻.|试点|合作|股权投资|"
    r"创业投资|产业|引导|创投|风投|社保|医保|公积|养老|救助|专项|扶贫|发展|示范|家庭|三季度|金融)$"
)
NO_ITEM = re.compile(r"(?:集团|公司)[及和与]|[“”\"‘’]|等$|[的类型业]$|企业$|项目$|^\d")
TRADE_WITH_YE = re.compile("[牧纸药矿铝铜农渔林牛禽酒乳肉茶粮糖面置实]业")
GOES_ON = re.compile(
    r"家居|家电|网联|终端|仓储|控制|电网|交通|停车|风景|资(?!本)|票|产业|行业|企业(?!已|成)|城|园|业|化|类|领域|技术|设备|产品|制造|生产|工程|项目|系统|服务|平台|人才|小镇|基地|街|路|区|馆|院|走廊|廊道|新城|新区|片区|街区|谷|"
    r"配件|零部件|信息|商务|程|封|子|能源|大|局|厅|委|作|部|中心|经济|装备|材料|器|机|研究|学|股"
)
OTHER_END = re.compile(r"[校院园区局办委镇村街路会所馆站厂部队家户民]$")
WORK = re.compile("改建|新建|扩建")
NUMBERED = re.compile("场|风景|[一二三四五六七]期|枢纽|灌区|机组|[电场]?站|电场|大坝|设施|发电|储备|[直调]|渠|保供")
SUPPORTED = Sought(
    ("支持", "指导", "督促", "扶持", "鼓励", "帮助", "推动", "引导", "助推", "协助"), behind=r"(?=[\u4e00-\u9fff]{3})"
)


def find_companies(passage: Passage) -> None:
    """Add the companies that a passage names by itself; those inside project names are found with the projects."""
    for match in passage.matches(KNOWN_COMPANIES):
        short = len(match[0]) == 2 and passage.name_start(match.end()) != match.start()
        if not passage.inside_mark(match.start()) and not short:
            passage.add("Company", match.start(), match.end(), "companies/known", 0.9)
    _full(passage)
    _units(passage)
    _listed(passage)
    _short(passage)
    _supported(passage)


def _full(passage: Passage) -> None:
    text = passage.text
    for match in passage.matches(LEGAL_FORMS):
        if OTHER_WORD.match(text, match.start()) or (match[0][-2:] == "电厂" and NUMBERED.match(text, match.end())):
            continue
        start = _full_start(passage, match)
        if len(match[0]) < 4:
            built = [work.end() for work in WORK.finditer(text, start, match.start())]
            start = built[-1] if built else start
            start = _after_road(text, start, match.start())
        core = text[start : match.start()]
        registered = (
            (match[0] in ("集团", "公司", "集团公司") and _of_a_level(core))
            or _of_an_area(passage, start, match)
            or (
                len(match[0]) >= 4
                and len(core) >= 4
                and (not is_generic(core) or (core[0] in "省市区县" and match[0].endswith("公司")))
            )
        )
        if (_general(core) and not registered and (core, match[0]) != ("城投", "集团")) or re.search("[、+“”]", core):
            passage.reject("Company", start, match.end(), "no name before the legal form")
        elif len(match[0]) > 2:
            passage.add("Company", start, match.end(), "companies/full", 0.95)
        else:
            passage.add("Company", start, match.end(), "companies/suffix", 0.85)


def _of_a_level(core: str) -> bool:
    """A level and trades alone name the one firm of that kind there (市水务集团, 县自来水公司)."""
    return core[:1] in ("省", "市", "区", "县") and bool(_local_trades().fullmatch(core, 1))


@cache
def _local_trades() -> re.Pattern[str]:
    return re.compile(f"(?:{alternation('mention_heads', 'trade', 'soft-trade', 'local-trade')})+")


def _of_an_area(passage: Passage, start: int, match: re.Match[str]) -> bool:
    """A group named by its area and its trade (云州文旅集团)."""
    here = (found for found in passage.found.near(start, start) if found.start == start)
    areas = (found.end for found in here if found.type in ("Area", "short-area"))
    return match[0] == "集团" and 2 <= match.start() - max(areas, default=match.start()) <= 6


def _after_road(text: str, start: int, end: int) -> int:
    """Past the road at which it stands (青山路宏光手套厂)."""
    road = re.match(r"[\u4e00-\u9fff]{1,4}?(?:路|街|大道)", text[start:end])
    return start + road.end() if road and end - start - road.end() >= 2 else start


def _general(core: str) -> bool:
    if re.fullmatch("[\u4e00-\u9fff]{4,8}", core) and is_brand(core[:2]) and is_generic(core[2:]):
        return False
    if len(core) < 2:
        return core not in ("区", "市", "县")
    return is_generic(core) or bool(GENERAL_CORE.fullmatch(core))


def _full_start(passage: Passage, match: re.Match[str]) -> int:
    """A registered name mostly begins with its area; then single letters of grammar inside it cut nothing."""
    start = passage.name_start(match.start())
    if len(match[0]) < 4:
        return start
    wide = passage.name_start(match.start(), joints=False, singles=False)
    others = [other.end() for other in LEGAL_FORMS.pattern.finditer(passage.text, wide, match.start())]
    wide = max([wide, *others])
    areas = (found.start for found in passage.found.near(wide, start) if found.type in ("Area", "short-area"))
    return min((place for place in areas if wide <= place < start), default=start)


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
        if has_ordinary_word(core) and match[0][-1] != "业":
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
