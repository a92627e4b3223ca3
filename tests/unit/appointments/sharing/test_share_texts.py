"""The longer texts say whose they are and what the guide is not; a clinic's words stay plain."""

from urllib.parse import parse_qs, urlsplit

import pytest

from appointments.sharing import texts
from appointments.sharing.kits import Kit, general_kit

CLINIC = Kit(
    path="/c/riverside/",
    slug="riverside",
    name="<b>Riverside</b> & Co. %s",
    phone="+1 555 0100",
    hours="Monday to Friday",
    please_bring="Your reports\nYour medicine boxes",
)


@pytest.fixture(autouse=True)
def site_url(settings):
    settings.SITE_URL = "https://b12.example"


@pytest.mark.parametrize("text", [texts.email, texts.letter])
def test_a_text_says_what_the_guide_is_not_and_what_cannot_wait(text):
    for kit in (CLINIC, general_kit()):
        assert "does not diagnose" in text(kit)
        assert "https://b12.example/get-help-now/" in text(kit)
        assert kit.short_address in text(kit)
        assert "\n\n\n" not in text(kit)


@pytest.mark.parametrize("text", [texts.email, texts.letter])
def test_a_clinics_own_words_are_in_it_as_they_are(text):
    assert "Please bring:\nYour reports\nYour medicine boxes\n" in text(CLINIC)
    assert "Call +1 555 0100. Monday to Friday\n" in text(CLINIC)
    assert text(CLINIC).endswith("\n\n<b>Riverside</b> & Co. %s")


def test_without_a_clinic_no_gap_is_left():
    assert "Please bring" not in texts.email(general_kit())
    assert "Call" not in texts.email(general_kit())


def test_the_website_gets_a_link_without_script():
    html = texts.website_html(CLINIC)
    assert html.endswith(
        '<a href="https://b12.example/c/riverside/">b12.example/c/riverside</a></p>'
    )
    assert "<script" not in html
    assert texts.website(CLINIC).endswith("\n\nhttps://b12.example/c/riverside/")


def test_the_mail_program_gets_the_same_text():
    query = parse_qs(urlsplit(texts.mail_link(CLINIC)).query)
    assert query == {
        "subject": [texts.subject()],
        "body": [texts.email(CLINIC).replace("\n", "\r\n")],
    }


def test_the_address_can_be_read_out():
    assert texts.read_aloud(CLINIC) == "b12 dot example slash c slash riverside"
    kit = Kit(path="/c/st-marys-2/", slug="st-marys-2")
    assert texts.read_aloud(kit).endswith("slash st hyphen marys hyphen 2")
    assert texts.spelled(kit)[:3] == [("s", "Sierra"), ("t", "Tango"), ("-", "hyphen")]
    assert texts.spelled(kit)[-1] == ("2", "2")


def test_every_letter_has_a_word():
    assert list(texts.ALPHABET) == list("abcdefghijklmnopqrstuvwxyz")
