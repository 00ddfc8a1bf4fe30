"""Lists of projects, counts and events share the stage that is told of them, and nothing else does."""

import pytest

from tests.extract.marked import triples

TWO = "{P:东河桥}、{P:西山路}"


def stages(**parts: str) -> dict[str, str]:
    return dict(triples("stage", "甲局", **parts))


@pytest.mark.parametrize(
    "told",
    [
        f"{TWO}稳步推进。",
        f"{TWO}等3条道路提速建设。",
        f"{TWO}2条道路同步实施改造。",
        f"{TWO}等项目总投资3亿元，正加紧实施。",
        f"{TWO}2个项目投资8亿元，进度37.2%。",
        f"续建{TWO}。",
        f"改造{TWO}等道路。",
        f"开工建设{TWO}。",
    ],
)
def test_work_goes_on_for_all_of_a_list(told: str):
    assert stages(progress=told) == {"东河桥": "under_construction", "西山路": "under_construction"}


@pytest.mark.parametrize(
    ("told", "stage"),
    [
        (f"{TWO}等项目实现主体封顶。", "structure_complete"),
        (f"{TWO}等小区已完工。", "completed"),
        (f"{TWO}2条道路完成整治。", "completed"),
        (f"{TWO}等3条巷道完成。", "completed"),
        (f"{TWO}及配套管网竣工。", "completed"),
    ],
)
def test_what_sums_a_list_up_is_no_part_of_it(told: str, stage: str):
    assert stages(progress=told) == {"东河桥": stage, "西山路": stage}


def test_one_name_may_stand_for_a_summed_up_list():
    assert stages(progress="{P:东河大厦}等36个项目实现主体封顶。") == {"东河大厦": "structure_complete"}


@pytest.mark.parametrize(
    ("told", "stage"),
    [
        (f"动工30个，投资9亿元，有{TWO}等。", "under_construction"),
        (f"12个项目全部开工，包括{TWO}。", "under_construction"),
        (f"15个转型项目推进有力，包括{TWO}。", "under_construction"),
        (f"启用7所，增加学位900个：{TWO}。", "completed"),
    ],
)
def test_a_count_speaks_of_those_that_its_sentence_lists(told: str, stage: str):
    assert stages(progress=told) == {"东河桥": stage, "西山路": stage}


def test_a_list_after_another_count_is_not_that_of_the_first():
    found = stages(progress="签约12个，开工5个，包括{P:东河桥}；竣工2个，有{P:西山路}。")
    assert found == {"东河桥": "under_construction", "西山路": "completed"}


def test_projects_of_a_common_start_are_begun():
    task = "组织二季度重大项目集中开工。"
    told = "主会场设在{P:云溪电池项目}现场，共27个。{P:西山路}全长3公里。{P:北湖水厂}总投资2亿元。"
    assert set(stages(task=task, progress=told).values()) == {"under_construction"}
    assert stages(progress="3月2日20个项目集中开工。{P:西山路}投资3亿元。") == {"西山路": "under_construction"}


def test_projects_of_a_common_signing_are_signed():
    told = "智能制造方面有{P:云溪电池项目}，医药方面有{P:北湖药业项目}。"
    assert stages(task="组织招商项目集中签约。", progress=told) == {"云溪电池项目": "signed", "北湖药业项目": "signed"}


def test_an_event_says_nothing_of_projects_that_are_looked_at_or_meant():
    told = "现场观摩{P:云溪电池项目}，{P:北湖药业项目}拟于明年建设。"
    assert "under_construction" not in stages(task="组织重大项目集中开工。", progress=told).values()


def test_a_start_that_is_only_meant_is_planned():
    assert stages(progress="{P:东河桥}力争十月开工。") == {"东河桥": "planned"}
    assert stages(progress="{P:东河桥}力争十月竣工。") == {}


def test_the_structure_of_its_house_is_the_projects_but_not_that_of_one_of_many():
    assert stages(progress="{P:东河小学}，教学楼主体已完。") == {"东河小学": "structure_complete"}
    assert stages(progress="{P:东河小学}，3号楼主体完工。") == {"东河小学": "under_construction"}


@pytest.mark.parametrize(
    "later", ["7家企业投产。", "引进奶牛300头。", "另有50所投入使用。", "农业方面，甲公司依法取得矿权，首宗已摘牌。"]
)
def test_no_stage_is_carried_from_a_clause_about_something_else(later: str):
    assert stages(progress=f"{TWO}加快建设。{later}") == {
        "东河桥": "under_construction",
        "西山路": "under_construction",
    }


def test_a_bare_month_tells_no_end_where_the_time_of_the_document_is_unknown():
    from kg.extract.statements import state_facts
    from kg.model import DocumentContext
    from tests.extract.marked import marked_row

    row, mentions = marked_row("甲局", progress="{P:东河桥}正在施工，10月竣工。")
    stated, _ = state_facts([row], mentions, DocumentContext(document=row.document))
    assert [s.object for s in stated if s.predicate == "stage"] == ["under_construction"]


@pytest.mark.parametrize(
    "told",
    [
        "新签约{P:竹浆项目}2.1亿元、{P:纸杯项目}1.2亿元。",
        "新签约30亿元的{P:竹浆项目}、20亿元的{P:纸杯项目}。",
        "{P:竹浆项目}3000万元、{P:纸杯项目}630万元已签约。",
    ],
)
def test_what_each_of_a_list_costs_does_not_part_it(told: str):
    assert stages(progress=told) == {"竹浆项目": "signed", "纸杯项目": "signed"}
