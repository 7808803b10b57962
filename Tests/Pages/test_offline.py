"""A site built with --offline and opened from the disk: no server, no modules, every link names its file, search works."""

import os
import subprocess
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """The sample content built as an offline copy."""
    program = os.environ.get("GONGKAI_PROGRAM") or next(
        (str(path) for path in [PROJECT / ".build/release/gongkai", PROJECT / ".build/debug/gongkai"] if path.exists()), None
    )
    if program is None:
        pytest.skip("there is no built program; set GONGKAI_PROGRAM")
    folder = tmp_path_factory.mktemp("offline") / "site"
    subprocess.run(
        [program, "build", "--offline", "--at", "2026-01-01", "--quiet", "--content", str(PROJECT / "content"), "--output", str(folder)],
        check=True, cwd=PROJECT, env={**os.environ, "GONGKAI_HOME": str(PROJECT)},
    )
    return folder


@pytest.fixture
def disk_page(browser):
    context = browser.new_context()
    page = context.new_page()
    page.complaints, page.outside = [], []
    page.on("console", lambda m: page.complaints.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda e: page.complaints.append(str(e)))
    page.on("request", lambda r: page.outside.append(r.url) if not r.url.startswith("file:") else None)
    yield page
    assert page.outside == []
    context.close()


def test_the_search_page_answers_from_the_disk(copy, disk_page):
    disk_page.goto((copy / "search/index.html").as_uri() + "?q=网格化管理")
    link = disk_page.locator("#search h3 a").first
    link.wait_for()
    assert disk_page.locator("#search mark").first.inner_text() == "网格化管理"
    link.click()
    disk_page.wait_for_load_state()
    assert disk_page.url.startswith(copy.as_uri()) and "/index.html" in disk_page.url
    assert disk_page.locator("h1").first.is_visible()
    assert disk_page.complaints == []


def test_a_query_typed_on_any_page_leads_to_results(copy, disk_page):
    disk_page.goto((copy / "index.html").as_uri())
    disk_page.fill("#site-q", "法治政府建设")
    disk_page.press("#site-q", "Enter")
    disk_page.locator("#search h3 a").first.wait_for()
    assert disk_page.complaints == []


def test_the_box_suggests_documents_from_the_disk(copy, disk_page):
    disk_page.goto((copy / "index.html").as_uri())
    disk_page.click("#site-q")
    disk_page.keyboard.type("法治政府", delay=20)
    disk_page.locator("#site-options [role=option]").first.wait_for()


@pytest.mark.parametrize("query, found", [("示府规[2024]1号", "shi-fu-gui-2024-1"), ("gljt", "/d/"), ("網格化管理", "ning-fa-2017-10"), ("“公共租赁住房”", "/d/")])
def test_every_part_of_the_engine_is_there(copy, disk_page, query, found):
    disk_page.goto((copy / "search/index.html").as_uri() + "?q=" + query)
    link = disk_page.locator("#search h3 a").first
    link.wait_for()
    assert found in link.get_attribute("href")
    assert disk_page.complaints == []


def test_every_link_names_a_file_that_is_there(copy, disk_page):
    for start in ["index.html", "documents/index.html", "search/index.html"]:
        disk_page.goto((copy / start).as_uri())
        links = disk_page.eval_on_selector_all("a[href]", "all => all.map(it => it.href).filter(it => it.startsWith('file:'))")
        assert len(links) > 5
        from urllib.parse import unquote, urlsplit

        missing = [it for it in links if not Path(unquote(urlsplit(it).path)).is_file()]
        assert missing == []


def test_a_missing_file_of_the_index_is_said_in_words(copy, disk_page, tmp_path):
    import shutil

    broken = tmp_path / "broken"
    shutil.copytree(copy, broken)
    for file in (broken / "search").glob("*/c/*/*.js"):
        file.unlink()
    disk_page.goto((broken / "search/index.html").as_uri() + "?q=网格化管理")
    disk_page.locator("#search [role=alert]").wait_for()
