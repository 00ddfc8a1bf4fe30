"""One form for writings that differ in print only: brackets, quotes, width, units, older characters."""

from __future__ import annotations

import re
from functools import cache

from kg.words import words

_BRACKETS = str.maketrans("()[]【】〔〕﹝﹞", "（）（）（）（）（）")
_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code) not in "（）"}
_DROPPED = re.compile(
    r"[-－—–─]+|[\s\"'“”‘’「」『』《》〈〉·•・‧,，、;；:：.。!！?？]+(?!\d)|[\s\"'“”‘’「」『』《》〈〉·•・‧]+"
)
_UNITS = (
    (re.compile(r"(?i)mwh"), "兆瓦时"),
    (re.compile(r"(?i)gwh"), "吉瓦时"),
    (re.compile(r"(?i)kwh"), "千瓦时"),
    (re.compile(r"(?i)mw"), "兆瓦"),
    (re.compile(r"(?i)gw"), "吉瓦"),
    (re.compile(r"(?i)kw"), "千瓦"),
    (re.compile(r"(?i)km(?![a-z])"), "公里"),
    (re.compile(r"(?i)㎡|m²|平方(?!米|公里|千米)"), "平方米"),
)


def normal(text: str) -> str:
    """A name without what only its print adds.

    >>> normal('“鲁油鲁炼” 项目(一期)'), normal("300MW/1800MWh")
    ('鲁油鲁炼项目（一期）', '300兆瓦/1800兆瓦时')
    """
    folded = _DROPPED.sub("", text.translate(_WIDTH).translate(_BRACKETS))
    if any("A" <= char <= "z" or char in "㎡²平" for char in folded):
        for pattern, unit in _UNITS:
            folded = pattern.sub(unit, folded)
    return folded


@cache
def contrast(a: str, b: str) -> bool:
    """Whether two characters are opposites that tell names apart (东 and 西, 上 and 下, 新 and 老)."""
    return any(a in chars and b in chars for chars in words("contrasts", "class"))
