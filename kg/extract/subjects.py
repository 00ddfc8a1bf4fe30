"""Of which projects a clause speaks: those it names, else those that its sentence, item or heading goes on about."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kg.extract.clauses import SENTENCE_ENDS, Heading, Item, Span, clauses, headings, items
from kg.extract.named import Named
from kg.extract.rowview import RowView
from kg.model import Name

_ALL_OF_THEM = re.compile(r"(?:以上|上述|这|前述)?(?:[两二三四五六七八九\d]个项目|项目均|均已)")

_SHORTEST_LEAD = 4
_ONLY_NAMED = re.compile(
    r"(?:等)?(?:\d+[个处条座项])?(?:项目|工程|片区)?(?:建设|改造|施工)?(?:（[^（）]{1,16}）)?[，,]"
)
_OTHERS = ("Park", "Institution")
_WITHIN = re.compile("[内里]|境内|园内")
"""Behind a park that only says where."""
_TOPIC = re.compile("(?:方面|情况|进展|建设)$")

Group = tuple[Named, ...]


class Clause(NamedTuple):
    """One clause of a part with the lists of projects that it names and the ones that it goes on about."""

    part: str
    span: Span
    sentence: int
    """Where its sentence starts."""
    groups: tuple[Group, ...]
    current: tuple[Name, ...] = ()
    source: str = "none"
    """Where `current` is from: `sentence`, `before` (an earlier sentence), `heading`, `task` or `none`."""
    since: int = 0
    """Where the text about `current` began, for evidence."""
    joined: tuple[Name, ...] = ()
    """The projects of the clauses before that only list names (`A项目，B项目均已投产`)."""


@dataclass
class _Walk:
    current: tuple[Name, ...] = ()
    source: str = "none"
    since: int = 0

    def turn(self, names: tuple[Name, ...], source: str, since: int) -> None:
        self.current, self.source, self.since = names, source if names else "none", since


def clauses_about(view: RowView, part: str, *, of_works: bool = False) -> list[Clause]:
    """The clauses of a part in order, each with what it speaks of; none where the part speaks of no project.

    `of_works` takes projects that are listed with their prices for one list: what is said of all of them is sought.
    """
    if not view.has("Project") or not view.row.text(part):
        return []
    lists = view.works(part) if of_works else view.groups(part, "Project")
    key = ("clauses", part, of_works and lists != view.groups(part, "Project"))
    return view.remember(key, lambda: _clauses_about(view, part, lists))


def clause_at(about: Sequence[Clause], offset: int) -> int:
    """The number of the clause that holds an offset."""
    return bisect_right(about, offset, key=lambda clause: clause.span.start) - 1


def _clauses_about(view: RowView, part: str, groups: Sequence[Group]) -> list[Clause]:
    text = view.row.text(part)
    turns = _turns(view, part)
    walk = _Walk()
    walk.turn(*_fallback(view, part, None), 0)
    if not (groups or walk.current or view.free(part, "Company") or any(names for names, _ in turns.values())):
        return []
    found: list[Clause] = []
    sentence = 0
    starts, turning = [g[0].start for g in groups], sorted(turns)
    turned = first = 0
    may_turn = bool(view.free(part, "Company", *_OTHERS)) or _ALL_OF_THEM.search(text) is not None
    for span in clauses(text):
        while turned < len(turning) and turning[turned] < span.end:
            walk.turn(*turns[turning[turned]], turning[turned])
            turned += 1
        last = bisect_left(starts, span.end, first)
        inside, first = tuple(groups[first:last]), last
        if may_turn and not inside:
            _turn_to_subject(view, part, span, walk, found)
        joined = _joined(found[-1], inside, text) if inside and found and found[-1].sentence == sentence else ()
        clause = Clause(part, span, sentence, inside, walk.current, walk.source, walk.since, joined)
        found.append(clause)
        if inside:
            since = walk.since if joined else inside[0][0].start
            walk.turn(tuple(dict.fromkeys((*joined, *_names(_subject(inside, span, text))))), "sentence", since)
        if text[span.end - 1] in SENTENCE_ENDS:
            sentence = span.end
            if walk.source == "sentence":
                walk.source = "before"
    return found


def _joined(before: Clause, inside: Sequence[Group], text: str) -> tuple[Name, ...]:
    """The names that a clause's list goes on: those before a comma, where neither clause says anything else."""
    if not before.groups or inside[0][0].start - before.span.end > _SHORTEST_LEAD:
        return ()
    if len(before.groups) > 1 or not _ONLY_NAMED.fullmatch(text, before.groups[-1][-1].end, before.span.end):
        return ()
    lead = before.groups[0][0].start - before.span.start
    if lead > _SHORTEST_LEAD and not before.joined:
        return ()
    return tuple(dict.fromkeys((*before.joined, *_names(before.groups[0]))))


def same_sentence(about: Sequence[Clause], number: int) -> Iterator[Clause]:
    """The clauses of the same sentence as a clause, from this one on."""
    sentence = about[number].sentence
    while number < len(about) and about[number].sentence == sentence:
        yield about[number]
        number += 1


def _turn_aside(view: RowView, part: str, span: Span, walk: _Walk) -> None:
    """A clause that opens with a park or an institution tells no more of A (`A项目开工；北河园区启用`)."""
    other = next(iter(view.free_between(part, span.start, span.start + 1, *_OTHERS)), None)
    if other is None or walk.source not in ("sentence", "before") or _WITHIN.match(view.row.text(part), other.end):
        return
    if not any(_same(other.text, name.text) for name in walk.current):
        walk.turn((), "none", other.start)


