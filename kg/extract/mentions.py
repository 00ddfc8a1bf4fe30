"""Rows to mentions: every finder over every part, a second look with what the document taught, canonical names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.canonical import canonical_names
from kg.extract.language import MENTION_FINDERS, SECOND_LOOK, character_doc, pipeline
from kg.extract.lexicon import Lexicon, unit_type
from kg.extract.memory import learnt_names
from kg.extract.passage import Found, Passage
from kg.extract.settle import longest
from kg.model import TEXT_PARTS, DocumentContext, Mention, TaskRow

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_mentions(rows: Sequence[TaskRow], context: DocumentContext) -> tuple[Mention, ...]:
    """Every name in the rows of one document, units and leaders included, in the rows' order.

    Offsets count code points in the row's part; `source_start` and `source_end` those of the document's text.
    """
    lexicon = Lexicon.of_units(rows)
    docs = {row.row: list(_first_look(row, lexicon)) for row in rows}
    taught = lexicon.with_names(_taught(docs[row.row] for row in rows))
    return tuple(mention for row in rows for mention in _row_mentions(row, docs[row.row], taught))


def _first_look(row: TaskRow, lexicon: Lexicon) -> Iterator[Doc]:
    units = frozenset(unit.name for unit in row.units)
    for part in TEXT_PARTS:
        if row.text(part):
            yield _run(character_doc(Passage(row.text(part), part, units, lexicon)), second=False)


def _run(doc: Doc, *, second: bool) -> Doc:
    for name, _ in MENTION_FINDERS:
        if (name in SECOND_LOOK) == second:
            doc = pipeline().get_pipe(name)(doc)
    return doc


def _taught(rows: Iterator[list[Doc]]) -> Iterator[tuple[str, str]]:
    for docs in rows:
        for doc in docs:
            passage: Passage = doc.user_data["passage"]
            yield from learnt_names((passage.text[f.start : f.end], f) for f in longest(passage.found))


def _row_mentions(row: TaskRow, docs: list[Doc], lexicon: Lexicon) -> Iterator[Mention]:
    passages: list[Passage] = []
    for doc in docs:
        passage: Passage = doc.user_data["passage"]
        passage.lexicon = lexicon
        _run(doc, second=True)
        passage.found = longest(passage.found)
        passages.append(passage)
    full = canonical_names(passages)
    for passage in passages:
        for found in passage.found:
            name = passage.text[found.start : found.end]
            yield _mention(
                row, passage.part, name, replace(found, canonical=full.get((found.type, name), found.canonical))
            )
    yield from _units(row)
    yield from _leaders(row)


def _mention(row: TaskRow, part: str, name: str, found: Found) -> Mention:
    source_start, source_end = row.parts[part].source_span(found.start, found.end)
    return Mention(
        document=row.document,
        row=row.row,
        part=part,
        type=found.type,
        text=name,
        canonical=None if found.canonical == name else found.canonical,
        start=found.start,
        end=found.end,
        source_start=source_start,
        source_end=source_end,
        method=found.method,
        confidence=found.confidence,
    )


def _units(row: TaskRow) -> Iterator[Mention]:
    for unit in row.units:
        yield _cell_mention(row, "units", unit_type(unit.name), unit.name, (unit.source_start, unit.source_end))


def _leaders(row: TaskRow) -> Iterator[Mention]:
    for leader in row.leaders:
        yield _cell_mention(row, "leaders", "Person", leader.name, (leader.source_start, leader.source_end))


def _cell_mention(row: TaskRow, part: str, kind: str, name: str, source: tuple[int, int]) -> Mention:
    start = max(0, row.text(part).find(name))
    return Mention(
        document=row.document,
        row=row.row,
        part=part,
        type=kind,
        text=name,
        start=start,
        end=start + len(name),
        source_start=source[0],
        source_end=source[1],
        method=f"{part}/column",
        confidence=0.98,
    )
