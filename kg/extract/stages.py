"""How far a project is: the furthest stage that its row states as a fact."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.extract.clauses import Span, headings
from kg.extract.cues import Cue, find_cues
from kg.extract.judging import COUNT, goes_on, judge, of_shell, whole
from kg.extract.moods import mood_before
from kg.extract.rowview import Named, RowView
from kg.extract.stating import evidence, is_plan, statement
from kg.extract.subjects import Clause, Group, clauses_about, headed
from kg.model import DocumentContext, Mention, Name, Statement, TaskRow

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

_DONE_AFTER = re.compile(
    r"(?:建设|改造|施工|工程|提升|主体)?(?:任务|工作)?(?:目前|现|也|均|都|已|已经|全部|全面|基本|顺利|如期|按期)*"
    r"(?:建设|改造|施工|实施)?完成(?=[，,。；;、并]|$)"
)
_DONE_TAIL = re.compile(
    r"(?:等[^，。；、]{0,10}?(?:项目|工程)?)?\d*[个处条]?(?:道路|管网|片区|小区)?(?:建设|改造|修缮|施工|安装|铺设|建设任务|改造任务|建设工作)?"
    r"(?:(?:以?及|和)[^，。；、]{2,20})?(?=[，,。；;]|$)"
)
_DONE_BEFORE = re.compile("(?:完成|建成)(?:[^，。；、]{2,12}(?:、|[和及]各?)){0,4}$")
_A_PLACE = re.compile("(?:园|区|城|基地|小镇)(?:项目|工程)?$")
_HEADS = re.compile("的?(?:项目|工程)?(?:（[^（）]{1,8}）)?[：:]")
_TOUCHES = re.compile(r"(?:了|的|建设|[“‘]|总?投资[\d.]+[亿万]?元的)*")
_NAMES_THEM = re.compile(r"[，,]?(?:分别为|分别是|为|其中|包括|即|如|有)|[（(：:]")
_ADVANCES = re.compile(
    "(?:等)?(?:项目|工程)?(?:建设|施工|改造)?(?:正在?)?(?:加快|快速|稳步|有序|全面|扎实|积极|顺利)(?:推进|建设|实施)(?=[，,。；;、]|$)"
)


class Claim(NamedTuple):
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
        chosen: dict[str, Claim] = {}
        for claims in _sources(view, context):
            best: dict[str, Claim] = {}
            for claim in claims:
                if _weight(claim) > _weight(best.setdefault(claim.name.text, claim)):
                    best[claim.name.text] = claim
            for name, claim in best.items():
                chosen.setdefault(name, claim)
        for claim in chosen.values():
            proof = evidence(row, claim.part, claim.span)
            yield statement(row, context, claim.rule, (claim.name, "stage", claim.stage), proof)


def _weight(claim: Claim) -> tuple[bool, int]:
    return (claim.rule != "stage:underway", ORDER.index(claim.stage))


def _sources(view: RowView, context: DocumentContext) -> Iterator[list[Claim]]:
    """The claims of a row, the strongest source first."""
    if not view.has("Project"):
        return
    if view.row.kind == "sentence" and is_plan(view.row):
        yield list(_phases(view, "progress"))
    else:
        facts = list(_facts(view, context))
        yield [*facts, *_of_headings(view, facts)]
    for part in ("task", "next_steps", "problems"):
        yield list(_phases(view, part))


def _phases(view: RowView, part: str) -> Iterator[Claim]:
    """What tasks and plans state: only phase words, and only of projects that their clause names."""
    if not view.within(part, "Project"):
        return
    text = _masked(view, part)
    rule = "stage:phase" if part in ("task", "progress") else "stage:next"
    for clause in clauses_about(view, part):
        for cue in find_cues(text, clause.span) if clause.groups else ():
            group = _nearest(text, clause.groups, cue)
            opens = cue.kind == "opening" and part == "task" and _follows(text, clause.groups, cue)
            if group and (opens or cue.kind == "phase"):
                for mention in group:
                    yield Claim(mention.name, cue.stage, rule, part, clause.span)


def _facts(view: RowView, context: DocumentContext) -> Iterator[Claim]:
    """What progress states, clause by clause."""
    text = _masked(view, "progress")
    about = clauses_about(view, "progress")
    for number, clause in enumerate(about):
        listed_next = number + 1 < len(about) and about[number + 1].groups
        cues = find_cues(text, clause.span) if clause.groups or clause.current or listed_next else []
        for cue in cues:
            stage = judge(text, about, number, cue, context).stage
            if stage:
                yield from _claimed(text, about, number, cue, stage)
        if clause.groups:
            yield from _done(text, about, number)
            yield from _advancing(text, clause)


def _of_headings(view: RowView, facts: Sequence[Claim]) -> Iterator[Claim]:
    """A project that heads a text about its sections is as far as they are, at most being built; a place is not."""
    text, known = view.row.text("progress"), {claim.name.text for claim in facts}
    most = ORDER.index("under_construction")
    by_end = sorted((claim.span.end, order) for order, claim in enumerate(facts))
    for heading in headings(text) if facts else ():
        ending = by_end[bisect_left(by_end, (heading.colon + 1,)) : bisect_left(by_end, (heading.end + 1,))]
        told = [facts[order] for order in sorted(order for _, order in ending)]
        inside = [claim for claim in told if claim.span.start > heading.start]
        for name in headed(view, "progress", heading) if inside else ():
            furthest = max(inside, key=_weight)
            stage = ORDER[min(ORDER.index(furthest.stage), most)]
            if name.text not in known and not _A_PLACE.search(name.text) and furthest.stage != "suspended":
                yield Claim(name, stage, "stage:underway", "progress", Span(heading.start, furthest.span.end))


def _masked(view: RowView, part: str) -> str:
    """The part with the names of projects blanked, so that no word of a name is taken for a word about it."""
    text, pieces, at = view.row.text(part), [], 0
    for mention in view.within(part, "Project"):
        if mention.end > at:
            start = max(at, mention.start)
            pieces += [text[at:start], "□" * (mention.end - start)]
            at = mention.end
    return "".join([*pieces, text[at:]])


def _claimed(text: str, about: list[Clause], number: int, cue: Cue, stage: str) -> Iterator[Claim]:
    """The claims of a cue on the projects that its clause is about."""
    clause = about[number]
    counted = _counted(text, about, number, cue)
    if counted is None:
        counted = _headed_by(text, about, number, cue)
    if counted is not None:
        for name, span in counted:
            yield Claim(name, stage, "stage:fact", clause.part, span)
        return
    group = _nearest(text, clause.groups, cue)
    bracketed = _bracketed(text, clause.groups, cue)
    if bracketed is not None:
        yield Claim(bracketed.name, stage, "stage:fact", clause.part, clause.span)
        return
    rule = "stage:underway" if cue.kind in ("underway", "opening") else "stage:fact"
    if group is not None:
        direct = Claim(group[0].name, whole(text, about, number, cue, stage, group), rule, clause.part, clause.span)
        yield from (direct._replace(name=mention.name) for mention in group)
        return
    if rule == "stage:underway":
        return
    near = clause.source in ("task", "before", "heading") and clause.span.start - clause.since > 60
    span = clause.span if near or clause.source == "task" else Span(clause.since, clause.span.end)
    rule = "stage:alone" if clause.source == "task" else "stage:carried"
    for name in clause.current:
        yield Claim(name, whole(text, about, number, cue, stage, None), rule, clause.part, span)


def _counted(text: str, about: list[Clause], number: int, cue: Cue) -> list[tuple[Name, Span]] | None:
    """`新签约项目3个，分别为A、B和C`: a count is about the projects listed after it, or about none by name."""
    count = COUNT.match(text, cue.end)
    clause = about[number]
    if not count or count.end() > clause.span.end or "□" in count.group():
        return None
    if not _NAMES_THEM.match(text, count.end()):
        return None if any(g[-1].end <= cue.start for g in clause.groups) else []
    listed = [g for c in about[number : number + 2] for g in c.groups if 0 <= g[0].start - count.end() <= 8]
    return [(m.name, Span(clause.span.start, max(clause.span.end, g[-1].end))) for g in listed[:1] for m in g]


def _headed_by(text: str, about: list[Clause], number: int, cue: Cue) -> list[tuple[Name, Span]] | None:
    """`已开工：A、B。` and `在谈项目：A`: a stage that heads a list is that of all of it; None where it heads none."""
    clause = about[number]
    if clause.groups or number + 1 == len(about) or not _HEADS.fullmatch(text, cue.end, clause.span.end):
        return None
    listed = [g for g in about[number + 1].groups if g[0].start - clause.span.end <= 2]
    return [(m.name, Span(clause.span.start, g[-1].end)) for g in listed[:1] for m in g] or None


def _bracketed(text: str, groups: tuple[Group, ...], cue: Cue) -> Named | None:
    """`A（已竣工）、B（在建）`: the one in whose own bracket a cue stands, where several have one."""
    owners = [m for group in groups for m in group if text[m.end : m.end + 1] in ("（", "(")]
    before = [m for m in owners if m.end < cue.start and not re.search("[）)]", text[m.end : cue.start])]
    return before[-1] if len(owners) > 1 and before else None


def _nearest(text: str, groups: tuple[Group, ...], cue: Cue) -> Group | None:
    """The list that a cue speaks of: the one right after it, else the last one before it, else the first."""
    after = _follows(text, groups, cue)
    if after:
        return after
    before = [g for g in groups if g[-1].end <= cue.start]
    return before[-1] if before else (groups[0] if groups else None)


def _follows(text: str, groups: tuple[Group, ...], cue: Cue) -> Group | None:
    after = [g for g in groups if cue.end <= g[0].start and _TOUCHES.fullmatch(text[cue.end : g[0].start])]
    return after[0] if after else None


def _advancing(text: str, clause: Clause) -> Iterator[Claim]:
    """`A加快推进`: something goes on, how far is not said."""
    for group in clause.groups:
        if _ADVANCES.match(text, group[-1].end):
            for mention in group:
                yield Claim(mention.name, "under_construction", "stage:underway", clause.part, clause.span)


def _done(text: str, about: list[Clause], number: int) -> Iterator[Claim]:
    """`完成A、B等项目` and `A建设完成`: the work as a whole is done; with fitting still going on, its structure."""
    clause = about[number]
    for group in clause.groups:
        lead = text[clause.span.start : group[0].start]
        after = _DONE_AFTER.match(text, group[-1].end)
        tail = _DONE_BEFORE.search(lead) and _DONE_TAIL.match(text, group[-1].end)
        if not after and not tail:
            continue
        if mood_before(text, clause.span.start, group[0].start - 2) in ("planned", "pushed", "denied"):
            continue
        nearly = after and after.group().endswith("基本完成")
        shell = of_shell(group) or nearly
        stage = "structure_complete" if shell else (after and goes_on(text, about, number, after.end())) or "completed"
        for mention in group:
            yield Claim(mention.name, stage, "stage:done", clause.part, clause.span)


class Unstated(NamedTuple):
    """A phrase at `[start, end)` of progress that tells a stage of `projects` and yet states none, and why."""

    projects: tuple[str, ...]
    word: str
    stage: str
    start: int
    end: int
    reason: str


def unstated(row: TaskRow, mentions: Sequence[Mention], context: DocumentContext) -> list[Unstated]:
    """The phrases of a row's progress that were passed over, for people who ask why a stage is not stated.

    Reasons: `planned`, `pushed`, `denied`, `later than the period`, `preparation`, `share of paper work`,
    `beside the point`.
    """
    view = RowView.of(row, mentions)
    text, about = _masked(view, "progress"), clauses_about(view, "progress")
    found: list[Unstated] = []
    for number, clause in enumerate(about):
        projects = tuple(m.name.text for g in clause.groups for m in g) or tuple(n.text for n in clause.current)
        for cue in find_cues(text, clause.span) if projects else ():
            verdict = judge(text, about, number, cue, context)
            if verdict.stage is None:
                found.append(Unstated(projects, cue.word, cue.stage, cue.start, cue.end, verdict.reason))
    return found
