"""The words of a page or terminal in the reader's language; terms come from the ontology."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Literal

from kg.graph.ownership import MANNERS, ROLES
from kg.graph.sentences import in_english
from kg.graph.view import period_words
from kg.model import Finding
from kg.ontology import ontology
from kg.words import word_table

Language = Literal["zh", "en"]

PARTS = {
    "task": ("年度任务", "Task"),
    "targets": ("阶段目标", "Interim target"),
    "progress": ("进展情况", "Progress"),
    "problems": ("存在问题", "Problems"),
    "next_steps": ("下步打算", "Next steps"),
    "units": ("责任单位", "Responsible units"),
    "leaders": ("分管领导", "Leaders"),
    "deadline": ("完成时限", "Deadline"),
}
ENGLISH_MANNERS = {
    "direct": "direct",
    "heading": "by heading",
    "collective": "as one of many",
    "inherited": "inherited",
    "supervised": "supervises",
}
ENGLISH_ROLES = {"lead": "leads", "joint": "joint"}
BASES = {
    "planned": ("计划", "planned"),
    "negated": ("否定", "negated"),
    "goal": ("目标", "goal"),
    "target": ("目标", "target"),
}
FUNCTION_TABLES = ("agency_functions", "agency_zones", "function_labels")


class Wording:
    """Wording in one language; `say` takes a sentence in both."""

    def __init__(self, language: Language) -> None:
        self.language: Language = language

    def say(self, chinese: str, english: str) -> str:
        """The sentence in the reader's language."""
        return chinese if self.language == "zh" else english

    def term(self, name: str) -> str:
        """The label of a class or relation."""
        return _label(name, self.language)

    def value(self, relation: str, text: str) -> str:
        """A value of a relation: its label where it is a concept of the ontology, else as written."""
        concepts = ontology().schemes.get(ontology().scheme_of(relation) or "", ())
        found = next((one for one in concepts if text in (one.notation, one.label())), None)
        return found.label(self.language) if found else text

    def concept(self, scheme: str, notation: str | None) -> str:
        """The label of a stage, status or sector; its notation where the ontology has none."""
        if not notation:
            return self.say("未注明", "not stated")
        found = ontology().concept(scheme, notation)
        return found.label(self.language) if found else notation

    def stage(self, notation: str | None) -> str:
        """The label of a stage."""
        return self.concept("StageScheme", notation)

    def status(self, notation: str | None) -> str:
        """The label of a status."""
        return self.concept("StatusScheme", notation)

    def sector(self, notation: str | None) -> str:
        """The label of a sector."""
        return self.concept("SectorScheme", notation)

    def function(self, key: str | None) -> str:
        """What an agency does."""
        plain = (key or "").replace("_", " ")
        return _functions().get(key or "", plain) if self.language == "zh" else plain

    def reason(self, label: str) -> str:
        """A kind of reason for being late, by its Chinese label."""
        return self.say(label, _reasons().get(label, label))

    def sentence(self, chinese: str) -> str:
        """A sentence that the build keeps in Chinese: the reason of a link, a finding."""
        return chinese if self.language == "zh" else in_english(chinese) or chinese

    def finding(self, found: Finding) -> str:
        """What a finding says; one of this very run may bring its own English."""
        return (found.english if self.language == "en" else "") or self.sentence(found.message)

    def period(self, notation: str | None) -> str:
        """A period as people write it."""
        if self.language == "zh":
            return period_words(notation)
        return notation or "undated"

    def part(self, name: str) -> str:
        """A column of a row."""
        return self.say(*PARTS.get(name, (name, name)))

    def role(self, name: str | None) -> str:
        """牵头 or 共同."""
        return self.say(ROLES.get(name or "", ""), ENGLISH_ROLES.get(name or "", ""))

    def manner(self, name: str) -> str:
        """How a holding comes about."""
        return self.say(MANNERS.get(name, name), ENGLISH_MANNERS.get(name, name))

    def basis(self, name: str) -> str:
        """How far a statement is a fact."""
        return self.say(*BASES.get(name, (name, name)))

    def listed(self, items: Iterable[str]) -> str:
        """Several things as one enumeration."""
        return self.say("、", ", ").join(items)

    def aside(self, text: str) -> str:
        """A remark behind a word, in brackets; nothing where there is none."""
        return self.say(f"（{text}）", f" ({text})") if text else ""


CHINESE, ENGLISH = Wording("zh"), Wording("en")


@cache
def _label(name: str, language: Language) -> str:
    known = ontology()
    if name in known.classes or name in known.properties:
        return known.label(name, language)
    return name


@cache
def _functions() -> dict[str, str]:
    return {row["key"]: row["label"] for name in FUNCTION_TABLES for row in word_table(name)}


@cache
def _reasons() -> dict[str, str]:
    return {row["label"]: row["english"] for row in word_table("problem_kinds")}
