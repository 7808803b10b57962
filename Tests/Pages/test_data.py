"""What the site offers to machines, read by libraries that know nothing of this program."""

import csv
import io
import json
import re
from datetime import date
from urllib.parse import unquote, urlsplit
from xml.sax.saxutils import escape

import feedparser
import icalendar
import jsonschema
import pytest
import rdflib
from lxml import etree, html
from pyld import jsonld
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF, SDO, XSD

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
ATOM = "http://www.w3.org/2005/Atom"

# The protocol of sitemaps.org as far as the site uses it.
SITEMAP_SCHEMA = f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="{SITEMAP}" xmlns="{SITEMAP}" elementFormDefault="qualified">
  <xs:simpleType name="address"><xs:restriction base="xs:anyURI"><xs:minLength value="12"/><xs:maxLength value="2048"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="day"><xs:union><xs:simpleType><xs:restriction base="xs:date"/></xs:simpleType><xs:simpleType><xs:restriction base="xs:dateTime"/></xs:simpleType></xs:union></xs:simpleType>
  <xs:element name="urlset"><xs:complexType><xs:sequence><xs:element name="url" minOccurs="1" maxOccurs="50000"><xs:complexType><xs:sequence>
    <xs:element name="loc" type="address"/><xs:element name="lastmod" type="day" minOccurs="0"/></xs:sequence></xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element>
  <xs:element name="sitemapindex"><xs:complexType><xs:sequence><xs:element name="sitemap" minOccurs="1" maxOccurs="50000"><xs:complexType><xs:sequence>
    <xs:element name="loc" type="address"/><xs:element name="lastmod" type="day" minOccurs="0"/></xs:sequence></xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element>
