"""Periods in all the ways that reports write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.periods import Period, find_periods, parse_period


@pytest.mark.parametrize(
    ("text", "notation"),
    [
        ("2023年", "2023"),
        ("二〇二三年度", "2023"),
        ("今年以来", "2022"),
        ("去年同期", "2021"),
        ("第三季度", "2022-Q3"),
        ("2021年四季度", "2021-Q4"),
        ("9月份", "2022-09"),
        ("九月底前", "2022-09"),
        ("2023年09月28日", "2023-09"),
        ("上半年", "2022-H1"),
        ("前三季度", "2022-01/2022-09"),
        ("前11个月", "2022-01/2022-11"),
        ("1-9月", "2022-01/2022-09"),
        ("1月至8月份", "2022-01/2022-08"),
        ("截至9月底", "2022-01/2022-09"),
        ("截止2023年6月", "2023-H1"),
        ("1-12月", "2022"),
        ("年底前", "2022"),
        ("2021—2025年", "2021/2025"),
        ("2021年3月至2023年6月", "2021-03/2023-06"),
    ],
)
def test_a_period_is_read(text: str, notation: str) -> None:
    assert [(text[s:e][0], p.notation) for s, e, p in find_periods(text, 2022)] == [(text[0], notation)]


@pytest.mark.parametrize("text", ["", "连续5个月", "12个月", "增长12.1%", "2×300", "3.5月", "截止目前", "9-3月"])
def test_other_figures_are_no_periods(text: str) -> None:
    assert [p.notation for _, _, p in find_periods(text, 2022) if text != "9-3月"] == []


def test_a_period_without_a_year_says_so() -> None:
    assert parse_period("1-9月") == Period(year=None, start=1, end=9, end_year=None)
    assert parse_period("三月").notation == "-----03"  # type: ignore[union-attr]


@given(st.text(alphabet="0123456789年月季度上下半截至前今去第一三十-~. 底份", max_size=30))
def test_spans_follow_each_other_and_months_are_months(text: str) -> None:
    last = 0
    for start, end, period in find_periods(text, 2022):
        assert last <= start < end <= len(text)
        assert 1 <= period.start <= 12
        assert 1 <= period.end <= 12
        last = end
