"""Names with a character put for one that looks or sounds like it: `安泰模材料` where the document knows 安泰膜材料."""

from __future__ import annotations

from kg.extract.confusable import shape
from kg.extract.passage import Passage


def find_slips(passage: Passage) -> None:
    """Add what differs from a long name of the document in confusable characters alone."""
    lexicon, text = passage.lexicon, passage.text
    matches = lexicon.shapes.find_matches_as_indexes(shape(text), overlapping=True) if lexicon.long_entries else ()
    for index, start, end in matches:
        name, kind = lexicon.long_entries[index]
        if text[start:end] != name and not passage.found.holds(kind, start, end):
            passage.add(kind, start, end, "memory/slip", 0.8, name)
