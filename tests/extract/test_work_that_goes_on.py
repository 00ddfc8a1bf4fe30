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
