"""Finds the undertakings of lists: `新开工20个，有A、B等`, `A、B等20个投产`, `A、B加快建设`, `推进A水库、B水库。`."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.firm_things import ENDING
from kg.extract.lexicon import alternation, kinds
from kg.extract.lists import items_left_of, outer
from kg.extract.naming import is_counted, is_general_name, is_generic
from kg.extract.passage import Passage
from kg.extract.sought import Sought, longest_first
from kg.extract.undertakings import is_undertaking
from kg.extract.work_names import after_dash, is_agency, is_named, opens_clause

Items = list[tuple[int, int]]
OF_ALL_KINDS = frozenset(["盘活"])
"""Sure of one place that is told of, not of a list."""
TOLD = Sought(
    lambda: longest_first({*kinds("told_cues")["sure"], *kinds("tally_cues")["told"]} - OF_ALL_KINDS),
    behind="(?![率的企仪活条时地县区市情程图许队方])",
)
"""What is told of a whole list."""
COLON_COUNT = re.compile(r"\d(?:个|项|所|条|处|座)[\u4e00-\u9fff]{0,4}[：:]$")
"""So many of them, and a colon."""
CLOSED = re.compile(r"(?:等(?:\d{1,3}(?:个|项|条|座|处|所))?)?[，。；,;]")
"""What closes a list of which nothing more is told."""

NUMBER = re.compile(r"[\d一二两三四五六七八九十]")
"""In what stands behind a list: a number, not 等 alone."""
SHARED = ("建设", "发展")
"""At the end of a list it is done to all of its members, whatever they are."""


def find_tallies(passage: Passage) -> None:
    """Add the members of lists that are told of, counted or driven on as only undertakings are."""
    text = passage.text
    if ("、" not in text and "等" not in text) or passage.part == "task":
        return
    for match in passage.matches(TOLD):
        _told(passage, match)
    for close in CLOSED.finditer(text):
        listed = text[close.start()] == "等"
        if listed or "、" in text[max(0, close.start() - 40) : close.start()]:
            _opened(passage, close.start(), listed=listed)


def _told(passage: Passage, match: re.Match[str]) -> None:
    """`A、B等20个如期投产`: the list before the number, the adverb and the cue."""
    text, end = passage.text, match.start()
    adverbs = _adverbs().search(text, max(0, end - 12), end)
    end = adverbs.start() if adverbs else end
    tally = _tally().search(text, max(0, end - 16), end)
    end = tally.start() if tally else end
    items = _items(passage, end)
    if match[0] in kinds("tally_cues")["agreed"]:
        items = _without_firms(passage, items) if tally else []
    listed = len(items) > 1 or (tally and tally[0].startswith("等"))
    if items and listed and opens_clause(passage, items[0][0]):
        whole = bool(tally and tally[0] != "等")
        sure = match[0] in kinds("told_cues")["sure"]
        counted = sure and tally is not None and NUMBER.search(tally[0]) is not None
        _add(passage, items, "tallies/told", whole=whole, sure=sure, counted=counted)


def _opened(passage: Passage, end: int, *, listed: bool) -> None:
    """`开工12个，有A、B。`, `新建6所：A、B。`, `推进A水库、B水库。`: what stands before the list says what it is."""
    text = passage.text
    items = _items(passage, end)
    if not items or not (listed or len(items) > 1):
        return
    first = items[0][0]
    if COLON_COUNT.search(text, max(0, first - 10), first) or _is_counted_in(text, first):
        _add(passage, items, "tallies/opened", whole=True, sure=True)
    elif _before("drives").search(text, max(0, first - 6), first):
        shared = text.endswith(SHARED, first, end) and not _is_particular(passage, *items[-1])
        items = [] if shared else _without_firms(passage, items)
        _add(passage, items if len(items) > 1 else [], "tallies/driven", whole=False, sure=False)


def _items(passage: Passage, end: int) -> Items:
    return [outer(passage.text, *item) for item in after_dash(passage.text, items_left_of(passage, end))]


def _is_counted_in(text: str, first: int) -> bool:
    """Whether a word that opens a list stands before it, and so many undertakings in the same sentence."""
    if not _before("opens").search(text, max(0, first - 8), first):
        return False
    sentence = text.rfind("。", 0, first) + 1
    return _counted().search(text, max(sentence, first - 50), first) is not None


def _without_firms(passage: Passage, items: Items) -> Items:
    """Items that are no firm's bare name: much else is told of firms, and goes forward with them."""
    return [item for item in items if not passage.found.holds("Company", *item)]


