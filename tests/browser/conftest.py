"""A Chromium with the network off, and pages opened in it that tell on every error and request."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.export.web_page import WebPage
from kg.model import KnowledgeGraph
from tests.export.make import small_graph


class Visit:
    """An opened page, with everything it complained about and asked for."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.complaints: list[str] = []
        self.requests: list[str] = []
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", lambda dialog: self.complaints.append(f"dialog: {dialog.message}"))
        page.on("request", lambda request: self.requests.append(request.url))

    def open(self, path: Path, fragment: str = "") -> Visit:
        self.page.goto(path.as_uri() + fragment)
        self.page.wait_for_function("document.documentElement.dataset.ready")
        return self

    def panel(self) -> str:
        return str(self.page.locator("#panel").inner_text())

    def shown(self) -> list[str]:
        """The ids of the nodes in the picture, sorted."""
        return sorted(self.page.evaluate("zerentu.view.nodes.map((node) => node.id)"))

    def point_of(self, entity: str) -> tuple[float, float]:
        """Where a node stands on the screen."""
        box = self.page.locator("#canvas").bounding_box()
        inside = self.page.evaluate("(id) => zerentu.canvas.network.canvasToDOM(zerentu.canvas.byId.get(id))", entity)
        return box["x"] + inside["x"], box["y"] + inside["y"]

    def find(self, text: str) -> None:
        """Type into the search field and take the first thing offered."""
        self.page.locator("#search").fill(text)
        self.page.keyboard.press("Enter")


@pytest.fixture
def visit(browser: Any) -> Iterator[Callable[..., Visit]]:
    contexts = []

    def begin(width: int = 1300, height: int = 800, **options: Any) -> Visit:
        context = browser.new_context(viewport={"width": width, "height": height}, offline=True, **options)
        contexts.append(context)
        return Visit(context.new_page())

    yield begin
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def write(tmp_path_factory: pytest.TempPathFactory) -> Callable[[KnowledgeGraph], Path]:
    def to_file(graph: KnowledgeGraph) -> Path:
        path = tmp_path_factory.mktemp("page") / "graph.html"
        WebPage().write(graph, path, None)
        return path

    return to_file


@pytest.fixture(scope="session")
def small_page(write: Callable[[KnowledgeGraph], Path]) -> Path:
    return write(small_graph())
