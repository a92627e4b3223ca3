"""What the privacy pages promise, and whom they name."""

import pytest
from pages import lint

PAGES = ["/privacy/", "/privacy/health-data/"]


@pytest.mark.parametrize("path", PAGES)
def test_they_lead_to_each_other_and_name_nobody_who_is_not_there(client, settings, path):
    settings.CONTACT_EMAIL = ""
    page = lint(client.get(path))
    [other] = set(PAGES) - {path}

    assert page.all("a", href=other)
    assert "mailto:" not in page.html


@pytest.mark.parametrize("path", PAGES)
def test_they_name_whoever_runs_the_site(client, settings, path):
    settings.CONTACT_EMAIL = "guide@clinic.example"
    page = lint(client.get(path))

    assert page.one("a", href="mailto:guide@clinic.example").text == "guide@clinic.example"
    assert "do not send health details" in page.text


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("said", ["2 hours", "15 minutes", "opened, a form started"])
def test_they_say_for_how_long_and_what_is_counted(client, path, said):
    assert said in lint(client.get(path)).text
