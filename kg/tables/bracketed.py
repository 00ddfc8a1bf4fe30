"""Notices whose paragraphs end in a bracket of units: `（责任单位：A、B）`, `（牵头单位：A；配合单位：B）`.

The bracket may stand on the paragraph's line or the next, be round, square or missing (a line of its own that begins
with `责任单位：`), and hold terms and leaders too. A paragraph's own number, if the others are numbered alike, says
where the task begins; what no bracket follows is a heading or no task.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.tables.flow import Span
from kg.tables.headings import NumberedText, leading_number, looks_like_heading
from kg.tables.joining import ends_sentence
from kg.tables.standing import wrap_width

_WHO = (
    r"(?:(?:主要|第一)?(?:责任|牵头|主办|主责|承办|配合|协办|参与|落实|实施|负责|支撑|协同)(?:责任|落实|配合|负责|推进)?"
    r"\s*(?:市级|区级|县级)?(?:单\s*位|部\s*门|科室|处室|镇街|主体)|责任分工|任务分工|分工|牵头|配合|责任)"
)
_OTHER = (
    r"(?:(?:完成|办结|办理)?时\s*限|完成时间|时间节点|时间要求|办结时间|(?:分管|责任|牵头|包保|督导|联系|市级|区级|县级)+领导|"
    r"责任人|牵头领导)"
)
_TOLD = (
    r"(?:(?:工作|整改|目前|当前|任务|项目)?(?:进展|完成|落实|推进|整改|办理|实施)(?:情况|进展|成效)|存在(?:的)?(?:主要)?问题|"
    r"下一?步(?:工作)?(?:打算|措施|安排|计划)|年度目标|目标任务|阶段目标)"
)
"""What a labelled line below a task may tell of it."""
_LABEL = re.compile(
    rf"[【\[〔]?(?P<who>{_WHO})\s*[】\]〕]?\s*[:：]|[【\[〔]?(?P<other>{_OTHER}|{_TOLD})\s*[】\]〕]?\s*[:：]"
    rf"|[【〔](?P<who_only>{_WHO})[】〕]|[【〔](?P<other_only>{_OTHER})[】〕]"
)
_INNER = r"(?P<inner>(?:[^（()）\[\]【】〔〕]|[（(][^（()）]*[)）])*)"
_BRACKET = re.compile(rf"[（(\[【〔]\s*\**\s*(?={_WHO}\s*[:：]|{_OTHER}\s*[:：]){_INNER}[)）\]】〕]\s*\**[。；;]?")
_DUTIES = re.compile(
    r"[（(\[【](?P<inner>(?:[^（()）\n]|[（(][^（()）\n]*[)）]){2,160}?"
    r"(?:牵头|配合|负责|落实|分工负责|按职责分工|牵头负责|参与))(?:[，,；;]\s*(?P<term>[^，,；;、（()）\n]{2,16}完成))?[)）\]】]\s*[。；;]?(?=\s*(?:\n|$))"
)
_CLAUSE = re.compile(
    r"(?P<duty>等?(?:(?P<lead>牵头(?:负责)?)|(?P<joint>(?:按职责)?(?:配合|参与|协助))"
    r"|(?:按职责分工|分工|共同)?(?:负责|落实)(?:落实)?))(?:[，,；;、]|(?=\s*$)|(?=[)）\]】]))"
)
_LINE_START = r"(?:^[^\S\n]*[*·•\-]*\s*|(?<=[。；])[^\S\n]*)"
_LINE_LABEL = rf"(?:[【〔](?:{_WHO}|{_OTHER}|{_TOLD})[】〕][:：]?|(?:{_WHO}|{_OTHER}|{_TOLD})\s*\**\s*[:：])"
_NAMES_GO_ON = r"(?:\n(?![^\S\n]*(?:\d|[一二三四五六七八九十（(]))[^\S\n]*[^\n：:。]{2,40}(?=\n|$))?"
_LINE = re.compile(_LINE_START + _LINE_LABEL + r"[^\n]*" + _NAMES_GO_ON, re.MULTILINE)
"""A label at a line's or a sentence's start, to the line's end; names that a printed line cut go on below."""


_NOTICE = re.compile(
    r"印发|现将|如下|请(?:各|认真|遵照|结合|于)|报送|特此|联系(?:人|电话)|附件|(?:特)?制定(?:本|此|了|如下)|经.{2,12}同意|[：:]$"
)
"""What a notice says about itself."""