def _same(one: str, other: str) -> bool:
    """Whether one of two names holds or shortens the other."""
    return one in other or other in one or is_shortened(one, other)


def _turn_to_subject(view: RowView, part: str, span: Span, walk: _Walk, before: list[Clause]) -> None:
    """A clause that opens with a firm is about the project that bears its name; `两个项目` sums up the sentence."""
    _turn_aside(view, part, span, walk)
    firm = next(iter(view.free_between(part, span.start, span.start + 4, "Company")), None)
    named = projects_called(firm.text, view) if firm is not None else ()
    if firm is not None and len(named) == 1:
        walk.turn(named, "sentence", firm.start)
    elif before and _ALL_OF_THEM.match(view.row.text(part), span.start):
        same = [c for c in before[-8:] if c.sentence == before[-1].sentence]
        names = dict.fromkeys(m.name for c in same for group in c.groups for m in group)
        if len(names) > 1:
            walk.turn(tuple(names), "sentence", same[0].span.start)


def _subject(groups: tuple[Group, ...], span: Span, text: str) -> Group:
    """The list that later clauses go on about: the one that opens the clause, else the last."""
    lead = text[span.start : groups[0][0].start]
    return groups[0] if len(lead) <= 4 else groups[-1]


def _names(group: Sequence[Named]) -> tuple[Name, ...]:
    return tuple(dict.fromkeys(mention.name for mention in group))


def _turns(view: RowView, part: str) -> dict[int, tuple[tuple[Name, ...], str]]:
    """The offsets where the text turns to something else: headings, numbered items, headings of units."""
    text = view.row.text(part)
    turns: dict[int, tuple[tuple[Name, ...], str]] = {}
    numbered = items(text)
    for item in numbered:
        turns[item.start] = _fallback(view, part, item)
    for heading in headings(text):
        named = headed(view, part, heading)
        turns[heading.start] = (named, "heading") if named else _fallback(view, part, None)
        first = bisect_right(numbered, heading.colon, key=lambda i: i.start)
        for item in numbered[first : bisect_left(numbered, heading.end, key=lambda i: i.start)] if named else ():
            turns[item.start] = (named, "heading")
    told = [heading for heading in view.unit_headings if heading.part == part]
    for unit_heading in told:
        alone = len(told) == 1 and unit_heading.start == 0 and len(view.row.units) < 2
        turns[unit_heading.start] = _fallback(view, part, None) if alone else ((), "none")
    return turns


def headed(view: RowView, part: str, heading: Heading) -> tuple[Name, ...]:
    """The projects that a heading is about: those that make it up, else the one that it calls by another form."""
    inside = [m for m in view.between(part, heading.start, heading.colon, "Project") if m.end <= heading.colon]
    if inside and sum(m.end - m.start for m in inside) * 2 >= heading.colon - heading.start:
        return _names(inside)
    unit = view.heading_at(part, heading.start)
    return () if unit and unit.title == heading.title else projects_called(heading.title, view)


def _fallback(view: RowView, part: str, item: Item | None) -> tuple[tuple[Name, ...], str]:
    """The one project of the task; of the task's item of the same number where both are numbered."""
    if part in ("task", "targets"):
        return (), "none"
    numbered = _task_items(view) if item is not None else {}
    if item is not None and item.mark in numbered and len(numbered) > 1:
        same = numbered[item.mark]
        named = _names(view.between("task", same.start, same.end, "Project"))
    else:
        named = _named_by_task(view)
    return (named, "task") if len(named) == 1 else ((), "none")


def _task_items(view: RowView) -> dict[str, Item]:
    return view.remember("items of the task", lambda: {item.mark: item for item in items(view.row.text("task"))})


def _named_by_task(view: RowView) -> tuple[Name, ...]:
    named = (_names(view.within(part, "Project")) for part in ("task", "targets"))
    return view.remember("projects of the task", lambda: next(filter(None, named), ()))


def projects_called(title: str, view: RowView) -> tuple[Name, ...]:
    """The projects that a heading means: named by it, begun by it (a company's), or shortened by it."""
    return view.remember(("called", title), lambda: _projects_called(title, view))


def _projects_called(title: str, view: RowView) -> tuple[Name, ...]:
    bare = _TOPIC.sub("", title)
    named = _written(view)
    exact = [name for text, name in named if text == title or name.text in (title, title + "项目")]
    if exact:
        return (exact[0],)
    texts = tuple(dict.fromkeys(name for _, name in named))
    begun = [name for name in texts if len(bare) >= 2 and name.text.startswith(bare)]
    if len(begun) == 1:
        return tuple(begun)
    inside = [name for text, name in named if text in title and len(text) * 2 >= len(title)]
    if inside:
        return (inside[0],)
    short = [name for name in texts if len(bare) >= 3 and is_shortened(bare, name.text)]
    return (short[0],) if len(short) == 1 else ()


def _written(view: RowView) -> list[tuple[str, Name]]:
    """The different ways in which projects are written in the row, progress first."""
    mentions = (m for part in ("progress", "targets", "task") for m in view.within(part, "Project"))
    return view.remember("written projects", lambda: list(dict.fromkeys((m.text, m.name) for m in mentions)))


def is_shortened(short: str, full: str) -> bool:
    """Whether all characters of `short` stand in `full` in their order, the first ones as its first or near it.

    >>> is_shortened("东区停车场", "东区智慧停车场项目"), is_shortened("西区停车场", "东区智慧停车场项目")
    (True, False)
    """
    characters = iter(full)
    return short != full and all(character in characters for character in short)
