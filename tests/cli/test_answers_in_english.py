"""Commands that tell of a build tell it in English where that is asked; what programs read is the same either way."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import kg

PROJECT = "聚合顺50万吨尼龙新材料项目"
ASKED = (
    (("trace", PROJECT), ("Owned by", "under construction", "临淄区自然资源局")),
    (("portfolio", "临淄区发改局"), ("status or stage", "Often together with: ")),
    (("path", "聚合顺", "临淄区发改局"), ("Path 1, steps: 2", "—undertakes→", "←responsible for—")),
    (("timeline", "聚合顺"), ("(company), reports: 1", "not completed")),
    (("ask", "2023年9月临淄区重点工作中完成的有多少项？"), ("Evidence:", "Rows: ", "the evidence lists the first")),
    (("review", "--list"), ("the body of the names is the same: 邮政 / 邮政", "(临淄区; linzi-2023-09.txt)")),
    (("changes", "峄城区", "2021", "2023"), ("峄城区: 2021 to 2023", "no longer mentioned", "first named in 2023")),
)


@pytest.mark.parametrize(("arguments", "said"), ASKED)
def test_an_answer_is_english(built: Path, arguments: tuple[str, ...], said: tuple[str, ...]) -> None:
    answer = kg(*arguments, "--graph", built, language="en")

    assert answer.returncode == 0
    assert [words for words in said if words not in answer.stdout] == []


@pytest.mark.parametrize(
    "arguments",
    [("path", "聚合顺", "临淄区发改局"), ("changes", "峄城区", "2021", "2023"), ("ask", "区发改局负责哪些任务？")],
)
def test_json_is_the_same_in_either_language(built: Path, arguments: tuple[str, ...]) -> None:
    chinese, english = (kg(*arguments, "--json", "--graph", built, language=one) for one in ("zh", "en"))

    assert chinese.stdout == english.stdout
    assert "english" not in chinese.stdout


def test_a_name_that_means_several_things_is_said_in_the_language_asked(built: Path) -> None:
    chinese, english = (kg("timeline", "区住建局", "--graph", built, language=one) for one in ("zh", "en"))

    assert (chinese.returncode, english.returncode) == (2, 2)
    assert chinese.stderr.startswith("kg: “区住建局”可能指多个对象；请写明其中一个")
    assert english.stderr.startswith("kg: “区住建局” may mean several things; name one of these")


def test_a_report_is_written_in_the_language_asked(built: Path, tmp_path: Path) -> None:
    for language, said in (
        ("zh", "全部地区重点任务与项目落实情况"),
        ("en", "All areas: how key tasks and projects are"),
    ):
        answer = kg("report", "--graph", built, "--out", tmp_path / language, language=language)

        assert answer.returncode == 0
        assert said in (tmp_path / language / "oversight.html").read_text("utf-8")
