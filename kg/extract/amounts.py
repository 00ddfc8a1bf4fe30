"""Amounts of money as written, with their value: `1.48亿美元` is 148000000 USD."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from kg.words import word_table

_ROUGHLY = "约近超逾"
_OR_SO = ("左右", "以上", "上下")
_NUMBER = r"\d(?<![\d.]\d)\d*(?:[,，]\d{3})*(?:\.\d+)?"
"""It starts with a digit and looks back from there, for a search for one character is quick."""


class Amount(NamedTuple):
    """An amount at `[start, end)`; `value` counts whole units of the currency, `approximate` says 余, 约 or 近.

    It goes on to `past` where words behind it make it rough (`3亿元以上`).
    """

    text: str
    value: str
    unit: str
    approximate: bool
    start: int
    end: int
    past: int


def amounts(text: str, start: int = 0, end: int | None = None) -> Iterator[Amount]:
    """The amounts of `[start, end)` in order. `9.13亿` without a currency is one in yuan; `35万吨` is none.

    >>> [(a.text, a.value, a.unit, a.approximate) for a in amounts("总投资1.48亿美元，另补助100余万元")]
    [('1.48亿美元', '148000000', 'USD', False), ('100余万元', '1000000', 'CNY', True)]
    """
    for found in _pattern().finditer(text, start, len(text) if end is None else end):
        if not found["currency"] and not _stands_alone(text, found):
            continue
        scale, currency = _units()
        number = Decimal(found["number"].replace(",", "").replace("，", ""))
        value = number * scale.get(found["scale"] or "", Decimal(1))
        unit = currency[found["currency"]] if found["currency"] else "CNY"
        first, last = found.span("amount")
        about = first > start and text[first - 1] in _ROUGHLY
        or_so = text[last : last + 2] if text.startswith(_OR_SO, last) else ""
        vague = bool(about or or_so or found["over"] or found["over2"])
        yield Amount(found["amount"], _plain(value), unit, vague, first, last, last + len(or_so))


def _stands_alone(text: str, found: re.Match[str]) -> bool:
    """`9.13亿，` and `1881万，` are money where nothing is counted after them; the text before must say so."""
    after = text[found.end() : found.end() + 1]
    return found["scale"] in ("亿", "万") and (not after or after in "，,。；;、）)用")


def _plain(value: Decimal) -> str:
    return format(value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize(), "f")


@cache
def _units() -> tuple[dict[str, Decimal], dict[str, str]]:
    table = word_table("amount_units")
    scale = {row["word"]: Decimal(row["factor"]) for row in table if row["factor"]}
    return scale, {row["word"]: row["unit"] for row in table if row["unit"]}


@cache
def _pattern() -> re.Pattern[str]:
    scale, currency = _units()
    scales = "|".join(sorted(scale, key=len, reverse=True))
    currencies = "|".join(sorted(currency, key=len, reverse=True))
    return re.compile(
        rf"(?P<amount>(?P<number>{_NUMBER})(?P<over>[余多])?"
        rf"(?P<scale>{scales})?(?P<over2>[余多])?(?P<currency>{currencies})?)"
    )
