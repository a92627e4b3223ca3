"""Answers that are gone: the visitor is told, and what was just sent is kept or given back."""

from __future__ import annotations

import time

import pytest
from builders import full_answers, some_answers

from appointments import sealed_cookie
from appointments.answers import Answers

CHECK = "/appointment/check-your-answers/"
SAYS = {
    "expired": "Your earlier answers are no longer here. They were closed because nothing",
    "unreadable": "Your earlier answers are no longer here. They could not be opened.",
    "missing": "We found no earlier answers in this browser.",
}
MINUTE = 60


@pytest.fixture
def wait(monkeypatch):
    """Let time go by: each call adds to it."""

    def wait(minutes: float) -> None:
        later = time.time() + minutes * MINUTE
        monkeypatch.setattr(sealed_cookie.time, "time", lambda: later)

    return wait


@pytest.fixture(params=SAYS)
def lost(request, visitor, wait):
    """Return a visitor, and what makes the answers go that the visitor has."""
    visitor.has(full_answers())

    def lose() -> str:
        if request.param == "expired":
            wait(121)
        elif request.param == "unreadable":
            visitor.client.cookies[sealed_cookie.NAMES[0]] = "nonsense"
        else:
            visitor.client.cookies.clear()
        return request.param

    return visitor, lose


@pytest.mark.parametrize(
    ("page", "sent", "kept"),
    [
        ("diet/", {"picked": ["vegan"], "detail": "since 2018"}, "since 2018"),
        ("symptoms/", {"picked": ["fatigue"], "own_words": "Cold nose"}, "Cold nose"),
        ("about/", {"name": "B. Patient"}, "B. Patient"),
        ("questions/", {"chosen": ["q_cause"], "own": "Can I drive home?"}, "Can I drive home?"),
        ("lab-test/new/", {"test": "other", "own_words": "Copper"}, "Copper"),
        ("b12-product/new/", {"route": "nasal", "product": "Spray"}, "Spray"),
    ],
)
def test_what_was_just_sent_is_kept_and_the_next_page_says_what_is_gone_once(
    lost, page, sent, kept
):
    visitor, lose = lost
    visitor.open(f"/appointment/{page}")
    how = lose()
    visitor.send(**sent)

    assert visitor.status == 200
    assert SAYS[how] in visitor.page.text
    assert "What you just sent is kept." in visitor.page.text
    assert kept in visitor.answers.to_json()
    assert "Half days" not in visitor.answers.to_json()
    assert "What you just sent is kept." not in visitor.open(visitor.url).text


@pytest.mark.parametrize(
    ("page", "sent"),
    [
        ("symptom-details/1/", {"effect": "Stairs and shopping"}),
        ("lab-result/3/", {"value": "Stairs and shopping"}),
        ("lab-test/3/", {"test": "other", "own_words": "Stairs and shopping"}),
        ("b12-effect/9/", {"reaction": "Stairs and shopping"}),
    ],
)
def test_what_was_sent_about_an_entry_that_is_gone_is_given_back(lost, page, sent):
    visitor, lose = lost
    visitor.open(f"/appointment/{page}")
    lose()
    visitor.send(**sent)

    assert visitor.status == 404
    assert visitor.page.heading == "This entry is no longer in your list"
    assert "Stairs and shopping" in visitor.page.text
    assert "csrf" not in visitor.page.text


@pytest.mark.parametrize(("page", "said"), [("lab-results/", "waiting"), ("b12-tried/", "none")])
def test_the_page_of_a_list_asks_anew_and_says_why(lost, page, said):
    visitor, lose = lost
    visitor.open(f"/appointment/{page}")
    how = lose()
    visitor.send(add="enough")
    if how != "missing":
        assert SAYS[how] in visitor.page.text

    assert visitor.status == 422
    visitor.send(add=said)
    assert visitor.status == 200
    assert said in visitor.answers.to_json()


@pytest.mark.parametrize("page", ["", "diet/", "lab-result/3/", "check-your-answers/", "summary/"])
def test_opening_a_page_says_what_is_gone_and_the_next_one_starts_anew(lost, page):
    visitor, lose = lost
    how = lose()
    visitor.open(f"/appointment/{page}")

    if how != "missing":
        assert visitor.status == 410
        assert visitor.page.heading == "Your answers are no longer here"
        visitor.follow("Start again")
    assert visitor.visit.state == "new"
    assert visitor.open("/appointment/").heading == "Prepare for your appointment"


@pytest.mark.parametrize("page", ["lab-result/3/remove/", "clear/"])
def test_removing_what_is_gone_is_no_failure(lost, page):
    visitor, lose = lost
    visitor.open(f"/appointment/{page}")
    lose()
    visitor.send()

    assert visitor.status in {200, 404}


