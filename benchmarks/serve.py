"""How soon the server answers: `python benchmarks/serve.py BUILD` (a folder that `kg build` wrote).

Starts `kg serve` on a free port and measures over HTTP: every saved question (p50, p95 of the set, the slowest),
requests a second with several clients, the pages, and with `--browser` the first paint of pages in Chromium.
`--made N` builds a graph of about N things instead.
"""

from __future__ import annotations

import argparse
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import httpx

from kg.graph.load import load
from kg.store.saved import saved_queries

TARGET_P95, TARGET_PAINT = 50.0, 500.0
JSON = {"Accept": "application/sparql-results+json, text/turtle;q=0.9", "Content-Type": "application/sparql-query"}
PAGE = {"Accept": "text/html"}


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """`kg serve` on a free port, ended afterwards."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "kg", "serve", "--graph", str(folder), "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    base = f"http://127.0.0.1:{port}"
    try:
        began = time.perf_counter()
        while process.poll() is None:
            try:
                httpx.post(f"{base}/sparql", content="ASK {}", headers=JSON, timeout=120)
                break
            except httpx.ConnectError:
                time.sleep(0.05)
        print(f"first answer {time.perf_counter() - began:.1f} s after the start")
        httpx.get(f"{base}/explore", timeout=300)
        yield base
    finally:
        process.terminate()
        process.wait()


def questions(base: str, rounds: int, *, again: bool) -> None:
    """Every saved question so many times, one after the other; `again` asks what the server has answered before."""
    times: dict[str, list[float]] = {}
    with httpx.Client(base_url=base, timeout=60) as client:
        for turn in range(rounds):
            for saved in saved_queries():
                asked = saved.sparql if again else f"# {turn}\n{saved.sparql}"
                began = time.perf_counter()
                answer = client.post("/sparql", content=asked.encode(), headers=JSON)
                times.setdefault(saved.name, []).append(1000 * (time.perf_counter() - began))
                answer.raise_for_status()
    every = [one for some in times.values() for one in some]
    slowest = sorted(times.items(), key=lambda item: -statistics.median(item[1]))[:3]
    kind = "asked again" if again else "new"
    p50, p95 = percentile(every, 50), percentile(every, 95)
    print(
        f"{len(times)} saved questions, {kind}, x {rounds}: p50 {p50:.1f}, p95 {p95:.1f} ms (target {TARGET_P95:.0f})"
    )
    print("  slowest by median: " + ", ".join(f"{name} {statistics.median(some):.1f} ms" for name, some in slowest))


def rate(base: str, clients: int, seconds: float) -> None:
    """Requests a second of several clients that ask the saved questions in turn."""
    asked = [saved.sparql.encode() for saved in saved_queries()]
    until = time.perf_counter() + seconds

    def ask(start: int) -> int:
        mark = f"# client {start} of {clients}, "
        with httpx.Client(base_url=base, timeout=60) as client:
            number = 0
            while time.perf_counter() < until:
                content = f"{mark}{number}\n".encode() + asked[(start + number) % len(asked)]
                client.post("/sparql", content=content, headers=JSON).raise_for_status()
                number += 1
        return number

    with ThreadPoolExecutor(clients) as pool:
        total = sum(pool.map(ask, range(clients)))
    print(f"{total / seconds:.0f} new questions a second with {clients} clients")


def addresses(folder: Path) -> list[str]:
    """One page of every kind, each of the thing that is named most."""
    graph = load(folder)
    kinds = sorted({one.type for one in graph.entities})
    most = [max((e for e in graph.entities if e.type == kind), key=lambda e: (e.mentions, e.id)) for kind in kinds]
    document = max(graph.documents, key=lambda info: info.rows)
    first = next((row.row for row in graph.rows if row.document == document.name), "r001")
    fixed = ["/", "/explore", "/matrix", "/timeline", "/compare", "/review", "/query", "/search?q=项目&all=1"]
    return [*fixed, *(f"/id/{one.id}" for one in most), f"/document/{document.name}?row={first}"]


def pages(base: str, paths: Sequence[str]) -> None:
    """The time to the whole page, the first time and again."""
    with httpx.Client(base_url=base, timeout=120, headers=PAGE) as client:
        for path in paths:
            times = []
            for _ in range(4):
                began = time.perf_counter()
                size = len(client.get(path).content)
                times.append(1000 * (time.perf_counter() - began))
            print(f"  {path:<44} first {times[0]:7.1f} ms, then {min(times[1:]):7.1f} ms, {size / 1000:7.0f} kB")


def paints(base: str, paths: Sequence[str]) -> None:
    """First contentful paint in Chromium, each page in a fresh context."""
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as running:
        browser = running.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for path in paths:
            found = []
            for _ in range(3):
                context = browser.new_context()
                page = context.new_page()
                page.goto(base + path)
                page.wait_for_timeout(200)
                found.append(page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime"))
                context.close()
            print(f"  {path:<44} first paint {statistics.median(found):6.0f} ms (target {TARGET_PAINT:.0f})")
        browser.close()


def percentile(values: Sequence[float], part: int) -> float:
    """The value below which so many per cent lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(part / 100 * (len(ordered) - 1)))]


def made(size: int, folder: Path) -> Path:
    """A build of a made graph."""
    from benchmarks.page import made_graph
    from kg.export import write_build

    write_build(made_graph(size), folder / "build")
    return folder / "build"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("build", type=Path, nargs="?", default=Path("output"))
    parser.add_argument("--made", type=int, help="measure a made graph of about so many things")
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--browser", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        build = made(asked.made, Path(folder)) if asked.made else asked.build
        paths = addresses(build)
        with server(build) as base:
            questions(base, asked.rounds, again=False)
            questions(base, asked.rounds, again=True)
            for clients in (1, 4):
                rate(base, clients, 3.0)
            pages(base, paths)
            if asked.browser:
                paints(base, paths)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))
    main()