</xs:schema>"""

# JSON Feed 1.1, from the words of the specification.
JSON_FEED_SCHEMA = {
    "type": "object",
    "required": ["version", "title", "items"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": {"type": "string", "minLength": 1},
        "home_page_url": {"type": "string", "format": "uri"},
        "feed_url": {"type": "string", "format": "uri"},
        "description": {"type": "string"},
        "language": {"type": "string", "pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$"},
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id"],
                "anyOf": [{"required": ["content_text"]}, {"required": ["content_html"]}],
                "properties": {
                    "id": {"type": "string", "minLength": 1},
                    "url": {"type": "string", "format": "uri"},
                    "title": {"type": "string"},
                    "content_text": {"type": "string", "minLength": 1},
                    "date_published": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$"},
                    "language": {"type": "string"},
                    "authors": {"type": "array", "items": {"type": "object", "required": ["name"]}},
                    "tags": {"type": "array", "items": {"type": "string"}},
                },
                "additionalProperties": False,
            },
        },
    },
    "additionalProperties": False,
}


@pytest.fixture(scope="module")
def base(site) -> str:
    """The absolute address of the site, as its home page states it."""
    return html.fromstring((site / "index.html").read_bytes()).xpath("string(//link[@rel='canonical']/@href)")


@pytest.fixture(scope="module")
def published(site) -> list[dict]:
    """The rows of documents.jsonl."""
    return [json.loads(line) for line in (site / "data/documents.jsonl").read_text("utf-8").splitlines()]


def exists(site, base, address) -> bool:
    """Whether an absolute address of the site is a file of it."""
    assert address.startswith(base), address
    path = unquote(urlsplit(address[len(base):]).path)
    return (site / (path + "index.html" if path == "" or path.endswith("/") else path)).is_file()


def head(path) -> list[tuple[str, str]]:
    page = html.fromstring(path.read_bytes())
    return [(m.get("name"), m.get("content")) for m in page.xpath("//head/meta[@name]")]


def test_every_atom_feed_is_well_formed_and_has_what_the_standard_asks_for(site, base):
    feeds = sorted(site.rglob("*.atom"))
    assert len(feeds) > 20
    for path in feeds:
        parsed = feedparser.parse(path.read_bytes())
        assert not parsed.bozo, (path, parsed.get("bozo_exception"))
        assert parsed.version == "atom10"
        assert parsed.feed.title and parsed.feed.id and parsed.feed.updated_parsed, path
        root = etree.fromstring(path.read_bytes())
        ids = root.xpath("a:entry/a:id/text()", namespaces={"a": ATOM})
        assert len(ids) == len(set(ids)) == len(parsed.entries) > 0, path
        for entry in parsed.entries:
            assert entry.title and entry.updated_parsed and entry.summary, path
            assert re.fullmatch(r"tag:[\w.-]+,\d{4}:[a-z0-9-]+", entry.id), entry.id
            assert exists(site, base, entry.link)
        for link in parsed.feed.links:
            assert exists(site, base, link.href), (path, link.href)


def test_a_document_has_the_same_id_in_every_feed(site):
    ids: dict[str, set[str]] = {}
    for path in site.rglob("*.atom"):
        for entry in feedparser.parse(path.read_bytes()).entries:
            ids.setdefault(entry.link, set()).add(entry.id)
    for path in site.rglob("feed.json"):
        for item in json.loads(path.read_bytes())["items"]:
            ids.setdefault(item["url"], set()).add(item["id"])
    assert len(ids) > 20 and all(len(found) == 1 for found in ids.values())


def test_every_json_feed_follows_the_specification(site, base):
    validator = jsonschema.Draft202012Validator(JSON_FEED_SCHEMA)
    feeds = sorted(site.rglob("feed.json"))
    assert len(feeds) == len(list(site.rglob("*.atom")))
    for path in feeds:
        feed = json.loads(path.read_bytes())
        assert not list(validator.iter_errors(feed)), path
        assert all(exists(site, base, item["url"]) for item in feed["items"])
        assert exists(site, base, feed["feed_url"]) and exists(site, base, feed["home_page_url"])


def test_the_site_map_is_valid_and_complete(site, base):
    schema = etree.XMLSchema(etree.fromstring(SITEMAP_SCHEMA))
    listed = set()
    for path in sorted(site.glob("sitemap*.xml")):
        root = etree.fromstring(path.read_bytes())
        schema.assertValid(root)
        assert path.stat().st_size < 50_000_000
        listed |= set(root.xpath("//s:loc/text()", namespaces={"s": SITEMAP}))
    assert all(exists(site, base, address) for address in listed)
    documents = {base + p.parent.relative_to(site).as_posix() + "/" for p in site.glob("d/*/index.html")}
    moved = {base + p.parent.relative_to(site).as_posix() + "/" for p in site.glob("d/*/index.html") if b"kind-redirect" in p.read_bytes()}
    assert documents - moved <= listed
    assert not any("/search/" in address or "/wh/" in address for address in listed)
    assert f"Sitemap: {base}sitemap.xml" in (site / "robots.txt").read_text()


def test_structured_data_says_only_what_schema_org_defines(site, base):
    def context(url, options):
        assert url.rstrip("/") == "https://schema.org"
        return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": {"@context": {"@vocab": "https://schema.org/"}}}

    # The library's list of terms is older than this one.
    known = {str(term).replace("http://", "https://") for term in dir(SDO)} | {"https://schema.org/legislationDateOfApplicability"}
    kinds = set()
    for path in sorted(site.rglob("index.html")):
        for block in html.fromstring(path.read_bytes()).xpath("//script[@type='application/ld+json']/text()"):
            expanded = jsonld.expand(json.loads(block), {"documentLoader": context})
            assert expanded, path

            def walk(node):
                if isinstance(node, list):
                    for item in node:
                        walk(item)
                elif isinstance(node, dict) and "@value" not in node:
                    for name, value in node.items():
                        if name == "@type":
                            kinds.update(value)
                            assert all(kind in known for kind in value), (path, value)
                        elif not name.startswith("@"):
                            # Actions annotate their properties with -input (schema.org/docs/actions.html).
                            assert name.removesuffix("-input") in known, (path, name)
                            assert value not in ([], [{"@value": ""}]), (path, name)
                            walk(value)

            walk(expanded)
    assert {"https://schema.org/Legislation", "https://schema.org/GovernmentOrganization", "https://schema.org/WebSite"} <= kinds


def test_dates_of_structured_data_are_those_of_the_document(site, published):
    for row in published:
        page = site / urlsplit(row["url"]).path.lstrip("/") / "index.html"
        data = json.loads(html.fromstring(page.read_bytes()).xpath("string(//script[@type='application/ld+json'])"))
        if data["@type"] == "Legislation":
            assert data.get("legislationDate") == row["issued"] and data.get("datePublished") == row["published"]
            assert data.get("legislationIdentifier") == row["documentNumber"]


def test_the_data_sets_are_described_in_dcat(site, base):
    graph = rdflib.Graph().parse(data=(site / "data/catalog.jsonld").read_text("utf-8"), format="json-ld")
    catalogues = list(graph.subjects(RDF.type, DCAT.Catalog))
    assert [str(c) for c in catalogues] == [base + "data/"]
    for namespace in (DCAT, DCTERMS, FOAF):
        used = {p for p in graph.predicates() if str(p).startswith(str(namespace))}
        used |= {o for o in graph.objects(None, RDF.type) if str(o).startswith(str(namespace))}
        assert used and all(term in namespace for term in used), used
    files = 0
    for dataset in graph.objects(catalogues[0], DCAT.dataset):
        assert graph.value(dataset, DCTERMS.title) and graph.value(dataset, DCTERMS.description)
        for distribution in graph.objects(dataset, DCAT.distribution):
            url = graph.value(distribution, DCAT.downloadURL)
            assert isinstance(url, rdflib.URIRef) and exists(site, base, str(url))
            path = site / str(url)[len(base):]
            size = graph.value(distribution, DCAT.byteSize)
            assert size.datatype == XSD.nonNegativeInteger and int(size) == path.stat().st_size
            assert str(graph.value(distribution, DCAT.mediaType)).startswith("https://www.iana.org/assignments/media-types/")
            files += 1
    assert files >= 5


def test_every_document_is_valid_under_the_published_schema(site):
    schema = json.loads((site / "data/document.schema.json").read_bytes())
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    documents = sorted(site.glob("d/*/index.json"))
    assert len(documents) >= 20
    for path in documents:
        errors = [f"{path.parent.name}: {e.json_path}: {e.message[:200]}" for e in validator.iter_errors(json.loads(path.read_bytes()))]
        assert not errors


def test_the_schema_refuses_what_is_not_a_document(site):
    schema = json.loads((site / "data/document.schema.json").read_bytes())
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    good = json.loads((site / "d/ning-fa-2017-10/index.json").read_bytes())
    for change in (
        lambda d: d.update(surprise=1), lambda d: d.pop("title"), lambda d: d["dates"].update(issued="2017年7月7日"),
        lambda d: d["validity"].update(status="maybe"), lambda d: d["parts"][0]["body"].append({"type": "song"}),
    ):
        bad = json.loads(json.dumps(good))
        change(bad)
        assert list(validator.iter_errors(bad))


def test_tables_open_in_a_spreadsheet(site, published):
    for name, rows in (("documents", len(published)), ("duties", None)):
        raw = (site / f"data/{name}.csv").read_bytes()
        assert raw.startswith(b"\xef\xbb\xbf") and b"\n" not in raw.replace(b"\r\n", b"")
        table = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), strict=True))
        assert len({len(row) for row in table}) == 1
        assert rows is None or len(table) == rows + 1
        assert not any(cell[:1] in "=+-@＝＋－＠\t" for row in table for cell in row if cell)
        lines = [json.loads(line) for line in (site / f"data/{name}.jsonl").read_text("utf-8").splitlines()]
        assert len(lines) == len(table) - 1


def test_duties_lead_to_their_clauses(site, base):
    duties = [json.loads(line) for line in (site / "data/duties.jsonl").read_text("utf-8").splitlines()]
    assert len(duties) > 50
    for duty in duties:
        assert exists(site, base, duty["url"])
        path, _, anchor = duty["url"].partition("#")
        page = site / urlsplit(path).path.lstrip("/") / "index.html"
        assert f'id="{escape(unquote(anchor))}"' in page.read_text("utf-8"), duty["url"]


def test_deadlines_are_a_calendar(site, base):
    calendars = [site / "data/duties.ics", *sorted(site.glob("duties/*/deadlines.ics"))]
    assert len(calendars) > 5
    everything: set[str] = set()
    for path in calendars:
        raw = path.read_bytes()
        assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
        calendar = icalendar.Calendar.from_ical(raw)
        assert calendar["VERSION"] == "2.0" and calendar["PRODID"]
        events = calendar.walk("VEVENT")
        uids = [str(event["UID"]) for event in events]
        assert events and len(uids) == len(set(uids)), path
        for event in events:
            assert not event.errors and isinstance(event["DTSTART"].dt, date)
            assert event["SUMMARY"] and event["DTSTAMP"]
            assert exists(site, base, str(event["URL"]).partition("#")[0])
        if path.parent.name == "data":
            everything = set(uids)
        assert set(uids) <= everything


def test_page_tags_follow_the_kind_of_page(site, site_map):
    """国办发〔2017〕47号: site tags everywhere, column tags on columns, content tags on documents, none of them empty."""
    for page in site_map.pages:
        path = site / page.lstrip("/")
        if b"kind-redirect" in path.read_bytes():
            continue
        tags = head(path)
        names = [name for name, _ in tags]
        assert all(content and content.strip() and content.lower() != "null" for _, content in tags), page
        assert {"SiteName", "SiteDomain", "SiteIDCode"} <= set(names), page
        assert len(names) == len(set(names)), (page, names)
        kind = re.search(rb'<body class="kind-([\w-]+)', path.read_bytes())[1].decode()
        if kind == "document":
            assert {"ArticleTitle", "ContentSource", "ColumnName", "ColumnType"} <= set(names), page
        if kind in ("catalog",):
            assert {"ColumnName", "ColumnType", "ColumnDescription", "ColumnKeywords"} <= set(names), page
        if kind not in ("document", "page"):
            assert "ArticleTitle" not in names and "PubDate" not in names, page


def test_pubdate_is_the_documents_own(site, site_map):
    for document in site_map.documents:
        tags = dict(head(site / document["url"].lstrip("/") / "index.html"))
        day = document["dates"]["published"]
        assert (tags.get("PubDate") or "")[:10] == (day or ""), document["id"]


def test_downloads_give_the_bytes_they_promise(site, site_map):
    import hashlib

    for document in site_map.documents:
        folder = site / document["url"].lstrip("/")
        source = next(p for p in folder.iterdir() if p.stem == "source")
        assert hashlib.sha256(source.read_bytes()).hexdigest() == document["source"]["sha256"]
        text = (folder / "text.txt").read_text("utf-8")
        assert (document["title"] or "") in text
        for attachment in document["attachments"]:
            if attachment["file"]:
                assert (folder / attachment["file"]).is_file(), attachment


def test_assets_are_what_their_integrity_says(site, site_map):
    import base64
    import hashlib

    checked = set()
    for page in site_map.pages:
        tree = html.fromstring((site / page.lstrip("/")).read_bytes())
        for node in tree.xpath("//link[@rel='stylesheet'] | //script[@src]"):
            address = node.get("href") or node.get("src")
            file = (site / page.lstrip("/")).parent / unquote(address) if not address.startswith("/") else site / unquote(address[1:])
            algorithm, _, value = node.get("integrity").partition("-")
            digest = base64.b64encode(hashlib.new(algorithm, file.read_bytes()).digest()).decode()
            assert digest == value, (page, address)
            checked.add(file.resolve())
    assert len(checked) >= 5


def test_languages_point_at_each_other(site, site_map):
    translated = 0
    for page in site_map.pages:
        tree = html.fromstring((site / page.lstrip("/")).read_bytes())
        links = {n.get("hreflang"): n.get("href") for n in tree.xpath("//link[@rel='alternate'][@hreflang]")}
        if links:
            translated += 1
            assert tree.get("lang") in links and set(links) == {"zh-Hans", "zh-Hant", "en"}, page
            assert tree.xpath("string(//link[@rel='canonical']/@href)") == links[tree.get("lang")]
    assert translated >= 3 * 12
