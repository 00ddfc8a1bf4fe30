"""Words for a season, a sort or what is done to all projects name none; a price is said of what is built."""

from __future__ import annotations

import pytest

from tests.extract.finding import found


@pytest.mark.parametrize(
    "sentence",
    [
        "组织春季重大项目集中开工。",
        "城建项目开工20个。",
        "推进县域重点项目建设。",
        "柳溪县重点项目全部开工。",
        "13个拟新开项目全部动工。",
        "坚持大抓项目、抓大项目。",
        "做好预备项目服务。",
        "调研城市更新项目。",
        "坚持以人才引项目。",
        "抓好储能和电池回收项目。",
        "两条250万吨/年生产线投产。",
        "新增10宗城乡防灾工程。",
    ],
)
def test_which_sort_of_projects_is_no_name(sentence: str) -> None:
    assert found(sentence, "Project") == []


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("石峰新能源产业园投资10亿元，年底前开园。", ["石峰新能源产业园"]),
        ("柳溪区第二实验学校总投资9000万元。", ["柳溪区第二实验学校"]),
        ("石峰新能源产业园年产值10亿元。", []),
    ],
)
def test_what_has_cost_a_sum_is_built(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Project") == names


def test_a_sum_in_brackets_is_no_part_of_an_item() -> None:
    assert found("石峰面料产业园（2亿元）、柳光轴承基地（5000万元）等项目落地。", "Project") == [
        "石峰面料产业园",
        "柳光轴承基地",
    ]
