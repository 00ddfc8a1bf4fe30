"""The language of help and messages: Chinese, or English where `KG_LANG=en` is set.

Only this module looks at the environment; it is read once, when the command starts.
"""

from __future__ import annotations

import os

ENGLISH = os.environ.get("KG_LANG", "").lower().startswith("en")


def say(chinese: str, english: str) -> str:
    """The wording for the user's language."""
    return english if ENGLISH else chinese
