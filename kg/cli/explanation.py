"""What `kg explain` prints: a row, the rule behind each name and statement, and why candidates were not taken."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kg.graph.text import padded
from kg.words import word_table

if TYPE_CHECKING:
    from kg.extract.explain import Explanation
    from kg.graph.wording import Wording
    from kg.model import Mention, Statement

PART, TYPE = 17, 11
"""Columns that the longest part and type take, in either language."""
KINDS = {
    "task": ("任务行", "row of a table"),
    "bracketed": ("带括注的段落", "paragraph with a bracket of units"),
    "ledger": ("项目台账", "row of a ledger"),
    "sentence": ("句子", "sentence"),
}


def render_explanation(found: Explanation, words: Wording) -> str:
    """The explanation as lines for a terminal; rules keep the names that they have in the outputs of a build."""
    row = found.row
    units = words.listed(f"{unit.name}{words.aside(words.role(unit.role))}" for unit in row.units)
    head = f"{row.document} {row.row}{words.aside(words.say(*KINDS[row.kind]))}  {units}".rstrip()
    texts = [f"[{words.part(p)}] {text.value}" for p, text in row.parts.items() if p not in ("units", "leaders")]
    refused = [_opens(words, one.part, one.type) + _refusal(words, one.text, one.reason) for one in found.rejected]
    blocks = (
        ("", [head, *texts]),
        (words.say("名称", "Names"), [_mention(words, mention) for mention in found.mentions]),
        (words.say("陈述", "Statements"), [_statement(words, statement) for statement in found.statements]),
        (words.say("未采用", "Not taken"), refused),
    )
    return "\n\n".join("\n".join([title] * bool(title) + lines) for title, lines in blocks if lines)


def _opens(words: Wording, part: str, type: str) -> str:
    return f"{padded(words.part(part), PART)}  {padded(words.term(type), TYPE)}  "


def _mention(words: Wording, mention: Mention) -> str:
    full = f" → {mention.canonical}" if mention.canonical else ""
    rule = _rule(words, mention.method)
    return f"{_opens(words, mention.part, mention.type)}{mention.text}{full}  {rule} {mention.confidence:.2f}"


def _statement(words: Wording, stated: Statement) -> str:
    end = words.value(stated.predicate, stated.object) if isinstance(stated.object, str) else stated.object.text
    said = f"{stated.subject.text} —{words.term(stated.predicate)}→ {end}"
    return f"{said}  {_rule(words, stated.method)} {stated.confidence:.2f}  “{stated.evidence.quote}”"


def _rule(words: Wording, rule: str) -> str:
    """A rule's code and what it does; the rules of plug-ins have their code alone."""
    return rule + words.aside(words.say(*_rules().get(rule, ("", ""))))


def _refusal(words: Wording, text: str, reason: str) -> str:
    return text + words.say(f"：{_refusals().get(reason, reason)}", f": {reason}")


@cache
def _rules() -> dict[str, tuple[str, str]]:
    """What rules of names and statements do, Chinese and English; a line without Chinese has English for both."""
    lines = (*word_table("mention_methods"), *word_table("statement_rules"))
    return {row["rule"]: (row.get("chinese") or row["says"], row["says"]) for row in lines}


@cache
def _refusals() -> dict[str, str]:
    return {row["reason"]: row["chinese"] for row in word_table("refusals")}
