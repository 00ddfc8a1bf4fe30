"""Members of a list share what is built or done there, which stands once behind the last or behind their number."""

from __future__ import annotations

import pytest

from tests.extract.finding import full


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "云峰山、柳溪、东柳广场等3处公园提升完工。",
            {"云峰山": "云峰山公园提升", "柳溪": "柳溪公园提升", "东柳广场": "东柳广场提升"},
        ),
        ("青云路、白石街两处游园建成。", {"青云路": "青云路游园", "白石街": "白石街游园"}),
        ("永昌茶庄、宝和商铺等7处文物建筑修缮竣工。", {"永昌茶庄": "永昌茶庄修缮", "宝和商铺": "宝和商铺修缮"}),
        ("石桥、白云等6个镇高标准农田完成过半。", {}),
        ("道路、管网等5个方面进行整治。", {}),
    ],
)
def test_members_that_are_counted_share_what_is_counted(sentence: str, names: dict[str, str]) -> None:
    assert full(sentence) == names


def test_villages_share_the_facility_behind_the_last() -> None:
    assert full("白云镇柳林村、青石镇石桥村安置楼主体完工。") == {
        "白云镇柳林村": "白云镇柳林村安置楼",
        "青石镇石桥村安置楼": "青石镇石桥村安置楼",
    }


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "实施农村公路提质和农村饮水安全巩固工程。",
            {"农村公路提质": "农村公路提质工程", "农村饮水安全巩固工程": "农村饮水安全巩固工程"},
        ),
        ("加快二期储能项目建设。", {"二期储能项目": "二期储能项目"}),
        ("加快重点项目建设。", {}),
    ],
)
def test_general_words_name_a_work_that_is_one(sentence: str, names: dict[str, str]) -> None:
    assert full(sentence) == names
