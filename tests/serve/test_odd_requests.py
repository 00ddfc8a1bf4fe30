"""Whatever is put into an address, the server answers it or refuses it; it never fails."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, urlencode

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

PATHS = (
    *(
        "/",
        "/search",
        "/timeline",
        "/changes",
        "/matrix",
        "/compare",
        "/review",
        "/query",
        "/explore",
        "/ontology",
        "/data",
    ),
    *("/sparql", "/api/suggest", "/api/ask", "/api/graph", "/document/%E7%94%B2%E5%8C%BA.txt", "/nothing"),
)
NAMES = (
    *(
        "q",
        "all",
        "area",
        "a",
        "b",
        "rows",
        "columns",
        "row",
        "column",
        "whole",
        "as_of",
        "page",
        "lit",
        "lang",
        "format",
    ),
    *("graph", "default", "query", "default-graph-uri", "named-graph-uri", "around"),
)
VALUES = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        [
            "",
            "r001",
            "task:3:9",
            "progress:9:3",
            "stage",
            "sector",
            "2023",
            "甲区",
            "谁？",
            "-1",
            "9" * 30,
            "json",
            "a:b",
        ]
    ),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(PATHS), st.dictionaries(st.sampled_from(NAMES), VALUES, max_size=4), st.booleans())
def test_any_parameters_are_answered_or_refused(client: Any, path: str, values: dict[str, str], browser: bool) -> None:
    asked = urlencode(values, errors="surrogatepass")
    answer = client.get(f"{path}?{asked}", headers={"Accept": "text/html" if browser else "*/*"})
    assert answer.status_code in (200, 303, 400, 403, 404, 406)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(["/id/", "/document/", "/static/"]), st.text(max_size=20))
def test_any_name_is_found_or_not(client: Any, place: str, name: str) -> None:
    address = place + quote(name, safe="", errors="surrogatepass")
    assert client.get(address).status_code in (200, 303, 400, 404)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.binary(max_size=80), st.text(max_size=80).map(lambda text: text.encode("utf-8", "surrogatepass"))))
def test_any_body_is_answered_or_refused(client: Any, body: bytes) -> None:
    for media_type in ("application/sparql-query", "application/x-www-form-urlencoded", "text/plain"):
        answer = client.post("/sparql", content=body, headers={"Content-Type": media_type})
        assert answer.status_code in (200, 400, 403, 415)
