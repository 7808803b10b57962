"""Nothing is refused by the strict policy, nothing leaves the origin, and the budgets hold."""

import re

import pytest

from conftest import PROJECT


@pytest.mark.parametrize("script", [True, False])
def test_no_page_is_refused_anything_or_asks_another_origin(open_page, themed, script):
    watched = open_page("/", script=script, origin=themed.origin)
    for address in themed.map.addresses():
        watched.page.goto(themed.origin + address)
    watched.page.wait_for_load_state("networkidle")
    assert not watched.complaints
    assert not watched.foreign


def test_typed_search_is_refused_nothing(open_page):
    watched = open_page("/search/?q=公共租赁住房")
    watched.page.wait_for_selector(".results li")
    assert not watched.complaints
    assert not watched.foreign


def test_no_page_holds_inline_style_script_or_handlers(themed):
    for page in themed.map.pages:
        text = (themed.folder / page.lstrip("/")).read_text("utf-8")
        text = re.sub(r'<script type="application/ld\+json">.*?</script>', "", text, flags=re.S)
        assert not re.search(r"<script(?![^>]*\ssrc=)", text), page
        assert not re.search(r"<[a-z][^>]*\s(style|on[a-z]+)=", text), page
        assert "<style" not in text, page
        assert not re.search(r'(src|href)="(javascript|data):', text, re.I), page


@pytest.mark.parametrize("path, kilobytes, requests", [("/", 60, 8), ("/d/ning-fa-2017-10/", 150, 8)])
def test_a_page_keeps_its_budget(open_page, server, path, kilobytes, requests):
    server.requests.clear()
    open_page(path).page.wait_for_load_state("networkidle")
    asked = [r for r in server.requests if r[0] != "/favicon.ico"]
    assert len(asked) <= requests, asked
    assert sum(size for _, _, size in asked) <= kilobytes * 1024, asked
    assert all(status == 200 for _, status, _ in asked), asked


def test_assets_keep_their_budgets(site):
    sizes = {re.sub(r"-[0-9a-f]{12}", "", p.name): p.stat().st_size for p in (site / "assets").iterdir()}
    assert sizes["site.css"] <= 24 * 1024
    assert sizes["settings.js"] <= 1024
    assert sizes["page.js"] <= 6 * 1024


def test_the_published_sheet_says_what_its_source_says(open_page, site):
    """Comments and white space went; every rule that the browser reads is the same."""
    page = open_page("/").page
    source = (PROJECT / "themes" / "default" / "assets" / "site.css").read_text("utf-8")
    published = next((site / "assets").glob("site-*.css")).read_text("utf-8")
    assert len(published) < len(source)
    read = """css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css)
      return [...sheet.cssRules].map(rule => rule.cssText.replaceAll(', ', ',')) }"""
    assert page.evaluate(read, published) == page.evaluate(read, source)


def test_nothing_shifts_while_a_page_loads(browser, server):
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.add_init_script(
        """window.shift = 0; new PerformanceObserver(list => { for (const e of list.getEntries()) window.shift += e.value })
           .observe({ type: 'layout-shift', buffered: true })"""
    )
    for path in ("/", "/d/ning-fa-2017-10/", "/search/"):
        page.goto(server.origin + path)
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(200)
        assert page.evaluate("window.shift") < 0.01, path
    context.close()
