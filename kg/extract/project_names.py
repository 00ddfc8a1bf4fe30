"""Judges whether the words before 项目, 工程 and the like name one project or only say what kind."""

from __future__ import annotations

import re

from kg.areas import gazetteer
from kg.extract.naming import facility_head, is_category, is_counted, is_generic

KIND_ONLY = "says what kind, not which one"
PHASE = re.compile(r"[（(]?[一二三四五六七八九十](?:、[一二三四五六])*期[）)]?(?:项目|工程)?")
"""A phase behind a project's name."""
PHYSICAL = re.compile(
    r"水道|水利|回用|引[\u4e00-\u9fff]{1,2}[入济补]|土石方|土方|围墙|挡墙|护坡|边坡|护栏|消防|幕墙|钢结构|弱电|电梯|门窗|屋面|防水|照明|标线|停车|公厕|驿站|步道|广场|航道|航线|装置|机组|特高压|线路|景区|花海|湿地|森林|处置|输配|泊位|智能化|路|街|桥|河|渠|湖|库|管|网|厂|站|楼|馆|园|院|校|场|线|港|堤|坝|闸|井|房|改造|改建|扩建|建设|加固|治理|修缮|修复|绿化|亮化|"
    r"硬化|装修|景观|大道|供水|排水|供热|供气|调水|引水|水系|搬迁|安置|延|贯通|拓宽|疏浚|清淤|基地|污水|垃圾|电|气|生产线|水源|防洪|灌溉|整治|"
    r"技改|煤矿|饮水|片区|机场|铁|隧|塔|城|大道|景观|装修"
)
"""Something that can be built, or work on it."""
SOFT = re.compile(
    r"素质|心理|温暖|暖心|培育|关爱|健康促进|名师|名校|人才|领军|培训|民心|质量提升|技能|志愿|文明|双培|十大|行动|能力|满意|安心|放心|"
    r"护航|铸魂|头雁|雁阵|青苗|育苗|良种|战略|惠民|富民|强基|强企|一把手|一号|品牌|阳光|清风|光明|希望|春蕾|金蓝领|引擎|倍增|梯度|"
    r"诚信|信用|服务|质效|效能|强县|强镇|强村|党建|堡垒|先锋"
)
"""What campaigns are called that call themselves 工程."""
ROADS = re.compile("[路街河渠湖桥]|大道|水库|厂|管网")
NOT_NAMED = re.compile(
    r"(?:计划|行动|志愿服务|课题|科研|基金|奖补|补助|补贴|奖励|投资|活动|培训|大赛|试点|赛事|审批|立项|规划|支付|类|型|(?<!升)级|性|延链|补链|强链|试点|名单|候选|特色学校|(?:示范|先进|先行|文明|平安|卫生|生态)[县市镇乡村户校]|以上|以下|等级)$"
)
INVESTED = re.compile(r"(?:投资|资金)[\d.约]+(?:余)?[万亿]*元(?:的|实施|建设|新建)*$")
CAMPAIGN = re.compile(r"大会战|攻坚战|行动|志愿服务|大赛|活动")
OWN_PHASE = re.compile("[二三四五]期")
ONE_PHASE = re.compile("^[^及和与]{4,}[一二三四]期$|^[二三四五]期[^及和与]{2,}$")
ONE_BUILT = re.compile("(?:公园|馆|厂|站|中心|广场|医院|学校)建设$")
DIGITAL = re.compile("智慧|智能|数字|互联网|远程|无人机?")
SUBSIDISED = re.compile(r"^20\d\d年.{4,}(?:投资|补助|奖补)$|(?:设施|设备|工程|机械|改造|利用)(?:建设|购置)?补[助贴]$")
SIZED = re.compile(
    r"^[“\"](?:[^“”\"]{1,2}而[^“”\"]{1,2}|专精特新|高精尖|大好高|高大上|双招双引|[一二两三四五六七八九十]+[^“”\"]{1,3})[”\"]$"
)
FIRM = re.compile("(?:市政|建筑|装饰|装修|园林|机电|安装)$")
INVESTS = re.compile(r"(?:拟|计划)?投资[\d约]")
OF_BUSINESS = re.compile(r"等(?:业务|领域|行业|产业|方面|人员|资质|专业|费用|工作|手续|措施|活动)")
SLOGAN = re.compile(r"^[“\"]?[^“”\"]+[”\"]")
COUNT_BEFORE = re.compile(r"\d(?:余|多)?(?:个|条|处|座|家)[^，。；、]{0,8}的$")
COUNT_INSIDE = re.compile(
    r"^(?:\d+(?:余|多)?|两)(?:个|条|处|座|项|家|宗|所|大)|[\u4e00-\u9fff][两三四五六七八九十](?:处|座(?!山))|\d+(?:余|多)?(?:个|项|条|处)"
)
COUNT_BEHIND = re.compile(r"(?:共|共有|共计)?(?:\d+余?|[一二三四五六七八九十两]+)(?:个|项|条)")
SORT = re.compile(
    "(?:(?<!暨)(?:重点|重大)|在建|层面|领域|抓|[盯围]着|咬住|更多|大干|好|谋新|"
    "[添建引招]新|上年|全部|[这本]批|发起|保持|加密|增大|(?<!吸)引|找|看|促|强推|新老)$"
)
"""Behind anything it says which sort of projects, or what is done to all of them (禄川重大项目, 大抓项目)."""
YEAR_END = re.compile(r"20\d\d年度?$")
YEAR = re.compile(r"20\d\d年度?")
LAST_QUOTED = re.compile(r"[“\"]([^“”\"]+)[”\"]?$")
PAID_WORK = re.compile(r"(?:改造|技改|提升|治理|建设|加工|生产)$")


