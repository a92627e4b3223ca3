"""The share kit: open to everybody, about nobody, and only ever our own address in it."""

import pytest
from django.db import OperationalError
from django.urls import reverse
from pages import lint
from qr_reader import codes_in, drawn, picture_of, printed

from appointments.models import Clinic
from appointments.sharing import clinics
from tests.pdf_checks import says

pytestmark = pytest.mark.django_db

SITE = "https://b12.example"


@pytest.fixture(autouse=True)
def site_url(settings):
    settings.SITE_URL = SITE


@pytest.fixture
def clinic():
    return Clinic.objects.create(
        slug="riverside",
        name="Riverside <i>Family</i> Practice",
        phone="+1 555 0100",
        country="us",
        please_bring="Your last reports\nhttps://elsewhere.example",
        paper="letter",
        accent="teal",
    )


def fields(page):
    return {e.attrs["id"]: e.text.strip() for e in page.all("textarea")}


def test_a_clinics_kit_has_its_address_in_every_text(client, clinic):
    response = client.get("/c/riverside/share/", headers={"host": "localhost"})
    page = lint(response, has_script=True)

    assert set(fields(page)) == {"sms", "email", "letter", "website", "website-html"}
    assert all("b12.example/c/riverside" in text for text in fields(page).values())
    assert "b12 dot example slash c slash riverside" in page.text
    assert page.one("meta", name="robots").attrs["content"] == "noindex"
    assert "localhost" not in page.html
    assert not response.cookies
    assert response.headers["Cache-Control"] == "public, max-age=300"


def test_a_phones_keyboard_begins_with_a_capital(client, clinic):
    page = lint(client.get("/c/Riverside/share/"), has_script=True)
    assert "b12.example/c/riverside" in fields(page)["sms"]
    assert page.all("a", href="/c/riverside/share/qr.svg")


def test_a_clinics_words_are_no_html_and_no_link(client, clinic):
    page = lint(client.get("/c/riverside/share/"), has_script=True)

    assert "Riverside <i>Family</i> Practice" in page.text
    assert not page.all("i")
    assert not [a for a in page.all("a") if "elsewhere" in a.attrs["href"].partition("body=")[0]]


def test_the_kit_without_a_clinic_asks_no_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        page = lint(client.get("/share/"), has_script=True)
    assert f"{SITE}/" in fields(page)["sms"]
    assert page.all("a", href=reverse("blank-form"))
    assert page.all("a", href="/share/in-the-visit/")


@pytest.mark.parametrize("start", ["/share/", "/c/riverside/share/"])
def test_every_file_of_a_kit_is_there(client, clinic, start):
    page = lint(client.get(start), has_script=True)
    links = [a.attrs["href"] for a in page.all("a") if a.attrs["href"].startswith(start)]
    links = [link for link in links if link != start]  # the foot of the page
    links.remove(f"{start}in-the-visit/")

    assert len(links) == 6
    files = {client.get(link).headers["Content-Disposition"] for link in links}
    assert len(files) == 6
    for link in links:
        response = client.get(link)
        assert response.status_code == 200
        assert not response.cookies
        assert "filename=" in response.headers["Content-Disposition"]


def test_the_paper_of_the_clinics_printers_comes_first(client, clinic):
    for start, papers in [("/share/", "al"), ("/c/riverside/share/", "la")]:
        page = lint(client.get(start), has_script=True)
        links = [a.attrs["href"] for a in page.all("a") if ".pdf" in a.attrs["href"]]
        assert [link.partition("=")[2][0] for link in links] == [*papers, *papers]


@pytest.mark.parametrize(("start", "path"), [("/share/", "/"), ("/c/riverside/share/", None)])
def test_the_codes_of_all_files_are_read(client, clinic, start, path):
    address = SITE + (path or "/c/riverside/")

    assert codes_in(picture_of(client.get(f"{start}qr.png").content)) == [address]
    assert codes_in(drawn(client.get(f"{start}qr.svg").content)) == [address]
    for paper in ("a4", "letter", "a5"):
        poster = client.get(f"{start}poster.pdf", {"paper": paper})
        cards = client.get(f"{start}cards.pdf", {"paper": paper})
        assert codes_in(printed(poster.content)) == [address]
        assert codes_in(printed(cards.content)) == [address] * 8


