"""Measures search over a folder of documents, beside Pagefind on the same pages; see README.md beside this file."""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import engines
from corpus import documents, known_items, substrings
from counting_server import CountingServer

PROJECT = Path(__file__).resolve().parents[2]
# At most, except where `least` says at least.
BUDGETS = {
    "first query, KB": 60, "first query, requests": 16, "later query, KB": 40, "engine, ms, p95": 15,
    "bytes a character": 2.1,
}
LEAST = {
    "K1 MRR@10, reported half": 0.99, "K2 MRR@10, reported half": 0.97, "K3 MRR@10, reported half": 0.98,
    "K4 MRR@10, reported half": 0.82,
}
# Around the text of our pages: not text of the documents, so Pagefind is spared it.
BESIDE_THE_TEXT = ".crumbs,.toc,.meta,.after,.actions,.anchor,.facts,.banner,.record,.chain,.tools"


def measured(command, folder):
    """Seconds of the clock, of the processors, and the most memory in MB."""
    start = time.monotonic()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"{command[0]} ended with {os.waitstatus_to_exitcode(status)}")
    return {"seconds": time.monotonic() - start, "processor seconds": usage.ru_utime + usage.ru_stime, "peak memory, MB": usage.ru_maxrss / 1024}


def size_of(folder):
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def build(program, source, work):
    """The site of the documents, and the ids of each text; copies have several."""
    project = work / "project"
    for path in sorted(source.rglob("*")):
        if path.suffix in (".md", ".txt"):
            target = project / "content" / path.relative_to(source)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    cost = measured([program, "build", "--content", "content", "--output", "site", "--at", "2026-01-01", "--quiet"], project)
    site = project / "site"
    rows = (json.loads(line) for line in (site / "data" / "documents.jsonl").read_text(encoding="utf-8").splitlines())
    ids = {}
    for row in rows:
        ids.setdefault(row["sha256"], []).append(row["id"])
    return site, ids, cost


def pagefind(site, folder):
    """Pagefind's index of the pages of the documents."""
    import pagefind_bin_extended

    for page in sorted(site.glob("d/*/index.html")):
        target = folder / page.relative_to(site)
        target.parent.mkdir(parents=True)
        shutil.copyfile(page, target)
    program = Path(pagefind_bin_extended.__file__).parent / "pagefind_extended"
    command = [program, "--site", folder, "--root-selector", "main", "--exclude-selectors", BESIDE_THE_TEXT, "--quiet"]
    return measured([str(it) for it in command], folder)


def judge(browser, folder, start, items, is_script):
    (folder / "empty.html").write_text("<!doctype html><meta charset=utf-8><title>empty</title>", encoding="utf-8")
    server = CountingServer(folder)
    out = engines.traffic(browser, server, start, is_script)
    answers, times = engines.quality(browser, server, start, items)
    out |= times
    for kept in (True, False) if items else ():
        out |= engines.mean_reciprocal_rank(items, answers, kept)
    (folder.parent / f"{folder.name}-misses.jsonl").write_text(
        "".join(
            json.dumps({**item, "got": ids}, ensure_ascii=False) + "\n"
            for item, ids in zip(items, answers) if not ids or ids[0] not in item["right"]
        ), encoding="utf-8",
    )
    return out


def recall(browser, folder, start, rows):
    """How many right answers the pieces have, and how many were not among the results."""
    page = browser.new_page()
    page.goto(CountingServer(folder).origin + "/empty.html")
    page.evaluate(start)
    missed = sum(len(set(row["right"]) - set(page.evaluate("q => findAll(q)", row["query"]))) for row in rows)
    page.close()
    return sum(len(row["right"]) for row in rows), missed


def shown(value):
    return f"{value:,.3f}" if isinstance(value, float) and value < 1.5 else f"{value:,.1f}" if isinstance(value, float) else f"{value:,}"


