"""The search engine's published modules alone, in the browser: the golden answers that Swift wrote, damaged files, hostile queries."""

import json
import re
import zlib
from pathlib import Path

import pytest

from pages_server import POLICY
from waiting import until

PROJECT = Path(__file__).resolve().parents[2]
GOLDEN = PROJECT / "Tests" / "SearchTests" / "Golden" / "answers.json"
FUZZ = PROJECT / "Fuzzing" / "search-decoders.mjs"
ORIGIN = "http://engine.test"


@pytest.fixture(scope="module")
def golden():
    return json.loads(GOLDEN.read_text(encoding="utf-8"))


@pytest.fixture
def engine_page(browser, golden, site):
    """An empty page with the site's scripts below /assets/, also under the names of their sources, and the golden index below
    /search/, under the strict policy. `page.files` may be changed by a test, and `page.refused` be a part of paths that fail;
    `page.asked` is what was fetched."""
    scripts = {}
    for path in site.glob("assets/*.js"):
        scripts[path.name] = scripts[re.sub(r"-[0-9a-f]{12}\.js$", ".js", path.name)] = path
    context = browser.new_context()
    page = context.new_page()
    page.files = {path: bytes.fromhex(text) for path, text in golden["files"].items()}
    page.asked, page.complaints, page.refused = [], [], None
    page.on("console", lambda m: page.complaints.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda e: page.complaints.append(str(e)))

    def answer(route):
        path = route.request.url.removeprefix(ORIGIN + "/").split("?")[0]
        page.asked.append(path)
        headers = {"Content-Security-Policy": POLICY}
        if page.refused and page.refused in path:
            route.fulfill(status=500, body="", headers=headers)
        elif path == "":
            route.fulfill(body="<!doctype html><meta charset=utf-8><title>engine</title>", content_type="text/html", headers=headers)
        elif path == "fuzz.js":
            route.fulfill(body=FUZZ.read_text(encoding="utf-8"), content_type="text/javascript; charset=utf-8", headers=headers)
        elif path.startswith("assets/"):
            body = scripts[path.removeprefix("assets/")].read_text(encoding="utf-8")
            route.fulfill(body=body, content_type="text/javascript; charset=utf-8", headers=headers)
        elif path in page.files:
            route.fulfill(body=page.files[path], content_type="application/octet-stream", headers=headers)
        else:
            route.fulfill(status=404, body="<h1>404</h1>", content_type="text/html", headers=headers)

    context.route("**/*", answer)
    page.goto(ORIGIN + "/")
    page.asked.clear()
    yield page
    context.close()


COMPARE = """async ({ answers, logarithms }) => {
  const { open, log2 } = await import('/assets/gongkai-search.js')
  const engine = await open('/search/')
  const marked = it => it.map(p => p.marked ? `[${p.text}]` : p.text).join('')
  const wrong = logarithms.map((it, i) => [1 + i * 9973, it, log2(1 + i * 9973)]).filter(it => it[1] !== it[2])
  for (const want of answers) {
    const got = await engine.search(want.query, { limit: want.limit, offset: want.offset, sort: want.sort, filters: want.filters, facets: want.wantsFacets })
    const { total, exact, partial, truncated, missing, next } = got
    const flat = {
      ...want, total, exact, partial, truncated, missing, next, facets: got.facets.flatMap(f => [f.name, ...f.values.flatMap(v => [v.value, v.count])]),
      hits: got.hits.map((h, i) => ({
        id: h.id, anchor: h.anchor, score: h.score, title: marked(h.markedTitle), snippet: marked(h.snippet), path: h.path, missing: h.missing,
        ...(i === 0 && { terms: h.explanation.terms.map(t => `${t.text} ${t.documents} ${t.idf} ${t.impact} ${t.inTitle}`) })
      }))
    }
    if (JSON.stringify(flat) !== JSON.stringify(want)) wrong.push([want.query, want, flat])
  }
  return wrong
}"""


def test_gives_the_answers_that_swift_gave(engine_page, golden):
    assert len(golden["answers"]) >= 200
    wrong = engine_page.evaluate(COMPARE, {"answers": golden["answers"], "logarithms": golden["logarithms"]})
    assert wrong == []
    assert engine_page.complaints == []


def test_folds_every_character_like_swift(engine_page, golden):
    digest = engine_page.evaluate(
        """async name => {
          const { rule } = await import('/assets/gongkai-search.js'), { crc32 } = await import('/fuzz.js')
          const { inflate } = await import('/assets/gongkai-search-inflate.js'), { foldOf } = await import('/assets/gongkai-search-fold.js')
          const bytes = new Uint8Array(await (await fetch('/search/' + name)).arrayBuffer())
          const fold = foldOf(inflate(bytes)), out = []
          for (let c = 0; c < 0x50000; c++) {
            if (c >= 0xD800 && c <= 0xDFFF) continue
            out.push(...(rule(c) ?? fold(c)), 0xFFFFFFFF)
          }
          return crc32(new Uint8Array(Uint32Array.from(out).buffer))
        }""",
        json.loads(bytes.fromhex(golden["files"]["search/root.json"]))["fold"],
    )
    assert digest == golden["fold"]


