"""What drawing tools and property graphs read out of the files."""

from __future__ import annotations

import csv
from pathlib import Path

import networkx
import pytest

from kg.export import exporter
from kg.export.base import ExportSettings
from kg.export.network import edges, nodes
from kg.ids import task_id
from kg.model import KnowledgeGraph
from tests.export.make import ALPHA, LEADER, PLANNING, STORAGE, small_graph
from tests.export.test_rdf import hostile_graph

HOSTILE = "<script>alert('&')</script>\"\n\r\t\x01]]>=1+1"


def written(name: str, folder: Path, graph: KnowledgeGraph) -> Path:
    one = exporter(name)
    assert one is not None
    path = folder / one.filename
    one.write(graph, path, ExportSettings())
    return path


def expected_ends(graph: KnowledgeGraph) -> set[tuple[str, str, str]]:
    return {(edge.source, edge.target, edge.id) for edge in edges(graph)}


def test_edges_are_stated_facts_duties_and_links_between_known_nodes() -> None:
    found = {(e.source, e.relation, e.target) for e in edges(small_graph())}
    task = task_id(ALPHA, "r001")
    assert (PLANNING.id, "responsibleFor", STORAGE.id) in found
    assert (PLANNING.id, "leads", task) in found
    assert "stage" not in {relation for _, relation, _ in found}
    known = {node.id for node in nodes(small_graph(), ExportSettings())}
    assert {end for source, _, target in found for end in (source, target)} - known == set()
    assert LEADER.id in known


@pytest.mark.parametrize("name", ["graphml", "gexf"])
@pytest.mark.parametrize("graph", [small_graph(), hostile_graph(HOSTILE)], ids=["plain", "hostile"])
def test_networkx_reads_every_node_and_edge(name: str, graph: KnowledgeGraph, tmp_path: Path) -> None:
    path = written(name, tmp_path, graph)
    if name == "graphml":
        read = networkx.read_graphml(path, force_multigraph=True)
    else:
        read = networkx.read_gexf(path, version="1.3")
    assert set(read.nodes) == {node.id for node in nodes(graph, ExportSettings())}
    assert {(a, b) for a, b, *_ in read.edges} == {(a, b) for a, b, _ in expected_ends(graph)}


def test_a_label_and_a_quote_come_back_as_they_were(tmp_path: Path) -> None:
    read = networkx.read_graphml(written("graphml", tmp_path, small_graph()), force_multigraph=True)
    assert read.nodes[STORAGE.id]["label"] == STORAGE.name
    assert {data["quote"] for _, _, data in read.edges(data=True)} == {edge.quote for edge in edges(small_graph())}


def test_the_csv_pair_comes_back_as_it_was(tmp_path: Path) -> None:
    graph = hostile_graph(HOSTILE)
    with written("nodes", tmp_path, graph).open(encoding="utf-8", newline="") as lines:
        assert [tuple(row.values()) for row in csv.DictReader(lines)] == list(nodes(graph, ExportSettings()))
    with written("edges", tmp_path, graph).open(encoding="utf-8", newline="") as lines:
        assert [tuple(row.values()) for row in csv.DictReader(lines)] == list(edges(graph))


def test_the_cypher_holds_names_of_the_ontology_only(tmp_path: Path) -> None:
    script = written("cypher", tmp_path, hostile_graph(HOSTILE)).read_text("utf-8")
    assert "script" not in script
    assert "SET n:Project, n += row;" in script
    assert "MERGE (a)-[r:undertakes {id: row.id}]->(b)" in script
