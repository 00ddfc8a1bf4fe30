"""Questions in plain Chinese, answered from the graph with the sentences that prove the answer."""

from kg.ask.answer import SURE, Answer
from kg.ask.asking import ask, warm
from kg.ask.render import render_answer

__all__ = ["SURE", "Answer", "ask", "render_answer", "warm"]
