"""Finds parks: industrial, technology and logistics parks, zones, public parks and scenic areas."""

from __future__ import annotations

import re

from kg.extract.lexicon import kinds
from kg.extract.naming import is_generic
from kg.extract.park_ends import park_end
from kg.extract.park_lists import find_park_lists
from kg.extract.park_names import weak, why_not
from kg.extract.park_starts import park_start
from kg.extract.passage import Passage
from kg.extract.sought import Sought, longest_first

TITLE_BEFORE = re.compile("国家级|省级|市级|[百千万]+亿级的?")
OTHER_WORD = re.compile(r"公园城市|园区化|基地化|景区化|公园化")
SINGLE = (
    r"园(?<=[\u4e00-\u9fff]{2}园)"
    r"(?<![公田家校花乐庄果菜桑幼儿入进出游墓陵茶开扩建迁搬离办证惠分套植嘉瑞盛馨雅中增]园)(?<!幼儿.园)(?![区林艺丁地子内长])"
)
SUFFIXES = Sought(lambda: (*longest_first(kinds("mention_heads")["park"]), SINGLE))
"""The words for parks, and the single 园 behind two characters or more that make no other word with it."""


def find_parks(passage: Passage) -> None:
    """Add the parks of a passage."""
    text = passage.text
    find_park_lists(passage)
    for match in passage.matches(SUFFIXES):
        if OTHER_WORD.match(text, match.start()):
            continue
        start = park_start(passage, match.start())
        end = park_end(passage, match.end())
        titled = TITLE_BEFORE.match(text, start, match.start() - 1)
        start = titled.end() if titled and not is_generic(text[titled.end() : match.start()]) else start
        reason = why_not(passage, start, end, match)
        if reason:
            passage.reject("Park", start, end, reason)
        elif match[0] in weak():
            passage.add("Park", start, end, "parks/weak", 0.6)
        else:
            passage.add("Park", start, end, "parks/suffix", 0.82)
