from hypothesis import given
from hypothesis import strategies as st

from kg.extract.clauses import clauses, headings, items, sentences


def cut(text: str, spans) -> list[str]:
    return [text[s.start : s.end] for s in spans]


def test_commas_in_numbers_and_brackets_do_not_cut():
    text = "投资3,200万元,新建（一期，二期）厂房，已开工。"
    assert cut(text, clauses(text)) == ["投资3,200万元,", "新建（一期，二期）厂房，", "已开工。"]


def test_a_bracket_that_is_never_closed_does_not_swallow_the_text():
    text = "甲（" + "乙" * 250 + "，丙，丁"
    assert len(clauses(text)) == 3


def test_a_heading_is_short_and_opens_a_sentence():
    text = "完成。西环路：已开工，进度：快。东河公园:已完工。会议定于9:30召开。"
    assert [h.title for h in headings(text)] == ["西环路", "东河公园"]


def test_a_heading_may_follow_a_number():
    text = "1.西环路：已开工。2、东河公园：已完工。"
    assert [h.title for h in headings(text)] == ["西环路", "东河公园"]


def test_a_heading_may_follow_a_heading():
    text = "甲局：1、西环路：已开工。乙镇：东河公园：已完工。"
    assert [h.title for h in headings(text)] == ["甲局", "西环路", "乙镇", "东河公园"]


def test_items_are_known_by_their_number_however_it_is_written():
    assert [i.mark for i in items("①甲。②乙。")] == ["1", "2"]
    assert [i.mark for i in items("1.甲。2、乙。")] == ["1", "2"]
    assert [i.mark for i in items("一是甲。二是乙。")] == ["一", "二"]


def test_decimals_are_no_items():
    assert items("增长。3.5个百分点。") == ()


@given(st.text(alphabet="甲乙，。；：（）()《》1.5,、①：", max_size=60))
def test_the_pieces_are_the_whole(text: str):
    assert "".join(cut(text, clauses(text))) == text
    assert "".join(cut(text, sentences(text))) == text
