"""One answer, two languages: names, quotes and questions are Chinese, every sentence around them the reader's."""

import re

import pytest

from kg.api import Graph
from kg.ask import Answer, render_answer
from kg.graph.wording import CHINESE, ENGLISH
from kg.store import Table
from tests.ask.test_ask import QUESTIONS
from tests.graph.made import examples, made

HAN = re.compile(r"[\u4e00-\u9fff]+")
REMARKED = {
    "区发改局负责哪些任务？": (
        "多个地区都有：峄城区、临淄区、山亭区；请在问题中写明地区。",
        "Several areas have this: 峄城区, 临淄区, 山亭区; name one in the question.",
    ),
    "2022年汉诺庄园综合体由哪些单位负责？": (
        "没有该时期的文件，以下出自同一地区的其他时期。",
        "No document is of that period; this is from other periods of the same area.",
    ),
    "今天天气怎么样": ("没有听懂这个问题。", "The question was not understood."),
    "火星基地由哪些单位负责？": (
        "图谱中没有找到与问题相符的内容。",
        "The graph holds nothing that fits the question.",
    ),
    "山东省农业科学院在峄城区（2021年）和临淄区（2023年）分别与哪家企业合作？": (
        "峄城区2021年：山东美果来食品有限公司；临淄区2023年：禾丰种业",
        "峄城区 2021: 山东美果来食品有限公司; 临淄区 2023: 禾丰种业",
    ),
}
OVER_TIME = "峄城区白鹭湖湿地公园项目在2021年第三季度和2023年底分别到了什么阶段？"


def words_of(graph: Graph) -> str:
    records = graph.records
    written = [text.value for row in records.rows for text in row.parts.values()]
    names = [unit.name for row in records.rows for unit in (*row.units, *row.leaders)]
    return "\n".join([*written, *names, *(e.name for e in records.entities), *(d.name for d in records.documents)])


def shown(answer: Answer) -> tuple[str, str]:
    return render_answer(answer, CHINESE, query=False), render_answer(answer, ENGLISH, query=False)


@pytest.mark.parametrize("question", [*QUESTIONS, OVER_TIME, "今天天气怎么样"])
def test_in_english_chinese_stands_only_in_names_quotes_and_questions(question: str) -> None:
    answer = made().ask(question, "en")
    known = "\n".join([words_of(made()), *answer.nearest])

    assert [words for words in HAN.findall(shown(answer)[1]) if words not in known] == []


@pytest.mark.parametrize("question", REMARKED)
def test_a_remark_is_said_in_the_language_asked(question: str) -> None:
    chinese, english = (examples().ask(question, language) for language in ("zh", "en"))

    assert (chinese.note, english.note) == REMARKED[question]


@pytest.mark.parametrize("question", [*QUESTIONS, OVER_TIME])
def test_both_languages_give_the_same_proof_and_are_equally_sure(question: str) -> None:
    chinese, english = (made().ask(question, language) for language in ("zh", "en"))

    assert chinese.evidence == english.evidence
    assert (chinese.kind, chinese.confidence, chinese.entities) == (english.kind, english.confidence, english.entities)
    assert len(chinese.answer) == len(english.answer)


def test_states_and_periods_are_english_words() -> None:
    status = made().ask("2023年推进白鹭湖湿地公园项目的完成情况如何？", "en")
    stage = made().ask("2023年红星冷链物流园项目到了什么阶段？", "en")
    over_time = made().ask(OVER_TIME, "en")

    assert (status.answer, stage.note) == (("partly completed",), "Stage: under construction")
    assert [line.partition(": ")[0] for line in over_time.answer] == ["2021-Q3", "2023"]


def test_the_query_for_a_status_gives_the_english_word() -> None:
    answer = made().ask("2023年推进白鹭湖湿地公园项目的完成情况如何？", "en")
    found = made().query(answer.sparql)

    assert isinstance(found, Table)
    assert tuple(row[0] for row in found.texts()) == answer.answer


def test_the_frame_of_an_answer_is_in_the_language_of_the_reader() -> None:
    doubtful, unknown = (examples().ask(one) for one in ("区发改局负责哪些任务？", "今天天气怎么样"))

    for chinese, english in (("请核对下列原文", "check the quotes below"), ("依据：", "Evidence:"), ("另有", "more")):
        assert chinese in shown(doubtful)[0]
        assert english in shown(doubtful)[1]
    assert "可以这样问：" in shown(unknown)[0]
    assert "Questions, in Chinese, that can be asked:" in shown(unknown)[1]
