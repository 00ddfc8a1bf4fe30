"""Answers one job in a worker: runs the query over the opened build and writes what it gives."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import QueryError
from kg.serve.settings import Settings
from kg.serve.workers import Done, Job, NoSuchGraph, NotOffered
from kg.store import Answer, Graph, Limits, open_build, write_answer

if TYPE_CHECKING:
    from pyoxigraph import RdfFormat

RESULT_TYPES = {
    "application/sparql-results+json": "json",
    "application/sparql-results+xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
    "application/json": "json",
    "application/xml": "xml",
    "text/xml": "xml",
}
"""Media types of rows and truths, the first is given where nothing is asked for."""

GRAPH_TYPES = {
    "text/turtle": "TURTLE",
    "application/n-triples": "N_TRIPLES",
    "application/ld+json": "JSON_LD",
    "application/rdf+xml": "RDF_XML",
    "application/trig": "TRIG",
    "application/n-quads": "N_QUADS",
    "text/n3": "N3",
    "text/plain": "N_TRIPLES",
    "application/json": "JSON_LD",
    "application/xml": "RDF_XML",
}
"""Media types of triples, the first is given where nothing is asked for."""


class Answering:
    """A build opened for jobs."""

    def __init__(self, folder: Path, settings: Settings) -> None:
        self._store = open_build(folder)
        self._settings = settings

    def answer(self, job: Job) -> Done:
        """What the job asks for. Raises `QueryError`, `NotOffered` and `NoSuchGraph`."""
        if job.graph is not None:
            return self._graph(job.graph, job.triples_as or next(iter(GRAPH_TYPES)))
        found = self._store.query(
            job.sparql,
            Limits(rows=self._settings.rows),
            default_graphs=job.default_graphs,
            named_graphs=job.named_graphs,
        )
        return self._bounded(*self._written(found, job))

    def _written(self, found: Answer, job: Job) -> tuple[bytes, str]:
        if isinstance(found, Graph):
            if job.triples_as is None:
                raise NotOffered(f"triples are given as {', '.join(GRAPH_TYPES)}; ask for one of these")
            return self._triples(found, job.triples_as), job.triples_as
        if job.rows_as is None:
            raise NotOffered(f"rows are given as {', '.join(RESULT_TYPES)}; ask for one of these")
        return write_answer(found, RESULT_TYPES[job.rows_as], self._store.prefixes).encode("utf-8"), job.rows_as

    def _triples(self, found: Graph, media_type: str) -> bytes:
        import pyoxigraph

        if GRAPH_TYPES[media_type] in ("TURTLE", "N3", "TRIG"):
            return write_answer(found, "table", self._store.prefixes).encode("utf-8")
        triples = sorted(set(found.triples), key=str)
        return pyoxigraph.serialize(triples, format=_format(media_type), prefixes=dict(self._store.prefixes)) or b""

    def _graph(self, iri: str, media_type: str) -> Done:
        import pyoxigraph

        store = self._store.store
        try:
            graph = pyoxigraph.DefaultGraph() if iri == "default" else pyoxigraph.NamedNode(iri)
        except ValueError as error:
            raise QueryError(f"{iri!r} is not an IRI; write it in full") from error
        if not isinstance(graph, pyoxigraph.DefaultGraph) and not store.contains_named_graph(graph):
            raise NoSuchGraph(f"no graph <{iri}>; SELECT DISTINCT ?g {{ GRAPH ?g {{}} }} lists all")
        content = store.dump(format=_format(media_type), from_graph=graph, prefixes=dict(self._store.prefixes)) or b""
        return self._bounded(content, media_type)

    def _bounded(self, content: bytes, media_type: str) -> Done:
        if len(content) > self._settings.longest_answer:
            most = self._settings.longest_answer // 1_000_000
            raise QueryError(f"the answer is larger than {most} MB; add LIMIT or ask for less")
        return Done(content=content, media_type=media_type)


def _format(media_type: str) -> RdfFormat:
    import pyoxigraph

    found: RdfFormat = getattr(pyoxigraph.RdfFormat, GRAPH_TYPES[media_type])
    return found
