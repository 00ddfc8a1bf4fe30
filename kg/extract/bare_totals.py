"""What projects cost where no word says so: `A项目（3亿元）`, `3亿元的A`, `A、B各投3亿元`, `A动工，60亩、3亿元`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.amounts import Amount, amounts
from kg.extract.clauses import Span
from kg.extract.rowview import RowView
from kg.extract.subjects import clause_at, clauses_about
from kg.model import Name

AFTER_MONEY = ("", *"，,。；;、）)（(")
_COUNTED = r"[^，。；：、]{0,6}?[\d两三四五六七八九十]+[个条座所处项家]"
OF_A_COUNT = re.compile(f"等{_COUNTED}")
AMONG_OTHERS = re.compile(f"等(?:{_COUNTED}|[^，。；：、]{{0,4}}(?:项目|工程))")
"""Behind a name: what is said then is said of it and of others (`A等3所学校`, `A等项目`)."""

_LEADS_TO_MONEY = re.compile(r"[（(]?(?=\d)")
_GOES_ON = re.compile("(?:加快|抓紧|部分|先后|相继|陆续|全部|正|已|动工|开工|落户|落地|签约|投产|竣工|建成|年内)")
_SOME_OF_IT = re.compile(r"[，,](?:完成|占|为)[^，。；]{0,6}(?:年度|计划|任务|目标|\d%)")
"""What was done of a plan is told so: `A项目3亿元，占年度计划的60%`."""
_EACH = re.compile(
    "[，,]?(?:(?:计划|预计|拟)?(?:总投资|投资|投入|投)?(?:各|均)(?:计划|拟)?(?:总投资|投资|投入|投|为)*)[约近超逾]?"
)
_IN_TURN = re.compile(
    "[，,]?(?:计划|预计)?(?:总投资|投资额|投资|投入)?(?:分别|依次)(?:总投资|计划投资|投资|投入|投)?(?:为|是)?[约近超逾]?"
)
_NEXT = re.compile("[、，,和][约近超逾]?")
_QUANTITY = r"\d[\d.]*[万余多]*(?:平方米|平方公里|公里|千米|米|亩|公顷|套|栋|幢|层|座|床|班|个车位|个泊位)"
_MONEY = r"[约近超逾]?(?P<money>\d[\d.]*[余多]?[万亿]+[余多]?元)"
_ALONE = re.compile(rf"(?:(?<=[，,])|(?<=[亩里米顷套栋幢层座床班位]、)){_MONEY}(?=[，,。；;]|$|、{_QUANTITY})")
_LONGEST_AMOUNT = 16

Total = tuple[Name, Amount, Span]


def bare_totals(view: RowView, part: str) -> Iterator[Total]:
    """The totals of a part that stand without a word for them."""
    text = view.row.text(part)
    if "元" in text:
        yield from _behind(view, part)
        yield from _before(view, part)
        yield from _of_each(view, part)
        yield from _alone(view, part)


def _amount_at(text: str, at: int) -> Amount | None:
    found = next(amounts(text, at, at + _LONGEST_AMOUNT), None)
    return found if found and found.start == at else None


def _behind(view: RowView, part: str) -> Iterator[Total]:
    """`A项目3亿元，B项目（5亿元）`: an amount right behind a project, and nothing of its own behind the amount."""
    text = view.row.text(part)
    alone = {group[0] for group in view.groups(part, "Project") if len(group) == 1}
    for project in view.within(part, "Project"):
        leads = _LEADS_TO_MONEY.match(text, project.end)
        amount = _amount_at(text, leads.end()) if leads else None
        if leads is None or amount is None or _SOME_OF_IT.match(text, amount.past):
            continue
        ends = text[amount.past : amount.past + 1] in AFTER_MONEY or _GOES_ON.match(text, amount.past)
        if ends and (project in alone or leads.group()[:1] in ("（", "(")):
            yield project.name, amount, Span(project.start, amount.past)


def _before(view: RowView, part: str) -> Iterator[Total]:
    """`5亿元的A开工`: of one project; `总投资5亿元的A` is told with its word."""
    text = view.row.text(part)
    for group in view.groups(part, "Project"):
        start = group[0].start
        if text[start - 1 : start] != "的" or len(group) > 1 or OF_A_COUNT.match(text, group[-1].end):
            continue
        amount = next((a for a in amounts(text, max(0, start - _LONGEST_AMOUNT), start) if a.past == start - 1), None)
        if amount:
            yield group[0].name, amount, Span(amount.start, group[0].end)


def _of_each(view: RowView, part: str) -> Iterator[Total]:
    """`A、B各投3亿元`, `A、B分别投资3亿元、5亿元`: one amount for each of a list, or one after the other."""
    text = view.row.text(part)
    for group in view.groups(part, "Project"):
        span = Span(group[0].start, group[-1].end)
        each = _EACH.match(text, span.end)
        amount = _amount_at(text, each.end()) if each and len(group) > 1 else None
        if amount:
            for project in group:
                yield project.name, amount, Span(span.start, amount.past)
        turn = _IN_TURN.match(text, span.end) if len(group) > 1 else None
        found = _row_of(text, turn.end()) if turn else []
        for project, amount in zip(group, found, strict=True) if len(found) == len(group) else ():
            yield project.name, amount, Span(span.start, amount.past)


def _row_of(text: str, at: int) -> list[Amount]:
    """The amounts that stand one after the other (`3亿元、5亿元和8亿元`)."""
    found = []
    while amount := _amount_at(text, at):
        found.append(amount)
        further = _NEXT.match(text, amount.past)
        if not further:
            break
        at = further.end()
    return found


def _alone(view: RowView, part: str) -> Iterator[Total]:
    """`A动工，3亿元，…`, `A占地60亩、3亿元`: an amount without a word in the sentence of one project."""
    text = view.row.text(part)
    found = list(_ALONE.finditer(text))
    about = clauses_about(view, part) if found else []
    for told in found if about else ():
        amount = _amount_at(text, told.start("money"))
        clause = about[clause_at(about, told.start())]
        before = [g for g in clause.groups if g[-1].end <= told.start()]
        names = [m.name for m in before[-1]] if before else list(clause.current)
        among = AMONG_OTHERS.search(text, before[-1][-1].end if before else clause.since, told.start())
        if amount and len(names) == 1 and not among and (before or (clause.source == "sentence" and not clause.groups)):
            yield names[0], amount, Span(clause.since if not before else clause.span.start, amount.past)
