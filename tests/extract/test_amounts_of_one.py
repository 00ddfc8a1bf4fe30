"""An amount is stated of the one project that it is for, and of none where it is for several."""

import pytest

from tests.extract.marked import triples


def test_an_amount_right_behind_a_name_is_its_total():
    found = triples("totalInvestment", progress="{P:竹浆项目}投资3亿元，{P:纸板项目}5亿元，{P:水厂项目}4000万元。")
    assert found == {("竹浆项目", "3亿元"), ("纸板项目", "5亿元"), ("水厂项目", "4000万元")}


@pytest.mark.parametrize(
    "told",
    [
        "投资4亿元的{P:竹浆项目}等3个项目加快建设。",
        "投入6亿元改造{P:东河路}、{P:西山路}等道路。",
        "{P:竹浆项目}现场开工，全市项目71个、总投资448亿元。",
    ],
)
def test_an_amount_for_many_is_nobodys(told: str):
    assert triples("totalInvestment", progress=told) == set()


def test_what_a_project_has_completed_is_money_spent():
    assert triples("investedToDate", progress="{P:竹浆项目}完成6.1亿元，主体在建。") == {("竹浆项目", "6.1亿元")}
    assert triples("investedToDate", progress="{P:竹浆项目}完成5000万元债券审批。") == set()
    assert triples("investedToDate", task="{P:竹浆项目}完成投资2亿元。") == set()


def test_totals_stand_in_plans_too():
    assert triples("totalInvestment", next_steps="{P:竹浆项目}总投资7亿元，全力推进。") == {("竹浆项目", "7亿元")}


def test_a_sentence_may_go_on_about_the_project_without_its_name():
    told = "{P:东河学校}已开工。该项目投资2亿元，设36个班。"
    assert triples("totalInvestment", progress=told) == {("东河学校", "2亿元")}


def test_money_for_some_years_is_not_the_total():
    assert triples("totalInvestment", progress="{P:竹浆项目}已开工，两年内计划投资5亿元。") == set()


@pytest.mark.parametrize(
    ("name", "capacity"),
    [("3万锭纺纱项目", "3万锭"), ("年产10吉瓦硅棒项目", "年产10吉瓦"), ("200万套/年轮胎项目", "200万套/年")],
)
def test_output_has_many_units(name: str, capacity: str):
    assert triples("capacity", task=f"建设{{P:{name}}}。") == {(name, capacity)}


def test_a_school_holds_classes():
    assert triples("capacity", progress="{P:东河学校}投资2亿元，42个班。") == {("东河学校", "42个班")}


@pytest.mark.parametrize("comma", ["，", ","])
def test_what_is_built_next_does_not_take_the_amount(comma: str):
    assert triples("totalInvestment", progress=f"{{P:竹浆项目}}投资8000万元{comma}新建车间。") == {
        ("竹浆项目", "8000万元")
    }
    assert triples("totalInvestment", progress=f"{{C:甲公司}}投资3亿元{comma}建设{{P:竹浆项目}}。") == {
        ("竹浆项目", "3亿元")
    }
