import pytest

from tests.extract.marked import marked_row, stated, triples, with_progress_of


def duties(units: str = "", **parts: str) -> set[tuple[str, str]]:
    return triples("responsibleFor", units, **parts)


def test_a_project_of_the_task_belongs_to_every_unit():
    assert duties("甲局* 乙镇", task="加快建设{P:北湖大桥}。") == {("甲局", "北湖大桥"), ("乙镇", "北湖大桥")}


def test_roles_are_those_of_the_row():
    row, mentions = marked_row("甲局* 乙镇", task="加快建设{P:北湖大桥}。")
    found = [s for s in stated(row, mentions) if s.predicate == "responsibleFor"]
    assert [(s.subject.text, s.role) for s in found] == [("甲局", "lead"), ("乙镇", "joint")]


def test_targets_count_as_the_task():
    assert duties("甲局*", task="加快道路建设。", targets="{P:北湖大桥}完成招标。") == {("甲局", "北湖大桥")}


def test_a_project_of_undivided_progress_belongs_to_every_unit():
    found = duties("甲局 乙局", task="推进路网建设。", progress="{P:西环路}已开工。")
    assert found == {("甲局", "西环路"), ("乙局", "西环路")}


@pytest.mark.parametrize("part", ["problems", "next_steps"])
def test_problems_and_next_steps_charge_nobody(part: str):
    assert duties("甲局", task="推进路网建设。", **{part: "{P:西环路}资金未落实。"}) == set()


def test_under_a_units_heading_only_that_unit_answers():
    progress = "{G:甲局}：{P:西环路}已开工。{G:乙镇}：{P:东河公园}已完工。"
    assert duties("甲局 乙镇", task="推进建设。", progress=progress) == {("甲局", "西环路"), ("乙镇", "东河公园")}


def test_a_heading_may_shorten_the_unit_of_the_row():
    progress = "经开区：{P:北坡路}已开工。"
    assert duties("青江经济开发区管委会 甲局", task="推进建设。", progress=progress) == {
        ("青江经济开发区管委会", "北坡路")
    }


def test_a_heading_may_name_several_units():
    progress = "甲局、乙局：{P:西环路}已开工。丙局：{P:东河公园}已完工。"
    found = duties("甲局 乙局 丙局", task="推进建设。", progress=progress)
    assert found == {("甲局", "西环路"), ("乙局", "西环路"), ("丙局", "东河公园")}


def test_a_heading_that_is_no_unit_of_the_row_answers_under_its_own_name():
    assert duties("甲局 各相关镇街", task="推进建设。", progress="{G:乙镇}：{P:东河公园}已完工。") == {
        ("乙镇", "东河公园")
    }


def test_headings_that_the_table_reader_found_count_too():
    row, mentions = marked_row("甲局 乙局", task="推进建设。", progress="{P:西环路}已开工。")
    found = {s.subject.text for s in stated(with_progress_of(row, "乙局"), mentions) if s.predicate == "responsibleFor"}
    assert found == {"乙局"}


def test_a_project_of_the_task_stays_with_all_units_whoever_reports_on_it():
    found = duties("甲局 乙局", task="建设{P:西环路}。", progress="{G:乙局}：{P:西环路}已开工。")
    assert found == {("甲局", "西环路"), ("乙局", "西环路")}


def test_a_parks_heading_is_a_topic_and_no_unit():
    progress = "{G:云溪科技园}：{P:研发楼}已封顶。"
    assert duties("甲局", task="推进建设。", progress=progress) == {("甲局", "研发楼")}


def test_prose_without_units_charges_nobody():
    assert duties(kind="sentence", progress="{P:西环路}已开工。") == set()


def test_units_keep_their_kind():
    row, mentions = marked_row("城投集团 市博物馆 甲局", task="建设{P:西环路}。")
    kinds = {s.subject.text: s.subject.type for s in stated(row, mentions) if s.predicate == "responsibleFor"}
    assert kinds == {"城投集团": "Company", "市博物馆": "Institution", "甲局": "Agency"}


def test_a_heading_may_say_that_it_is_about_a_units_part():
    found = triples(
        "responsibleFor", "区住建局 区水务局", progress="住建局方面：{P:竹浆项目}开工。水务局：{P:东坝项目}开工。"
    )
    assert found == {("区住建局", "竹浆项目"), ("区水务局", "东坝项目")}


def test_headings_divide_targets_as_well():
    found = triples(
        "responsibleFor",
        "云溪化工区管委会 东明经济开发区管委会",
        task="推进重点工作。",
        targets="云溪化工区：推进{P:竹浆项目}。经开区：推进{P:东坝项目}。",
    )
    assert found == {("云溪化工区管委会", "竹浆项目"), ("东明经济开发区管委会", "东坝项目")}


def test_a_firms_name_that_another_row_used_for_its_project_is_no_project_here():
    row, mentions = marked_row("甲局", progress="帮助{P:{C:远山纸业}=远山纸业项目}、{C:云河科技}贷款。")
    remembered = [m.model_copy(update={"method": "memory/project"}) if m.type == "Project" else m for m in mentions]
    assert [s.predicate for s in stated(row, mentions)] != []
    assert stated(row, remembered) == ()
