"""Institutions by their classes: campuses, branches, houses for the old, schools by number, shared last words."""

from __future__ import annotations

import pytest

from tests.extract.finding import found, full


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("市一中新校区选址城北，云河二中东校区封顶。", ["市一中", "云河二中东校区"]),
        ("加快职业中专新校区建设。", ["职业中专"]),
        ("双河实验学校（北湖校区）如期招生。", ["双河实验学校（北湖校区）"]),
        ("石佛镇中心小学食堂交付，排查出学校食堂隐患9处。", ["石佛镇中心小学"]),
        ("五里牌街道第九完小征地受阻，西河四小立项。", ["五里牌街道第九完小", "西河四小"]),
        ("生物城中学初中部竣工，第一中标候选人公示。", ["生物城中学"]),
        ("老人转至云溪片区中心敬老院。", ["云溪片区中心敬老院"]),
        ("南朗村颐康中心启用，柳溪村居家养老服务照料中心运营。", ["南朗村颐康中心", "柳溪村居家养老服务照料中心"]),
        ("与西北有色金属研究院共建，合作共管学校2所。", ["西北有色金属研究院"]),
        ("中科院东海研究院云河装备所设立实验室。", ["中科院东海研究院云河装备所"]),
        ("市疾控中心迁建开工。", ["市疾控中心"]),
        ("县疾控中心开展培训。", []),
        ("县电商协会组织培训，省建筑设计院完成初设。", ["县电商协会", "省建筑设计院"]),
        ("BSL-2实验室备案取得，评选第二批非遗工坊20家。", []),
    ],
)
def test_institutions_of_every_class(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Institution") == names


def test_the_institutions_of_a_list_share_their_last_words() -> None:
    assert full("柳溪镇、青石镇敬老院完成签约。", "Institution") == {
        "柳溪镇": "柳溪镇敬老院",
        "青石镇敬老院": "青石镇敬老院",
    }
    assert full("东升街道、怡心街道社区卫生服务中心投用。", "Institution") == {
        "东升街道": "东升街道社区卫生服务中心",
        "怡心街道社区卫生服务中心": "怡心街道社区卫生服务中心",
    }


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("本科院校2所，即云岭农业大学、柳溪理工大学。", ["云岭农业大学", "柳溪理工大学"]),
        ("开工6个，含柳溪医院扩建项目。", ["柳溪医院"]),
        ("云岭中心医院暨柳溪疗养院开工。", ["云岭中心医院", "柳溪疗养院"]),
        ("云岭一中获全国艺术传承学校称号。", ["云岭一中"]),
    ],
)
def test_an_institution_begins_behind_verbs_and_other_institutions(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Institution") == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("推进36中、37中改扩建，六中新校区开学。", ["36中", "37中", "六中"]),
        ("镇卫生院迁建，镇中心小学投用。", ["镇卫生院", "镇中心小学"]),
        ("云岭中心医院分院完工。", ["云岭中心医院分院"]),
        ("做法被央视财经频道报道，清华街改造。", ["央视财经频道"]),
    ],
)
def test_institutions_by_number_level_branch_and_channel(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Institution") == names


@pytest.mark.parametrize(
    "sentence",
    [
        "改造农村薄弱学校和寄宿制学校。",
        "确定定点医院2所。",
        "集中学习12次，其中专项债券3亿元。",
        "建成居家养老服务中心9个。",
    ],
)
def test_sorts_of_schools_and_parts_of_words_are_no_institutions(sentence: str) -> None:
    assert found(sentence, "Institution") == []
