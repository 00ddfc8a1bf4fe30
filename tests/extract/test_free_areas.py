"""Cities and counties in their short forms: before counts and in lists they stand free, inside names they do not."""

from __future__ import annotations

import pytest

from tests.extract.finding import found


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("泸州67个，宜宾93个项目开工，到杭州1小时。", ["泸州", "宜宾", "杭州"]),
        ("徐州110千伏变电站投运。", []),
        ("省推进会济宁分会场设在云星科技。", ["济宁"]),
        ("绵阳北站、银川综保区、驻马店海关、泉州台商投资区均已启用。", []),
        ("成都至达州至万州高速铁路开工，完成泸州至云台高速公路。", []),
        ("物资运往成都，从成都到达州。", ["成都", "成都", "达州"]),
        ("青禾穿戴、上海云溪大数据、京云等落地；四川能云、河南美云等签约。", []),
        ("支援上海、贵阳等地，赴成都、广州招商。", ["上海", "贵阳", "成都", "广州"]),
    ],
)
def test_short_forms(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Area") == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("云桥、金滩、尚河4地卫生院改扩建。", ["云桥", "金滩", "尚河"]),
        ("区内有胜云、郝河、董集3镇，垦云、兴河2街道。", ["胜云", "郝河", "董集", "垦云", "兴河"]),
        ("全长9公里，穿过田云、香河3个乡镇。", ["田云", "香河"]),
        ("新建泵站、水闸12处。", []),
    ],
)
def test_places_that_a_figure_counts(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Area") == names


def test_areas_of_a_list_are_no_projects() -> None:
    sentence = "涉及沛县、邳州、新沂、铜山18个项目。"
    assert found(sentence, "Project") == []
    assert found(sentence, "Area") == ["沛县", "邳州", "新沂", "铜山"]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("邢台县、威宁自治县、禄劝县、达茂旗项目开工。", ["邢台县", "威宁自治县", "禄劝县", "达茂旗"]),
        ("青田区块征收完成，搬迁安置房交付，投资中有债券。", []),
        ("项目落户遂昌，嘉兴全年排名第二。", ["遂昌", "嘉兴"]),
    ],
)
def test_names_that_areas_bear_beside_the_official_one(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Area") == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("新材料项目签约落户全椒，总投资5亿元。", ["全椒"]),
        ("上年晋江规上工业产值增长8%；东莞重大项目投资过半。", ["晋江", "东莞"]),
        ("现场会在会宁召开，阳西生产总值过百亿元。", ["会宁", "阳西"]),
        ("南海12个项目开工，平山分会场4个。", ["南海", "平山"]),
        ("新建、改扩建学校3所，资源12个，合作召开会议。", []),
        ("畅通合肥与芜湖第二条通道，总量居潍坊8县市首位。", ["合肥", "芜湖", "潍坊"]),
        ("枣庄新城、成都电子信息产业功能区开建。", []),
    ],
)
def test_what_stands_alone_is_an_area(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Area") == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("与永川、泸州、内江商定互认办法。", ["永川", "泸州", "内江"]),
        ("昆明、曲靖、红河投资较多。", ["昆明", "曲靖", "红河"]),
        ("做好在临夏、会宁承建的工程。", ["临夏", "会宁"]),
        ("学校分布在新立、东溪等地。", ["新立", "东溪"]),
    ],
)
def test_an_area_that_ends_a_list(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Area") == names


def test_counties_of_one_character_behind_a_word() -> None:
    assert found("推动丰县食品产业，建设示范县、文明县。", "Area") == ["丰县"]
