"""Suggestions of the box that every page has: keyboard, input methods, roles, and the form that works without them."""

import pytest

from waiting import until

OPEN = "#site-options:not([hidden]) li"


def typed(open_page, text, path="/"):
    page = open_page(path).page
    page.locator("#site-q").click()
    page.keyboard.type(text)
    page.wait_for_selector(OPEN)
    return page


@pytest.mark.parametrize("path", ["/", "/d/ning-fa-2017-10/", "/documents/", "/numbers/", "/no-such-page/"])
def test_every_page_has_suggestions(open_page, path):
    typed(open_page, "防汛", path)


def test_suggestions_work_by_keyboard(open_page):
    page = typed(open_page, "高龄津贴")
    assert page.get_attribute("#site-q", "aria-expanded") == "true"
    assert page.get_attribute("#site-q", "aria-activedescendant") is None, "nothing is chosen before"
    page.keyboard.press("ArrowDown")
    assert page.get_attribute("#site-q", "aria-activedescendant") == "site-option-0"
    page.keyboard.press("Escape")
    assert page.locator("#site-options").is_hidden() and page.input_value("#site-q") == "高龄津贴"
    page.keyboard.press("ArrowDown")
    page.wait_for_selector(OPEN)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/d/**")
    assert "高龄津贴" in page.locator("main").inner_text()


def test_the_arrows_go_around_through_the_box(open_page):
    page = typed(open_page, "通知")
    count = page.locator(OPEN).count()
    assert 2 <= count <= 7
    page.keyboard.press("ArrowUp")
    assert page.get_attribute("#site-q", "aria-activedescendant") == f"site-option-{count - 1}"
    page.keyboard.press("ArrowDown")
    assert page.get_attribute("#site-q", "aria-activedescendant") is None
    page.keyboard.press("Home")
    page.keyboard.type("关于")
    assert page.input_value("#site-q") == "关于通知"


def test_escape_closes_and_then_clears(open_page):
    page = typed(open_page, "通知")
    page.keyboard.press("Escape")
    assert page.locator("#site-options").is_hidden() and page.input_value("#site-q") == "通知"
    page.keyboard.press("Escape")
    assert page.input_value("#site-q") == ""


def test_tab_leaves_without_choosing(open_page):
    page = typed(open_page, "通知")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    assert page.locator("#site-options").is_hidden()
    assert page.input_value("#site-q") == "通知" and page.evaluate("document.activeElement.type") == "submit"


def test_typing_on_forgets_what_was_chosen(open_page):
    page = typed(open_page, "通")
    page.keyboard.press("ArrowDown")
    page.keyboard.type("知")
    assert page.get_attribute("#site-q", "aria-activedescendant") is None
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=**")


def test_the_last_suggestion_leads_to_all_results(open_page):
    page = typed(open_page, "通知")
    assert "查看全部结果" in page.locator(OPEN).last.inner_text()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=**")
    page.wait_for_selector(".results li")


def test_a_suggestion_can_be_clicked(open_page):
    page = typed(open_page, "高龄津贴")
    page.locator(OPEN).first.click()
    page.wait_for_url("**/d/**")


def test_the_combobox_has_its_roles_and_says_how_many(open_page):
    page = typed(open_page, "防汛")
    box = page.locator("#site-q")
    assert box.get_attribute("role") == "combobox" and box.get_attribute("aria-autocomplete") == "list"
    assert page.locator(f"#{box.get_attribute('aria-controls')}").get_attribute("role") == "listbox"
    assert set(page.locator("#site-options > *").evaluate_all("all => all.map(e => e.getAttribute('role'))")) == {"option"}
    assert "条建议" in page.locator("#site-search [role=status]").inner_text()
    assert page.evaluate("document.querySelector('#site-options mark')?.textContent") == "防汛"


def test_nothing_to_suggest_is_said(open_page):
    page = open_page("/").page
    page.locator("#site-q").click()
    page.keyboard.type("鱻鱻鱻")
    until(page, "document.querySelector('#site-search [role=status]').textContent === '没有建议'")
    assert page.locator("#site-options").is_hidden() and page.get_attribute("#site-q", "aria-expanded") == "false"


def test_enter_that_ends_a_composition_does_not_submit(open_page):
    page = open_page("/").page
    page.locator("#site-q").focus()
    session = page.context.new_cdp_session(page)
    session.send("Input.imeSetComposition", {"text": "fang", "selectionStart": 4, "selectionEnd": 4})
    page.wait_for_timeout(400)
    assert page.locator("#site-options").is_hidden()
    session.send("Input.insertText", {"text": "防汛"})
    page.wait_for_selector(OPEN)
    assert page.url.endswith("/")
    prevented = page.evaluate(
        """() => !document.getElementById('site-q').dispatchEvent(
             new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true, cancelable: true }))"""
    )
    assert prevented and page.url.endswith("/")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=**")
    page.wait_for_selector(".results li")


def test_arrows_during_a_composition_belong_to_the_input_method(open_page):
    page = typed(open_page, "防汛")
    page.evaluate(
        """() => document.getElementById('site-q').dispatchEvent(
             new KeyboardEvent('keydown', { key: 'ArrowDown', keyCode: 229, isComposing: true, bubbles: true, cancelable: true }))"""
    )
    assert page.get_attribute("#site-q", "aria-activedescendant") is None


def test_suggestions_fit_a_window_of_320_pixels(open_page):
    page = open_page("/", width=320, height=640).page
    page.locator("#site-q").click()
    page.keyboard.type("通知")
    page.wait_for_selector(OPEN)
    box = page.locator("#site-options").bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= 320
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.evaluate("parseFloat(getComputedStyle(document.getElementById('site-q')).fontSize)") >= 16


def test_a_broken_index_leaves_the_form_working(open_page, server):
    server.failing = {"/c/", "/m.bin"}
    watched = open_page("/")
    watched.page.locator("#site-q").click()
    watched.page.keyboard.type("防汛")
    watched.page.wait_for_timeout(600)
    assert watched.page.locator("#site-options").is_hidden()
    watched.page.keyboard.press("Enter")
    watched.page.wait_for_url("**/search/?q=**")
    watched.page.locator("#search .banner").wait_for()


def test_nothing_is_loaded_before_the_box_is_used(open_page, server):
    server.requests.clear()
    page = open_page("/").page
    page.wait_for_load_state("networkidle")
    assert not [path for path, _, _ in server.requests if path.startswith("/search/") or "gongkai-search" in path]
