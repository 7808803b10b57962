"""Measures search over the laws of the corpus; see README.md beside this file."""

import argparse
import html
import json
import os
import random
import shutil
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from corpus import HAN, documents, known_items, write_lines

PROJECT = Path(__file__).resolve().parents[2]
SETS = ["K1", "K2", "K3", "K4"]
WORDS = ["公积金", "住房公积金", "行政复议", "未成年人", "安全生产", "环境保护", "政府采购", "劳动合同", "食品安全", "道路交通", "行政许可", "土地承包"]


class Server:
    """Serves a folder without compression and counts what it sends."""

    def __init__(self, folder: Path):
        self.sent: list[int] = []
        owner = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                path = folder / unquote(urlsplit(self.path).path).lstrip("/")
                if path.is_dir():
                    path = path / "index.html"
                body = path.read_bytes() if path.is_file() else b""
                kind = {".js": "text/javascript", ".html": "text/html; charset=utf-8", ".json": "application/json", ".wasm": "application/wasm"}
                self.send_response(200 if path.is_file() else 404)
                self.send_header("Content-Type", kind.get(path.suffix, "application/octet-stream"))
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
                if not path.name.endswith(".html") and path.name != "favicon.ico":
                    owner.sent.append(len(body))

            def log_message(self, *arguments):
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.origin = f"http://127.0.0.1:{self.http.server_port}"
        threading.Thread(target=self.http.serve_forever, daemon=True).start()

    def take(self) -> tuple[int, int]:
        """Requests and bytes since the last call."""
        sent, self.sent = self.sent, []
        return len(sent), sum(sent)


# Each opens an engine as window.find(query) → ids of the first ten, with everything a list of results shows loaded.
GONGKAI = """async () => {
  const engine = await (await import('/gongkai-search.js')).open('/search/')
  window.find = async q => (await engine.search(q, { limit: 10 })).hits.map(hit => hit.id)
}"""
PAGEFIND = """async () => {
  const pagefind = await import('/pagefind/pagefind.js')
  await pagefind.init()
  window.find = async q => {
    const { results } = await pagefind.search(q)
    return (await Promise.all(results.slice(0, 10).map(it => it.data()))).map(it => it.url.replace(/^.*\\/(d\\d+)\\.html.*$/, '$1'))
  }
}"""


def middle(values, part=0.5):
    values = sorted(values)
    return values[min(len(values) - 1, int(len(values) * part))]


def mrr(items, answers):
    out = {}
    for name in SETS:
        ranks = []
        for item, ids in zip(items, answers):
            if item["set"] == name and item["kept"]:
                ranks.append(next((1 / (i + 1) for i, it in enumerate(ids[:10]) if it in item["right"]), 0))
        out[name] = round(sum(ranks) / len(ranks), 3)
    return out


def substrings(docs, count, seed=5):
    """Random pieces of 1 to 12 Han characters, and the documents whose text has them."""
    chance = random.Random(seed)
    texts = ["\n".join(clause["text"] for clause in doc["clauses"]) for doc in docs]
    out = []
    while len(out) < count:
        run = chance.choice(HAN.findall(chance.choice(texts)) or [""])
        if run:
            length = min(len(run), chance.randint(1, 12))
            start = chance.randint(0, len(run) - length)
            piece = run[start : start + length]
            out.append({"query": piece, "limit": len(docs), "right": [docs[i]["id"] for i, text in enumerate(texts) if piece in text]})
    return out


def swift(program, work, rows, *more):
    write_lines(work / "queries.jsonl", rows)
    command = [program, "search", work / "documents.jsonl", "--queries", work / "queries.jsonl", "--answers", work / "answers.jsonl", *more]
    said = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    return said, [json.loads(line) for line in (work / "answers.jsonl").read_text(encoding="utf-8").splitlines()]


