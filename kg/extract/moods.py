"""Fact, plan or denial: what the words before a phrase make of it (已, 拟, 推进, 尚未)."""

from __future__ import annotations

import re
from functools import cache

from kg.words import word_table

_MONTH = re.compile(r"(?<!\d)(\d{1,2})月(?:份|底|初|中旬|上旬|下旬)?")
_PERIOD = re.compile(r"\d{4}-(?:Q(\d)|(\d{2}))$")


def mood_before(text: str, start: int, end: int) -> str | None:
    """The mood that the nearest mood word of `text[start:end]` sets, None where there is none.

    `fact`: it is so; `planned`: somebody means to; `pushed`: somebody works towards it; `denied`: it is not so.
    Words like 完成 tell a fact only where nothing before them means or denies it.

    >>> mood_before("力争年底已开工", 0, 5), mood_before("项目尚未开工", 0, 4), mood_before("推进项目", 0, 4)
    ('fact', 'denied', 'pushed')
    >>> mood_before("力争顺利投产", 0, 4), mood_before("推进顺利投产", 0, 4)
    ('planned', 'fact')
    """
    last = None
    for found in _pattern().finditer(text, start, max(start, end)):
        mood = _moods()[found.group()]
        if mood != "weak":
            last = mood
        elif last not in ("planned", "denied"):
            last = "fact"
    return last


def is_future(words: str, period: str | None) -> bool:
    """Whether words name a month after the period (`2021-Q3`, `2023-09`) that a document speaks of.

    >>> is_future("12月开始", "2021-Q3"), is_future("7月初", "2021-Q3"), is_future("12月", "2021")
    (True, False, False)
    """
    known = _PERIOD.match(period or "")
    if not known:
        return False
    last = int(known.group(1)) * 3 if known.group(1) else int(known.group(2))
    months = [int(found.group(1)) for found in _MONTH.finditer(words)]
    return any(last < month <= 12 for month in months)


@cache
def _moods() -> dict[str, str]:
    return {row["word"]: row["mood"] for row in word_table("statement_moods")}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(_moods(), key=len, reverse=True))))
