"""Where a firm's name ends before what is made, and where it begins behind prose and areas."""

from __future__ import annotations

import pytest

from tests.extract.finding import found


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("睿霖智能停车设备项目、柏川环保包装材料项目开工。", ["睿霖", "柏川"]),
        ("睿霖汽车零部件、柏川汽车电子投产。", ["睿霖", "柏川"]),
        ("柏川光电金刚线项目、望澜生物航煤项目开工。", ["柏川", "望澜"]),
        ("柏川光电、望澜生物投产。", ["柏川光电", "望澜生物"]),
        ("江苏海岚环保餐具项目开工。", ["江苏海岚"]),
        ("比亚迪新能源汽车零部件项目签约，华润电力投产。", ["比亚迪", "华润电力"]),
    ],
)
def test_a_product_is_no_part_of_its_firm(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Company") == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("海原县睿霖年产3万吨型材项目开工。", ["睿霖"]),
        ("河北柏川化妆刷生产项目签约。", ["河北柏川"]),
        ("望澜二期项目投产。", ["望澜"]),
        ("柏川（云州）智能装备项目开工。", ["柏川"]),
    ],
)
def test_a_bare_name_before_what_is_made_is_a_firm(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Company") == names


@pytest.mark.parametrize("sentence", ["茶亭工业园扩区。", "青枫物流园开园。", "聚力抓项目、强建设，树牢项目意识。"])
def test_places_and_slogans_are_no_firms(sentence: str) -> None:
    assert found(sentence, "Company") == []


def test_a_park_with_what_is_made_is_called_after_its_firm() -> None:
    assert found("睿霖智能制造产业园封顶。", "Company") == ["睿霖"]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("工程由江苏睿霖环保有限公司承建。", ["江苏睿霖环保有限公司"]),
        ("先后看了柏川纸业有限公司。", ["柏川纸业有限公司"]),
        ("落地项目20个，含望澜公司年产2亿平方米薄膜。", ["望澜公司"]),
        ("兰山区山东海岚光电有限公司扩产。", ["山东海岚光电有限公司"]),
        ("枣庄市山亭区海岚种植专业合作社分红。", ["枣庄市山亭区海岚种植专业合作社"]),
        ("柏川集团下属望澜建筑公司进场。", ["柏川集团", "望澜建筑公司"]),
        ("海岚电子公司员工返岗。", ["海岚电子公司"]),
    ],
)
def test_a_registered_name_begins_behind_prose_and_counties(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Company") == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("柏川新材料产业园项目、睿霖汽车产业基地项目开工。", ["柏川", "睿霖"]),
        ("望澜机械生产基地项目、柏川科技创业园开工。", ["望澜", "柏川"]),
        ("睿霖服饰智能制造项目签约。", ["睿霖"]),
        ("睿霖新材料、柏川机械投产。", ["睿霖新材料", "柏川机械"]),
        ("柏川科技制造基地项目、望澜新材料年产3万吨树脂项目开工。", ["柏川科技", "望澜新材料"]),
    ],
)
def test_a_trade_before_a_site_tells_what_is_made_there(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Company") == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("连江睿霖化妆刷生产项目开工。", ["睿霖"]),
        ("桐城柏川尼龙薄膜项目、岳西望澜中药健康产业园开工。", ["柏川", "望澜"]),
        ("邳州华为云计算项目签约。", ["华为"]),
        ("深圳柏川化妆刷生产项目签约。", ["深圳柏川"]),
        ("邳州中药健康产业园开园。", []),
    ],
)
def test_a_county_before_a_firm_says_where_it_is(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Company") == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("万达广场开业，恒大路通车，龙湖区设点。", []),
        ("万达集团增资，恒大投产。", ["万达集团", "恒大"]),
        ("柏川750千伏变电站项目开工，望澜11号线工程开工。", []),
        ("柏川30万吨树脂项目开工。", ["柏川"]),
        ("睿霖生物质发电项目开工。", ["睿霖"]),
        ("成立全资子公司，联动合作社分红，无人农场插秧，新培育合作社3家。", []),
        ("望澜电子厂复工。", ["望澜电子厂"]),
        ("项目归江苏柏川环保有限公司运营。", ["江苏柏川环保有限公司"]),
    ],
)
def test_what_goes_on_as_another_word_is_no_firm(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Company") == names
