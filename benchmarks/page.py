"""How soon the explorer shows a picture, how smoothly it moves, how big it is: `python benchmarks/page.py [FOLDER]`.

Without a folder it makes graphs of 1,300, 5,000, 10,000 and 50,000 things; with one of documents it measures
their page; with `--compare SECONDS` beside the page that pyvis writes of the same graph by default. Needs a Chromium.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.export.web_page import WebPage
from kg.model import DocumentInfo, Entity, Evidence, Fact, KnowledgeGraph, Link, Place, TaskRow, Text, Unit

AREAS = "东南西北中上下前后左右新"
KINDS = ("Project", "Project", "Project", "Agency", "Company", "Park", "Institution", "Project")
CHROMIUM = ("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")
PAN_STEPS = 30


def made_graph(size: int) -> KnowledgeGraph:
    """A graph of about `size` things in the proportions of a real one, the same on every run."""
    areas = [_thing("Area", f"{AREAS[n % 12]}{AREAS[n // 12 % 12]}区{n}", None) for n in range(max(3, size // 300))]
    things = [_thing(KINDS[n % 8], f"{KINDS[n % 8]}{n}号设施", areas[n * 7 % len(areas)].id) for n in range(size)]
    agencies = [one for one in things if one.type == "Agency"]
    rows, facts = [], []
    for number, one in enumerate(one for one in things if one.type != "Agency"):
        for turn in range(1 + number % 2):
            owner = agencies[(number * 31 + turn * 17) % len(agencies)]
            rows.append(_row(len(rows), one, owner))
            facts.append(_fact(len(facts), rows[-1], owner, one))
    links = [_link(one.id, "jurisdiction", one.area) for one in agencies]
    documents = (DocumentInfo(name="made.txt", title="合成文件", format="txt", sha256="0" * 64, rows=len(rows)),)
    entities = tuple(sorted((*areas, *things), key=lambda one: one.id))
    return KnowledgeGraph(
        documents=documents, rows=tuple(rows), entities=entities, facts=tuple(facts), links=tuple(links)
    )


def _thing(type_: str, name: str, area: str | None) -> Entity:
    return Entity(id=f"{type_.lower()}-{name}", type=type_, name=name, area=area, documents=("made.txt",), keys=(name,))


def _row(number: int, thing: Entity, owner: Entity) -> TaskRow:
    text = f"加快推进{thing.name}建设，年内完成主体工程并投入使用。"
    return TaskRow(
        document="made.txt",
        row=f"r{number:05}",
        parts={"task": Text(value=text)},
        units=(Unit(name=owner.name, role="lead", source_start=0, source_end=1),),
        place=Place(document="made.txt", line=number + 1),
    )


def _fact(number: int, row: TaskRow, owner: Entity, thing: Entity) -> Fact:
    quote = row.text("task")
    evidence = Evidence(part="task", start=0, end=len(quote), source_start=0, source_end=1, quote=quote)
    names = {"subject": owner.name, "subject_name": owner.name, "object": thing.name, "object_name": thing.name}
    ends = {"subject_entity": owner.id, "object_entity": thing.id, "predicate": "responsibleFor", "role": "lead"}
    return Fact.model_validate(
        {"id": f"s{number}", "document": row.document, "row": row.row, **names, **ends}
        | {"evidence": evidence, "period": "2023", "method": "made", "confidence": 0.9}
    )


def _link(subject: str, predicate: str, target: str | None) -> Link:
    return Link(subject=subject, predicate=predicate, object=target or "", reason="", confidence=1.0)


def default_page(graph: KnowledgeGraph, path: Path) -> None:
    """What pyvis gives of the same things and relations when nothing is set, its in-line scripts included."""
    from pyvis.network import Network

    network = Network(cdn_resources="in_line")
    known = {entity.id for entity in graph.entities}
    for entity in graph.entities:
        network.add_node(entity.id, label=entity.name)
    for fact in graph.facts:
        if fact.object_entity in known:
            network.add_edge(fact.subject_entity, fact.object_entity)
    for link in graph.links:
        network.add_edge(link.subject, link.object)
    path.write_text(network.generate_html(notebook=False), encoding="utf-8")


STABLE = """() => new Promise((done) => {
  const begin = () => { if (typeof network === 'undefined') return setTimeout(begin, 20);
    network.on('stabilizationIterationsDone', () => requestAnimationFrame(() => done(performance.now()))); };
  begin(); })"""
READY = """() => new Promise((done) => {
  const look = () => document.documentElement.dataset.ready
    ? requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))) : setTimeout(look, 5);
  look(); })"""
FRAME = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def first_picture(browser: Any, path: Path, script: str, limit: float) -> float:
    """Seconds from the call to a picture that stands still."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.set_default_timeout(limit * 1000)
    try:
        page.goto(path.as_uri(), wait_until="commit")
        return float(page.evaluate(script)) / 1000
    except Exception as error:
        print(f"  not within {limit:.0f} s ({type(error).__name__})")
        return limit
    finally:
        page.close()


