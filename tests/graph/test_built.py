"""A park and the project that builds it, followed both ways: owners, reports, paths, answers, print."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from kg.api import Graph, build
from kg.graph.render import render_trace

PROJECT, PARK = "汉芯（峄城）半导体产业园项目", "汉芯半导体产业园"
_ROWS = [
    "序号\t年度任务目标\t责任单位\t进展情况",
    "1\t建设汉芯（峄城）半导体产业园项目。\t区工信局\t汉芯（峄城）半导体产业园项目正在施工。",
    "2\t发展数字经济。\t区商务局\t依托汉芯半导体产业园，引进企业三家。",
    "3\t修建汉芯半导体产业园道路工程。\t区交通局\t汉芯半导体产业园道路工程已经完工。",
]


@cache
def made() -> Graph:
    """One district's table: the project, what only relies on the park, and the road to it."""
    with TemporaryDirectory() as folder:
        title = "峄城区2023年《政府工作报告》任务落实情况表"
        (Path(folder) / "yi.txt").write_text("\n".join([title, "", *_ROWS, ""]), "utf-8")
        return build(folder)


def test_a_traced_park_shows_its_project_with_owners_and_how_far_it_is() -> None:
    trace = made().trace(PARK)
    assert [(b.name, b.outgoing, b.type) for b in trace.built] == [(PROJECT, False, "Project")]
    assert [(h.owner_name, h.manner, h.inferred, h.via, h.stage) for h in trace.owners] == [
        (
            "峄城区工业和信息化局",
            "inherited",
            True,
            f"{PROJECT.removesuffix('项目')}由{PROJECT}建设",
            "under_construction",
        ),
    ]


def test_a_traced_project_shows_the_park_and_the_rows_that_name_only_that() -> None:
    trace = made().trace(PROJECT)
    park = PROJECT.removesuffix("项目")
    assert [(b.name, b.outgoing, b.type) for b in trace.built] == [(park, True, "Park")]
    assert [(r.row, r.via) for r in trace.reports] == [("r001", ""), ("r002", park), ("r003", park)]
    assert {h.owner_name for h in trace.owners} == {"峄城区工业和信息化局"}


def test_the_road_to_the_park_is_linked_with_neither() -> None:
    trace = made().trace("汉芯半导体产业园道路工程")
    assert trace.built == ()
    assert {h.owner_name for h in trace.owners} == {"峄城区交通运输局"}


def test_the_printed_trace_names_the_other_end() -> None:
    assert f"建设项目  {PROJECT}" in render_trace(made().trace(PARK))
    assert "r002（汉芯（峄城）半导体产业园）" in render_trace(made().trace(PROJECT))


def test_a_path_leads_over_the_link() -> None:
    chains = made().path(PROJECT, PARK).chains
    assert [step.reason.partition("（")[0] for step in chains[0]] == ["建设"]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("谁负责汉芯半导体产业园？", ("区工信局",)),
        ("汉芯半导体产业园由哪个单位牵头？", ("区工信局",)),
        ("汉芯半导体产业园进展如何？", ("正在施工",)),
    ],
)
def test_a_question_about_the_park_is_answered_by_its_project_and_says_so(
    question: str, answer: tuple[str, ...]
) -> None:
    found = made().ask(question)
    assert found.answer == answer
    assert f"由项目 {PROJECT} 建设" in found.note
    assert found.evidence[0].row == "r001"


def test_a_question_about_the_road_is_not() -> None:
    found = made().ask("汉芯半导体产业园道路工程由谁负责？")
    assert (found.answer, found.note) == (("区交通局",), "")