def test_the_poster_bears_the_clinics_name(client, clinic):
    assert says(client.get("/c/riverside/share/poster.pdf").content, clinic.name)
    clinic.name = "Riverside Health"
    clinic.save()
    assert says(client.get("/c/riverside/share/poster.pdf").content, "Riverside Health")


@pytest.mark.parametrize("file", ["", "qr.svg", "qr.png", "poster.pdf", "cards.pdf"])
def test_there_is_no_kit_for_a_retired_or_unknown_clinic(client, clinic, file):
    Clinic.objects.update(retired=True)
    retired = client.get(f"/c/riverside/share/{file}")
    unknown = client.get(f"/c/riverslide/share/{file}")

    assert (retired.status_code, unknown.status_code) == (410, 404)
    assert "Cache-Control" not in {*retired.headers, *unknown.headers}  # there may be one soon
    for page in (lint(retired), lint(unknown)):
        assert page.all("a", href="/share/")
        assert page.one("meta", name="robots")
    assert "retired" in lint(retired).text


@pytest.mark.parametrize("file", ["qr.gif", "qr.", "sheet.pdf", ".pdf", "qr.svg/"])
def test_what_is_no_file_of_a_kit_is_no_page(client, clinic, file):
    assert client.get(f"/share/{file}").status_code == 404
    assert client.get(f"/c/riverside/share/{file}").status_code == 404


def test_a_failing_database_leaves_the_kit_for_everybody(client, monkeypatch):
    def fail(*_args, **_kwargs):
        raise OperationalError

    monkeypatch.setattr(clinics.Clinic.objects, "filter", fail)
    page = lint(client.get("/c/riverside/share/"))
    assert page.status == 503
    assert page.all("a", href="/share/")
    assert client.get("/share/").status_code == 200


def test_only_reading_is_possible(client):
    assert client.post("/share/").status_code == 405
    assert client.post("/share/qr.svg").status_code == 405


@pytest.mark.parametrize("start", ["/share/", "/c/riverside/share/"])
def test_the_page_for_the_visit_leads_back_to_the_same_kit(client, clinic, start):
    page = lint(client.get(f"{start}in-the-visit/"))
    assert page.heading == "How to use the sheet in the visit"
    assert page.one("a", class_="back").attrs["href"] == start
    assert page.all("a", href="/for-clinic-staff/")


@pytest.mark.parametrize(
    ("site", "is_trial"),
    [("http://127.0.0.1:8000", True), ("http://localhost:8001", True), ("http://[::1]:80", True),
     ("http://127.1.2.3", True), (SITE, False), ("http://192.0.2.1", False)],
)  # fmt: skip
def test_an_address_that_works_only_here_is_a_trial(client, clinic, settings, site, is_trial):
    settings.SITE_URL = site
    assert ("TRIAL" in lint(client.get("/c/riverside/share/"), has_script=True).text) is is_trial
    for file in ("poster", "cards"):
        pdf = client.get(f"/c/riverside/share/{file}.pdf").content
        assert says(pdf, "TRIAL: this address works only on this computer") is is_trial


def test_without_a_paper_of_its_own_a_clinic_prints_on_its_countrys(client, clinic):
    for country, paper in [("us", "letter"), ("england", "a4")]:
        Clinic.objects.update(paper="", country=country)
        header = client.get("/c/riverside/share/poster.pdf").headers["Content-Disposition"]
        assert header.endswith(f'-{paper}.pdf"')
        assert clinics.contact_of(Clinic.objects.get()).paper == paper


def test_the_poster_says_whom_to_call_what_it_is_and_for_whom(client, clinic):
    for country, number in [("us", "call 911."), ("elsewhere", "call the emergency number.")]:
        Clinic.objects.update(country=country)
        pdf = client.get("/c/riverside/share/poster.pdf").content
        assert says(pdf, f"Do not wait: tell staff, or {number}")
        assert says(pdf, "For people of 16 and over.")
        assert says(pdf, clinic.phone)
    assert says(client.get("/share/poster.pdf").content, "or call the emergency number.")
