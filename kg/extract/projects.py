"""Finds projects that call themselves so: `X项目`, `X工程`, `X生产线`, and lists of them."""

from __future__ import annotations

import re

from kg.areas import gazetteer
from kg.extract.lists import enumerations, items_left_of, outer
from kg.extract.naming import facility_head, is_category, is_counted, is_generic, is_named_facility, is_named_road
from kg.extract.passage import Passage
from kg.extract.sought import Sought

POWER = ("抽水蓄能", "储能", "光伏", "水", "火", "核", "变", "发")
ANCHOR = Sought(
    (
        "项目(?!库|部(?!分)|化|制|负责|经理|公司|方(?!案)|办|单位|团队|资金|数|总数|类|管理|建设活动|投资完成|申报|策划|招引|招商|签约率|开工率|"
        "支撑|为王|建设提|录|落地率|推进会|观摩|竞赛|清单|名单|谋划|储备|融资|审批|用地|信息|资源|合作)",
        "工程(?!研究|实验|技术|师|机械|建设项目审批|量|有限|公司|局|处|学院|大学|中心|款|造价|质量|监理|领域|资料|院|硕士|车|项目|建设)",
        "技改(?!项目|提升|焕新|投资|升级|工程)",
        "生产线(?!项目|建设|工程|技改)",
        *(f"{kind}电站(?!项目|建设|工程)" for kind in POWER),
        "棚改(?!项目|工程|[一二三四]期|安置)",
    )
)
PHASE = re.compile(r"[（(]?[一二三四五六七八九十](?:、[一二三四五六])*期[）)]?(?:项目|工程)?")
PHYSICAL = re.compile(
    r"土石方|土方|围墙|挡墙|护坡|边坡|护栏|消防|幕墙|钢结构|弱电|电梯|门窗|屋面|防水|照明|标线|停车|公厕|驿站|步道|广场|航道|航线|装置|机组|特高压|线路|景区|花海|湿地|森林|处置|输配|泊位|智能化|路|街|桥|河|渠|湖|库|管|网|厂|站|楼|馆|园|院|校|场|线|港|堤|坝|闸|井|房|改造|改建|扩建|建设|加固|治理|修缮|修复|绿化|亮化|"
    r"硬化|装修|景观|大道|供水|排水|供热|供气|调水|引水|水系|搬迁|安置|延|贯通|拓宽|疏浚|清淤|基地|污水|垃圾|电|气|生产线|水源|防洪|灌溉|整治|"
    r"技改|煤矿|饮水|片区|机场|铁|隧|塔|城|大道|景观|装修"
)
ROADS = re.compile("[路街河渠湖桥]|大道|水库|厂|管网")
SOFT = re.compile(
    r"素质|心理|温暖|暖心|培育|关爱|健康促进|名师|名校|人才|领军|培训|民心|质量提升|技能|志愿|文明|双培|十大|行动|能力|满意|安心|放心|"
    r"护航|铸魂|头雁|雁阵|青苗|育苗|良种|战略|惠民|富民|强基|强企|一把手|一号|品牌|阳光|清风|光明|希望|春蕾|金蓝领|引擎|倍增|梯度|"
    r"诚信|信用|服务|质效|效能|强县|强镇|强村|党建|堡垒|先锋"
)
NOT_NAMED = re.compile(
    r"(?:计划|行动|志愿服务|课题|科研|基金|奖补|补助|补贴|奖励|投资|活动|培训|大赛|试点|赛事|审批|立项|规划|支付|类|型|(?<!升)级|性|延链|补链|强链|试点|名单|候选|特色学校|(?:示范|先进|先行|文明|平安|卫生|生态)[县市镇乡村户校]|以上|以下|等级)$"
)
HEAD_WORDS = frozenset(
    [
        "项目",
        "工程",
        "建设",
        "改造",
        "棚改",
        "道路",
        "学校",
        "管网",
        "技改",
        "棚户区",
        "路段",
        "高速公路",
        "铁路",
        "公路",
        "园区",
        "综合体",
        "桥梁",
        "电站",
        "水库",
        "商场",
        "小区",
        "厂房",
        "管廊",
    ]
)
SHARED = re.compile(
    r"((?:道路|管网|改造|提升|建设|治理|改扩建|扩建|棚改|安置|绿化|配套|综合|节能|片区|老旧小区)*(?:项目|工程|技改|棚改|棚户区改造))$"
)
INVESTED = re.compile(r"(?:投资|资金)[\d.约]+(?:余)?[万亿]*元(?:的|实施|建设|新建)*$")


def find_projects(passage: Passage) -> None:
    """Add the projects that bear the word; companies and parks inside their names are found elsewhere."""
    _anchored(passage)
    _listed(passage)


