"""Notices that put the units in brackets behind each task."""

from __future__ import annotations

from tests.tables.making import reading, understood


def test_each_style_of_bracket_gives_its_units_and_roles() -> None:
    text = """2023年重点任务分工方案
二、重点任务
（一）推动工业提质
1．实施技改项目120个。（责任单位：市工信局、市统计局，各县（市、区）人民政府）
2．加快北湖化工新材料项目建设。
（牵头单位：市发改委；配合单位：市自然资源局，高新区管委会）
3．建成智算中心。（牵头单位：市大数据局，责任单位：市工信局、市通管办等相关部门）
（二）扩大内需
1．发放消费券2000万元。[责任单位：市商务局；完成时限：2023年12月]
2．新改建农村公路300公里。（市交通运输局牵头，市财政局、市农业农村局配合）
3．创建国家5A级景区。（市委宣传部（市文明办）、市文旅局按职责分工负责）"""

    assert understood(reading(text)) == [
        ("1", "实施技改项目120个。", ["市工信局:j", "市统计局:j", "各县（市、区）人民政府:j"], ""),
        ("2", "加快北湖化工新材料项目建设。", ["市发改委:l", "市自然资源局:j", "高新区管委会:j"], ""),
        ("3", "建成智算中心。", ["市大数据局:l", "市工信局:j", "市通管办:j"], ""),
        ("1", "发放消费券2000万元。", ["市商务局:l"], ""),
        ("2", "新改建农村公路300公里。", ["市交通运输局:l", "市财政局:j", "市农业农村局:j"], ""),
        ("3", "创建国家5A级景区。", ["市委宣传部（市文明办）:j", "市文旅局:j"], ""),
    ]


def test_sections_number_afresh_and_name_their_rows() -> None:
    text = "（一）工业\n1.招商60个。（责任单位：市商务局）\n（二）农业\n1.建成粮仓。（责任单位：市粮食局）"

    assert [(row.section, row.number) for row in reading(text).rows] == [("（一）工业", "1"), ("（二）农业", "1")]


def test_what_stands_before_and_after_the_tasks_is_no_task_and_is_listed() -> None:
    text = """各县区人民政府：
现将任务分工印发给你们，请认真落实。
1.建成滨河水厂。（责任单位：市水务局）
2.改造供水管网40公里。（责任单位：市水务局）
各单位每月25日前报送进展。"""
    found = reading(text)

    unread = [text[start:end] for start, end in found.remainder]

    assert [row.text("task") for row in found.rows] == ["建成滨河水厂。", "改造供水管网40公里。"]
    assert (
        "".join(unread).replace("\n", "")
        == "各县区人民政府：现将任务分工印发给你们，请认真落实。各单位每月25日前报送进展。"
    )


def test_paragraphs_cut_into_printed_lines_are_whole_again() -> None:
    text = """    一、加快项目建设。全年实施重点项目200个，完成
投资500亿元。推进北山风电二期、东湖水厂等项目
建设，确保年底投用。（责任单位：市发改委、市水务
局，各县区）
    二、稳定就业。新增城镇就业3万人。（责任单位：市
人社局）三、新建学校5所。（责任单位：市教育局）"""

    assert understood(reading(text)) == [
        (
            "一",
            "加快项目建设。全年实施重点项目200个，完成投资500亿元。推进北山风电二期、东湖水厂等项目建设，确保年底投用。",
            ["市发改委:j", "市水务局:j", "各县区:j"],
            "",
        ),
        ("二", "稳定就业。新增城镇就业3万人。", ["市人社局:l"], ""),
        ("三", "新建学校5所。", ["市教育局:l"], ""),
    ]


def test_lines_of_labels_give_leaders_units_and_terms() -> None:
    text = """1.固定资产投资增长8%。
责任领导：李明、王红
牵头单位：区发改局
责任单位：区住建局、各街道办事处
完成时限：2023年12月底
2.建成跨线桥。
【责任单位】区住建局（牵头）、区交通局"""
    first, second = reading(text).rows

    assert [leader.name for leader in first.leaders] == ["李明", "王红"]
    assert first.text("deadline") == "2023年12月底"
    assert [(u.name, u.role) for u in first.units] == [
        ("区发改局", "lead"),
        ("区住建局", "joint"),
        ("各街道办事处", "joint"),
    ]
    assert [(u.name, u.role) for u in second.units] == [("区住建局", "lead"), ("区交通局", "joint")]


def test_labels_may_follow_the_sentence_without_a_bracket() -> None:
    text = """（一）做大产业，培育链主企业3家。（牵头单位：市工信局；责任单位：市商务局）
（二）建成风电产业园。牵头领导：周明；牵头单位：市发改委；责任单位：市自然资源局、市行政审批局"""

    assert understood(reading(text))[1] == (
        "二",
        "建成风电产业园。",
        ["市发改委:l", "市自然资源局:j", "市行政审批局:j"],
        "",
    )


def test_a_task_whose_bracket_is_missing_is_a_row_without_units() -> None:
    text = """一、工业
1.推进甲园区建设。（责任单位：市工信局）
2.推进乙园区建设。
3.推进丙园区建设。（责任单位：市商务局）
4.推进丁园区建设。"""

    assert understood(reading(text)) == [
        ("1", "推进甲园区建设。", ["市工信局:l"], ""),
        ("2", "推进乙园区建设。", [], ""),
        ("3", "推进丙园区建设。", ["市商务局:l"], ""),
        ("4", "推进丁园区建设。", [], ""),
    ]


def test_a_sentence_among_tasks_without_numbers_is_told_as_prose() -> None:
    text = """六峰市民生工程进度通报
各县区从快到慢为金山县、金水区、霍口县。
学前教育中，霍口县整改不到位。（牵头单位：市教体局）
卫生室建设中，金水区整改不到位。（牵头单位：市卫健委）"""
    found = reading(text)

    assert (found.title, found.remainder) == ("六峰市民生工程进度通报", ())
    assert [(row.row, row.text("task") or row.text("progress")) for row in found.rows] == [
        ("s001", "各县区从快到慢为金山县、金水区、霍口县。"),
        ("r001", "学前教育中，霍口县整改不到位。"),
        ("r002", "卫生室建设中，金水区整改不到位。"),
    ]


def test_a_nested_number_is_no_part_of_its_task() -> None:
    text = """1.1 推进甲园区建设，投资3亿元。
责任单位：区工信局
1.2 建成乙园区。
责任单位：区商务局"""

    assert understood(reading(text)) == [
        ("1.1", "推进甲园区建设，投资3亿元。", ["区工信局:l"], ""),
        ("1.2", "建成乙园区。", ["区商务局:l"], ""),
    ]


def test_what_a_labelled_line_tells_below_the_bracket_is_its_tasks() -> None:
    text = """一、改善教育
1.新建学校2所。（责任单位：区教体局）
完成情况：主体完工，正在装修。
2.改造幼儿园。责任单位：区教体局、区住建局。进展情况：已招标。
（三）修路30公里。（区交通局牵头，区财政局、各镇配合，2024年底前完成）"""

    assert understood(reading(text)) == [
        ("1", "新建学校2所。", ["区教体局:l"], "主体完工，正在装修。"),
        ("2", "改造幼儿园。", ["区教体局:j", "区住建局:j"], "已招标。"),
        ("三", "修路30公里。", ["区交通局:l", "区财政局:j", "各镇:j"], ""),
    ]
    assert reading(text).rows[2].text("deadline") == "2024年底前完成"
