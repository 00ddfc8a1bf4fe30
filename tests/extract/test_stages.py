import pytest

from kg.extract.stages import unstated
from tests.extract.marked import CONTEXT, marked_row, triples


def stages(**parts: str) -> dict[str, str]:
    return dict(triples("stage", "甲局", **parts))


@pytest.mark.parametrize(
    ("progress", "stage"),
    [
        ("{P:竹浆项目}正在洽谈。", "negotiating"),
        ("{P:竹浆项目}已完成签约。", "signed"),
        ("{P:竹浆项目}正在办理用地手续。", "permitting"),
        ("{P:竹浆项目}已完成施工招标。", "permitting"),
        ("{P:竹浆项目}正在开展前期工作。", "planned"),
        ("{P:竹浆项目}已开工建设。", "under_construction"),
        ("{P:竹浆项目}完成总工程量的60%。", "under_construction"),
        ("{P:竹浆项目}主体已封顶。", "structure_complete"),
        ("{P:竹浆项目}主体施工至八层。", "under_construction"),
        ("{P:竹浆项目}开始试生产。", "trial_production"),
        ("{P:竹浆项目}已正式投产。", "completed"),
        ("{P:竹浆项目}通过竣工验收。", "completed"),
        ("{P:竹浆项目}建设完成。", "completed"),
        ("完成{P:竹浆项目}建设。", "completed"),
        ("因资金未到位，{P:竹浆项目}暂停。", "suspended"),
    ],
)
def test_words_of_fact_give_their_stage(progress: str, stage: str):
    assert stages(progress=progress) == {"竹浆项目": stage}


@pytest.mark.parametrize(
    "progress",
    [
        "力争{P:竹浆项目}年底投产。",
        "{P:竹浆项目}计划明年开工。",
        "{P:竹浆项目}尚未开工。",
        "督促{P:竹浆项目}尽快竣工。",
        "{P:竹浆项目}拟于明年封顶。",
        "{P:竹浆项目}12月投产。",
    ],
)
def test_a_plan_or_a_denial_is_never_a_fact(progress: str):
    assert stages(progress=progress).get("竹浆项目") in (None, "planned")


def test_the_furthest_stage_that_is_stated_wins():
    assert stages(progress="{P:竹浆项目}已开工，主体已封顶，正在装修。") == {"竹浆项目": "structure_complete"}


def test_what_is_still_to_come_does_not_count():
    assert stages(progress="{P:竹浆项目}已签约，准备开工。") == {"竹浆项目": "signed"}


def test_a_list_shares_its_predicate():
    found = stages(progress="{P:甲=甲项目}、{P:乙=乙项目}和{P:丙项目}已投产。")
    assert found == {"甲项目": "completed", "乙项目": "completed", "丙项目": "completed"}


def test_neighbours_in_one_sentence_keep_their_own_stages():
    found = stages(progress="{P:甲项目}已投产，{P:乙项目}正在施工；{P:丙项目}已签约。")
    assert found == {"甲项目": "completed", "乙项目": "under_construction", "丙项目": "signed"}


def test_a_heading_governs_until_the_next():
    found = stages(
        task="抓好{P:远山纸业竹浆=远山纸业竹浆项目}、{P:北湖水厂=北湖水厂项目}建设。",
        progress="远山纸业：方案已批复。北湖水厂：正在施工。",
    )
    assert found == {"远山纸业竹浆项目": "permitting", "北湖水厂项目": "under_construction"}


def test_a_later_clause_goes_on_about_the_same_project():
    assert stages(progress="{P:竹浆项目}进展顺利，目前正在施工。") == {"竹浆项目": "under_construction"}


def test_progress_without_a_subject_is_about_the_only_project_of_the_task():
    assert stages(task="建设{P:竹浆项目}。", progress="正在办理用地手续。") == {"竹浆项目": "permitting"}


def test_progress_without_a_subject_says_nothing_where_the_task_has_two():
    assert stages(task="建设{P:竹浆项目}和{P:北湖水厂}。", progress="正在办理用地手续。") == {}


