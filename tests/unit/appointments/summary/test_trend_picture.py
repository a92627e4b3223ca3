"""What the picture of a test's results shows, and where: numbers, dates, ranges, arrows."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from appointments.answer_types import OTHER
from appointments.catalogue.lab_tests import LAB_TESTS
from appointments.catalogue.units import UNITS
from appointments.phrases import Phrase, say
from appointments.summary.trend import trend_sections
from appointments.summary.trend_figure import Shape
from tests.builders import some_answers
from tests.unit.appointments.summary.cases import TODAY

FIRST, LAST = "1 Jan 2020", "1 Jan 2024"


def entry(value, taken_on=FIRST, lab_range="", unit="pg_per_ml", test="b12_total"):
    return {
        "test": test,
        "value": value,
        "unit": unit,
        "lab_range": lab_range,
        "taken_on": taken_on,
    }


def picture(*entries):
    (section,) = trend_sections(some_answers(lab_results=list(entries)), TODAY)
    return section.figure


def picture_beside_the_latest(first):
    """Return a picture whose axis goes from 0 to 1000 pg/mL, and its first mark."""
    figure = picture(entry("1000", LAST, "0-1000"), first)
    assert figure.marks[-1].y == pytest.approx(at(1000))
    return figure, figure.marks[0]


def at(value, *, low=0, high=1000):
    """Return where a value stands when there is a tenth of room at both ends."""
    room = (high - low) / 10
    return (high + room - value) / (high - low + 2 * room)


@pytest.mark.parametrize(
    ("value", "unit", "shape", "place"),
    [
        ("250", "pg_per_ml", Shape.DOT, 250),
        ("0", "pg_per_ml", Shape.DOT, 0),
        ("250.5", "ng_per_l", Shape.DOT, 250.5),
        ("0.25", "ng_per_ml", Shape.DIAMOND, 250),
        ("100", "pmol_per_l", Shape.DIAMOND, 135.537),
        ("<150", "pg_per_ml", Shape.BELOW, 150),
        ("≤150", "ng_per_l", Shape.BELOW, 150),
        (">900", "pg_per_ml", Shape.ABOVE, 900),
        ("≥900", "pg_per_ml", Shape.ABOVE, 900),
        ("<100", "pmol_per_l", Shape.BELOW_CONVERTED, 135.537),
        (">100", "pmol_per_l", Shape.ABOVE_CONVERTED, 135.537),
        ("250 H", "pg_per_ml", Shape.DOT, 250),
        ("250 ng/L", "", Shape.DOT, 250),
    ],
)
def test_a_result_is_drawn_at_its_number(value, unit, shape, place):
    _figure, mark = picture_beside_the_latest(entry(value, unit=unit))
    assert mark.shape is shape
    assert mark.y == pytest.approx(at(place))


@pytest.mark.parametrize(
    ("lab_range", "low", "high"),
    [
        ("200-900", 200, 900),
        ("(200 – 900)", 200, 900),
        ("200-900 ng/L", 200, 900),
        ("<400", None, 400),
        ("≥ 300", 300, None),
        ("0-15", 0, 15),
    ],
)
def test_a_range_is_drawn_as_its_lab_has_it(lab_range, low, high):
    figure, mark = picture_beside_the_latest(entry("250", lab_range=lab_range))
    bar = mark.lab_range
    assert bar.shape is Shape.RANGE
    assert (bar.open_bottom, bar.open_top) == (low is None, high is None)
    assert bar.bottom == pytest.approx(at(low or 0))
    assert bar.top == pytest.approx(0 if high is None else at(high))
    assert bar.is_open == (Shape.RANGE_OPEN in {entry.shape for entry in figure.key})


def test_a_range_is_converted_with_its_result():
    _figure, mark = picture_beside_the_latest(entry("100", lab_range="100-200", unit="pmol_per_l"))
    assert mark.lab_range.shape is Shape.RANGE_CONVERTED
    assert mark.lab_range.bottom == pytest.approx(at(135.537))
    assert mark.lab_range.top == pytest.approx(at(271.074))


@pytest.mark.parametrize(
    ("value", "lab_range", "ends"),
    [
        ("1500", "1,000-2,000", None),
        ("1500.5", "1,000-2,000", (1000, 2000)),
        ("1,5", "1,0-2,0", (1, 2)),
    ],
)
def test_a_range_is_read_in_the_style_of_its_result(value, lab_range, ends):
    bar = (
        picture(entry("2500", LAST, "0-2500"), entry(value, lab_range=lab_range)).marks[0].lab_range
    )
    if ends is None:
        assert bar is None
    else:
        low, high = ends
        assert bar.bottom == pytest.approx(at(low, high=2500))
        assert bar.top == pytest.approx(at(high, high=2500))


@pytest.mark.parametrize(
    ("taken_on", "days"),
    [("2021", 364), ("March 2021", 30), ("autumn 2021", 274), ("3/4/2021", 31)],
)
@pytest.mark.parametrize(
    ("value", "unit", "shape"),
    [
        ("250", "pg_per_ml", Shape.SPAN),
        ("250", "pmol_per_l", Shape.SPAN_CONVERTED),
        ("<250", "pg_per_ml", Shape.BELOW),
    ],
)
def test_an_uncertain_date_is_as_wide_as_it_is_uncertain(taken_on, days, value, unit, shape):
    figure = picture(entry("1", FIRST), entry(value, taken_on, unit=unit), entry("1000", LAST))
    first, mark, last = figure.marks
    assert not first.uncertain
    assert mark.uncertain
    assert mark.shape is shape
    assert (mark.right - mark.left) / (last.x - first.x) == pytest.approx(days / 1461, abs=0.001)
    assert mark.x == pytest.approx((mark.left + mark.right) / 2)


def test_results_of_almost_the_same_date_stand_side_by_side_in_their_order():
    days = ("1 Jan 2020", "1 Jan 2020", "9 Jan 2020", LAST)
    marks = picture(*(entry(str(100 + n), day) for n, day in enumerate(days))).marks
    assert [mark.aside for mark in marks] == [-14, 0, 14, 0]
    many = picture(*(entry(str(100 + n)) for n in range(20))).marks
    assert (min(mark.aside for mark in many), max(mark.aside for mark in many)) == (-21, 21)


@pytest.mark.parametrize(
    ("results", "labels"),
    [
        (("142", "900"), ["0", "200", "400", "600", "800"]),
        (("121", "128"), ["120", "125", "130"]),
        (("10.4", "12.1"), ["10.5", "11", "11.5", "12"]),
        (("0.28", "0.62"), ["0.3", "0.4", "0.5", "0.6"]),
        (("0", "0"), ["0", "0.25", "0.5", "0.75", "1"]),
        (("250000", "310000"), ["260000", "280000", "300000"]),
        (("100", "100"), ["95", "97.5", "100", "102.5", "105"]),
        (("<100", "100"), ["0", "25", "50", "75", "100"]),
        (("0.001", "0.001"), ["0.00095", "0.000975", "0.001", "0.001025", "0.00105"]),
        (("9999999", "5"), ["0", "2500000", "5000000", "7500000", "10000000"]),
    ],
)
def test_the_values_beside_the_axis_are_plain_and_few(results, labels):
    figure = picture(*(entry(value, f"{2020 + n}") for n, value in enumerate(results)))
    assert [tick.label for tick in figure.values] == labels


def test_the_axis_shows_zero_only_where_it_is_close():
    def lowest(*results):
        figure = picture(*(entry(value, f"{2020 + n}") for n, value in enumerate(results)))
        return figure.values[0].label

    assert lowest("30", "100") == "0"
    assert lowest("31", "100") != "0"


def test_a_trifle_is_not_blown_up():
    marks = picture(entry("100.0", FIRST), entry("100.1", LAST)).marks
    assert abs(marks[0].y - marks[1].y) < 0.01


def test_the_key_names_what_is_drawn_and_nothing_else():
    figure = picture(
        entry("<150", "March 2020", "200-900"),
        entry("105", "1 Jan 2021", "133-675", "pmol_per_l"),
        entry("410", LAST, "> 200"),
    )
    assert [(say(row.name), say(row.meaning)) for row in figure.key] == [
        ("Filled dot:", "result as typed"),
        ("Hollow diamond:", "converted to pg/mL for this picture only"),
        ("Filled arrow down:", "report gives “less than” (or “at most”) this number"),
        ("Line across:", "date not exact, between its two ends"),
        ("Tall bar:", "range of the lab that did this test"),
        ("Dashed bar:", "range of the lab that did this test, converted to pg/mL"),
        ("Bar without an end:", "no limit at the open end"),
    ]


@pytest.mark.parametrize("first", ["1 Jan 2024", "1 Jan 2023", "1 Nov 2022", FIRST, "2010", "1960"])
def test_names_of_days_do_not_run_into_each_other_on_a_phone(first):
    figure = picture(entry("100", first), entry("200", "1 Jan 2025"))
    kept = [tick for tick in figure.times if not tick.roomy]
    assert len(kept) >= 2
    for one, other in pairwise(kept):
        assert other.at - one.at >= (0.18 if isinstance(other.label, str) else 0.42)


def test_the_description_says_where_the_results_are_in_words():
    description = say(picture(entry("100", FIRST), entry("200", LAST)).description)
    # On paper nothing follows the picture.
    assert description.endswith(
        "The same results are in the table of lab results, exactly as typed."
    )


def test_every_text_of_the_picture_goes_through_the_words():
    figure = picture(
        entry("<150", "March 2020", "<900"),
        entry("3", "1 Jan 2021", unit="pmol_per_l"),
        entry("4", LAST),
    )
    plain = figure.in_words(lambda text: f"[{say(text)}]")
    texts = [plain.title, plain.description, plain.unit]
    texts += [tick.label for tick in plain.times]
    texts += [text for row in plain.key for text in (row.name, row.meaning)]
    assert all(isinstance(text, str) and text.startswith("[") for text in texts)
    assert isinstance(figure.title, Phrase)
    assert plain.marks == figure.marks


NUMBERS = st.from_regex(r"[<>≤≥]?[0-9.,]{1,12}( ?(pg/mL|pmol/L|H))?", fullmatch=True)
DATES = st.sampled_from(
    ["2020", "March 2021", "3/4/2022", "yesterday", "about 3 years ago", "?", ""]
)
RANGES = st.from_regex(r"[<>≤≥]?[0-9.,]{1,9}(-[0-9.,]{1,9})?( (ng/L|g/L))?", fullmatch=True)
RESULTS = st.fixed_dictionaries(
    {
        "test": st.sampled_from(["b12_total", "hb", "retic", LAB_TESTS[-1].id, OTHER]),
        "own_words": st.sampled_from(["Zinc", "zinc "]),
        "value": NUMBERS | st.text(max_size=20),
        "unit": st.sampled_from([*(unit.id for unit in UNITS[:16]), OTHER, "none", ""]),
        "unit_as_printed": st.sampled_from(["", "IU", "ug/L"]),
        "lab_range": RANGES | st.text(max_size=20),
        "taken_on": DATES | st.dates().map(lambda day: day.isoformat()) | st.text(max_size=12),
        "waiting": st.booleans(),
    }
)


@given(st.lists(RESULTS, max_size=12))
def test_whatever_was_typed_has_its_place_in_the_picture_or_is_left_out(entries):
    for section in trend_sections(some_answers(lab_results=entries), TODAY):
        figure = section.figure
        if figure is None:
            assert section.remarks
            continue
        assert len(figure.marks) >= 2
        assert len(section.rows) >= len(figure.marks)
        assert all(len(row.cells) == len(section.columns) for row in section.rows)
        places = [tick.at for tick in (*figure.values, *figure.times)]
        for mark in figure.marks:
            places += [mark.left, mark.x, mark.right, mark.y]
            assert mark.left <= mark.x <= mark.right
            if bar := mark.lab_range:
                places += [bar.top, bar.bottom]
                assert bar.top <= bar.bottom
        assert all(0 <= place <= 1 for place in places)
        assert all(len(tick.label) <= 8 for tick in figure.values)
        assert not any(tick.label.startswith("-") for tick in figure.values)
        assert 2 <= len(figure.values) <= 5
        for text in (section.title, figure.description, *section.remarks):
            assert say(text)
