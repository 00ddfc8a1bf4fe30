"""Finds people: names known to all, and a surname with a name before or after an office."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.lexicon import kinds
from kg.extract.naming import is_general_name
from kg.extract.passage import Passage
from kg.extract.sought import Sought, longest_first
from kg.words import words

KNOWN = Sought(lambda: longest_first(kinds("mention_known")["Person"]))


@cache
def _before_office() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?<=[，。；、（(：和由对])|(?<=大学)|(?<=学院)|(?<=科院)|(?<=研究院)|(?<=研究所)|^)((?:{_surnames()})(?!委)[\u4e00-\u9fff]{{1,2}}?)(?=同志|先生|女士|院士|教授|等同志|[省市区县镇]长|副[省市区县]长|[省市区县]委书记|书记)"
    )


OFFICE = Sought(("同志", "先生", "女士", "院士", "教授", "省长", "市长", "区长", "县长", "镇长", "书记"))


@cache
def _surnames() -> str:
    return "|".join(sorted(words("mention_surnames"), key=lambda word: (-len(word), word)))


OFFICES = ("书记", "省长", "市长", "区长", "县长", "镇长", "主任", "局长", "主席", "院士", "教授", "董事长", "总经理")
BEHIND_NAME = "[，。、；）)]|等|同志|率|带队|深入|到|一行|调研|出席|主持|在|为|任组长"


AFTER_OFFICE = Sought(OFFICES, behind=lambda: rf"((?:{_surnames()})[\u4e00-\u9fff]{{1,2}}?)(?={BEHIND_NAME})")


REPRESENTED = re.compile(r"以(?P<names>[\u4e00-\u9fff、]{2,20}?)等?(?:为|作为)[^，。；]{0,8}?(?:代表|带头人|领头)")


def _represented(passage: Passage) -> None:
    """`以A、B为代表`: surname and name, where each of the list has one."""
    for match in REPRESENTED.finditer(passage.text) if "以" in passage.text else ():
        pattern = re.compile(rf"(?:{_surnames()})[\u4e00-\u9fff]{{1,2}}")
        names = match["names"].split("、")
        if not all(pattern.fullmatch(name) and not is_general_name(name) for name in names):
            continue
        start = match.start("names")
        for name in names:
            end = start + len(name)
            if not any(found.start < end and start < found.end for found in passage.found.near(start, end)):
                passage.add("Person", start, end, "people/represented", 0.7)
            start += len(name) + 1


def find_people(passage: Passage) -> None:
    """Add the people named in a passage."""
    for match in passage.matches(KNOWN):
        if not passage.text.startswith(
            ("新时代", "思想", "总书记关于", "经济思想", "法治思想", "生态文明思想"), match.end()
        ):
            passage.add("Person", match.start(), match.end(), "people/known", 0.95)
    _represented(passage)
    for match in passage.matches(AFTER_OFFICE):
        passage.add("Person", match.start(1), match.end(1), "people/after-office", 0.75)
    for match in _before_office().finditer(passage.text) if passage.matches(OFFICE) else ():
        passage.add("Person", match.start(1), match.end(1), "people/office", 0.8)
