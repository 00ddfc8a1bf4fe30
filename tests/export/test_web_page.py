"""The explorer page's file: what it holds, and that it holds nothing else."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.export.page import page_content, render
from kg.export.page.assemble import SCRIPTS, SOURCE, embedded_json, style_sheet, vis_network
from kg.export.page.labels import node_label
from kg.export.page.overview import opening_picture
from kg.model import PARTS, Entity, KnowledgeGraph, Text
from tests.export.make import DISTRICT, LINE, OTHER, OTHER_PLANNING, PLANNING, STORAGE, small_graph


class Scripts(HTMLParser):
    """The texts of script and style elements, and every address an attribute names."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[tuple[str, str]] = []
        self.addresses: list[str] = []
        self.policy = ""
        self.inside: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        self.addresses += [value or "" for name, value in attrs if name in ("src", "href", "action", "data")]
        if known.get("http-equiv") == "Content-Security-Policy":
            self.policy = known["content"] or ""
        self.inside = tag if tag in ("script", "style") and "type" not in known else None

    def handle_endtag(self, tag: str) -> None:
        self.inside = None

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.texts.append((self.inside, data))


def parsed(graph: KnowledgeGraph) -> Scripts:
    scripts = Scripts()
    scripts.feed(render(page_content(graph)))
    return scripts


def digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def test_the_policy_allows_exactly_the_scripts_and_the_style_of_the_page() -> None:
    page = parsed(small_graph())
    assert [tag for tag, _ in page.texts] == ["style", "script", "script"]
    (_, style), (_, library), (_, script) = page.texts
    assert page.policy == (
        f"default-src 'none'; script-src 'sha256-{digest(library)}' 'sha256-{digest(script)}'; "
        f"style-src 'sha256-{digest(style)}'; img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


def test_the_page_names_no_address_that_it_could_fetch() -> None:
    page = parsed(small_graph())
    assert page.addresses == ["data:,", "#canvas"]
    assert not re.search(r"url\(|@import", style_sheet())


def test_vis_network_is_the_installed_one_and_not_in_the_project() -> None:
    assert "vis-network" in vis_network()[:200]
    assert [path for path in SOURCE.rglob("*") if path.is_file() and path.stat().st_size > 40_000] == []


@given(st.text())
def test_embedded_json_reads_back_and_cannot_end_its_element(text: str) -> None:
    embedded = embedded_json({text: [text]})
    assert json.loads(embedded) == {text: [text]}
    assert "<" not in embedded
    assert not set(embedded) & {"\u2028", "\u2029"}


def quote_of(content: dict[str, Any], fact: list[Any]) -> str:
    """A fact's quote as JavaScript finds it: a slice of UTF-16 units of its row's part."""
    row, part, start, end, quote = fact[9:14]
    if quote:
        return str(quote)
    units = content["rows"][row][7][part].encode("utf-16-le")
    return units[2 * start : 2 * end].decode("utf-16-le")


def test_every_fact_carries_its_quote_and_its_row() -> None:
    graph = small_graph()
    content = page_content(graph)
    assert [quote_of(content, fact) for fact in content["facts"]] == [fact.evidence.quote for fact in graph.facts]
    rows = [(content["rows"][fact[9]][0], content["rows"][fact[9]][1]) for fact in content["facts"]]
    names = [document[0] for document in content["documents"]]
    assert [(names[document], row) for document, row in rows] == [(fact.document, fact.row) for fact in graph.facts]


@settings(deadline=None, max_examples=25)
@given(st.text(alphabet="𠮷𬭎甲a😀", max_size=9), st.text(alphabet="𠮷𬭎乙b😀", min_size=1, max_size=9))
def test_a_quote_after_rare_characters_is_still_found(before: str, quote: str) -> None:
    graph = small_graph()
    fact = next(fact for fact in graph.facts if fact.evidence.part == "task")
    row = next(row for row in graph.rows if (row.document, row.row) == (fact.document, fact.row))
    evidence = fact.evidence.model_copy(update={"quote": quote, "start": len(before), "end": len(before) + len(quote)})
    changed = row.model_copy(update={"parts": {**row.parts, "task": Text(value=before + quote + before)}})
    content = page_content(
        graph.model_copy(update={"rows": (changed,), "facts": (fact.model_copy(update={"evidence": evidence}),)})
    )
    assert content["facts"][0][13] == 0
    assert quote_of(content, content["facts"][0]) == quote


def test_a_quote_that_its_row_does_not_hold_is_kept_as_it_is() -> None:
    graph = small_graph()
    fact = graph.facts[0].model_copy(
        update={"evidence": graph.facts[0].evidence.model_copy(update={"quote": "别的话"})}
    )
    content = page_content(graph.model_copy(update={"facts": (fact,)}))
    assert content["facts"][0][13] == "别的话"


def test_rows_keep_all_texts_units_leaders_and_columns_of_their_own() -> None:
    graph = small_graph()
    content = page_content(graph)
    for row, shown in zip(graph.rows, content["rows"], strict=True):
        assert [text or "" for text in shown[7]] == [row.text(part) for part in PARTS]
        assert [unit[0] for unit in shown[8]] == [unit.name for unit in row.units]
        assert [leader[0] for leader in shown[9]] == [leader.name for leader in row.leaders]
        assert shown[10] == [[heading, text.value] for heading, text in row.extra]


def test_the_opening_picture_has_the_districts_their_agencies_and_the_projects() -> None:
    chosen = opening_picture(small_graph())
    assert {DISTRICT.id, OTHER.id, PLANNING.id, OTHER_PLANNING.id, STORAGE.id, LINE.id} <= set(chosen)
    assert len(chosen) == len(set(chosen)) <= 150


def test_a_graph_without_agencies_opens_on_what_is_best_connected() -> None:
    graph = small_graph()
    chosen = opening_picture(graph.model_copy(update={"facts": graph.facts[3:5]}))
    assert chosen[0] == graph.facts[3].subject_entity
    assert set(chosen) == {entity.id for entity in graph.entities}


def test_an_empty_graph_gives_a_page() -> None:
    assert opening_picture(KnowledgeGraph()) == []
    assert '"entities":[]' in render(page_content(KnowledgeGraph()))


@pytest.mark.parametrize(
    ("name", "aliases", "area", "label"),
    [
        ("峄城区发展和改革局", ("区发改局", "发改局"), "峄城区", "峄城区发改局"),
        ("枣庄市发展和改革委员会", ("市发改委",), "枣庄市", "枣庄市发改委"),
        ("区教体局", (), "临淄区", "临淄区教体局"),
        ("各镇街", (), "临淄区", "各镇街"),
        ("某部", ("部",), None, "某部"),
    ],
)
def test_an_agency_is_labelled_by_its_shortest_form_that_says_whose_it_is(
    name: str, aliases: tuple[str, ...], area: str | None, label: str
) -> None:
    assert node_label(Entity(id="a", type="Agency", name=name, aliases=aliases), area) == label


def test_all_modules_of_the_page_are_in_it() -> None:
    assert sorted(SCRIPTS) == sorted(path.stem for path in (SOURCE / "js").glob("*.js"))


def test_every_word_the_page_asks_for_stands_in_both_languages() -> None:
    words = json.loads((SOURCE / "words.json").read_text("utf-8"))
    source = "".join(path.read_text("utf-8") for path in sorted((SOURCE / "js").glob("*.js")))
    markup = (SOURCE / "page.html").read_text("utf-8")
    asked = set(re.findall(r'\bt\("([^"`$]+)"', source)) | set(re.findall(r'data-(?:t|label)="([^"]+)"', markup))
    assert sorted(asked - set(words)) == []
    assert [key for key, pair in words.items() if len(pair) != 2 or not all(pair)] == []
    used = source + markup
    assert [key for key in words if "." not in key and f'"{key}"' not in used] == []


def colours(theme: str) -> dict[str, str]:
    light = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", (SOURCE / "tokens.css").read_text("utf-8")))
    dark = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", (SOURCE / "dark.css").read_text("utf-8")))
    return light | dark if theme == "dark" else light


def contrast(one: str, other: str) -> float:
    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_and_shapes_have_the_contrast_of_wcag_aa(theme: str) -> None:
    known = colours(theme)
    texts = ("text", "text-soft", "accent", "good", "middling", "bad", "type-project")
    grounds = ("canvas", "surface", "raised")
    weak = [(t, g) for t in texts for g in grounds if contrast(known[t], known[g]) < 4.5]
    weak += [("text", "mark")] if contrast(known["text"], known["mark"]) < 4.5 else []
    weak += [("on-accent", "accent")] if contrast(known["on-accent"], known["accent"]) < 4.5 else []
    shapes = [name for name in known if name.startswith("type-")] + ["focus", "edge"]
    shapes += [f"line-{line}" for line in ("lead", "joint", "undertakes", "other", "identity")]
    weak += [(s, g) for s in shapes for g in ("canvas", "surface") if contrast(known[s], known[g]) < 3]
    assert weak == []
