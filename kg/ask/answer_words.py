"""The sentences of answers, in either language; names and what documents say stand in them as they are."""

from __future__ import annotations

from collections.abc import Sequence

from kg.graph.wording import Wording


def together(words: Wording, *remarks: str) -> str:
    """Several remarks as one, the empty ones left out."""
    return words.say("", " ").join(remark for remark in remarks if remark)


def not_understood(words: Wording) -> str:
    """A question of no known kind."""
    return words.say("没有听懂这个问题。", "The question was not understood.")


def nothing_found(words: Wording) -> str:
    """A question about what the graph does not hold."""
    return words.say("图谱中没有找到与问题相符的内容。", "The graph holds nothing that fits the question.")


def of_other_periods(words: Wording) -> str:
    """No document is of the period asked for."""
    return words.say(
        "没有该时期的文件，以下出自同一地区的其他时期。",
        "No document is of that period; this is from other periods of the same area.",
    )


def only_aimed(words: Wording) -> str:
    """A figure that was aimed at, where none was reported."""
    return words.say("这是目标值，未见实际值。", "This is a target; no actual figure was found.")


def counted(words: Wording, rows: int, quoted: int) -> str:
    """How many rows were counted and how many of them are quoted; nothing where there are none."""
    first = min(rows, quoted)
    said = words.say(f"共 {rows} 行，依据列出前 {first} 行。", f"Rows: {rows}; the evidence lists the first {first}.")
    return said if rows else ""


def several_areas(words: Wording, areas: Sequence[str]) -> str:
    """Rows of several areas answer a question that names none; nothing where they are of one."""
    named = words.listed(areas)
    said = words.say(
        f"多个地区都有：{named}；请在问题中写明地区。",
        f"Several areas have this: {named}; name one in the question.",
    )
    return said if len(areas) > 1 else ""


def no_lead(words: Wording) -> str:
    """A row that marks no unit as the leading one."""
    return words.say(
        "原文没有标明牵头单位，以下为全部责任单位。",
        "The document marks no lead; these are all responsible units.",
    )


def built_by(words: Wording, place: str, project: str) -> str:
    """A place that is answered for by the project that builds it."""
    return words.say(
        f"{place}由项目 {project} 建设，以下按该项目回答。", f"{place} is built by {project}; the answer is about that."
    )


def stage_reached(words: Wording, notation: str) -> str:
    """The stage that a quote tells."""
    return words.say("阶段：", "Stage: ") + words.stage(notation)


def told_in(words: Wording, period: str | None, said: str) -> str:
    """What the document of a period says."""
    return f"{words.period(period)}{words.say('：', ': ')}{said}"


def told_of(words: Wording, area: str, period: str | None, said: Sequence[str]) -> str:
    """What was found of an area and a period, each as far as the question names it."""
    where = words.say("", " ").join(one for one in (area, words.period(period) if period else "") if one)
    return f"{where}{words.say('：', ': ')}{words.listed(said)}"
