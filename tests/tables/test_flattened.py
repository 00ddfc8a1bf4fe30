"""Tables whose cells stand one a line, or whose columns were written one after the other."""

from __future__ import annotations

from tests.tables.making import reading, understood


def test_cells_one_a_line_with_numbers_are_laid_on_their_columns() -> None:
    text = """2024年民生实事进展情况
序号
实事内容
责任单位
完成时限
进展情况
1
新建学校3所，新增学位2700个。
县教体局
2024年9月底
东校区主体封顶。
2
建设互助幸福院20处，
新增床位300张。
县民政局 县财政局
2024年11月底
完成选址。"""
    found = reading(text)

    assert understood(found) == [
        ("1", "新建学校3所，新增学位2700个。", ["县教体局:l"], "东校区主体封顶。"),
        ("2", "建设互助幸福院20处，新增床位300张。", ["县民政局:j", "县财政局:j"], "完成选址。"),
    ]
    assert [row.text("deadline") for row in found.rows] == ["2024年9月底", "2024年11月底"]


def test_cells_one_a_line_without_numbers_are_cut_into_rows_by_what_they_hold() -> None:
    text = """重点任务
责任单位
推进情况
推进西部产业园厂房建设，年底前竣工5万平方米。
西部产业园管委会、区工信局
已完成3万平方米主体施工。
改造供水管网40公里。
区水务局
已改造26公里。"""

    assert understood(reading(text)) == [
        (
            None,
            "推进西部产业园厂房建设，年底前竣工5万平方米。",
            ["西部产业园管委会:j", "区工信局:j"],
            "已完成3万平方米主体施工。",
        ),
        (None, "改造供水管网40公里。", ["区水务局:l"], "已改造26公里。"),
    ]


def test_what_a_page_break_left_of_a_task_goes_back_to_it() -> None:
    pages = """序号 年度任务目标 责任单位 进展情况
1
推进老城区供水管网更新改
造，实施一批雨污分流工
区商务和投资促
进局
已完成管网改造二十公里，正在推进北片区施
— 7 —
程，提升防洪能力。
工，预计年底完成。
2
新建学校三所。
区教体局
区教体局：
已开工两所。"""

    assert understood(reading(pages)) == [
        (
            "1",
            "推进老城区供水管网更新改造，实施一批雨污分流工程，提升防洪能力。",
            ["区商务和投资促进局:l"],
            "已完成管网改造二十公里，正在推进北片区施工，预计年底完成。",
        ),
        ("2", "新建学校三所。", ["区教体局:l"], "区教体局：已开工两所。"),
    ]


def test_a_word_tables_cells_one_a_line_carry_merged_numbers_and_items_down() -> None:
    text = (
        "一、产业（共3项）\n\t序号\n\t事项\n\t年度任务目标\n\t责任单位\n\t完成情况\n\n"
        "\t1\n\t新能源\n\t①建成储能电站。\n\t区发改局\n城东镇\n\t已并网。\n\n"
        "\t\n\t\n\t②招引企业5家。\n\t区商投局\n\t\n\n"
        "\t2\n\t新材料\n\t③投产技改项目。\n\t区工信局\n\t[bookmark: _GoBack]正在安装设备。\n"
    )
    found = reading(text)

    assert [(row.number, row.item) for row in found.rows] == [("1", "新能源"), ("1", "新能源"), ("2", "新材料")]
    assert understood(found)[0][2:] == (["区发改局:j", "城东镇:j"], "已并网。")
    assert understood(found)[2][3] == "正在安装设备。"


def test_a_pipe_table_gives_lead_and_joint_columns_their_roles() -> None:
    text = """| 序号 | 重点任务 | 牵头单位 | 配合单位 |
|---|---|---|---|
| 1 | 建设综合管廊 | 市住建局 | 市财政局、市水务局 |"""

    assert understood(reading(text)) == [("1", "建设综合管廊", ["市住建局:l", "市财政局:j", "市水务局:j"], "")]


def test_headings_between_flattened_rows_are_sections() -> None:
    text = """序号
任务内容
牵头单位
责任单位
完成时限
一、加快产业发展
1
新增规上工业企业20家。
县工信局
各乡镇
12月底前
二、提升民生福祉
2
建设县人民医院新院区。
县卫健局
县住建局
县财政局
全年推进"""
    found = reading(text)

    assert [row.section for row in found.rows] == ["一、加快产业发展", "二、提升民生福祉"]
    assert understood(found)[1][2] == ["县卫健局:l", "县住建局:j", "县财政局:j"]
    assert [row.text("deadline") for row in found.rows] == ["12月底前", "全年推进"]


def test_columns_that_look_alike_are_told_by_the_number_of_lines() -> None:
    cells = "序号 项目名称 包保领导 责任单位 责任人 形象进度 1 电缆扩建 周涛 县工信局 李伟 主体封顶"
    text = "\n".join(f"{cells} 2 冷链园 孙敏 县商务局 王强 平整场地".split())

    assert [
        (
            row.number,
            row.text("task"),
            row.leaders[0].name,
            row.units[0].name,
            row.extra[0][1].value,
            row.text("progress"),
        )
        for row in reading(text).rows
    ] == [
        ("1", "电缆扩建", "周涛", "县工信局", "李伟", "主体封顶"),
        ("2", "冷链园", "孙敏", "县商务局", "王强", "平整场地"),
    ]


def test_header_cells_that_a_line_cut_are_joined_as_the_rows_below_have_cells() -> None:
    header = "序号 重点工作 责任 领导 责任 科室 攻坚目标 任务 第二季度 完成情况"
    rows = "1 北山水库 周涛 城建办 推进大坝。 迁移达60%。 2 美丽城镇 孙敏 农业办 创成省级。 投资3000万元。"
    text = "\n\n".join(f"{header} {rows}".split())

    assert [
        (
            row.number,
            row.text("task"),
            row.leaders[0].name,
            row.units[0].name,
            row.text("targets"),
            row.text("progress"),
        )
        for row in reading(text).rows
    ] == [
        ("1", "北山水库", "周涛", "城建办", "推进大坝。", "迁移达60%。"),
        ("2", "美丽城镇", "孙敏", "农业办", "创成省级。", "投资3000万元。"),
    ]
