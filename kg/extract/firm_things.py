"""Finds projects called after a firm and what it builds or makes there: `甲公司负极材料投产`, `乙集团海上风电并网`."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.bare_names import is_firm_like
from kg.extract.lexicon import Endings
from kg.extract.lists import items_left_of
from kg.extract.naming import facility_head, is_generic
from kg.extract.ordinary import is_brand
from kg.extract.passage import Passage
from kg.extract.sought import Sought, longest_first
from kg.words import words

ENERGY = Sought(
    (
        *(f"{kind}光(?:互补|一体化?|储)?" for kind in ("渔", "农", "林", "牧", "盐", "菜", "药", "茶")),
        "风光储(?:一体化|氢)?",
        "风光火储(?:一体化)?",
        "源网荷储(?:一体化)?",
        *(f"{kind}风电" for kind in ("海上", "陆上", "分散式", "集中式", "")),
        *(f"{kind}光伏" for kind in ("屋顶", "分布式", "集中式", "海上", "滩涂", "")),
        *(f"{kind}储能" for kind in ("独立", "共享", "压缩空气", "钠离子", "电化学", "")),
        *(
            f"{fuel}发电"
            for fuel in ("生物质", "垃圾焚烧", "垃圾", "焚烧", "余热", "余压", "光伏", "光热", "秸秆", "沼气", "风力")
        ),
        "热电联产",
        "抽水蓄能",
        *(f"{fuel}电厂" for fuel in ("热", "燃气", "燃煤")),
    ),
    behind=r"(?:[一二三四五六]期)?",
)
"""Plants that give power, called so without a word for plant or project."""
ENERGY_GOES_ON = re.compile(
    "[产行企材板设装机组件项工电基站场厂资并指规电容建产发利]|示范|领域|消纳|技术|协会|集团|公司"
)
"""What makes another thing of one of them: 光伏产业, 储能电站, 风电机组."""
CAPACITY = re.compile(
    r"(?:年(?:产|加工|处理))?\d[\d.]*(?:余)?万?(?:吨|千瓦|兆瓦|MW|GW|GWh|MWh|件|套|台|辆|只|平方米|立方米|方|亩|羽|头|千伏)"
)
STAGE = re.compile(
    r"(?:年内|年底前?|当年|早日|尽早|尽快|如期|按期|提前|全面|全部|顺利|成功|正式|首批|一次|同步|正在|正|已经|已|现|均|基本|加快|有序|稳步|加速|力争|争取|确保)*"
    r"(?:开工|动工|复工|竣工|完工|投产|达产|达效|投用|投运|投料|点火|开车|试车|试产|试运行|并网|核准|备案|落地|盘活|封顶|启用|送电|"
    r"摘地|摘牌|打桩|奠基|提速|建成|开建|建设(?=[，。；]|$)|主体|土建|厂房|环评|能评|可研|立项|招标|挂网|通过|验收|交付|安装|调试|桩基|取得|入选|进入|推进|"
    r"扫尾|收尾|暂缓|停工|停建|完成|吊装|塔器|机械竣工|封闭|上线|运转|出产品|全投|稳定运行|稳产|动建|续建|单体|联调|启动)"
    r"|首[批期台]|\d{1,2}月(?:底|初|份)?(?:正式)?(?:出|投|开|建|并|竣|完)|建设规模|装机|总投资|意向|终止|搁置|流[标拍]|停滞|受阻"
    r"|\d+个(?:项目)?(?:当年|年内|已|全部|相继|陆续)*(?:开工|落地|投产|竣工|建成)"
)
DRIVEN = re.compile(
    r"(?:推动|推进|加快|加速|签约|签订|签了|签下|新签|引进|招引|落地|开工|新开工|建成|投产|建设|实施|促成|力促|确保|抓好|重点供|供应|保障|代表性的有|包括|主要有|其中)$"
)
DONE = ("开工", "动工", "投产", "达产", "竣工", "完工", "建成", "并网", "投运", "加快建设", "开工建设")
"""What is said of projects alone, firms left out."""
STOPS = frozenset("，。；;、！!：:（(")
STOP = re.compile("[，。；;、！!：:（(]")
NOT_ALONE = ("与", "同", "跟", "由", "被", "对", "向", "为", "在", "从", "和")
ENDING = re.compile(
    r"(?:[一二三四五六]期(?:扩建|扩产)?|扩产|扩能|扩建|扩容|技改|改造|搬迁|迁建|升级|改扩建|退城入园|扩规|改建|增资|"
    r"线|板|膜|片|料|剂|酸|碱|酯|胺|脲|酮|醇|醚|烯|烃|苯|酚|腈|树脂|纸|浆|铝|铜|钢|铁|合金|粉|粉末|件|整车|重卡|客车|卡车|装载机|机床|机器人|药|"
    r"疫苗|丝|纤维|面料|革|轮|毂|胎|泵|阀|轴承|齿轮|电机|电池|电芯|模组|组件|芯片|晶圆|封测|屏|光纤|缆|材|材料|极|隔膜|电解液|机组|装置|燃料|油|糖|"
    r"基地|车间|工厂|厂|仓|库|总部|枢纽|产业港|创新港|科创园|产业城|码头|航道|物流|冷链|电商|云仓|饮品|饮料|食品|乳品|"
    r"养殖|种植|屠宰|孵化|加工|制造|生产|回收|拆解|利用|冶炼|酿造)$"
)
NO_THING = re.compile(
    r"[了着过的所其与为将已到从以由被把向]|项目|工程|投资|建设|新[建上]|实施|签[约订]|引进|计划|设(?!备|施|计)|^[拟做搞用获达入]|"
    r"产业$|业务|产品|服务|合作|集团|公司|企业|平台|人才|技术|董事|产值|税收|订单|负责|承建|中标|等$"
)
LONGEST = 18


def find_firm_things(passage: Passage) -> None:
    """Add as projects a firm with what it builds, and power plants by the name and the kind alone."""
    _of_firms(passage)
    _power_plants(passage)
    _et_cetera(passage)


@cache
def _goods() -> Endings:
    return Endings(words("goods"))


def _of_firms(passage: Passage) -> None:
    for firm in tuple(passage.found.of("Company")):
        _of_firm(passage, firm.start, firm.end, "firm-things/firm")
    for match in (*passage.matches(GOODS), *passage.matches(UNITS)):
        end = _number_start(passage.text, match.start()) if match.re is UNITS.pattern else match.start()
        if passage.text[end - 1 : end] in OPENS:
            continue
        start = passage.name_start(end)
        if 2 <= end - start <= 4 and is_brand(passage.text[start:end]) and not _is_named(passage, start):
            _of_firm(passage, start, end, "firm-things/maker")


OPENS = frozenset(["", *"，。；;、！!：:的和与及"])
GOODS = Sought(lambda: longest_first(words("goods")))
UNITS = Sought(("万吨", "吨", "万千瓦", "兆瓦", "万件", "万套", "万台", "万辆", "万只"))
NUMBER = re.compile(r"(?:年(?:产|加工|处理))?\d[\d.]*$")
NAMED = ("Company", "Project", "Area", "Agency", "Institution", "Person")


def _number_start(text: str, end: int) -> int:
    """Where the number before a unit begins, with the word that says it is a year's."""
    number = NUMBER.search(text, max(0, end - 10), end)
    return number.start() if number else 0


