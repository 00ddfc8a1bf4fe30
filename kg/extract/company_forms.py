"""Forms of a company's full name: without area and legal form, its name proper."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kg.areas import gazetteer
from kg.extract.lexicon import Endings, kinds
from kg.extract.naming import is_general_name, is_generic, regions

LEGAL_FORM = re.compile(r"(?:集团|股份|控股)?(?:有限责任公司|股份有限公司|有限公司|集团公司|公司|集团)$")


@lru_cache(maxsize=10_000)
def short_forms(name: str) -> tuple[str, ...]:
    """Forms by which a company with this full name is called, the longest first.

    >>> short_forms("枣庄华宝牧业有限公司")
    ('华宝牧业',)
    >>> short_forms("山东集律博物文化发展公司")
    ('集律博物文化发展', '集律博物')
    """
    body = LEGAL_FORM.sub("", name)
    if body == name:
        return ()
    short = without_area(body)
    forms = [short, *(short.removesuffix(word) for word in kinds("mention_heads")["business"] if short.endswith(word))]
    return tuple(form for form in dict.fromkeys(forms) if 3 <= len(form) <= 8 and not is_generic(form))


@lru_cache(maxsize=10_000)
def stems(name: str) -> tuple[str, ...]:
    """The name proper of a company, without area, trade and legal form: it opens names of projects and parks.

    >>> stems("丰源集团"), stems("汉芯科技")
    (('丰源',), ('汉芯',))
    """
    body = LEGAL_FORM.sub("", name)
    trade = _last_words().longest(body[1:]) or ""
    if body == name and not trade:
        return ()
    stem = without_area(body.removesuffix(trade))
    if stem.endswith(("园区", "新区", "景区")):
        return ()
    return (stem,) if 2 <= len(stem) <= 4 and not is_general_name(stem) and stem not in regions() else ()


@cache
def _last_words() -> Endings:
    """What a short name may end in."""
    return Endings(kinds("mention_heads")["trade"] + kinds("mention_heads")["business"])


@lru_cache(maxsize=10_000)
def without_area(name: str) -> str:
    """A name without the area or level that it begins with.

    >>> without_area("枣庄二十八中"), without_area("区农商行")
    ('二十八中', '农商行')
    """
    end = next((end for start, end, _ in gazetteer().scan(name) if start == 0), 0)
    return LEVEL_AT_HEAD.sub("", name[end:])


LEVEL_AT_HEAD = re.compile(r"^[省市区县](?=..)")
