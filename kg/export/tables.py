"""Tables for property graphs and data frames: a CSV pair with its Cypher, and Parquet."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import Path

from kg.errors import OutputError
from kg.export.base import ExportSettings
from kg.export.network import Edge, Node, edges, nodes
from kg.model import Fact, KnowledgeGraph
from kg.ontology import ontology

CYPHER = """// Loads nodes.csv and edges.csv, which lie in the import folder of Neo4j, into an empty database.
CREATE CONSTRAINT thing_id IF NOT EXISTS FOR (n:Thing) REQUIRE n.id IS UNIQUE;
"""

LOAD_NODES = """
LOAD CSV WITH HEADERS FROM 'file:///nodes.csv' AS row
WITH row WHERE row.type = '{name}'
MERGE (n:Thing {{id: row.id}})
SET n:{name}, n += row;
"""

LOAD_EDGES = """
LOAD CSV WITH HEADERS FROM 'file:///edges.csv' AS row
WITH row WHERE row.relation = '{name}'
MATCH (a:Thing {{id: row.source}}), (b:Thing {{id: row.target}})
MERGE (a)-[r:{name} {{id: row.id}}]->(b)
SET r += row;
"""


class NodesCsv:
    """Nodes, one a line."""

    name, filename = "nodes", "nodes.csv"

    def write(self, graph: KnowledgeGraph, path: Path, settings: ExportSettings) -> None:
        """Write entities and tasks under the names of `Node`'s fields."""
        _write_csv(path, Node._fields, nodes(graph, settings))


class EdgesCsv:
    """Edges, one a line."""

    name, filename = "edges", "edges.csv"

    def write(self, graph: KnowledgeGraph, path: Path, settings: ExportSettings) -> None:
        """Write relations under the names of `Edge`'s fields."""
        _write_csv(path, Edge._fields, edges(graph))


class Cypher:
    """The script that loads the CSV pair into Neo4j."""

    name, filename = "cypher", "graph.cypher"

    def write(self, graph: KnowledgeGraph, path: Path, settings: ExportSettings) -> None:
        """Write one statement for each type of node and of relation; only names of the ontology stand in it."""
        types = sorted({node.type for node in nodes(graph, settings)} & set(ontology().classes))
        relations = sorted({edge.relation for edge in edges(graph)} & set(ontology().properties))
        parts = [CYPHER, *(LOAD_NODES.format(name=name) for name in types)]
        parts += [LOAD_EDGES.format(name=name) for name in relations]
        path.write_text("".join(parts), "utf-8", newline="\n")


class Parquet:
    """Every fact as a row of a column file; needs pyarrow."""

    name, filename = "parquet", "statements.parquet"

    def write(self, graph: KnowledgeGraph, path: Path, settings: ExportSettings) -> None:
        """Write the facts, batch after batch. Raises `OutputError` where pyarrow is not installed."""
        try:
            pyarrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
        except ImportError as error:
            raise OutputError("parquet needs the package pyarrow; install it or choose another format") from error
        schema = pyarrow.schema([(name, getattr(pyarrow, kind)()) for name, kind in _COLUMNS.items()])
        with parquet.ParquetWriter(path, schema) as out:
            for start in range(0, len(graph.facts), _BATCH):
                rows = [_fact_row(fact) for fact in graph.facts[start : start + _BATCH]]
                out.write_table(pyarrow.Table.from_pylist(rows, schema=schema))


_BATCH = 50_000
_TEXTS = (
    *("id", "document", "row", "subject", "predicate", "object", "subject_name", "object_name"),
    *("subject_entity", "object_entity", "value", "unit", "role", "basis", "period", "method"),
)
_COLUMNS = {
    **dict.fromkeys(_TEXTS, "string"),
    "confidence": "float64",
    **dict.fromkeys(("part", "quote"), "string"),
    **dict.fromkeys(("start", "end", "source_start", "source_end"), "int64"),
}


def _fact_row(fact: Fact) -> dict[str, object]:
    return {**fact.model_dump(exclude={"evidence"}), **fact.evidence.model_dump()}


def _write_csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
