"""Reads texts with the taught chains, and answers how likely a span is a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from kg.errors import OntologyError
from kg.extract.tagger.chain import Chances, chances
from kg.extract.tagger.signs import BUCKETS, signs

Numbers = NDArray[Any]
TYPES = ("Agency", "Area", "Company", "Institution", "Park", "Project")
STOPS = "。；;!！？，,：:"
"""No name of a taught type reaches over one of these."""
LONGEST = 300
"""Characters of the longest clause; what goes on without a stop is cut there, so that cost stays bounded."""
CLAUSE = re.compile(f"[^{STOPS}]{{0,{LONGEST}}}[{STOPS}]|[^{STOPS}]{{1,{LONGEST}}}")
MODEL = Path(__file__).with_name("names.npz")
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
    """What the tagger holds of one text; columns of the arrays are `TYPES`."""

    def __init__(self, begins: Numbers, second: Numbers, onward: Numbers) -> None:
        self._told = Chances(begins, second, onward)
        self._columns: dict[str, tuple[list[float], list[float], list[float]]] = {}
        self._likely: dict[str, tuple[Likely, ...]] = {}

    def chance(self, kind: str, start: int, end: int) -> float:
        """How likely exactly `[start, end)` is a name of this type, in [0, 1]."""
        begins, second, onward = self._column(kind)
        share = begins[start]
        if end - start > 1:
            share *= second[start + 1]
            for place in range(start + 2, end):
                share *= onward[place]
        if end == len(begins):
            return share
        return share * (1.0 - (onward[end] if end - start > 1 else second[end]))

    def likely(self, kind: str) -> tuple[Likely, ...]:
        """The spans that are rather names of this type than not, in order; no two of them overlap."""
        if kind not in self._likely:
            starts = np.nonzero(self._told.begins[:, TYPES.index(kind)] >= HALF)[0].tolist()
            found = (self._from(kind, start) for start in starts)
            self._likely[kind] = tuple(name for name in found if name)
        return self._likely[kind]

    def _from(self, kind: str, start: int) -> Likely | None:
        """The name that begins at a place, if one of its ends is likelier than all else."""
        begins, second, onward = self._column(kind)
        share = begins[start]
        for end in range(start + 1, len(begins) + 1):
            on = 0.0 if end == len(begins) else second[end] if end == start + 1 else onward[end]
            if share * (1.0 - on) >= HALF:
                return Likely(start, end, share * (1.0 - on))
            share *= on
            if share < HALF:
                break
        return None

    def _column(self, kind: str) -> tuple[list[float], list[float], list[float]]:
        if kind not in self._columns:
            column = TYPES.index(kind)
            begins, second, onward = (array[:, column].tolist() for array in self._told)
            self._columns[kind] = begins, second, onward
        return self._columns[kind]


class Tagger:
    """The taught chains of all types.

    `weights` is `[signs known, types, 3]` in whole thousandths, `rows` says for each bucket which of them is its, the
    last being that of unknown ones.
    """

    def __init__(self, buckets: Numbers, weights: Numbers, transitions: Numbers) -> None:
        self._weights = np.concatenate([weights, np.zeros((1, *weights.shape[1:]), weights.dtype)])
        self._rows = np.full(BUCKETS, len(weights), np.int32)
        self._rows[buckets] = np.arange(len(weights), dtype=np.int32)
        self._transitions = transitions.astype(np.float64) / 1000

    def ballots(self, texts: Sequence[tuple[str, str]]) -> list[Ballot]:
        """One ballot for each `(part, text)`."""
        return [ballot for block in _blocks(texts) for ballot in self._ballots(block)]

    def _ballots(self, texts: Sequence[tuple[str, str]]) -> list[Ballot]:
        columns, starts = signs(texts)
        scores = np.zeros((len(columns[0]), *self._weights.shape[1:]), np.int32)
        for column in columns:
            scores += self._weights[self._rows[column]]
        spans = [
            (start + a, start + b) for start, (_, text) in zip(starts, texts, strict=True) for a, b in clauses(text)
        ]
        told = chances(scores / 1000, self._transitions, spans)
        ends = [start + len(text) for start, (_, text) in zip(starts, texts, strict=True)]
        return [_cut(told, start, end) for start, end in zip(starts, ends, strict=True)]


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


def _cut(told: Chances, start: int, end: int) -> Ballot:
    return Ballot(*(array[start:end] for array in told))


def clauses(text: str) -> Iterator[tuple[int, int]]:
    """The clauses of a text, each with its stop.

    >>> list(clauses("开工。竣工"))
    [(0, 3), (3, 5)]
    """
    return (match.span() for match in CLAUSE.finditer(text))


@cache
def tagger(path: Path = MODEL) -> Tagger:
    """The tagger of a file that `benchmarks/teach.py` wrote: the one that comes with the project, if no other is named.

    Raises `OntologyError` where there is no such file.
    """
    try:
        with np.load(path, allow_pickle=False) as stored:
            return Tagger(stored["buckets"], stored["weights"], stored["transitions"])
    except (OSError, ValueError, KeyError) as error:
        raise OntologyError(f"{path}: the tagger of names cannot be read; install the package again") from error
