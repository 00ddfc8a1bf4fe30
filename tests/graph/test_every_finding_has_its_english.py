"""Every sentence of a finding that a build keeps has its English one, and English readers see that one."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg
from kg.errors import UnreadableDocument
from kg.graph.sentences import in_english
from kg.graph.wording import CHINESE, ENGLISH
from kg.model import Finding, Place
from kg.readers.base import SPLIT, damaged, refusal
from kg.words import word_table
from tests.graph.made import examples
from tests.graph.sentences import HAN, pairs, returned, sentences

PACKAGE = Path(kg.__file__).parent
FOLDERS = ("readers", "tables", "extract", "resolve", "graph")
MODULES = sorted(path for folder in FOLDERS for path in (PACKAGE / folder).rglob("*.py"))
CONFLICTS = PACKAGE / "check" / "conflicts.py"
SAID_IN = {"Finding": "message next_step", "finding": 2}
"""The calls that make a finding, and where its sentences stand."""

SAID = sorted(
    {
        *(one for path in (*MODULES, PACKAGE / "pipeline.py") for one in sentences(path, SAID_IN)),
        *sentences(CONFLICTS, {"Finding": "next_step"}),
        *returned(CONFLICTS, "_message"),
    }
)
UNREAD = dict(pair for path in sorted((PACKAGE / "readers").rglob("*.py")) for pair in pairs(path))
VALUES = {"单位名称", "领导姓名"}
REFUSED = {
    "a.pdf": refusal("a.pdf", ("文件超过 200 MiB", "larger than 200 MiB"), SPLIT),
    "2023：甲.docx": refusal("2023：甲.docx", ("文件不存在", "there is no such file"), SPLIT),
    "a.docx": damaged("a.docx", ("Word 文档", "a Word document")),
    "a.txt": damaged("a.txt", ("text", "text")),
}
PUT_TOGETHER = {
    "“青云大道工程”（2023）的阶段有不同说法：在建、建成投用。": (
        "“青云大道工程” (2023): different accounts of stage: under construction, completed"
    ),
    "“青云大道工程”的总投资有不同说法：5亿元、6亿元。": (
        "“青云大道工程”: different accounts of total investment: 5亿元, 6亿元"
    ),
    "单位名称“区农改局”（1 处）与“区发改局”只差一个易混字，可能误识，原文保留。": (
        "the unit “区农改局” (places: 1) differs from “区发改局” in one character that is easily confused; "
        "it may be misread and stays as written"
    ),
}


@pytest.mark.parametrize("sentence", SAID)
def test_a_sentence_of_the_code_has_its_english(sentence: str) -> None:
    assert not HAN.search(in_english(sentence) or sentence)


def test_the_sentences_are_those_of_the_code() -> None:
    plain = {row["chinese"] for row in word_table("findings") if "{" not in row["chinese"]}

    assert len(SAID) > 30
    assert plain - VALUES <= set(SAID)


def test_why_a_file_cannot_be_read_is_told_as_its_reader_tells_it() -> None:
    plain = {row["chinese"] for row in word_table("unread_files") if "{" not in row["chinese"]}

    assert len(UNREAD) > 60
    assert {chinese: in_english(chinese) for chinese in UNREAD} == UNREAD
    assert plain <= set(UNREAD)


@pytest.mark.parametrize("name", REFUSED)
def test_a_refusal_that_a_build_keeps_in_chinese_is_english_again(name: str) -> None:
    error: UnreadableDocument = REFUSED[name]

    assert in_english(error.chinese) == error.english


@pytest.mark.parametrize("sentence", PUT_TOGETHER)
def test_values_of_a_finding_are_put_into_english_where_they_are_ours(sentence: str) -> None:
    assert in_english(sentence) == PUT_TOGETHER[sentence]


def test_every_finding_of_a_build_has_its_english() -> None:
    findings = examples().records.findings
    kept = {text for one in findings for text in (one.message, one.next_step) if text}

    assert kept
    assert [sentence for sentence in sorted(kept) if in_english(sentence) is None] == []


def test_a_finding_is_told_in_the_language_of_the_reader() -> None:
    kept = Finding(severity="note", code="x", message="请与原件核对。", place=Place(document="a.txt"))
    fresh = kept.model_copy(update={"english": "look at it"})

    assert [words.finding(kept) for words in (CHINESE, ENGLISH)] == ["请与原件核对。", "check it against the original"]
    assert [words.finding(fresh) for words in (CHINESE, ENGLISH)] == ["请与原件核对。", "look at it"]
