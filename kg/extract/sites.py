"""Where a sentence says that things stand: in parks that hold or build them, in towns that they run through."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.clauses import Span, sentences, span_at
from kg.extract.implied import Tells
from kg.extract.named import Named
from kg.extract.rowview import RowView
from kg.model import Name

_INSIDE_FIRMS = re.compile("(?:内|的)?(?:的)?(?:首[个家批]|第[一二三四五六]批)?(?:入园|入驻|园内)?(?:企业|公司|项目)")
_ENTERS = re.compile("内|入驻|入园")
_BUILDS_INSIDE = re.compile(
    "(?:目前|现|已|正在|全面|内|一次|先后|相继|成功)*(?:完成|新建|建设|建成|改建|扩建|实施|打造|开工建设|新增|新签|新引进|引进|引入|招引|吸引|集聚|汇聚|聚集|入驻)(?:了)?[“‘]?"
)
_LEADS_TO_SITE = re.compile(
    "(?:涉及?|选址在?|途经|经过|惠及|覆盖|贯穿|，经|占用的?|穿越|跨越|落址|落位|(?:搬迁|迁建|铺设|延伸|搬|迁)至)$"
)
_SITE_FOLLOWS = re.compile("(?:境内|段|侧|两处|桥头)")
_LONGEST_SITE = 4

Placing = tuple[Named, Name, str, Span]


def built_by_park(view: RowView, part: str) -> Iterator[Placing]:
    """`X小镇完成A、B建设`: what a park builds, where it opens the sentence, stands in it."""
    text = view.row.text(part)
    for park in view.free(part, "Park") if view.within(part, "Project", "Company") else ():
        sentence = sentence_of(text, park)
        builds = _BUILDS_INSIDE.match(text, park.end) if park.start == sentence.start else None
        for group in [*view.groups(part, "Project"), *view.groups(part, "Company", "Institution")] if builds else ():
            if builds and group[0].start == builds.end():
                for thing in group:
                    if view.is_free(thing):
                        yield thing, park.name, "locatedIn:stated", sentence


def passed_through(view: RowView, part: str, tells: Tells) -> Iterator[Placing]:
    """`A…，X镇、Y镇段已通水`, `A涉及X镇Y村`: places along which the sentence's project runs or on which it stands."""
    if not (view.within(part, "Project") and view.free(part, "Area")):
        return
    text = view.row.text(part)
    for run in area_runs(view.free(part, "Area"), text):
        leads = _LEADS_TO_SITE.search(text, max(0, run[0].start - _LONGEST_SITE), run[0].start)
        bracketed = text[run[0].start - 1 : run[0].start] in ("（", "(")
        if not (leads or bracketed or _SITE_FOLLOWS.match(text, run[-1].end)):
            continue
        sentence = sentence_of(text, run[0])
        before = [g for g in view.groups(part, "Project") if sentence.start <= g[0].start and g[-1].end <= run[0].start]
        if bracketed and not (before and before[-1][-1].end == run[0].start - 1):
            continue
        for project in before[-1][-1:] if before and (bracketed or len(before[-1]) == 1) else ():
            for area in (area for area in run if tells(area.text)):
                yield project, area.name, "locatedIn:stated", sentence


def area_runs(areas: Sequence[Named], text: str) -> list[list[Named]]:
    """Areas that follow one another at once or in a list (`甲镇乙村、丙村`)."""
    runs: list[list[Named]] = []
    for area in areas:
        if runs and text[runs[-1][-1].end : area.start] in ("", "、", "和", "及"):
            runs[-1].append(area)
        else:
            runs.append([area])
    return runs


def inside_parks(view: RowView, part: str) -> Iterator[Placing]:
    """`X产业园内企业A、B`: firms and projects listed as inside a park."""
    text = view.row.text(part)
    for park in view.within(part, "Park"):
        listed = _INSIDE_FIRMS.match(text, park.end)
        if not listed or not _ENTERS.search(listed.group()):
            continue
        for group in view.groups(part, "Company", "Project"):
            if listed.end() <= group[0].start <= listed.end() + 6:
                for member in view.within(part, "Company", "Project"):
                    if group[0].start <= member.start <= group[-1].end:
                        yield member, park.name, "locatedIn:inside", sentence_of(text, member)


def sentence_of(text: str, mention: Named) -> Span:
    """The sentence that a mention begins in."""
    return span_at(sentences(text), mention.start)
