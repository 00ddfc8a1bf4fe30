"""What was found in a passage so far: in the order of finding, by type, and around a place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

BLOCK = 512
"""Texts up to this length are looked at as a whole; longer ones in blocks, so that cost stays linear in the text."""


class Found(NamedTuple):
    """A name found in a passage, before it becomes a `Mention`."""

    type: str
    start: int
    end: int
    method: str
    confidence: float
    canonical: str | None = None


class Findings:
    """The names found in one text of `size` characters; iterating gives them in the order of finding."""

    __slots__ = ("_all", "_blocks", "_kinds", "_long", "_spans")

    def __init__(self, size: int) -> None:
        self._long = size > BLOCK
        self.keep(())

    def keep(self, names: Iterable[Found]) -> None:
        """Put these in the place of what was found so far."""
        self._all: list[Found] = []
        self._kinds: dict[str, list[Found]] = {"": self._all}
        self._spans: set[tuple[str, int, int]] = set()
        self._blocks: dict[tuple[str, int], list[Found]] = {}
        for name in names:
            self.add(name)

    def add(self, name: Found) -> None:
        """Keep one more."""
        self._all.append(name)
        self._kinds.setdefault(name.type, []).append(name)
        self._spans.add(name[:3])
        if self._long:
            for block in range(name.start // BLOCK, name.end // BLOCK + 1):
                self._blocks.setdefault(("", block), []).append(name)
                self._blocks.setdefault((name.type, block), []).append(name)

    def of(self, kind: str) -> Sequence[Found]:
        """What was found of one type."""
        return self._kinds.get(kind, ())

    def holds(self, kind: str, start: int, end: int) -> bool:
        """Whether `[start, end)` was found as a name of this type."""
        return (kind, start, end) in self._spans

    def near(self, start: int, end: int, kind: str = "") -> Sequence[Found]:
        """At least what touches `[start, end]`, of one type or of all: whoever asks looks at the places.

        In short texts that is everything found.
        """
        if not self._long:
            return self._kinds.get(kind, ())
        blocks = range(start // BLOCK, end // BLOCK + 1)
        return [name for block in blocks for name in self._blocks.get((kind, block), ())]

    def __iter__(self) -> Iterator[Found]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)
