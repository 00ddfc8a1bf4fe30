"""What a progress text says of itself: its status word, and the parts under the headings of units."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.model import Text, Unit, UnitProgress
from kg.model.task import Status
from kg.tables.unit_forms import has_unit_suffix
from kg.words import word_table

_HEADING = re.compile(r"(?P<name>[^\s。；;：:，,、！!？?（(《“”\"%\d]{2,16}(?:[（(][^（()）]{1,14}[)）])?)[：:]")
_COLON = re.compile(r"[：:]")
_LONGEST_HEADING = 33
_BRACKET, _ALL_TOWNS = re.compile(r"[（(].*?[)）]"), re.compile(r"各.{0,3}[镇乡街]")
_STATUS = re.compile(r"[【\[（(]([\u4e00-\u9fff]{2,8})[】\]）)]|([\u4e00-\u9fff]{2,8})(?:[。：:；;！]|$)")
_TOWN = re.compile(r"[\u4e00-\u9fff]{1,5}(?:镇|乡|街道|街道办|街道办事处|镇政府)")


@cache
def _status_words() -> dict[str, Status]:
    return {row["word"]: row["status"] for row in word_table("status")}  # type: ignore[misc]


def stated_status(text: str) -> Status | None:
    """The status word at the head of a text, where a full stop, a colon or brackets set it apart.

    >>> stated_status("部分完成。一期已完成"), stated_status("【滞后】征地"), stated_status("完成1299户。")
    ('partly_completed', 'not_completed', None)
    """
    found = _STATUS.match(text)
    return _status_words().get(found.group(1) or found.group(2)) if found else None


def answered_status(text: str, heading: str) -> Status | None:
    """The status that a cell of a status column states; `是` and `否` answer a heading that asks (`是否完成`).

    >>> answered_status("否", "是否达序时"), answered_status("已办结", "办理状态")
    ('not_completed', 'completed')
    """
    if heading.startswith("是否") and text in ("是", "否", "√", "×"):
        return "completed" if text in ("是", "√") else "not_completed"
    return stated_status(text)


def progress_by_unit(progress: Text, units: Sequence[Unit], source: str) -> tuple[UnitProgress, ...]:
    """The parts of a progress text that stand under headings of units: `区发改局：…底阁镇：…`.

    A heading opens a sentence or a printed line and names a unit of the row (in full or short), a town, or what ends
    like a unit. One heading alone that no unit of the row explains is a topic, not a unit.
    """
    found = [
        (match.start(), match.end(), match["name"])
        for match in _headings(progress.value)
        if _opens(progress, match.start(), source) and _names_unit(match["name"], units)
    ]
    if not found or not any(_is_unit_of_row(name, units) for _, _, name in found):
        return ()
    ends = [start for start, _, _ in found[1:]] + [len(progress.value)]
    return tuple(
        UnitProgress(unit=name, start=start, end=end)
        for (_, start, name), end in zip(found, ends, strict=True)
        if end > start
    )


def sentence_by_unit(sentence: Text) -> tuple[UnitProgress, ...]:
    """The part of a sentence of prose behind the town or agency that opens it: `柳河乡：…`.

    >>> [(told.unit, told.start) for told in sentence_by_unit(Text.of("柳河乡：签约2个项目。", 0, 11))]
    [('柳河乡', 4)]
    """
    found = _HEADING.match(sentence.value)
    if not found or found.end() == len(sentence.value):
        return ()
    name = found["name"]
    is_unit = _TOWN.fullmatch(name) or (name[0] in "省市区县" and has_unit_suffix(name) and len(name) >= 3)
    return (UnitProgress(unit=name, start=found.end(), end=len(sentence.value)),) if is_unit else ()


def _headings(text: str) -> Iterator[re.Match[str]]:
    """All headings, looked for only around colons."""
    passed = 0
    for colon in _COLON.finditer(text):
        at = colon.start()
        found = (
            _HEADING.search(text, max(passed, at - _LONGEST_HEADING), at + _LONGEST_HEADING) if at >= passed else None
        )
        if found and found.start() < at:
            yield found
            passed = found.end()


def _opens(progress: Text, at: int, source: str) -> bool:
    if at == 0 or progress.value[at - 1] in '。；;！!”"…）)':
        return True
    before, here = progress.source_offset(at - 1), progress.source_offset(at)
    return "\n" in source[before:here] or not 0 < here - before < 200


def _names_unit(name: str, units: Sequence[Unit]) -> bool:
    return _is_unit_of_row(name, units) or bool(_TOWN.fullmatch(name)) or (has_unit_suffix(name) and len(name) >= 3)


def _is_unit_of_row(name: str, units: Sequence[Unit]) -> bool:
    """A unit of the row, a town where towns are collective units, or a short form: 经开区 of 临淄经济开发区管委会."""
    if any(name == unit.name for unit in units):
        return True
    if _TOWN.fullmatch(name) and any(_ALL_TOWNS.search(unit.name) for unit in units):
        return True
    plain = _BRACKET.sub("", name)
    return any(_is_short_form(plain, unit.name) or _is_short_form(unit.name, plain) for unit in units)


def _is_short_form(short: str, full: str) -> bool:
    """All characters of `short` stand in `full` in order, the first and the last weighty ones among them."""
    if not 2 < len(short) < len(full) or short[-1] not in "局委办部厅院会社区镇道心司团":
        return False
    rest = iter(full)
    return all(character in rest for character in short)
