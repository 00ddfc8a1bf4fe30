"""How fast a graph is written, loaded, asked and validated, beside rdflib in the same run.

    .venv/bin/python benchmarks/export.py [FACTS]

FACTS (20,000 by default) is how many facts are generated; each gives some 25 quads. Times are processor seconds of
one core. rdflib gets the same quads as ready lines.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from kg.check.validate import validate
from kg.export import EXPORTERS, ExportSettings, write_build
from kg.export.rdf import NQuads, NTriples, TriG, Turtle
from kg.graph.load import load
from kg.ids import content_id
from kg.model import DocumentInfo, Entity, Evidence, Fact, KnowledgeGraph, Place, TaskRow, Text
from kg.store import GraphStore, Table, open_build
from kg.store.saved import saved_queries

FACTS_A_DOCUMENT = 400
CITY = Entity(id="area-0000000000", type="Area", kind="City", name="东海市", code="379900")


def generated(facts: int) -> KnowledgeGraph:
    """Documents of 100 rows with four facts each; one unit in five answers for a project."""
    documents = [f"任务表{number:05}.txt" for number in range(max(1, facts // FACTS_A_DOCUMENT))]
    units = [_entity("Agency", f"东海市第{number}局", documents) for number in range(max(5, facts // 50))]
    projects = [
        _entity("Project", f"东海第{number}号产业园建设项目", documents) for number in range(max(5, facts // 4))
    ]
    rows = [_row(document, number) for document in documents for number in range(100)]
    made = [_fact(number, documents, units, projects) for number in range(facts)]
    return KnowledgeGraph(
        documents=tuple(
            DocumentInfo(name=name, title=name, format="txt", sha256="0" * 64, area=CITY.id, period="2023", rows=100)
            for name in documents
        ),
        rows=tuple(rows),
        entities=tuple(sorted((CITY, *units, *projects), key=lambda entity: entity.id)),
        facts=tuple(sorted(made, key=lambda fact: (fact.document, fact.row, fact.id))),
    )


def _entity(type_: str, name: str, documents: list[str]) -> Entity:
    where = documents[hash_of(name) % len(documents)]
    return Entity(id=content_id(type_, name), type=type_, name=name, area=CITY.id, documents=(where,), mentions=2)


def hash_of(name: str) -> int:
    return int(content_id("x", name)[2:], 16)


def _row(document: str, number: int) -> TaskRow:
    task = Text(value=f"加快建设第{number}号产业园，确保年内完成主体工程建设并投入使用。")
    return TaskRow(
        document=document,
        row=f"r{number + 1:03}",
        number=str(number + 1),
        parts={"task": task, "progress": task},
        place=Place(document=document, line=number),
    )


def _fact(number: int, documents: list[str], units: list[Entity], projects: list[Entity]) -> Fact:
    document = documents[number // FACTS_A_DOCUMENT % len(documents)]
    project = projects[number % len(projects)]
    quote = f"第{number}号产业园项目已完成主体工程"
    proof = Evidence(part="progress", start=4, end=20, source_start=number, source_end=number + 16, quote=quote)
    common = {
        "id": content_id("Statement", str(number)),
        "document": document,
        "row": f"r{number % FACTS_A_DOCUMENT // 4 + 1:03}",
        "evidence": proof,
        "period": "2023",
        "method": "benchmark",
        "confidence": 0.9,
    }
    if number % 4 == 3:
        ends = {"subject": project.name, "subject_name": project.name, "subject_entity": project.id}
        amount = {"predicate": "totalInvestment", "object": "5亿元", "object_name": "5亿元"}
        return Fact.model_validate({**common, **ends, **amount, "value": str(number * 1000), "unit": "CNY"})
    unit = units[number % len(units)]
    ends = {"subject": unit.name, "subject_name": unit.name, "subject_entity": unit.id}
    owned = {"object": project.name, "object_name": project.name, "object_entity": project.id, "role": "lead"}
    return Fact.model_validate({**common, **ends, **owned, "predicate": "responsibleFor"})


def measured(what: str, work: Callable[[], object], amount: int, unit: str) -> None:
    start = time.process_time()
    work()
    seconds = time.process_time() - start
    print(f"{what:<44}{seconds:8.2f} s  {amount / max(seconds, 1e-9):12,.0f} {unit}/s")


def main() -> None:
    facts = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    graph = generated(facts)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        NQuads().write(graph, folder / "warm.nq", ExportSettings())
        with (folder / "warm.nq").open("rb") as lines:
            quads = sum(1 for _ in lines)
        print(f"{facts:,} facts, {quads:,} quads")
        measured("write graph.nq", lambda: NQuads().write(graph, folder / "a.nq", ExportSettings()), quads, "quads")
        measured("write graph.trig", lambda: TriG().write(graph, folder / "a.trig", ExportSettings()), quads, "quads")
        NTriples().write(graph, folder / "a.nt", ExportSettings())
        with (folder / "a.nt").open("rb") as lines:
            triples = sum(1 for _ in lines)
        ttl = folder / "a.ttl"
        measured("write graph.ttl", lambda: Turtle().write(graph, ttl, ExportSettings()), triples, "triples")
        files = [one for one in EXPORTERS if one.name != "html"]
        measured(
            "write a whole build without its page",
            lambda: write_build(graph, folder / "b", None, files),
            quads,
            "quads",
        )
        measured("load a build back", lambda: load(folder / "b"), facts, "facts")
        stores: list[GraphStore] = []
        measured("open a build for queries", lambda: stores.append(open_build(folder / "b")), quads, "quads")
        ask(stores[0])
        if quads <= 1_500_000:
            measured("validate with pySHACL", lambda: validate(folder / "b"), quads, "quads")
        beside_rdflib(folder / "warm.nq", folder, quads)


def ask(store: GraphStore) -> None:
    """The question set, and the sum over everything."""
    times = []
    for saved in saved_queries():
        start = time.perf_counter()
        store.query(saved.sparql)
        times.append((time.perf_counter() - start) * 1000)
    times.sort()
    median, late = times[len(times) // 2], times[int(len(times) * 0.95)]
    print(f"{len(times)} saved questions: median {median:.1f} ms, p95 {late:.1f} ms")
    start = time.perf_counter()
    answer = store.query("SELECT (SUM(?yuan) AS ?sum) { ?project kg:totalInvestmentYuan ?yuan }")
    assert isinstance(answer, Table)
    print(f"sum of all investments: {(time.perf_counter() - start) * 1000:.0f} ms")


def beside_rdflib(path: Path, folder: Path, quads: int) -> None:
    """rdflib parses and writes the first 100,000 of the same quads as one graph."""
    from rdflib import Graph

    with path.open(encoding="utf-8") as source:
        lines = [line.rsplit(" ", 2)[0] + " .\n" for line, _ in zip(source, range(100_000), strict=False)]
    graph = Graph()
    measured("rdflib: parse N-Triples", lambda: graph.parse(data="".join(lines), format="nt"), len(lines), "triples")
    measured(
        "rdflib: write N-Triples",
        lambda: graph.serialize(folder / "r.nt", format="nt", encoding="utf-8"),
        len(graph),
        "triples",
    )
    measured("rdflib: write Turtle", lambda: graph.serialize(folder / "r.ttl", format="turtle"), len(graph), "triples")


if __name__ == "__main__":
    main()
