"""Finds institutions: schools, hospitals, museums, associations, research bodies, media."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.lexicon import alternation
from kg.extract.lists import HEADS, enumerations, outer
from kg.extract.naming import is_counted, is_generic
from kg.extract.passage import Passage

NOT_AFTER = re.compile(r"(?:生|化|法|费|会(?!会)|教育|办学|毕业|级|制|卡|证|类|型|食堂|周边)")
KIND = re.compile(
    r"(?:.*(?:中|小|公办|民办|普惠性?|公立|乡镇|城乡|农村|镇|基层|各级?|各类|高等|职业|技工|名|重点|综合|三甲|三级|二级|专科|中医|综合性|合作|示范性?|规范化|标准化|智慧|数字|网络|互联网|老年|开放|特殊教育|知名|国内外|科技创新?|企业|行业|街道|社区|村|家|所|个|新|老|第一|人民|市民|干部|妇女|农家|城市|共享|文物|民营|各大|主流|省级以上|中央|新闻|院|实验|科研|技术|重大|国家级?|省级?|市级?|区级?|县级?|联合|共建|博士后|专家|基础教育|义务教育))$"
)
LEVEL_START = re.compile(
    r"[省市区县](?=第[一二三四五六七八九十]|人民|中医|妇幼|胸科|精神|传染|肿瘤|口腔|立医|职业|实验|特殊|委党校|档案|图书|文化|博物|美术|科技馆|体育|融媒体|广播|农科|科学院|考古|社科|机关|直机关|技师|教师|老年大学|实验|一中|二中|三中|慈善|红十字|福利|工商|企业|个体|青年|青少年|委|法学)"
)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(alternation("mention_heads", "institution"))


@cache
def _known_pattern() -> re.Pattern[str]:
    return re.compile(alternation("mention_known", "Institution"))


def find_institutions(passage: Passage) -> None:
    """Add the institutions of a passage."""
    text = passage.text
    for match in _known_pattern().finditer(text):
        passage.add("Institution", match.start(), match.end(), "institutions/known", 0.92)
    for match in _pattern().finditer(text):
        _candidate(passage, match)
    _listed(passage)


def _candidate(passage: Passage, match: re.Match[str]) -> None:
    text, end = passage.text, match.end()
    if NOT_AFTER.match(text, end):
        return
    start = passage.name_start(match.start())
    core = text[start : match.start()]
    numbered = re.search(r"(?:[一二三四五六七八九十]+)$", core) if match[0] == "中" else None
    if not core and re.match("[一二三四五六七八九十]中", match[0]):
        return
    if (
        not core
        or is_counted(core)
        or len(core) > 20
        or "的" in core
        or (is_generic(core) and not LEVEL_START.match(text, start))
    ):
        passage.reject("Institution", start, end, "no name before the suffix")
        return
    if numbered is None and KIND.match(core) and not _has_owner(passage, start, match.start()):
        passage.reject("Institution", start, end, "says what kind, not which one")
        return
    passage.add("Institution", start, end, "institutions/suffix", 0.85)


def _has_owner(passage: Passage, start: int, end: int) -> bool:
    """Whether an area, a level or a proper word stands at the beginning."""
    if any(
        found.start == start and found.end <= end for found in passage.found if found.type in ("Area", "short-area")
    ):
        return True
    core = passage.text[start:end]
    if LEVEL_START.match(passage.text, start):
        return True
    return len(core) >= 4 and not is_generic(core) and not is_generic(core[:2])


HEADINGS = frozenset(HEADS["Institution"].split("|"))


def _listed(passage: Passage) -> None:
    for enumeration in enumerations(passage):
        if enumeration.head not in HEADINGS or enumeration.head == "学校":
            continue
        for start, end in enumeration.items:
            start, end = outer(passage.text, start, end)
            if (
                3 <= end - start <= 16
                and not is_generic(passage.text[start:end])
                and enumeration.head in ("媒体", "高校", "大学", "院校", "医院")
            ):
                passage.add("Institution", start, end, "institutions/list", 0.75)
