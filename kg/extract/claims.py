"""What a clause says of a project by its own words of doing: `完成A`, `A建设完成`, `A加快推进`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.extract.addressed import listed_later
from kg.extract.advances import LIST_TAIL, advances, counted_work, driven, goes_ahead
from kg.extract.clauses import Span
from kg.extract.cues import find_cues
from kg.extract.moods import mood_before
from kg.extract.subjects import Clause
from kg.extract.wholes import goes_on, of_shell
from kg.model import Name

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
    rf"(?:{LIST_TAIL})?(?:建设|改造|施工|工程|提升|主体)?(?:任务|工作)?(?:目前|现|也|均|都|已|已经|全部|全面|基本|顺利|如期|按期|全线)*"
    r"(?:(?:建设|改造|施工|实施)?完成|打通|得到整修)(?=[，,。；;、并]|$)"
)
_DONE_TAIL = re.compile(
    r"(?:、[^，。；、□]{2,12}){0,3}(?:等[^，。；、]{0,10}?(?:项目|工程)?)?\d*[个处条]?(?:道路|管网|片区|小区)?(?:建设|改造|修缮|施工|安装|铺设|建设任务|改造任务|建设工作)?"
    r"(?:(?:以?及|和)[^，。；、]{2,20})?(?=[，,。；;]|$)"
)
_DONE_BEFORE = re.compile("(?:完成|建成)(?:[^，。；、]{2,12}(?:、|[和及]各?)){0,4}$")
_LAYS = re.compile(
    r"[铺焊挖砌架立装打栽填浇衬疏敷埋吊掘钻起][^，。；：\d□]{0,5}\d[\d.]*余?万?"
    r"(?:公里|千米|延米|米|方|立方|座|处|眼|台|套|根|片|栋|幢|孔|榀)"
)
"""Work that is measured (`铺轨1.2公里`): something is being built."""
_SHARE = re.compile(
    r"(?<![比占增长升降高低])(?:\d[\d.]*[%％](?!的)|[一二两三四五六七八九]成[半多]?(?=[，,。；;、]|以上)|过半(?=[，,。；;、]))"
)
_OF_WORK = re.compile(
    "进度|任务|计划|序时|土建|主体|结构|装[修饰]|内装|安装|设备|完成|做[到完]|推进到|工程|隧道|[路桥管渠]|厂房|楼|基础|桩|施工|[建铺挖焊砌填]|室[内外]|附属|绿化"
)
_OTHER_SHARE = re.compile("率|同比|增长|较上|比上|高于|低于|比同类|股|控股|占比|超额|收入|产值|补[贴助]")
"""Shares of other things than the work (`入住率90%`)."""
_GOING = (None, "fact", "pushed")
_SO = (None, "fact")


class Claim(NamedTuple):
    """One clause's word on one project."""

    name: Name
    stage: str
    rule: str
    part: str
    span: Span


def advancing(text: str, about: list[Clause], number: int) -> Iterator[Claim]:
    """`A加快推进`: something goes on, how far is not said."""
    clause = about[number]
    for group in clause.groups:
        said = advances(text, group[-1].end)
        if said and mood_before(text, clause.span.start, said.end()) in _GOING:
            for mention in group:
                yield Claim(mention.name, "under_construction", "stage:underway", clause.part, clause.span)
    if not clause.groups and goes_ahead(text, *clause.span):
        for name in clause.current if clause.source == "sentence" else ():
            yield Claim(name, "under_construction", "stage:underway", clause.part, clause.span)
    if not clause.groups and counted_work(text, *clause.span):
        for name, span in listed_later(text, about, number) or ():
            yield Claim(name, "under_construction", "stage:underway", clause.part, span)
    names = clause.groups[-1][-1:] if clause.groups else clause.current[:1] if clause.source == "sentence" else ()
    since = clause.groups[-1][-1].end if clause.groups else clause.span.start
    measured = names and (_LAYS.search(text, since, clause.span.end) or _is_share(text, since, clause.span.end))
    if measured and mood_before(text, since, clause.span.end) in _GOING:
        told = clause.groups[-1] if clause.groups else clause.current
        for each in told:
            name = each if isinstance(each, Name) else each.name
            yield Claim(name, "under_construction", "stage:underway", clause.part, clause.span)


def _is_share(text: str, start: int, end: int) -> bool:
    """Whether so much of the work is done (`土建七成`, `管网做到95%`)."""
    share = _SHARE.search(text, start, end)
    return bool(share and _OF_WORK.search(text, start, end)) and not _OTHER_SHARE.search(text, start, end)


def driven_on(text: str, about: list[Clause], number: int) -> Iterator[Claim]:
    """`推进A、B等项目` told of what was done: something goes on; `协调推进A` tells only of talks."""
    clause = about[number]
    for group in clause.groups:
        verb = driven(text, clause.span.start, group[0].start, group[-1].end)
        if verb is None or mood_before(text, clause.span.start, verb.start()) not in _SO:
            continue
        rest = find_cues(text, Span(group[-1].end, clause.span.end))
        if all(cue.kind == "underway" for cue in rest):
            for mention in group:
                yield Claim(mention.name, "under_construction", "stage:underway", clause.part, clause.span)


def done(text: str, about: list[Clause], number: int) -> Iterator[Claim]:
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
        shell = of_shell(group) or nearly or (after and "主体" in after.group())
        stage = "structure_complete" if shell else (after and goes_on(text, about, number, after.end())) or "completed"
        for mention in group:
            yield Claim(mention.name, stage, "stage:done", clause.part, clause.span)
