"""Lets the tagger vote on what rules found: names they passed over are added, those that few believe given up."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import exp, log
from typing import NamedTuple

from kg.extract.findings import Found
from kg.extract.naming import begins_with_count
from kg.extract.passage import Passage
from kg.extract.project_lists import full_in_list
from kg.extract.tagger.tagger import TYPES, Likely, tagger
from kg.extract.trust import confidence_of
from kg.words import word_table

LEAST = 0.3
"""A name of the rules that is believed less than this is given up."""
RULE, CHANCE, RIVAL, ALWAYS = 0.6, 0.47, -1.1, 0.65
"""What counts for a name of the rules, in log odds: how often its rule is right, its chance with the tagger, the chance
of another name in its place, and what always counts. Measured on rows that neither had seen."""
PREFIX = "tagger/"
"""What the rules of names that only the tagger sees begin with."""


class Share(NamedTuple):
    """How names are called and believed that only the tagger sees, where its chance for them is `least` or more."""

    rule: str
    least: float
    share: float


@cache
def shares(kind: str) -> tuple[Share, ...]:
    """The shares of a type, the surest first.

    >>> [share.rule for share in shares("Company")]
    ['tagger/sure', 'tagger/likely']
    """
    told = (row for row in word_table("tagger_shares") if row["type"] == kind)
    found = (Share(PREFIX + row["rule"], float(row["least"]), float(row["share"])) for row in told)
    return tuple(sorted(found, key=lambda share: -share.least))


def hold_votes(passages: Sequence[Passage]) -> None:
    """Have the tagger look at many passages at once, which costs less than one by one."""
    ballots = tagger().ballots([(passage.part, passage.text) for passage in passages])
    for passage, ballot in zip(passages, ballots, strict=True):
        passage.ballot = ballot


def find_by_votes(passage: Passage) -> None:
    """Give up names that rules and tagger together do not believe, and add those that only the tagger sees.

    What is kept then bears its belief as its confidence.
    """
    ballot = passage.ballot
    if ballot is None:
        return
    weighed = [name._replace(confidence=belief(passage, name)) for name in passage.found]
    passage.found.keep(name for name in weighed if name.type not in TYPES or name.confidence >= LEAST)
    _tell(passage, [name for name in weighed if name.type in TYPES and name.confidence < LEAST])
    for kind in TYPES:
        for name in ballot.likely(kind):
            share = next((share for share in shares(kind) if name.chance >= share.least), None)
            if share and not begins_with_count(passage.text[name.start : name.end]):
                _add(passage, kind, name, share)


def _add(passage: Passage, kind: str, name: Likely, share: Share) -> None:
    """Add a name that only the tagger sees, unless the rules have one of its type there."""
    if not _touched(passage, kind, name.start, name.end):
        full = full_in_list(passage, name.start, name.end) if kind == "Project" else None
        passage.add(kind, name.start, name.end, share.rule, share.share, full)


def belief(passage: Passage, name: Found) -> float:
    """How likely a found name is right, in (0, 1): what its rule is worth and what the tagger holds of it together."""
    rule = confidence_of(name.type, name.method, name.confidence)
    ballot = passage.ballot
    if ballot is None or name.type not in TYPES or name.method.startswith(PREFIX):
        return rule
    span = name.start, name.end
    over = (n for n in ballot.likely(name.type) if n.start < name.end and name.start < n.end and n[:2] != span)
    rival = max((n.chance for n in over if not _is_two(passage, name.type, n)), default=0.0)
    chance = ballot.chance(name.type, *span)
    odds = ALWAYS + RULE * _log_odds(rule, 0.02) + CHANCE * _log_odds(chance, 0.001) + RIVAL * rival
    return 1 / (1 + exp(-odds))


def _touched(passage: Passage, kind: str, start: int, end: int) -> bool:
    return any(name.start < end and start < name.end for name in passage.found.near(start, end, kind))


def _is_two(passage: Passage, kind: str, span: Likely) -> bool:
    """Whether the rules see two names in a span, one at its beginning and one at its end (`甲和乙公司`)."""
    near = passage.found.near(span.start, span.end, kind)
    firsts = [name.end for name in near if name.start == span.start]
    return any(name.end == span.end and any(end < name.start for end in firsts) for name in near)


def _log_odds(share: float, least: float) -> float:
    bounded = min(max(share, least), 1 - least)
    return log(bounded / (1 - bounded))


def _tell(passage: Passage, given_up: Sequence[Found]) -> None:
    for name in given_up if passage.rejected is not None else ():
        passage.reject(name.type, name.start, name.end, "the tagger does not see it, and its rule is often wrong")
