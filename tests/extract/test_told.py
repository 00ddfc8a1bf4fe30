"""Undertakings without the word 项目: what a clause tells the stage of, what is driven on, what has a price."""

from __future__ import annotations

import pytest

from tests.extract.finding import found


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("白云镇柳溪安置区房建验收，青柳镇集镇安置区地勘。", ["白云镇柳溪安置区", "青柳镇集镇安置区"]),
        ("柳溪灌渠东岭支渠防渗8.3公里铺膜收口。", ["柳溪灌渠东岭支渠防渗"]),
        ("云岭水库除险加固主坝灌浆。", ["云岭水库除险加固"]),
        ("石桥村东山古寨保护修复列入年度计划。", ["石桥村东山古寨保护修复"]),
        ("柳河截污管网铺设3.9公里。", ["柳河截污管网"]),
        ("柳溪古城码头广场二期由文旅公司代建。", ["柳溪古城码头广场二期"]),
        ("东岭大道东延线、白云镇云溪路改造通车。", ["东岭大道东延线", "白云镇云溪路改造"]),
        ("永柳镇安置房二标段封顶。", ["永柳镇安置房二标段"]),
    ],
)
def test_the_subject_of_a_clause_about_building_is_a_project(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Project") == names


@pytest.mark.parametrize(
    "sentence",
    [
        "3个停车场完成改造。",
        "发酵车间封顶。",
        "农村生活污水治理完成八成。",
        "抢抓青柳高铁通车机遇。",
        "与柳溪职业学院签订合作协议。",
        "县水利局组织了闸站验收。",
        "沥青路面改造完成。",
    ],
)
def test_counts_general_words_and_places_that_run_are_none(sentence: str) -> None:
    assert found(sentence, "Project") == []


def test_works_and_plants_are_named_behind_a_verb_of_driving_on() -> None:
    sentence = "推进柳溪渠治理、青河灌区石桥片改造，全力做好服务。"
    assert found(sentence, "Project", part="task") == ["柳溪渠治理", "青河灌区石桥片改造"]


def test_what_is_set_up_and_has_a_price_is_one_thing() -> None:
    assert found("石桥村利用闲置校舍建设蔬菜集配中心，总投资3200万元。", "Project") == ["蔬菜集配中心"]
    assert found("建设3处蔬菜集配中心，总投资3200万元。", "Project") == []


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("配套道路——青云路、柳九路建成通车。", ["青云路", "柳九路"]),
        ("城市地铁3号线柳溪站因岸线调整尚未动工。", ["城市地铁3号线柳溪站"]),
        ("柳溪河一河两岸一期（石桥社区段）竣工。", ["柳溪河一河两岸一期（石桥社区段）"]),
        ("县疾控中心实验楼4月竣工。", ["县疾控中心实验楼"]),
        ("大明路建材市场迁建至白云镇。", ["大明路建材市场迁建"]),
    ],
)
def test_stations_phases_with_sections_and_moves_are_told_of(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Project") == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("云柳镇青石村颐养中心、柳溪街道长者饭堂相继启用。", ["云柳镇青石村颐养中心", "柳溪街道长者饭堂"]),
        ("柳河实业负责的柳溪产业园二期封顶。", ["柳溪产业园二期"]),
        ("县里又签了云柳镇独立储能100MW，明年动工。", ["云柳镇独立储能"]),
        ("永安镇、蒋柳镇、石仓镇三片区竣工自检。", []),
    ],
)
def test_adverbs_owners_and_powers_stand_around_it_and_a_count_of_quarters_is_none(
    sentence: str, names: list[str]
) -> None:
    assert found(sentence, "Project") == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("石峰新能源产业园厂房全数结顶，配套完工。", []),
        ("石峰新能源产业园签约智能终端企业53家。", []),
        ("石峰新能源产业园进入省级试点名单。", []),
        ("石峰新能源产业园：固定资产投资增长24%。", []),
        ("石峰新能源产业园落地。", ["石峰新能源产业园"]),
        ("石峰新能源产业园建成运营。", ["石峰新能源产业园"]),
    ],
)
def test_of_a_park_as_a_whole_is_told_not_of_what_goes_on_there(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Project") == names


@pytest.mark.parametrize("sentence", ["石峰街心公园建成5个。", "柳溪寄宿制学校完工102所。"])
def test_of_which_many_are_built_is_a_kind(sentence: str) -> None:
    assert found(sentence, "Project") == []
