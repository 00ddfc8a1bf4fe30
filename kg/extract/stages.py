"""How far a project is: the furthest stage that its row states as a fact."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kg.extract.clauses import Span
from kg.extract.moods import is_future, mood_before
from kg.extract.rowview import RowView
from kg.extract.stating import evidence, statement
from kg.extract.subjects import Clause, Group, clauses_about
from kg.model import DocumentContext, Mention, Name, Statement, TaskRow
from kg.words import word_table

ORDER = (
    "planned",
    "negotiating",
    "signed",
    "permitting",
    "under_construction",
    "structure_complete",
    "trial_production",
    "completed",
    "suspended",
)
"""The stages as the ontology notes them, the furthest last; a stop outweighs what went before it."""

_GAP = "[^，。；：、]{0,12}"
_PLAN = re.compile("安排|计划|打算|目标|任务|思路|建议|展望|部署|重点工作|下一步")
_REVIEW = re.compile("回顾|总结|成绩|完成情况|落实情况|进展")
_DONE_AFTER = re.compile(
    r"(?:建设|改造|施工|工程|提升|主体)?(?:任务|工作)?(?:目前|现|也|均|都|已|已经|全部|全面|基本|顺利|如期|按期)*"
    r"(?:建设|改造|施工|实施)?完成(?=[，,。；;、并]|$)"
)
_DONE_TAIL = re.compile(
    r"(?:等[^，。；、]{0,10}?(?:项目|工程)?)?\d*[个处条]?(?:建设|改造|修缮|施工|建设任务|改造任务|建设工作)?(?=[，,。；;]|$)"
)
_PARTLY = re.compile(r"(?:的)?(?:约|近)?\d+(?:\.\d+)?[%％]|至|到[一二三四五六七八九十\d]+层")
_TOUCHES = re.compile(r"(?:了|的|建设|[“‘]|总?投资[\d.]+[亿万]?元的)*")
_COUNT = re.compile(r"(?:重点|亿元以上|过亿元|新)?(?:项目|企业|工程)?(?:总数)?\d+(?:余|多)?[个家项处]")
_PREPARES = re.compile(r"前期(?:准备|筹备)?工作(?=[，。；,;]|$)")
_ONGOING = re.compile("正在|正进行|进入")


@dataclass(frozen=True)
class Cue:
    """A phrase that tells a stage: its kind is one of fact, standing, phase, underway, intended."""

    stage: str
    kind: str
    start: int
    end: int


@dataclass(frozen=True)
class Claim:
    """One clause's word on one project."""

    name: Name
    stage: str
    rule: str
    part: str
    span: Span


class StageStater:
    """Attribute `stage` of projects."""

    name = "stages"
    states: tuple[str, ...] = ("stage",)

    def state(self, row: TaskRow, mentions: Sequence[Mention], context: DocumentContext) -> Iterator[Statement]:
        """One statement a project: the furthest stage; progress speaks before task, the task before next steps."""
        view = RowView.of(row, mentions)
        chosen: dict[Name, Claim] = {}
        for claims in _sources(view, context):
            best: dict[Name, Claim] = {}
            for claim in claims:
                if claim.name not in best or _further(claim, best[claim.name]):
                    best[claim.name] = claim
            for name, claim in best.items():
                chosen.setdefault(name, claim)
        for name, claim in chosen.items():
            proof = evidence(row, claim.part, claim.span)
            yield statement(row, context, claim.rule, (name, "stage", claim.stage), proof)


def _further(claim: Claim, other: Claim) -> bool:
    weight = (claim.rule != "stage:underway", ORDER.index(claim.stage))
    return weight > (other.rule != "stage:underway", ORDER.index(other.stage))


def _sources(view: RowView, context: DocumentContext) -> Iterator[list[Claim]]:
    """The claims of a row, the strongest source first."""
    planned = view.row.kind == "sentence" and _is_plan(view.row)
    yield list(_claims(view, "progress", context, phases_only=planned))
    yield list(_claims(view, "task", context, phases_only=True))
    yield list(_claims(view, "next_steps", context, phases_only=True))
    yield list(_claims(view, "problems", context, phases_only=True))


def _is_plan(row: TaskRow) -> bool:
    section = row.section or ""
    return bool(_PLAN.search(section)) and not _REVIEW.search(section)


def _claims(view: RowView, part: str, context: DocumentContext, *, phases_only: bool) -> Iterator[Claim]:
    text = view.row.text(part)
    if not text or not view.names("Project"):
        return
    about = clauses_about(view, part)
    projects = [Span(m.start, m.end) for m in view.within(part, "Project")]
    for number, clause in enumerate(about):
        if not clause.groups and not clause.current:
            continue
        for cue in cues(text, clause.span):
            if any(p.start < cue.end and cue.start < p.end for p in projects):
                continue
            judged = _judged(text, clause, cue, context, phases_only=phases_only)
            if judged:
                yield from _claimed(text, clause, cue, judged, part, phases_only=phases_only)
        if not phases_only:
            yield from _done(text, about, number)


