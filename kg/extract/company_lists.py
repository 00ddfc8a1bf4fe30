"""Finds companies without a legal form: in lists with others, as partners, as hotels, and as funds."""

from __future__ import annotations

import re

from kg.extract.bare_names import is_firm_like, without_region
from kg.extract.company_words import is_proper
from kg.extract.firm_openings import find_openings
from kg.extract.firm_stems import find_stems
from kg.extract.lists import items_left_of, outer
from kg.extract.naming import facility_head, is_general_name, is_generic
from kg.extract.ordinary import is_brand
from kg.extract.passage import Passage
from kg.extract.sought import Sought

_WORKS = (
    *("手套", "砖瓦", "砖", "制品", "预制件", "铸钢", "翻砂", "锻造", "电缆", "灯具", "水泵", "阀门", "农具"),
    *("纸板", "纸品", "染料", "油漆", "涂料", "树脂", "茶", "糖", "米", "油脂", "油", "棉纺", "毛纺", "丝"),
    *("锅炉", "轴承", "齿轮", "弹簧", "钢管", "线材", "电池", "肥料", "果脯", "豆制品", "肉制品", "调味品"),
    *("矿泉水", "饮料", "采石", "碎石", "木器", "家具", "铸造", "铸件", "服装", "针织", "制鞋", "鞋", "玩具"),
    *("五金", "塑料", "印刷", "造纸", "食品", "酱菜", "酿造", "罐头", "饲料", "化肥", "农药", "石料", "石灰"),
    *("板材", "纸箱", "包装", "玻璃", "陶瓷", "机械", "农机", "修配", "模具", "电机", "电器", "轧花", "纺织"),
    *("丝绸", "毛巾", "电子", "石材", "水泵", "卷烟", "制药", "药", "面粉", "粮油", "制革", "革", "冷冻", "肉联"),
)
_FARMS = (
    *("养殖", "养猪", "养鸡", "养牛", "种猪", "种鸡", "奶牛", "畜牧", "园艺", "良种", "原种", "蚕种", "育苗"),
    *("采石", "茶", "盐", "牧", "渔", "猪", "蚕"),
)
FACTORY = Sought(
    (*(f"{made}厂(?![房区址长])" for made in _WORKS), *(f"{kept}场(?![所地景面强合上内外])" for kept in _FARMS))
)
ROAD_OR_PLACE = re.compile(r"[\u4e00-\u9fff]{1,4}?(?:路|街|大道|镇|村)")
_HOTELS = ("大酒店", "酒店", "宾馆", "大饭店")
HOTEL = Sought(
    [kind + hotel for kind in ("国际", "度假", "温泉", "") for hotel in _HOTELS], behind="(?![业群用式品管服部])"
)
FUND = re.compile(
    r"(?:投资|产业|创业|股权|引导)*基金?合伙企业(?:[（(]有限合伙[）)])?|投资合伙企业(?:[（(]有限合伙[）)])?"
)
BANK = re.compile(
    r"中国(?:工商|农业|建设|邮政储蓄|进出口|农业发展|人民)银行(?:[\u4e00-\u9fff]{2,4}?(?:分行|支行|营业部))?"
)
DOES_AS_FIRM = re.compile(
    r"入驻|引进|引入|招引|签约|邀请|走访|洽谈|携手|联合|组织|扶持|培育|帮助|推动|支持|促成|与|同|和"
)
OTHER_END = re.compile(
    r"[校院园区局办委镇村街路会所馆站部队民区县市省乡庄厅]$|(?:项目|工程|产业|行业|产品|工作|活动|平台|技术|基地|社区|街道|小镇|水库|大学|中心|单位|"
    r"企业|品牌|领域|服务|工艺|材料|装备|设备|合同|协议|人才|专家|教授|大厦|广场|特色|文化|旅游)$"
)
FIRMS_DO = re.compile(
    r"(?:等?[\d一二两三四五六七八九十]*家?(?:企业|公司)?)(?:已|均|将|成功|全部|分别)*(?:完成|实现|突破|通过|列入|纳入|上市|自查)|等?(?:入选|获批|获评|上榜|参加|参展|入驻|签约|释放|合作|签订|投产|落户)|等(?:企业|公司|合作)"
)
ACT_TOGETHER = re.compile(
    r"等?(?:[\d一二两三四五六七八九十]+[家户]|各|分别|均|都|先后|相继|陆续|共同|联合|双双|把|将|已|拟|先行|率先|率队|带头|在|"
    r"提交|提出|申报|申请|签|认购|认领|认缴|出资|投资|中标|拿|进场|入场|入围|拿到|领取|领到|获得|取得|收到|接到|订|采购|供|派|组成|参与|竞)"
)
NOT_FIRMS = re.compile(r"等?[\d一二三四五六七八九十]*[个项]?[^，。；、]{0,8}?(?:项目|工程|产品|品牌|园区|建设|片区)")
PARTNER = re.compile(
    r"(?:与|同|跟|对接)(?P<names>[\u4e00-\u9fff、]{3,30}?)等?(?:签订|签署|签约|(?:达成|开展|进行|深化|战略)*合作|联合共建|共建)(?!社|区|区域|期)"
)
AGREED = re.compile("签[订署约]|合作|共建")
PARTNER_SHORT = re.compile(r"[与同跟](?P<name>[\u4e00-\u9fff]{2,4}?)(?=合作|签约|签订|签署|对接|达成|洽谈)")
BARE_PARTNER = re.compile(
    r"[与同跟](?P<names>[\u4e00-\u9fff、]{2,20}?)等?(?:合[资建营作股]|联[合手姻营]|组建|签|谈|洽谈|接洽|磋商|对接|共同|置换|重组|达成|敲定|互保|解约|续约|和解|协商)"
)
APPOSITION = re.compile(
    r"(?:龙头|骨干|重点|纺织|服装|外贸|化工|食品|电商|制药|医药|机械|装备|锂电|民营|上市|链主|本地|知名|头部|造纸|建材|新材料|跨境)"
    r"[\u4e00-\u9fff]{0,6}企业(?=[\u4e00-\u9fff]{2,8}[、和与])"
)
NOT_PARTNERS = re.compile(
    r"达人|主播|商户|农户|客商|团队|客户|周边|各地|我|他|其|相关|有关|社会|国内|国外|知名|国际|高校|院校|政府|群众"
)
HAN = re.compile(r"[\u4e00-\u9fff]{2,8}")


