"""Search in the browser: recall, the way from a hit to its clause, the address, the keyboard, hostile queries, failures."""

import random
import re

import pytest

from waiting import until

HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]+")


def test_typing_finds_the_clause_and_following_it_shows_the_clause(open_page):
    page = open_page("/search/").page
    page.locator("#q").click()
    page.keyboard.type("网格化管理")
    page.keyboard.press("Enter")
    link = page.locator('.results a[href*="/d/ning-fa-2017-10/#"]').first
    link.wait_for()
    assert link.get_attribute("href").split("#")[1] in ("2.1.8", "2.4.24")
    row = page.locator(".results li").filter(has=page.locator('a[href*="/d/ning-fa-2017-10/#"]')).first
    assert "网格化管理" in row.locator("mark").first.inner_text()
    link.click()
    page.wait_for_url("**/d/ning-fa-2017-10/#*")
    anchor = page.url.split("#")[1]
    box = page.locator(f'[id="{anchor}"]').bounding_box()
    assert "网格化管理" in page.locator(f'[id="{anchor}"]').inner_text()
    assert 0 <= box["y"] < 900


def test_every_han_substring_finds_its_document(open_page, site_map):
    """3,000 random substrings of 2 to 8 Han characters of the published texts, in the script of the page."""
    watched = open_page("/search/?q=通知")
    page = watched.page
    page.wait_for_selector(".results li")
    origin = page.evaluate("location.origin")
    runs = []
    reader = open_page("/").page
    for document in site_map.documents:
        reader.goto(f"{origin}/d/{document['id']}/")
        texts = reader.evaluate(
            """() => [document.querySelector('h1').textContent,
                ...[...document.querySelectorAll('article.text :is(p, h2, h3, h4, h5, h6, td, th, li)')].filter(e => !e.matches('.hidden')).map(e => {
                  const copy = e.cloneNode(true)
                  for (const extra of copy.querySelectorAll('.hidden, .anchor, .note, ol, ul, p, div')) extra.remove()
                  return copy.textContent })]"""
        )
        runs += [(document["id"], run) for text in texts for run in HAN.findall(text) if len(run) >= 2]
    assert len(runs) > 1000
    chance = random.Random(20170707)
    queries = []
    for _ in range(3000):
        ident, run = chance.choice(runs)
        length = chance.randint(2, min(8, len(run)))
        start = chance.randint(0, len(run) - length)
        queries.append((ident, run[start : start + length]))
    lost = page.evaluate(
        """async queries => {
             const box = document.getElementById('site-search')
             const script = performance.getEntriesByType('resource').map(e => e.name).find(n => /gongkai-search/.test(n))
             const { open } = await import(script)
             const engine = await open(new URL(box.dataset.base, document.baseURI).href)
             const lost = []
             for (const [id, query] of queries) {
               const { hits } = await engine.search(query, { limit: 1000 })
               if (!hits.some(hit => hit.id === id)) lost.push([id, query])
             }
             return lost
           }""",
        queries,
    )
    assert not lost, f"{len(lost)} of {len(queries)}, such as {lost[:5]}"


HOSTILE = [
    "<script>window.hit=1</script>", "<img src=x onerror=window.hit=1>", "\"><svg onload=window.hit=1>", "javascript:window.hit=1",
    "' onmouseover='window.hit=1", "{{constructor.constructor('window.hit=1')()}}", "${window.hit=1}", "__proto__", "constructor",
    "\u202e文件", "\u0000通知", "(" * 300, "%00%ff", "&#60;script&#62;", "a" * 5000, "😀通知", "../../etc/passwd", "通知\u2028公告",
]


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_query_is_only_text(open_page, query):
    from urllib.parse import quote

    watched = open_page("/search/?q=" + quote(query) + "&organ=" + quote(query) + "&from=-1&seen=x&sort=" + quote(query))
    page = watched.page
    until(page, "document.querySelector('#search [role=status]')?.textContent || document.querySelector('#search .banner')")
    assert page.evaluate("window.hit") is None
    assert page.locator("#search .banner").count() == 0
    assert page.evaluate("document.querySelectorAll('#search :is(script, img, svg, iframe)').length") == 0
    assert not watched.complaints and not watched.foreign


