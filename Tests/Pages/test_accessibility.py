"""WCAG 2.2 A and AA by axe on every kind of page, and what axe cannot see."""

import pytest
from axe_playwright_python.sync_playwright import Axe

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def findings(page):
    report = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}})
    return [
        f"{v['id']} ({v['impact']}): {v['nodes'][0]['html'][:160]} ×{len(v['nodes'])}" for v in report.response["violations"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 768, 1280])
def test_axe_finds_nothing_on_any_kind_of_page(open_page, site_map, width, scheme):
    watched = open_page("/", width=width, scheme=scheme)
    found = {}
    for kind, address in site_map.kinds().items():
        watched.page.goto(watched.page.url.split("/", 3)[0] + "//" + watched.page.url.split("/", 3)[2] + address)
        problems = findings(watched.page)
        if problems:
            found[kind + " " + address] = problems
    assert not found


@pytest.mark.parametrize("setting", ["contrast-high", "layout-elder", "size-4"])
def test_axe_finds_nothing_with_other_display_settings(open_page, site_map, setting):
    watched = open_page("/d/ning-fa-2017-10/", width=768)
    watched.page.locator(".prefs > summary").click()
    watched.page.check(f"#{setting}")
    assert not findings(watched.page)


def test_search_results_and_suggestions_pass_axe(open_page):
    watched = open_page("/search/?q=网格化管理")
    watched.page.wait_for_selector(".results li")
    assert not findings(watched.page)
    watched.page.goto(watched.page.url.split("search/")[0])
    watched.page.locator("#site-q").click()
    watched.page.keyboard.type("防汛")
    watched.page.wait_for_selector("#site-options:not([hidden]) li")
    assert not findings(watched.page)


def test_every_page_has_one_h1_and_skips_no_heading_level(open_page, site_map):
    watched = open_page("/")
    origin = watched.page.evaluate("location.origin")
    for address in site_map.kinds().values():
        watched.page.goto(origin + address)
        levels = watched.page.evaluate(
            """() => [...document.querySelectorAll('main :is(h1,h2,h3,h4,h5,h6)')].map(h => +h.tagName[1])"""
        )
        assert levels.count(1) == 1, address
        assert levels[0] == 1, address
        assert all(b <= a + 1 for a, b in zip(levels, levels[1:])), (address, levels)


@pytest.mark.parametrize("width", [320, 1280])
def test_controls_are_large_enough_to_hit(open_page, site_map, width):
    watched = open_page("/d/ning-fa-2017-10/", width=width)
    small = watched.page.evaluate(
        """() => [...document.querySelectorAll('button, summary, input:not([type=radio])')]
            .map(e => [e.outerHTML.slice(0, 90), e.getBoundingClientRect()])
            .filter(([, r]) => r.width && r.height && r.height < 44).map(([html, r]) => `${html} ${r.height}`)"""
    )
    assert not small


def test_tab_reaches_everything_and_the_focus_is_always_visible(open_page):
    watched = open_page("/documents/")
    page = watched.page
    wanted = page.evaluate(
        """() => [...document.querySelectorAll('a[href], button, input, summary, [tabindex="0"]')]
            .filter(e => e.checkVisibility() && !(e.type === 'radio' && !e.checked)).length"""
    )
    seen = set()
    for _ in range(wanted + 5):
        page.keyboard.press("Tab")
        state = page.evaluate(
            """() => { const e = document.activeElement; if (!e || e === document.body) return null
              const r = e.getBoundingClientRect(), s = getComputedStyle(e)
              e.dataset.seen ??= String(Math.random())
              return [e.dataset.seen, e.outerHTML.slice(0, 100), s.outlineStyle, parseFloat(s.outlineWidth), r.top < innerHeight && r.bottom > 0 && r.left < innerWidth && r.right > 0] }"""
        )
        if state is None:
            break
        seen.add(state[0])
        assert state[2] != "none" and state[3] >= 3, f"no focus ring: {state[1]}"
        assert state[4], f"focus out of view: {state[1]}"
    assert len(seen) >= wanted


def test_the_skip_link_leads_to_the_text(open_page):
    page = open_page("/").page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")