def find_company_lists(passage: Passage) -> None:
    """Add hotels, funds and banks by their last words."""
    _hotels(passage)
    for word, pattern in (("合伙企业", FUND), ("银行", BANK)):
        if word in passage.text:
            _registered(passage, pattern)
    _factories(passage)
    _in_apposition(passage)
    _partners(passage)
    _bare_partners(passage)
    find_openings(passage)


def _hotels(passage: Passage) -> None:
    text = passage.text
    for match in passage.matches(HOTEL):
        start = passage.name_start(match.start())
        areas = passage.found.near(start, match.start(), "Area")
        towns = (found.end for found in areas if start < found.end < match.start())
        start = max(towns, default=start)
        core = text[start : match.start()].replace("·", "")
        if is_proper(core) or (
            2 <= len(core) <= 6 and not is_generic(core) and match[0] != "酒店" and HAN.fullmatch(core)
        ):
            passage.add("Company", start, match.end(), "companies/hotel", 0.7)


def _factories(passage: Passage) -> None:
    """`X砖厂`: a name and what the works makes; roads and towns before it are no part of the name."""
    for match in passage.matches(FACTORY):
        start = passage.name_start(match.start())
        road = ROAD_OR_PLACE.match(passage.text[start : match.start()])
        start += road.end() if road else 0
        if is_proper(passage.text[start : match.start()]):
            passage.add("Company", start, match.end(), "companies/factory", 0.7)


def _registered(passage: Passage, pattern: re.Pattern[str]) -> None:
    for match in pattern.finditer(passage.text):
        start = match.start() if pattern is BANK else passage.name_start(match.start())
        core = passage.text[start : match.start()]
        if pattern is BANK or (len(core) >= 2 and not is_generic(core)):
            passage.add("Company", start, match.end(), "companies/fund-or-bank", 0.85)


