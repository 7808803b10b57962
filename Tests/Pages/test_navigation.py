"""Everything can be reached, with and without script."""


def test_every_document_is_at_most_four_clicks_from_home(site_map):
    clicks = site_map.clicks()
    documents = [f"/d/{document['id']}/index.html" for document in site_map.documents]
    assert len(documents) >= 20
    far = {p: clicks.get(p) for p in documents if clicks.get(p, 99) > 4}
    assert not far


def test_a_withdrawn_document_is_only_a_notice_that_names_its_successor(open_page, server):
    page = open_page("/d/shi-fa-gai-2022-6/").page
    text = page.locator("main").inner_text()
    assert "已撤下" in text and "阶梯水量填写有误" in text and "2.10元" not in text
    page.locator("main .banner a").click()
    page.wait_for_url("**/d/shi-fa-gai-2022-8/**")


def test_no_link_leads_nowhere(site_map, site):
    missing = {}
    for page in site_map.pages:
        for link in site_map.links(page):
            if not (site / link.lstrip("/")).is_file():
                missing.setdefault(page, []).append(link)
    assert not missing


def test_a_document_is_found_by_clicking_without_script(open_page):
    watched = open_page("/", script=False)
    page = watched.page
    page.locator("main a", has_text="2017").first.click()
    page.locator("main .results a", has_text="法治政府建设实施方案").first.click()
    page.wait_for_url("**/d/ning-fa-2017-10/**")
    page.locator("#toc summary").click() if not page.locator('#toc a[href="#2.4"]').is_visible() else None
    page.locator('#toc a[href="#2.4"]').click()
    page.wait_for_url("**#2.4")
    top = page.locator('[id="2.4"]').bounding_box()["y"]
    assert 0 <= top < 200


def test_search_without_script_says_so_and_shows_other_ways(open_page):
    page = open_page("/search/?q=防汛", script=False).page
    assert "脚本" in page.locator("main").inner_text()
    assert page.locator("#search-fallback a").count() > 5


def test_a_wrong_address_gets_a_page_that_works_at_any_depth(open_page):
    page = open_page("/no/such/place/").page
    assert page.locator("h1").inner_text()
    assert page.evaluate("getComputedStyle(document.querySelector('.site-head')).borderTopWidth") == "5px"
    page.locator("main a").first.click()
    page.wait_for_url(lambda address: not address.endswith("/no/such/place/"))
    page.locator("h1").wait_for()
    assert page.locator("h1").count() == 1


def test_the_source_is_offered_as_it_was_received(open_page, server, site):
    page = open_page("/d/ning-fa-2017-10/").page
    link = page.locator(".actions a", has_text="原文").get_attribute("href")
    given = (site / "d/ning-fa-2017-10" / link).read_bytes()
    from conftest import PROJECT

    assert given == (PROJECT / "content/2017/法治政府建设实施方案.txt").read_bytes()
