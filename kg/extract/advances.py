"""Words for work that goes on, behind the projects that it is about: `A、B等3个项目加快推进`."""

from __future__ import annotations

import re
from functools import cache

from kg.words import word_table

LIST_TAIL = (
    r"(?:等|等?(?=[\d两三四五六七八九十])[^，。；：、□]{0,18}?(?:个|条|座|所|处|家|片|项))[^，。；：、□带助拉促]{0,14}?"
    r"(?:、\d+(?:余|多)?(?:个|条|座|所|处|家|片|项|栋|户|公里)[^，。；：、□带助拉促]{0,8}?)?"
)
"""How a list is summed up: `等`, `等3所学校`, `2个老旧小区`."""
_OF_IT = "(?:项目|工程|建设|施工|主体|目前|现|也|均|都|已|亦)*"
_OPENS = "(?:目前|现|现已|已|均|都|该项目|项目|工程|也)*"
_BEFORE_A_LIST = re.compile(r"(?:了|(?:总?投资)?[约近]?[\d.]+[亿万]元的|\d+[个项条座所处](?:项目|工程)?)*[“‘（(]?")
_ENDS = "中?(?=[，,。；;、]|$)"


def advances(text: str, after: int) -> re.Match[str] | None:
    """What stands right behind a list of projects at `after` and says that their work goes on.

    >>> advances("等3个项目加快推进，", 0).group(), advances("加快了步伐，", 0)
    ('等3个项目加快推进', None)
    """
    return _behind_a_list().match(text, after)


def goes_ahead(text: str, start: int, end: int) -> re.Match[str] | None:
    """A clause `[start, end)` that says nothing else than that work goes on: `目前正加紧实施`."""
    return _clause().match(text, start, end)


def counted_work(text: str, start: int, end: int) -> re.Match[str] | None:
    """A clause `[start, end)` that says so of a count of projects: `15个转型项目推进有力`."""
    return _count().match(text, start, end)


def driven(text: str, start: int, first: int, after: int) -> re.Match[str] | None:
    """The verb in `text[start:first]` that drives a list of projects `[first, after)` on, with nothing else said of it.

    >>> driven("市里推进甲路、乙桥。", 0, 4, 9).group(), driven("推进甲路前期。", 0, 2, 4)
    ('推进', None)
    """
    if not _drive_ends().match(text, after):
        return None
    return next((found for found in _drives().finditer(text, start, first) if _up_to(text, found.end(), first)), None)


def _up_to(text: str, end: int, first: int) -> bool:
    return _BEFORE_A_LIST.fullmatch(text, end, first) is not None


def _words(kind: str) -> str:
    listed = (row["word"] for row in word_table("advance_words") if row["kind"] == kind)
    return "|".join(sorted(listed, key=len, reverse=True))


def _work() -> str:
    manner, verb, whole = map(_words, ("manner", "verb", "whole"))
    return f"(?:(?:{manner})+地?(?:{verb})+|实施[^，。；、□]{{0,4}}(?:{verb})|(?:{manner})*(?:{whole}))"


@cache
def _behind_a_list() -> re.Pattern[str]:
    return re.compile(f"(?![^，。；、□]{{0,18}}前期)(?:{LIST_TAIL})?{_OF_IT}{_work()}{_ENDS}")


@cache
def _drives() -> re.Pattern[str]:
    return re.compile(_words("drive"))


@cache
def _drive_ends() -> re.Pattern[str]:
    return re.compile(rf"(?:{LIST_TAIL})?(?:项目|工程|建设|\d+[个项条座所处])*(?=[，,。；;]|$)")


@cache
def _clause() -> re.Pattern[str]:
    return re.compile(f"{_OPENS}{_work()}{_ENDS}")


@cache
def _count() -> re.Pattern[str]:
    return re.compile(rf"[^，。；：、□]{{0,12}}?\d+(?:余|多)?[个项条所座处][^，。；：、□]{{0,14}}?{_work()}{_ENDS}")
