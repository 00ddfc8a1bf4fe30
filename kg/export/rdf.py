"""RDF files. N-Triples and N-Quads lines are written by hand; pyoxigraph turns them into the other formats.

Both run as streams: memory is bounded by the largest document, not by the graph.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kg.export.base import ExportSettings
from kg.export.describe import Triple
from kg.export.graphs import Graphs
from kg.export.reify import OBJECT, PREDICATE, RDF_STATEMENT, SUBJECT
from kg.export.terms import name, prefixes
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


class RdfXml:
    """The asserted graph as RDF/XML; characters that XML cannot hold become U+FFFD."""

    name, filename = "rdfxml", "graph.rdf"

    def write(self, graph: KnowledgeGraph, path: Path, settings: ExportSettings) -> None:
        """Write what holds in the whole graph, subject after subject."""
        _convert(map(_legal_in_xml, triple_lines(graph, settings)), "RDF_XML", path, settings)


class Rdf12:
    """The named graphs in RDF 1.2: a statement reifies its triple as a term, in place of three triples."""

    name, filename = "rdf12", "graph-rdf12.nq"

    def write(self, graph: KnowledgeGraph, path: Path, settings: ExportSettings) -> None:
        """Write every named graph, document after document."""
        _write_lines(path, quad_lines(graph, settings, reified_as_terms))


def triple_lines(graph: KnowledgeGraph, settings: ExportSettings) -> Iterator[str]:
    """The asserted graph as N-Triples lines."""
    for subject, predicate, object_ in Graphs(graph, settings).asserted():
        yield f"{subject} {predicate} {object_} .\n"


def quad_lines(
    graph: KnowledgeGraph,
    settings: ExportSettings,
    change: Callable[[Iterator[Triple]], Iterator[Triple]] = iter,
) -> Iterator[str]:
    """The named graphs as N-Quads lines; `change` may alter the triples of each."""
    graphs = Graphs(graph, settings)
    for local_id, triples in graphs.named():
        end = f" {graphs.describer.iri(local_id)} .\n"
        for subject, predicate, object_ in change(triples):
            yield f"{subject} {predicate} {object_}{end}"


def reified_as_terms(triples: Iterator[Triple]) -> Iterator[Triple]:
    """Statements in the form of RDF 1.2; `kg.export.reify` gives the three ends one after the other."""
    ends: list[str] = []
    for triple in triples:
        if triple[1] in _ENDS:
            ends.append(triple[2])
            if len(ends) == len(_ENDS):
                yield triple[0], _REIFIES, f"<<( {' '.join(ends)} )>>"
                ends.clear()
        elif triple[2] != RDF_STATEMENT:
            yield triple


_ENDS = (SUBJECT, PREDICATE, OBJECT)
_REIFIES = name("rdf:reifies")
_ESCAPE = re.compile(r"\\(?:u([0-9A-F]{4})|(.))")


def _legal_in_xml(line: str) -> str:
    return _ESCAPE.sub(_legal_escape, line) if "\\" in line else line


def _legal_escape(match: re.Match[str]) -> str:
    code = int(match[1], 16) if match[1] else {"b": 8, "f": 12}.get(match[2], 0x20)
    return "\ufffd" if (code < 0x20 and code not in (9, 10, 13)) or code in (0xFFFE, 0xFFFF) else match[0]


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
        if format_name == "RDF_XML":
            raw.replace(path)
        else:
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