def _add(passage: Passage, items: Items, method: str, *, whole: bool, sure: bool, counted: bool = False) -> None:
    """Add the particular ones, and what stands beside them where the whole list is counted or surely built.

    A list that is both needs no particular one: `博瑞新材、恒晟科技等20个投产` is about undertakings.
    """
    particular = [item for item in items if _is_particular(passage, *item)]
    if sure and len(particular) * 2 >= len(items):
        whole = True
    if counted and not particular:
        method, particular = "tallies/counted", items
    for start, end in items if whole and particular else particular:
        if _is_member(passage, start, end):
            firm = passage.found.holds("Company", start, end)
            passage.add("Project", start, end, method, 0.6, passage.text[start:end] + "项目" if firm else None)


def _is_particular(passage: Passage, start: int, end: int) -> bool:
    """Whether it is a project by itself, or called after a firm or a place."""
    name, found = passage.text[start:end], passage.found
    if found.holds("Project", start, end) or is_undertaking(passage, start, end) or is_named(passage, start, end):
        return True
    if any(firm.start == start and firm.end <= end for firm in found.near(start, end, "Company")):
        return True
    made = len(name) >= 5 and ENDING.search(name) is not None
    return made and not is_general_name(name[:2]) and not is_general_name(name[:3])


def _is_member(passage: Passage, start: int, end: int) -> bool:
    """Whether an item may be a name, and none of another kind."""
    name = passage.text[start:end]
    if not 3 <= len(name) <= 40 or name[0].isdecimal() or is_generic(name) or is_counted(name):
        return False
    if barred().search(name) or is_agency(passage, end):
        return False
    if any(found.start == start and found.end < end for found in passage.found.near(start, end, "Project")):
        return False
    return not any(passage.found.holds(kind, start, end) for kind in ("Project", "Area", "Agency", "Person"))


@cache
def _adverbs() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternation('tally_cues', 'adverb')}|\d{{1,2}}月份?底?前?)+$")


@cache
def _tally() -> re.Pattern[str]:
    """So many of them, with what they are, or 等 alone."""
    number = r"等?(?:\d{1,3}|[一二两三四五六七八九十]{1,3})余?(?:个|项|条|座|处|所|宗)"
    return re.compile(rf"{number}(?:[\u4e00-\u9fff]{{0,6}}{alternation('tally_cues', 'head')})?$|等(?:项目|工程)?$")


@cache
def _before(kind: str) -> re.Pattern[str]:
    return re.compile(f"{alternation('tally_cues', kind)}了?$")


@cache
def _counted() -> re.Pattern[str]:
    """So many undertakings: `新开工项目20个`, `20个重点项目`."""
    number = r"\d+(?:个|项|宗)"
    begun = "(?:项目|工程|开工|动工|竣工|投产|完工)"
    things = alternation("tally_cues", "counted")
    return re.compile(rf"{things}[\u4e00-\u9fff]{{0,6}}{number}|{number}[\u4e00-\u9fff]{{0,8}}{begun}")


def tally_cut(text: str, start: int, end: int) -> int:
    """Where a list is closed in `[start, end)` by 等, a count or what is told of all its members; else `end`."""
    closing = _closing().search(text, start, end)
    return closing.start() if closing else end


@cache
def _closing() -> re.Pattern[str]:
    adverb, told = alternation("tally_cues", "adverb"), alternation("tally_cues", "told")
    number = r"(?<=[^\d第])\d{1,3}余?(?:个|项|条|座|处|所|宗|家)"
    return re.compile(f"等|{number}|{adverb}*(?:{alternation('told_cues', 'sure')}|{told})")


@cache
def barred() -> re.Pattern[str]:
    """What holds a word that no undertaking's name has in it, or at its start or end."""
    start, end = (alternation("tally_cues", kind) for kind in ("no-start", "no-end"))
    return re.compile(f"[的了]|创建|^{start}|{end}$")
