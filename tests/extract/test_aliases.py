import pytest

from kg.extract.aliases import same_project
from tests.extract.marked import triples


@pytest.mark.parametrize(
    ("told", "task"),
    [
        ("云溪智慧物流项目", "云溪智慧物流二期项目"),
        ("青竹镇豆制品集散中心", "豆制品集散中心"),
        ("昌平路东延", "昌平路东延道路工程"),
        ("智慧指挥中心", "智慧城市指挥中心"),
    ],
)
def test_a_short_form_or_one_with_its_place_is_the_same(told: str, task: str):
    assert same_project(told, task)


@pytest.mark.parametrize(
    ("told", "task"),
    [
        ("云溪物流园二期", "云溪物流园"),
        ("35万吨纸板项目", "纸板项目"),
        ("东河棚改西区", "东河棚改"),
        ("北湖水厂", "南湖水厂"),
        ("物流园", "云溪物流园"),
    ],
)
def test_phases_sizes_and_parts_are_different(told: str, task: str):
    assert not same_project(told, task)


def test_what_progress_tells_counts_for_the_projects_name_in_the_task():
    found = triples("stage", "甲局", task="推进{P:云溪智慧物流二期项目}。", progress="{P:云溪智慧物流项目}已开工。")
    assert found == {("云溪智慧物流二期项目", "under_construction")}


def test_two_candidates_leave_the_name_as_it_is():
    task = "推进{P:云溪物流一期项目}、{P:云溪物流二期项目}。"
    found = triples("stage", "甲局", task=task, progress="{P:云溪物流项目}已开工。")
    assert found == {("云溪物流项目", "under_construction")}


def test_the_word_for_a_project_makes_the_full_form():
    found = triples("stage", "甲局", task="推进{P:云溪河综合治理}。", progress="{P:云溪河综合治理项目}已开工。")
    assert found == {("云溪河综合治理项目", "under_construction")}
