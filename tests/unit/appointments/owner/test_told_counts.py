"""No number under five can be worked out from what the owner is told."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from appointments.owner.counts import FEWEST_TOLD, Row, Told, tell, tell_sum
from appointments.owner.counts_chart import HEIGHT, WIDTH, Look, draw_months

UNTOLD = range(FEWEST_TOLD)


@pytest.mark.parametrize("number", UNTOLD)
def test_small_numbers_look_alike(number):
    assert tell(number) == Told(text="fewer than 5")


def test_other_numbers_are_told():
    assert tell(5) == Told(text="5", number=5)


@pytest.mark.parametrize(
    ("numbers", "text"),
    [
        ([9, 7], "16"),
        ([1, 4, 2, 0], "7"),
        ([9, 3, 2], "14"),
        ([9, 3], "at least 9"),  # 12 would tell the 3
        ([9, 0], "at least 9"),
        ([9, 4, 4], "at least 9"),  # 17 would tell both
        ([4, 4], "fewer than 5 a day"),
        ([2, 0, 0], "fewer than 5 a day"),
    ],
)
def test_a_sum_is_told_if_it_tells_no_day(numbers, text):
    assert tell_sum(numbers).text == text


@given(st.lists(st.integers(0, 7), min_size=1, max_size=6))
def test_every_untold_day_could_have_had_another_number(numbers):
    """Try all months that would look the same, as somebody would who wants to know."""
    seen = [tell(number) for number in numbers], tell_sum(numbers)
    choices = [UNTOLD if number < FEWEST_TOLD else [number] for number in numbers]
    possible = [
        month
        for month in product(*choices)
        if ([tell(number) for number in month], tell_sum(month)) == seen
    ]

    for place, number in enumerate(numbers):
        if number < FEWEST_TOLD:
            assert len({month[place] for month in possible}) > 1


def row(*told: Told) -> Row:
    opened, started, sheets = told
    return Row(id="2026-01", label="January 2026", told=(opened, started, sheets))


def test_there_is_no_chart_without_months():
    assert draw_months([]) is None


def test_at_least_a_number_is_drawn_as_high_as_the_number_and_looks_like_more():
    month = row(tell_sum([397, 2]), tell_sum([172]), tell_sum([4, 4]))
    chart = draw_months([month])
    opened, started, sheets = chart.months[0].bars

    assert [told.text for told in month.told] == ["at least 397", "172", "fewer than 5 a day"]
    assert chart.highest == 397
    assert (opened.look, opened.height) == (Look.LEAST, HEIGHT)
    assert (started.look, started.height) == (Look.EXACT, round(172 / 397 * HEIGHT))
    assert sheets.look is Look.UNTOLD


SUMS = st.lists(st.integers(0, 500), min_size=1, max_size=4).map(tell_sum)


@given(st.lists(st.tuples(SUMS, SUMS, SUMS), min_size=1, max_size=30))
def test_the_bars_stay_in_the_picture_and_tell_no_more_than_the_table(rows):
    chart = draw_months([row(*three) for three in rows])

    assert len(chart.months) == min(12, len(rows))
    for month in chart.months:
        for bar in month.bars:
            assert 0 <= bar.x <= bar.x + bar.width <= WIDTH
            assert 0 <= bar.y < bar.y + bar.height == HEIGHT
    untold = [bar for month in chart.months for bar in month.bars if bar.look is Look.UNTOLD]
    assert len({bar.height for bar in untold}) <= 1
