"""Sentences that a build keeps in Chinese, in English: why things hang together, and what is doubtful.

The data of a build is one and the same for all readers; what is shown follows the reader's language. The tables pair
each Chinese sentence with its English one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache

from kg.ontology import ontology
from kg.words import word_table

TABLES = ("findings", "unread_files", "link_reasons")
"""In this order: lines that fit much (`{part}属于{whole}`) stand last."""
_PLACE = re.compile(r"\{(\w+)\}")
_SENTENCE = re.compile(r"\{(\w+):sentence\}")
"""A place that only another sentence of the tables fills."""


@lru_cache(maxsize=4096)
def in_english(sentence: str) -> str | None:
    """The English of a sentence, None where no line of the tables fits it.

    >>> in_english("只差易混淆字：峄洺／峰洺")
    'they differ only in characters that are easily confused: 峄洺 / 峰洺'
    """
    if plain := _plain().get(sentence):
        return plain
    for pattern, english in _patterns():
        found = pattern.fullmatch(sentence)
        if found and all(in_english(found[name]) for name in _SENTENCE.findall(english)):
            return english.format(**{name: _Value(text) for name, text in found.groupdict().items()})
    return None


class _Value(str):
    """A value of a Chinese sentence; the place in the English one says how it is put: `{names:listed}`."""

    def __format__(self, manner: str) -> str:
        return _MANNERS[manner](str(self)) if manner else str(self)


def _sectors(text: str) -> str:
    """`化工 2.1、交通 1.2` with the labels that readers of English know."""
    labels = {concept.label_zh: concept.label_en for concept in ontology().schemes["SectorScheme"]}
    parts = [part.rpartition(" ") for part in text.split("、")]
    return ", ".join(f"{labels.get(label, label)}{gap}{score}" for label, gap, score in parts)


def _relation(text: str) -> str:
    return next((known.label_en for known in ontology().properties.values() if known.label_zh == text), text)


def _stages(text: str) -> str:
    """`在建、竣工` as readers of English call stages; other values (`5亿元`) as they are."""
    labels = {concept.label_zh: concept.label_en for concept in ontology().schemes["StageScheme"]}
    return ", ".join(labels.get(value, value) for value in text.split("、"))


def _sentence(text: str) -> str:
    return in_english(text) or text


def _word(text: str) -> str:
    return _plain().get(text, text)


_MANNERS: dict[str, Callable[[str], str]] = {
    "sentence": _sentence,
    "word": _word,
    "listed": lambda text: text.replace("、", ", ").replace("”“", "”, “"),
    "function": lambda text: text.replace("_", " "),
    "relation": _relation,
    "sectors": _sectors,
    "stages": _stages,
}


@cache
def _plain() -> dict[str, str]:
    """The sentences without places."""
    return {chinese: english for chinese, english in _lines() if not _PLACE.search(chinese)}


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The sentences with places, in the order of the tables."""
    return tuple((_pattern(chinese), english) for chinese, english in _lines() if _PLACE.search(chinese))


def _pattern(chinese: str) -> re.Pattern[str]:
    """
    >>> _pattern("职能同为 {function}").fullmatch("职能同为 police")["function"]
    'police'
    """
    texts = _PLACE.split(chinese)
    places = [f"(?P<{text}>.+?)" if index % 2 else re.escape(text) for index, text in enumerate(texts)]
    return re.compile("".join(places), re.DOTALL)


def _lines() -> list[tuple[str, str]]:
    return [(row["chinese"], row["english"]) for name in TABLES for row in word_table(name)]
