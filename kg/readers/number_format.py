"""A sheet's values as people see them: 6% and not 0.06, 2023年9月 and not a serial number."""

from __future__ import annotations

import datetime
import re
from decimal import ROUND_HALF_UP, Context, Decimal

_QUOTED = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]')
_DATE_MARK = re.compile(r"[ymdhse]|上午", re.IGNORECASE)
_DATE_PART = re.compile(r"y{2,4}|e|m{1,5}|d{1,4}|h{1,2}|s{1,2}|\.0+|AM/PM|上午/下午", re.IGNORECASE)
_DIGITS = re.compile(r"[#0?][#0?,]*(\.[#0?]*)?,*")
_WEEKDAYS = "一二三四五六日"
MAX_DECIMALS = 15
MAX_SHOWN = 1e15
"""Sheets keep 15 digits; a larger value is no figure of an office table and shown as it is."""

Value = object


def shown(value: Value, number_format: str = "General") -> str:
    """The text that a sheet shows for a stored value.

    Covers what office tables use: general, fixed decimals, thousands, percent, dates, times and literal text;
    a fraction or scientific format is shown as a general number.

    >>> shown(0.06, "0%"), shown(12345.5, "#,##0.00"), shown(datetime.datetime(2023, 9, 30), 'yyyy"年"m"月"')
    ('6%', '12,345.50', '2023年9月')
    """
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (datetime.datetime, datetime.date, datetime.time)):
        return _shown_date(value, number_format)
    if isinstance(value, datetime.timedelta):
        return _shown_duration(value)
    if isinstance(value, (int, float)):
        return _shown_number(value, number_format)
    return str(value).replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n")


def general(value: float) -> str:
    """A number without a format: at most 11 significant digits, no trailing zeros, as sheets show it.

    >>> general(7.0), general(0.1 + 0.2), general(370404000000.0)
    ('7', '0.3', '370404000000')
    """
    if value == int(value):
        return str(int(value))
    text = f"{value:.11g}"
    return format(Decimal(text), "f") if abs(value) > 1e-9 else text


def _shown_number(value: float, number_format: str) -> str:
    if not abs(value) < MAX_SHOWN:
        return str(value)
    section, value = _section(value, number_format)
    plain = _without_literals(section)
    if section.strip().lower() in {"general", "@", ""} or "general" in plain.lower() or re.search(r"[eE][+-]|/", plain):
        return general(value)
    digits = _DIGITS.search(plain)
    if digits is None:
        return general(value) if not section.strip('"') else _literals(section)
    before, after = _split_at(section, digits.group())
    return _literals(before) + _digits(value, digits.group(), plain.count("%")) + _literals(after)


def _digits(value: float, pattern: str, percents: int) -> str:
    whole, _, decimals = pattern.rstrip(",").partition(".")
    thousands = len(pattern) - len(pattern.rstrip(","))
    number = Decimal(repr(value)).scaleb(2 * percents - 3 * thousands)
    most, least = min(len(decimals), MAX_DECIMALS), min(decimals.count("0"), MAX_DECIMALS)
    rounded = number.quantize(Decimal(1).scaleb(-most), ROUND_HALF_UP, Context(prec=100))
    text = format(rounded, ",f" if "," in whole else "f")
    integer, _, fraction = text.partition(".")
    fraction = fraction[:least] + fraction[least:].rstrip("0")
    zeros = whole.count("0")
    sign, integer = ("-", integer[1:]) if integer.startswith("-") else ("", integer)
    integer = integer.zfill(zeros) if zeros else integer.lstrip("0") if integer == "0" else integer
    return sign + integer + ("." + fraction if fraction or (least and decimals) else "")


def _section(value: float, number_format: str) -> tuple[str, float]:
    """The part of `positive;negative;zero` that applies; a part of its own for negatives shows no sign."""
    sections = _split_sections(number_format)
    if value < 0 and len(sections) > 1:
        return sections[1], -value
    if value == 0 and len(sections) > 2:
        return sections[2], value
    return sections[0], value


def _split_sections(number_format: str) -> list[str]:
    parts = re.findall(r'(?:"[^"]*"|\\.|[^;"\\])+', number_format)
    return parts or ["General"]


