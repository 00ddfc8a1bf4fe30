"""Resolve generated names and print how the cost grows: 100,000 entities at no more than n log n.

    .venv/bin/python benchmarks/resolve.py [--sizes 12500 25000 50000 100000]

Names are made of real districts and made-up cores, two written forms for every third entity, an agency for every
tenth; the same names for the same size on every machine.
"""

from __future__ import annotations

import argparse
import math
import resource
from time import process_time

from kg.areas import gazetteer
from kg.model import DocumentContext, Mention
from kg.resolve import resolve

CORES = "安邦博晨达恩丰冠海恒宏华汇嘉坚金锦凯康科乐联隆迈明宁鹏启强庆瑞润森盛泰天通万威祥鑫兴旭雅扬宜益永源远"
THINGS = (
    "新材料产业园",
    "智能装备制造",
    "生物医药研发",
    "冷链物流基地",
    "污水处理厂",
    "高端纺织",
    "光伏电站",
    "食品加工",
)
TRADES = ("科技", "化工", "食品", "机械", "药业", "建材", "纺织", "物流")
FUNCTIONS = ("发改局", "工信局", "教体局", "财政局", "住建局", "水务局", "文旅局", "卫健局", "应急局", "统计局")
PER_DOCUMENT = 400


def core(number: int) -> str:
    """A core of three or four characters, another one for every number."""
    base = len(CORES)
    mixed = (number * 7919) % (base**3)
    text = "".join(CORES[mixed // base**power % base] for power in range(3))
    return text + CORES[number // base**3 % base] if number >= base**3 else text


def names(number: int) -> tuple[tuple[str, str], ...]:
    """Type and written forms of one entity."""
    if number % 10 == 0:
        return (("Agency", "区" + FUNCTIONS[number // 10 % len(FUNCTIONS)]),)
    if number % 3 == 0:
        trade = TRADES[number % len(TRADES)]
        return (("Company", f"山东{core(number)}{trade}有限公司"), ("Company", core(number) + trade))
    capacity = f"年产{number % 90 + 10}万吨" if number % 4 == 0 else ""
    return (("Project", f"{core(number)}{capacity}{THINGS[number % len(THINGS)]}项目"),)


def generate(size: int) -> tuple[list[DocumentContext], list[Mention]]:
    """Documents of districts in turn, each with the names of some hundred entities."""
    districts = [area.code for city in gazetteer().children("370000") for area in gazetteer().children(city.code)]
    contexts, mentions = [], []
    for number in range(size):
        document = f"d{number // PER_DOCUMENT:05}.txt"
        if number % PER_DOCUMENT == 0:
            contexts.append(DocumentContext(document=document, area=districts[number // PER_DOCUMENT % len(districts)]))
        for place, (type, text) in enumerate(names(number)):
            mentions.append(
                _mention(document, f"r{number % PER_DOCUMENT // 4:03}", type, text, number % 4 * 100 + place * 50)
            )
    return contexts, mentions


def _mention(document: str, row: str, type: str, text: str, start: int) -> Mention:
    return Mention(
        document=document, row=row, part="progress", type=type, text=text, start=start, end=start + len(text),
        source_start=start, source_end=start + len(text), method="generated", confidence=1.0,
    )  # fmt: skip


def main() -> None:
    """Print processor seconds, those an entity and those by n log n, and memory, for each size."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sizes", type=int, nargs="+", default=[12_500, 25_000, 50_000, 100_000])
    print("entities  mentions   found  seconds  ms/entity  µs/(n·log2 n)  peak MB")
    for size in options.parse_args().sizes:
        contexts, mentions = generate(size)
        start = process_time()
        found = resolve(contexts, mentions, [])
        seconds = process_time() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        unit = seconds * 1e6 / (size * math.log2(size))
        things = sum(entity.type != "Area" for entity in found.entities)
        cost = f"{seconds:8.1f} {seconds * 1000 / size:10.3f} {unit:14.3f} {peak:8.0f}"
        print(f"{size:8} {len(mentions):9} {things:7} {cost}", flush=True)


if __name__ == "__main__":
    main()
