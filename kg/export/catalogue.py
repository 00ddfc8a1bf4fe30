"""A description of the whole graph for catalogues: VoID for its content, DCAT for its files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from kg.export.base import ExportSettings
from kg.export.describe import TYPE, Triple
from kg.export.graphs import Graphs
from kg.export.terms import integer, text
from kg.model import KnowledgeGraph

VOID, DCAT, DCTERMS = "http://rdfs.org/ns/void#", "http://www.w3.org/ns/dcat#", "http://purl.org/dc/terms/"

FILES = (
    ("graph.ttl", "text/turtle"),
    ("graph.nq", "application/n-quads"),
    ("entities.jsonl", "application/x-ndjson"),
    ("statements.jsonl", "application/x-ndjson"),
    ("graph.html", "text/html"),
)
"""The files of every build that a catalogue names, with their media types."""


class Catalogue:
    """`void.ttl`: how much of what the graph holds, which vocabularies it uses, and its files."""

    name, filename = "void", "void.ttl"

    def write(self, graph: KnowledgeGraph, path: Path, settings: ExportSettings) -> None:
        """Count in one pass, then write."""
        with path.open("w", encoding="utf-8", newline="\n") as out:
            out.writelines(_lines(graph, settings))


def _lines(graph: KnowledgeGraph, settings: ExportSettings) -> Iterator[str]:
    classes: Counter[str] = Counter()
    properties: Counter[str] = Counter()
    for triple in Graphs(graph, settings).asserted():
        properties[triple[1]] += 1
        if triple[1] == TYPE:
            classes[triple[2]] += 1
    for subject, predicate, object_ in _dataset(graph, settings, classes, properties):
        yield f"{subject} {predicate} {object_} .\n"


def _dataset(
    graph: KnowledgeGraph, settings: ExportSettings, classes: Counter[str], properties: Counter[str]
) -> Iterator[Triple]:
    def own(name: str) -> str:
        return f"<{settings.entity_base}{name}>"

    def void(name: str) -> str:
        return f"<{VOID}{name}>"

    dataset = own("dataset")
    yield dataset, TYPE, void("Dataset")
    yield dataset, TYPE, f"<{DCAT}Dataset>"
    yield dataset, f"<{DCTERMS}title>", text("责任图谱", "zh")
    yield dataset, f"<{DCTERMS}description>", text("地方政府任务落实情况：谁负责哪个公共项目，以及依据。", "zh")
    yield dataset, void("uriSpace"), text(settings.entity_base)
    yield dataset, void("vocabulary"), f"<{settings.ontology_base}>"
    yield dataset, void("triples"), integer(sum(properties.values()))
    yield dataset, void("entities"), integer(len(graph.entities))
    yield dataset, void("documents"), integer(len(graph.documents))
    for local, partition, term, counts in (
        ("class", "classPartition", "class", classes),
        ("property", "propertyPartition", "property", properties),
    ):
        for iri, count in sorted(counts.items()):
            part = own(f"dataset-{local}-{iri.strip('<>').rsplit('#', 1)[-1].rsplit('/', 1)[-1]}")
            yield dataset, void(partition), part
            yield part, void(term), iri
            yield part, void("entities" if local == "class" else "triples"), integer(count)
    for filename, media_type in FILES:
        file = own(f"dataset-{filename}")
        yield dataset, f"<{DCAT}distribution>", file
        yield file, TYPE, f"<{DCAT}Distribution>"
        yield file, f"<{DCTERMS}title>", text(filename)
        yield file, f"<{DCAT}mediaType>", f"<https://www.iana.org/assignments/media-types/{media_type}>"
