"""Graphs and things under their own addresses."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyoxigraph
import pytest

from kg.ids import ENTITY_BASE, ONTOLOGY_BASE, document_id, task_id
from tests.export.make import ALPHA, PLANNING, STORAGE, small_graph

PAGE = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
TURTLE = pyoxigraph.RdfFormat.TURTLE
GRAPH = ENTITY_BASE + document_id(ALPHA)


def triples(content: bytes, form: pyoxigraph.RdfFormat = TURTLE) -> set[pyoxigraph.Triple]:
    return {one.triple for one in pyoxigraph.parse(content, format=form)}


def in_file(folder: Path, graph: str) -> set[pyoxigraph.Triple]:
    quads = pyoxigraph.parse(path=folder / "graph.nq", format=pyoxigraph.RdfFormat.N_QUADS)
    return {one.triple for one in quads if one.graph_name == pyoxigraph.NamedNode(graph)}


@pytest.mark.parametrize(
    "accept", ["text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml"]
)
def test_a_named_graph_is_the_one_of_the_build(client: Any, small_build: Path, accept: str) -> None:
    answer = client.get("/data", params={"graph": GRAPH}, headers={"Accept": accept})
    form = pyoxigraph.RdfFormat.from_media_type(accept)
    assert form is not None
    assert triples(answer.content, form) == in_file(small_build, GRAPH) != set()


def test_the_default_graph_holds_every_named_one(client: Any, small_build: Path) -> None:
    answer = client.get("/data?default", headers={"Accept": "application/n-triples"})
    assert triples(answer.content, pyoxigraph.RdfFormat.N_TRIPLES) >= in_file(small_build, GRAPH)


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/data", 400),
        ("/data?default&graph=a:b", 400),
        ("/data?graph=a:b&graph=a:c", 400),
        ("/data?graph=https://none.example/", 404),
        ("/data?graph=not%20an%20iri", 400),
        ("/data?default&format=image/png", 406),
    ],
)
def test_graphs_that_cannot_be_given(client: Any, address: str, status: int) -> None:
    answer = client.get(address)
    assert (answer.status_code, answer.json()["error"]["status"]) == (status, status)


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "PATCH"])
def test_graphs_are_only_read(client: Any, method: str) -> None:
    assert client.request(method, "/data", params={"graph": GRAPH}).status_code == 405


def test_a_thing_is_a_page_for_people_and_triples_for_programs(client: Any) -> None:
    page = client.get(f"/id/{PLANNING.id}", headers=PAGE)
    assert (page.status_code, page.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert "甲区发展和改革局" in page.text
    for accept in ("text/turtle", "application/ld+json"):
        data = client.get(f"/id/{PLANNING.id}", headers={"Accept": accept})
        form = pyoxigraph.RdfFormat.from_media_type(accept)
        assert form is not None
        label = pyoxigraph.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
        name = pyoxigraph.Literal("甲区发展和改革局", language="zh")
        assert pyoxigraph.Triple(pyoxigraph.NamedNode(ENTITY_BASE + PLANNING.id), label, name) in triples(
            data.content, form
        )
        assert "Accept" in data.headers["vary"]


def test_triples_of_a_thing_lead_to_it_and_from_it(client: Any) -> None:
    found = triples(client.get(f"/id/{STORAGE.id}", params={"format": "ttl"}).content)
    node = pyoxigraph.NamedNode(ENTITY_BASE + STORAGE.id)
    assert {one.subject == node for one in found} == {True, False}


def test_tasks_documents_and_statements_lead_to_where_they_stand(client: Any) -> None:
    fact = small_graph().facts[0]
    row, document = (
        client.get(f"/id/{task_id(ALPHA, 'r001')}", headers=PAGE),
        client.get(f"/id/{document_id(ALPHA)}", headers=PAGE),
    )
    statement = client.get(f"/id/{fact.id}", headers=PAGE)
    assert [one.status_code for one in (row, document, statement)] == [303, 303, 303]
    assert row.headers["location"] == "/document/%E7%94%B2%E5%8C%BA.txt?row=r001#r001"
    assert document.headers["location"] == "/document/%E7%94%B2%E5%8C%BA.txt"
    assert "lit=" in statement.headers["location"]


@pytest.mark.parametrize("local", ["nothing", "..%2f..%2fetc", "a%22%3E%7D", "%E7%94%B2", "agency-x%0a"])
def test_unknown_ids_are_not_found(client: Any, local: str) -> None:
    assert client.get(f"/id/{local}", headers={"Accept": "text/turtle"}).status_code == 404


def test_the_ontology_is_served_beside_the_graph(client: Any) -> None:
    found = triples(client.get("/ontology", headers={"Accept": "text/turtle"}).content)
    kind = pyoxigraph.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    owl = pyoxigraph.NamedNode("http://www.w3.org/2002/07/owl#Class")
    assert pyoxigraph.Triple(pyoxigraph.NamedNode(ONTOLOGY_BASE + "Agency"), kind, owl) in found
    assert "kg:Agency" in client.get("/ontology", headers=PAGE).text
