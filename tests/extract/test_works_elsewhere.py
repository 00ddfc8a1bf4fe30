"""Projects as other places name them: one-of-a-kind places, stretches, sections, subsidies, village works."""

from __future__ import annotations

import pytest

from tests.extract.finding import found, full


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("高标准建设区级应急指挥中心，整合各类资源。", ["区级应急指挥中心"]),
        ("启动建设区级中心敬老院。", ["区级中心敬老院"]),
        ("启动建设数字博物馆，深化馆校合作。", ["数字博物馆"]),
        ("规划建设粮食综合交易市场。", ["粮食综合交易市场"]),
        ("成立县级快递分拣中心，畅通物流网络。", ["县级快递分拣中心"]),
        ("成立县级创新服务中心。", []),
        ("建设垃圾中转站、公厕等设施。", []),
        ("建成市民中心、规划展览馆、科技馆。", ["市民中心", "规划展览馆", "科技馆"]),
        ("推进殡仪馆迁建。", ["殡仪馆迁建"]),
        ("新改建26处街头游园、社区公园、村镇公园。", []),
    ],
)
def test_a_place_of_which_there_is_one_needs_no_other_name(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Project") == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("东岭高铁安河段、云岭西站建成运营。", ["东岭高铁安河段", "云岭西站"]),
        ("青柳铁路柳城至石桥段路基完成八成。", ["青柳铁路柳城至石桥段"]),
        ("云岭特高压工程东柳段全线贯通。", ["云岭特高压工程东柳段"]),
        ("柳河治理工程（城区段）已完工。", ["柳河治理工程（城区段）"]),
        ("东柳县农村污水治理项目（2023年度）已批复。", ["东柳县农村污水治理项目（2023年度）"]),
        ("县档案馆（新馆）主体完工。", ["县档案馆（新馆）"]),
        ("建成云岭轨道交通二号线。", ["云岭轨道交通二号线"]),
        ("青柳运河超时序完成建设任务。", ["青柳运河"]),
        ("东岭铁路、云柳铁路等建成投运。", ["东岭铁路", "云柳铁路"]),
        ("力争开工柳石高铁。", ["柳石高铁"]),
    ],
)
def test_a_stretch_or_section_belongs_to_the_name(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Project") == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("持续推进王村省级美丽乡村建设，投入80万元。", ["王村省级美丽乡村建设"]),
        ("白云镇全域美丽乡村已完成年度任务的六成。", ["白云镇全域美丽乡村"]),
        ("扎实推进美丽乡村建设。", []),
        ("白云镇美丽乡村示范村通过验收。", []),
        ("启动二期智能化生产线建设。", ["二期智能化生产线"]),
        ("产业园二期已建成温室。", ["产业园二期"]),
        ("推进白云镇梨花谷片区、青石镇古渡片区建设进程。", ["白云镇梨花谷片区", "青石镇古渡片区"]),
        ("改扩建云山学校和石桥初级中学。", []),
        ("智慧医疗项目：拟设远程诊室。", ["智慧医疗项目"]),
        ("建设项目：完成投资三成。", []),
    ],
)
def test_village_works_phases_and_plain_verb_phrases(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Project") == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("实施粮食烘干设施补助项目建设。", ["粮食烘干设施补助项目"]),
        ("落实“小而美”项目扶持。", []),
        ("总投资2亿元的建材行业脱硝改造项目已竣工。", ["建材行业脱硝改造项目"]),
        ("海川涂料投资5亿元建年产4万吨水性涂料项目。", ["年产4万吨水性涂料项目"]),
        ("11月12日云岭园区污水处理项目通水。", ["云岭园区污水处理项目"]),
        ("白云镇云湖片区开发暨配套路网项目开工。", ["白云镇云湖片区开发暨配套路网项目"]),
        (
            "完成老城区供水管网和二次供水设施改造提升项目。",
            ["老城区供水管网和二次供水设施改造提升项目"],
        ),
        ("首座抽水蓄能电站建成投产。", []),
        ("组织人员对云岭路景观绿化工程进行验收。", ["云岭路景观绿化工程"]),
    ],
)
def test_where_a_project_begins_and_what_it_holds(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Project") == names


def test_a_work_is_shared_by_bare_names_too() -> None:
    assert full("完成青石水库、大柳庄、南石沟、云岭水库除险加固。") == {
        "青石水库": "青石水库除险加固",
        "大柳庄": "大柳庄除险加固",
        "南石沟": "南石沟除险加固",
        "云岭水库除险加固": "云岭水库除险加固",
    }
    assert full("松岭、云岭抽水蓄能电站主体完工。") == {
        "松岭": "松岭抽水蓄能电站",
        "云岭抽水蓄能电站": "云岭抽水蓄能电站",
    }


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "海川集团总部大厦、云岭国际酒店、云天广场等商业综合体加快建设。",
            ["海川集团总部大厦", "云岭国际酒店", "云天广场"],
        ),
        ("推动海川智能产业园落地。", ["海川智能产业园"]),
        ("引资建设了“云岭城市书咖”。", ["云岭城市书咖"]),
        ("白云镇建设云山学校生态停车场一期已经完成。", ["云山学校生态停车场一期"]),
        ("云岭居污水处理设施在7月开始动工。", ["云岭居污水处理设施"]),
        (
            "完成校舍资源布局调整和留用教学点办学条件提升改造项目。",
            ["校舍资源布局调整和留用教学点办学条件提升改造项目"],
        ),
        ("S229沿海公路南段已通车，S331东延完成征迁。", ["S229沿海公路南段", "S331东延"]),
        ("申报国家级乡村振兴示范县项目。", []),
        ("建设苗木三大基地。", []),
    ],
)
def test_places_by_the_words_around_them(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Project") == names


@pytest.mark.parametrize(
    "sentence",
    [
        "云岭中学完成年度体检，柳林医院正在开展义诊。",
        "青石社区投入使用智慧平台。",
        "云岭水库已蓄水800万立方米。",
        "柳林煤矿完成产量30万吨。",
        "柳林农贸市场已开展食品抽检。",
        "云岭景区已接待游客20万人次。",
        "云岭大学正在招生。",
    ],
)
def test_what_a_place_does_every_day_makes_no_project_of_it(sentence: str) -> None:
    assert found(sentence, "Project") == []


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("完成翠湖花园、云锦家园等32个老旧小区改造。", ["翠湖花园", "云锦家园"]),
        ("完成105国道云岭段改线、S240柳林段大修。", ["105国道云岭段改线", "S240柳林段大修"]),
        ("云岭区块链产业园揭牌运营。", ["云岭区块链产业园"]),
    ],
)
def test_numbered_roads_old_quarters_and_openings(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Project") == names
