"""The explorer over the live graph: the one-file page's own modules, and one that loads what is asked for."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kg.export.page.assemble import SCRIPTS, SOURCE, embedded_json, script_of, style_sheet
from kg.serve.page import Links

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

LIBRARY, SCRIPT = "<script>{{library}}</script>", "<script>{{script}}</script>"
STYLE = "<style>{{style}}</style>"
POLICY_START = '<meta http-equiv="Content-Security-Policy"'


async def explore(request: Request) -> Response:
    """The explorer, with its opening picture in it."""
    from anyio import to_thread
    from starlette.responses import HTMLResponse

    known = request.app.state.knowledge
    slices = await to_thread.run_sync(lambda: known.slices)
    links = Links(request, known)
    opening = {**slices.opening(), "base": links.base}
    filled = _frame()
    for mark, text in (
        (STYLE, f'<link rel="stylesheet" href="{links.static("explore.css")}">'),
        (LIBRARY, f'<script src="{links.static("vis-network.js")}"></script>'),
        (SCRIPT, f'<script src="{links.static("explore.js")}"></script>'),
    ):
        filled = filled.replace(mark, text)
    return HTMLResponse(filled.replace("{{knowledge}}", embedded_json(opening)))


@cache
def _frame() -> str:
    """The one-file page without its own policy: the server sends one as a header."""
    lines = (SOURCE / "page.html").read_text("utf-8").splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(POLICY_START))


def explorer_style() -> str:
    """The style of the one-file page."""
    return style_sheet() + (_here("live.css"))


def explorer_script() -> str:
    """The modules of the one-file page, those of ours before and after them."""
    script = script_of(SCRIPTS)
    opened, closed = '"use strict";', "})();"
    start, end = script.index(opened) + len(opened), script.rindex(closed)
    return script[:start] + _here("live_before.js") + script[start:end] + _here("live.js") + script[end:]


def _here(name: str) -> str:
    from kg.serve.assets import STATIC

    return "\n" + (STATIC / name).read_text("utf-8")
