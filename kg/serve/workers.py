"""Processes that answer SPARQL, so that a query that runs too long can be ended and never holds up the pages.

pyoxigraph cannot be interrupted and runs one heavy query at a time in a process; a process can be killed and another
one takes its place.
"""

from __future__ import annotations

import atexit
import multiprocessing
import threading
from collections import OrderedDict, deque
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import KgError, QueryError
from kg.model.record import Record
from kg.serve.settings import Settings

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

OPENING_SECONDS = 120.0
"""How long a worker may take to open a build; a million quads take about ten seconds."""


MOST_KEPT = 256
LARGEST_KEPT = 200_000
"""Bytes; so the kept answers take 50 MB at most."""


class Job(Record):
    """A query, or a graph to be written out where `graph` is given (`default`, or the IRI of a named graph).

    `rows_as` and `triples_as` are the media types in which the asker takes rows and triples, None where it takes none.
    """

    sparql: str = ""
    graph: str | None = None
    rows_as: str | None = "application/sparql-results+json"
    triples_as: str | None = "text/turtle"
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()


class Done(Record):
    """An answer's bytes and media type."""

    content: bytes
    media_type: str


class TooLate(QueryError):
    """A query ran out of its time."""


class TooBusy(KgError):
    """All workers are at work, for longer than one may wait."""


class NotOffered(KgError):
    """The answer cannot be given in any of the forms that the asker takes."""


class NoSuchGraph(KgError):
    """The build has no graph of that name."""


class Workers:
    """A few processes over one build; they start when the first job comes."""

    def __init__(self, folder: Path, settings: Settings) -> None:
        self._folder = folder
        self._settings = settings
        self._idle: deque[_Worker] = deque()
        self._all: list[_Worker] = []
        self._free = threading.Condition()
        self._closed = False
        self._answers = _Answers()
        atexit.register(self.close)

    def start(self) -> None:
        """Start the processes, so that the first question need not wait for them."""
        with self._free:
            while len(self._all) < self._settings.workers and not self._closed:
                self._add()

    def run(self, job: Job) -> Done:
        """The answer to a job.

        Raises `QueryError` for a query that cannot be answered, `TooLate`, `TooBusy`, `NotOffered`, `NoSuchGraph`.
        """
        known = self._answers.get(job)
        if known is None:
            known = self._ask(job)
            self._answers.keep(job, known)
        return known

    def _ask(self, job: Job) -> Done:
        self.start()
        worker = self._take()
        try:
            found = worker.run(job, self._settings.seconds)
        except TooLate:
            self._replace(worker)
            raise
        except (EOFError, OSError) as error:
            self._replace(worker)
            raise QueryError("the process that answers queries ended; ask for less, or ask again") from error
        self._give_back(worker)
        if isinstance(found, KgError):
            raise found
        return found

    def close(self) -> None:
        """End all processes."""
        with self._free:
            self._closed = True
            for worker in self._all:
                worker.kill()
            self._all.clear()
            self._idle.clear()
        atexit.unregister(self.close)

    def _add(self) -> None:
        worker = _Worker(self._folder, self._settings)
        self._all.append(worker)
        self._idle.append(worker)
        self._free.notify()

    def _take(self) -> _Worker:
        with self._free:
            if not self._free.wait_for(lambda: bool(self._idle), self._settings.seconds):
                raise TooBusy("all query processes are busy; ask again in a moment")
            return self._idle.popleft()

    def _give_back(self, worker: _Worker) -> None:
        with self._free:
            self._idle.append(worker)
            self._free.notify()

    def _replace(self, worker: _Worker) -> None:
        worker.kill()
        with self._free:
            if worker in self._all:
                self._all.remove(worker)
            if not self._closed:
                self._add()


class _Answers:
    """The last answers that are not large; a build does not change while it is served."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Job, Done] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, job: Job) -> Done | None:
        with self._lock:
            if job in self._kept:
                self._kept.move_to_end(job)
            return self._kept.get(job)

    def keep(self, job: Job, done: Done) -> None:
        if len(done.content) > LARGEST_KEPT:
            return
        with self._lock:
            self._kept[job] = done
            while len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)


class _Worker:
    """One process and the pipe to it."""

    def __init__(self, folder: Path, settings: Settings) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe: Connection
        self._pipe, other = context.Pipe()
        self._process: BaseProcess = context.Process(target=_serve, args=(folder, settings, other), daemon=True)
        self._process.start()
        other.close()
        self._ready = False

    def run(self, job: Job, seconds: float) -> Done | KgError:
        if not self._ready:
            self._open()
        self._pipe.send(job)
        if not self._pipe.poll(seconds):
            raise TooLate(f"the query did not end within {seconds:g} seconds; ask for less, or add a LIMIT")
        found: Done | KgError = self._pipe.recv()
        return found

    def _open(self) -> None:
        if not self._pipe.poll(OPENING_SECONDS):
            raise TooLate("the build could not be opened in time; try again")
        failure = self._pipe.recv()
        if failure:
            raise QueryError(failure)
        self._ready = True

    def kill(self) -> None:
        self._process.kill()
        self._process.join()
        self._pipe.close()


def _limit_memory(most: int) -> None:
    """A query that takes more ends its process, not the machine; Windows has no such limit."""
    try:
        import resource
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_DATA, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _serve(folder: Path, settings: Settings, pipe: Any) -> None:
    """The life of a worker: open the build, answer until the pipe closes."""
    import signal

    from kg.serve.answering import Answering

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory(settings.memory)
    try:
        answering = Answering(folder, settings)
    except KgError as error:
        pipe.send(str(error))
        return
    pipe.send("")
    while True:
        try:
            job = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            pipe.send(answering.answer(job))
        except KgError as error:
            error.__cause__ = error.__context__ = None
            pipe.send(error)
