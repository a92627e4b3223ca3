"""What search engines and messengers are told: about public pages, and about nothing else.

The structure is checked against what schema.org lists for the types that we use.
"""

from datetime import date
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest
from pages import VOID, Page, lint

from content.library import list_pages

SITE = "https://b12.example"
ARTICLE = [f"/{page.slug}/" for page in list_pages()]
PUBLIC = [
    "/",
    "/glossary/",
    "/sources/",
    "/get-help-now/",
    "/privacy/",
    "/privacy/health-data/",
    *ARTICLE,
]
PERSONAL = ["/search/", "/appointment/", "/appointment/country/", "/appointment/summary/", "/none/"]

# Pages that are questions and answers throughout. A page that only has headings that ask is none.
QUESTIONS_AND_ANSWERS = {"b12-injection-questions"}

# The properties that we use, of each type; each is listed for it at schema.org.
WEB_PAGE = {"name", "url", "description", "lastReviewed", "reviewedBy", "mainEntity"}
PROPERTIES = {
    "MedicalWebPage": WEB_PAGE,
    "FAQPage": WEB_PAGE,
    "Question": {"name", "acceptedAnswer"},
    "Answer": {"text"},
    "Person": {"name"},
}


@pytest.fixture(autouse=True)
def site_url(settings):
    settings.SITE_URL = SITE


class Items(HTMLParser):
    """The microdata items of a page: types, and properties as text or as items."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.top: list[dict] = []
        self._open: list[tuple[str, dict | None, str | None]] = []
        self._texts: list[list[str]] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        fields = dict(attrs)
        owner = next((item for _, item, _ in reversed(self._open) if item is not None), None)
        name = fields.get("itemprop")
        item = None
        if "itemscope" in fields:
            item = {"types": [t.split("/")[-1] for t in fields["itemtype"].split()], "has": {}}
            if name:
                owner["has"].setdefault(name, []).append(item)
            else:
                self.top.append(item)
        elif name:
            value = fields.get("href") or fields.get("datetime") or fields.get("content")
            owner["has"].setdefault(name, []).append(value or [])
            if not value:
                self._texts.append(owner["has"][name][-1])
        if tag not in VOID:
            text_of = name if name and item is None and not fields.get("datetime") else None
            self._open.append((tag, item, text_of))

    def handle_endtag(self, tag):
        _, _, text_of = self._open.pop()
        if text_of:
            self._texts.pop()

    def handle_data(self, data):
        for text in self._texts:
            text.append(data)


def words(value) -> str:
    return " ".join("".join(value).split())


def check(item: dict) -> None:
    """Fail for a property that its type does not have, or that is empty."""
    allowed = set().union(*(PROPERTIES[kind] for kind in item["types"]))
    assert set(item["has"]) <= allowed, item
    for values in item["has"].values():
        for value in values:
            if isinstance(value, dict):
                check(value)
            else:
                assert words(value), item


@pytest.mark.parametrize("path", PUBLIC)
def test_a_public_page_names_its_own_address(client, path):
    page = lint(client.get(path, {"utm": "x"}, headers={"host": "127.0.0.1"}))

    assert page.one("link", rel="canonical").attrs["href"] == f"{SITE}{path}"
    assert page.one("meta", property="og:url").attrs["content"] == f"{SITE}{path}"
    assert not page.all("meta", name="robots")
    assert page.one("meta", name="description").attrs["content"]
    assert "127.0.0.1" not in page.html


@pytest.mark.parametrize("path", PUBLIC)
def test_a_shared_link_does_not_tell_what_somebody_reads_about(client, path):
    page = Page(client.get(path))

    assert page.one("meta", property="og:title").attrs["content"] == "B12 Guide"
    assert "vitamin B12" in page.one("meta", property="og:description").attrs["content"]


@pytest.mark.parametrize("path", PERSONAL)
def test_a_personal_page_is_kept_out_and_says_nothing(client, path):
    page = Page(client.get(path, follow=True))

    assert page.one("meta", name="robots").attrs["content"] == "noindex"
    assert not page.all("link", rel="canonical")
    assert not [e for e in page.elements if "property" in e.attrs or "itemscope" in e.attrs]


@pytest.mark.parametrize("page", list_pages(), ids=lambda page: page.slug)
def test_a_page_of_the_article_is_a_medical_web_page(client, page):
    [item] = Items(client.get(f"/{page.slug}/").content.decode()).top
    has = item["has"]

    check(item)
    assert item["types"] == [
        "MedicalWebPage",
        *(["FAQPage"] if page.slug in QUESTIONS_AND_ANSWERS else []),
    ]
    assert words(has["name"][0]) == page.title
    assert words(has["description"][0]) == page.summary
    assert has["url"] == [f"{SITE}/{page.slug}/"]
    assert date.fromisoformat(has["lastReviewed"][0]) == page.reviewed_on
    assert "reviewedBy" not in has  # no clinician has


def test_questions_and_answers_are_told_as_such(client):
    pages = [page for page in list_pages() if page.faq]
    assert {page.slug for page in pages} == QUESTIONS_AND_ANSWERS
    for page in pages:
        [item] = Items(client.get(f"/{page.slug}/").content.decode()).top
        questions = item["has"]["mainEntity"]
        asked = [part.title for part in page.parts if part.is_question]
        assert [words(question["has"]["name"][0]) for question in questions] == asked
        for question in questions:
            [answer] = question["has"]["acceptedAnswer"]
            assert (question["types"], answer["types"]) == (["Question"], ["Answer"])
            assert len(words(answer["has"]["text"][0]).split()) > 3


def test_a_property_that_its_type_does_not_have_is_seen():
    bad = '<p itemscope itemtype="https://schema.org/Person"><b itemprop="text">x</b></p>'
    [item] = Items(bad).top

    with pytest.raises(AssertionError):
        check(item)


def test_the_sitemap_lists_every_public_page(client):
    response = client.get("/sitemap.xml")
    root = ET.fromstring(response.content)
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"

    assert response.headers["Content-Type"] == "application/xml"
    assert root.tag == f"{space}urlset"
    assert sorted(element.text for element in root.iter(f"{space}loc")) == sorted(
        f"{SITE}{path}" for path in PUBLIC
    )
    assert {element.text for element in root.iter(f"{space}lastmod")} == {
        page.reviewed_on.isoformat() for page in list_pages()
    }


def test_robots_may_read_that_the_form_is_not_to_be_listed(client):
    response = client.get("/robots.txt")

    assert response.headers["Content-Type"] == "text/plain"
    assert response.content.decode().splitlines() == [
        "User-agent: *",
        "Disallow:",
        f"Sitemap: {SITE}/sitemap.xml",
    ]