def find_beside_companies(passage: Passage) -> None:
    """In a list that something is done with as with firms, the items beside a company are companies."""
    _short_partners(passage)
    find_stems(passage)
    text = passage.text
    for last in COMMA.finditer(text) if passage.found.of("Company") else ():
        end = _last_end(passage, last.end())
        together = ACT_TOGETHER.match(text, end)
        if text[end : end + 1] == "、" or (not together and NOT_FIRMS.match(text, end)):
            continue
        items = [outer(text, *item) for item in items_left_of(passage, last.start())]
        if not items:
            continue
        items.append((last.end(), end))
        known = sum(passage.found.holds("Company", *item) for item in items)
        if not known or not (
            DOES_AS_FIRM.search(text[max(0, items[0][0] - 3) : items[0][0]])
            or FIRMS_DO.match(text, end)
            or (together and text[items[0][0] - 1 : items[0][0]] in ("", *"。；，：、（"))
        ):
            continue
        for start, stop in items:
            if _may_be_firm(text[start:stop], trusted=known > 1) and not _taken(passage, start, stop):
                passage.add("Company", start, stop, "companies/beside", 0.65)


COMMA = re.compile("、")


def _in_apposition(passage: Passage) -> None:
    """`纺织企业A、B`: what stands in a list behind its kind."""
    for match in APPOSITION.finditer(passage.text) if "企业" in passage.text else ():
        items = _items_right_of(passage, match.end())
        if len(items) > 1 and all(_may_be_firm(passage.text[start:end], trusted=False) for start, end in items):
            for start, end in items:
                if not _taken(passage, start, end):
                    passage.add("Company", start, end, "companies/apposition", 0.65)


def _items_right_of(passage: Passage, start: int) -> list[tuple[int, int]]:
    items = []
    while True:
        end = _last_end(passage, start)
        items.append((start, end))
        if passage.text[end : end + 1] not in ("、", "和", "与"):
            return items
        start = end + 1


def _partners(passage: Passage) -> None:
    """`与A、B签约`: partners that bear no general word."""
    text = passage.text
    for match in PARTNER.finditer(text) if AGREED.search(text) else ():
        for start, end in items_left_of(passage, match.end("names")):
            inside = start >= match.start("names") and (end - start >= 3 or is_brand(text[start:end]))
            if inside and _may_be_firm(text[start:end], trusted=False) and not _taken(passage, start, end):
                passage.add("Company", start, end, "companies/partner", 0.62)


def _bare_partners(passage: Passage) -> None:
    """`与A、B合资`, `与A谈成`: partners that are firms by their names, whatever is agreed upon."""
    for match in BARE_PARTNER.finditer(passage.text):
        items = [item for item in items_left_of(passage, match.end("names")) if item[0] >= match.start("names")]
        first = passage.name_start(match.start())
        if first == passage.clause_start(match.start()) and is_brand(passage.text[first : match.start()]):
            items.insert(0, (first, match.start()))
        if all(is_firm_like(without_region(passage.text[start:end])) for start, end in items):
            for start, end in items:
                if not _taken(passage, start, end):
                    passage.add("Company", start, end, "companies/partner", 0.62)


def _short_partners(passage: Passage) -> None:
    """`与云山合作` after 云山集团: partners by the proper part of a name that the document gives in full."""
    for match in PARTNER_SHORT.finditer(passage.text) if passage.lexicon.stems else ():
        start, end = match.span("name")
        if match["name"] in passage.lexicon.stems and not _taken(passage, start, end):
            passage.add("Company", start, end, "companies/partner", 0.65)


def _last_end(passage: Passage, start: int) -> int:
    """Where the list's last item ends: with a name found there, else before grammar or punctuation."""
    here = (found for found in passage.found.near(start, start) if found.start == start)
    ends = [found.end for found in here if found.type != "short-area"]
    if ends:
        return max(ends)
    for place in range(start + 2, min(start + 9, len(passage.text))):
        if passage.marks.get(place, "keep") != "keep" or not "\u4e00" <= passage.text[place] <= "\u9fff":
            return place
    return start


def _may_be_firm(name: str, *, trusted: bool) -> bool:
    if not HAN.fullmatch(name) or is_generic(name) or OTHER_END.search(name) or facility_head(name):
        return False
    if NOT_PARTNERS.search(name):
        return False
    if not is_general_name(name):
        return len(name) <= 6
    return 4 <= len(name) <= 6 and (is_brand(name[:2]) or (trusted and not is_general_name(name[:2])))


def _taken(passage: Passage, start: int, end: int) -> bool:
    near = (found for found in passage.found.near(start, end) if found.type != "short-area")
    return any(found.start < end and start < found.end for found in near)
