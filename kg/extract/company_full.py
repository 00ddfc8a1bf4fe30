"""Finds companies by their legal form: where such a name begins, and which of them name none."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.company_words import KNOWN_COMPANIES, LEGAL_FORMS
from kg.extract.lexicon import alternation
from kg.extract.naming import is_general_name, is_generic
from kg.extract.ordinary import has_ordinary_word, is_brand
from kg.extract.passage import Passage

OTHER_WORD = re.compile(
    r"集团军|公司(?:化|法|治理|制|债|总部)|集团(?:化|队)|基金(?:会|支持)|银行(?:卡|业|贷|机构)|(?:[热]?电)?厂(?:房|区|址)|农场主|(?:基金|股份|控股)[会制权公]"
)
GENERAL_CORE = re.compile(
    r"(?:.*(?:企业|国有|管理|运营|服务|物业|区域|资产|保险|上市|平台|家|的|各|多|大|该|等|新|投融资|融资|担保|[市区省权直]属|属|第三方|中介|检测|"
    r"施工|建设|专业|股份制|有限责任|农民|单车|类|文旅|跨国|项目|联合体|合作|以上|投资方)|[分子母]|开发|城投|商业|村镇|政策性|地方|法人|国内|外资|驻.|试点|合作|股权投资|"
    r"创业投资|产业|引导|创投|风投|社保|医保|公积|养老|救助|专项|扶贫|发展|示范|家庭|三季度|金融|全资|无人|智慧|百亿|千亿|联动|带动|联建|领办|新?培育|新增|名师|[名老]中医|低?热值)$"
)
WORK = re.compile("改建|新建|扩建")
NUMBERED = re.compile("场|风景|[一二三四五六七]期|枢纽|灌区|机组|[电场]?站|电场|大坝|设施|发电|储备|[直调]|渠|保供")


def find_full_companies(passage: Passage) -> None:
    """Add the companies named with their legal form."""
    text = passage.text
    for match in passage.matches(LEGAL_FORMS):
        if match[0] == "子公司" and text[match.start() - 1 : match.start()] == "电":
            match = LEGAL_FORMS.pattern.match(text, match.start() + 1) or match
        if OTHER_WORD.match(text, match.start()) or (match[0][-2:] == "电厂" and NUMBERED.match(text, match.end())):
            continue
        start = _full_start(passage, match)
        if text.startswith(MONEY_INTO, start) and is_brand(text[start + 2 : start + 4]):
            start += 2
        if match[0] == "子公司" and _is_parent(text[start : match.start()]):
            passage.add("Company", start, match.start(), "companies/parent", 0.7)
            continue
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


def _is_parent(name: str) -> bool:
    """Whether what stands before 子公司 is a firm's name."""
    return len(name) > 2 and not (is_general_name(name[:2]) or is_generic(name) or has_ordinary_word(name[:2]))


def _general(core: str) -> bool:
    if "某" in core:
        return True
    if re.fullmatch("[\u4e00-\u9fff]{4,8}", core) and is_brand(core[:2]) and is_generic(core[2:]):
        return False
    if len(core) < 2:
        return core not in ("区", "市", "县")
    return is_generic(core) or bool(GENERAL_CORE.fullmatch(core))


def _full_start(passage: Passage, match: re.Match[str]) -> int:
    """A registered name mostly begins with its area; then single letters of grammar inside it cut nothing."""
    start = passage.name_start(match.start())
    if len(match[0]) < 4:
        return _by_area(passage, start, match) if match[0] == "集团" else start
    wide = passage.name_start(match.start(), joints=False, singles=False)
    others = [other.end() for other in LEGAL_FORMS.pattern.finditer(passage.text, wide, match.start())]
    agencies = (found for found in passage.found.near(wide, match.start(), "Agency") if found.end < match.start())
    joints = (found.end + 1 for found in agencies if passage.text[found.end] in "与和同及")
    wide = max([wide, *others, *joints])
    if match[0].endswith("合作社"):
        behind = _past_towns(passage, wide, match.start())
        if behind > wide:
            return behind
    if start == match.start() or is_generic(passage.text[start : match.start()]):
        start = _before_verb(passage, start)
    areas = (found.start for found in passage.found.near(wide, start) if found.type in ("Area", "short-area"))
    start = min((place for place in areas if wide <= place < start), default=start)
    return _at_province(passage, start, match.start())


def _at_province(passage: Passage, start: int, end: int) -> int:
    """From what says where a firm is or what becomes of it on to its own area (云山区江苏睿霖环保有限公司).

    A registered name begins with its province or city; before that stand a county or words of prose.
    """
    near = passage.found.near(start + 1, end - 2, "short-area")
    own = (found.start for found in near if start < found.start and found.end <= end - 2)
    return max((place for place in own if _is_prose(passage, start, place)), default=start)


def _is_prose(passage: Passage, start: int, end: int) -> bool:
    """Whether words that are no firm's stand there: a county in full, verbs, grammar before an area's name."""
    before = passage.text[start:end]
    if before[-1] in "（(" or FIRM.search(before) or KNOWN_COMPANIES.pattern.search(before):
        return False
    if before[-1] in BEFORE_AREA or has_ordinary_word(before):
        return True
    counties = passage.found.near(start, end, "Area") if before[-1] in "区县镇乡" else ()
    return any(found.start == start and found.end == end for found in counties)


FIRM = re.compile("集团|公司|省|^..市")
BEFORE_AREA = frozenset("由以了在含为与和项归设后内")


def _by_area(passage: Passage, start: int, match: re.Match[str]) -> int:
    """Past the single word before the area that a group is called by (用云州建设集团)."""
    near = (found for found in passage.found.near(start + 1, start + 1) if found.start == start + 1)
    of_area = passage.text[start : start + 1] in USED and any(found.type == "short-area" for found in near)
    return start + 1 if of_area and match.start() - start > 4 else start


MONEY_INTO = ("投资", "注资", "参股", "入股", "入驻")
USED = frozenset("用让请给帮")


def _past_towns(passage: Passage, start: int, end: int) -> int:
    """A cooperative's name begins behind the town and the village where it is."""
    areas = (found for found in passage.found.near(start, end, "Area") if found.end <= end - 2)
    return max((found.end for found in areas if passage.text[found.end - 1] in "镇乡道村"), default=start)


def _before_verb(passage: Passage, start: int) -> int:
    """Back to the province or city before a word that is a verb elsewhere (江苏启动环保有限公司)."""
    near = passage.found.near(max(0, start - 6), start, "short-area")
    return next((found.start for found in near if passage.mark_end(found.end) == start), start)
