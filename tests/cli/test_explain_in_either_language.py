"""`kg explain` takes a row's bare number and speaks the user's language; texts and names of rules stay."""

from __future__ import annotations

import re

import pytest

from kg.cli.explanation import render_explanation
from kg.errors import QueryError
from kg.extract.explain import Explanation, explain_row
from kg.graph.wording import CHINESE, ENGLISH
from kg.model import Document
from kg.readers import read
from kg.words import word_table
from tests.cli.running import EXAMPLES

ENGLISH_WORDS = re.compile(
    r"\b(?:task|progress|targets|units|Project|Company|joint|responsibleFor|under_construction)\b"
)
RULE = re.compile(r"[a-z]+[:/][a-z-]+")


@pytest.fixture(scope="module")
def document() -> Document:
    return read(EXAMPLES / "linzi-2023-09.txt")[0]


@pytest.fixture(scope="module")
def explained(document: Document) -> Explanation:
    return explain_row(document, "r002")


@pytest.mark.parametrize("asked", ["2", "02", "r2", "R002", " r002 "])
def test_a_row_is_known_by_its_bare_number(document: Document, explained: Explanation, asked: str) -> None:
    assert explain_row(document, asked) == explained


@pytest.mark.parametrize("asked", ["0", "99", "s2", "r", "two", ""])
def test_a_row_that_is_not_there_is_refused_with_those_that_are(document: Document, asked: str) -> None:
    with pytest.raises(QueryError, match="r001 … r016") as caught:
        explain_row(document, asked)

    assert "可用的行：r001" in caught.value.chinese


def test_chinese_says_parts_types_relations_rules_and_reasons_in_chinese(explained: Explanation) -> None:
    shown = render_explanation(explained, CHINESE)

    assert not ENGLISH_WORDS.search(RULE.sub("", shown))
    for word in (
        "[进展情况]",
        "（共同）",
        "—负责→",
        "projects/list（“等项目”所列的一项）",
        "（任务所列项目归本行各单位）",
        "在建",
        "只说是哪一类，没有说是哪一个",
    ):
        assert word in shown


def test_english_says_the_same_in_english(explained: Explanation) -> None:
    chinese, english = (render_explanation(explained, words) for words in (CHINESE, ENGLISH))

    assert len(chinese.splitlines()) == len(english.splitlines())
    for word in (
        "[Progress]",
        "(joint)",
        "projects/list (an item of a list of projects)",
        "—responsible for→",
        "says what kind, not which one",
        "under construction",
    ):
        assert word in english


def test_every_name_and_statement_tells_what_its_rule_does(explained: Explanation) -> None:
    for words, opens in ((CHINESE, "（"), (ENGLISH, " (")):
        shown = render_explanation(explained, words)
        for found in (*explained.mentions, *explained.statements):
            assert f"  {found.method}{opens}" in shown


def test_the_rule_of_a_plug_in_has_its_code_alone(explained: Explanation) -> None:
    found = explained.mentions[0].model_copy(update={"method": "brigades/town"})
    shown = render_explanation(explained.model_copy(update={"mentions": (found,)}), ENGLISH)

    assert f"  brigades/town {found.confidence:.2f}\n" in shown


def test_every_rule_of_statements_says_in_both_languages_what_it_does() -> None:
    for row in word_table("statement_rules"):
        assert row["says"].isascii()
        assert re.search(r"[\u4e00-\u9fff]", row["chinese"])
