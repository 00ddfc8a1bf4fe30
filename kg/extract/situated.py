"""Places told of beside a name: before it (`X镇的A`), of what the text goes on about, of firms that move in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.clauses import Span
from kg.extract.implied import Tells
from kg.extract.named import Named
from kg.extract.rowview import RowView
from kg.extract.sites import Placing, area_runs, sentence_of
from kg.extract.subjects import Clause, clause_at, clauses_about, projects_called

_OF_IT = re.compile("(?:(?:境内|辖区内|园区内|区内|内)(?:的|，)?|的)?[“‘]?")
_STANDS = re.compile(
    "(?:位于|坐落于|坐落在|选址|选址于|选址在|落在|落址|落址于|落位|落子|落户|落户于|落户在|落地|落地于|设在|建在|坐落|地处|(?<=[目区程])在|惠及|涉及)$"
)
_LONGEST_STANDS = 4
_THIS_ONE = re.compile("(?:该|本|此)?(?:项目|园区|产业园|产业园区|工程|园|基地|厂|校|院|馆)?")
_MOVE_IN = re.compile(
    r"(?:等)?(?:\d+[家个户]?)?(?:企业|公司|项目|机构)?(?:已|先后|相继|陆续|成功|正式|均|签约|集中)*(?:入园|落户|入驻|进驻)"
)
_THINGS = ("Project", "Park", "Institution")


def place_of(view: RowView, part: str, tells: Tells) -> Iterator[Placing]:
    """`X镇的A`, `X园区内的A、B`, `X开发区A`, `X开发区B公司A`: a place right before what stands there."""
    text = view.row.text(part)
    for place in view.free(part, "Area", "Park"):
        if place.type == "Area" and not tells(place.text):
            continue
        said = _OF_IT.match(text, place.end)
        start = _behind(view, place, said.end() if said else place.end)
        kinds = (*_THINGS, "Company") if place.type == "Park" and text.startswith(("内", "的"), place.end) else _THINGS
        for group in (g for kind in kinds for g in view.groups(part, kind) if g[0].start == start):
            for thing in group:
                if view.is_free(thing) and thing.name != place.name:
                    yield thing, place.name, "locatedIn:stated", sentence_of(text, thing)


def _behind(view: RowView, place: Named, start: int) -> int:
    """Where a name behind a place begins, past the firm whose project it is (`X开发区甲公司A项目`)."""
    firms = view.free_between(place.part, start, start + 1, "Company")
    return firms[0].end if firms and view.free_between(place.part, firms[0].end, firms[0].end + 1, "Project") else start


def goes_on_about(view: RowView, part: str, tells: Tells) -> Iterator[Placing]:
    """`…，位于X镇、Y村`, `项目选址X`, `工程惠及X镇`: where that stands which the text goes on about."""
    text = view.row.text(part)
    for run in area_runs(view.free(part, "Area", "Park"), text):
        lead = _STANDS.search(text, max(0, run[0].start - _LONGEST_STANDS), run[0].start)
        about = clauses_about(view, part) if lead else []
        if not lead or not about or text.startswith("的", run[-1].end):
            continue
        clause = about[clause_at(about, run[0].start)]
        for thing in _told_of(view, clause, lead.start()):
            for place in run:
                if thing.name.text != place.text and (place.type == "Park" or tells(place.text)):
                    yield thing, place.name, "locatedIn:stated", clause.span


def _told_of(view: RowView, clause: Clause, end: int) -> Iterator[Named]:
    """The project that a clause says something of up to here: the one it names there, calls so, or goes on about."""
    if clause.groups:
        names = [m.name for m in clause.groups[-1] if m.end == end]
    else:
        title = view.row.text(clause.part)[clause.span.start : end]
        names = list(clause.current if _THIS_ONE.fullmatch(title) else projects_called(title, view))
    if len(names) == 1:
        named = (m for part in view.parts("Project") for m in view.within(part, "Project"))
        yield from (m._replace(part=clause.part) for m in [next(m for m in named if m.name == names[0])])


def moved_in(view: RowView, part: str) -> Iterator[Placing]:
    """`打造X产业园，A、B等落户`: firms that move into the park of which their sentence tells."""
    text = view.row.text(part)
    for group in view.groups(part, "Company", "Institution") if view.within(part, "Park") else ():
        moves = _MOVE_IN.match(text, group[-1].end)
        if moves and not view.between(part, moves.end(), moves.end() + 2, "Park", "Area"):
            start = text.rfind("。", 0, group[0].start) + 1
            for park in _park_told_of(view, part, start, group[0].start):
                for firm in group:
                    yield firm, park.name, "locatedIn:inside", Span(start, moves.end())


def _park_told_of(view: RowView, part: str, start: int, end: int) -> tuple[Named, ...]:
    """The park that opens a sentence, else the one named last before `end`."""
    parks = tuple(p for p in view.between(part, start, end, "Park") if p.end <= end)
    return parks[:1] if parks and parks[0].start == start else parks[-1:]
