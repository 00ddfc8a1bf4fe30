"""Puts the page's one file together: shell, style, the graph's content, vis-network, our scripts.

vis-network is read from the installed pyvis package at writing time; nothing of it is in this project. The page names
no address it could fetch from, and a content security policy with the digests of exactly these scripts and this style
forbids the browser everything else.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from kg.errors import OutputError

SOURCE = Path(__file__).parent / "source"

SCRIPTS = (
    "dom", "language", "model", "state", "search", "filters", "paths", "groups", "view", "drawing", "canvas",
    "panel_parts", "panel_entity", "panel_row", "panel_other", "search_box", "filter_form", "save",
    "keys", "actions", "frame", "main",
)  # fmt: skip
"""The modules of `source/js` in the order in which they are put one after the other."""


def render(content: Mapping[str, Any]) -> str:
    """The whole page as text; the same content gives the same text."""
    style, script, library = style_sheet(), script_of(SCRIPTS), vis_network()
    filling = {
        "policy": _policy(style, [library, script]),
        "style": style,
        "knowledge": embedded_json(content),
        "library": library,
        "script": script,
    }
    page = (SOURCE / "page.html").read_text("utf-8")
    pieces = page.split("{{")
    filled = [pieces[0]]
    for piece in pieces[1:]:
        name, rest = piece.split("}}", 1)
        filled += [filling[name], rest]
    return "".join(filled)


def style_sheet(*names: str) -> str:
    """The style of the page: the tokens (both themes) and the named sheets, `page.css` unless said otherwise."""
    tokens = (SOURCE / "tokens.css").read_text("utf-8")
    dark = " ".join((SOURCE / "dark.css").read_text("utf-8").split("\n"))
    sheets = [(SOURCE / name).read_text("utf-8") for name in names or ("page.css",)]
    return "\n".join([tokens.replace("{{dark}}", dark), *sheets])


def script_of(names: tuple[str, ...]) -> str:
    """The named modules of `source/js` as one script that leaves nothing behind in the global scope."""
    words = json.dumps(
        json.loads((SOURCE / "words.json").read_text("utf-8")), ensure_ascii=False, separators=(",", ":")
    )
    modules = [(SOURCE / "js" / f"{name}.js").read_text("utf-8") for name in names]
    return "\n".join(['(() => {\n"use strict";', f"const WORDS = {words};", *modules, "})();\n"])


def embedded_json(content: object) -> str:
    """JSON that may stand inside a script element: no `<`, so nothing in it can end that element or begin a comment.

    >>> embedded_json(["</script>"])
    '["\\\\u003c/script>"]'
    """
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def vis_network() -> str:
    """The script of vis-network that comes with the installed pyvis, the newest of those it carries."""
    spec = find_spec("pyvis")
    folder = Path(spec.origin).parent if spec and spec.origin else Path()
    found = sorted(folder.glob("templates/lib/vis-*/vis-network.min.js"), key=lambda path: _version(path.parent.name))
    if not found:
        raise OutputError(
            "graph.html needs vis-network from the package pyvis, which is not there; install pyvis 0.3.2"
        )
    script = found[-1].read_text("utf-8").replace("</script", "<\\/script")
    return "\n".join(line for line in script.split("\n") if not line.startswith("//# sourceMappingURL="))


def _version(folder: str) -> list[int]:
    return [int(number) for number in folder.removeprefix("vis-").split(".") if number.isdigit()]


def _policy(style: str, scripts: list[str]) -> str:
    digests = " ".join(_digest(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {digests}; style-src {_digest(style)}; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii") + "'"
