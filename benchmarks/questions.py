"""How many annotated questions are answered as annotated, by kind.

    python benchmarks/questions.py BUILD_DIR QUESTIONS.jsonl [--errors]

An answer counts as exact when every annotated name or value is given, each in its own or another right form, and
nothing else; for timelines and questions across documents the rows and quotes count.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

from kg.ask import ask
from kg.ask.answer import Answer
from kg.model import KnowledgeGraph

BY_ROWS = ("timeline", "cross_document", "cross_city")


def squeezed(text: str) -> str:
    return re.sub(r"[\s，,。；;：:（）()“”\"]+", "", text)


def exact(question: dict[str, Any], answer: Answer) -> bool:
    accept = question.get("accept", {})
    wanted = [{squeezed(one), *map(squeezed, accept.get(one, []))} for one in question["answer"]]
    given = [squeezed(one) for one in answer.answer]
    return len(given) == len(wanted) and all(any(one in forms for one in given) for forms in wanted)


def rows_right(question: dict[str, Any], answer: Answer) -> bool:
    cited = {(proof.document[:3], proof.row) for proof in answer.evidence}
    return {(proof["doc"], proof["row"]) for proof in question.get("evidence", [])} <= cited


def quotes_right(question: dict[str, Any], answer: Answer) -> bool:
    quotes = "".join(squeezed(proof.quote) for proof in answer.evidence)
    return all(squeezed(proof["quote"]) in quotes for proof in question.get("evidence", []))


def measure(graph: KnowledgeGraph, questions: list[dict[str, Any]], *, errors: bool) -> None:
    ask(graph, "预热由哪些单位负责？")
    kinds: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    slowest, sure_and_wrong = 0.0, 0
    for question in questions:
        start = time.perf_counter()
        answer = ask(graph, question["question"])
        slowest = max(slowest, time.perf_counter() - start)
        kind = question["kind"]
        right = exact(question, answer)
        if kind in BY_ROWS:
            right = right or (rows_right(question, answer) and quotes_right(question, answer))
        kinds[kind][0] += right
        kinds[kind][1] += 1
        sure_and_wrong += not right and answer.confidence >= 0.8
        if errors and not right:
            print(f"{question['id']} {kind} {question['question']}\n   wanted {question['answer']}")
            print(f"   given {list(answer.answer)} as {answer.kind or '-'} at {answer.confidence}")
    for kind, (right, total) in sorted(kinds.items()):
        print(f"{kind:16} {right}/{total}")
    names = [name for name in kinds if name not in BY_ROWS]
    right, total = (sum(kinds[name][at] for name in names) for at in (0, 1))
    print(f"exact {right}/{total} = {right / max(1, total):.3f}; wrong at 0.8 or more: {sure_and_wrong}")
    print(f"slowest {1000 * slowest:.0f} ms")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=Path)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    from kg.graph.load import load

    questions = [json.loads(line) for line in options.questions.read_text("utf-8").splitlines() if line.strip()]
    measure(load(options.build), questions, errors=options.errors)


if __name__ == "__main__":
    main()
