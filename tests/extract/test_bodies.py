"""Centres, branches, committees: what their last word alone does not say."""

from __future__ import annotations

import re

import pytest

from tests.extract.finding import found, mentions, row


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("在区老年活动中心、市妇女儿童活动中心设点。", ["区老年活动中心", "市妇女儿童活动中心"]),
        ("云溪镇卫生院柳湾执业点已开诊。", ["云溪镇卫生院柳湾执业点"]),
        ("完成“两癌”管理中心形象设计。", ["“两癌”管理中心"]),
        ("打造区域医疗中心，建成全国一流康养中心。", []),
        ("新建养老服务中心3处。", []),
        ("与云溪集团共建柳湖研究院。", ["柳湖研究院"]),
    ],
)
def test_institutions_that_serve(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Institution") == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("县重点工程推进服务中心开展督查。", ["县重点工程推进服务中心"]),
        ("与柳湾居委会签订协议。", ["柳湾居委会"]),
        ("报送高铁建设指挥部，由行政审批中心办理。", ["高铁建设指挥部", "行政审批中心"]),
        ("各村委会、全体居委会参加。", []),
        ("实行重大项目专班制，成立项目专班。", []),
    ],
)
def test_offices(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Agency") == names


def test_a_unit_is_known_without_its_level() -> None:
    rows = row(units=("县国资中心",), progress="国资中心已核查，征求各国资中心以外的意见。")
    assert "国资中心" in [m.text for m in mentions(rows) if m.part == "progress" and m.type == "Agency"]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("县教育体育局、区规划和自然资源分局到场，由市城市管理综合行政执法局承担。", 3),
        ("区人力社保局、市卫计委、县招商和商务局负责。", 3),
        ("市委督察室会同市政府督察室督办，兰州海关放行。", 3),
    ],
)
def test_agencies_of_two_functions_and_their_offices(sentence: str, names: int) -> None:
    whole = [name for name in re.split("[、，。]|到场|由|承担|负责|会同|督办|放行", sentence) if name]
    assert found(sentence, "Agency") == whole
    assert len(whole) == names
