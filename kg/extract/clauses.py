"""Cuts running text where its writers pause: sentences, clauses, numbered items and headings (`X：…`)."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

SENTENCE_ENDS = "。！？；;!?"
CLAUSE_ENDS = SENTENCE_ENDS + "，,：:"
_SENTENCE_MARK = re.compile(f"[{SENTENCE_ENDS}（(《）)》]")
_CLAUSE_MARK = re.compile(f"[{CLAUSE_ENDS}（(《）)》]")
_MAY_STAND_IN_BRACKETS = "，,：:；;"
_LONGEST_BRACKET = 200
_REMEMBERED = 64
"""Texts whose cuts are kept: several rules ask for the same row's, one after the other."""
LONGEST_HEADING = 30
"""Code points; what stands before a colon and is longer says something instead of naming it."""

_ITEM = re.compile(
    r"(?:^|(?<=[。；;！:：，,”）)]))\s*(?:[①-⑳]|\d{1,2}[.．、](?!\d)|\d{1,2}(?=\.\d{1,2}月)\.|[（(]\d{1,2}[）)]|"
    r"(?:第?[一二三四五六七八九十]{1,2}(?:是|、|，)))"
)
_BEFORE_ITEM = re.compile(r"[。；;！:：，,”）)](?=[\s\d①-⑳（(第一二三四五六七八九十])")
"""Where `_ITEM` may match, but for the start of the text: looking for one character is quick."""
_HEADING_START = re.compile(r"[。；;！!？?：:]")


class Span(NamedTuple):
    """Half-open, in code points of a part's text."""

    start: int
    end: int

    def holds(self, start: int, end: int) -> bool:
        """Whether `[start, end)` lies inside."""
        return self.start <= start and end <= self.end


class Heading(NamedTuple):
    """`title` stands at `[start, colon)` and governs `[colon + 1, end)`, up to the next heading."""

    title: str
    start: int
    colon: int
    end: int


class Item(NamedTuple):
    """A numbered item: its mark without punctuation (`①` is `1`) and the span that it governs, mark included."""

    mark: str
    start: int
    end: int


@lru_cache(maxsize=_REMEMBERED)
def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a text, end marks included; semicolons end one too.

    >>> [tuple(s) for s in sentences("甲已开工；乙已投产。")]
    [(0, 5), (5, 10)]
    """
    return tuple(_cut(text, _SENTENCE_MARK))


@lru_cache(maxsize=_REMEMBERED)
def clauses(text: str) -> tuple[Span, ...]:
    """The clauses of a text: cut at commas and colons too, but not within a number or a bracket."""
    return tuple(_cut(text, _CLAUSE_MARK))


def span_at(spans: Sequence[Span], offset: int) -> Span:
    """The one of several neighbouring spans that holds an offset, the last one for offsets behind it."""
    return spans[max(0, bisect_right(spans, (offset, sys.maxsize)) - 1)]


def _cut(text: str, marks: re.Pattern[str]) -> Iterator[Span]:
    begin = depth = opened = 0
    for found in marks.finditer(text):
        index = found.start()
        character = text[index]
        if depth and index - opened > _LONGEST_BRACKET:
            depth = 0  # a bracket that is never closed must not swallow the text
        if character in "（(《":
            depth, opened = depth + 1, index
        elif character in "）)》":
            depth = max(0, depth - 1)
        elif not (depth and character in _MAY_STAND_IN_BRACKETS) and not _in_number(text, index):
            yield Span(begin, index + 1)
            begin, depth = index + 1, 0
    if begin < len(text):
        yield Span(begin, len(text))


def _in_number(text: str, index: int) -> bool:
    if text[index] not in ",.:：" or not 0 < index < len(text) - 1:
        return False
    return text[index - 1].isdigit() and text[index + 1].isdigit()


@lru_cache(maxsize=_REMEMBERED)
def items(text: str) -> tuple[Item, ...]:
    """The numbered items of a text in order; text before the first mark belongs to none."""
    starts = (0, *(found.end() for found in _BEFORE_ITEM.finditer(text)))
    marks = [mark for start in starts if (mark := _ITEM.match(text, start))]
    ends = until_next([found.start() for found in marks], len(text))
    return tuple(Item(_number(found.group()), found.start(), end) for found, end in zip(marks, ends, strict=True))


def until_next(starts: list[int], end: int) -> list[int]:
    """Where each of several stretches ends: at the start of the next one, the last at `end`."""
    return [*starts[1:], end][: len(starts)]


def _number(mark: str) -> str:
    character = mark.strip()[0]
    if "①" <= character <= "⑳":
        return str(ord(character) - ord("①") + 1)
    digits = "".join(c for c in mark if c.isdigit())
    return digits or mark.strip("第是、，（） ")


@lru_cache(maxsize=_REMEMBERED)
def headings(text: str) -> tuple[Heading, ...]:
    """The headings of a text: a short name after a sentence end or an item mark, before a colon.

    >>> [(h.title, text_of(h, "甲镇：已开工。乙局：已签约。")) for h in headings("甲镇：已开工。乙局：已签约。")]
    [('甲镇', '已开工。'), ('乙局', '已签约。')]
    """
    starts = [
        found for colon in re.finditer("[：:]", text) if (found := _heading_start(text, colon.start())) is not None
    ]
    ends = until_next([start for start, _ in starts], len(text))
    return tuple(
        Heading(text[start:colon], start, colon, end) for (start, colon), end in zip(starts, ends, strict=True)
    )


def text_of(heading: Heading, text: str) -> str:
    """What stands under a heading."""
    return text[heading.colon + 1 : heading.end]


def _heading_start(text: str, colon: int) -> tuple[int, int] | None:
    if _in_number(text, colon):
        return None
    window = max(0, colon - LONGEST_HEADING)
    cuts = [found.end() + window for found in _HEADING_START.finditer(text[window:colon])]
    if not cuts and window:
        return None
    start = cuts[-1] if cuts else 0
    mark = _ITEM.match(text, start)
    start = mark.end() if mark and mark.end() <= colon else start
    title = text[start:colon]
    return (start, colon) if title and "，" not in title and "," not in title else None
