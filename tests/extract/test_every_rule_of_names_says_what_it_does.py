"""Every rule that a name can bear says in both languages what it does, and no line is left without its rule."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import kg.extract
from kg.extract.memory import ROW_TYPES
from kg.extract.tagger.tagger import TYPES
from kg.extract.votes import shares
from kg.words import word_table
from tests.graph.made import examples
from tests.graph.sentences import HAN, texts

MODULES = sorted(Path(kg.extract.__file__).parent.rglob("*.py"))
RULE = re.compile("[a-z-]+/[a-z-]*[a-z]")
WITH_PLACES = re.compile("(?=.*[a-z])[a-z{}-]+/[a-z{}-]+")
NO_TYPES = {"short-area", "maybe-company"}
"""What is found as one of these is kept aside for other finders, and is no name of a row."""
TAUGHT = [kind.lower() for kind in ROW_TYPES]
PUT_TOGETHER = {
    "areas/{}": ["alone", "free-short"],
    "bodies/{}": ["hall", "serving-centre"],
    "built/{}": ["park", "institution"],
    "memory/{}": TAUGHT,
    "memory/row-{}": TAUGHT,
    "{}/column": ["units", "leaders"],
}
"""Rules that the code puts together, and what it puts in."""
LINES = word_table("mention_methods")


def whole(path: Path) -> Iterator[str]:
    """The rules that stand in the code as they are, but for those of what is kept aside."""
    tree = ast.parse(path.read_text("utf-8"))
    aside = {id(one) for call in ast.walk(tree) if isinstance(call, ast.Call) and is_aside(call) for one in call.args}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in aside:
            yield from filter(RULE.fullmatch, [node.value])


def is_aside(call: ast.Call) -> bool:
    named = getattr(call.func, "attr", "") == "add" and call.args
    types = set(texts(call.args[0], call)) if named else set()
    return bool(types) and types <= NO_TYPES


def put_together(path: Path) -> Iterator[str]:
    """The rules of the code that have a place to be filled in."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.JoinedStr):
            said = "".join(str(one.value) if isinstance(one, ast.Constant) else "{}" for one in node.values)
            yield from filter(WITH_PLACES.fullmatch, [said])


def of_the_code() -> set[str]:
    filled = {rule.format(value) for rule, values in PUT_TOGETHER.items() for value in values}
    return (
        filled
        | {share.rule for kind in TYPES for share in shares(kind)}
        | set(chain.from_iterable(map(whole, MODULES)))
    )


def test_every_rule_has_its_line_and_every_line_its_rule() -> None:
    rules = [line["rule"] for line in LINES]

    assert len(rules) > 150
    assert rules == sorted(of_the_code())


def test_it_is_known_what_the_code_puts_together() -> None:
    assert set(chain.from_iterable(map(put_together, MODULES))) == set(PUT_TOGETHER)


def test_rules_say_shortly_what_they_do_in_both_languages() -> None:
    for line in LINES:
        assert line["says"].isascii()
        assert 2 < len(line["says"].split()) <= 14
        assert HAN.search(line["chinese"])
        assert len(line["chinese"]) <= 20


def test_no_two_rules_say_the_same() -> None:
    for column in ("rule", "says", "chinese"):
        assert len({line[column] for line in LINES}) == len(LINES)


def test_every_name_of_a_build_bears_a_rule_that_says_what_it_does() -> None:
    borne = {known.mention.method for known in examples().records.mentions}

    assert len(borne) > 20
    assert borne <= {line["rule"] for line in LINES}


def test_what_was_measured_belongs_to_a_rule() -> None:
    assert {line["rule"] for line in word_table("mention_rules")} <= {line["rule"] for line in LINES}
