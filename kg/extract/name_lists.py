"""Names that form a list in running text (`A、B和C` is one)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.extract.named import Named

_JOINS = (
    r"(?:[（(][^（）()]{1,16}[）)])?[”\"’]?(?:\d+[家座个处所条]?共?\d*[家座个处所条]?)?"
    r"(?:[、和及与]|以及|，?等?、|等\d+[个项][^，。；：、]{0,8}(?:项目|工程)[、和及]|[家座个处所条]，)"
)
_QUOTES = r"[“\"‘（(]?|[”’]?[“‘]"
_JOINER = re.compile(rf"{_JOINS}(?:总?投资[约近]?[\d.]+[亿万]?美?元的)?{_QUOTES}")
_PASSES_ONE_OVER = re.compile("、[^，。；：、（）]{2,16}(?:（[^（）]{1,8}）)?、")
"""A list of projects goes on over one that was not known for one (`A、北河村食堂（一期）、B`)."""
_AMOUNT = r"(?:总?投资)?[约近超]?[\d.]+[亿万]美?元"
_WHOSE = rf"{_AMOUNT}的|[^，。；：、\d]{{1,6}}[县区市镇乡]的?|[^，。；：、\d]{{2,14}}(?:{_AMOUNT})?的"
_JOINS_PROJECTS = re.compile(
    r"(?:[（(][^（）()]{1,16}[）)])?[”\"’]?"
    rf"(?:等\d+余?[个项条座所处家][^，。；：、]{{0,8}}|(?:计划|总)?{_AMOUNT})?"
    rf"(?:(?:[、和及与]|以及)(?:{_WHOSE})?|，(?:以?及|和)?{_AMOUNT}的)[“\"‘（(]?"
)
"""Projects in one list, each with its price, place or owner before it, or a count behind (`A等5条路、B等2座桥`)."""
_OVER_PRICES = re.compile(
    rf"(?:(?:总?投资)?(?:约|近)?\d[\d.]*[万亿]+美?元(?=[、和]))?{_JOINS}"
    rf"(?:(?:总?投资)?[约近]?[\d.]+[亿万]?美?元的)?{_QUOTES}"
)
"""The same as joins names, with what each of them costs before or behind it."""
_LONGEST_JOINER = 40


def is_list(between: str) -> bool:
    """Whether words between two names make a list of them.

    >>> is_list("、"), is_list("（一期）和"), is_list("已开工，")
    (True, True, False)
    """
    return len(between) <= _LONGEST_JOINER and bool(_JOINER.fullmatch(between))


def as_lists(
    text: str, names: Iterable[Named], *, over_one: bool, over_prices: bool = False
) -> list[tuple[Named, ...]]:
    """Names of a text, in order, as the lists that they form.

    `over_one`, for projects, joins over one item that is not known. `over_prices` joins projects over the price, place
    or count that stands with each: for what is said of all of them, and not for what is said of each.
    """
    found: list[list[Named]] = []
    for name in names:
        if found and name.start < found[-1][-1].end:
            continue
        between = text[found[-1][-1].end : name.start] if found else ""
        joins = is_list(between) or (over_one and _PASSES_ONE_OVER.fullmatch(between))
        if found and (joins or (over_prices and _joins_over_prices(between))):
            found[-1].append(name)
        else:
            found.append([name])
    return [tuple(group) for group in found]


def _joins_over_prices(between: str) -> bool:
    if len(between) > _LONGEST_JOINER:
        return False
    return bool(_OVER_PRICES.fullmatch(between) or _JOINS_PROJECTS.fullmatch(between))
