"""The owner in a real browser: from the login to a clinic's link, under our strict policy."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PASSWORD = "correct horse battery 9"


def test_the_owner_adds_a_clinic_and_gets_its_link(site, visitor):
    User.objects.create_superuser("owner", password=PASSWORD)
    page = visitor.page
    complaints: list[str] = []  # what the policy blocks is an error in the console
    page.on(
        "console",
        lambda message: (
            complaints.append(f"{page.url}: {message.text}") if message.type == "error" else None
        ),
    )

    page.goto(f"{site}/owner/")
    page.get_by_label("Username").fill("owner")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    page.get_by_role("link", name="Add", exact=False).and_(page.locator("[href*=clinic]")).click()

    # The link is made of the name.
    page.get_by_label("Name:", exact=True).fill("Praxis Dr. Müller")
    assert page.get_by_label("Short name for the link").input_value() == ""
    page.get_by_label("Phone").fill("www.praxis.example")
    page.get_by_label("Country").select_option("us")
    page.get_by_role("button", name="Save and continue editing").click()
    assert "Type the number with digits" in page.inner_text(".errorlist")
    page.get_by_label("Phone").fill("+49 30 1234567")
    page.get_by_role("button", name="Save and continue editing").click()

    link = page.get_by_role("link", name="/c/praxis-dr-muller/")
    assert link.get_attribute("href") == "/c/praxis-dr-muller/"
    for name in ("How often the link was used", "Praxis Dr. Müller", "History"):
        page.get_by_role("link", name=name).first.click()
    assert "Created" in page.inner_text("#change-history")
    for path in ("", "second-step/", "auth/user/add/", "password_change/", "appointments/clinic/"):
        page.goto(f"{site}/owner/{path}")

    # A patient's page is sent no session.
    sent = page.context.cookies(f"{site}/appointment/")
    assert "b12-owner" not in {cookie["name"] for cookie in sent}
    page.goto(f"{site}/owner/appointments/clinic/")
    page.get_by_role("link", name="/c/praxis-dr-muller/").click()
    assert "Praxis Dr. Müller" in page.inner_text("main")
    assert complaints == []
