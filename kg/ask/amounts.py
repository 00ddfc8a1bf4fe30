"""Questions for an amount: how much is invested, produced, grown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.ask import sparql
from kg.ask.answer import Partial
from kg.ask.answer_words import only_aimed
from kg.ask.passages import Match, Passages
from kg.ask.question import Question
from kg.ask.scopes import Scope
from kg.graph.likeness import pairs
from kg.graph.view import GraphView
from kg.model import Fact, Record
from kg.resolve.normal import normal

LEAST_SCORE = 0.4
_ROWS_LOOKED_AT = 5
_NUMBER = re.compile(
    r"(?:约|近|超过|超|达|逾)?(?P<number>\d+(?:\.\d+)?(?:[-—~]\d+(?:\.\d+)?)?)"
    r"(?P<unit>(?:多|余)?(?:万|亿|千|百)*(?:美元|欧元|元|%|％|个百分点|兆瓦时|兆瓦|千瓦时|千瓦|吨|平方公里|平方米|公里|公顷|米|亩|户|人次|人|家|个|项|台套|台|套|辆|"
    r"羽/日|羽|头|只|MWh|MW|GWh|GW|KM|km|㎡|立方米|床|件|处|座|名|位|条|所|棵|株|支|次|期|层|栋|间|斤|公斤|天|年|月)?)"
)
_MONEY = re.compile(r"(?:万|亿|元|美元|欧元)")
_MONEY_MEASURES = re.compile(r"投资|资金|金额|合同额|总额|产值|收入|贷款|余额")
_INVESTED = re.compile(r"投资|产能|规模|装机")
_AIMED = 0.6
_AIM = re.compile(r"目标|计划|预期|力争|要求")
_STATED = (
    (re.compile(r"累计|已完成|完成投资|到位"), "investedToDate"),
    (re.compile(r"总投资|投资"), "totalInvestment"),
    (re.compile(r"产能|规模|装机|容量|年产"), "capacity"),
)


class _Amount(Record):
    text: str
    start: int
    end: int
    match: Match
    score: float
    cued: bool


def amount(view: GraphView, passages: Passages, question: Question, scope: Scope) -> Partial | None:
    """The amount asked for, as written."""
    content = question.subject + question.measure
    matches = _match(passages, question.subject, scope) or _match(passages, content, scope)
    if scope.wider and (not matches or matches[0].score < LEAST_SCORE):
        matches = passages.match(question.subject, scope.wider, year=scope.year)
    if not matches or matches[0].score < LEAST_SCORE:
        return None
    stated = _stated(view, question, matches)
    written = [
        a for m in matches[:_ROWS_LOOKED_AT] if m.score >= 0.7 * matches[0].score for a in _amounts(view, question, m)
    ]
    written.sort(key=lambda a: -a.score)
    best = written[0] if written else None
    if stated and (best is None or normal(stated.object) == normal(best.text) or best.score < 1.3):
        return _of_fact(view, stated, agreed=best is not None and normal(stated.object) == normal(best.text))
    return _of_text(view, question, best, written) if best else None


def _match(passages: Passages, words: str, scope: Scope) -> list[Match]:
    return passages.match(words, scope.documents, year=scope.year)


def _stated(view: GraphView, question: Question, matches: list[Match]) -> Fact | None:
    predicate = next((name for pattern, name in _STATED if pattern.search(question.measure or "投资")), None)
    for match in matches[:_ROWS_LOOKED_AT]:
        for fact in view.facts_in(view.rows[match.key]):
            if fact.predicate == predicate and _same(fact.subject, question.subject):
                return fact
    return None


def _same(name: str, subject: str) -> bool:
    wanted, said = pairs(normal(name)), pairs(normal(subject))
    return len(wanted & said) >= 0.7 * min(len(wanted), len(said))


def _of_fact(view: GraphView, fact: Fact, *, agreed: bool) -> Partial:
    return Partial(
        answer=(fact.object,),
        evidence=(view.citation(fact),),
        confidence=0.93 if agreed else 0.75,
        sparql=sparql.value_of(fact.subject_entity, fact.predicate, fact.object),
        entities=(fact.subject_entity,),
    )


def _of_text(view: GraphView, question: Question, best: _Amount, written: list[_Amount]) -> Partial:
    row = view.rows[best.match.key]
    rival = next((a for a in written if a.text != best.text), None)
    margin = best.score - (rival.score if rival else 0.0)
    sure = min(0.9, 0.45 * best.match.score + 0.5 * min(0.6, margin) + 0.1)
    aimed = best.match.in_aim and not (_INVESTED.search(question.measure) or _AIM.search(question.text))
    return Partial(
        answer=(best.text,),
        evidence=(view.cite(row, best.match.part, best.match.passage.text),),
        confidence=round(min(sure, _AIMED) if aimed or not best.cued else sure, 3),
        note=only_aimed(question.words) if aimed else "",
        sparql=sparql.text_holding(best.match.key, best.match.part, best.text),
    )


def _amounts(view: GraphView, question: Question, match: Match) -> Iterator[_Amount]:
    text = view.rows[match.key].text(match.part)
    anchor = _anchor(text, match, question.subject)
    for found in _NUMBER.finditer(text, match.passage.start, match.passage.end):
        words = text[found.start("number") : found.end()]
        if not _fits(words, question) or words in question.subject:
            continue
        score = match.score + _cue(text, found, question.measure) + _near(found, anchor) + _reached(match, question)
        cued = not question.measure or _cue(text, found, question.measure) > 0
        yield _Amount(text=words, start=found.start(), end=found.end(), match=match, score=round(score, 4), cued=cued)


def _fits(words: str, question: Question) -> bool:
    unit = question.asked
    if not unit and re.search(r"增长|增速|下降|占比|比例|率$", question.measure):
        return words.endswith(("%", "％", "个百分点", "倍"))
    if unit in ("钱", "资金", "投资") or (not unit and _MONEY_MEASURES.search(question.measure)):
        return bool(_MONEY.search(words))
    if unit:
        return words.endswith(unit) or (unit in ("亿", "万") and unit in words)
    return bool(re.search(r"\D$", words)) and not words.endswith(("年", "月", "期"))


def _anchor(text: str, match: Match, subject: str) -> tuple[int, int]:
    """Where the passage holds most of the subject: from its first to its last shared pair in the densest stretch."""
    wanted = pairs(subject)
    hits = [at for at in range(match.passage.start, match.passage.end) if text[at : at + 2] in wanted]
    if not hits:
        return match.passage.start, match.passage.end
    runs: list[list[int]] = [[hits[0]]]
    for at in hits[1:]:
        if at - runs[-1][-1] <= 4:
            runs[-1].append(at)
        else:
            runs.append([at])
    best = max(runs, key=len)
    return best[0], best[-1] + 2


def _cue(text: str, found: re.Match[str], measure: str) -> float:
    """Whether the words asked for stand right before the number."""
    if not measure:
        return 0.0
    before = text[max(0, found.start() - len(measure) - 4) : found.start()]
    if measure in before:
        return 0.6
    short = measure[-2:]
    return 0.35 if len(measure) > 2 and short in before else 0.0


def _reached(match: Match, question: Question) -> float:
    """What is asked for is what was reached, unless the question asks for an aim; investments stand anywhere."""
    if _INVESTED.search(question.measure):
        return 0.0
    return 0.3 if match.in_aim == bool(_AIM.search(question.text)) else 0.0


def _near(found: re.Match[str], anchor: tuple[int, int]) -> float:
    away = max(anchor[0] - found.end(), found.start() - anchor[1], 0)
    return 0.4 / (1 + away / 6)
