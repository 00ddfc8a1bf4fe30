"""A page that shows how documents were understood: each part of a row in the colour of its column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from kg.model import Document, Reading

_COLOURS = {
    "task": ("任务", "#cfe3ff"),
    "targets": ("目标", "#d9d4ff"),
    "units": ("责任单位", "#ffe2b8"),
    "leaders": ("领导", "#ffd0dc"),
    "progress": ("进展", "#cdeeda"),
    "problems": ("问题", "#f7c9c2"),
    "next_steps": ("下步", "#c9eef0"),
    "deadline": ("时限", "#efe6a8"),
    "extra": ("其他列", "#e6e6e6"),
    "label": ("序号与标记", "#f4efe2"),
    "heading": ("标题与表头", "#dcdcdc"),
    "furniture": ("页面附属", "#f6f6f6"),
    "remainder": ("未读", "#ff8a80"),
}
_STYLE = """
body{font:15px/1.9 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;margin:2rem auto;
max-width:70rem;padding:0 1rem;color:#1b1b1b;background:#fff}
h1{font-size:1.2rem}.key span,.text mark{border-radius:3px;padding:0 .15em;color:#1b1b1b}.key span{margin-right:.6em}
.text{white-space:pre-wrap;overflow-wrap:anywhere}.text b{font-weight:600;font-size:.75em;color:#555;margin:0 .2em}
.key{position:sticky;top:0;background:#fff;padding:.5rem 0;border-bottom:1px solid #ddd}
"""


def painted_page(read: Sequence[tuple[Document, Reading]]) -> str:
    """One HTML page of all documents; every character of each is on it, marked by what it was read as."""
    key = "".join(f'<span style="background:{colour}">{name}</span>' for name, colour in _COLOURS.values())
    bodies = "".join(f"<h1>{escape(d.name)}</h1><div class=text>{''.join(_painted(d, r))}</div>" for d, r in read)
    return (
        '<!doctype html><html lang="zh"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>阅读结果</title><style>{_STYLE}</style><div class=key>{key}</div>{bodies}</html>\n"
    )


def _painted(document: Document, reading: Reading) -> Iterator[str]:
    kinds, rows = _kinds(document, reading)
    start = 0
    for end in range(1, len(document.text) + 1):
        if end < len(document.text) and (kinds[end], rows[end]) == (kinds[start], rows[start]):
            continue
        text, kind = escape(document.text[start:end]), kinds[start]
        if rows[start] and (start == 0 or rows[start - 1] != rows[start]):
            yield f"<b>{rows[start]}</b>"
        if kind and text.strip():
            name, colour = _COLOURS[kind]
            yield f'<mark style="background:{colour}" title="{rows[start] or ""} {name}">{text}</mark>'
        else:
            yield text
        start = end


def _kinds(document: Document, reading: Reading) -> tuple[list[str], list[str]]:
    """For each character what it was read as, and the row it belongs to."""
    size = len(document.text)
    kinds, rows = [""] * size, [""] * size
    for kind, spans in (
        ("label", [(0, size)]),
        ("heading", reading.headings),
        ("furniture", reading.furniture),
        ("remainder", reading.remainder),
    ):
        for start, end in spans:
            kinds[start:end] = [kind] * (end - start)
    for row in reading.rows:
        parts = [(part if part in _COLOURS else "extra", text) for part, text in row.parts.items()]
        for part, text in [*parts, *(("extra", text) for _, text in row.extra)]:
            for run in text.runs:
                kinds[run.source : run.source + run.length] = [part] * run.length
                rows[run.source : run.source + run.length] = [row.row] * run.length
    return kinds, rows
