"""The explorer and the SPARQL service over a build, as an ASGI application."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg.serve.settings import Settings

if TYPE_CHECKING:
    from starlette.applications import Starlette

__all__ = ["Settings", "create_app"]


def create_app(folder: Path, settings: Settings | None = None) -> Starlette:
    """A build as an ASGI application, which can also be mounted below a path of another one.

    Raises `BuildNotFound` where the folder holds no build.
    """
    from kg.serve.app import create_app as create

    return create(folder, settings)
