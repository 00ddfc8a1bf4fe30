"""Finds people: names known to all, and a surname with a name before or after an office."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.lexicon import alternation
from kg.extract.passage import Passage
from kg.words import words


@cache
def _known_pattern() -> re.Pattern[str]:
    return re.compile(alternation("mention_known", "Person"))


@cache
def _before_office() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?<=[，。；、（(：和由对])|^)((?:{_surnames()})(?!委)[\u4e00-\u9fff]{{1,2}}?)(?=同志|先生|女士|院士|教授|等同志|[省市区县镇]长|副[省市区县]长|[省市区县]委书记|书记)"
    )


@cache
def _surnames() -> str:
    return "|".join(sorted(words("mention_surnames"), key=lambda word: (-len(word), word)))


@cache
def _after_office() -> re.Pattern[str]:
    offices = "书记|[省市区县镇]长|主任|局长|主席|院士|教授|董事长|总经理"
    return re.compile(
        rf"(?:{offices})((?:{_surnames()})[\u4e00-\u9fff]{{1,2}}?)(?=[，。、；）)]|等|同志|率|带队|深入|到|一行|调研|出席|主持|在|为|任组长)"
    )


def find_people(passage: Passage) -> None:
    """Add the people named in a passage."""
    for match in _known_pattern().finditer(passage.text):
        if not passage.text.startswith(
            ("新时代", "思想", "总书记关于", "经济思想", "法治思想", "生态文明思想"), match.end()
        ):
            passage.add("Person", match.start(), match.end(), "people/known", 0.95)
    for match in _after_office().finditer(passage.text):
        passage.add("Person", match.start(1), match.end(1), "people/after-office", 0.75)
    for match in _before_office().finditer(passage.text):
        passage.add("Person", match.start(1), match.end(1), "people/office", 0.8)
