"""JSON-LD of the asserted graph, with the context that `ontology/context.jsonld` publishes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from kg.export.base import ExportSettings
from kg.export.describe import Triple
from kg.export.graphs import Graphs
from kg.export.terms import NAMESPACES, prefixes
from kg.model import KnowledgeGraph
from kg.ontology import Ontology, ontology

FILE = "context.jsonld"

_TERM = re.compile(r'<([^>]*)>|"((?:[^"\\]|\\.)*)"(?:@([\w-]+)|\^\^<([^>]*)>)?')
_ESCAPE = re.compile(r"\\u([0-9A-F]{4})|\\(.)")
_ESCAPED = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}

WORDS: dict[str, Any] = {
    "type": "@type",
    "id": "@id",
    "label": {"@id": "rdfs:label", "@language": "zh"},
    "altLabel": {"@id": "skos:altLabel", "@language": "zh"},
    "prefLabel": {"@id": "skos:prefLabel", "@language": "zh"},
    "title": {"@id": "dcterms:title", "@language": "zh"},
    "hiddenLabel": "skos:hiddenLabel",
    "notation": "skos:notation",
    "identifier": "dcterms:identifier",
    "format": "dcterms:format",
    "spatial": {"@id": "dcterms:spatial", "@type": "@id"},
}
"""Terms of other vocabularies; those of ours follow from the ontology."""


class JsonLd:
    """The asserted graph, one object a subject, as a stream."""

    name, filename = "jsonld", "graph.jsonld"

    def write(self, graph: KnowledgeGraph, path: Path, settings: ExportSettings) -> None:
        """Write `@context` and `@graph`, a subject a line."""
        encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
        words = context(ontology(), settings)
        names = _Names(words, settings)
        with path.open("w", encoding="utf-8", newline="\n") as out:
            out.write('{"@context":' + encode(words) + ',\n"@graph":[')
            start = "\n"
            for subject in _subjects(Graphs(graph, settings).asserted(), names):
                out.write(start + encode(subject))
                start = ",\n"
            out.write("\n]}\n")


def context(known: Ontology, settings: ExportSettings) -> dict[str, Any]:
    """The JSON-LD context: prefixes, and a word for every property of the ontology."""
    words: dict[str, Any] = {**prefixes(settings), **WORDS, "id": "@id"}
    words["entity"] = settings.entity_base
    for prop in known.properties.values():
        kind = "@id" if prop.kind == "object" else prop.range[0].replace(NAMESPACES["xsd"], "xsd:")
        plain = kind == "xsd:string"
        words[prop.name] = f"kg:{prop.name}" if plain else {"@id": f"kg:{prop.name}", "@type": kind}
    return words


def context_text(known: Ontology, settings: ExportSettings) -> str:
    """The context as a file to publish."""
    return json.dumps({"@context": context(known, settings)}, ensure_ascii=False, indent=1) + "\n"


class _Names:
    """IRIs in their short forms."""

    def __init__(self, words: dict[str, Any], settings: ExportSettings) -> None:
        self._entity_base = settings.entity_base
        self._bases = {base: prefix for prefix, base in prefixes(settings).items() if prefix != "id"}
        self.kinds = {key: _kind(word) for key, word in words.items()}
        self._words = {self._expanded(w): key for key, w in words.items() if self._expanded(w)}

    @staticmethod
    def _expanded(word: Any) -> str:
        name = word.get("@id", "") if isinstance(word, dict) else word
        return name if isinstance(name, str) and ":" in name and "/" not in name else ""

    def iri(self, iri: str) -> str:
        """An IRI as prefix and name where it can be."""
        if iri.startswith(self._entity_base):
            return f"entity:{iri[len(self._entity_base) :]}"
        for base, prefix in self._bases.items():
            if iri.startswith(base):
                return f"{prefix}:{iri[len(base) :]}"
        return iri

    def word(self, iri: str) -> str:
        """The word of a property."""
        short = self.iri(iri)
        return "type" if short == "rdf:type" else self._words.get(short, short)


def _kind(word: Any) -> str:
    """What plain strings under a word are: `@id`, a datatype, `@` and a language, or nothing for plain text."""
    if not isinstance(word, dict):
        return ""
    return f"@{word['@language']}" if "@language" in word else str(word.get("@type", ""))


def _subjects(triples: Iterable[Triple], names: _Names) -> Iterator[dict[str, Any]]:
    for subject, group in groupby(triples, key=lambda triple: triple[0]):
        found: dict[str, Any] = {"id": names.iri(subject[1:-1])}
        for _, predicate, object_ in group:
            word = names.word(predicate[1:-1])
            found.setdefault(word, []).append(_value(object_, word, names))
        yield {key: value[0] if isinstance(value, list) and len(value) == 1 else value for key, value in found.items()}


def _value(term: str, word: str, names: _Names) -> Any:
    """What stands for a term: a plain string where it is of the kind that the context says of its word."""
    match = _TERM.fullmatch(term)
    assert match is not None, term
    iri, value, language, datatype = match.groups()
    if iri is not None:
        short = names.iri(iri)
        return short if word == "type" or names.kinds.get(word) == "@id" else {"id": short}
    kind = f"@{language}" if language else names.iri(datatype) if datatype else ""
    plain = _unescaped(value)
    if names.kinds.get(word, "") == kind:
        return plain
    return {"@value": plain, **({"@language": language} if language else {"@type": kind} if kind else {})}


def _unescaped(value: str) -> str:
    return _ESCAPE.sub(lambda m: chr(int(m[1], 16)) if m[1] else _ESCAPED.get(m[2], m[2]), value)
