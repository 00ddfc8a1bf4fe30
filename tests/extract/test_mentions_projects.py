"""Which words are a project's name, where it begins and ends, and which only look like one."""

from __future__ import annotations

import pytest

from tests.extract.finding import found, full


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("加快推进海川新材料生产项目建设。", ["海川新材料生产项目"]),
        ("总投资20亿元的年产40万吨云峰特种纸项目已开工。", ["年产40万吨云峰特种纸项目"]),
        ("截至9月底，云峰压缩空气储能项目主体完工。", ["云峰压缩空气储能项目"]),
        ("海川原料药一期项目试生产。", ["海川原料药一期项目"]),
        ("建成滨河水厂二期。", ["滨河水厂二期"]),
        ("新建改扩建义务教育学校3所。", []),
        ("推动海川智慧物流项目二期尽快开工。", ["海川智慧物流项目二期"]),
        ("基于激光熔覆技术的齿轮再制造项目拟入驻。", ["基于激光熔覆技术的齿轮再制造项目"]),
        ("完成云岭水库除险加固。", ["云岭水库除险加固"]),
        ("海川水道工程概算24亿元。", ["海川水道工程"]),
        ("引海济柳工程正式供水。", ["引海济柳工程"]),
        ("建成海川中等职业技术学校项目二期。", ["海川中等职业技术学校项目二期"]),
        ("海川高等级公路、柳溪铁路动工。", ["海川高等级公路", "柳溪铁路"]),
        ("实施光华大道景观提升工程，建设提升绿道。", ["光华大道景观提升工程"]),
        ("望江路已完成水稳施工，云岭小学教学楼已投入使用。", ["望江路", "云岭小学教学楼"]),
        ("市重点项目云岭机场项目进展顺利。", ["云岭机场项目"]),
        ("2022年度高标准农田建设项目通过验收。", ["2022年度高标准农田建设项目"]),
        ("推进大运河文化公园（云岭段）建设。", ["大运河文化公园（云岭段）"]),
    ],
)
def test_the_longest_span_that_is_one_name(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Project") == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "加快云峰化工、海川60万吨尼龙等项目建设。",
            {"云峰化工": "云峰化工项目", "海川60万吨尼龙": "海川60万吨尼龙项目"},
        ),
        (
            "实施望江路南延、青石路东延道路工程。",
            {"望江路南延": "望江路南延道路工程", "青石路东延道路工程": "青石路东延道路工程"},
        ),
        (
            "完成云岭小学、柳林小学等改扩建项目。",
            {"云岭小学": "云岭小学改扩建项目", "柳林小学": "柳林小学改扩建项目"},
        ),
        (
            "加快“云岭石榴种质创新基地”项目建设。",
            {"“云岭石榴种质创新基地”项目": "云岭石榴种质创新基地项目"},
        ),
    ],
)
def test_items_of_a_list_take_the_word_that_closes_it(sentence: str, names: dict[str, str]) -> None:
    assert full(sentence) == names


@pytest.mark.parametrize(
    "sentence",
    [
        "全区实施重点项目46个。",
        "新签约亿元以上项目67个，过10亿元项目9个。",
        "深入实施“双培双带”工程。",
        "组织开展“暖冬”志愿服务项目。",
        "做好项目库建设，完善项目推进机制。",
        "实施新就业群体暖心工程。",
        "新建口袋公园12处、提升道路节点5处。",
        "目前项目正处于招投标阶段。",
        "继续跟进项目进展，加大项目招引力度。",
        "扎实推进荒山披绿、湿地复绿等十大工程。",
    ],
)
def test_counts_campaigns_and_talk_of_projects_are_none(sentence: str) -> None:
    assert found(sentence, "Project") == []


def test_quarters_to_be_rebuilt_are_called_by_whatever_stands_there() -> None:
    told = full("继续抓好柳溪南路、槐荫巷、二十九中等片区棚改工程建设。")
    assert told["二十九中"] == "二十九中片区棚改工程"
    assert told["槐荫巷"] == "槐荫巷片区棚改工程"
