"""Whether a clause without a project has turned to something else: a count, a thing built aside, its own subject."""

from __future__ import annotations

import re

from kg.extract.cues import Cue
from kg.extract.subjects import Clause
from kg.extract.wholes import ADVERBS, REMARKS, WHOLE

_OTHERS = re.compile(
    r"(?:全|今)?(?:年|区|县|市|镇|街道)?(?:共|有|已有)?\d+(?:余|多)?"
    r"(?:[个家户名](?!重点)[^，。；：项目]{1,24}|条[^，。；]{1,8})$"
)
_OTHER_SUBJECT = re.compile(
    r"(?:另有|还有|全[省市区县]|[^，。；□]{0,6}首[家个])?\d+(?:余|多)?[家户](?!重点)|(?:另有|还有)\d"
)
"""Who a clause is about when it is no project: `7家企业投产`."""
_COUNT_OF_MANY = re.compile(r"(?P<count>\d+)(?:余|多)?[个项][^，。；：、□]{0,12}?(?:项目|工程)")
_KIND_OF_MANY = re.compile("[省市县区]级?重点(?:项目)?|(?:产能|装机|规模)")
_BROUGHT = frozenset(("引进", "新引进", "落户", "落地", "新招引"))
_ALL = re.compile(r"均|都|全部|全面|各|目前|现已|这些|上述|以上|[两二三四五六七八九\d]个项目")
"""One of these says that a new sentence still is about a whole list."""
_ITEM_OF_WORK = re.compile(
    r"(?:总计|共计|累计|已|另|还|同时)*(?:完成|新建|改建|扩建|改扩建|提升|改造|新增|修建|安装|打造|硬化|绿化|种植|栽植|铺设|修剪|清理)"
    r"[^，。；：]{2,40}\d"
)
_ASIDE = re.compile(
    r"(?:在[^，。；：□]{2,14})?(?:新建|改建|扩建|改扩建|修建|增设|新增|设置|建设|建成|安装|打造)[^，。；：□]{2,16}\d+余?[处个座件台套所间盏]$"
)
_FAR = frozenset(("signed", "structure_complete", "trial_production", "completed"))
"""The stages that a later sentence with another subject is not to give; work that goes on is told by parts."""
_HEADED = re.compile("[^，。；：]{2,40}：")
"""A project before a colon: all that follows is about it, by whatever part it is told."""
BEGINS = re.compile("(?:[0-9①-⑳.、]*(?:目前|现已|现|已经|已|均|近期|近日|该项目|项目|双方|并|正))*")


def is_aside(text: str, about: list[Clause], number: int, cue: Cue) -> bool:
    """Whether a later sentence has turned to something else, by a count (`3个村…已开工`) or a thing built aside."""
    clause = about[number]
    if clause.groups:
        return False
    if _OTHER_SUBJECT.match(text[clause.span.start : cue.start]) or _brings_another(text, clause, cue):
        return True
    if clause.source != "before":
        return False
    if cue.stage in _FAR and not _HEADED.match(text, clause.since) and _has_its_own_subject(text, clause, cue):
        return True
    if _speaks_of_more(text, clause, cue):
        return True
    if len(clause.current) > 1 and not _ALL.search(text, *clause.span):
        return True
    if _OTHERS.match(text[clause.span.start : cue.start]):
        return True
    if len(clause.current) > 1 and _ITEM_OF_WORK.match(text, clause.span.start, clause.span.end):
        return True
    first = next(n for n in range(number, -1, -1) if about[n].span.start == clause.sentence)
    sides = (text[c.span.start : c.span.end].rstrip("，,；;。") for c in about[first:number])
    return cue.stage == "completed" and any(_ASIDE.match(words) for words in sides)


def _has_its_own_subject(text: str, clause: Clause, cue: Cue) -> bool:
    """Whether something else than the project or its whole stands before a cue (`河东居民楼主体完工`)."""
    own = ADVERBS.sub("", REMARKS.sub("", text[clause.span.start : cue.start]))
    return not (WHOLE.fullmatch(own) or any(own in name.text for name in clause.current))


def _speaks_of_more(text: str, clause: Clause, cue: Cue) -> bool:
    """Whether a clause's own subject is a count or kind of projects that goes beyond those it may go on about."""
    counted = _COUNT_OF_MANY.search(text, clause.span.start, cue.start)
    if counted:
        return int(counted["count"]) > len(clause.current)
    return _KIND_OF_MANY.search(text, clause.span.start, cue.start) is not None


def _brings_another(text: str, clause: Clause, cue: Cue) -> bool:
    """Whether a clause without a project brings something else in: `引进奶牛300头`, `5家企业落户`."""
    if cue.word not in _BROUGHT:
        return False
    begin = BEGINS.match(text, clause.span.start)
    return begin is None or begin.end() < cue.start or text[cue.end : cue.end + 1] not in ("，", "。", "；", "、", "")
