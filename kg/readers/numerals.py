"""Numbers as Word writes them before list items."""

from __future__ import annotations

_DIGITS = "〇一二三四五六七八九"
_FINANCIAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def numeral(number: int, style: str) -> str:
    """A number in one of Word's number formats; an unknown format counts in figures.

    >>> [numeral(12, style) for style in ("decimal", "chineseCounting", "upperRoman", "lowerLetter", "decimalZero")]
    ['12', '十二', 'XII', 'l', '12']
    """
    if style in {"chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCountingThousand"}:
        return chinese_number(number)
    if style in {"chineseLegalSimplified", "ideographLegalTraditional"}:
        return chinese_number(number, _FINANCIAL, "拾佰仟")
    if style in {"ideographDigital", "taiwaneseCounting", "taiwaneseDigital", "japaneseDigitalTenThousand"}:
        return "".join(_DIGITS[int(digit)] for digit in str(number))
    if style in {"upperRoman", "lowerRoman"}:
        return roman(number).upper() if style == "upperRoman" else roman(number)
    if style in {"upperLetter", "lowerLetter"}:
        return letters(number).upper() if style == "upperLetter" else letters(number)
    if style == "decimalZero":
        return f"{number:02d}"
    if style.startswith("decimalEnclosedCircle") and 1 <= number <= 20:
        return chr(0x2460 + number - 1)
    if style == "ideographTraditional":
        return _STEMS[(number - 1) % 10]
    if style == "ideographZodiac":
        return _BRANCHES[(number - 1) % 12]
    if style == "decimalFullWidth":
        return "".join(chr(0xFF10 + int(digit)) for digit in str(number))
    return str(number)


def chinese_number(number: int, digits: str = _DIGITS, units: str = "十百千") -> str:
    """A number up to 9,999 in words, figures above.

    >>> [chinese_number(n) for n in (0, 3, 10, 11, 20, 105, 110, 2023)]
    ['〇', '三', '十', '十一', '二十', '一百〇五', '一百一十', '二千〇二十三']
    """
    if not 0 < number < 10_000:
        return digits[0] if number == 0 else str(number)
    written = ""
    for place in range(len(str(number)) - 1, -1, -1):
        digit = number // 10**place % 10
        if digit:
            written += digits[digit] + (units[place - 1] if place else "")
        elif written and not written.endswith(digits[0]) and number % 10**place:
            written += digits[0]
    return written.removeprefix(digits[1]) if 10 <= number < 20 and digits == _DIGITS else written


def roman(number: int) -> str:
    """A number in small Roman figures; above 4,999 in Arabic ones.

    >>> roman(49)
    'xlix'
    """
    if not 0 < number < 5000:
        return str(number)
    written = ""
    for value, figure in _ROMAN:
        written += figure * (number // value)
        number %= value
    return written


def letters(number: int) -> str:
    """A list letter: a to z, then aa, bb, as Word counts.

    >>> letters(2), letters(28)
    ('b', 'bb')
    """
    if not 0 < number <= 780:
        return str(number)
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
