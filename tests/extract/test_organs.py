"""Bodies that are part of a larger one, and bodies that stand in lists or sit elsewhere."""

from __future__ import annotations

import pytest

from tests.extract.finding import found


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("县委农村工作领导小组办公室印发方案。", ["县委农村工作领导小组办公室"]),
        ("市委审计委员会召开第三次会议。", ["市委审计委员会"]),
        ("区委农办、区委外办、县委依法治县办配合。", ["区委农办", "区委外办", "县委依法治县办"]),
        ("市委全面依法治市委员会守法普法协调小组来评估。", ["市委全面依法治市委员会守法普法协调小组"]),
        ("县安委会办公室、县森防指办公室联合检查。", ["县安委会办公室", "县森防指办公室"]),
        ("县委组织召开农村工作会议。", ["县委"]),
    ],
)
def test_commissions_and_offices_of_a_committee_are_one_name(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Agency") == names


@pytest.mark.parametrize("sentence", ["县委书记到场调研。", "市委常委、副市长带队。", "省委副书记批示。"])
def test_a_committee_inside_an_office_held_by_a_person_is_no_agency(sentence: str) -> None:
    assert found(sentence, "Agency") == []


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("中央第五生态环境保护督察组交办件全部办结。", ["中央第五生态环境保护督察组"]),
        ("省委第三巡视组反馈意见。", ["省委第三巡视组"]),
        ("省生态环境保护督察组反馈问题。", ["省生态环境保护督察组"]),
        ("全县成立8个督导组，派出检查组。", []),
    ],
)
def test_inspectors_with_the_one_who_sent_them(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Agency") == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("应急部政策法规司、省财政厅预算处对接。", ["应急部政策法规司", "省财政厅预算处"]),
        ("县公安局交警大队、市生态环境局清河分局办理。", ["县公安局交警大队", "市生态环境局清河分局"]),
        ("消防救援大队、特警大队开展夜查。", ["消防救援大队", "特警大队"]),
        ("团县委、县直机关工委参加。", ["团县委", "县直机关工委"]),
        ("驻京办、驻深圳办事处对接企业。", ["驻京办", "驻深圳办事处"]),
        ("省政府办公厅采用信息，区政府办理提案。", ["省政府办公厅", "区政府"]),
        ("清河街道办事处、白塔镇党委负责。", ["清河街道办事处", "白塔镇党委"]),
        (
            "省公安厅刑侦总队、市税务局稽查局、国家统计局清河调查队。",
            ["省公安厅刑侦总队", "市税务局稽查局", "国家统计局清河调查队"],
        ),
        ("自治区发改委、自治县林业局、县城管执法局批复。", ["自治区发改委", "自治县林业局", "县城管执法局"]),
        ("区民政局、区残联、投促局配合。", ["区民政局", "区残联", "投促局"]),
        ("用好长三角产业促进中心平台。", ["长三角产业促进中心"]),
        ("建设社区卫生服务中心，高新区管委会负责。", ["高新区管委会"]),
    ],
)
def test_departments_detachments_and_offices(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Agency") == names


@pytest.mark.parametrize("sentence", ["由县住建局、白塔镇、监理验收。", "业主单位为白塔镇，已开工。"])
def test_a_town_among_agencies_or_as_owner_is_one(sentence: str) -> None:
    assert ("白塔镇" in found(sentence, "Agency"), found(sentence, "Area")) == (True, [])


def test_each_item_of_a_list_of_departments_is_a_body_towns_included() -> None:
    sentence = "征求财政局、国资中心、白塔镇等七部门意见。"
    assert (found(sentence, "Agency"), found(sentence, "Area")) == (["财政局", "国资中心", "白塔镇"], [])


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("对徐州军分区机关营房实施改造。", ["徐州军分区"]),
        ("报水利部淮委审查，过国家能源局江苏监管办试验。", ["水利部淮委", "国家能源局江苏监管办"]),
        ("协调国网昌乐县供电公司，北关路粮食局宿舍加装电梯。", []),
        ("会同县文广旅局签协议。", ["县文广旅局"]),
    ],
)
def test_arms_of_ministries_and_houses_that_are_no_agencies(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Agency") == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("通过国家科技部复审，科技部派员指导。", ["国家科技部", "科技部"]),
        ("各项目均成立一个现场指挥部，五大指挥部每周调度，实行一案一专班。", []),
        ("云河新区建设指挥部每周调度。", ["云河新区建设指挥部"]),
    ],
)
def test_ministries_in_full_and_bodies_only_counted(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Agency") == names
