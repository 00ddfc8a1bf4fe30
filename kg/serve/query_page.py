"""The page on which people write SPARQL, or fill in a saved question."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from kg.export.page.assemble import embedded_json
from kg.export.terms import NAMESPACES
from kg.serve.page import page, wording
from kg.store.saved import SavedQuery, saved_queries

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response


async def editor(request: Request) -> Response:
    """The editor; everything it needs to know stands in the page."""
    from markupsafe import Markup

    known, words = request.app.state.knowledge, wording(request)
    prefixes = {"kg": known.ontology_base, "id": known.entity_base, **NAMESPACES}
    saved = [_saved(one, words.language == "zh") for one in _all_saved()]
    setup = Markup(embedded_json({"prefixes": prefixes, "saved": saved, "lang": words.language}))
    return page(request, "query.html", {"saved": saved, "setup": setup, "prefixes": prefixes})


@cache
def _all_saved() -> tuple[SavedQuery, ...]:
    return saved_queries()


def _saved(query: SavedQuery, chinese: bool) -> dict[str, Any]:
    """A saved question in the reader's language, its SPARQL without the opening remarks."""
    return {
        "name": query.name,
        "question": query.question_zh if chinese else query.question_en,
        "parameters": [
            {"name": one.name, "label": one.label_zh if chinese else one.label_en, "value": one.default}
            for one in query.parameters
        ],
        "sparql": query.sparql,
    }
