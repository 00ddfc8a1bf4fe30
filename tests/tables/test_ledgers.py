"""Project ledgers: a row a project."""

from __future__ import annotations

from tests.tables.making import reading


def test_a_ledgers_columns_without_a_part_keep_their_headings() -> None:
    text = """青石区2023年重点项目台账
序号	项目名称	建设单位	建设地点	总投资（亿元）	责任单位	形象进度
1	华创封装基地	华创微电子有限公司	青石开发区	12.5	区工信局	主体封顶"""
    (row,) = reading(text).rows

    assert (row.kind, row.text("task"), row.text("progress")) == ("ledger", "华创封装基地", "主体封顶")
    assert [(heading, value.value) for heading, value in row.extra] == [
        ("建设单位", "华创微电子有限公司"),
        ("建设地点", "青石开发区"),
        ("总投资（亿元）", "12.5"),
    ]
