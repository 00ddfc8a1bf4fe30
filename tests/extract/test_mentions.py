"""What is found in a document as a whole: places, order, short forms, reasons."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.finders import MENTION_FINDERS
from kg.extract.language import NAMES, pipeline
from kg.extract.mentions import Rejected, find_mentions
from kg.model import DocumentContext
from tests.extract.finding import found, full, mentions, row

ROWS = (
    row(
        1,
        units=("区住建局", "青禾集团"),
        leaders=("陆明远",),
        task="新建望江路、云岭中学，推进青禾生物科技产业园建设。",
    ),
    row(2, progress="区住建局：望江路完成路基施工。柳林镇：签约海川食品项目。"),
    row(3, progress="宁州海川食品有限公司投产，海川食品产值增长。"),
)


def test_every_mention_stands_at_its_offsets_in_its_part() -> None:
    rows = {r.row: r for r in ROWS}
    for m in mentions(*ROWS):
        if m.part != "leaders":
            assert rows[m.row].text(m.part)[m.start : m.end] == m.text


def test_source_offsets_lead_back_through_the_runs_of_the_part() -> None:
    units = [(m.text, m.source_start, m.source_end) for m in mentions(ROWS[0]) if m.part == "units"]
    assert units == [("区住建局", 500, 504), ("青禾集团", 505, 509)]


def test_units_and_leaders_are_mentions_of_their_own_kind() -> None:
    cells = [(m.part, m.type, m.text) for m in mentions(ROWS[0]) if m.part in ("units", "leaders")]
    assert cells == [
        ("units", "Agency", "区住建局"),
        ("units", "Company", "青禾集团"),
        ("leaders", "Person", "陆明远"),
    ]


def test_the_same_rows_give_the_same_mentions() -> None:
    assert mentions(*ROWS) == mentions(*ROWS)


def test_a_row_is_read_alike_in_any_order_of_rows() -> None:
    by_row = set(mentions(*ROWS))
    assert by_row == set(mentions(*reversed(ROWS)))


def test_within_one_type_mentions_never_overlap() -> None:
    spans = sorted((m.row, m.part, m.type, m.start, m.end) for m in mentions(*ROWS))
    assert all(a[:3] != b[:3] or a[4] <= b[3] for a, b in itertools.pairwise(spans))


def test_a_short_name_is_known_by_the_full_one_of_another_row() -> None:
    assert "海川食品" in [m.text for m in mentions(*ROWS) if m.row == "r003" and m.type == "Company"]


def test_a_rejected_candidate_comes_with_its_reason() -> None:
    rejected: list[Rejected] = []
    mentions(row(progress="全市实施重点项目58个。"), rejected=rejected)
    assert [(r.type, r.text, r.reason) for r in rejected if r.type == "Project"] == [
        ("Project", "全市实施重点项目", "says what kind, not which one")
    ]


def test_a_short_heading_gets_the_full_name_of_its_row() -> None:
    given = row(task="加快海川化工60万吨己内酰胺项目建设。", progress="海川己内酰胺：主体施工。")
    assert {m.canonical for m in mentions(given) if m.text == "海川己内酰胺"} == {"海川化工60万吨己内酰胺项目"}


@pytest.mark.parametrize(
    "text", ["", "。", "、、、", "等等等项目", "“”项目", "（）工程", "的的的公司", "1.2.3.", '"项目"']
)
def test_odd_texts_are_read_without_complaint(text: str) -> None:
    mentions(row(progress=text))


ALPHABET = "区市县镇村路项目工程等、，。：“”（）公司建设推进完成3万吨A的和与一期园局海川望"


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=ALPHABET, max_size=60))
def test_any_text_gives_names_that_stand_in_it(text: str) -> None:
    for m in mentions(row(progress=text)):
        assert text[m.start : m.end] == m.text
        assert m.text.strip()
        assert 0 < m.confidence <= 1


def test_the_pipeline_puts_labelled_spans_into_the_doc() -> None:
    sentence = "区财政局支持青禾集团在柳林镇建设海川食品项目。"
    doc = pipeline()(sentence)
    spans = {(label, span.start, span.end, span.text) for label, group in doc.spans.items() for span in group}
    heard = find_mentions([row(progress=sentence)], DocumentContext(document="d"))
    assert spans == {(m.type, m.start, m.end, m.text) for m in heard}
    assert ("Company", 6, 10, "青禾集团") in spans


def test_the_finders_run_in_the_order_of_the_visible_list() -> None:
    assert pipeline().pipe_names == [*(name for name, _ in MENTION_FINDERS), NAMES]


def test_helpers_find_nothing_in_indicators() -> None:
    assert found("一般公共预算收入完成9亿元，同比增长10%。", "Project") == []
    assert full("固定资产投资增长5%。") == {}
