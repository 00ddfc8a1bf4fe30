"""The explorer page in a real browser, with the network off."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from kg.model import KnowledgeGraph
from tests.browser.conftest import Visit
from tests.export.make import (
    COLLEGE,
    DISTRICT,
    FACTS,
    FIRM,
    FUND,
    INDUSTRY,
    LINE,
    OTHER_PLANNING,
    PLANNING,
    STORAGE,
    TOWN,
    small_graph,
)
from tests.graph.test_built import PROJECT, made

pytestmark = pytest.mark.browser

PROJECTS = {entity.id for entity in small_graph().entities if entity.type == "Project"}

Begin = Callable[..., Visit]


def test_it_opens_from_disk_without_a_request_or_a_complaint(visit: Begin, small_page: Path) -> None:
    opened = visit().open(small_page)
    assert opened.complaints == []
    assert opened.requests == [small_page.as_uri()]
    assert {PLANNING.id, OTHER_PLANNING.id, STORAGE.id, DISTRICT.id, FIRM.id} <= set(opened.shown())


def test_nothing_moves_after_the_first_paint(visit: Begin, small_page: Path) -> None:
    opened = visit().open(small_page)
    shift = opened.page.evaluate(
        """() => new Promise((done) => { let sum = 0;
          new PerformanceObserver((list) => list.getEntries().forEach((one) => { sum += one.value; }))
            .observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => done(sum), 200); })"""
    )
    assert shift < 0.001


@pytest.mark.parametrize("wanted", ["甲区发展和改革局", "jiaqufazhanhegaigeju", "jqfzhggj", "甲区发改局"])
def test_search_by_name_short_name_pinyin_and_initials_leads_to_the_answer(
    visit: Begin, small_page: Path, wanted: str
) -> None:
    opened = visit().open(small_page)
    opened.find(wanted)
    assert opened.page.locator("#panel h2").inner_text() == "甲区发展和改革局"
    assert "加快建设100兆瓦储能电站" in opened.panel()


def test_a_short_name_that_several_have_offers_them_all(visit: Begin, small_page: Path) -> None:
    opened = visit().open(small_page)
    opened.page.locator("#search").fill("区发改局")
    offered = opened.page.locator("#search-list .option-name").all_inner_texts()
    assert offered == ["甲区发展和改革局", "乙区发展和改革局"] or offered == ["乙区发展和改革局", "甲区发展和改革局"]


def test_what_is_not_there_is_said_to_be_not_there(visit: Begin, small_page: Path) -> None:
    opened = visit().open(small_page)
    opened.page.locator("#search").fill("不存在的东西")
    assert opened.page.locator("#search-list").inner_text() == "没有找到"


def test_a_click_on_a_node_shows_its_facts_with_quote_document_row_part_and_role(
    visit: Begin, small_page: Path
) -> None:
    opened = visit().open(small_page)
    opened.page.mouse.click(*opened.point_of(PLANNING.id))
    shown = opened.panel()
    for expected in (
        "甲区发展和改革局",
        STORAGE.name,
        "加快建设100兆瓦储能电站",
        "牵头",
        "甲区 2024",
        "第 1 项",
        "年度任务",
    ):
        assert expected in shown


def test_a_click_on_a_line_shows_its_quote(visit: Begin, small_page: Path) -> None:
    opened = visit().open(small_page)
    (x1, y1), (x2, y2) = opened.point_of(FIRM.id), opened.point_of(STORAGE.id)
    opened.page.mouse.click((x1 + x2) / 2, (y1 + y2) / 2)
    assert opened.page.locator("#panel mark").all_inner_texts() == ["储能电站由东海绿能承建"]


def test_every_statement_between_two_things_is_quoted_in_the_panel_of_either_and_of_their_line(
    visit: Begin, small_page: Path
) -> None:
    opened = visit().open(small_page, "#view=all")
    for fact in (one for one in FACTS if one.object_entity):
        for selection in (["node", fact.subject_entity], ["node", fact.object_entity]):
            opened.page.evaluate("([kind, ...ids]) => zerentu.act.select({ kind, ids })", selection)
            assert fact.evidence.quote in opened.page.locator("#panel mark").all_text_contents()
        line = [fact.subject_entity, fact.object_entity]
        opened.page.evaluate("(ids) => zerentu.act.select({ kind: 'edge', ids })", line)
        assert fact.evidence.quote in opened.page.locator("#panel mark").all_text_contents()


def test_a_quote_leads_to_its_row_where_it_is_lit(visit: Begin, small_page: Path) -> None:
    opened = visit().open(small_page)
    opened.find(TOWN.name)
    opened.page.locator("#panel .source").first.click()
    assert "任务行" in opened.panel()
    assert opened.page.locator("#panel section mark").first.inner_text() == "在柳树镇开工"
    assert [one for one in opened.page.locator("#panel .owner").all_inner_texts() if "张三" in one] == ["张三"]


def test_a_project_shows_stages_amounts_owners_and_undertaker(visit: Begin, small_page: Path) -> None:
    opened = visit().open(small_page)
    opened.find(STORAGE.name)
    shown = opened.panel()
    for expected in ("在建", "主体完工", "5亿元（5 亿元）", INDUSTRY.name, FIRM.name, "柳树镇", "计划"):
        assert expected in shown


def test_the_shortest_path_is_found_and_drawn(visit: Begin, small_page: Path) -> None:
    opened = visit().open(small_page)
    opened.page.locator("#tab-path").click()
    for field, name in (("#path-pathStart", PLANNING.name), ("#path-pathEnd", FIRM.name)):
        opened.page.locator(field).fill(name)
        opened.page.keyboard.press("Enter")
    assert "路径 1（2 步）" in opened.panel()
    first = opened.page.evaluate("zerentu.view.paths[0].map((entity) => entity.id)")
    assert first == [PLANNING.id, STORAGE.id, FIRM.id]
    assert set(first) <= set(opened.shown())
    assert DISTRICT.id not in opened.shown()
    assert "储能电站由东海绿能承建" in opened.panel()


def test_a_path_that_is_not_there_is_said_to_be_not_there(visit: Begin, small_page: Path) -> None:
    opened = visit().open(small_page, f"#view=path&path={PLANNING.id}~{COLLEGE.id}&tab=path&f.relation=undertakes")
    assert "没有路径" in opened.panel()


def test_filters_leave_what_they_name_and_clearing_brings_all_back(visit: Begin, small_page: Path) -> None:
    opened = visit().open(small_page, "#view=all")
    everything = opened.shown()
    opened.page.locator("#filters .legend label", has_text="项目").locator("input").uncheck()
    assert set(everything) - set(opened.shown()) == PROJECTS
    opened.page.locator("#filters .quiet").click()
    assert opened.shown() == everything
    opened.page.locator("#filters label", has_text="建成投用").locator("input").check()
    assert {STORAGE.id, LINE.id, FIRM.id, FUND.id} <= set(opened.shown())
    assert COLLEGE.id not in opened.shown()


def test_filters_that_leave_nothing_say_so_and_offer_the_way_back(visit: Begin, small_page: Path) -> None:
    opened = visit().open(small_page, "#f.area=area-unknown")
    assert opened.page.locator("#empty").is_visible()
    opened.page.locator("#reset").click()
    assert len(opened.shown()) > 3


def test_expand_collapse_hide_pin_and_undo(visit: Begin, small_page: Path) -> None:
    opened = visit().open(small_page, f"#view=focus&center={FUND.id}&sel=node~{FUND.id}")
    before = opened.shown()
    assert before == sorted([FUND.id, LINE.id, COLLEGE.id])
    opened.page.evaluate("(id) => zerentu.act.expand(id)", LINE.id)
    grown = opened.shown()
    assert OTHER_PLANNING.id in grown
    opened.page.evaluate("(id) => zerentu.act.hide(id)", COLLEGE.id)
    assert COLLEGE.id not in opened.shown()
    opened.page.locator("#undo").click()
    assert opened.shown() == grown
    opened.page.locator("#undo").click()
    assert opened.shown() == before
    opened.page.locator("#redo").click()
    assert opened.shown() == grown
    opened.page.evaluate("(id) => zerentu.act.collapse(id)", LINE.id)
    assert OTHER_PLANNING.id not in opened.shown()
    opened.page.evaluate("(id) => zerentu.act.togglePin(id)", FUND.id)
    assert f"pin={FUND.id}" in opened.page.url


def test_a_dragged_node_stays_where_it_was_put(visit: Begin, small_page: Path) -> None:
    opened = visit().open(small_page)
    x, y = opened.point_of(FIRM.id)
    opened.page.mouse.move(x, y)
    opened.page.mouse.down()
    opened.page.mouse.move(x + 40, y + 30, steps=4)
    opened.page.mouse.up()
    again = visit().open(small_page, "#" + opened.page.url.split("#", 1)[1])
    moved, restored = opened.point_of(FIRM.id), again.point_of(FIRM.id)
    assert moved == pytest.approx((x + 40, y + 30), abs=8)
    assert restored == pytest.approx(moved, abs=2)


def test_the_address_restores_view_filters_selection_language_and_camera(visit: Begin, small_page: Path) -> None:
    first = visit().open(small_page, "#view=all")
    first.page.locator("#filters label", has_text="在建").locator("input").check()
    first.find(STORAGE.name)
    first.page.locator("#language").click()
    first.page.locator("#zoom-in").click()
    first.page.wait_for_timeout(300)
    second = visit().open(small_page, "#" + first.page.url.split("#", 1)[1])
    assert second.shown() == first.shown()
    assert second.panel() == first.panel()
    assert second.page.evaluate("zerentu.canvas.camera()") == first.page.evaluate("zerentu.canvas.camera()")
    assert second.page.locator("#filters h2").inner_text() == "Filters"


def test_the_back_button_goes_back_to_what_was_read_before(visit: Begin, small_page: Path) -> None:
    opened = visit().open(small_page)
    opened.find(FIRM.name)
    opened.find(STORAGE.name)
    opened.page.go_back()
    assert opened.page.locator("#panel h2").inner_text() == FIRM.name


def test_the_view_can_be_saved_as_picture_drawing_and_table(visit: Begin, small_page: Path) -> None:
    opened = visit(accept_downloads=True).open(small_page)
    files = {}
    for name in ("png", "svg", "csv"):
        opened.page.locator("#save-menu summary").click()
        with opened.page.expect_download() as download:
            opened.page.locator(f"#save-{name}").click()
        files[name] = Path(download.value.path()).read_bytes()
    assert files["png"].startswith(b"\x89PNG")
    drawing = ElementTree.fromstring(files["svg"])
    assert STORAGE.name in [title.text for title in drawing.iter("{http://www.w3.org/2000/svg}title")]
    table = list(csv.DictReader(io.StringIO(files["csv"].decode("utf-8-sig"))))
    owned = [row for row in table if row["主体"] == PLANNING.name and row["关系"] == "负责"]
    assert [(row["客体"], row["角色"], row["原文"]) for row in owned] == [
        (STORAGE.name, "牵头", "加快建设100兆瓦储能电站")
    ]
    assert opened.complaints == []


def test_everything_can_be_reached_by_keyboard_alone(visit: Begin, small_page: Path) -> None:
    opened = visit().open(small_page)
    keyboard = opened.page.keyboard
    keyboard.press("/")
    keyboard.type("储能")
    keyboard.press("Enter")
    assert opened.page.locator("#panel h2").inner_text() == STORAGE.name
    opened.page.locator("#canvas").focus()
    keyboard.press("ArrowLeft")
    walked = opened.page.evaluate("zerentu.selectedNode()")
    assert walked is not None
    assert walked != STORAGE.id
    keyboard.press("Enter")
    assert opened.page.evaluate("document.activeElement.tagName") == "H2"
    keyboard.press("Escape")
    keyboard.press("h")
    assert walked not in opened.shown()
    keyboard.press("u")
    assert walked in opened.shown()
    keyboard.press("?")
    assert opened.page.locator("#help").is_visible()


def test_every_stop_of_the_tab_key_is_visible_and_marked(visit: Begin, small_page: Path) -> None:
    opened = visit().open(small_page)
    stops = []
    for _ in range(60):
        opened.page.keyboard.press("Tab")
        stop = opened.page.evaluate(
            """() => { const at = document.activeElement; const style = getComputedStyle(at);
              return [at.id || at.textContent.slice(0, 12) || at.type, at.offsetWidth > 0,
                style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2, at.tagName]; }"""
        )
        if stop[3] == "BODY":
            break
        stops.append(stop)
    assert [stop for stop in stops if not (stop[1] and stop[2])] == []
    assert {"search", "canvas", "panel", "language", "fit"} <= {stop[0] for stop in stops}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_320_pixels_and_the_panel_can_be_opened_and_closed(visit: Begin, small_page: Path, scheme: str) -> None:
    opened = visit(320, 568, color_scheme=scheme).open(small_page)
    opened.find(STORAGE.name)
    assert opened.page.evaluate("document.documentElement.scrollWidth") == 320
    assert opened.page.locator("#panel").is_visible()
    wide = opened.page.evaluate(
        "[...document.querySelectorAll('body *')].filter((one) => one.offsetWidth > 0 && !one.closest('.unseen, .skip')"
        " && one.getBoundingClientRect().right > 321).map((one) => one.outerHTML.slice(0, 80))"
    )
    assert wide == []
    opened.page.locator("#panel-close").click()
    assert not opened.page.locator("#panel").is_visible()
    opened.page.locator("#filter-toggle").click()
    assert opened.page.locator("#filters").is_visible()


def test_data_that_cannot_be_read_is_said_to_be_so(visit: Begin, small_page: Path, tmp_path: Path) -> None:
    text = small_page.read_text("utf-8")
    broken = tmp_path / "broken.html"
    broken.write_text(text.replace('id="knowledge">{', 'id="knowledge">{{', 1), encoding="utf-8")
    opened = visit()
    opened.page.goto(broken.as_uri())
    assert opened.page.locator("#failed").is_visible()
    assert not opened.page.locator("#loading").is_visible()


def test_groups_stand_for_their_members_and_open_into_them(visit: Begin, small_page: Path) -> None:
    opened = visit().open(small_page)
    opened.page.locator("[data-base=groups]").click()
    group, members = opened.page.evaluate(
        """() => { const { id, group } = zerentu.view.nodes.find((node) => node.group);
          return [id, group.members.map((entity) => entity.id)]; }"""
    )
    assert set(members).isdisjoint(opened.shown())
    x, y = opened.point_of(group)
    opened.page.mouse.dblclick(x, y)
    assert set(members) <= set(opened.shown())
    assert group not in opened.shown()
    again = visit().open(small_page, "#" + opened.page.url.split("#", 1)[1])
    assert again.shown() == opened.shown()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_english_and_the_other_theme_are_one_press_away_and_kept_in_the_address(
    visit: Begin, small_page: Path, scheme: str
) -> None:
    opened = visit(color_scheme=scheme).open(small_page)
    before = opened.page.evaluate("getComputedStyle(document.body).backgroundColor")
    opened.page.locator("#theme").click()
    opened.page.locator("#language").click()
    assert opened.page.evaluate("getComputedStyle(document.body).backgroundColor") != before
    assert opened.page.locator("html").get_attribute("lang") == "en"
    assert opened.page.locator("#panel h2").inner_text() == "Start here"
    assert "lang=en" in opened.page.url
    assert f"theme={'light' if scheme == 'dark' else 'dark'}" in opened.page.url


def test_reasons_of_links_and_sectors_are_in_the_language_of_the_page(
    visit: Begin, write: Callable[[KnowledgeGraph], Path]
) -> None:
    told = {
        "zh": ("除项目用词外同名（汉芯半导体产业园），地区相合", "名称含“半导体”“芯”，电子信息与半导体 6.9"),
        "en": (
            "the same name but for project words (汉芯半导体产业园), and the areas agree",
            "the name holds “半导体”, “芯”: electronics and semiconductors 6.9",
        ),
    }
    opened = visit().open(write(made().records))
    opened.find(PROJECT)
    for language, other in (("zh", "en"), ("en", "zh")):
        panel = opened.panel()
        assert [words in panel for words in (*told[language], *told[other])] == [True, True, False, False]
        opened.page.locator("#language").click()
