"""Phrases that tell a project's stage, found in a clause: `ontology/words/stage_cues.csv`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from kg.extract.clauses import Span
from kg.words import word_table

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

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
    matched = sorted(_matches(text, span), key=lambda c: (c.start, c.end))
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
    hits = _hits(text)
    inside = hits[bisect_left(hits, (span.start,)) : bisect_left(hits, (span.end,))]
    words = {word: None for _, shorter, word in inside if -shorter <= span.end}
    if not words:
        return
    lines, last = _lines(), -1
    for start, shorter, word in inside:
        if start > last and word in lines and -shorter <= span.end:
            yield Cue(*lines[word], start, -shorter, word)
            last = start
    for word, opening, pattern in _gapped():
        for found in pattern.finditer(text, *span) if opening in words else ():
            yield Cue(*lines[word], found.start(), found.end(), word)


@lru_cache(maxsize=16)
def _hits(text: str) -> list[tuple[int, int, str]]:
    """Where phrases and the beginnings of gapped ones stand, as start, negative end and word: the longest first."""
    words, automaton = _search()
    return sorted(
        (start, -end, words[index]) for index, start, end in automaton.find_matches_as_indexes(text, overlapping=True)
    )


@cache
def _lines() -> dict[str, tuple[str, str]]:
    """Stage and kind of each phrase."""
    return {row["word"]: (row["stage"], row["kind"]) for row in word_table("stage_cues")}


@cache
def _gapped() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """The phrases that may have other words inside, with how they begin."""
    gapped = [(word, word.split("…")) for word in _lines() if "…" in word]
    return tuple((word, parts[0], re.compile(_GAP.join(map(re.escape, parts)))) for word, parts in gapped)


@cache
def _search() -> tuple[tuple[str, ...], AhoCorasick]:
    from ahocorasick_rs import AhoCorasick

    words = tuple(dict.fromkeys(word.split("…")[0] for word in _lines()))
    return words, AhoCorasick(words)
