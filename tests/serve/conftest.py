"""A small build, an application over it, and the same on a port of this machine."""

from __future__ import annotations

import threading
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from kg.export import write_build
from kg.model import KnowledgeGraph
from kg.serve import Settings, create_app
from tests.export.make import small_graph

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from starlette.testclient import TestClient

BASE = "http://127.0.0.1"


@contextmanager
def client_of(folder: Path, settings: Settings | None = None) -> Iterator[TestClient]:
    app = create_app(folder, settings or Settings(workers=1))
    with TestClient(app, base_url=BASE, raise_server_exceptions=False, follow_redirects=False) as client:
        yield client


@contextmanager
def on_a_port(app: Any) -> Iterator[str]:
    """The application behind uvicorn on a free port of the loopback."""
    import uvicorn

    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[[KnowledgeGraph], Path]:
    def write(graph: KnowledgeGraph) -> Path:
        folder = tmp_path_factory.mktemp("build") / "out"
        write_build(graph, folder)
        return folder

    return write


@pytest.fixture(scope="session")
def small_build(built: Callable[[KnowledgeGraph], Path]) -> Path:
    return built(small_graph())


@pytest.fixture(scope="session")
def client(small_build: Path) -> Iterator[TestClient]:
    with client_of(small_build) as opened:
        yield opened


@pytest.fixture(scope="session")
def live(small_build: Path) -> Iterator[str]:
    """The address of a running server."""
    with on_a_port(create_app(small_build, Settings(workers=1))) as address:
        yield address
