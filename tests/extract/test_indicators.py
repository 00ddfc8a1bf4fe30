from decimal import Decimal

import pytest

from kg.extract.figures import figures
from kg.extract.indicators import observations
from kg.model import DocumentContext
from tests.extract.marked import CONTEXT, marked_row


def observed(
    context: DocumentContext = CONTEXT, **parts: str
) -> list[tuple[str, str, str | None, str | None, bool | None]]:
    row, _ = marked_row("甲局", **parts)
    return [
        (o.indicator, o.measure, o.target and o.target.text, o.actual and o.actual.text, o.met)
        for o in observations([row], context)
    ]


def test_target_and_actual_of_one_indicator_meet():
    found = observed(task="地区生产总值增长6%以上。", progress="1-9月，地区生产总值同比增长5.8%。")
    assert found == [("地区生产总值", "growth", "6%以上", "5.8%", False)]


def test_a_level_and_its_growth_are_two_observations():
    found = observed(progress="全区一般公共预算收入完成9.2亿元，同比增长10.1%。")
    assert found == [
        ("一般公共预算收入", "level", None, "9.2亿元", None),
        ("一般公共预算收入", "growth", None, "10.1%", None),
    ]


def test_a_fall_is_a_negative_growth():
    found = observed(task="固定资产投资增长5%左右。", progress="固定资产投资同比下降4.7%。")
    assert found == [("固定资产投资", "growth", "5%左右", "下降4.7%", False)]


def test_counts_that_task_and_progress_share_are_indicators_too():
    found = observed(task="新增便民驿站28家以上。", progress="已新增便民驿站29家。")
    assert found == [("新增便民驿站", "level", "28家以上", "29家", True)]


def test_the_interim_target_comes_before_the_annual_one():
    found = observed(task="固定资产投资增长15%。", targets="固定资产投资增长20%。", progress="固定资产投资增长18%。")
    assert found == [("固定资产投资", "growth", "20%", "18%", False)]


def test_over_a_whole_year_the_annual_target_comes_before_what_is_striven_for():
    year = DocumentContext(document="a.txt", period="2022")
    found = observed(
        year, task="固定资产投资增长15%。", targets="固定资产投资增长20%。", progress="固定资产投资增长18%。"
    )
    assert found == [("固定资产投资", "growth", "15%", "18%", True)]


def test_figures_beside_the_matter_are_left_out():
    found = observed(progress="一般公共预算收入完成91189万元，占预算的86.83%，增长8.51%。")
    assert found == [
        ("一般公共预算收入", "level", None, "91189万元", None),
        ("一般公共预算收入", "growth", None, "8.51%", None),
    ]


def test_a_towns_figures_are_not_the_districts():
    found = observed(task="固定资产投资增长5%。", progress="青竹镇：固定资产投资增长9%。")
    assert found == [("固定资产投资", "growth", "5%", None, None)]


def test_a_plan_sets_targets():
    found = observed(kind="sentence", section="二、明年工作安排", progress="地区生产总值增长5.5%左右。")
    assert found == [("地区生产总值", "growth", "5.5%左右", None, None)]


@pytest.mark.parametrize(
    ("text", "value", "unit", "comparison"),
    [
        ("贷款余额115.81亿元", Decimal("11581000000"), "元", "exactly"),
        ("总产值突破3000亿元", Decimal("300000000000"), "元", "at_least"),
        ("单位能耗下降2％以内", Decimal("-2"), "%", "at_most"),
        ("受益群众4万余人", Decimal("40000"), "人", "about"),
    ],
)
def test_figures_have_value_unit_and_comparison(text: str, value: Decimal, unit: str, comparison: str):
    assert [(f.value, f.unit, f.comparison) for f in figures(text)] == [(value, unit, comparison)]


def test_both_quotes_stand_in_their_parts():
    row, _ = marked_row("甲局", task="地区生产总值增长6%。", progress="地区生产总值增长7%，位居前列。")
    (found,) = observations([row], CONTEXT)
    assert found.target is not None
    assert found.actual is not None
    assert (found.target.evidence.quote, found.actual.evidence.quote) == ("地区生产总值增长6%。", "地区生产总值增长7%")
