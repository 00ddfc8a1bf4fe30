"""Phrases that tell a project's stage, found in a clause: `ontology/words/stage_cues.csv`."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, lru_cache
from operator import attrgetter
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
    matched = _matches(text, span)
    if len(matched) < 2:
        return [cue for cue in matched if cue.kind != "other"]
    matched.sort(key=attrgetter("start", "end"))
    found = [c for c in matched if not any(_measures(c, other) for other in matched)]
    return [c for c in found if c.kind != "other" and not any(_is_part(c, other) for other in found)]


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


def _matches(text: str, span: Span) -> list[Cue]:
    hits, lines, last = _hits(text), _lines(), -1
    found: list[Cue] = []
    begun: dict[str, int] = {}
    for start, shorter, word in hits[bisect_left(hits, (span.start,)) : bisect_left(hits, (span.end,))]:
        if -shorter > span.end:
            continue
        begun.setdefault(word, start)
        if start > last and word in lines:
            found.append(Cue(*lines[word], start, -shorter, word))
            last = start
    for opening, at in begun.items():
        for word, pattern in _gapped().get(opening, ()):
            told = pattern.finditer(text, at, span.end)
            found += [Cue(*lines[word], match.start(), match.end(), word) for match in told]
    return found


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
def _gapped() -> dict[str, list[tuple[str, re.Pattern[str]]]]:
    """The phrases that may have other words inside, by how they begin."""
    by_opening: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    for word in _lines():
        parts = word.split("…")
        if len(parts) > 1:
            by_opening.setdefault(parts[0], []).append((word, re.compile(_GAP.join(map(re.escape, parts)))))
    return by_opening


@cache
def _search() -> tuple[tuple[str, ...], AhoCorasick]:
    from ahocorasick_rs import AhoCorasick

    words = tuple(dict.fromkeys(word.split("…")[0] for word in _lines()))
    return words, AhoCorasick(words)
