"""Projects that begin together: rows about one event at which they were started (`集中开工`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.claims import Claim
from kg.extract.moods import mood_before
from kg.extract.rowview import RowView
from kg.extract.subjects import Clause

_EVENT = re.compile(
    "(?:集中|同步|同时|同日)[^，。；：□]{0,8}?(?:开工|动工)|(?:开工|动工)(?:仪式|活动)|"
    r"\d个[^，。；：□]{0,10}(?:开工|动工)(?=[^。□]{0,60}会场)"
)
_SOMETHING_ELSE = re.compile(
    "签约|观摩|推进会|谋划|储备|前期|签订|洽谈|申报|引进|规划|列入|纳入|入选|拟|力争|争取|推介|达成|合作|参观|年底|竣工|建成|投产"
)


def begun_together(view: RowView, text: str, about: Sequence[Clause], told: Sequence[Claim]) -> Iterator[Claim]:
    """The projects that progress names after such an event and of which it says nothing else.

    `text` is the progress with the names of projects blanked, `told` what clauses state by themselves.
    """
    since, known = _since(view, text), {claim.name.text for claim in told}
    for clause in about if since is not None else ():
        if clause.span.end <= (since or 0) or _SOMETHING_ELSE.search(text, clause.sentence, clause.span.end):
            continue
        for mention in (m for group in clause.groups for m in group):
            if mention.name.text not in known:
                yield Claim(mention.name, "under_construction", "stage:event", clause.part, clause.span)


def _since(view: RowView, text: str) -> int | None:
    """Where the progress speaks of what began: after the event that it tells, all of it where the task names it."""
    if re.search("集中[^，。；：]{0,8}?(?:开工|动工)", view.row.text("task")):
        return 0
    event = _EVENT.search(text)
    if event is None or mood_before(text, text.rfind("。", 0, event.start()) + 1, event.start()) == "planned":
        return None
    return event.start()
