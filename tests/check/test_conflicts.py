"""Contradictions are data."""

from __future__ import annotations

from kg.check.conflicts import conflict_findings, conflicts
from tests.export.make import (
    BETA_TEXT,
    INDUSTRY,
    LINE,
    OTHER_PLANNING,
    PLANNING,
    PROGRESS,
    STORAGE,
    TASK,
    fact,
    small_graph,
)


def kinds_and_messages() -> list[tuple[str, str]]:
    return [(found.kind, found.message) for found in conflicts(small_graph())]


def test_two_amounts_and_two_stages_of_one_project_and_period_contradict() -> None:
    assert kinds_and_messages() == [
        ("two-amounts", "“甲区100兆瓦储能电站项目”（2023）的总投资有不同说法：6亿元、5亿元。"),
        ("two-stages", "“甲区100兆瓦储能电站项目”（2023）的阶段有不同说法：建成投用、主体完工。"),
    ]


def test_statements_of_different_periods_do_not_contradict() -> None:
    moved = tuple(f.model_copy(update={"period": f.document}) for f in small_graph().facts)
    assert conflicts(small_graph().model_copy(update={"facts": moved})) == ()


def test_a_plan_contradicts_nothing() -> None:
    plan = fact(TASK, STORAGE, "stage", "signed", "年内开工", basis="planned")
    done = fact(PROGRESS, STORAGE, "stage", "completed", "已完成主体施工")
    assert conflicts(small_graph().model_copy(update={"facts": (plan, done)})) == ()


def test_equal_amounts_written_differently_do_not_contradict() -> None:
    first = fact(TASK, STORAGE, "totalInvestment", "5亿元", "总投资5亿元", value="500000000", unit="CNY")
    second = fact(BETA_TEXT, STORAGE, "totalInvestment", "50000万元", "总投资6亿元", value="500000000", unit="CNY")
    assert conflicts(small_graph().model_copy(update={"facts": (first, second)})) == ()


def test_two_leads_of_one_row_lead_together_those_of_two_rows_contradict() -> None:
    one = fact(TASK, PLANNING, "responsibleFor", LINE, "总投资5亿元", role="lead")
    beside = fact(TASK, INDUSTRY, "responsibleFor", LINE, "总投资5亿元", role="lead")
    elsewhere = fact(BETA_TEXT, OTHER_PLANNING, "responsibleFor", LINE, "已竣工", role="lead")
    together = small_graph().model_copy(update={"facts": (one, beside)})
    apart = small_graph().model_copy(update={"facts": (one, beside, elsewhere)})
    assert conflicts(together) == ()
    (found,) = conflicts(apart)
    assert found.message == "“乙区锂电隔膜生产线项目”（2023）有不同的牵头单位：甲区发展和改革局、乙区发展和改革局。"
    assert found.facts == (one.id, elsewhere.id)


def test_a_finding_says_where_the_later_statement_stands_and_what_to_do() -> None:
    found = conflict_findings(conflicts(small_graph()))[0]
    assert (found.severity, found.code, str(found.place)) == ("warning", "two-amounts", "甲区.txt, page 1, line 1")
    assert (found.quote, found.next_step) == ("总投资5亿元", "请核对原文，必要时以最新文件为准。")
