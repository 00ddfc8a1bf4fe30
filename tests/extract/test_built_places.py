"""Places that are being built are projects too; counts, aims and kinds are none."""

from __future__ import annotations

import pytest

from tests.extract.finding import found


@pytest.mark.parametrize(
    ("sentence", "projects", "parks"),
    [
        (
            "新建青岚游园、望川口袋公园、滨水体育公园。",
            ["青岚游园", "望川口袋公园", "滨水体育公园"],
            ["青岚游园", "望川口袋公园", "滨水体育公园"],
        ),
        ("柳荫路游园已完工，望川游园在施工中。", ["柳荫路游园", "望川游园"], ["柳荫路游园", "望川游园"]),
        (
            "高水平规划建设青岚临空产业园、高端装备智能制造产业园。",
            ["青岚临空产业园", "高端装备智能制造产业园"],
            ["青岚临空产业园", "高端装备智能制造产业园"],
        ),
        ("保障青岚氢能产业园、云计算产业园等园区规划建设。", ["青岚氢能产业园", "云计算产业园"], None),
        ("推进青岚港铁路物流基地建设。", ["青岚港铁路物流基地"], ["青岚港铁路物流基地"]),
        ("启动遗址博物馆建设。", ["遗址博物馆"], []),
        ("新建口袋公园16处，新改建26处街头游园、社区公园。", [], []),
        ("新建林荫停车场8个。", [], []),
        ("打造城乡融合示范区，争创国家级现代农业产业园。", [], []),
        ("城市建成区雨污管网改造。", [], []),
    ],
)
def test_places_being_built(sentence: str, projects: list[str], parks: list[str] | None) -> None:
    assert found(sentence, "Project") == projects
    assert parks is None or found(sentence, "Park") == parks


def test_a_museum_being_built_is_an_institution_too() -> None:
    assert found("启动遗址博物馆建设。", "Institution") == ["遗址博物馆"]


def test_so_much_land_and_titles_are_no_projects() -> None:
    sentence = "建设3.5万亩油茶种植基地，创建国家区域医疗中心，规范化农贸市场建设。"
    assert found(sentence, "Project") == []
