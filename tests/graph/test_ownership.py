from kg.graph.ownership import collective, holdings_of, members, owners_of, passage_units
from kg.graph.view import GraphView
from kg.ids import task_id
from kg.model import KnowledgeGraph, Link, Text
from tests.graph.made import made


def entity(name: str, kind: str) -> str:
    return next(e.id for e in made().records.entities if name in (e.name, *e.aliases) and e.type == kind)


def held(name: str, kind: str = "Project") -> set[tuple[str, str, str | None, str | None]]:
    return {(h.owner_name, h.manner, h.role, h.period) for h in owners_of(made().view, entity(name, kind))}


def test_a_project_is_owned_by_the_units_of_each_row_that_names_it_with_role_and_period() -> None:
    assert held("青云大道工程") == {
        ("峄城区住房和城乡建设局", "direct", "lead", "2021-Q3"),
        ("峄城区住房和城乡建设局", "direct", "lead", "2023"),
        ("峄城区财政局", "direct", "joint", "2023"),
        ("赵明远", "supervised", None, "2023"),
    }


def test_what_is_reported_under_a_heading_is_owned_by_that_unit_alone() -> None:
    assert held("峨山镇水闸改造项目") == {("峨山镇人民政府", "heading", "joint", "2021-Q3")}


def test_each_holding_shows_the_words_that_prove_it() -> None:
    for holding in owners_of(made().view, entity("红星冷链物流园项目", "Project")):
        row = made().view.rows[holding.citation.document, holding.citation.row]
        assert holding.citation.quote
        assert holding.citation.quote in row.text(holding.citation.part)


def test_a_town_holds_what_all_towns_hold_and_that_is_marked_as_inferred() -> None:
    found = [h for h in holdings_of(made().view, entity("峨山镇", "Agency")) if h.manner == "collective"]
    assert [(h.thing, h.inferred, h.via) for h in found] == [(task_id("yi21.txt", "r005"), True, "各镇街")]


def test_a_collective_unit_stands_for_the_towns_of_its_area_only() -> None:
    names = {e.name for e in members(made().view, "各镇街", "yi21.txt")}
    assert names == {"榴园镇人民政府", "峨山镇人民政府"}
    assert members(made().view, "区住建局", "yi21.txt") == ()


def test_words_for_all_towns_and_all_departments_are_told_from_names() -> None:
    words = ("各镇街", "各镇（街）", "各乡镇", "区政府各部门", "各有关部门", "区住建局", "榴园镇")
    assert [collective(word) for word in words] == ["town", "town", "town", "agency", "agency", None, None]


def test_a_phase_inherits_the_owners_of_its_whole_and_says_so() -> None:
    part, whole = entity("金泉食品加工项目", "Project"), entity("青云大道工程", "Project")
    link = Link(subject=part, predicate="partOf", object=whole, reason="试", confidence=1.0)
    graph = KnowledgeGraph(**{**dict(made().records), "links": (*made().records.links, link)})
    inherited = [h for h in owners_of(GraphView(graph), part) if h.manner == "inherited"]
    assert {(h.owner_name, h.inferred, h.via) for h in inherited} == {
        ("峄城区住房和城乡建设局", True, "金泉食品加工项目属于青云大道工程"),
        ("峄城区财政局", True, "金泉食品加工项目属于青云大道工程"),
    }


def test_a_group_holds_through_its_subsidiary() -> None:
    child, parent = entity("区商务局", "Agency"), entity("区财政局", "Agency")
    link = Link(subject=child, predicate="partOf", object=parent, reason="试", confidence=1.0)
    graph = KnowledgeGraph(**{**dict(made().records), "links": (link,)})
    through = [h for h in holdings_of(GraphView(graph), parent) if h.manner == "inherited"]
    assert {h.thing_name for h in through if h.thing_type == "Project"} == {"红星冷链物流园项目"}
    assert {h.via for h in through} == {"峄城区商务局属于峄城区财政局"}


def test_a_leader_holds_tasks_and_the_projects_that_they_name() -> None:
    found = holdings_of(made().view, entity("钱立春", "Person"))
    assert {(h.thing_name, h.status) for h in found if h.thing_type == "Project"} == {
        ("白鹭湖湿地公园项目", "partly_completed"),
        ("红星冷链物流园项目", "not_completed"),
    }
    assert {h.citation.row for h in found if h.thing_type == "Task"} == {"r002", "r003"}


def test_a_heading_that_shortens_a_unit_of_the_row_is_that_unit() -> None:
    row = next(row for row in made().records.rows if row.document == "yi21.txt" and row.row == "r006")
    units = tuple(
        unit.model_copy(update={"name": name})
        for unit, name in zip(row.units, ("峄城经济开发区管委会", "榴园镇"), strict=True)
    )
    under = row.progress_by_unit[0].model_copy(update={"unit": "经开区"})
    changed = row.model_copy(update={"units": units, "progress_by_unit": (under,)})
    assert passage_units(changed, "progress", under.start, under.end) == ("峄城经济开发区管委会",)
    assert passage_units(changed, "task", 0, 2) == ("峄城经济开发区管委会", "榴园镇")


def test_targets_divided_by_headings_are_divided_among_the_units() -> None:
    row = next(row for row in made().records.rows if row.document == "yi23.txt" and row.row == "r003")
    words = "商务局：建成冷库。交通局：修通园区道路。"
    divided = row.model_copy(update={"parts": {"targets": Text.of(words, 0, len(words))}})
    assert passage_units(divided, "targets", 4, 8) == ("区商务局",)
    assert passage_units(divided, "targets", 14, 18) == ("区交通局",)
    undivided = row.model_copy(update={"parts": {"targets": Text.of(words, 0, 9)}})
    assert passage_units(undivided, "targets", 4, 8) == ("区商务局", "区交通局")
