"""A lab result: which test it is, and what the report says about it, exactly as typed."""

from __future__ import annotations

import pytest
from builders import some_answers

from appointments.answer_parts import LabResult

LIST = "/appointment/lab-results/"
RESULT = "/appointment/lab-result/1/"
TIMING = "/appointment/lab-timing/1/"
ONCE_MORE = "If it is right as you typed it, press Continue again to keep it."


def result(visitor) -> LabResult:
    return visitor.answers.lab_results.entries[0]


@pytest.mark.parametrize(
    ("value", "unit"),
    [
        ("231", "pg_per_ml"),
        ("<150", "pg_per_ml"),
        ("< 150", "ng_per_l"),
        ("1,250", "pg_per_ml"),
        ("231.5", "ng_per_l"),
        (">1500", "pg_per_ml"),
        ("231", "none"),
    ],
)
def test_a_number_is_kept_as_typed_with_its_unit(tested, value, unit):
    tested.send(value=value, unit=unit, lab_range="200 – 900", taken_on="March 2024")

    assert tested.url == TIMING
    kept = result(tested)
    assert (kept.value, kept.unit) == (value, unit)
    assert (kept.lab_range, kept.taken_on) == ("200 – 900", "March 2024")
    tested.send()
    assert tested.url == LIST
    assert value in tested.page.text


@pytest.mark.parametrize(
    ("value", "shown"),
    [("Negative", True), ("not detected", True), ("231", False), ("0", False), ("<0.40", False)],
)
def test_a_number_needs_its_unit_and_a_word_does_not(tested, value, shown):
    page = tested.send(value=value)

    assert (tested.url == TIMING) is shown
    if shown:
        assert result(tested).value == value
    else:
        assert page.errors == ["Choose the unit printed beside your result"]
        assert tested.filled()["value"] == value


def test_zero_is_a_value(tested):
    tested.send(value="0", unit="pg_per_ml")
    tested.send()

    assert result(tested).value == "0"


@pytest.mark.parametrize("sign", ["µ", "μ"], ids=["micro sign", "Greek mu"])
def test_a_unit_of_ones_own_is_kept_with_either_micro_sign(tested, sign):
    page = tested.send(value="231", unit="other")
    assert page.errors == ["Type the unit as your report prints it"]

    tested.send(unit_as_printed=f"{sign}mol/L serum")

    assert result(tested).unit_as_printed == f"{sign}mol/L serum"
    tested.send()
    assert f"231 {sign}mol/L serum" in tested.page.text


def test_a_result_is_either_typed_or_waited_for(tested):
    page = tested.send(value="231", unit="pg_per_ml", waiting="on")
    assert page.errors == ["You gave a result. Take it out, or untick “waiting”"]

    tested.send(value="")

    assert result(tested).waiting
    tested.send()
    assert "waiting for the result" in tested.page.text


def test_a_result_that_comes_in_takes_the_place_of_waiting(visitor):
    visitor.has(some_answers(lab_results=[{"test": "b12_total", "waiting": True}]))
    visitor.open(RESULT)
    visitor.send(value="231", unit="pg_per_ml", waiting=None)

    assert (result(visitor).value, result(visitor).waiting) == ("231", False)


def test_an_unusual_number_is_asked_about_once_and_kept_the_second_time(tested):
    page = tested.send(value="23", unit="pg_per_ml", lab_range="200-900")
    assert tested.status == 422
    assert len(page.errors) == 1
    assert page.errors[0].endswith(ONCE_MORE)
    assert not result(tested).value

    tested.send()

    assert tested.url == TIMING
    assert result(tested).value == "23"


@pytest.mark.parametrize(
    "other", [{"value": "24"}, {"unit": "ng_per_l"}, {"value": "24", "lab_range": "1-2"}]
)
def test_another_unusual_number_is_asked_about_anew(tested, other):
    tested.send(value="23", unit="pg_per_ml")
    page = tested.send(**other)

    assert tested.status == 422
    assert page.errors[0].endswith(ONCE_MORE)


def test_a_number_that_was_kept_is_not_asked_about_when_something_else_changes(tested):
    tested.send(value="23", unit="pg_per_ml")
    tested.send()
    tested.open(RESULT)
    tested.send(taken_on="12 Nov 2026")

    assert tested.url == TIMING
    assert result(tested).taken_on == "12 Nov 2026"


def test_the_question_about_a_number_never_says_what_it_means(tested):
    text = tested.send(value="23", unit="pg_per_ml").errors[0].lower()

    for word in ("low", "high", "normal", "deficien", "danger"):
        assert word not in text


def test_another_test_needs_a_name_and_takes_any_unit(visitor):
    visitor.open("/appointment/lab-test/new/")
    page = visitor.send(test="other")
    assert page.errors == ["Type the name of the test"]

    visitor.send(own_words="Copper <serum>")

    assert visitor.page.heading == "Copper <serum>: what does the report say?"
    assert {"ug_per_l", "umol_per_l", "other", "none"} <= set(visitor.offered("unit"))


