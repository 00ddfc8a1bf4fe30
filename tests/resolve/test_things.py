"""Companies, projects, parks, institutions and people: what is one thing, and what only looks like it."""

import pytest

from kg.extract.confusable import shape
from kg.resolve.normal import normal
from tests.resolve.naming import apart, groups, label, named, resolved

ONE = [
    ("Company", ("yi21.txt", "汉芯科技"), ("yi21.txt", "汉芯")),
    ("Company", ("shan.txt", "枣庄华宝牧业有限公司"), ("shan.txt", "华宝牧业")),
    ("Company", ("yi21.txt", "融富（枣庄）产业投资基金合伙企业"), ("yi21.txt", "融富基金")),
    ("Company", ("yi23.txt", "宇兴集团"), ("yi21.txt", "宇兴公司")),
    ("Company", ("yi23.txt", "峄洺科技"), ("yi23.txt", "峰洺科技")),
    ("Project", ("yi21.txt", "博瑞原料药一期项目"), ("yi23.txt", "博瑞原料药一期工程")),
    ("Project", ("yi21.txt", "博瑞原料药"), ("yi23.txt", "博瑞原料药一期项目")),
    ("Project", ("yi21.txt", "年产35万吨涂布白纸板建设项目"), ("yi21.txt", "涂布白纸板项目")),
    ("Project", ("shan.txt", "庄里抽水蓄能电站"), ("zao.txt", "庄里抽水蓄能电站项目")),
    ("Project", ("yi21.txt", "青檀南路工程（峄城段）"), ("yi23.txt", "青檀南路")),
    ("Project", ("yi23.txt", "大理峪石榴产业融合创新园项目"), ("yi23.txt", "大理峪石榴融创园")),
    ("Project", ("lin.txt", "昌国路东延道路工程"), ("lin.txt", "昌国路东延")),
    ("Project", ("yi21.txt", "氨基膜复合材料"), ("yi21.txt", "氨基模复合材料")),
    ("Project", ("lin.txt", "100万吨/年乙烯转型升级"), ("lin.txt", "齐鲁石化100万吨乙烯")),
    ("Project", ("yi21.txt", "涂布白纸板扩建项目"), ("yi21.txt", "涂布白板纸扩建项目")),
    ("Project", ("shan.txt", "庄里抽水蓄能电站一期"), ("shan.txt", "庄里水库蓄能电站项目")),
    ("Park", ("lin.txt", "齐鲁化工区"), ("lin.txt", "化工区")),
    ("Park", ("zao.txt", "冠世榴园"), ("yi23.txt", "冠世榴园景区")),
    ("Park", ("yi21.txt", "汉芯半导体产业园"), ("yi21.txt", "汉芯产业园")),
    ("Park", ("yi21.txt", "峄城经济开发区"), ("yi23.txt", "开发区")),
    ("Institution", ("yi21.txt", "山东省农业科学院"), ("lin.txt", "省农科院")),
    ("Institution", ("yi21.txt", "枣庄二十八中学"), ("yi21.txt", "二十八中")),
    ("Institution", ("lin.txt", "临淄区实验中学"), ("lin.txt", "实验中学")),
    ("Institution", ("lin.txt", "西安交大"), ("yi21.txt", "西安交通大学")),
    ("Institution", ("lin.txt", "莱芜职业技术学院"), ("lin.txt", "莱芜职业学院")),
    ("Institution", ("yi21.txt", "峄城区电商运营服务中心"), ("yi21.txt", "区电商运营中心")),
    ("Company", ("shan.txt", "枣庄山里香商贸有限公司"), ("shan.txt", "枣庄市山里香商贸有限公司")),
    ("Park", ("shan.txt", "青岚湖景区"), ("shan.txt", "青岚湖风景区")),
    ("Park", ("shan.txt", "青云湖渔家部落景区"), ("shan.txt", "青龙湾渔家部落")),
    ("Project", ("shan.txt", "云岭石屋部落景区品质提升工程"), ("shan.txt", "云岭石屋部落")),
    ("Project", ("shan.txt", "中广核储能二期"), ("shan.txt", "中广核储能电站二期")),
    ("Institution", ("shan.txt", "桑村镇中心幼儿园"), ("shan.txt", "桑村中心幼儿园")),
    ("Company", ("shan.txt", "核芯光电"), ("shan.txt", "核心光电")),
    ("Project", ("yi21.txt", "智能化电动工具项目"), ("yi21.txt", "智能化电动工具生产基地")),
    ("Project", ("yi21.txt", "峄金路续建"), ("yi21.txt", "峄金公路续建工程")),
    ("Project", ("zao.txt", "枣菏高速公路"), ("yi21.txt", "枣菏高速")),
    ("Project", ("zao.txt", "枣庄翼云机场本场工程"), ("shan.txt", "枣庄机场")),
    ("Project", ("shan.txt", "全国传统村落集中连片保护利用示范项目"), ("shan.txt", "传统村落集中连片保护利用示范项目")),
    ("Person", ("lin.txt", "崔赟"), ("lin.txt", "崔贊")),
    ("Person", ("yi21.txt", "习近平"), ("lin.txt", "习近平")),
]

