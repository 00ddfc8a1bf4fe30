"""The examples built into one graph show what they were written to show."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from kg.model import Entity, KnowledgeGraph, TaskRow
from kg.pipeline import build_graph

EXAMPLES = Path(__file__).parents[1] / "examples" / "documents"


@cache
def graph() -> KnowledgeGraph:
    return build_graph([EXAMPLES]).graph


def named(form: str, kind: str) -> list[Entity]:
    return [entity for entity in graph().entities if entity.type == kind and form in (entity.name, *entity.aliases)]


def rows_of(document: str) -> Iterator[TaskRow]:
    return (row for row in graph().rows if row.document == document)


def test_every_document_has_its_area_and_period() -> None:
    areas = {entity.id: entity.name for entity in graph().entities if entity.type == "Area"}
    assert {info.name: (areas.get(info.area or ""), info.period, info.reviews) for info in graph().documents} == {
        "linzi-2023-09.txt": ("临淄区", "2023-09", None),
        "linzi-2023-social.xlsx": ("临淄区", "2023-09", None),
        "shanting-2023-cells.txt": ("山亭区", "2023", None),
        "shanting-projects-2023.csv": ("山亭区", "2023", None),
        "yicheng-2023-livelihood.html": ("峄城区", "2023", None),
        "yicheng-2023-tasks.txt": ("峄城区", "2023", None),
        "临淄区2023年重点工作分工通知.txt": ("临淄区", "2023", None),
        "山亭区2023年重点工作.docx": ("山亭区", "2023", None),
        "峄城区2021年第三季度任务.txt": ("峄城区", "2021-Q3", None),
        "枣庄市2024年政府工作报告.txt": ("枣庄市", "2024", "2023"),
    }


def test_bureaus_of_one_short_name_are_three_agencies() -> None:
    assert sorted(entity.name for entity in named("区发改局", "Agency")) == [
        "临淄区发展和改革局",
        "山亭区发展和改革局",
        "峄城区发展和改革局",
    ]


def test_an_agency_under_two_names_is_one() -> None:
    (commerce,) = named("区商促局", "Agency")
    assert (commerce.name, set(commerce.aliases) >= {"区商促局", "区商务和投资促进局"}) == (
        "峄城区商务和投资促进局",
        True,
    )


@pytest.mark.parametrize(
    ("form", "documents"),
    [
        ("宏学南路", {"yicheng-2023-tasks.txt", "峄城区2021年第三季度任务.txt"}),
        ("庄里抽水蓄能电站", {"shanting-2023-cells.txt", "shanting-projects-2023.csv", "枣庄市2024年政府工作报告.txt"}),
        ("方宇污水处理厂", {"linzi-2023-09.txt", "临淄区2023年重点工作分工通知.txt"}),
    ],
)
def test_a_project_of_several_documents_is_one(form: str, documents: set[str]) -> None:
    (project,) = named(form, "Project")
    assert set(project.documents) >= documents


def test_phases_stay_apart() -> None:
    first, second = named("福瑞兴康一期项目", "Project"), named("福瑞兴康二期医药中间体项目", "Project")
    assert len(first) == len(second) == 1
    assert first != second


def test_a_changed_amount_is_kept_with_both_values() -> None:
    (project,) = named("汉诺庄园综合体", "Project")
    amounts = {
        (fact.document, fact.value)
        for fact in graph().facts
        if fact.subject_entity == project.id and fact.predicate == "totalInvestment"
    }
    assert amounts == {("shanting-2023-cells.txt", "2000000000"), ("shanting-projects-2023.csv", "2200000000")}


def test_tasks_not_completed_say_so() -> None:
    open_tasks = [row.number for row in rows_of("linzi-2023-09.txt") if row.status == "not_completed"]
    assert open_tasks == ["2", "8", "16"]
