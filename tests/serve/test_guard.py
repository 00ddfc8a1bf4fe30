"""What keeps the server to itself: hosts, headers, limits, and who may write decisions."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import pytest

from kg.resolve.decisions import read_decisions
from kg.serve import Settings
from tests.export.make import PARK, STORAGE
from tests.serve.conftest import BASE, client_of

PAGE = {"Accept": "text/html"}
HEAVY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.mark.parametrize("path", ["/", "/sparql?query=ASK%7B%7D", "/nothing", "/static/site.css", "/explore"])
def test_every_answer_forbids_what_pages_do_not_need(client: Any, path: str) -> None:
    headers = client.get(path, headers=PAGE).headers
    policy = dict(rule.strip().split(" ", 1) for rule in headers["content-security-policy"].split(";"))
    assert {policy["default-src"], policy["base-uri"], policy["frame-ancestors"]} == {"'none'"}
    assert {policy["script-src"], policy["style-src"], policy["connect-src"], policy["form-action"]} == {"'self'"}
    assert (headers["x-content-type-options"], headers["referrer-policy"]) == ("nosniff", "no-referrer")


@pytest.mark.parametrize("path", ["/", "/explore", "/query", "/review", f"/id/{STORAGE.id}"])
def test_pages_have_neither_inline_scripts_nor_addresses_elsewhere(client: Any, path: str) -> None:
    page = client.get(path, headers=PAGE).text
    assert re.findall(r"<script(?![^>]*(?: src=|application/json))", page) == []
    assert re.findall(r"<[^>]* on\w+=|<[^>]* style=|<style", page) == []
    assert re.findall(r'(?:src|href|action)="(?:https?:)?//', page) == []


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", "", "[::2]"])
def test_other_host_names_are_refused(client: Any, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 421


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost", "LOCALHOST:1", "[::1]:80"])
def test_names_of_this_machine_are_served(client: Any, host: str) -> None:
    assert client.get("/api/suggest?q=", headers={"Host": host}).status_code == 200


def test_cross_origin_reading_is_off_unless_asked(client: Any, small_build: Path) -> None:
    asked = {"Origin": "https://a.example"}
    assert "access-control-allow-origin" not in client.get("/sparql?query=ASK%7B%7D", headers=asked).headers
    with client_of(small_build, Settings(workers=1, origins=("https://a.example",))) as open_client:
        allowed = open_client.get("/sparql?query=ASK%7B%7D", headers=asked).headers
        other = open_client.get("/sparql?query=ASK%7B%7D", headers={"Origin": "https://b.example"}).headers
    assert allowed["access-control-allow-origin"] == "https://a.example"
    assert "access-control-allow-origin" not in other


def test_a_query_out_of_time_ends_and_the_next_is_answered(small_build: Path) -> None:
    with client_of(small_build, Settings(workers=1, seconds=0.5)) as client:
        late = client.get("/sparql", params={"query": HEAVY})
        assert (late.status_code, "did not end within 0.5 seconds" in late.json()["error"]["message"]) == (503, True)
        assert client.get("/", headers=PAGE).status_code == 200
        assert client.get("/sparql", params={"query": "ASK { ?s ?p ?o }"}).json()["boolean"] is True


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the memory of a process in this way")
def test_a_query_that_takes_too_much_memory_ends_alone(small_build: Path) -> None:
    greedy = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f ?i"
    with client_of(small_build, Settings(workers=1, seconds=60, memory=300_000_000)) as client:
        assert client.get("/sparql", params={"query": greedy}).status_code == 400
        assert client.get("/sparql", params={"query": "ASK { ?s ?p ?o }"}).json()["boolean"] is True


def test_answers_and_queries_have_a_greatest_length(small_build: Path) -> None:
    with client_of(small_build, Settings(workers=1, rows=5, longest_query=200, longest_answer=2000)) as client:
        many = client.get("/sparql", params={"query": "SELECT * { ?s ?p ?o }"})
        assert (many.status_code, "more than 5 rows" in many.json()["error"]["message"]) == (400, True)
        assert client.get("/sparql", params={"query": "ASK {}" + " " * 200}).status_code == 413
        direct = {"Content-Type": "application/sparql-query"}
        assert client.post("/sparql", content="ASK {}" + " " * 2000, headers=direct).status_code == 413
        assert client.get("/data?default").status_code == 400


def test_judging_is_refused_unless_allowed(client: Any) -> None:
    assert client.post("/review", data={"verdict": "same"}).status_code == 403
    assert "<form method" not in client.get("/review", headers=PAGE).text


@pytest.fixture
def reviewing(small_build: Path, tmp_path: Path) -> Any:
    path = tmp_path / "decisions.csv"
    with client_of(small_build, Settings(workers=1, allow_review=True, decisions=path, reviewer="李四")) as client:
        token = re.findall(r'name="token" value="([^"]+)"', client.get("/review", headers=PAGE).text)[0]
        yield client, path, {"token": token, "a": PARK.id, "b": STORAGE.id, "verdict": "different", "why": "一个是园区"}


def test_a_judgement_is_written_and_can_be_taken_back(reviewing: Any) -> None:
    client, path, form = reviewing
    assert client.post("/review", data=form).status_code == 303
    (decision,) = read_decisions(path)
    assert (decision.verdict, {decision.a, decision.b}, decision.who, decision.why) == (
        "different",
        {PARK.id, STORAGE.id},
        "李四",
        "一个是园区",
    )
    page = client.get("/review", headers=PAGE).text
    assert "没有待判定的实体对" in page
    assert client.post("/review", data={"token": form["token"], "undo": "1"}).status_code == 303
    assert read_decisions(path) == ()


@pytest.mark.parametrize(
    ("change", "headers", "status"),
    [
        ({"token": "x"}, {}, 403),
        ({"token": "错"}, {}, 403),
        ({}, {"Origin": "https://evil.example"}, 403),
        ({}, {"Sec-Fetch-Site": "cross-site"}, 403),
        ({"verdict": "maybe"}, {}, 400),
        ({"a": "agency-1"}, {}, 400),
    ],
)
def test_forms_of_others_and_broken_forms_write_nothing(
    reviewing: Any, change: dict[str, str], headers: dict[str, str], status: int
) -> None:
    client, path, form = reviewing
    assert client.post("/review", data=form | change, headers=headers).status_code == status
    assert not path.exists()


def test_our_own_origin_may_judge(reviewing: Any) -> None:
    client, path, form = reviewing
    assert (
        client.post("/review", data=form, headers={"Origin": BASE, "Sec-Fetch-Site": "same-origin"}).status_code == 303
    )
    assert len(read_decisions(path)) == 1
