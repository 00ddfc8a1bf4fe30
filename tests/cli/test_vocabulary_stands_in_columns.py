"""`kg ontology` lists names and labels in columns that stand under each other, wide characters counted as two."""

from __future__ import annotations

from kg.graph.text import width
from kg.ontology import ontology
from tests.cli.running import kg


def test_chinese_and_english_labels_begin_in_one_column_each() -> None:
    known = ontology()
    lines = kg("ontology").stdout.splitlines()
    names = (*known.classes, *known.properties)
    starts = set()
    for name, line in zip(names, lines, strict=True):
        chinese, english = known.label(name, "zh"), known.label(name, "en")
        assert line.split() == [f"kg:{name}", *chinese.split(), *english.split()]
        second = line.index(chinese, len(name) + 3)
        starts.add((width(line[:second]), width(line) - width(english)))

    assert len(starts) == 1
