"""What every finder keeps to, and what a plug-in is held to."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import OntologyError
from kg.extract import finders, sought
from kg.extract.finders import MENTION_FINDERS, Finder, first_look
from kg.extract.lexicon import Lexicon
from kg.extract.passage import Passage
from kg.extract.settle import TYPES
from kg.model import Mention
from kg.ontology import ontology
from tests.extract.finding import mentions, row

INNER = ("short-area", "maybe-company")
"""What finders tell each other; it never leaves the passage."""

LEXICON = Lexicon(frozenset({"区住建局", "青禾集团", "区人民医院", "柳林镇"})).with_names(
    [("Company", "海川食品"), ("Project", "滨河水厂")], ["青禾"]
)
WORDS = sorted({head for pattern in sought._ALL for head in pattern.heads})
TEXTS = st.lists(
    st.one_of(
        st.sampled_from([*WORDS, *LEXICON.units, "海川食品", "滨河水厂"]),
        st.text("、，。：（）的和与等一3青望江", max_size=3),
    ),
    max_size=14,
).map("".join)


def looked_at(text: str, finder: Finder) -> Passage:
    """What one finder adds after the first look of all."""
    passage = Passage(text, "progress", frozenset({"区住建局"}), LEXICON)
    first_look(passage)
    finder(passage)
    return passage


@pytest.mark.parametrize("finder", [finder for _, finder in MENTION_FINDERS], ids=[name for name, _ in MENTION_FINDERS])
@settings(max_examples=40, deadline=None)
@given(text=TEXTS)
def test_a_finder_adds_names_of_the_ontology_that_stand_in_the_text_alike_each_time(finder: Finder, text: str) -> None:
    passage = looked_at(text, finder)
    for found in passage.found:
        assert found.type in (*TYPES, *INNER)
        assert 0 <= found.start < found.end <= len(text)
        assert 0 < found.confidence <= 1
        assert found.method
        assert passage.text == text
    assert list(passage.found) == list(looked_at(text, finder).found)


def test_all_types_of_names_are_classes_of_the_ontology() -> None:
    assert set(TYPES) <= set(ontology().classes)


class _Point:
    name, value = "brigades", "brigades:find"

    def __init__(self, loaded: object) -> None:
        self._loaded = loaded

    def load(self) -> object:
        return self._loaded


Install = Callable[[object], None]


@pytest.fixture
def install(monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Installs one plug-in and takes it away again."""

    def put(loaded: object) -> None:
        monkeypatch.setattr(finders, "entry_points", lambda group: [_Point(loaded)])
        finders._outside.cache_clear()

    yield put
    monkeypatch.undo()
    finders._outside.cache_clear()


def brigades(passage: Passage) -> None:
    if passage.text.startswith("柳林镇救援队"):
        passage.add("Institution", 0, 6, "brigades/town", 0.8)


def of_brigades(*given: Mention) -> list[tuple[str, str]]:
    return [(m.row, m.method) for m in given if m.text == "柳林镇救援队"]


def test_what_a_plug_in_finds_is_a_mention_and_is_found_again_in_other_rows(install: Install) -> None:
    install(brigades)
    rows = (row(1, progress="柳林镇救援队参加演练。"), row(2, progress="参加演练的有柳林镇救援队。"))
    assert of_brigades(*mentions(*rows)) == [("r001", "brigades/town"), ("r002", "memory/institution")]


def test_plug_ins_look_after_the_first_look_of_ours(install: Install) -> None:
    install(brigades)
    names = [name for name, _ in finders.finders()]
    assert names[names.index("brigades") - 1 : names.index("brigades") + 2] == ["kg_brands", "brigades", "kg_memory"]


@pytest.mark.parametrize("loaded", [None, "brigades", Passage])
def test_a_plug_in_that_is_no_function_is_refused(install: Install, loaded: object) -> None:
    install(loaded)
    with pytest.raises(OntologyError, match=r"plug-in brigades \(brigades:find\) is no function of a passage"):
        mentions(row(progress="柳林镇"))


@pytest.mark.parametrize(
    ("added", "said"),
    [
        (("Station", 0, 3, "s", 0.8), "found a Station; a name is one of Agency"),
        (("Park", 0, 99, "s", 0.8), r"found \[0, 99\), which is no part of the text"),
        (("Park", 2, 2, "s", 0.8), r"found \[2, 2\), which is no part of the text"),
        (("Park", 0, 3, "s", 1.5), r"is sure by 1.5; a confidence lies in \(0, 1\]"),
    ],
)
def test_what_a_plug_in_adds_is_checked(install: Install, added: tuple[str, int, int, str, float], said: str) -> None:
    install(lambda passage: passage.add(*added))
    with pytest.raises(OntologyError, match=f"plug-in brigades {said}"):
        mentions(row(progress="柳林镇"))
