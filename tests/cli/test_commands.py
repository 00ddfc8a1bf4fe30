"""The commands, as a person runs them: what they print, what they leave, how they end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import EXAMPLES, kg

CONTRACT = (
    "rows.jsonl",
    "mentions.jsonl",
    "statements.jsonl",
    "entities.jsonl",
    "graph.ttl",
    "graph.nq",
    "graph.html",
    "report.json",
)


def test_a_build_writes_every_file_and_conforms(built: Path) -> None:
    assert all((built / name).stat().st_size > 0 for name in CONTRACT)
    assert kg("validate", "--graph", built).returncode == 0


def test_two_builds_are_the_same_byte_for_byte_whatever_the_order_of_paths(built: Path, tmp_path: Path) -> None:
    paths = sorted(EXAMPLES.iterdir(), reverse=True)

    assert kg("build", *paths, "--out", tmp_path, "--quiet").returncode == 0

    for path in sorted(built.iterdir()):
        assert path.read_bytes() == (tmp_path / path.name).read_bytes(), path.name


def test_an_unreadable_file_is_one_line_and_the_others_are_built(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "empty.txt").touch()
    (tmp_path / "in" / "noise.txt").write_bytes(bytes(range(256)) * 8)
    table = "序号\t重点任务\t责任单位\t完成情况\n1\t建设滨河水厂二期项目。\t区水务局\t正在施工。\n"
    (tmp_path / "in" / "gb.txt").write_bytes(table.encode("gb18030"))
    (tmp_path / "in" / "utf16.txt").write_bytes(table.replace("二期", "三期").encode("utf-16"))

    answer = kg("build", tmp_path / "in", "--out", tmp_path / "out")

    report = json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))
    assert answer.returncode == 1
    assert [line.split("：")[0] for line in answer.stderr.splitlines()] == ["kg: empty.txt", "kg: noise.txt"]
    assert [failure["path"] for failure in report["failures"]] == ["empty.txt", "noise.txt"]
    assert len((tmp_path / "out" / "rows.jsonl").read_text("utf-8").splitlines()) == 2


def test_where_nothing_can_be_read_the_earlier_output_stays(built: Path, tmp_path: Path) -> None:
    before = {path.name: path.read_bytes() for path in built.iterdir()}

    answer = kg("build", tmp_path, "--out", built)

    assert answer.returncode == 1
    assert "Traceback" not in answer.stderr
    assert {path.name: path.read_bytes() for path in built.iterdir()} == before


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("build",), 2),
        (("build", "no-such-folder"), 1),
        (("trace", "某某局", "--graph", "no-such-folder"), 2),
        (("validate", "--graph", "no-such-folder"), 2),
        (("nonsense",), 2),
        (("--version",), 0),
        (("--help",), 0),
    ],
)
def test_exit_codes_mean_something_and_mistakes_give_no_traceback(arguments: tuple[str, ...], code: int) -> None:
    answer = kg(*arguments)

    assert answer.returncode == code
    assert "Traceback" not in answer.stderr
    assert len(answer.stderr.splitlines()) <= 4


def test_rows_are_json_lines_where_output_is_no_terminal() -> None:
    answer = kg("rows", EXAMPLES / "linzi-2023-09.txt")
    rows = [json.loads(line) for line in answer.stdout.splitlines()]

    assert len(rows) >= 12
    assert {"document", "row", "number", "section", "task", "units", "leaders", "status", "progress"} <= set(rows[0])


def test_coverage_adds_up(built: Path) -> None:
    answer = kg("rows", "--coverage", EXAMPLES)

    assert answer.returncode == 0
    assert len([line for line in answer.stdout.splitlines() if "任务行" in line]) == len(list(EXAMPLES.iterdir()))


def test_a_painted_page_shows_each_document_and_escapes_its_text(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    source = tmp_path / "a.txt"
    source.write_text("序号\t任务\t责任单位\n1\t<script>alert(1)</script>建设水厂。\t区水务局\n", "utf-8")

    assert kg("rows", "--paint", page, source).returncode == 0
    assert "<script>" not in page.read_text("utf-8")
    assert "&lt;script&gt;" in page.read_text("utf-8")


def test_trace_and_ask_answer_with_their_quotes(built: Path) -> None:
    traced = json.loads(kg("trace", "临淄区发改局", "--graph", built, "--json").stdout)
    asked = json.loads(kg("ask", "临淄火车站改造由哪个单位负责？", "--graph", built, "--json").stdout)

    assert traced["entity"]["name"] == "临淄区发展和改革局"
    assert all(holding["citation"]["quote"] for holding in traced["holdings"])
    assert set(asked) >= {"question", "understood", "kind", "answer", "sparql", "evidence", "confidence"}


def test_what_is_not_understood_is_not_answered(built: Path) -> None:
    answer = kg("ask", "今天天气怎么样？", "--graph", built, "--json")

    assert answer.returncode == 1
    assert json.loads(answer.stdout)["answer"] == []


def test_decisions_that_are_not_there_stop_a_build(tmp_path: Path) -> None:
    answer = kg("build", EXAMPLES, "--decisions", tmp_path / "decision.csv", "--out", tmp_path / "out")

    assert answer.returncode == 1
    assert answer.stderr.startswith("kg: ")
    assert "decision.csv" in answer.stderr
    assert len(answer.stderr.splitlines()) == 1
    assert not (tmp_path / "out").exists()


def test_a_query_that_would_fill_the_memory_ends_in_time(built: Path) -> None:
    every = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i"

    answer = kg("query", every, "--graph", built, "--seconds", "1")

    assert answer.returncode == 2
    assert answer.stderr.startswith("kg: ")
    assert "1 秒" in answer.stderr


def test_a_comparison_speaks_chinese_with_stages_in_their_order(built: Path) -> None:
    answer = kg("compare", "枣庄市", "淄博市", "--graph", built)
    lines = [line.split()[0] for line in answer.stdout.splitlines() if line.strip()]

    assert not [word for word in lines if word.isascii() and word.isidentifier()]
    assert lines.index("谋划") < lines.index("在建") < lines.index("建成投用") < lines.index("暂停")


def test_a_mistake_is_told_in_the_language_of_the_user(built: Path) -> None:
    chinese = kg("compare", "枣庄市", "火星区", "--graph", built)
    english = kg("compare", "枣庄市", "火星区", "--graph", built, language="en")

    assert chinese.stderr.startswith("kg: 图谱中没有地区")
    assert english.stderr.startswith("kg: “火星区” is no area")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("portfolio", "区住建局"), 1),
        (("path", "聚合顺", "无此单位"), 1),
        (("changes", "火星区", "2021", "2023"), 1),
        (("changes", "峄城区", "2023", "2021"), 2),
        (("report", "--area", "火星区"), 2),
        (("timeline", "聚合顺", "--area", "火星区"), 2),
        (("trace", "区住建局", "--area", "火星区"), 2),
        (("ontology", "--html", "no-such-folder/page.html"), 2),
        (("rows", EXAMPLES / "linzi-2023-09.txt", "--paint", "no-such-folder/page.html"), 2),
    ],
)
def test_what_cannot_be_answered_or_written_is_said_and_seen_by_a_script(
    built: Path, arguments: tuple[str | Path, ...], code: int
) -> None:
    asks_a_build = arguments[0] not in ("ontology", "rows")

    answer = kg(*arguments, *(("--graph", built) if asks_a_build else ()))

    assert answer.returncode == code
    assert "Traceback" not in answer.stderr
    assert answer.stdout or answer.stderr.startswith("kg: ")
