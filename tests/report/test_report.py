import re
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import pytest

from kg.errors import OutputError
from kg.graph.network import Network
from kg.graph.oversight import Oversight, Tally
from kg.report import page, workbook, write_report
from tests.graph.made import made

HOSTILE = '=HYPERLINK("http://x","y")<script>alert(1)</script>\x07'


def hostile() -> Oversight:
    seen = made().oversight()
    late = seen.unfinished[0].model_copy(update={"task": HOSTILE, "problem": HOSTILE})
    tally = Tally(entity=None, name=HOSTILE, area="", tasks=1, by_status=(("completed", 1),))
    return seen.model_copy(update={"unfinished": (late,), "agencies": (tally,)})


def test_both_files_have_the_same_bytes_for_the_same_graph(tmp_path: Path) -> None:
    first = [path.read_bytes() for path in write_report(made().records, tmp_path / "a", "峄城区")]
    second = [path.read_bytes() for path in write_report(made().records, tmp_path / "b", "峄城区")]
    assert first == second
    assert all(first)


def test_the_page_tells_the_figures_reasons_and_next_steps() -> None:
    shown = page(made().oversight("峄城区"), made().network("峄城区"))
    for words in ("峄城区重点任务与项目落实情况", "资金、土地、手续", "倒排工期。", "峄城区商务局", "部分完成", "<svg"):
        assert words in shown


def test_the_page_needs_no_network_and_runs_no_script() -> None:
    shown = page(made().oversight(), made().network())
    assert not re.findall(r"(?:src|href)=[\"'](?!#)", shown)
    assert "<script" not in shown
    assert "url(" not in shown


def test_every_tag_of_the_page_is_closed() -> None:
    class Tags(HTMLParser):
        def __init__(self) -> None:
            super().__init__()
            self.open: list[str] = []

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            if tag not in ("meta", "rect"):
                self.open.append(tag)

        def handle_endtag(self, tag: str) -> None:
            if tag != "rect":
                assert self.open.pop() == tag

    tags = Tags()
    tags.feed(page(hostile(), made().network()))
    assert tags.open == []


def test_what_documents_say_stays_text_in_both_files() -> None:
    from openpyxl import load_workbook

    assert "<script>" not in page(hostile(), Network(area=""))
    book = load_workbook(BytesIO(workbook(hostile(), Network(area=""))))
    cell = book["未完成与问题"]["D2"]
    assert (cell.data_type, cell.value) == ("s", HOSTILE.removesuffix("\x07"))


def test_the_workbook_has_a_sheet_a_subject_with_charts() -> None:
    from openpyxl import load_workbook

    book = load_workbook(BytesIO(workbook(made().oversight(), made().network())))
    assert book.sheetnames[:5] == ["概况", "责任单位", "分管领导", "镇街", "行业领域"]
    assert [row[0].value for row in book["分管领导"].iter_rows(min_row=2)] == ["赵明远", "钱立春"]
    assert len(book["责任单位"]._charts) == 1


def test_an_empty_graph_gives_an_empty_report(tmp_path: Path) -> None:
    from kg.model import KnowledgeGraph

    paths = write_report(KnowledgeGraph(), tmp_path)
    assert "全部地区" in paths[0].read_text("utf-8")


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", "utf-8")
    with pytest.raises(OutputError):
        write_report(made().records, blocked / "inside")
