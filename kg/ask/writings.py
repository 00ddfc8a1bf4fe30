"""The words of a question as the documents may write them: 山东省农业科学院 is 省农科院 in some."""

from __future__ import annotations

from collections.abc import Iterable

from kg.ask.passages import Match, Passages
from kg.graph.names import Names
from kg.resolve.normal import normal

_SHORTEST = 3
_MOST = 6


def match_any(names: Names, passages: Passages, words: str, documents: Iterable[str], year: str = "") -> list[Match]:
    """The rows that speak of the words or of the same with its names written otherwise, the best first."""
    allowed = tuple(documents)
    best: dict[tuple[str, str, str], Match] = {}
    for writing in (words, *other_writings(names, words, allowed)):
        for match in passages.match(writing, allowed, year=year):
            place = (*match.key, match.part)
            if place not in best or match.score > best[place].score:
                best[place] = match
    return sorted(best.values(), key=lambda match: -match.score)


def other_writings(names: Names, words: str, documents: tuple[str, ...]) -> list[str]:
    """The words with the longest known names in them replaced by what the documents call the same thing."""
    text = normal(words)
    found: list[str] = []
    for form in known_forms(names, text):
        for entity in names.exact(form):
            forms = {
                known.mention.text for known in names.view.mentions_of(entity.id) if known.mention.document in documents
            }
            found += [text.replace(form, other) for other in sorted(forms) if normal(other) not in (form, "")]
    return list(dict.fromkeys(found))[:_MOST]


def known_forms(names: Names, text: str) -> list[str]:
    """The names of things that stand in a text, the longest at each place."""
    found: list[str] = []
    at = 0
    while at < len(text):
        ends = range(len(text), at + _SHORTEST - 1, -1)
        form = next((text[at:end] for end in ends if names.exact(text[at:end])), None)
        found += [form] if form else []
        at += len(form) if form else 1
    return found