def test_numbered_progress_answers_the_task_of_the_same_number():
    found = stages(task="①建设{P:竹浆项目}。②建设{P:北湖水厂}。", progress="①正在施工。②已签约。")
    assert found == {"竹浆项目": "under_construction", "北湖水厂": "signed"}


def test_a_part_that_was_built_is_not_the_whole():
    assert stages(progress="{P:竹浆项目}正在推进，围墙已完工。") == {"竹浆项目": "under_construction"}


def test_built_and_still_fitted_out_is_a_structure():
    assert stages(progress="{P:竹浆项目}已建成，正在进行设备安装。") == {"竹浆项目": "structure_complete"}


def test_a_count_names_the_projects_after_it():
    found = stages(progress="新签约项目2个，分别为{P:甲项目}和{P:乙项目}。")
    assert found == {"甲项目": "signed", "乙项目": "signed"}


def test_a_count_without_names_says_nothing_of_earlier_projects():
    assert stages(progress="走访{P:甲项目}，新签约项目12个。") == {}


@pytest.mark.parametrize("task", ["加快{P:竹浆项目}建设。", "完成{P:竹浆项目}建设。", "推进{P:竹浆项目}投产。"])
def test_a_task_states_no_fact(task: str):
    assert stages(task=task) == {}


@pytest.mark.parametrize(
    ("task", "stage"),
    [
        ("力争{P:竹浆=竹浆项目}等在谈项目落地。", "negotiating"),
        ("稳定运行{P:竹浆项目}。", "completed"),
        ("规划建设{P:竹浆项目}。", "planned"),
    ],
)
def test_phase_words_of_a_task_count(task: str, stage: str):
    assert stages(task=task) == {"竹浆项目": stage}


def test_progress_outweighs_the_task():
    assert stages(task="规划建设{P:竹浆项目}。", progress="{P:竹浆项目}已开工。") == {"竹浆项目": "under_construction"}


def test_recovery_that_is_pushed_tells_of_a_stop():
    assert stages(progress="推动{P:竹浆项目}尽快恢复生产。") == {"竹浆项目": "suspended"}


def test_plans_of_a_report_state_only_phases():
    plan = {"kind": "sentence", "section": "二、今年工作安排"}
    assert stages(progress="完成{P:西环路}建设。", **plan) == {}
    assert stages(progress="推进{P:西环路}前期工作。", **plan) == {"西环路": "planned"}


def test_words_inside_a_name_say_nothing():
    assert stages(progress="考察{P:智能施工装备开工示范项目}。") == {}


def test_what_states_no_stage_says_why():
    row, mentions = marked_row("甲局", progress="{P:竹浆项目}尚未投产，力争年内达产；12月竣工。")
    said = [(u.projects, u.word, u.reason) for u in unstated(row, mentions, CONTEXT)]
    assert said == [
        (("竹浆项目",), "投产", "denied"),
        (("竹浆项目",), "达产", "planned"),
        (("竹浆项目",), "竣工", "later than the period"),
    ]


def test_a_structure_by_its_name_is_no_more_when_it_is_built():
    assert triples("stage", "甲局", progress="{P:云溪馆主体工程}全部完工。") == {
        ("云溪馆主体工程", "structure_complete")
    }


def test_what_is_all_but_done_is_not_completed():
    assert triples("stage", "甲局", progress="{P:旧厅装修工程}基本完成。") == {("旧厅装修工程", "structure_complete")}


def test_a_work_is_done_with_others_behind_it():
    assert triples("stage", "甲局", progress="完成{P:云溪路管道安装}及园区电缆入地。") == {
        ("云溪路管道安装", "completed")
    }


def test_what_a_task_thinks_of_is_planned():
    assert triples("stage", "甲局", task="谋划实施{P:竹浆项目}。") == {("竹浆项目", "planned")}
    assert triples("stage", "甲局", progress="{P:竹浆项目}初步确定改造方案。") == {("竹浆项目", "planned")}


def test_what_was_attracted_has_signed():
    found = triples("stage", "甲局", progress="新招引入驻{P:远山=远山项目}、{P:云河=云河项目}等项目。")
    assert found == {("远山项目", "signed"), ("云河项目", "signed")}