TWO = [
    ("Company", ("yi23.txt", "丰源集团"), ("yi23.txt", "丰源轮胎")),
    ("Company", ("shan.txt", "山兴集团"), ("shan.txt", "山乡集团")),
    ("Company", ("lin.txt", "齐鲁石化"), ("lin.txt", "齐鲁热电")),
    ("Company", ("zao.txt", "欣旺达"), ("zao.txt", "吉利欣旺达")),
    ("Company", ("yi23.txt", "瑞兴"), ("yi21.txt", "瑞兴鞋业")),
    ("Company", ("yi21.txt", "山东龙邦石膏制品有限公司"), ("yi21.txt", "枣庄龙邦石膏制品有限公司")),
    ("Project", ("yi23.txt", "福瑞兴康一期项目"), ("yi23.txt", "福瑞兴康二期项目")),
    ("Project", ("yi21.txt", "康震高端原料药项目"), ("yi23.txt", "博泽格霖高端原料药项目")),
    ("Project", ("yi23.txt", "600兆瓦压缩空气储能发电项目"), ("shan.txt", "800兆瓦压缩空气储能电站")),
    ("Project", ("yi21.txt", "年产30万平方米墙板项目"), ("yi21.txt", "年产300万平方米墙板项目")),
    ("Project", ("yi21.txt", "城区污水处理厂扩建项目"), ("shan.txt", "污水处理厂扩建工程")),
    ("Project", ("shan.txt", "中广核山亭北庄镇300MW压缩空气储能项目"), ("shan.txt", "中广核储能二期")),
    ("Project", ("shan.txt", "桑村镇中心幼儿园改建工程"), ("shan.txt", "徐庄镇中心幼儿园改建工程")),
    ("Project", ("yi21.txt", "峄山南路"), ("yi21.txt", "峄山北路")),
    ("Park", ("yi21.txt", "中央公园"), ("yi21.txt", "国家公园")),
    ("Project", ("yi21.txt", "水木石田园综合体"), ("yi23.txt", "水木石田园综合体二期")),
    ("Project", ("yi21.txt", "2020年度高标准农田建设项目"), ("yi21.txt", "2021年度高标准农田建设项目")),
    ("Project", ("lin.txt", "100万吨/年乙烯项目"), ("lin.txt", "100万吨/年芳烃项目")),
    ("Project", ("yi21.txt", "栅门巷片区"), ("yi21.txt", "栅门巷路")),
    ("Park", ("yi23.txt", "化工产业园"), ("lin.txt", "齐鲁化工区")),
    ("Park", ("zao.txt", "枣庄高新区"), ("yi23.txt", "农高区")),
    ("Park", ("yi23.txt", "开发区"), ("shan.txt", "开发区")),
    ("Institution", ("yi21.txt", "枣庄一中"), ("yi21.txt", "枣庄一中东校")),
    ("Institution", ("shan.txt", "枣庄学院"), ("shan.txt", "枣庄学院乡村振兴学院")),
    ("Institution", ("zao.txt", "市中医医院"), ("yi21.txt", "区中医院")),
    ("Institution", ("yi21.txt", "中国中医科学院"), ("yi21.txt", "区中医院")),
    ("Institution", ("yi21.txt", "融媒体中心"), ("lin.txt", "区融媒体中心")),
    ("Institution", ("yi21.txt", "枣庄学院"), ("yi21.txt", "枣庄职业学院")),
    ("Project", ("zao.txt", "台儿庄区水厂扩建"), ("zao.txt", "中心城区地表水厂")),
    ("Park", ("shan.txt", "青岚湖化工产业园"), ("shan.txt", "青岚湖风景区")),
    ("Park", ("shan.txt", "东泉渔家部落"), ("shan.txt", "西泉渔家部落")),
]


