"""Opens a build and answers queries over it.

Plain queries see everything once: the store's default graph holds the union of all named graphs and the ontology.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from kg.errors import BuildNotFound, QueryError
from kg.export.terms import NAMESPACES
from kg.graph.load import build_bases
from kg.ids import ONTOLOGY_BASE
from kg.ontology_files import FILES
from kg.store.limits import Limits, refuse_what_is_not_a_query
from kg.store.results import Answer, Graph, Table, Truth
from kg.words import ontology_dir

if TYPE_CHECKING:
    from pyoxigraph import NamedNode, Store

T = TypeVar("T")

NO_LIMITS = Limits()

_UNION = "INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }"

_FURTHER_NAMESPACES = {
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "schema": "https://schema.org/",
}


class GraphStore:
    """A build in memory, ready to be asked; it is never changed. `store` is the pyoxigraph store itself."""

    def __init__(self, store: Store, entity_base: str, ontology_base: str) -> None:
        self.store = store
        self.entity_base = entity_base
        self.ontology_base = ontology_base
        self.prefixes: Mapping[str, str] = {
            "kg": ontology_base,
            "id": entity_base,
            **NAMESPACES,
            **_FURTHER_NAMESPACES,
        }

    def query(
        self,
        sparql: str,
        limits: Limits = NO_LIMITS,
        default_graphs: Sequence[str] = (),
        named_graphs: Sequence[str] = (),
    ) -> Answer:
        """The answer to a SPARQL 1.1 query: a `Table`, a `Truth` or a `Graph`.

        `default_graphs` and `named_graphs` are the IRIs of the protocol's dataset. Prefixes that the query does not
        declare are declared for it.

        Raises `QueryError` where the query cannot be parsed, is no query, asks other servers or breaks its limits.
        """
        refuse_what_is_not_a_query(sparql)
        options: dict[str, Any] = {"prefixes": dict(self.prefixes)}
        if default_graphs or named_graphs:
            options["default_graph"] = [_node(iri) for iri in default_graphs]
            options["named_graphs"] = [_node(iri) for iri in named_graphs]
        return _within(limits.seconds, lambda stop: self._answer(sparql, options, limits.rows, stop))

    def _answer(self, sparql: str, options: dict[str, Any], most: int | None, stop: threading.Event) -> Answer:
        from pyoxigraph import QueryBoolean, QuerySolutions

        try:
            found = self.store.query(sparql, **options)
            if isinstance(found, QueryBoolean):
                return Truth(bool(found))
            if isinstance(found, QuerySolutions):
                variables = tuple(variable.value for variable in found.variables)
                rows = tuple(tuple(row[name] for name in variables) for row in _taken(found, most, stop))
                return Table(variables, rows)
            return Graph(tuple(_taken(found, most, stop)))
        except SyntaxError as error:
            raise QueryError(
                f"the query is not SPARQL ({_short(error)}); correct it at that place",
                chinese=f"查询不是正确的 SPARQL（{_short(error)}）；请改正这一处（行:列）。",
            ) from error
        except (OSError, ValueError) as error:
            raise QueryError(
                f"the query cannot be answered ({_short(error)})", chinese=f"查询无法回答（{_short(error)}）。"
            ) from error


def open_build(folder: Path) -> GraphStore:
    """The build of a folder with the ontology beside it.

    Raises `BuildNotFound` where the folder holds no build or its `graph.nq` is damaged.
    """
    import pyoxigraph

    entity_base, ontology_base = build_bases(folder)
    path = folder / "graph.nq"
    store = pyoxigraph.Store()
    try:
        store.bulk_load(path=path, format=pyoxigraph.RdfFormat.N_QUADS, lenient=True)  # our own writer's lines
    except OSError as error:
        raise BuildNotFound(
            f"{path}: the file cannot be read ({error}); build again",
            chinese=f"{path}：无法读取（{error}）；请重新构建。",
        ) from error
    except SyntaxError as error:
        raise BuildNotFound(
            f"{path}: not N-Quads ({_short(error)}); build again",
            chinese=f"{path}：不是 N-Quads（{_short(error)}）；请重新构建。",
        ) from error
    for content in ontology_texts(ontology_base):
        store.load(content, format=pyoxigraph.RdfFormat.TURTLE, to_graph=_node(ontology_base.rstrip("#/:")))
    store.update(_UNION)
    return GraphStore(store, entity_base, ontology_base)


def ontology_texts(ontology_base: str, files: Iterable[str] = FILES) -> Iterator[bytes]:
    """The ontology's files as Turtle, below the IRI that a publisher chose."""
    for name in files:
        content = (ontology_dir() / name).read_text("utf-8")
        if ontology_base != ONTOLOGY_BASE:
            content = content.replace(f"<{ONTOLOGY_BASE.rstrip('#')}>", f"<{ontology_base.rstrip('#/:')}>")
            content = content.replace(ONTOLOGY_BASE, ontology_base)
        yield content.encode("utf-8")


def _within(seconds: float | None, work: Callable[[threading.Event], T]) -> T:
    """Do the work in a thread and wait so long; a thread that is late ends by itself at its next row."""
    stop = threading.Event()
    if seconds is None:
        return work(stop)
    results: list[T] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            results.append(work(stop))
        except QueryError as error:
            # A new one: pyoxigraph's iterators must not leave this thread.
            errors.append(QueryError(str(error), chinese=error.chinese))
        except BaseException as error:
            errors.append(error)

    worker = threading.Thread(target=run, daemon=True)
    worker.start()
    worker.join(seconds)
    if worker.is_alive():
        stop.set()
        raise QueryError(
            f"the query did not end within {seconds:g} seconds; ask for less or raise the limit",
            chinese=f"查询在 {seconds:g} 秒内没有结束；请缩小范围，或放宽时限。",
        )
    if errors:
        raise errors[0]
    return results[0]


def _taken(found: Iterable[T], most: int | None, stop: threading.Event) -> Iterator[T]:
    for number, one in enumerate(found):
        if most is not None and number >= most:
            raise QueryError(f"the answer has more than {most} rows; add LIMIT or ask for less")
        if stop.is_set():
            return
        yield one


def _node(iri: str) -> NamedNode:
    from pyoxigraph import NamedNode

    try:
        return NamedNode(iri)
    except ValueError as error:
        raise QueryError(f"{iri!r} is not an IRI; write it in full") from error


def _short(error: BaseException) -> str:
    """A parser's message without the list of everything that it would have taken."""
    return str(error).split("expected", 1)[0].strip().rstrip(":") or str(error)
