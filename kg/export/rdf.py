"""RDF files. N-Triples and N-Quads lines are written by hand; pyoxigraph turns them into the other formats.

Both run as streams: memory is bounded by the largest document, not by the graph.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kg.export.base import ExportSettings
from kg.export.graphs import Graphs
from kg.export.terms import prefixes
from kg.model import KnowledgeGraph

if TYPE_CHECKING:
    from pyoxigraph import RdfFormat

BUFFER = 1 << 20


class NTriples:
    """The asserted graph, one triple a line."""

    name, filename = "nt", "graph.nt"

    def write(self, graph: KnowledgeGraph, path: Path, settings: ExportSettings) -> None:
        """Write what holds in the whole graph."""
        _write_lines(path, triple_lines(graph, settings))


class NQuads:
    """One named graph a document, statements reified with their evidence."""

    name, filename = "nq", "graph.nq"

    def write(self, graph: KnowledgeGraph, path: Path, settings: ExportSettings) -> None:
        """Write every named graph, document after document."""
        _write_lines(path, quad_lines(graph, settings))


class Turtle:
    """The asserted graph as people read it."""

    name, filename = "ttl", "graph.ttl"

    def write(self, graph: KnowledgeGraph, path: Path, settings: ExportSettings) -> None:
        """Write what holds in the whole graph, subject after subject."""
        _convert(triple_lines(graph, settings), "TURTLE", path, settings)


class TriG:
    """The named graphs as people read them."""

    name, filename = "trig", "graph.trig"

    def write(self, graph: KnowledgeGraph, path: Path, settings: ExportSettings) -> None:
        """Write every named graph, document after document."""
        _convert(quad_lines(graph, settings), "TRIG", path, settings)


def triple_lines(graph: KnowledgeGraph, settings: ExportSettings) -> Iterator[str]:
    """The asserted graph as N-Triples lines."""
    for subject, predicate, object_ in Graphs(graph, settings).asserted():
        yield f"{subject} {predicate} {object_} .\n"


def quad_lines(graph: KnowledgeGraph, settings: ExportSettings) -> Iterator[str]:
    """The named graphs as N-Quads lines."""
    graphs = Graphs(graph, settings)
    for local_id, triples in graphs.named():
        end = f" {graphs.describer.iri(local_id)} .\n"
        for subject, predicate, object_ in triples:
            yield f"{subject} {predicate} {object_}{end}"


def _write_lines(path: Path, lines: Iterator[str]) -> None:
    with path.open("w", encoding="utf-8", newline="\n", buffering=BUFFER) as out:
        out.writelines(lines)


def _convert(lines: Iterator[str], format_name: str, path: Path, settings: ExportSettings) -> None:
    """Write lines beside the target, then read them again as a stream in the other format."""
    import pyoxigraph

    form: RdfFormat = getattr(pyoxigraph.RdfFormat, format_name)
    plain, raw = path.with_name(path.name + ".lines"), path.with_name(path.name + ".raw")
    try:
        _write_lines(plain, lines)
        quads = pyoxigraph.parse(path=plain, format=pyoxigraph.RdfFormat.N_QUADS)
        terms = quads if form.supports_datasets else (quad.triple for quad in quads)
        with raw.open("wb", buffering=BUFFER) as out:
            pyoxigraph.serialize(terms, out, form, prefixes=prefixes(settings))
        _sort_prefixes(raw, path)
    finally:
        plain.unlink(missing_ok=True)
        raw.unlink(missing_ok=True)


def _sort_prefixes(raw: Path, path: Path) -> None:
    """pyoxigraph names prefixes in an order that changes from run to run; and a blank line parts the subjects."""
    with raw.open("rb") as source, path.open("wb", buffering=BUFFER) as out:
        header: list[bytes] = []
        for line in source:
            if not line.startswith(b"@prefix "):
                out.writelines(sorted(header))
                out.write(b"\n" + line)
                break
            header.append(line)
        for line in source:
            out.write(line if line[:1] in b"\t}" else b"\n" + line)
