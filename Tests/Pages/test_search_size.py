"""What a reader of the page of results has to fetch: the scripts compressed (gzip, level 9), the files of a first query as they are."""

import gzip
import re

import pytest


def compressed(path) -> int:
    return len(gzip.compress(path.read_bytes(), 9, mtime=0))


def asked_by(open_page, server, query):
    """The paths that the page of results with a query asks for, scripts apart from files of the index."""
    server.requests.clear()
    page = open_page(f"/search/?q={query}").page
    page.wait_for_selector(".facets li")
    page.wait_for_load_state("networkidle")
    paths = {path: size for path, status, size in server.requests if status == 200}
    return {path: size for path, size in paths.items() if path.endswith(".js")}, [it for it in server.requests if it[0].startswith("/search/") and it[0] != "/search/"]


def test_the_engine_is_at_most_10_kilobytes(site):
    (engine,) = [path for path in site.glob("assets/gongkai-search-*.js") if re.fullmatch(r"gongkai-search-[0-9a-f]{12}\.js", path.name)]
    assert compressed(engine) <= 10 * 1024


@pytest.mark.parametrize("query", ["网格化管理", "公共租赁住房 申请条件"])
def test_all_scripts_of_the_page_are_at_most_20_kilobytes(open_page, server, site, query):
    scripts, _ = asked_by(open_page, server, query)
    assert len(scripts) == 6
    assert sum(compressed(site / path[1:]) for path in scripts) <= 20 * 1024


def test_all_parts_of_the_engine_that_are_loaded_now_and_then_are_at_most_5_kilobytes(site):
    parts = [path for path in site.glob("assets/gongkai-search-*-*.js") if "worker" not in path.name]
    assert len(parts) == 4
    assert sum(compressed(path) for path in parts) <= 5 * 1024


def test_a_first_query_is_at_most_60_kilobytes_and_16_files_with_the_engine(open_page, server):
    scripts, files = asked_by(open_page, server, "公共租赁住房")
    engine = {path: size for path, size in scripts.items() if "gongkai-search-" in path}
    files = [it for it in files if "/f/" not in it[0]]
    assert len(files) + 1 <= 16
    assert sum(size for _, _, size in files) + sum(engine.values()) <= 60_000
