"""The path of the data, in order; it knows no format, no word list and no output."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from time import perf_counter

from pydantic import Field

from kg.errors import UnreadableDocument
from kg.graph.assemble import Extract, assemble
from kg.model import Decision, Document, Finding, KnowledgeGraph, Place, Reading, Record

Progress = Callable[[str, str, int, int], None]
"""Told at each step: its name (`read`, `extract`, `resolve`), what is worked on, how many are done, of how many."""

WORTH_SHARING = 60_000
"""Characters from which it pays to start further processes."""
MOST_WORKERS = 8
NAMED_FAILURES = 5
UNREADABLE_MEMBER = "unreadable-member"
"""The code of the finding by which an archive's reader reports a member that it could not read."""


class Failure(Record):
    """A file that could not be used, and the sentence that says why; `english` says it too and stands in no output."""

    path: str
    message: str
    english: str = Field(exclude=True)


class Build(Record):
    """What a run made: the graph, the files that failed, seconds by step."""

    graph: KnowledgeGraph
    failures: tuple[Failure, ...] = ()
    seconds: Mapping[str, float] = {}


def build_graph(paths: Sequence[Path], decisions: Sequence[Decision] = (), progress: Progress | None = None) -> Build:
    """Read files and folders and build one graph of them.

    A file that cannot be read is a failure and a finding; the others are built. The order of `paths` and of files in
    folders changes nothing.

    Raises `UnreadableDocument` where no path leads to a document that can be read.
    """
    from kg.resolve import resolve

    clock = _Clock()
    documents, failures = read_documents(paths, progress)
    if not documents:
        raise nothing_read(paths, failures)
    clock.lap("read")
    extracts = extract_documents(documents, progress)
    clock.lap("extract")
    if progress:
        progress("resolve", "", 1, 1)
    resolution = resolve(
        [extract.context for extract in extracts],
        [mention for extract in extracts for mention in extract.mentions],
        [statement for extract in extracts for statement in extract.statements],
        decisions,
        [row for extract in extracts for row in extract.reading.rows],
    )
    clock.lap("resolve")
    graph = assemble(extracts, resolution, [_failure_finding(failure) for failure in failures])
    clock.lap("assemble")
    return Build(graph=graph, failures=tuple(failures), seconds=clock.seconds)


def read_documents(paths: Sequence[Path], progress: Progress | None = None) -> tuple[list[Document], list[Failure]]:
    """Every document that the paths lead to, by name, and every file that could not be read."""
    from kg.readers import find_documents, read

    documents: dict[str, Document] = {}
    failures: list[Failure] = []
    files = find_documents(paths)
    for done, path in enumerate(files, start=1):
        if progress:
            progress("read", path.name, done, len(files))
        try:
            for document in read(path):
                documents.setdefault(*_distinct(document, documents))
                failures += [_member_failure(found) for found in document.findings if found.code == UNREADABLE_MEMBER]
        except UnreadableDocument as error:
            failures.append(Failure(path=path.name, message=error.chinese, english=error.english))
    return [documents[name] for name in sorted(documents)], sorted(failures, key=lambda f: (f.path, f.message))


def read_rows_of(documents: Iterable[Document]) -> list[tuple[Document, Reading]]:
    """The rows of each document."""
    from kg.tables import read_rows

    return [(document, read_rows(document)) for document in documents]


def extract_documents(documents: Sequence[Document], progress: Progress | None = None) -> list[Extract]:
    """What each document gives, in their order; on several processors where there is enough to do.

    A document is extracted without a look at any other, so how many work at it changes nothing.
    """
    workers = min(len(documents), os.cpu_count() or 1, MOST_WORKERS)
    if workers < 2 or sum(len(document.text) for document in documents) < WORTH_SHARING:
        return _told(documents, map(extract_document, documents), progress)
    from concurrent.futures import ProcessPoolExecutor

    import kg.extract.mentions  # noqa: F401 - loaded before the processes part, so that they share it where they can

    longest_first = sorted(range(len(documents)), key=lambda index: -len(documents[index].text))
    with ProcessPoolExecutor(workers) as pool:
        waiting = {index: pool.submit(extract_document, documents[index]) for index in longest_first}
        _load_what_follows()
        return _told(documents, (waiting[index].result() for index in range(len(documents))), progress)


def _load_what_follows() -> None:
    """Load the libraries of the next steps while other processes work."""
    import pypinyin  # noqa: F401

    import kg.resolve  # noqa: F401


def _told(documents: Sequence[Document], extracts: Iterable[Extract], progress: Progress | None) -> list[Extract]:
    """The extracts as a list, telling of each one when it is done."""
    done: list[Extract] = []
    for extract in extracts:
        done.append(extract)
        if progress:
            progress("extract", extract.document.name, len(done), len(documents))
    return done


def extract_document(document: Document) -> Extract:
    """Rows, context, mentions and statements of one document; no other document is looked at."""
    from kg.extract.context import document_context
    from kg.extract.indicators import observations
    from kg.extract.mentions import find_mentions
    from kg.extract.statements import state_facts
    from kg.tables import read_rows

    reading = read_rows(document)
    context = document_context(reading)
    mentions = find_mentions(reading.rows, context)
    statements, findings = state_facts(reading.rows, mentions, context)
    return Extract(
        document=document,
        reading=reading,
        context=context,
        mentions=mentions,
        statements=statements,
        observations=observations(reading.rows, context),
        findings=findings,
    )


def _distinct(document: Document, taken: dict[str, Document]) -> tuple[str, Document]:
    """Two different files of one name are told apart by their content; the same file twice is one document."""
    known = taken.get(document.name)
    if known is None or known.sha256 == document.sha256:
        return document.name, document
    name = f"{document.sha256[:8]}-{document.name}"
    return name, document.model_copy(update={"name": name})


def nothing_read(paths: Sequence[Path], failures: Sequence[Failure]) -> UnreadableDocument:
    """The error that says why there is no document at all: what failed, else that there was nothing to read."""
    if failures:
        first = failures[:NAMED_FAILURES]
        return UnreadableDocument(
            f"没有一份文件能读取：{' '.join(failure.message for failure in first)}",
            english=f"no file could be read. {'. '.join(failure.english for failure in first)}",
        )
    named = [str(path) for path in paths]
    kinds = (".txt", ".docx", ".xlsx", ".pdf", ".html")
    return UnreadableDocument(
        f"{'、'.join(named)}：里面没有可读取的文件；请给出 {'、'.join(kinds)} 等文件或含有它们的文件夹。",
        english=f"{', '.join(named)}: nothing to read there; give files such as {', '.join(kinds)}, or their folder",
    )


def _member_failure(finding: Finding) -> Failure:
    """A member of an archive that could not be read is a failure like any file."""
    return Failure(path=finding.place.document, message=finding.message, english=finding.english or finding.message)


def _failure_finding(failure: Failure) -> Finding:
    return Finding(
        severity="error",
        code="unreadable-document",
        message=failure.message,
        english=failure.english,
        place=Place(document=failure.path),
    )


class _Clock:
    """Seconds by step; only reports show them, no output of the graph does."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._last = perf_counter()

    def lap(self, step: str) -> None:
        now = perf_counter()
        self.seconds[step] = round(now - self._last, 3)
        self._last = now
