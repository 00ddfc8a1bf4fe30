"""The annotated questions over the five real documents, where they stand beside the project."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from benchmarks.questions import BY_ROWS, exact, quotes_right, rows_right
from kg.api import Graph, build

SHARED = Path(__file__).parents[3] / "shared"
QUESTIONS = SHARED / "gold-resolution" / "questions.jsonl"
needs_corpus = pytest.mark.skipif(not QUESTIONS.is_file(), reason="the shared corpus does not stand beside the project")


@cache
def corpus() -> Graph:
    return build(SHARED / "corpus")


def questions() -> Iterator[dict[str, Any]]:
    for line in QUESTIONS.read_text("utf-8").splitlines():
        yield json.loads(line)


@needs_corpus
@pytest.mark.corpus
def test_at_least_85_of_100_are_exact_and_none_is_sure_and_wrong() -> None:
    asked = [q for q in questions() if q["kind"] not in BY_ROWS]
    answers = {q["id"]: corpus().ask(q["question"]) for q in asked}
    right = [q["id"] for q in asked if exact(q, answers[q["id"]])]
    assert len(right) >= 0.85 * len(asked)
    assert [i for i, a in answers.items() if i not in right and a.sure] == []


@needs_corpus
@pytest.mark.corpus
def test_questions_over_time_and_across_documents_cite_the_right_rows_and_quotes() -> None:
    for question in questions():
        if question["kind"] in BY_ROWS:
            answer = corpus().ask(question["question"])
            assert exact(question, answer) or (rows_right(question, answer) and quotes_right(question, answer))
