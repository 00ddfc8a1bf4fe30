"""Projects called after a firm and what it builds or makes, and power plants without a word for plant."""

from __future__ import annotations

import pytest

from tests.extract.finding import found, full


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "云岭化工聚脲、柳光化学水处理剂扩建、石峰新材料苯胺二期年内开工。",
            ["云岭化工聚脲", "柳光化学水处理剂扩建", "石峰新材料苯胺二期"],
        ),
        ("推动柳光化学二元醇扩产投产达效。", ["柳光化学二元醇扩产"]),
        ("云岭纸业包装基地主体完工。", ["云岭纸业包装基地"]),
        ("支持云岭化工做强氯碱链条。", []),
        ("云岭化工新上两条线，产品销往外地。", []),
        ("与柳光化学签订合作协议。", []),
        ("招引柳光化学设前置总仓。", []),
    ],
)
def test_a_firm_with_what_it_makes_is_a_project_where_it_goes_forward(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Project") == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("白云镇渔光互补首批12万千瓦送电。", ["白云镇渔光互补"]),
        ("县里与睿霖电源签了白云镇独立储能100MW，年底动工。", ["白云镇独立储能"]),
        ("推进青石镇独立储能、白云镇分散式风电并网。", ["青石镇独立储能", "白云镇分散式风电"]),
        ("大力发展储能产业，光伏装机快速增长。", []),
        ("风电并网规模居全省前列。", []),
    ],
)
def test_a_power_plant_is_called_by_a_name_and_its_kind(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Project") == names


def test_bare_firms_beside_such_a_project_stand_for_their_projects() -> None:
    assert full("推动睿霖化工、柳光化学二元醇扩产投产达效。") == {
        "睿霖化工": "睿霖化工项目",
        "柳光化学二元醇扩产": "柳光化学二元醇扩产",
    }


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("睿霖化工、柳光化学扩产等开工。", {"睿霖化工": "睿霖化工项目", "柳光化学扩产": "柳光化学扩产"}),
        ("走访睿霖化工、柳光化学等企业。", {}),
    ],
)
def test_firms_that_are_begun_stand_for_their_projects(sentence: str, names: dict[str, str]) -> None:
    assert full(sentence) == names
