import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph.timeline import as_of, as_of_query, timeline
from kg.graph.view import covers_period, period_end, period_words, read_period
from kg.store import Table
from tests.graph.made import examples, made


def test_reports_stand_in_time_with_target_progress_amounts_and_owners() -> None:
    strip = made().timeline("红星冷链物流园项目")
    told = [(r.period, r.target, r.progress, [a.text for a in r.amounts], r.owners) for r in strip.reports]
    units = ("区商务局", "区交通局")
    assert told == [
        ("2021-Q3", "建设红星冷链物流园项目，总投资3亿元。", "红星冷链物流园项目正在建设。", ["3亿元"], units),
        ("2023", "建设红星冷链物流园项目，总投资5亿元。", "红星冷链物流园项目正在建设。", ["5亿元"], units),
    ]


def test_one_task_of_two_years_is_one_strip() -> None:
    strip = made().timeline("建设红星冷链物流园项目，总投资3亿元。")
    assert [(r.document, r.row) for r in strip.reports] == [("yi21.txt", "r003"), ("yi23.txt", "r003")]


def test_the_state_as_of_a_period_is_that_of_the_newest_report_by_then() -> None:
    stages = [
        getattr(made().as_of("青云大道工程", period), "stage", None)
        for period in ("2020", "2021年第三季度", "2022", "2023")
    ]
    assert stages == [None, "under_construction", "under_construction", "completed"]


@pytest.mark.parametrize("period", ["2021-Q3", "2022", "2023-09", "2023", "2024"])
def test_api_and_sparql_say_the_same_as_of_any_period(period: str) -> None:
    for graph in (made(), examples()):
        for entity in graph.records.entities:
            if entity.type != "Project":
                continue
            report = as_of(graph.view, entity.id, period)
            answer = graph.query(as_of_query(entity.id, period))
            assert isinstance(answer, Table)
            stages = [row[0] for row in answer.texts()]
            assert ([report.stage] if report else []) == stages, entity.name


def test_every_report_of_the_examples_quotes_its_document() -> None:
    view = examples().view
    for entity in examples().records.entities:
        if entity.type in ("Project", "Park"):
            for report in timeline(view, entity.id).reports:
                row = view.rows[report.key]
                texts = [row.text(part) for part in row.parts] + [text.value for _, text in row.extra]
                assert all(piece in "\n".join(texts) for piece in report.citation.quote.split("。")), report


@given(st.integers(2000, 2099), st.sampled_from(["", "-Q1", "-Q3", "-H1", "-H2", "-01", "-09", "-12"]))
def test_a_period_covers_itself_and_its_year_and_reads_back_from_words(year: int, rest: str) -> None:
    notation = f"{year}{rest}"
    assert covers_period(notation, notation)
    assert covers_period(str(year), notation)
    assert not covers_period(str(year + 1), notation)
    assert read_period(period_words(notation)) == notation
    assert period_end(notation) <= period_end(str(year))
