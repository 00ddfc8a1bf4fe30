"""How far a project is: the furthest stage that its row states as a fact."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.extract.addressed import bracketed, follows, listed_elsewhere, nearest
from kg.extract.claims import ORDER, Claim, advancing, done, driven_on
from kg.extract.clauses import Span, clauses, headings
from kg.extract.cues import Cue, find_cues
from kg.extract.events import together
from kg.extract.judging import judge
from kg.extract.rowview import RowView
from kg.extract.stating import evidence, is_plan, is_review, statement
from kg.extract.subjects import Clause, clauses_about, headed
from kg.extract.wholes import whole
from kg.model import DocumentContext, Mention, Statement, TaskRow

_A_PLACE = re.compile("(?:园|区|城|基地|小镇)(?:项目|工程)?$")
_TOLD = re.compile("已|了|正|持续|陆续|顺利|先后")
_OF_ALL = re.compile(r"(?:完成|上述|以上|[两三四五六七八九十\d]个)(?:重点)?(?:项目|工程)|(?:项目|工程)(?:均|都|总投资)")
_LISTED_WITHIN = 4
"""Clauses: a count (`7个项目开工，总投资…，包括A`) may name its projects so much later."""


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
        facts += _of_headings(view, facts)
        about = clauses_about(view, "progress", of_works=True)
        yield [*facts, *together(view, _masked(view, "progress"), about, facts)]
    for part in ("task", "next_steps", "problems"):
        yield list(_phases(view, part))


def _phases(view: RowView, part: str) -> Iterator[Claim]:
    """What tasks and plans state: only phase words, and only of projects that their clause names."""
    if not view.within(part, "Project"):
        return
    text = _masked(view, part)
    rule = "stage:phase" if part in ("task", "progress") else "stage:next"
    for clause in clauses_about(view, part, of_works=True):
        for cue in find_cues(text, clause.span) if clause.groups else ():
            group = nearest(text, clause.groups, cue)
            opens = cue.kind == "opening" and part == "task" and follows(text, clause.groups, cue)
            seeks = cue.kind == "sought" and cue.stage == "negotiating" and part == "next_steps"
            if group and (opens or cue.kind == "phase" or (seeks and follows(text, clause.groups, cue))):
                for mention in group:
                    yield Claim(mention.name, cue.stage, rule, part, clause.span)


def _facts(view: RowView, context: DocumentContext) -> Iterator[Claim]:
    """What progress states, clause by clause."""
    text = _masked(view, "progress")
    about = clauses_about(view, "progress", of_works=True)
    prose = view.row.kind == "sentence" and not is_review(view.row)
    for number, clause in enumerate(about):
        speaks = clause.groups or clause.current or any(c.groups for c in about[number + 1 : number + _LISTED_WITHIN])
        cues = find_cues(text, clause.span) if speaks else []
        for cue in cues:
            stage = _judged(text, about, number, cue, context)
            if stage and not (prose and _is_a_call(text, clause, cue)):
                yield from _claimed(text, about, number, cue, stage)
        if clause.groups:
            yield from done(text, about, number)
            yield from () if prose else driven_on(text, about, number)
        if speaks:
            yield from advancing(text, about, number)
    if not about and not prose:
        yield from _of_all(view, context)


def _judged(text: str, about: list[Clause], number: int, cue: Cue, context: DocumentContext) -> str | None:
    """The stage that a cue states; one that counts those listed behind it (`竣工8个，如A、B`) opens something new."""
    clause = about[number]
    if clause.current and listed_elsewhere(text, about, number, cue):
        about = [*about[:number], clause._replace(current=(), source="none"), *about[number + 1 :]]
    return judge(text, about, number, cue, context).stage


def _of_all(view: RowView, context: DocumentContext) -> Iterator[Claim]:
    """Progress that names no project and speaks of `项目`: of all that the task lists, where that is one list."""
    text, lists = view.row.text("progress"), view.groups("task", "Project")
    if len(lists) != 1 or len(lists[0]) < 2 or view.unit_headings or not _OF_ALL.search(text):
        return
    about = [Clause("progress", span, 0, ()) for span in clauses(text)]
    for number, clause in enumerate(about):
        for cue in find_cues(text, clause.span) if _OF_ALL.search(text, *clause.span) else ():
            stage = judge(text, about, number, cue, context).stage
            for mention in lists[0] if stage and cue.kind != "sought" else ():
                yield Claim(mention.name, str(stage), "stage:alone", "progress", clause.span)


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


def _is_a_call(text: str, clause: Clause, cue: Cue) -> bool:
    """Whether a sentence of a report only calls for building (`加快A建设`): no subject before it, no word of fact."""
    if cue.kind != "underway" or any(group[0].start == clause.span.start for group in clause.groups):
        return False
    return not _TOLD.search(text, clause.sentence, clause.span.end)


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
    if cue.kind == "sought" and not follows(text, clause.groups, cue):
        return
    listed = listed_elsewhere(text, about, number, cue)
    if listed is not None:
        for name, span in listed:
            yield Claim(name, stage, "stage:fact", clause.part, span)
        return
    group = nearest(text, clause.groups, cue)
    owner = bracketed(text, clause.groups, cue)
    if owner is not None:
        yield Claim(owner.name, stage, "stage:fact", clause.part, clause.span)
        return
    rule = "stage:underway" if cue.kind in ("underway", "opening") else "stage:fact"
    if group is not None:
        direct = Claim(group[0].name, whole(text, about, number, cue, stage, group), rule, clause.part, clause.span)
        yield from (direct._replace(name=mention.name) for mention in group)
        if clause.joined and group is clause.groups[0] and rule == "stage:fact" and _opens_with_names(about, number):
            yield from (direct._replace(name=name) for name in clause.joined)
        return
    if rule == "stage:underway":
        return
    near = clause.source in ("task", "before", "heading") and clause.span.start - clause.since > 60
    span = clause.span if near or clause.source == "task" else Span(clause.since, clause.span.end)
    rule = "stage:alone" if clause.source == "task" else "stage:carried"
    for name in clause.current:
        yield Claim(name, whole(text, about, number, cue, stage, None), rule, clause.part, span)


def _opens_with_names(about: list[Clause], number: int) -> bool:
    """Whether the list that a clause goes on begins with a name and not with a verb (`加快A建设，B已开工`)."""
    before = about[number - 1]
    while before.joined and number > 1:
        number -= 1
        before = about[number - 1]
    return before.groups[0][0].start == before.span.start


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
    text, about = _masked(view, "progress"), clauses_about(view, "progress", of_works=True)
    found: list[Unstated] = []
    for number, clause in enumerate(about):
        projects = tuple(m.name.text for g in clause.groups for m in g) or tuple(n.text for n in clause.current)
        for cue in find_cues(text, clause.span) if projects else ():
            verdict = judge(text, about, number, cue, context)
            if verdict.stage is None:
                found.append(Unstated(projects, cue.word, cue.stage, cue.start, cue.end, verdict.reason))
    return found
