"""A small graph made by hand: two districts of one city, a document each, and everything the ontology can say."""

from __future__ import annotations

from kg.ids import content_id, task_id
from kg.model import (
    Candidate,
    DocumentInfo,
    Entity,
    Evidence,
    Fact,
    Finding,
    KnowledgeGraph,
    KnownMention,
    Leader,
    Link,
    Mention,
    Place,
    TaskRow,
    Text,
    Unit,
    UnitProgress,
)

ALPHA, BETA = "甲区.txt", "乙区.docx"


def entity(type_: str, name: str, **fields: object) -> Entity:
    fields.setdefault("documents", (ALPHA,))
    return Entity.model_validate({"id": content_id(type_, name), "type": type_, "name": name, **fields})


CITY = entity("Area", "东海市", kind="City", code="379900", documents=())
DISTRICT = entity("Area", "甲区", kind="District", code="379901", area=CITY.id, documents=(ALPHA,))
OTHER = entity("Area", "乙区", kind="District", code="379902", area=CITY.id, documents=(BETA,))
TOWN = entity("Area", "柳树镇", kind="Town", code="379901101", area=DISTRICT.id)
PLANNING = entity(
    "Agency",
    "甲区发展和改革局",
    aliases=("区发改局", "发改局"),
    area=DISTRICT.id,
    function="development",
    mentions=3,
    keys=("jiaqufazhanhegaigeju",),
)
OTHER_PLANNING = entity(
    "Agency", "乙区发展和改革局", aliases=("区发改局",), area=OTHER.id, function="development", documents=(BETA,)
)
INDUSTRY = entity("Agency", "甲区工业和信息化局", aliases=("区工信局",), area=DISTRICT.id, function="industry")
STORAGE = entity(
    "Project",
    "甲区100兆瓦储能电站项目",
    aliases=("100兆瓦储能电站", "储能电站"),
    area=DISTRICT.id,
    sector="new_energy",
    sector_reason="名称含“储能”",
    documents=(BETA, ALPHA),
    mentions=4,
)
LINE = entity("Project", "乙区锂电隔膜生产线项目", area=OTHER.id, sector="lithium_battery", documents=(BETA,))
PARK = entity("Park", "东海智能装备产业园", area=DISTRICT.id)
FIRM = entity("Company", "东海绿能有限公司", aliases=("东海绿能",), sector="new_energy", documents=(BETA, ALPHA))
FACTORY = entity("Project", "智能工厂项目", area=DISTRICT.id)
FUND = entity("Company", "东海产业基金", documents=(BETA,))
COLLEGE = entity("Institution", "东海大学", documents=(BETA,))
LEADER = entity("Person", "张三", area=DISTRICT.id)
OUTPUT = entity("Indicator", "地区生产总值", area=DISTRICT.id)

ENTITIES = tuple(
    sorted(
        (
            *(CITY, DISTRICT, OTHER, TOWN, PLANNING, OTHER_PLANNING, INDUSTRY, STORAGE, LINE),
            *(PARK, FIRM, FACTORY, FUND, COLLEGE, LEADER, OUTPUT),
        ),
        key=lambda one: one.id,
    )
)

SOURCE = {
    ALPHA: (
        "加快建设100兆瓦储能电站，总投资5亿元，年内开工。区发改局\n（牵头）区工信局张 三储能电站由东海绿能承建，"
        "在柳树镇开工。区发改局：已完成主体施工。无增长6%增长7.5%备注一"
        "在东海智能装备产业园谋划智能工厂项目。区发改局区工信局年底前资金不足。落实资金。"
    ),
    BETA: (
        "锂电隔膜生产线项目拟投资3000万美元区发改局已竣工。东海产业基金向锂电隔膜生产线投资，与东海大学合作。"
        "储能电站已建成，总投资6亿元。"
    ),
}


def text(document: str, value: str) -> Text:
    """A text at the place where its characters first stand one after the other, line ends left out."""
    source = SOURCE[document]
    for start in range(len(source)):
        end = start
        taken = ""
        while end < len(source) and len(taken) < len(value):
            taken += "" if source[end].isspace() else source[end]
            end += 1
        if taken == value and not source[start].isspace():
            return Text.of(source, start, end)
    raise ValueError(value)


def unit(document: str, name: str, role: str, heading: str | None = None) -> Unit:
    start, end = text(document, name).source_span(0, len(name))
    return Unit.model_validate(
        {"name": name, "role": role, "source_start": start, "source_end": end, "heading": heading}
    )


ALPHA_TASK = "加快建设100兆瓦储能电站，总投资5亿元，年内开工。"
ALPHA_PROGRESS = "储能电站由东海绿能承建，在柳树镇开工。区发改局：已完成主体施工。"
BETA_PROGRESS = "已竣工。东海产业基金向锂电隔膜生产线投资，与东海大学合作。储能电站已建成，总投资6亿元。"

