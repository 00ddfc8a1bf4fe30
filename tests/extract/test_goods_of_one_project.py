"""Goods of one owner that 、 or 和 joins before 项目 are one project; undertakings and owners in a list are several."""

from __future__ import annotations

import pytest

from tests.extract.finding import found


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("石峰科技公司建筑门窗、防火玻璃项目竣工。", ["石峰科技公司建筑门窗、防火玻璃项目"]),
        ("泰安市食用菌菌种生产、栽培及加工综合建设项目开工。", ["泰安市食用菌菌种生产、栽培及加工综合建设项目"]),
        ("新型装饰材料和石膏制品生产项目开工。", ["新型装饰材料和石膏制品生产项目"]),
        ("石峰科技公司建筑门窗、柳光科技公司防火玻璃项目竣工。", ["石峰科技公司建筑门窗", "柳光科技公司防火玻璃项目"]),
        ("海川路、石峰路改造工程完工。", ["海川路", "石峰路改造工程"]),
        ("石峰科技公司建筑门窗、年产5万吨钢管项目竣工。", ["石峰科技公司建筑门窗", "年产5万吨钢管项目"]),
    ],
)
def test_what_one_owner_makes_is_one_project(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Project") == names