def _anchored(passage: Passage) -> None:
    text = passage.text
    for match in passage.matches(ANCHOR):
        items = _rejoined(text, _joined(text, items_left_of(passage, match.start())))
        if not items:
            start = max(passage.clause_start(match.start()), match.start() - 8)
            passage.reject("Project", start, match.end(), KIND_ONLY)
            continue
        start = _after_agency(passage, _after_kind(text, items[-1][0], match.start()), match.start())
        start = _after_figure(text, start, match.start())
        start -= text[start - 1 : start] == "原" and _begins(passage, start, "Agency")
        reason = _why_not(text, start, match)
        if reason == KIND_ONLY and (_singled_out(text, start, match) or _begins(passage, start, "Institution")):
            reason = ""
        if reason:
            passage.reject("Project", start, match.end(), reason)
            continue
        _add_anchored(passage, start, match)
        for item in items[:-1]:
            _add_shared(passage, item, text[start : match.end()])


def _after_kind(text: str, start: int, end: int) -> int:
    """Past a kind of project in apposition (市重点项目X项目)."""
    inner = text.rfind("项目", start, end)
    return inner + 2 if inner > start and is_category(text[start:inner]) and inner + 2 < end else start


FIGURE = re.compile(
    r"(?:\d{1,2}月\d{1,2}日|\d[\d.]*(?:余)?[万亿]+(?:美)?元(?:人民币)?(?:资金)?(?:做|建(?![设材筑])|实施|建设|投建|兴建|开发|用于)?)(?=[^元]{2})"
)


def _after_figure(text: str, start: int, end: int) -> int:
    """Past a day or a sum of money inside: what stands before it is another clause (A公司投资5亿元建X项目)."""
    for figure in FIGURE.finditer(text, start, end):
        start = figure.end()
    return start


def _after_agency(passage: Passage, start: int, end: int) -> int:
    """Past an agency that acts: what begins with it is a clause, not a name."""
    agencies = passage.found.near(start, start, "Agency")
    stop = next((found.end for found in agencies if found.start == start and found.end < end), start)
    return passage.strip_left(stop, end) if stop in passage.marks else after_place(passage, start, end)


ACT = re.compile("新建|建设|改建|实施|建成|完成|推进|启动|改造提升|打造|规划建设")


def after_place(passage: Passage, start: int, end: int) -> int:
    """Past a town or village that acts (白云镇建设X停车场), where enough of a name is left."""
    areas = passage.found.near(start, start, "Area")
    stop = next((found.end for found in areas if found.start == start and found.end < end), start)
    if stop == start or not ACT.match(passage.text, stop):
        return start
    rest = passage.strip_left(stop, end)
    return rest if end - rest >= 5 and not is_generic(passage.text[rest:end]) else start


