"""Text files in the encodings that Chinese offices use."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import UnreadableDocument
from kg.readers import read, read_bytes
from kg.readers.encodings import decode
from tests.readers.make import DOCUMENTS, codes

SIMPLIFIED = (
    "各镇街要加快推进重点项目建设，确保九月底前完成年度任务；区发展和改革局牵头，区财政局、区水务局配合。"
    "新建泵站三座，改造管网十二公里，总投资4.5亿元（含土地费用）。峄山路、赟河桥年内通车。"
)
TRADITIONAL = "區政府應於年底前完成東湖水質整治、圖書館擴建及國民小學校舍補強；經費由財政局編列，進度每月公開。"
MARKS = {"utf-8-sig": "utf-8-sig", "utf-16": "utf-16", "utf-32": "utf-32"}


def pieces(text: str, least: int) -> st.SearchStrategy[str]:
    """Runs of a text long enough to be told from other encodings, in any order, over several lines."""
    run = st.integers(0, len(text) - least).map(lambda start: text[start : start + least])
    return st.lists(run, min_size=1, max_size=6).map("\r\n".join)


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16-le", "utf-16-be", "utf-8", *MARKS])
@given(text=pieces(SIMPLIFIED, 16))
def test_simplified_text_of_a_line_reads_back_equal(encoding: str, text: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded == (text, encoding, 0)


@given(text=pieces(TRADITIONAL, 12))
def test_traditional_text_in_big5_reads_back_equal(text: str) -> None:
    assert decode(text.encode("big5")) == (text, "big5", 0)


@pytest.mark.parametrize("encoding", MARKS)
@given(text=st.text(st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1))
def test_any_text_with_a_byte_order_mark_reads_back_equal(encoding: str, text: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded is not None
    assert decoded.text == text


@given(text=st.text(st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1))
def test_any_text_in_utf8_reads_back_equal_unless_it_begins_with_a_mark(text: str) -> None:
    decoded = decode(text.encode("utf-8"))
    assert decoded is not None
    assert decoded.text == text.removeprefix("\ufeff")


@given(content=st.binary(max_size=400))
def test_any_bytes_are_decoded_the_same_twice_or_not_at_all(content: bytes) -> None:
    assert decode(content) == decode(content)


def test_the_same_text_in_four_encodings_gives_the_same_lines(tmp_path: Path) -> None:
    content = (DOCUMENTS / "gbk-with-tabs.txt").read_bytes().decode("gb18030")
    found = set()
    for encoding in ("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-be"):
        path = tmp_path / "a.txt"
        path.write_bytes(content.encode(encoding))
        document = read(path)[0]
        found.add((document.text, document.blocks))
    assert len(found) == 1
    assert found.pop()[0] == content


def test_line_ends_tabs_and_empty_lines_stay_as_they_are() -> None:
    document = read_bytes("序号\t任务\r\n\r\n\t甲  乙\n丙\r丁".encode(), "a.txt")[0]
    assert document.text == "序号\t任务\r\n\r\n\t甲  乙\n丙\r丁"
    shown = [document.text[block.start : block.end] for block in document.blocks]  # type: ignore[union-attr]
    assert shown == ["序号\t任务", "", "\t甲  乙", "丙", "丁"]
    assert str(document.place(document.text.index("乙"))) == "a.txt, line 3"


def test_form_feeds_count_pages() -> None:
    document = read_bytes("第一页\n\f第二页\n尾".encode(), "a.txt")[0]
    assert [document.place(document.text.index(word)).page for word in ("第一", "第二", "尾")] == [1, 2, 2]


def test_a_text_cut_inside_a_character_is_read_with_a_finding() -> None:
    document = read_bytes(SIMPLIFIED.encode("utf-8")[:-4], "cut.txt")[0]
    assert document.text == SIMPLIFIED[:-2] + "�"
    assert codes(document) == ["undecodable-bytes"]


@pytest.mark.parametrize("content", [bytes(range(256)) * 4, b"\x7fELF\x02\x01\x01\0" * 50, bytes(range(128, 256)) * 9])
def test_a_binary_file_named_txt_is_refused_in_one_sentence(content: bytes) -> None:
    with pytest.raises(UnreadableDocument, match=r"^a\.txt：文件不是文本[^\n]*。$"):
        read_bytes(content, "a.txt")
