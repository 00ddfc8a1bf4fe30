"""Text that remembers where each of its characters stands in its document."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from pydantic import ConfigDict

from kg.model.record import Record

_FILLED = re.compile(r"\S+")


class Run(NamedTuple):
    """`length` characters at offset `at` of a text, taken from offset `source` of the document's text."""

    at: int
    source: int
    length: int


class Text(Record):
    """A string without layout's white space, with a way back to the document, character by character.

    All offsets are code points. Pieces from several places (a cell broken by a page) add up to one text.

    >>> text = Text.of("城乡居\\n 民  收入", 0, 10)
    >>> text.value, text.source_span(2, 5)
    ('城乡居民收入', (2, 9))
    """

    model_config = ConfigDict(frozen=True, extra="forbid", ignored_types=(cached_property,))

    value: str = ""
    runs: tuple[Run, ...] = ()

    @classmethod
    def of(cls, source: str, start: int, end: int) -> Text:
        """Take `source[start:end]` without the white space that only its layout put there.

        Between Chinese characters and figures white space is always layout; between two Latin letters of one
        line it separates words and one blank is kept.
        """
        return cls.from_spans(source, [(start, end)])

    @classmethod
    def from_spans(cls, source: str, spans: Iterable[tuple[int, int]]) -> Text:
        """Join several spans of one document in the order given."""
        value: list[str] = []
        runs: list[Run] = []
        size = 0
        for start, end in spans:
            whole = source[start:end]
            if whole.split() == [whole]:
                value.append(whole)
                size += _add_run(runs, size, start, len(whole))
                continue
            before = ""
            for found in _FILLED.finditer(source, start, end):
                first, last = found.span()
                if before and before.isascii() and _separates_words(source, first, before):
                    value.append(" ")
                    size += _add_run(runs, size, first - 1, 1)
                value.append(found.group())
                size += _add_run(runs, size, first, last - first)
                before = source[last - 1]
        return cls.model_construct(value="".join(value), runs=tuple(runs))

    def source_offset(self, offset: int) -> int:
        """Offset in the document's text of the character at `offset` of this text."""
        run = self.runs[bisect_right(self._starts, offset) - 1]
        return run.source + offset - run.at

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """The half-open span of the document's text from the first to the last character of `[start, end)`."""
        if not self.value or start >= end:
            return (0, 0)
        first, last = self.source_offset(start), self.source_offset(end - 1)
        return (min(first, last), max(first, last) + 1)

    def slice(self, start: int, end: int) -> Text:
        """The part `[start, end)` as a text of its own."""
        end = min(end, len(self.value))
        runs: list[Run] = []
        for run in self.runs:
            first, last = max(start, run.at), min(end, run.at + run.length)
            if first < last:
                _add_run(runs, first - start, run.source + first - run.at, last - first)
        return Text.model_construct(value=self.value[start:end], runs=tuple(runs))

    def __add__(self, other: Text) -> Text:
        shift = len(self.value)
        moved = tuple(Run(at + shift, source, length) for at, source, length in other.runs)
        return Text.model_construct(value=self.value + other.value, runs=self.runs + moved)

    def __bool__(self) -> bool:
        return bool(self.value)

    @cached_property
    def _starts(self) -> list[int]:
        return [run.at for run in self.runs]


def _separates_words(source: str, at: int, before: str) -> bool:
    """Whether the blank before offset `at` keeps two Latin words of one line apart."""
    return source[at - 1] in " \u00a0" and _is_latin(before) and _is_latin(source[at])


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalpha()


def _add_run(runs: list[Run], at: int, source: int, length: int) -> int:
    """Add characters to the runs, to the last one where they follow it; answers their number."""
    last = runs[-1] if runs else None
    if last and last.source + last.length == source and last.at + last.length == at:
        runs[-1] = Run(last.at, last.source, last.length + length)
    else:
        runs.append(Run(at, source, length))
    return length
