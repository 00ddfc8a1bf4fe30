"""Clauses that say where something stands: verbs of standing, of having and taking in, lists under several places."""

import pytest

from tests.extract.marked import triples


def places(**parts: str) -> set[tuple[str, str]]:
    return triples("locatedIn", "甲局", **parts)


@pytest.mark.parametrize("verb", ["等先后进驻", "设于", "等3家企业进了", "搬至"])
def test_firms_stand_where_a_verb_takes_them(verb: str):
    found = places(progress=f"{{C:远山纸业}}、{{C:云河科技}}{verb}{{K:云溪产业园}}。")
    assert found == {("远山纸业", "云溪产业园"), ("云河科技", "云溪产业园")}


def test_all_of_an_address_is_the_place():
    found = places(progress="{K:云溪产业园}位于{A:青竹镇}{A:王庄村}。")
    assert found == {("云溪产业园", "青竹镇"), ("云溪产业园", "王庄村")}


@pytest.mark.parametrize("lead", ["已在", "7月30日在", "等项目先后在"])
def test_what_starts_in_a_place_stands_there(lead: str):
    assert places(progress=f"{{P:竹浆项目}}{lead}{{K:云溪产业园}}动工。") == {("竹浆项目", "云溪产业园")}


def test_what_opens_the_sentence_stands_where_a_later_clause_says():
    assert ("云溪产业园", "青竹镇") in places(progress="{K:云溪产业园}由{C:远山纸业}建设，位于{A:青竹镇}。")


def test_a_firm_before_a_new_clause_is_not_what_stands_there():
    assert ("远山纸业", "青竹镇") not in places(progress="{P:竹浆项目}由{C:远山纸业}建设，位于{A:青竹镇}。")


def test_what_is_spread_over_places_stands_in_none_of_them_alone():
    assert places(progress="{P:竹浆项目}、{P:石材项目}分布于{A:青竹镇}、{A:白石镇}。") == set()


def test_a_town_has_the_parks_that_it_built():
    found = places(progress="{A:青竹镇}建成{K:云溪产业园}、{K:石桥工业园}。")
    assert found == {("云溪产业园", "青竹镇"), ("石桥工业园", "青竹镇")}


@pytest.mark.parametrize("words", ["引进", "规划3平方公里，聚集了", "先后引入"])
def test_firms_that_a_park_took_in_stand_there(words: str):
    found = places(progress=f"{{K:云溪产业园}}{words}{{C:远山纸业}}、{{C:云河科技}}等企业。")
    assert found == {("远山纸业", "云溪产业园"), ("云河科技", "云溪产业园")}


def test_a_later_clause_does_not_say_what_parks_a_town_has():
    assert places(progress="{A:青竹镇}环境改善，市里建成{K:云溪产业园}。") == set()


def test_each_place_of_a_list_has_its_own_project():
    found = places(progress="{A:青竹镇}{P:竹浆项目}、{A:白石镇}{P:石材项目}、{P:水泥项目}开工。")
    assert ("竹浆项目", "青竹镇") in found
    assert ("石材项目", "白石镇") in found
    assert ("石材项目", "青竹镇") not in found
    assert ("水泥项目", "青竹镇") not in found


def test_a_district_that_opens_a_sentence_is_told_where_nobody_knows_whose_document_it_is():
    assert places(progress="{A:峄城区}实施{P:竹浆项目}。") == {("竹浆项目", "峄城区")}


def test_a_province_that_opens_a_sentence_is_no_place():
    assert places(progress="{A:山东省}实施{P:竹浆项目}。") == set()
