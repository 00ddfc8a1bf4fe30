import importlib.util
from pathlib import Path

import pytest

from kg.api import Graph, build, load
from kg.errors import BuildNotFound, QueryError
from kg.store import Table
from tests.graph.made import made


def test_a_saved_graph_loads_as_the_same_graph_and_answers_the_same(tmp_path: Path) -> None:
    made().save(tmp_path / "build")
    loaded = load(tmp_path / "build")
    assert loaded.records == made().records
    assert loaded.trace("区商务局") == made().trace("区商务局")
    question = "PREFIX kg: <https://zerentu.example/ontology#> SELECT (COUNT(?t) AS ?n) WHERE { ?t a kg:Task }"
    assert loaded.query(question) == made().query(question)


def test_a_folder_without_a_build_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BuildNotFound):
        load(tmp_path)


def test_build_takes_one_path_and_writes_where_it_is_told(tmp_path: Path) -> None:
    source = tmp_path / "one.txt"
    source.write_text(
        "2023年峄城区重点任务表\n\n年度任务目标\t责任单位\t进展情况\n建设青云大道工程。\t区住建局\t已开工。\n", "utf-8"
    )
    graph = build(source, out=tmp_path / "out")
    assert [row.text("task") for row in graph.records.rows] == ["建设青云大道工程。"]
    assert (tmp_path / "out" / "graph.ttl").is_file()


def test_networkx_holds_every_entity_and_every_stated_relation() -> None:
    built = made().to_networkx()
    stated = [f for f in made().records.facts if f.object_entity and f.basis == "stated"]
    assert {e.id for e in made().records.entities} <= set(built)
    assert built.number_of_edges() == len(stated) + len(made().records.links)


def test_rdflib_holds_what_sparql_sees() -> None:
    graph = made().to_rdflib()
    counted = graph.query("PREFIX kg: <https://zerentu.example/ontology#> SELECT DISTINCT ?p WHERE { ?p a kg:Project }")
    answer = made().query("PREFIX kg: <https://zerentu.example/ontology#> SELECT DISTINCT ?p WHERE { ?p a kg:Project }")
    assert isinstance(answer, Table)
    assert {str(row[0]) for row in counted} == {row[0] for row in answer.texts()}  # type: ignore[index]


def test_pandas_is_used_where_installed_and_asked_for_where_not() -> None:
    if importlib.util.find_spec("pandas") is None:
        with pytest.raises(QueryError, match="pandas"):
            made().to_pandas()
    else:
        assert len(made().to_pandas("rows")) == len(made().records.rows)


def test_the_notebook_view_escapes_what_documents_say() -> None:
    records = made().records
    hostile = records.documents[0].model_copy(update={"title": "<script>alert(1)</script>"})
    shown = Graph(records.model_copy(update={"documents": (hostile,)}))._repr_html_()
    assert "<script>" not in shown
    assert "&lt;script&gt;" in shown
