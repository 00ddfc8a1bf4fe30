"""Prose: sentences, and the lines among them that are none."""

from __future__ import annotations

from kg.tables.coverage import coverage
from tests.tables.making import document, reading


def told(text: str) -> list[tuple[str | None, str]]:
    """Section and sentence of each row."""
    return [(row.section, row.text("progress")) for row in reading(text).rows]


def test_a_first_line_without_a_stop_is_the_title_also_without_a_blank_line() -> None:
    text = "青石县2024年上半年招商签约（节选）\n冷链园主体完工。电缆二期8月试产。"

    assert reading(text).title == "青石县2024年上半年招商签约（节选）"
    assert told(text) == [(None, "冷链园主体完工。"), (None, "电缆二期8月试产。")]


def test_lines_without_a_stop_head_what_follows_and_are_no_part_of_it() -> None:
    text = """青石县项目进展情况
（2024年7月5日）
县长　周涛
一、城东新区
城东学校封顶。
教育补短板
幼儿园投用，新增学位300个。
青石县人民政府办公室
2024年7月8日"""
    read = reading(text)
    account = coverage(document(text), read)

    assert told(text) == [("一、城东新区", "城东学校封顶。"), ("教育补短板", "幼儿园投用，新增学位300个。")]
    assert [text[start:end] for start, end in read.headings][-2:] == ["青石县人民政府办公室", "2024年7月8日"]
    assert (account.rows, account.furniture, account.remainder) == (22, 0, 0)


def test_a_list_without_stops_is_one_record_an_item() -> None:
    text = "上半年做了三件事。\n新建学校3所\n改造管网20公里\n新增车位500个\n下半年继续推进。"

    assert [sentence for _, sentence in told(text)] == [
        "上半年做了三件事。",
        "新建学校3所",
        "改造管网20公里",
        "新增车位500个",
        "下半年继续推进。",
    ]


def test_lines_that_a_page_or_a_converter_cut_stay_one_sentence() -> None:
    printed = """推进东湖水厂二期建设并完成管网改造二十公里工程
按期投用，惠及城北片区群众三万余人和企业四十家，
其中规上企业十二家，全年供水能力提高到五万吨每日
群众满意度明显提高。"""
    ragged = "现在，我代表\n县\n政府报告工作。\n新建学校\n3\n所，投用的\n2\n所。"

    assert [sentence for _, sentence in told(printed)] == ["".join(printed.split())]
    assert [sentence for _, sentence in told(ragged)] == ["现在，我代表县政府报告工作。", "新建学校3所，投用的2所。"]


def test_a_sentence_that_a_town_opens_is_the_towns() -> None:
    text = "签约6个项目。\n乔家乡：面点加工项目投资1.8亿元。\n县商务局：引进企业2家。\n重点工作：抓好招商。"

    assert [
        {part.unit: row.text("progress")[part.start : part.end] for part in row.progress_by_unit}
        for row in reading(text).rows
    ] == [{}, {"乔家乡": "面点加工项目投资1.8亿元。"}, {"县商务局": "引进企业2家。"}, {}]