def pan_step(browser: Any, path: Path, view: str) -> tuple[float, int]:
    """Milliseconds of a pan step with the mouse, drawing included, and how many nodes were in the picture."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(f"{path.as_uri()}#view={view}")
    page.wait_for_function("document.documentElement.dataset.ready")
    page.evaluate(FRAME)
    shown = int(page.evaluate("zerentu.view.nodes.length"))
    box = page.locator("#canvas").bounding_box()
    spent = [_drag(page, box) for _ in range(3)]
    page.close()
    return min(spent), shown


def _drag(page: Any, box: dict[str, float]) -> float:
    x, y = box["x"] + 12, box["y"] + 12
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate(DRAWING_TIME)
    for step in range(PAN_STEPS):
        page.mouse.move(x + 3 * step, y + 2 * step)
        page.evaluate(FRAME)
    page.mouse.up()
    times = sorted(page.evaluate("window.drawingTimes"))
    return float(times[len(times) // 2])


DRAWING_TIME = """() => {
  window.drawingTimes = [];
  const { network } = zerentu.canvas;
  let began = 0;
  network.on('initRedraw', () => { began = performance.now(); });
  network.on('afterDrawing', (context) => {
    context.getImageData(0, 0, 1, 1);
    window.drawingTimes.push(performance.now() - began);
  });
}"""


def graphs(folder: Path | None, sizes: list[int]) -> Iterator[tuple[str, KnowledgeGraph]]:
    if folder is None:
        yield from ((f"made, {size:,} things", made_graph(size)) for size in sizes)
        return
    from kg.pipeline import build_graph

    yield str(folder), build_graph([folder]).graph


def measure(browser: Any, name: str, graph: KnowledgeGraph, folder: Path, compare: float) -> None:
    ours, default = folder / "graph.html", folder / "default.html"
    began = time.perf_counter()
    WebPage().write(graph, ours, None)
    print(f"{name}: {len(graph.entities):,} things, {len(graph.facts):,} statements")
    print(f"  written in {time.perf_counter() - began:.2f} s, {ours.stat().st_size / 1e6:.2f} MB")
    seconds = sorted(first_picture(browser, ours, READY, 60) for _ in range(3))[1]
    print(f"  first picture after {seconds:.2f} s")
    for view in ("overview", "all"):
        step, shown = pan_step(browser, ours, view)
        print(f"  pan step, view {view} ({shown:,} nodes): {step:.1f} ms")
    if compare:
        default_page(graph, default)
        theirs = first_picture(browser, default, STABLE, compare)
        print(f"  default pyvis page: {theirs:.1f} s to a picture that stands still, {theirs / seconds:.0f} times ours")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, help="documents whose graph is measured")
    parser.add_argument("--sizes", type=int, nargs="*", default=[1300, 5000, 10000, 50000])
    parser.add_argument("--compare", type=float, default=0, help="seconds to wait for the default pyvis page (0: none)")
    chosen = parser.parse_args()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as tools, tempfile.TemporaryDirectory() as folder:
        chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
        browser = tools.chromium.launch(executable_path=chromium, args=list(CHROMIUM))
        for name, graph in graphs(chosen.folder, chosen.sizes):
            measure(browser, name, graph, Path(folder), chosen.compare)
        browser.close()


if __name__ == "__main__":
    main()
