"""What a project can do or make: `capacity`, in its name, right beside it or told of it in its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.clauses import Span
from kg.extract.rowview import RowView
from kg.extract.stating import evidence, statement
from kg.extract.subjects import clause_at, clauses_about
from kg.model import DocumentContext, Statement

_CAPACITY = re.compile(
    r"(?:(?:年产|日产|日处理|年处理|年加工|日加工)[^\d，。、]{0,3})?(?<![\d.×xX*])(?:\d+[×xX*])?\d+(?:\.\d+)?(?:万|亿)?"
    r"(?:吨级|方/[日天]|(?:吨|立方米|平方米|MW(?:/?\d*MWh)?|兆瓦|吉瓦|千瓦|GWh?|[Kk]VAh|台套?|套|只|件|片|头|羽|辆|锭|张床位|米³|公里|千米)"
    r"(?:/[年日天])?)"
)
_BESIDE = re.compile(
    r"(?:建设|改造)?(?:（|\(|，?(?:新建|新增|规划|总?装机|建设规模|设计规模|计划建设|可|年产|日处理|建成后|建成后年产|"
    r"处理(?:规模|能力)(?:将)?(?:提升|提高|扩大|增加|达)?(?:至|到|为)?))?"
    r"(?P<quantity>(?:年产|日产|日处理|安置住房|安置房|住房)?\d+(?:\.\d+)?(?:万|亿)?"
    r"(?:吨(?:/?[年日天])?|立方米(?:/[日天])?|MW(?:h|/\d+MWh)?|兆瓦|千瓦|户|套|张床位|个车位|个泊位)|"
    r"(?:养老|护理|医疗|托育)?床位\d+张)|，?(?:全长|总长|线路长)约?(?P<length>\d+(?:\.\d+)?(?:公里|千米|米))"
)

_LENGTH_MEANT = re.compile(
    r"(?:建设|改造)?，?(?:新建|改造|铺设|建设|敷设)?(?:管网|线路|道路)?约?(?P<length>\d+(?:\.\d+)?(?:公里|千米))"
)
"""In progress a length may be what was laid so far."""


_TOLD = re.compile(
    r"(?<=规模)\d+MW(?:/\d+MWh)?|(?:护理|养老|医疗|托育)?床位\d+余?张|\d+张(?:护理|养老|医疗)?床位|学位\d+个|\d+个学位|座席[\d.]+万?个|"
    r"库容[\d.]+[万亿]?(?:吨|立方米|方)|[\d.]+万?个机柜|\d+个(?:教学)?班(?!级)|每[年月日][\d.]+万?[片吨台套件只辆](?:[^，。、；]{2,4}基板)?|"
    r"年(?:产|加工|处理|屠宰|存栏|出栏)[^，。、；\d]{0,6}[\d.]+[万亿]?(?:吨|台套?|套|片|只|件|辆|支|头|羽|平方米|米)|"
    r"日(?:处理|供水|产|加工)[^，。、；\d]{0,3}[\d.]+万?(?:吨|立方米|方|包|件)"
)
"""What a thing can hold or make, told of it in a sentence."""
_TELLS = "床位座库柜每年日班规"


def told_capacities(view: RowView, context: DocumentContext) -> Iterator[Statement]:
    """`A…，设床位300张`, `A完工，年产机器人8万台`: a capacity in the sentence of one project."""
    text = view.row.text("progress")
    found = list(_TOLD.finditer(text)) if view.has("Project") and any(c in text for c in _TELLS) else []
    about = clauses_about(view, "progress") if found else []
    for told in found if about else ():
        clause = about[clause_at(about, told.start())]
        before = [g for g in clause.groups if g[-1].end <= told.start()]
        names = [m.name for m in before[-1]] if before else list(clause.current) if not clause.groups else []
        if len(names) == 1 and (before or clause.source == "sentence"):
            ends = (names[0], "capacity", told.group())
            proof = evidence(view.row, "progress", clause.span)
            yield statement(view.row, context, "capacity:clause", ends, proof)


def named_capacities(view: RowView, context: DocumentContext) -> Iterator[Statement]:
    """`年产5万吨竹浆项目`, `A，新建安置住房55套`: a capacity in a project's name or right behind it."""
    for part in ("task", "targets", "progress"):
        for project in view.within(part, "Project"):
            for found in _CAPACITY.finditer(project.text):
                proof = evidence(view.row, part, Span(project.start, project.end))
                yield statement(view.row, context, "capacity:name", (project.name, "capacity", found.group()), proof)
            told = view.row.text(part)
            planned = None if part == "progress" else _LENGTH_MEANT.match(told, project.end)
            beside = planned or _BESIDE.match(told, project.end)
            if beside:
                proof = evidence(view.row, part, Span(project.start, beside.end()))
                ends = (project.name, "capacity", beside.groupdict().get("quantity") or beside["length"])
                yield statement(view.row, context, "capacity:clause", ends, proof)
