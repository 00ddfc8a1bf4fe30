"""Settles what was found: one reading within a type, canonical names within a row."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from kg.extract.findings import Findings, Found

TYPES = ("Agency", "Area", "Company", "Institution", "Park", "Person", "Project")


def longest(found: Findings) -> list[Found]:
    """Within a type the longest of overlapping names, in text order."""
    kept: list[Found] = []
    for kind in TYPES:
        kept.extend(_apart(found.of(kind)))
    kept.sort(key=_in_text)
    return kept


def _apart(names: Sequence[Found]) -> Sequence[Found]:
    """The names without those that overlap a better one."""
    if len(names) < 2:
        return names
    taken: list[Found] = []
    starts: list[int] = []
    for name in sorted(names, key=_best_first):
        place = bisect_left(starts, name.start)
        before = place == 0 or taken[place - 1].end <= name.start
        if before and (place == len(taken) or name.end <= starts[place]):
            taken.insert(place, name)
            starts.insert(place, name.start)
    return taken


def _best_first(name: Found) -> tuple[int, bool, float, int, str]:
    return name.start - name.end, name.canonical is None, -name.confidence, name.start, name.method


def _in_text(name: Found) -> tuple[int, int, str]:
    return name.start, name.end, name.type


def full_form(name: str, full_names: Sequence[str], *, loose: bool = True) -> str | None:
    """The one full name that a short one abbreviates, None where there is none or a choice.

    Loosely, its characters stand in the full name in their order; else the full name ends in it, once the
    administrative suffixes inside are left out.

    >>> full_form("聚合顺尼龙新材料", ["聚合顺50万吨尼龙新材料项目", "齐鲁石化100万吨乙烯项目"])
    '聚合顺50万吨尼龙新材料项目'
    >>> full_form("枣庄职业学院", ["枣庄科技职业学院"], loose=False)
    """
    fits = _in_order if loose else _at_end
    matches = [full for full in full_names if len(full) > len(name) and fits(name, full) and not _later(name, full)]
    return matches[0] if len(matches) == 1 else None


def _later(short: str, full: str) -> bool:
    """Whether a name is of a later phase, of which the short one says nothing: that one is the whole."""
    return "期" not in short and LATER.search(full) is not None


def _in_order(short: str, full: str) -> bool:
    core = TAIL.sub("", short)
    rest = iter(full)
    return core[:2] in full and TAIL.sub("", full).endswith(core[-2:]) and all(character in rest for character in core)


def _at_end(short: str, full: str) -> bool:
    return full.endswith(short) or TOWN_SUFFIX.sub("", full).endswith(TOWN_SUFFIX.sub("", short))


LATER = re.compile("[二三四五六2-6]期")
TAIL = re.compile(r"(?:[（(]?[一二三四]期[）)]?|棚户区|技改|改造|改扩建|扩建|建设|片区|道路|项目|工程)+$")
TOWN_SUFFIX = re.compile("[镇乡]|街道")
