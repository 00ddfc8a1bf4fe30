"""The same input in any order gives the same output, and what is unaffected by a document keeps its id."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Mention
from kg.resolve import resolve
from tests.resolve.naming import AREAS, apart, contexts, groups, named, resolved
from tests.resolve.test_things import ONE, TWO

PIECES = st.sampled_from(
    [
        "丰源",
        "汉芯",
        "华沃",
        "石榴",
        "科技",
        "集团",
        "一期",
        "二期",
        "产业园",
        "35万吨",
        "项目",
        "南路",
        "北路",
        "区",
        "公司",
        "市",
        "发改委",
        "公安分局",
        "国家",
        "镇",
        "开发区",
    ]
)
NAMES = st.lists(PIECES, min_size=1, max_size=4).map("".join)
MENTIONS = st.lists(
    st.builds(
        named,
        document=st.sampled_from(sorted(AREAS)),
        type=st.sampled_from(["Company", "Project", "Park", "Institution", "Person", "Agency", "Area"]),
        text=NAMES,
        row=st.sampled_from(["r001", "r002"]),
        part=st.sampled_from(["task", "progress", "units"]),
        start=st.integers(0, 60),
    ),
    max_size=14,
)


def all_names() -> list[Mention]:
    """Every name of the tables of one and of two."""
    return [mention for type, a, b in ONE + TWO for mention in apart(type, a, b)]


def test_shuffled_input_gives_the_same_output_to_the_byte() -> None:
    mentions = all_names()
    expected = resolved(mentions).model_dump_json(exclude={"names"})
    for seed in range(4):
        shuffled = random.Random(seed).sample(mentions, len(mentions))
        areas = dict(random.Random(seed).sample(sorted(AREAS.items()), len(AREAS)))
        found = resolve(contexts(areas), shuffled, [])
        assert found.model_dump_json(exclude={"names"}) == expected
        assert list(found.names.items()) == list(resolved(mentions).names.items())


@settings(max_examples=60, deadline=None)
@given(MENTIONS, st.randoms(use_true_random=False))
def test_any_names_in_any_order_give_one_answer(mentions: list[Mention], random: random.Random) -> None:
    shuffled = list(mentions)
    random.shuffle(shuffled)
    assert resolved(shuffled) == resolved(mentions)


@settings(max_examples=60, deadline=None)
@given(MENTIONS)
def test_every_name_is_an_entity_and_every_entity_has_one_id(mentions: list[Mention]) -> None:
    found = resolved(mentions)
    ids = [entity.id for entity in found.entities]
    assert len(set(ids)) == len(ids)
    assert {(m.document, m.type, m.text) for m in mentions} <= set(found.names)
    assert set(found.names.values()) <= set(ids)
    assert {end for link in found.links for end in (link.subject, link.object)} <= set(ids)
    assert {entity.area for entity in found.entities if entity.area} <= set(ids)


def test_a_further_document_changes_no_id_of_what_it_does_not_name() -> None:
    before = resolved(apart("Project", ("yi21.txt", "汇龙纺织项目")) + apart("Agency", ("yi21.txt", "区发改局")))
    more = apart("Project", ("lin.txt", "凤凰花园幼儿园")) + apart("Agency", ("yi23.txt", "峄城区发展和改革局"))
    after = resolved(
        [*apart("Project", ("yi21.txt", "汇龙纺织项目")), *apart("Agency", ("yi21.txt", "区发改局")), *more]
    )
    for key in before.names:
        assert after.names[key] == before.names[key]


def test_names_of_no_known_area_are_still_resolved() -> None:
    found = resolve([], [named("x.txt", "Agency", "区发改局"), named("x.txt", "Project", "甲乙项目", start=20)], [])
    assert groups(found, "Agency") == {frozenset({"x:区发改局"})}
    assert groups(found, "Project") == {frozenset({"x:甲乙项目"})}
