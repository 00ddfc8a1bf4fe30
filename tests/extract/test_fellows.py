"""Items of lists that the tagger holds possible, beside one that was found as a project."""

from __future__ import annotations

import pytest

from kg.extract.fellows import find_fellows
from kg.extract.lexicon import Lexicon
from kg.extract.passage import Passage
from tests.extract.test_votes import ballot


def beside(text: str, known: str, possible: str, chance: float = 0.2) -> list[str]:
    """What is added to a text in which one project is known and the tagger holds another span possible."""
    passage = Passage(text, "progress", frozenset(), Lexicon())
    start = text.index(known)
    passage.add("Project", start, start + len(known), "projects/suffix", 0.85)
    passage.ballot = ballot(("Project", possible, chance), text=text)
    find_fellows(passage)
    return [text[name.start : name.end] for name in passage.found.of("Project") if name.method == "fellows/list"]


@pytest.mark.parametrize(
    "text",
    [
        "柳溪花海、海川水厂项目开工。",
        "海川水厂项目、柳溪花海等进展顺利。",
        "海川水厂项目、柳溪花海5个正在谋划。",
        "海川水厂项目、柳溪花海陆续竣工。",
        "海川水厂项目、柳溪花海。",
    ],
)
def test_what_is_possible_is_taken_where_a_fellow_was_found(text: str) -> None:
    assert beside(text, "海川水厂项目", "柳溪花海") == ["柳溪花海"]


@pytest.mark.parametrize(
    ("text", "chance"),
    [
        ("海川水厂项目、柳溪花海等进展顺利。", 0.05),
        ("海川水厂项目开工，柳溪花海等开放。", 0.2),
    ],
)
def test_it_is_not_where_it_is_unlikely_or_stands_apart(text: str, chance: float) -> None:
    assert beside(text, "海川水厂项目", "柳溪花海", chance) == []


def test_a_count_and_general_words_stay_what_they_are() -> None:
    assert beside("海川水厂项目、停车场等开工。", "海川水厂项目", "停车场") == []


def test_nothing_is_taken_without_the_tagger() -> None:
    passage = Passage("海川水厂项目、柳溪花海等开工。", "progress", frozenset(), Lexicon())
    passage.add("Project", 0, 6, "projects/suffix", 0.85)
    find_fellows(passage)
    assert len(passage.found) == 1
