"""Every page says what the graph says, in both languages, and nothing in a document becomes markup."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import pytest

from kg.model import Finding, KnowledgeGraph, Place
from kg.serve import Settings
from tests.browser.test_hostile import ATTACKS, hostile_graph
from tests.export.make import ALPHA, BETA, ENTITIES, FIRM, LEADER, OTHER, PARK, PLANNING, STORAGE, small_graph
from tests.serve.conftest import client_of

PAGE = {"Accept": "text/html"}
PAGES = (
    *("/", "/explore", "/timeline", "/changes", "/matrix", "/compare", "/query", "/review", "/ontology"),
    *(
        "/matrix?rows=sector&columns=year",
        "/matrix?rows=area",
        "/search",
        "/search?q=储能&all=1",
        "/search?q=谁负责储能电站？",
    ),
    *(f"/document/{quote(name)}" for name in (ALPHA, BETA)),
    *(f"/id/{one.id}" for one in ENTITIES),
)


def text_of(answer: Any) -> str:
    assert answer.status_code == 200, answer.text[:500]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", answer.text))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("path", PAGES)
def test_every_page_opens_in_both_languages(client: Any, path: str, language: str) -> None:
    answer = client.get(path, headers=PAGE | {"Cookie": f"lang={language}"})
    assert answer.status_code == 200
    assert ('<html lang="zh-CN"' in answer.text) == (language == "zh" or path == "/explore")


def test_the_language_asked_for_is_kept(client: Any) -> None:
    answer = client.get("/?lang=en", headers=PAGE)
    assert ("Who owns which project" in answer.text, answer.headers["set-cookie"].split(";")[0]) == (True, "lang=en")
    client.cookies.clear()


def test_a_portfolio_tells_lead_from_joint_with_stage_and_quote(client: Any) -> None:
    text = text_of(client.get(f"/id/{PLANNING.id}", headers=PAGE))
    assert "牵头的项目" in text
    assert STORAGE.name in text
    fact = next(
        one for one in small_graph().facts if one.subject_entity == PLANNING.id and one.object_entity == STORAGE.id
    )
    assert fact.evidence.quote in text


def test_a_dossier_has_owners_undertaker_place_amounts_and_reports(client: Any) -> None:
    text = text_of(client.get(f"/id/{STORAGE.id}", headers=PAGE))
    for expected in (PLANNING.name, FIRM.name, "柳树镇", "5亿元", "6亿元", "各文件怎么说", LEADER.name):
        assert expected in text


def test_people_parks_and_areas_have_pages(client: Any) -> None:
    assert "分管的任务" in text_of(client.get(f"/id/{LEADER.id}", headers=PAGE))
    assert PARK.name in text_of(client.get(f"/id/{PARK.id}", headers=PAGE))
    assert "乙区锂电隔膜生产线项目" in text_of(client.get(f"/id/{OTHER.id}", headers=PAGE))


def test_every_quote_of_a_thing_opens_lit_up_in_the_reader(client: Any) -> None:
    """One click from a page to the very words, whole and marked."""
    page = client.get(f"/id/{STORAGE.id}", headers=PAGE).text
    links = set(re.findall(r'href="(/document/[^"]+lit=[^"]+)"', page))
    assert links
    for link in links:
        part, start, end = unquote(re.findall(r"lit=([^&#]+)", link)[0]).split(":")
        row = re.findall(r"row=(r\d+)", link)[0]
        document = unquote(re.findall(r"/document/([^?]+)", link)[0])
        text = next(one for one in small_graph().rows if (one.document, one.row) == (document, row)).text(part)
        shown = client.get(link.replace("&amp;", "&"), headers=PAGE).text
        article = shown[shown.index(f'id="{row}"') :]
        if part in ("units", "leaders"):
            assert "lit-cell" in article[: article.index("</article>")]
            continue
        lit = re.findall(
            r'<mark>([^<]*)</mark>|class="inline [^"]* lit"[^>]*>([^<]*)<', article[: article.index("</article>")]
        )
        assert "".join(a or b for a, b in lit) == text[int(start) : int(end)] != ""


def test_marks_in_the_reader_lead_to_their_things(client: Any) -> None:
    page = client.get(f"/document/{quote(ALPHA)}", headers=PAGE).text
    assert f'href="/id/{STORAGE.id}"' in page
    assert f'href="/id/{PLANNING.id}"' in page


def test_a_number_of_the_matrix_opens_what_it_counts(client: Any) -> None:
    page = client.get("/matrix?rows=agency&columns=stage", headers=PAGE).text
    link = next(one for one in re.findall(r'href="(/matrix[^"]*row=[^"]*)"', page) if PLANNING.id in one)
    opened = client.get(link.replace("&amp;", "&"), headers=PAGE).text
    assert STORAGE.name in opened[opened.index('id="opened"') : opened.index("</section>", opened.index('id="opened"'))]


def test_what_was_not_yet_known_is_not_on_the_timeline(client: Any) -> None:
    from kg.graph.timeline import timeline
    from kg.graph.view import view_of

    view = view_of(small_graph())
    stated = [one for one in timeline(view, STORAGE.id).reports if one.stage]
    first = stated[0].period
    page = text_of(client.get("/timeline", params={"area": STORAGE.area, "as_of": first}, headers=PAGE))
    assert STORAGE.name in page
    later = {one.period for one in stated} - {first}
    assert all(f"as_of={one}" not in page for one in later)


def test_changes_tell_what_became_of_projects_with_both_quotes(built: Callable[[KnowledgeGraph], Path]) -> None:
    graph = small_graph()
    same = {"reviews": None, "area": STORAGE.area}
    documents = tuple(info.model_copy(update=same) for info in graph.documents)
    with client_of(built(graph.model_copy(update={"documents": documents}))) as client:
        text = text_of(client.get("/changes", headers=PAGE))
    assert "倒退 1" in text
    assert f"{STORAGE.name}2023年为“建成投用”，2024年为“主体完工”" in text
    assert "储能电站已建成，总投资6亿元。" in text


def test_search_leads_to_the_one_thing_of_a_name_and_lists_namesakes(client: Any) -> None:
    one = client.get("/search", params={"q": "甲区发展和改革局"}, headers=PAGE)
    assert (one.status_code, one.headers["location"]) == (303, f"/id/{PLANNING.id}")
    several = text_of(client.get("/search", params={"q": "区发改局"}, headers=PAGE))
    assert "甲区发展和改革局" in several
    assert "乙区发展和改革局" in several


@pytest.mark.parametrize("typed", ["储能", "东海绿能", "jiaqufazhan", "储能电占"])
def test_suggestions_by_name_alias_pinyin_and_likeness(client: Any, typed: str) -> None:
    found = client.get("/api/suggest", params={"q": typed}).json()
    names = {"储能": STORAGE.name, "东海绿能": FIRM.name, "jiaqufazhan": PLANNING.name, "储能电占": STORAGE.name}
    assert names[typed] in [one["name"] for one in found]


def test_a_question_is_answered_with_its_quotes(client: Any) -> None:
    answer = client.get("/search", params={"q": "谁负责100兆瓦储能电站？"}, headers=PAGE)
    assert "区发改局" in text_of(answer)
    assert "lit=" in answer.text


def test_home_names_areas_coverage_and_doubts(client: Any) -> None:
    text = text_of(client.get("/", headers=PAGE))
    for expected in ("甲区", "乙区", "有一栏的表头不认识。", "1 对实体可能相同"):
        assert expected in text


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh", ("横条：各单位负责的项目数", "横条：到这一步的项目数")),
        ("en", ("bars: projects that each agency answers for", "bars: projects at each stage")),
    ],
)
def test_bars_of_home_say_what_they_count(client: Any, language: str, said: tuple[str, ...]) -> None:
    text = text_of(client.get("/", headers=PAGE | {"Cookie": f"lang={language}"}))
    assert all(sentence in text for sentence in said)


def test_pages_are_below_the_path_where_the_app_is_mounted(small_build: Path) -> None:
    from starlette.applications import Starlette
    from starlette.routing import Mount

    from kg.serve import create_app
    from tests.serve.conftest import BASE, TestClient

    app = create_app(small_build, Settings(workers=1))
    client = TestClient(Starlette(routes=[Mount("/graph", app=app)]), base_url=BASE, follow_redirects=False)
    for path in ("/", f"/id/{STORAGE.id}", f"/document/{quote(ALPHA)}", "/query", "/explore"):
        page = client.get(f"/graph{path}", headers=PAGE)
        assert page.status_code == 200
        assert [
            one for one in re.findall(r'(?:href|src|action)="(/[^"]*)"', page.text) if not one.startswith("/graph/")
        ] == []
    for link in re.findall(r'(?:href|src)="(/graph/static[^"]*)"', client.get("/graph/", headers=PAGE).text):
        assert client.get(link).status_code == 200
    answer = client.get("/graph/sparql", params={"query": "ASK {}"})
    assert answer.json()["boolean"] is True
    assert client.get("/graph/sparql", headers=PAGE).headers["location"] == "/graph/query"
    app.state.workers.close()


@pytest.mark.parametrize("attack", ATTACKS)
def test_hostile_texts_never_become_markup(built: Callable[[KnowledgeGraph], Path], attack: str) -> None:
    graph = hostile_graph(attack)
    with client_of(built(graph)) as client:
        for path in (
            *PAGES,
            f"/search?q={quote(attack)}",
            f"/id/{quote(attack, safe='')}",
            f"/document/{quote(attack, safe='')}",
        ):
            page = client.get(path, headers=PAGE).text
            for live in ("<script>window", "<img src=x", "<svg onload", 'href="javascript:'):
                assert live not in page, path


@pytest.mark.parametrize(
    ("path", "status"),
    [("/nothing", 404), ("/document/none.txt", 404), ("/id/agency-0000000000", 404), ("/static/x.css", 404)],
)
def test_what_is_not_there_is_said_as_a_page_or_as_data(client: Any, path: str, status: int) -> None:
    page, data = client.get(path, headers=PAGE), client.get(path, headers={"Accept": "application/json"})
    assert (page.status_code, page.headers["content-type"], "没有找到" in page.text) == (
        status,
        "text/html; charset=utf-8",
        True,
    )
    assert (data.status_code, data.json()["error"]["status"]) == (status, status)


@pytest.mark.parametrize(
    ("asked", "chinese", "english"),
    [("/nothing?", "按名称搜索", "Not Found"), ("/compare?a=火星区&b=金星区&", "图谱中没有地区", "is no area")],
)
def test_a_failure_is_told_in_the_readers_language(client: Any, asked: str, chinese: str, english: str) -> None:
    here, there = (client.get(f"{asked}lang={language}", headers=PAGE).text for language in ("zh", "en"))

    assert chinese in here
    assert english not in here
    assert english in there


def test_the_remark_of_an_answer_is_in_the_language_of_the_page(client: Any) -> None:
    shown = {
        language: client.get("/search?q=今天天气怎么样", headers=PAGE | {"Cookie": f"lang={language}"}).text
        for language in ("zh", "en")
    }

    assert "没有听懂这个问题。" in shown["zh"]
    assert "The question was not understood." in shown["en"]


def test_findings_are_told_in_the_readers_language(built: Callable[[KnowledgeGraph], Path]) -> None:
    place = Place(document=ALPHA)
    said = ("无法从内容判断本文件所属的时期。", "不知何人的一句话。")
    found = tuple(Finding(severity="warning", code="period-unknown", message=one, place=place) for one in said)
    folder = built(small_graph().model_copy(update={"findings": found}))
    with client_of(folder) as client:
        for path in ("/", f"/document/{quote(ALPHA)}"):
            chinese, english = (text_of(client.get(f"{path}?lang={one}", headers=PAGE)) for one in ("zh", "en"))
            assert [one in chinese for one in said] == [True, True]
            assert [one in english for one in said] == [False, True]
            assert "the content does not tell of which period this document is" in english
