"""Finds firms by the proper part of a name that the document gives elsewhere, where a party stands."""

from __future__ import annotations

import re

from kg.extract.company_words import KNOWN_COMPANIES
from kg.extract.ordinary import is_brand
from kg.extract.passage import Passage


def find_stems(passage: Passage) -> None:
    """`睿霖二期`, `帮睿霖跑手续` after 睿霖化工: the proper part of a firm's name where a party stands."""
    stems = passage.lexicon.stems
    if not stems:
        return
    text, heads = passage.text, passage.lexicon.stem_heads
    for start in _party_starts(passage):
        if text[start : start + 2] not in heads:
            continue
        stem = next((text[start : start + size] for size in (4, 3, 2) if text[start : start + size] in stems), None)
        if stem is None or KNOWN_COMPANIES.pattern.match(text, start):
            continue
        end = start + len(stem)
        if not NO_STEM.match(text, end) and (is_brand(stem) or end in passage.marks or text[end : end + 1].isdecimal()):
            _add(passage, start, end)


def _party_starts(passage: Passage) -> list[int]:
    text = passage.text
    starts = [0, *(match.end() for match in OPENER.finditer(text))]
    return [start for start in starts if start < len(text) - 2]


OPENER = re.compile("[。；，：、;,（“]|[帮由](?!助)|紧盯|督促|支持|服务|推动|推进|加快|确保|力促")
NO_STEM = re.compile(
    "[东西南北中]?[路街]|[路街巷镇乡村区县市省河湖山水庄桥港站校院馆园苑里湾民等、]|大道|社区|片区|广场|小区|花园|[\u4e00-\u9fff]{0,2}(?:公司|集团)|中学|小学|水库"
)


def _add(passage: Passage, start: int, end: int) -> None:
    near = (found for found in passage.found.near(start, end) if found.type not in ("short-area", "Project"))
    if not any(found.start < end and start < found.end for found in near):
        passage.add("Company", start, end, "companies/stem", 0.62)
