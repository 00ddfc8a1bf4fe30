"""Finds parks again that a row names in full once and by the end of their names elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.lexicon import kinds
from kg.extract.naming import is_generic
from kg.extract.passage import Passage

SHORTEST, LONGEST = 3, 8
CONTRACTED = ("产业园", "工业园", "科技园", "物流园", "示范园")

COMMON = ("公园", "游园", "综合体", "示范区", "功能区", "园区")
"""Words that are too common to stand for one park without its name."""


def recall_short_parks(passages: Sequence[Passage]) -> None:
    """`柳溪镇瓜果融合园` is 融合园 in the row's other clauses, `稻虾产业园` 稻虾园."""
    full = {p.text[f.start : f.end] for p in passages for f in p.found.of("Park") if f.canonical is None}
    for name in sorted((name for name in full if _ends_elsewhere(passages, name)), key=lambda name: (-len(name), name)):
        for short in _short_forms(name):
            places = [(passage, start) for passage in passages for start in _stands(passage, short)]
            for passage, start in places:
                passage.add("Park", start, start + len(short), "parks/short-form", 0.65, name)
            if places:
                break


def _ends_elsewhere(passages: Sequence[Passage], name: str) -> bool:
    """Whether the last characters stand outside the full name, too; quick to say, and mostly no."""
    ending = name[-SHORTEST:]
    if any(passage.text.count(ending) > passage.text.count(name) for passage in passages):
        return True
    head = next((head for head in CONTRACTED if name.endswith(head)), None)
    return head is not None and any(name[: -len(head)][-2:] + "园" in passage.text for passage in passages)


def _short_forms(name: str) -> Iterator[str]:
    """What may be left of a park's name, the longest first; no bare word for parks."""
    heads = kinds("mention_heads")["park"]
    for size in range(min(LONGEST, len(name) - 2), SHORTEST - 1, -1):
        short = name[-size:]
        common = short.endswith(COMMON) and is_generic(short)
        if not common and (short not in heads or size >= 5 or short in kinds("mention_heads")["proper"]):
            yield short
    head = next((head for head in CONTRACTED if name.endswith(head) and len(name) >= len(head) + 2), None)
    if head:
        yield name[: -len(head)][-2:] + "园"


def _stands(passage: Passage, short: str) -> list[int]:
    """Where a clause, or what follows a verb, begins with the short form, in no other park's name."""
    text, places = passage.text, []
    start = text.find(short)
    while start >= 0:
        end = start + len(short)
        taken = (found for found in passage.found.near(start, end) if found.type in ("Park", "Institution", "Company"))
        if not any(found.start < end and start < found.end for found in taken) and passage.name_start(end) == start:
            places.append(start)
        start = text.find(short, end)
    return places
