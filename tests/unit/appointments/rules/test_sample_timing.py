"""The time between B12 and a sample is said in words, and what was typed is never lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from appointments.answer_parts import LabResult
from appointments.choices import B12Before, YesNo
from appointments.phrases import say
from appointments.rules.sample_timing import b12_timing, biotin_timing, time_since_b12


def result(before=None, how_long="", biotin=None):
    return LabResult(
        item=1, test="b12_total", b12_before=before, b12_how_long=how_long, biotin=biotin
    )


@pytest.mark.parametrize(
    ("before", "how_long", "words"),
    [
        (None, "", ""),
        ("none", "", "no B12 before this sample"),
        ("oral", "", "taken after tablets, drops or spray"),
        ("injection", "", "taken after an injection"),
        ("unknown", "", "not known if B12 was taken before"),
        ("injection", "5 days", "taken 5 days after an injection"),
        ("injection", "about 3 weeks", "taken about 3 weeks after an injection"),
        ("oral", "2 weeks", "taken 2 weeks after tablets, drops or spray"),
        ("oral", "12 hours", "taken 12 hours after tablets, drops or spray"),
        (
            "injection",
            "same day, in the morning",
            "taken after an injection: same day, in the morning",
        ),
        # A file can hold what the form refuses.
        ("none", "5 days", "no B12 before this sample: 5 days"),
        ("unknown", "5 days", "not known if B12 was taken before: 5 days"),
        (None, "5 days", "last B12 before the sample: 5 days"),
    ],
)
def test_words(before, how_long, words):
    assert say(b12_timing(result(before, how_long))) == words


@pytest.mark.parametrize(
    "length",
    [
        *("5 days", "1 day", "a week", "an hour", "half an hour", "three months", "2 wks"),
        *("5-6 days", "2 to 3 weeks", "2 or 3 weeks", "almost 3 months", "1.5 years", "6 Days"),
        *("less than a week", "more than 2 weeks"),
    ],
)
def test_a_plain_length_of_time_is_part_of_the_sentence(length):
    entry = result("injection", length)
    assert time_since_b12(entry) == length
    assert say(b12_timing(entry)) == f"taken {length} after an injection"


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "5",
            "days",
            "5 days ago",
            "5 days before",
            "the day before",
            "yesterday",
            "About a week",
        ),
        *("3 Nov 2026", "-5 days", "5 days, maybe 6", "5 days after", "5000 days", "ever 5 days"),
    ],
)
def test_anything_else_stands_apart_as_typed(typed):
    entry = result("injection", typed)
    assert time_since_b12(entry) == ""
    assert say(b12_timing(entry)) == f"taken after an injection: {typed}"


@given(st.none() | st.sampled_from(B12Before), st.text(max_size=80).map(str.strip))
def test_no_word_is_lost(before, typed):
    assert typed in say(b12_timing(result(before, typed)))


@pytest.mark.parametrize(
    ("biotin", "words"),
    [
        (None, ""),
        (YesNo.NO, ""),
        (YesNo.YES, "biotin in the 3 days before"),
        (YesNo.UNKNOWN, "not known if biotin was taken"),
    ],
)
def test_biotin(biotin, words):
    assert say(biotin_timing(result(biotin=biotin))) == words
