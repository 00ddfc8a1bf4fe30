"""An answer as text for a terminal."""

from __future__ import annotations

from kg.ask.answer import Answer
from kg.graph.text import shortened
from kg.graph.view import period_words

_QUOTE_WIDTH = 96


def render_answer(answer: Answer, *, evidence: int = 6, query: bool = True) -> str:
    """The answer, its proof and its query, one thing a line."""
    if not answer.understood:
        lines = [answer.note or "没有听懂这个问题。"]
        return "\n".join([*lines, "可以这样问：", *(f"  {one}" for one in answer.nearest)])
    lines = [*answer.answer]
    if not answer.sure:
        lines.append(f"（把握 {answer.confidence:.2f}，请核对下列原文）")
    if answer.note:
        lines.append(answer.note)
    lines += ["", "依据："]
    for proof in answer.evidence[:evidence]:
        where = f"{proof.document} {proof.row}（{period_words(proof.period)}）"
        lines.append(f"  {where}  {shortened(proof.quote, _QUOTE_WIDTH)}")
    if len(answer.evidence) > evidence:
        lines.append(f"  …… 另有 {len(answer.evidence) - evidence} 处")
    return "\n".join([*lines, "", answer.sparql] if query and answer.sparql else lines)
