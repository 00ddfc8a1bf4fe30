"""Who works with whom: `cooperatesWith`, from agreements and stated cooperation of two named parties."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product

from kg.extract.clauses import Span, clauses, sentences, span_at
from kg.extract.named import Named
from kg.extract.rowview import RowView
from kg.extract.stating import evidence, statement
from kg.model import DocumentContext, Mention, Name, Statement, TaskRow

_AGREES = re.compile(
    "签订|签了|签下|签署|签约|达成|合作|合办|合资|合建|联办|共办|共建|携手|联合(?!体|国|循环|执法|惩戒|办)"
)
_WITH_WORDS = ("与", "同", "和", "携手", "联合")
_WITH = re.compile(rf"(?:已|均)?(?:{'|'.join(_WITH_WORDS)})$")
_LONGEST_WITH = 3
_JOINT = re.compile("联合$")
_ONLY_SOUGHT = re.compile("接洽|意向|洽谈|对接")
_NOT_YET = re.compile("寻求|尚未|未|拟|计划|洽谈|对接|接洽|推动|推进|争取|力争|意向|深化|加强|支持|鼓励|引导")
_NOT_YET_DONE = re.compile("寻求|尚未|未|拟|计划|洽谈|争取|力争|意向|鼓励|引导")
_DOES_TOGETHER = re.compile("联合(?:开展|研发|攻关|建立|成立|举办|培育|申报|打造|建设)")
_COLLECTIVE = re.compile("^各|有关|相关")
_EACH = re.compile("分别|先后|各自|陆续|相继")
PARTIES = ("Company", "Institution", "Agency")


class CooperationStater:
    """`cooperatesWith` between companies, institutions and agencies."""

    name = "cooperation"
    states: tuple[str, ...] = ("cooperatesWith",)

    def state(self, row: TaskRow, mentions: Sequence[Mention], context: DocumentContext) -> Iterator[Statement]:
        """One statement a pair, the first named first."""
        view = RowView.of(row, mentions)
        seen: set[frozenset[Name]] = set()
        for part in ("task", "progress"):
            text = row.text(part)
            for sentence in sentences(text) if _names_partners(view, part) else ():
                for a, b, rule, span in _pairs(view, part, sentence):
                    if a != b and frozenset((a, b)) not in seen:
                        seen.add(frozenset((a, b)))
                        proof = evidence(row, part, span)
                        yield statement(row, context, rule, (a, "cooperatesWith", b), proof)


def _names_partners(view: RowView, part: str) -> bool:
    """Whether a party stands right after a word like 与: most texts have none."""
    text = view.row.text(part)
    return any(text.endswith(_WITH_WORDS, 0, m.start) for m in view.free(part, *PARTIES))


def _pairs(view: RowView, part: str, sentence: Span) -> Iterator[tuple[Name, Name, str, Span]]:
    text = view.row.text(part)
    parties = list(view.free_between(part, *sentence, *PARTIES))
    for index, party in enumerate(parties):
        lead = _WITH.search(text, max(sentence.start, party.start - _LONGEST_WITH), party.start)
        if not lead:
            continue
        agrees = _AGREES.search(text, party.end, min(sentence.end, party.end + 30))
        joint = _JOINT.search(text, sentence.start, party.start)
        sought = _NOT_YET_DONE if _DOES_TOGETHER.match(text, party.end) else _NOT_YET
        if not (agrees or joint) or sought.search(text, max(sentence.start, lead.start() - 6), lead.start()):
            continue
        if agrees and _ONLY_SOUGHT.search(text, party.end, agrees.end() + 2):
            continue
        end = _end_of_clause(text, agrees.end() if agrees else party.end)
        before = _partners(text, parties[:index], lead.start()) or _opener(
            text, parties[:index], sentence, lead.start()
        )
        others = _listed(text, parties[index:])
        if before:
            for a, b in _paired(before, others, text[before[-1].end : party.start]):
                yield a.name, b.name, "cooperatesWith:pair", Span(before[0].start, end)
        elif not parties[:index]:
            for other in others:
                yield from _with_unit(view, part, other, Span(lead.start(), end))


def _end_of_clause(text: str, at: int) -> int:
    return span_at(clauses(text), at - 1).end


def _listed(text: str, parties: list[Named]) -> list[Named]:
    """The party right after 与 and those listed with it."""
    found = parties[:1]
    for mention in parties[1:]:
        if not re.fullmatch("[、和]|以及", text[found[-1].end : mention.start]):
            break
        found.append(mention)
    return found


def _partners(text: str, before: list[Named], lead: int) -> list[Named]:
    """The parties right before 与: one or a list of them."""
    if not before or lead - before[-1].end > 4 or re.search("[，,]", text[before[-1].end : lead]):
        return []
    group = [before[-1]]
    for mention in reversed(before[:-1]):
        if re.fullmatch("[、和]|以及", text[mention.end : group[0].start]):
            group.insert(0, mention)
    return group


def _opener(text: str, before: list[Named], sentence: Span, lead: int) -> list[Named]:
    """`A…，与B合作`: the party that opens the sentence, where 与 opens a later clause."""
    opens = before and before[0].start == sentence.start and text[lead - 1] in "，,"
    return before[:1] if opens else []


def _paired(before: list[Named], others: list[Named], between: str) -> Iterable[tuple[Named, Named]]:
    """Who works with whom: all with all, but one side with the other where each acts for itself (`A、B分别与C、D`)."""
    if not _EACH.search(between):
        return combinations([*before, *others], 2)
    if "分别" in between and len(before) == len(others) > 1:
        return zip(before, others, strict=True)
    return product(before, others)


def _with_unit(view: RowView, part: str, party: Named, span: Span) -> Iterator[tuple[Name, Name, str, Span]]:
    """Nobody named before 与: the unit whose heading it is, or the row's only one, speaks of itself."""
    heading = view.heading_at(part, party.start)
    for unit in heading.speakers if heading else _speakers(view):
        yield view.unit_name(unit), party.name, "cooperatesWith:unit", span


def _speakers(view: RowView) -> tuple[str, ...]:
    """The row's only unit, else the only firm among its units."""
    names = [unit.name for unit in view.row.units if not _COLLECTIVE.search(unit.name)]
    firms = [name for name in names if view.unit_name(name).type == "Company"]
    return tuple(names if len(names) == 1 else firms if len(firms) == 1 else ())
