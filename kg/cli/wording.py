"""The language of help and messages: Chinese, or English where `KG_LANG=en` is set.

Only this module looks at the environment; it is read once, when the command starts.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.graph.wording import Wording

ENGLISH = os.environ.get("KG_LANG", "").lower().startswith("en")


def say(chinese: str, english: str) -> str:
    """The wording for the user's language."""
    return english if ENGLISH else chinese


def wording() -> Wording:
    """The words for things of a graph in the user's language."""
    from kg.graph import wording as words

    return words.ENGLISH if ENGLISH else words.CHINESE
