"""How a units' cell is cut into units and roles."""

from __future__ import annotations

import pytest

from kg.tables.units import UnitReader

KNOWN = "支持长青粮油稳定经营，引导南山科技转型，长青粮油与南山科技合作"
CASES = [
    ("区财政局 宏远公司 南山科技 长青粮油", "区财政局:j 宏远公司:j 南山科技:j 长青粮油:j"),
    ("区化工中心区卫健局", "区化工中心:j 区卫健局:j"),
    ("区住建局 区房屋征收拆 迁事务中心", "区住建局:j 区房屋征收拆迁事务中心:j"),
    ("东岭回族镇 政府 人民银行青石 支行", "东岭回族镇政府:j 人民银行青石支行:j"),
    ("青石省级农业 高新技术产业 示范区管委会", "青石省级农业高新技术产业示范区管委会:l"),
    ("区住建局（牵头）东城街道办事处西城街道办事处", "区住建局:l 东城街道办事处:j 西城街道办事处:j"),
    ("区行政审批 服务局 (牵头) 区市场监管局", "区行政审批服务局:l 区市场监管局:j"),
    ("牵头单位：市发改委；配合单位：市财政局、各区县人民政府等相关部门", "市发改委:l 市财政局:j 各区县人民政府:j"),
    (
        "区委办公室（区委督查中心）\n区政府办公室\n政府各职能部\n门",
        "区委办公室（区委督查中心）:j 区政府办公室:j 政府各职能部门:j",
    ),
    ("区发改局、区工信局等按职责分工负责", "区发改局:j 区工信局:j"),
    ("区委宣传部（区文明办），团区委、区妇联", "区委宣传部（区文明办）:j 团区委:j 区妇联:j"),
    ("区统计局提供数据", "区统计局:l"),
    ("区国资事务\n服务中心", "区国资事务服务中心:l"),
    ("各镇（街）", "各镇（街）:l"),
    ("区农业农村局（牵\n头）区水利局", "区农业农村局:l 区水利局:j"),
]


@pytest.mark.parametrize(("cell", "units"), CASES)
def test_a_cell_names_its_units(cell: str, units: str) -> None:
    found = UnitReader(KNOWN).read(cell, ((0, len(cell)),))

    assert " ".join(f"{unit.name}:{unit.role[0]}" for unit in found) == units
    for unit in found:
        assert "".join(cell[unit.source_start : unit.source_end].split()) == unit.name


def test_a_star_before_a_name_marks_that_unit() -> None:
    cell = "★县发改局、县财政局★、县审计局 县司法局"

    assert [(unit.name, unit.role) for unit in UnitReader().read(cell, ((0, len(cell)),))] == [
        ("县发改局", "lead"),
        ("县财政局", "lead"),
        ("县审计局", "joint"),
        ("县司法局", "joint"),
    ]


def test_the_first_unit_leads_where_the_document_says_so() -> None:
    cell = "县水利局／县财政局／各乡镇"
    reader = UnitReader("责任单位中列第一位的为牵头单位。" + cell)

    assert [(unit.name, unit.role) for unit in reader.read(cell, ((0, len(cell)),))] == [
        ("县水利局", "lead"),
        ("县财政局", "joint"),
        ("各乡镇", "joint"),
    ]


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("县住建局及各乡镇（街道）", ["县住建局", "各乡镇（街道）"]),
        ("县发改局\\县财政局", ["县发改局", "县财政局"]),
        ("1.县工信局2.县商务局", ["县工信局", "县商务局"]),
        ("①县工信局 ②县商务局", ["县工信局", "县商务局"]),
    ],
)
def test_units_are_told_apart_by_words_strokes_and_numbers(cell: str, names: list[str]) -> None:
    assert [unit.name for unit in UnitReader().read(cell, ((0, len(cell)),))] == names
