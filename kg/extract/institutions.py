"""Finds institutions: schools, hospitals, museums, associations, research bodies, media."""

from __future__ import annotations

import re

from kg.extract.institution_names import NOT_AFTER, NUMBERED, why_not
from kg.extract.institution_starts import after_leads
from kg.extract.lexicon import kinds, units_pattern
from kg.extract.lists import enumerations, outer
from kg.extract.naming import is_generic
from kg.extract.passage import Passage
from kg.extract.sought import Sought, longest_first

BUILT = re.compile("[修改用]作|改[为成]|建设|新建|扩建|改建|迁建|共建|成立|设立|筹建")
BARE_NUMBER = re.compile(
    "(?:^|(?<=[，、。；：和与])|(?<=[新改扩迁]建)|(?<=推进))(?P<name>[一二三四五六七八九十]{1,2}中|\\d{1,2}中(?:[东西南北]校)?)"
    "(?=、(?:[^，。；：、]{0,6}[中校学])|改扩建|扩建|迁建|新校|初中部|高中部|运动场|[一二]期)"
)
SHARED = re.compile(r"(?:[\d一二两三四五六七八九十]+[所家个处座]|[各每该本级类等所名新座处家个]|创建|建有)$")
RANK_OR_COUNT = re.compile(r"^\d|级[甲乙]?$")
LIST_HEADS = frozenset(["媒体", "高校", "大学", "院校", "医院"])


def _suffixes() -> list[str]:
    digits = "一二三四五六七八九十"
    numbered = [f"{digit}[{digits}]*中(?:学(?!校))?(?!小学)" for digit in digits]
    shortened = [f"{word}大(?!学)" for word in ("师", "农", "科", "医", "财", "交", "理工")]
    numbered += [f"{digit}[院小幼](?![落子墙企车行场门微作学儿区时组])" for digit in digits]
    return [*numbered, *shortened, *longest_first(kinds("mention_heads")["institution"])]


SUFFIXES = Sought(_suffixes)
"""What ends the name of an institution."""
CALLED_AFTER = re.compile("[路街]|大街|科技园|同方|紫光")
"""Streets, parks and firms that bear the name of a university."""
CHANNEL = re.compile("[\u4e00-\u9fff]{2,4}频道")
NUMBERED_INSTITUTE = "第?[\\d一二三四五六七八九十〇零]{1,4}(?:研究)?[所院]"
"""Institutes that state groups number (中电科20所)."""
STATE_GROUPS = (
    "中国电科",
    "中电科",
    "航天科工",
    "航天科技",
    "航天",
    "中核",
    "核工业",
    "兵器工业",
    "中船重工",
    "中航工业",
)
KNOWN = Sought(
    lambda: [
        *(group + NUMBERED_INSTITUTE for group in STATE_GROUPS),
        *longest_first(kinds("mention_known")["Institution"]),
    ]
)


def find_institutions(passage: Passage) -> None:
    """Add the institutions of a passage."""
    for match in passage.matches(KNOWN):
        if CALLED_AFTER.match(passage.text, match.end()):
            continue
        channel = CHANNEL.match(passage.text, match.end())
        end = channel.end() if channel and match[0] == "央视" else match.end()
        passage.add("Institution", match.start(), end, "institutions/known", 0.92)
    for match in passage.matches(SUFFIXES):
        _candidate(passage, match)
    _bare_numbers(passage)
    _listed(passage)
    _units(passage)


def _bare_numbers(passage: Passage) -> None:
    """`三中、36中新校区`: where an item begins and what a school has follows, the number alone names it."""
    text = passage.text
    for match in BARE_NUMBER.finditer(text) if "中" in text else ():
        start, end = match.span("name")
        if not passage.found.holds("Institution", start, end) and passage.name_start(end - 1) in (start, end - 1):
            passage.add("Institution", start, end, "institutions/bare-number", 0.7)


def _units(passage: Passage) -> None:
    """Responsible units that are institutions (石榴研究院), wherever they are named."""
    pattern = units_pattern(passage.lexicon.units, "Institution")
    for match in pattern.finditer(passage.text) if pattern else ():
        passage.add("Institution", match.start(), match.end(), "institutions/unit", 0.9)


def _candidate(passage: Passage, match: re.Match[str]) -> None:
    text, end = passage.text, match.end()
    start = passage.name_start(match.start())
    if start == match.start() and not (NUMBERED.fullmatch(match[0]) and len(match[0]) >= 3):
        if match[0] in kinds("mention_contexts")["definite"]:
            _definite(passage, start, end)
        return
    built = list(BUILT.finditer(text, start, match.start()))
    start = built[-1].end() if built and built[-1].end() < match.start() - 1 else start
    start = max(start, text.rfind("至", start, match.start() - 1) + 1)
    start = after_leads(passage, start, match.start())
    start = _with_owner(passage, _after_subject(passage, start, match.start()), match.start())
    if text[start:end] in kinds("mention_contexts")["definite"]:
        _definite(passage, start, end)
        return
    reason = why_not(passage, start, match)
    if reason:
        passage.reject("Institution", start, end, reason)
    else:
        passage.add("Institution", start, end, "institutions/suffix", 0.85)


def _definite(passage: Passage, start: int, end: int) -> None:
    """A facility of which the area has one (县 left out), where it is not counted."""
    if not NOT_AFTER.match(passage.text, end) and not SHARED.search(passage.text[max(0, start - 4) : start]):
        passage.add("Institution", start, end, "institutions/definite", 0.6)


def _with_owner(passage: Passage, start: int, end: int) -> int:
    """Back to the beginning of an agency in whose name a joining word stands (国家林业和草原局X研究中心)."""
    agencies = passage.found.near(start, end, "Agency")
    return min((found.start for found in agencies if found.start < start < found.end <= end), default=start)


def _after_subject(passage: Passage, start: int, end: int) -> int:
    """Past another institution that does something to this one."""
    for place in range(end - 2, start + 2, -1):
        if passage.marks.get(place) == "lead" and place > start and passage.text[place - 1] in "院学校中园馆委局办厅":
            return passage.strip_left(place, end)
    return start


def _listed(passage: Passage) -> None:
    """`A、B等媒体`: each item is one."""
    for enumeration in enumerations(passage):
        if enumeration.head not in LIST_HEADS:
            continue
        for item in enumeration.items:
            start, end = outer(passage.text, *item)
            start, end = _title(passage.text, start, end)
            name = passage.text[start:end]
            if 3 <= end - start <= 16 and not is_generic(name) and not RANK_OR_COUNT.search(name):
                passage.add("Institution", start, end, "institutions/list", 0.75)


def _title(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without what stands around the title in it (获《西河晚报》)."""
    opening = text.find("《", start, end)
    return (opening + 1, end - 1) if opening >= 0 and text[end - 1] == "》" else (start, end)
