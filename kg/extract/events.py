"""Projects that begin or are signed together: rows about one event at which that was done (`集中开工`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.extract.claims import Claim
from kg.extract.moods import mood_before
from kg.extract.rowview import RowView
from kg.extract.subjects import Clause


class _Event(NamedTuple):
    """An event that gives a stage: how a task names it, how progress tells it, and what is said of other projects."""

    stage: str
    named: re.Pattern[str]
    told: re.Pattern[str]
    beside: re.Pattern[str]


_MEANT = "观摩|推进会|谋划|储备|前期|洽谈|申报|规划|列入|纳入|入选|拟|力争|争取|推介|参观|年底|竣工|建成|投产"
_TOGETHER = "(?:集中|同步|同时|同日)[^，。；：□]{0,8}?"
_EVENTS = (
    _Event(
        "under_construction",
        re.compile("集中(?:签约)?[^，。；：]{0,8}?(?:开工|动工)(?!竣工|月)"),
        re.compile(
            f"{_TOGETHER}(?:开工|动工)(?!竣工|月)|(?:开工|动工)(?:仪式|活动)|"
            r"\d个[^，。；：□]{0,10}(?:开工|动工)(?=[^。□]{0,60}会场)"
        ),
        re.compile(f"{_MEANT}|签约|签订|引进|达成|合作"),
    ),
    _Event(
        "signed",
        re.compile("集中签约(?!.{0,8}开工)"),
        re.compile(f"{_TOGETHER}签约|签约仪式|签约活动"),
        re.compile(f"{_MEANT}|开工|动工|在建|集中活动"),
    ),
)


def together(view: RowView, text: str, about: Sequence[Clause], told: Sequence[Claim]) -> Iterator[Claim]:
    """The projects that progress names after such an event and of which it says nothing else.

    `text` is the progress with the names of projects blanked, `told` what clauses state by themselves.
    """
    known = {claim.name.text for claim in told}
    for event in _EVENTS:
        since = _since(view, text, event)
        for clause in about if since is not None else ():
            if clause.span.end <= (since or 0) or event.beside.search(text, clause.sentence, clause.span.end):
                continue
            for mention in (m for group in clause.groups for m in group):
                if mention.name.text not in known:
                    yield Claim(mention.name, event.stage, "stage:event", clause.part, clause.span)


def _since(view: RowView, text: str, event: _Event) -> int | None:
    """Where progress speaks of what the event is about: behind it, all of the text where the task names it."""
    if event.named.search(view.row.text("task")):
        return 0
    found = event.told.search(text)
    if found is None:
        return None
    sentence = text.rfind("。", 0, found.start()) + 1
    return None if mood_before(text, sentence, found.start()) == "planned" else found.start()
