"""JSON lines: the contract's keys, and nothing lost on the way back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from kg.errors import BuildNotFound
from kg.export import EXPORTERS, write_build
from kg.graph.load import load, load_rows
from kg.ids import ENTITY_BASE
from tests.export.make import ALPHA, BETA, FIRM, PLANNING, STORAGE, small_graph
from tests.export.test_rdf import HOSTILE, hostile_graph

LINES = tuple(one for one in EXPORTERS if one.filename.endswith((".jsonl", ".json")))

KEYS = {
    "rows": (
        "document row number section item task targets units leaders status progress progress_by_unit problems "
        "next_steps deadline extra"
    ),
    "mentions": ("document row part type text canonical entity start end source_start source_end"),
    "statements": (
        "document row subject predicate object subject_name object_name subject_entity object_entity evidence part "
        "start end period method confidence"
    ),
    "entities": "entity type name aliases area documents mentions",
}


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("build")
    write_build(small_graph(), folder, exporters=LINES)
    return folder


def records(build: Path, name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (build / f"{name}.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("name", KEYS)
def test_every_line_opens_with_the_keys_of_the_contract(name: str, build: Path) -> None:
    keys = KEYS[name].split()
    found = records(build, name)
    assert found
    for record in found:
        assert [key for key in record if key in keys] == keys


def test_a_row_is_written_as_the_document_has_it(build: Path) -> None:
    row = next(r for r in records(build, "rows") if (r["document"], r["row"]) == (ALPHA, "r001"))
    assert row["units"] == [{"name": "区发改局", "role": "lead"}, {"name": "区工信局", "role": "joint"}]
    assert row["leaders"] == ["张三"]
    assert (row["number"], row["status"], row["targets"], row["problems"]) == ("1", "partly_completed", None, "无")
    assert list(row["progress_by_unit"]) == ["区发改局"]
    assert row["extra"] == {}


def test_a_column_without_a_name_of_ours_stands_under_its_heading(build: Path) -> None:
    row = next(r for r in records(build, "rows") if r["document"] == BETA)
    assert row["extra"] == {"投资": "拟投资3000万美元"}
    assert row["progress_by_unit"] is None


def test_a_statement_names_both_ends_and_its_quote(build: Path) -> None:
    found = next(
        r for r in records(build, "statements") if r["predicate"] == "undertakes" and r["object"] == STORAGE.name
    )
    assert found["subject_entity"] == ENTITY_BASE + FIRM.id
    assert found["object_entity"] == ENTITY_BASE + STORAGE.id
    assert (found["evidence"], found["part"]) == ("储能电站由东海绿能承建", "progress")
    literal = next(r for r in records(build, "statements") if r["predicate"] == "capacity")
    assert (literal["object"], literal["object_entity"]) == ("100兆瓦", None)


def test_a_mention_bears_its_resolved_name(build: Path) -> None:
    found = next(r for r in records(build, "mentions") if r["document"] == ALPHA and r["text"] == "区发改局")
    assert (found["canonical"], found["entity"]) == (PLANNING.name, ENTITY_BASE + PLANNING.id)


def test_the_report_counts_and_keeps_contradictions_and_findings(build: Path) -> None:
    report = json.loads((build / "report.json").read_text("utf-8"))
    graph = small_graph()
    assert report["counts"]["statements"] == len(graph.facts)
    assert {conflict["kind"] for conflict in report["conflicts"]} == {"two-amounts", "two-stages"}
    assert [finding["code"] for finding in report["findings"]] == ["unknown-header"]
    alpha = next(one for one in report["documents"] if one["document"] == ALPHA)
    assert (alpha["rows"], alpha["rows_with_statements"]) == (3, 3)


@settings(max_examples=40, deadline=None)
@given(HOSTILE)
def test_hostile_text_loads_back_equal_and_stays_on_its_line(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    folder = tmp_path_factory.mktemp("hostile")
    graph = hostile_graph(text)
    write_build(graph, folder, exporters=LINES)
    assert load(folder) == graph
    assert len(records(folder, "statements")) == len(graph.facts)


@pytest.mark.parametrize("left", [1, 60, 200])
def test_a_line_that_is_cut_off_is_named_with_its_number(left: int, tmp_path: Path) -> None:
    write_build(small_graph(), tmp_path, exporters=LINES)
    path = tmp_path / "rows.jsonl"
    lines = path.read_text("utf-8").splitlines()
    path.write_text("\n".join([*lines[:-1], lines[-1][:left]]) + "\n", "utf-8")
    with pytest.raises(BuildNotFound, match=rf"rows\.jsonl, line {len(lines)}: not a record of a build"):
        list(load_rows(tmp_path))