@pytest.mark.parametrize(("type", "a", "b"), ONE)
def test_two_writings_of_one_thing_are_one_entity(type: str, a: tuple[str, str], b: tuple[str, str]) -> None:
    assert len(groups(resolved(apart(type, a, b)), type)) == 1


@pytest.mark.parametrize(("type", "a", "b"), TWO)
def test_look_alikes_stay_two_entities(type: str, a: tuple[str, str], b: tuple[str, str]) -> None:
    assert len(groups(resolved(apart(type, a, b)), type)) == 2


def test_things_that_one_list_names_side_by_side_are_different() -> None:
    listed = [named("yi21.txt", "Company", "宏远公司"), named("yi21.txt", "Company", "宏远科技公司", start=5)]
    assert len(groups(resolved(listed), "Company")) == 2
    distant = [named("yi21.txt", "Company", "宏远公司"), named("yi21.txt", "Company", "宏远科技公司", start=30)]
    assert len(groups(resolved(distant), "Company")) == 1


def test_a_short_form_that_fits_two_things_joins_neither_and_is_left_to_people() -> None:
    names = ("yi21.txt", "坛山路口袋公园"), ("yi21.txt", "金坛路口袋公园"), ("yi21.txt", "口袋公园")
    found = resolved(apart("Park", *names))
    assert len(groups(found, "Park")) == 3
    assert {frozenset({pair.a_name, pair.b_name}) for pair in found.candidates} == {
        frozenset({"口袋公园", "坛山路口袋公园"}),
        frozenset({"口袋公园", "金坛路口袋公园"}),
    }


def test_no_chain_joins_two_phases_through_the_name_without_phase() -> None:
    names = ("yi21.txt", "泰和机械一期项目"), ("yi23.txt", "泰和机械二期项目"), ("yi23.txt", "泰和机械项目")
    found = resolved(apart("Project", *names))
    assert len(groups(found, "Project")) == 3
    whole = found.names[("yi23.txt", "Project", "泰和机械项目")]
    parts = {
        found.by_id[link.subject].name for link in found.links if (link.predicate, link.object) == ("partOf", whole)
    }
    assert parts == {"泰和机械一期项目", "泰和机械二期项目"}


def test_a_subsidiary_is_part_of_its_group() -> None:
    found = resolved(apart("Company", ("yi23.txt", "丰源集团"), ("yi21.txt", "丰源轮胎")))
    tyres, group = (
        found.names[key] for key in (("yi21.txt", "Company", "丰源轮胎"), ("yi23.txt", "Company", "丰源集团"))
    )
    assert (tyres, "partOf", group) in {(link.subject, link.predicate, link.object) for link in found.links}


def test_the_label_is_the_fullest_name_and_every_other_form_an_alias() -> None:
    names = (
        ("yi21.txt", "王老吉（枣庄）大健康产业园项目"),
        ("yi23.txt", "王老吉大健康产业园"),
        ("yi21.txt", "老吉（枣庄）大健康产业园一期项目"),
    )
    found = resolved(apart("Project", *names))
    entity = found.entity_of("yi23.txt", "Project", "王老吉大健康产业园")
    assert entity is not None
    assert entity.name == "王老吉（枣庄）大健康产业园项目"
    assert entity.aliases == ("王老吉大健康产业园", "老吉（枣庄）大健康产业园一期项目")
    assert entity.documents == ("yi21.txt", "yi23.txt")
    assert entity.mentions == 3


def test_a_misread_character_does_not_become_the_label() -> None:
    found = resolved(apart("Project", ("yi21.txt", "氨基模复合材料"), ("yi21.txt", "氨基膜复合材料")))
    assert label(found, "yi21.txt", "Project", "氨基模复合材料") == "氨基膜复合材料"


def test_a_level_word_in_the_label_is_spelled_out() -> None:
    found = resolved(apart("Institution", ("yi21.txt", "区文化馆")))
    assert label(found, "yi21.txt", "Institution", "区文化馆") == "峄城区文化馆"


def test_print_does_not_tell_names_apart() -> None:
    assert normal("“鲁油鲁炼” 项目(一期)") == normal("鲁油鲁炼项目（一期）")
    assert normal("300ＭＷ储能") == normal("300兆瓦储能")
    assert shape("棗庄") == shape("枣庄")


