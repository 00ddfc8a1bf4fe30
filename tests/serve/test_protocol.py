"""The query operation of the SPARQL 1.1 Protocol, case by case as the recommendation states it (section 2)."""

from __future__ import annotations

import csv
import io
import json
import warnings
from typing import Any
from urllib.parse import quote, urlencode

import pyoxigraph
import pytest

from kg.ids import ENTITY_BASE, document_id
from tests.export.make import ALPHA, BETA, PLANNING

LABEL = 'SELECT ?thing WHERE { ?thing rdfs:label "甲区发展和改革局"@zh }'
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
DIRECT = {"Content-Type": "application/sparql-query"}
IRI = ENTITY_BASE + PLANNING.id
GRAPHS = {name: ENTITY_BASE + document_id(name) for name in (ALPHA, BETA)}


def things(answer: Any) -> list[str]:
    assert answer.status_code == 200, answer.text
    return [row["thing"]["value"] for row in answer.json()["results"]["bindings"]]


def test_query_by_get(client: Any) -> None:
    answer = client.get("/sparql", params={"query": LABEL})
    assert (things(answer), answer.headers["content-type"]) == ([IRI], "application/sparql-results+json")


def test_query_by_post_of_a_form(client: Any) -> None:
    assert things(client.post("/sparql", content=urlencode({"query": LABEL}), headers=FORM)) == [IRI]


def test_query_by_post_as_it_is(client: Any) -> None:
    assert things(client.post("/sparql", content=LABEL.encode(), headers=DIRECT)) == [IRI]


@pytest.mark.parametrize(
    "name",
    ["甲区发展和改革局", quote("甲区发展和改革局"), quote("甲区发展和改革局").lower()],
    ids=["raw", "encoded", "lower"],
)
def test_chinese_is_right_raw_and_percent_encoded_in_the_address(client: Any, name: str) -> None:
    address = "/sparql?query=" + quote('SELECT ?thing WHERE { ?thing rdfs:label "') + name + quote('"@zh }')
    assert things(client.get(address)) == [IRI]


def test_chinese_in_escapes_of_the_query_itself(client: Any) -> None:
    escaped = LABEL.encode("ascii", "backslashreplace").decode()
    assert "\\u" in escaped
    assert things(client.post("/sparql", content=escaped, headers=DIRECT)) == [IRI]


def test_plus_and_percent_twenty_are_both_blanks_in_a_form(client: Any) -> None:
    for blank in ("+", "%20"):
        assert things(client.get("/sparql?query=" + quote(LABEL).replace("%20", blank))) == [IRI]


def test_chinese_iris_in_dataset_parameters_reach_the_query(client: Any) -> None:
    asked = {"query": "SELECT (COUNT(*) AS ?thing) { ?s ?p ?o }", "default-graph-uri": "https://例.example/图/甲"}
    assert things(client.get("/sparql", params=asked)) == ["0"]


@pytest.mark.parametrize("document", [ALPHA, BETA])
def test_default_graph_uri_limits_what_is_asked(client: Any, document: str) -> None:
    asked = {"query": "SELECT ?thing { ?thing a kg:Task }", "default-graph-uri": GRAPHS[document]}
    expected = client.get(
        "/sparql", params={"query": f"SELECT ?thing {{ GRAPH <{GRAPHS[document]}> {{ ?thing a kg:Task }} }}"}
    )
    assert sorted(things(client.get("/sparql", params=asked))) == sorted(things(expected)) != []


def test_several_default_graphs_are_one(client: Any) -> None:
    pairs = [("query", "SELECT ?thing { ?thing a kg:Task }"), *(("default-graph-uri", one) for one in GRAPHS.values())]
    everything = client.get("/sparql", params={"query": "SELECT ?thing { ?thing a kg:Task }"})
    assert sorted(things(client.get("/sparql?" + urlencode(pairs)))) == sorted(things(everything))


def test_named_graph_uri_limits_graph_patterns_and_leaves_the_default_graph_empty(client: Any) -> None:
    asked = {"query": "SELECT DISTINCT ?thing { GRAPH ?thing { ?s a kg:Task } }", "named-graph-uri": GRAPHS[BETA]}
    assert things(client.get("/sparql", params=asked)) == [GRAPHS[BETA]]
    assert things(client.get("/sparql", params=asked | {"query": "SELECT ?thing { ?thing a kg:Task }"})) == []


def test_a_full_dataset_in_the_address_of_a_direct_post(client: Any) -> None:
    dataset = urlencode({"default-graph-uri": GRAPHS[ALPHA], "named-graph-uri": GRAPHS[BETA]})
    query = "SELECT DISTINCT ?thing { ?t a kg:Task . GRAPH ?thing { ?u a kg:Task } }"
    assert things(client.post(f"/sparql?{dataset}", content=query, headers=DIRECT)) == [GRAPHS[BETA]]


