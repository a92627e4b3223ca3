"""Results and ranges are read as typed; a position is given only when it is certain."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from appointments.catalogue.units import UNITS
from appointments.comparators import Comparator
from appointments.quantities import parse_quantity, parse_range, position


@pytest.mark.parametrize(
    ("text", "comparator", "value", "other"),
    [
        ("205", "", "205", None),
        ("0", "", "0", None),
        ("0.40", "", "0.40", None),
        (".5", "", "0.5", None),
        (" 205 ", "", "205", None),
        ("1,250", "", "1250", "1.250"),
        ("1.250", "", "1.250", "1250"),
        ("1 250", "", "1250", None),
        ("1\N{NO-BREAK SPACE}250", "", "1250", None),
        ("1'250", "", "1250", None),
        ("1,250,000", "", "1250000", None),
        ("1,250.5", "", "1250.5", None),
        ("1.250,5", "", "1250.5", None),
        ("0,40", "", "0.40", None),
        ("0,400", "", "0.400", None),
        ("12,5", "", "12.5", None),
        ("<150", "<", "150", None),
        ("≤ 24", "≤", "24", None),
        ("<= 24", "≤", "24", None),
        (">2000", ">", "2000", None),
        (">=90", "≥", "90", None),
        ("Less than 150", "<", "150", None),
        ("more than 2000", ">", "2000", None),
        ("205 L", "", "205", None),
        ("205*", "", "205", None),
        ("205 Low", "", "205", None),
        ("< or = 24", "≤", "24", None),
        ("<or=24", "≤", "24", None),
        ("≧ 24", "≥", "24", None),
        ("less than or equal to 24", "≤", "24", None),
        ("Not more than 24", "≤", "24", None),
        ("24 or less", "≤", "24", None),
        ("2000 or more", "≥", "2000", None),
    ],
)
def test_numbers(text: str, comparator: str, value: str, other: str | None) -> None:
    quantity = parse_quantity(text)
    assert quantity is not None
    assert quantity.comparator == Comparator(comparator)
    assert str(quantity.value) == value
    assert quantity.other_reading == (None if other is None else Decimal(other))


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("205 pg/mL", "pg_per_ml"),
        (">2000 pg/mL", "pg_per_ml"),
        ("3.6µmol/L", "umol_per_l"),
        ("42%", "percent"),
        ("6.1 x10^9/L", "e9_per_l"),
        ("6.1 10*9/L", "e9_per_l"),
        ("142 pg/mL L", "pg_per_ml"),
        ("142 pg/mL (L)", "pg_per_ml"),
        ("2000 or more pg/mL", "pg_per_ml"),
        ("2000 pg/mL or more", "pg_per_ml"),
        ("5 U/L", "u_per_l"),
    ],
)
def test_a_unit_typed_with_the_number(text: str, unit: str) -> None:
    quantity = parse_quantity(text)
    assert quantity is not None
    assert quantity.unit_id == unit


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Negative",
        "see comment",
        "1.2e3",
        "1:80",
        "12,345,67",
        "1 25",
        "-5",
        "180-914",
        "205 bananas",
        "205 bananas L",
        "< 205 or more",
        "250 103/uL",
        "180 or so",
        "١٢٣",
        "10²",
        "<",
        "\x00",
        "9" * 25,
        "1,2,3",
        "NaN",
        "Infinity",
    ],
)
def test_everything_else_is_a_text_result(text: str) -> None:
    assert parse_quantity(text) is None


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("180-914", ("180", True), ("914", True), None),
        ("180 – 914", ("180", True), ("914", True), None),
        ("180 to 914", ("180", True), ("914", True), None),
        ("0-15", ("0", True), ("15", True), None),
        ("(200-900)", ("200", True), ("900", True), None),
        ("[200 - 900]", ("200", True), ("900", True), None),
        ("Ref range: 180-914", ("180", True), ("914", True), None),
        ("180-914 pg/mL", ("180", True), ("914", True), "pg_per_ml"),
        ("180 pg/mL - 914 pg/mL", ("180", True), ("914", True), "pg_per_ml"),
        ("0,10–0,40 µmol/L", ("0.10", True), ("0.40", True), "umol_per_l"),
        ("<400", None, ("400", False), None),
        ("≤0.40", None, ("0.40", True), None),
        ("up to 0.40", None, ("0.40", True), None),
        ("<= 0.40 nmol/mL", None, ("0.40", True), "nmol_per_ml"),
        ("> 3.0", ("3.0", False), None, None),
        ("≥366", ("366", True), None, None),
        ("≥ 3.0 ng/mL", ("3.0", True), None, "ng_per_ml"),
        ("0.40 or less", None, ("0.40", True), None),
        ("0.40 nmol/mL or less", None, ("0.40", True), "nmol_per_ml"),
        ("0.40 or less nmol/mL", None, ("0.40", True), "nmol_per_ml"),
        ("3.0 or more", ("3.0", True), None, None),
        ("60 and above", ("60", True), None, None),
        ("< or = 0.40 nmol/mL", None, ("0.40", True), "nmol_per_ml"),
        ("less than or equal to 0.40", None, ("0.40", True), None),
        ("greater than or equal to 3", ("3", True), None, None),
        ("no more than 20", None, ("20", True), None),
        ("at or below 20", None, ("20", True), None),
        ("max. 15", None, ("15", True), None),
        ("up to 20", None, ("20", True), None),
        ("less than 15.0 umol/L", None, ("15.0", False), "umol_per_l"),
        ("[180 - 914]", ("180", True), ("914", True), None),
        ("200 to 900", ("200", True), ("900", True), None),
        ("from 200 to 900", ("200", True), ("900", True), None),
        ("between 200 and 900 ng/L", ("200", True), ("900", True), "ng_per_l"),
        ("200 through 900", ("200", True), ("900", True), None),
        ("180‑914", ("180", True), ("914", True), None),
        ("180‒914", ("180", True), ("914", True), None),
        ("180−914", ("180", True), ("914", True), None),
        ("200 ~ 900", ("200", True), ("900", True), None),
        ("180-914 ng/L.", ("180", True), ("914", True), "ng_per_l"),
        ("180 - 914,", ("180", True), ("914", True), None),
        ("11,5-15,5", ("11.5", True), ("15.5", True), None),
        ("1 000 - 2 000", ("1000", True), ("2000", True), None),
        ("1 000 - 2 000", ("1000", True), ("2000", True), None),
        ("34%-47%", ("34", True), ("47", True), "percent"),
        ("4.0 x10^9/L - 11.0 x10^9/L", ("4.0", True), ("11.0", True), "e9_per_l"),
        ("4.0-11.0 10*9/L", ("4.0", True), ("11.0", True), "e9_per_l"),
        ("140-450 ×10⁹/L", ("140", True), ("450", True), "e9_per_l"),
        ("Reference range: 200 - 900 pg/mL", ("200", True), ("900", True), "pg_per_ml"),
        ("Reference Interval 180-914", ("180", True), ("914", True), None),
        ("(ref: 180-914)", ("180", True), ("914", True), None),
        ("RR: <15", None, ("15", False), None),
        ("Normal: 4-11", ("4", True), ("11", True), None),
    ],
)
def test_ranges(text: str, low, high, unit: str | None) -> None:
    found = parse_range(text)
    assert found is not None
    ends = [
        (str(limit.number.readings[0]), limit.inclusive) if limit else None
        for limit in (found.low, found.high)
    ]
    assert ends == [low, high]
    assert found.unit_id == unit


@pytest.mark.parametrize("text", ["Negative", "NEGATIVE", "Ref range: Negative", "(Negative)."])
def test_a_lab_can_expect_a_word(text: str) -> None:
    found = parse_range(text)
    assert found is not None
    assert (found.word.casefold(), found.low, found.high) == ("negative", None, None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "400",
        "914-180",
        "0.5-1,5",
        "M 130-170, F 120-150",
        "180-914 bananas",
        "180 ng/L - 914 pmol/L",
        "see report",
        "-",
        "\x00-\x00",
        "Normal",
        "range",
        "<40 or more",
        "10-20-30",
        "130-170 120-150",
        "180-914 H",
        "180-914 ng/L adults",
        "<145 deficiency",
        "≤ 20.0 neg",
        "<1:20",
        "140 - 450 103/uL",
    ],
)
def test_ranges_we_cannot_read(text: str) -> None:
    assert parse_range(text) is None


@pytest.mark.parametrize(
    ("value", "lab_range", "expected"),
    [
        ("179", "180-914", "below"),
        ("180", "180-914", "inside"),
        ("914", "180-914", "inside"),
        ("914.1", "180-914", "above"),
        ("0", "180-914", "below"),
        ("0", "0-15", "inside"),
        ("400", "<400", "above"),
        ("399.9", "<400", "inside"),
        ("0.40", "≤0.40", "inside"),
        ("0.41", "≤0.40", "above"),
        ("0.40", "up to 0.40", "inside"),
        ("3.0", "> 3.0", "below"),
        ("3.1", "> 3.0", "inside"),
        ("366", "≥366", "inside"),
        ("<150", "180-914", "below"),
        ("<180", "180-914", "below"),
        ("≤180", "180-914", None),
        ("<200", "180-914", None),
        (">914", "180-914", "above"),
        ("≥914", "180-914", None),
        (">2000", "180-914", "above"),
        (">800", "180-914", None),
        ("≥400", "<400", "above"),
        ("≤3.0", "> 3.0", "below"),
        (">90", "≥60", "inside"),
        ("1,250", "180-914", None),
        ("1,250", "2000-3000", "below"),
        ("1,250", "0.10-0.40", "above"),
        ("1,250.0", "180-914", "above"),
        ("0,50", "0,10-0,40", "above"),
        ("1,250", "180-1,000", "above"),
        ("5.123", "0.400-4.000", "above"),
        ("1.250", "180-914", None),
        ("1,5", "0.5-1.2", "above"),
        ("5", "Negative", None),
        ("0", "0 or more", "inside"),
        ("0", ">0", "below"),
        ("<0.40", "0.40 or less", "inside"),
        ("0.40", "0.400 or less", "inside"),
        ("0.4000000000000000000001", "0.40 or less", "above"),
        ("0.3999999999999999999999", "0.40-0.50", "below"),
        ("11,4", "11,5-15,5", "below"),
        ("11.4", "11,5-15,5", "below"),
        ("1 999", "1 000 - 2 000", "inside"),
        ("60 or more", "≥60", "inside"),
        ("24 or less", "25-165", "below"),
    ],
)
def test_position_where_no_unit_is_typed(value: str, lab_range: str, expected: str | None) -> None:
    assert position(test_id="b12_total", unit_id="", value=value, lab_range=lab_range) == expected


@pytest.mark.parametrize(
    ("unit", "value", "lab_range", "expected"),
    [
        ("pg_per_ml", "205", "180-914", "inside"),
        ("pg_per_ml", "150", "180-914", "below"),
        ("pg_per_ml", "150", "180-914 ng/L", "below"),
        ("pmol_per_l", "150", "180-914 ng/L", None),
        ("pmol_per_l", "150 pg/mL", "180-914", None),
        ("", "150", "180-914", "below"),
        ("", "150", "180-914 ng/L", None),
        ("", "150 ng/L", "180-914 ng/L", "below"),
        ("other", "150", "180-914", "below"),
        ("pg_per_ml", "", "180-914", None),
        ("pg_per_ml", "150", "", None),
        ("pg_per_ml", "Negative", "180-914", None),
        ("pg_per_ml", "<100", "0-150", "inside"),
        ("pg_per_ml", "<100", "10-150", None),
        ("pg_per_ml", ">100", "90-150", None),
        ("pg_per_ml", ">100", "≥90", "inside"),
        ("pg_per_ml", ">90", ">90", "inside"),
        ("pg_per_ml", "≥90", ">90", None),
        ("pg_per_ml", "≤150", "≤150", "inside"),
        ("pg_per_ml", "≤150", "<150", None),
        ("pg_per_ml", "<150", "<150", "inside"),
    ],
)
def test_position(unit: str, value: str, lab_range: str, expected: str | None) -> None:
    found = position(test_id="b12_total", unit_id=unit, value=value, lab_range=lab_range)
    assert found == expected


@pytest.mark.parametrize(
    ("value", "unit", "lab_range"),
    [("133", "pmol_per_l", "133-258"), ("180", "ng_per_l", "180-350")],
)
def test_edges_are_compared_in_the_unit_typed(value: str, unit: str, lab_range: str) -> None:
    """180 ng/L is 132.8 pmol/L: converting first would put one of the two below."""
    for_value = {"test_id": "b12_total", "unit_id": unit, "lab_range": lab_range}
    assert position(value=value, **for_value) == "inside"
    assert position(test_id="b12_total", unit_id=unit, value="132.9", lab_range=lab_range) == (
        "below"
    )


def numeral(value: Decimal) -> str:
    return f"{value:f}"


VALUES = st.decimals(min_value=0, max_value=10**6, places=3)


@given(value=VALUES, comparator=st.sampled_from(Comparator), unit=st.sampled_from(UNITS))
def test_a_result_as_we_print_it_is_read_back(value, comparator: Comparator, unit) -> None:
    for printed in (f"{comparator}{numeral(value)}", f"{comparator} {numeral(value)}"):
        quantity = parse_quantity(f"{printed} {unit.shown}")
        assert quantity is not None
        assert (quantity.comparator, quantity.value) == (comparator, value)
        assert quantity.unit_id == unit.id


@given(
    ends=st.tuples(VALUES, VALUES).map(sorted),
    to=st.sampled_from(["-", " - ", "–", " – ", " to "]),
    unit=st.sampled_from(UNITS),
    brackets=st.sampled_from(["{}", "({})", "[{}]"]),
)
def test_a_range_as_labs_print_it_is_read_back(ends, to: str, unit, brackets: str) -> None:
    low, high = map(numeral, ends)
    bare = f"{low}{to}{high}"
    for text, unit_id in (
        (bare, None),
        (f"{bare} {unit.shown}", unit.id),
        (f"{low} {unit.shown}{to}{high} {unit.shown}", unit.id),
    ):
        found = parse_range(brackets.format(text))
        assert found is not None
        assert found.low is not None
        assert found.high is not None
        assert [found.low.number.point, found.high.number.point] == ends
        assert found.unit_id == unit_id


@given(value=VALUES, unit=st.sampled_from(UNITS), sign=st.sampled_from("<≤>≥"))
def test_a_one_sided_range_is_read_back(value, unit, sign: str) -> None:
    found = parse_range(f"{sign} {numeral(value)} {unit.shown}")
    assert found is not None
    limit, other = (found.high, found.low) if sign in "<≤" else (found.low, found.high)
    assert limit is not None
    assert (limit.number.point, limit.inclusive, other) == (value, sign in "≤≥", None)
    assert found.unit_id == unit.id


NASTY = st.one_of(
    st.text(),
    st.text(alphabet="0123456789.,'’ -–<>≤≥=toeE+%/µμpgnmolLdr\x00٣²½"),
    st.lists(
        st.sampled_from(
            [
                "<",
                "< or =",
                "1,250",
                "0",
                "or less",
                "or more",
                "pg/mL",
                "L",
                "to",
                "between",
                "and",
            ]
        )
    ).map(" ".join),
    st.from_regex(r"[<>]?[0-9., ]{0,300}-?[0-9., ]{0,300}", fullmatch=True),
)


@given(NASTY)
@example("9" * 100_000)
@example("\x00" * 5)
@example("1" + ",111" * 60)
def test_no_text_breaks_a_reading(text: str) -> None:
    quantity = parse_quantity(text)
    assert quantity is None or quantity.value.is_finite()
    parse_range(text)


@given(NASTY, NASTY)
def test_no_text_breaks_a_comparison(value: str, lab_range: str) -> None:
    position(test_id="b12_total", unit_id="pg_per_ml", value=value, lab_range=lab_range)


@given(
    value=st.integers(0, 10_000),
    low=st.integers(0, 5_000),
    width=st.integers(0, 5_000),
)
def test_whole_numbers_lie_where_arithmetic_says(value: int, low: int, width: int) -> None:
    high = low + width
    expected = "below" if value < low else "above" if value > high else "inside"
    typed = {"value": str(value), "lab_range": f"{low}-{high}"}
    assert position(test_id="plt", unit_id="e9_per_l", **typed) == expected