def test_works_of_two_cities_are_two_even_where_their_names_are_equal() -> None:
    names = ("yi21.txt", "文昌阁改造工程"), ("lin.txt", "文昌阁改造工程")
    assert len(groups(resolved(apart("Project", *names)), "Project")) == 2
    lines = ("yi21.txt", "京沪高铁"), ("lin.txt", "京沪高铁项目")
    assert len(groups(resolved(apart("Project", *lines)), "Project")) == 1


def test_a_university_is_one_in_two_cities_and_a_school_of_that_name_is_two() -> None:
    names = ("yi21.txt", "华东师大"), ("lin.txt", "华东师范大学"), ("yi21.txt", "育才小学"), ("lin.txt", "育才小学")
    assert groups(resolved(apart("Institution", *names)), "Institution") == {
        frozenset({"yi21:华东师大", "lin:华东师范大学"}),
        frozenset({"yi21:育才小学"}),
        frozenset({"lin:育才小学"}),
    }


def test_companies_of_two_cities_with_a_common_name_are_two_and_asked_about() -> None:
    found = resolved(apart("Company", ("yi21.txt", "宏达化工"), ("lin.txt", "宏达化工")))
    assert len(groups(found, "Company")) == 2
    assert [(pair.a_name, pair.b_name) for pair in found.candidates] == [("宏达化工", "宏达化工")]
    assert [link.predicate for link in found.links if link.predicate == "possiblySame"] == ["possiblySame"]
    full = apart("Company", ("yi21.txt", "山东依航物流有限公司"), ("lin.txt", "山东依航物流有限公司"))
    assert len(groups(resolved(full), "Company")) == 1


def test_a_city_has_one_airport() -> None:
    names = ("shan.txt", "枣庄机场"), ("shan.txt", "机场项目"), ("zao.txt", "枣庄翼云机场")
    assert len(groups(resolved(apart("Project", *names)), "Project")) == 1


def test_two_facilities_of_one_owner_are_not_one_for_their_owner() -> None:
    names = ("yi23.txt", "康佳集团精密配件智能制造基地项目"), ("yi23.txt", "康佳枣庄智能科技产业园")
    assert len(groups(resolved(apart("Project", *names)), "Project")) == 2
    owner = ("yi23.txt", "锦芯电子产业园项目"), ("yi23.txt", "锦芯科技")
    assert len(groups(resolved(apart("Project", *owner)), "Project")) == 1


def test_a_generic_word_misread_is_another_thing_and_a_core_misread_is_the_same() -> None:
    generic = ("yi21.txt", "新能源汽车制造项目"), ("yi21.txt", "新能源客车制造项目")
    assert len(groups(resolved(apart("Project", *generic)), "Project")) == 2
    core = ("yi21.txt", "芯恒光电子信息产业园项目"), ("yi21.txt", "芯恒基电子信息产业园项目")
    assert len(groups(resolved(apart("Project", *core)), "Project")) == 1


def test_a_short_form_of_a_district_joins_what_the_city_names_too() -> None:
    names = [
        named("shan.txt", "Project", "中广核储能二期", row="r1", part="task"),
        *(named(document, "Project", "中广核储能电站二期", row="r2") for document in ("shan.txt", "zao.txt")),
        named("shan.txt", "Project", "二期储能项目", row="r1", part="next_steps"),
    ]
    assert len(groups(resolved(names), "Project")) == 1


def test_equal_capacities_are_compared_however_common_the_words_beside_them() -> None:
    others = [
        f"乙烯{thing}{work}" for thing in "罐管泵阀塔" for work in ("改造", "更新", "检修", "扩容", "迁建", "备件")
    ]
    names = apart(
        "Project", *[("lin.txt", name) for name in ("齐鲁石化100万吨乙烯", "100万吨/年乙烯转型升级", *others)]
    )
    assert {"lin:齐鲁石化100万吨乙烯", "lin:100万吨/年乙烯转型升级"} in groups(resolved(names), "Project")


def test_a_park_with_a_long_name_is_one_in_a_district_and_in_its_city_and_works_are_two() -> None:
    parks = [named(document, "Park", "大运河国家文化公园") for document in ("yi21.txt", "zao.txt")]
    assert len(groups(resolved(parks), "Park")) == 1
    works = [named(document, "Project", "城乡供水一体化改造提升工程") for document in ("yi21.txt", "zao.txt")]
    assert len(groups(resolved(works), "Project")) == 2