def why_not(text: str, start: int, word: re.Match[str]) -> str:
    """Why what begins at `start` and ends in the word that was matched names no one project; empty where it does.

    >>> why_not("实施暖心工程", 2, re.search("工程", "实施暖心工程"))
    'a campaign or plan'
    >>> why_not("加快海川路改造工程", 2, re.search("工程", "加快海川路改造工程"))
    ''
    """
    before, end = text[start : word.start()], word.end()
    core = before.strip('“”"')
    if SIZED.match(before) or _says_kind(text, start, core):
        return KIND_ONLY
    if OF_BUSINESS.match(text, end):
        return "a line of business"
    if _has_count(text, start, core) or COUNT_BEHIND.match(text, end):
        return "a count"
    if core.startswith("项目") or YEAR_END.search(core) or SORT.search(core):
        return KIND_ONLY
    if word[0] == "工程" and FIRM.search(core) and INVESTS.match(text, end):
        return "a firm that invests"
    if CAMPAIGN.search(core) or core.endswith("各") or (word[0] == "工程" and _is_soft(before, core)):
        return "a campaign or plan"
    return "a plan, an award or a kind" if _is_planned(core) else ""


def _says_kind(text: str, start: int, core: str) -> bool:
    """Whether general words alone, or a slogan with a kind behind it, leave open which project is meant."""
    if SLOGAN.match(core) and is_category(SLOGAN.sub("", core)):
        return True
    own = _without_area(core)
    placed = len(own) < len(core) and facility_head(own) is not None and not is_category(own)
    return len(own) < 2 or not (placed or _is_specific(text, start, own))


def _has_count(text: str, start: int, core: str) -> bool:
    counted = is_counted(core) or COUNT_INSIDE.search(core) or COUNT_BEFORE.search(text[max(0, start - 12) : start])
    return bool(counted)


def _is_soft(before: str, core: str) -> bool:
    """Whether nothing is built where something calls itself 工程."""
    quoted = LAST_QUOTED.search(before)
    if not PHYSICAL.search(quoted[1] if quoted else core):
        return True
    return bool(SOFT.search(core)) and not ROADS.search(core)


def _is_planned(core: str) -> bool:
    """Whether it ends as plans, awards and kinds do; what is subsidised or tried out at one place is a project."""
    if not NOT_NAMED.search(core) or SUBSIDISED.search(core):
        return False
    return not (core.endswith("试点") and (len(_without_area(core)) < len(core) or _is_long_name(core)))


def _is_long_name(core: str) -> bool:
    """Whether it says at length what is tried out where, beginning with a name."""
    return len(core) >= 10 and not is_generic(core[:4]) and not is_category(core[:4]) and bool(PHYSICAL.search(core))


def _without_area(core: str) -> str:
    """What is left of a name without the provinces, cities and districts that it begins with."""
    end = 0
    for start, stop, areas in gazetteer().scan(core):
        if start != end or areas[0].kind not in ("Province", "City", "District"):
            break
        end = stop
    return core[end:]


def _is_specific(text: str, start: int, core: str) -> bool:
    """General words make a name only with a year, with money before them, or as a long phrase of things."""
    if not is_generic(core):
        return True
    year = YEAR.match(core)
    if year:
        return len(core) - year.end() >= 4 and not is_category(core[year.end() :])
    paid = INVESTED.search(text[max(0, start - 16) : start])
    if paid and len(core) >= 8 and PAID_WORK.search(core):
        return True
    if is_category(core):
        return False
    return len(core) >= 7 or bool(paid and len(core) >= 4)


def is_singled_out(text: str, start: int, word: re.Match[str]) -> bool:
    """Whether general words with a phase behind them or as a heading are one project all the same.

    >>> is_singled_out("供热管网改造项目二期", 0, re.search("项目", "供热管网改造项目二期"))
    True
    >>> is_singled_out("供热管网改造项目开工", 0, re.search("项目", "供热管网改造项目开工"))
    False
    """
    core = text[start : word.start()]
    if len(core) >= 6 and ONE_BUILT.search(core):
        return not is_category(core)
    headed = text[word.end() : word.end() + 1] in ("：", ":")
    if headed and len(core) >= 4 and DIGITAL.match(core) and not core.endswith(("产业", "经济")):
        return True
    if len(core) < (4 if OWN_PHASE.match(core) else 5) or is_category(core):
        return False
    return headed or bool(PHASE.match(text, word.end()) or ONE_PHASE.search(core))
