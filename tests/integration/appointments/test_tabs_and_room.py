"""Two tabs at once, and more text than a browser's cookies hold."""

from __future__ import annotations

import pytest
from builders import full_answers, long_notes, some_answers

from appointments import sealed_cookie
from appointments.catalogue.red_flags import RED_FLAGS

NO_ROOM = "There is no room for this in your browser’s storage"


def test_two_tabs_keep_what_each_sent(visitor):
    visitor.has(some_answers())
    first = visitor.open("/appointment/diet/")
    visitor.open("/appointment/family/")
    visitor.send(detail="sister")
    visitor.page, visitor.url = first, "/appointment/diet/"
    visitor.send(picked=["vegan"])

    assert visitor.answers.family.detail == "sister"
    assert visitor.answers.diet.chosen == ("vegan",)


def test_the_last_page_sent_wins(visitor):
    visitor.has(some_answers())
    first = visitor.open("/appointment/diet/")
    visitor.send(detail="second tab")
    visitor.page, visitor.url = first, "/appointment/diet/"
    visitor.send(detail="first tab")

    assert visitor.answers.diet.detail == "first tab"


@pytest.mark.parametrize(
    ("page", "sent"),
    [
        ("symptom-details/1/", {"effect": "Stairs"}),
        ("medicine-details/7/", {"dose": "Stairs"}),
        ("lab-result/3/", {"value": "Stairs"}),
        ("b12-product/9/", {"route": "nasal", "product": "Stairs"}),
    ],
)
def test_an_entry_that_was_removed_in_another_tab_is_given_back(visitor, page, sent):
    visitor.has(full_answers())
    visitor.open(f"/appointment/{page}")
    visitor.has(some_answers(diet={"detail": "kept"}))
    visitor.send(**sent)

    assert visitor.status == 404
    assert "Stairs" in visitor.page.text
    assert "It was not saved. You can copy it from here." in visitor.page.text
    assert visitor.answers.diet.detail == "kept"
    assert not visitor.answers.items


def test_what_was_ticked_in_another_tab_meanwhile_is_gone_only_after_a_question(visitor):
    visitor.has(some_answers(symptoms=[{"symptom": "fatigue"}]))
    visitor.open("/appointment/symptoms/")
    both = [{"symptom": "fatigue"}, {"symptom": "memory", "effect": "Names"}]
    visitor.has(some_answers(symptoms=both))
    visitor.send()

    assert visitor.status == 422
    assert "Names" in visitor.answers.to_json()


@pytest.fixture
def full(visitor, monkeypatch):
    """Return somebody whose answers leave room for a few words only."""
    # Some of the long notes are about symptoms that may be new: that page was read before.
    read = ["neuro_change"]
    answers = some_answers(about={"name": "A. Patient"}, acknowledged=read, **long_notes())
    limit = len(sealed_cookie.seal(answers)) + sealed_cookie.SPARE + 40
    visitor.has(answers)
    monkeypatch.setattr(sealed_cookie, "LONGEST_SEALED", limit)
    return visitor


@pytest.mark.parametrize(
    ("page", "field"),
    [
        ("diet/", "detail"),
        ("symptom-details/1/", "since"),
        ("questions/", "own"),
        ("lab-test/new/", "own_words"),
    ],
)
def test_too_much_text_is_refused_and_both_old_and_new_are_kept(full, page, field):
    before = full.answers
    text = "".join(chr(0x3041 + number) for number in range(60))
    full.open(f"/appointment/{page}")
    full.send(**{field: text} | ({"test": "other"} if field == "own_words" else {}))

    assert full.status == 422
    assert full.page.title.startswith("Error: ")
    assert full.page.errors[0].startswith(NO_ROOM)
    assert text in full.filled()[field]
    assert full.answers == before


def test_little_text_and_shorter_text_still_fit(full):
    full.open("/appointment/diet/")
    full.send(detail="ok")
    assert full.answers.diet.detail == "ok"
    full.open("/appointment/symptom-details/1/")
    full.send(effect="short")

    assert full.answers.symptoms.entries[0].effect == "short"


def test_an_entry_can_be_removed_where_there_is_no_room(visitor, monkeypatch):
    answers = some_answers(lab_results=[{"test": "hb"}], diet={"detail": "x" * 90})
    limit = len(sealed_cookie.seal(answers)) + sealed_cookie.SPARE
    visitor.has(answers)
    monkeypatch.setattr(sealed_cookie, "LONGEST_SEALED", limit)
    visitor.open("/appointment/lab-test/1/remove/")
    visitor.send()

    assert not visitor.answers.lab_results.entries


def test_a_lot_of_text_takes_two_cookies_that_stay_below_what_proxies_take(visitor):
    visitor.has(some_answers(**long_notes()))
    visitor.open("/appointment/diet/")
    visitor.send()
    header = "; ".join(f"{name}={m.value}" for name, m in visitor.client.cookies.items())

    assert set(sealed_cookie.NAMES) <= set(visitor.client.cookies)
    assert len(header) < 7500
    assert sealed_cookie.LONGEST_SEALED + 200 < 7500


@pytest.mark.parametrize("answers", [some_answers(), some_answers(**long_notes())])
def test_there_is_room_to_note_every_page_that_was_read(answers):
    read = answers.replace(acknowledged=(*(flag.id for flag in RED_FLAGS), "under_16"))

    assert len(sealed_cookie.seal(read)) - len(sealed_cookie.seal(answers)) < sealed_cookie.SPARE