SEARCH = """async query => {
  const { open } = await import('/assets/gongkai-search.js')
  try {
    const engine = await open('/search/')
    const { total, hits, requests, bytes } = await engine.search(query)
    return { total, hits: hits.length, requests, bytes }
  } catch (error) {
    return { name: error.name, kind: error.kind, path: error.path, message: error.message }
  }
}"""


def test_counts_what_it_fetches(engine_page):
    result = engine_page.evaluate(SEARCH, "网格化管理")
    asked = [path for path in engine_page.asked if path.startswith("search/")]
    assert len(asked) == len(set(asked)) == result["requests"]
    assert result["bytes"] == sum(len(engine_page.files[path]) for path in asked)
    assert not any("fold-" in path for path in asked), "a query in the site's own characters needs no table"


def test_characters_that_the_site_does_not_have_load_the_table(engine_page):
    engine_page.evaluate(SEARCH, "鱷魚")
    assert any("fold-" in path for path in engine_page.asked)


@pytest.mark.parametrize(
    "query, part",
    [("网格化管理", None), ("公共租赁住房 申请条件", None), ("示府〔2020〕3号", "language"), ("xzxk", "language"), ("“公共租赁住房”", "language"), ("鱷魚", "fold")],
)
def test_only_queries_of_more_than_han_words_load_more_of_the_engine(engine_page, query, part):
    assert "kind" not in engine_page.evaluate(SEARCH, query)
    scripts = {re.sub(r"-[0-9a-f]{12}\.js$", "", path.removeprefix("assets/")) for path in engine_page.asked if path.startswith("assets/")}
    assert scripts == {"gongkai-search.js"} | ({f"gongkai-search-{part}"} if part else set())


def test_a_browser_without_streams_of_its_own_gets_the_same_answers(engine_page, golden):
    engine_page.evaluate("() => { delete window.DecompressionStream }")
    assert engine_page.evaluate(COMPARE, {"answers": golden["answers"][:40], "logarithms": []}) == []
    assert any("gongkai-search-inflate" in path for path in engine_page.asked)


def test_a_part_of_the_engine_that_does_not_arrive_is_a_reason(engine_page):
    engine_page.refused = "assets/gongkai-search-language"
    result = engine_page.evaluate(SEARCH, "示府〔2020〕3号")
    assert (result["name"], result["kind"]) == ("SearchError", "unreachable")
    assert "kind" not in engine_page.evaluate(SEARCH, "网格化管理")


def test_a_stream_that_swells_is_refused(engine_page):
    """300 million zeros in 300 KB."""
    manifest = next(path for path in engine_page.files if path.endswith("/m.bin"))
    engine_page.files[manifest] = zlib.compress(bytes(300_000_000), 9)
    for stream in ("() => {}", "() => { delete window.DecompressionStream }"):
        engine_page.evaluate(stream)
        result = engine_page.evaluate(SEARCH, "网格化管理")
        assert (result["kind"], result["path"]) == ("damaged", manifest.removeprefix("search/"))


def error_page(files, part):
    for path in files:
        if part in path:
            files[path] = b"<!DOCTYPE html><title>200 OK</title><p>not found</p>"


@pytest.mark.parametrize("part", ["root.json", "/m.bin", "/c/", "/t/"])
def test_an_error_page_with_status_200_is_refused_with_a_reason(engine_page, part):
    error_page(engine_page.files, part)
    result = engine_page.evaluate(SEARCH, "网格化管理")
    assert (result["name"], result["kind"]) == ("SearchError", "damaged")
    assert part.strip("/") in result["path"]


@pytest.mark.parametrize("part", ["root.json", "/m.bin", "/c/", "/t/"])
def test_a_missing_file_is_named(engine_page, part):
    for path in [path for path in engine_page.files if part in path]:
        del engine_page.files[path]
    result = engine_page.evaluate(SEARCH, "网格化管理")
    assert (result["name"], result["kind"]) == ("SearchError", "missing")
    assert part.strip("/") in result["path"]


