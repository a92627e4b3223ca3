"""Results pasted from a report: shown first, kept only where they are ticked."""

from __future__ import annotations

import logging

import pytest
from builders import some_answers

from appointments.answer_parts import MAX_LAB_RESULTS

PASTE = "/appointment/lab-paste/new/"
LIST = "/appointment/lab-results/"
REPORT = """Name: Zebedee Kanari
Collected: 12 Nov 2026
Vitamin B12 142 pg/mL (200-900) L
Hemoglobin 12.1 g/dL (12.0-15.5)
Vitamin D 25-OH 62 nmol/L
"""


def results(visitor):
    return visitor.visit.answers.lab_results.entries


@pytest.fixture
def pasted(visitor):
    """Return somebody who sees what was read in a report."""
    visitor.open(PASTE)
    visitor.send(text=REPORT)
    return visitor


def test_the_list_leads_to_the_page_and_back(visitor):
    visitor.open(LIST)
    visitor.send(add="paste")
    assert visitor.url == PASTE
    visitor.follow("Back")
    assert visitor.url == LIST
    assert visitor.answers.lab_results.has is None


def test_what_was_read_is_shown_and_nothing_is_kept_yet(pasted):
    assert pasted.status == 200
    assert pasted.url == PASTE
    assert pasted.page.heading == "Check what we read"
    assert not results(pasted)
    text = " ".join(pasted.page.text.split())
    for words in ("142 pg/mL", "200-900", "marked low on the report", "12 Nov 2026", "12.1 g/dL"):
        assert words in text
    assert pasted.filled().get("keep") is None


def test_lines_that_could_not_be_read_are_listed(pasted):
    unread = [" ".join(e.text.split()) for e in pasted.page.all("li")]

    assert "Name: Zebedee Kanari" in unread
    assert "Vitamin D 25-OH 62 nmol/L" in unread


def test_only_what_is_ticked_is_kept(pasted):
    pasted.send(keep=["0"])

    assert pasted.url == LIST
    [kept] = results(pasted)
    assert (kept.test, kept.value, kept.unit) == ("b12_total", "142", "pg_per_ml")
    assert (kept.lab_range, kept.flag, kept.taken_on) == ("200-900", "low", "12 Nov 2026")


def test_samples_of_one_day_share_what_was_taken_before(pasted):
    pasted.send(keep=["0", "1"], b12_before="injection", b12_how_long="5 days", biotin="no")

    for kept in results(pasted):
        assert (kept.b12_before, kept.b12_how_long, kept.biotin) == ("injection", "5 days", "no")


@pytest.mark.parametrize(
    "text",
    [
        REPORT + "Collected: 1 May 2025\nVitamin B12 400 pg/mL (200-900)\n",
        "Vitamin B12 142 pg/mL\nVitamin B12 400 pg/mL",
    ],
    ids=["two days", "no day"],
)
def test_samples_of_several_days_are_asked_about_one_by_one(visitor, text):
    visitor.open(PASTE)
    visitor.send(text=text)

    assert not visitor.page.all("input", name="b12_before")


def test_nothing_ticked_is_asked_about_and_the_text_stays(pasted):
    page = pasted.send()

    assert page.errors == ["Tick the results that are right. If none is, go back to your list"]
    assert "Zebedee" in pasted.filled()["text"]
    assert not results(pasted)


def test_another_text_is_read_anew_and_the_old_ticks_say_nothing(pasted):
    pasted.send(text="Ferritin 40 ng/mL\nFolate 5 ng/mL", keep=["0"])
    assert not results(pasted)
    assert "Ferritin" in pasted.page.text
    assert pasted.filled().get("keep") is None

    pasted.send(keep=["1"])

    assert [kept.test for kept in results(pasted)] == ["folate_serum"]


@pytest.mark.parametrize("text", ["", "   \n ", "Dear Dr. Lee,\nthank you for seeing her."])
def test_a_text_without_a_result_gets_a_sentence_and_stays(visitor, text):
    visitor.open(PASTE)
    page = visitor.send(text=text)

    assert visitor.status == 422
    assert len(page.errors) == 1
    assert visitor.filled()["text"].split() == text.split()


