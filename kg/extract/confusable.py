"""Characters that scanners, keyboards and older print put for one another."""

from __future__ import annotations

from functools import cache

from kg.words import words


def shape(text: str) -> str:
    """A text with every character replaced by the first of its class of confusable ones.

    >>> shape("峰洺科技") == shape("峄洺科技"), shape("崔贊") == shape("崔燮")
    (True, True)
    """
    return text.translate(_first_of_class())


@cache
def _first_of_class() -> dict[int, int]:
    return {ord(char): ord(chars[0]) for chars in words("confusables", "class") for char in chars[1:]}
