"""Facilities with what is done to them at length, and villages without their suffix."""

from __future__ import annotations

import pytest

from tests.extract.finding import found, full


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("实施青岚港泊位智能化改造升级。", ["青岚港泊位智能化改造升级"]),
        ("完成柳荫路管廊安装。", ["柳荫路管廊安装"]),
        ("推进镜湖柳寨景区及周边区域提档升级，持续跟进。", ["镜湖柳寨景区及周边区域提档升级"]),
        ("推进节能降碳改造、环境整治。", []),
        ("完成柳荫路与省道交界口节点绿化工程。", ["柳荫路与省道交界口节点绿化工程"]),
        ("青岚镇衔接乡村振兴集中推进区项目正常运行。", ["青岚镇衔接乡村振兴集中推进区项目"]),
    ],
)
def test_work_at_length(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Project") == names


def test_the_work_is_shared_by_the_list() -> None:
    assert full("推进柳荫路、镜湖路雨污分流改造。") == {
        "柳荫路": "柳荫路雨污分流改造",
        "镜湖路雨污分流改造": "镜湖路雨污分流改造",
    }


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("青岚镇北柳庄、望川镇石桥村获评。", ["青岚镇", "北柳庄", "望川镇", "石桥村"]),
        ("完成改造柳刘村、王屯、涝坡、崔庄等。", ["柳刘村", "王屯", "涝坡", "崔庄"]),
        ("创建云屋店、麻岗、柳西4个省级美丽乡村。", ["云屋店", "麻岗", "柳西"]),
        ("胶州大白菜上市，改善镇容镇貌。", []),
        ("前往临沂、日照、青岛考察。", ["临沂", "日照", "青岛"]),
    ],
)
def test_areas_without_their_suffix(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Area") == names


def test_people_who_stand_for_others() -> None:
    assert found("以王海岚、李青柳为代表的返乡青年创业。", "Person") == ["王海岚", "李青柳"]
    assert found("以石榴、樱桃为代表的特色产业。", "Person") == []
