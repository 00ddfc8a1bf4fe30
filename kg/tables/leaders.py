"""The leaders' cell: names, sometimes with blanks inside them, titles or separators between."""

from __future__ import annotations

import re

from kg.model import Leader
from kg.tables.flow import Spans

_SEPARATORS = re.compile(r"[、，,；;/／|]|及其?他|和")
_TITLE = re.compile(r"(副?(区|市|县|镇|省)长|副?书记|常委|副?主任|副?主席|同志|部长|局长)$")
_TITLE_BEFORE = re.compile(
    r"^(?:[省市区县镇乡街]?委?(?:常委|副?书记)|常务|副?[省市区县镇乡局部]长|副?主任|[一二三四]级(?:调研员|巡视员)|党组成员)+(?=[\u4e00-\u9fff]{2,4}$)"
)
_NO_NAME, _TOKEN = re.compile(r"[\W\d_]+|无"), re.compile(r"\S+")


def read_leaders(text: str, spans: Spans) -> tuple[Leader, ...]:
    """Name every leader of a cell, in its order.

    A blank inside a two-character name is layout (`崔 燮`), one between longer pieces separates names.

    >>> [leader.name for leader in read_leaders("郭克华 崔 燮\\n于海南", ((0, 11),))]
    ['郭克华', '崔燮', '于海南']
    """
    leaders: list[Leader] = []
    for pieces in _joined_characters(_tokens(text, spans)):
        name = _TITLE_BEFORE.sub("", _TITLE.sub("", "".join(text[start:end] for start, end in pieces)))
        if name and not _NO_NAME.fullmatch(name):
            leaders.append(Leader(name=name, source_start=pieces[0][0], source_end=pieces[-1][1]))
    return tuple(leaders)


def _tokens(text: str, spans: Spans) -> list[tuple[int, int]]:
    tokens = []
    for start, end in spans:
        marked = _SEPARATORS.sub(lambda found: "\n" * len(found.group()), text[start:end])
        tokens += [(start + token.start(), start + token.end()) for token in _TOKEN.finditer(marked)]
    return [part for index in range(len(tokens)) for part in _halves(tokens, index)]


def _halves(tokens: list[tuple[int, int]], index: int) -> list[tuple[int, int]]:
    """Two characters between single ones belong to two names: `陆 明俞 悦`."""
    sizes = [end - start for start, end in tokens[max(index - 1, 0) : index + 2]]
    start, end = tokens[index]
    return [(start, start + 1), (start + 1, end)] if index and sizes == [1, 2, 1] else [(start, end)]


def _joined_characters(tokens: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Join single characters that follow each other: `崔 燮`, `房 美 男`."""
    groups: list[list[tuple[int, int]]] = []
    for token in tokens:
        open_group = bool(groups) and all(end - start == 1 for start, end in groups[-1])
        if open_group and len(groups[-1]) == 2 and groups[-1][-1][1] == token[0]:
            open_group = False
        single = token[1] - token[0] == 1
        if open_group and ((single and len(groups[-1]) < 3) or (len(groups[-1]) == 1 and token[1] - token[0] == 2)):
            groups[-1].append(token)
        else:
            groups.append([token])
    return groups
