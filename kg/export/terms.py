"""Text to RDF terms in the form that N-Triples, N-Quads and Turtle share."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from kg.export.base import ExportSettings

NAMESPACES = {
    "dcterms": "http://purl.org/dc/terms/",
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""Namespaces of others that exports use; those of ours depend on the settings."""

_NEEDS_ESCAPE = re.compile(r'[\\"\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]')
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}


def prefixes(settings: ExportSettings) -> dict[str, str]:
    """All prefixes of an export, ours included, sorted."""
    return dict(sorted({**NAMESPACES, "kg": settings.ontology_base, "id": settings.entity_base}.items()))


def name(prefixed: str) -> str:
    """The IRI term of a name in a namespace of others.

    >>> name("rdfs:label")
    '<http://www.w3.org/2000/01/rdf-schema#label>'
    """
    prefix, local = prefixed.split(":", 1)
    return f"<{NAMESPACES[prefix]}{local}>"


def text(value: str, language: str = "") -> str:
    r"""A literal of text; control characters are escaped, so that every line stays one line.

    >>> text("枣庄", "zh"), text('a"b\n')
    ('"枣庄"@zh', '"a\\"b\\n"')
    """
    if _NEEDS_ESCAPE.search(value):
        value = _NEEDS_ESCAPE.sub(_escape, value)
    return f'"{value}"@{language}' if language else f'"{value}"'


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    return _ESCAPES.get(character) or f"\\u{ord(character):04X}"


def integer(value: int) -> str:
    """A whole number.

    >>> integer(7)
    '"7"^^<http://www.w3.org/2001/XMLSchema#integer>'
    """
    return f'"{value}"^^<http://www.w3.org/2001/XMLSchema#integer>'


def decimal(value: float | str) -> str | None:
    """A decimal number, None where the text is none.

    >>> decimal("5E9"), decimal("三成")
    ('"5000000000"^^<http://www.w3.org/2001/XMLSchema#decimal>', None)
    """
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return None
    if not number.is_finite() or abs(number.adjusted()) > _LARGEST_EXPONENT:
        return None
    plain = format(number, "f")
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return f'"{plain}"^^<http://www.w3.org/2001/XMLSchema#decimal>'


_LARGEST_EXPONENT = 30
"""An amount beyond 10^30 is a slip, and its digits would fill pages."""
