"""The example documents are read as a person reads them, tell their area and period, and link with one another."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kg.extract.context import document_context
from kg.model import Document, TaskRow
from kg.readers import read
from kg.tables import read_rows

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples" / "documents"
EXPECTED = Path(__file__).parent / "expected"

DOCUMENTS = {
    "yicheng-2023-tasks.txt": ("370404", "2023", None),
    "yicheng-2023-livelihood.html": ("370404", "2023", None),
    "峄城区2021年第三季度任务.txt": ("370404", "2021-Q3", None),
    "shanting-2023-cells.txt": ("370406", "2023", None),
    "shanting-projects-2023.csv": ("370406", "2023", None),
    "山亭区2023年重点工作.docx": ("370406", "2023", None),
    "枣庄市2024年政府工作报告.txt": ("370400", "2024", "2023"),
    "linzi-2023-09.txt": ("370305", "2023-09", None),
    "linzi-2023-social.xlsx": ("370305", "2023-09", None),
    "临淄区2023年重点工作分工通知.txt": ("370305", "2023", None),
}

LINKS = {
    "丰源集团": {"峄城区2021年第三季度任务.txt", "yicheng-2023-tasks.txt"},
    "王老吉": {"峄城区2021年第三季度任务.txt", "yicheng-2023-tasks.txt"},
    "芯恒基电子": {"峄城区2021年第三季度任务.txt", "枣庄市2024年政府工作报告.txt"},
    "信创生态基地": {"linzi-2023-09.txt", "linzi-2023-social.xlsx", "临淄区2023年重点工作分工通知.txt"},
    "汉诺庄园综合体": {"shanting-2023-cells.txt", "shanting-projects-2023.csv"},
    "山东省农业科学院": {"峄城区2021年第三季度任务.txt", "linzi-2023-09.txt"},
    "邮政公司": {"峄城区2021年第三季度任务.txt", "linzi-2023-09.txt"},
    "华沃水泥": {"峄城区2021年第三季度任务.txt", "shanting-2023-cells.txt", "shanting-projects-2023.csv"},
    "宏学南路": {"峄城区2021年第三季度任务.txt", "yicheng-2023-tasks.txt"},
    "庄里抽水蓄能电站": {
        "shanting-2023-cells.txt",
        "shanting-projects-2023.csv",
        "枣庄市2024年政府工作报告.txt",
    },
}


def document(name: str) -> Document:
    (found,) = read(EXAMPLES / name)
    return found


def expected_rows(name: str) -> list[dict[str, Any]]:
    lines = (EXPECTED / f"{Path(name).stem}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def as_expected(row: TaskRow, expected: dict[str, Any]) -> dict[str, Any]:
    """What the row says of the keys that the expectation names; texts as far as the expected start goes."""
    says: dict[str, Any] = {
        "number": row.number,
        "section": row.section,
        "units": [{"name": unit.name, "role": unit.role} for unit in row.units],
        "status": row.status,
        "leaders": [leader.name for leader in row.leaders],
    }
    says |= {part: row.text(part)[: len(expected.get(part, ""))] for part in ("task", "progress")}
    return {key: says[key] for key in expected}


def test_every_example_is_known_here() -> None:
    assert {path.name for path in EXAMPLES.iterdir()} == set(DOCUMENTS)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_rows_are_read_as_a_person_reads_them(name: str) -> None:
    rows, expected = read_rows(document(name)).rows, expected_rows(name)
    assert len(expected) >= 12
    assert [as_expected(row, one) for row, one in zip(rows, expected, strict=True)] == expected


@pytest.mark.parametrize(("name", "context"), DOCUMENTS.items())
def test_area_and_period_are_told_by_the_content(name: str, context: tuple[str, str, str | None]) -> None:
    renamed = document(name).model_copy(update={"name": "without-a-name"})
    found = document_context(read_rows(renamed))
    assert (found.area, found.period, found.reviews) == context


@pytest.mark.parametrize(("name", "documents"), LINKS.items())
def test_examples_name_the_same_things(name: str, documents: set[str]) -> None:
    texts = {each: "".join(document(each).text.split()) for each in DOCUMENTS}
    assert {each for each, text in texts.items() if name in text} == documents


def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_documents", ROOT / "examples" / "make_documents.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_binary_examples_are_what_their_script_writes() -> None:
    script = generator()
    assert (EXAMPLES / script.WORD_NAME).read_bytes() == script.shanting()
    assert (EXAMPLES / script.SHEET_NAME).read_bytes() == script.linzi()
