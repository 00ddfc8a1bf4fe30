"""Forms of names by their keys, and pairs of them in one order."""

from __future__ import annotations

Key = tuple[str, str, str]
"""Type, area code, and the name's normal form or function: what makes two written names the same form."""


def ordered(a: Key, b: Key) -> tuple[Key, Key]:
    """A pair in its one order."""
    return (a, b) if a <= b else (b, a)
