"""What the RDF files hold, and that other readers read the same out of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib.compare import isomorphic

from kg.export import exporter
from kg.export.base import Exporter, ExportSettings
from kg.export.derived import derived_files
from kg.export.graphs import CONFLICTS_GRAPH, LINKS_GRAPH
from kg.export.terms import NAMESPACES
from kg.ids import ENTITY_BASE, ONTOLOGY_BASE, document_id
from kg.model import KnowledgeGraph
from tests.export.make import ALPHA, BETA, PLANNING, STORAGE, small_graph

pytestmark = [  # rdflib's own words to itself, while it parses
    pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning"),
    pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning"),
]

FORMATS = {"nt": "nt", "ttl": "turtle", "rdfxml": "xml", "jsonld": "json-ld"}


def written(name: str, folder: Path, graph: KnowledgeGraph | None = None) -> Path:
    one = exporter(name)
    assert isinstance(one, Exporter)
    path = folder / one.filename
    one.write(graph or small_graph(), path, ExportSettings())
    return path


def triples(path: Path) -> set[tuple[str, str, str]]:
    """The triples as pyoxigraph reads them, in one written form."""
    kinds = {"nt": "N_TRIPLES", "ttl": "TURTLE", "rdf": "RDF_XML", "jsonld": "JSON_LD"}
    form = getattr(pyoxigraph.RdfFormat, kinds[path.suffix[1:]])
    quads = pyoxigraph.parse(path=path, format=form)
    return {(str(q.subject), str(q.predicate), str(q.object)) for q in quads}


def quads(path: Path, form: pyoxigraph.RdfFormat) -> list[tuple[str, str, str, str]]:
    found = pyoxigraph.parse(path=path, format=form)
    return [(str(q.subject), str(q.predicate), str(q.object), str(q.graph_name)) for q in found]


@pytest.mark.parametrize("name", ["ttl", "rdfxml", "jsonld"])
def test_every_format_of_the_asserted_graph_says_the_same_to_pyoxigraph(name: str, tmp_path: Path) -> None:
    plain = triples(written("nt", tmp_path))
    assert len(plain) > 200
    assert triples(written(name, tmp_path)) == plain


@pytest.mark.parametrize("name", ["ttl", "rdfxml", "jsonld"])
def test_every_format_of_the_asserted_graph_says_the_same_to_rdflib(name: str, tmp_path: Path) -> None:
    plain = rdflib.Graph().parse(data=written("nt", tmp_path).read_text("utf-8"), format="nt")
    other = rdflib.Graph().parse(data=written(name, tmp_path).read_text("utf-8"), format=FORMATS[name])
    assert isomorphic(plain, other)


def test_both_forms_of_the_named_graphs_say_the_same(tmp_path: Path) -> None:
    lines = quads(written("nq", tmp_path), pyoxigraph.RdfFormat.N_QUADS)
    assert len(lines) == len(set(lines)) > 500
    assert set(quads(written("trig", tmp_path), pyoxigraph.RdfFormat.TRIG)) == set(lines)


def test_rdflib_and_pyoxigraph_read_the_same_quads(tmp_path: Path) -> None:
    path = written("nq", tmp_path)
    dataset = rdflib.Dataset()
    dataset.parse(data=path.read_text("utf-8"), format="nquads")
    again = tmp_path / "again.nq"
    dataset.serialize(again, format="nquads")
    form = pyoxigraph.RdfFormat.N_QUADS
    assert set(quads(again, form)) == set(quads(path, form))


def test_there_is_one_named_graph_a_document_and_two_for_what_no_document_says(tmp_path: Path) -> None:
    named = {quad[3] for quad in quads(written("nq", tmp_path), pyoxigraph.RdfFormat.N_QUADS)}
    locals_ = (document_id(ALPHA), document_id(BETA), LINKS_GRAPH, CONFLICTS_GRAPH)
    assert named == {f"<{ENTITY_BASE}{local}>" for local in locals_}


def test_the_named_graphs_together_hold_all_that_is_asserted(tmp_path: Path) -> None:
    together = {quad[:3] for quad in quads(written("nq", tmp_path), pyoxigraph.RdfFormat.N_QUADS)}
    assert triples(written("nt", tmp_path)) - together == set()


def test_no_triple_is_said_twice_and_no_node_is_without_a_name(tmp_path: Path) -> None:
    lines = written("nt", tmp_path).read_text("utf-8").splitlines()
    assert len(lines) == len(set(lines))
    assert not [line for line in lines if "_:" in line.split(" ", 2)[0]]


def test_what_is_only_planned_is_a_statement_but_no_assertion(tmp_path: Path) -> None:
    planned = f"<{ONTOLOGY_BASE}StageUnderConstruction>"
    assert [t for t in triples(written("nt", tmp_path)) if t[2] == planned] == []
    objects = {q[1] for q in quads(written("nq", tmp_path), pyoxigraph.RdfFormat.N_QUADS) if q[2] == planned}
    assert objects == {f"<{NAMESPACES['rdf']}object>"}


def test_a_unit_leads_its_task_and_is_responsible_for_it(tmp_path: Path) -> None:
    said = triples(written("nt", tmp_path))
    subject, project = f"<{ENTITY_BASE}{PLANNING.id}>", f"<{ENTITY_BASE}{STORAGE.id}>"
    relations = {t[1].rsplit("#", 1)[-1].rstrip(">") for t in said if (t[0], t[2]) == (subject, project)}
    assert relations == {"responsibleFor", "leads"}


def test_amounts_in_yuan_are_numbers_and_other_currencies_stay_text(tmp_path: Path) -> None:
    yuan = [t[2] for t in triples(written("nt", tmp_path)) if t[1].endswith("#totalInvestmentYuan>")]
    decimal = f"^^<{NAMESPACES['xsd']}decimal>"
    assert sorted(yuan) == [f'"500000000"{decimal}', f'"600000000"{decimal}']


def test_rdf_12_says_each_statement_as_a_triple_term_that_pyoxigraph_reads(tmp_path: Path) -> None:
    path = written("rdf12", tmp_path)
    reifies = pyoxigraph.NamedNode(NAMESPACES["rdf"] + "reifies")
    found = [q for q in pyoxigraph.parse(path=path, format=pyoxigraph.RdfFormat.N_QUADS) if q.predicate == reifies]
    graph = small_graph()
    assert len(found) == len(graph.facts) + len(graph.links)
    assert all(isinstance(quad.object, pyoxigraph.Triple) for quad in found)
    assert "rdf-syntax-ns#subject" not in path.read_text("utf-8")


def test_the_files_that_follow_from_the_ontology_are_up_to_date() -> None:
    stale = [path.name for path, content in derived_files() if path.read_text("utf-8") != content]
    assert stale == [], "run python -m kg.export.derived"


def test_the_catalogue_counts_what_the_asserted_graph_holds(tmp_path: Path) -> None:
    said = triples(written("nt", tmp_path))
    catalogue = rdflib.Graph().parse(data=written("void", tmp_path).read_text("utf-8"))
    void = rdflib.Namespace("http://rdfs.org/ns/void#")
    dataset = rdflib.URIRef(ENTITY_BASE + "dataset")
    assert catalogue.value(dataset, void.triples) == rdflib.Literal(len(said))
    parts = [catalogue.value(part, void.triples) for part in catalogue.objects(dataset, void.propertyPartition)]
    assert sum(int(str(part)) for part in parts) == len(said)


HOSTILE = st.text(
    st.one_of(
        st.sampled_from("\"\\\n\r\t\b\f\0<>&'{}|^`@#;.,_: \u2028\u2029\u0085\ufeff\ufffe\uffff\U0001f600\U00020000"),
        st.characters(exclude_categories=["Cs"]),
        st.sampled_from(["<script>", '"""', "\\u0041", "^^xsd:int", "@en", "]]>", "-->"]).flatmap(st.sampled_from),
    ),
    min_size=1,
)


