"""The second look: names that the document gave in a safe place are found wherever else they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.areas import gazetteer
from kg.extract.lexicon import TOWN, alternation
from kg.extract.passage import Found, Passage

LEARNT = 0.75
"""Names found with less confidence are not looked for again."""

TAIL = r"(?:集团|股份)?(?:有限责任公司|股份有限公司|有限公司|公司)$"


def learnt_names(found: Iterable[tuple[str, Found]]) -> Iterator[tuple[str, str]]:
    """`(type, name)` of what is worth looking for again, short forms of companies included."""
    for text, name in found:
        if name.type not in ("Company", "Park", "Institution", "Project") or name.confidence < LEARNT:
            continue
        if 2 <= len(text) <= 30 and (name.type != "Company" or len(text) >= 3):
            yield name.type, text
        if name.type == "Company":
            yield from (("Company", short) for short in company_short_forms(text))


def company_short_forms(name: str) -> list[str]:
    """Forms by which a company with this full name is called, the longest first.

    >>> company_short_forms("枣庄华宝牧业有限公司")
    ['华宝牧业']
    """
    body = re.sub(TAIL, "", name)
    if body == name:
        return []
    span = next((end for start, end, _ in gazetteer().scan(body) if start == 0), 0)
    short = re.sub(r"^[省市区县]", "", body[span:])
    return [short] if 3 <= len(short) <= 8 else []


def find_again(passage: Passage) -> None:
    """Add known names of the document that the passage's own grammar did not show."""
    entries = passage.lexicon.entries
    if not entries:
        return
    for index, start, end in passage.lexicon.automaton.find_matches_as_indexes(passage.text, overlapping=True):
        name, kind = entries[index]
        if kind == "Institution" and not _whole(passage, start, end):
            continue
        passage.add(kind, start, end, f"memory/{kind.lower()}", 0.8)


def _whole(passage: Passage, start: int, end: int) -> bool:
    return not TOWN.match(passage.text[start:end])


__all__ = ["alternation", "company_short_forms", "find_again", "learnt_names"]