ROWS = (
    TaskRow(
        document=BETA,
        row="r001",
        kind="ledger",
        number="1",
        parts={
            "task": text(BETA, "锂电隔膜生产线项目"),
            "progress": text(BETA, BETA_PROGRESS),
            "units": text(BETA, "区发改局"),
        },
        units=(unit(BETA, "区发改局", "lead"),),
        extra=(("投资", text(BETA, "拟投资3000万美元")),),
        place=Place(document=BETA, table=1, line=2),
    ),
    TaskRow(
        document=ALPHA,
        row="r001",
        number="1",
        section="一、重点项目",
        item="新能源",
        parts={
            "task": text(ALPHA, ALPHA_TASK),
            "progress": text(ALPHA, ALPHA_PROGRESS),
            "problems": text(ALPHA, "无"),
            "units": text(ALPHA, "区发改局（牵头）区工信局"),
            "leaders": text(ALPHA, "张三"),
        },
        units=(unit(ALPHA, "区发改局", "lead", "责任单位"), unit(ALPHA, "区工信局", "joint")),
        leaders=(Leader(name="张三", source_start=45, source_end=48),),
        status="partly_completed",
        progress_by_unit=(UnitProgress(unit="区发改局", start=24, end=33),),
        place=Place(document=ALPHA, page=1, line=1),
    ),
    TaskRow(
        document=ALPHA,
        row="r002",
        number="2",
        parts={"task": text(ALPHA, "增长6%"), "progress": text(ALPHA, "增长7.5%")},
        status="completed",
        extra=(("备注", text(ALPHA, "备注一")), ("备注", text(ALPHA, "备注一"))),
        place=Place(document=ALPHA, page=2, line=9),
    ),
    TaskRow(
        document=ALPHA,
        row="r003",
        number="3",
        parts={
            "task": text(ALPHA, "在东海智能装备产业园谋划智能工厂项目。"),
            "units": text(ALPHA, "区发改局区工信局"),
            "deadline": text(ALPHA, "年底前"),
            "problems": text(ALPHA, "资金不足。"),
            "next_steps": text(ALPHA, "落实资金。"),
        },
        units=(
            Unit(name="区发改局", role="joint", source_start=107, source_end=111),
            Unit(name="区工信局", role="joint", source_start=111, source_end=115),
        ),
        place=Place(document=ALPHA, page=2, line=10),
    ),
)
_ROWS = {(row.document, row.row): row for row in ROWS}


def mention(
    document: str, row: str, part: str, thing: Entity, written: str, canonical: str | None = None
) -> KnownMention:
    part_text = _ROWS[document, row].parts[part]
    start = part_text.value.index(written)
    source_start, source_end = part_text.source_span(start, start + len(written))
    found = Mention(
        document=document,
        row=row,
        part=part,
        type=thing.type,
        text=written,
        canonical=canonical,
        start=start,
        end=start + len(written),
        source_start=source_start,
        source_end=source_end,
        method="hand/test",
        confidence=0.9,
    )
    return KnownMention(mention=found, entity=thing.id, name=thing.name)


MENTIONS = (
    mention(BETA, "r001", "task", LINE, "锂电隔膜生产线项目"),
    mention(BETA, "r001", "units", OTHER_PLANNING, "区发改局"),
    mention(BETA, "r001", "progress", STORAGE, "储能电站"),
    mention(ALPHA, "r001", "task", STORAGE, "100兆瓦储能电站", "100兆瓦储能电站项目"),
    mention(ALPHA, "r001", "units", PLANNING, "区发改局"),
    mention(ALPHA, "r001", "units", INDUSTRY, "区工信局"),
    mention(ALPHA, "r001", "leaders", LEADER, "张三"),
    mention(ALPHA, "r001", "progress", FIRM, "东海绿能"),
    mention(ALPHA, "r003", "task", FACTORY, "智能工厂项目"),
    mention(ALPHA, "r003", "task", PARK, "东海智能装备产业园"),
    mention(ALPHA, "r003", "units", PLANNING, "区发改局"),
    mention(ALPHA, "r003", "units", INDUSTRY, "区工信局"),
)


def fact(
    place: tuple[str, str, str],
    subject: Entity,
    predicate: str,
    object_: Entity | str,
    quote: str,
    **fields: object,
) -> Fact:
    document, row, part = place
    columns = dict(_ROWS[document, row].extra)
    part_text = _ROWS[document, row].parts.get(part) or columns[part]
    start = part_text.value.index(quote)
    source_start, source_end = part_text.source_span(start, start + len(quote))
    name = object_ if isinstance(object_, str) else object_.name
    written = {"subject": subject.name, "object": name, **{k: fields.pop(k) for k in ("object",) if k in fields}}
    return Fact.model_validate(
        {
            "id": content_id("Statement", document, row, predicate, subject.id, name, quote),
            "document": document,
            "row": row,
            **written,
            "predicate": predicate,
            "subject_name": subject.name,
            "object_name": name,
            "subject_entity": subject.id,
            "object_entity": None if isinstance(object_, str) else object_.id,
            "evidence": Evidence(
                part=part,
                start=start,
                end=start + len(quote),
                source_start=source_start,
                source_end=source_end,
                quote=quote,
            ),
            "period": "2023",
            "method": "hand/test",
            "confidence": 0.95,
            **fields,
        }
    )


