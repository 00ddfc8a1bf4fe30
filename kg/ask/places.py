"""Where something is reported under the heading of a place (`某园区：某项目已…`)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.ask import sparql
from kg.ask.answer import Partial
from kg.ask.passages import Match
from kg.ask.question import Question
from kg.graph.view import GraphView

_HEADING = re.compile(r"(?:\d+[.、．])?(?:[（(]\d+[)）])?(?P<place>[^，。；：:\d]{2,16})[：:]")
_PLACE_ENDS = (
    ("园区", ("园", "园区", "开发区", "化工区", "经开区", "高新区", "基地", "示范区")),
    ("园", ("园", "园区")),
    ("区", ("区",)),
    ("镇街", ("镇", "街道", "乡")),
    ("镇", ("镇", "街道", "乡")),
    ("街道", ("街道", "镇")),
    ("乡", ("乡", "镇")),
    ("村", ("村", "社区")),
)


def place_heading(view: GraphView, question: Question, matches: Sequence[Match]) -> Partial | None:
    """The place under whose heading the best sentences report the subject (`某园区：某项目已…`)."""
    for match in matches[:2]:
        text = view.rows[match.key].text(match.part)
        line = _HEADING.match(match.passage.text)
        if match.literal and line and line["place"].endswith(_place_ends(question.asked)):
            quote = match.passage.text
            return Partial(
                answer=(line["place"],),
                evidence=(view.cite(view.rows[match.key], match.part, quote),),
                confidence=0.82,
                sparql=sparql.text_holding(match.key, match.part, line["place"]),
            )
        for section in view.rows[match.key].progress_by_unit:
            inside = match.part == "progress" and section.start <= match.passage.start < section.end
            if inside and match.literal and section.unit.endswith(_place_ends(question.asked)):
                return Partial(
                    answer=(section.unit,),
                    evidence=(view.cite(view.rows[match.key], "progress", text[section.start : match.passage.end]),),
                    confidence=0.8,
                    sparql=sparql.text_holding(match.key, "progress", section.unit),
                )
    return None


def _place_ends(asked: str) -> tuple[str, ...]:
    for word, ends in _PLACE_ENDS:
        if asked.endswith(word):
            return ends
    return tuple(end for _, ends in _PLACE_ENDS for end in ends)
