"""What a progress text says of itself."""

from __future__ import annotations

from tests.tables.making import reading

HEADER = "序号\t重点任务\t责任单位\t完成情况\n"


def parts(line: str) -> dict[str, str]:
    (row,) = reading(HEADER + line).rows
    return {p.unit: row.text("progress")[p.start : p.end] for p in row.progress_by_unit}


def test_headings_of_units_and_towns_divide_the_progress() -> None:
    assert parts("1\t开展普查。\t区统计局 各镇（街）\t区统计局：已部署。东山镇：完成80%。西河街道：完成。") == {
        "区统计局": "已部署。",
        "东山镇": "完成80%。",
        "西河街道": "完成。",
    }


def test_a_topic_before_a_colon_is_no_unit() -> None:
    assert parts("1\t建设充电桩。\t区住建局\t充电桩：完成12个。停车位：新增300个。") == {}


def test_a_zone_in_short_form_is_the_unit_of_its_committee() -> None:
    line = "1\t推进园区配套。\t青石经济开发区管委会 区水务局\t经开区：管网完工。区水务局：已验收。"

    assert list(parts(line)) == ["经开区", "区水务局"]


def test_a_status_word_counts_only_where_it_stands_alone() -> None:
    rows = reading(HEADER + "1\t甲任务。\t区水务局\t部分完成。一期完工。\n2\t乙任务。\t区水务局\t完成120户改造。").rows

    assert [row.status for row in rows] == ["partly_completed", None]