def _is_named(passage: Passage, start: int) -> bool:
    return any(f.start <= start < f.end for f in passage.found.near(start, start) if f.type in NAMED)


def _of_firm(passage: Passage, first: int, last: int, method: str) -> None:
    """`甲公司负极材料`: the firm at `[first, last)` with what follows it, if that is told or driven on."""
    text = passage.text
    end = _thing_end(passage, last)
    if end is None or not _is_thing(text[last:end]):
        return
    start = passage.name_start(last)
    if start > first or first - start > 8 or (text.endswith(NOT_ALONE, 0, first) and start == first):
        return
    if not (STAGE.match(text, end) or _in_driven_list(passage, start, end)):
        return
    if not _covered(passage, first, last, end):
        passage.add("Project", start, end, method, 0.62)
    if passage.found.holds("Project", start, end):
        _beside(passage, start)


def _beside(passage: Passage, start: int) -> None:
    """Firms that stand bare before it in its list stand for their projects."""
    while passage.text[start - 1 : start] == "、":
        end = start - 1
        start = passage.name_start(end)
        name = passage.text[start:end]
        if not (passage.found.holds("Company", start, end) or is_firm_like(name)):
            return
        if not passage.found.holds("Project", start, end):
            passage.add("Project", start, end, "firm-things/beside", 0.6, name + "项目")