def test_going_back_restores_query_and_place(open_page):
    page = open_page("/search/?q=公共租赁住房").page
    page.wait_for_selector(".results li")
    page.locator("#q").fill("防汛")
    page.keyboard.press("Enter")
    until(page, "document.title.startsWith('防汛')")
    page.go_back()
    until(page, "document.title.startsWith('公共租赁住房')")
    assert page.input_value("#q") == "公共租赁住房"
    page.locator(".results a").first.click()
    page.wait_for_url("**/d/**")
    page.go_back()
    page.wait_for_selector(".results li")
    assert page.input_value("#q") == "公共租赁住房"


def test_sorting_by_date_puts_the_newest_first(open_page):
    page = open_page("/search/?q=通知&sort=date").page
    page.wait_for_selector(".results li")
    dates = page.locator(".results time").evaluate_all("all => all.map(e => e.dateTime)")
    assert len(dates) > 3 and dates == sorted(dates, reverse=True)


def test_a_document_number_finds_its_document_first(open_page):
    page = open_page("/search/?q=示府规〔2024〕1号").page
    page.wait_for_selector(".results li")
    assert "/d/shi-fu-gui-2024-1/" in page.locator(".results a").first.get_attribute("href")


def test_nothing_found_is_said_in_words(open_page):
    page = open_page("/search/?q=鱻鱻鱻鱻").page
    until(page, "document.querySelector('#search [role=status]').textContent.includes('没有找到')")


def test_suggestions_work_by_keyboard(open_page):
    page = open_page("/").page
    page.locator("#site-q").focus()
    page.keyboard.type("高龄津贴")
    page.wait_for_selector("#site-options:not([hidden]) li")
    assert page.get_attribute("#site-q", "aria-expanded") == "true"
    assert page.get_attribute("#site-q", "aria-activedescendant") is None
    page.keyboard.press("ArrowDown")
    assert page.get_attribute("#site-q", "aria-activedescendant") == "site-option-0"
    page.keyboard.press("Escape")
    assert page.locator("#site-options").is_hidden() and page.input_value("#site-q") == "高龄津贴"
    page.keyboard.press("ArrowDown")
    page.wait_for_selector("#site-options:not([hidden]) li")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/d/**")
    assert "高龄津贴" in page.locator("main").inner_text()


def test_enter_that_ends_a_composition_does_not_submit(open_page):
    page = open_page("/").page
    page.locator("#site-q").focus()
    session = page.context.new_cdp_session(page)
    session.send("Input.imeSetComposition", {"text": "fang", "selectionStart": 4, "selectionEnd": 4})
    page.wait_for_timeout(400)
    assert page.locator("#site-options").is_hidden()
    session.send("Input.insertText", {"text": "防汛"})
    page.wait_for_selector("#site-options:not([hidden]) li")
    assert page.url.endswith("/")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=**")
    page.wait_for_selector(".results li")


def test_a_failed_search_says_so_and_can_be_tried_again(open_page, server):
    server.failing = {"/search/"}
    try:
        watched = open_page("/")
        server.failing = set()
        page = watched.page
        page.goto(page.url + "search/")
        server.failing = {"/search/"}
        page.locator("#q").fill("防汛")
        page.keyboard.press("Enter")
        page.locator("#search .banner button").wait_for()
        server.failing = set()
        page.locator("#search .banner button").click()
        page.wait_for_selector(".results li")
    finally:
        server.failing = set()


def test_search_fetches_little(open_page, server):
    page = open_page("/search/").page
    page.wait_for_load_state("networkidle")
    server.requests.clear()
    page.locator("#q").fill("网格化管理")
    page.keyboard.press("Enter")
    page.wait_for_selector(".results li")
    asked = [r for r in server.requests if r[0].startswith("/search/")]
    assert len(asked) <= 12
