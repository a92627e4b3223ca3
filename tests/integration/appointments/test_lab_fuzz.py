"""Any text in any lab field: a sentence beside the field or a kept answer, and never a fault."""

from __future__ import annotations

from builders import some_answers
from form_visitor import Visitor
from hypothesis import given, settings
from hypothesis import strategies as st

from appointments.catalogue.lab_tests import LAB_TESTS
from appointments.catalogue.units import UNITS

RESULT = "/appointment/lab-result/1/"
LIST = "/appointment/lab-results/"
SUMMARY = "/appointment/summary/?timeline=1"

NUMBERS = st.sampled_from(
    ["0", "-0", "00", "1e999", "1E5", "٣", "1,250", "1.250,5", ".5", "5.", "1 000", "½", "∞", "NaN"]
)
SIGNS = st.sampled_from(["<", ">", "≤", "<<", "=", "±", "~", "(", "[", "%", "1:80", "–", "\u200b"])
WORDS = st.sampled_from(["Negative", "pg/mL", "µg/L", "up to", "Ref", "H", "<b>", "%s"])
# The lint of each page takes braces for a template that was not filled in.
ANYTHING = st.text(st.characters(codec="utf-8", exclude_characters="{"), max_size=90)
UNIT_NAMES = st.sampled_from([unit.shown for unit in UNITS])
MARKS = st.sampled_from(["", "H", "(L)", "*", "or more", "(200-900) L", "x"])
WITH_UNIT = st.builds("{} {} {}".format, NUMBERS, UNIT_NAMES, MARKS)
TYPED = WITH_UNIT | ANYTHING | st.lists(NUMBERS | SIGNS | WORDS, max_size=5).map(" ".join)
LINES = st.lists(
    TYPED
    | st.builds(
        "{} {} {} ({}-{}) {}".format,
        st.sampled_from([name for test in LAB_TESTS for name in test.abbreviations]),
        st.decimals(allow_nan=False, allow_infinity=False) | NUMBERS,
        UNIT_NAMES | TYPED,
        NUMBERS,
        NUMBERS,
        st.sampled_from(["", "L", "H", "*", "12 Nov 2026"]),
    ),
    max_size=12,
).map("\n".join)


def visitor_with(test: str) -> Visitor:
    visitor = Visitor()
    visitor.has(some_answers(lab_results=[{"test": test}]))
    return visitor


@settings(max_examples=120)
@given(
    test=st.sampled_from([test.id for test in LAB_TESTS]),
    value=WITH_UNIT | TYPED,
    unit=st.sampled_from(["", "other", "none", "pg_per_ml", "g_per_dl", "nonsense"]),
    own_unit=TYPED,
    lab_range=TYPED,
    taken_on=TYPED,
)
def test_any_text_in_any_field_of_a_result(test, value, unit, own_unit, lab_range, taken_on):
    visitor = visitor_with(test)
    visitor.open(RESULT)
    typed = {
        "value": value,
        "unit_as_printed": own_unit,
        "lab_range": lab_range,
        "taken_on": taken_on,
    }
    for _once_more in range(2):  # a question is asked once
        if visitor.url == RESULT:
            page = visitor.post(RESULT, unit=unit, **{"asked": visitor.filled()["asked"], **typed})

    assert visitor.status in {200, 422}
    if visitor.status == 422:
        assert page.errors
        assert all(error[0].isupper() or error[0] == "“" for error in page.errors)
        assert visitor.visit.answers.lab_results.entries[0].value == ""
    else:
        kept = visitor.answers.lab_results.entries[0]
        assert kept.lab_range == " ".join(lab_range.splitlines()).strip()
        visitor.open(SUMMARY)
        assert visitor.status == 200
        assert " ".join(kept.value.split()) in " ".join(visitor.page.text.split())


@settings(max_examples=80)
@given(name=TYPED)
def test_any_name_of_a_test(name):
    visitor = visitor_with("hb")
    visitor.open("/appointment/lab-test/new/")
    visitor.send(own_words=name)
    if visitor.status == 422:
        assert visitor.page.errors
        visitor.send()

    assert visitor.status in {200, 422}


@settings(max_examples=80)
@given(text=LINES)
def test_any_text_in_the_paste_box(text):
    visitor = visitor_with("hb")
    visitor.open("/appointment/lab-paste/new/")
    page = visitor.send(text=text)
    assert visitor.status in {200, 422}
    if visitor.status == 422:
        assert page.errors
        return

    rows = visitor.offered("keep")
    visitor.send(keep=rows)

    assert visitor.status in {200, 422}
    if visitor.status == 200:
        assert len(visitor.answers.lab_results.entries) == 1 + len(rows)
        visitor.open(SUMMARY)
        assert visitor.status == 200
    else:
        assert visitor.filled()["keep"] == rows
