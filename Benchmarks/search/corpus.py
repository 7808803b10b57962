"""Documents and known-item queries from a folder of Markdown and text files. Same files, same seed, same queries.

The texts are read here and not by the program, so that the right answers do not depend on what is judged."""

import hashlib
import random
import re
from pathlib import Path

ARTICLE = re.compile(r"^\s*(?:\*\*)?第[一二三四五六七八九十百千零〇0-9]+条")
HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+")
FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.S)


def documents(folder: Path) -> list[dict]:
    """Title, then a clause for each article, heading or group of paragraphs of about 400 characters."""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.suffix not in (".md", ".txt"):
            continue
        whole = path.read_bytes()
        text = whole.decode("utf-8", errors="replace")
        title, clauses, current = path.stem, [], []
        front = FRONT_MATTER.match(text)
        if front:
            named = re.search(r"^title: *(.+)$", front[1], re.M)
            title = named[1].strip().strip("\"'") if named else title
            text = text[front.end() :]
        for line in text.splitlines():
            line = line.strip()
            if not line or line.startswith("<!--"):
                continue
            if line.startswith("# ") and not front:
                title = line[2:].strip()
                continue
            if line.startswith("#") or ARTICLE.match(line) or sum(map(len, current)) > 400:
                clauses.append("\n".join(current))
                current = []
            current.append(line.lstrip("# "))
        clauses = [text for text in [*clauses, "\n".join(current)] if text]
        found.append({"sha256": hashlib.sha256(whole).hexdigest(), "title": title, "clauses": clauses})
    return found


def known_items(docs: list[dict], each: int = 200, most: int = 5, seed: int = 20261201) -> list[dict]:
    """The sets K1 to K4: {"set", "query", "right": ids, "kept"}; every second query is kept for reporting.

    Weights are chosen on the queries that are not kept. Who has seen the other half takes another seed before choosing again."""
    import jieba

    jieba.setLogLevel(60)
    chance = random.Random(seed)
    titles = [doc["title"] for doc in docs]
    texts = ["\n".join([doc["title"], *doc["clauses"]]) for doc in docs]
    clauses = [(i, text) for i, doc in enumerate(docs) for text in doc["clauses"] if len(text) >= 30]

    def words(text):
        return sorted({word for word in jieba.cut(text) if 2 <= len(word) <= 4 and HAN.fullmatch(word)})

    def piece(text, low, high):
        runs = [run for run in HAN.findall(text) if len(run) >= low]
        if not runs:
            return None
        run = chance.choice(runs)
        length = chance.randint(low, min(high, len(run)))
        start = chance.randint(0, len(run) - length)
        return run[start : start + length]

    def k1():
        query = piece(chance.choice(titles), 4, 8)
        return query, query and [i for i, title in enumerate(titles) if query in title]

    def k2():
        query = piece(chance.choice(clauses)[1], 7, 12)
        return query, query and [i for i, text in enumerate(texts) if query in text]

    def k3():
        terms = words(chance.choice(clauses)[1])
        if len(terms) < 3:
            return None, None
        chosen = chance.sample(terms, 3)
        rarest = sorted(chosen, key=len, reverse=True)
        some = [i for i, text in enumerate(texts) if all(term in text for term in rarest)]
        right = [i for i in some if any(all(t in clause for t in chosen) for clause in docs[i]["clauses"])]
        return " ".join(chosen), right

    def k4():
        i, text = chance.choice(clauses)
        first, second = words(titles[i]), words(text)
        if not first or not second:
            return None, None
        a, b = chance.choice(first), chance.choice(second)
        return f"{a} {b}", [k for k in range(len(docs)) if a in titles[k] and b in texts[k]] if a != b else None

    out = []
    for name, make in [("K1", k1), ("K2", k2), ("K3", k3), ("K4", k4)]:
        seen = set()
        while len(seen) < each:
            query, right = make()
            if query and right and len(right) <= most and query not in seen:
                seen.add(query)
                out.append({"set": name, "query": query, "right": [docs[i]["id"] for i in right], "kept": len(seen) % 2 == 0})
    return out


def substrings(docs, count, seed=5):
    """Random pieces of 1 to 12 Han characters, and the documents whose text has them."""
    chance = random.Random(seed)
    texts = ["\n".join([doc["title"], *doc["clauses"]]) for doc in docs]
    out = []
    while len(out) < count:
        run = chance.choice(HAN.findall(chance.choice(texts)) or [""])
        if run:
            length = min(len(run), chance.randint(1, 12))
            start = chance.randint(0, len(run) - length)
            piece = run[start : start + length]
            out.append({"query": piece, "right": [docs[i]["id"] for i, text in enumerate(texts) if piece in text]})
    return out
