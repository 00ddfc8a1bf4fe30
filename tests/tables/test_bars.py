"""Tables with bars in plain text, and what converters make of them."""

from __future__ import annotations

from tests.tables.making import reading


def told(text: str) -> list[tuple[object, ...]]:
    """Number, item, task, units, leaders and progress of each row."""
    return [
        (
            row.number,
            row.item,
            row.text("task"),
            [f"{unit.name}:{unit.role[0]}" for unit in row.units],
            [leader.name for leader in row.leaders],
            row.text("progress"),
        )
        for row in reading(text).rows
    ]


def test_one_cell_a_line_before_a_bar_is_a_table_and_lines_of_bars_end_its_rows() -> None:
    text = """实事推进情况
序号 |
主要任务 |
分管 领导 |
牵头 单位 |
推进情况 |
说明 |
||
24 |
优化背街交通。 |
徐江 |
城管局 |
已完成60%。 |
||
25 |
新增小区210个。 |
陆 明俞 悦 |
城管局 |
建成厢房38个，
亭子9个。 |
滞后 |
|
"""

    assert told(text) == [
        ("24", None, "优化背街交通。", ["城管局:l"], ["徐江"], "已完成60%。"),
        ("25", None, "新增小区210个。", ["城管局:l"], ["陆明", "俞悦"], "建成厢房38个，亭子9个。"),
    ]


def test_without_lines_of_bars_the_number_of_cells_ends_a_row() -> None:
    header = "序号 |\n目标与任务 |\n牵头单位 |\n责任单位 |\n"
    text = header + "80 |\n新增托位。 |\n县教育局 |\n各镇 |\n81 |\n建技校。 |\n县教育局 |\n|"

    assert told(text) == [
        ("80", None, "新增托位。", ["县教育局:l", "各镇:j"], [], ""),
        ("81", None, "建技校。", ["县教育局:l"], [], ""),
    ]


def test_cells_that_a_merged_one_left_out_are_found_by_what_they_hold() -> None:
    text = """类别 | 事项名称 | 责任单位 | 分管市领导 | 完成情况 | 监督电话 |
四、教育 | 14.改扩建东山学校 | 教育体育局 | 刘福利 | 完成主体。 | 8246306 |
15.运动场建设 | 教育体育局 | 刘福利 | 罗山学校：9月施工。 | 8246306 | |"""

    assert told(text) == [
        (None, "四、教育", "14.改扩建东山学校", ["教育体育局:l"], ["刘福利"], "完成主体。"),
        (None, "四、教育", "15.运动场建设", ["教育体育局:l"], ["刘福利"], "罗山学校：9月施工。"),
    ]
