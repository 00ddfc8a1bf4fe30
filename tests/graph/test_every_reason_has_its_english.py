"""Every sentence with which resolution gives a reason has its English one, and English readers see that one."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg.graph
import kg.resolve
from kg.graph.render import render_path, render_trace
from kg.graph.sentences import in_english
from kg.graph.wording import CHINESE, ENGLISH
from kg.resolve.review import questions
from kg.resolve.sectors import sector_of
from kg.words import word_table
from tests.graph.made import examples
from tests.graph.sentences import HAN, sentences
from tests.graph.test_built import PARK, PROJECT, made

SAID_IN = {
    "speaks": 2,
    "doubtful": 2,
    "say": 2,
    "_against": 1,
    "_link": 3,
    "Reason": "text",
    "Link": "reason",
    "SectorChoice": "reason",
}
"""The calls of `kg/resolve` that give a reason, and which of their arguments it is."""

MODULES = sorted(Path(kg.resolve.__file__).parent.glob("*.py"))
HELD_THROUGH = {"_passed_on": 3}
SAID = sorted(
    {
        *(one for path in MODULES for one in sentences(path, SAID_IN)),
        *sentences(Path(kg.graph.__file__).parent / "ownership.py", HELD_THROUGH),
    }
)
RENAMED = [f"{row['why']}（{row['date']}）" for row in word_table("renamings")]
PUT_TOGETHER = {
    "名称含“冷链”“物流”，商贸物流 5.0；另有教育 2.0、交通 1.0": (
        "the name holds “冷链”, “物流”: trade and logistics 5.0; also education 2.0, transport 1.0"
    ),
    "字号相同的甲、乙：名称含“锂电”，锂电 3.0": (
        "of the same core, 甲, 乙: the name holds “锂电”: lithium batteries 3.0"
    ),
    "镇街不同：全区／峨山镇": "different towns: the whole district / 峨山镇",
    "规模不同：3吨、4吨／5吨": "different capacities: 3吨, 4吨 / 5吨",
    "职能不同：natural_resources／water": "different functions: natural resources / water",
    "扶贫办重组为乡村振兴局（2021-02）": "the poverty relief office was made the rural revitalisation bureau (2021-02)",
    "一个是另一个的简称：中共峄城区委（区政府）／甲 是 乙 的一期": (
        "one is a short form of the other: 中共峄城区委（区政府） / 甲 是 乙 的一期"
    ),
}
"""Reasons with values: what is ours is put into English, names stay, whatever they look like."""


@pytest.mark.parametrize("sentence", [*SAID, *RENAMED])
def test_a_reason_of_the_code_or_of_the_word_lists_has_its_english(sentence: str) -> None:
    assert not HAN.search(in_english(sentence) or sentence)


def test_the_reasons_are_those_of_the_code() -> None:
    places = {row["chinese"] for row in word_table("link_reasons") if "{" in row["chinese"]}
    plain = {row["chinese"] for row in word_table("link_reasons")} - places
    values = {"全区", "整体", "总部"} | {row["why"] for row in word_table("renamings")}

    assert len(SAID) > 40
    assert plain - values <= set(SAID)


@pytest.mark.parametrize("sentence", PUT_TOGETHER)
def test_values_of_a_reason_are_put_into_english_where_they_are_ours(sentence: str) -> None:
    assert in_english(sentence) == PUT_TOGETHER[sentence]


def test_what_shows_a_sector_is_told_with_the_others_that_it_might_be() -> None:
    shown = sector_of("康震高端原料药储能电站项目")

    assert shown
    assert in_english(shown.reason) == (
        "the name holds “原料药”: pharmaceuticals and health 3.9; also new energy and storage 3.8"
    )


def test_every_reason_of_a_build_has_its_english() -> None:
    graph = examples().records
    reasons = {link.reason for link in graph.links} | {one.sector_reason for one in graph.entities} - {None}
    reasons |= {reason for asked in questions(graph.candidates, graph) for reason in asked.reasons}

    assert len(reasons) > 100
    assert [reason for reason in sorted(reasons) if in_english(reason) is None] == []


def test_a_trace_and_a_path_give_reasons_in_the_language_of_the_reader() -> None:
    for words, reason in ((CHINESE, "除项目用词外同名"), (ENGLISH, "the same name but for project words")):
        assert reason in render_trace(made().trace(PARK), words)
        assert reason in render_path(made().path(PARK, PROJECT), words)


def test_a_sentence_of_nobody_stays_as_it_is() -> None:
    assert in_english("地名相同") is None
    assert [words.sentence("地名相同") for words in (CHINESE, ENGLISH)] == ["地名相同", "地名相同"]
