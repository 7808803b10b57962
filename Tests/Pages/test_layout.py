"""Narrow windows, large type, remembered settings, dark and forced colours, contents."""

import pytest

from waiting import until


@pytest.mark.parametrize("size", ["1", "4"])
def test_nothing_scrolls_sideways_at_320_pixels(open_page, site_map, size):
    watched = open_page("/", width=320, height=640)
    page = watched.page
    page.evaluate("size => localStorage.setItem('gongkai.display', JSON.stringify({ size }))", size)
    origin = page.evaluate("location.origin")
    wide = {}
    for address in site_map.kinds().values():
        page.goto(origin + address)
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            wide[address] = page.evaluate(
                """() => [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > 321 && !e.closest('.table'))
                    .slice(0, 3).map(e => e.outerHTML.slice(0, 120))"""
            )
    assert not wide


def test_settings_survive_the_next_page_and_hold_without_a_flash(open_page):
    page = open_page("/").page
    page.locator(".prefs > summary").click()
    page.check("#scheme-dark")
    page.check("#size-3")
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.goto(page.url + "documents/")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark == "rgb(20, 24, 29)"
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "24px"
    assert page.is_checked("#size-3")
    page.locator(".prefs > summary").click()
    page.locator("[data-reset]").click()
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "16px"


def test_settings_work_on_the_page_without_script(open_page):
    page = open_page("/d/ning-fa-2017-10/", script=False).page
    page.locator(".prefs > summary").click()
    page.locator("#size-4").check()
    box = page.locator(".text p").first.bounding_box()
    page.locator("#size-1").check()
    assert page.locator(".text p").first.bounding_box()["height"] < box["height"]


def test_the_contents_follow_the_reading(open_page):
    page = open_page("/d/ning-fa-2017-10/").page
    page.evaluate("document.getElementById('2.4').scrollIntoView()")
    until(page, "document.querySelector('#toc [aria-current]')?.hash === '#2.4'")


def test_a_clause_is_copied_as_link_and_citation(open_page):
    page = open_page("/d/ning-fa-2017-10/", permissions=["clipboard-read", "clipboard-write"]).page
    anchor = page.locator('a.anchor[href="#2.1.8"]')
    anchor.focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.tools') !== null")
    page.keyboard.press("Enter")
    until(page, "document.querySelector('.tools [role=status]')?.textContent")
    assert page.evaluate("navigator.clipboard.readText()").endswith("/d/ning-fa-2017-10/#2.1.8")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_timeout(100)
    citation = page.evaluate("navigator.clipboard.readText()")
    assert citation.startswith("《广宁县法治政府建设实施方案") and "第8项" in citation and "宁发〔2017〕10号" in citation
    page.keyboard.press("Escape")
    assert page.locator(".tools").count() == 0
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#2.1.8"


def test_text_copied_from_a_clause_holds_no_link_signs(open_page):
    page = open_page("/d/ning-fa-2017-10/").page
    text = page.evaluate(
        """() => { const clause = document.getElementById('2.1.8'); const s = getSelection(); s.selectAllChildren(clause); return s.toString() }"""
    )
    assert text.strip().startswith("8.") and "§" not in text and text.strip().endswith(")")


def test_forced_colours_keep_states_visible(open_page):
    page = open_page("/d/ning-fa-2017-10/", forced_colors="active").page
    for selector in (".badge", ".banner"):
        border = page.evaluate("s => getComputedStyle(document.querySelector(s)).borderTopStyle", selector)
        assert border == "solid", selector
