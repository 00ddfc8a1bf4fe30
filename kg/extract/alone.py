"""Short forms of areas that stand by themselves: what follows them is the end of a clause, a count or a verb."""

from __future__ import annotations

import re

from kg.areas import gazetteer
from kg.extract.naming import is_generic
from kg.extract.passage import Passage
from kg.extract.sought import Sought

ALONE = re.compile(
    r"[，。；：:）)！？,;]|$|(?:第[一二三四五六七八九十\d]+|[\d一二两三四五六七八九十]+余?)[个家项批名件所户处条座]|"
    "(?:地区)?生产总值|规上|规模以上|县域|重[大点]项目|全[市县区]|分会场"
)
"""Nothing, a count, or the total of a whole area."""
LISTED = frozenset("、和与及等")
LEADS_UP = re.compile("(?:^|[，。；：;:]|[在赴向]|落户|进驻|来自|支援|帮扶|走进|承接)$")
"""What stands before an area and not before the other word that its short form is."""


def stands_alone(passage: Passage, end: int) -> bool:
    """Whether nothing goes on behind a short form: it is no beginning of a longer name.

    >>> bool(ALONE.match("生产总值增长5%")), bool(ALONE.match("商厦"))
    (True, False)
    """
    text = passage.text
    if ALONE.match(text, end) or text[end] in LISTED:
        return True
    return passage.marks.get(end) == "cut" and passage.begins_with_word(end)


def find_alone(passage: Passage) -> None:
    """Add as `short-area` names that may be other words where nothing but an area begins a clause or follows 在."""
    text = passage.text
    for start, end, _ in gazetteer().short_forms(text):
        if (
            LEADS_UP.search(text, max(0, start - 2), start)
            and text[end : end + 1] not in LISTED
            and stands_alone(passage, end)
            and not passage.inside_mark(end)
            and not is_generic(text[start:end])
            and not any(found.start < end and start < found.end for found in passage.found.near(start, end))
        ):
            passage.add("short-area", start, end, "areas/alone", 0.6)


COUNTIES = Sought(lambda: gazetteer().counties_in_two)


def find_counties_in_two(passage: Passage) -> None:
    """Add counties whose name has one character before 县, which mostly ends another word, behind a word (推动丰县)."""
    for match in passage.matches(COUNTIES):
        start, end = match.span()
        led = any(passage.mark_end(place) == start for place in range(max(0, start - 4), start))
        if led and not any(area.start <= start < area.end for area in passage.found.near(start, end, "Area")):
            passage.add("Area", start, end, "areas/gazetteer", 0.95)
