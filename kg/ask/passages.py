"""The sentences of a graph's rows, and which of them a few words speak of.

Words are compared by the pairs of neighbouring characters that they share; a pair that few rows have says more.
Nothing is learnt and nothing is drawn at random: the same words find the same sentences.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cached_property
from math import log

from kg.graph.likeness import pairs
from kg.graph.view import GraphView, RowKey
from kg.model import Record, TaskRow
from kg.resolve.normal import normal

WEIGHTS = {"task": 1.0, "targets": 0.97, "progress": 0.94, "next_steps": 0.8, "problems": 0.8}
"""What a part's match counts: a task is known by its aim, then by what is reported of it."""

AIMS = ("task", "targets")
_SENTENCE = re.compile(r"[^。；;！？!?\n]+[。；;！？!?\n]?")
_YEAR = re.compile(r"(20\d\d)年")
_WHOLE_PART = 0.9
_LEAST_SHARE = 0.2
_KEPT_ROWS = 40
_GENERIC_END = re.compile(r"(?:项目|工程|任务|工作|建设)+$")


class Passage(Record):
    """One sentence of a row's part, `[start, end)` of it."""

    document: str
    row: str
    part: str
    start: int
    end: int
    text: str


class Match(Record):
    """How well a row's part holds the words asked for. `literal` where it holds them as they are.

    `score` is the share of the words found, weighted by part; `passage` the sentence that holds most of them.
    """

    document: str
    row: str
    part: str
    score: float
    literal: bool
    passage: Passage

    @property
    def key(self) -> RowKey:
        """The row."""
        return self.document, self.row

    @property
    def in_aim(self) -> bool:
        """Whether the task itself names it, not only what is reported."""
        return self.part in AIMS


class Passages:
    """Every sentence of a graph, ready to be matched."""

    def __init__(self, view: GraphView) -> None:
        self.view = view

    @cached_property
    def all(self) -> tuple[Passage, ...]:
        """Every sentence, in the graph's order."""
        return tuple(p for row in self.view.graph.rows for part in WEIGHTS for p in sentences(row, part))

    @cached_property
    def _normal(self) -> tuple[str, ...]:
        return tuple(normal(passage.text) for passage in self.all)

    @cached_property
    def _index(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for number, text in enumerate(self._normal):
            for pair in pairs(text):
                found[pair].append(number)
        return dict(found)

    @cached_property
    def _row_counts(self) -> Counter[str]:
        counts: Counter[str] = Counter()
        for pair, numbers in self._index.items():
            counts[pair] = len({(self.all[n].document, self.all[n].row) for n in numbers})
        return counts

    def weight(self, pair: str) -> float:
        """How much a pair of characters says: more, the fewer rows have it."""
        return log(1 + len(self.view.graph.rows) / (1 + self._row_counts[pair]))

    def match(
        self, words: str, documents: Iterable[str], parts: Iterable[str] = tuple(WEIGHTS), year: str = ""
    ) -> list[Match]:
        """The parts of rows that speak of the words, the best first; equal ones in the graph's order.

        Rows under a heading of another year than the one given (2024年工作安排 for `2023`) count half.
        """
        wanted, allowed, taken = normal(words), set(documents), set(parts)
        weights = {pair: self.weight(pair) for pair in sorted(pairs(wanted))}
        total = sum(weights.values())
        if not total:
            return []
        found: dict[int, set[str]] = defaultdict(set)
        for pair in weights:
            for number in self._index.get(pair, ()):
                found[number].add(pair)
        by_part: dict[tuple[str, str, str], list[int]] = defaultdict(list)
        for number in sorted(found):
            passage = self.all[number]
            if passage.document in allowed and passage.part in taken:
                by_part[passage.document, passage.row, passage.part].append(number)
        matches = [self._match(numbers, found, weights, total, wanted) for numbers in by_part.values()]
        matches = [self._of_year(match, year) for match in matches] if year else matches
        kept = [match for match in matches if match.score >= _LEAST_SHARE]
        return sorted(kept, key=lambda match: -match.score)[:_KEPT_ROWS]

    def _of_year(self, match: Match, year: str) -> Match:
        years = _YEAR.findall(self.view.rows[match.key].section or "")
        if not years or year in years:
            return match
        return match.model_copy(update={"score": round(match.score / 2, 4), "literal": False})

    def _match(
        self,
        numbers: list[int],
        found: dict[int, set[str]],
        weights: dict[str, float],
        total: float,
        wanted: str,
    ) -> Match:
        def share(held: Iterable[str]) -> float:
            return sum(weights[pair] for pair in sorted(held)) / total

        best = max(numbers, key=lambda number: (share(found[number]), -number))
        whole = share({pair for number in numbers for pair in found[number]})
        core = _GENERIC_END.sub("", wanted) if len(_GENERIC_END.sub("", wanted)) >= 4 else wanted
        literal = next((number for number in numbers if core in self._normal[number]), None)
        if literal is not None:
            best = literal
        passage = self.all[best]
        score = 1.0 if literal is not None else max(share(found[best]), _WHOLE_PART * whole)
        return Match(
            document=passage.document,
            row=passage.row,
            part=passage.part,
            score=round(score * WEIGHTS[passage.part], 4),
            literal=literal is not None,
            passage=passage,
        )


def sentences(row: TaskRow, part: str) -> Iterable[Passage]:
    """The sentences of a row's part."""
    value = row.text(part)
    for found in _SENTENCE.finditer(value):
        yield Passage(
            document=row.document, row=row.row, part=part, start=found.start(), end=found.end(), text=found.group()
        )


def passages_of(view: GraphView) -> Passages:
    """The sentences of a view's graph, made once."""
    return view.once("passages", lambda: Passages(view))
