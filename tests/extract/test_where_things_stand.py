"""Places that a sentence tells of things without a place in their names, and places that go without saying."""

import pytest

from kg.model import DocumentContext
from tests.extract.marked import triples

DISTRICT = DocumentContext(document="a.txt", area="370404", period="2023-09")
CITY = DocumentContext(document="a.txt", area="370400", period="2023-09")


def places(context: DocumentContext = DISTRICT, units: str = "甲局", **parts: str) -> set[tuple[str, str]]:
    return triples("locatedIn", units, context, **parts)


def test_a_district_is_a_place_where_it_is_not_the_documents_own():
    task = "建设{P:{A:峄城区}竹浆项目}。"
    assert places(DISTRICT, task=task) == set()
    assert places(CITY, task=task) == {("峄城区竹浆项目", "峄城区")}


@pytest.mark.parametrize("area", ["枣庄市", "山东省"])
def test_what_lies_above_the_document_goes_without_saying(area: str):
    assert places(CITY, task=f"建设{{P:{{A:{area}}}竹浆项目}}。") == set()


def test_a_row_that_names_several_districts_is_told_by_none_of_them():
    unknown = DocumentContext(document="a.txt")
    found = places(unknown, task="建设{P:{A:峄城区}竹浆项目}、{P:{A:沂源县}果汁项目}。")
    assert found == {("峄城区竹浆项目", "峄城区"), ("沂源县果汁项目", "沂源县")}
    assert places(unknown, task="建设{P:{A:峄城区}竹浆项目}。") == set()


def test_a_county_may_be_written_by_its_short_form():
    assert places(CITY, task="建设{P:{A:景东县}竹浆项目}。") == {("景东县竹浆项目", "景东县")}


def test_a_short_form_within_a_longer_name_is_no_place():
    assert places(CITY, task="建设{P:“远山·{A:峄城}”度假项目}。") == set()


def test_a_firm_in_the_name_of_a_project_does_not_stand_where_the_project_does():
    found = places(progress="{P:{A:青竹镇}{C:远山}纸业项目}、{P:云河水厂}已开工。")
    assert found == {("青竹镇远山纸业项目", "青竹镇")}


def test_a_sentence_that_begins_with_a_place_tells_of_it():
    found = places(progress="{A:青竹镇}投资2亿元，续建{P:竹浆项目}、{P:云河水厂}；{A:白石镇}加快{P:果汁项目}。")
    assert found == {("竹浆项目", "青竹镇"), ("云河水厂", "青竹镇"), ("果汁项目", "白石镇")}


def test_another_place_that_opens_a_clause_ends_what_is_told_of_the_first():
    found = places(progress="{A:青竹镇}突破新材料，{A:白石镇}发展食品，加快{P:果汁项目}。")
    assert found == {("果汁项目", "白石镇")}


def test_a_list_of_places_is_not_what_a_sentence_is_told_of():
    assert places(progress="{A:青竹镇}、{A:白石镇}推进{P:云河大桥}建设。") == set()


def test_a_park_that_opens_a_list_of_things_holds_only_what_its_clause_names():
    assert places(progress="{K:云溪产业园}加快建设，{P:云河大桥}即将通车。") == set()
    assert places(progress="{K:云溪科学城}43项，{P:研发楼项目}已开工。") == {("研发楼项目", "云溪科学城")}


def test_a_place_right_before_a_thing_is_its_place():
    expected = {("竹浆项目", "云溪开发区")}
    assert places(progress="仪式在{K:云溪开发区}{P:竹浆项目}现场举行。") == expected
    assert places(progress="位于{K:云溪开发区}的{P:竹浆项目}已开工。") == expected
    assert places(progress="仪式在{K:云溪开发区}{C:远山纸业}{P:竹浆项目}工地举行。") == expected


def test_firms_and_projects_listed_as_within_a_park_stand_there():
    found = places(progress="{K:云溪产业园}内{C:远山纸业}、{C:云河科技}等实现产值3亿元。")
    assert found == {("远山纸业", "云溪产业园"), ("云河科技", "云溪产业园")}


