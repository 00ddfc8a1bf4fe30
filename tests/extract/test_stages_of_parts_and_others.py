"""What is said of a part, of others, or of what may come is not said of the whole project."""

import pytest

from tests.extract.marked import triples


def stages(units: str = "甲局", **parts: str) -> dict[str, str]:
    return dict(triples("stage", units, **parts))


@pytest.mark.parametrize(
    "told",
    [
        "{P:竹浆项目}3号楼封顶。",
        "{P:竹浆项目}半数以上楼座封顶。",
        "{P:竹浆项目}主体完成一半。",
        "{P:竹浆项目}已动工，一标段主体完工。",
    ],
)
def test_where_a_part_stands_the_whole_is_being_built(told: str):
    assert stages(progress=told) == {"竹浆项目": "under_construction"}


@pytest.mark.parametrize("built", ["{P:竹浆项目}四个月建成。", "{P:净水厂}（1万吨/天）完工。"])
def test_time_and_size_make_no_part(built: str):
    assert set(stages(progress=built).values()) == {"completed"}


@pytest.mark.parametrize(
    "told",
    [
        "{P:竹浆项目}动工，年底主体可完工。",
        "{P:竹浆项目}已开工，年底可竣工。",
        "{P:竹浆项目}在建，交付在即。",
        "{P:竹浆项目}已开工，达产产值20亿元。",
    ],
)
def test_what_may_come_is_not_reached(told: str):
    assert stages(progress=told) == {"竹浆项目": "under_construction"}


@pytest.mark.parametrize(
    "told",
    [
        "{P:竹浆项目}动工；{K:北河产业园}一期投用。",
        "{P:竹浆项目}动工，{I:东河卫生院}投入使用。",
        "{P:竹浆项目}动工。全市36个重点项目竣工。",
        "{P:竹浆项目}动工。火电装机50万千瓦、建成30万千瓦。",
    ],
)
def test_a_clause_about_others_is_not_about_the_project(told: str):
    assert stages(progress=told) == {"竹浆项目": "under_construction"}


def test_a_park_of_the_same_name_is_the_project():
    told = "{P:{K:北河产业园}项目}动工。{K:北河产业园}建成投用。"
    assert stages(progress=told) == {"北河产业园项目": "completed"}


def test_of_two_phrases_joined_by_or_the_first_is_not_sure():
    assert stages(progress="{P:竹浆项目}完工或封顶。") == {"竹浆项目": "structure_complete"}


def test_a_month_of_joint_starts_is_no_event():
    assert stages(progress="开展集中开工月活动。{P:竹浆项目}进展受到肯定。") == {}


def test_a_count_behind_a_list_opens_another_list():
    told = "在建9个，含{P:甲项目}、{P:乙项目}；竣工2个，如{P:丙项目}、{P:丁项目}。"
    assert stages(progress=told) == {
        "甲项目": "under_construction",
        "乙项目": "under_construction",
        "丙项目": "completed",
        "丁项目": "completed",
    }


def test_projects_counted_by_what_is_meant_of_them_have_not_reached_it():
    told = "在建9个，含{P:甲项目}。8个计划投产项目推进顺利，如{P:丙项目}。"
    assert stages(progress=told).get("丙项目") != "completed"


def test_lists_with_counts_between_them_are_one():
    told = "{P:甲项目}等8个产业项目、{P:乙项目}等3个科创项目超出年度计划。"
    assert set(stages(progress=told)) == {"甲项目", "乙项目"}


def test_a_unit_that_heads_all_of_the_progress_tells_of_the_tasks_project():
    told = {"task": "建设{P:竹浆项目}。", "progress": "{G:区住建局}：外墙正在施工。"}
    assert stages("", **told) == {"竹浆项目": "under_construction"}
    assert stages("区住建局 区水利局 东河镇", **told) == {}


def test_a_study_of_feasibility_is_paper_work():
    assert stages(progress="{P:竹浆项目}可研编制完毕。") == {"竹浆项目": "permitting"}
