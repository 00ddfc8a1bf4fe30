"""Rows from marked text: `{P:{C:远山}竹浆项目}` is a project with a company in it, `{P:甲=甲项目}` has a canonical."""

from __future__ import annotations

from kg.extract.statements import state_facts
from kg.model import DocumentContext, Mention, Place, Statement, TaskRow, Text, Unit, UnitProgress

TYPES = {"P": "Project", "C": "Company", "K": "Park", "A": "Area", "G": "Agency", "I": "Institution"}
CONTEXT = DocumentContext(document="a.txt", period="2023-09")


def unmarked(marked: str, part: str) -> tuple[str, list[Mention]]:
    """The plain text and its mentions."""
    text, found, opened = "", [], []
    index = 0
    while index < len(marked):
        if marked[index] == "{" and marked[index + 2] == ":":
            opened.append((TYPES[marked[index + 1]], len(text)))
            index += 3
        elif opened and marked[index] in "=}":
            end = marked.index("}", index)
            kind, start = opened.pop()
            canonical = marked[index + 1 : end] if marked[index] == "=" else None
            found.append(mention(part, kind, text[start:], canonical, start))
            index = end + 1
        else:
            text += marked[index]
            index += 1
    return text, found


def mention(part: str, kind: str, text: str, canonical: str | None, start: int) -> Mention:
    end = start + len(text)
    return Mention(
        document="a.txt",
        row="r001",
        part=part,
        type=kind,
        text=text,
        canonical=canonical,
        start=start,
        end=end,
        source_start=start,
        source_end=end,
        method="test",
        confidence=1.0,
    )


def marked_row(
    units: str = "",
    *,
    kind: str = "task",
    section: str | None = None,
    extra: dict[str, str] | None = None,
    **parts: str,
) -> tuple[TaskRow, list[Mention]]:
    """A row with its mentions; `units` are parted by blanks, a star marks the leading one."""
    plain: dict[str, Text] = {}
    mentions: list[Mention] = []
    for part, marked in parts.items():
        text, found = unmarked(marked, part)
        plain[part] = Text.of(text, 0, len(text))
        mentions += found
    row = TaskRow(
        document="a.txt",
        row="r001",
        kind=kind,
        section=section,
        parts=plain,
        units=tuple(unit(name) for name in units.split()),
        extra=tuple((heading, Text.of(value, 0, len(value))) for heading, value in (extra or {}).items()),
        place=Place(document="a.txt"),
    )
    return row, mentions


def unit(name: str) -> Unit:
    role = "lead" if name.endswith("*") else "joint"
    return Unit(name=name.rstrip("*"), role=role, source_start=0, source_end=0)


def with_progress_of(row: TaskRow, unit: str) -> TaskRow:
    """The row with all of its progress read as that of one unit."""
    whole = UnitProgress(unit=unit, start=0, end=len(row.text("progress")))
    return row.model_copy(update={"progress_by_unit": (whole,)})


def stated(row: TaskRow, mentions: list[Mention], context: DocumentContext = CONTEXT) -> tuple[Statement, ...]:
    return state_facts([row], mentions, context)[0]


def triples(predicate: str, units: str = "", context: DocumentContext = CONTEXT, **parts: str) -> set[tuple[str, str]]:
    """Subject and object of the statements with a predicate."""
    found = stated(*marked_row(units, **parts), context)
    return {
        (s.subject.text, s.object if isinstance(s.object, str) else s.object.text)
        for s in found
        if s.predicate == predicate
    }
