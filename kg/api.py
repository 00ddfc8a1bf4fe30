"""The graph for programs and notebooks: `import kg; graph = kg.build(["文件夹"])`.

Everything here is a thin face over `kg.graph`, `kg.ask`, `kg.report`, `kg.export` and `kg.store`; heavy libraries are
loaded by the methods that use them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from kg.errors import QueryError
from kg.graph.changes import Changes
from kg.graph.names import Choice, names_of
from kg.graph.network import Network
from kg.graph.oversight import Oversight
from kg.graph.paths import Path as Chain
from kg.graph.portfolio import Portfolio
from kg.graph.timeline import Report, Strip
from kg.graph.trace import Trace, choose, known_area
from kg.graph.view import GraphView, view_of
from kg.graph.wording import CHINESE, ENGLISH, Language
from kg.model import Decision, KnowledgeGraph

if TYPE_CHECKING:
    import networkx
    import pandas  # type: ignore[import-untyped, unused-ignore]
    import rdflib

    from kg.ask import Answer
    from kg.store import Answer as QueryAnswer
    from kg.store import GraphStore

Frame = Literal["entities", "facts", "rows", "mentions", "documents"]

_SHOWN_TYPES = ("Agency", "Project", "Company", "Park", "Institution", "Person", "Area")


class Graph:
    """A knowledge graph ready to be asked. `records` is the graph itself, frozen records in a fixed order."""

    def __init__(self, records: KnowledgeGraph, folder: Path | None = None) -> None:
        self.records = records
        self._folder = folder

    @property
    def view(self) -> GraphView:
        """Lookups over the records: what stands in a row, what is said of a thing."""
        return view_of(self.records)

    def find(self, name: str, area: str | None = None) -> tuple[Choice, ...]:
        """What a name, a short form or pinyin may mean, in an area where one is named; the nearest where nothing.

        Raises `QueryError` here and below where an area is named that the graph does not know.
        """
        names = names_of(self.view)
        home = known_area(names, area)
        found = names.find(name, home.id if home else None)
        return tuple(names.choice(entity) for entity in found) or names.nearest(name)

    def trace(self, name: str, area: str | None = None) -> Trace:
        """Everything that a named thing owns or is owned by, with role, period, status and evidence."""
        from kg.graph.trace import trace

        return trace(self.records, name, area)

    def portfolio(self, name: str, area: str | None = None, period: str | None = None) -> Portfolio:
        """All that an agency, company or leader holds, counted by period, status and stage."""
        from kg.graph.portfolio import portfolio

        return portfolio(self.records, name, area, period)

    def path(self, a: str, b: str, area: str | None = None) -> Chain:
        """The shortest chains of stated relations between two things, each step with its reason."""
        from kg.graph.paths import path

        return path(self.records, a, b, area)

    def timeline(self, name: str, area: str | None = None) -> Strip:
        """The dated reports of a thing or task over all documents.

        Raises `QueryError` where the name means nothing or several things.
        """
        from kg.graph.timeline import timeline

        return timeline(self.view, self._one(name, area))

    def as_of(self, name: str, period: str, area: str | None = None) -> Report | None:
        """The newest report that states a thing's stage by the end of a period (`2023-09`, `2021年第三季度`)."""
        from kg.graph.timeline import as_of

        return as_of(self.view, self._one(name, area), period)

    def changes(self, area: str, period_a: str, period_b: str) -> Changes:
        """What became of an area's projects from one period to another."""
        from kg.graph.changes import changes

        return changes(self.records, area, period_a, period_b)

    def oversight(self, area: str | None = None) -> Oversight:
        """Status and stage by agency, leader, sector and town; what is late and why; figures against claims."""
        from kg.graph.oversight import oversight

        return oversight(self.records, area)

    def network(self, area: str | None = None) -> Network:
        """Which units share tasks, who is in the middle, and which circles they form."""
        from kg.graph.network import co_owners

        return co_owners(self.records, area)

    def ask(self, question: str, language: Language = "zh") -> Answer:
        """The answer to a question in plain Chinese, with its evidence and the same question in SPARQL.

        Remarks and states are in the language given.
        """
        from kg.ask import ask

        return ask(self.records, question, language)

    def query(self, sparql: str) -> QueryAnswer:
        """The answer to a SPARQL 1.1 query on the graph as exported.

        Raises `QueryError` where it is no query or cannot be parsed.
        """
        return self._store.query(sparql)

    def report(self, folder: str | Path, area: str | None = None, language: Language = "zh") -> tuple[Path, ...]:
        """Write the oversight report as a page and as a workbook, in the language given; gives their paths."""
        from kg.report import write_report

        return write_report(self.records, Path(folder), area, language)

    def save(self, folder: str | Path) -> tuple[Path, ...]:
        """Write the files of a build."""
        from kg.export import write_build

        return write_build(self.records, Path(folder))

    def to_networkx(self) -> networkx.MultiDiGraph[str]:
        """Entities and tasks in charge as nodes (name, type, area), stated relations as edges (predicate, row …)."""
        import networkx

        built: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
        for entity in self.records.entities:
            area = self.view.area_name(entity.area)
            built.add_node(entity.id, name=entity.name, type=entity.type, area=area)
        for fact in self.records.facts:
            if fact.object_entity and fact.basis == "stated":
                if fact.object_entity in self.view.tasks:
                    built.add_node(fact.object_entity, name=self.view.name(fact.object_entity), type="Task", area="")
                built.add_edge(
                    fact.subject_entity,
                    fact.object_entity,
                    predicate=fact.predicate,
                    document=fact.document,
                    row=fact.row,
                    role=fact.role,
                    period=fact.period,
                )
        for link in self.records.links:
            built.add_edge(link.subject, link.object, predicate=link.predicate, reason=link.reason)
        return built

    def to_rdflib(self) -> rdflib.Graph:
        """The asserted graph as an rdflib graph."""
        import rdflib

        from kg.export import ExportSettings
        from kg.export.rdf import triple_lines

        return rdflib.Graph().parse(data="".join(triple_lines(self.records, ExportSettings())), format="nt")

    def to_pandas(self, what: Frame = "facts") -> pandas.DataFrame:
        """One kind of records as a table.

        Raises `QueryError` where pandas is not installed: it is no dependency of this project.
        """
        try:
            import pandas
        except ImportError as error:
            raise QueryError("没有安装 pandas；请先安装（pip install pandas），或使用 .records") from error
        return pandas.json_normalize([self._flat(record) for record in self._records_of(what)])

    def _records_of(self, what: Frame) -> Sequence[Any]:
        known = {"entities", "facts", "rows", "mentions", "documents"}
        if what not in known:
            raise QueryError(f"没有名为 {what!r} 的表；可用：{'、'.join(sorted(known))}")
        found: Sequence[Any] = getattr(self.records, what)
        return found

    @staticmethod
    def _flat(record: Any) -> dict[str, Any]:
        fields: dict[str, Any] = record.model_dump()
        if "parts" in fields:
            fields |= {part: record.text(part) for part in record.parts}
            del fields["parts"], fields["extra"]
        return fields

    @cached_property
    def _store(self) -> GraphStore:
        from tempfile import TemporaryDirectory

        from kg.export import write_build
        from kg.export.rdf import NQuads
        from kg.export.report import Report as BuildReport
        from kg.store import open_build

        if self._folder is not None:
            return open_build(self._folder)
        with TemporaryDirectory() as folder:
            write_build(self.records, Path(folder), exporters=(NQuads(), BuildReport()))
            return open_build(Path(folder))

    def _one(self, name: str, area: str | None) -> str:
        names = names_of(self.view)
        home = known_area(names, area)
        chosen, others = choose(names, name, home.id if home else None)
        if chosen is not None:
            return chosen.id
        tasks = [name] if name in self.view.tasks else names.tasks(name)
        if len(tasks) == 1:
            return tasks[0]
        raise _unclear(name, [names.choice(e) for e in others] or names.nearest(name), bool(others))

    def __repr__(self) -> str:
        """How many records there are.

        >>> Graph(KnowledgeGraph())
        <Graph: 0 documents, 0 rows, 0 entities, 0 facts>
        """
        g = self.records
        counts = f"{len(g.documents)} documents, {len(g.rows)} rows, {len(g.entities)} entities, {len(g.facts)} facts"
        return f"<Graph: {counts}>"

    def _repr_html_(self) -> str:
        """A small table for notebooks: the documents and how many things of each type they name."""
        view = self.view
        rows = "".join(
            f"<tr><td>{escape(info.title or info.name)}</td><td>{escape(view.area_name(info.area))}</td>"
            f"<td>{escape(info.period or '')}</td><td>{info.rows}</td></tr>"
            for info in self.records.documents
        )
        counts = "，".join(f"{label} {count}" for label, count in self._type_counts())
        head = "<tr><th>文件</th><th>地区</th><th>时期</th><th>行</th></tr>"
        return f"<div><p>{escape(counts)}</p><table><thead>{head}</thead><tbody>{rows}</tbody></table></div>"

    def _type_counts(self) -> Iterable[tuple[str, int]]:
        from kg.ontology import ontology

        for name in _SHOWN_TYPES:
            count = sum(entity.type == name for entity in self.records.entities)
            if count:
                yield ontology().label(name), count


