"""Patterns that are sought in every text: one scan finds where each of them may begin."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache, cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

_LITERAL = re.compile(r"[^\\.^$*+?{}\[\]|()]+")
_ALL: list[Sought] = []


class Sought:
    """Branches of a regular expression in the order of preference, and what must follow any of them.

    Every branch begins with a character, better with a word: only where one of these words stands is it tried.
    Both may be functions, for word lists that are read when they are needed. Where an expression cannot be told in
    branches, `whole` gives it, and the branches say only what it begins with.

    >>> lines = Sought(["电话", "电(?:缆|线)"], behind="(?!厂)")
    >>> [match[0] for match in lines.matches("电线厂、电缆、电话", places("电线厂、电缆、电话")[lines])]
    ['电缆', '电话']
    """

    def __init__(
        self,
        branches: Sequence[str] | Callable[[], Iterable[str]],
        behind: str | Callable[[], str] = "",
        whole: Callable[[], str] | None = None,
    ) -> None:
        self._branches = branches
        self._behind = behind
        self._whole = whole
        _ALL.append(self)

    @cached_property
    def branches(self) -> tuple[str, ...]:
        """The branches, read now if they were not before."""
        return tuple(self._branches() if callable(self._branches) else self._branches)

    @cached_property
    def heads(self) -> frozenset[str]:
        """What the branches begin with, as far as it is certain; of two that begin alike the shorter."""
        heads = {_head(branch) for branch in self.branches}
        return frozenset(head for head in heads if not any(head[:size] in heads for size in range(1, len(head))))

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """All branches as one expression, sorted by their first character so that few are tried at a place."""
        if self._whole:
            return re.compile(self._whole())
        rests: dict[str, list[str]] = {}
        for branch in self.branches:
            rests.setdefault(branch[0], []).append(branch[1:])
        grouped = (first + (f"(?:{'|'.join(rest)})" if len(rest) > 1 else rest[0]) for first, rest in rests.items())
        behind = self._behind() if callable(self._behind) else self._behind
        return re.compile(f"(?:{'|'.join(grouped)}){behind}")

    def matches(self, text: str, starts: Sequence[int]) -> list[re.Match[str]]:
        """What `finditer` would give, if matches can begin only at `starts`."""
        found: list[re.Match[str]] = []
        end = 0
        begins = self.pattern.match
        for start in sorted(starts) if len(starts) > 1 else starts:
            if start >= end and (match := begins(text, start)):
                found.append(match)
                end = match.end()
        return found


def longest_first(words: Iterable[str]) -> list[str]:
    """Words as branches: of several that fit at a place the longest is taken."""
    return [re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word))]


def places(text: str) -> dict[Sought, list[int]]:
    """Where in a text each pattern may begin; those that can begin nowhere are left out."""
    automaton, owners = _scanner(len(_ALL))
    found: dict[Sought, list[int]] = {}
    for index, start, _ in automaton.find_matches_as_indexes(text, overlapping=True):
        for sought in owners[index]:
            if sought in found:
                found[sought].append(start)
            else:
                found[sought] = [start]
    return found


def _head(branch: str) -> str:
    """The characters with which a branch must begin."""
    literal = _LITERAL.match(branch)
    certain = literal.end() if literal else 0
    if branch[certain : certain + 1] in ("?", "*", "{"):
        certain -= 1
    if certain < 1:
        raise ValueError(f"the branch {branch} does not begin with a character; spell its first word out")
    return branch[:certain]


@cache
def _scanner(number: int) -> tuple[AhoCorasick, tuple[tuple[Sought, ...], ...]]:
    """Finds the heads of the first `number` patterns, each with the patterns that may begin there."""
    from ahocorasick_rs import AhoCorasick

    owners: dict[str, list[Sought]] = {}
    for sought in _ALL[:number]:
        for head in sorted(sought.heads):
            owners.setdefault(head, []).append(sought)
    return AhoCorasick(list(owners)), tuple(map(tuple, owners.values()))
