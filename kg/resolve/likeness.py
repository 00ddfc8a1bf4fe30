"""How two names are alike, letter by letter and row by row; the features of comparison are made of these."""

from __future__ import annotations

from rapidfuzz.distance import Levenshtein

from kg.resolve.forms import Form
from kg.resolve.normal import contrast
from kg.resolve.parts import Parts
from kg.words import word_table, words


def parts_of(form: Form) -> Parts:
    """The parts of a company's, project's, park's or institution's name."""
    assert form.parts is not None
    return form.parts


def abbreviates(short: str, long: str) -> bool:
    """Whether all characters of one stand in the other, in their order.

    >>> abbreviates("石榴融创园", "大理峪石榴产业融合创新园")
    True
    """
    rest = iter(long)
    return all(char in rest for char in short)


def by_length(a: Form, b: Form) -> tuple[Form, Form]:
    """The form with the shorter body first."""
    return (a, b) if (len(a.body), a.key) <= (len(b.body), b.key) else (b, a)


def common_end(a: str, b: str) -> int:
    """How many characters two names share at their end."""
    count = 0
    while count < min(len(a), len(b)) and a[-1 - count] == b[-1 - count]:
        count += 1
    return count


def shares_run(a: str, b: str, size: int) -> bool:
    """Whether two names share so many characters in a row."""
    return any(a[start : start + size] in b for start in range(len(a) - size + 1))


def opposed(a: str, b: str) -> bool:
    """Whether one name has an opposite where the other has its counterpart (南路, 北路)."""
    return any(op.tag == "replace" and contrast(a[op.src_start], b[op.dest_start]) for op in Levenshtein.opcodes(a, b))


def together(a: Form, b: Form) -> bool:
    """Whether one row names both."""
    return bool({(document, row) for document, row, _ in a.rows} & {(document, row) for document, row, _ in b.rows})


def across_parts(a: Form, b: Form) -> bool:
    """Whether one row names both, in different parts."""
    return any(
        (document, row) == (other, second) and part != third
        for document, row, part in a.rows
        for other, second, third in b.rows
    )


def side_by_side(a: Form, b: Form) -> bool:
    """Whether one part of a row names both: who writes so means two things by two names."""
    return any(part for _, _, part in a.rows & b.rows)


def is_bare(form: Form) -> bool:
    """Whether a name is nothing but its core, a company's word at most behind it."""
    if parts_of(form).form or not form.body.startswith(form.core) or form.body.endswith(words("facility_ends")):
        return False
    rest = form.body.removeprefix(form.core)
    return not any(char.isdigit() for char in form.body) and (not rest or rest in words("owner_ends"))


def is_own_name(form: Form) -> bool:
    """Whether a name says which one by itself, whatever the area of its document."""
    parts = parts_of(form)
    if form.type == "Company":
        return (len(parts.core) >= 2 and bool(parts.trade)) or len(parts.core) >= 3 or parts.is_full
    return len(parts.core) >= 2 or (form.type == "Institution" and parts.named == "short")


def related(a: Form, b: Form) -> bool:
    """Whether the area of one name is that of the other or covers it."""
    return _covers(parts_of(a).home, b) or _covers(parts_of(b).home, a)


def same_home(a: Form, b: Form) -> bool:
    """Whether both names belong to one area."""
    return parts_of(a).home == parts_of(b).home


def same_city(a: Form, b: Form) -> bool:
    """Whether the documents of both names are of one city."""
    first, second = a.scope.prefecture(), b.scope.prefecture()
    return first is not None and first == second


def sole_facility(a: Form, b: Form) -> str:
    """The word for a facility of which a city has one, with which both names end; empty where they do not."""
    return next((end for end in words("sole_facilities") if a.body.endswith(end) and b.body.endswith(end)), "")


def compatible_trades(a: str, b: str) -> bool:
    """Whether two trades can be one company's: one left out, one short for the other, or two words for one.

    >>> compatible_trades("制药", "药业"), compatible_trades("电商", "电子商务"), compatible_trades("轮胎", "造纸")
    (True, True, False)
    """
    first, second = _usual(a), _usual(b)
    return not a or not b or abbreviates(first, second) or abbreviates(second, first)


def _usual(trade: str) -> str:
    return next((row["usual"] for row in word_table("trade_synonyms") if row["word"] == trade), trade)


def _covers(above: str, below: Form) -> bool:
    return below.scope.at(parts_of(below).home).lies_in(above)
