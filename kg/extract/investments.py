"""Whose money goes where: `investedIn`, only where giver, verb and receiver stand in one clause."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from kg.extract.clauses import Span, clauses, span_at
from kg.extract.moods import mood_before
from kg.extract.named import Named
from kg.extract.rowview import RowView
from kg.extract.stating import evidence, statement
from kg.extract.subjects import Clause, clause_at, clauses_about, same_sentence
from kg.model import DocumentContext, Mention, Name, Statement, TaskRow

_VERB = re.compile(
    "(?<![总股完成度])(?:投资|出资|注资|入股|参股|控股|增资|借出|拨付|股权投资)(?!额|增|完成|率|协议|意向|公司|促进)"
)
_BEFORE_VERB = re.compile("(?:公司|集团)?(?:已|拟|计划|将|预计|累计|共同|联合|合计|先后|全资|独家)*")
_TO_RECEIVER = re.compile(
    r"(?:约|近|超)?(?:\d[\d.]*(?:余|多)?[万亿]?(?:美元|元)?)?(?:的|[，,])?(?:[，,]?用于|[，,]?在[^，,。；]{1,10})?"
    r"(?:新建|建设|打造|实施|开发|兴建|成立|组建|设立|扩建|改造|兴办|创办|投建|新上|启动|建|做|办|上马|上|搞|了)?[“‘]?"
)
_BANK = re.compile("(?:银行|[农商发开]行|信用社|信用联社|基金)$")
_LENDS = re.compile("[^，。；：]{0,8}(?:放款|贷款|授信|融资|资金|额度|借款|信贷)")
_INVESTOR = re.compile("(?:投资方|投资商|投资主体|投资人)(?:为|是|：)?$")
_LONGEST_INVESTOR = 5
_PUTS_IN = re.compile("(?:追加|独家|全额|共同|联合|合计|分别|合作)*(?:投资|出资|合投|合资|投建)(?!建设|人|方|公司)")
_SHARES = re.compile("(?:的)?(?:股权|战略)投资")
_NEAR = 60
PARTS = ("task", "targets", "progress")
LENDING = ("next_steps", "problems")
GIVERS = ("Company", "Institution", "Agency")


class InvestmentStater:
    """`investedIn` from companies, institutions and agencies to projects, parks and companies."""

    name = "investments"
    states: tuple[str, ...] = ("investedIn",)

    def state(self, row: TaskRow, mentions: Sequence[Mention], context: DocumentContext) -> Iterator[Statement]:
        """`A向B投资` and `A投资3亿元建设B`; what is only intended has the basis `planned`."""
        view = RowView.of(row, mentions)
        if not view.has("Project", "Park", "Company"):
            return
        for part in view.parts(*GIVERS):
            if part not in PARTS:
                if part in LENDING:
                    yield from _stated(row, context, part, _lent(view, part))
                continue
            text = row.text(part)
            for found in _VERB.finditer(text):
                for giver, receiver in _ends(view, part, found):
                    span = Span(min(giver.start, receiver.start), max(found.end(), receiver.end))
                    planned = mood_before(text, giver.end, found.start()) in ("planned", "pushed") or part != "progress"
                    ends = (giver.name, "investedIn", receiver.name)
                    basis = "planned" if planned else "stated"
                    proof = evidence(row, part, _clauses(text, span))
                    yield statement(row, context, "investedIn:verb", ends, proof, basis=basis)
            yield from _stated(row, context, part, [*_lent(view, part), *_of_the_subject(view, part)])


def _stated(
    row: TaskRow, context: DocumentContext, part: str, found: Iterable[tuple[Named, Name, Span]]
) -> Iterator[Statement]:
    basis = "stated" if part == "progress" else "planned"
    for giver, project, span in found:
        ends = (giver.name, "investedIn", project)
        yield statement(row, context, "investedIn:subject", ends, evidence(row, part, span), basis=basis)


def _ends(view: RowView, part: str, verb: re.Match[str]) -> Iterator[tuple[Named, Named]]:
    text = view.row.text(part)
    near = max(0, verb.start() - _NEAR)
    givers = [m for m in view.between(part, near, verb.start(), *GIVERS) if view.is_free(m)]
    for receiver in view.free_between(part, near, verb.end() + _NEAR, "Project", "Park", "Company") if givers else ():
        if receiver.end == verb.start() and text[receiver.start - 1 : receiver.start] in ("向", "给", "对"):
            for giver in givers:
                if _BEFORE_VERB.fullmatch(text[giver.end : receiver.start - 1]) and giver.end < receiver.start:
                    yield giver, receiver
        elif receiver.start >= verb.end() and _TO_RECEIVER.fullmatch(text[verb.end() : receiver.start]):
            for giver in givers:
                if giver.end <= verb.start() and _BEFORE_VERB.fullmatch(text[giver.end : verb.start()]):
                    yield giver, receiver


def _lent(view: RowView, part: str) -> Iterator[tuple[Named, Name, Span]]:
    """`X银行A、B项目贷款额度`: a bank right before projects whose loan is spoken of."""
    text = view.row.text(part)
    for bank in view.free(part, "Company", "Institution"):
        if _BANK.search(bank.text):
            for group in view.groups(part, "Project"):
                if 0 <= group[0].start - bank.end <= 2 and _LENDS.match(text, group[-1].end):
                    for project in group:
                        yield bank, project.name, _clauses(text, Span(bank.start, group[-1].end))


def _of_the_subject(view: RowView, part: str) -> Iterator[tuple[Named, Name, Span]]:
    """`投资方A已…`, `取得A股权投资…` after a project was named: A's money is for what the text goes on about."""
    lists = view.groups(part, "Company", "Institution")
    last = [group for group in lists if _says_whose_money(view, group, 0)]
    about = clauses_about(view, part) if last else []
    for group in last if about else ():
        giver = group[0]
        number = clause_at(about, giver.start)
        clause = about[number]
        meant = _subject_of(about, number)
        named = [g for g in clause.groups if g[-1].end <= giver.start]
        meant = tuple(m.name for m in named[-1]) if named else meant
        if (named or not clause.groups) and len(meant) == 1 and _says_whose_money(view, group, clause.span.start):
            for giver in group:
                yield giver, meant[0], clause.span


def _says_whose_money(view: RowView, givers: Sequence[Named], since: int) -> bool:
    """Whether one or several firms listed are said to pay: `投资方A`, `由A、B共同出资`, `A股权投资`, `A自投`."""
    text, first, end = view.row.text(givers[0].part), givers[0], givers[-1].end
    if not all(view.is_free(giver) for giver in givers):
        return False
    said = _INVESTOR.search(text, max(since, first.start - _LONGEST_INVESTOR), first.start)
    by = text[first.start - 1 : first.start] == "由" and _PUTS_IN.match(text, end)
    return bool(said or by or _SHARES.match(text, end) or text.startswith("自投", end))


def _subject_of(about: Sequence[Clause], number: int) -> tuple[Name, ...]:
    """What the sentence of a clause named first, else what it goes on about."""
    first = bisect_left(about, about[number].sentence, key=lambda clause: clause.sentence)
    named = next((clause.groups[0] for clause in same_sentence(about, first) if clause.groups), ())
    return tuple(mention.name for mention in named) or about[number].current


def _clauses(text: str, span: Span) -> Span:
    spans = clauses(text)
    return Span(span_at(spans, span.start).start, span_at(spans, span.end - 1).end)
