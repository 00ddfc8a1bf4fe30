"""Reads enumerations: `A、B和C等项目`, with their items, their head and what kind of thing the head says they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.extract.lexicon import Endings, alternatives
from kg.extract.passage import MONEY, Passage

HEADS = {
    "Project": "综合体|桥梁|电站|水库|商场|小区|厂房|管廊|"
    "高速公路|铁路|公路|项目|工程|建设|改造|棚改|道路|学校|管网|技改|棚户区|路段",
    "Company": "企业|公司|厂商|商家|车企|药企|龙头|院线",
    "Institution": "学校|高校|院校|大学|医院|媒体|机构|场馆|科研院所|院所|协会",
    "Park": "园区|景区|基地|产业园|公园",
    "Area": "镇街|乡镇|镇|街道|乡街|县区|区县|县市区|县市|市县|市州|盟市|地市|旗县|乡|村居|村寨|行政村|自然村|村民小组|"
    "县|市|地|村|社区|省|省份|城市|村庄|水源地|区市|区",
    "Agency": "部门|单位|局|委办局",
}
_HEAD_WORDS = frozenset(word for words in HEADS.values() for word in words.split("|"))
_LAST_HEAD = Endings(_HEAD_WORDS)
OPENING = re.compile(r"[等\d两三四五六七八九十](?:(?<=等)|[个家所条大]|(?<=\d)\d{1,2}[个家所条大])")
"""Where an enumeration may be closed: looked for first, since it costs little."""
HEAD = re.compile(
    f"(?:等(?!(?<=[高中初]等)(?:级|职业|专科|专业|师范|教育|学校|院校))|(?<=[^\\d、，])(?=(?:\\d{{1,3}}|[两三四五六七八九十])(?:个|家|所|条|大)))(?P<before>[^，。；：、！？,;:!?（(]{{0,20}}?)(?P<head>(?:{alternatives(_HEAD_WORDS)})+)(?![级省市区县]|[三两]级)"
)


class Enumeration(NamedTuple):
    """`items` are spans in text order; `[head_start, head_end)` what follows 等 up to the head word."""

    items: tuple[tuple[int, int], ...]
    head: str
    head_start: int
    head_end: int


def enumerations(passage: Passage) -> tuple[Enumeration, ...]:
    """All enumerations that 等 or a count and a head close."""
    if passage.lists is None:
        passage.lists = tuple(_enumerations(passage))
    return passage.lists


def holds_closing(passage: Passage, start: int, end: int) -> bool:
    """Whether `[start, end)` reaches over the 等 that closes a list, so that it is no name (`乙等片区`)."""
    text = passage.text
    return "等" in text[start:end] and any(
        start < found.head_start - 1 < end and text[found.head_start - 1] == "等" for found in enumerations(passage)
    )


def _closings(text: str) -> Iterator[re.Match[str]]:
    end = 0
    for opening in OPENING.finditer(text):
        match = HEAD.match(text, opening.start()) if opening.start() >= end else None
        if match:
            yield match
            end = match.end()


def _enumerations(passage: Passage) -> list[Enumeration]:
    found: list[Enumeration] = []
    for match in _closings(passage.text):
        items = items_left_of(passage, match.start())
        if items:
            last = _LAST_HEAD.longest(match["head"]) or ""
            after = match.start() + (passage.text[match.start()] == "等")
            if len(items) > 1 or after > match.start():
                found.append(Enumeration(items, last, after, match.end()))
    return found


def items_left_of(passage: Passage, end: int) -> tuple[tuple[int, int], ...]:
    """The items separated by 、 that end at `end`; the first without what leads up to it, the last split at 和.

    A list begins where an item has something else than a name before its name.
    """
    text = passage.text
    items: list[tuple[int, int]] = []
    while True:
        start = passage.clause_start(end)
        listed = text[start - 1 : start] == "、"
        first = passage.name_start(end, start, joints=not items, singles=not listed)
        joint = _joint_before(text, first, start) if not items else None
        if joint:
            items.append((first, end))
            end = joint
            continue
        if not listed or (first > start and not _is_amount(text, start, first)) or _numbered(text, start - 1):
            break
        items.append((first, end))
        end = start - 1
    if end > first:
        items.append((first, end))
    return tuple(reversed(items))


def _is_amount(text: str, start: int, end: int) -> bool:
    amount = MONEY.match(text, start)
    return amount is not None and amount.end() == end


def _joint_before(text: str, first: int, start: int) -> int | None:
    """Where the item before a 和 ends, if one may stand there."""
    if text[first - 1 : first] not in JOINT_ENDS:
        return None
    for joint in JOINTS:
        if first - len(joint) > start + 1 and text.startswith(joint, first - len(joint)):
            return first - len(joint)
    return None


JOINTS = ("以及", "和", "与")
JOINT_ENDS = frozenset("及和与")
JOINT = re.compile("[和与]|以及")


def _numbered(text: str, place: int) -> bool:
    return NUMBER.search(text[max(0, place - 3) : place]) is not None


NUMBER = re.compile(r"(?:^|[。；：，])(?:\d{1,2}|[一二三四五六七八九十])$")


PAID = re.compile(r"(?<=.)[（(](?:总?投资)?[约近超]?\d[\d.]*余?[万亿]+(?:美)?元[）)]$")


def outer(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without the sum in brackets behind it and the quotation marks around it (A产业园（2亿元）)."""
    if text[end - 1] in "）)" and (paid := PAID.search(text, start, end)):
        end = paid.start()
    if end - start > 2 and text[start] in '“"' and text[end - 1] in '”"':
        return start + 1, end - 1
    return start, end
