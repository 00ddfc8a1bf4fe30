"""The records as JSON lines: what other programs read, and all that is needed to load the build again."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from kg.export.base import ExportSettings
from kg.ids import entity_iri
from kg.model import TEXT_PARTS, DocumentInfo, Entity, Fact, KnowledgeGraph, KnownMention, Link, TaskRow, Text

Json = dict[str, Any]

BUFFER = 1 << 20


class Rows:
    """Every row; `cells` holds the raw cells and `runs` leads each text back to the document."""

    name, filename = "rows", "rows.jsonl"

    def write(self, graph: KnowledgeGraph, path: Path, settings: ExportSettings) -> None:
        """Write one line a row."""
        write_lines(path, map(row_json, graph.rows))


class Mentions:
    """Every mention with its entity; `canonical` is the resolved name, `row_canonical` the form its row gives."""

    name, filename = "mentions", "mentions.jsonl"

    def write(self, graph: KnowledgeGraph, path: Path, settings: ExportSettings) -> None:
        """Write one line a mention."""
        write_lines(path, (mention_json(known, settings) for known in graph.mentions))


class Statements:
    """Every fact with its evidence."""

    name, filename = "statements", "statements.jsonl"

    def write(self, graph: KnowledgeGraph, path: Path, settings: ExportSettings) -> None:
        """Write one line a fact."""
        write_lines(path, (statement_json(fact, settings) for fact in graph.facts))


class Entities:
    """Every entity."""

    name, filename = "entities", "entities.jsonl"

    def write(self, graph: KnowledgeGraph, path: Path, settings: ExportSettings) -> None:
        """Write one line an entity."""
        write_lines(path, (entity_json(entity, settings) for entity in graph.entities))


class Documents:
    """Every document."""

    name, filename = "documents", "documents.jsonl"

    def write(self, graph: KnowledgeGraph, path: Path, settings: ExportSettings) -> None:
        """Write one line a document."""
        write_lines(path, (document_json(info, settings) for info in graph.documents))


class Links:
    """Every link between entities, with its reason."""

    name, filename = "links", "links.jsonl"

    def write(self, graph: KnowledgeGraph, path: Path, settings: ExportSettings) -> None:
        """Write one line a link."""
        write_lines(path, (link_json(link, settings) for link in graph.links))


class Candidates:
    """Every pair of entities that may be one, for people's review."""

    name, filename = "candidates", "candidates.jsonl"

    def write(self, graph: KnowledgeGraph, path: Path, settings: ExportSettings) -> None:
        """Write one line a pair."""
        write_lines(path, (pair.model_dump() for pair in graph.candidates))


def write_lines(path: Path, records: Iterable[Mapping[str, Any]]) -> None:
    """Write one JSON object a line; keys keep their order, Chinese stays readable.

    Characters that some readers take for a line end are escaped.
    """
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    with path.open("w", encoding="utf-8", newline="\n", buffering=BUFFER) as out:
        for record in records:
            line = encode(record)
            out.write((_LINE_ENDS.sub(_escaped, line) if _LINE_ENDS.search(line) else line) + "\n")


_LINE_ENDS = re.compile("[\x85\u2028\u2029]")


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def row_json(row: TaskRow) -> Json:
    """A row in the form of `rows.jsonl`.

    Texts stand under the part's name; `progress_by_unit` joins pieces under one heading; a heading that two
    columns share keeps both texts in `extra`, joined by a line end.
    """
    texts = {part: row.parts[part].value if part in row.parts else None for part in TEXT_PARTS}
    return {
        "document": row.document,
        "row": row.row,
        "number": row.number,
        "section": row.section,
        "item": row.item,
        "task": texts["task"],
        "targets": texts["targets"],
        "units": [{"name": unit.name, "role": unit.role} for unit in row.units],
        "leaders": [leader.name for leader in row.leaders],
        "status": row.status,
        "progress": texts["progress"],
        "progress_by_unit": _progress_by_unit(row),
        "problems": texts["problems"],
        "next_steps": texts["next_steps"],
        "deadline": row.parts["deadline"].value if "deadline" in row.parts else None,
        "extra": _joined((heading, text.value) for heading, text in row.extra),
        **_way_back(row),
    }


