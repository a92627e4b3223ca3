"""What is drawn of a time: what is certain solid, what may be dotted, on a readable axis."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from builders import some_answers
from hypothesis import given
from hypothesis import strategies as st

from appointments.dates import DateSpan
from appointments.phrases import say
from appointments.summary.time_axis import axis_over
from appointments.summary.timeline import timeline_section
from appointments.summary.timeline_drawing import scales_of

TODAY = date(2026, 11, 22)

# One day far back, so that every picture has the same axis.
LONG_AGO = {"surgery": "rygb", "year": "1 Jan 2016"}
AXIS = axis_over([DateSpan(earliest=date(2016, 1, 1), latest=TODAY)])


def drawn(**parts):
    """Return the one lane besides the old operation, with days instead of places."""
    section = timeline_section(some_answers(operations=[LONG_AGO], **parts), TODAY)
    (lane,) = (
        lane for lane in section.figure.lanes if say(lane.what) != "Gastric bypass (Roux-en-Y)"
    )
    stretches = [(s.stroke.value, day_at(s.start), day_at(s.end)) for s in lane.stretches]
    marks = [(mark.shape.value, day_at(mark.at)) for mark in lane.marks]
    return say(lane.title), stretches, marks


def day_at(share):
    days = share * (AXIS.end - AXIS.start).days
    return (AXIS.start + timedelta(days=round(days))).isoformat()


@pytest.mark.parametrize(
    ("since", "title", "stretches", "marks"),
    [
        (
            "4 May 2024",
            "from 4 May 2024, goes on",
            [("symptom", "2024-05-04", "2026-11-22")],
            [("edge", "2024-05-04"), ("goes-on", "2026-11-22")],
        ),
        (
            "spring 2022",
            "from a day between 1 Mar 2022 and 30 Nov 2022, goes on",
            [("maybe", "2022-03-01", "2022-11-30"), ("symptom", "2022-11-30", "2026-11-22")],
            [("edge", "2022-11-30"), ("goes-on", "2026-11-22")],
        ),
        (
            "about 3 years",
            "from a day between 23 Nov 2022 and 22 Nov 2024, goes on",
            [("maybe", "2022-11-23", "2024-11-22"), ("symptom", "2024-11-22", "2026-11-22")],
            [("edge", "2024-11-22"), ("goes-on", "2026-11-22")],
        ),
        (
            # It had begun by today, whatever the year has still to come.
            "2026",
            "from a day between 1 Jan 2026 and 22 Nov 2026, goes on",
            [("maybe", "2026-01-01", "2026-11-22")],
            [("edge", "2026-11-22"), ("goes-on", "2026-11-22")],
        ),
    ],
)
def test_a_symptom(since, title, stretches, marks):
    assert drawn(symptoms=[{"symptom": "fatigue", "since": since}]) == (title, stretches, marks)


def test_a_symptom_that_comes_and_goes_has_no_solid_bar_and_no_arrow():
    assert drawn(symptoms=[{"symptom": "fatigue", "since": "spring 2022", "trend": "varies"}]) == (
        "from a day between 1 Mar 2022 and 30 Nov 2022, comes and goes",
        [("maybe", "2022-03-01", "2022-11-30"), ("comes-and-goes", "2022-11-30", "2026-11-22")],
        [("edge", "2022-11-30")],
    )


@pytest.mark.parametrize(
    ("taken", "title", "stretches", "marks"),
    [
        (
            {"started": "20 Nov 2024", "still_taking": "yes"},
            "from 20 Nov 2024, goes on",
            [("b12", "2024-11-20", "2026-11-22")],
            [("edge", "2024-11-20"), ("goes-on", "2026-11-22")],
        ),
        (
            {"started": "20 Nov 2024", "stopped": "April 2025", "still_taking": "no"},
            "from 20 Nov 2024, to a day between 1 Apr 2025 and 30 Apr 2025",
            [("b12", "2024-11-20", "2025-04-01"), ("maybe", "2025-04-01", "2025-04-30")],
            [("edge", "2024-11-20"), ("edge", "2025-04-01")],
        ),
        (
            {"started": "20 Nov 2024"},
            "from 20 Nov 2024, end not known",
            [("maybe", "2024-11-20", "2026-11-22")],
            [("edge", "2024-11-20")],
        ),
        (
            {"started": "20 Nov 2024", "still_taking": "no"},
            "from 20 Nov 2024, end not known",
            [("maybe", "2024-11-20", "2026-11-22")],
            [("edge", "2024-11-20")],
        ),
        (
            {"started": "20 Nov 2024", "stopped": "soon", "still_taking": "yes"},
            "from 20 Nov 2024, end not known",
            [("maybe", "2024-11-20", "2026-11-22")],
            [("edge", "2024-11-20")],
        ),
        (
            {"started": "a while ago", "stopped": "2024"},
            "start not known, to a day between 1 Jan 2024 and 31 Dec 2024",
            [
                ("maybe", AXIS.start.isoformat(), "2024-01-01"),
                ("maybe", "2024-01-01", "2024-12-31"),
            ],
            [("edge", "2024-01-01")],
        ),
        (
            # Both in one year: it may have lasted a day or all of it.
            {"started": "2024", "stopped": "2024"},
            (
                "from a day between 1 Jan 2024 and 31 Dec 2024, "
                "to a day between 1 Jan 2024 and 31 Dec 2024"
            ),
            [("maybe", "2024-01-01", "2024-12-31")],
            [],
        ),
        (
            # It cannot have ended before it began, so the end is not believed.
            {"started": "20 Nov 2024", "stopped": "2019"},
            "from 20 Nov 2024, end not known",
            [("maybe", "2024-11-20", "2026-11-22")],
            [("edge", "2024-11-20")],
        ),
    ],
)
def test_b12(taken, title, stretches, marks):
    assert drawn(attempts=[{"route": "tablet", **taken}]) == (title, stretches, marks)


@pytest.mark.parametrize(
    ("taken_on", "title", "stretches", "marks"),
    [
        ("12 Nov 2024", "on 12 Nov 2024", [], [("day", "2024-11-12")]),
        (
            "January 2025",
            "on a day between 1 Jan 2025 and 31 Jan 2025",
            [("maybe", "2025-01-01", "2025-01-31")],
            [("some-day", "2025-01-16")],
        ),
        (
            "03/04/2024",
            "on a day between 4 Mar 2024 and 3 Apr 2024",
            [("maybe", "2024-03-04", "2024-04-03")],
            [("some-day", "2024-03-19")],
        ),
    ],
)
def test_a_lab_test(taken_on, title, stretches, marks):
    assert drawn(lab_results=[{"test": "hb", "taken_on": taken_on}]) == (title, stretches, marks)


def test_a_medicine_has_a_stroke_of_its_own():
    taken = {"medicine": "metformin", "since": "4 May 2024", "still_taking": "yes"}
    _title, stretches, _marks = drawn(medicines=[taken])
    assert stretches == [("medicine", "2024-05-04", "2026-11-22")]


def test_the_legend_names_the_signs_that_are_there_and_no_others():
    def legend(**parts):
        return say(timeline_section(some_answers(**parts), TODAY).figure.description)

    assert legend(lab_results=[{"test": "hb", "taken_on": "12 Nov 2024"}]) == (
        "Dot: on that day. Upright line: the day this was made."
    )
    assert legend(symptoms=[{"symptom": "fatigue", "since": "4 May 2024", "trend": "varies"}]) == (
        "Black bar with gaps: symptom that comes and goes. Upright line: the day this was made."
    )
    assert legend(symptoms=[{"symptom": "fatigue", "since": "2024"}]) == (
        "Black bar: symptom. Arrow: goes on. Dotted: began, ended or was somewhere in here. "
        "Upright line: the day this was made."
    )


@given(days=st.integers(0, 1500) | st.integers(0, 40_000), later=st.integers(0, 731))
def test_labels_never_run_into_each_other_nor_over_the_edge(days, later):
    days_drawn = DateSpan(
        earliest=TODAY - timedelta(days=days), latest=TODAY + timedelta(days=later)
    )
    axis = axis_over([days_drawn])
    assert axis is not None
    scales = scales_of(axis)
    assert [scale.at for scale in scales] == [tick.at for tick in axis.ticks]
    ends = [end for scale in scales if scale.label for end in scale.label_ends]
    assert len(ends) > 2
    assert ends == sorted(ends)
    assert ends[0] >= 0
    assert ends[-1] <= 1
