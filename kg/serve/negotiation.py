"""Which of several media types a client wants (RFC 9110, section 12.5.1)."""

from __future__ import annotations

from collections.abc import Sequence

SHORT = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "ttl": "text/turtle",
    "turtle": "text/turtle",
    "nt": "application/n-triples",
    "jsonld": "application/ld+json",
    "json-ld": "application/ld+json",
    "rdf": "application/rdf+xml",
    "rdfxml": "application/rdf+xml",
    "trig": "application/trig",
    "nq": "application/n-quads",
    "html": "text/html",
}
"""Short names for the parameter `format`, which outranks the header: a link can carry it."""


def wanted(form: str, accept: str | None) -> str | None:
    """What a request takes: the form that its parameter `format` names, else what its header says.

    >>> wanted("csv", "*/*"), wanted("text/csv", None), wanted("rdf+xml", "application/rdf+xml")
    ('text/csv', 'text/csv', 'application/rdf+xml')
    """
    return SHORT.get(form) or (form if "/" in form else accept)


def best(accept: str | None, offered: Sequence[str]) -> str | None:
    """The offered media type that an Accept header likes best, None where it takes none of them.

    Of equally liked ones the first offered is given.

    >>> best("text/csv;q=0.5, application/*", ["application/json", "text/csv"])
    'application/json'
    >>> best("image/png", ["text/csv"]) is None, best(None, ["text/csv"])
    (True, 'text/csv')
    """
    if not accept or not accept.strip():
        return offered[0] if offered else None
    ranges = [_range(part) for part in accept.split(",") if part.strip()]
    liked = [(_quality(media_type, ranges), -place, media_type) for place, media_type in enumerate(offered)]
    quality, _, media_type = max(liked, default=(0.0, 0, ""))
    return media_type if quality > 0 else None


def wants_page(accept: str | None) -> bool:
    """Whether the client is a browser that would rather have a page than data.

    >>> wants_page("text/html,application/xml;q=0.9,*/*;q=0.8"), wants_page("*/*"), wants_page("text/turtle")
    (True, False, False)
    """
    return bool(accept) and best(accept, ["application/json", "text/turtle", "text/html"]) == "text/html"


def _range(part: str) -> tuple[str, float]:
    media_type, *parameters = (piece.strip() for piece in part.split(";"))
    quality = next((p.split("=", 1)[1] for p in parameters if p.lower().startswith("q=")), "1")
    try:
        return media_type.lower(), min(1.0, max(0.0, float(quality)))
    except ValueError:
        return media_type.lower(), 0.0


def _quality(media_type: str, ranges: Sequence[tuple[str, float]]) -> float:
    """The quality of the most exact range that holds a media type."""
    kind = media_type.split("/", 1)[0]
    for pattern in (media_type, f"{kind}/*", "*/*"):
        found = [quality for name, quality in ranges if name == pattern]
        if found:
            return max(found)
    return 0.0