def _claimed(text: str, clause: Clause, cue: Cue, stage: str, part: str, *, phases_only: bool) -> Iterator[Claim]:
    group = _nearest(text, clause.groups, cue)
    if group is not None:
        span = Span(min(clause.span.start, group[0].start), clause.span.end)
        rule = "stage:underway" if cue.kind == "underway" else "stage:fact"
        names: Sequence[Name] = [mention.name for mention in group]
    elif cue.kind == "underway":
        return
    else:
        span = clause.span if clause.source in ("task", "before", "heading") else Span(clause.since, clause.span.end)
        rule = "stage:alone" if clause.source == "task" else "stage:carried"
        names = clause.current
    if phases_only:
        rule = "stage:phase" if part in ("task", "progress") else "stage:next"
    for name in dict.fromkeys(names):
        yield Claim(name, stage, rule, part, span)


def _nearest(text: str, groups: tuple[Group, ...], cue: Cue) -> Group | None:
    """The list that a cue speaks of: the one right after it, else the last one before it, else the first."""
    after = [g for g in groups if cue.end <= g[0].start and _TOUCHES.fullmatch(text[cue.end : g[0].start])]
    if after:
        return after[0]
    before = [g for g in groups if g[-1].end <= cue.start]
    return before[-1] if before else (groups[0] if groups else None)


def _judged(text: str, clause: Clause, cue: Cue, context: DocumentContext, *, phases_only: bool) -> str | None:
    """The stage that a cue states in its clause, None where it is no fact."""
    if phases_only:
        return cue.stage if cue.kind == "phase" else None
    if _COUNT.match(text, cue.end) and not clause.groups:
        return None
    if cue.stage == "under_construction" and _PREPARES.search(text, cue.end, clause.span.end):
        return None
    mood = mood_before(text, clause.span.start, cue.start)
    if cue.kind in ("standing", "phase"):
        return None if mood == "denied" and cue.stage != "structure_complete" else cue.stage
    if cue.kind == "underway":
        return None if mood == "denied" else cue.stage
    if cue.kind == "intended":
        return cue.stage if mood == "intended" else "under_construction" if mood == "fact" else None
    if mood in ("intended", "denied") or is_future(text[clause.span.start : cue.start], context.period):
        return None
    if cue.stage in ("structure_complete", "completed") and _PARTLY.match(text, cue.end):
        return "under_construction"
    return cue.stage


def _done(text: str, about: list[Clause], number: int) -> Iterator[Claim]:
    """`完成A、B等项目` and `A建设完成`: the work as a whole is done; with fitting still going on, its structure."""
    clause = about[number]
    for group in clause.groups:
        lead = text[clause.span.start : group[0].start]
        after = _DONE_AFTER.match(text, group[-1].end)
        whole = lead.endswith(("完成", "建成")) and _DONE_TAIL.match(text, group[-1].end)
        if not after and not whole:
            continue
        if mood_before(text, clause.span.start, group[0].start - 2) in ("intended", "denied"):
            continue
        rest = [c for c in about[number + 1 :] if c.sentence.start == clause.sentence.start and not c.groups]
        ongoing = any(_ONGOING.search(text[c.span.start : c.span.end]) for c in rest)
        shell = group[0].text.endswith(("土建工程", "土建", "主体工程"))
        stage = "structure_complete" if shell or (after and ongoing) else "completed"
        for mention in group:
            yield Claim(mention.name, stage, "stage:done", clause.part, clause.span)


def cues(text: str, span: Span) -> list[Cue]:
    """The cues of a clause, in order; one that lies inside a longer one is dropped."""
    literal, gapped = _patterns()
    found = [_cue(m, kind) for m, kind in _matches(literal, gapped, text, span)]
    kept = [c for c in found if not any(_inside(c, other) for other in found)]
    return sorted(set(kept), key=lambda c: (c.start, c.end))


def _inside(cue: Cue, other: Cue) -> bool:
    return other.start <= cue.start and cue.end <= other.end and other.end - other.start > cue.end - cue.start


def _cue(match: re.Match[str], line: dict[str, str]) -> Cue:
    return Cue(line["stage"], line["kind"], match.start(), match.end())


def _matches(
    literal: re.Pattern[str],
    gapped: tuple[tuple[re.Pattern[str], dict[str, str]], ...],
    text: str,
    span: Span,
) -> Iterator[tuple[re.Match[str], dict[str, str]]]:
    lines = {line["word"]: line for line in word_table("stage_cues")}
    at = span.start
    while found := literal.search(text, at, span.end):
        yield found, lines[found.group()]
        at = found.start() + 1
    for pattern, line in gapped:
        for match in pattern.finditer(text, span.start, span.end):
            yield match, line


@cache
def _patterns() -> tuple[re.Pattern[str], tuple[tuple[re.Pattern[str], dict[str, str]], ...]]:
    table = word_table("stage_cues")
    plain = sorted((line["word"] for line in table if "…" not in line["word"]), key=len, reverse=True)
    gapped = [line for line in table if "…" in line["word"]]
    return (
        re.compile("|".join(map(re.escape, plain))),
        tuple((re.compile(_GAP.join(map(re.escape, line["word"].split("…")))), line) for line in gapped),
    )
