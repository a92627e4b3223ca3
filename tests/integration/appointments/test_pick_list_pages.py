"""Pick lists: symptoms, operations, medicines; conditions, food and cautions are ticked alike."""

from __future__ import annotations

import pytest
from builders import some_answers

CONTRADICTION = "Choose from the list, or the last answers. Not both"
NO_SYMPTOMS = "Choose “No symptoms”, or the symptoms there are. Not both"

LISTS = {
    "symptoms": ("fatigue", NO_SYMPTOMS),
    "operations": ("rygb", CONTRADICTION),
    "medicines": ("metformin", CONTRADICTION),
    "conditions": ("thyroid", CONTRADICTION),
    "diet": ("vegan", CONTRADICTION),
    "cautions": ("heart", CONTRADICTION),
}
WITH_PAGES = {"symptoms": "symptom", "operations": "surgery", "medicines": "medicine"}
INSTEAD = [
    (slug, answer)
    for slug in LISTS
    for answer in ("none", "unknown", "private")
    if (slug, answer) != ("symptoms", "private")
]


def entries(visitor, slug: str = "symptoms") -> list[tuple[str, str]]:
    """Return the entries of a list: the id and the own words of each."""
    return [
        (getattr(entry, WITH_PAGES[slug]), entry.own_words)
        for entry in getattr(visitor.answers, slug).entries
    ]


@pytest.mark.parametrize("slug", LISTS)
def test_none_and_something_cannot_both_be_right(visitor, slug):
    picked, says = LISTS[slug]
    visitor.open(f"/appointment/{slug}/")
    page = visitor.send(picked=[picked, "none"])

    assert page.errors == [says]
    assert visitor.filled()["picked"] == [picked, "none"]


@pytest.mark.parametrize("slug", LISTS)
def test_two_ways_of_saying_none_cannot_both_be_right(visitor, slug):
    visitor.open(f"/appointment/{slug}/")

    assert visitor.send(picked=["none", "unknown"]).errors == [LISTS[slug][1]]


@pytest.mark.parametrize("slug", WITH_PAGES)
def test_none_and_own_words_cannot_both_be_right(visitor, slug):
    visitor.open(f"/appointment/{slug}/")
    page = visitor.send(picked=["none"], own_words="Cold nose")

    assert page.errors == [LISTS[slug][1]]
    assert visitor.filled()["own_words"] == "Cold nose"


@pytest.mark.parametrize(("slug", "answer"), INSTEAD)
def test_none_not_known_and_private_are_answers_and_stay_apart(visitor, slug, answer):
    visitor.open(f"/appointment/{slug}/")
    visitor.send(picked=[answer])

    assert visitor.status == 200
    assert getattr(visitor.answers, slug).has == answer
    visitor.open(f"/appointment/{slug}/")
    assert visitor.filled()["picked"] == [answer]


@pytest.mark.parametrize("slug", LISTS)
def test_none_of_it_answered_is_no_answer(visitor, slug):
    visitor.open(f"/appointment/{slug}/")
    visitor.send()

    assert getattr(visitor.answers, slug).has is None


@pytest.mark.parametrize("slug", WITH_PAGES)
def test_each_entry_gets_its_page_in_the_order_of_the_list(visitor, slug):
    visitor.open(f"/appointment/{slug}/")
    offered = visitor.offered("picked")
    visitor.send(picked=[offered[1], offered[3]], own_words="Cold nose\n\n Second \nCold nose")
    headings = []
    while "-details/" in visitor.url:
        headings.append(visitor.page.heading)
        visitor.send()

    picked = [(offered[1], ""), (offered[3], ""), ("other", "Cold nose"), ("other", "Second")]
    assert entries(visitor, slug) == picked
    assert len(headings) == 4
    assert headings[2:] == ["Cold nose", "Second"]


@pytest.mark.parametrize("slug", WITH_PAGES)
def test_own_words_may_read_like_an_entry_of_the_list(visitor, slug):
    picked = LISTS[slug][0]
    visitor.open(f"/appointment/{slug}/")
    visitor.send(picked=[picked], own_words=f"{picked}\nnone\nother")

    assert entries(visitor, slug) == [
        (picked, ""),
        ("other", picked),
        ("other", "none"),
        ("other", "other"),
    ]


def test_a_line_of_own_words_can_be_too_long(visitor):
    visitor.open("/appointment/symptoms/")
    page = visitor.send(own_words="short\n" + "cold and numb nose " * 5)

    assert page.errors == ["Shorten the line that starts “cold and numb nose c” to 80 characters"]
    assert visitor.filled()["own_words"].startswith("short\r\n")


@pytest.mark.parametrize(("slug", "most"), [("symptoms", 20), ("operations", 10)])
def test_more_than_fit_on_a_sheet_are_too_many(visitor, slug, most):
    visitor.open(f"/appointment/{slug}/")
    words = "\n".join(f"number {number}" for number in range(most))
    page = visitor.send(picked=[LISTS[slug][0]], own_words=words)

    assert page.errors == [f"Choose {most} at most, the ones that matter most to you"]
    visitor.send(picked=None)
    assert len(entries(visitor, slug)) == most


