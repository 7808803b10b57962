"""The built site, the server and the browser that all page tests share."""

import os
import subprocess
from pathlib import Path
from types import SimpleNamespace

import pytest
from playwright.sync_api import sync_playwright

from pages_server import PagesServer
from site_map import SiteMap

PROJECT = Path(__file__).resolve().parents[2]


def built(theme: str, variable: str, tmp_path_factory) -> Path:
    """The folder that the variable names, or content/ built for these tests in the theme."""
    given = os.environ.get(variable)
    if given:
        folder = Path(given).resolve()
        assert (folder / "index.html").is_file(), f"{variable}={given} holds no index.html"
        return folder
    folder = tmp_path_factory.mktemp(theme) / "site"
    build = [PROJECT / "bin" / "gongkai", "build", "--theme", theme, "--output", folder, "--quiet"]
    subprocess.run(build, cwd=PROJECT, check=True)
    return folder


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Path:
    """The folder of the built site."""
    return built("default", "GONGKAI_SITE", tmp_path_factory)


@pytest.fixture(scope="session")
def site_map(site) -> SiteMap:
    return SiteMap(site)


@pytest.fixture(scope="session")
def server(site):
    server = PagesServer(site)
    yield server
    server.close()


@pytest.fixture(scope="session", params=["default", "plain"])
def themed(request, tmp_path_factory):
    """The sample county in each theme: `folder`, `map` and `origin`."""
    if request.param == "default":
        folder = request.getfixturevalue("site")
    else:
        folder = built("plain", "GONGKAI_SITE_PLAIN", tmp_path_factory)
    server = PagesServer(folder)
    yield SimpleNamespace(theme=request.param, folder=folder, map=SiteMap(folder), origin=server.origin)
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

    def open_(path="/", width=1280, height=900, scheme="light", script=True, origin=server.origin, **options):
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, java_script_enabled=script, **options
        )
        contexts.append(context)
        watched = Watched(context.new_page(), origin)
        watched.page.goto(origin + path)
        return watched

    yield open_
    server.restore()
    for context in contexts:
        context.close()
