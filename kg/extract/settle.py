"""Settles what was found: one reading within a type, canonical names within a row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.extract.passage import Found

TYPES = ("Agency", "Area", "Company", "Institution", "Park", "Person", "Project")


def longest(found: Iterable[Found]) -> list[Found]:
    """Within a type the longest of overlapping names, in text order."""
    kept: list[Found] = []
    for kind in TYPES:
        taken: list[Found] = []
        for name in sorted(
            (f for f in found if f.type == kind), key=lambda f: (f.start - f.end, -f.confidence, f.start, f.method)
        ):
            if all(name.end <= other.start or other.end <= name.start for other in taken):
                taken.append(name)
        kept.extend(taken)
    return sorted(kept, key=lambda f: (f.start, f.end, f.type))


def full_form(name: str, full_names: Sequence[str]) -> str | None:
    """The one full name that a short one abbreviates: its characters in order, first characters alike or last.

    >>> full_form("聚合顺尼龙新材料", ["聚合顺50万吨尼龙新材料项目", "齐鲁石化100万吨乙烯项目"])
    '聚合顺50万吨尼龙新材料项目'
    """
    matches = [full for full in full_names if len(full) > len(name) and _in_order(name, full)]
    return matches[0] if len(matches) == 1 else None


def _in_order(short: str, full: str) -> bool:
    rest = iter(full)
    return all(character in rest for character in short)
