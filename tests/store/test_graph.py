"""Queries over a build: everything once, nothing but reading, within limits."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pyoxigraph
import pytest

from kg.errors import BuildNotFound, QueryError
from kg.export import EXPORTERS, ExportSettings, write_build
from kg.ids import document_id
from kg.store import FORMATS, GraphStore, Limits, Table, Truth, open_build, write_answer
from tests.export.make import ALPHA, STORAGE, small_graph

FILES = tuple(one for one in EXPORTERS if one.name in ("nq", "report"))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> GraphStore:
    folder = tmp_path_factory.mktemp("build")
    write_build(small_graph(), folder, exporters=FILES)
    return open_build(folder)


def table(store: GraphStore, sparql: str, **options: object) -> list[tuple[str, ...]]:
    answer = store.query(sparql, **options)  # type: ignore[arg-type]
    assert isinstance(answer, Table)
    return answer.texts()


def test_what_two_documents_say_is_counted_once(store: GraphStore) -> None:
    one = f"SELECT (COUNT(*) AS ?n) {{ id:{STORAGE.id} rdfs:label ?label }}"
    assert table(store, one) == [("1",)]
    per_graph = f"SELECT (COUNT(*) AS ?n) {{ GRAPH ?g {{ id:{STORAGE.id} rdfs:label ?label }} }}"
    assert table(store, per_graph) == [("2",)]


def test_prefixes_of_ours_need_no_declaration_and_a_declared_one_wins(store: GraphStore) -> None:
    assert store.query("ASK { ?x a kg:Project }") == Truth(True)
    assert store.query("PREFIX kg: <https://elsewhere.example/> ASK { ?x a kg:Project }") == Truth(False)


def test_the_words_of_the_ontology_can_be_asked_for(store: GraphStore) -> None:
    asked = "SELECT ?word { kg:StageSigned skos:prefLabel ?word . FILTER(LANG(?word) = 'zh') }"
    assert table(store, asked) == [("签约",)]


def test_the_protocol_s_dataset_narrows_a_query_to_one_document(store: GraphStore) -> None:
    documents = "SELECT (COUNT(?d) AS ?n) { ?d a kg:Document }"
    assert table(store, documents) == [("2",)]
    assert table(store, documents, default_graphs=[store.entity_base + document_id(ALPHA)]) == [("1",)]


@pytest.mark.parametrize(
    ("sparql", "reason"),
    [
        ("SELECT * { ?s ?p }", "the query is not SPARQL"),
        ("INSERT DATA { kg:a kg:b kg:c }", "INSERT changes the graph"),
        ("PREFIX a: <b> DELETE WHERE { ?s ?p ?o }", "the query is not SPARQL"),
        ("LOAD <https://example.org/x>", "LOAD changes the graph"),
        ("SELECT * { SERVICE <https://example.org/> { ?s ?p ?o } }", "SERVICE asks another server"),
        ("SELECT * { service silent ?x { ?s ?p ?o } }", "SERVICE asks another server"),
        ("SELECT * { \\u0053ERVICE <https://example.org/> {} }", "SERVICE asks another server"),
        ("SELECT * { # '\n SERVICE <https://example.org/> {} # '\n }", "SERVICE asks another server"),
        ("", "the query is not SPARQL"),
    ],
)
def test_what_does_not_read_this_graph_is_refused(store: GraphStore, sparql: str, reason: str) -> None:
    with pytest.raises(QueryError, match=reason):
        store.query(sparql)


@pytest.mark.parametrize(
    "sparql",
    [
        "ASK { ?service rdfs:label 'SERVICE' }",
        'ASK { ?x kg:service """it\'s "SERVICE" <here>""" } # SERVICE',
        "ASK { <https://example.org/SERVICE> ?p ?o }",
    ],
)
def test_the_word_service_where_it_is_no_keyword_is_allowed(store: GraphStore, sparql: str) -> None:
    assert store.query(sparql) == Truth(False)


def test_a_query_that_runs_too_long_is_ended_with_its_limit(store: GraphStore) -> None:
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a != ?d && ?d != ?g) }"
    with pytest.raises(QueryError, match=r"did not end within 0\.05 seconds"):
        store.query(endless, Limits(seconds=0.05))


def test_an_answer_that_is_too_long_is_refused_and_one_at_the_limit_is_not(store: GraphStore) -> None:
    ten = "SELECT ?s { ?s ?p ?o } LIMIT 10"
    assert len(table(store, ten, limits=Limits(rows=10, seconds=10))) == 10
    with pytest.raises(QueryError, match="more than 9 rows"):
        store.query(ten, Limits(rows=9, seconds=10))


