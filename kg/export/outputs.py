"""Puts a whole build in place of the earlier one, or leaves the earlier one as it was.

Everything is first written into a folder beside the target and made durable there. Only then are the files swapped,
each old one kept aside until the last new one stands; a failure on the way puts the old ones back, and a run that was
killed in the middle is put right by the next.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import OutputError
from kg.export.base import Exporter, ExportSettings
from kg.model import KnowledgeGraph


def write_build(
    graph: KnowledgeGraph,
    folder: Path,
    settings: ExportSettings | None = None,
    exporters: Iterable[Exporter] | None = None,
) -> tuple[Path, ...]:
    """Write the files of a build into `folder` and name them; other files in the folder are left alone.

    Raises `OutputError` when they cannot all be written; what stood in the folder before is then still there.
    """
    from kg.export import EXPORTERS

    chosen = EXPORTERS if exporters is None else tuple(exporters)
    settings = settings or ExportSettings()
    with _said_clearly(folder), replaced(folder) as new:
        for exporter in chosen:
            exporter.write(graph, new / exporter.filename, settings)
    return tuple(folder / exporter.filename for exporter in chosen)


def write_one(graph: KnowledgeGraph, path: Path, exporter: Exporter, settings: ExportSettings | None = None) -> None:
    """Write one export to `path`, in place of what stood there only when it is complete.

    Raises `OutputError` when it cannot be written.
    """

    def export(beside: Path) -> None:
        exporter.write(graph, beside, settings or ExportSettings())

    with _said_clearly(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, export)


def write_page(path: Path, page: str) -> None:
    """Write a page into a folder that is there, in place of what stood there only when it is complete.

    Raises `OutputError` when it cannot be written.
    """
    with _said_clearly(path):
        _replace(path, lambda beside: beside.write_text(page, encoding="utf-8", newline="\n"))


def _replace(path: Path, write: Callable[[Path], object]) -> None:
    beside = path.with_name(f".{path.name}.new")
    try:
        write(beside)
        _make_durable(beside)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


@contextmanager
def replaced(folder: Path) -> Iterator[Path]:
    """A new folder whose files take the place of those of `folder` if the block ends well."""
    target = folder.resolve()
    new = target.with_name(f".{target.name}.new")
    old = target.with_name(f".{target.name}.old")
    target.parent.mkdir(parents=True, exist_ok=True)
    _put_back(old, target)
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir()
    try:
        yield new
        for path in sorted(new.iterdir()):
            _make_durable(path)
        _swap(new, target, old)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _swap(new: Path, target: Path, old: Path) -> None:
    target.mkdir(exist_ok=True)
    old.mkdir()
    arrived: list[Path] = []
    try:
        for path in sorted(new.iterdir()):
            place = target / path.name
            if place.exists():
                place.replace(old / path.name)
            arrived.append(place)
            path.replace(place)
    except BaseException:
        for place in arrived:
            _remove(place)
        _put_back(old, target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _put_back(old: Path, target: Path) -> None:
    """Return what an interrupted swap had put aside."""
    if not old.is_dir():
        return
    for path in sorted(old.iterdir()):
        place = target / path.name
        _remove(place)
        path.replace(place)
    old.rmdir()


def _remove(place: Path) -> None:
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place)
    else:
        place.unlink(missing_ok=True)


def _make_durable(path: Path) -> None:
    for file in [path] if path.is_file() else sorted(p for p in path.rglob("*") if p.is_file()):
        with file.open("rb+") as out:
            os.fsync(out.fileno())


@contextmanager
def _said_clearly(where: Path) -> Iterator[None]:
    """Turn a failure to write into an `OutputError` of one sentence."""
    try:
        yield
    except OutputError:
        raise
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(
            f"{where}: writing failed ({reason}); what stood there before is unchanged",
            chinese=f"{where}：无法写入（{reason}）；原有内容没有改动。",
        ) from error
