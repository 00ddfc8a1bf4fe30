"""One rendering, two languages: the frame is in the reader's, names and quotes are the documents' own."""

from __future__ import annotations

import json
import re
from itertools import pairwise

import pytest

from kg.graph.render import render_changes, render_path, render_portfolio, render_timeline, render_trace
from kg.graph.wording import CHINESE, ENGLISH, Wording
from tests.graph.made import made

HAN = re.compile(r"[\u4e00-\u9fff]")
FRAME = re.compile(
    "由谁负责|负责什么|其他关系|历次报告|依据|另有|任务或项目|单位或领导|状态或阶段|责任单位|常共同|路径|名称相近|"
    "可能指|图谱中|首次出现|不再提及|未写明|直接|牵头|完成；|时期不明|年第"
)
SHOWN = {
    "project": lambda words: render_trace(made().trace("红星冷链物流园项目"), words),
    "agency": lambda words: render_trace(made().trace("区住建局"), words, most=1),
    "likely": lambda words: render_trace(made().trace("青云大到工程"), words),
    "portfolio": lambda words: render_portfolio(made().portfolio("区商务局"), words),
    "path": lambda words: render_path(made().path("区住建局", "钱立春"), words),
    "no name": lambda words: render_path(made().path("区住建局", "某某"), words),
    "timeline": lambda words: render_timeline(made().timeline("青云大道工程"), words),
    "changes": lambda words: render_changes(made().changes("峄城区", "2021", "2023"), words),
    "no area": lambda words: render_changes(made().changes("不知何处", "2021", "2023"), words),
    "nothing": lambda words: render_changes(made().changes("峄城区", "1999", "2000"), words),
}


@pytest.mark.parametrize("shown", SHOWN)
def test_both_languages_show_the_same_lines(shown: str) -> None:
    chinese, english = (SHOWN[shown](words).splitlines() for words in (CHINESE, ENGLISH))

    assert len(chinese) == len(english)
    assert chinese != english


@pytest.mark.parametrize("shown", SHOWN)
def test_english_has_no_chinese_frame(shown: str) -> None:
    lines = SHOWN[shown](ENGLISH).splitlines()
    quoted = re.compile(r"r\d{3}: .*")

    assert not FRAME.search("\n".join(quoted.sub("", line) for line in lines))
    for head, rule in pairwise(lines):
        if rule and set(rule) <= set("- "):
            assert not HAN.search(head)


def test_states_periods_and_kinds_are_english_words() -> None:
    shown = "\n".join(show(ENGLISH) for show in SHOWN.values())

    for word in ("under construction", "not completed", "2021-Q3", "leads", "no longer mentioned", "owner changed"):
        assert word in shown
    for raw in ("under_construction", "not_completed", "None"):
        assert raw not in shown


def test_a_step_against_its_statement_points_back_in_english() -> None:
    steps = [step for chain in made().path("青云大道工程", "区住建局").chains for step in chain]

    assert {step.reason: step.english for step in steps} == {"被负责": "←responsible for—"}
    assert "←responsible for—" in render_path(made().path("青云大道工程", "区住建局"), ENGLISH)


def test_english_stands_in_no_output_for_programs() -> None:
    found = [made().path("青云大道工程", "区住建局"), made().changes("峄城区", "2021", "2023")]

    for record in found:
        assert '"english"' not in json.dumps(record.model_dump(mode="json"))


def test_a_value_is_given_by_its_label_in_each_language() -> None:
    assert [words.value("stage", "在建") for words in (CHINESE, ENGLISH)] == ["在建", "under construction"]
    assert Wording("en").value("capacity", "50万吨") == "50万吨"
