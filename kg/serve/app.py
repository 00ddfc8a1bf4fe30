"""Puts the server together: routes, guards, one build."""

from __future__ import annotations

import secrets
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import KgError
from kg.serve import (
    api,
    assets,
    developments,
    explorer,
    failures,
    graph_store,
    protocol,
    reader,
    review,
    search,
    tables,
    things,
)
from kg.serve import home as home_page
from kg.serve import query_page as query
from kg.serve.guard import Guard
from kg.serve.knowledge import Knowledge
from kg.serve.settings import Settings
from kg.serve.suggestions import Suggestions
from kg.serve.workers import Workers

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.middleware import Middleware
    from starlette.routing import Route


def create_app(folder: Path, settings: Settings | None = None) -> Starlette:
    """A build as an ASGI application, which can also be mounted below a path of another one.

    Raises `BuildNotFound` where the folder holds no build.
    """
    from starlette.applications import Starlette
    from starlette.exceptions import HTTPException
    from starlette.middleware import Middleware

    settings = settings or Settings()
    workers = Workers(folder, settings)

    @asynccontextmanager
    async def life(app: Starlette) -> AsyncIterator[None]:
        workers.start()
        threading.Thread(target=warm, args=(app,), daemon=True).start()
        yield
        workers.close()

    app = Starlette(
        routes=_routes(),
        lifespan=life,
        middleware=[Middleware(Guard, settings=settings), *_cross_origin(settings)],
        exception_handlers={
            HTTPException: failures.of_http,
            KgError: failures.of_error,
            Exception: failures.of_unknown,
        },
    )
    app.router.redirect_slashes = False
    app.state.settings = settings
    app.state.knowledge = Knowledge(folder)
    app.state.workers = workers
    app.state.suggestions = Suggestions(app.state.knowledge)
    app.state.token = secrets.token_urlsafe(24)
    return app


def warm(app: Starlette) -> None:
    """Make what the first visitors would wait for: lookups, the explorer's content, templates, the questions' index."""
    from kg.serve.page import environment

    known: Knowledge = app.state.knowledge
    for name in environment().list_templates(extensions=["html"]):
        environment().get_template(name)
    home_page.summary(known)
    app.state.suggestions.find("_")
    search.answered(known, "谁负责什么？")
    _ = known.slices
    developments.prepare(known)


def _routes() -> list[Route]:
    from starlette.routing import Route

    return [
        Route("/", home_page.home),
        Route("/sparql", protocol.sparql, methods=["GET", "POST"]),
        Route("/data", graph_store.data),
        Route("/id/{local:path}", things.thing),
        Route("/ontology", things.vocabulary),
        Route("/document/{name:path}", reader.document),
        Route("/search", search.search),
        Route("/compare", tables.compare_areas),
        Route("/matrix", tables.matrix),
        Route("/timeline", tables.timeline_page),
        Route("/changes", developments.developments),
        Route("/review", review.show),
        Route("/review", review.decide, methods=["POST"]),
        Route("/query", query.editor),
        Route("/explore", explorer.explore),
        Route("/api/suggest", api.suggest),
        Route("/api/ask", api.answer),
        Route("/api/graph", api.around),
        Route("/api/vocabulary", api.vocabulary),
        Route("/static/{name}", assets.static),
    ]


def _cross_origin(settings: Settings) -> list[Middleware]:
    from starlette.middleware import Middleware
    from starlette.middleware.cors import CORSMiddleware

    if not settings.origins:
        return []
    return [
        Middleware(
            CORSMiddleware,
            allow_origins=list(settings.origins),
            allow_methods=["GET", "POST"],
            allow_headers=["Accept", "Content-Type"],
        )
    ]
