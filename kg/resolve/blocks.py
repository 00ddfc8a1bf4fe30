"""Who is worth comparing: pairs that share a row, a body, a core or rare pairs of characters.

Every key's block is cut to its nearest neighbours in a fixed order, so that the number of pairs grows with the number
of names and not with its square.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from kg.resolve.forms import Form
from kg.resolve.pairs import Key, ordered
from kg.words import words

WHOLE_BLOCK = 24
"""Blocks up to this size are compared pair by pair; in larger ones each name meets its neighbours in order only."""

RARE_PAIRS = 4
"""How many of a name's rarest character pairs it is looked up under."""


def candidate_pairs(forms: Mapping[Key, Form]) -> list[tuple[Key, Key]]:
    """All pairs to compare, each once, in a fixed order."""
    blocks: dict[tuple[str, ...], list[Key]] = {}
    for key in sorted(forms):
        for block in _keys(forms[key]):
            blocks.setdefault(block, []).append(key)
    for key, rare in _rare(forms):
        blocks.setdefault(rare, []).append(key)
    pairs = {pair for block in sorted(blocks) for pair in _pairs(blocks[block])}
    return sorted(pairs)


def _pairs(keys: list[Key]) -> Iterator[tuple[Key, Key]]:
    if len(keys) <= WHOLE_BLOCK:
        return ((a, b) if a <= b else (b, a) for i, a in enumerate(keys) for b in keys[i + 1 :])
    return (ordered(a, b) for a, b in pairwise(keys))


def _keys(form: Form) -> Iterator[tuple[str, ...]]:
    if form.type == "Area" or (form.agency is not None and form.agency.known):
        return
    yield ("shape", form.type, form.shape)
    core = form.core.rpartition(":")[2]  # of a zone the name behind its kind
    if len(core) > 1:
        yield ("core", form.type, core)
    for end in words("sole_facilities"):
        if form.body.endswith(end):
            yield ("sole", form.type, end)
    for unit, value in form.parts.capacities if form.parts is not None else ():
        yield ("capacity", form.type, form.key[1], unit, str(value))
    for document, row in sorted({(document, row) for document, row, _ in form.rows}):
        yield ("row", form.type, document, row)


def _rare(forms: Mapping[Key, Form]) -> Iterator[tuple[Key, tuple[str, ...]]]:
    """Each name under its rarest character pairs among the names of its type and area."""
    count: dict[tuple[str, str, str], int] = {}
    grams = {key: _grams(forms[key]) for key in sorted(forms)}
    for key, found in grams.items():
        for gram in found:
            where = (key[0], key[1], gram)
            count[where] = count.get(where, 0) + 1
    for key, found in grams.items():
        shared = [gram for gram in found if count[(key[0], key[1], gram)] > 1]
        for gram in sorted(shared, key=lambda gram: (count[(key[0], key[1], gram)], gram))[:RARE_PAIRS]:
            yield key, ("gram", key[0], key[1], gram)


def _grams(form: Form) -> Iterable[str]:
    if form.type == "Area" or (form.agency is not None and form.agency.known):
        return ()
    body = form.body
    return sorted({body[index : index + 2] for index in range(len(body) - 1)} or {body})