def report(columns):
    """The table in Markdown; the budgets that do not hold."""
    names = [name for name, _ in columns]
    print("| | " + " | ".join(names) + (" | ratio | budget |" if len(names) > 1 else " | budget |"))
    print("|---" * (len(names) + 1 + (2 if len(names) > 1 else 1)) + "|")
    broken = []
    for key, ours in columns[0][1].items():
        values = [column.get(key) for _, column in columns]
        row = [key, *("–" if it is None else shown(it) for it in values)]
        if len(values) > 1:
            row.append(f"{values[1] / ours:.1f}" if values[1] and ours and "MRR" not in key else "")
        holds = ours <= BUDGETS[key] if key in BUDGETS else ours >= LEAST[key] if key in LEAST else True
        row.append(f"{'≤' if key in BUDGETS else '≥'} {(BUDGETS | LEAST)[key]}{'' if holds else ' **missed**'}" if key in BUDGETS | LEAST else "")
        if not holds:
            broken.append(key)
        print("| " + " | ".join(row) + " |")
    return broken


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--content", type=Path, required=True, help="a folder of Markdown and text files")
    options.add_argument("--program", type=Path, default=PROJECT / ".build" / "release" / "gongkai")
    options.add_argument("--work", type=Path, default=PROJECT / ".gongkai" / "bench-search")
    options.add_argument("--pagefind", action="store_true", help="Pagefind on the same pages")
    options.add_argument("--substrings", type=int, default=200)
    options.add_argument("--items", type=int, default=200, help="known items a set; 0 measures the cost alone")
    given = options.parse_args()
    if not given.content.is_dir() or not given.program.is_file():
        sys.exit(f"{given.content} is no folder, or {given.program} is not built")
    shutil.rmtree(given.work, ignore_errors=True)

    site, ids, cost = build(given.program.resolve(), given.content, given.work)
    docs = [doc | {"id": ids[doc["sha256"]].pop()} for doc in documents(given.content) if ids.get(doc["sha256"])]
    characters = sum(len(clause) for doc in docs for clause in [doc["title"], *doc["clauses"]])
    items = known_items(docs, each=given.items) if given.items else []
    pieces = substrings(docs, given.substrings)
    index = size_of(site / "search") - (site / "search" / "index.html").stat().st_size
    script = next(it.name for it in (site / "assets").iterdir() if re.fullmatch(r"gongkai-search-[0-9a-f]{12}\.js", it.name))
    start = engines.GONGKAI.replace("ENGINE", f"/assets/{script}")
    ours = {"index and text, MB": index / 1e6, "bytes a character": index / characters}
    columns = [("Gongkai", ours)]
    print(f"{len(docs):,} documents, {characters:,} characters; {len(items)} known items, {len(pieces)} pieces of text\n", flush=True)

    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = engines.browser(playwright)
        ours |= judge(browser, site, start, items, lambda path: path.startswith("/assets/"))
        ours |= engines.page_of_results(browser, CountingServer(site))
        if given.pagefind:
            folder = given.work / "pagefind"
            folder.mkdir()
            cost_of_theirs = pagefind(site, folder)
            theirs = {"index and text, MB": size_of(folder / "pagefind") / 1e6}
            theirs["bytes a character"] = theirs["index and text, MB"] * 1e6 / characters
            columns.append(("Pagefind 1.5.2 extended", theirs))
            theirs |= judge(browser, folder, engines.PAGEFIND, items, lambda path: path.endswith((".js", ".pagefind")) and "/fragment/" not in path)
        right, missed = recall(browser, site, start, pieces)
        browser.close()
    broken = report(columns)
    print(f"\n{len(pieces)} pieces of 1 to 12 characters: {right:,} right answers, {missed:,} missed")
    print("the whole site, gongkai build: " + ", ".join(f"{value:.1f} {name}" for name, value in cost.items()))
    if given.pagefind:
        print("its index alone, Pagefind:     " + ", ".join(f"{value:.1f} {name}" for name, value in cost_of_theirs.items()))
    if missed:
        broken.append("recall of pieces")
    if broken:
        sys.exit("budgets missed: " + "; ".join(broken))


main()
