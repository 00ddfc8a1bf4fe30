"""Projects that a task names in plain list or verb grammar although no mention was found there.

In `A、B、C等片区` C is named like A and B; in `实施某某工程` the noun after the verb is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.ask.passages import AIMS
from kg.model import KnownMention, TaskRow

_NEXT_IN_LIST = re.compile(r"、(?P<name>[^、，,。；;：:和等]{2,20})(?=、|等|和)")
_AFTER_VERB = re.compile(
    r"(?:^|[，,。；;①-⑳])(?:加快|全力|大力|积极|持续|稳步|扎实|抓好|推动)?"
    r"(?:实施|推进|推动|开工建设|建设|启动|抓好|加快|完成|扶持|支持)"
    r"(?P<name>[^，,。；;、的等和]{4,30}?(?:工程|项目))(?=[，,。；;、等和]|$|建设|进度|投产|建成)"
)
_NOT_A_NAME = re.compile(
    r"^(?:一批|重点|重大|各类|相关|有关|省级|市级|区级|基础设施|民生|所有|这些|\d+个)|重点(?:工程|项目)$"
)


def unmarked(row: TaskRow, stands: Sequence[KnownMention]) -> Iterator[tuple[str, int, str]]:
    """Part, start and text of each such name, none of which overlaps a mention."""
    for part in AIMS:
        text = row.text(part)
        taken = [(k.mention.start, k.mention.end) for k in stands if k.mention.part == part]
        for start, end in [*_listed(text, taken), *_after_verbs(text, taken)]:
            yield part, start, text[start:end]


def _listed(text: str, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    waiting = [end for _, end in taken]
    while waiting:
        found = _NEXT_IN_LIST.match(text, waiting.pop(0))
        if found and _is_free(found.span("name"), taken):
            yield found.span("name")
            waiting.append(found.end("name"))


def _after_verbs(text: str, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for found in _AFTER_VERB.finditer(text):
        if _is_free(found.span("name"), taken) and not _NOT_A_NAME.search(found["name"]):
            yield found.span("name")


def _is_free(span: tuple[int, int], taken: Sequence[tuple[int, int]]) -> bool:
    return all(span[1] <= start or span[0] >= end for start, end in taken)