def _way_back(row: TaskRow) -> Json:
    """What the contract's keys leave out of a row, in the shortest form."""
    named = (*TEXT_PARTS, "deadline")
    return {
        "kind": row.kind,
        "place": row.place.model_dump(exclude_none=True),
        "cells": {part: text.value for part, text in row.parts.items() if part not in named},
        "runs": {part: _runs(text) for part, text in row.parts.items()},
        "unit_spans": [[unit.source_start, unit.source_end, unit.heading] for unit in row.units],
        "leader_spans": [[leader.source_start, leader.source_end] for leader in row.leaders],
        "progress_spans": [[piece.unit, piece.start, piece.end] for piece in row.progress_by_unit],
        "extra_columns": [[heading, text.value, _runs(text)] for heading, text in row.extra],
    }


def _runs(text: Text) -> list[list[int]]:
    return [[run.at, run.source, run.length] for run in text.runs]


def _progress_by_unit(row: TaskRow) -> dict[str, str] | None:
    progress = row.text("progress")
    return _joined((piece.unit, progress[piece.start : piece.end]) for piece in row.progress_by_unit) or None


def _joined(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, value in pairs:
        found[key] = f"{found[key]}\n{value}" if key in found else value
    return found


def mention_json(known: KnownMention, settings: ExportSettings) -> Json:
    """A mention in the form of `mentions.jsonl`."""
    mention = known.mention
    return {
        "document": mention.document,
        "row": mention.row,
        "part": mention.part,
        "type": mention.type,
        "text": mention.text,
        "canonical": known.name,
        "entity": entity_iri(known.entity, settings.entity_base),
        "start": mention.start,
        "end": mention.end,
        "source_start": mention.source_start,
        "source_end": mention.source_end,
        "row_canonical": mention.canonical,
        "method": mention.method,
        "confidence": mention.confidence,
    }


def statement_json(fact: Fact, settings: ExportSettings) -> Json:
    """A fact in the form of `statements.jsonl`."""
    proof, base = fact.evidence, settings.entity_base
    return {
        "id": fact.id,
        "document": fact.document,
        "row": fact.row,
        "subject": fact.subject,
        "predicate": fact.predicate,
        "object": fact.object,
        "subject_name": fact.subject_name,
        "object_name": fact.object_name,
        "subject_entity": entity_iri(fact.subject_entity, base),
        "object_entity": entity_iri(fact.object_entity, base) if fact.object_entity else None,
        "value": fact.value,
        "unit": fact.unit,
        "role": fact.role,
        "basis": fact.basis,
        "evidence": proof.quote,
        "part": proof.part,
        "start": proof.start,
        "end": proof.end,
        "source_start": proof.source_start,
        "source_end": proof.source_end,
        "period": fact.period,
        "method": fact.method,
        "confidence": fact.confidence,
    }


def entity_json(entity: Entity, settings: ExportSettings) -> Json:
    """An entity in the form of `entities.jsonl`."""
    return {
        "entity": entity_iri(entity.id, settings.entity_base),
        "type": entity.type,
        "name": entity.name,
        "aliases": list(entity.aliases),
        "area": entity_iri(entity.area, settings.entity_base) if entity.area else None,
        "documents": list(entity.documents),
        "mentions": entity.mentions,
        "kind": entity.kind,
        "code": entity.code,
        "function": entity.function,
        "sector": entity.sector,
        "sector_reason": entity.sector_reason,
        "keys": list(entity.keys),
    }


def document_json(info: DocumentInfo, settings: ExportSettings) -> Json:
    """A document in the form of `documents.jsonl`."""
    area = entity_iri(info.area, settings.entity_base) if info.area else None
    return {**info.model_dump(), "area": area}


def link_json(link: Link, settings: ExportSettings) -> Json:
    """A link in the form of `links.jsonl`."""
    return {
        **link.model_dump(),
        "subject": entity_iri(link.subject, settings.entity_base),
        "object": entity_iri(link.object, settings.entity_base),
    }
