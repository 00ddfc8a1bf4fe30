"""Says where a park's name ends: behind its last word, or behind the part of the park that is meant."""

from __future__ import annotations

import re

from kg.extract.passage import Passage

SECTION = re.compile(r"[（(][^（）()]{0,8}?(?:段|片区|区)[）)]")
GROUNDS = re.compile("(?<=园)区(?![域划位间块化分内外])")
ZONE_PART = re.compile("(?<=区)(?![内外各的])[\u4e00-\u9fff]{2,4}?(?:片区|功能区)")


def park_end(passage: Passage, end: int) -> int:
    """Where the name ends whose last word ends at `end`: its 区 behind 园, a part in brackets or of a zone."""
    text = passage.text
    grounds = GROUNDS.match(text, end)
    if grounds:
        return grounds.end()
    part = SECTION.match(text, end) or ZONE_PART.match(text, end)
    if part:
        return part.end()
    return end + 2 * text.startswith("片区", end)
