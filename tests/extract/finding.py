"""One passage or a small document made of sentences, and what the rules alone find in it, without the tagger."""

from __future__ import annotations

from kg.extract.mentions import Rejected, find_mentions
from kg.model import DocumentContext, Leader, Mention, Place, Run, TaskRow, Text, Unit


def text(value: str, source: int = 0) -> Text:
    return Text(value=value, runs=(Run(at=0, source=source, length=len(value)),))


def row(number: int = 1, units: tuple[str, ...] = (), leaders: tuple[str, ...] = (), **parts: str) -> TaskRow:
    cell = "、".join(units)
    texts = {part: text(value) for part, value in parts.items()} | ({"units": text(cell, 500)} if units else {})
    return TaskRow(
        document="d",
        row=f"r{number:03}",
        parts=texts,
        units=tuple(
            Unit(
                name=unit,
                role="joint",
                source_start=500 + cell.find(unit),
                source_end=500 + cell.find(unit) + len(unit),
            )
            for unit in units
        ),
        leaders=tuple(Leader(name=name, source_start=0, source_end=1) for name in leaders),
        place=Place(document="d"),
    )


def mentions(*rows: TaskRow, rejected: list[Rejected] | None = None) -> tuple[Mention, ...]:
    return find_mentions(rows, DocumentContext(document="d"), rejected, votes=False)


def found(sentence: str, kind: str, part: str = "progress", **given: tuple[str, ...]) -> list[str]:
    """The texts of one type in a sentence, in text order."""
    return [m.text for m in mentions(row(**given, **{part: sentence})) if m.type == kind and m.part == part]


def full(sentence: str, kind: str = "Project", part: str = "progress") -> dict[str, str]:
    """Each name of one type with its canonical form, or itself."""
    return {m.text: m.canonical or m.text for m in mentions(row(**{part: sentence})) if m.type == kind}
