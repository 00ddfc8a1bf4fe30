import pytest

from tests.extract.marked import triples


def places(units: str = "甲局", **parts: str) -> set[tuple[str, str]]:
    return triples("locatedIn", units, **parts)


def test_a_town_in_the_name_is_the_place():
    assert places(task="建设{P:{A:青竹镇}竹浆项目}。") == {("青竹镇竹浆项目", "青竹镇")}


def test_town_and_village_both_count():
    found = places(task="实施{P:{A:青竹镇}{A:王庄村}治理工程}。")
    assert found == {("青竹镇王庄村治理工程", "青竹镇"), ("青竹镇王庄村治理工程", "王庄村")}


@pytest.mark.parametrize("area", ["峄城区", "枣庄", "淄博市", "山东省"])
def test_districts_and_cities_go_without_saying(area: str):
    assert places(task=f"建设{{P:{{A:{area}}}竹浆项目}}。") == set()


def test_a_thing_stands_in_the_park_that_its_name_begins_with():
    assert places(task="建设{P:{K:云溪产业园}道路项目}。") == {("云溪产业园道路项目", "云溪产业园")}


@pytest.mark.parametrize("rest", ["项目", "建设项目", "项目（一期）", "二期项目", "（东明段）"])
def test_a_park_that_is_being_built_does_not_stand_in_itself(rest: str):
    assert places(task=f"建设{{P:{{K:云溪产业园}}{rest}}}。") == set()


def test_what_a_town_reports_on_stands_there():
    progress = "{G:青竹镇}：{P:竹浆项目}已开工，{C:远山纸业}投产。{G:甲局}：{P:北湖大桥}已开工。"
    assert places("甲局 青竹镇", task="推进建设。", progress=progress) == {
        ("竹浆项目", "青竹镇"),
        ("远山纸业", "青竹镇"),
    }


def test_a_firm_that_a_town_only_deals_with_stands_elsewhere():
    progress = "{G:青竹镇}：与{C:海东环保公司}签订合同。"
    assert places("青竹镇", task="推进建设。", progress=progress) == set()


def test_a_zone_that_reports_is_the_place():
    progress = "{G:云溪化工区}：{P:北部水厂}正在施工。"
    assert places("云溪化工区管委会 甲局", task="推进建设。", progress=progress) == {("北部水厂", "云溪化工区")}


def test_what_stands_under_a_parks_heading_is_in_the_park():
    assert places(progress="{K:云溪产业园}：{P:研发楼项目}已封顶。") == {("研发楼项目", "云溪产业园")}


def test_firms_inside_a_park_stand_there():
    assert places(progress="{K:云溪产业园}内企业{C:远山纸业}、{C:云河科技}已投产。") == {
        ("远山纸业", "云溪产业园"),
        ("云河科技", "云溪产业园"),
    }


def test_the_text_may_say_where_a_thing_stands():
    assert places(progress="{P:竹浆项目}位于{A:青竹镇}。") == {("竹浆项目", "青竹镇")}
    assert places(progress="在{A:青竹镇}建设{P:竹浆项目}。") == {("竹浆项目", "青竹镇")}


def test_a_town_before_a_list_is_the_town_of_each():
    found = places(progress="引导{A:青竹镇}{C:山里人}、{C:河边小院}、{C:老磨坊}规范发展。")
    assert found == {("山里人", "青竹镇"), ("河边小院", "青竹镇"), ("老磨坊", "青竹镇")}


def test_a_town_within_a_longer_name_says_where_something_is_built():
    assert places(progress="拟在{I:{A:青竹镇}卫生院}北院改建{P:远程诊疗楼}。") == {
        ("远程诊疗楼", "青竹镇"),
        ("青竹镇卫生院", "青竹镇"),
    }


def test_a_project_in_a_park_behind_its_town_stands_in_both():
    found = places(progress="{P:{A:青竹镇}{K:云溪物流园}道路提升项目}已开工。")
    assert found == {
        ("青竹镇云溪物流园道路提升项目", "青竹镇"),
        ("青竹镇云溪物流园道路提升项目", "云溪物流园"),
        ("云溪物流园", "青竹镇"),
    }


def test_what_a_town_only_helps_with_need_not_stand_there():
    found = places(progress="{G:青竹镇}：配合{K:云溪产业园}建设，{P:竹浆项目}已开工。")
    assert found == {("竹浆项目", "青竹镇")}


def test_things_stand_in_parks_too():
    assert places(progress="{P:竹浆项目}落户{K:云溪产业园}。") == {("竹浆项目", "云溪产业园")}
    assert places(progress="{C:远山纸业}入驻{K:云溪产业园}。") == {("远山纸业", "云溪产业园")}
    assert places(progress="{P:竹浆项目}选址{A:青竹镇}。") == {("竹浆项目", "青竹镇")}
    assert places(progress="在{K:云溪产业园}建设{P:竹浆项目}。") == {("竹浆项目", "云溪产业园")}


def test_a_way_runs_through_the_places_of_its_stretches():
    found = places(progress="{P:云河灌渠改建}衬砌三公里，{A:青竹镇}、{A:白石镇}段已通水。")
    assert found == {("云河灌渠改建", "青竹镇"), ("云河灌渠改建", "白石镇")}
    found = places(progress="{P:云河水库增容}涉及{A:青竹镇}{A:王庄村}。")
    assert found == {("云河水库增容", "青竹镇"), ("云河水库增容", "王庄村")}


def test_what_a_park_builds_or_lets_in_stands_there():
    assert places(progress="{K:飞云小镇}完成{P:牧云书阁}建设。") == {("牧云书阁", "飞云小镇")}
    assert places(progress="{K:远山产业园}首个入园项目{P:竹浆项目}调试。") == {("竹浆项目", "远山产业园")}
    assert places(progress="{P:竹浆项目}在{K:远山产业园}，已封顶。") == {("竹浆项目", "远山产业园")}


def test_a_bracket_behind_a_project_says_where_it_stands():
    found = places(progress="{P:古民居保护提升}（{A:青竹镇}{A:王庄村}）完成彩绘。")
    assert found == {("古民居保护提升", "青竹镇"), ("古民居保护提升", "王庄村")}
