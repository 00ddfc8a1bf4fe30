"""A project that the row names in full is found again where a clause begins with a shorter form of it."""

from __future__ import annotations

import pytest

from kg.extract.short_subjects import short_end
from tests.extract.finding import mentions, row


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("青石快速路", "青柳港至石桥快速路"),
        ("青石路", "青柳至石桥一级公路"),
        ("国丰搬迁", "云岭国丰钢铁有限公司退城搬迁环保升级项目"),
        ("柳河治理", "柳河流域治理"),
        ("大功灌区", "大功引水灌区东柳片改造"),
        ("N2海上风电", "云岭能源东柳N2海上风电"),
        ("东环路", "省道248东环路"),
    ],
)
def test_a_short_form_is_made_of_pieces_of_the_full_name_in_order(short: str, full: str) -> None:
    fit = short_end(short + "完工", 0, full)
    assert fit is not None
    assert fit[0] == len(short)


@pytest.mark.parametrize(
    ("start", "full"),
    [
        ("云岭国丰有限", "云岭国丰钢铁公司退城搬迁项目"),
        ("污水处理率提高", "东柳工业园区污水处理项目"),
        ("文化保护", "柳河文化保护项目"),
        ("柳河", "柳河流域治理"),
    ],
)
def test_a_firm_a_trade_or_a_place_alone_is_no_short_form(start: str, full: str) -> None:
    assert short_end(start, 0, full) is None


def test_a_clause_that_opens_with_a_short_form_has_the_project_with_its_full_name() -> None:
    given = row(
        task="加快青柳港至石桥快速路建设。",
        progress="青石快速路路面中面层铺齐；农村公路养护有序开展。",
    )
    found = [(m.text, m.canonical) for m in mentions(given) if m.type == "Project" and m.part == "progress"]
    assert found == [("青石快速路", "青柳港至石桥快速路")]


def test_so_many_of_a_kind_are_no_short_form() -> None:
    given = row(task="建设白云镇智慧停车场项目。", progress="智慧停车场12个投用。")
    assert [m.text for m in mentions(given) if m.part == "progress" and m.type == "Project"] == []


def test_a_park_that_is_built_is_a_project_by_its_short_form_too() -> None:
    given = row(task="建设白云镇瓜果融合园。", progress="融合园冷库正在保温。")
    found = [(m.type, m.text, m.canonical) for m in mentions(given) if m.part == "progress"]
    assert ("Project", "融合园", "白云镇瓜果融合园") in found


def test_a_park_that_is_built_is_a_project_by_its_contracted_name() -> None:
    given = row(task="建设白云镇稻虾产业园。", progress="稻虾园分拣中心扩到日出虾40吨。")
    found = [(m.text, m.canonical) for m in mentions(given) if m.part == "progress" and m.type == "Project"]
    assert ("稻虾园", "白云镇稻虾产业园") in found
