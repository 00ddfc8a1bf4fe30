"""Documents that try to be a program: everything in them shows as text and does nothing."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.model import Evidence, KnowledgeGraph, TaskRow, Text
from tests.browser.conftest import Visit
from tests.export.make import PLANNING, STORAGE, small_graph

pytestmark = pytest.mark.browser

ATTACKS = (
    "<script>window.hacked=1</script>",
    "</script><script>window.hacked=1</script>",
    "<img src=x onerror=window.hacked=1>",
    '"><svg onload=window.hacked=1>',
    "javascript:window.hacked=1",
    "{{constructor.constructor('window.hacked=1')()}}",
    "<!--<script>",
    "${window.hacked=1}\u2028`'\\",
    "=HYPERLINK('window.hacked')",
)


def hostile_graph(attack: str) -> KnowledgeGraph:
    graph = small_graph()
    entities = tuple(
        entity.model_copy(update={"name": f"{attack}{entity.name}", "aliases": (attack,), "keys": (attack,)})
        for entity in graph.entities
    )
    rows = tuple(_hostile_row(row, attack) for row in graph.rows)
    facts = tuple(
        fact.model_copy(
            update={
                "evidence": Evidence(part="task", start=0, end=len(attack), source_start=0, source_end=1, quote=attack),
                "object_name": attack,
                "role": attack,
                "period": attack,
                "method": attack,
            }
        )
        for fact in graph.facts
    )
    documents = tuple(document.model_copy(update={"title": attack, "period": attack}) for document in graph.documents)
    links = tuple(link.model_copy(update={"reason": attack}) for link in graph.links)
    return graph.model_copy(
        update={"entities": entities, "rows": rows, "facts": facts, "documents": documents, "links": links}
    )


def _hostile_row(row: TaskRow, attack: str) -> TaskRow:
    parts = {part: Text(value=attack + text.value) for part, text in row.parts.items()}
    return row.model_copy(update={"parts": parts, "section": attack, "item": attack, "number": attack})


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_shows_as_text_and_does_nothing(
    visit: Callable[..., Visit], write: Callable[[KnowledgeGraph], Path], attack: str
) -> None:
    opened = visit(accept_downloads=True).open(write(hostile_graph(attack)))
    for selection in (["node", PLANNING.id], ["edge", PLANNING.id, STORAGE.id], ["row", "甲区.txt", "r001"]):
        opened.page.evaluate("([kind, ...ids]) => zerentu.act.select({ kind, ids })", selection)
        assert attack in opened.page.locator("#panel").text_content()
    opened.page.locator("#search").fill(attack)
    assert attack in opened.page.locator("#search-list").text_content()
    opened.page.locator("#tab-list").click()
    opened.page.locator("#save-menu summary").click()
    with opened.page.expect_download() as download:
        opened.page.locator("#save-csv").click()
    cells = [
        cell for row in csv.reader(io.StringIO(Path(download.value.path()).read_text("utf-8-sig"))) for cell in row
    ]
    assert any(attack in cell for cell in cells)
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)
    assert opened.page.evaluate("window.hacked") is None
    assert opened.page.evaluate("document.querySelectorAll('#panel script, #panel img, #search-list img').length") == 0
    assert opened.complaints == []
    assert len(opened.requests) <= 2


def test_a_hostile_address_does_nothing(visit: Callable[..., Visit], small_page: Path) -> None:
    fragment = (
        "#view=<script>&add=__proto__,constructor&pin=__proto__:1:2&sel=node~<img src=x onerror=alert(1)>&at=a,b,c"
    )
    opened = visit().open(small_page, fragment)
    assert opened.complaints == []
    assert len(opened.shown()) > 3
