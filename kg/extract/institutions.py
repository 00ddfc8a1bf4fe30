"""Finds institutions: schools, hospitals, museums, associations, research bodies, media."""

from __future__ import annotations

import re

from kg.extract.lexicon import kinds, units_pattern
from kg.extract.lists import enumerations, outer
from kg.extract.naming import general_words, is_counted, is_generic
from kg.extract.passage import Passage
from kg.extract.sought import Sought, longest_first

NOT_AFTER = re.compile(
    r"有限|股份|公司|集团|生|位|化|法|费|会(?!会)|教育|办学|毕业|级|制(?!药)|卡|证|类|型|食堂|周边|网|学(?!校)|期|阶段|园|业"
)
KIND = re.compile(
    r".*(?:中|小|公办|民办|普惠性?|公立|乡镇|城乡|农村|镇|基层|各级?|各类|高等|职业|技工|名|重点|综合|三甲|三级|二级|专科|中医|综合性|"
    r"合作|示范性?|规范化|标准化|智慧|数字|网络|互联网|老年|开放|特殊教育|知名|国内外|科技创新?|企业|行业|街道|社区|村|家|所|个|新|"
    r"老|人民|市民|干部|妇女|农家|城市|共享|文物|民营|各大|主流|省级以上|中央|新闻|院|实验|科研|技术|重大|国家级?|省级?|市级?|区级?|"
    r"县级?|联合|共建|博士后|专家|基础教育|义务教育|[区市省]属|辖区|区直|市直|这些|两)$"
)
LEVEL_START = re.compile(
    r"[省市区县](?=第[一二三四五六七八九十]|人民|中医|妇幼|胸科|精神|传染|肿瘤|口腔|立医|职业|实验|特殊|委党校|党校|档案|图书|文化|"
    r"博物|美术|科技馆|体育|融媒体|广播|农科|环科|林科|科学院|考古|社科|机关|直机关|技师|教师|老年大学|一中|二中|三中|慈善|红十字|"
    r"福利|工商|企业|个体|青年|青少年|法学|疾控|儿童|康复|急救)"
)
BUILT = re.compile("建设|新建|扩建|改建|迁建|共建|成立|设立|筹建")
BRAND = re.compile(r"[”\"](?:志愿|活动|行动|品牌|计划|等\d个志愿)")
NUMBERED = re.compile("[一二三四五六七八九十]+中(?:学(?!校))?")
CAMPUS = frozenset(["校区", "分校", "院区", "东校", "西校"])
DEFINITE = frozenset(
    ["人民医院", "中医院", "中医医院", "妇幼保健院", "档案馆", "图书馆", "博物馆", "文化馆", "融媒体中心"]
)
LIST_HEADS = frozenset(["媒体", "高校", "大学", "院校", "医院"])


def _suffixes() -> list[str]:
    numbered = [f"{digit}[一二三四五六七八九十]*中(?:学(?!校))?(?!小学)" for digit in "一二三四五六七八九十"]
    shortened = [f"{word}大(?!学)" for word in ("师", "农", "科", "医", "财", "交", "理工")]
    return [*numbered, *shortened, *longest_first(kinds("mention_heads")["institution"])]


SUFFIXES = Sought(_suffixes)
"""What ends the name of an institution."""
KNOWN = Sought(lambda: longest_first(kinds("mention_known")["Institution"]))


def find_institutions(passage: Passage) -> None:
    """Add the institutions of a passage."""
    for match in passage.matches(KNOWN):
        passage.add("Institution", match.start(), match.end(), "institutions/known", 0.92)
    for match in passage.matches(SUFFIXES):
        _candidate(passage, match)
    _listed(passage)
    _units(passage)


def _units(passage: Passage) -> None:
    """Responsible units that are institutions (石榴研究院), wherever they are named."""
    pattern = units_pattern(passage.lexicon.units, "Institution")
    for match in pattern.finditer(passage.text) if pattern else ():
        passage.add("Institution", match.start(), match.end(), "institutions/unit", 0.9)


def _candidate(passage: Passage, match: re.Match[str]) -> None:
    text, end = passage.text, match.end()
    start = passage.name_start(match.start())
    if start == match.start() and not (NUMBERED.fullmatch(match[0]) and len(match[0]) >= 3):
        if match[0] in DEFINITE and not NOT_AFTER.match(text, end):
            passage.add("Institution", start, end, "institutions/definite", 0.6)
        return
    built = list(BUILT.finditer(text, start, match.start()))
    start = built[-1].end() if built and built[-1].end() < match.start() - 1 else start
    start = _after_subject(passage, start, match.start())
    reason = _why_not(passage, start, match)
    if reason:
        passage.reject("Institution", start, end, reason)
    else:
        passage.add("Institution", start, end, "institutions/suffix", 0.85)


def _after_subject(passage: Passage, start: int, end: int) -> int:
    """Past another institution that does something to this one."""
    for place in range(end - 2, start + 3, -1):
        if passage.marks.get(place) == "lead" and place > start and passage.text[place - 1] in "院学校中园馆":
            return passage.strip_left(place, end)
    return start


def _why_not(passage: Passage, start: int, match: re.Match[str]) -> str:
    text, core = passage.text, passage.text[start : match.start()]
    if BRAND.match(text, match.end()):
        return "a brand or an activity"
    if NOT_AFTER.match(text, match.end()):
        return "part of another word"
    if match[0] in CAMPUS and not _has_school(core):
        return "a campus without its school"
    if NUMBERED.fullmatch(match[0]):
        return ""
    if re.search('[“”"]', core) or (match[0] == "商会" and core.endswith(("协", "磋", "研"))):
        return "part of another word"
    if is_counted(core) or re.search(r"^\d|\d[家所个处]", core) or len(core) > 20 or "的" in core:
        return "a count or a description"
    if match[0] == "大学" and len(core) == 2 and core not in general_words() and not KIND.fullmatch(core):
        return ""
    national = core.startswith("中国") and len(core) > 2
    if is_generic(core) and not national and not LEVEL_START.match(text, start) and not ORDINAL.match(core):
        return "no name before the suffix"
    if KIND.fullmatch(core) and not _has_owner(passage, start, match.start()):
        return "says what kind, not which one"
    return ""


ORDINAL = re.compile("第[一二三四五六七八九十]")


def _has_school(core: str) -> bool:
    return bool(
        re.search(r"学校|小学|中学|大学|学院|幼儿园|医院|[一二三四五六七八九十]中", core)
    ) and not core.endswith("新")


def _has_owner(passage: Passage, start: int, end: int) -> bool:
    """Whether an area, a level or a proper word stands at the beginning."""
    areas = (found for found in passage.found.near(start, start) if found.type in ("Area", "short-area"))
    if any(found.start == start and found.end <= end for found in areas):
        return True
    core = passage.text[start:end]
    if LEVEL_START.match(passage.text, start) or ORDINAL.match(core) or (core.startswith("中国") and len(core) > 2):
        return True
    return len(core) >= 4 and not is_generic(core) and not is_generic(core[:2])


def _listed(passage: Passage) -> None:
    """`A、B等媒体`: each item is one."""
    for enumeration in enumerations(passage):
        if enumeration.head not in LIST_HEADS:
            continue
        for item in enumeration.items:
            start, end = outer(passage.text, *item)
            if 3 <= end - start <= 16 and not is_generic(passage.text[start:end]):
                passage.add("Institution", start, end, "institutions/list", 0.75)
