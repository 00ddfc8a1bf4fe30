"""Names that a sentence itself calls one: X was approved as Y, X (hereafter Y), X renamed to Y."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache

from kg.model import Mention, TaskRow
from kg.resolve.pairs import Key, ordered
from kg.words import words

_FARTHEST = 16
"""How many characters may stand between two names for the words between them to speak of both."""


class Between:
    """The words between two places of a row's part; empty where the row is not known."""

    def __init__(self, rows: Sequence[TaskRow]) -> None:
        self._rows = {(row.document, row.row): row for row in rows}

    def in_part(self, place: tuple[str, str, str]) -> Callable[[int, int], str]:
        """For one part of one row: from start and end to the words between."""
        row = self._rows.get((place[0], place[1]))
        text = row.text(place[2]) if row is not None else ""
        return lambda start, end: text[start:end]


def renamed(
    mentions: Iterable[Mention], names: Mapping[tuple[str, str, str], Key], between: Between
) -> frozenset[tuple[Key, Key]]:
    """Pairs of names of one type that a sentence calls one thing."""
    parts: dict[tuple[str, str, str], list[tuple[int, int, Key]]] = {}
    for mention in mentions:
        key = names[(mention.document, mention.type, mention.name.text)]
        parts.setdefault((mention.document, mention.row, mention.part), []).append((mention.start, mention.end, key))
    return frozenset(pair for place, stands in parts.items() for pair in _pairs(sorted(stands), between.in_part(place)))


def _pairs(stands: list[tuple[int, int, Key]], between: Callable[[int, int], str]) -> Iterable[tuple[Key, Key]]:
    for index, (_, end, key) in enumerate(stands):
        for start, _, other in stands[index + 1 :]:
            if start > end + _FARTHEST:
                break
            if key != other and key[0] == other[0] and _says_one().fullmatch(between(end, start)):
                yield ordered(key, other)


@cache
def _says_one() -> re.Pattern[str]:
    verbs = "|".join(sorted(map(re.escape, words("renaming_verbs")), key=lambda word: (-len(word), word)))
    return re.compile(rf"[（(，,“\"]?(?:已|现|正式|成功|被|获|由|经)*(?:{verbs})[：:“\"]?")
