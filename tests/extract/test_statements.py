"""The contract of staters, and what `state_facts` promises of a whole document."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import OntologyError
from kg.extract.stages import ORDER
from kg.extract.statements import STATERS, state_facts, staters
from kg.extract.stating import Stater, part_text
from kg.model import DocumentContext, Mention, Statement, TaskRow
from kg.ontology import ontology
from tests.extract.marked import CONTEXT, marked_row, stated

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"

ROW, MENTIONS = marked_row(
    "甲局* 青竹镇",
    task="支持{C:远山集团}投资3亿元建设{P:{A:青竹镇}年产5万吨竹浆项目}，推进{P:北湖大桥}。",
    progress="{G:甲局}：{P:北湖大桥}由{C:城投公司}承建，已开工。{G:青竹镇}：与{C:远山集团}签订合作协议，"
    "{P:年产5万吨竹浆项目={A:青竹镇}年产5万吨竹浆项目}累计完成投资1亿元，{K:云溪产业园}内企业{C:云河科技}已投产。",
)
LEDGER, _ = marked_row(
    "甲局*",
    kind="ledger",
    task="北湖水厂",
    progress="主体完工",
    extra={"建设单位": "北湖水务公司", "建设地点": "青竹镇", "总投资（万元）": "12000", "开工时间": "2023年3月"},
)


def everything() -> list[tuple[TaskRow, Statement]]:
    return [(ROW, s) for s in stated(ROW, MENTIONS)] + [(LEDGER, s) for s in stated(LEDGER, [])]


@pytest.mark.parametrize("stater", STATERS, ids=lambda stater: stater.name)
def test_a_stater_states_only_what_it_declares_and_the_ontology_defines(stater: Stater):
    assert isinstance(stater, Stater)
    assert [p for p in stater.states if p not in ontology().properties] == []
    found = [*stater.state(ROW, MENTIONS, CONTEXT), *stater.state(LEDGER, [], CONTEXT)]
    assert {s.predicate for s in found} <= set(stater.states)


def test_the_rows_of_this_test_make_every_stater_speak():
    spoken = {s.predicate for _, s in everything()}
    assert spoken == {
        *("responsibleFor", "undertakes", "investedIn", "locatedIn", "cooperatesWith", "stage"),
        *("totalInvestment", "investedToDate", "capacity", "startDate"),
    }


def test_domain_and_range_are_right():
    wrong = [
        ontology().check_statement(s.subject.type, s.predicate, None if isinstance(s.object, str) else s.object.type)
        for _, s in everything()
    ]
    assert [problem for problem in wrong if problem] == []


def test_evidence_stands_where_it_says():
    for row, s in everything():
        text = part_text(row, s.evidence.part)
        assert s.evidence.quote == text.value[s.evidence.start : s.evidence.end] != ""
        assert (s.evidence.source_start, s.evidence.source_end) == text.source_span(s.evidence.start, s.evidence.end)


def test_stages_are_those_of_the_ontology():
    assert [stage for stage in ORDER if ontology().concept("StageScheme", stage) is None] == []


def test_nothing_is_stated_twice():
    found = [(s.subject, s.predicate, s.object) for s in stated(ROW, MENTIONS)]
    assert len(found) == len(set(found))


def test_the_order_of_the_input_does_not_matter():
    first = state_facts([ROW], MENTIONS, CONTEXT)
    assert state_facts([ROW], MENTIONS[::-1], CONTEXT) == first


def test_a_stater_of_ones_own_joins_in():
    class Nothing:
        name = "nothing"
        states: tuple[str, ...] = ()

        def state(self, row, mentions, context):
            return iter(())

    assert state_facts([ROW], MENTIONS, CONTEXT, [Nothing()]) == ((), ())


class Unfinished:
    name = "unfinished"


class Inventing(Unfinished):
    states = ("inventedBy",)

    def state(self, row, mentions, context):
        return iter(())


@pytest.mark.parametrize(
    ("plugin", "message"), [(Unfinished, "has no name, states"), (Inventing, "the ontology does not define")]
)
def test_a_plugin_that_breaks_the_contract_is_named(plugin, message, monkeypatch):
    class Point:
        name, value = "mine", "mine:plugin"

        def load(self):
            return plugin

    monkeypatch.setattr("kg.extract.statements.entry_points", lambda group: [Point()])
    staters.cache_clear()
    with pytest.raises(OntologyError, match=message):
        staters()
    staters.cache_clear()


def test_progress_speaks_of_the_period_under_review():
    context = DocumentContext(document="a.txt", period="2024", reviews="2023")
    row, mentions = marked_row("甲局", task="建设{P:北湖大桥}。", progress="{P:西环路}已开工。")
    periods = {(s.predicate, s.evidence.part): s.period for s in stated(row, mentions, context)}
    assert periods == {
        ("responsibleFor", "task"): "2024",
        ("responsibleFor", "progress"): "2023",
        ("stage", "progress"): "2023",
    }


TEXTS = st.text(alphabet="甲乙项目已拟未完成开工投产，。；：、（）①1.%亿元与签订协议镇局", max_size=40)


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS, st.lists(st.tuples(st.integers(0, 39), st.integers(1, 6)), max_size=4))
def test_any_row_can_be_read(task: str, progress: str, spans: list[tuple[int, int]]):
    row, _ = marked_row("甲局 乙镇", task=task, progress=progress)
    kinds = ("Project", "Company", "Agency", "Area")
    mentions = [
        Mention(
            document="a.txt",
            row="r001",
            part="progress",
            type=kinds[number],
            text=progress[start : start + length],
            start=start,
            end=start + length,
            source_start=start,
            source_end=start + length,
            method="test",
            confidence=1.0,
        )
        for number, (start, length) in enumerate(spans)
        if start + length <= len(progress)
    ]
    for s in stated(row, mentions):
        assert s.evidence.quote == row.text(s.evidence.part)[s.evidence.start : s.evidence.end]


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the shared corpus is not beside the project")
def test_every_quote_of_the_corpus_stands_at_its_offsets():
    from kg.extract.mentions import find_mentions
    from kg.readers import read
    from kg.tables import read_rows

    stray: list[tuple[str, str, str]] = []
    for path in sorted(CORPUS.glob("*.txt")):
        for document in read(path):
            rows = read_rows(document).rows
            context = DocumentContext(document=document.name, period="2023")
            by_id = {row.row: row for row in rows}
            for s in state_facts(rows, find_mentions(rows, context), context)[0]:
                proof = s.evidence
                value = part_text(by_id[s.row], proof.part).value
                source = "".join(document.text[proof.source_start : proof.source_end].split())
                shown = "".join(proof.quote.split())
                if value[proof.start : proof.end] != proof.quote or (
                    shown not in source and not _joined(source, shown)
                ):
                    stray.append((s.row, s.predicate, proof.quote))
    assert stray == []


def _joined(source: str, quote: str) -> bool:
    """A quote over a page break: all its characters stand in the source in their order."""
    characters = iter(source)
    return all(character in characters for character in quote)
