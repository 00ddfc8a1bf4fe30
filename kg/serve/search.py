"""The search page: names that match, rows that hold the words, and the answer where a question was asked."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from kg.ask import Answer, ask
from kg.graph.wording import Language
from kg.model import TEXT_PARTS, TaskRow
from kg.resolve.normal import normal
from kg.serve.knowledge import Knowledge
from kg.serve.page import Links, page, wording
from kg.serve.parameters import address

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

MOST_ROWS = 40
LONGEST = 300
ASKING = ("谁", "哪", "什么", "多少", "几", "吗", "怎", "何", "?", "？", "如何", "呢")


async def search(request: Request) -> Response:
    """What a text finds; one exact name leads to its page at once."""
    from anyio import to_thread
    from starlette.responses import RedirectResponse

    known: Knowledge = request.app.state.knowledge
    asked = address(request)
    text = asked.get("q").strip()[:LONGEST]
    exact = known.names.exact(text) if text and not asked.get("all") else []
    if len(exact) == 1:
        return RedirectResponse(Links(request, known).thing(exact[0].id), 303)
    answer = await to_thread.run_sync(answered, known, text, wording(request).language) if is_question(text) else None
    content = {
        "text": text,
        "answer": answer,
        "found": request.app.state.suggestions.find(text, 60) if text and not (answer and answer.understood) else [],
        "rows": _rows(known, text) if text and not (answer and answer.understood) else [],
        "exact": exact,
    }
    return page(request, "search.html", content)


def is_question(text: str) -> bool:
    """Whether a text asks something, rather than naming it.

    >>> is_question("区发改局负责哪些项目"), is_question("区发改局")
    (True, False)
    """
    return len(text) >= len("谁负责") and any(word in text for word in ASKING)


@lru_cache(maxsize=256)
def answered(known: Knowledge, text: str, language: Language = "zh") -> Answer:
    """The answer to a question, its remarks in the language of the reader."""
    return ask(known.graph, text, language)


def _rows(known: Knowledge, text: str) -> list[tuple[TaskRow, str, int]]:
    """Rows that hold the words: the row, the part and where in it they stand."""
    wanted = normal(text)
    if len(wanted) < 2:
        return []
    found: list[tuple[TaskRow, str, int]] = []
    for row in known.graph.rows:
        for part in TEXT_PARTS:
            at = row.text(part).find(wanted)
            if at >= 0:
                found.append((row, part, at))
                break
        if len(found) >= MOST_ROWS:
            break
    return found
