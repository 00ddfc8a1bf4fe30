"""Says where a park's name begins: behind verbs, firms, quarters and whatever else a clause puts before it."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.lexicon import alternation
from kg.extract.naming import is_generic
from kg.extract.park_lists import HOUSING
from kg.extract.passage import Passage

TITLES_END = re.compile(
    r"(?:进展|情况|节选）)(?!区)|今年|去年|明年|(?:19|20)\d\d年(?:度|第[一二三四五六七八九十]批)?|以来|截至|月底|公告|通知"
)
FIRM_ENDS = re.compile(".*(?:公司|合作社)")
ZONE_ENDS = "(?:开发区|经开区|高新区|保税区|新区|试验区|示范区|园区|工业园|产业园)"
SPENT = r"[\d十百千万亿]多?元(?:来|用于)?(?:建设?|新建|打造)"
LATEST_JOINT = 2
BEFORE_PLACES = "进设赴到同与向由在居是即建"
"""Words of one character that lead up to a zone or an area; elsewhere they begin names (进贤, 同济)."""
PLACES_OWN = ("区", "市", "县", "省")


def park_start(passage: Passage, end: int) -> int:
    """Where the name of the park begins whose last word stands at `end`."""
    text = passage.text
    start = passage.name_start(end)
    joint = text.rfind("及", start + 4, max(start, end - LATEST_JOINT))
    start = start if joint < 0 else joint + 1
    start = max([start, *(title.end() + start for title in TITLES_END.finditer(text[start:end]))])
    start = _stripped(passage, start, end)
    start = max(start, text.rfind("项目", start, end) + 2) if "项目" in text[start:end] else start
    start = _after_firm(passage, _after_quarter(passage, start, end), end)
    return _after_verb(passage, _whole_area(passage, start), end)


def _whole_area(passage: Passage, start: int) -> int:
    """Where the area begins in whose name a word around names was read (无极县, 将乐县)."""
    areas = passage.found.near(start, start, "Area")
    return min([start, *(area.start for area in areas if area.start < start < area.end)])


def _stripped(passage: Passage, start: int, end: int) -> int:
    """Without a date before it; an area that begins with 和 keeps it."""
    start = passage.strip_left(start, end)
    if passage.text[start - 1 : start] != "和":
        return start
    areas = passage.found.near(start, start, "short-area")
    return start - any(found.start == start - 1 for found in areas)


def _after_quarter(passage: Passage, start: int, end: int) -> int:
    """Past the quarter in which it stands, a park of its own (南湾片区云岭工业园), and past where a line begins."""
    text = passage.text
    quarter = text.rfind("片区", start, end) + 2
    if quarter - start >= 4 and end - quarter >= 2 and not is_generic(text[quarter:end]):
        if not is_generic(text[start : quarter - 2]) and not HOUSING.search(text[start : quarter - 2]):
            passage.add("Park", start, quarter, "parks/quarter-around", 0.65)
        return quarter
    line = text.rfind("至", start + 2, end - 1)
    return line + 1 if line > 0 else start


@cache
def _verb_inside() -> re.Pattern[str]:
    return re.compile(
        f".*(?:{SPENT}|{alternation('park_leads', 'inside')}|{ZONE_ENDS}{alternation('park_leads', 'zone')})"
    )


@cache
def _verb_first() -> re.Pattern[str]:
    return re.compile(alternation("park_leads", "first"))


def _after_verb(passage: Passage, start: int, end: int) -> int:
    """Past what somebody does to the park (与甲园共建乙园), and past what leads up to it (含甲园)."""
    text = passage.text
    verb = _verb_inside().match(text, start, end) if end - start > 3 else None
    start = verb.end() if verb else start
    if _is_area(passage, start):
        return start
    if text[start] in BEFORE_PLACES and (text[start + 1 : end] in PLACES_OWN or _is_area(passage, start + 1)):
        return start + 1
    first = _verb_first().match(text, start, end - 2)
    return first.end() if first else start


def _is_area(passage: Passage, start: int) -> bool:
    return any(area.start == start and "rea" in area.type for area in passage.found.near(start, start))


def _after_firm(passage: Passage, start: int, end: int) -> int:
    """Past the firm whose park it is, where the park has a name of its own (云岭公司青石谷产业园)."""
    firm = FIRM_ENDS.match(passage.text, start, end)
    return firm.end() if firm and _has_own_name(passage.text[firm.end() : end]) else start


def _has_own_name(core: str) -> bool:
    """Whether a name of a park begins like one, not with a general word (绿色建材).

    >>> _has_own_name("青石谷文化"), _has_own_name("绿色建材")
    (True, False)
    """
    return not any(is_generic(core[:size]) for size in (2, 3, len(core)))
