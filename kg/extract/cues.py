"""Phrases that tell a project's stage, found in a clause: `ontology/words/stage_cues.csv`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from kg.extract.clauses import Span
from kg.words import word_table

_GAP = "[^，。；：]{0,12}?"


class Cue(NamedTuple):
    """A phrase at `[start, end)` with its stage and kind; `gapped` where it has words of the text inside."""

    stage: str
    kind: str
    start: int
    end: int
    word: str

    @property
    def gapped(self) -> bool:
        """Whether other words may stand inside the phrase."""
        return "…" in self.word


def find_cues(text: str, span: Span) -> list[Cue]:
    """The cues of a clause in order; what is only part of a longer phrase is left out.

    >>> [(c.word, c.stage) for c in find_cues("正在施工图设计", Span(0, 7))]
    [('施工图设计', 'permitting')]
    """
    matched = sorted(set(_matches(text, span)), key=lambda c: (c.start, c.end))
    found = [c for c in matched if not any(_measures(c, other) for other in matched)]
    return [c for c in found if not any(_is_part(c, other) for other in found)]


def _measures(percent: Cue, paper: Cue) -> bool:
    """Whether a share is that of paper work (`完成施工图设计80%`): it tells of no building."""
    inside = percent.start <= paper.start and paper.end <= percent.end
    return percent.word[-1] in "%％" and paper.stage == "permitting" and inside


def _is_part(cue: Cue, other: Cue) -> bool:
    """Whether a cue is only a piece of another; a whole phrase in the gap of another stands for itself."""
    longer = other.end - other.start > cue.end - cue.start
    if not (longer and other.start <= cue.start and cue.end <= other.end):
        return False
    return not other.gapped or cue.start == other.start or cue.end == other.end


def _matches(text: str, span: Span) -> Iterator[Cue]:
    literal, gapped, lines = _patterns()
    at = span.start
    while found := literal.search(text, at, span.end):
        stage, kind = lines[found.group()]
        yield Cue(stage, kind, found.start(), found.end(), found.group())
        at = found.start() + 1
    for word, opening, pattern in gapped:
        if text.find(opening, span.start, span.end) < 0:
            continue
        for found in pattern.finditer(text, span.start, span.end):
            yield Cue(*lines[word], found.start(), found.end(), word)


Patterns = tuple[re.Pattern[str], tuple[tuple[str, str, re.Pattern[str]], ...], dict[str, tuple[str, str]]]


@cache
def _patterns() -> Patterns:
    lines = {row["word"]: (row["stage"], row["kind"]) for row in word_table("stage_cues")}
    plain = sorted((word for word in lines if "…" not in word), key=len, reverse=True)
    gapped = [word for word in lines if "…" in word]
    return (
        re.compile("|".join(map(re.escape, plain))),
        tuple((word, word.split("…")[0], re.compile(_GAP.join(map(re.escape, word.split("…"))))) for word in gapped),
        lines,
    )
