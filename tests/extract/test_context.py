"""Area and period come from what a document says, whatever its file is called."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.extract.context import document_context
from kg.model import Place, Reading, TaskRow, Text, Unit

ANNOTATED = Path(__file__).parents[3] / "shared" / "gold"


def row(progress: str = "", units: tuple[str, ...] = (), section: str | None = None, **parts: str) -> TaskRow:
    return TaskRow(
        document="d",
        row="r001",
        kind="task" if units else "sentence",
        section=section,
        parts={name: Text(value=value) for name, value in {"progress": progress, **parts}.items() if value},
        units=tuple(Unit(name=name, role="joint", source_start=0, source_end=0) for name in units),
        place=Place(document="d"),
    )


def found(title: str | None, *rows: TaskRow) -> tuple[str | None, str | None, str | None]:
    context = document_context(Reading(document="misleading-2031-滕州市.txt", title=title, rows=rows))
    return context.area, context.period, context.reviews


def test_a_title_alone_tells_area_and_period() -> None:
    assert found("枣庄市薛城区2022年重点工作第二季度进展表") == ("370403", "2022-Q2", None)
    assert found("2023年上半年桓台县工作任务完成情况") == ("370321", "2023-H1", None)
    assert found("截至2023年9月底滕州市重点项目台账") == ("370481", "2023-01/2023-09", None)


def test_a_title_that_names_a_wider_plan_does_not_name_the_author() -> None:
    rows = [row("薛城区完成投资2亿元，我区达标。", ("区发改局", "区财政局"))] * 2
    assert found("落实《山东省绿色发展方案》2023年任务分工表", *rows)[0] == "370403"


def test_municipalities_and_autonomous_regions_speak_too() -> None:
    assert found("北京市2023年重点任务清单", row("全市达标。", ("市发展改革委",)))[0] == "110000"
    assert found("宁夏回族自治区2023年重点任务清单", row("全区达标，我区领先。"))[0] == "640000"


def test_a_district_of_which_only_units_speak() -> None:
    rows = [
        row("我区新建学校2所，薛城区全年投资增长。2022年完成。", ("区教体局", "区住建局")),
        row("薛城区荣获奖励，枣庄市通报表扬。2022年评定。", ("区卫健局", "陶庄镇", "邹坞镇")),
    ]
    assert found(None, *rows) == ("370403", "2022", None)


def test_towns_that_report_tell_their_district() -> None:
    rows = [row("2023年完成投资2亿元。", ("区农业农村局", "邳庄镇", "泥沟镇", "马兰屯镇", "运河街道"))]
    assert found("重点任务表", *rows) == ("370405", "2023", None)


def test_one_town_of_a_common_name_does_not_decide() -> None:
    rows = [row("2023年安义区新建道路，安义区委研究，安义区补助到位。", ("区住建局", "金山镇", "石鼻镇", "长均乡"))]
    assert found(None, *rows)[0] == "000000-安义区"


def test_units_one_after_the_other_make_no_area_name() -> None:
    rows = [row("2023年完成。", ("区化工中心", "区卫健局", "区大数据中心", "区工信局", "区城管办", "区文旅局"))] * 4
    assert found("任务表", *rows)[0] is None


def test_one_town_alone_is_better_than_nothing() -> None:
    assert found("任务表", row("2023年完成。", ("区文旅局", "榴园镇")))[0] == "370404"


def test_a_county_city_speaks_as_city_and_is_no_prefecture() -> None:
    rows = [
        row("滕州市新增企业30家，我市获评先进。", ("市工信局", "荆河街道", "龙泉街道", "级索镇")),
        row("枣庄市授予滕州市荣誉。", ("市发改局",)),
    ]
    assert found("2023年政府工作报告任务分解", *rows)[0] == "370481"


def test_a_prefecture_speaks_of_its_districts() -> None:
    rows = [row("我市枣庄高新区扩区，滕州市、薛城区、峄城区、山亭区各建园区，枣庄外贸增长。", ("市商务局",))]
    assert found("2023年任务表", *rows)[0] == "370400"


def test_a_district_name_of_two_cities_goes_with_the_city_named() -> None:
    assert found(None, row("济南市市中区与槐荫区相邻，我区（市中区）投资增长。", ("区发改局",)))[0] == "370103"
    assert found(None, row("枣庄市支持市中区建设，我区与薛城区联动，市中区投资增长。", ("区发改局",)))[0] == "370402"


def test_a_district_the_gazetteer_does_not_list_gets_a_code_below_its_city() -> None:
    rows = [
        row("昭通市云岭区苹果产量增长，云岭区新建冷库。2023年完成。", ("区农业农村局", "区商务局")),
        row("云岭区委、云岭区人民政府部署，我区与上海结对，建成产业园区、社区、小区。", ("区发改局",)),
    ]
    assert found(None, *rows) == ("530600-云岭区", "2023", None)


def test_an_unlisted_county_is_known_from_its_title() -> None:
    assert found("新设县2023年政府工作报告任务落实情况", row("全县达标。", ("县财政局",)))[0] == "000000-新设县"
    assert found("云南省昭通市新设县2023年任务表", row("全县达标。", ("县财政局",)))[0] == "530600-新设县"


def test_a_report_in_prose_has_its_year_and_the_year_it_reviews() -> None:
    rows = [
        row("我代表枣庄市人民政府报告工作。"),
        row("枣庄去年发展良好。", section="一、2023年工作回顾"),
        row("2024年全市经济社会发展总体要求如下。枣庄再出发。", section="二、2024年工作安排"),
    ]
    assert found(None, *rows) == ("370400", "2024", "2023")
    assert found("2024年枣庄市政府工作报告", *rows) == ("370400", "2024", "2023")


def test_the_past_year_of_a_report_is_the_one_before_its_plan() -> None:
    rows = [row("过去一年，淄博市发展良好，淄博面貌一新。"), row("2023年工作总体要求如下。")]
    assert found(None, *rows) == ("370300", "2023", "2022")


def test_a_review_without_a_plan_belongs_to_the_next_year() -> None:
    assert found(None, row("淄博市工作，我市向好。", section="2022年工作回顾"))[1:] == ("2023", "2022")


def test_a_table_reports_on_the_year_it_names_most() -> None:
    rows = [row("2023年完成9亿元，1-11月增长2%，2023年达标。", ("区发改局",), next_steps="2024年继续，2024年底完成。")]
    assert found("（三季度）任务表", *rows)[1] == "2023-Q3"
    assert found(None, *rows)[1] == "2023"


def test_the_one_heading_above_all_rows_serves_as_title() -> None:
    rows = [row("进展顺利。", ("区发改局",), section="山亭区2022年9月重点项目台账")] * 2
    assert found(None, *rows) == ("370406", "2022-09", None)


def test_nothing_said_is_a_finding_and_no_guess() -> None:
    context = document_context(Reading(document="d"))
    assert (context.area, context.period, [f.code for f in context.findings]) == (
        None,
        None,
        ["area-unknown", "period-unknown"],
    )


def test_two_areas_named_alike_are_a_doubt() -> None:
    rows = [row("2023年峄城区、薛城区共建道路，峄城区、薛城区、峄城区投资。", ("区发改局",))]
    context = document_context(Reading(document="d", rows=tuple(rows)))
    assert (context.area, [f.code for f in context.findings]) == ("370404", ["area-doubtful"])


def annotated(document: str, title: str | None) -> Reading:
    rows = []
    for line in (ANNOTATED / document / "rows.jsonl").read_text("utf-8").splitlines():
        record = json.loads(line)
        units = tuple(unit["name"] for unit in record["units"])
        parts = {name: record.get(name) or "" for name in ("progress", "task", "targets", "problems", "next_steps")}
        rows.append(row(units=units, section=record["section"], **parts))
    return Reading(document=document, title=title, rows=tuple(rows))


@pytest.mark.corpus
@pytest.mark.skipif(not ANNOTATED.is_dir(), reason="needs the annotated rows beside the project")
@pytest.mark.parametrize(
    ("document", "title", "expected"),
    [
        ("000", "2023年任务落实情况表", ("370404", "2023", None)),
        ("001", "2021年任务目标第三季度落实情况表", ("370404", "2021-Q3", None)),
        ("002", None, ("370406", "2023", None)),
        ("003", None, ("370400", "2024", "2023")),
        ("004", "2023年重点工作9月份完成情况通报表", ("370305", "2023-09", None)),
    ],
)
def test_annotated_documents(document: str, title: str | None, expected: tuple[str | None, ...]) -> None:
    context = document_context(annotated(document, title))
    assert (context.area, context.period, context.reviews) == expected