class Assignment(NamedTuple):
    """One task and who answers for it, as spans of the document's text (`fields`: label text and its contents).

    Without fields it is a task whose bracket is missing, or, where `told` is set, a sentence that is no task.
    """

    task: tuple[Span, ...]
    number: Span | None
    number_text: str | None
    fields: tuple[tuple[str, Span], ...]
    mark: tuple[Span, ...]
    headings: tuple[Span, ...]
    told: bool = False


class _Group(NamedTuple):
    """Neighbouring brackets or label lines: together they say who answers for what stands before them."""

    start: int
    end: int
    spans: tuple[Span, ...]
    fields: tuple[tuple[str, Span], ...]


_NO_GROUP = _Group(0, 0, (), ())


def find_assignments(text: str, region: Span) -> list[Assignment]:
    """All tasks of a region that a bracket of units follows, in order; empty where the region is no such notice."""
    groups = _groups(text, region)
    if not groups:
        return []
    intervals = _intervals(text, region, groups)
    level = _usual_level(text, intervals)
    found: list[Assignment] = []
    for lines, group in zip(intervals, groups, strict=True):
        first = _first_line(text, lines, level)
        missed, headings = _without_bracket(text, lines[:first], level)
        found += [*missed, _assignment(text, lines[first:], group, headings)]
    missed, _ = _without_bracket(text, _lines(text, groups[-1].end, region[1]), level)
    return found + [assignment for assignment in missed if not assignment.told]


def _without_bracket(text: str, lines: Sequence[Span], level: int | None) -> tuple[list[Assignment], tuple[Span, ...]]:
    """What stands before a task: tasks of the usual number, or sentences where tasks have none; and its headings."""
    found: list[Assignment] = []
    headings: tuple[Span, ...] = ()
    for line in lines:
        number = _number(text, line)
        if _is_heading(text, line):
            headings = (*headings, line)
        elif level is not None and number and number.level == level:
            found.append(_assignment(text, [line], _NO_GROUP, headings))
            headings = ()
        elif level is None and _tells(text[slice(*line)]):
            found.append(Assignment((line,), None, None, (), (), headings, told=True))
            headings = ()
    return found, headings


def _tells(line: str) -> bool:
    return ends_sentence(line) and not _NOTICE.search(line)


def _groups(text: str, region: Span) -> list[_Group]:
    marks = sorted(_brackets(text, region) + _label_lines(text, region))
    groups: list[_Group] = []
    for start, end, fields in marks:
        if groups and start < groups[-1].end:
            continue
        if groups and not text[groups[-1].end : start].strip():
            last = groups[-1]
            groups[-1] = _Group(last.start, end, (*last.spans, (start, end)), last.fields + fields)
        else:
            groups.append(_Group(start, end, ((start, end),), fields))
    return [group for group in groups if any(re.fullmatch(_WHO, label) for label, _ in group.fields)]


Mark = tuple[int, int, tuple[tuple[str, Span], ...]]


def _brackets(text: str, region: Span) -> list[Mark]:
    found: list[Mark] = []
    for match in _BRACKET.finditer(text, *region):
        found.append((match.start(), match.end(), tuple(_fields(text, match.span("inner")))))
    taken = [(start, end) for start, end, _ in found]
    for match in _DUTIES.finditer(text, *region):
        overlaps = any(start < match.end() and match.start() < end for start, end in taken)
        if not overlaps and re.search(r"[局委办部厅府镇院]|各", match["inner"]):
            term = (("完成时限", match.span("term")),) if match["term"] else ()
            found.append((match.start(), match.end(), (*_duties(text, match.span("inner")), *term)))
    return found


def _duties(text: str, span: Span) -> Iterator[tuple[str, Span]]:
    """The clauses of a bracket without labels: `A、B牵头，C配合`, `A、B按职责分工负责`."""
    start = span[0]
    for clause in _CLAUSE.finditer(text, *span):
        label = "牵头单位" if clause["lead"] else "配合单位" if clause["joint"] else "责任单位"
        if clause.start("duty") > start:
            yield label, (start, clause.start("duty"))
        start = clause.end()


