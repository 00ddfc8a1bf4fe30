"""One part of a row as the finders see it: its text, where clauses begin, and what was found so far."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from kg.areas import gazetteer
from kg.extract.findings import Findings, Found
from kg.extract.home import home_places
from kg.extract.sought import Sought, places
from kg.words import word_table

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

    from kg.extract.lexicon import Lexicon
    from kg.extract.lists import Enumeration
    from kg.extract.tagger.tagger import Ballot

STOP = re.compile(
    r"[。；;！!？?：:、\n\t│|“”‘’（）()《》【】「」\[\]〔〕\"，,.](?:(?<![，,.])|(?<=[，,])(?!(?<=\d[，,])\d{3})|(?<=\d\.)(?!\d))"
)
"""Punctuation that ends a run of characters; a comma between figures and a point that is none of a list's do not."""
BRACKETS = frozenset('“”‘’（）()《》【】「」[]〔〕"')
PAIRS = {"“": "”", "‘": "’", "（": "）", "(": ")", "《": "》", "【": "】", "「": "」", "[": "]", "〔": "〕"}
CLOSERS = frozenset(PAIRS.values())
NUMBERING = re.compile(
    r"(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[①-⑳]|\d{1,2}(?:\.(?!\d)|、)|[一二三四五六七八九十]{1,2}(?:、|是)|其[一二三四])"
)
QUANTITY = re.compile(
    r"(?:约|近|超|超过|共|共计|达)?(?:\d[\d.,]*|[一二两三四五六七八九十百千]+)(?:余|多)?"
    r"(?:(?:万|亿|千|百)*(?:美元|元)(?:以上|左右)?的?|(?:个|家|处|条|座|所|宗|批|批次|户|项|期|次|名|人|位|大|类|种|支|场|份|件|栋|幢|套|台)(?!月))"
)
MONEY = re.compile(
    r"(?:总?投资|计划总?投资|概算|估算|造价)?(?:约|近|超|超过|达)?\d[\d.,]*(?:余|多)?(?:万|亿|千|百)*(?:美元|元)(?:以上|左右)?的?"
)
AMONG = re.compile(r"\d+(?:个|件|项)[\u4e00-\u9fff]{2,12}?中(?!心|医|学|等|小)")
VERBS = ("提升改造", "改造提升", "升级改造", "提档升级")
"""Words that stand at the end of a name, and before one as verbs; no name begins with them."""
TIME = re.compile(
    r"(?:截至|截止|到|至)?(?:目前|(?:20\d\d年)?(?:1?\d[-—－~至])?1?\d月(?:\d{1,2}[日号])?(?:份|底|初|末|中旬|上旬|下旬)?|20\d\d年(?=[^\d年度]{0,1}(?:底|初|末|上半年|下半年))(?:底|初|末)?)(?:前|起|以来|止)?"
)
LEADING = frozenset("（(①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳一二三四五六七八九十其总投计概估造约近超达截到至目及和与并的之了等个，")
"""The characters, digits apart, with which numbering, money, time and the like begin."""

FIGURED = (NUMBERING.match, MONEY.match, TIME.match, AMONG.match)
"""What may begin with a figure and leads up to a name."""
BY_FIRST = {
    **dict.fromkeys("（(①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳一二三四五六七八九十其", (NUMBERING.match,)),
    **dict.fromkeys("总投计概估造约近超达", (MONEY.match,)),
    **dict.fromkeys("截至到目", (TIME.match,)),
}
"""The same by other characters with which it begins."""


