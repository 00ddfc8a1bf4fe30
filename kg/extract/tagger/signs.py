"""What a place in a text shows the tagger: its character, pairs, kinds, the part, and words of our lists that touch it.

Each sign is one number below `BUCKETS`: a hash of what stands there and of which sign it is. Everything is counted
for all texts of a document at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kg.words import word_table

Numbers = NDArray[Any]
BUCKETS = 1 << 20
NUMBERS = (3, 7, 8, 13, 14, 15, 16, 20)
"""What tells the signs apart in their hashes; the taught net knows them by these."""
ROOM = 8
"""Empty places before, between and behind texts, so that no sign and no layer of the net looks into a neighbour."""
PARTS = {"task": 1, "targets": 1, "progress": 2, "problems": 3, "next_steps": 4}
LISTS = (
    "mention_agencies", "mention_centres", "mention_contexts", "mention_generic", "mention_heads", "mention_known",
    "mention_marks", "mention_places", "mention_works", "goods", "firm_cues", "company_trades", "stage_cues",
    "told_cues", "undertaking_ends", "ordinary_words",
)  # fmt: skip
"""The word lists whose words count as signs; a word stands for the lists and kinds that have it, not for itself."""
SIZES = (2, 3, 4, 5)
"""Characters of the words that are looked up."""
STOPS = '、，。；：（）()“”"《》.%'
_MIX = np.uint64(0x9E3779B97F4A7C15)
_SHIFT = np.uint64(29)


def signs(texts: Sequence[tuple[str, str]]) -> tuple[list[Numbers], list[int]]:
    """The signs of `(part, text)` pairs, one array a sign over all places, and the place where each text begins.

    >>> columns, starts = signs([("task", "修路"), ("progress", "路")])
    >>> starts, len({len(column) for column in columns})
    ([8, 18], 1)
    """
    codes, parts, starts = _laid_out(texts)
    shown = (codes, *_pairs(codes), _kinds(codes), parts.astype(np.uint64), *_words_at(codes))
    limit = np.uint64(BUCKETS - 1)
    columns = [
        (_mixed(np.uint64(number), sign) & limit).astype(np.int32) for number, sign in zip(NUMBERS, shown, strict=True)
    ]
    return columns, starts


def _laid_out(texts: Sequence[tuple[str, str]]) -> tuple[Numbers, Numbers, list[int]]:
    size = ROOM + sum(len(text) + ROOM for _, text in texts)
    codes, parts, starts = np.zeros(size, np.uint64), np.zeros(size, np.int64), []
    place = ROOM
    for part, text in texts:
        end = place + len(text)
        codes[place:end] = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
        parts[place:end] = PARTS.get(part, 2)
        starts.append(place)
        place = end + ROOM
    return codes, parts, starts


def _mixed(*values: Any) -> Numbers:
    """One hash of several arrays, place by place; the order counts."""
    found = np.zeros(max(np.shape(value) for value in values), np.uint64)
    for value in values:
        found = (found ^ value) * _MIX
        found ^= found >> _SHIFT
    return found


def _beside(values: Numbers, by: int) -> Numbers:
    """The values `by` places further on, nothing beyond the ends."""
    moved = np.zeros_like(values)
    if by >= 0:
        moved[: len(values) - by] = values[by:]
    else:
        moved[-by:] = values[:by]
    return moved


def _pairs(codes: Numbers) -> tuple[Numbers, Numbers]:
    """Each character with the one before it, and with the one behind."""
    return _mixed(_beside(codes, -1), codes), _mixed(codes, _beside(codes, 1))


def _kinds(codes: Numbers) -> Numbers:
    kind = _kind(codes)
    return _mixed(_beside(kind, -1), kind, _beside(kind, 1))


def _kind(codes: Numbers) -> Numbers:
    """Chinese, figure, letter, each stop by itself, anything else."""
    kind = np.ones(len(codes), np.uint64)
    kind[(codes >= 0x4E00) & (codes <= 0x9FFF)] = 2
    kind[(codes >= ord("0")) & (codes <= ord("9"))] = 3
    kind[((codes | 32) >= ord("a")) & ((codes | 32) <= ord("z"))] = 4
    for index, stop in enumerate(STOPS):
        kind[codes == ord(stop)] = 5 + index
    return kind


def _words_at(codes: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """By place what the longest word that begins, ends and stands there is; 0 where there is none."""
    begins, ends, within = (np.zeros(len(codes), np.uint64) for _ in range(3))
    for size, (hashes, classes) in zip(SIZES, _lexicon(), strict=True):
        found = _mixed(*(_beside(codes, by) for by in range(size)))
        index = np.minimum(np.searchsorted(hashes, found), len(hashes) - 1)
        places = np.nonzero(hashes[index] == found)[0]
        word = classes[index[places]] ^ np.uint64(size)
        begins[places] = word
        ends[places + size - 1] = word
        for by in range(size):
            within[places + by] = _mixed(word, np.uint64(by + 1))
    return begins, ends, within


@cache
def _lexicon() -> tuple[tuple[Numbers, Numbers], ...]:
    """For each size the hashes of the words, sorted, and a number for the lists that have each word."""
    lists: dict[str, set[str]] = {}
    for name in LISTS:
        for row in word_table(name):
            word, kind, *_ = [*row.values(), ""]
            lists.setdefault(word, set()).add(name if name == "stage_cues" else f"{name}:{kind}")
    return tuple(_sorted(size, {word: lists[word] for word in lists if len(word) == size}) for size in SIZES)


def _sorted(size: int, lists: dict[str, set[str]]) -> tuple[Numbers, Numbers]:
    codes = np.array([[ord(character) for character in word] for word in lists], np.uint64).reshape(-1, size)
    hashes = _mixed(*(codes[:, by] for by in range(size)))
    classes = np.array([_number("+".join(sorted(kinds))) for kinds in lists.values()], np.uint64)
    order = np.argsort(hashes, kind="stable")
    return hashes[order], classes[order]


def _number(name: str) -> int:
    """The same number for a name in every run, never 0."""
    number = 1
    for character in name:
        number = (number * 1_000_003 + ord(character)) % (1 << 61)
    return number
