"""Clauses that say where something stands: `A、B等进驻X园区`, `A7月在X县开工`, `A由甲公司建设，位于X县Y镇`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from kg.extract.clauses import clauses, span_at
from kg.extract.implied import Tells
from kg.extract.lexicon import alternatives
from kg.extract.named import Named
from kg.extract.rowview import RowView
from kg.extract.sites import Placing, area_runs, sentence_of
from kg.words import word_table

_KINDS = ("Project", "Park", "Company", "Institution")
_NEARBY = 12
_IN = re.compile(
    r"(?:等)?(?:\d+余?[个家户]|[两三四五六七八九十][个家户])?(?:项目|工程|企业|公司)?(?:[\d年月日]+|同日|当日|目前|现|正|已|均|先后|相继|正式|成功|集中)*在"
)
_ENDS_THERE = re.compile(
    "[，,。；境内]|$|(?:集中|正式|顺利|先后|相继|接连|抓紧|加快|全面|成功|同日|同步)*"
    "(?:开工|动工|破土|奠基|启动|开建|施工|落地|建成|竣工|完工|试产|投产|揭牌|开业|开园)"
)


class Standing(NamedTuple):
    """Places named one after the other, and where the words that say that something stands there begin."""

    places: Sequence[Named]
    verb: int


def stands_there(view: RowView, part: str, tells: Tells) -> Iterator[Placing]:
    """What a clause says to stand somewhere: the names right before its verb, else what opens the sentence."""
    if not (view.within(part, *_KINDS) and view.free(part, "Area", "Park")):
        return
    text = view.row.text(part)
    for standing in _standings(view, part):
        sentence = sentence_of(text, standing.places[0])
        for thing in _things(view, part, standing, sentence.start):
            for place in standing.places:
                if thing.name != place.name and (place.type == "Park" or tells(place.text)):
                    yield thing, place.name, "locatedIn:stated", sentence


def _standings(view: RowView, part: str) -> Iterator[Standing]:
    text = view.row.text(part)
    for run in area_runs(view.free(part, "Area", "Park"), text):
        verb = _stands().search(text, max(0, run[0].start - _NEARBY), run[0].start)
        if verb is not None and not text.startswith("的", run[-1].end):
            yield Standing(run, verb.start())
        elif text.endswith("在", 0, run[0].start) and _ENDS_THERE.match(text, run[-1].end):
            yield Standing(run, run[0].start)


@cache
def _stands() -> re.Pattern[str]:
    return re.compile(f"(?:{alternatives(row['word'] for row in word_table('place_stands'))})$")


def _things(view: RowView, part: str, standing: Standing, start: int) -> Iterator[Named]:
    """The list that ends shortly before the verb; where the verb opens a clause, the name that opens the sentence."""
    text, place = view.row.text(part), standing.places[0].start
    plain = standing.verb == place
    for kind in _KINDS:
        for group in view.groups(part, kind):
            end = group[-1].end
            near = _IN.fullmatch(text, end, place) if plain else _is_near(text, end, standing, kind)
            if near and group[0].start >= start:
                yield from (thing for thing in group if view.is_free(thing))
    if not plain and span_at(clauses(text), standing.verb).start == standing.verb:
        yield from view.free_between(part, start, start + 1, "Park", "Institution", "Company")


def _is_near(text: str, end: int, standing: Standing, kind: str) -> bool:
    """Whether a list ends in the verb's clause, or right before it (`合建A，位于B`; a firm there builds A)."""
    if end > standing.verb or standing.places[0].start - end > _NEARBY:
        return False
    between = text[end : standing.verb]
    return not set(between) & set("，,：:；;") or (between in ("，", ",") and kind != "Company")