def _label_lines(text: str, region: Span) -> list[Mark]:
    return [(m.start(), m.end(), tuple(_fields(text, m.span()))) for m in _LINE.finditer(text, *region)]


def _fields(text: str, span: Span) -> Iterator[tuple[str, Span]]:
    """The labels of a bracket and the spans of what stands behind each."""
    labels = [match for match in _LABEL.finditer(text, *span) if _opens_field(text, match.start(), span[0])]
    for index, match in enumerate(labels):
        end = labels[index + 1].start() if index + 1 < len(labels) else span[1]
        ends = " \n\t*" if re.fullmatch(_TOLD, match["other"] or "") else "；;，,。 \n\t*、"
        while end > match.end() and text[end - 1] in ends:
            end -= 1
        yield "".join(match.group().strip("：:【】[]〔〕 ").split()), (match.end(), end)


def _opens_field(text: str, at: int, start: int) -> bool:
    return at == start or text[at - 1] in "；;，,。、 \n\t（([【〔*·•-\u3000" or not text[start:at].strip()


def _intervals(text: str, region: Span, groups: Sequence[_Group]) -> list[list[Span]]:
    """The lines between one group of brackets and the next."""
    starts = [region[0], *(group.end for group in groups)]
    return [_lines(text, start, group.start) for start, group in zip(starts, groups, strict=False)]


def _lines(text: str, start: int, end: int) -> list[Span]:
    lines: list[Span] = []
    while start < end:
        newline = text.find("\n", start, end)
        stop = newline if newline >= 0 else end
        if text[start:stop].strip():
            lines.append((start, stop))
        start = stop + 1
    return lines


def _number(text: str, line: Span) -> NumberedText | None:
    return leading_number(text[line[0] : line[1]])


def _is_heading(text: str, line: Span) -> bool:
    """A line of its own that is no sentence and no printed line of one (those are all about equally long)."""
    plain = "".join(text[line[0] : line[1]].split()).strip("*#")
    if len(plain) >= wrap_width(text) - 2:
        return False
    if looks_like_heading(plain.removesuffix("。")) and len(plain) <= 25:
        return True
    return looks_like_heading(plain) or (len(plain) <= 40 and not re.search(r"[。；;，,：:、]", plain))


def _usual_level(text: str, intervals: Sequence[Sequence[Span]]) -> int | None:
    """The style of number that most tasks begin with, None where most have none."""
    levels: Counter[int | None] = Counter()
    for lines in intervals:
        numbers = [n.level for line in lines if (n := _number(text, line)) and not _is_only_heading(text, line, lines)]
        levels[numbers[-1] if numbers else None] += 1
    return max(levels, key=lambda level: (levels[level], level or 0)) if levels else None


def _is_only_heading(text: str, line: Span, lines: Sequence[Span]) -> bool:
    return line != lines[-1] and _is_heading(text, line)


def _assignment(text: str, lines: Sequence[Span], group: _Group, headings: tuple[Span, ...]) -> Assignment:
    task = list(lines)
    number = _number(text, task[0]) if task else None
    number_span = None
    if number and task:
        lead = len(text[task[0][0] : task[0][1]]) - len(text[task[0][0] : task[0][1]].lstrip())
        number_span = (task[0][0], task[0][0] + number.length)
        task[0] = (task[0][0] + max(number.length, lead), task[0][1])
    return Assignment(
        task=tuple(span for span in task if text[span[0] : span[1]].strip()),
        number=number_span,
        number_text=number.number if number else None,
        fields=group.fields,
        mark=group.spans,
        headings=headings,
    )


def _first_line(text: str, lines: Sequence[Span], level: int | None) -> int:
    """Where the task begins: at the last number of the usual style, else at its last paragraph."""
    numbered = [(i, n.level) for i, line in enumerate(lines) if (n := _number(text, line))]
    usual = [i for i, found in numbered if found == level and not _is_only_heading(text, lines[i], lines)]
    if usual:
        return usual[-1]
    any_number = [i for i, _ in numbered if not _is_only_heading(text, lines[i], lines)]
    if any_number and level is not None:
        return any_number[-1]
    first = len(lines) - 1
    while (
        first > 0
        and not ends_sentence(text[slice(*lines[first - 1])].strip())
        and not _is_heading(text, lines[first - 1])
    ):
        first -= 1
    return max(first, 0)