def test_a_build_below_other_iris_is_asked_with_the_same_prefixes(tmp_path: Path) -> None:
    settings = ExportSettings(entity_base="https://data.example.org/d/", ontology_base="https://data.example.org/v#")
    write_build(small_graph(), tmp_path, settings, FILES)
    elsewhere = open_build(tmp_path)
    asked = "SELECT ?p ?word { ?p a kg:Project ; kg:stage kg:StageCompleted . kg:StageCompleted skos:prefLabel ?word }"
    assert {(p.startswith("https://data.example.org/d/"), w) for p, w in table(elsewhere, asked)} == {
        (True, "建成投用"),
        (True, "completed"),
    }


def test_a_folder_without_a_build_and_a_damaged_one_are_named(tmp_path: Path) -> None:
    with pytest.raises(BuildNotFound, match="holds no build"):
        open_build(tmp_path)
    write_build(small_graph(), tmp_path, exporters=FILES)
    (tmp_path / "graph.nq").write_text("<a> broken", "utf-8")
    with pytest.raises(BuildNotFound, match=r"graph\.nq: not N-Quads"):
        open_build(tmp_path)


ODD = (
    "SELECT ?a ?b ?c ?d ?e "
    '{ VALUES (?a ?b ?c ?d ?e) { (<https://x.example/y> "甲,\\"乙\\"\\n丙"@zh 7 "a\\tb" UNDEF) } }'
)


@pytest.mark.parametrize(
    ("form", "kind"),
    [
        ("json", pyoxigraph.QueryResultsFormat.JSON),
        ("xml", pyoxigraph.QueryResultsFormat.XML),
        ("tsv", pyoxigraph.QueryResultsFormat.TSV),
    ],
)
def test_what_is_written_is_read_back_the_same_by_another_reader(
    store: GraphStore, form: str, kind: pyoxigraph.QueryResultsFormat
) -> None:
    answer = store.query(ODD)
    assert isinstance(answer, Table)
    read = pyoxigraph.parse_query_results(write_answer(answer, form), format=kind)
    assert isinstance(read, pyoxigraph.QuerySolutions)
    assert [tuple(row[name] for name in answer.variables) for row in read] == list(answer.rows)


def test_csv_is_that_of_the_standard(store: GraphStore) -> None:
    expected = 'a,b,c,d,e\r\nhttps://x.example/y,"甲,""乙""\n丙",7,a\tb,\r\n'
    assert write_answer(store.query(ODD), "csv") == expected


def test_a_table_lines_up_chinese_and_latin(store: GraphStore) -> None:
    asked = 'SELECT ?name ?n { VALUES (?name ?n) { ("枣庄市" 1) ("abc" 22) } }'
    assert write_answer(store.query(asked), "table") == "name   │ n\n───────┼───\n枣庄市 │ 1\nabc    │ 22\n"


def test_a_table_shortens_iris_by_our_prefixes_and_cuts_long_texts(store: GraphStore) -> None:
    asked = f'SELECT ?x ?y {{ VALUES (?x ?y) {{ (id:a "{"长" * 80}") }} }}'
    lines = write_answer(store.query(asked), "table", store.prefixes).splitlines()
    assert lines[2] == f"id:a │ {'长' * 29}…"


def test_truth_has_every_form(store: GraphStore) -> None:
    yes = store.query("ASK {}")
    assert json.loads(write_answer(yes, "json")) == {"head": {}, "boolean": True}
    assert ElementTree.fromstring(write_answer(yes, "xml"))[1].text == "true"
    assert [write_answer(yes, form) for form in ("csv", "tsv", "table")] == ["true\r\n", "true\n", "是\n"]


def test_a_graph_is_turtle_with_the_prefixes_it_uses_in_order(store: GraphStore) -> None:
    built = store.query("CONSTRUCT { id:b rdfs:label 'x' . id:a kg:stage kg:StageSigned } {}")
    assert write_answer(built, "table", store.prefixes) == (
        "@prefix id: <https://zerentu.example/id/> .\n"
        "@prefix kg: <https://zerentu.example/ontology#> .\n"
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n\n"
        "id:a kg:stage kg:StageSigned .\n"
        'id:b rdfs:label "x" .\n'
    )


def test_an_unknown_format_is_refused_with_those_that_exist(store: GraphStore) -> None:
    with pytest.raises(QueryError, match=", ".join(FORMATS)):
        write_answer(store.query("ASK {}"), "pdf")
