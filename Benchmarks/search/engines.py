"""What is asked of an engine in Chromium. Each is opened as window.find(query) → ids of the first ten results, with everything loaded
that a list of ten results with snippets shows."""

import json
import os
from pathlib import Path

# Words of the field, each in well over ten documents of the corpora.
WORDS = json.loads(Path(__file__).with_name("words.json").read_text(encoding="utf-8"))
SETS = ["K1", "K2", "K3", "K4"]

GONGKAI = """async () => {
  const page = await (await fetch('/search/index.html')).text()
  const box = new DOMParser().parseFromString(page, 'text/html').getElementById('site-search')
  const base = new URL(box.dataset.base, location.origin + '/search/').href
  const engine = await (await import('ENGINE')).open(base)
  window.find = async q => (await engine.search(q, { limit: 10 })).hits.map(hit => hit.id)
  window.findAll = async q => {
    const ids = []
    for (let offset = 0; offset !== null;) {
      const { hits, next } = await engine.search(q, { limit: 50, offset })
      ids.push(...hits.map(hit => hit.id))
      offset = next
    }
    return ids
  }
}"""
PAGEFIND = """async () => {
  const pagefind = await import('/pagefind/pagefind.js')
  await pagefind.init()
  window.find = async q => {
    const { results } = await pagefind.search(q)
    return (await Promise.all(results.slice(0, 10).map(it => it.data()))).map(it => it.url.replace(/^.*\\/d\\/([^/]+)\\/.*$/, '$1'))
  }
}"""
ASK = """async ([queries, rounds]) => {
  const out = []
  for (const q of queries) {
    const ids = await find(q)
    let best = Infinity
    for (let round = 0; round < rounds; round++) {
      const from = performance.now()
      await find(q)
      best = Math.min(best, performance.now() - from)
    }
    out.push([ids, best])
  }
  return out
}"""


def part(values, share):
    """The value below which `share` of them lie."""
    values = sorted(values)
    return values[min(len(values) - 1, int(len(values) * share))]


def browser(playwright):
    return playwright.chromium.launch(executable_path=os.environ.get("GONGKAI_CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"])


def traffic(browser, server, start, is_script):
    """Bytes and requests of a first query in a fresh browser, and of a different one after it: medians and 95th percentiles over WORDS."""
    rows = {"first": [], "later": []}
    for word, other in zip(WORDS, WORDS[1:] + WORDS[:1]):
        context = browser.new_context()
        page = context.new_page()
        page.goto(server.origin + "/empty.html")
        server.take()
        page.evaluate(f"async q => {{ await ({start})(); await find(q) }}", word)
        rows["first"].append(server.take())
        page.evaluate("q => find(q)", other)
        rows["later"].append(server.take())
        context.close()
    out = {}
    for name, queries in rows.items():
        queries = [[it for it in sent if not it[0].endswith(".html")] for sent in queries]
        whole = [sum(size for _, size in sent) / 1000 for sent in queries]
        data = [sum(size for path, size in sent if not is_script(path)) / 1000 for sent in queries]
        out[f"{name} query, KB"] = part(whole, 0.5)
        out[f"{name} query, KB, p95"] = part(whole, 0.95)
        if name == "first":
            out["first query without the scripts, KB"] = part(data, 0.5)
        out[f"{name} query, requests"] = part([len(sent) for sent in queries], 0.5)
    return out


def page_of_results(browser, server):
    """Bytes and requests of Gongkai's page of results as a reader opens it, with the page, its style, every script and the filters."""
    rows = []
    for word in WORDS:
        context = browser.new_context()
        page = context.new_page()
        server.take()
        page.goto(f"{server.origin}/search/?q={word}")
        page.wait_for_selector(".facets li", state="attached")
        page.wait_for_load_state("networkidle")
        rows.append(server.take())
        context.close()
    sizes = [sum(size for _, size in sent) / 1000 for sent in rows]
    return {"page of results, everything, KB": part(sizes, 0.5), "page of results, requests": part([len(sent) for sent in rows], 0.5)}


def quality(browser, server, start, items, rounds=4):
    """The ids that each item gets, and milliseconds of the engine with all files loaded: the best of `rounds` for each query."""
    page = browser.new_page()
    page.goto(server.origin + "/empty.html")
    page.evaluate(start)
    rows = []
    for at in range(0, len(items), 50):
        rows += page.evaluate(ASK, [[item["query"] for item in items[at : at + 50]], rounds])
    words = page.evaluate(ASK, [WORDS, rounds])
    page.close()
    times = [row[1] for row in rows + words]
    return [row[0] for row in rows], {"engine, ms, p50": part(times, 0.5), "engine, ms, p95": part(times, 0.95)}


def mean_reciprocal_rank(items, answers, kept):
    out = {}
    for name in SETS:
        ranks = [
            next((1 / (i + 1) for i, it in enumerate(ids[:10]) if it in item["right"]), 0)
            for item, ids in zip(items, answers)
            if item["set"] == name and item["kept"] == kept
        ]
        out[f"{name} MRR@10, {'reported half' if kept else 'tuning half'}"] = sum(ranks) / len(ranks)
    return out
