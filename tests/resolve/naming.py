"""Short ways to say documents, names and what they resolve to, for the tests of this folder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kg.model import Decision, DocumentContext, Mention
from kg.resolve import Resolution, resolve

YICHENG, SHANTING, ZAOZHUANG, LINZI, ZIBO = "370404", "370406", "370400", "370305", "370300"
AREAS = {"yi21.txt": YICHENG, "yi23.txt": YICHENG, "shan.txt": SHANTING, "zao.txt": ZAOZHUANG, "lin.txt": LINZI}


def contexts(areas: Mapping[str, str] = AREAS) -> list[DocumentContext]:
    """Documents with their areas."""
    return [DocumentContext(document=document, area=code) for document, code in areas.items()]


def named(
    document: str,
    type: str,
    text: str,
    row: str = "r001",
    part: str = "progress",
    start: int = 0,
    canonical: str | None = None,
) -> Mention:
    """A mention as an extractor gives it."""
    end = start + len(text)
    return Mention(
        document=document,
        row=row,
        part=part,
        type=type,
        text=text,
        canonical=canonical,
        start=start,
        end=end,
        source_start=start,
        source_end=end,
        method="test",
        confidence=1.0,
    )


def apart(type: str, *names: tuple[str, str]) -> list[Mention]:
    """Names of `(document, text)`, each in a row of its own."""
    return [named(document, type, text, row=f"r{index:03}") for index, (document, text) in enumerate(names, start=1)]


def resolved(mentions: Iterable[Mention], decisions: Sequence[Decision] = ()) -> Resolution:
    """What names resolve to in the documents of these tests."""
    return resolve(contexts(), list(mentions), [], decisions)


def groups(resolution: Resolution, type: str) -> set[frozenset[str]]:
    """The clusters of a type as sets of `document:text`."""
    found: dict[str, set[str]] = {}
    for (document, kind, text), id in resolution.names.items():
        if kind == type:
            found.setdefault(id, set()).add(f"{document.removesuffix('.txt')}:{text}")
    return {frozenset(names) for names in found.values()}


def label(resolution: Resolution, document: str, type: str, text: str) -> str:
    """The name of what a text means in a document."""
    entity = resolution.entity_of(document, type, text)
    assert entity is not None, (document, type, text)
    return entity.name