def _split_at(section: str, digits: str) -> tuple[str, str]:
    """What stands before and after the digits, which are outside quotation marks."""
    for match in re.finditer(re.escape(digits), section):
        if section.count('"', 0, match.start()) % 2 == 0:
            return section[: match.start()], section[match.end() :]
    return "", ""


def _literals(text: str) -> str:
    """Literal text as shown; colours, conditions, padding and filling are nothing to see."""
    return _QUOTED.sub(lambda match: match.group(1) or match.group(2) or _currency(match.group()), text).replace(
        "?", ""
    )


def _currency(bracket: str) -> str:
    """`[$¥-804]` shows its sign."""
    match = re.fullmatch(r"\[\$([^-\]]*)(-[^\]]*)?\]", bracket)
    return match.group(1) if match else ""


def _without_literals(section: str) -> str:
    return _QUOTED.sub("", section)


def _shown_date(value: datetime.datetime | datetime.date | datetime.time, number_format: str) -> str:
    section = _split_sections(number_format)[0]
    if (
        isinstance(value, datetime.time)
        or not _DATE_MARK.search(_without_literals(section))
        or "general" in section.lower()
    ):
        return _plain_date(value)
    section = _BUILT_IN.get(section.strip().lower(), section)
    afternoon = bool(re.search("AM/PM|上午/下午", section, re.IGNORECASE))
    shown_parts: list[str] = []
    position, after_hours = 0, False
    literal_or_part = re.compile(f"{_QUOTED.pattern}|{_DATE_PART.pattern}", re.IGNORECASE)
    for match in literal_or_part.finditer(section):
        shown_parts.append(section[position : match.start()])
        position = match.end()
        part = match.group()
        if _QUOTED.fullmatch(part):
            shown_parts.append(_literals(part))
            continue
        minutes = after_hours or section[match.end() :].lstrip(":").lower().startswith("s")
        shown_parts.append(_date_part(value, part.lower(), minutes, afternoon))
        after_hours = part.lower().startswith("h") or (after_hours and not part.lower().startswith("m"))
    return "".join([*shown_parts, section[position:]]).split(";@")[0]


def _date_part(value: datetime.datetime | datetime.date, part: str, minutes: bool, afternoon: bool) -> str:
    hour = value.hour if isinstance(value, datetime.datetime) else 0
    minute, second = (value.minute, value.second) if isinstance(value, datetime.datetime) else (0, 0)
    two = len(part) == 2
    if part[0] in "ye":
        return f"{value.year % 100:02d}" if part == "yy" else str(value.year)
    if part[0] == "m":
        number = minute if minutes else value.month
        return f"{number:02d}" if two else f"{number}月" if len(part) > 2 else str(number)
    if part[0] == "d":
        if len(part) > 2:
            return "星期" + _WEEKDAYS[value.weekday()] if len(part) == 4 else "周" + _WEEKDAYS[value.weekday()]
        return f"{value.day:02d}" if two else str(value.day)
    if part[0] == "h":
        hour = (hour - 1) % 12 + 1 if afternoon else hour
        return f"{hour:02d}" if two else str(hour)
    if part[0] == "s":
        return f"{second:02d}" if two else str(second)
    return "" if part[0] == "." else "上午" if hour < 12 else "下午"


_BUILT_IN = {"mm-dd-yy": "yyyy/m/d", "m/d/yy h:mm": "yyyy/m/d h:mm", "m/d/yyyy": "yyyy/m/d"}
"""Formats 14 and 22 follow the computer's region: in China a date is shown year first."""


def _plain_date(value: datetime.datetime | datetime.date | datetime.time) -> str:
    if isinstance(value, datetime.time):
        return value.strftime("%H:%M:%S" if value.second else "%H:%M")
    if isinstance(value, datetime.datetime) and (value.hour or value.minute or value.second):
        return value.strftime("%Y-%m-%d %H:%M")
    return value.strftime("%Y-%m-%d")


def _shown_duration(value: datetime.timedelta) -> str:
    seconds = int(value.total_seconds())
    return f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
