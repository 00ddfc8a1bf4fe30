"""Pairs that may be one thing, for people to judge; decisions go into a file only where the server may write it."""

from __future__ import annotations

import hmac
from datetime import UTC, datetime
from typing import TYPE_CHECKING, cast, get_args

from kg.graph.timeline import timeline
from kg.graph.view import Citation
from kg.model.entity import Verdict
from kg.resolve.decisions import read_decisions
from kg.resolve.review import EVIDENCE_SHOWN, Question, answer, questions, record, undo
from kg.serve.knowledge import Knowledge
from kg.serve.page import page
from kg.serve.parameters import FORM, Parameters, body

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

LONGEST_FORM = 10_000


async def show(request: Request) -> Response:
    """The pairs that nobody has judged, the most doubtful first."""
    settings = request.app.state.settings
    known: Knowledge = request.app.state.knowledge
    decided = read_decisions(settings.decisions)
    asked = _questions(request)
    return page(
        request,
        "review.html",
        {
            "questions": asked,
            "places": {side.id: _places(known, side.id) for one in asked for side in (one.a, one.b)},
            "decided": decided[::-1],
            "token": request.app.state.token,
            "file": settings.decisions.name,
        },
        headers={"Cache-Control": "no-store"},
    )


async def decide(request: Request) -> Response:
    """Write one judgement down, or take the last one back. Raises a 403 where that is not allowed."""
    from starlette.exceptions import HTTPException
    from starlette.responses import RedirectResponse

    settings = request.app.state.settings
    form = await _form(request)
    if form.get("undo"):
        undo(settings.decisions)
    else:
        verdict = form.get("verdict")
        question = next((q for q in _questions(request) if (q.a.id, q.b.id) == (form.get("a"), form.get("b"))), None)
        if question is None or verdict not in get_args(Verdict):
            raise HTTPException(400, "this pair is not in doubt, or was judged already; open the page again")
        who = form.get("who").strip()[:80] or settings.reviewer
        today = datetime.now(UTC).date().isoformat()
        said = answer(question, cast("Verdict", verdict), who, today, form.get("why").strip()[:400])
        record(settings.decisions, said)
    return RedirectResponse(request.scope.get("root_path", "") + "/review", 303)


async def _form(request: Request) -> Parameters:
    """The form, after it is sure that our own page sent it."""
    from starlette.exceptions import HTTPException

    if not request.app.state.settings.allow_review:
        raise HTTPException(403, "the server only reads; start it with --allow-review to judge pairs")
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise HTTPException(403, "this was sent from another site")
    origin = request.headers.get("origin")
    if origin not in (None, "null") and origin != f"{request.url.scheme}://{request.url.netloc}":
        raise HTTPException(403, "this was sent from another site")
    if request.headers.get("content-type", "").partition(";")[0] != FORM:
        raise HTTPException(415, f"send the form as {FORM}")
    form = Parameters.of(await body(request, LONGEST_FORM))
    if not hmac.compare_digest(form.get("token").encode(), request.app.state.token.encode()):
        raise HTTPException(403, "the page is out of date; open it again")
    return form


def _places(known: Knowledge, id: str) -> list[Citation]:
    """The sentences that name a thing, a few of them."""
    return list(dict.fromkeys(report.citation for report in timeline(known.view, id).reports))[:EVIDENCE_SHOWN]


def _questions(request: Request) -> tuple[Question, ...]:
    known: Knowledge = request.app.state.knowledge
    return questions(known.graph.candidates, known.graph, read_decisions(request.app.state.settings.decisions))
