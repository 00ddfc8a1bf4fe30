"""Finds companies by bare names (a word that means nothing): by what only firms do, and in lists of such names."""

from __future__ import annotations

import re

from kg.extract.bare_names import add_bare_name, is_firm_like, without_region
from kg.extract.brand_projects import find_brands_of_projects
from kg.extract.company_words import KNOWN_COMPANIES
from kg.extract.firm_cues import BEFORE_IT, HELPED, OF_FIRMS, firm_cue
from kg.extract.lists import items_left_of, outer
from kg.extract.ordinary import is_brand
from kg.extract.passage import Passage
from kg.extract.sought import Sought
from kg.extract.telecoms import find_telecoms

IN_BRACKET = Sought(
    ("企业", "公司", "冠军", '小巨人[”"]?', "瞪羚", "独角兽", "上市公司", "工厂", "链主", "龙头"),
    behind=r"(?:企业)?(?:达到|达)?\d{1,3}[家户个]?[（(](?P<names>[^（）()，。；]{2,60}?)等?[）)]",
)
AMONG_FIRMS = re.compile("等?(?:企业|公司)")
LEADS = re.compile("为(?:龙头|链主|骨干|牵引)")
LEADING = re.compile("以(?P<names>[\u4e00-\u9fff、]{2,30}?)等?(?:企业)?为(?:龙头|链主|骨干|牵引)")


def find_brands(passage: Passage) -> None:
    """Add the companies that bear bare names."""
    _by_what_firms_do(passage)
    _helped(passage)
    _leading(passage)
    _in_brackets(passage)
    find_brands_of_projects(passage)
    find_telecoms(passage)


def _by_what_firms_do(passage: Passage) -> None:
    for match in passage.matches(OF_FIRMS):
        adverbs = BEFORE_IT.search(passage.text, max(0, match.start() - 16), match.start())
        for start, end in _items(passage, adverbs.start() if adverbs else match.start()):
            add_bare_name(passage, start, end, "companies/does", 0.66)


def _items(passage: Passage, end: int) -> list[tuple[int, int]]:
    """The names left of a place: one, or a list of which each could be a firm's."""
    end -= passage.text[max(0, end - 1) : end] == "等"
    items = [outer(passage.text, *_without_lead(passage.text, *item)) for item in items_left_of(passage, end)]
    return items if all(_may_stand(passage, *item) for item in items) else []


def _without_lead(text: str, start: int, end: int) -> tuple[int, int]:
    """A name without the one word of grammar before it (助睿霖上市, 受柏川停产影响)."""
    return (start + 1, end) if text[start] in "受助帮给让使" and end - start > 2 else (start, end)


def _may_stand(passage: Passage, start: int, end: int) -> bool:
    name = passage.text[start:end]
    known = passage.found.holds("Company", start, end)
    return known or is_firm_like(without_region(name)) or bool(KNOWN_COMPANIES.pattern.fullmatch(name))


def _helped(passage: Passage) -> None:
    """`督促A、B整改`: two or more bare names; one alone is only a guess that has to come twice."""
    text = passage.text
    for match in passage.matches(HELPED):
        items = _right_of(passage, match.end())
        if not items or not _goes_on(text, items[-1][1]) or not all(_may_stand(passage, *item) for item in items):
            continue
        for start, end in items:
            if len(items) > 1:
                add_bare_name(passage, start, end, "companies/helped", 0.62)
            elif text[end : end + 1] not in ("，", "。", "；", ""):
                add_bare_name(passage, start, end, "companies/helped", 0.4, "maybe-company")


def _goes_on(text: str, end: int) -> bool:
    """Whether the clause ends behind a list of names or says what they do."""
    behind = AMONG_FIRMS.match(text, end)
    end = behind.end() if behind else end
    return text[end : end + 1] in ("", "，", "。", "；") or firm_cue("then").match(text, end) is not None


def _right_of(passage: Passage, start: int) -> list[tuple[int, int]]:
    """The list that begins at a place, each item up to punctuation or a word that ends names."""
    text, items = passage.text, []
    while True:
        end = start
        while end < len(text) and end < start + 8 and "\u4e00" <= text[end] <= "\u9fff":
            if end - start >= 2 and passage.marks.get(end, "keep") != "keep":
                break
            end += 1
        if end - start < 2:
            return []
        items.append((start, end))
        if text[end : end + 1] not in ("、", "和", "与"):
            return items
        start = end + 1


def _leading(passage: Passage) -> None:
    """`以A、B为龙头`: bare names that lead a trade."""
    for match in LEADING.finditer(passage.text) if LEADS.search(passage.text) else ():
        start = match.start("names")
        for name in match["names"].split("、"):
            if is_firm_like(name):
                add_bare_name(passage, start, start + len(name), "companies/leading", 0.65)
            start += len(name) + 1


def _in_brackets(passage: Passage) -> None:
    """`单项冠军2家（A、B）`: the firms that were counted."""
    for match in passage.matches(IN_BRACKET):
        start = match.start("names")
        for name in match["names"].split("、"):
            short = without_region(name)
            if is_firm_like(short) or (re.fullmatch("[\u4e00-\u9fff]{3,6}", short) and is_brand(short[:2])):
                add_bare_name(passage, start, start + len(name), "companies/counted", 0.7)
            start += len(name) + 1
