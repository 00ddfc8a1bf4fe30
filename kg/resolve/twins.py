"""Names that are one as projects, and are written alike as places: the school that is built and the school itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.resolve.forms import Form
from kg.resolve.pairs import Key, ordered

PLACES = ("Park", "Institution")

Written = tuple[str, str]
"""A document and how it writes a name."""


def twins(forms: Mapping[Key, Form], head: Mapping[Key, Key]) -> Iterator[tuple[Key, Key]]:
    """Pairs of one type whose writings are one thing in another type, given the cluster of every form."""
    for place in PLACES:
        yield from _pairs(forms, head, "Project", place)
        yield from _pairs(forms, head, place, "Project")


def _pairs(forms: Mapping[Key, Form], head: Mapping[Key, Key], known: str, sought: str) -> Iterator[tuple[Key, Key]]:
    """Pairs of the sought type that the clusters of the known one hold together."""
    written = _written(forms, sought)
    first: dict[Key, Key] = {}
    for key in sorted(key for key in forms if key[0] == known):
        for name in sorted(forms[key].texts):
            if name in written:
                other = first.setdefault(head[key], written[name])
                if other != written[name]:
                    yield ordered(other, written[name])


def _written(forms: Mapping[Key, Form], type: str) -> dict[Written, Key]:
    return {name: key for key in sorted(forms) if key[0] == type for name in forms[key].texts}
