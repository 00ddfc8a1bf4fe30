"""Search keys of names: pinyin without tones, and initials."""

from __future__ import annotations

from functools import cache

from kg.words import word_table


def search_keys(name: str) -> tuple[str, ...]:
    """Pinyin and initials of a name, both in one word; letters and figures stay as they are.

    >>> search_keys("峄城区发改局")
    ('yichengqufagaiju', 'ycqfgj')
    >>> search_keys("山亭")
    ('shanting', 'st')
    """
    syllables = _syllables(name)
    return ("".join(syllables), "".join(syllable[:1] if syllable.isalpha() else syllable for syllable in syllables))


@cache
def _syllables(name: str) -> tuple[str, ...]:
    """One syllable a character, place names first by the list of readings."""
    found: list[str] = []
    index = 0
    while index < len(name):
        word = next((word for word in _begins().get(name[index], ()) if name.startswith(word, index)), "")
        found += _listed()[word].split() if word else [_of_character(name[index])]
        word = word or name[index]
        index += len(word)
    return tuple(syllable for syllable in found if syllable)


@cache
def _of_character(character: str) -> str:
    """The usual reading of one character, alone, so that it depends on nothing beside it."""
    from pypinyin import Style, pinyin

    reading = pinyin(character, style=Style.NORMAL, errors="default")[0][0].lower()
    return reading if reading.isascii() and reading.isalnum() else ""


@cache
def _listed() -> dict[str, str]:
    return {row["word"]: row["pinyin"] for row in word_table("name_readings")}


@cache
def _begins() -> dict[str, tuple[str, ...]]:
    """The listed words by their first character, the longest first."""
    found: dict[str, list[str]] = {}
    for word in sorted(_listed(), key=lambda word: (-len(word), word)):
        found.setdefault(word[0], []).append(word)
    return {first: tuple(listed) for first, listed in found.items()}
