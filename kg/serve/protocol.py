"""The SPARQL 1.1 Protocol at `/sparql`, its query operation: <https://www.w3.org/TR/sparql11-protocol/#query-operation>."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.errors import QueryError
from kg.serve.answering import GRAPH_TYPES, RESULT_TYPES
from kg.serve.negotiation import best, wanted, wants_page
from kg.serve.parameters import FORM, Parameters, address, body
from kg.serve.workers import Done, Job
from kg.store.limits import UPDATES

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"


async def sparql(request: Request) -> Response:
    """Answer a query asked by GET, by POST as a form or by POST as it is; without one, describe the service."""
    from starlette.exceptions import HTTPException
    from starlette.responses import RedirectResponse

    from kg.serve.description import described

    query, asked = await _read(request)
    if asked.all("update"):
        raise HTTPException(403, "this service only reads; updates are refused")
    if query is None:
        if request.method == "POST":
            raise HTTPException(400, "there is no query; send it as the parameter query")
        if wants_page(request.headers.get("accept")):
            return RedirectResponse(request.scope.get("root_path", "") + "/query", 303)
        return described(request)
    if len(query) > request.app.state.settings.longest_query:
        raise HTTPException(413, f"a query may have {request.app.state.settings.longest_query} characters at most")
    return await _answer(request, query, asked)


async def _read(request: Request) -> tuple[str | None, Parameters]:
    """The query and the parameters beside it. Raises a 400, 403 or 415 for what the protocol does not allow."""
    from starlette.exceptions import HTTPException

    asked = address(request)
    if request.method != "POST":
        return _one(asked), asked
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    content = await body(request, 4 * request.app.state.settings.longest_query)
    if media_type == FORM:
        asked = Parameters([*asked.pairs, *Parameters.of(content).pairs])
        return _one(asked), asked
    if media_type == UPDATE:
        raise HTTPException(403, "this service only reads; updates are refused")
    if media_type != QUERY:
        raise HTTPException(415, f"send a query as {FORM} or {QUERY}, not as {media_type or 'nothing'}")
    if asked.all("query"):
        raise HTTPException(400, "one query in the body and another in the address; send one")
    try:
        return content.decode("utf-8"), asked
    except UnicodeDecodeError as error:
        raise HTTPException(400, "the query is not UTF-8; encode it as UTF-8") from error


def _one(asked: Parameters) -> str | None:
    from starlette.exceptions import HTTPException

    queries = asked.all("query")
    if len(queries) > 1:
        raise HTTPException(400, "more than one query; send one")
    return queries[0] if queries else None


async def _answer(request: Request, query: str, asked: Parameters) -> Response:
    from anyio import to_thread
    from starlette.exceptions import HTTPException
    from starlette.responses import Response

    accept = wanted(asked.get("format"), request.headers.get("accept"))
    job = Job(
        sparql=query,
        rows_as=best(accept, [*RESULT_TYPES]),
        triples_as=best(accept, [*GRAPH_TYPES]),
        default_graphs=tuple(asked.all("default-graph-uri")),
        named_graphs=tuple(asked.all("named-graph-uri")),
    )
    try:
        done: Done = await to_thread.run_sync(request.app.state.workers.run, job)
    except QueryError as error:
        if str(error).startswith(UPDATES):
            raise HTTPException(403, str(error)) from error
        raise
    return Response(done.content, headers={"Content-Type": with_charset(done.media_type), "Vary": "Accept"})


def with_charset(media_type: str) -> str:
    """A media type with its character set where it is a text.

    >>> with_charset("text/csv"), with_charset("application/ld+json")
    ('text/csv; charset=utf-8', 'application/ld+json')
    """
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type
