"""Undertakings in lists that are told of, counted or driven on together."""

from __future__ import annotations

import pytest

from tests.extract.finding import found, full


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("石峰高端面料、柳光精密轴承等20个投产。", ["石峰高端面料", "柳光精密轴承"]),
        (
            "海川大桥、柳九隧道等16个完工；青云高铁、石柳高速等84个在建。",
            ["海川大桥", "柳九隧道", "青云高铁", "石柳高速"],
        ),
        ("海川路等6条断头路打通。", ["海川路"]),
        ("青云高铁、柳溪河供水同步推进。", ["青云高铁"]),
        ("石峰高端面料产业园（2亿元）、柳光精密轴承基地等先后落地。", ["石峰高端面料产业园", "柳光精密轴承基地"]),
        ("博瑞新材、恒晟科技等20个竣工。", ["博瑞新材", "恒晟科技"]),
        ("疫情防控、复工复产有序推进。", []),
        ("与睿霖化工、柳光化学签约。", []),
        ("青柳镇、石桥镇等8个乡镇集中开工。", []),
    ],
)
def test_a_whole_list_is_told_to_go_forward(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Project") == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("新开工工业项目12个，有石峰高端面料、柳光精密轴承等。", ["石峰高端面料", "柳光精密轴承"]),
        ("新建6所：海川小学、柳溪幼儿园。", ["海川小学", "柳溪幼儿园"]),
        ("境内有海川河、柳溪河。", []),
    ],
)
def test_a_list_may_be_opened_by_how_many_they_are(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Project") == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("秦山片区推进柳溪水库、石桥水库。", ["柳溪水库", "石桥水库"]),
        ("抢建海川高铁、柳九隧道。", ["海川高铁", "柳九隧道"]),
        ("推动智能制造、现代物流。", []),
    ],
)
def test_named_works_are_driven_on_in_lists(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Project") == names


def test_a_firm_in_such_a_list_stands_for_its_project() -> None:
    assert full("睿霖化工、柳光精密轴承等20个投产。")["睿霖化工"] == "睿霖化工项目"
