import pytest

from kg.errors import QueryError
from kg.graph.compare import Counts, compare
from kg.model import DocumentInfo, Evidence, Fact, KnowledgeGraph
from tests.resolve.naming import AREAS, apart, resolved


def graph() -> KnowledgeGraph:
    """Two cities with one institution in common, one function on both sides and one project each."""
    names = [
        *apart("Agency", ("yi21.txt", "区发改局"), ("lin.txt", "区发改局"), ("lin.txt", "区文物局")),
        *apart("Institution", ("yi21.txt", "山东省农业科学院"), ("lin.txt", "省农科院")),
        *apart("Project", ("yi21.txt", "汇龙纺织项目"), ("lin.txt", "凤凰花园幼儿园建设项目")),
    ]
    found = resolved(names)
    areas = {entity.code: entity.id for entity in found.entities if entity.type == "Area"}
    documents = tuple(
        DocumentInfo(name=name, format="text", sha256="0", area=areas.get(code)) for name, code in sorted(AREAS.items())
    )
    project, institution = (
        found.names[key] for key in (("yi21.txt", "Project", "汇龙纺织项目"), ("lin.txt", "Institution", "省农科院"))
    )
    evidence = Evidence(part="progress", start=0, end=4, source_start=0, source_end=4, quote="一句证据")
    common = {"row": "r001", "evidence": evidence, "method": "test", "confidence": 1.0}
    facts = (
        Fact(
            id="s1",
            document="yi21.txt",
            subject="汇龙纺织项目",
            predicate="stage",
            object="completed",
            subject_name="汇龙纺织项目",
            object_name="completed",
            subject_entity=project,
            **common,
        ),
        Fact(
            id="s2",
            document="lin.txt",
            subject="省农科院",
            predicate="cooperatesWith",
            object="甲",
            subject_name="山东省农业科学院",
            object_name="甲",
            subject_entity=institution,
            **common,
        ),
    )
    return KnowledgeGraph(documents=documents, entities=found.entities, links=found.links, facts=facts)


def test_two_cities_share_bodies_and_functions_and_differ_in_sectors() -> None:
    found = compare(graph(), "枣庄市", "淄博")
    assert (found.a, found.b) == ("枣庄市", "淄博市")
    assert [(shared.name, shared.quote_a, shared.quote_b) for shared in found.shared] == [
        ("山东省农业科学院", "", "一句证据")
    ]
    assert [(common.function, common.a, common.b) for common in found.functions] == [
        ("development", ("峄城区发展和改革局",), ("临淄区发展和改革局",))
    ]
    assert found.sectors == (
        Counts(key="education", a=0, b=1, examples_b=("凤凰花园幼儿园建设项目",)),
        Counts(key="textiles", a=1, b=0, examples_a=("汇龙纺织项目",)),
    )
    assert found.stages == (Counts(key="completed", a=1, b=0, examples_a=("汇龙纺织项目",)),)
    assert (found.only_a, found.only_b) == ((), ("relics",))


def test_the_other_way_round_it_says_the_same() -> None:
    there, back = compare(graph(), "枣庄市", "淄博市"), compare(graph(), "370300", "370400")
    assert [(count.key, count.a, count.b) for count in there.sectors] == [
        (count.key, count.b, count.a) for count in back.sectors
    ]
    assert [shared.entity for shared in there.shared] == [shared.entity for shared in back.shared]


@pytest.mark.parametrize(("a", "b"), [("枣庄市", "青岛市"), ("枣庄市", "枣庄")])
def test_an_unknown_area_or_one_area_twice_is_refused_in_one_sentence(a: str, b: str) -> None:
    with pytest.raises(QueryError) as refused:
        compare(graph(), a, b)
    assert "\n" not in str(refused.value)
