"""How far names by a rule are believed: measured where rows were annotated, the rule's own word elsewhere.

A finder says how sure it is, which decides between findings of one row. What is told to readers is what was measured:
`ontology/words/mention_rules.csv`, made by `benchmarks/calibration.py`.
"""

from __future__ import annotations

from functools import cache

from kg.words import word_table


@cache
def _measured() -> dict[tuple[str, str], float]:
    return {(row["type"], row["rule"]): float(row["confidence"]) for row in word_table("mention_rules")}


def confidence_of(type: str, rule: str, own: float) -> float:
    """The measured share of right names among those that a rule found; `own`, what the rule says, where none is known.

    >>> confidence_of("Project", "rule-of-a-plug-in", 0.7)
    0.7
    """
    return _measured().get((type, rule), own)
