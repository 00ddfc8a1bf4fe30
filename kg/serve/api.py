"""Small answers for the pages' own scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.ontology import ontology
from kg.serve.page import Links, wording
from kg.serve.parameters import address
from kg.serve.search import LONGEST, answered

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

MOST_ASKED = 60


async def suggest(request: Request) -> Response:
    """The things that some typed characters may mean."""
    from starlette.responses import JSONResponse

    known = request.app.state.knowledge
    words, links = wording(request), Links(request, known)
    found = request.app.state.suggestions.find(address(request).get("q")[:LONGEST])
    return JSONResponse(
        [
            {
                "id": one.id,
                "name": one.name,
                "type": one.type,
                "kind": words.term(one.kind or one.type),
                "area": known.view.area_name(one.area),
                "url": links.thing(one.id),
            }
            for one in found
        ]
    )


async def answer(request: Request) -> Response:
    """The answer to a question in plain Chinese, in the form of `kg ask --json`."""
    from anyio import to_thread
    from starlette.responses import JSONResponse

    known = request.app.state.knowledge
    found = await to_thread.run_sync(answered, known, address(request).get("q").strip()[:LONGEST])
    return JSONResponse(found.model_dump(exclude={"nearest", "note"}) | {"note": found.note, "nearest": found.nearest})


async def around(request: Request) -> Response:
    """A part of the explorer's content: `around` or `named` with ids, `all`, or what matches `q`."""
    from anyio import to_thread
    from starlette.exceptions import HTTPException
    from starlette.responses import JSONResponse

    known = request.app.state.knowledge
    slices = await to_thread.run_sync(lambda: known.slices)
    asked = address(request)
    if text := asked.get("q"):
        found = slices.named(one.id for one in request.app.state.suggestions.find(text[:LONGEST]))
    elif asked.all("all"):
        found = slices.all()
        if found is None:
            raise HTTPException(400, "the graph is too large to be shown at once; search and expand instead")
    else:
        ids = [id for text in asked.all("around") for id in text.split(",")][:MOST_ASKED]
        found = slices.around(ids)
    return JSONResponse(found)


async def vocabulary(request: Request) -> Response:
    """What the query page completes: prefixes, classes, relations and concepts with their labels."""
    from starlette.responses import JSONResponse

    known = ontology()
    terms = [
        {"name": f"kg:{one.name}", "zh": one.label_zh, "en": one.label_en, "kind": kind}
        for kind, found in (("class", known.classes), ("property", known.properties))
        for one in found.values()
    ]
    terms += [
        {"name": f"kg:{one.name}", "zh": one.label_zh, "en": one.label_en, "kind": "concept"}
        for scheme in known.schemes.values()
        for one in scheme
    ]
    return JSONResponse(terms)
