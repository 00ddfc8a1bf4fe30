"""Which of the projects around it a phrase speaks of: the nearest list, the one in whose bracket it stands, a count."""

from __future__ import annotations

import re

from kg.extract.clauses import Span
from kg.extract.cues import Cue, find_cues
from kg.extract.judging import COUNT
from kg.extract.named import Named
from kg.extract.subjects import Clause, Group, same_sentence
from kg.model import Name

_HEADS = re.compile("的?(?:项目|工程)?(?:（[^（）]{1,8}）)?[：:]")
_TOUCHES = re.compile(r"(?:了|的|建设|[“‘]|总?投资[\d.]+[亿万]?元的)*")
_NAMES_THEM = re.compile(r"[，,]?(?:分别为|分别是|为|其中|包括|即|如|有)|[（(：:]")
_COUNTED_BEFORE = re.compile(
    r"\d+(?:余|多)?(?:个[^，。；：、□]{0,10}(?:项目|工程)|[个项条所座处])[^，。；：、□]{0,12}$"
)
_THEY_ARE = re.compile(
    r"[^，。；：、□]{0,8}(?:分别为|分别是|包括|包含|即|其中|主要有|主要为|重点是|分别|涵盖|[有含如为])[：:]?[“‘]?"
)


def nearest(text: str, groups: tuple[Group, ...], cue: Cue) -> Group | None:
    """The list that a cue speaks of: the one right after it, else the last one before it, else the first."""
    after = follows(text, groups, cue)
    if after:
        return after
    before = [g for g in groups if g[-1].end <= cue.start]
    return before[-1] if before else (groups[0] if groups else None)


def follows(text: str, groups: tuple[Group, ...], cue: Cue) -> Group | None:
    """The list that stands right behind a cue (`新签约A、B`)."""
    after = [g for g in groups if cue.end <= g[0].start and _TOUCHES.fullmatch(text[cue.end : g[0].start])]
    return after[0] if after else None


def bracketed(text: str, groups: tuple[Group, ...], cue: Cue) -> Named | None:
    """`A（已竣工）、B（在建）`: the one in whose own bracket a cue stands, where several have one."""
    owners = [m for group in groups for m in group if text[m.end : m.end + 1] in ("（", "(")]
    before = [m for m in owners if m.end < cue.start and not re.search("[）)]", text[m.end : cue.start])]
    return before[-1] if len(owners) > 1 and before else None


def listed_elsewhere(text: str, about: list[Clause], number: int, cue: Cue) -> list[tuple[Name, Span]] | None:
    """The projects that a count or a heading list behind a cue names; empty where it counts without names."""
    for find in (_counted, _headed_by, _counted_before):
        found = find(text, about, number, cue)
        if found is not None:
            return found
    return None


def _counted(text: str, about: list[Clause], number: int, cue: Cue) -> list[tuple[Name, Span]] | None:
    """`新签约项目3个，分别为A、B和C`: a count is about the projects listed after it, or about none by name."""
    count = COUNT.match(text, cue.end)
    clause = about[number]
    if not count or count.end() > clause.span.end or "□" in count.group():
        return None
    if not _NAMES_THEM.match(text, count.end()):
        return None if any(g[-1].end <= cue.start for g in clause.groups) else listed_later(text, about, number) or []
    listed = [g for c in about[number : number + 2] for g in c.groups if 0 <= g[0].start - count.end() <= 8]
    return [(m.name, Span(clause.span.start, max(clause.span.end, g[-1].end))) for g in listed[:1] for m in g]


def _headed_by(text: str, about: list[Clause], number: int, cue: Cue) -> list[tuple[Name, Span]] | None:
    """`已开工：A、B。` and `在谈项目：A`: a stage that heads a list is that of all of it; None where it heads none."""
    clause = about[number]
    if clause.groups or number + 1 == len(about) or not _HEADS.fullmatch(text, cue.end, clause.span.end):
        return None
    listed = [g for g in about[number + 1].groups if g[0].start - clause.span.end <= 2]
    return [(m.name, Span(clause.span.start, g[-1].end)) for g in listed[:1] for m in g] or None


def _counted_before(text: str, about: list[Clause], number: int, cue: Cue) -> list[tuple[Name, Span]] | None:
    """`7个项目同日开工，总投资3亿元，包括A、B`: what is said of a count holds for those that its sentence lists."""
    clause = about[number]
    if clause.groups or not _COUNTED_BEFORE.search(text, clause.span.start, cue.start):
        return None
    if text.startswith(("项目", "工程"), cue.end):
        return None  # `12个计划竣工项目` are counted by what is meant of them
    return listed_later(text, about, number)


def listed_later(text: str, about: list[Clause], number: int) -> list[tuple[Name, Span]] | None:
    """The projects that the rest of a sentence lists (`动工50个，投资3亿元，有A、B`), None where it lists none."""
    clause = about[number]
    for later in list(same_sentence(about, number))[1:]:
        for group in later.groups[:1]:
            lead = text[later.span.start : group[0].start]
            if not (_THEY_ARE.fullmatch(lead) or (not lead and text[later.span.start - 1] in "：:")):
                return None
            return [(m.name, Span(clause.span.start, group[-1].end)) for m in group]
        if any(COUNT.match(text, cue.end) for cue in find_cues(text, later.span)):
            return None
    return None
