"""What projects cost is read where no word says so, and kept apart from what was spent of a plan."""

import pytest

from tests.extract.marked import triples


@pytest.mark.parametrize(
    "told",
    [
        "{P:竹浆项目}（3亿元）、{P:纸板项目}（5亿元）签约。",
        "{P:竹浆项目}3亿元加快建设，{P:纸板项目}5亿元。",
        "总投资3亿元的{P:竹浆项目}、5亿元的{P:纸板项目}开工。",
        "{P:竹浆项目}、{P:纸板项目}分别投资3亿元、5亿元。",
        "{P:竹浆项目}投资3亿元、{P:纸板项目}投资5亿元，施工正紧。",
        "{P:竹浆项目}动工，占地60亩、3亿元；{P:纸板项目}落户，5亿元，年底投产。",
    ],
)
def test_an_amount_beside_a_project_is_its_total(told: str):
    assert triples("totalInvestment", progress=told) == {("竹浆项目", "3亿元"), ("纸板项目", "5亿元")}


def test_each_of_a_list_costs_the_same():
    found = triples("totalInvestment", progress="{P:竹浆项目}、{P:纸板项目}各投3亿元，已动工。")
    assert found == {("竹浆项目", "3亿元"), ("纸板项目", "3亿元")}


def test_a_firm_puts_money_into_a_project():
    assert triples("totalInvestment", progress="{C:甲公司}投3亿元建{P:竹浆项目}。") == {("竹浆项目", "3亿元")}


@pytest.mark.parametrize(
    "told",
    [
        "{P:竹浆项目}1.8亿元，为计划的122%。",
        "{P:竹浆项目}一期投资3亿元。",
        "{P:竹浆项目}等3所学校完工，总投资3亿元。",
        "{P:竹浆项目}等项目签约，3亿元，分布在三个镇。",
        "{P:竹浆项目}投入1200万元，大门建好。",
    ],
)
def test_money_for_a_part_or_for_many_is_no_total(told: str):
    assert triples("totalInvestment", progress=told) == set()


def test_what_was_really_put_in_was_spent():
    assert triples("investedToDate", progress="{P:竹浆项目}实投1.2亿元，已用3000万元以上。") == {
        ("竹浆项目", "1.2亿元"),
        ("竹浆项目", "3000万元"),
    }
