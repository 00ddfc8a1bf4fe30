"""Short forms of the names of projects, parks and institutions."""

from __future__ import annotations

from kg.resolve import lexicon
from kg.resolve.forms import Form
from kg.resolve.likeness import (
    abbreviates,
    across_parts,
    by_length,
    common_end,
    is_bare,
    parts_of,
    related,
    same_home,
    together,
)
from kg.resolve.reasons import Affinity, speaks
from kg.words import words

_LONG_START = 4
"""A head of this many characters says which body is meant, whatever is left out behind it."""

_ROADS = tuple("路街巷桥河道")


def short_form(a: Form, b: Form) -> Affinity | None:
    """One name is a short form of the other: its characters in their order, with the same end or a weak rest."""
    short, long = by_length(a, b)
    if not _may_be_short(short, long) or not abbreviates(_full(short), _full(long)):
        return None
    if long.body.startswith(short.body):
        fits = long.type != "Institution" and _drops_end(short, long, long.body.removeprefix(short.body))
    elif short.body.endswith(_ROADS):
        fits = long.body.endswith(short.body)
    else:
        same_end = short.body[-1] == long.body[-1] and len(short.body) >= (2 if together(a, b) else 3)
        fits = same_end or (across_parts(a, b) and len(short.body) >= 4 and short.body in long.body)
    return speaks("short", 0.8, "一个是另一个的简称", short.body, long.body, short=True) if fits else None


def _may_be_short(short: Form, long: Form) -> bool:
    parts, other = parts_of(short), parts_of(long)
    if len(short.body) < 2 or len(short.body) == len(long.body) or parts.numbers != other.numbers:
        return False
    if parts.phase not in ("", "1", other.phase) or (parts.named == "name" and not same_home(short, long)):
        return False
    if parts.named == "short" and short.type != "Institution" and len(short.core) < 2:
        return False
    if not short.documents & long.documents and not _known_elsewhere(short, long):
        return False
    if (short.type == "Institution" or parts.named == "level") and not _fits_end(short, long):
        return False
    return not short.core or abbreviates(short.core, long.body)


def _fits_end(short: Form, long: Form) -> bool:
    """Bodies of public life are shortened at their head, or by words like 技术 in the middle, never at will.

    Behind a place's short name the head stays: 青州学院 is not 青州职业学院.
    """
    if parts_of(short).named != "short" and long.body.endswith(short.body):
        return True
    start = common_end(short.body[::-1], long.body[::-1])
    if not same_home(short, long) or not long.body.endswith(short.body[start:]):
        return False
    inner = long.body[start : len(long.body) - (len(short.body) - start)]
    least = _LONG_START if parts_of(short).named == "level" else 2
    return (start >= least and inner in words("inner_words")) or _is_contracted(short, long, start)


def _is_contracted(short: Form, long: Form, start: int) -> bool:
    """Whether one row shortens a name to its long head and its last character (国家库 for 国家…资源库)."""
    return together(short, long) and start >= _LONG_START and start + 1 == len(short.body)


def _known_elsewhere(short: Form, long: Form) -> bool:
    """Whether a short form in another document can mean it: its core says which one."""
    if same_home(short, long):
        return len(short.core) >= 2
    return len(short.core) >= 3 and short.core == long.core and related(short, long)


def _drops_end(short: Form, long: Form, rest: str) -> bool:
    """Whether one name is the other without the end of it that says least."""
    if short.body.endswith(_ROADS) and rest in words("line_stretches"):
        return across_parts(short, long)
    if _leads_there(short, rest):
        return False
    told = across_parts(short, long) and len(short.core) >= 2 and _is_weak_or_generic(rest)
    return told or (_is_weak(rest) and _may_drop(short, long, rest))


def _may_drop(short: Form, long: Form, rest: str) -> bool:
    """Whether the rest of a name can be left out here: in one area and document, or behind a telling core."""
    if _is_telling(short, long):
        return True
    near = bool(short.documents & long.documents) or len(rest) <= 3
    return near and same_home(short, long)


def _is_telling(short: Form, long: Form) -> bool:
    """Whether a bare name has a core long enough to be known by in another document."""
    return len(short.core) >= 3 and short.core == long.core and (short.body == short.core or is_bare(short))


def _is_weak(rest: str) -> bool:
    """Whether the rest of a name behind its short form says only what kind of place it is."""
    return bool(lexicon.longest_end(rest, lexicon.weak_ends())) and not lexicon.core(rest)


def _is_weak_or_generic(rest: str) -> bool:
    """Whether the rest of a name is one word for a kind of place, or nothing but generic words."""
    return rest in lexicon.weak_ends() or not lexicon.core(rest)


def _leads_there(short: Form, rest: str) -> bool:
    """Whether the rest makes it the road of a place that has its own word (产业园道路)."""
    return rest.endswith(_ROADS) and short.stem != short.body


def _full(form: Form) -> str:
    return parts_of(form).place + form.body
