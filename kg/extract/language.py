"""The finders as a spaCy pipeline: one character a token, one component a kind of name, names as labelled spans."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from kg.extract.finders import Finder, finders, settle
from kg.extract.lexicon import Lexicon
from kg.extract.passage import Passage
from kg.extract.votes import hold_votes

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

NAMES = "kg_names"
"""The last component: it settles what was found and writes it into `doc.spans`, one group a type."""


@cache
def pipeline() -> Language:
    """A blank Chinese pipeline: the finders by their names, those of plug-ins too, and last the names as spans.

    `find_mentions` runs the same finders without it: one Doc costs more time than all of them together.

    >>> doc = pipeline()("区财政局支持青禾集团。")
    >>> [(span.text, span.label_) for span in (*doc.spans["Agency"], *doc.spans["Company"])]
    [('区财政局', 'Agency'), ('青禾集团', 'Company')]
    """
    import spacy
    from spacy.language import Language

    for name, work in (*finders(), (NAMES, settle)):
        if not Language.has_factory(name):
            Language.factory(name, func=_factory(component(work, spans=name == NAMES)))
    nlp = spacy.blank("zh")
    nlp.tokenizer = lambda text: character_doc(_heard(Passage(text, "progress", frozenset(), Lexicon())))
    for name in (*(name for name, _ in finders()), NAMES):
        nlp.add_pipe(name)
    return nlp


def _heard(passage: Passage) -> Passage:
    hold_votes([passage])
    return passage


def _factory(work: Callable[[Doc], Doc]) -> Callable[[Language, str], Callable[[Doc], Doc]]:
    return lambda nlp, name: work


def component(finder: Finder, *, spans: bool = False) -> Callable[[Doc], Doc]:
    """A finder as a spaCy component: it works on the passage that the Doc carries; `spans` writes the Doc's spans."""

    def run(doc: Doc) -> Doc:
        finder(passage_of(doc))
        return write_spans(doc) if spans else doc

    return run


def write_spans(doc: Doc) -> Doc:
    """Write the passage's names into the Doc as labelled spans, one group a type."""
    from spacy.tokens import Span

    groups: dict[str, list[Span]] = {}
    for found in passage_of(doc).found:
        groups.setdefault(found.type, []).append(Span(doc, found.start, found.end, label=found.type))
    for kind, spans in groups.items():
        doc.spans[kind] = spans
    return doc


def character_doc(passage: Passage) -> Doc:
    """The passage as a Doc of single characters, which carries it along."""
    from spacy.tokens import Doc

    text = passage.text
    doc = Doc(pipeline().vocab, words=list(text), spaces=[False] * len(text))
    doc.user_data["passage"] = passage
    return doc


def passage_of(doc: Doc) -> Passage:
    """The passage that a Doc carries."""
    passage: Passage = doc.user_data["passage"]
    return passage
