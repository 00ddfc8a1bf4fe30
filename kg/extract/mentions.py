"""Rows to mentions: every finder over every part, a second look with what the document taught, canonical names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.extract.canonical import canonical_names
from kg.extract.cell_mentions import cell_mentions
from kg.extract.finders import finders, first_look, last_look, second_look
from kg.extract.findings import Found
from kg.extract.home import home_names
from kg.extract.lexicon import Lexicon
from kg.extract.memory import learn, names_found, recall_in_row
from kg.extract.passage import Passage
from kg.extract.row_twins import find_row_twins
from kg.extract.trust import confidence_of
from kg.extract.votes import hold_votes
from kg.model import TEXT_PARTS, DocumentContext, Mention, TaskRow


class Rejected(NamedTuple):
    """A candidate that was not kept: `[start, end)` of the row's part, the type it would have had, and why."""

    row: str
    part: str
    type: str
    text: str
    start: int
    end: int
    reason: str


def find_mentions(
    rows: Sequence[TaskRow], context: DocumentContext, rejected: list[Rejected] | None = None, *, votes: bool = True
) -> tuple[Mention, ...]:
    """Every name in the rows of one document, units and leaders included, in the rows' order.

    Offsets count code points in the row's part; `source_start` and `source_end` those of the document's text.
    Give a list as `rejected` to have the candidates that were not kept, with reasons, put into it. Without `votes` the
    rules alone are heard, not the tagger.
    """
    finders()  # those of plug-ins bring patterns of their own, which must be known before a text is scanned for all
    lexicon = Lexicon.of_units(rows, home_names(context.area))
    passages = [tuple(_passages(row, lexicon, rejected is not None)) for row in rows]
    for parts in passages:
        for passage in parts:
            first_look(passage)
    if votes:
        hold_votes([passage for parts in passages for passage in parts])
    taught = learn(lexicon, names_found(passage for parts in passages for passage in parts))
    mentions = [m for row, parts in zip(rows, passages, strict=True) for m in _row_mentions(row, parts, taught)]
    if rejected is not None:
        rejected.extend(_rejections(rows, passages, mentions))
    return tuple(mentions)


def _rejections(
    rows: Sequence[TaskRow], passages: Sequence[Sequence[Passage]], mentions: Sequence[Mention]
) -> Iterator[Rejected]:
    """What was not kept by one rule and not found by another either."""
    kept = {(m.row, m.part, m.type, m.start, m.end) for m in mentions}
    for row, parts in zip(rows, passages, strict=True):
        for passage in parts:
            for start, end, kind, reason in dict.fromkeys(passage.rejected or ()):
                if (row.row, passage.part, kind, start, end) not in kept:
                    yield Rejected(row.row, passage.part, kind, passage.text[start:end], start, end, reason)


def _passages(row: TaskRow, lexicon: Lexicon, asked: bool) -> Iterator[Passage]:
    units = frozenset(unit.name for unit in row.units)
    for part in TEXT_PARTS:
        if row.text(part):
            yield Passage(row.text(part), part, units, lexicon, rejected=[] if asked else None)


def _row_mentions(row: TaskRow, passages: Sequence[Passage], lexicon: Lexicon) -> Iterator[Mention]:
    for passage in passages:
        passage.lexicon = lexicon
        second_look(passage)
    recall_in_row(passages)
    for passage in passages:
        last_look(passage)
    full = canonical_names(passages)
    if find_row_twins(passages, full):
        full = canonical_names(passages)
    for passage in passages:
        for found in passage.found:
            name = passage.text[found.start : found.end]
            yield _mention(row, passage, found, full.get((found.type, name), found.canonical))
    yield from cell_mentions(row)


def _mention(row: TaskRow, passage: Passage, found: Found, canonical: str | None) -> Mention:
    name = passage.text[found.start : found.end]
    sure = found.confidence if passage.ballot else confidence_of(found.type, found.method, found.confidence)
    source_start, source_end = row.parts[passage.part].source_span(found.start, found.end)
    return Mention(
        document=row.document,
        row=row.row,
        part=passage.part,
        type=found.type,
        text=name,
        canonical=None if canonical == name else canonical,
        start=found.start,
        end=found.end,
        source_start=source_start,
        source_end=source_end,
        method=found.method,
        confidence=round(sure, 2),
    )
