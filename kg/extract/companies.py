"""Finds companies: full names by suffix, short names by trade word, in lists and at the head of project names."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.lexicon import alternation, kinds, unit_type
from kg.extract.lists import HEADS, enumerations, outer
from kg.areas import gazetteer
from kg.extract.naming import general_from, is_generic
from kg.extract.passage import Passage

COMPANY_HEADS = frozenset(HEADS["Company"].split("|"))
NO_COMPANY = re.compile(
    r"(?:集团军|公司化|公司法|公司治理|公司制|集团化|集团队|基金会|银行卡|银行业|银行贷|基金支持|厂房|农场主|厂区|厂址|公司债|公司总部)"
)
GENERIC_CORE = re.compile(
    r"(?:.*(?:企业|国有|管理|运营|服务|物业|保险|上市|平台|家|的|各|多|大|该|等|新|分|子|投融资|融资|担保|市属|区属|省属|权属|属|第三方|中介|检测|施工|建设|专业|股份制|有限责任|农民|单车|类)|开发|城投|商业|村镇|政策性|地方|法人|国内|外资|驻\w|试点|合作|股权投资|创业投资|产业|引导|母|子|创投|风投|社保|医保|公积|养老|救助|专项|扶贫|发展)$"
)


@cache
def _full() -> re.Pattern[str]:
    return re.compile(alternation("mention_heads", "company"))


def find_companies(passage: Passage) -> None:
    """Add the companies that a passage names by itself; those inside project names come with the projects."""
    _known(passage)
    _by_suffix(passage)
    _units(passage)
    _listed(passage)
    _short(passage)


@cache
def _known_pattern() -> re.Pattern[str]:
    return re.compile(alternation("mention_known", "Company"))


def _known(passage: Passage) -> None:
    for match in _known_pattern().finditer(passage.text):
        passage.add("Company", match.start(), match.end(), "companies/known", 0.9)


def _by_suffix(passage: Passage) -> None:
    text = passage.text
    for match in _full().finditer(text):
        end = match.end()
        if NO_COMPANY.match(text, match.start()) or (
            match[0] in ("基金", "股份", "控股") and text[end : end + 1] in "会制权公"
        ):
            continue
        start = passage.name_start(match.start())
        core = text[start : match.start()]
        if len(core) < 2 or _generic_name(core) or "、" in core or "的" in core:
            passage.reject("Company", start, end, "no name before the suffix")
            continue
        passage.add(
            "Company",
            start,
            end,
            "companies/full" if len(match[0]) > 2 else "companies/suffix",
            0.95 if len(match[0]) > 2 else 0.85,
        )


@cache
def _unit_pattern(units: frozenset[str]) -> re.Pattern[str] | None:
    names = sorted((unit for unit in units if unit_type(unit) == "Company"), key=lambda unit: (-len(unit), unit))
    return re.compile("|".join(map(re.escape, names))) if names else None


def _units(passage: Passage) -> None:
    pattern = _unit_pattern(passage.lexicon.units)
    for match in pattern.finditer(passage.text) if pattern else ():
        passage.add("Company", match.start(), match.end(), "companies/unit", 0.95)


def _listed(passage: Passage) -> None:
    """`A、B等企业`: each item is one."""
    for enumeration in enumerations(passage):
        if enumeration.head not in COMPANY_HEADS:
            continue
        for start, end in enumeration.items:
            start, end = outer(passage.text, start, end)
            if _listable(passage.text[start:end]):
                passage.add("Company", start, end, "companies/list", 0.85)


def _listable(text: str) -> bool:
    return (
        2 <= len(text) <= 20
        and not is_generic(text)
        and not re.search(
            r"企业$|[的类型业]$|项目$|^\d", text.replace("牧业", "").replace("纸业", "").replace("药业", "")
        )
    )


@cache
def _trade() -> re.Pattern[str]:
    return re.compile(alternation("mention_heads", "trade"))


def _short(passage: Passage) -> None:
    """A word of 2 to 4 characters and a trade word, between boundaries, where companies act or are named in a row."""
    text = passage.text
    for match in _trade().finditer(text):
        start, end = passage.name_start(match.start()), match.end()
        core = text[start : match.start()]
        if not _proper(core) or not _bounded(text, end):
            continue
        passage.add("Company", start, end, "companies/short", 0.7)


def _proper(core: str) -> bool:
    return 2 <= len(core) <= 4 and bool(re.fullmatch(r"[\u4e00-\u9fff]+", core)) and not _has_general_word(core)


@cache
def _modifiers() -> frozenset[str]:
    lists = kinds("mention_generic")
    return frozenset(lists["modifier"] + lists["category"])


def _has_general_word(core: str) -> bool:
    if any(core[i : i + n] in _modifiers() for n in (4, 3, 2) for i in range(len(core) - n + 1)):
        return True
    if gazetteer().find(core):
        return True
    return core[0] in "各该本新老大小全省市区县镇和与及等一二三四五六七八九十" or core[-1] in "的和与及等性型化类"


def _bounded(text: str, end: int) -> bool:
    return bool(
        re.match(
            r"$|[、，。；：！？,;:!?（(]|等|和|与|及|公司|企业|成功|已|正|在|获|入选|被|签约|投产|实现|营业|营收|申报|新上|预计|拓|加强|做大|做强|自主|产能|年产|\d|厂房|家属院|宿舍|多次|来|发展|扩|上市|建设",
            text[end : end + 3],
        )
    )


def company_at_head(name: str, *, park: bool = False) -> str | None:
    """The company that a project's or park's name begins with, as far as its form shows.

    >>> company_at_head("睿霖化工烷烃综合利用"), company_at_head("优美墅3D打印设备生产线项目"), company_at_head("供热管网改造项目")
    ('睿霖化工', '优美墅', None)
    """
    known = _known_pattern().match(name)
    if known and not _trade().search(name, known.end(), known.end() + 5):
        return known[0]
    full = _full().search(name)
    if full and full.start() >= 2 and full[0] not in ("基金", "银行") and not _generic_name(name[: full.start()]):
        return name[: full.end()]
    body = _BODY_END.sub("", name)
    general = general_from(body)
    if park:
        return _before_general(body, general)
    for match in _trade().finditer(body, 2, 7):
        core = body[: match.start()]
        if ((match.start() <= 4 and _proper(core)) or _known_pattern().match(core)) and _corporate(
            body, match, general
        ):
            return body[: match.end()]
    measured = re.match(r"([\u4e00-\u9fff]{2,4}?)(?=年产|年加工|年处理|年屠宰|\d|[A-Z])", body)
    if measured and _proper(measured[1]) and not PLACE_END.search(measured[1]):
        return measured[1]
    return _before_general(body, general)


_BODY_END = re.compile(
    r"(?:[（(]?[一二三四五]期[）)]?)?(?:改扩建|建设|扩建|技改|生产|产业化)*(?:项目|工程)?(?:[（(]?[一二三四五]期[）)]?)?$"
)
PLACE_END = re.compile(r"[路街村镇乡区县市庄河山湖站楼期馆校园城里门口桥库港岛寺庙泉河坝店集屯堡营寨岭坡沟湾]$")
INDUSTRY = re.compile(
    r"(?:高端|新型|智能|智慧|数字|绿色|新能源|新材料|生物|医药|制药|原料药|食品|饮料|装备|机械|电子|半导体|芯片|锂电|电池|光伏|储能|氢|"
    r"汽车|轮胎|纺织|服装|家具|家居|包装|造纸|化工|精细|物流|冷链|电商|软件|医疗|大健康|健康|农产品|预制|饲料|玻璃|陶瓷|石膏|水泥|"
    r"轴承|数控|机器人|激光|光电|节能|环保|再生|复合|高分子|特种|特色|碳|石墨|铝|铜|钢|金属|橡胶|塑料|电机|电器|电气|产业园|科技园|物流园|食品园|工业园|总部)"
)


def _corporate(body: str, match: re.Match[str], general: tuple[bool, ...]) -> bool:
    """Whether the trade word belongs to the company's name: it ends the phrase or what follows is no mere rest of it."""
    return not general[match.start()] or match.end() == len(body) or not general[match.end()]


def _before_general(body: str, general: tuple[bool, ...]) -> str | None:
    """2 to 4 characters that mean nothing in general before words of industry."""
    for end in (3, 2, 4):
        head = body[:end]
        if (
            end < len(body)
            and INDUSTRY.match(body, end)
            and general[end]
            and _proper(head)
            and not PLACE_END.search(head)
        ):
            return head
    return None


def _generic_name(core: str) -> bool:
    return is_generic(core) or bool(GENERIC_CORE.match(core))