def test_the_protocols_dataset_outranks_the_querys(client: Any) -> None:
    query = f"SELECT DISTINCT ?thing FROM <{GRAPHS[ALPHA]}> {{ ?s kg:reportedIn ?thing }}"
    asked = {"query": query, "default-graph-uri": GRAPHS[BETA]}
    assert things(client.get("/sparql", params={"query": query})) == [GRAPHS[ALPHA]]
    assert things(client.get("/sparql", params=asked)) == [GRAPHS[BETA]]


@pytest.mark.parametrize(
    ("accept", "given"),
    [
        (None, "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("application/sparql-results+json", "application/sparql-results+json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("application/json", "application/json"),
        ("text/csv", "text/csv; charset=utf-8"),
        ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        ("text/csv;q=0.2, application/sparql-results+xml;q=0.9", "application/sparql-results+xml"),
        ("text/turtle, text/csv;q=0.1", "text/csv; charset=utf-8"),
    ],
)
def test_rows_come_in_the_form_that_is_liked_best(client: Any, accept: str | None, given: str) -> None:
    answer = client.get("/sparql", params={"query": LABEL}, headers={"Accept": accept} if accept else {})
    assert (answer.status_code, answer.headers["content-type"]) == (200, given)
    assert IRI in answer.text


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("text/turtle", pyoxigraph.RdfFormat.TURTLE),
        ("application/n-triples", pyoxigraph.RdfFormat.N_TRIPLES),
        ("application/ld+json", pyoxigraph.RdfFormat.JSON_LD),
        ("application/rdf+xml", pyoxigraph.RdfFormat.RDF_XML),
        ("application/trig", pyoxigraph.RdfFormat.TRIG),
        ("application/n-quads", pyoxigraph.RdfFormat.N_QUADS),
        ("*/*", pyoxigraph.RdfFormat.TURTLE),
    ],
)
@pytest.mark.parametrize(
    "query", [f"CONSTRUCT WHERE {{ <{IRI}> ?p ?o }}", f"DESCRIBE <{IRI}>"], ids=["construct", "describe"]
)
def test_triples_say_the_same_in_every_form(client: Any, accept: str, form: pyoxigraph.RdfFormat, query: str) -> None:
    answer = client.get("/sparql", params={"query": query}, headers={"Accept": accept})
    assert answer.status_code == 200
    plain = client.get("/sparql", params={"query": query}, headers={"Accept": "application/n-triples"})
    expected = {one.triple for one in pyoxigraph.parse(plain.content, format=pyoxigraph.RdfFormat.N_TRIPLES)}
    assert {one.triple for one in pyoxigraph.parse(answer.content, format=form)} == expected != set()


def test_truths_as_json_and_xml(client: Any) -> None:
    asked = {"query": "ASK { ?s a kg:Agency }"}
    assert client.get("/sparql", params=asked).json()["boolean"] is True
    as_xml = client.get("/sparql", params=asked, headers={"Accept": "application/sparql-results+xml"})
    assert "<boolean>true</boolean>" in as_xml.text


def test_a_link_may_name_the_form(client: Any) -> None:
    answer = client.get("/sparql", params={"query": LABEL, "format": "csv"})
    assert list(csv.reader(io.StringIO(answer.text))) == [["thing"], [IRI]]


def test_what_cannot_be_given_is_not_acceptable(client: Any) -> None:
    for query, accept in ((LABEL, "image/png"), (LABEL, "text/turtle"), (f"DESCRIBE <{IRI}>", "text/csv")):
        answer = client.get("/sparql", params={"query": query}, headers={"Accept": accept})
        assert (answer.status_code, "ask for one of these" in answer.json()["error"]["message"]) == (406, True)


def test_bad_method(client: Any) -> None:
    for method in ("PUT", "DELETE", "PATCH"):
        answer = client.request(method, "/sparql", params={"query": LABEL})
        assert (answer.status_code, set(answer.headers["allow"].split(", "))) == (405, {"GET", "HEAD", "POST"})


def test_bad_multiple_queries(client: Any) -> None:
    twice = urlencode([("query", "ASK {}"), ("query", LABEL)])
    assert client.get(f"/sparql?{twice}").status_code == 400
    assert client.post("/sparql", content=twice, headers=FORM).status_code == 400
    assert client.post(f"/sparql?{urlencode({'query': LABEL})}", content="ASK {}", headers=DIRECT).status_code == 400


def test_bad_media_type_of_a_post(client: Any) -> None:
    for headers in ({"Content-Type": "text/plain"}, {}):
        assert client.post("/sparql", content=LABEL.encode(), headers=headers).status_code == 415


def test_bad_encoding(client: Any) -> None:
    assert client.post("/sparql", content=LABEL.encode("utf-16"), headers=DIRECT).status_code == 400
    assert client.post("/sparql", content=b"query=ASK%7B%7D%ff", headers=FORM).status_code == 400
    assert client.get("/sparql?query=%b2%bb").status_code == 400


