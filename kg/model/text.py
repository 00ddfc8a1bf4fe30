"""Text that remembers where each of its characters stands in its document."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property

from pydantic import ConfigDict

from kg.model.record import Record


class Run(Record):
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
        places: list[int] = []
        for start, end in spans:
            for index in range(start, end):
                character = source[index]
                if not character.isspace():
                    value.append(character)
                    places.append(index)
                elif value and places[-1] >= start and _separates_words(source, index, end, value[-1]):
                    value.append(" ")
                    places.append(index)
        return cls(value="".join(value), runs=_runs(places))

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
        places = [self.source_offset(index) for index in range(start, min(end, len(self.value)))]
        return Text(value=self.value[start:end], runs=_runs(places))

    def __add__(self, other: Text) -> Text:
        shift = len(self.value)
        moved = tuple(Run(at=r.at + shift, source=r.source, length=r.length) for r in other.runs)
        return Text(value=self.value + other.value, runs=self.runs + moved)

    def __bool__(self) -> bool:
        return bool(self.value)

    @cached_property
    def _starts(self) -> list[int]:
        return [run.at for run in self.runs]


def _separates_words(source: str, index: int, end: int, before: str) -> bool:
    after = source[index + 1] if index + 1 < end else ""
    return source[index] in " \u00a0" and _is_latin(before) and _is_latin(after)


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalpha()


def _runs(places: list[int]) -> tuple[Run, ...]:
    """Group neighbouring source offsets; the offset in the text is their index."""
    runs: list[Run] = []
    start = 0
    for index in range(1, len(places) + 1):
        if index == len(places) or places[index] != places[index - 1] + 1:
            runs.append(Run(at=start, source=places[start], length=index - start))
            start = index
    return tuple(runs)
