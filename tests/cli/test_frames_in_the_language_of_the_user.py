"""Help's frame and mistakes of usage are told in Chinese, or in English where that is asked for."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest
import typer
from typer.main import get_command

from kg.cli import app
from kg.cli.frames import mistake
from tests.cli.running import kg

COMMANDS = sorted(get_command(app).commands)  # type: ignore[attr-defined]
FRAME = re.compile(r"Usage:|Options:|Arguments:|Commands:|OPTIONS|COMMAND|ARGS|Show this|default:|required")
SENTENCE = re.compile(r"[A-Za-z]+ [a-z]+")
MISTAKES = (
    (("nonsense",), "没有命令“nonsense”"),
    (("trac",), "是不是“trace”"),
    (("trace",), "缺少参数“name”"),
    (("trace", "甲", "乙"), "多出了参数“乙”"),
    (("trace", "甲", "--fooo"), "没有选项“--fooo”"),
    (("trace", "甲", "--graff", "x"), "是不是 --graph"),
    (("build", "-z"), "没有选项“-z”"),
    (("build", "x", "--out"), "选项“--out”后面缺少值"),
    (("trace", "甲", "--json=3"), "选项“--json”后面不写值"),
    (("serve", "--port", "x"), "“--port” / “-p”的值应当是整数"),
    (("serve", "--port", "70000"), "不能大于 65535"),
    (("serve", "--seconds", "0"), "“--seconds”的值不能小于 0.1"),
    (("serve", "--seconds", "x"), "“--seconds”的值应当是数字"),
    (("query", "--format", "foo", "ASK {}"), "“--format”的值不能是“foo”，可选的有“table”"),
)


def test_no_help_has_an_english_frame_in_chinese() -> None:
    code = "import sys; from kg.cli import app\nfor c in sys.argv[1:]: app([c, '--help'], standalone_mode=False)"
    told = subprocess.run(
        [sys.executable, "-c", code, *COMMANDS],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        env={**os.environ, "KG_LANG": "zh"},
    ).stdout

    assert told.count("用法：") == told.count("选项：") == len(COMMANDS)
    assert not FRAME.search(told)


def test_help_has_an_english_frame_in_english() -> None:
    answer = kg("trace", "--help", language="en")

    assert answer.stdout.startswith("Usage: ")
    assert FRAME.search(answer.stdout)
    assert not re.search(r"[\u4e00-\u9fff]", answer.stdout)


@pytest.mark.parametrize(("arguments", "said"), MISTAKES)
def test_every_mistake_of_usage_has_a_chinese_sentence(arguments: tuple[str, ...], said: str) -> None:
    with pytest.raises(typer.TyperException) as caught:
        app(arguments, standalone_mode=False)

    sentence = mistake(caught.value.format_message())
    assert caught.value.exit_code == 2
    assert said in sentence
    assert not SENTENCE.search(sentence)


def test_a_mistake_of_usage_is_one_chinese_sentence_that_says_how_to_go_on() -> None:
    answer = kg("trace")
    usage, said = answer.stderr.splitlines()

    assert answer.returncode == 2
    assert usage.startswith("用法：")
    assert said == "kg: 缺少参数“name”；加 --help 看用法。"


def test_a_mistake_of_usage_is_english_in_english() -> None:
    answer = kg("trace", language="en")

    assert answer.returncode == 2
    assert answer.stderr.splitlines()[-1] == "kg: Missing argument 'name' (--help shows the usage)"


def test_no_command_at_all_shows_help_and_is_a_mistake() -> None:
    answer = kg()

    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr.startswith("用法：")
    assert "命令：" in answer.stderr
    assert not FRAME.search(answer.stderr)
