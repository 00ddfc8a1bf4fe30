"""Blocks of labelled lines that tell one task each."""

from __future__ import annotations

from tests.tables.making import reading


def test_blocks_begin_with_the_line_that_names_the_task() -> None:
    text = """霍山区督察整改任务进展
一、河道垃圾清理不彻底
整改目标：全面清理。
整改措施：1.开展排查。
2.落实河长制。
整改时限：2023年12月底
责任单位：区水利局
责任人：王建国
整改进展：已完成整改。
二、扬尘管控不到位
整改目标：工地达标。
整改措施：加强巡查。
责任单位：区住建局（牵头）、各镇街
整改进展：正在推进。"""
    found = reading(text)

    assert (found.layout, found.remainder) == ("labelled", ())
    assert [
        (
            row.number,
            row.text("task"),
            row.text("targets"),
            row.text("next_steps"),
            row.text("deadline"),
            [(unit.name, unit.role) for unit in row.units],
            row.text("progress"),
            row.status,
        )
        for row in found.rows
    ] == [
        (
            "一",
            "河道垃圾清理不彻底",
            "全面清理。",
            "1.开展排查。2.落实河长制。",
            "2023年12月底",
            [("区水利局", "lead")],
            "已完成整改。",
            "completed",
        ),
        (
            "二",
            "扬尘管控不到位",
            "工地达标。",
            "加强巡查。",
            "",
            [("区住建局", "lead"), ("各镇街", "joint")],
            "正在推进。",
            "partly_completed",
        ),
    ]


def test_a_label_may_name_the_task_and_bear_its_number() -> None:
    text = """民生实事进展与成效
01 项目名称：提升河道生态
项目内容：新建公厕5座。
责任单位：水务局、城管局
进展与成效：已完成招标。
公厕已定点。
02 项目名称：文化惠民
项目内容：新建书房1个。
责任单位：文广旅局
进展与成效：书房已选址。"""

    assert [
        (row.number, row.section, row.text("task"), len(row.units), row.text("progress")) for row in reading(text).rows
    ] == [
        ("01", None, "提升河道生态", 2, "已完成招标。公厕已定点。"),
        ("02", None, "文化惠民", 1, "书房已选址。"),
    ]


def test_labels_within_a_report_do_not_make_it_blocks() -> None:
    text = "工作目标：全面达标。\n存在问题：资金不足。\n我局将继续努力。\n联系人：王明"

    assert [row.kind for row in reading(text).rows] == ["sentence", "sentence", "sentence"]
