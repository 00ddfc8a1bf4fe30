"""A build's files back to the graph that they were written from."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from kg.errors import BuildNotFound
from kg.model import (
    TEXT_PARTS,
    Candidate,
    DocumentInfo,
    Entity,
    Evidence,
    Fact,
    Finding,
    KnowledgeGraph,
    KnownMention,
    Leader,
    Link,
    Mention,
    Place,
    Run,
    TaskRow,
    Text,
    Unit,
    UnitProgress,
)

Json = dict[str, Any]
R = TypeVar("R")

FORMAT = 1
"""The version of a build's files; `kg.export.report` writes it and a build of another version is not loaded."""


def load(folder: Path) -> KnowledgeGraph:
    """The graph of a build, equal to the one that was written.

    Raises `BuildNotFound` where the folder holds no build, or one whose files are damaged or of another version.
    """
    report = _report(folder)
    base = str(report.get("entity_base", ""))
    return KnowledgeGraph(
        documents=tuple(_records(folder, "documents", lambda record: _document(record, base))),
        rows=tuple(load_rows(folder)),
        entities=tuple(_records(folder, "entities", lambda record: _entity(record, base))),
        mentions=tuple(_records(folder, "mentions", lambda record: _mention(record, base))),
        facts=tuple(_records(folder, "statements", lambda record: _fact(record, base))),
        links=tuple(_records(folder, "links", lambda record: _link(record, base))),
        candidates=tuple(_records(folder, "candidates", Candidate.model_validate)),
        findings=tuple(Finding.model_validate(record) for record in report.get("findings", ())),
    )


def load_rows(folder: Path) -> Iterator[TaskRow]:
    """The rows of a build alone. Raises `BuildNotFound` as `load` does."""
    return _records(folder, "rows", _row)


def build_bases(folder: Path) -> tuple[str, str]:
    """The IRIs below which a build's entities and its vocabulary stand."""
    report = _report(folder)
    return str(report["entity_base"]), str(report["ontology_base"])


def _report(folder: Path) -> Json:
    path = folder / "report.json"
    try:
        report = json.loads(path.read_text("utf-8"))
    except FileNotFoundError as error:
        raise BuildNotFound(
            f"{folder} holds no build; run kg build first or name another folder",
            chinese=f"{folder} 里没有构建结果；请先运行 kg build，或用 --graph 指定别的文件夹。",
        ) from error
    except (OSError, ValueError) as error:
        raise BuildNotFound(
            f"{path}: the report cannot be read ({error}); build again",
            chinese=f"{path}：无法读取（{error}）；请重新构建。",
        ) from error
    if not isinstance(report, dict) or report.get("format") != FORMAT:
        raise BuildNotFound(
            f"{path}: the build was written by another version; build again",
            chinese=f"{path}：这是别的版本写出的构建结果；请重新构建。",
        )
    return report


def _records(folder: Path, name: str, read: Callable[[Json], R]) -> Iterator[R]:
    path = folder / f"{name}.jsonl"
    try:
        with path.open(encoding="utf-8", newline="\n") as lines:
            for number, line in enumerate(lines, start=1):
                yield _record(path, number, line, read)
    except BuildNotFound:
        raise
    except (OSError, UnicodeDecodeError) as error:
        raise BuildNotFound(
            f"{path}: the file cannot be read ({_reason(error)}); build again",
            chinese=f"{path}：无法读取（{_reason(error)}）；请重新构建。",
        ) from error


def _record(path: Path, number: int, line: str, read: Callable[[Json], R]) -> R:
    try:
        return read(json.loads(line))
    except (ValueError, KeyError, TypeError) as error:
        raise BuildNotFound(
            f"{path}, line {number}: not a record of a build ({_reason(error)}); build again",
            chinese=f"{path}：第 {number} 行不是构建结果（{_reason(error)}）；请重新构建。",
        ) from error


def _reason(error: Exception) -> str:
    """What went wrong, on one line."""
    words = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return str(words).splitlines()[0]


def _local(iri: str, base: str) -> str:
    return iri.removeprefix(base)


def _local_or_none(iri: str | None, base: str) -> str | None:
    return None if iri is None else _local(iri, base)


def _document(record: Json, base: str) -> DocumentInfo:
    return DocumentInfo.model_validate({**record, "area": _local_or_none(record["area"], base)})


def _row(record: Json) -> TaskRow:
    runs: dict[str, list[list[int]]] = record["runs"]
    values = {part: record[part] for part in (*TEXT_PARTS, "deadline")} | record["cells"]
    return TaskRow(
        document=record["document"],
        row=record["row"],
        kind=record["kind"],
        number=record["number"],
        section=record["section"],
        item=record["item"],
        parts={part: _text(values[part], ways) for part, ways in runs.items()},
        units=tuple(_unit(*pair) for pair in zip(record["units"], record["unit_spans"], strict=True)),
        leaders=tuple(
            Leader(name=name, source_start=span[0], source_end=span[1])
            for name, span in zip(record["leaders"], record["leader_spans"], strict=True)
        ),
        status=record["status"],
        progress_by_unit=tuple(UnitProgress(unit=u, start=s, end=e) for u, s, e in record["progress_spans"]),
        extra=tuple((heading, _text(value, ways)) for heading, value, ways in record["extra_columns"]),
        place=Place.model_validate(record["place"]),
    )


def _unit(unit: Json, span: list[Any]) -> Unit:
    return Unit(name=unit["name"], role=unit["role"], source_start=span[0], source_end=span[1], heading=span[2])


def _text(value: str, runs: list[list[int]]) -> Text:
    return Text(value=value, runs=tuple(Run(at=at, source=source, length=length) for at, source, length in runs))


def _entity(record: Json, base: str) -> Entity:
    fields = {key: value for key, value in record.items() if key != "entity"}
    fields["id"] = _local(record["entity"], base)
    fields["area"] = _local_or_none(record["area"], base)
    return Entity.model_validate(fields)


_SPAN_KEYS = ("start", "end", "source_start", "source_end")
_MENTION_KEYS = ("document", "row", "part", "type", "text", *_SPAN_KEYS, "method", "confidence")


def _mention(record: Json, base: str) -> KnownMention:
    mention = Mention(canonical=record["row_canonical"], **{key: record[key] for key in _MENTION_KEYS})
    return KnownMention(mention=mention, entity=_local(record["entity"], base), name=record["canonical"])


_EVIDENCE_KEYS = ("part", *_SPAN_KEYS)
_FACT_KEYS = (
    *("id", "document", "row", "subject", "predicate", "object", "subject_name", "object_name"),
    *("value", "unit", "role", "basis", "period", "method", "confidence"),
)


def _fact(record: Json, base: str) -> Fact:
    return Fact(
        subject_entity=_local(record["subject_entity"], base),
        object_entity=_local_or_none(record["object_entity"], base),
        evidence=Evidence(quote=record["evidence"], **{key: record[key] for key in _EVIDENCE_KEYS}),
        **{key: record[key] for key in _FACT_KEYS},
    )


def _link(record: Json, base: str) -> Link:
    ends = {end: _local(record[end], base) for end in ("subject", "object")}
    return Link.model_validate({**record, **ends})
