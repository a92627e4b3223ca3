"""Whose word an entry is: the last, optional question of each page for an entry."""

import pytest
from builders import full_answers

PAGES = [
    ("symptom-details", "noticed_by", lambda answers: answers.symptoms.entries[0]),
    ("operation-details", "said_by", lambda answers: answers.operations.entries[0]),
    ("medicine-details", "said_by", lambda answers: answers.medicines.entries[0]),
    ("b12-product", "said_by", lambda answers: answers.attempts.entries[0]),
    ("lab-result", "said_by", lambda answers: answers.lab_results.entries[0]),
]
PAGE_NAMES = [slug for slug, _name, _entry in PAGES]


def words_for(page, name):
    """Return the words beside the radio buttons of a field."""
    radios = page.all("input", name=name)
    assert {radio.attrs["type"] for radio in radios} == {"radio"}
    labels = {label.attrs["for"]: " ".join(label.text.split()) for label in page.all("label")}
    return [labels[radio.attrs["id"]] for radio in radios]


@pytest.mark.parametrize(("slug", "name", "entry"), PAGES, ids=PAGE_NAMES)
@pytest.mark.parametrize("who", ["report", "told"])
def test_is_kept_and_shown_again(visitor, slug, name, entry, who):
    visitor.has(full_answers())
    number = entry(visitor.answers).item
    visitor.open(f"/appointment/{slug}/{number}/")
    visitor.send(**{name: who})
    assert getattr(entry(visitor.answers), name) == who
    page = visitor.open(f"/appointment/{slug}/{number}/")
    (ticked,) = (e for e in page.all("input", name=name) if "checked" in e.attrs)
    assert ticked.attrs["value"] == who


@pytest.mark.parametrize(("slug", "name", "entry"), PAGES, ids=PAGE_NAMES)
def test_speaks_in_the_voice_of_whoever_writes(visitor, slug, name, entry):
    said = {}
    for by in ("self", "other"):
        visitor.has(full_answers(by=by))
        page = visitor.open(f"/appointment/{slug}/{entry(visitor.answers).item}/")
        said[by] = words_for(page, name)
    assert "I was told" in said["self"]
    assert "We were told" in said["other"]
    assert any("caregiver" in words for words in said["self"])
    assert any("patient" in words for words in said["other"])
    assert not any("patient" in words for words in said["self"])
    assert not any("My" in words for words in said["other"])


@pytest.mark.parametrize(("slug", "name", "entry"), PAGES, ids=PAGE_NAMES)
def test_can_be_left_out_and_is_asked_last(visitor, slug, name, entry):
    answers = full_answers()
    visitor.has(answers)
    number = entry(answers).item
    page = visitor.open(f"/appointment/{slug}/{number}/")
    names = [e.attrs["name"] for e in page.elements if "name" in e.attrs and "form" in e.inside]
    assert [each for each in names if each != "asked"][-1] in {name, "stop", "then"}, names
    visitor.send(**{name: None})
    assert visitor.status == 200
