"""Style sheets and scripts: our own files, the explorer's modules, vis-network from the installed package."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kg.export.page.assemble import SOURCE, vis_network

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

STATIC = Path(__file__).parent / "static"
TYPES = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8"}


async def static(request: Request) -> Response:
    """One file. Raises a 404 for a name that is none of ours."""
    from starlette.exceptions import HTTPException
    from starlette.responses import Response

    name = request.path_params["name"]
    if name not in names():
        raise HTTPException(404, f"no file {name}")
    kept = "public, max-age=31536000, immutable" if "v=" in request.url.query else "no-cache"
    return Response(content(name), headers={"Content-Type": TYPES[Path(name).suffix], "Cache-Control": kept})


@cache
def names() -> frozenset[str]:
    """The files that there are."""
    return frozenset({path.name for path in STATIC.iterdir()} | {"explore.css", "explore.js", "vis-network.js"})


@cache
def content(name: str) -> bytes:
    """The bytes of a file; style sheets begin with the project's colours and sizes."""
    from kg.serve.explorer import explorer_script, explorer_style

    if name == "vis-network.js":
        return vis_network().encode("utf-8")
    if name == "explore.js":
        return explorer_script().encode("utf-8")
    if name == "explore.css":
        return explorer_style().encode("utf-8")
    text = (STATIC / name).read_text("utf-8")
    return (tokens() + text if name == "site.css" else text).encode("utf-8")


def tokens() -> str:
    """Colours and sizes, light and dark: the same as in the explorer's one-file page."""
    dark = " ".join((SOURCE / "dark.css").read_text("utf-8").split("\n"))
    return (SOURCE / "tokens.css").read_text("utf-8").replace("{{dark}}", dark)


@cache
def version(name: str) -> str:
    """A short digest of a file's content."""
    return hashlib.sha256(content(name)).hexdigest()[:10]
