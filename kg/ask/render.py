"""An answer as text for a terminal, its frame in either language."""

from __future__ import annotations

from kg.ask.answer import Answer
from kg.graph.text import shortened
from kg.graph.wording import CHINESE, Wording

_QUOTE_WIDTH = 96


def render_answer(answer: Answer, words: Wording = CHINESE, *, evidence: int = 6, query: bool = True) -> str:
    """The answer, its proof and its query, one thing a line."""
    if not answer.understood:
        could_be = words.say("可以这样问：", "Questions, in Chinese, that can be asked:")
        return "\n".join([answer.note, could_be, *(f"  {one}" for one in answer.nearest)])
    lines = [*answer.answer]
    if not answer.sure:
        sure = f"{answer.confidence:.2f}"
        lines.append(words.say(f"（把握 {sure}，请核对下列原文）", f"(confidence {sure}: check the quotes below)"))
    if answer.note:
        lines.append(answer.note)
    lines += ["", words.say("依据：", "Evidence:")]
    for proof in answer.evidence[:evidence]:
        where = f"{proof.document} {proof.row}{words.aside(words.period(proof.period))}"
        lines.append(f"  {where}  {shortened(proof.quote, _QUOTE_WIDTH)}")
    if len(answer.evidence) > evidence:
        lines.append(words.say("  …… 另有 {} 处", "  … and {} more").format(len(answer.evidence) - evidence))
    return "\n".join([*lines, "", answer.sparql] if query and answer.sparql else lines)
