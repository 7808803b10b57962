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
    anchor = link.get_attribute("href").split("#")[1].split(":~:")[0]
    assert anchor in ("2.1.8", "2.4.24")
    row = page.locator(".results li").filter(has=page.locator('a[href*="/d/ning-fa-2017-10/#"]')).first
    assert "网格化管理" in row.locator("mark").first.inner_text()
    link.click()
    page.wait_for_url("**/d/ning-fa-2017-10/#*")
    until(page, f"document.getElementById('{anchor}')")
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


def test_search_fetches_little(open_page, server):
    page = open_page("/search/").page
    page.wait_for_load_state("networkidle")
    server.requests.clear()
    page.locator("#q").fill("网格化管理")
    page.keyboard.press("Enter")
    page.wait_for_selector(".results li")
    asked = [r for r in server.requests if r[0].startswith("/search/") and "/f/" not in r[0]]
    assert len(asked) <= 8, "the index, its manifest, a chunk for each of four pairs, a block"


def test_a_card_says_what_a_reader_needs(open_page):
    page = open_page("/search/?q=高龄津贴").page
    page.wait_for_selector(".results li")
    card = page.locator(".results > li").first
    text = card.inner_text()
    assert "示民〔2025〕14号" in text and "示例县民政局" in text and "2025-03-12" in text and "未标注" in text
    assert card.locator("h3 a").count() == 1
    assert card.locator(".facts .hidden").all_inner_texts() == ["文号：", "机构：", "日期：", "有效性："]


def test_a_card_says_where_in_the_document_the_clause_stands(open_page):
    page = open_page("/search/?q=公共租赁住房").page
    page.wait_for_selector(".results li")
    assert "第一章总则" in page.locator(".hit-path").all_inner_texts()


def test_a_total_that_was_not_compared_with_the_texts_is_said_to_be_about(open_page):
    page = open_page("/search/?q=人民政府").page
    page.wait_for_selector(".pages a[rel=next]")
    assert re.fullmatch(r"约 \d+ 件", page.locator("#search [role=status]").inner_text()), "the texts of ten of them were compared"
    for query, count in [("关于印发", 8), ("公共租赁住房", 4)]:
        page.goto(page.url.split("?")[0] + "?q=" + query)
        page.wait_for_selector(".results li")
        assert page.locator("#search [role=status]").inner_text() == f"找到 {count} 件"
        assert page.locator(".results > li").count() == count


def test_exactly_what_was_typed_is_marked(open_page):
    page = open_page("/search/?q=宁波市 防汛").page
    page.goto(page.url.split("?")[0] + "?q=" + "防汛")
    page.wait_for_selector(".results mark")
    assert set(page.locator(".results mark").all_inner_texts()) == {"防汛"}


def test_a_hit_leads_to_its_clause_and_marks_the_words_there(open_page):
    page = open_page("/search/?q=网格化管理").page
    link = page.locator('.results a[href*="/d/ning-fa-2017-10/#"]').first
    link.wait_for()
    assert link.get_attribute("href").endswith(":~:text=" + "%E7%BD%91%E6%A0%BC%E5%8C%96%E7%AE%A1%E7%90%86")
    link.click()
    page.wait_for_url("**/d/ning-fa-2017-10/#*")
    until(page, "document.querySelector(':target')?.textContent.includes('网格化管理')")
    assert page.evaluate("document.querySelector(':target').getBoundingClientRect().top < innerHeight")
    colour = "it => getComputedStyle(it).backgroundColor"
    assert page.locator(":target").evaluate(colour) != page.locator("article.text p:not(:target)").first.evaluate(colour), "the clause stands out"


def counts(page):
    return page.locator(".facets h2").evaluate_all(
        "all => all.map(h => [h.textContent, [...h.nextElementSibling.querySelectorAll('li')].map(li => [li.querySelector('a').textContent, +li.querySelector('.n')?.textContent])])"
    )


def total(page):
    return int(re.search(r"\d+", page.locator("#search [role=status]").inner_text())[0])


def test_filters_are_ordered_by_count_and_keep_their_promise(open_page):
    page = open_page("/search/?q=通知").page
    page.wait_for_selector(".facets li")
    groups = counts(page)
    assert [name for name, _ in groups] == ["机构", "年份", "有效性", "体裁", "公开目录", "主题"]
    for _, values in groups:
        numbers = [n for _, n in values]
        assert numbers == sorted(numbers, reverse=True) and all(numbers)
    value, promised = groups[0][1][0]
    page.locator(".facets a", has_text=value).first.click()
    until(page, "location.search.includes('organ=')")
    page.wait_for_selector(".facets [aria-current]")
    assert total(page) == promised
    assert page.evaluate("document.activeElement.closest('.facets') !== null"), "the keyboard stays at the filter"
    page.keyboard.press("Enter")
    until(page, "!location.search.includes('organ=')")


