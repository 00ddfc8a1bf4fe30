"""Institutions by their classes: campuses, branches, houses for the old, schools by number, shared last words."""

from __future__ import annotations

import pytest

from tests.extract.finding import found, full, mentions, row


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


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("扩大学位：建区第三幼儿园，建国小学交付。", ["区第三幼儿园", "建国小学"]),
        ("投资800万元，设东岭解放纪念馆，设计院完成图纸。", ["东岭解放纪念馆"]),
        ("道路贯通，方便了柳溪小学师生。", ["柳溪小学"]),
        ("请中国云河工程设计院编制方案。", ["中国云河工程设计院"]),
        ("同县团校、开放大学等院校共建。", ["县团校"]),
        ("西河三小划归实验小学，市妇保院加入云河大学附属儿童医院医联体。",
         ["西河三小", "实验小学", "市妇保院", "云河大学附属儿童医院"]),
        ("车间、办公楼及东岭博物馆投用。", ["东岭博物馆"]),
        ("依托云河理工大学建协同创新中心。", ["云河理工大学"]),
    ],
)  # fmt: skip
def test_no_institution_begins_with_the_verb_of_its_sentence(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Institution") == names


@pytest.mark.parametrize(
    "sentence",
    [
        "“五馆一中心”开工，“一街一中心”投用。",
        "云河县乡镇卫生院能力提升，云河区公立学校改扩建。",
        "云河区中小学改扩建，文溪市级医院改造，安居小区配套小学交付。",
        "各县都建成一处危重母婴救治中心。",
    ],
)
def test_what_stands_for_many_is_no_institution(sentence: str) -> None:
    assert found(sentence, "Institution") == []


def test_a_centre_that_treats_people_is_an_institution() -> None:
    assert found("县肿瘤诊疗中心开工，云河区应急医疗救治中心封顶。", "Institution") == [
        "县肿瘤诊疗中心",
        "云河区应急医疗救治中心",
    ]


def test_a_hall_is_a_weaker_institution_than_a_centre_that_treats_people() -> None:
    names = mentions(row(progress="柳溪全民健身中心、柳溪社区医疗中心开工。"))
    sure = {name.text: name.confidence for name in names if name.type == "Institution"}
    assert sure["柳溪全民健身中心"] < 0.3 < sure["柳溪社区医疗中心"]


def test_facilities_of_which_a_place_has_one_are_named_without_it() -> None:
    assert found("规划馆、党史馆、儿童医院投用，福利中心二期封顶。", "Institution") == [
        "规划馆",
        "党史馆",
        "儿童医院",
        "福利中心",
    ]


def test_campuses_by_their_direction_belong_to_the_school() -> None:
    assert found("三十一中南校扩建，县蓬山中心小学东溪分园交付，县第五中学北校门改造。", "Institution") == [
        "三十一中南校",
        "县蓬山中心小学东溪分园",
        "县第五中学",
    ]


def test_schools_and_institutes_by_their_number() -> None:
    assert found("改造西河十小、西河六中，县实验二小投用，苏大附二院北区开工。", "Institution") == [
        "西河十小",
        "西河六中",
        "县实验二小",
        "苏大附二院",
    ]
    assert found("中电科38所产业基地、航天四院总部开工。", "Institution") == ["中电科38所", "航天四院"]


def test_a_secondary_school_closes_no_list() -> None:
    assert found("东溪中等职业技术学校项目二期、云河高等专科学校封顶。", "Institution") == [
        "东溪中等职业技术学校",
        "云河高等专科学校",
    ]


def test_a_newspaper_is_named_without_the_marks_of_its_title() -> None:
    assert found("事迹获《西河晚报》、《东岭生活》等媒体报道。", "Institution") == ["西河晚报", "东岭生活"]
