import pytest

from kg.ask.question import examples, read_question
from kg.ask.scopes import read_scopes
from kg.graph.names import names_of
from tests.graph import made

NAMES = names_of(made.examples().view)


@pytest.mark.parametrize(
    ("asked", "kind", "subject"),
    [
        ("汉诺庄园综合体由哪些单位负责？", "owners", "汉诺庄园综合体"),
        ("谁负责汉诺庄园综合体？", "owners", "汉诺庄园综合体"),
        ("汉诺庄园综合体的责任单位有哪些", "owners", "汉诺庄园综合体"),
        ("请问汉诺庄园综合体归哪个部门管？", "owners", "汉诺庄园综合体"),
        ("深化户籍制度改革的牵头单位是谁？", "lead", "深化户籍制度改革"),
        ("临淄火车站改造由哪位区领导分管？", "leader", "临淄火车站改造"),
        ("信创生态基地项目由哪家公司负责？", "investor", "信创生态基地项目"),
        ("汉诺庄园综合体总投资多少？", "amount", "汉诺庄园综合体"),
        ("庄里抽水蓄能电站位于哪个镇？", "location", "庄里抽水蓄能电站"),
        ("庄里抽水蓄能电站进展如何？", "stage", "庄里抽水蓄能电站"),
        ("新增就业的完成情况如何？", "status", "新增就业"),
        ("新增就业完成了吗？", "status", "新增就业"),
        ("信创生态基地为什么未完成？", "reason", "信创生态基地"),
    ],
)
def test_the_words_that_ask_give_the_kind_and_the_rest_is_the_subject(asked: str, kind: str, subject: str) -> None:
    read = read_question(asked, NAMES)
    assert read
    assert (read.kind, read.subject) == (kind, subject)


@pytest.mark.parametrize(
    ("asked", "scopes", "rest"),
    [
        ("2023年9月临淄区的项目", [("临淄区", "2023-09")], "的项目"),
        ("峄城区（2021年）和临淄区（2023年）的项目", [("峄城区", "2021"), ("临淄区", "2023")], "的项目"),
        ("山亭区和临淄区2023年的项目", [("山亭区", "2023"), ("临淄区", "2023")], "项目"),
        ("峄城区2021年第三季度和2023年底的项目", [("峄城区", "2021-Q3"), ("峄城区", "2023")], "的项目"),
        ("临淄火车站改造", [("临淄区", None)], "临淄火车站改造"),
    ],
)
def test_areas_and_periods_limit_a_question_and_leave_the_rest(
    asked: str, scopes: list[tuple[str, str | None]], rest: str
) -> None:
    found, remaining = read_scopes(asked, NAMES)
    assert [(scope.area_name, scope.period) for scope in found] == scopes
    assert remaining.removeprefix("的") == rest.removeprefix("的")


def test_a_scope_holds_the_documents_of_its_area_and_period_only() -> None:
    found, _ = read_scopes("2021年峄城区的项目", NAMES)
    assert found[0].documents == ("峄城区2021年第三季度任务.txt",)


def test_a_period_without_documents_is_said_to_be_relaxed() -> None:
    found, _ = read_scopes("2019年峄城区的项目", NAMES)
    assert found[0].relaxed


def test_every_example_of_a_cue_is_read_as_that_kind() -> None:
    from kg.words import word_table

    unread = [row["example"] for row in word_table("ask_cues") if read_question(row["example"], NAMES) is None]
    assert unread == []
    assert len(examples()) > 30