def test_filters_sort_and_page_are_in_the_address_and_come_back(open_page):
    page = open_page("/search/?q=的").page
    page.wait_for_selector(".pages a[rel=next]")
    page.locator(".sort a", has_text="按日期").click()
    until(page, "location.search.includes('sort=date')")
    page.wait_for_selector(".sort a[aria-current]:text('按日期')")
    first = page.locator(".results h3").first.inner_text()
    page.locator(".pages a[rel=next]").click()
    until(page, "document.querySelector('.results')?.start === 11")
    second = page.locator(".results h3").all_inner_texts()
    assert first not in second
    until(page, "document.activeElement.dataset.key === 'results'")
    address = page.url
    page.reload()
    until(page, "document.querySelector('.results')?.start === 11")
    assert page.url == address and page.locator(".results h3").all_inner_texts() == second
    page.go_back()
    until(page, "document.querySelector('.results')?.start === 1")
    assert page.locator(".results h3").first.inner_text() == first
    page.go_back()
    until(page, "!location.search.includes('sort=')")


def test_the_pages_together_show_every_hit_once(open_page):
    page = open_page("/search/?q=的").page
    page.wait_for_selector(".results li")
    promised, seen = total(page), []
    for start in range(1, 200, 10):
        until(page, f"document.querySelector('.results')?.start === {start}")
        seen += page.locator(".results h3 a").evaluate_all("all => all.map(a => a.href.split('#')[0])")
        if not page.locator(".pages a[rel=next]").count():
            break
        page.locator(".pages a[rel=next]").click()
    assert len(seen) == len(set(seen)) == promised


def test_when_no_document_has_all_words_the_best_are_shown_with_what_they_lack(open_page):
    page = open_page("/search/?q=高龄津贴 网格化管理 鱻鱻").page
    page.wait_for_selector(".results li")
    assert "没有文件含有全部词语" in page.locator("#search .lead").inner_text()
    assert "鱻鱻" in page.locator("#search .lead").inner_text()
    assert "不含" in page.locator(".results > li").first.inner_text()


def test_a_query_without_words_is_answered_in_words(open_page):
    page = open_page("/search/?q=。，、；！").page
    until(page, "document.querySelector('#search [role=status]').textContent.includes('没有可以查找的字词')")


def test_a_very_long_query_is_cut_and_says_so(open_page):
    watched = open_page("/search/?q=" + "a" * 3000 + "通知" * 300)
    watched.page.wait_for_selector("#search .lead")
    assert "太长" in watched.page.locator("#search .lead").inner_text()
    watched.page.locator("#q").fill("通知" * 5000)
    assert len(watched.page.input_value("#q")) <= 10000
    watched.page.keyboard.press("Enter")
    until(watched.page, "document.title.startsWith('通知通知')")
    assert not watched.complaints


def test_lone_surrogates_and_control_characters_are_only_text(open_page, server):
    watched = open_page("/search/")
    page = watched.page
    server.requests.clear()
    for text in ["\\uD800通知\\uDC00", "\\u0007\\u001b[31m通知", "\\u202e\\u2066通知", "\\uDBFF"]:
        page.evaluate(f"() => {{ const q = document.getElementById('q'); q.value = '{text}'; q.form.requestSubmit() }}")
        page.wait_for_timeout(150)
    until(page, "!document.querySelector('[aria-busy]')")
    assert page.locator("#search .banner").count() == 0
    assert not watched.complaints and not watched.foreign
    assert all(path.startswith(("/search/", "/assets/")) for path, _, _ in server.requests), server.requests


def test_results_follow_the_typing_and_are_announced_once(open_page):
    page = open_page("/search/").page
    page.evaluate(
        """() => { window.said = []; new MutationObserver(() => { const t = document.querySelector('#search [role=status]').textContent
            if (t && !/正在/.test(t)) said.push(t) }).observe(document.querySelector('#search [role=status]'), { childList: true, characterData: true, subtree: true }) }"""
    )
    page.locator("#q").click()
    page.keyboard.type("防汛备汛", delay=60)
    page.wait_for_selector(".results li")
    page.wait_for_timeout(400)
    assert len(page.evaluate("said")) == 1
    assert page.evaluate("document.activeElement.id") == "q" and page.input_value("#q") == "防汛备汛"


