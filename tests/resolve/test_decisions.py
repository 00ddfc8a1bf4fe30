from pathlib import Path

import pytest

from kg.errors import DecisionConflict, KgError
from kg.model import Decision, KnowledgeGraph
from kg.resolve.decisions import read_decisions, write_decisions
from kg.resolve.review import answer, questions, record, undo
from tests.resolve.naming import apart, groups, resolved

NAMES = apart(
    "Company",
    ("yi21.txt", "瑞兴鞋业"),
    ("yi23.txt", "瑞兴"),
    ("yi23.txt", "汉芯"),
    ("yi21.txt", "汉芯科技"),
    ("yi21.txt", "汉芯"),
)


def said(verdict: str, a: str, b: str, who: str = "王") -> Decision:
    return Decision.model_validate({"verdict": verdict, "a": a, "b": b, "who": who, "when": "2026-03-01"})


def test_same_joins_what_the_computation_left_apart() -> None:
    assert frozenset({"yi23:瑞兴"}) in groups(resolved(NAMES), "Company")
    found = resolved(NAMES, [said("same", "瑞兴鞋业", "瑞兴")])
    assert frozenset({"yi21:瑞兴鞋业", "yi23:瑞兴"}) in groups(found, "Company")


def test_different_splits_what_the_computation_joined() -> None:
    assert frozenset({"yi21:汉芯", "yi21:汉芯科技", "yi23:汉芯"}) in groups(resolved(NAMES), "Company")
    found = resolved(NAMES, [said("different", "汉芯科技", "汉芯")])
    assert {frozenset({"yi21:汉芯科技"}), frozenset({"yi21:汉芯", "yi23:汉芯"})} <= groups(found, "Company")


def test_same_outranks_even_a_separator() -> None:
    phases = apart("Project", ("yi21.txt", "泰和机械一期项目"), ("yi21.txt", "泰和机械二期项目"))
    assert len(groups(resolved(phases), "Project")) == 2
    assert len(groups(resolved(phases, [said("same", "泰和机械一期项目", "泰和机械二期项目")]), "Project")) == 1


def test_unsure_changes_nothing() -> None:
    assert resolved(NAMES, [said("unsure", "瑞兴鞋业", "瑞兴")]) == resolved(NAMES)


def test_decisions_by_id_and_in_any_order_give_the_same() -> None:
    plain = resolved(NAMES)
    ids = [plain.names[key] for key in (("yi21.txt", "Company", "瑞兴鞋业"), ("yi23.txt", "Company", "瑞兴"))]
    decisions = [said("same", *ids), said("different", "汉芯科技", "汉芯")]
    assert resolved(NAMES, decisions) == resolved(NAMES, decisions[::-1])
    assert groups(resolved(NAMES, decisions), "Company") == groups(
        resolved(NAMES, [said("same", "瑞兴鞋业", "瑞兴"), decisions[1]]), "Company"
    )


def test_a_decision_against_another_stops_and_names_both() -> None:
    with pytest.raises(DecisionConflict, match=r"瑞兴鞋业.* same .*王.* different .*李") as stopped:
        resolved(NAMES, [said("same", "瑞兴鞋业", "瑞兴"), said("different", "瑞兴", "瑞兴鞋业", who="李")])
    assert "\n" not in str(stopped.value)


def test_a_contradiction_through_a_third_name_is_found() -> None:
    with pytest.raises(DecisionConflict):
        resolved(
            NAMES,
            [said("same", "瑞兴鞋业", "瑞兴"), said("same", "瑞兴", "汉芯"), said("different", "汉芯", "瑞兴鞋业")],
        )


def test_a_decision_on_unknown_names_is_a_finding() -> None:
    found = resolved(NAMES, [said("same", "瑞兴鞋业", "无此企业")])
    assert [(finding.code, finding.quote) for finding in found.findings] == [("decision-without-entity", "无此企业")]
    assert groups(found, "Company") == groups(resolved(NAMES), "Company")


def test_a_file_keeps_decisions_and_gives_them_back(tmp_path: Path) -> None:
    path = tmp_path / "decisions.csv"
    decisions = (said("same", "甲，乙", "丙"), said("different", "丁", '戊"'))
    path.write_text(write_decisions(decisions), encoding="utf-8")
    assert read_decisions(path) == decisions
    assert read_decisions(tmp_path / "none.csv") == ()


def test_a_wrong_line_of_the_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "decisions.csv"
    path.write_text("verdict,a,b,who,when,why\nsame,甲,乙,,,\nmaybe,甲,丙,,,\n", encoding="utf-8")
    with pytest.raises(KgError, match=r"decisions\.csv, line 3"):
        read_decisions(path)


@pytest.mark.parametrize("content", ["verdict,a,b\nsame,甲公司,乙公司\n".encode("gb18030"), bytes(range(256)) * 4])
def test_a_file_that_is_no_utf8_is_named_in_one_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "decisions.csv"
    path.write_bytes(content)
    with pytest.raises(KgError, match=r"decisions\.csv: .*UTF-8"):
        read_decisions(path)


def test_review_asks_what_nobody_has_judged_and_takes_answers_back(tmp_path: Path) -> None:
    path = tmp_path / "decisions.csv"
    found = resolved(NAMES)
    graph = KnowledgeGraph(entities=found.entities)
    asked = questions(found.candidates, graph)
    assert [{question.a.name, question.b.name} for question in asked] == [{"瑞兴", "瑞兴鞋业"}]
    assert ("名称", asked[0].a.name, asked[0].b.name) in asked[0].differences
    made = answer(asked[0], "same", who="王", when="2026-03-01", why="同一企业")
    assert record(path, made) == (made,)
    assert questions(found.candidates, graph, read_decisions(path)) == ()
    assert frozenset({"yi21:瑞兴鞋业", "yi23:瑞兴"}) in groups(resolved(NAMES, read_decisions(path)), "Company")
    changed = answer(asked[0], "different", who="王", when="2026-03-02")
    assert record(path, changed) == (changed,)
    assert undo(path) == changed
    assert undo(path) is None
    assert questions(found.candidates, graph, read_decisions(path)) == asked


def test_a_decision_may_name_an_id_that_an_earlier_decision_made() -> None:
    split = said("different", "汉芯科技", "汉芯")
    parts = resolved(NAMES, [split])
    short, shoes = (parts.names[key] for key in (("yi21.txt", "Company", "汉芯"), ("yi21.txt", "Company", "瑞兴鞋业")))
    assert short not in resolved(NAMES).by_id
    found = resolved(NAMES, [split, said("same", short, shoes)])
    assert found.findings == ()
    assert frozenset({"yi21:汉芯", "yi23:汉芯", "yi21:瑞兴鞋业"}) in groups(found, "Company")
