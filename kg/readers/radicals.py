"""Characters that a PDF's font took for their radicals: they look the same and are no words (`⽔` for `水`)."""

from __future__ import annotations

import unicodedata

_KANGXI = range(0x2F00, 0x2FD6)
_SUPPLEMENT = dict(
    zip(
        "⺠⺟⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
        "民母虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟",
        strict=True,
    )
)
"""Those of the supplement that are whole characters of simplified Chinese; Unicode itself maps few of them."""

_CHARACTERS = str.maketrans(
    {**{chr(code): unicodedata.normalize("NFKC", chr(code)) for code in _KANGXI}, **_SUPPLEMENT}
)


def without_radicals(text: str) -> str:
    """The text with each radical as the character that it stands for.

    >>> without_radicals("⽔⼚⻓安")
    '水厂长安'
    """
    return text if text.isascii() else text.translate(_CHARACTERS)