@dataclass(slots=True)
class Passage:
    """The text of one part with its marks (words around names), brackets and findings.

    `units` are the names of the row's responsible units, `lexicon` what the document as a whole taught, `ballot` what
    the tagger holds of the text.
    """

    text: str
    part: str
    units: frozenset[str]
    lexicon: Lexicon
    rejected: list[tuple[int, int, str, str]] | None = None
    lists: tuple[Enumeration, ...] | None = None
    ballot: Ballot | None = None
    found: Findings = field(init=False)
    marks: dict[int, str] = field(init=False)
    """The kind of the word around names that begins at a place."""
    openers: dict[int, int] = field(init=False)
    home: tuple[tuple[int, int], ...] = field(init=False)
    """Where the document's own area or one above it is named; no word around names begins inside (未央区)."""
    _places: dict[Sought, list[int]] = field(init=False)
    _ends: dict[int, int] = field(init=False)
    _closers: list[int] = field(init=False)
    _cuts: list[int] = field(init=False)
    _stops: list[int] = field(init=False)
    _clauses: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.found = Findings(len(self.text))
        self._places = places(self.text)
        self.marks, self._ends = _marks(self.text)
        self.home = home_places(self.text, self.lexicon.home)
        for place in [place for start, end in self.home for place in range(start, end) if place in self.marks]:
            del self.marks[place], self._ends[place]
        self._cuts = [start for start, kind in self.marks.items() if kind in CUTTING]
        self._stops = [match.start() for match in STOP.finditer(self.text)]
        self.openers = bracket_pairs(self.text, self._stops)
        self._closers = list(self.openers)
        self._clauses = [0, *_clauses(self._stops, self.openers)]

    def add(
        self, kind: str, start: int, end: int, method: str, confidence: float, canonical: str | None = None
    ) -> None:
        """Keep a name; `[start, end)` of the passage's text."""
        if canonical == self.text[start:end]:
            canonical = None
        self.found.add(Found(kind, start, end, method, confidence, canonical))

    def matches(self, sought: Sought) -> Sequence[re.Match[str]]:
        """Every match of a pattern in the text."""
        starts = self._places.get(sought)
        return sought.matches(self.text, starts) if starts else ()

    def may_begin(self, sought: Sought) -> Sequence[int]:
        """Every place where a pattern may begin, those inside another match too."""
        return self._places.get(sought, ())

    def reject(self, kind: str, start: int, end: int, reason: str) -> None:
        """Say why a candidate was not kept, where somebody asked for reasons."""
        if self.rejected is not None:
            self.rejected.append((start, end, kind, reason))

    def clause_start(self, end: int) -> int:
        """Where the run of characters left of `end` begins: after the last stop; closed brackets are stepped over."""
        return self._clauses[bisect_left(self._stops, end)]

    def clause_starts(self) -> Sequence[int]:
        """Where clauses and the items of lists begin, in the order of the text."""
        return (0, *(stop + 1 for stop in self._stops))

    def strip_left(self, start: int, end: int) -> int:
        """Step over numbering, time, money and leading words from `start`; never beyond `end`."""
        text, marks = self.text, self.marks
        while start < end:
            if start not in marks and text[start] not in LEADING and not text[start].isdecimal():
                break
            following = self._step(start)
            if following <= start or following > end:
                break
            start = following
        return start

    def _step(self, start: int) -> int:
        mark = self.marks.get(start)
        text = self.text
        if mark is not None:
            return start if mark == "keep" and not text.startswith(VERBS, start) else self._ends[start]
        first = text[start]
        for begins in FIGURED if first.isdecimal() else BY_FIRST.get(first, ()):
            match = begins(text, start)
            if match:
                return match.end()
        if first in "及和与并" and text.startswith(VERBS, start + 1):
            return start + 1
        return start + 1 if first in "的之了等个，" else start

    def last_cut(self, start: int, end: int, *, joints: bool = True, singles: bool = True) -> int:
        """The end of the last cutting word inside `[start, end)`, or `start`.

        `joints` are 和, 与 and the like; without `singles` other single characters cut nothing.
        """
        cuts = self._cuts
        index = bisect_left(cuts, end) - 1
        while index >= 0 and (place := cuts[index]) >= start:
            after, kind = self._ends[place], self.marks[place]
            counts = kind == "list" or singles or after - place > 1
            if kind == "joint":
                counts = joints and self._splits(start, place)
            if after <= end and counts and not self._in_brackets(place, start, end):
                return after
            index -= 1
        return start

    def _splits(self, start: int, joint: int) -> bool:
        """Whether a name may end before 和: not after a single character, an area before it left out (山东盛和)."""
        area = next((end for begin, end, _ in gazetteer().scan(self.text[start:joint]) if begin == 0), 0)
        return joint - start - area != 1

    def mark_end(self, place: int) -> int | None:
        """Where the word around names that begins there ends."""
        return self._ends.get(place)

    def begins_with_word(self, place: int) -> bool:
        """Whether a word around names of two characters or more begins there."""
        return self._ends.get(place, place) - place > 1

    def inside_mark(self, place: int) -> bool:
        """Whether a word around names straddles `place` (其中 at the second character of 其中建)."""
        return any(
            start < place < self._ends[start] for start in range(max(0, place - 5), place) if start in self._ends
        )

    def _in_brackets(self, place: int, start: int, end: int) -> bool:
        for index in range(bisect_right(self._closers, place), len(self._closers)):
            closer = self._closers[index]
            if closer >= end:
                break
            if start <= self.openers[closer] < place:
                return True
        return False

    def name_start(self, end: int, floor: int = 0, *, joints: bool = True, singles: bool = True) -> int:
        """Where the name that ends at `end` begins: clause start, then without what leads up to it."""
        clause = self.clause_start(end)
        start = self.strip_left(clause if clause > floor else floor, end)
        cut = self.last_cut(start, end, joints=joints, singles=singles)
        while cut > start:
            start = self.strip_left(cut, end)
            cut = self.last_cut(start, end, joints=joints, singles=singles)
        return start if self.text.find("的", start, end) < 0 else self._after_of(start, end)

    def _after_of(self, start: int, end: int) -> int:
        """A name has no 的 in it, except behind words that say what it is based on."""
        place = self.text.rfind("的", start, end)
        if place > start and self.text.startswith("美的", place - 1):
            return start
        if self.text.startswith(("基于", "面向", "用于", "采用"), start) or self._in_brackets(place, start, end):
            return start
        return self.strip_left(place + 1, end)

    def first_cut(self, start: int, end: int) -> int:
        """The beginning of the first cutting word at or after `start`, or `end`."""
        index = bisect_left(self._cuts, start)
        return min(end, self._cuts[index]) if index < len(self._cuts) else end


