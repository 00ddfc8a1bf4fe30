"""The served pages in a real browser: nothing complains, nothing leaves the machine, evidence is two clicks away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from kg.model import KnowledgeGraph
from kg.resolve.decisions import read_decisions
from kg.serve import Settings, create_app
from tests.browser.test_hostile import ATTACKS, hostile_graph
from tests.export.make import ALPHA, FIRM, LEADER, OTHER, PARK, PLANNING, STORAGE, small_graph
from tests.serve.conftest import on_a_port

pytestmark = pytest.mark.browser

PAGES = (
    *(
        "/",
        "/timeline",
        "/changes",
        "/matrix",
        "/compare",
        "/query",
        "/review",
        "/ontology",
        "/search?q=储能&all=1",
        "/nothing",
    ),
    *(f"/id/{one.id}" for one in (PLANNING, STORAGE, OTHER, FIRM, PARK, LEADER)),
    f"/document/{quote(ALPHA)}?row=r001&lit=task:2:9#r001",
)
REFUSED = "Failed to load resource: the server responded with a status of 404 (Not Found)"


class Reader:
    """A person with a browser: what the pages complained about, and whom they asked."""

    def __init__(self, page: Any, base: str) -> None:
        self.page, self.base = page, base
        self.complaints: list[str] = []
        self.elsewhere: list[str] = []
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", lambda dialog: self.complaints.append(dialog.message))
        page.on("request", lambda request: self._see(request.url))

    def _see(self, url: str) -> None:
        if not url.startswith((self.base, "data:", "blob:")):
            self.elsewhere.append(url)

    def open(self, path: str) -> Reader:
        self.page.goto(self.base + path)
        return self

    def explore(self, fragment: str = "") -> Reader:
        self.open(f"/explore{fragment}")
        self.until("document.documentElement.dataset.ready")
        return self

    def until(self, expression: str) -> None:
        """Wait in steps from outside: playwright's own waiting needs `eval`, which the pages forbid."""
        for _ in range(200):
            if self.page.evaluate(expression):
                return
            self.page.wait_for_timeout(50)
        raise AssertionError(f"{expression} did not come true")


@pytest.fixture
def reader(browser: Any, live: str) -> Iterator[Callable[..., Reader]]:
    contexts: list[Any] = []

    def begin(base: str = live, width: int = 1300, height: int = 800, **options: Any) -> Reader:
        contexts.append(browser.new_context(viewport={"width": width, "height": height}, **options))
        return Reader(contexts[-1].new_page(), base)

    yield begin
    for context in contexts:
        context.close()


@pytest.mark.parametrize("path", PAGES)
def test_pages_open_without_complaint_and_fit_a_narrow_phone(reader: Callable[..., Reader], path: str) -> None:
    one = reader(width=320).open(path)
    one.page.wait_for_load_state("networkidle")
    assert ([c for c in one.complaints if c != REFUSED or path != "/nothing"], one.elsewhere) == ([], [])
    assert one.page.evaluate("document.documentElement.scrollWidth - innerWidth") == 0


def test_from_question_to_answer_to_the_lit_quote(reader: Callable[..., Reader]) -> None:
    one = reader().open("/")
    one.page.get_by_role("combobox").fill("谁负责100兆瓦储能电站？")
    one.page.keyboard.press("Enter")
    one.page.locator(".said").wait_for()
    assert "区发改局" in one.page.locator(".said").first.inner_text()
    one.page.locator(".quote a").first.click()
    lit = one.page.locator(".row.wanted mark, .row.wanted .inline.lit").first
    lit.wait_for()
    assert lit.evaluate("e => { const b = e.getBoundingClientRect(); return b.top > 0 && b.bottom < innerHeight; }")
    assert one.complaints == []


def test_typing_offers_names_by_pinyin_and_the_keyboard_takes_one(reader: Callable[..., Reader]) -> None:
    one = reader().open("/")
    one.page.keyboard.press("/")
    one.page.keyboard.type("jiaqufazhan")
    one.page.locator("[role=option]", has_text=PLANNING.name).wait_for()
    one.page.keyboard.press("ArrowDown")
    one.page.keyboard.press("Enter")
    one.page.wait_for_url(f"**/id/{PLANNING.id}")
    assert one.page.locator("h1").inner_text() == PLANNING.name


def test_theme_and_language_are_remembered(reader: Callable[..., Reader]) -> None:
    one = reader().open("/")
    one.page.locator("#theme").click()
    one.page.get_by_role("link", name="English").click()
    one.open("/matrix")
    assert one.page.evaluate("[document.documentElement.dataset.theme, document.documentElement.lang]") == [
        "dark",
        "en",
    ]


def test_the_slider_asks_for_another_time(
    reader: Callable[..., Reader], built: Callable[[KnowledgeGraph], Path]
) -> None:
    graph = small_graph()
    documents = tuple(info.model_copy(update={"reviews": None}) for info in graph.documents)
    folder = built(graph.model_copy(update={"documents": documents}))
    with on_a_port(create_app(folder, Settings(workers=1))) as base:
        one = reader(base).open(f"/timeline?area={STORAGE.area}")
        assert one.page.locator(".step").all_inner_texts() == ["建成投用", "主体完工"]
        one.page.locator("input[type=range]").focus()
        one.page.keyboard.press("Home")
        one.page.wait_for_url("**as_of=2023")
        assert one.page.locator(".step").all_inner_texts() == ["建成投用"]


