"""Which sector a project or company is of, with the words that say so."""

from __future__ import annotations

from functools import cache

import ahocorasick_rs

from kg.model.record import Record
from kg.resolve.lexicon import WORKS
from kg.words import word_table

LATEST_BONUS = 1.0
"""What the last word of a name counts more than the first: the head of a Chinese name stands last."""


class SectorChoice(Record):
    """A sector's notation and label, with the words of the name that showed it."""

    notation: str
    label: str
    reason: str


NO_SECTOR = SectorChoice(notation="other", label="其他", reason="名称中没有显示行业的词")


def sector_of(*names: str) -> SectorChoice | None:
    """The sector that names of one thing show; None where no word shows any.

    >>> sector_of("福瑞兴康二期医药中间体项目").notation
    'pharma'
    """
    scores: dict[str, float] = {}
    shown: dict[str, set[str]] = {}
    for name in names:
        for sector, score, word in _shown(WORKS.sub("", name) or name):
            scores[sector] = scores.get(sector, 0.0) + score / len(names)
            shown.setdefault(sector, set()).add(word)
    if not scores:
        return None
    best = min(scores, key=lambda sector: (-round(scores[sector], 6), sector))
    others = [f"{_labels()[sector]} {scores[sector]:.1f}" for sector in sorted(scores) if sector != best]
    beside = f"；另有{'、'.join(others)}" if others else ""
    text = f"名称含“{'”“'.join(sorted(shown[best]))}”，{_labels()[best]} {scores[best]:.1f}{beside}"
    return SectorChoice(notation=best, label=_labels()[best], reason=text)


def sector_label(notation: str) -> str:
    """The Chinese label of a sector's notation."""
    return _labels().get(notation, notation)


def _shown(name: str) -> list[tuple[str, float, str]]:
    """Every sector word in a name: sector, score by weight and place, word."""
    found = []
    for index, _, end in _automaton().find_matches_as_indexes(name):
        word = _ordered()[index]
        for sector, weight in _words()[word]:
            place = LATEST_BONUS * end / len(name)
            found.append((sector, weight + place + 0.25 * (len(word) - 2), word))
    return found


@cache
def _words() -> dict[str, tuple[tuple[str, float], ...]]:
    found: dict[str, dict[str, float]] = {}
    for row in word_table("sectors"):
        for word in row["words"].split("|"):
            found.setdefault(word, {})[row["sector"]] = float(row["weight"])
    return {word: tuple(sorted(sectors.items())) for word, sectors in found.items()}


@cache
def _ordered() -> tuple[str, ...]:
    return tuple(sorted(_words()))


@cache
def _automaton() -> ahocorasick_rs.AhoCorasick:
    return ahocorasick_rs.AhoCorasick(_ordered(), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)


@cache
def _labels() -> dict[str, str]:
    return {row["sector"]: row["label"] for row in word_table("sectors")} | {"other": "其他"}
