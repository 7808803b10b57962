"""Holds both engines to what searching promises, over the laws and notices of a corpus:

    python3 Benchmarks/search/gate.py --corpus "$GONGKAI_CORPUS" [--substrings 5000]

* random substrings of 1 to 12 characters: the result is exactly what a scan of the normal text finds, in Swift and in JavaScript;
* every document number in six bracket styles: its documents are found, first;
* Swift and JavaScript give the same ids in the same order with the same scores.

Exits with 1 when one of them does not hold. Needs the release build of Benchmarks/ and node."""

import argparse
import json
import random
import shutil
import subprocess
import sys
from bisect import bisect_right
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
SPECIAL = set("\"“”＂:：-－ \n\t\u3000")


def read_lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


class Scan:
    """Finds the documents whose normal text has a run, by looking."""

    def __init__(self, texts):
        self.ids = [it["id"] for it in texts]
        self.starts, parts, at = [], [], 0
        for it in texts:
            text = "\n".join(it["clauses"]) + "\n"
            self.starts.append(at)
            parts.append(text)
            at += len(text)
        self.whole = "".join(parts)
        self.starts.append(at)

    def find(self, run):
        found, at = set(), self.whole.find(run)
        while at >= 0:
            document = bisect_right(self.starts, at) - 1
            found.add(document)
            at = self.whole.find(run, self.starts[document + 1])
        return found

    def documents(self, normal):
        runs = [it for it in normal.split("\0") if it]
        return {self.ids[i] for i in set.intersection(*map(self.find, runs))} if runs else set()


def substrings(texts, count, seed=5):
    chance, out = random.Random(seed), []
    while len(out) < count:
        clause = chance.choice(chance.choice(texts)["clauses"]).replace("\0", "，")
        length = chance.randint(1, 12)
        if len(clause) >= length:
            start = chance.randint(0, len(clause) - length)
            piece = clause[start : start + length]
            if not SPECIAL & set(piece) and piece.strip("，"):
                out.append(piece)
    return out


def styles(number):
    """`宁发〔2017〕10号` in six ways; None when it is not of that form."""
    import re

    match = re.fullmatch(r"(\D{1,24}?)[〔\[［（(【](\d{4})[〕\]］）)】](?:第)?(\d{1,6})号", number)
    if not match or int(match[2]) // 100 not in (19, 20):
        return None
    code, year, serial = match.groups()
    return [f"{code}{a}{year}{b}{serial}号" for a, b in ["〔〕", "[]", "（）", "()", "【】"]] + [f"{code} {year} {serial}"]


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--corpus", type=Path, required=True)
    options.add_argument("--substrings", type=int, default=5000)
    options.add_argument("--work", type=Path, default=PROJECT / ".gongkai" / "bench-gate")
    given = options.parse_args()
    shutil.rmtree(given.work, ignore_errors=True)
    corpus = given.work / "corpus"
    corpus.mkdir(parents=True)
    for name in ("laws", "notices"):
        shutil.copytree(given.corpus / name, corpus / name)
    program = PROJECT / "Benchmarks" / ".build" / "release" / "benchmarks"
    command = [program, "search", corpus, "--output", given.work, "--texts", given.work / "texts.jsonl"]
    print(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout, end="", flush=True)

    texts = read_lines(given.work / "texts.jsonl")
    scan = Scan(texts)
    rows = [{"query": it, "limit": len(texts)} for it in substrings(texts, given.substrings)]
    numbers = {}
    for it in texts:
        for number in it.get("numbers", []):
            for typed in styles(number) or []:
                numbers.setdefault((number, typed), set()).add(it["id"])
    rows += [{"query": typed, "limit": len(texts)} for _, typed in numbers]
    (given.work / "queries.jsonl").write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    queries = given.work / "queries.jsonl"
    engine = PROJECT / "themes" / "default" / "assets" / "gongkai-search.js"
    # Both at once; neither changes the index.
    runs = [
        [program, "search", given.work, "--built", "--queries", queries, "--answers", given.work / "swift.jsonl"],
        ["node", Path(__file__).with_name("answers.mjs"), engine, given.work, queries, given.work / "js.jsonl"],
    ]
    processes = [subprocess.Popen(it, stdout=subprocess.DEVNULL) for it in runs]
    if any([it.wait() for it in processes]):
        sys.exit("an engine ended with an error")
    swift, js = read_lines(given.work / "swift.jsonl"), read_lines(given.work / "js.jsonl")

    failed = 0
    for name, answers in (("Swift", swift), ("JavaScript", js)):
        missed = wrong = pairs = inexact = 0
        for row, normal, answer in zip(rows[: given.substrings], [it["normal"] for it in swift], answers):
            truth, found = scan.documents(normal), set() if answer["partial"] else set(answer["ids"])
            pairs += len(truth)
            missed += len(truth - found)
            wrong += len(found - truth)
            inexact += not answer["exact"] or answer["total"] != len(truth)
            if truth != found and failed < 5:
                print(f"  {row['query']!r}: {len(truth - found)} missed, {len(found - truth)} wrong")
                failed += 1
        lost = 0
        for ((_, typed), ids), answer in zip(numbers.items(), answers[given.substrings :]):
            lost += not ids <= set(answer["ids"][: len(ids)])
        print(f"{name:11} {given.substrings} substrings: {pairs} right answers, {missed} missed, {wrong} wrong, {inexact} totals not exact;")
        print(f"{'':11} {len(numbers)} typings of {len({it for it, _ in numbers})} numbers: {lost} whose documents are not first")
        failed += missed + wrong + inexact + lost
    differ = sum(any(a[key] != b[key] for key in ("ids", "scores", "total", "exact", "partial")) for a, b in zip(swift, js))
    print(f"{len(rows)} queries in both engines: {differ} differ in ids, order, scores or totals")
    sys.exit(1 if failed or differ else 0)


main()