def _thing_end(passage: Passage, start: int) -> int | None:
    """Where what stands behind a firm ends: at punctuation or where it is told how far it is."""
    text = passage.text
    if text[start : start + 1] in STOPS:
        return None
    stop = STOP.search(text, start, start + LONGEST)
    end = stop.start() if stop else min(len(text), start + LONGEST)
    stage = STAGE.search(text, start, end)
    if stage:
        return stage.start() if stage.start() > start else None
    return end if stop or end == len(text) else None


def _is_thing(text: str) -> bool:
    if len(text) < 2 or NO_THING.search(text):
        return False
    return bool(ENDING.search(text) or _goods().longest(text) or facility_head(text))


def _covered(passage: Passage, first: int, last: int, end: int) -> bool:
    """Whether a project or a longer name of another kind stands there already."""
    return any(
        f.start <= first and f.end > last and f.type in ("Project", "Institution", "Agency", "Company")
        for f in passage.found.near(first, end)
    )


def _in_driven_list(passage: Passage, start: int, end: int) -> bool:
    """Whether a list with this item is driven forward, or told to go forward behind its last item."""
    text = passage.text
    first = start
    while text[first - 1 : first] == "、" and first > 1:
        first = passage.name_start(first - 1)
        if text[first - 1 : first] != "、":
            break
    if DRIVEN.search(text, max(0, first - 6), first):
        return True
    last = end
    while text[last : last + 1] == "、":
        stage = STAGE.search(text, last + 1, last + 1 + 2 * LONGEST)
        stop = next((p for p in range(last + 1, min(len(text), last + 1 + LONGEST)) if text[p] in STOPS), None)
        if stage and (stop is None or stage.start() < stop):
            return True
        if stop is None:
            return False
        last = stop
    return False


ET_CETERA = Sought(
    [f"等{ahead}{done}" for ahead in ("", "加快", "全部", "相继", "陆续", "如期", "尽早", "早日") for done in DONE],
    behind="(?![率的企面])",
)


def _et_cetera(passage: Passage) -> None:
    """`A、B新材料等开工`: firms and firms with what they make, of which only projects' deeds are told."""
    for match in passage.matches(ET_CETERA):
        for start, end in items_left_of(passage, match.start()):
            name = passage.text[start:end]
            if any(f.start < end and start < f.end for f in passage.found.near(start, end, "Project")):
                continue
            firm = next(
                (f for f in passage.found.near(start, end, "Company") if f.start == start and f.end <= end), None
            )
            if firm is None or is_generic(name) or (firm.end < end and not _is_thing(passage.text[firm.end : end])):
                continue
            full = name + "项目" if firm.end == end else None
            passage.add("Project", start, end, "firm-things/et-cetera", 0.6, full)


def _power_plants(passage: Passage) -> None:
    """`白云镇独立储能`, `国信40万千瓦渔光`: a name and the kind of plant."""
    text = passage.text
    for match in passage.matches(ENERGY):
        end = match.end()
        if ENERGY_GOES_ON.match(text, end):
            continue
        start = passage.name_start(match.start()) if match.start() else 0
        start = max(start, text.rfind("了", start, match.start()) + 1)
        core = text[start : match.start()]
        own = CAPACITY.sub("", core)
        if not 2 <= len(own) <= 14 or is_generic(own) or own[0] in "整全各" or NO_THING.search(core):
            continue
        if any(f.start <= start and f.end >= end for f in passage.found.near(start, end, "Project")):
            continue
        if STAGE.match(text, end) or text[end : end + 1].isdecimal() or _in_driven_list(passage, start, end):
            passage.add("Project", start, end, "firm-things/power", 0.62)
