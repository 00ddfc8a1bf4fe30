"""Names that one row, in its target, progress and further steps, uses for one thing, and those it keeps apart."""

import pytest

from tests.resolve.naming import groups, named, resolved


def one(type: str, a: str, b: str, *, parts: tuple[str, str] = ("task", "progress"), rows: str = "11") -> bool:
    """Whether two names, each in a part of a row, are one thing."""
    first = named("yi21.txt", type, a, row=f"r{rows[0]}", part=parts[0])
    second = named("yi21.txt", type, b, row=f"r{rows[1]}", part=parts[1], start=40)
    return len(groups(resolved([first, second]), type)) == 1


@pytest.mark.parametrize(
    ("type", "a", "b"),
    [
        ("Project", "锦绣河东路北延", "锦绣河东路"),
        ("Project", "安禾互联网康养中心", "安禾集团互联网实体医院"),
        ("Company", "江淮国际琉璃城", "琉璃城"),
    ],
)
def test_target_and_progress_say_one_thing_in_two_ways(type: str, a: str, b: str) -> None:
    assert one(type, a, b)
    assert not one(type, a, b, parts=("progress", "progress"))
    assert not one(type, a, b, rows="12")


def test_an_owner_with_two_undertakings_of_two_kinds_has_two() -> None:
    assert not one("Project", "安禾互联网康养中心", "安禾集团光伏组件厂")


def test_a_part_that_names_the_whole_and_a_later_phase_means_two() -> None:
    assert not one("Project", "青柳巷片区", "青柳巷片区二期", parts=("progress", "progress"))
    assert one("Project", "青柳巷片区", "青柳巷片区二期")


def test_a_park_and_its_phase_named_beside_it_are_two_though_one_character_differs() -> None:
    park, phase = "云恒基电子信息产业园", "云恒光电子信息产业园"
    apart = [
        named("yi21.txt", "Project", park, row="r1", part="task"),
        named("yi21.txt", "Project", park, row="r1"),
        named("yi21.txt", "Project", phase, row="r1", start=40),
        named("yi21.txt", "Project", f"{phase}项目", row="r2"),
    ]
    assert len(groups(resolved(apart), "Project")) == 2
    assert len(groups(resolved([*apart[:2], apart[3]]), "Project")) == 1


def test_a_row_shortens_a_body_to_its_head_and_last_character() -> None:
    long, short = "石榴国家林木种质资源库", "石榴国家库"
    assert one("Institution", long, short)
    assert not one("Institution", long, short, rows="12")


def test_a_project_called_as_its_firm_is_the_one_that_begins_so() -> None:
    firm = named("yi21.txt", "Company", "云鹏生态科技", row="r1")
    short = named("yi21.txt", "Project", "云鹏生态科技", row="r1")
    long = named("yi21.txt", "Project", "云鹏生态科技新材料", row="r2")
    assert len(groups(resolved([firm, short, long]), "Project")) == 1
    assert len(groups(resolved([short, long]), "Project")) == 2


def test_a_row_calls_a_company_by_its_core_and_by_its_core_and_goods() -> None:
    assert one("Company", "枣庄亚太石榴酒", "亚太公司")
    assert not one("Company", "枣庄亚太石榴酒", "亚太公司", rows="12")
    assert not one("Company", "亚太达", "亚太公司")
