"""The saved questions, each answered right on a small graph."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from kg.errors import QueryError
from kg.export import EXPORTERS, write_build
from kg.store import Graph, GraphStore, Table, Truth, open_build
from kg.store.saved import SavedQuery, read_saved, saved_queries
from tests.export.make import small_graph

EXPECTED: Mapping[str, object] = json.loads((Path(__file__).parent / "expected.json").read_text("utf-8"))
"""By question: the answer on the small graph, written down by hand or checked by eye against its few rows."""

SMALL_VALUES = {
    "04-tasks-of-a-leader": {"leader": "张三"},
    "05-leader-of-a-project": {"project": "储能"},
    "11-projects-in-an-area": {"area": "甲区"},
    "12-projects-of-a-company": {"company": "东海"},
    "14-investors-of-a-project": {"project": "锂电"},
    "24-units-of-an-area": {"area": "甲区"},
    "39-towns-and-their-projects": {"area": "甲区"},
}

QUERIES = saved_queries()


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> GraphStore:
    folder = tmp_path_factory.mktemp("build")
    write_build(small_graph(), folder, exporters=[one for one in EXPORTERS if one.name in ("nq", "report")])
    return open_build(folder)


def plain(store: GraphStore, saved: SavedQuery) -> object:
    answer = store.query(saved.filled(SMALL_VALUES.get(saved.name, {})))
    if isinstance(answer, Table):
        return [list(row) for row in answer.texts()]
    if isinstance(answer, Truth):
        return answer.value
    assert isinstance(answer, Graph)
    return sorted(f"{t.subject.value} {t.predicate.value} {t.object.value}" for t in answer.triples)  # type: ignore[union-attr]


@pytest.mark.parametrize("saved", QUERIES, ids=lambda saved: saved.name)
def test_the_question_is_answered_right(saved: SavedQuery, store: GraphStore) -> None:
    assert plain(store, saved) == EXPECTED[saved.name]


def test_there_are_at_least_forty_questions_each_with_an_expected_answer() -> None:
    assert len(QUERIES) >= 40
    assert {saved.name for saved in QUERIES} == set(EXPECTED)


def test_every_question_stands_in_both_languages_and_every_variable_of_a_parameter_is_used() -> None:
    for saved in QUERIES:
        assert saved.question_zh.endswith(("？", "。", "）")), saved.name
        assert saved.question_en.isascii(), saved.name
        for parameter in saved.parameters:
            assert saved.sparql.count(f"?{parameter.name}") >= 3, saved.name


def test_a_value_with_quotes_and_braces_stays_a_text(store: GraphStore) -> None:
    owners = next(saved for saved in QUERIES if saved.name == "01-owners-of-a-project")
    hostile = '" } ?a ?b ?c . VALUES ?x { "\\'
    assert store.query(owners.filled({"project": hostile})) == Table(("projectName", "unit", "role"), ())
    assert store.query(owners.filled({"project": "储能"})) != Table(("projectName", "unit", "role"), ())


def test_a_parameter_that_the_query_has_not_is_refused_by_name() -> None:
    with pytest.raises(QueryError, match="has no parameter 'nobody'; it has project"):
        QUERIES[0].filled({"nobody": "x"})


def test_a_file_without_its_questions_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "a.rq"
    path.write_text("ASK {}", "utf-8")
    with pytest.raises(QueryError, match=r"a\.rq: the first two lines must be the question"):
        read_saved(path)


def test_a_parameter_without_a_default_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "a.rq"
    path.write_text("# 问\n# ask\n# ?x: 某 | some\nASK { ?x ?x ?x }", "utf-8")
    with pytest.raises(QueryError, match=r"\?x has no default"):
        read_saved(path)
