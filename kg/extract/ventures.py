"""Whose project it is: `undertakes`, from the firm whose name it bears or that builds and runs it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.authors import Venture, by_agency, by_heading
from kg.extract.brands import brand, full_company, is_registered
from kg.extract.clauses import Span, sentences
from kg.extract.name_lists import is_list
from kg.extract.named import Named
from kg.extract.rowview import RowView
from kg.extract.stating import evidence, statement
from kg.extract.subjects import clause_at, clauses_about, is_shortened
from kg.model import DocumentContext, Mention, Name, Statement, TaskRow

_A_PLACE = re.compile(
    "(?:家属院|宿舍|家属区|生活区|小区|片区|社区|周边|北侧|南侧|东侧|西侧|路|地块|老厂区|旧址|体育场|医院)"
)
_NOBODYS = re.compile("(?:片区|社区|小区|棚户区|棚改|家属院)(?:改造|建设|开发)?(?:工程|项目)?$")
_RUN_BY = re.compile(r"(?:由|交由|委托)$")
_RUNS = re.compile(
    r"(?:加紧|正在|统一|具体|全权|独家|全额|追加|联合|共同|合作|出资)*(?:负责|承建|建设|实施|运营|投资|承担(?!拆迁|征收)|开发|投建|代建|施工|管理)"
)
_OWNS = re.compile("(?:(?:负责|承建|投资|建设|牵头|运营|开发)(?:建设|实施|开发)?的|的)?[“‘]?")
_WINS = re.compile(
    "(?:已|正在|负责)?(?:中标|代建|承建|总承包|施工|代运营|托管运营|收尾[^，。；]{0,4})(?:[并和及](?:负责)?(?:运营|管理|施工|建设))?(?=[，,。；;]|$)"
)
_NOTHING = re.compile("")
_SUPPORT = re.compile("(?:支持|服务|帮助|推动|推进|督促|指导|协助|扶持|引导|依托|鼓励|协调)$")
_BUILDS = re.compile(
    "(?:投资|建设|实施|打造|新建|提档|升级|改造|洽谈|总投资|规划|启动|推进|承建|运营|开发|推动|谋划|筹建|中标|签约|签订|签下|签了)"
)
_PARTNER_OF = re.compile("(?:与|同|和|跟|联合|携手|对接|邀请|委托)$")
_SIGNS_IT = re.compile("(?:正式|成功|已)*(?:签约|签订|签署|签了|签下|合作|共建|共同|投资)(?:了|建设|打造|实施)?[“‘]?")
_BANK = re.compile("(?:银行|[农商发开]行|信用社|信用联社)(?:.{2,8}[支分]行)?$")
_SIGNED_WITH_GOVERNMENT = re.compile(
    "已?(?:与|同|和)[^，。；]{1,12}(?:政府|管委会|局|镇)[^，。；]{0,6}(?:签订|签署|签约|达成)"
)
_SIGNS_TO_BUILD = re.compile(
    "签订了?[^，。；]{0,8}(?:BOT|PPP|EPC|TOT|特许经营|投资|建设|运营|总承包)[^，。；]{0,6}(?:合同|协议)"
)
_AMONG_OTHERS = re.compile("等[^，。；]{0,8}(?:企业|公司|单位|集团)")
_ONE_BY_ONE = "分别"
_PLACE_BEFORE = re.compile("[^、和与]{1,8}(?:省|市|区|县|镇|乡|街道|村)|[“‘（(]|[^、，和与的为向对于至由（(]{1,6}")
"""A place, many of which say not what they are (`汾河A电池项目`), or an opening mark."""
_LONGEST_NAME = 60


class VentureStater:
    """`undertakes` from companies (and agencies that build or run) to projects and parks."""

    name = "ventures"
    states: tuple[str, ...] = ("undertakes",)

    def state(self, row: TaskRow, mentions: Sequence[Mention], context: DocumentContext) -> Iterator[Statement]:
        """One statement a company and undertaking; a short company name gives way to the full one of its row."""
        view = RowView.of(row, mentions)
        if not view.has("Company", "Agency") or not view.has("Project", "Park"):
            return
        seen: set[tuple[str, Name]] = set()
        for company, thing, rule, part, span in _ventures(view):
            full = full_company(view, company)
            if (full.text, thing) not in seen and not _is_alias(view, thing, seen, full.text):
                seen.add((full.text, thing))
                yield statement(row, context, rule, (full, "undertakes", thing), evidence(row, part, span))


def _ventures(view: RowView) -> Iterator[Venture]:
    for part in view.parts("Company"):
        yield from _by_name(view, part)
    for part in view.parts("Company", "Agency"):
        yield from _run_by(view, part)
        yield from _beside(view, part)
        yield from _in_sentence(view, part)
        yield from by_heading(view, part)
        yield from by_agency(view, part)
    yield from _by_brand(view)
    yield from _by_supported_unit(view)
    yield from _by_agreement(view)


def _by_name(view: RowView, part: str) -> Iterator[Venture]:
    text = view.row.text(part)
    for thing in view.within(part, "Project", "Park"):
        if thing.type == "Park" and _is_nested_in_project(view, thing):
            continue
        for company in view.nested(thing, "Company"):
            if _NOBODYS.search(thing.name.text):
                continue
            if _opens(view, thing, company) and not _A_PLACE.match(text, company.end):
                yield company.name, thing.name, "undertakes:name", part, Span(thing.start, thing.end)


def _by_brand(view: RowView) -> Iterator[Venture]:
    """A project that begins like a registered firm of its row, where no firm was found in its name."""
    if not view.has("Company") or not view.has("Project"):
        return
    firms = {brand(name.text): name for name in reversed(view.names("Company")) if is_registered(name.text)}
    for part in view.parts("Project") if firms else ():
        for project in view.within(part, "Project"):
            firm = firms.get(brand(project.name.text)) if brand(project.name.text) else None
            if firm is not None and not view.nested(project, "Company") and not _NOBODYS.search(project.name.text):
                yield firm, project.name, "undertakes:brand", part, Span(project.start, project.end)


def _opens(view: RowView, thing: Named, company: Named) -> bool:
    """Whether a name begins here, but for a place or another firm before it (`东镇X食品加工项目`)."""
    lead = view.row.text(thing.part)[thing.start : company.start]
    firms = any(c.start == thing.start and c.end == company.start for c in view.nested(thing, "Company"))
    parks = any(p.start == thing.start and p.end == company.start for p in view.nested(thing, "Park"))
    return not lead or firms or parks or bool(_PLACE_BEFORE.fullmatch(lead))


def _builds_it(text: str, start: int, company: Named) -> re.Match[str] | None:
    """`A…，X公司中标`: a firm that opens a clause and only says that it builds what the text goes on about."""
    opens = company.type == "Company" and company.start == start
    return _NOTHING.match(text, start) if opens and _WINS.match(text, company.end) else None


def _beside(view: RowView, part: str) -> Iterator[Venture]:
    """`X公司的A项目`, `X公司A项目`, `A项目（X公司）`: a firm right before a project, or in a bracket of its own."""
    text = view.row.text(part)
    for company in view.free(part, "Company"):
        if _BANK.search(company.text):
            continue
        owns = _OWNS.match(text, company.end)
        for project in view.between(part, company.end, (owns.end() if owns else company.end) + 1, "Project"):
            if owns and project.start in (company.end, owns.end()) and not view.nested(project, "Company"):
                yield company.name, project.name, "undertakes:beside", part, Span(company.start, project.end)
        if text[company.start - 1 : company.start] in ("（", "(") and text[company.end : company.end + 1] in (
            "）",
            ")",
        ):
            for project in view.between(part, max(0, company.start - _LONGEST_NAME), company.start, "Project"):
                if project.end == company.start - 1:
                    yield company.name, project.name, "undertakes:beside", part, Span(project.start, company.end + 1)


def _is_nested_in_project(view: RowView, park: Named) -> bool:
    begun = view.between(park.part, max(0, park.start - 40), park.start + 1, "Project")
    return any(park.end <= p.end for p in begun)


def _run_by(view: RowView, part: str) -> Iterator[Venture]:
    """`A项目由B负责`, `目前已交由B承建`: B runs what the text is about."""
    text = view.row.text(part)
    runners = [m for m in view.free(part, "Company", "Agency") if _RUNS.match(text, m.end) or _WINS.match(text, m.end)]
    about = clauses_about(view, part) if runners else []
    for company in runners if about else ():
        clause = about[clause_at(about, company.start)]
        first = _last_list(view, part, list(view.free_between(part, clause.span.start, company.end, "Company")))
        since = first[0].start if first and first[-1] is company else company.start
        by = _RUN_BY.search(text, clause.span.start, since) or _builds_it(text, clause.span.start, company)
        before = [g for g in clause.groups if by and g[-1].end <= by.start()]
        names = [m.name for m in before[-1]] if before else list(clause.current)
        start = before[-1][0].start if before else clause.since
        together = first if by and since < company.start else (company,)
        for name in names if by else ():
            for firm in together:
                yield firm.name, name, "undertakes:by", part, Span(min(start, clause.span.start), clause.span.end)


def _in_sentence(view: RowView, part: str) -> Iterator[Venture]:
    """A company that stands free before a project of its sentence, with a verb of building between them."""
    text = view.row.text(part)
    for sentence in sentences(text) if view.free(part, "Company") and view.within(part, "Project") else ():
        here = [c for c in view.free_between(part, *sentence, "Company") if not _is_project_too(view, c)]
        for project in view.between(part, *sentence, "Project") if here else ():
            if view.nested(project, "Company") and not _same_company(view, project, here):
                continue
            before = [c for c in here if c.end <= project.start]
            if before and (_AMONG_OTHERS.match(text, before[-1].end) or _is_partner(view, before, project)):
                continue
            for company in _last_list(view, part, before):
                between = text[company.end : project.start]
                if _ONE_BY_ONE in between and company.text[:2] not in project.text:
                    continue
                if _BUILDS.search(between) and len(between) <= 80:
                    lead = text[max(0, company.start - 4) : company.start]
                    rule = "undertakes:support" if _SUPPORT.search(lead) else "undertakes:sentence"
                    yield company.name, project.name, rule, part, Span(company.start, project.end)


def _is_partner(view: RowView, firms: Sequence[Named], project: Named) -> bool:
    """Whether the last firms are a bank, or only partners of whoever acts (`与X就合作签约，启动A`; not `与X签约A`)."""
    if _BANK.search(firms[-1].text):
        return True
    if _SIGNS_IT.fullmatch(view.row.text(project.part), firms[-1].end, project.start):
        return False
    first = _last_list(view, firms[-1].part, list(firms))[0]
    lead = view.row.text(first.part)[max(0, first.start - 2) : first.start]
    return len(firms) < 3 and bool(_PARTNER_OF.search(lead)) and first is firms[0]


def _by_supported_unit(view: RowView) -> Iterator[Venture]:
    """A task that supports a firm which answers for it itself: the projects of that sentence are the firm's."""
    task = view.row.text("task")
    units = {unit.name for unit in view.row.units}
    for company in view.free("task", "Company"):
        if company.text in units and _SUPPORT.search(task, 0, company.start):
            sentence = next(s for s in sentences(task) if s.start <= company.start < s.end)
            for project in view.within("task", "Project"):
                if company.end <= project.start < sentence.end:
                    yield company.name, project.name, "undertakes:support", "task", sentence


