"""What a document teaches about names: its responsible units first, then the full names found in safe places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING

from kg.extract.confusable import shape
from kg.model import TaskRow
from kg.words import word_table

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

TOWN = re.compile(r"^[\u4e00-\u9fff]{1,9}(?:镇|乡|街道|街道办|街道办事处)$")


@cache
def kinds(name: str) -> dict[str, tuple[str, ...]]:
    """A word list with a `kind` column, as words by kind in file order."""
    grouped: dict[str, list[str]] = {}
    for row in word_table(name):
        grouped.setdefault(row["kind"], []).append(row["word"])
    return {kind: tuple(words) for kind, words in grouped.items()}


@cache
def alternation(name: str, *wanted: str) -> str:
    """The words of some kinds of a list as one regular expression, longest first."""
    return f"(?:{alternatives(word for kind in wanted for word in kinds(name)[kind])})"


def alternatives(words: Iterable[str]) -> str:
    """Words as the branches of a regular expression: of several that fit, the longest is taken.

    Branches are one a first character, so that few places of a text are tried, and there only words that may fit.

    >>> alternatives(["电", "电子", "化工", "电器"])
    '化工|电(?:器|子|)'
    """
    rests: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        rests.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(
        re.escape(first) + (f"(?:{'|'.join(rest)})" if len(rest) > 1 else rest[0]) for first, rest in rests.items()
    )


class Endings:
    """Words that a text may end in.

    >>> Endings(["学", "中学", "小学"]).longest("云溪中学")
    '中学'
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        self._sizes: dict[str, tuple[int, ...]] = {}
        for size, last in sorted({(len(word), word[-1]) for word in self._words}, reverse=True):
            self._sizes[last] = (*self._sizes.get(last, ()), size)

    def longest(self, text: str) -> str | None:
        """The longest of the words that a text ends in, None where it ends in none."""
        for size in self._sizes.get(text[-1:], ()):
            if text[-size:] in self._words:
                return text[-size:]
        return None


@lru_cache(maxsize=10_000)
def unit_type(name: str) -> str:
    """What a responsible unit is, by its name alone.

    >>> [unit_type(name) for name in ("区发改局", "丰源集团", "区人民医院", "榴园镇")]
    ['Agency', 'Company', 'Institution', 'Agency']
    """
    if name[0] in "区市县省" and name.endswith("工作室"):
        return "Agency"
    if _ends(name, "mention_heads", "company"):
        return "Company"
    if _ends(name, "mention_heads", "institution") and not name.endswith(("融媒体中心", "疾控中心")):
        return "Institution"
    if _ends(name, "mention_agencies", "suffix") or _ends(name, "mention_agencies", "whole"):
        return "Agency"
    if name.endswith(("产业园", "园区", "景区", "科技园", "工业园", "物流园", "创业园", "公园")):
        return "Park"
    return "Company" if len(name) <= 6 and _ends(name, "mention_heads", "trade") else "Agency"


def _ends(name: str, words: str, kind: str) -> bool:
    return name.endswith(kinds(words)[kind])


@lru_cache(maxsize=1_000)
def units_pattern(units: frozenset[str], kind: str) -> re.Pattern[str] | None:
    """The units of one type as one pattern, the longest first; None where there are none."""
    names = [unit for unit in units if unit_type(unit) == kind]
    return re.compile(alternatives(names)) if names else None


LONG = 5
"""Names of this many characters stay the same name with one character misread."""


@dataclass(frozen=True)
class Lexicon:
    """Names known in one document: `units` of its rows, and names by type with the rule that found them."""

    units: frozenset[str] = frozenset()
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)
    stems: frozenset[str] = frozenset()
    home: tuple[str, ...] = ()
    """What the document's own area and those above it are called, the longest name first."""

    @classmethod
    def of_units(cls, rows: Sequence[TaskRow], home: tuple[str, ...] = ()) -> Lexicon:
        """The lexicon before anything was read but the units column."""
        return cls(units=frozenset(unit.name for row in rows for unit in row.units), home=home)

    def with_names(self, names: Iterable[tuple[str, str]], stems: Iterable[str] = ()) -> Lexicon:
        """The same with names added as `(type, name)`, and with the stems of companies."""
        grouped: dict[str, set[str]] = {}
        for kind, name in names:
            grouped.setdefault(kind, set()).add(name)
        known = {kind: tuple(sorted(found)) for kind, found in sorted(grouped.items())}
        return Lexicon(self.units, known, frozenset(stems), self.home)

    @cached_property
    def towns(self) -> tuple[str, ...]:
        """Units that are towns or streets, sorted."""
        return tuple(sorted(unit for unit in self.units if TOWN.match(unit)))

    @cached_property
    def _town_sizes(self) -> tuple[int, ...]:
        return tuple(sorted({len(town) for town in self.towns}))

    def town_at_end(self, text: str, end: int) -> str | None:
        """The town among the units that ends at `end` of a text."""
        ending = (text[max(0, end - size) : end] for size in self._town_sizes)
        return min((name for name in ending if name in self.units), default=None)

    @cached_property
    def companies(self) -> frozenset[str]:
        """The learnt names of companies."""
        return frozenset(self.names.get("Company", ()))

    @cached_property
    def stem_heads(self) -> frozenset[str]:
        """The first two characters of every stem, which a place is asked for before the whole stem."""
        return frozenset(stem[:2] for stem in self.stems)

    @cached_property
    def entries(self) -> tuple[tuple[str, str], ...]:
        """All learnt names as `(name, type)`, in a fixed order."""
        return tuple((name, kind) for kind, names in self.names.items() for name in names)

    @cached_property
    def automaton(self) -> AhoCorasick:
        """Finds all learnt names at once."""
        from ahocorasick_rs import AhoCorasick

        return AhoCorasick([name for name, _ in self.entries])

    @cached_property
    def long_entries(self) -> tuple[tuple[str, str], ...]:
        """The learnt names that another character does not make another name."""
        return tuple(entry for entry in self.entries if len(entry[0]) >= LONG)

    @cached_property
    def shapes(self) -> AhoCorasick:
        """Finds the long names in a text's `shape`, whichever of their confusable characters stands there."""
        from ahocorasick_rs import AhoCorasick

        return AhoCorasick([shape(name) for name, _ in self.long_entries])
