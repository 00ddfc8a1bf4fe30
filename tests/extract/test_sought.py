"""One scan for all patterns finds what each pattern finds alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract import finders, sought
from kg.extract.sought import Sought, longest_first, places

assert finders.MENTION_FINDERS  # all patterns of the finders are known once they are loaded

WORDS = sorted({head for pattern in sought._ALL for head in pattern.heads})
TEXTS = st.lists(
    st.one_of(st.sampled_from(WORDS), st.text("区市县园中局路会正现已完成一二三期，。、：（）年产3万", max_size=4)),
    max_size=12,
).map("".join)


def alone(pattern: Sought, text: str) -> list[tuple[int, int]]:
    return [match.span() for match in pattern.pattern.finditer(text)]


def in_one_scan(pattern: Sought, text: str) -> list[tuple[int, int]]:
    return [match.span() for match in pattern.matches(text, places(text).get(pattern, ()))]


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_every_pattern_of_the_finders_finds_what_it_finds_alone(text: str) -> None:
    assert [in_one_scan(pattern, text) for pattern in sought._ALL] == [alone(pattern, text) for pattern in sought._ALL]


def test_of_words_that_fit_the_longest_is_taken_and_matches_do_not_overlap() -> None:
    words = Sought(lambda: longest_first(["水", "水库", "库区", "水库区"]))
    assert in_one_scan(words, "水库区水库，水") == [(0, 3), (3, 5), (6, 7)]


def test_what_must_follow_may_be_said_for_all_branches_and_for_one() -> None:
    ends = Sought(("厂(?!房)", "电厂"), behind="(?=，)")
    assert in_one_scan(ends, "厂，厂房，电厂，电厂") == [(0, 1), (5, 7)]


def test_an_optional_character_is_no_head() -> None:
    assert Sought(("风景区?", "公园{1,2}", "桥+")).heads == {"风景", "公", "桥"}


@pytest.mark.parametrize("branch", ["", "(?:甲|乙)丙", "[甲乙]丙", "甲?丙", "甲{0,2}丙"])
def test_a_branch_without_a_first_character_is_refused(branch: str) -> None:
    with pytest.raises(ValueError, match="does not begin with a character"):
        sought._head(branch)
