"""Periods as Chinese reports write them: years, halves, quarters, months and spans of months.

A period is a span of whole months. Its notation is `2023` for a year, `2023-H1` for a half, `2023-Q3` for a quarter,
`2023-09` for a month and `2023-01/2023-08` for any other span; `----` stands for a year that is not known.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from kg.model.record import Record

_DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}
_MONTH_WORDS = _DIGITS | {"十": 10, "十一": 11, "十二": 12}
_MONTH = r"(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_TO = r"(?:[-—－–~～]{1,2}|[至到])"
_END = r"月(?:份|底|末|\d{1,2}日)?前?"

_Months = tuple[int, int]
_BODIES: tuple[tuple[str, Callable[..., _Months]], ...] = (
    (rf"{_MONTH}(?:月份?)?{_TO}{_MONTH}{_END}", lambda first, last: (_month(first), _month(last))),
    (rf"前{_MONTH}个?月", lambda last: (1, _month(last))),
    (rf"{_MONTH}{_END}", lambda month: (_month(month), _month(month))),
    (r"上半年", lambda: (1, 6)),
    (r"下半年", lambda: (7, 12)),
    (r"前([二三23])个?季度", lambda count: (1, 3 * _month(count))),
    (r"第?([一二三四1-4])季度", lambda quarter: (3 * _month(quarter) - 2, 3 * _month(quarter))),
    (r"(?:全年|年底|年末)", lambda: (1, 12)),
)
_PARSERS = tuple((re.compile(pattern), months) for pattern, months in _BODIES)
_BODY = "|".join(re.sub(r"\((?!\?)", "(?:", pattern) for pattern, _ in _BODIES)
_YEAR = r"(?:19|20)\d\d|二[〇○零][〇○零一二三四五六七八九]{2}"
_RELATIVE = {"今年": 0, "本年": 0, "当年": 0, "去年": -1, "上年": -1, "明年": 1}
_PERIOD = re.compile(
    rf"(?=[\d二一三四五六七八九十前截今本当去上明下第全年])(?<![\d.])(?P<until>截[至止到](?:目前)?)?"
    rf"(?:(?:(?P<year>{_YEAR})年?{_TO})?(?P<end_year>{_YEAR})年度?|(?P<relative>{'|'.join(_RELATIVE)})度?)?"
    rf"(?P<body>{_BODY})?"
)
_OVER_YEARS = re.compile(rf"(?<!\d)({_YEAR})年{_MONTH}月?{_TO}({_YEAR})年{_MONTH}月")


class Period(Record):
    """Whole months, from `start` of `year` to `end` of `end_year`; both years are None where none is known.

    >>> Period(year=2023, start=1, end=8, end_year=2023).notation
    '2023-01/2023-08'
    """

    year: int | None
    start: int
    end: int
    end_year: int | None

    @property
    def notation(self) -> str:
        """The period in the notation of this module."""
        year, end_year = (f"{y:04d}" if y is not None else "----" for y in (self.year, self.end_year))
        span = (self.start, self.end)
        if year != end_year:
            return f"{year}/{end_year}" if span == (1, 12) else f"{year}-{self.start:02d}/{end_year}-{self.end:02d}"
        named = {(1, 12): year, (1, 6): f"{year}-H1", (7, 12): f"{year}-H2"}
        named |= {(3 * quarter - 2, 3 * quarter): f"{year}-Q{quarter}" for quarter in (1, 2, 3, 4)}
        named |= {(month, month): f"{year}-{month:02d}" for month in range(1, 13)}
        return named.get(span) or f"{year}-{self.start:02d}/{year}-{self.end:02d}"


def parse_period(text: str, year: int | None = None) -> Period | None:
    """The first period that a text names, None where it names none; `year` completes one that names no year.

    >>> parse_period("1-9月", 2023).notation, parse_period("截至9月底", 2023).notation
    ('2023-01/2023-09', '2023-01/2023-09')
    >>> parse_period("2021年上半年").notation, parse_period("目标第三季度落实情况表", 2021).notation
    ('2021-H1', '2021-Q3')
    """
    return next((period for _, _, period in find_periods(text, year)), None)


def find_periods(text: str, year: int | None = None) -> Iterator[tuple[int, int, Period]]:
    """Every period that a text names as `(start, end, period)`, in order.

    `今年` and months without a year are of `year`; a span whose months run backwards is none.

    >>> [period.notation for _, _, period in find_periods("2022年完工，今年3月投产，截至8月底产值2亿元", 2023)]
    ['2022', '2023-03', '2023-01/2023-08']
    """
    position = 0
    while found := _PERIOD.search(text, position):
        found = _OVER_YEARS.match(text, found.start()) or found
        period = _read(found, year)
        if period:
            yield found.start(), found.end(), period
        position = found.end() if period else found.start() + 1


def _read(found: re.Match[str], year: int | None) -> Period | None:
    if found.re is _OVER_YEARS:
        first, start, last, end = found.groups()
        return Period(year=_year(first), start=_month(start), end=_month(end), end_year=_year(last))
    relative, body = found["relative"], found["body"]
    if body is None and not (found["end_year"] or relative):
        return None
    last_year = _year(found["end_year"]) if found["end_year"] else year
    if relative and year is not None:
        last_year = year + _RELATIVE[relative]
    start, end = _months(body) if body else (1, 12)
    if found["until"]:
        start = 1
    if start > end:
        return None
    first_year = _year(found["year"]) if found["year"] else last_year
    return Period(year=first_year, start=start, end=end, end_year=last_year)


def _months(body: str) -> _Months:
    for pattern, months in _PARSERS:
        if found := pattern.fullmatch(body):
            return months(*found.groups())
    raise AssertionError(f"no pattern reads {body}")


def _month(word: str) -> int:
    return _MONTH_WORDS[word] if word in _MONTH_WORDS else int(word)


def _year(word: str) -> int:
    return int(word) if word.isdigit() and word.isascii() else int("".join(str(_DIGITS[digit]) for digit in word))
