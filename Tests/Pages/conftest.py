"""The built site, the server and the browser that all page tests share."""

import os
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from pages_server import PagesServer
from site_map import SiteMap

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Path:
    """The folder of the built site: GONGKAI_SITE, or one built from content/ for these tests."""
    given = os.environ.get("GONGKAI_SITE")
    if given:
        folder = Path(given).resolve()
        assert (folder / "index.html").is_file(), f"GONGKAI_SITE={given} holds no index.html"
        return folder
    folder = tmp_path_factory.mktemp("pages") / "site"
    subprocess.run([PROJECT / "bin" / "gongkai", "build", "--output", folder, "--quiet"], cwd=PROJECT, check=True)
    return folder


@pytest.fixture(scope="session")
def site_map(site) -> SiteMap:
    return SiteMap(site)


@pytest.fixture(scope="session")
def server(site):
    server = PagesServer(site)
    yield server
    server.close()


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("GONGKAI_CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"]
        )
        yield browser
        browser.close()


class Watched:
    """A page whose console, refusals and requests are kept."""

    def __init__(self, page, origin):
        self.page = page
        self.complaints: list[str] = []
        self.foreign: list[str] = []
        page.on("console", lambda m: self.complaints.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda e: self.complaints.append(str(e)))
        page.on("request", lambda r: self.foreign.append(r.url) if not r.url.startswith((origin, "blob:" + origin, "about:")) else None)


@pytest.fixture
def open_page(browser, server):
    """`open_page(path, width=…, scheme=…, script=…)` gives a watched page; all are closed afterwards."""
    contexts = []

    def open_(path="/", width=1280, height=900, scheme="light", script=True, **options):
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, java_script_enabled=script, **options
        )
        contexts.append(context)
        watched = Watched(context.new_page(), server.origin)
        watched.page.goto(server.origin + path)
        return watched

    yield open_
    for context in contexts:
        context.close()
