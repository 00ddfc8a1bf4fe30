"""Reads texts with the taught net, and answers how likely a span is a name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from math import prod
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from kg.errors import OntologyError
from kg.extract.tagger.chain import Chances, chances
from kg.extract.tagger.net import Net
from kg.extract.tagger.signs import signs

Numbers = NDArray[Any]
TYPES = ("Agency", "Area", "Company", "Institution", "Park", "Project")
STOPS = "。；;!！？，,：:"
"""No name of a taught type reaches over one of these."""
LONGEST = 300
"""Characters of the longest clause; what goes on without a stop is cut there, so that cost stays bounded."""
CLAUSE = re.compile(f"[^{STOPS}]{{0,{LONGEST}}}[{STOPS}]|[^{STOPS}]{{1,{LONGEST}}}")
MODEL = Path(__file__).with_name("net.npz")
BLOCK = 50_000
"""Characters that are looked at at once."""
HALF = 0.5
"""Of spans that overlap at most one has a greater chance."""


class Likely(NamedTuple):
    """A span `[start, end)` that is a name with this chance."""

    start: int
    end: int
    chance: float


class Ballot:
    """What the tagger holds of one text, `[start, start + length)` of what it looked at together."""

    def __init__(self, columns: Mapping[str, Column], start: int, length: int) -> None:
        self._columns = columns
        self._start = start
        self._length = length
        self._likely: dict[str, Sequence[Likely]] = {}

    def chance(self, kind: str, start: int, end: int) -> float:
        """How likely exactly `[start, end)` is a name of this type, in [0, 1]."""
        return self._columns[kind].chance(self._start + start, self._start + end)

    def likely(self, kind: str) -> Sequence[Likely]:
        """The spans that are rather names of this type than not, in order; no two of them overlap."""
        if kind not in self._likely:
            column, start = self._columns[kind], self._start
            first = bisect_left(column.likely, (start,))
            last = bisect_left(column.likely, (start + self._length,), first)
            self._likely[kind] = [Likely(a - start, b - start, chance) for a, b, chance in column.likely[first:last]]
        return self._likely[kind]


class Column:
    """The chances of one type over many texts; between texts there is none of anything."""

    def __init__(self, told: Chances, column: int) -> None:
        self._begins, self._second, self._onward = (array[:, column] for array in told)
        starts = np.nonzero(told.begins[:, column] >= HALF)[0].tolist()
        self.likely = [name for name in map(self._from, starts) if name]

    def chance(self, start: int, end: int) -> float:
        """How likely exactly `[start, end)` is a name."""
        *inside, behind = self._second[start + 1 : start + 2].tolist() + self._onward[start + 2 : end + 1].tolist()
        return float(prod(inside, start=self._begins[start]) * (1.0 - behind))

    def _from(self, start: int) -> Likely | None:
        """The name that begins at a place, if one of its ends is likelier than all else."""
        share, end, on = float(self._begins[start]), start + 1, self._second
        while share >= HALF:
            further = float(on[end])
            if share * (1.0 - further) >= HALF:
                return Likely(start, end, share * (1.0 - further))
            share *= further
            end, on = end + 1, self._onward
        return None


def ballots_of(told: Chances, texts: Sequence[tuple[int, int]]) -> list[Ballot]:
    """One ballot for each text, given as its start and length; behind each stands at least one place without chances.

    The columns of the chances are `TYPES`.
    """
    columns = {kind: Column(told, column) for column, kind in enumerate(TYPES)}
    return [Ballot(columns, start, length) for start, length in texts]


class Tagger:
    """The taught net, and the chain of labels through what it sees."""

    def __init__(self, net: Net) -> None:
        self._net = net

    def ballots(self, texts: Sequence[tuple[str, str]]) -> list[Ballot]:
        """One ballot for each `(part, text)`."""
        return [ballot for block in _blocks(texts) for ballot in self._ballots(block)]

    def _ballots(self, texts: Sequence[tuple[str, str]]) -> list[Ballot]:
        columns, starts = signs(texts)
        inside = np.zeros(len(columns[0]), np.float32)
        placed = [(start, text) for start, (_, text) in zip(starts, texts, strict=True)]
        for start, text in placed:
            inside[start : start + len(text)] = 1
        spans = [(start + a, start + b) for start, text in placed for a, b in clauses(text)]
        told = chances(self._net.scores(columns, inside), self._net.transitions, spans)
        return ballots_of(told, [(start, len(text)) for start, text in placed])


def _blocks(texts: Sequence[tuple[str, str]]) -> Iterator[list[tuple[str, str]]]:
    """The texts in runs that are looked at at once, so that memory stays bounded."""
    block: list[tuple[str, str]] = []
    size = 0
    for part, text in texts:
        if block and size + len(text) > BLOCK:
            yield block
            block, size = [], 0
        block.append((part, text))
        size += len(text)
    if block:
        yield block


def clauses(text: str) -> Iterator[tuple[int, int]]:
    """The clauses of a text, each with its stop.

    >>> list(clauses("开工。竣工"))
    [(0, 3), (3, 5)]
    """
    return (match.span() for match in CLAUSE.finditer(text))


@cache
def tagger(path: Path = MODEL) -> Tagger:
    """The tagger that `benchmarks/teach.py` wrote.

    Raises `OntologyError` where there is no such file.
    """
    try:
        with np.load(path, allow_pickle=False) as stored:
            return Tagger(Net(dict(stored)))
    except (OSError, ValueError, KeyError) as error:
        raise OntologyError(f"{path}: the tagger of names cannot be read; install the package again") from error