def test_the_place_of_what_the_text_goes_on_about():
    assert places(task="建设{P:竹浆项目}。", progress="项目选址{K:云溪开发区}，占地90亩。") == {
        ("竹浆项目", "云溪开发区")
    }
    assert places(progress="{P:云河水厂}已开工。该厂位于{A:青竹镇}{A:王庄村}西侧。") == {
        ("云河水厂", "青竹镇"),
        ("云河水厂", "王庄村"),
    }
    assert places(task="建设{P:云河水厂}。", progress="工程惠及{A:青竹镇}、{A:白石镇}。") == {
        ("云河水厂", "青竹镇"),
        ("云河水厂", "白石镇"),
    }


def test_what_begins_in_a_place_stands_there():
    assert places(progress="3月6日，{P:竹浆项目}在{A:青竹镇}开工。") == {("竹浆项目", "青竹镇")}


def test_firms_move_into_the_park_that_their_sentence_tells_of():
    found = places(progress="打造{K:云溪产业园}，{C:远山纸业}、{C:云河科技}等落户。")
    assert found == {("远山纸业", "云溪产业园"), ("云河科技", "云溪产业园")}
    found = places(progress="{K:云溪产业园}一次引入{C:远山纸业}、{I:云河研究院}等。")
    assert found == {("远山纸业", "云溪产业园"), ("云河研究院", "云溪产业园")}


def test_a_part_of_a_park_stands_in_it_whatever_stands_before_the_park():
    found = places(progress="{P:{C:远山}{K:云溪产业园}原料基地}已开工。")
    assert ("远山云溪产业园原料基地", "云溪产业园") in found


def test_what_is_next_under_a_place_as_heading_stands_there():
    assert places(next_steps="{G:青竹镇}：推动{P:云河大桥}开工。") == {("云河大桥", "青竹镇")}
    assert places(problems="{G:青竹镇}：{P:云河大桥}影响通行。") == set()
    assert places(CITY, task="{A:峄城区}：{P:云河大桥}、{P:竹浆项目}。") == {
        ("云河大桥", "峄城区"),
        ("竹浆项目", "峄城区"),
    }


def test_what_is_said_of_the_ends_of_a_list_holds_for_all_of_it():
    expected = {("远山纸业", "云溪产业园"), ("云河科技", "云溪产业园")}
    assert places(progress="{C:远山纸业}、{C:云河科技}入驻{K:云溪产业园}。") == expected
    assert places(progress="在{A:青竹镇}建设{P:竹浆项目}、{P:云河水厂}。") == {
        ("竹浆项目", "青竹镇"),
        ("云河水厂", "青竹镇"),
    }


def test_a_place_within_a_projects_name_is_not_that_of_what_is_listed_next():
    found = places(progress="{P:{A:青竹镇}{K:竹韵产业园}道路}、{K:云溪产业园}已建成。")
    assert ("云溪产业园", "青竹镇") not in found


def test_a_park_that_is_only_one_end_of_a_project_does_not_hold_it():
    assert places(progress="{P:远山及{K:云溪园区}供气管道}已开工。") == set()


UNKNOWN = DocumentContext(document="a.txt", period="2023-09")


@pytest.mark.parametrize("where", ["位于{A:章丘}{K:明水开发区}", "落址{K:明水开发区}"])
def test_a_chain_of_places_is_read_as_one(where: str):
    assert ("竹浆项目", "明水开发区") in places(UNKNOWN, progress=f"{{P:竹浆项目}}{where}，占地400亩。")


def test_a_row_that_speaks_as_a_city_tells_of_its_districts():
    told = "建成{P:{A:峄城区}竹浆项目}。"
    assert places(UNKNOWN, task="抓好全市重点项目。", progress=told) == {("峄城区竹浆项目", "峄城区")}
    assert places(UNKNOWN, task="抓好全区重点项目。", progress=told) == set()
