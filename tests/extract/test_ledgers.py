import pytest

from kg.extract.ledgers import column_says
from kg.model import Name
from tests.extract.marked import marked_row, stated


def ledger(extra: dict[str, str]) -> list[tuple[str, str, str]]:
    row, mentions = marked_row(kind="ledger", task="北湖水厂", extra=extra)
    return [
        (s.subject.text, s.predicate, s.object if isinstance(s.object, str) else s.object.text)
        for s in stated(row, mentions)
    ]


def test_the_task_is_the_project_though_nobody_marked_it():
    assert ledger({"建设单位": "北湖水务公司"}) == [("北湖水务公司", "undertakes", "北湖水厂")]


def test_several_owners_are_parted():
    assert ledger({"建设单位": "甲公司、乙公司"}) == [
        ("甲公司", "undertakes", "北湖水厂"),
        ("乙公司", "undertakes", "北湖水厂"),
    ]


def test_a_place_is_an_area_or_a_park():
    row, mentions = marked_row(kind="ledger", task="北湖水厂", extra={"建设地点": "青竹镇、云溪产业园"})
    assert [s.object for s in stated(row, mentions)] == [
        Name(type="Area", text="青竹镇"),
        Name(type="Park", text="云溪产业园"),
    ]


def test_the_unit_of_a_heading_belongs_to_its_figures():
    row, mentions = marked_row(
        kind="ledger", task="北湖水厂", extra={"总投资（万元）": "12000", "累计完成投资": "1.1亿元"}
    )
    assert [(s.predicate, s.object, s.value) for s in stated(row, mentions)] == [
        ("totalInvestment", "12000万元", "120000000"),
        ("investedToDate", "1.1亿元", "110000000"),
    ]


@pytest.mark.parametrize("empty", ["-", "—", "/", "无", ""])
def test_an_empty_cell_states_nothing(empty: str):
    assert ledger({"建设单位": empty}) == []


@pytest.mark.parametrize(
    ("heading", "says"),
    [
        ("总投资（亿元）", "totalInvestment"),
        ("2023年度计划投资", "annualPlannedInvestment"),
        ("自开工累计完成投资", "investedToDate"),
        ("年度完成投资", None),
        ("备注", None),
    ],
)
def test_headings_are_known_by_the_longest_word_in_them(heading: str, says: str | None):
    assert column_says(heading) == says


def test_the_progress_of_a_ledger_is_about_its_project():
    row, mentions = marked_row(kind="ledger", task="北湖水厂", progress="已通水试运行")
    assert [(s.predicate, s.object) for s in stated(row, mentions)] == [("stage", "trial_production")]


def test_a_task_row_has_no_ledger():
    row, mentions = marked_row(task="北湖水厂", extra={"建设单位": "北湖水务公司"})
    assert stated(row, mentions) == ()
