"""Finds projects that say at length what is done to a facility: `X港泊位智能化改造升级`, `X景区及周边区域提档升级`."""

from __future__ import annotations

import re

from kg.extract.lexicon import kinds
from kg.extract.naming import is_counted, is_generic
from kg.extract.passage import Passage
from kg.extract.sought import Sought, longest_first
from kg.extract.work_names import PHASE, is_named
from kg.extract.works import AFTER_WORK, share
from kg.words import words

ROUND_IT = re.compile(
    r"(?:(?:及|和|与)?(?:周边|周围|沿线|附属|配套)(?:区域|环境|片区|道路|设施|管网)?|(?:配套)?基础设施|(?:雨污|供水|供热|污水)?管网|(?:公共)?管廊|泊位|"
    r"炼油厂|热电厂|锅炉|尾气|路面|外?立面|主体|主厂房|厂区|内部|环境|景观|节点)$"
)
PLACE = re.compile(
    r"(?:景区|风景区|部落|产业园|园区|开发区|港|机场|车站|站|河|湖|水库|公园|古城|古镇|片区|厂|路|街|大道|镇区|城区)$"
)


def find_work_phrases(passage: Passage) -> None:
    """Add a named facility or place with what is done to it, its parts and surroundings included."""
    text = passage.text
    for match in passage.matches(WORKS):
        if not AFTER_WORK.match(text, match.end()):
            continue
        start = passage.name_start(match.start())
        core = text[start : match.start()]
        if (
            not 3 <= len(core) <= 24
            or "的" in core
            or is_counted(core)
            or re.search(r"\d[个处条座]|[、“”\"]|各|等", core)
        ):
            continue
        if _named(passage, start, match.start()):
            phase = PHASE.match(text, match.end())
            passage.add("Project", start, phase.end() if phase else match.end(), "works/phrase", 0.66)
            share(passage, start, match[0])


def _works() -> list[str]:
    long = [word for word in kinds("mention_heads")["work"] if len(word) >= 4]
    return longest_first((*words("mention_works"), *long))


WORKS = Sought(_works)


def _named(passage: Passage, start: int, end: int) -> bool:
    """Whether the facility, without its parts and surroundings, has a name of its own."""
    if is_named(passage, start, end):
        return True
    inner = ROUND_IT.search(passage.text, start, end)
    stop = inner.start() if inner else end
    if stop - start < 3:
        return False
    if inner and is_named(passage, start, stop):
        return True
    place = PLACE.search(passage.text, start, stop)
    if place and place.end() == stop and not is_generic(passage.text[start : place.start()]):
        return place.start() - start >= 2
    return bool(inner) and any(passage.found.holds(kind, start, stop) for kind in NAMED)


NAMED = ("Park", "Institution", "Company")
