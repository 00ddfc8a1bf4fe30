"""The facts that `ontology/*.ttl` tells, by subject and predicate, and where each subject stands."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import OntologyError
from kg.ids import ONTOLOGY_BASE

if TYPE_CHECKING:
    from pyoxigraph import Triple

FILES = ("core.ttl", "status.ttl", "stage.ttl", "sector.ttl")
"""The files that make up the vocabulary, in the order in which they are read; the shapes stand in `shapes.ttl`."""

OWL = "http://www.w3.org/2002/07/owl#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"


class Facts:
    """The triples of all files by subject and predicate, and where each subject was met."""

    def __init__(self, folder: Path) -> None:
        self.values: dict[str, dict[str, list[object]]] = {}
        self.files: dict[str, Path] = {}
        for path in (folder / name for name in FILES):
            for triple in _parse(path):
                subject = triple.subject.value  # type: ignore[union-attr]
                self.files.setdefault(subject, path)
                by_predicate = self.values.setdefault(subject, {})
                by_predicate.setdefault(triple.predicate.value, []).append(triple.object)

    def of_type(self, type_iri: str) -> list[str]:
        """Subjects of ours with that type, in file order."""
        return [s for s in self.values if s.startswith(ONTOLOGY_BASE) and type_iri in self.iris(s, RDF + "type")]

    def iris(self, subject: str, predicate: str) -> tuple[str, ...]:
        """IRIs (and blank node names) that a predicate leads to."""
        values = self.values.get(subject, {}).get(predicate, [])
        return tuple(v.value for v in values if not hasattr(v, "language"))  # type: ignore[attr-defined]

    def words(self, subject: str, predicate: str, language: str) -> str:
        """The text in a language; its absence is an error, for people must be able to read every term."""
        for value in self.values.get(subject, {}).get(predicate, []):
            if getattr(value, "language", None) == language:
                return str(value.value)  # type: ignore[attr-defined]
        what = predicate.rsplit("#", 1)[-1]
        raise OntologyError(f'{self.place(subject)}: {local(subject)} has no {what} in @{language}; add "…"@{language}')

    def place(self, subject: str) -> str:
        """The file, and the line where the subject's block begins if that can be found."""
        path = self.files[subject]
        opening = f"kg:{local(subject)} "
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
            if line.startswith(opening):
                return f"{path}, line {number}"
        return str(path)

    def members(self, node: str) -> tuple[str, ...]:
        """The classes of a union in the order of its list, or the class itself."""
        union = self.iris(node, OWL + "unionOf")
        if not union:
            return (node,)
        return self.chain(union[0])

    def chain(self, rest: str) -> tuple[str, ...]:
        """The members of an RDF list."""
        found: list[str] = []
        while rest != RDF + "nil" and rest in self.values:
            found.extend(self.iris(rest, RDF + "first"))
            rest = self.iris(rest, RDF + "rest")[0]
        return tuple(found)


def _parse(path: Path) -> Iterable[Triple]:
    import pyoxigraph

    try:
        return list(pyoxigraph.parse(path.read_bytes(), format=pyoxigraph.RdfFormat.TURTLE))
    except OSError as error:
        raise OntologyError(f"{path}: the file cannot be read ({error.strerror}); restore it") from error
    except SyntaxError as error:
        raise OntologyError(f"{path}, line {error.lineno}: not Turtle ({error.msg}); correct the line") from error


def local(iri: str) -> str:
    """The name of a term of ours; other IRIs as they are."""
    return iri.removeprefix(ONTOLOGY_BASE)


def ours(iris: Iterable[str]) -> tuple[str, ...]:
    """The names of those that are terms of ours."""
    return tuple(local(iri) for iri in iris if iri.startswith(ONTOLOGY_BASE))


def others(iris: Iterable[str]) -> tuple[str, ...]:
    """Those that are terms of other vocabularies."""
    return tuple(iri for iri in iris if not iri.startswith(ONTOLOGY_BASE))