@pytest.fixture
def described(visitor):
    """Return somebody with two symptoms, one of them described, and one in own words."""
    symptoms = [
        {"symptom": "fatigue", "since": "2020"},
        {"symptom": "numbness"},
        {"symptom": "other", "own_words": "Cold nose", "effect": "Skiing"},
    ]
    visitor.has(some_answers(symptoms=symptoms))
    visitor.open("/appointment/symptoms/")
    return visitor


def test_unticking_an_entry_without_details_just_takes_it_away(described):
    described.send(picked=["fatigue"])

    assert entries(described) == [("fatigue", ""), ("other", "Cold nose")]


def test_unticking_an_entry_with_details_is_asked_about_once(described):
    page = described.send(picked=["numbness"])
    assert described.status == 422
    assert len(page.errors) == 1
    assert "tired" in page.errors[0].lower()
    assert len(entries(described)) == 3

    described.send()

    assert entries(described) == [("numbness", ""), ("other", "Cold nose")]


def test_ticking_it_again_keeps_its_details(described):
    described.send(picked=["numbness"])
    described.send(picked=["fatigue", "numbness"])

    assert described.answers.symptoms.entries[0].since == "2020"
    assert described.answers.symptoms.entries[0].item == 1


def test_taking_away_another_one_is_asked_about_anew(described):
    described.send(picked=["numbness"])
    page = described.send(own_words="")

    assert described.status == 422
    assert "Cold nose" in page.errors[0]


def test_saying_none_instead_asks_before_details_go(described):
    described.send(picked=["none"], own_words="")
    assert described.status == 422
    described.send()

    assert described.answers.symptoms.has == "none"
    assert not described.answers.symptoms.entries


def test_entries_that_stay_keep_their_details_and_their_numbers(described):
    described.send(picked=["fatigue", "numbness", "memory"], own_words="First\nCold nose")

    kept = {entry.item: entry for entry in described.answers.symptoms.entries}
    assert kept[1].since == "2020"
    assert kept[3].effect == "Skiing"
    assert len(kept) == 5


def test_words_beside_a_tick_list_are_kept_with_any_answer(visitor):
    visitor.open("/appointment/conditions/")
    visitor.send(picked=["none"], other="Only asthma")

    conditions = visitor.answers.conditions
    assert (conditions.has, conditions.other) == ("none", "Only asthma")
    assert "Only asthma" in visitor.open("/appointment/summary/").text


def test_a_line_with_a_slip_mended_keeps_its_details(described):
    described.send(own_words="Cold noses")

    kept = described.answers.symptoms.entries[2]
    assert (kept.item, kept.own_words, kept.effect) == (3, "Cold noses", "Skiing")


@pytest.mark.parametrize("own_words", ["Warm hands", "Cold noses\nItch", ""])
def test_a_line_that_is_another_one_does_not_take_over_the_details(described, own_words):
    page = described.send(own_words=own_words)

    assert described.status == 422
    assert "Cold nose" in page.errors[0]
    assert described.filled()["own_words"].replace("\r\n", "\n") == own_words


@pytest.mark.parametrize("slug", ["conditions", "diet", "cautions"])
def test_a_list_that_never_asks_has_no_hidden_field_for_it(visitor, slug):
    page = visitor.open(f"/appointment/{slug}/")

    assert not page.all("input", name="asked")


@pytest.mark.parametrize(
    ("page", "sent", "detail"),
    [
        ("conditions", {"picked": ["private"]}, {"other": "asthma"}),
        ("cautions", {"picked": ["private"]}, {"detail": "rash"}),
        ("nitrous-oxide", {"use": "never"}, {"last_used": "last week"}),
        ("nitrous-oxide", {"use": "private"}, {"how_often": "weekly"}),
        ("family", {"has": "no"}, {"detail": "sister"}),
        ("pregnancy", {"status": "private"}, {"detail": "12 weeks"}),
    ],
)
def test_details_beside_an_answer_that_leaves_no_room_are_not_kept_in_silence(
    visitor, page, sent, detail
):
    visitor.open(f"/appointment/{page}/")
    visitor.send(**sent, **detail)

    assert visitor.status == 422
    (error,) = visitor.page.errors
    assert error.endswith("and typed details too. Take one of them out")


def test_nitrous_oxide_details_ask_for_an_answer(visitor):
    visitor.open("/appointment/nitrous-oxide/")
    visitor.send(last_used="last Saturday")

    assert visitor.page.errors == ["You typed details. Choose one of these answers too"]


def test_the_details_of_the_other_entries_can_be_skipped(visitor):
    visitor.open("/appointment/symptoms/")
    visitor.send(picked=["fatigue", "memory", "low_mood"])
    assert "1 of 3 to describe" in visitor.page.text
    visitor.press("skip", "1", since="2020")

    assert visitor.url == "/appointment/lab-results/"
    assert visitor.answers.symptoms.entries[0].since == "2020"


@pytest.mark.parametrize(
    ("page", "tick"),
    [("symptoms", "fatigue"), ("operations", "sleeve"), ("medicines", "metformin")],
)
def test_a_tick_that_was_sent_twice_is_one_entry(visitor, page, tick):
    visitor.open(f"/appointment/{page}/")
    visitor.send(picked=[tick, tick])

    assert len(getattr(visitor.answers, page).entries) == 1
    assert visitor.open("/appointment/about/").heading
