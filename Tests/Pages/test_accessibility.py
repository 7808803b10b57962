"""WCAG 2.2 A and AA by axe on every kind of page, and what axe cannot see."""

import pytest
from axe_playwright_python.sync_playwright import Axe

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SIZES = [(320, "light"), (320, "dark"), (768, "light"), (768, "dark"), (1280, "light"), (1280, "dark")]


def findings(page):
    report = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]})
    return [
        f"{v['id']} ({v['impact']}): {v['nodes'][0]['html'][:160]} ×{len(v['nodes'])}" for v in report.response["violations"]
    ]


def test_axe_finds_nothing_on_any_kind_of_page(open_page, themed):
    page = open_page("/", origin=themed.origin).page
    found = {}
    kinds = {kind: address for kind, address in themed.map.kinds().items() if " in " not in kind}  # other languages: below
    for kind, address in kinds.items():
        page.goto(themed.origin + address)
        for width, scheme in SIZES:
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
            if problems := findings(page):
                found[f"{kind} {address} {width} {scheme}"] = problems
    assert not found


def test_axe_finds_nothing_on_any_page(open_page, themed):
    page = open_page("/", origin=themed.origin).page
    found = {}
    for address in themed.map.addresses():
        page.goto(themed.origin + address)
        if problems := findings(page):
            found[address] = problems
    assert not found


def test_nothing_is_cut_when_the_text_is_twice_as_large(open_page, themed):
    """Text at 200 % and a window of 320 pixels, which is 400 % zoom of 1280: no box hides what overflows it."""
    cut = {}
    for width, size in ((1280, 32), (320, 16)):
        page = open_page("/", width=width, origin=themed.origin).page
        session = page.context.new_cdp_session(page)
        for kind, address in themed.map.kinds().items():
            page.goto(themed.origin + address)
            session.send("Page.setFontSizes", {"fontSizes": {"standard": size, "fixed": size}})
            found = page.evaluate(
                """() => [...document.body.querySelectorAll('*')].filter(e => {
                    const s = getComputedStyle(e), clips = it => it === 'hidden' || it === 'clip'
                    if (e.closest('.hidden, .skip, svg, details:not([open])') || !e.checkVisibility()) return false
                    return clips(s.overflowX) && e.scrollWidth > e.clientWidth + 1 || clips(s.overflowY) && e.scrollHeight > e.clientHeight + 1
                }).map(e => e.outerHTML.slice(0, 100)).concat(
                    document.documentElement.scrollWidth > innerWidth ? ['scrolls sideways: ' + document.documentElement.scrollWidth] : [])"""
            )
            if found:
                cut[f"{kind} {address} {width}"] = found[:3]
    assert not cut


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


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("query, state", [
    ("", "#search-fallback"), ("通知", ".facets li"), ("通知&organ=示例县人民政府", ".facets [aria-current]"),
    ("鱻鱻鱻鱻", "#search-fallback ~ *, #search p"), ("高龄津贴 网格化管理 鱻鱻", "#search .lead"), ("的&sort=date", ".pages a"),
])
def test_axe_finds_nothing_on_the_search_page(open_page, width, scheme, query, state):
    page = open_page(f"/search/?q={query}", width=width, scheme=scheme).page
    page.locator(state).first.wait_for(state="attached")
    page.wait_for_timeout(200)
    if width == 320 and page.locator(".facets summary").count():
        page.locator(".facets > details > summary").click()
    assert not findings(page)


def test_axe_finds_nothing_when_search_fails(open_page, server):
    server.failing = {"/c/"}
    page = open_page("/search/?q=通知").page
    page.locator("#search .banner").wait_for()
    assert not findings(page)


def test_every_page_has_one_h1_and_skips_no_heading_level(open_page, themed):
    page = open_page("/", origin=themed.origin).page
    for address in themed.map.addresses():
        page.goto(themed.origin + address)
        levels = page.evaluate(
            """() => [...document.querySelectorAll('main :is(h1,h2,h3,h4,h5,h6)')].map(h => +h.tagName[1])"""
        )
        assert levels.count(1) == 1, address
        assert levels[0] == 1, address
        assert all(b <= a + 1 for a, b in zip(levels, levels[1:])), (address, levels)


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("layout, least", [("standard", 44), ("elder", 60)])
def test_controls_are_large_enough_to_hit(open_page, width, layout, least):
    page = open_page("/", width=width).page
    page.evaluate("layout => localStorage.setItem('gongkai.display', JSON.stringify({ layout }))", layout)
    for path in ("/", "/d/ning-fa-2017-10/", "/documents/", "/search/"):
        page.goto(page.evaluate("location.origin") + path)
        small = page.evaluate(
            """least => [...document.querySelectorAll('button, summary, input:not([type=radio]), .actions a, .pages a')]
                .map(e => [e.outerHTML.slice(0, 90), e.getBoundingClientRect()])
                .filter(([, r]) => r.width && r.height && r.height < least).map(([html, r]) => `${html} ${r.height}`)""",
            least,
        )
        assert not small, path


@pytest.mark.parametrize("path", ["/", "/documents/", "/d/ning-fa-2017-10/", "/statistics/", "/data/"])
def test_tab_reaches_everything_and_the_focus_is_always_visible(open_page, themed, path):
    page = open_page(path, origin=themed.origin).page
    wanted = page.evaluate(
        """() => [...document.querySelectorAll('a[href], button, input, summary, [tabindex="0"]')]
            .filter(e => e.checkVisibility() && !(e.type === 'radio' && !e.checked)).length"""
    )
    seen = set()
    for _ in range(wanted * 4 + 20):  # the toolbar of a clause adds stops
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
