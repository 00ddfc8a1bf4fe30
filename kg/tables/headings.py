"""Section headings and item numbers, as printed."""

from __future__ import annotations

import re
from typing import NamedTuple

_COUNT = re.compile(r"[（(]\s*共?\s*(\d+)\s*[项条件个]\s*[)）]\s*$")
_CHINESE = "一二三四五六七八九十百"
_NUMBERED = re.compile(
    rf"^(?:第[{_CHINESE}\d]+[章节部分]+|[{_CHINESE}]+[、.．]|[（(][{_CHINESE}]+[)）]|\d{{1,2}}、(?=\S{{2,25}}[（(]共))\s*"
)
_ITEM_NUMBER = re.compile(
    rf"^\s*(?:(?P<nested>\d{{1,2}}(?:[.．]\d{{1,2}}){{1,2}})(?=[、\s]\s*[^\s\d万亿千百个元公平%％])[、．.]?|[（(]\s*(?P<round>\d{{1,3}}|[{_CHINESE}]{{1,4}})\s*[)）]|(?P<plain>\d{{1,3}})\s*(?:[.．、](?!\d)|[)）])"
    rf"|(?P<chinese>[{_CHINESE}]{{1,4}})\s*[、.．]|(?P<circled>[①-⑳㉑-㉟㊱-㊿])|第(?P<nth>\d{{1,3}}|[{_CHINESE}]{{1,4}})[项条])\s*"
)


class NumberedText(NamedTuple):
    """An item number at the head of a text, and how many characters it takes there."""

    number: str
    length: int
    level: int


def announced_count(text: str) -> int | None:
    """The number of rows that a heading announces.

    >>> announced_count("（一）聚力做强六大产业（共 17项）")
    17
    """
    found = _COUNT.search(text) if _may_count(text) else None
    return int(found.group(1)) if found else None


def without_count(text: str) -> str:
    """A heading without its count.

    >>> without_count("主要预期目标(共6项)")
    '主要预期目标'
    """
    return _COUNT.sub("", text) if _may_count(text) else text


def _may_count(text: str) -> bool:
    return text.rstrip().endswith((")", "）"))


def looks_like_heading(text: str) -> bool:
    """Whether a line on its own is a section heading: it announces rows, or is numbered and no sentence.

    >>> looks_like_heading("（二）聚力深化科技创新，改革赋能激活力"), looks_like_heading("（一）建成投用一期项目。")
    (True, False)
    """
    if announced_count(text) is not None:
        return True
    return bool(_NUMBERED.match(text)) and len(text) <= 60 and "。" not in text and text[-1] not in "；;！!：:，,、"


def leading_number(text: str) -> NumberedText | None:
    """The item number that a paragraph starts with; `level` orders the styles from 一、 (1) to ① (5).

    A decimal is a number only where a blank or 、 follows (`1.2 新建泵站`).

    >>> leading_number("（3）新建泵站"), leading_number("3.5万亩")
    (NumberedText(number='3', length=3, level=4), None)
    """
    found = _ITEM_NUMBER.match(text)
    if not found:
        return None
    kind = str(found.lastgroup)
    number = found.group(kind)
    level = {"nth": 1, "chinese": 1, "nested": 3, "round": 4, "plain": 3, "circled": 5}[kind]
    if kind == "round" and not number.isdigit():
        level = 2
    return NumberedText(number, found.end(), level)