def hostile_graph(text: str) -> KnowledgeGraph:
    """The small graph with the text wherever a document's words may stand."""
    graph = small_graph()
    entities = tuple(
        e.model_copy(update={"name": text + e.id, "aliases": (text,), "keys": (text,)}) for e in graph.entities
    )
    facts = tuple(
        f.model_copy(
            update={
                "object": text if f.object_entity is None else f.object,
                "subject": text,
                "method": text,
                "evidence": f.evidence.model_copy(update={"quote": text, "part": text}),
            }
        )
        for f in graph.facts
    )
    rows = tuple(r.model_copy(update={"section": text, "item": text, "number": text}) for r in graph.rows)
    links = tuple(link.model_copy(update={"reason": text}) for link in graph.links)
    changes = {"entities": entities, "facts": facts, "rows": rows, "links": links}
    return graph.model_copy(update=changes)


def lexical_forms(path: Path, form: pyoxigraph.RdfFormat) -> Iterator[str]:
    for quad in pyoxigraph.parse(path=path, format=form):
        if isinstance(quad.object, pyoxigraph.Literal):
            yield quad.object.value


@settings(max_examples=40, deadline=None)
@given(HOSTILE)
def test_hostile_text_comes_back_exactly_from_every_format(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.mktemp("hostile")
    graph = hostile_graph(text)
    nt = written("nt", folder, graph)
    assert text in set(lexical_forms(nt, pyoxigraph.RdfFormat.N_TRIPLES))
    plain = triples(nt)
    assert triples(written("ttl", folder, graph)) == plain
    assert triples(written("jsonld", folder, graph)) == plain
    lines = quads(written("nq", folder, graph), pyoxigraph.RdfFormat.N_QUADS)
    assert set(quads(written("trig", folder, graph), pyoxigraph.RdfFormat.TRIG)) == set(lines)
    triples(written("rdfxml", folder, graph))


@settings(max_examples=15, deadline=None)
@given(HOSTILE)
def test_rdflib_reads_hostile_text_as_pyoxigraph_does(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.mktemp("hostile")
    path = written("nq", folder, hostile_graph(text))
    dataset = rdflib.Dataset()
    dataset.parse(data=path.read_text("utf-8"), format="nquads")
    ours = {value for value in lexical_forms(path, pyoxigraph.RdfFormat.N_QUADS) if not value.isdigit()}
    theirs = {str(o) for _, _, o, _ in dataset.quads() if isinstance(o, rdflib.Literal)}
    assert ours - theirs == set()
    assert text in theirs