TASK = (ALPHA, "r001", "task")
PROGRESS = (ALPHA, "r001", "progress")
BETA_TEXT = (BETA, "r001", "progress")

FACTS = (
    fact((BETA, "r001", "units"), OTHER_PLANNING, "responsibleFor", LINE, "区发改局", role="lead"),
    fact(
        (BETA, "r001", "投资"), LINE, "totalInvestment", "3000万美元", "拟投资3000万美元", value="30000000", unit="USD"
    ),
    fact(BETA_TEXT, LINE, "stage", "completed", "已竣工"),
    fact(BETA_TEXT, FUND, "investedIn", LINE, "东海产业基金向锂电隔膜生产线投资"),
    fact(BETA_TEXT, FUND, "cooperatesWith", COLLEGE, "与东海大学合作"),
    fact(BETA_TEXT, STORAGE, "stage", "completed", "储能电站已建成"),
    fact(BETA_TEXT, STORAGE, "totalInvestment", "6亿元", "总投资6亿元", value="600000000", unit="CNY"),
    fact(TASK, PLANNING, "responsibleFor", STORAGE, "加快建设100兆瓦储能电站", role="lead"),
    fact(TASK, INDUSTRY, "responsibleFor", STORAGE, "加快建设100兆瓦储能电站", role="joint"),
    fact(TASK, STORAGE, "totalInvestment", "5亿元", "总投资5亿元", value="500000000", unit="CNY"),
    fact(TASK, STORAGE, "capacity", "100兆瓦", "100兆瓦"),
    fact(TASK, STORAGE, "stage", "under_construction", "年内开工", basis="planned"),
    fact(PROGRESS, FIRM, "undertakes", STORAGE, "储能电站由东海绿能承建"),
    fact(PROGRESS, STORAGE, "locatedIn", TOWN, "在柳树镇开工"),
    fact(PROGRESS, STORAGE, "stage", "structure_complete", "已完成主体施工", confidence=0.8),
    fact(
        (ALPHA, "r002", "task"),
        OUTPUT,
        "targetValue",
        "增长6%",
        "增长6%",
        value="6",
        unit="PERCENT",
    ),
    fact((ALPHA, "r003", "task"), FACTORY, "locatedIn", PARK, "在东海智能装备产业园谋划智能工厂项目", confidence=0.7),
    fact((ALPHA, "r003", "task"), FIRM, "undertakes", PARK, "东海智能装备产业园", confidence=0.6),
    fact((ALPHA, "r002", "progress"), OUTPUT, "actualValue", "增长7.5%", "增长7.5%", value="7.5", unit="PERCENT"),
)

LINKS = (
    Link(
        subject=PLANNING.id,
        predicate="sameFunctionAs",
        object=OTHER_PLANNING.id,
        reason="职能同为发展改革",
        confidence=1,
    ),
    Link(subject=PARK.id, predicate="possiblySame", object=STORAGE.id, reason="地名相同", confidence=0.31),
)

CANDIDATES = (Candidate(a=PARK.id, b=STORAGE.id, type="Project", a_name=PARK.name, b_name=STORAGE.name, score=0.31),)

FINDINGS = (
    Finding(
        severity="warning",
        code="unknown-header",
        message="有一栏的表头不认识。",
        place=Place(document=BETA, table=1, line=1),
        quote="投资",
    ),
)

DOCUMENTS = (
    DocumentInfo(
        name=BETA, title="乙区重点项目台账", format="docx", sha256="b" * 64, area=OTHER.id, period="2023", rows=1
    ),
    DocumentInfo(
        name=ALPHA,
        title="甲区重点任务落实情况",
        format="txt",
        sha256="a" * 64,
        area=DISTRICT.id,
        period="2024",
        reviews="2023",
        rows=3,
    ),
)


def small_graph() -> KnowledgeGraph:
    """The graph of both documents, valid by the shapes."""
    return KnowledgeGraph(
        documents=DOCUMENTS,
        rows=ROWS,
        entities=ENTITIES,
        mentions=MENTIONS,
        facts=FACTS,
        links=LINKS,
        candidates=CANDIDATES,
        findings=FINDINGS,
    )


ALPHA_ROW_TASK = task_id(ALPHA, "r001")
