"""Captions between tables and notes below them are no cells."""

from __future__ import annotations

import pytest

from tests.tables.making import reading, understood

TABBED = """附件1
2024年重点工作任务分工表
序号\t工作任务\t责任单位
1\t新建水库\t县水利局
2\t新建桥梁\t县交通局
附件2
2024年民生实事责任分工表
序号\t实事项目\t责任单位
1\t小区改造\t县住建局
注：1.列首位的为主办单位。
2.本表由县政府督查室解释。
填表人：王明"""


@pytest.mark.parametrize("text", [TABBED, TABBED.replace("\t", "\n")], ids=["tabs", "a-cell-a-line"])
def test_what_heads_the_next_table_and_notes_stand_in_no_cell(text: str) -> None:
    found = reading(text)

    assert understood(found) == [
        ("1", "新建水库", ["县水利局:l"], ""),
        ("2", "新建桥梁", ["县交通局:l"], ""),
        ("1", "小区改造", ["县住建局:l"], ""),
    ]
    assert (found.title, found.remainder) == ("2024年重点工作任务分工表", ())


def test_a_line_that_only_begins_like_a_note_stays_in_its_cell() -> None:
    text = "序号\t任务\t责任单位\t完成情况\n1\t建库\t县水利局\t已开工。\n说明会开了3次。\n2\t修桥\t县交通局\t完工。"

    assert understood(reading(text)) == [
        ("1", "建库", ["县水利局:l"], "已开工。说明会开了3次。"),
        ("2", "修桥", ["县交通局:l"], "完工。"),
    ]