def _by_agreement(view: RowView) -> Iterator[Venture]:
    """Firms that sign an agreement with the government in a row of one project: the project is theirs."""
    projects, text = view.names("Project"), view.row.text("progress")
    if len(projects) != 1 or not view.free("progress", "Company"):
        return
    for sentence in sentences(text):
        firms = list(view.free_between("progress", *sentence, "Company"))
        if firms and _SIGNED_WITH_GOVERNMENT.match(text, firms[-1].end):
            for firm in _last_list(view, "progress", firms):
                yield firm.name, projects[0], "undertakes:agreement", "progress", sentence
        elif (
            firms and _SIGNS_TO_BUILD.match(text, firms[-1].end) and text[: firms[0].start].endswith(("与", "同", "和"))
        ):
            yield firms[-1].name, projects[0], "undertakes:agreement", "progress", sentence


def _last_list(view: RowView, part: str, companies: list[Named]) -> tuple[Named, ...]:
    """The last of several firms, with those that form one list with it."""
    text, found = view.row.text(part), companies[-1:]
    for firm in reversed(companies[:-1]):
        if not is_list(text[firm.end : found[0].start]):
            break
        found.insert(0, firm)
    return tuple(found)


def _is_project_too(view: RowView, company: Named) -> bool:
    """Whether the firm's name alone stands for its project (`甲、乙等项目`)."""
    begun = view.between(company.part, company.start, company.start + 1, "Project")
    return any(company.end <= p.end for p in begun)


def _same_company(view: RowView, project: Named, companies: list[Named]) -> bool:
    return any(is_shortened(n.text, c.text) for n in view.nested(project, "Company") for c in companies)


def _is_alias(view: RowView, thing: Name, seen: set[tuple[str, Name]], company: str) -> bool:
    """A park that only shortens one that the company was already said to run."""
    if thing.type != "Park":
        return False
    same = [other for owner, other in seen if owner == company and other.type == "Park"]
    return any(is_shortened(thing.text, other.text) for other in same)
