from kg.graph.oversight import oversight
from kg.graph.reasons import reasons
from kg.model import KnowledgeGraph, TaskRow, Text
from tests.graph.made import made


def test_status_and_stage_are_counted_by_agency_and_leader() -> None:
    seen = made().oversight("峄城区")
    assert (seen.tasks, dict(seen.by_status)) == (10, {"completed": 2, "partly_completed": 1, "not_completed": 1})
    agencies = {tally.name: (tally.tasks, tally.projects, dict(tally.by_status)) for tally in seen.agencies}
    assert agencies["峄城区财政局"] == (2, 1, {"completed": 2})
    assert agencies["峄城区商务局"] == (2, 1, {"not_completed": 1})
    leaders = {tally.name: dict(tally.by_status) for tally in seen.leaders}
    assert leaders == {
        "赵明远": {"completed": 2, "partly_completed": 1},
        "钱立春": {"partly_completed": 1, "not_completed": 1},
    }
    assert {tally.name for tally in seen.towns} == {"榴园镇人民政府", "峨山镇人民政府"}


def test_late_tasks_stand_with_their_reasons_and_next_steps() -> None:
    late = made().oversight().unfinished
    assert [(one.row, one.status, one.reasons, one.next_steps) for one in late] == [
        ("r002", "partly_completed", ("资金", "土地", "手续"), "加快用地报批。"),
        ("r003", "not_completed", ("施工与企业",), "倒排工期。"),
    ]


def test_a_text_without_a_stated_reason_has_none() -> None:
    assert reasons("正在抓紧推进。") == ()


def test_a_row_that_claims_completion_against_its_own_figures_is_a_finding() -> None:
    row = next(row for row in made().records.rows if row.document == "yi23.txt" and row.row == "r001")
    said = {"task": "规上工业增加值增长8%。", "progress": "完成。规上工业增加值增长3%。"}
    parts = {part: Text.of(words, 0, len(words)) for part, words in said.items()}
    short = TaskRow(**{**dict(row), "parts": parts})
    graph = KnowledgeGraph(documents=made().records.documents, rows=(short,), entities=made().records.entities)
    found = [f for f in oversight(graph).contradictions if f.code == "claim-against-figures"]
    assert [(f.row, f.severity) for f in found] == [("r001", "warning")]
    assert "8%" in found[0].message
    assert "3%" in found[0].message


def test_the_most_shared_projects_name_all_who_share_them() -> None:
    shared = {one.name: one.owners for one in made().oversight().shared}
    assert set(shared["红星冷链物流园项目"]) == {"峄城区商务局", "峄城区交通运输局"}
