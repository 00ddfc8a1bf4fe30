"""Periods of documents: sorted by when they end, covered by one another, in words and read from words."""

from __future__ import annotations

from kg.extract.periods import parse_period


def period_end(notation: str | None) -> str:
    """The last month of a period as `2023-09`, so that periods sort by when they end; empty for none.

    >>> period_end("2021-Q3"), period_end("2023"), period_end("2023-09"), period_end(None)
    ('2021-09', '2023-12', '2023-09', '')
    """
    last = (notation or "").rpartition("/")[2]
    year, _, rest = last.partition("-")
    months = {"": "12", "H1": "06", "H2": "12", "Q1": "03", "Q2": "06", "Q3": "09", "Q4": "12"}
    return f"{year}-{months.get(rest, rest)}" if year else ""


def period_words(notation: str | None) -> str:
    """A period as people write it in Chinese.

    >>> period_words("2021-Q3"), period_words("2023"), period_words("2023-09"), period_words(None)
    ('2021年第三季度', '2023年', '2023年9月', '时期不明')
    """
    if not notation:
        return "时期不明"
    if "/" in notation:
        return "至".join(period_words(part) for part in notation.split("/"))
    year, _, rest = notation.partition("-")
    named = {"": "", "H1": "上半年", "H2": "下半年"} | {f"Q{n}": f"第{'一二三四'[n - 1]}季度" for n in (1, 2, 3, 4)}
    return f"{year}年{named.get(rest, rest.lstrip('0') + '月')}"


def covers_period(asked: str, reported: str | None) -> bool:
    """Whether a document of one period reports on the period asked for.

    >>> covers_period("2023", "2023-09"), covers_period("2021-Q3", "2021"), covers_period("2022", "2023")
    (True, True, False)
    """
    a, b = _months(asked), _months(reported or "")
    return bool(a and b and a[0] <= b[1] and b[0] <= a[1])


def _months(notation: str) -> tuple[str, str] | None:
    if not notation or not notation[:4].isdigit():
        return None
    first = notation.split("/")[0]
    year, _, rest = first.partition("-")
    starts = {"": "01", "H1": "01", "H2": "07", "Q1": "01", "Q2": "04", "Q3": "07", "Q4": "10"}
    return f"{year}-{starts.get(rest, rest)}", period_end(notation)


def read_period(text: str) -> str:
    """A period in this project's notation, from the notation or from Chinese words.

    >>> read_period("2021年第三季度"), read_period("2023"), read_period("2021-Q3")
    ('2021-Q3', '2023', '2021-Q3')
    """
    if _months(text) and all(char.isdigit() or char in "-/QH" for char in text):
        return text
    found = parse_period(text)
    return found.notation if found else text
