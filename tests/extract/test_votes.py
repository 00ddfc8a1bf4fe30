"""What the tagger's votes do to what the rules found: add, give up, replace; good rules outweigh it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.finders import last_look, settle
from kg.extract.findings import Found
from kg.extract.lexicon import Lexicon
from kg.extract.mentions import find_mentions
from kg.extract.passage import Passage
from kg.extract.tagger.chain import Chances
from kg.extract.tagger.tagger import TYPES, Ballot, ballots_of
from kg.extract.votes import belief, find_by_votes
from kg.model import DocumentContext
from tests.extract.finding import row

TEXT = "云岭镇开建睿霖烯烃装置，博瑞、恒晟等项目投产。"


def ballot(*names: tuple[str, str, float], goes_on_at: dict[int, float] | None = None, text: str = TEXT) -> Ballot:
    """A ballot that gives each of some names, by type and text, its chance; some go on at a place less surely."""
    begins, second, onward = (np.zeros((len(text) + 1, len(TYPES))) for _ in range(3))
    for kind, name, chance in names:
        start, column = text.index(name), TYPES.index(kind)
        begins[start, column] = chance
        second[start + 1 : start + 2, column] = 1.0
        onward[start + 2 : start + len(name), column] = 1.0
        for place, share in (goes_on_at or {}).items():
            onward[place, column] = share
    (told,) = ballots_of(Chances(begins, second, onward), [(0, len(text))])
    return told


def voted(*names: tuple[str, str, float], rules: tuple[tuple[str, str, str, float], ...] = ()) -> Passage:
    """The passage after the vote; `rules` are names found before: type, text, rule, its own confidence."""
    passage = Passage(TEXT, "progress", frozenset(), Lexicon(), rejected=[])
    for kind, name, rule, confidence in rules:
        start = TEXT.index(name)
        passage.add(kind, start, start + len(name), rule, confidence)
    passage.ballot = ballot(*names)
    find_by_votes(passage)
    return passage


def texts(passage: Passage, kind: str) -> list[str]:
    return [passage.text[name.start : name.end] for name in passage.found.of(kind)]


def test_a_likely_name_is_added_with_its_share_and_an_unlikely_one_is_not() -> None:
    passage = voted(("Company", "睿霖", 0.93), ("Project", "睿霖烯烃装置", 0.75), ("Park", "云岭", 0.55))
    assert [(f.type, f.method, f.confidence) for f in passage.found] == [
        ("Company", "tagger/sure", 0.78),
        ("Project", "tagger/likely", 0.58),
    ]


@pytest.mark.parametrize(("chance", "added"), [(0.93, ["云岭"]), (0.75, [])])
def test_an_area_that_only_the_tagger_sees_must_be_sure(chance: float, added: list[str]) -> None:
    assert texts(voted(("Area", "云岭", chance)), "Area") == added


def test_a_name_of_a_list_takes_the_word_that_closes_it() -> None:
    passage = voted(("Project", "博瑞", 0.8))
    assert [name.canonical for name in passage.found.of("Project")] == ["博瑞项目"]


def test_an_item_with_the_word_that_closes_its_list_is_no_name() -> None:
    passage = voted(("Project", "恒晟等项目", 0.95))
    settle(passage)
    assert texts(passage, "Project") == []


def test_a_doubtful_name_that_the_tagger_does_not_see_is_given_up_with_the_reason() -> None:
    passage = voted(rules=(("Company", "烯烃装置", "guess", 0.5),))
    assert texts(passage, "Company") == []
    assert passage.rejected == [(7, 11, "Company", "the tagger does not see it, and its rule is often wrong")]


def test_a_doubtful_name_gives_way_to_one_with_likelier_borders() -> None:
    passage = Passage(TEXT, "progress", frozenset(), Lexicon(), rejected=[])
    passage.add("Company", 5, 9, "guess", 0.5)
    passage.ballot = ballot(("Company", "睿霖烯烃", 0.9), goes_on_at={7: 0.2})
    find_by_votes(passage)
    assert texts(passage, "Company") == ["睿霖"]
    assert passage.rejected == [(5, 9, "Company", "the tagger does not see it, and its rule is often wrong")]


def test_two_names_of_the_rules_are_not_made_one() -> None:
    rules = (("Company", "博瑞", "registered", 0.97), ("Company", "恒晟", "registered", 0.97))
    assert texts(voted(("Company", "博瑞、恒晟", 0.95), rules=rules), "Company") == ["博瑞", "恒晟"]


def test_a_name_of_a_rule_that_is_hardly_ever_wrong_stands_where_the_tagger_sees_none() -> None:
    passage = voted(rules=(("Company", "睿霖烯烃", "registered", 0.97),))
    assert texts(passage, "Company") == ["睿霖烯烃"]


def test_both_together_are_believed_more_than_the_rule_alone() -> None:
    seen = voted(("Company", "睿霖", 0.95), rules=(("Company", "睿霖", "guess", 0.7),))
    unseen = voted(rules=(("Company", "睿霖", "registered", 0.97),))
    (agreed,), (alone,) = seen.found.of("Company"), unseen.found.of("Company")
    assert agreed.confidence > 0.9
    assert 0.3 < alone.confidence < 0.7


@given(st.floats(0.02, 0.97), st.floats(0, 1))
def test_belief_grows_with_the_rule_and_with_the_tagger(rule: float, chance: float) -> None:
    def believed(rule: float, chance: float) -> float:
        passage = Passage(TEXT, "progress", frozenset(), Lexicon())
        passage.ballot = ballot(("Company", "睿霖", chance))
        return belief(passage, Found("Company", 5, 7, "guess", rule))

    assert 0 < believed(rule, chance) < believed(rule + 0.01, chance) < 1
    assert believed(rule, chance) <= believed(rule, min(1.0, chance + 0.1))


def test_people_are_none_of_its_business() -> None:
    assert texts(voted(rules=(("Person", "云岭", "guess", 0.4),)), "Person") == ["云岭"]


def test_names_of_other_types_may_hold_one_another() -> None:
    passage = voted(("Company", "睿霖", 0.9), rules=(("Project", "睿霖烯烃装置", "told", 0.97),))
    assert (texts(passage, "Company"), texts(passage, "Project")) == (["睿霖"], ["睿霖烯烃装置"])


def test_rules_alone_are_heard_where_the_tagger_was_not_asked() -> None:
    passage = Passage(TEXT, "progress", frozenset(), Lexicon())
    last_look(passage)
    assert not [name for name in passage.found if name.method.startswith("tagger/")]


@given(st.text(alphabet="云岭镇睿霖化工项目水厂一期区局委等12、，。；：（）和开建竣工引进", min_size=1, max_size=60))
@settings(max_examples=80, deadline=None)
def test_whatever_is_read_names_stand_where_they_say_and_are_believed_somehow(text: str) -> None:
    for name in find_mentions([row(progress=text)], DocumentContext(document="d")):
        assert text[name.start : name.end] == name.text
        assert 0 < name.confidence <= 1


def test_what_begins_with_a_count_is_no_name_however_sure_the_tagger_is() -> None:
    text = "实施11个老旧小区改造项目。"
    passage = Passage(text, "progress", frozenset(), Lexicon())
    passage.ballot = ballot(("Project", "11个老旧小区改造项目", 0.95), text=text)
    find_by_votes(passage)
    assert not list(passage.found.of("Project"))