def test_bad_query_syntax_says_where(client: Any) -> None:
    answer = client.get("/sparql", params={"query": "SELECT ?x WHERE { ?x ?y }"})
    assert (answer.status_code, answer.json()["error"]["status"]) == (400, 400)
    assert "not SPARQL" in answer.json()["error"]["message"]


def test_post_without_a_query(client: Any) -> None:
    assert client.post("/sparql", content="", headers=FORM).status_code == 400


@pytest.mark.parametrize(
    ("update", "headers"),
    [
        ("INSERT DATA { <a:b> <a:c> <a:d> }", {"Content-Type": "application/sparql-update"}),
        (urlencode({"update": "CLEAR ALL"}), FORM),
        (urlencode({"query": "INSERT DATA { <a:b> <a:c> <a:d> }"}), FORM),
        ("PREFIX a: <a:> DELETE WHERE { ?s ?p ?o }", DIRECT),
        ("LOAD <http://127.0.0.1:9/x>", DIRECT),
        ("\\u0044ROP ALL", DIRECT),
    ],
)
def test_updates_are_refused_and_change_nothing(client: Any, update: str, headers: dict[str, str]) -> None:
    count = {"query": "SELECT (COUNT(*) AS ?thing) { ?s ?p ?o }"}
    before = things(client.get("/sparql", params=count))
    assert client.post("/sparql", content=update, headers=headers).status_code in (400, 403)
    assert client.get("/sparql", params={"update": "CLEAR ALL"}).status_code == 403
    assert things(client.get("/sparql", params=count)) == before


def test_other_servers_are_not_asked(client: Any) -> None:
    answer = client.get("/sparql", params={"query": "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"})
    assert (answer.status_code, "SERVICE" in answer.json()["error"]["message"]) == (400, True)


def test_the_service_describes_itself(client: Any) -> None:
    answer = client.get("/sparql", headers={"Accept": "text/turtle"})
    sd = "http://www.w3.org/ns/sparql-service-description#"
    store = pyoxigraph.Store()
    store.load(answer.content, format=pyoxigraph.RdfFormat.TURTLE)
    found = store.query(
        f"PREFIX sd: <{sd}> SELECT ?e ?n {{ ?s a sd:Service ; sd:endpoint ?e ; sd:supportedLanguage sd:SPARQL11Query ;"
        " sd:defaultDataset/sd:namedGraph/sd:name ?n }"
    )
    assert isinstance(found, pyoxigraph.QuerySolutions)
    assert {(row["e"].value, row["n"].value) for row in found} == {
        (f"{client.base_url}/sparql", one) for one in GRAPHS.values()
    }


def test_a_browser_gets_the_query_page(client: Any) -> None:
    answer = client.get("/sparql", headers={"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/query")


def test_head_has_no_body(client: Any) -> None:
    answer = client.head("/sparql", params={"query": LABEL})
    assert (answer.status_code, answer.content) == (200, b"")


def test_sparqlwrapper_reads_every_form(live: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from SPARQLWrapper import CSV, JSON, POST, POSTDIRECTLY, RDFXML, TURTLE, XML, SPARQLWrapper

        for form, method, how in ((JSON, "GET", None), (XML, POST, None), (CSV, POST, POSTDIRECTLY)):
            asking = SPARQLWrapper(f"{live}/sparql")
            asking.setQuery(LABEL)
            asking.setReturnFormat(form)
            asking.setMethod(method)
            if how:
                asking.setRequestMethod(how)
            found = asking.queryAndConvert()
            text = found.toxml() if form == XML else found.decode() if form == CSV else json.dumps(found)
            assert IRI in text
        for form in (TURTLE, RDFXML):
            asking = SPARQLWrapper(f"{live}/sparql")
            asking.setQuery(f"CONSTRUCT WHERE {{ <{IRI}> rdfs:label ?name }}")
            asking.setReturnFormat(form)
            found = asking.queryAndConvert()
            text = found.decode() if isinstance(found, bytes) else found.serialize(format="turtle")
            assert "甲区发展和改革局" in text


def test_rdflibs_sparqlstore_works_over_it(live: str) -> None:
    from rdflib import RDFS, Graph, Literal, URIRef
    from rdflib.plugins.stores.sparqlstore import SPARQLStore

    graph = Graph(SPARQLStore(f"{live}/sparql"))
    assert list(graph.subjects(RDFS.label, Literal("甲区发展和改革局", lang="zh"))) == [URIRef(IRI)]
    rows = graph.query(
        "SELECT ?name { ?a a <https://zerentu.example/ontology#Agency> ; rdfs:label ?name } ORDER BY ?name"
    )
    assert Literal("甲区发展和改革局", lang="zh") in [row[0] for row in rows]
