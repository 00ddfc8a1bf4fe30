from kg.graph.written import WrittenEnds
from tests.extract.marked import marked_row, stated


def ends(predicate: str, units: str = "", **parts: str) -> set[tuple[str, str]]:
    row, mentions = marked_row(units, **parts)
    statements = stated(row, mentions)
    written = WrittenEnds(statements, mentions)
    return {written.of(s) for s in statements if s.predicate == predicate}


def test_a_fact_has_the_words_of_its_quote():
    found = ends("responsibleFor", "甲局", task="推进{P:远山竹浆=远山竹浆项目}、{P:云溪陶瓷项目}。")
    assert found == {("甲局", "远山竹浆"), ("甲局", "云溪陶瓷项目")}


def test_things_written_alike_are_told_apart_by_their_names():
    found = ends(
        "locatedIn", "甲局", task="{K:{A:东镇}物流园}开工。", progress="{P:{A:东镇}物流园=东镇物流园项目}开工。"
    )
    assert found == {("东镇物流园", "东镇"), ("东镇物流园项目", "东镇")}
