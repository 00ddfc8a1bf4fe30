"""Lines of prose that stand alone: titles, headings without a stop, items of a list, signatures.

A sentence ends with a stop, a printed line of one goes on below. What does neither, and follows a finished sentence or
another line that stands alone, is no part of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple

from kg.tables.flow import Span
from kg.tables.headings import looks_like_heading
from kg.tables.joining import ends_sentence

Standing = Literal["heading", "item"]
LONGEST_TITLE, LONGEST_HEADING = 60, 30
_NEVER_INSIDE = re.compile(r"[。！？；;!?]")
_GOES_ON = re.compile(r"[，,、：:（(《“—\-]$|(?:和|与|及|的|为|在|对|将|由|等)$")
_CONTINUES = re.compile(r"^[，,。；;、：:）)》”！？%％]")
_HAS_WORDS = re.compile(r"[\u4e00-\u9fff].*[\u4e00-\u9fff]")
_LIST = 3
"""So many lines in a row that stand alone are a list, whose items are sentences without a stop; as many full lines
that end no sentence show that paragraphs are cut into printed lines."""


class _Look(NamedTuple):
    ends: bool
    alone: bool


def standing_lines(text: str, lines: Sequence[Span], plain: Sequence[str]) -> dict[Span, Standing]:
    """Which lines stand alone, and as what; `plain` are the lines' texts without furniture and white space.

    >>> text = "重点项目进展\\n东湖水厂封顶。\\n城东新区\\n城东学校投用。"
    >>> lines = [(0, 6), (7, 14), (15, 19), (20, 27)]
    >>> [text[a:b] for a, b in standing_lines(text, lines, text.split())]
    ['重点项目进展', '城东新区']
    """
    looks = _looks(text, plain)
    found: dict[Span, Standing] = {}
    spoken = False
    start = 0
    while start < len(looks):
        end = start
        while end < len(looks) and looks[end].alone:
            end += 1
        for index in range(start, end):
            numbered = looks_like_heading(plain[index])
            listed = spoken and end - start >= _LIST and not numbered and end < len(looks)
            found[lines[index]] = "item" if listed else "heading"
        spoken = spoken or end < len(looks)
        start = end + 1
    return found if spoken else {}


def _looks(text: str, plain: Sequence[str]) -> list[_Look]:
    """Whether lines end like sentences and whether they stand alone; nothing does where lines are cut anywhere."""
    ends = [ends_sentence(line) for line in plain]
    width = _width(text, plain, ends)
    short = [len(line) < width - 2 for line in plain]
    if _is_ragged(plain, ends, short):
        return [_Look(end, False) for end in ends]
    looks: list[_Look] = []
    for index, line in enumerate(plain):
        begins = not looks or looks[-1].ends or looks[-1].alone
        following = plain[index + 1] if index + 1 < len(plain) else ""
        longest = LONGEST_TITLE if all(look.alone for look in looks) else LONGEST_HEADING
        alone = begins and short[index] and not ends[index] and _may_stand(line, longest)
        looks.append(_Look(ends[index], alone and not _CONTINUES.match(following)))
    return looks


def _width(text: str, plain: Sequence[str], ends: Sequence[bool]) -> float:
    """The length of printed lines, if some of them are full and do not end a sentence."""
    width = wrap_width(text)
    open_lines = sum(
        1 for line, end in zip(plain, ends, strict=True) if not end and width - 3 <= len(line) <= width + 1
    )
    return width if open_lines >= _LIST else float("inf")


def _may_stand(line: str, longest: int) -> bool:
    if not 4 <= len(line) <= longest and not looks_like_heading(line):
        return False
    return not _NEVER_INSIDE.search(line) and not _GOES_ON.search(line) and bool(_HAS_WORDS.search(line))


def _is_ragged(plain: Sequence[str], ends: Sequence[bool], short: Sequence[bool]) -> bool:
    """Whether a converter cut lines within sentences: shorter than a printed line, and open before a lower case."""
    cut = sum(1 for (line, following), end in zip(pairwise(plain), ends, strict=False) if not end and _is_cut(line))
    return cut > 0.2 * len(plain) and all(short)


def _is_cut(line: str) -> bool:
    return bool(_GOES_ON.search(line)) or len(line) < 4


@lru_cache(maxsize=4)
def wrap_width(text: str) -> float:
    """The length at which a document's paragraphs are cut into printed lines; infinite where they are not."""
    sizes = sorted(len("".join(line.split())) for line in text.split("\n") if line.strip())
    full = sizes[int(len(sizes) * 0.9)] if sizes else 0
    return (
        full if full >= 16 and sum(full - 3 <= size <= full + 1 for size in sizes) >= 0.4 * len(sizes) else float("inf")
    )
