"""A violation is told by the shape's sentence in the language of the reader; programs get the Chinese one."""

import re
from pathlib import Path

import pytest

from kg.check.validate import validate
from tests.check.test_validate import build, outside_the_range
from tests.cli.running import kg
from tests.export.make import FIRM, PROGRESS, STORAGE, fact, small_graph

HAN = re.compile(r"[\u4e00-\u9fff]")
NAMED = re.compile("“[^”]*”")


def too_sure() -> object:
    return fact(PROGRESS, FIRM, "undertakes", STORAGE, "储能电站由东海绿能承建", confidence=1.5)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (outside_the_range(), "“东海绿能有限公司”: "),
        (too_sure(), "(now: “1.5”)"),
        (fact(PROGRESS, STORAGE, "stage", "dreaming", "储能电站由东海绿能承建"), "“dreaming”: "),
    ],
)
def test_a_violation_is_told_in_english_with_names_as_they_are(tmp_path: Path, wrong: object, said: str) -> None:
    found = validate(build(tmp_path, facts=(*small_graph().facts, wrong))).findings

    assert [finding for finding in found if said in finding.english]
    for finding in found:
        assert not HAN.search(NAMED.sub("", finding.english))
        assert HAN.search(NAMED.sub("", finding.message))


def test_the_terminal_tells_it_in_the_language_of_the_user_and_json_is_the_same(tmp_path: Path) -> None:
    folder = build(tmp_path, facts=(*small_graph().facts, too_sure()))
    chinese, english = (kg("validate", "--graph", folder, language=language) for language in ("zh", "en"))
    printed = [kg("validate", "--json", "--graph", folder, language=language).stdout for language in ("zh", "en")]

    assert "须有一个 0 到 1 之间的置信度。（现为：“1.5”）" in chinese.stdout
    assert "须有" not in english.stdout
    assert printed[0] == printed[1]
    assert "english" not in printed[0]
