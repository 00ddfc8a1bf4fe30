import importlib.util
from pathlib import Path
from types import ModuleType

from tests.graph.made import examples

STORIES = Path(__file__).parents[2] / "examples" / "stories"


def story(name: str) -> list[str]:
    spec = importlib.util.spec_from_file_location(name, STORIES / f"{name}.py")
    assert spec
    assert spec.loader
    module: ModuleType = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return list(module.story(examples()))


def test_the_energy_storage_projects_of_shanting_have_their_owners_and_quotes() -> None:
    lines = story("energy_storage_of_shanting")
    start = lines.index("中广核山亭储能电站二期项目")
    told = lines[start : start + 12]
    assert "  共同负责：山亭区发展和改革局" in told
    assert "  共同负责：北庄镇人民政府" in told
    assert any(line.startswith("  依据（shanting-2023-cells.txt") for line in told)


def test_the_projects_of_yicheng_are_followed_from_2021_to_2023() -> None:
    lines = story("yicheng_2021_to_2023")
    assert lines[0] == "峄城区2021年点名的项目到2023年："
    assert any(line.startswith("停止｜智能化电动工具生产基地") for line in lines)
    assert any("2021年第三季度" in line and line.startswith("不再提及｜") for line in lines)


def test_two_cities_are_compared_and_share_an_institute() -> None:
    lines = story("zaozhuang_and_zibo")
    assert lines[0].startswith("枣庄市：7 份文件")
    assert any(line.startswith("淄博市：3 份文件") for line in lines)
    assert any("山东省农业科学院" in line for line in lines[lines.index("两市文件都提到的单位：") :])