def test_only_units_that_labs_print_for_the_test_are_offered(tested):
    assert "g_per_dl" not in tested.offered("unit")
    assert "pmol_per_l" in tested.offered("unit")


def test_a_name_typed_beside_a_listed_test_is_not_dropped(visitor):
    visitor.open("/appointment/lab-test/new/")
    page = visitor.send(test="b12_total", own_words="Copper")

    assert page.errors == [
        "You chose “Vitamin B12 (total)”, and typed another name. Keep one of them"
    ]
    assert visitor.filled()["own_words"] == "Copper"
    visitor.send(own_words="")
    assert visitor.url == RESULT


@pytest.mark.parametrize("waiting", ["on", None])
def test_a_unit_typed_beside_a_listed_one_is_not_dropped(tested, waiting):
    page = tested.send(
        value="" if waiting else "231", unit="pg_per_ml", unit_as_printed="U/mL", waiting=waiting
    )

    assert page.errors == ["You chose “pg/mL”, and typed another unit. Keep one of them"]
    assert tested.filled()["unit_as_printed"] == "U/mL"
    tested.send(unit="other")
    assert tested.url == TIMING
    assert result(tested).unit_as_printed == "U/mL"


@pytest.mark.parametrize("typed", ["142 pg/mL", "142pg/mL", "142  PG/ML"])
@pytest.mark.parametrize("unit", ["", "pg_per_ml"])
def test_a_unit_typed_behind_the_number_is_taken_as_the_unit(tested, typed, unit):
    tested.send(value=typed, unit=unit)

    assert tested.url == TIMING
    assert (result(tested).value, result(tested).unit) == ("142", "pg_per_ml")


@pytest.mark.parametrize("unit", ["pmol_per_l", "ng_per_l", "other", "none"])
def test_two_units_that_disagree_are_asked_about(tested, unit):
    page = tested.send(value="142 pg/mL", unit=unit)

    assert page.errors == ["You typed “pg/mL” behind the result. Choose that unit, or take it out"]
    assert tested.filled()["value"] == "142 pg/mL"


@pytest.mark.parametrize(
    "typed", ["142 pg/mL H", "142 pg/mL (L)", "142 pg/mL *", "142 ng/L or more"]
)
@pytest.mark.parametrize("unit", ["", "pg_per_ml", "none"])
def test_what_stands_behind_the_unit_is_not_dropped(tested, typed, unit):
    page = tested.send(value=typed, unit=unit)

    assert page.errors[0].startswith("Type the result alone here")
    assert tested.filled()["value"] == typed


def test_a_whole_line_in_the_box_of_the_result_is_asked_about(tested):
    page = tested.send(value="142 pg/mL (200-900) L")
    assert page.errors[0].startswith("This looks like more than the result.")

    tested.send()

    assert result(tested).value == "142 pg/mL (200-900) L"


@pytest.mark.parametrize(
    ("typed", "asks"),
    [
        ("12/11/2025", "Is this 12 November 2025 or 11 December 2025?"),
        ("12 Nov 2062", "This date has not come yet."),
        ("31 Feb 2025", "We could not read this date."),
    ],
)
def test_a_date_that_others_could_misread_is_asked_about_once(tested, typed, asks):
    page = tested.send(value="231", unit="ng_per_l", taken_on=typed)
    assert page.errors[0].startswith(asks)

    tested.send()

    assert tested.url == TIMING
    assert result(tested).taken_on == typed


@pytest.mark.parametrize("typed", ["13/11/2025", "12 Nov 2025", "March 2024", "last spring", ""])
def test_other_dates_are_taken_as_they_are(tested, typed):
    tested.send(value="231", unit="ng_per_l", taken_on=typed)

    assert tested.url == TIMING


def test_two_slips_are_asked_about_together(tested):
    page = tested.send(value="23", unit="pg_per_ml", taken_on="12/11/2025")
    assert len(page.errors) == 2

    tested.send()

    assert tested.url == TIMING


def test_a_word_can_be_chosen_and_taken_back(visitor):
    visitor.has(some_answers(lab_results=[{"test": "ifab"}]))
    visitor.open(RESULT)
    visitor.send(qualitative="not_detected")
    assert result(visitor).qualitative == "not_detected"

    visitor.open(RESULT)
    visitor.send(qualitative="", value="3.2", unit="u_per_ml")

    assert result(visitor).qualitative is None


def test_a_word_that_is_left_from_another_test_can_still_be_taken_back(visitor):
    visitor.has(some_answers(lab_results=[{"test": "hb", "qualitative": "negative"}]))
    visitor.open(RESULT)
    visitor.send(qualitative="", value="12", unit="g_per_dl")

    assert result(visitor).qualitative is None


def test_a_result_that_was_moved_to_another_test_is_asked_about(visitor):
    entry = {"test": "mma_serum", "value": "142", "unit": "pg_per_ml", "lab_range": "200-900"}
    visitor.has(some_answers(lab_results=[entry]))
    visitor.open(RESULT)
    page = visitor.send()

    assert page.errors[0].startswith("Labs do not usually print pg/mL for this test.")