def test_a_list_goes_on_over_what_was_not_known_for_a_project():
    found = triples("stage", "甲局", progress="{P:云溪小学}、北河村食堂（一期）、{P:青竹中学}已投入使用。")
    assert found == {("云溪小学", "completed"), ("青竹中学", "completed")}
    assert triples("stage", "甲局", progress="完成旧水站、北塘、{P:云溪坝加固}。") == {("云溪坝加固", "completed")}


def test_a_project_that_heads_its_sections_is_as_far_as_they_are():
    found = triples("stage", "甲局", progress="{P:云东公路改建}：{P:青竹至东镇段}正在施工。")
    assert found == {("云东公路改建", "under_construction"), ("青竹至东镇段", "under_construction")}
    assert triples("stage", "甲局", progress="{P:云溪产业园}：{P:竹浆项目}正在施工。") == {
        ("竹浆项目", "under_construction")
    }


def test_a_title_that_is_sought_says_nothing_of_building():
    assert triples("stage", "甲局", progress="{P:云溪小镇}创建3A级景区，已完成现场验收。") == set()


def test_a_long_count_still_leads_to_the_projects_after_it():
    found = triples("stage", "甲局", progress="新签约新能源及锂电产业链项目6个，其中{P:竹浆项目}投资5亿元。")
    assert found == {("竹浆项目", "signed")}


def test_a_stage_may_head_a_list():
    found = triples("stage", "甲局", progress="在谈项目：{P:甲一项目}、{P:乙二项目}。已开工：{P:丙三项目}。")
    assert found == {("甲一项目", "negotiating"), ("乙二项目", "negotiating"), ("丙三项目", "under_construction")}


def test_a_bracket_is_about_the_one_before_it():
    found = triples("stage", "甲局", progress="{P:甲一项目}（已竣工）、{P:乙二项目}（在建）。")
    assert found == {("甲一项目", "completed"), ("乙二项目", "under_construction")}


def test_what_came_to_the_area_has_signed():
    found = triples("stage", "甲局", progress="{P:甲一项目}、{P:乙二项目}相继落地，{P:丙三项目}落户园区。")
    assert found == {("甲一项目", "signed"), ("乙二项目", "signed"), ("丙三项目", "signed")}


def test_works_that_may_be_accepted_are_built():
    assert triples("stage", "甲局", progress="{P:云溪桥工程}已达到验收条件。") == {("云溪桥工程", "structure_complete")}


@pytest.mark.parametrize(
    ("progress", "stage"),
    [
        ("积极对接{P:竹浆项目}。", "negotiating"),
        ("{P:竹浆项目}正在与远方客商积极对接。", "negotiating"),
        ("申报了{P:竹浆项目}。", "planned"),
        ("{P:竹浆项目}暂未开工。", "planned"),
        ("编制了{P:竹浆项目}可研报告。", "planned"),
        ("{P:竹浆项目}因缺资金，尚未解决土地指标。", "permitting"),
        ("{P:竹浆项目}完成总投资的四成，投入资金两千万元。", "under_construction"),
        ("{P:竹浆项目}快要通车。", "under_construction"),
        ("{P:竹浆项目}竣工60%。", "under_construction"),
        ("{P:竹浆项目}手续齐全，正在加快项目建设。", "under_construction"),
        ("{P:竹浆项目}全线贯通。", "completed"),
        ("{P:竹浆项目}落成，车间设备安装中。", "structure_complete"),
        ("{P:竹浆项目}正在进行设备调试。", "trial_production"),
        ("对{P:竹浆项目}进行现场验收。", "completed"),
        ("{P:竹浆项目}已向社会开放。", "completed"),
        ("{P:竹浆项目}已完成年度建设任务。", "completed"),
        ("{P:竹浆项目}是否单独建设需重新论证。", "suspended"),
    ],
)
def test_official_prose_has_many_words_for_a_stage(progress: str, stage: str):
    assert stages(progress=progress) == {"竹浆项目": stage}


