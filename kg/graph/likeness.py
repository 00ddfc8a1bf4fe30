"""How much two texts have in common, by the pairs of neighbouring characters that they share."""

from __future__ import annotations

from kg.resolve.normal import normal


def pairs(text: str) -> frozenset[str]:
    """The pairs of neighbouring characters of a text, the text itself where it has only one.

    >>> sorted(pairs("污水厂"))
    ['水厂', '污水']
    """
    return frozenset({text[at : at + 2] for at in range(len(text) - 1)} or ({text} if text else set()))


def likeness(a: str, b: str) -> float:
    """The share of pairs that two texts have in common, 0 to 1, print differences left out.

    >>> likeness("污水处理厂", "污水处理厂"), likeness("污水厂", "幼儿园")
    (1.0, 0.0)
    """
    first, second = pairs(normal(a)), pairs(normal(b))
    return 2 * len(first & second) / (len(first) + len(second)) if first and second else 0.0
