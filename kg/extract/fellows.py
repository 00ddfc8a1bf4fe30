"""Finds items of lists by their fellows: of `A、B、C` with A and C found, B is believed sooner than alone."""

from __future__ import annotations

import re

from kg.extract.lists import items_left_of, outer
from kg.extract.naming import is_counted, is_generic
from kg.extract.passage import Passage
from kg.extract.project_lists import full_in_list
from kg.extract.tallies import barred, tally_cut
from kg.extract.work_names import is_agency

LEAST = 0.1
"""From this chance on the tagger is believed where another item of the list is a project; alone it must be surer."""
ITEM = re.compile(r"(?:[^、，。；：,;:！？（）()“”\"]|（[^（）]*）|\([^()]*\)|“[^”]*”)+")
OTHERS = ("Area", "Agency", "Person")


def find_fellows(passage: Passage) -> None:
    """Add what the tagger holds possible in lists of which an item was found as a project."""
    text, seen = passage.text, set[int]()
    for project in tuple(passage.found.of("Project")) if passage.ballot and "、" in text else ():
        listed = "、" in (text[project.start - 1 : project.start], text[project.end : project.end + 1])
        end = _clause_end(text, project.end)
        if listed and end not in seen:
            seen.add(end)
            _add(passage, _list_end(passage, project.start, end))


def _clause_end(text: str, end: int) -> int:
    """Where the clause ends with the list that goes on there."""
    while text[end : end + 1] == "、" and (item := ITEM.match(text, end + 1)):
        end = item.end()
    return end


def _list_end(passage: Passage, start: int, end: int) -> int:
    """Where the last item ends: with the project found there, or before what is counted or told of all."""
    last = max(start, passage.text.rfind("、", start, end) + 1)
    found = [name.end for name in passage.found.near(last, end, "Project") if last <= name.start and name.end <= end]
    return max(found, default=0) or tally_cut(passage.text, last + 2, end)


def _add(passage: Passage, end: int) -> None:
    items = [outer(passage.text, *item) for item in items_left_of(passage, end)]
    for item in items if len(items) > 1 else ():
        if _may_be_name(passage, *item) and passage.ballot and passage.ballot.chance("Project", *item) >= LEAST:
            passage.add("Project", *item, "fellows/list", 0.76, full_in_list(passage, *item))


def _may_be_name(passage: Passage, start: int, end: int) -> bool:
    """Whether nothing was found in an item's place, and it is no general word or count."""
    name, found = passage.text[start:end], passage.found
    if any(other.start < end and start < other.end for other in found.near(start, end, "Project")):
        return False
    if not 2 <= len(name) <= 40 or is_generic(name) or is_counted(name) or barred().search(name):
        return False
    return not (is_agency(passage, end) or any(found.holds(kind, start, end) for kind in OTHERS))