@pytest.mark.parametrize(
    "progress",
    [
        "围绕{P:竹浆项目}推动工作落实。",
        "{P:竹浆项目}召开工作推进会。",
        "{P:竹浆项目}在合作框架下正在建立台账。",
        "{P:竹浆项目}引进高层次人才三名。",
        "{P:竹浆项目}已提交工作报告。",
    ],
)
def test_words_inside_other_words_are_no_phrases(progress: str):
    assert stages(progress=progress) == {}


def test_a_plan_reaches_over_weak_words_and_into_the_next_clause():
    assert stages(progress="{P:竹浆项目}力争年底顺利完成竣工验收。") == {}
    assert stages(progress="{P:竹浆项目}已签约，预计六月进地，七月开工。") == {"竹浆项目": "signed"}
    assert stages(progress="{P:竹浆项目}六月底前完工。") == {}


def test_a_later_sentence_may_turn_to_something_else():
    assert stages(progress="{P:竹浆项目}已签约。12个村的污水治理已开工。") == {"竹浆项目": "signed"}
    told = stages(progress="{P:竹浆项目}已开工；在东山广场增设驿站2处，目前已投入使用。")
    assert told == {"竹浆项目": "under_construction"}


def test_what_sums_a_list_up_is_about_each_of_it():
    found = stages(progress="已完成{P:甲公园}、{P:乙公园}等5处公园及绿地建设完工。")
    assert found == {"甲公园": "completed", "乙公园": "completed"}


def test_a_count_may_name_its_projects_at_the_end_of_the_sentence():
    found = stages(progress="全县7个重点项目同日开工，总投资3亿元，包括{P:甲=甲项目}、{P:乙项目}。")
    assert found == {"甲项目": "under_construction", "乙项目": "under_construction"}


def test_names_parted_by_commas_share_what_is_said_at_last():
    found = stages(progress="{P:甲项目}，{P:乙项目}均已投产。")
    assert found == {"甲项目": "completed", "乙项目": "completed"}
    parted = stages(progress="加快{P:甲项目}，{P:乙项目}已投产。")
    assert parted == {"甲项目": "under_construction", "乙项目": "completed"}


def test_a_report_that_only_calls_for_building_states_none():
    assert stages(kind="sentence", progress="加快{P:竹浆项目}建设。") == {}
    assert stages(kind="sentence", progress="{P:竹浆项目}加快建设。") == {"竹浆项目": "under_construction"}
    review = stages(kind="sentence", section="一、工作回顾", progress="加快{P:竹浆项目}建设。")
    assert review == {"竹浆项目": "under_construction"}


def test_progress_that_speaks_of_the_projects_is_about_the_list_of_the_task():
    found = stages(task="实施{P:甲=甲项目}、{P:乙=乙项目}等14个项目。", progress="完成项目总投资的83%。")
    assert found == {"甲项目": "under_construction", "乙项目": "under_construction"}


def test_next_steps_tell_whom_one_negotiates_with():
    assert stages(next_steps="积极对接{P:竹浆项目}。") == {"竹浆项目": "negotiating"}
    assert stages(task="积极对接{P:竹浆项目}。") == {}


@pytest.mark.parametrize(
    ("progress", "stage"),
    [
        ("{P:竹浆管线}焊接4.2公里。", "under_construction"),
        ("{P:竹浆项目}首批30兆瓦并网。", "under_construction"),
        ("{P:竹浆项目}桩基已完，投产推迟到明年。", "under_construction"),
        ("{P:安置楼}还有一栋没有封顶。", "under_construction"),
        ("{P:安置楼}搬迁入住。", "completed"),
        ("{P:竹浆项目}一次开车成功。", "completed"),
    ],
)
def test_terse_reports_tell_stages_by_their_works(progress: str, stage: str):
    assert set(stages(progress=progress).values()) == {stage}


def test_two_gardens_of_a_list_are_both_built():
    found = stages(progress="{P:清泉路=清泉路游园}、{P:中街=中街游园}两处游园建成。")
    assert found == {"清泉路游园": "completed", "中街游园": "completed"}


def test_what_opens_is_in_use_but_opening_up_is_a_policy():
    assert stages(progress="{P:停车楼}开放。") == {"停车楼": "completed"}
    assert stages(progress="{P:停车楼}服务改革开放。") == {}
