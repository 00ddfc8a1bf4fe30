"""One report, two languages: in English Chinese stands only where names and documents are quoted."""

import re
from html import unescape
from io import BytesIO

import pytest
from openpyxl import load_workbook

from kg.graph.network import Network, reading
from kg.graph.oversight import NO_SECTOR, Oversight
from kg.graph.wording import CHINESE, ENGLISH, Wording
from kg.model import Finding, Place
from kg.report import page, workbook
from kg.report.content import finding_cells, sectors
from kg.words import word_table
from tests.graph.made import examples, made

HAN = re.compile(r"[\u4e00-\u9fff]+")
TAGS = re.compile(r"<[^>]*>")
GRAPHS = {"made": made, "examples": examples}


def words_of(name: str) -> str:
    records = GRAPHS[name]().records
    written = [text.value for row in records.rows for text in row.parts.values()]
    units = [unit.name for row in records.rows for unit in (*row.units, *row.leaders)]
    indicators = [target.indicator for target in GRAPHS[name]().oversight().targets]
    return "\n".join([*written, *units, *indicators, *(e.name for e in records.entities + records.documents)])


def shown(name: str, words: Wording) -> str:
    graph = GRAPHS[name]()
    return unescape(TAGS.sub("\n", page(graph.oversight(), graph.network(), words).partition("</style>")[2]))


def cells(name: str, words: Wording) -> list[list[str]]:
    graph = GRAPHS[name]()
    book = load_workbook(BytesIO(workbook(graph.oversight(), graph.network(), words)))
    return [[sheet.title, *(str(cell) for row in sheet.iter_rows(values_only=True) for cell in row)] for sheet in book]


def doubtful() -> Oversight:
    codes = ("conflicting-amounts", "two-leads", "claim-against-figures")
    place = Place(document="a.txt")
    found = [
        Finding(
            severity="warning", code=code, message="“某某项目”有矛盾。", next_step="请核对。", place=place, quote="原文"
        )
        for code in codes
    ]
    return made().oversight().model_copy(update={"contradictions": tuple(found)})


@pytest.mark.parametrize("name", GRAPHS)
def test_the_english_page_has_chinese_only_in_names_and_quotes(name: str) -> None:
    known = words_of(name)

    assert [words for words in HAN.findall(shown(name, ENGLISH)) if words not in known] == []
    assert '<html lang="en">' in page(made().oversight(), made().network(), ENGLISH)


@pytest.mark.parametrize("name", GRAPHS)
def test_the_english_workbook_has_chinese_only_in_names_and_quotes(name: str) -> None:
    known = words_of(name)
    sheets = cells(name, ENGLISH)

    assert [words for sheet in sheets for cell in sheet for words in HAN.findall(cell) if words not in known] == []
    assert [sheet[0] for sheet in sheets][:5] == ["Summary", "Responsible units", "Leaders", "Towns", "Sectors"]


@pytest.mark.parametrize("name", GRAPHS)
def test_both_languages_tell_the_same(name: str) -> None:
    chinese, english = (cells(name, words) for words in (CHINESE, ENGLISH))
    parts = [re.findall(r'id="\w+"|<tr>|<rect', page_of(name, words)) for words in (CHINESE, ENGLISH)]

    assert [len(sheet) for sheet in chinese] == [len(sheet) for sheet in english]
    assert parts[0] == parts[1]


def page_of(name: str, words: Wording) -> str:
    graph = GRAPHS[name]()
    return page(graph.oversight(), graph.network(), words)


def test_figures_reasons_and_states_are_english_words() -> None:
    said = shown("made", ENGLISH)

    for words in (
        "峄城区工业和信息化局",
        "tasks partly completed",
        "projects under construction",
        "funding, land, permits",
        "Reasons told for tasks not completed or with problems",
        "share the most tasks",
    ):
        assert words in said


def test_no_two_columns_of_a_sheet_have_one_name_where_they_hold_different_things() -> None:
    graph = made()
    book = load_workbook(BytesIO(workbook(graph.oversight(), graph.network(), ENGLISH)))

    for sheet in book.worksheets[1:]:
        head = [cell.value for cell in sheet[1] if cell.value != "unit"]
        assert len(set(head)) == len(head)


def test_a_contradiction_keeps_its_name_quote_and_place_and_is_told_in_english() -> None:
    rows = finding_cells(ENGLISH, doubtful())

    for what, quote, place, advice in rows:
        assert str(what).startswith("“某某项目”: ")
        assert not HAN.search(str(what).partition(": ")[2] + str(advice))
        assert (quote, place) == ("原文", "a.txt")
    assert finding_cells(CHINESE, doubtful())[0] == ["“某某项目”有矛盾。", "原文", "a.txt", "请核对。"]


def test_every_kind_of_reason_has_an_english_word() -> None:
    for row in word_table("problem_kinds"):
        assert not HAN.search(ENGLISH.reason(row["label"]))
        assert CHINESE.reason(row["label"]) == row["label"]


def test_projects_without_a_sector_are_named_in_the_language_of_the_reader() -> None:
    seen = made().oversight()
    none = seen.sectors[0].model_copy(update={"name": NO_SECTOR})

    seen = seen.model_copy(update={"sectors": (none,)})

    assert [[one.name for one in sectors(words, seen)] for words in (CHINESE, ENGLISH)] == [[NO_SECTOR], ["no sector"]]


def test_a_network_is_read_out_in_either_language() -> None:
    network = made().network("峄城区")

    assert reading(network, CHINESE) == network.reading
    assert reading(network, ENGLISH).startswith("Units that share tasks in 峄城区: ")
    assert reading(Network(area=""), ENGLISH) == "No task is answered for by two units or more."


def test_outputs_for_programs_have_no_english_sentences() -> None:
    assert '"english"' not in doubtful().model_dump_json()
