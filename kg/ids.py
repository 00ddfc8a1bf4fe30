"""The only place where text becomes an identifier or an IRI.

Ids are short, ASCII and made from content alone (kind, area, name), so that the same input gives the same ids on
every machine and in every order, and links survive any encoding. Names in Chinese stand in `rdfs:label`.
"""

from __future__ import annotations

import hashlib

ONTOLOGY_BASE = "https://zerentu.example/ontology#"
"""The `kg:` namespace unless a publisher sets another."""

ENTITY_BASE = "https://zerentu.example/id/"
"""Where entities, documents, tasks and statements stand unless a publisher sets another."""


def content_id(kind: str, *parts: str) -> str:
    """A short id from a kind and what makes the thing that thing.

    >>> content_id("Agency", "370404", "峄城区发展和改革局")
    'agency-595d138664'
    """
    digest = hashlib.sha256("\x1f".join(parts).encode("utf-8")).hexdigest()
    return f"{kind.lower()}-{digest[:10]}"


def entity_iri(local_id: str, base: str = ENTITY_BASE) -> str:
    """The IRI of an entity, document, task or statement id."""
    return base + local_id


def document_id(name: str) -> str:
    """The id of a document of the graph."""
    return content_id("Document", name)


def task_id(document: str, row: str) -> str:
    """The id of a row of a document, which is a `kg:Task` of the graph."""
    return content_id("Task", document, row)
