"""Header words of many offices: which column becomes which part."""

from __future__ import annotations

import pytest

from kg.model import TaskRow
from tests.tables.making import reading


def row(header: str, cells: str) -> TaskRow:
    """The only row of a table with tabs."""
    (found,) = reading(f"{header}\n{cells}").rows
    return found


def test_quarters_are_targets_together_and_keep_their_headings() -> None:
    found = row("序号\t工作任务\t一季度\t二季度\t责任单位", "1\t建成水厂\t完成设计\t开工\t县水利局")

    assert (found.text("task"), found.text("targets")) == ("建成水厂", "完成设计开工")
    assert [(heading, text.value) for heading, text in found.extra] == [("一季度", "完成设计"), ("二季度", "开工")]


def test_a_ledgers_content_of_works_is_no_target() -> None:
    found = row("项目名称\t建设规模及内容\t形象进度\t责任单位", "冷链园\t冷库5万吨\t封顶\t县商务局")

    assert (found.text("task"), found.text("targets"), found.text("progress")) == ("冷链园", "", "封顶")
    assert [(heading, text.value) for heading, text in found.extra] == [("建设规模及内容", "冷库5万吨")]


def test_a_ledger_of_problems_has_them_as_problems_and_no_task() -> None:
    text = """序号\t存在问题\t整改措施\t责任单位\t责任人\t整改时限\t整改情况
1\t河道有垃圾\t立即清理\t县水利局\t王建国\t9月底\t已完成整改。
2\t台账不全\t补齐\t县环保局\t副局长李红\t长期坚持\t正在整改。"""

    assert [
        (r.text("problems"), r.text("next_steps"), r.leaders[0].name, r.text("deadline"), r.status)
        for r in reading(text).rows
    ] == [
        ("河道有垃圾", "立即清理", "王建国", "9月底", "completed"),
        ("台账不全", "补齐", "李红", "长期坚持", "partly_completed"),
    ]


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("达序时进度", "completed"),
        ("序时推进", "partly_completed"),
        ("未达序时", "not_completed"),
        ("滞后", "not_completed"),
        ("已办结", "completed"),
        ("整改中", "partly_completed"),
    ],
)
def test_a_status_column_speaks_in_the_words_of_inspection(word: str, status: str) -> None:
    assert row("序号\t重点工作\t责任单位\t进度状态", f"1\t新建公园\t县城管局\t{word}").status == status


def test_units_left_of_the_tasks_head_the_rows_below_them() -> None:
    text = """责任单位\t序号\t重点工作\t完成情况
县发改局\t1\t争取专项债\t到位2亿元
\t2\t编制规划\t完成初稿
县财政局\t3\t组织收入\t完成九成"""

    assert [(r.number, r.units[0].name) for r in reading(text).rows] == [
        ("1", "县发改局"),
        ("2", "县发改局"),
        ("3", "县财政局"),
    ]


def test_a_row_of_totals_is_no_task() -> None:
    text = "序号\t项目名称\t总投资\t责任单位\n1\t冷链园\t18000\t县商务局\n合计\t\t18000\t"
    found = reading(text)

    assert [r.text("task") for r in found.rows] == ["冷链园"]
    assert [text[start:end] for start, end in found.remainder] == ["合计\t\t18000"]


@pytest.mark.parametrize(
    ("answer", "status"), [("是", "completed"), ("否", "not_completed"), ("滞后", "not_completed")]
)
def test_yes_and_no_answer_a_heading_that_asks(answer: str, status: str) -> None:
    assert row("序号\t任务\t责任单位\t是否达序时", f"1\t建桥\t县交通局\t{answer}").status == status


def test_a_status_word_in_brackets_heads_the_report() -> None:
    assert row("序号\t任务\t责任单位\t完成情况", "1\t建桥\t县交通局\t【已完成】通车").status == "completed"
