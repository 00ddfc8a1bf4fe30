"""Bars as inline SVG, drawn from figures alone: the same figures, the same picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from kg.graph.text import shortened, width

WIDTH = 720
_BAR, _GAP, _LABEL, _HEAD = 18, 8, 210, 26
_LETTER, _LONGEST = 13, 30
"""How wide a Chinese character is, and how many columns, of which it takes two, a name may have."""


def stacked_bars(
    bars: Sequence[tuple[str, Mapping[str, int]]], colours: Mapping[str, str], labels: Mapping[str, str], title: str
) -> str:
    """One bar a line, its parts side by side in the order of `colours`, with a legend and the numbers as text.

    Bars without parts are left out; no bars give an empty string.
    """
    bars = [(name, parts) for name, parts in bars if any(parts.get(key) for key in colours)]
    totals = [sum(parts.get(key, 0) for key in colours) for _, parts in bars]
    if not bars:
        return ""
    used = [key for key in colours if any(parts.get(key) for _, parts in bars)]
    scale = (WIDTH - _LABEL - 50) / max(totals)
    height = _HEAD + len(bars) * (_BAR + _GAP) + 4
    body = [_legend(used, colours, labels)]
    for number, (name, parts) in enumerate(bars):
        body.append(_bar(name, parts, used, colours, labels, scale, _HEAD + number * (_BAR + _GAP), totals[number]))
    return (
        f'<svg viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{escape(title, quote=True)}">'
        f"<title>{escape(title)}</title>{''.join(body)}</svg>"
    )


def _legend(used: Sequence[str], colours: Mapping[str, str], labels: Mapping[str, str]) -> str:
    parts, at = [], 0
    for key in used:
        parts.append(f'<rect x="{at}" y="4" width="11" height="11" fill="{colours[key]}"/>')
        parts.append(f'<text x="{at + 15}" y="14">{escape(labels.get(key, key))}</text>')
        at += 26 + _LETTER * width(labels.get(key, key)) // 2
    return "".join(parts)


def _bar(
    name: str,
    parts: Mapping[str, int],
    used: Sequence[str],
    colours: Mapping[str, str],
    labels: Mapping[str, str],
    scale: float,
    top: int,
    total: int,
) -> str:
    drawn, at = [], float(_LABEL)
    for key in used:
        count = parts.get(key, 0)
        if count:
            told = escape(f"{name} {labels.get(key, key)} {count}")
            drawn.append(
                f'<rect x="{at:.1f}" y="{top}" width="{count * scale:.1f}" height="{_BAR}" fill="{colours[key]}">'
                f"<title>{told}</title></rect>"
            )
            at += count * scale
    shown = escape(shortened(name, _LONGEST))
    label = f'<text x="{_LABEL - 8}" y="{top + 13}" text-anchor="end">{shown}</text>'
    return label + "".join(drawn) + f'<text x="{at + 6:.1f}" y="{top + 13}">{total}</text>'
