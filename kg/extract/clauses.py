"""Cuts running text where its writers pause: sentences, clauses, numbered items and headings (`X：…`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

SENTENCE_ENDS = "。！？；;!?"
CLAUSE_ENDS = SENTENCE_ENDS + "，,：:"
LONGEST_HEADING = 30
"""Code points; what stands before a colon and is longer says something instead of naming it."""

_ITEM = re.compile(
    r"(?:^|(?<=[。；;！:：，,”）)]))\s*(?:[①-⑳]|\d{1,2}[.．、](?!\d)|\d{1,2}(?=\.\d{1,2}月)\.|[（(]\d{1,2}[）)]|"
    r"(?:第?[一二三四五六七八九十]{1,2}(?:是|、|，)))"
)
_HEADING_START = re.compile(r"[。；;！!？?]")


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


def sentences(text: str) -> list[Span]:
    """The sentences of a text, end marks included; semicolons end one too.

    >>> [tuple(s) for s in sentences("甲已开工；乙已投产。")]
    [(0, 5), (5, 10)]
    """
    return list(_cut(text, 0, len(text), SENTENCE_ENDS))


def clauses(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The clauses of `[start, end)`: cut at commas and colons too, but not within a number or a bracket."""
    return list(_cut(text, start, len(text) if end is None else end, CLAUSE_ENDS))


def _cut(text: str, start: int, end: int, marks: str) -> Iterator[Span]:
    begin, depth = start, 0
    for index in range(start, end):
        character = text[index]
        if character in "（(《":
            depth += 1
        elif character in "）)》":
            depth = max(0, depth - 1)
        elif character in marks and not (depth and character in "，,：:；;") and not _in_number(text, index):
            yield Span(begin, index + 1)
            begin, depth = index + 1, 0
        if index - begin > 200:
            depth = 0  # a bracket that is never closed must not swallow the text
    if begin < end:
        yield Span(begin, end)


def _in_number(text: str, index: int) -> bool:
    around = text[max(0, index - 1) : index] + text[index + 1 : index + 2]
    return text[index] in ",.:：" and len(around) == 2 and around.isdigit()


def items(text: str) -> list[Item]:
    """The numbered items of a text in order; text before the first mark belongs to none."""
    marks = list(_ITEM.finditer(text))
    ends = until_next([found.start() for found in marks], len(text))
    return [Item(_number(found.group()), found.start(), end) for found, end in zip(marks, ends, strict=True)]


def until_next(starts: list[int], end: int) -> list[int]:
    """Where each of several stretches ends: at the start of the next one, the last at `end`."""
    return [*starts[1:], end][: len(starts)]


def _number(mark: str) -> str:
    character = mark.strip()[0]
    if "①" <= character <= "⑳":
        return str(ord(character) - ord("①") + 1)
    digits = "".join(c for c in mark if c.isdigit())
    return digits or mark.strip("第是、，（） ")


def headings(text: str) -> list[Heading]:
    """The headings of a text: a short name after a sentence end or an item mark, before a colon.

    >>> [(h.title, text_of(h, "甲镇：已开工。乙局：已签约。")) for h in headings("甲镇：已开工。乙局：已签约。")]
    [('甲镇', '已开工。'), ('乙局', '已签约。')]
    """
    starts = [
        found for colon in re.finditer("[：:]", text) if (found := _heading_start(text, colon.start())) is not None
    ]
    ends = until_next([start for start, _ in starts], len(text))
    return [Heading(text[start:colon], start, colon, end) for (start, colon), end in zip(starts, ends, strict=True)]


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
    return (start, colon) if title and not re.search("[，,]", title) else None
