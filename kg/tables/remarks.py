"""Lines around tables in plain text that belong to no cell: notes below them, and what heads the next one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.tables.headers import as_header, header_role
from kg.tables.lines import Printed

_NOTE = re.compile(
    r"(?:备注|注|说明|填表(?:人|单位|说明|日期)|填报(?:人|单位|日期)|制表人?|审核人?|联系人|联系电话|报送(?:人|单位|时间)|单位负责人)\d?[：:].*"
)
_ATTACHMENT = re.compile(r"附(?:件|表|录)\s*[\d一二三四五六七八九十—\-]{0,4}[：:]?(?:.{0,60}[^。；，])?")
_CAPTION = re.compile(r"(?:.{0,20}\d{4}年|《).{2,50}(?:表|清单|台账|一览)(?:[（(].{1,20}[)）])?")
_SHORT_REMARK = re.compile(r"附(?:件|表|录)\s*[\d一二三四五六七八九十—\-]{0,4}[：:]?|[（(]?单位[：:].{1,6}[）)]?")
_FIRST, _LAST = frozenset("备注说填制审联报单附"), frozenset("表单账览）)")
"""What notes and attachment marks begin with, and captions end with: quicker to look at than the patterns."""
_LONGEST_NOTE, _LONGEST_CAPTION = 8, 3
"""In printed lines."""


def is_remark(plain: str) -> bool:
    """Whether a line outside rows is a table's place among attachments, its unit of money, or a note.

    >>> is_remark("附件1"), is_remark("单位：万元"), is_remark("填表人：王明"), is_remark("附件：重点任务分解表")
    (True, True, True, False)
    """
    return (len(plain) <= 12 and _SHORT_REMARK.fullmatch(plain) is not None) or _NOTE.fullmatch(plain) is not None


def outside_lines(lines: Sequence[Printed]) -> frozenset[int]:
    """Indexes of the lines, of those from a header on, that are notes, attachment marks or captions.

    Notes stand at the end or before the next caption; captions stand right before a header.
    """
    filled = [index for index, line in enumerate(lines) if line.plain]
    likely = [plain for _, _, _, plain, _, _ in lines if plain and (plain[0] in _FIRST or plain[-1] in _LAST)]
    if not any(map(_is_outside, likely)):
        return frozenset()
    headers = [place for place, index in enumerate(filled) if place and _is_header(lines[index])]
    found: set[int] = set()
    for end in [*headers, len(filled)]:
        start = _caption(lines, filled, end) if end < len(filled) else end
        start = _notes(lines, filled, start)
        found.update(filled[start:end])
    return frozenset(found)


def _is_outside(plain: str) -> bool:
    return bool(_NOTE.fullmatch(plain) or _ATTACHMENT.fullmatch(plain) or _CAPTION.fullmatch(plain))


def _is_header(line: Printed) -> bool:
    if "\t" in line.text.strip():
        return as_header(line.text.strip().split("\t")) is not None
    words = line.text.split()
    return header_role(words[0]) == "number" and (len(words) == 1 or as_header(words) is not None)


def _caption(lines: Sequence[Printed], filled: Sequence[int], end: int) -> int:
    """Where the caption before a header begins: at an attachment mark, else at a title."""
    nearest = range(end - 1, max(end - 1 - _LONGEST_CAPTION, 0), -1)
    for place in nearest:
        if "\t" in lines[filled[place]].text:
            break
        if _ATTACHMENT.fullmatch(lines[filled[place]].plain):
            return place
    titled = end > 1 and _CAPTION.fullmatch(lines[filled[end - 1]].plain) and "\t" not in lines[filled[end - 1]].text
    return end - 1 if titled else end


def _notes(lines: Sequence[Printed], filled: Sequence[int], end: int) -> int:
    """Where the notes that end here begin."""
    start = end
    for place in range(end - 1, max(end - 1 - _LONGEST_NOTE, 0), -1):
        line = lines[filled[place]]
        if "\t" in line.text:
            break
        if _NOTE.fullmatch(line.plain):
            start = place
    return start
