"""The full form that a row gives of a short one."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.passage import Passage
from kg.extract.settle import full_form

SHORTENED = ("Project", "Institution")


def canonical_names(passages: Sequence[Passage]) -> dict[tuple[str, str], str]:
    """`(type, text)` to the canonical name, for the names of one row whose full form the row itself has."""
    resolved: dict[tuple[str, str], str] = {}
    for kind in SHORTENED:
        forms = {p.text[f.start : f.end]: f.canonical for p in passages for f in p.found.of(kind)}
        for p in passages:
            for f in p.found.of(kind):
                if f.canonical:
                    forms[p.text[f.start : f.end]] = f.canonical
        full = sorted({canonical or text for text, canonical in forms.items()})
        for text, canonical in forms.items():
            if canonical:
                resolved[kind, text] = canonical
            elif found := full_form(text, full, loose=kind == "Project"):
                resolved[kind, text] = found
    return resolved