def test_a_page_to_read_first_says_what_is_gone(visitor, wait):
    visitor.has(some_answers(safety={"happening": ["clot"]}))
    visitor.open("/appointment/diet/")
    wait(121)
    visitor.read_on()

    assert visitor.page.heading == "Your answers are no longer here"


def test_a_first_visit_is_no_loss(visitor):
    visitor.open("/appointment/")
    visitor.send(preparing_for="self", country="us")

    assert "What you just sent" not in visitor.page.text


@pytest.mark.parametrize(("shared", "minutes"), [(None, 119), ("on", 14)])
def test_every_page_that_is_opened_starts_the_time_anew(visitor, wait, shared, minutes):
    visitor.open("/appointment/")
    visitor.send(preparing_for="self", country="us", shared_computer=shared)
    wait(minutes)
    visitor.open("/appointment/diet/")
    wait(minutes)
    visitor.open("/appointment/about/")

    assert visitor.status == 200
    assert visitor.answers.country == "us"


def test_on_a_shared_computer_answers_go_after_a_quarter_of_an_hour(visitor, wait):
    visitor.open("/appointment/")
    visitor.send(preparing_for="self", country="us", shared_computer="on")
    wait(16)
    page = visitor.open("/appointment/summary/")

    assert visitor.status == 410
    assert "on a shared computer after 15 minutes" in page.text


def test_delete_my_answers_deletes_them_from_the_browser_after_one_question(visitor):
    visitor.has(full_answers())
    visitor.open("/appointment/diet/")
    visitor.follow("Delete my answers")
    assert visitor.visit.answers != Answers()
    visitor.send()

    assert visitor.page.heading == "Your answers are deleted"
    assert visitor.visit.state == "new"
    assert not set(sealed_cookie.NAMES) & set(visitor.client.cookies)
    for name in sealed_cookie.NAMES:
        assert visitor.last.response.cookies[name]["max-age"] == 0
        assert visitor.last.response.cookies[name]["path"] == sealed_cookie.PATH


def test_keeping_them_leads_back(visitor):
    visitor.has(full_answers())
    visitor.open("/appointment/clear/")
    visitor.follow("Keep them")

    assert visitor.url == CHECK
    assert visitor.answers == full_answers()


def test_what_a_caregiver_sent_about_themself_is_kept(visitor, wait):
    visitor.has(full_answers(by="other"))
    visitor.open("/appointment/about/")
    wait(121)
    visitor.send(caregiver_name="C. Neighbor", caregiver_relationship="lives next door")

    assert visitor.answers.for_other
    text = visitor.open("/appointment/summary/").text
    assert "C. Neighbor" in text
    assert "lives next door" in text


def test_a_caregiver_whose_answers_cannot_be_opened_keeps_the_name_too(visitor):
    visitor.has(full_answers(by="other"))
    visitor.open("/appointment/about/")
    visitor.client.cookies[sealed_cookie.NAMES[0]] = "nonsense"
    visitor.send(caregiver_name="C. Neighbor", caregiver_relationship="lives next door")

    assert visitor.answers.about.caregiver_name == "C. Neighbor"
    assert visitor.answers.about.caregiver_relationship == "lives next door"


def test_what_is_sent_later_from_a_shared_computer_goes_after_a_quarter_of_an_hour_too(
    visitor, wait
):
    visitor.open("/appointment/")
    visitor.send(preparing_for="other", country="us", shared_computer="on")
    visitor.open("/appointment/diet/")
    wait(16)
    visitor.send(detail="vegan")
    assert visitor.answers.shared_computer
    assert visitor.answers.country == "us"
    wait(32)

    assert visitor.visit.state == "expired"


def test_the_reason_travels_like_the_answers(visitor, settings):
    settings.ANSWERS_COOKIE_SECURE = True
    visitor.has(full_answers())
    visitor.open("/appointment/diet/")
    visitor.client.cookies[sealed_cookie.NAMES[0]] = "nonsense"
    response = visitor.client.post("/appointment/diet/", {"detail": "vegan"})

    assert response.cookies["b12-notice"]["secure"]


def test_an_entry_that_is_gone_is_given_back_in_the_words_of_the_page(visitor):
    visitor.open("/appointment/diet/")
    page = visitor.post(
        "/appointment/lab-result/3/", unit="ng_per_l", flag="low", waiting="on", value="231"
    )

    assert visitor.status == 404
    words = [e.text for e in page.elements if e.tag in {"dt", "dd"}]
    assert ("Unit", "ng/L") in list(zip(words[::2], words[1::2], strict=True))
    assert ("Result", "231") in list(zip(words[::2], words[1::2], strict=True))
    assert "ng_per_l" not in page.text