@pytest.mark.parametrize("part", ["/m.bin", "/c/", "/t/"])
def test_a_file_that_is_cut_short_is_refused(engine_page, part):
    for path, body in engine_page.files.items():
        if part in path:
            engine_page.files[path] = body[: len(body) * 2 // 3]
    assert engine_page.evaluate(SEARCH, "网格化管理")["kind"] == "damaged"


@pytest.mark.parametrize("part", ["/c/", "/t/"])
def test_files_that_changed_places_are_refused(engine_page, part):
    paths = [path for path in engine_page.files if part in path]
    bodies = [engine_page.files[path] for path in paths]
    for path, body in zip(paths, bodies[1:] + bodies[:1]):
        engine_page.files[path] = body
    assert engine_page.evaluate(SEARCH, "网格化管理")["kind"] == "damaged"


def test_a_failed_file_is_fetched_again_when_the_search_is_repeated(engine_page):
    whole = dict(engine_page.files)
    error_page(engine_page.files, "/t/")
    engine_page.evaluate(
        """async () => {
          const { open } = await import('/assets/gongkai-search.js')
          window.engine = await open('/search/')
          window.first = await engine.search('网格化管理').then(() => 'answer', e => e.kind)
          await new Promise(done => setTimeout(done, 500))  // what is still under way fails too
        }"""
    )
    engine_page.files.update(whole)
    assert engine_page.evaluate("async () => [first, (await engine.search('网格化管理')).total > 0]") == ["damaged", True]


def test_changed_files_never_hang_throw_anything_else_or_give_a_wrong_answer(engine_page):
    """2,000 rounds of Fuzzing/search-decoders.mjs, in the page itself; `node` runs the same for as long as one likes."""
    engine_page.evaluate(
        """async ({ paths, script }) => {
          const module = await import('/assets/gongkai-search.js'), { inflate } = await import('/assets/gongkai-search-inflate.js')
          const { fuzz } = await import(script)
          const files = new Map()
          for (const path of paths) files.set(path, new Uint8Array(await (await fetch('/' + path)).arrayBuffer()))
          window.rounds = 0
          fuzz({ module, inflate, files, seed: 20, to: 2000, slow: 10000, onRound: round => { window.rounds = round } })
            .then(it => { window.result = it }, error => { window.result = { faults: [String(error.stack ?? error)] } })
        }""",
        {"paths": [path for path in engine_page.files if path.startswith("search/")], "script": "/fuzz.js"},
    )
    until(engine_page, "window.result", seconds=240)
    result = engine_page.evaluate("window.result")
    assert result["faults"] == []
    assert result["rounds"] == 2000
    assert result["answers"] > 1000 and result["errors"] > 1000, "changes are neither too small nor too large to tell anything"


@pytest.mark.parametrize(
    "query",
    ["公开" * 5000, "a" * 10000, '"' * 9999, "-" * 9999, "。，、；", "\x00\x01\x7f", "<img src=x onerror=alert(1)>", "../../etc/passwd", ".*+?^${}()|[]\\", "年:" * 3000, "%00%2e%2e/", "__proto__", "constructor"],
)
def test_hostile_queries_get_an_answer(engine_page, query):
    result = engine_page.evaluate(SEARCH, query)
    assert "kind" not in result
    assert all(path.startswith(("search/", "assets/")) for path in engine_page.asked)
    assert engine_page.complaints == []


def test_lone_surrogates_get_an_answer(engine_page):
    result = engine_page.evaluate(f"async () => ({SEARCH})('\\uD800公共\\uDC00租赁\\uD83D')")
    assert result["total"] >= 0 and "kind" not in result


WORKER = """async query => {
  const { open } = await import('/assets/gongkai-search-worker.js')
  try {
    const engine = await open('/search/')
    const { total, hits } = await engine.search(query)
    return { documents: engine.documents, total, ids: hits.map(it => it.id) }
  } catch (error) {
    return { name: error.name, kind: error.kind, path: error.path }
  }
}"""
DIRECT = WORKER.replace("gongkai-search-worker.js", "gongkai-search.js")


def test_a_worker_gives_the_same_answers(engine_page):
    assert engine_page.evaluate(WORKER, "网格化管理") == engine_page.evaluate(DIRECT, "网格化管理")
    assert len(engine_page.workers) == 1


def test_when_a_worker_is_refused_the_page_searches_itself(engine_page):
    engine_page.evaluate("() => { window.Worker = class { constructor() { throw new DOMException('refused', 'SecurityError') } } }")
    assert engine_page.evaluate(WORKER, "网格化管理")["total"] > 0
    assert engine_page.workers == []


def test_an_error_in_the_worker_has_its_reason(engine_page):
    error_page(engine_page.files, "/c/")
    result = engine_page.evaluate(WORKER, "网格化管理")
    assert (result["name"], result["kind"]) == ("SearchError", "damaged")
    error_page(engine_page.files, "root.json")
    assert engine_page.evaluate(WORKER, "网格化管理")["path"] == "root.json"
