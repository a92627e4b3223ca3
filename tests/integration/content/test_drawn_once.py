"""Public pages are drawn once, and sent in the shape that the browser reads best."""

import gzip

import brotli
import pytest
from django.urls import reverse

from content.library import list_pages

OPEN = [
    *(reverse(name) for name in ("home", "glossary", "sources", "get-help-now")),
    *(reverse(name) for name in ("privacy", "health-data")),
    reverse("sitemap"),
    *(reverse("page", args=[page.slug]) for page in list_pages()),
]
ARTICLE = reverse("page", args=[list_pages()[0].slug])


@pytest.mark.parametrize("path", OPEN)
def test_a_page_is_the_same_in_every_encoding_and_the_second_time(client, path):
    plain = client.get(path)
    packed = client.get(path, headers={"accept-encoding": "gzip"})
    small = client.get(path, headers={"accept-encoding": "gzip, deflate, br"})

    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert small.headers["Content-Encoding"] == "br"
    assert gzip.decompress(packed.content) == brotli.decompress(small.content) == plain.content
    assert len(small.content) < len(packed.content) < len(plain.content)
    for response in (plain, packed, small):
        assert response.headers["Vary"] == "Accept-Encoding"
        assert response.headers["Cache-Control"] == "public, no-cache"


@pytest.mark.parametrize("path", OPEN)
def test_what_the_browser_has_is_not_sent_again(client, path):
    tag = client.get(path).headers["ETag"]
    again = client.get(path, headers={"if-none-match": tag})
    other = client.get(path, headers={"if-none-match": '"other"'})

    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["ETag"] == tag
    assert "Content-Security-Policy" in again.headers
    assert other.status_code == 200


def test_an_encoding_that_is_refused_is_not_used(client):
    response = client.get(ARTICLE, headers={"accept-encoding": "br; q=0, brotli, gzip;q=0.5"})

    assert response.headers["Content-Encoding"] == "gzip"


def test_pages_differ(client):
    tags = {client.get(path).headers["ETag"] for path in OPEN}

    assert len(tags) == len(OPEN)


def test_a_page_is_drawn_once(client, monkeypatch):
    first = client.get(ARTICLE)
    monkeypatch.setattr("content.views.render", None)

    assert client.get(ARTICLE).content == first.content
    assert client.get(f"{ARTICLE}?q=1").content == first.content


def test_what_is_not_found_is_not_kept(client):
    assert client.get("/no-such-page/").status_code == 404
    assert client.get("/no-such-page/").status_code == 404


def test_nothing_but_reading_is_answered(client):
    assert client.post(ARTICLE).status_code == 405
    assert client.head(ARTICLE).status_code == 200


def test_what_is_in_memory_still_belongs_to_our_name_only(client, settings):
    settings.ALLOWED_HOSTS = ["guide.example"]

    assert client.get(ARTICLE, headers={"host": "guide.example"}).status_code == 200
    assert client.get(ARTICLE, headers={"host": "guide.example"}).status_code == 200
    assert client.get(ARTICLE, headers={"host": "other.example"}).status_code == 400


def test_what_is_in_memory_is_known_by_its_route(client):
    first, second = client.get(ARTICLE), client.get(ARTICLE)

    assert first.wsgi_request.resolver_match.route == "<slug:slug>/"
    assert second.wsgi_request.resolver_match is first.wsgi_request.resolver_match