def _rejoined(text: str, items: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """One name with 与 inside where what follows it names nothing by itself (灌区续建配套与节水改造)."""
    if len(items) < 2 or text[items[-2][1] : items[-1][0]] not in ("与", "和"):
        return items
    left, right = items[-2], items[-1]
    general = is_generic(text[right[0] : right[1]]) and not is_generic(text[left[0] : left[1]])
    between = re.search("交界|交叉|交汇|之间|互通", text[right[0] : right[1]])
    works = len(items) == 2 and all(_nameless_work(text[start:end]) for start, end in items)
    return (*items[:-2], (left[0], right[1])) if general or between or works else items


def _nameless_work(text: str) -> bool:
    """Whether a phrase says at length what is done to facilities of a kind, none of them named."""
    return len(text) >= 5 and not is_named_facility(text) and bool(WORKS_END.search(text)) and not PLACED.search(text)


CAPACITY = re.compile(r"\d万?(?:吨|件|套|台|辆|只|平方米|立方米|千瓦|兆瓦|MW|GWh)[^项]*[^项目工程]$")
MORE_OF_IT = re.compile(
    r"\d[\d.]*万?(?:吨|件|套|台|辆|只|平方米|立方米)|[\u4e00-\u9fff]{0,6}(?:再制造|综合利用|深加工|循环利用|回收利用|再生利用)$"
)


def _joined(text: str, items: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """One name with 、 inside where the first part opens a capacity that the others go on with."""
    if len(items) < 2:
        return items
    opening = text[items[-2][0] : items[-2][1]]
    if re.match(r"[\u4e00-\u9fff]{0,8}年(?:产|加工|处理|屠宰)", opening) and not re.search(
        r"(?:项目|工程|生产线)(?:[（(][^（）()]{1,8}[）)]|[一二三四]期)?$", opening
    ):
        return (*items[:-2], (items[-2][0], items[-1][1]))
    both = text[items[-2][1] : items[-1][0]] in ("和", "与") and CAPACITY.search(opening)
    if both and MORE_OF_IT.match(text[items[-1][0] : items[-1][1]]):
        return (*items[:-2], (items[-2][0], items[-1][1]))
    return items


WORKS_END = re.compile(
    r"(?:改造|提升|建设|治理|修复|整治|调整|配套|更新|完善|升级|改建|扩建|管网|设施|厂房|综合利用|处置|资源化利用)$"
)
PLACED = re.compile(r"[镇路街河湖](?![\u4e00-\u9fff]?级)|(?<![农乡美])村(?!级)|乡(?!村)|社区")
CAMPAIGN = re.compile(r"大会战|攻坚战|行动|志愿服务|大赛|活动")
KIND_ONLY = "says what kind, not which one"


def _begins(passage: Passage, start: int, kind: str) -> bool:
    """Whether a name of this type begins there."""
    return any(found.start == start for found in passage.found.near(start, start, kind))


def _singled_out(text: str, start: int, match: re.Match[str]) -> bool:
    """General words with a phase behind them or as a heading are one project all the same."""
    core = text[start : match.start()]
    if len(core) >= 6 and core.endswith("建设") and re.search("(?:公园|馆|厂|站|中心|广场|医院|学校)建设$", core):
        return not is_category(core)
    headed = text[match.end() : match.end() + 1] in ("：", ":")
    if headed and len(core) >= 4 and DIGITAL.match(core) and not core.endswith(("产业", "经济")):
        return True
    if len(core) < (4 if OWN_PHASE.match(core) else 5) or is_category(core):
        return False
    phase = PHASE.match(text, match.end()) or re.search("^[^及和与]{4,}[一二三四]期$|^[二三四五]期[^及和与]{2,}$", core)
    return bool(phase) or headed


OWN_PHASE = re.compile("[二三四五]期")
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
COUNT_INSIDE = re.compile(r"^\d+(?:余|多)?(?:个|条|处|座|项|家)|\d+(?:余|多)?(?:个|项|条|处)")
COUNT_BEHIND = re.compile(r"(?:共|共有|共计)?(?:\d+余?|[一二三四五六七八九十两]+)(?:个|项|条)")


def _why_not(text: str, start: int, match: re.Match[str]) -> str:
    if SIZED.match(text[start : match.start()]):
        return KIND_ONLY
    core = text[start : match.start()].strip('“”"')
    if SLOGAN.match(core) and is_category(SLOGAN.sub("", core)):
        return KIND_ONLY
    own = _without_area(core)
    placed = len(own) < len(core) and facility_head(own) is not None and not is_category(own)
    if len(own) < 2 or not (placed or _specific(text, start, own)):
        return KIND_ONLY
    if OF_BUSINESS.match(text, match.end()):
        return "a line of business"
    counted = is_counted(core) or COUNT_INSIDE.search(core) or COUNT_BEFORE.search(text[max(0, start - 12) : start])
    if counted or COUNT_BEHIND.match(text, match.end()):
        return "a count"
    if core.startswith("项目") or re.search(r"20\d\d年度?$", core):
        return KIND_ONLY
    if match[0] == "工程" and FIRM.search(core) and INVESTS.match(text, match.end()):
        return "a firm that invests"
    if CAMPAIGN.search(core) or core.endswith("各"):
        return "a campaign or plan"
    quoted = re.search(r"[“\"]([^“”\"]+)[”\"]?$", text[start : match.start()])
    if match[0] == "工程" and (
        not PHYSICAL.search(quoted[1] if quoted else core) or (SOFT.search(core) and not ROADS.search(core))
    ):
        return "a campaign or plan"
    if (
        NOT_NAMED.search(core)
        and not SUBSIDISED.search(core)
        and not (core.endswith("试点") and (len(own) < len(core) or _long_name(core)))
    ):
        return "a plan, an award or a kind"
    return ""


def _long_name(core: str) -> bool:
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


def _specific(text: str, start: int, core: str) -> bool:
    """General words make a name only with a year, with money before them, or as a long phrase of things."""
    if not is_generic(core):
        return True
    year = re.match(r"20\d\d年度?", core)
    if year:
        return len(core) - year.end() >= 4 and not is_category(core[year.end() :])
    paid = INVESTED.search(text[max(0, start - 16) : start])
    if paid and len(core) >= 8 and re.search(r"(?:改造|技改|提升|治理|建设|加工|生产)$", core):
        return True
    if is_category(core):
        return False
    return len(core) >= 7 or bool(paid and len(core) >= 4)


def _add_anchored(passage: Passage, start: int, match: re.Match[str]) -> None:
    text, end = passage.text, match.end()
    phase = PHASE.match(text, end)
    if phase:
        end = phase.end()
    inner = outer(text, start, match.start())
    if inner != (start, match.start()):
        name = text[inner[0] : inner[1]]
        passage.add("Project", start, end, "projects/quoted", 0.7, name if name.endswith(match[0]) else name + match[0])
    else:
        passage.add("Project", start, end, "projects/suffix", 0.85)


GENERAL_WORK = re.compile("(?:改造|提升|提质|治理|修复|整治|升级|巩固|扩容|清淤|加固|改扩建)$")
STATION = re.compile("((?:抽水蓄能|储能|光伏|水|火|核|发)电站)$")


def _add_shared(passage: Passage, item: tuple[int, int], last: str) -> None:
    """An item before the last of a list takes the last one's suffix as its own."""
    start, end = outer(passage.text, *item)
    name = passage.text[start:end]
    suffix = SHARED.search(last) or STATION.search(last)
    if suffix and suffix[1].endswith("工程") and len(name) >= 6 and GENERAL_WORK.search(name) and is_generic(name):
        passage.add("Project", start, end, "projects/shared-suffix", 0.6, name + suffix[1])
        return
    if not suffix or len(name) < 2 or is_generic(name) or not re.search(r"[\u4e00-\u9fff]", name):
        return
    if re.search(r"项目|工程", name) or NOT_NAMED.search(name):
        return
    if suffix[1].endswith("电站") and facility_head(name):
        return
    if passage.found.holds("Area", start, end):
        return
    passage.add("Project", start, end, "projects/shared-suffix", 0.7, name + suffix[1])


def _listed(passage: Passage) -> None:
    """`A、B等项目`: each of A and B; the head word completes the canonical name."""
    text = passage.text
    for enumeration in enumerations(passage):
        if enumeration.head not in HEAD_WORDS:
            continue
        head = text[enumeration.head_start : enumeration.head_end]
        named = any(not is_generic(text[start:end]) for start, end in enumeration.items)
        for item in enumeration.items:
            start, end = outer(text, *item)
            name = text[start:end]
            before = text[max(0, enumeration.items[0][0] - 6) : enumeration.items[0][0]]
            work = WORK_BEHIND.match(text, enumeration.head_end)
            if _listable(name, head, before + (work[0] if work else ""), named):
                full = name if re.search(r"(?:项目|工程)$", name) else name + _suffix_of(head)
                passage.add("Project", start, end, "projects/list", 0.88, full)


WORK_BEHIND = re.compile(
    r"(?:正在|加快|全面|有序|相继|陆续|同步)?(?:雨污分流|综合|提质|品质)?(?:建设|改造|提升|建成|施工)"
)
ONE_MORE = re.compile("在建|拟建|已建|续建|首[座条个家]|其他|其它|部分|一批|各类")
WORK_END = re.compile(r"(?:治理|整治|修复|改造|疏浚|加固|扩建|改建|迁建|绿化|修缮)$")
SCHOOL = re.compile("[一二三四五六七八九十]中$")
BUILDING = re.compile(r"新建|改建|扩建|建设|建成|打通|贯通|启动|实施|推进|推动|加快|改造|提升|新改")
ABSTRACT = re.compile(r"(?:产业|领域|行业|环节|方面|工作|产品|行动|计划|服务|机制|制度|体系|能力|平台|场景)$")


def _listable(name: str, head: str, before: str, named: bool) -> bool:
    """Whether an item under this head is a project's name: anything particular under 项目, a facility elsewhere."""
    if not 2 <= len(name) <= 40 or is_counted(name) or ABSTRACT.search(name) or '""' in name or "”“" in name:
        return False
    if re.match(r"[“\"][^“”\"]+[”\"]$", name):
        return False
    if (
        is_generic(name)
        and not (re.search("项目|园区", head) and (facility_head(name) or named))
        and not SCHOOL.search(name)
    ):
        return False
    if ONE_MORE.match(name) and is_generic(ONE_MORE.sub("", name)):
        return False
    built = bool(BUILDING.search(before)) or head.endswith(("小区改造", "棚改"))
    if re.search(r"科研|课题|服务项目|产业项目$|领域|大工程", head):
        return False
    if "项目" in head:
        return True
    if built and is_named_road(name):
        return True
    if re.search("分类|示范社区|示范街", head):
        return False
    if "工程" in head:
        concrete = head.endswith("管网工程") or PHYSICAL.search(name)
        worked = bool(WORK_END.search(name)) and not is_generic(name)
        return is_named_facility(name) or bool((built or worked) and concrete and not SOFT.search(name))
    return built and (is_named_facility(name) or head.endswith(("棚改", "改造", "园区建设", "公路建设", "铁路建设")))


def _suffix_of(head: str) -> str:
    found = SHARED.search(re.sub(r"(?<=项目|工程)建设$", "", head))
    return found[1] if found else "项目"
