"""What is in a built site, read from its files alone."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit


class _Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.links: list[str] = []

    def handle_starttag(self, tag, attributes):
        if tag == "a":
            self.links += [value for name, value in attributes if name == "href" and value]


class SiteMap:
    def __init__(self, folder: Path):
        self.folder = folder
        self.pages = sorted("/" + p.relative_to(folder).as_posix() for p in folder.rglob("*.html"))

    @property
    def documents(self) -> list[dict]:
        """The JSON of every document, sorted by id."""
        return [json.loads(p.read_text("utf-8")) for p in sorted(self.folder.glob("d/*/index.json"))]

    def addresses(self) -> list[str]:
        """Every page that is read, not only passed through."""
        read = (page for page in self.pages if 'http-equiv="refresh"' not in (self.folder / page.lstrip("/")).read_text("utf-8"))
        return [self.address(page) for page in read]

    def address(self, page: str) -> str:
        return re.sub(r"index\.html$", "", page)

    def links(self, page: str) -> set[str]:
        """Pages of the site that a page links to, as paths of files."""
        parser = _Links()
        parser.feed((self.folder / page.lstrip("/")).read_text("utf-8"))
        found = set()
        for link in parser.links:
            parts = urlsplit(urljoin("http://site" + self.address(page), link))
            if parts.netloc != "site":
                continue
            path = unquote(parts.path)
            found.add(path + "index.html" if path.endswith("/") else path)
        return found

    def clicks(self) -> dict[str, int]:
        """How many links lead from home to each page, at least."""
        depth = {"/index.html": 0}
        queue = ["/index.html"]
        known = set(self.pages)
        for page in queue:
            for target in sorted(self.links(page) & known):
                if target not in depth:
                    depth[target] = depth[page] + 1
                    queue.append(target)
        return depth

    def kinds(self) -> dict[str, str]:
        """One page of every kind, and the documents that show something special."""
        chosen: dict[str, str] = {}
        for page in self.pages:
            text = (self.folder / page.lstrip("/")).read_text("utf-8")
            kind = re.search(r'<body class="kind-([\w-]+)', text)
            # The same page in a further interface language; one kind of them each.
            translated = re.match(r"/(en|zh-Hant)/", page)
            if kind and kind[1] != "redirect":
                chosen.setdefault(f"{kind[1]} in {translated[1]}" if translated else kind[1], self.address(page))
            for name, mark in {
                "banner": '<section class="banner"', "contents": 'id="toc"', "table": "<table", "duties": 'id="duties"',
                "attachments": 'id="attachments"', "pagination": 'class="pages"', "english": '<article class="text" lang="en"',
                "traditional": '<article class="text" lang="zh-Hant"', "footnotes": 'class="footnotes"',
            }.items():
                if mark in text:
                    chosen.setdefault(name, self.address(page))
        chosen["seed"] = "/d/ning-fa-2017-10/"
        return chosen