def test_a_saved_question_is_filled_in_run_shared_and_saved(reader: Callable[..., Reader]) -> None:
    one = reader().open("/query")
    one.page.locator("#saved button", has_text="某单位负责哪些项目").click()
    one.page.locator("#parameters input").fill('甲区发展和改革局"\\ <b>')
    one.page.locator("#run").click()
    one.page.locator("#result .soft").wait_for()
    one.page.locator("#parameters input").fill("甲区发展和改革局")
    one.page.locator("#run").click()
    one.page.locator("#result td", has_text=STORAGE.name).first.wait_for()
    with one.page.expect_download() as saving:
        one.page.locator("#csv").click()
    assert STORAGE.name in Path(saving.value.path()).read_text("utf-8")
    other = reader().open(one.page.url.removeprefix(one.base))
    other.page.locator("#result td", has_text=STORAGE.name).first.wait_for()
    assert one.complaints + other.complaints == []


def test_answers_are_drawn_as_table_graph_and_chart(reader: Callable[..., Reader]) -> None:
    one = reader().open("/query#saved=19-busiest-units")
    one.page.locator("#result td", has_text=PLANNING.name).wait_for()
    one.page.locator("[data-view=chart]").click()
    assert one.page.locator("#result .column").count() > 0
    one.page.locator("#sparql").fill(f"DESCRIBE id:{PLANNING.id}")
    one.page.keyboard.press("Control+Enter")
    one.page.locator("#result svg .node").first.wait_for()
    assert one.complaints == []


def test_a_wrong_query_says_what_is_wrong(reader: Callable[..., Reader]) -> None:
    one = reader().open("/query")
    one.page.locator("#sparql").fill("SELECT ?x WHERE { <b>oops")
    one.page.locator("#run").click()
    one.page.locator("[role=alert]").wait_for()
    assert "not SPARQL" in one.page.locator("[role=alert]").inner_text()


def test_completion_finds_terms_by_chinese_labels(reader: Callable[..., Reader]) -> None:
    one = reader().open("/query")
    one.page.locator("#sparql").fill("SELECT * { ?u 牵头")
    one.page.keyboard.press("Control+Space")
    one.page.locator("#completions li", has_text="kg:leads").first.click()
    assert "kg:leads" in one.page.locator("#sparql").input_value()


def test_the_explorer_loads_what_is_asked_for(reader: Callable[..., Reader]) -> None:
    one = reader().explore()
    before = one.page.evaluate("zerentu.graph.entities.length")
    one.page.locator("#search").fill("东海大学")
    one.page.locator("#finder [role=option]", has_text="东海大学").wait_for()
    one.page.keyboard.press("Enter")
    one.page.locator("#panel h2", has_text="东海大学").wait_for()
    one.page.locator("#panel a.dossier").wait_for()
    one.until(f"zerentu.graph.entities.length >= {before}")
    assert (one.complaints, one.elsewhere) == ([], [])


def test_an_address_of_the_explorer_brings_back_what_was_seen(reader: Callable[..., Reader]) -> None:
    one = reader().explore(f"#view=focus&center={STORAGE.id}&sel=node~{STORAGE.id}")
    one.page.locator("#panel h2", has_text=STORAGE.name).wait_for()
    one.until(f"zerentu.view.nodes.some((node) => node.id === '{FIRM.id}')")
    one.page.locator("#panel .source").first.click()
    one.page.locator("#panel mark").first.wait_for()
    assert one.complaints == []


def test_a_pair_is_judged_in_the_page(reader: Callable[..., Reader], small_build: Path, tmp_path: Path) -> None:
    path = tmp_path / "decisions.csv"
    app = create_app(small_build, Settings(workers=1, allow_review=True, decisions=path, reviewer="李四"))
    with on_a_port(app) as base:
        one = reader(base).open("/review")
        one.page.get_by_role("button", name="不同").click()
        one.page.locator(".empty").wait_for()
        assert [decision.verdict for decision in read_decisions(path)] == ["different"]
        assert one.complaints == []


@pytest.mark.parametrize("attack", ATTACKS[:6])
def test_hostile_documents_do_nothing_but_show_as_text(
    reader: Callable[..., Reader], built: Callable[[KnowledgeGraph], Path], attack: str
) -> None:
    with on_a_port(create_app(built(hostile_graph(attack)), Settings(workers=1))) as base:
        one = reader(base)
        for path in (
            *(p for p in PAGES if p != "/nothing"),
            f"/search?q={quote(attack)}&all=1",
            "/explore",
            "/query#saved=44-other-names",
        ):
            one.open(path)
            one.page.wait_for_load_state("networkidle")
            assert (one.page.evaluate("window.hacked"), one.elsewhere) == (None, []), path
        assert one.complaints == []
        one.open(f"/id/{STORAGE.id}")
        assert attack.split("\u2028")[0] in one.page.locator("h1").inner_text()