def _unclear(name: str, choices: Sequence[Choice], several: bool) -> QueryError:
    fact = f"“{name}”可能指多个对象" if several else f"图谱中没有“{name}”"
    said = f"“{name}” may mean several things" if several else f"“{name}” is not in the graph"
    if not choices:
        return QueryError(f"{said}; try another name", chinese=f"{fact}；请换一个名称")
    chinese, english = (
        words.listed(f"{choice.name}{words.aside(choice.area)}" for choice in choices) for words in (CHINESE, ENGLISH)
    )
    return QueryError(
        f"{said}; name one of these, or an area: {english}", chinese=f"{fact}；请写明其中一个，或给出地区：{chinese}"
    )


def build(
    paths: str | Path | Iterable[str | Path], decisions: Sequence[Decision] = (), out: str | Path | None = None
) -> Graph:
    """Read files and folders and build one graph; with `out` the files of the build are written there too.

    Files that cannot be read are findings of the graph. Raises `UnreadableDocument` where none can be read.
    """
    from kg.pipeline import build_graph

    given = [paths] if isinstance(paths, (str, Path)) else list(paths)
    graph = Graph(build_graph([Path(one) for one in given], decisions).graph)
    if out is not None:
        graph.save(out)
    return graph


def load(folder: str | Path) -> Graph:
    """The graph of a build's folder.

    Raises `BuildNotFound` where the folder holds no build.
    """
    from kg.graph.load import load as load_records

    return Graph(load_records(Path(folder)), Path(folder))
