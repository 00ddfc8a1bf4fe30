"""The tagger weighs every way to label a sentence, sees only its own sentence, and tells the same in any company."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.tagger.chain import BEGIN, INSIDE, OUTSIDE, Chances, chances
from kg.extract.tagger.signs import BUCKETS, signs
from kg.extract.tagger.tagger import TYPES, ballots_of, clauses, tagger

TEXTS = st.text(alphabet="云岭化工项目一期开建、。；等12A（）", max_size=30)
WEIGHTS = st.integers(-3000, 3000)


def spans(labels: tuple[int, ...]) -> set[tuple[int, int]]:
    """The names that one way to label a sentence holds."""
    begins = [place for place, label in enumerate(labels) if label == BEGIN]
    return {
        (begin, next((p for p in range(begin + 1, len(labels)) if labels[p] != INSIDE), len(labels)))
        for begin in begins
    }


def allowed(labels: tuple[int, ...]) -> bool:
    return labels[0] != INSIDE and not any(pair == (OUTSIDE, INSIDE) for pair in pairwise(labels))


@given(st.integers(1, 5), st.data())
@settings(max_examples=60, deadline=None)
def test_a_span_is_as_likely_as_all_ways_to_label_the_sentence_with_it(size: int, data: st.DataObject) -> None:
    cells = st.lists(WEIGHTS, min_size=size * 3, max_size=size * 3)
    scores = np.array(data.draw(cells)).reshape(size, 1, 3) / 1000
    steps = np.array(data.draw(st.lists(WEIGHTS, min_size=9, max_size=9))).reshape(1, 3, 3) / 1000
    padded = np.concatenate([scores, np.zeros((1, 1, 3))])
    of_types = (np.repeat(a, len(TYPES), axis=1) for a in chances(padded, steps, [(0, size)]))
    (told,) = ballots_of(Chances(*of_types), [(0, size)])
    ways = {
        labels: np.exp(
            sum(scores[place, 0, label] for place, label in enumerate(labels))
            + sum(steps[0, a, b] for a, b in pairwise(labels))
        )
        for labels in product(range(3), repeat=size)
        if allowed(labels)
    }
    for start in range(size):
        for end in range(start + 1, size + 1):
            share = sum(weight for labels, weight in ways.items() if (start, end) in spans(labels))
            assert told.chance("Project", start, end) == pytest.approx(share / sum(ways.values()), abs=1e-9)


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_the_names_told_are_those_that_are_likely_enough(text: str) -> None:
    (ballot,) = tagger().ballots([("progress", text)])
    for kind in TYPES:
        told = {(start, end) for start, end, _ in ballot.likely(kind)}
        every = ((a, b) for a in range(len(text)) for b in range(a + 1, len(text) + 1))
        assert told == {span for span in every if ballot.chance(kind, *span) >= 0.5}


@given(st.lists(TEXTS, min_size=1, max_size=4))
@settings(max_examples=40, deadline=None)
def test_a_text_is_judged_alone_and_in_company_alike(texts: list[str]) -> None:
    together = tagger().ballots([("task", text) for text in texts])
    for text, ballot in zip(texts, together, strict=True):
        (alone,) = tagger().ballots([("task", text)])
        for kind, start, end in product(TYPES, range(len(text)), range(1, len(text) + 1)):
            if start < end:
                assert ballot.chance(kind, start, end) == pytest.approx(alone.chance(kind, start, end), abs=1e-12)


@given(TEXTS)
def test_no_name_reaches_over_the_end_of_a_sentence(text: str) -> None:
    (ballot,) = tagger().ballots([("progress", text)])
    ends = [end for _, end in clauses(text)]
    for kind in TYPES:
        for start, end, _ in ballot.likely(kind):
            assert not any(start < stop < end for stop in ends)


def test_signs_are_numbers_of_buckets_and_say_nothing_of_neighbours() -> None:
    columns, starts = signs([("task", "云岭化工"), ("progress", "开建")])
    alone, (start,) = signs([("progress", "开建")])
    for together, one in zip(columns, alone, strict=True):
        assert together.min() >= 0
        assert together.max() < BUCKETS
        assert together[starts[1] : starts[1] + 2].tolist() == one[start : start + 2].tolist()


def test_a_text_without_stops_is_cut_into_clauses_that_cover_it() -> None:
    spans = list(clauses("路" * 1000 + "。"))
    assert [start for start, _ in spans] == [0, *(end for _, end in spans[:-1])]
    assert spans[-1][1] == 1001
    assert max(end - start for start, end in spans) <= 301


def test_empty_texts_and_rare_characters_are_read() -> None:
    ballots = tagger().ballots([("progress", ""), ("progress", "𠮷\ud800项目")])
    assert [ballot.likely("Project") for ballot in ballots] == [[], []]
    assert ballots[1].chance("Project", 0, 4) < 0.5
    assert tagger().ballots([]) == []


FIRMS = (
    "垚澄新能源", "海川食品", "澜禾生物", "拓朗智能", "铭屹重工", "恺元医药", "晟沃农牧", "禾润纺织", "启岳光电",
    "云舸物流", "瑾川化工", "博屿材料",
)  # fmt: skip
"""Firms that nobody told it of."""
PROJECTS = ("{a}二期项目竣工投产，{b}复工复产。", "{a}年产5万吨新材料项目开工，{b}签约落户云岭开发区。")
DEEDS = (
    "引进{a}、{b}等企业，{a}实现产值3亿元。",
    "支持{a}与{b}合作，帮助{b}融资2000万元。",
    "新引进{a}，去年{b}签约落户。",
)


def told(pattern: str, kind: str) -> list[tuple[set[str], set[str]]]:
    """For each firm, with another one beside it, both of them and the names of a type that are told."""
    found = []
    for a, b in zip(FIRMS, FIRMS[5:] + FIRMS[:5], strict=True):
        text = pattern.format(a=a, b=b)
        (ballot,) = tagger().ballots([("progress", text)])
        found.append(({a, b}, {text[start:end] for start, end, _ in ballot.likely(kind)}))
    return found


@pytest.mark.parametrize("pattern", PROJECTS + DEEDS)
def test_it_finds_firms_that_nobody_told_it_of(pattern: str) -> None:
    answers = told(pattern, "Company")
    assert sum(len(firms & names) for firms, names in answers) >= 0.85 * 2 * len(FIRMS)
    assert sum(len(names - firms) for firms, names in answers) <= 0.15 * 2 * len(FIRMS)


@pytest.mark.parametrize("pattern", PROJECTS)
def test_it_finds_projects_of_firms_that_nobody_told_it_of(pattern: str) -> None:
    head = pattern.partition("项目")[0] + "项目"
    expected = [head.format(a=firm) for firm in FIRMS]
    assert [name in names for name, (_, names) in zip(expected, told(pattern, "Project"), strict=True)] == [True] * 12


@pytest.mark.parametrize("pattern", DEEDS)
def test_firms_that_do_something_are_no_projects(pattern: str) -> None:
    assert [names for _, names in told(pattern, "Project")] == [set()] * len(FIRMS)
