"""Doubts about what was read are findings; the text stays as it was."""

from __future__ import annotations

from tests.tables.making import reading

HEADER = "序号\t重点任务\t责任单位\t分管领导\t完成情况\n"


def codes(text: str) -> list[tuple[str, str]]:
    return [(finding.code, finding.quote) for finding in reading(text).findings]


def row(number: int, unit: str = "区农业农村局", leader: str = "崔赟") -> str:
    return f"{number}\t推进第{number}项工作。\t{unit}\t{leader}\t正在推进。\n"


def test_a_unit_one_confusable_character_from_a_usual_one_is_doubted_and_kept() -> None:
    text = HEADER + "".join(row(n) for n in range(1, 5)) + row(5, unit="区次业农村局")
    found = reading(text)

    assert codes(text) == [("suspected-slip", "区次业农村局")]
    assert found.rows[4].units[0].name == "区次业农村局"


def test_a_leaders_name_in_another_writing_is_doubted() -> None:
    text = HEADER + row(1) + row(2) + row(3, leader="崔贊")

    assert codes(text) == [("suspected-slip", "崔贊")]


def test_different_units_of_like_names_are_not_doubted() -> None:
    text = (
        HEADER + row(1, unit="区民政局") + row(2, unit="区财政局") + row(3, unit="区民政局") + row(4, unit="区民政局")
    )

    assert codes(text) == []


def test_a_loop_of_garbage_is_doubted_with_its_row() -> None:
    found = reading(HEADER + row(1).replace("第1项工作", "创建工作" + "提到建工的" * 6))

    assert [(f.code, f.row) for f in found.findings] == [("repeated-garbage", "r001")]
