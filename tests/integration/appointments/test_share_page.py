"""Any public page can be passed on; a personal one cannot, and nothing is added to the address."""

from urllib.parse import unquote

import pytest
from builders import some_answers
from django.urls import reverse
from pages import Page, lint

from appointments.sharing.public_pages import shareable_pages
from content.library import list_pages
from content.views import OTHER_PAGES

SITE = "https://b12.example"


@pytest.fixture(autouse=True)
def site_url(settings):
    settings.SITE_URL = SITE


PATHS = sorted(shareable_pages())


def share_link(page):
    return [a.attrs["href"] for a in page.all("a") if a.attrs["href"].startswith("/share/page/")]


@pytest.mark.parametrize("path", PATHS)
def test_a_public_page_leads_to_its_own_address(client, path):
    [link] = share_link(lint(client.get(path, {"from": "x"})))
    page = lint(client.get(link, {"to": "y"}, headers={"host": "localhost"}), has_script=True)

    assert link == f"/share/page{path}"
    assert page.one("input", id="address").attrs["value"] == f"{SITE}{path}"
    assert page.all("a", href=path, class_="back")
    assert page.one("meta", name="robots").attrs["content"] == "noindex"
    assert not page.all("link", rel="canonical")
    assert "localhost" not in page.html
    for kind in ("mailto:", "sms:"):
        [sent] = [a.attrs["href"] for a in page.all("a") if a.attrs["href"].startswith(kind)]
        assert unquote(sent).endswith(f"body={SITE}{path}")


@pytest.mark.parametrize("path", PATHS)
def test_the_page_of_a_shared_address_is_there_and_sets_no_answers(client, path):
    assert client.get(path).status_code == 200
    response = client.get(f"/share/page{path}")
    assert not response.cookies
    assert response.headers["Cache-Control"] == "public, max-age=3600"


def test_every_page_for_everybody_can_be_passed_on():
    public = {*(reverse(name) for name in OTHER_PAGES), reverse("blank-form")}
    assert public | {f"/{page.slug}/" for page in list_pages()} <= set(PATHS)


def test_the_pages_of_the_form_cannot_be_passed_on(visitor):
    visitor.has(some_answers(lab_results=[{"test": "b12_total"}]))
    for path in ("/appointment/check-your-answers/", "/appointment/lab-result/1/", "/search/"):
        response = visitor.client.get(path)
        assert response.status_code == 200
        assert share_link(Page(response)) == []


@pytest.mark.parametrize(
    "path",
    [
        "appointment/summary/",
        "appointment/lab-result/1/",
        "share/",
        "c/riverside/",
        "no-such-page/",
        "https://elsewhere.example/",
        "/elsewhere.example/",
        "glossary/?utm=x/",
        "glossary//",
        "../glossary/",
        "GLOSSARY/",
        "%00/",
    ],
)
def test_no_other_address_gets_a_code(client, path):
    response = client.get("/share/page/" + path.replace("?", "%3F"))
    assert response.status_code == 404
    assert share_link(Page(response)) == []


def test_of_the_form_only_the_first_page_is_listed():
    assert [path for path in PATHS if path.startswith("/appointment/")] == ["/appointment/"]