def test_a_result_that_is_there_already_is_kept_twice_only_on_purpose(pasted):
    pasted.send(keep=["0"])
    pasted.open(PASTE)
    pasted.send(text=REPORT)
    assert "already in your list" in pasted.page.text

    page = pasted.send(keep=["0", "1"])
    assert page.errors[0].startswith("Already in your list: Vitamin B12 (total) 142 pg/mL")
    assert len(results(pasted)) == 1
    pasted.send(keep=["1"])

    assert [kept.test for kept in results(pasted)] == ["b12_total", "hb"]


def test_a_tick_that_is_sent_twice_keeps_one_result(pasted):
    pasted.send(keep=["0", "0"])

    assert len(results(pasted)) == 1


def test_what_was_not_found_is_said_beside_the_row(visitor):
    visitor.open(PASTE)
    visitor.send(text="Vitamin B12 142")
    text = " ".join(visitor.page.text.split())

    for words in ("no unit found", "No range found", "no date found"):
        assert words in text
    visitor.send(keep=["0"])
    assert results(visitor)[0].unit == ""


def test_a_full_list_says_so(visitor):
    visitor.has(some_answers(lab_results=[{"test": "hb", "waiting": True}] * MAX_LAB_RESULTS))
    visitor.open(PASTE)
    page = visitor.send(text=REPORT)

    assert page.errors == ["The list is full at 30. Remove one to make room for another"]


def test_a_number_that_looks_mistyped_is_asked_about_beside_its_row(visitor):
    visitor.open(PASTE)
    visitor.send(text="Vitamin B12 180 pmol/L (180-914)")

    assert visitor.status == 200
    assert "looks like" in visitor.page.text


def test_a_list_without_room_says_how_much_there_is(visitor):
    full = [{"test": "hb", "waiting": True}] * (MAX_LAB_RESULTS - 1)
    visitor.has(some_answers(lab_results=full))
    visitor.open(PASTE)
    visitor.send(text=REPORT)
    page = visitor.send(keep=["0", "1"])
    assert page.errors == ["There is room for 1 more result. Tick the one that matters most"]
    assert visitor.filled()["keep"] == ["0", "1"]

    visitor.send(keep=["1"])

    assert len(results(visitor)) == MAX_LAB_RESULTS


def test_hidden_characters_of_a_copied_text_do_no_harm(visitor):
    visitor.open(PASTE)
    visitor.send(text="\x0cVitamin B12\u202e 142 pg/mL\x00 (200-900) L")
    visitor.send(keep=["0"])

    assert results(visitor)[0].value == "142"


def test_a_text_that_is_too_long_gets_a_sentence(visitor):
    visitor.open(PASTE)
    page = visitor.send(text="x" * 20_001)

    assert page.errors[0].startswith("Shorten this to 20000 characters or fewer")


def test_a_part_too_long_to_keep_is_listed_and_not_cut(visitor):
    visitor.open(PASTE)
    visitor.send(text=f"Hemoglobin 12.1 g/dL\nVitamin B12 142 {'x' * 90} (200-900)")

    assert "x" * 90 in visitor.page.text
    assert len(visitor.offered("keep")) == 1


@pytest.mark.parametrize(
    ("line", "word", "value"),
    [
        ("Gastric parietal cell antibody: POSITIVE titre 1:80", "positive", "1:80"),
        ("Parietal cell antibody Positive 1:80", "positive", "1:80"),
        ("Intrinsic factor antibody 14.2 U/mL (<6) Positive", "positive", "14.2"),
        ("Intrinsic factor antibody Negative", "negative", ""),
        ("Intrinsic-Faktor-Ak negativ", None, "negativ"),
        ("Parietalzell-Ak (IFT) positiv 1:160", None, "positiv 1:160"),
    ],
)
def test_a_word_beside_a_number_is_kept_with_it(visitor, line, word, value):
    visitor.open(PASTE)
    visitor.send(text=line)
    visitor.send(keep=["0"])

    [kept] = results(visitor)
    assert (kept.qualitative, kept.value) == (word, value)


def test_the_text_is_in_no_cookie_address_or_log(visitor, caplog):
    caplog.set_level(logging.DEBUG)
    visitor.open(PASTE)
    visitor.send(text=REPORT)
    visitor.send(keep=["0"])

    assert "Zebedee" not in caplog.text
    assert "Zebedee" not in visitor.answers.to_json()
    assert all("Zebedee" not in exchange.url for exchange in visitor.exchanges)
