"""The lint for plain language measures what it says, and can fail."""

import pytest

from content.plain_language import (
    PASSIVE,
    problems,
    read,
    sentences_of,
    syllables_of,
)

PLAIN = "<h2>What helps?</h2><p>Ask your nurse. Bring your list of pills.</p>"
HARD = (
    "Gastrointestinal malabsorption necessitates parenteral supplementation following "
    "comprehensive hematological investigation."
)


def found(html: str, *, is_page: bool = True):
    return list(problems(html, is_page=is_page))


def test_a_plain_text_passes():
    assert found(PLAIN) == []


@pytest.mark.parametrize(
    ("html", "words"),
    [
        (f"<p>{HARD}</p>", "reads at grade"),
        (f"<p>{'word ' * 25}end.</p>", "has a sentence of 26 words"),
        ("<p>It was given. It was taken. You rest.</p>", "is 67% in the passive voice"),
        (f"<p>{'One two three four five six. ' * 117}</p>", "has 702 words"),
        ("<p>Take note of 50 mcg.</p>", "says 'mcg'"),
        ("<p>Take note of 50 ug.</p>", "says 'ug'"),
        ("<p>Take note of 50 MCG.</p>", "says 'MCG'"),
        ("<p>Take note of 50 µg.</p>", "says 'µg'"),
        ("<p>Do ask about it if you have anaemia.</p>", "says 'anaemia'"),
        ("<p>A tumour in a litre.</p>", "says 'tumour'"),
        ("<p>It was recognised.</p><p>Ask.</p><p>Go.</p><p>No.</p><p>Or.</p>", "'recognised'"),
        ("<p>Take note of 50 μg/day.</p>", "says 'μg'"),
    ],
)
def test_a_text_that_is_not_plain_is_named(html, words):
    [problem] = found(html)

    assert words in problem


def test_a_short_text_is_held_to_its_sentences_and_loosely_to_a_grade():
    [sentence] = found(f"<p>{'word ' * 25}end.</p>", is_page=False)
    [grade] = found(f"<p>{HARD}</p>", is_page=False)

    assert "has a sentence of 26 words" in sentence
    assert "10 is the limit" in grade
    # One long word in a short sentence is no fault.
    assert (
        found(
            "<p>The name that the English guideline uses for pernicious anemia.</p>", is_page=False
        )
        == []
    )
    assert found("<p>It was given. It was taken. You rest.</p>", is_page=False) == []


def test_what_a_pack_or_a_report_prints_may_be_quoted():
    assert found("<p>Some packs print “mcg” or “µg”, and some “anaemia”.</p>") == []


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("B12", 1), ("taste", 1), ("tastes", 1), ("tasted", 2), ("table", 2), ("asked", 1),
        ("nurses", 2), ("vitamin", 3), ("anemia", 3), ("the", 1), ("nurse’s", 1), ("tablets", 2),
    ],
)  # fmt: skip
def test_syllables_are_about_right(word, count):
    assert syllables_of(word) == count


def test_a_number_or_a_colon_ends_no_sentence():
    assert sentences_of("It is 0.5 mg: a tablet. “Is it?” Yes.") == [
        "It is 0.5 mg: a tablet.",
        "“Is it?",
        "Yes.",
    ]


def test_items_of_a_list_do_not_flatter_the_grade():
    assert read([HARD, "red", "blue", "green"]).grade == read([HARD]).grade


def test_drawings_and_sources_are_no_words():
    html = f'<p>Ask.<sup class="cite"><a>1</a></sup></p><svg><desc>{HARD}</desc></svg>'

    assert found(html) == []


@pytest.mark.parametrize(
    "text",
    ["It is given.", "They are often checked", "It was slowly raised", "being seen", "it got lost"],
)
def test_the_passive_is_seen(text):
    assert PASSIVE.search(text)


@pytest.mark.parametrize(
    "text", ["You feel tired.", "You are tired", "It is red", "She checked it"]
)
def test_the_active_is_not_taken_for_it(text):
    assert not PASSIVE.search(text)


def test_a_text_without_words_reads_as_nothing():
    assert read(["12", ""]).words == 0
