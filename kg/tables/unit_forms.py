"""How names of units look: what they end in, what they never begin with, and what a doubtful form costs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from kg.tables.flow import Span
from kg.tables.unit_marks import CLOSE, MARK, MAY_BE_MARK, OPEN
from kg.words import word_table, words

_TAIL = re.compile(
    r"(?:等?(?:按职责分工|分工|共同|具体)?(?:负责|落实)|提供数据|等(?:相关|有关|各|[\u4e00-\u9fff]{2})?(?:部门|单位|职能部门)(?:和单位)?|等)$"
)
_HEAD = re.compile(r"^(?:\d{1,2}[.．、)）]|[（(]\d{1,2}[)）]|[①-⑳])?(?:由|以及|及|和(?=[区市县省各]))?")
_INNER = re.compile(r"(?:局|委|办|部|中心|镇|街道|院|社|会|署|队)(?=(?:以?及|和|与)?[区市县省各].{2,})")
_NEVER_FIRST = re.compile(
    r"办?事处|分局|[支分]行|管委会|委员会|政府(?![各办督性职])|领导小组|指挥部|建设.{0,6}(?:指挥部|领导小组)"
)
_TWO_PARTIES = re.compile(r"(?:公司|集团|大学|学院)[与同和]")
"""A sentence of two parties breaks off here (某公司与某研究院 | 签约); units are not joined by a word."""
_BRACKET_BEHIND = re.compile(r"[（(][^（）()]*[)）]$")
_NEVER_IN_UNITS = re.compile(r"[。！？：:%\d]")
_BETWEEN_UNITS = re.compile(r"[\s、，,；;/／\\]+")
_WORD = re.compile(r"\w")
STRONG, WEAK, NO_SUFFIX, LONG_NO_SUFFIX = 0.0, 0.6, 1.6, 2.0
FRAGMENT, TWO_UNITS, TOO_LONG = 2.5, 2.5, 1.0


def has_unit_suffix(name: str) -> bool:
    """Whether a name ends as names of units surely end.

    >>> has_unit_suffix("区发改局"), has_unit_suffix("固定资产投资")
    (True, False)
    """
    return name.endswith(_suffixes()[0])


@lru_cache(maxsize=4096)
def is_unit_like(text: str) -> bool:
    """Whether a whole line could be a units' cell, or a piece of one: names only, no figures, no sentence.

    >>> is_unit_like("区商务和投资促进局"), is_unit_like("新建学校3所，"), is_unit_like("区发改局 各镇（街）")
    (True, False, True)
    """
    if _NEVER_IN_UNITS.search(text):
        return False
    plain = MARK.sub(" ", text) if MAY_BE_MARK.search(text) else text
    parts = [part for part in _BETWEEN_UNITS.split(plain) if part]
    return bool(parts) and all(map(_is_name_like, parts))


def _is_name_like(part: str) -> bool:
    ends_like_unit = has_unit_suffix(part) or (len(part) <= 8 and part.endswith(_suffixes()[1]))
    return ends_like_unit and len(part) <= 24 and not _TWO_PARTIES.search(part)


@lru_cache(maxsize=4096)
def form_cost(name: str) -> float:
    """What it costs to read a text as one unit's name, by its form alone."""
    cost = _suffix_cost(name)
    if name in fragments() or len(name) == 1 or name[0] in OPEN or _NEVER_FIRST.match(name):
        cost += FRAGMENT
    cost += TWO_UNITS * len(_INNER.findall(name))
    if _repeats_suffix(name):
        cost += TWO_UNITS
    if len(name) > 24:
        cost += TOO_LONG
    return cost


def _suffix_cost(name: str) -> float:
    bare = _BRACKET_BEHIND.sub("", name) or name
    strong, weak = _suffixes()
    if name.endswith(strong) or bare.endswith(strong):
        return STRONG if len(name) > 2 or bare in strong else WEAK
    if bare.endswith(weak):
        return NO_SUFFIX if name[0] in "区市县省" and bare[-2:] in weak else WEAK
    return NO_SUFFIX if len(bare) <= 6 else LONG_NO_SUFFIX


def _repeats_suffix(name: str) -> bool:
    """Two names run together often end alike: `闻韶街道办事处稷下街道办事处`."""
    for suffix in ("街道办事处", "街道", "镇", "局", "公司", "集团", "办公室", "中心"):
        if name.endswith(suffix) and suffix in name[2 : -len(suffix) - 1] and not name.endswith("分局"):
            rest = name[name.index(suffix, 2) + len(suffix) :]
            return rest not in fragments() and len(rest) > len(suffix)
    return False


def possible_cuts(name: str) -> Iterator[int]:
    """Where one name may end and the next begin without a blank: behind sure ends of names, outside brackets."""
    depth = 0
    ends, suffixes = _suffix_ends(), _suffixes()[0]
    for index, character in enumerate(name):
        depth += (character in OPEN) - (character in CLOSE)
        if character not in ends or index < 2 or depth != 0 or index + 1 == len(name):
            continue
        if character in CLOSE or name.endswith(suffixes, 0, index + 1):
            yield index + 1


@lru_cache(maxsize=4096)
def without_tail(part: str) -> str:
    """A name without what sums a cell up (`等部门按职责分工负责`), unless nothing else stands there."""
    return _TAIL.sub("", part) or part


@lru_cache(maxsize=4096)
def cleaned(text: str) -> Span:
    """Without the words around a name that are not part of it; empty where nothing is named."""
    start, end = 0, len(text)
    tail = _TAIL.search(text)
    if tail and not (tail.group() == "等" and len(text) < 3):
        end = tail.start()
    head = _HEAD.match(text, start, end)
    if head and has_unit_suffix(text[:end]):
        start = head.end()
    name = text[start:end]
    return (start, end) if _WORD.search(name) and name not in ("无", "等", "和") else (0, 0)


@cache
def fragments() -> frozenset[str]:
    """What is never a unit's name by itself, though it ends like one."""
    return frozenset(words("unit_fragments"))


@cache
def _suffixes() -> tuple[tuple[str, ...], tuple[str, ...]]:
    rows = word_table("unit_suffixes")
    strong = tuple(row["word"] for row in rows if row["strong"])
    return strong, tuple(row["word"] for row in rows if not row["strong"])


@cache
def _suffix_ends() -> frozenset[str]:
    """The characters that names of units surely end with, and closing brackets."""
    return frozenset([*CLOSE, *(suffix[-1] for suffix in _suffixes()[0])])
