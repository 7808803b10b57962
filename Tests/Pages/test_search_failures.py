"""The page of results when something is wrong with a file, the server or the network: said in words, the rest of the page works."""

import time

import pytest

from waiting import until

ERROR_PAGE = b"<!DOCTYPE html><title>200 OK</title><script>window.hit=1</script><p>not found</p>"


def tamper(part, change):
    """An answer for the files whose path has `part`."""
    return lambda path, status, body, kind: change(status, body, kind) if part in path and path != "/search/" else (status, body, kind)


def asked(open_page, query="网格化管理"):
    """The page with a query that failed: its banner must be there."""
    watched = open_page(f"/search/?q={query}")
    watched.page.locator("#search .banner").wait_for()
    return watched


def the_rest_works(page):
    assert page.locator("#search .banner").get_attribute("role") == "alert"
    assert page.locator("#search-fallback a").first.is_visible()
    assert page.locator("#q").is_enabled() and page.input_value("#q") == "网格化管理"
    assert page.evaluate("window.hit") is None


PARTS = ["root.json", "/m.bin", "/c/", "/t/"]


@pytest.mark.parametrize("part", PARTS)
def test_a_missing_file_is_named(open_page, server, part):
    server.tamper = tamper(part, lambda *_: (404, b"<h1>404</h1>", "text/html"))
    page = asked(open_page).page
    text = page.locator("#search .banner").inner_text()
    assert "不在服务器上" in text and part.strip("/") in text
    the_rest_works(page)


