"""What stands between names of a units' cell: separators, labels (`牵头单位：`), marks of roles (`（牵头）`, `★`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.model.task import Role
from kg.tables.flow import Span, Spans


def _spaced(words: str) -> str:
    """Any of the words; a printed line may cut one in two."""
    return "(?:" + "|".join(r"\s*".join(word) for word in words.split()) + ")"


_LEAD = _spaced("牵头 主办 主责 总牵头 首要责任 承办")
_JOINT = _spaced("配合 协办 参与 协同 支撑 协助 会办")
MARK = re.compile(
    rf"[（(\[【]\s*(?P<lead>{_LEAD})(?:单位|部门)?\s*[)）\]】]|[（(\[【]\s*(?P<joint>{_JOINT})(?:单位|部门)?\s*[)）\]】]"
    rf"|(?P<lead_tail>{_LEAD})(?=[\s、，,；;。]|$)|(?P<joint_tail>{_JOINT})(?=[\s、，,；;。]|$)|[★☆*＊▲]"
)
_LABEL = re.compile(
    rf"(?:(?P<lead>(?:责任)?{_LEAD}(?:责任)?)|(?P<joint>(?:责任)?{_JOINT}(?:责任)?)|(?P<plain>责任|落实|实施|负责|办理))"
    r"(?:单位|部门|镇街|科室)?\s*[:：]"
)
MAY_BE_MARK = re.compile(rf"{_LEAD}|{_JOINT}|[★☆*＊▲]")
_STARS = "★☆*＊▲"
_HARD = "、，,；;/／\\｜|。"
OPEN, CLOSE = "（(【[", "）)】]"
_HARD_OR_BRACKET = re.compile(f"[{re.escape(_HARD + OPEN + CLOSE)}]")
_FILLED = re.compile(r"\S+")


class Piece(NamedTuple):
    """Characters between hard separators without blanks, and where each stands in the document.

    `soft` are the offsets of the name before which a blank stood; `leads` says that a star stands before it.
    """

    name: str
    sources: Sequence[int]
    soft: frozenset[int]
    role: Role | None
    label: str | None
    leads: bool = False


def characters(text: str, spans: Spans) -> tuple[str, list[int]]:
    """A cell's characters, its spans apart by line ends, and where each of them stands."""
    raw = ""
    sources: list[int] = []
    for start, end in spans:
        if sources:
            raw += "\n"
            sources.append(start)
        raw += text[start:end]
        sources += range(start, end)
    return raw, sources


def pieces(raw: str, sources: Sequence[int]) -> Iterator[Piece]:
    """Cut at labels, role marks and hard separators outside brackets."""
    role: Role | None = None
    label: str | None = None
    start = 0
    leads = False
    for at, end, kind, value in _marks(raw):
        before_name = kind == "mark" and raw[at] in _STARS and not raw[start:at].strip()
        role_here: Role | None = value if kind == "mark" else role
        yield from _piece(raw, sources, (start, at), role_here or role, label, leads)
        leads = before_name
        if kind == "label":
            role, label = value, raw[at:end].rstrip("：: \n")
        start = end
    yield from _piece(raw, sources, (start, len(raw)), role, label, leads)


def _marks(raw: str) -> list[tuple[int, int, str, Role | None]]:
    found: list[tuple[int, int, str, Role | None]] = []
    for match in _LABEL.finditer(raw) if ":" in raw or "：" in raw else ():
        value: Role | None = "lead" if match["lead"] else "joint" if match["joint"] else None
        found.append((match.start(), match.end(), "label", value))
    taken = [(start, end) for start, end, _, _ in found]
    for match in MARK.finditer(raw) if MAY_BE_MARK.search(raw) else ():
        if not any(start <= match.start() < end for start, end in taken):
            lead = match["lead"] or match["lead_tail"] or match.group() in _STARS
            found.append((match.start(), match.end(), "mark", "lead" if lead else "joint"))
    return sorted([*found, *_separators(raw, {at for start, end, _, _ in found for at in range(start, end)})])


def _separators(raw: str, taken: set[int]) -> Iterator[tuple[int, int, str, Role | None]]:
    depth = 0
    for match in _HARD_OR_BRACKET.finditer(raw):
        character, index = match.group(), match.start()
        depth += (character in OPEN) - (character in CLOSE)
        if character in _HARD and depth <= 0 and index not in taken:
            yield index, index + 1, "separator", None


def _piece(
    raw: str, sources: Sequence[int], span: Span, role: Role | None, label: str | None, leads: bool
) -> Iterator[Piece]:
    soft: list[int] = []
    kept: list[int] = []
    name, depth = "", 0
    for match in _FILLED.finditer(raw, *span):
        if name and depth <= 0:
            soft.append(len(name))
        word = match.group()
        depth += sum(map(word.count, OPEN)) - sum(map(word.count, CLOSE))
        name += word
        kept += sources[match.start() : match.end()]
    if name:
        yield Piece(name, kept, frozenset(soft), role, label, leads)
