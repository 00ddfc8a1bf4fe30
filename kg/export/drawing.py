"""GraphML and GEXF, for Gephi, yEd, Cytoscape and networkx; written as streams."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from kg.export.base import ExportSettings
from kg.export.network import Edge, Node, edges, nodes
from kg.export.xml import xml_text
from kg.model import KnowledgeGraph

NODE_FIELDS = ("iri", "label", "type", "kind", "area", "sector", "mentions")
EDGE_FIELDS = ("relation", "label", "role", "period", "confidence", "document", "row", "quote")


class GraphML:
    """Nodes and edges with every attribute as text."""

    name, filename = "graphml", "graph.graphml"

    def write(self, graph: KnowledgeGraph, path: Path, settings: ExportSettings) -> None:
        """Write one directed graph."""
        _write(path, _graphml(graph, settings))


class Gexf:
    """Nodes and edges for Gephi."""

    name, filename = "gexf", "graph.gexf"

    def write(self, graph: KnowledgeGraph, path: Path, settings: ExportSettings) -> None:
        """Write one directed graph."""
        _write(path, _gexf(graph, settings))


def _write(path: Path, lines: Iterator[str]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as out:
        for line in chain(['<?xml version="1.0" encoding="UTF-8"?>'], lines):
            out.write(line + "\n")


def _graphml(graph: KnowledgeGraph, settings: ExportSettings) -> Iterator[str]:
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    for owner, fields in (("node", NODE_FIELDS), ("edge", EDGE_FIELDS)):
        for field in fields:
            yield f'<key id="{owner}-{field}" for="{owner}" attr.name="{field}" attr.type="string"/>'
    yield '<graph id="graph" edgedefault="directed">'
    for node in nodes(graph, settings):
        yield f'<node id="{xml_text(node.id)}">{_data("node", node, NODE_FIELDS)}</node>'
    for edge in edges(graph):
        ends = f'source="{xml_text(edge.source)}" target="{xml_text(edge.target)}"'
        yield f'<edge id="{xml_text(edge.id)}" {ends}>{_data("edge", edge, EDGE_FIELDS)}</edge>'
    yield "</graph>"
    yield "</graphml>"


def _data(owner: str, record: Node | Edge, fields: tuple[str, ...]) -> str:
    values = ((field, getattr(record, field)) for field in fields)
    return "".join(f'<data key="{owner}-{field}">{xml_text(value)}</data>' for field, value in values if value)


def _gexf(graph: KnowledgeGraph, settings: ExportSettings) -> Iterator[str]:
    yield '<gexf xmlns="http://gexf.net/1.3" version="1.3">'
    yield '<graph defaultedgetype="directed">'
    for owner, fields in (("node", NODE_FIELDS), ("edge", EDGE_FIELDS)):
        yield f'<attributes class="{owner}">'
        yield from (f'<attribute id="{owner}-{field}" title="{field}" type="string"/>' for field in fields)
        yield "</attributes>"
    yield "<nodes>"
    for node in nodes(graph, settings):
        values = _attvalues("node", node, NODE_FIELDS)
        yield f'<node id="{xml_text(node.id)}" label="{xml_text(node.label)}">{values}</node>'
    yield "</nodes>"
    yield "<edges>"
    for edge in edges(graph):
        ends = f'source="{xml_text(edge.source)}" target="{xml_text(edge.target)}"'
        values = _attvalues("edge", edge, EDGE_FIELDS)
        yield f'<edge id="{xml_text(edge.id)}" {ends} label="{xml_text(edge.label)}">{values}</edge>'
    yield "</edges>"
    yield "</graph>"
    yield "</gexf>"


def _attvalues(owner: str, record: Node | Edge, fields: tuple[str, ...]) -> str:
    values = ((field, getattr(record, field)) for field in fields)
    cells = (f'<attvalue for="{owner}-{field}" value="{xml_text(value)}"/>' for field, value in values if value)
    return f"<attvalues>{''.join(cells)}</attvalues>"