@pytest.mark.parametrize("part", PARTS)
def test_a_truncated_file_is_damaged(open_page, server, part):
    server.tamper = tamper(part, lambda status, body, kind: (status, body[: len(body) * 2 // 3], kind))
    page = asked(open_page).page
    assert "不完整" in page.locator("#search .banner").inner_text()
    the_rest_works(page)


@pytest.mark.parametrize("part", PARTS)
def test_an_error_page_with_status_200_is_not_taken_for_a_file(open_page, server, part):
    server.tamper = tamper(part, lambda *_: (200, ERROR_PAGE, "text/html"))
    page = asked(open_page).page
    assert "被别的内容代替" in page.locator("#search .banner").inner_text()
    the_rest_works(page)


def test_swapped_files_are_damaged(open_page, server, site):
    chunks = sorted(p.relative_to(site).as_posix() for p in site.glob("search/*/c/*/*.bin"))
    other = dict(zip(chunks, chunks[1:] + chunks[:1]))
    server.tamper = lambda path, status, body, kind: (200, (site / other[path[1:]]).read_bytes(), kind) if path[1:] in other else (status, body, kind)
    page = asked(open_page).page
    assert "不完整" in page.locator("#search .banner").inner_text()
    the_rest_works(page)


def test_an_index_of_another_format_asks_for_a_reload(open_page, server):
    server.tamper = tamper("root.json", lambda status, body, kind: (status, body.replace(b"gongkai/search/", b"gongkai/search/9"), kind))
    page = asked(open_page).page
    assert "重新载入" in page.locator("#search .banner").inner_text()
    server.tamper = None
    page.locator("#search .banner button").click()
    page.wait_for_selector(".results li")


def test_an_index_of_another_build_is_found_again(open_page, server, site):
    """The site is published anew between two queries: the segment that the page knows is gone, another is there."""
    page = open_page("/search/?q=防汛").page
    page.wait_for_selector(".facets li")
    name = next(p.parent.name for p in site.glob("search/*/m.bin"))
    new = "0123456789ab"

    def another_build(path, status, body, kind):
        if path.startswith(f"/search/{name}/"):
            return 404, b"", "text/html"
        if path.startswith(f"/search/{new}/"):
            return server.answer(path.replace(new, name))
        return status, body.replace(name.encode(), new.encode()) if path.endswith("root.json") else body, kind

    server.tamper = another_build
    page.locator("#q").fill("公共租赁住房")
    page.keyboard.press("Enter")
    until(page, "document.title.startsWith('公共租赁住房')")
    assert page.locator("#search .banner").count() == 0


def test_a_failed_search_can_be_tried_again(open_page, server):
    server.failing = {"/c/"}
    page = asked(open_page).page
    assert "没有收到服务器的回应" in page.locator("#search .banner").inner_text()
    server.failing = set()
    page.locator("#search .banner button").click()
    page.wait_for_selector(".results li")
    assert page.locator("#search .banner").count() == 0 and page.locator("#search-fallback").is_hidden()
    until(page, "document.activeElement.dataset.key === 'results'")


def test_a_failed_later_query_can_be_tried_again(open_page, server):
    page = open_page("/search/?q=防汛").page
    page.wait_for_selector(".facets li")
    server.tamper = tamper("/t/", lambda *_: (200, ERROR_PAGE, "text/html"))
    page.locator("#q").fill("网格化管理")
    page.keyboard.press("Enter")
    page.locator("#search .banner").wait_for()
    the_rest_works(page)
    server.tamper = None
    page.locator("#search .banner button").click()
    page.wait_for_selector(".results li")


def test_when_only_the_filters_fail_the_results_stay(open_page, server):
    server.failing = {"/f/"}
    page = open_page("/search/?q=防汛").page
    page.wait_for_selector(".results li")
    page.wait_for_timeout(500)
    assert page.locator("#search .banner").count() == 0 and page.locator(".facets").is_hidden()


def test_slow_filters_do_not_hide_the_total(open_page, server):
    def slow(path, status, body, kind):
        if "/f/" in path:
            time.sleep(1.5)
        return status, body, kind

    server.tamper = slow
    page = open_page("/search/?q=防汛").page
    page.wait_for_selector(".results li")
    total = page.locator("#search [role=status]").inner_text()
    page.wait_for_selector(".facets li")
    assert "找到" in total and page.locator("#search [role=status]").inner_text() == total


def test_a_script_that_does_not_arrive_is_said(open_page, server):
    server.failing = {"/assets/gongkai-search-"}
    page = asked(open_page).page
    the_rest_works(page)
    server.failing = set()
    page.locator("#search .banner button").click()
    page.wait_for_selector(".results li")


def test_a_part_of_the_engine_that_does_not_arrive_is_asked_for_again(open_page, server):
    page = open_page("/search/?q=防汛").page
    page.wait_for_selector(".facets li")
    server.failing = {"/assets/gongkai-search-language"}
    page.locator("#q").fill("示府规〔2024〕1号")
    page.keyboard.press("Enter")
    page.locator("#search .banner").wait_for()
    assert "没有收到服务器的回应" in page.locator("#search .banner").inner_text()
    server.failing = set()
    page.locator("#search .banner button").click()
    page.wait_for_selector(".results li")
    assert "/d/shi-fu-gui-2024-1/" in page.locator(".results a").first.get_attribute("href")


def test_a_slow_server_is_waited_for_in_words(open_page, server):
    def slow(path, status, body, kind):
        if "/c/" in path:
            time.sleep(2)
        return status, body, kind

    server.tamper = slow
    page = open_page("/search/?q=防汛").page
    until(page, "document.querySelector('#search [role=status]').textContent.includes('正在搜索')", seconds=2.5)
    assert page.evaluate("document.querySelector('[aria-busy]') !== null")
    page.wait_for_selector(".results li")
    until(page, "document.querySelector('[aria-busy]') === null")


def test_a_dead_server_is_given_up(open_page, server):
    """A server that takes the question and never answers. The clock of the page is moved, so the search runs in the page."""
    server.policy += "; worker-src 'none'"
    watched = open_page("/search/")
    page = watched.page
    page.wait_for_load_state("networkidle")
    stop = time.monotonic() + 60
    gone = []

    def dead(path, status, body, kind):
        while "/c/" in path and not gone and time.monotonic() < stop:
            time.sleep(0.05)
        return status, body, kind

    server.tamper = dead
    try:
        page.clock.install()
        page.locator("#q").fill("网格化管理")
        page.keyboard.press("Enter")
        page.wait_for_timeout(300)
        page.clock.run_for(7000)
        until(page, "document.querySelector('#search [role=status]').textContent.includes('仍在等待')")
        for _ in range(8):
            page.clock.run_for(5000)
            page.wait_for_timeout(50)
        until(page, "document.querySelector('#search .banner')")
        assert "没有收到服务器的回应" in page.locator("#search .banner").inner_text()
        the_rest_works(page)
    finally:
        gone.append(True)


def test_going_offline_is_said_and_coming_back_helps(open_page):
    watched = open_page("/search/?q=防汛")
    page = watched.page
    page.wait_for_selector(".facets li")
    page.context.set_offline(True)
    page.locator("#q").fill("网格化管理")
    page.keyboard.press("Enter")
    page.locator("#search .banner").wait_for()
    page.context.set_offline(False)
    page.locator("#search .banner button").click()
    page.wait_for_selector(".results li")
