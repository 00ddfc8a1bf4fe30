"""What was built may be all of a thing, its structure or something else; what is still to come is no fact."""

import pytest

from kg.extract.statements import state_facts
from kg.model import DocumentContext
from tests.extract.marked import marked_row, triples


def stage(progress: str) -> str | None:
    return dict(triples("stage", "甲局", progress=progress)).get("竹浆项目")


@pytest.mark.parametrize("said", ["基本建成", "已基本完工", "大体落成"])
def test_what_is_mostly_built_is_as_far_as_its_structure(said: str):
    assert stage("{P:竹浆项目}" + said + "。") == "structure_complete"


@pytest.mark.parametrize(
    "said", ["历时20个月建成", "总投资3.2亿元建成", "约6公里全部完工", "1.8万平方米已建成", "亦已竣工", "悉数建成"]
)
def test_how_long_or_dear_or_large_something_is_makes_no_part_of_it(said: str):
    assert stage("{P:竹浆项目}" + said + "。") == "completed"


@pytest.mark.parametrize("said", ["明年春季交付", "次年投产", "定于九日启用", "达产年值3亿元", "达产20亿元"])
def test_what_comes_next_year_or_with_full_output_is_not_done(said: str):
    assert stage("{P:竹浆项目}主体已封顶，" + said + "。") == "structure_complete"


@pytest.mark.parametrize("said", ["年底主体完工", "10月封顶", "四季度投产", "2021年建成", "下半年投用"])
def test_a_bare_date_tells_no_fact_where_nobody_knows_of_when_the_document_is(said: str):
    row, mentions = marked_row("甲局", progress="{P:竹浆项目}已开工，" + said + "。")
    found, _ = state_facts([row], mentions, DocumentContext(document="a.txt"))
    assert [s.object for s in found if s.predicate == "stage"] == ["under_construction"]


@pytest.mark.parametrize("later", ["石桥粮油公司新线投产", "河东居民楼主体完工", "远山药业试生产", "两家企业签约"])
def test_a_later_sentence_with_a_subject_of_its_own_says_nothing_of_a_project_before(later: str):
    assert stage("{P:竹浆项目}已开工；" + later + "。") == "under_construction"


@pytest.mark.parametrize("later", ["项目已正式投产", "整个工程现已全部完工", "10月正式投产"])
def test_a_later_sentence_without_another_subject_goes_on_about_it(later: str):
    row, mentions = marked_row("甲局", progress="{P:竹浆项目}已开工。" + later + "。")
    found, _ = state_facts([row], mentions, DocumentContext(document="a.txt", period="2023"))
    assert [s.object for s in found if s.predicate == "stage"] == ["completed"]
