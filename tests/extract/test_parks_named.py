"""Parks and zones by what they are called and what is said of them."""

from __future__ import annotations

import pytest

from tests.extract.finding import found, mentions, row


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("国家级云湖经济技术开发区扩区获批。", ["云湖经济技术开发区"]),
        ("柳溪工业集中区、云湖综合保税区封关运行。", ["柳溪工业集中区", "云湖综合保税区"]),
        ("柳溪保税物流中心（B型）获批设立。", ["柳溪保税物流中心（B型）"]),
        ("10月30日县经济开发区签约项目5个，都落在县经开区。", ["县经济开发区", "县经开区"]),
        ("重点项目建设进展今年县产业集聚区开工4个项目。", ["县产业集聚区"]),
        ("云湖片区综合开发完成前期，加快推进城东片区开发。", ["云湖片区", "城东片区"]),
        ("完成幸福里片区、人民路片区改造，实施老旧片区建设。", []),
        ("龙泉潭、凤凰谷、云顶山等景区提质升级。", ["龙泉潭", "凤凰谷", "云顶山"]),
        ("云门山景区、青湖度假村接待游客200万人次。", ["云门山景区", "青湖度假村"]),
        ("青湖金融小镇初具规模，创建特色小镇3个。", ["青湖金融小镇"]),
        ("加快跨境电商综合试验区建设。", []),
        ("支持青湖集团建设云岭产业园。", ["云岭产业园"]),
    ],
)
def test_parks(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Park") == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("柳溪工业区雨污分流收尾，太白老街立面修缮126户。", ["柳溪工业区", "太白老街"]),
        ("云栖小镇公寓交付，汉水新城核心区路网成形。", ["云栖小镇"]),
        ("河东机器人智谷入驻企业60家，稻谷烘干线投产。", ["河东机器人智谷"]),
        ("与云岭科技园共建飞地园区，首批落户3家。", ["云岭科技园"]),
        ("青湖森林公园东区开园，青湖公园（二期）开放。", ["青湖森林公园", "青湖公园"]),
        ("云川南片区云岭工业园拆除420亩。", ["云川南片区", "云岭工业园"]),
        ("云河电厂至滨湖产业区供热管线可研。", ["滨湖产业区"]),
        ("清水路、桃花街两处游园建成。", ["清水路", "桃花街"]),
        ("云岭产业园公司在地块一动工，河东园区集团参与。", []),
        ("100万千瓦光伏基地签约，华恒柳溪基地二期开工。", []),
        ("对无证园依法取缔，“席地可坐”保洁示范片区12个。", []),
        ("柳溪镇梨花片区、青石镇云湖片区建设加快。", ["柳溪镇梨花片区", "青石镇云湖片区"]),
        ("云河街道、柳溪镇碧湖、青石镇月湾2个片区列入名单。", ["柳溪镇碧湖", "青石镇月湾"]),
        ("南关游园1处完工，云川现代丰产示范园1处在建。", ["南关游园"]),
        ("远山药业实习基地揭牌，10余处文明实践基地开放。", ["远山药业实习基地"]),
        ("未来科技城核心区7月动工，高铁新城片区完成投资6亿元。", ["未来科技城", "高铁新城片区"]),
    ],
)
def test_parks_of_every_class(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Park") == names


def test_a_park_named_in_full_is_found_by_the_end_of_its_name() -> None:
    part = row(task="建设柳溪镇尧沟瓜果融合园，云岭镇稻虾产业园提质。", progress="融合园大棚启用，桃园路虾池换水。")
    named = {m.text: m.canonical for m in mentions(part) if m.type == "Park" and m.part == "progress"}
    assert named == {"融合园": "柳溪镇尧沟瓜果融合园"}


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("项目坐落云岭工业区，另有2个落在柳溪经开区，主动融入青湖新区建设。", ["云岭工业区", "柳溪经开区", "青湖新区"]),
        ("开工9个，含青石循环产业园、柳溪物流园。", ["青石循环产业园", "柳溪物流园"]),
        ("云岭实业有限公司青石谷文化园开园。", ["青石谷文化园"]),
        ("云岭开发区获省级表彰，青湖工业园区下辖柳溪建材产业园。", ["云岭开发区", "青湖工业园区", "柳溪建材产业园"]),
    ],
)
def test_a_park_begins_behind_verbs_firms_and_what_is_said_of_zones(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Park") == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("云岭教育园区主体封顶。", ["云岭教育园区"]),
        ("加快青湖自由贸易试验区柳溪片区建设。", ["青湖自由贸易试验区柳溪片区"]),
        ("云岭科技产业园（一期）竣工。", ["云岭科技产业园"]),
        ("青湖县5个、云岭新区3个，柳溪经济技术开发区4个。", ["云岭新区", "柳溪经济技术开发区"]),
        ("打造现代纺织产业园。", ["现代纺织产业园"]),
    ],
)
def test_a_park_ends_with_its_grounds_or_the_part_of_a_zone(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Park") == names


@pytest.mark.parametrize(
    "sentence",
    [
        "形成“一区五园”布局，四大园区产值增长。",
        "上年开发区产值增长，建成首个榕树公园。",
        "青湖公园东路通车，云岭科学城第一小学招生。",
        "“口袋公园”建成8个，改造街心公园6处。",
        "云岭新能源汽车生产基地、柳溪总部基地投产。",
        "山东云岭幼儿园分园招生，云岭配套园移交。",
    ],
)
def test_layouts_counts_roads_and_the_plants_of_firms_are_no_parks(sentence: str) -> None:
    assert found(sentence, "Park") == []


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("鲜笋加工项目进县工业园投产，即市开发区的头一家。", ["县工业园", "市开发区"]),
        ("青湖医院同雄安新区签约。", ["雄安新区"]),
        ("无极县青石谷工业园、将乐县柳溪工业园开工。", ["无极县青石谷工业园", "将乐县柳溪工业园"]),
    ],
)
def test_a_park_begins_with_its_area_and_no_word_that_leads_up_to_it(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Park") == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("当天另签青石建材产业园合作协议，项目地处柳溪经济开发区。", ["青石建材产业园", "柳溪经济开发区"]),
        ("建成20万平方米青石产业转移示范园。", ["青石产业转移示范园"]),
        ("建设千亿级青石新材料产业园区。", ["青石新材料产业园区"]),
        ("新报市级孵化器6个，提档中小企业园。", []),
    ],
)
def test_a_park_begins_behind_its_size_and_what_is_done_with_it(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Park") == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("云岭物流有限公司绿色建材产业园开工。", ["云岭物流有限公司绿色建材产业园"]),
        ("云岭物流有限公司青石谷产业园开工。", ["青石谷产业园"]),
    ],
)
def test_a_park_keeps_its_firm_before_general_words(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Park") == names


def test_functional_zones_need_a_name_of_their_own() -> None:
    part = row(task="青石湾石化功能区动工。", progress="推动产业功能区提质，做优主体功能区，功能区全年引资5亿元。")
    assert [m.text for m in mentions(part) if m.type == "Park"] == ["青石湾石化功能区"]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("青湖镇3个项目，开发区10项、60亿元。", ["开发区"]),
        ("开发区营业收入36亿元，管廊由开发区与云岭公司合建。", ["开发区", "开发区"]),
        ("各县（市、区）和开发区5个工作日内上报，推进开发区建设。", []),
    ],
)
def test_a_bare_zone_is_the_one_there_where_figures_or_a_neighbour_are_told(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Park") == names


def test_projects_counted_behind_a_park_stand_in_it() -> None:
    assert found("青石园21个项目签约，街头游园12个。", "Park") == ["青石园"]


@pytest.mark.parametrize(
    "sentence",
    [
        "青石园解困房选房，柳溪园二区封顶。",
        "城中公园住宅小区交付。",
    ],
)
def test_housing_called_after_a_park_is_none(sentence: str) -> None:
    assert found(sentence, "Park") == []