def before_colons(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """All matches of a pattern that ends in a colon, has no other inside and is no longer than a heading may be.

    The text is searched only in front of its colons.
    """
    begin = 0
    for colon in COLON.finditer(text) if "：" in text or ":" in text else ():
        end = colon.end()
        match = pattern.search(text, max(begin, end - LONGEST_HEADING), end)
        begin = end
        if match:
            yield match


COLON = re.compile("[：:]")
LONGEST_HEADING = 25
"""Characters, the colon included."""


def bracket_pairs(text: str, places: Iterable[int]) -> dict[int, int]:
    """Closing place to opening place of the brackets and quotation marks among some places, in the order of the text.

    Straight quotes pair by turns.
    """
    pairs: dict[int, int] = {}
    stack: list[int] = []
    straight: int | None = None
    for index in [place for place in places if text[place] in BRACKETS]:
        character = text[index]
        if character == '"':
            if straight is None:
                straight = index
            else:
                pairs[index], straight = straight, None
        elif character in PAIRS:
            stack.append(index)
        elif character in CLOSERS:
            while stack:
                opener = stack.pop()
                if PAIRS[text[opener]] == character:
                    pairs[index] = opener
                    break
    return pairs


def _clauses(stops: list[int], openers: dict[int, int]) -> list[int]:
    """For each stop where the clause that goes on behind it begins: a closed bracket belongs to the clause before."""
    if not openers:
        return [stop + 1 for stop in stops]
    begins: list[int] = []
    for stop in stops:
        opener = openers.get(stop)
        before = 0 if opener is None else bisect_left(stops, opener)
        begins.append(stop + 1 if opener is None else begins[before - 1] if before else 0)
    return begins


@cache
def _scanner() -> tuple[AhoCorasick, tuple[str, ...]]:
    from ahocorasick_rs import AhoCorasick, MatchKind

    rows = word_table("mention_marks")
    automaton = AhoCorasick([row["word"] for row in rows], matchkind=MatchKind.LeftmostLongest)
    return automaton, tuple(row["kind"] for row in rows)


def _marks(text: str) -> tuple[dict[int, str], dict[int, int]]:
    """The words around names: the kind and the end of each by its start."""
    automaton, kinds = _scanner()
    words = automaton.find_matches_as_indexes(text)
    return {start: kinds[index] for index, start, _ in words}, {start: end for _, start, end in words}


CUTTING = frozenset(["cut", "joint", "list"])
