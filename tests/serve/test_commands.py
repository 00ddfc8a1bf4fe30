"""`kg query` and `kg serve` as people type them."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
from typer.testing import CliRunner

from kg.cli.app import app
from kg.errors import QueryError
from tests.export.make import OTHER_PLANNING, PLANNING

NAMES = "SELECT ?name WHERE { ?a a kg:Agency ; kg:jurisdiction ?d ; rdfs:label ?name } ORDER BY ?name"
EXPECTED = sorted([PLANNING.name, OTHER_PLANNING.name])


def run(*words: object) -> Any:
    return CliRunner().invoke(app, [str(word) for word in words], catch_exceptions=True)


def test_a_query_prints_a_table(small_build: Path) -> None:
    found = run("query", NAMES, "--graph", small_build)
    assert found.exit_code == 0
    assert [line for line in found.stdout.splitlines()[2:] if line in EXPECTED] == EXPECTED


@pytest.mark.parametrize("form", ["json", "csv", "tsv"])
def test_a_query_prints_the_standard_forms(small_build: Path, tmp_path: Path, form: str) -> None:
    file = tmp_path / "名称.rq"
    file.write_text(NAMES, encoding="utf-8")
    found = run("query", "-f", file, "--graph", small_build, "--format", form)
    assert found.exit_code == 0
    if form == "json":
        names = [row["name"]["value"] for row in json.loads(found.stdout)["results"]["bindings"]]
    elif form == "csv":
        names = found.stdout.split("\r\n")[1:-1] if "\r\n" in found.stdout else found.stdout.splitlines()[1:]
    else:
        names = [line.removesuffix("@zh").strip('"') for line in found.stdout.splitlines()[1:]]
    assert [name for name in names if name in EXPECTED] == EXPECTED


def test_query_needs_exactly_one_query(small_build: Path, tmp_path: Path) -> None:
    for words in ((), ("ASK {}", "-f", tmp_path / "x.rq")):
        found = run("query", *words, "--graph", small_build)
        assert isinstance(found.exception, QueryError)
    assert isinstance(run("query", "-f", tmp_path / "none.rq", "--graph", small_build).exception, QueryError)


def test_serving_what_is_no_build_ends_with_one_line(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "kg", "serve", "--graph", str(tmp_path)]
    ended = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False)
    assert (ended.returncode, len(ended.stderr.strip().splitlines())) == (2, 1)


def test_a_port_that_is_taken_is_said_in_one_line(small_build: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        command = [sys.executable, "-m", "kg", "serve", "--graph", str(small_build), "--port", str(port)]
        ended = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False)
    assert (ended.returncode, len(ended.stderr.strip().splitlines()), str(port) in ended.stderr) == (2, 1, True)


def test_small_answers_are_sent_at_once() -> None:
    """A socket that does not name TCP keeps asyncio from switching off the delay of 40 ms."""
    from kg.cli.serve import _listen

    with _listen("127.0.0.1", 0) as listening:
        assert listening.proto == socket.IPPROTO_TCP


def test_the_command_serves_until_it_is_ended(small_build: Path) -> None:
    command = [sys.executable, "-m", "kg", "serve", "--graph", str(small_build), "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8", bufsize=1)
    assert process.stdout is not None
    try:
        said = process.stdout.readline()
        base = said[said.index("http://") :].split()[0]
        for _ in range(200):
            try:
                with urlopen(f"{base}sparql?query=ASK%7B%7D", timeout=30) as answer:
                    assert json.load(answer)["boolean"] is True
                break
            except OSError:
                time.sleep(0.1)
        else:
            raise AssertionError("the server never answered")
    finally:
        process.terminate()
        process.communicate()
