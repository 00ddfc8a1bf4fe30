"""Pages from templates: escaped throughout, in the reader's language and colours, below wherever the app is mounted."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from kg.serve.parameters import Parameters
from kg.serve.wording import Language, Wording

if TYPE_CHECKING:
    from jinja2 import Environment
    from starlette.requests import Request
    from starlette.responses import Response

    from kg.graph.view import Citation
    from kg.model import Fact
    from kg.serve.knowledge import Knowledge

TEMPLATES = Path(__file__).parent / "templates"
YEAR_SECONDS = 365 * 24 * 3600
SIDES = (
    *("say", "sentence", "finding", "term", "inverse", "stage", "status", "sector", "function"),
    *("period", "part", "role", "manner", "basis", "aside"),
)


def page(
    request: Request,
    template: str,
    content: Mapping[str, Any],
    status: int = 200,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """A page in the language and theme that the reader chose."""
    from starlette.responses import HTMLResponse

    text = environment().get_template(template).render(_context(request) | dict(content))
    response = HTMLResponse(text, status, {"Vary": "Accept, Cookie", **(headers or {})})
    if chosen := _chosen_language(request):
        path = request.scope.get("root_path", "") + "/"
        response.set_cookie("lang", chosen, max_age=YEAR_SECONDS, path=path, samesite="lax", httponly=True)
    return response


def _context(request: Request) -> dict[str, Any]:
    """What every page knows: its words, its links, the build."""
    words = wording(request)
    knowledge: Knowledge = request.app.state.knowledge
    links = Links(request, knowledge)
    theme = request.cookies.get("theme")
    return {
        **{name: getattr(words, name) for name in SIDES},
        "lang": words.language,
        "theme": theme if theme in ("light", "dark") else "",
        "to": links,
        "known": knowledge,
        "view": knowledge.view,
        "here": request.url.path,
        "other_language": links.same(lang="zh" if words.language == "en" else "en"),
        "allow_review": request.app.state.settings.allow_review,
    }


def wording(request: Request) -> Wording:
    """The words in the reader's language."""
    language = _chosen_language(request) or ("en" if request.cookies.get("lang") == "en" else "zh")
    return Wording(language)


def _chosen_language(request: Request) -> Language | None:
    """The language that the address itself asks for."""
    asked = Parameters.of(request.scope["query_string"]).get("lang")
    return "en" if asked == "en" else "zh" if asked == "zh" else None


class Links:
    """Addresses of pages, below the path where the app is mounted."""

    def __init__(self, request: Request, knowledge: Knowledge) -> None:
        self.base: str = request.scope.get("root_path", "")
        self._request = request
        self._knowledge = knowledge

    def __call__(self, path: str, **values: object) -> str:
        """A path of ours with parameters; empty ones are left out."""
        asked = urlencode([(name, str(value)) for name, value in values.items() if value not in (None, "")])
        return f"{self.base}{path}" + (f"?{asked}" if asked else "")

    def same(self, **values: str) -> str:
        """This very page with some parameters changed."""
        pairs = dict(Parameters.of(self._request.scope["query_string"]).pairs) | values
        path = self._request.scope["path"].removeprefix(self.base)
        return self(quote(path), **pairs)

    def thing(self, id: str) -> str:
        """The page of a thing, task, document or statement."""
        return f"{self.base}/id/{quote(id)}"

    def document(self, name: str, row: str = "", **values: object) -> str:
        """The reader of a document, at a row."""
        path = self(f"/document/{quote(name, safe='')}", row=row, **values)
        return f"{path}#{row}" if row else path

    def fact(self, fact: Fact) -> str:
        """Where the quote of a statement stands, lit up."""
        proof = fact.evidence
        return self.document(fact.document, fact.row, lit=f"{proof.part}:{proof.start}:{proof.end}")

    def citation(self, cited: Citation) -> str:
        """Where the words of a citation stand, lit up."""
        row = self._knowledge.view.rows.get((cited.document, cited.row))
        start = row.text(cited.part).find(cited.quote) if row and cited.quote else -1
        lit = f"{cited.part}:{start}:{start + len(cited.quote)}" if start >= 0 else f"{cited.part}:0:0"
        return self.document(cited.document, cited.row, lit=lit)

    def static(self, name: str) -> str:
        """A style sheet or script; its address changes with its content, so that browsers may keep it."""
        from kg.serve.assets import version

        return self(f"/static/{name}", v=version(name))


@cache
def environment() -> Environment:
    """The templates, compiled when first used; everything is escaped, an unknown name is an error."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

    made = Environment(
        loader=FileSystemLoader(TEMPLATES, encoding="utf-8"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters["clip"] = clip
    made.filters["number"] = lambda value: f"{value:,}"
    return made


def clip(text: str, length: int = 60) -> str:
    """A text cut to a length, with … where something was left out.

    >>> clip("区发展和改革局", 4)
    '区发展…'
    """
    return text if len(text) <= length else text[: length - 1] + "…"