def test_an_open_composition_is_not_a_query(open_page):
    page = open_page("/search/").page
    page.locator("#q").click()
    session = page.context.new_cdp_session(page)
    for length in range(1, 9):
        session.send("Input.imeSetComposition", {"text": "fangxun1"[:length], "selectionStart": length, "selectionEnd": length})
        page.wait_for_timeout(90)
    page.wait_for_timeout(700)
    assert "q=" not in page.url and page.locator(".results").count() == 0
    session.send("Input.insertText", {"text": "防汛"})
    page.wait_for_selector(".results li")
    assert page.input_value("#q") == "防汛" and "q=" in page.url


def test_an_enter_that_belongs_to_the_input_method_does_not_submit(open_page):
    page = open_page("/search/").page
    page.locator("#q").fill("防汛")
    prevented = page.evaluate(
        """() => { const q = document.getElementById('q')
             return !q.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true, cancelable: true })) }"""
    )
    assert prevented


def test_everything_on_the_page_of_results_can_be_done_by_keyboard(open_page):
    page = open_page("/search/").page
    page.keyboard.press("Tab")
    for _ in range(40):
        if page.evaluate("document.activeElement.id") == "q":
            break
        page.keyboard.press("Tab")
    page.keyboard.type("通知")
    page.keyboard.press("Enter")
    page.wait_for_selector(".facets li")
    names = []
    for _ in range(90):
        page.keyboard.press("Tab")
        names.append(page.evaluate("document.activeElement.closest('.facets, .sort, .results, .pages')?.className ?? ''"))
    assert {"facets", "sort", "results", "pages"} <= set(names)


@pytest.mark.parametrize("query", ["通知", "鱻鱻", "网格化管理"])
def test_results_fit_a_window_of_320_pixels(open_page, query):
    page = open_page(f"/search/?q={query}", width=320, height=640).page
    until(page, "document.querySelector('#search [role=status]').textContent")
    page.wait_for_timeout(300)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    summary = page.locator(".facets > details > summary")
    if summary.count():
        assert not page.locator(".facets a").first.is_visible()
        summary.click()
        assert page.locator(".facets a").first.is_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_print_has_the_query_the_total_and_the_cards_and_nothing_to_click(open_page):
    page = open_page("/search/?q=通知&year=2023").page
    page.wait_for_selector(".facets li")
    page.emulate_media(media="print")
    assert page.locator(".asked").is_visible() and "通知" in page.locator(".asked").inner_text() and "2023" in page.locator(".asked").inner_text()
    assert page.locator("#search [role=status]").is_visible()
    assert page.locator(".results .facts").first.is_visible() and page.locator(".snippet").first.is_visible()
    for selector in (".facets", ".sort", "form.big-search", ".site-head"):
        assert not page.locator(selector).first.is_visible(), selector


def test_without_script_the_form_leads_to_lists_and_numbers(open_page):
    page = open_page("/", script=False).page
    page.locator("#site-q").fill("防汛")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=**")
    assert "需要浏览器允许脚本" in page.locator("#search-fallback").inner_text()
    page.locator("#search-fallback a", has_text="文号").first.click()
    page.wait_for_url("**/numbers/**")
    assert page.locator('main a[href*="/d/"], main a[href^="../d/"]').count() > 5
    page.go_back()
    assert page.locator('#search-fallback a[href*="year/"]').count() > 0


def test_the_search_runs_in_a_worker(open_page):
    page = open_page("/search/?q=防汛").page
    page.wait_for_selector(".results li")
    assert len(page.workers) >= 1


def test_when_the_policy_refuses_a_worker_the_page_searches_itself(open_page, server):
    server.policy += "; worker-src 'none'"
    watched = open_page("/search/?q=防汛")
    watched.page.wait_for_selector(".results li")
    assert watched.page.workers == []
    watched.page.locator("#q").fill("通知")
    watched.page.keyboard.press("Enter")
    until(watched.page, "document.title.startsWith('通知')")


def test_a_worker_that_never_answers_is_given_up(open_page, server):
    asked = []

    def mute(path, status, body, kind):
        if "gongkai-search-worker" in path:
            asked.append(path)
            body = body if len(asked) == 1 else b""
        return status, body, kind

    server.tamper = mute
    page = open_page("/search/?q=防汛").page
    page.wait_for_selector(".results li", timeout=15_000)
    assert len(asked) == 2 and page.workers == []


def test_a_query_asks_for_nothing_outside_the_index(open_page, server):
    watched = open_page("/search/")
    watched.page.wait_for_load_state("networkidle")
    server.requests.clear()
    for query in ["../../etc/passwd", "https://example.org/", "//example.org/x", ".*+?^${}()|[]\\\\", "%2e%2e%2f"]:
        watched.page.locator("#q").fill(query)
        watched.page.keyboard.press("Enter")
        watched.page.wait_for_timeout(200)
    assert all(path.startswith(("/search/", "/assets/")) for path, _, _ in server.requests), server.requests
    assert not watched.foreign and not watched.complaints