def in_browser(browser, server, start, items):
    """Cold and warm bytes and times over WORDS, each in a fresh context, then the known items in one page."""
    cold, warm = [], []
    for word, other in zip(WORDS, WORDS[1:] + WORDS[:1]):
        context = browser.new_context()
        page = context.new_page()
        page.goto(server.origin + "/empty.html")
        server.take()
        page.evaluate(f"async q => {{ await ({start})(); await find(q) }}", word)
        cold.append(server.take())
        page.evaluate("q => find(q)", other)
        warm.append(server.take())
        context.close()
    page = browser.new_page()
    page.goto(server.origin + "/empty.html")
    page.evaluate(start)
    ask = "async queries => { const out = []; for (const q of queries) { const t = performance.now(); const ids = await find(q); out.push([ids, performance.now() - t]) } return out }"
    queries = [item["query"] for item in items]
    answers = page.evaluate(ask, queries)
    again = page.evaluate(ask, queries)
    page.close()
    times = [row[1] for row in again]
    return {
        "first query, KB": round(middle([it[1] for it in cold]) / 1000, 1),
        "first query, requests": middle([it[0] for it in cold]),
        "later query, KB": round(middle([it[1] for it in warm]) / 1000, 1),
        "later query, requests": middle([it[0] for it in warm]),
        "ms again, p50": round(middle(times), 1),
        "ms again, p95": round(middle(times, 0.95), 1),
        **mrr(items, [row[0] for row in answers]),
    }


def pagefind(docs, folder):
    """The same documents as pages, and Pagefind's index of them; seconds and bytes."""
    import pagefind_bin_extended

    program = Path(pagefind_bin_extended.__file__).parent / "pagefind_extended"
    for doc in docs:
        body = "".join(f'<p id="{c["anchor"]}">{html.escape(c["text"])}</p>' for c in doc["clauses"][1:])
        (folder / f"{doc['id']}.html").write_text(
            f'<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>{html.escape(doc["title"])}</title>'
            f'<body data-pagefind-body><h1>{html.escape(doc["title"])}</h1>{body}</body></html>',
            encoding="utf-8",
        )
    start = time.monotonic()
    subprocess.run([program, "--site", folder, "--quiet"], check=True)
    size = sum(path.stat().st_size for path in (folder / "pagefind").rglob("*") if path.is_file())
    return round(time.monotonic() - start, 1), size


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--corpus", type=Path, required=True)
    options.add_argument("--work", type=Path, default=PROJECT / ".gongkai" / "bench-search")
    options.add_argument("--limit", type=int, help="only the first documents")
    options.add_argument("--pagefind", action="store_true")
    options.add_argument("--substrings", type=int, default=1000)
    given = options.parse_args()
    if not (given.corpus / "laws").is_dir():
        sys.exit(f"{given.corpus} holds no folder laws")
    shutil.rmtree(given.work, ignore_errors=True)
    ours, theirs = given.work / "gongkai", given.work / "pagefind"
    for folder in (ours, theirs):
        folder.mkdir(parents=True)
        (folder / "empty.html").write_text("<!doctype html><meta charset=utf-8><title>empty</title>")

    docs = documents(given.corpus, given.limit)
    write_lines(given.work / "documents.jsonl", docs)
    items = known_items(docs)
    package = ["swift", "build", "--package-path", str(PROJECT / "Benchmarks"), "-c", "release"]
    subprocess.run(package, check=True, stdout=sys.stderr)
    program = subprocess.run([*package, "--show-bin-path"], check=True, stdout=subprocess.PIPE, text=True).stdout.strip() + "/benchmarks"

    rows = substrings(docs, given.substrings)
    said, answers = swift(program, given.work, rows)
    print(said, end="")
    missed = sum(len(set(row["right"]) - set(answer["ids"])) for row, answer in zip(rows, answers))
    pairs = sum(len(row["right"]) for row in rows)
    print(f"substrings           {len(rows)}, {pairs} right answers, {missed} missed")
    _, answers = swift(program, given.work, items, "--output", str(ours))
    print(f"MRR@10, Swift        {mrr(items, [answer['ids'] for answer in answers])}")

    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ.get("GONGKAI_CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"])
        shutil.copy(PROJECT / "themes" / "default" / "assets" / "gongkai-search.js", ours)
        columns = [("Gongkai", in_browser(browser, Server(ours), GONGKAI, items))]
        if given.pagefind:
            seconds, size = pagefind(docs, theirs)
            print(f"Pagefind             {seconds} s, {size} bytes")
            columns.append(("Pagefind", in_browser(browser, Server(theirs), PAGEFIND, items)))
        browser.close()
    print("| in Chromium | " + " | ".join(name for name, _ in columns) + (" | ratio |" if given.pagefind else " |"))
    print("|---" * (len(columns) + (2 if given.pagefind else 1)) + "|")
    for key in columns[0][1]:
        values = [column[key] for _, column in columns]
        ratio = f" | {values[1] / values[0]:.2f}" if len(values) > 1 and values[0] else ""
        print(f"| {key} | " + " | ".join(map(str, values)) + ratio + " |")


main()
