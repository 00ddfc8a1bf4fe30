"""What is told of work that goes on, behind a list of projects or before it, says that all of it is being built."""

import pytest

from tests.extract.marked import triples

TWO = "{P:东河桥}、{P:西山路}"
GOING = {"东河桥": "under_construction", "西山路": "under_construction"}


def stages(**parts: str) -> dict[str, str]:
    return dict(triples("stage", "甲局", **parts))


@pytest.mark.parametrize(
    "told", ["推进迅速", "正赶工期", "进度靠前", "相继上马", "全面推开", "压茬实施", "初具雏形", "动土", "改造"]
)
def test_a_bare_word_of_going_on_closes_the_list(told: str):
    assert stages(progress=f"{TWO}等3个项目{told}，全区投资增长8%。") == GOING


@pytest.mark.parametrize("verb", ["推进", "同步推进", "启动", "加快", "提速"])
def test_a_verb_of_driving_on_before_the_list_tells_of_work(verb: str):
    assert stages(progress=f"{verb}{TWO}等项目，带动就业。") == GOING


@pytest.mark.parametrize(
    "told", [f"拟启动{TWO}。", f"正在积极推进{TWO}。", f"推进{TWO}前期。", f"启动{TWO}配售。", f"推动{TWO}等开工。"]
)
def test_who_only_means_or_coordinates_builds_nothing(told: str):
    assert "under_construction" not in stages(progress=told).values()


def test_a_task_drives_nothing_on_yet():
    assert stages(task=f"推进{TWO}等项目。") == {}


@pytest.mark.parametrize(
    "told",
    [
        "投资3亿元的{P:东河桥}、2亿元的{P:西山路}等项目开工。",
        "{P:东河桥}等5座桥梁、{P:西山路}等6条道路开工。",
        "{P:东河桥}投资3亿元、{P:西山路}投资2亿元，均已开工。",
        "青柳县{P:东河桥}、云溪县{P:西山路}开工。",
    ],
)
def test_a_list_goes_on_over_prices_places_and_counts(told: str):
    assert stages(progress=told) == GOING


@pytest.mark.parametrize("told", ["土建七成", "管网做到95%", "投用在即", "接近尾声", "即将开门"])
def test_what_is_nearly_or_partly_done_is_being_built(told: str):
    assert stages(progress=f"{TWO}{told}。") == GOING


@pytest.mark.parametrize("told", ["入住率达90%", "电耗比同类低四成"])
def test_other_shares_tell_of_no_work(told: str):
    assert stages(progress=f"{TWO}{told}。") == {}


@pytest.mark.parametrize("told", ["仍在前期", "列为预备", "在做规划", "月底动工"])
def test_what_is_prepared_is_planned(told: str):
    assert stages(progress=f"{TWO}{told}。") == dict.fromkeys(GOING, "planned")


def test_problems_tell_what_has_not_begun():
    assert stages(problems=f"{TWO}应开未开。") == dict.fromkeys(GOING, "planned")
