"""Words that say what kind of thing a name names, never which one: they are taken out to find the name's core."""

from __future__ import annotations

import re
from functools import cache

from kg.words import word_table, words

WORKS = re.compile(r"(?:等|及|暨)?(?:建设项目|工程项目|项目建设|重点项目|产业化项目|项目|工程)$")


def longest_end(text: str, ends: frozenset[str], kept: int = 0) -> str:
    """The longest of some words with which a text ends, `kept` characters or more before it; empty where none does.

    >>> longest_end("卜珂电子商务", frozenset({"商务", "电子商务"}))
    '电子商务'
    """
    for length in range(min(_longest(ends), len(text) - kept), 0, -1):
        if text[-length:] in ends:
            return text[-length:]
    return ""


@cache
def _longest(ends: frozenset[str]) -> int:
    return max(map(len, ends), default=0)


@cache
def national_brands() -> frozenset[str]:
    """Companies of the whole country with many businesses: their bare name means none of these."""
    return frozenset(row["word"] for row in word_table("mention_known") if row["kind"] == "Company")


@cache
def weak_ends() -> frozenset[str]:
    """Ends of names that say only what kind of place it is."""
    return frozenset(words("weak_ends"))


@cache
def trades() -> frozenset[str]:
    """Words of business with which company names end."""
    listed = {row["word"] for row in word_table("mention_heads") if row["kind"] == "trade"}
    houses = {row["word"] for row in word_table("mention_heads") if row["kind"] == "company"} - legal_forms()
    own = set(words("company_trades"))
    return frozenset(listed | houses | own)


@cache
def legal_forms() -> frozenset[str]:
    """Ends of company names that say the legal form."""
    return frozenset(words("legal_forms"))


@cache
def full_forms() -> frozenset[str]:
    """The legal forms that only a registered, full name bears."""
    return frozenset(row["word"] for row in word_table("legal_forms") if row["full"])


@cache
def work_words() -> frozenset[str]:
    """What is done to a thing (改扩建, 除险加固)."""
    return frozenset(words("building_works"))


@cache
def generic_words() -> frozenset[str]:
    """Facilities, products, works, modifiers, sector words."""
    found = set(words("mention_generic")) | set(words("regions"))
    found |= {row["word"] for row in word_table("mention_heads")}
    found |= {word for row in word_table("sectors") for word in row["words"].split("|")} - set(words("brands"))
    return frozenset(word for word in found if len(word) > 1)


@cache
def generic() -> re.Pattern[str]:
    """Any generic word, the longest first."""
    ordered = sorted(generic_words(), key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, ordered)))


@cache
def core(text: str) -> str:
    """What remains of a name without generic words: the part that says which one.

    The last word is taken off first: no word may begin in a name's core and end in the word behind it.

    >>> core("王老吉大健康产业园"), core("冷链物流产业园"), core("博泽格霖高端原料药")
    ('王老吉', '', '博泽格霖')
    >>> core("锦芯科技")
    '锦芯'
    """
    end = longest_end(text, weak_ends())
    rest = text.removesuffix(end) if len(end) > 1 else text
    while end := longest_end(rest, generic_words()):
        rest = rest.removesuffix(end)
    return generic().sub("", rest)
