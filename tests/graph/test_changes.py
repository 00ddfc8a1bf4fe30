from kg.graph.changes import LABELS
from kg.graph.render import render_changes
from tests.graph.made import made


def told() -> dict[str, dict[str, str]]:
    found = made().changes("峄城区", "2021", "2023年")
    return {kind: {c.name: c.words for c in found.changes if c.kind == kind} for kind in LABELS}


def test_each_project_is_told_once_by_what_became_of_it() -> None:
    kinds = told()
    assert {kind: set(kinds[kind]) for kind in ("completed", "moved_on", "stalled", "silently_gone", "new")} == {
        "completed": {"青云大道工程"},
        "moved_on": {"白鹭湖湿地公园项目"},
        "stalled": {"红星冷链物流园项目"},
        "silently_gone": {"老城供热管网工程", "金泉食品加工项目", "峨山镇水闸改造项目"},
        "new": set(),
    }


def test_amounts_owners_and_targets_that_changed_are_told_with_both_values() -> None:
    kinds = told()
    assert kinds["amount_changed"] == {"红星冷链物流园项目": "总投资由3亿元变为5亿元"}
    assert kinds["target_changed"] == {"扶持新能源企业做大做强。": "目标由“新增企业20家”调整为“新增企业12家”"}
    assert kinds["owner_changed"]["青云大道工程"] == "责任单位由区住建局变为区住建局、区财政局"


def test_every_change_cites_what_it_rests_on() -> None:
    view = made().view
    for change in made().changes("峄城区", "2021", "2023").changes:
        assert change.citations
        for citation in change.citations:
            assert citation.quote in view.rows[citation.document, citation.row].text(citation.part)


def test_an_unknown_area_is_said_and_those_with_documents_are_named() -> None:
    found = made().changes("不知何处", "2021", "2023")
    assert (found.area, found.changes) == (None, ())
    assert [choice.name for choice in found.choices] == ["峄城区"]
    assert render_changes(found) == "没有“不知何处”的文件。有文件的地区：峄城区。"
