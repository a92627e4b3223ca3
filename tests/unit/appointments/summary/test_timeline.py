"""The timeline in words: every entry once, earliest first, exactly as typed."""

from __future__ import annotations

from datetime import date

import pytest
from builders import any_answers, full_answers, some_answers
from hypothesis import given
from hypothesis import strategies as st

from appointments.phrases import say
from appointments.summary.build import build_summary
from appointments.summary.text import as_text
from appointments.summary.timeline import NOT_DRAWN, timeline_section
from appointments.summary.timeline_figure import Shape
from tests.unit.appointments.summary.cases import answers_of, cells_of

TODAY = date(2026, 11, 22)
BOTH_READINGS = "03/04/2024"

WHENS = st.sampled_from(
    [
        *("", "2019", "spring 2022", "about 3 years", "4 May 2024", BOTH_READINGS, "today"),
        *("as a child", "2031", "1850", "0 days", "5 Dec 2026", "last month", "999 years"),
    ]
)
YES_NO = st.none() | st.sampled_from(["yes", "no", "unknown"])


def rows(**parts):
    section = timeline_section(some_answers(**parts), TODAY)
    return [tuple(cells_of(row)) for row in section.rows]


def remarks(**parts):
    return timeline_section(some_answers(**parts), TODAY).remarks


def dated_answers():
    """Return a strategy for answers full of times, certain and uncertain, possible and not."""
    return st.builds(
        some_answers,
        symptoms=st.lists(
            st.fixed_dictionaries({"symptom": st.just("fatigue"), "since": WHENS}), max_size=3
        ),
        lab_results=st.lists(
            st.fixed_dictionaries({"test": st.just("hb"), "taken_on": WHENS}), max_size=3
        ),
        operations=st.lists(
            st.fixed_dictionaries({"surgery": st.just("rygb"), "year": WHENS}), max_size=2
        ),
        medicines=st.lists(
            st.fixed_dictionaries(
                {"medicine": st.just("metformin"), "since": WHENS, "still_taking": YES_NO}
            ),
            max_size=2,
        ),
        attempts=st.lists(
            st.fixed_dictionaries(
                {
                    "route": st.just("injection"),
                    "started": WHENS,
                    "stopped": WHENS,
                    "still_taking": YES_NO,
                    "wears_off": WHENS,
                    "wears_off_early": YES_NO,
                }
            ),
            max_size=3,
        ),
        nitrous_oxide=st.fixed_dictionaries({"last_used": WHENS}),
        about=st.fixed_dictionaries(
            {
                "appointment_on": st.none() | st.dates(),
                "date_of_birth": st.none() | st.dates(max_value=date(2030, 1, 1)),
            }
        ),
    )


@pytest.mark.parametrize(
    ("parts", "row"),
    [
        (
            {"symptoms": [{"symptom": "fatigue", "since": "about 3 years"}]},
            ("about 3 years", "Extreme tiredness (symptom began)"),
        ),
        (
            {"symptoms": [{"symptom": "other", "own_words": "Cold nose", "since": "as a child"}]},
            ("as a child", "Cold nose (symptom began)"),
        ),
        (
            {"lab_results": [{"test": "hb", "taken_on": BOTH_READINGS}]},
            (BOTH_READINGS, "Hemoglobin: result not typed in (lab test)"),
        ),
        (
            {"operations": [{"surgery": "rygb", "year": "2019", "detail": "open"}]},
            ("2019", "Gastric bypass (Roux-en-Y), open (operation)"),
        ),
        (
            {"medicines": [{"medicine": "metformin", "dose": "1 g", "since": "2019"}]},
            ("from 2019", "Metformin, 1 g (medicine)"),
        ),
        (
            {"medicines": [{"medicine": "metformin", "since": "May 2020", "still_taking": "yes"}]},
            ("since May 2020", "Metformin (medicine)"),
        ),
        (
            {"medicines": [{"medicine": "metformin", "since": "2019", "still_taking": "no"}]},
            ("from 2019, no longer taken", "Metformin (medicine)"),
        ),
        (
            {
                "medicines": [
                    {"medicine": "metformin", "since": "Since 2019", "still_taking": "yes"}
                ]
            },
            ("Since 2019", "Metformin (medicine)"),
        ),
        (
            {"medicines": [{"medicine": "metformin", "since": "for 3 years"}]},
            ("for 3 years", "Metformin (medicine)"),
        ),
        (
            {"medicines": [{"medicine": "metformin", "since": "from 2019", "still_taking": "yes"}]},
            ("from 2019, still taken", "Metformin (medicine)"),
        ),
        (
            {
                "attempts": [
                    {"route": "injection", "started": "since May 2024", "still_taking": "yes"}
                ]
            },
            ("since May 2024", "Injections (B12)"),
        ),
        ({"medicines": [{"medicine": "metformin"}]}, ("no date given", "Metformin (medicine)")),
        (
            {
                "attempts": [
                    {
                        "route": "injection",
                        "dose": "1,000",
                        "dose_unit": "micrograms",
                        "how_often": "every 3 months",
                        "started": "May 2025",
                        "still_taking": "yes",
                    }
                ]
            },
            ("since May 2025", "Injections, 1,000 micrograms, every 3 months (B12)"),
        ),
        (
            {"attempts": [{"route": "tablet", "started": "2020", "stopped": "2021"}]},
            ("2020 to 2021", "Tablets (B12)"),
        ),
        (
            {"attempts": [{"route": "tablet", "still_taking": "yes"}]},
            ("no date given", "Tablets (B12)"),
        ),
        ({"nitrous_oxide": {"last_used": "2020"}}, ("2020", "Nitrous oxide last used")),
        (
            {"nitrous_oxide": {"use": "recent"}},
            ("in the last 12 months", "Nitrous oxide last used"),
        ),
        (
            {"nitrous_oxide": {"use": "past"}},
            ("more than 12 months ago", "Nitrous oxide last used"),
        ),
    ],
)
def test_a_row_says_when_as_typed_and_what(parts, row):
    assert rows(**parts) == [row]


def test_tests_of_one_date_are_one_row_each_result_beside_its_range():
    assert rows(
        lab_results=[
            {
                "test": "b12_total",
                "value": "131",
                "unit": "ng_per_l",
                "lab_range": "180-914",
                "taken_on": "12 Nov 2024",
            },
            {"test": "hb", "waiting": True, "taken_on": "12 Nov 2024"},
            {"test": "hb", "taken_on": "Nov 2024"},
        ]
    ) == [
        ("Nov 2024", "Hemoglobin: result not typed in (lab test)"),
        (
            "12 Nov 2024",
            (
                "Vitamin B12 (total): 131 ng/L (lab’s range: 180-914)\n"
                "Hemoglobin: waiting for the result (lab tests)"
            ),
        ),
    ]


@pytest.mark.parametrize(
    ("said", "row"),
    [
        (
            {"wears_off_early": "yes", "wears_off": "from about day 50"},
            (
                "from about day 50",
                "Injections, since May 2025: symptoms come back before the next dose",
            ),
        ),
        (
            {"wears_off_early": "yes"},
            (
                "between doses",
                "Injections, since May 2025: symptoms come back before the next dose",
            ),
        ),
        (
            {"wears_off": "week 7"},
            ("week 7", "Injections, since May 2025: before the next dose"),
        ),
        ({"wears_off_early": "no"}, None),
        ({"wears_off_early": "unknown"}, None),
        ({}, None),
    ],
)
def test_symptoms_that_come_back_stand_below_their_injections(said, row):
    injections = {"route": "injection", "started": "May 2025", "still_taking": "yes", **said}
    found = rows(attempts=[injections], symptoms=[{"symptom": "fatigue", "since": "1 June 2025"}])
    middle = [] if row is None else [row]
    assert found == [
        ("since May 2025", "Injections (B12)"),
        *middle,
        ("1 June 2025", "Extreme tiredness (symptom began)"),
    ]
    # The row has no day of its own to be missing.
    assert not remarks(attempts=[injections])


def test_earliest_first_and_what_cannot_be_placed_last():
    parts = {
        "symptoms": [
            {"symptom": "fatigue", "since": "a while"},
            {"symptom": "words", "since": "about 3 years"},
        ],
        "operations": [{"surgery": "rygb", "year": "2020"}],
        "attempts": [{"route": "tablet", "started": "a while ago", "stopped": "2021"}],
        "about": {"appointment_on": "2026-12-03", "appointment_with": "Dr. Lee"},
    }
    assert [when for when, _what in rows(**parts)] == [
        "2020",
        "a while ago to 2021",
        "about 3 years",
        "3 December 2026",
        "a while",
    ]
    assert remarks(**parts) == (NOT_DRAWN,)


@pytest.mark.parametrize(
    "when",
    [
        "",
        "since childhood",
        "1850",
        "2031",
        "5 Dec 2026",
        "in 3 weeks",
        "130 years ago",
        "\x00",
        "0000",
        "99/99/2024",
    ],
)
def test_a_time_that_cannot_be_placed_is_said_and_not_drawn(when):
    parts = {"symptoms": [{"symptom": "fatigue", "since": when}]}
    section = timeline_section(some_answers(**parts), TODAY)
    assert say(section.rows[0].cells[0].text) == (when.strip() or "no date given")
    assert section.figure is None
    assert section.remarks == (NOT_DRAWN,)


def test_no_country_decides_between_day_and_month():
    for country in ("us", "england", None):
        answers = some_answers(
            country=country, lab_results=[{"test": "hb", "taken_on": BOTH_READINGS}]
        )
        figure = timeline_section(answers, TODAY).figure
        (lane,) = figure.lanes
        assert say(lane.title) == "on a day between 4 Mar 2024 and 3 Apr 2024"
        assert [mark.shape for mark in lane.marks] == [Shape.SOME_DAY]


def test_what_was_before_birth_is_listed_and_not_drawn():
    section = timeline_section(
        some_answers(
            symptoms=[{"symptom": "fatigue", "since": "1958"}],
            operations=[{"surgery": "rygb", "year": "1961"}],
            about={"date_of_birth": "1961-04-02"},
        ),
        TODAY,
    )
    operation, symptom = section.figure.lanes
    assert say(operation.title) == "on a day between 2 Apr 1961 and 31 Dec 1961"
    assert say(symptom.when) == "1958"
    assert not symptom.title
    assert section.remarks == (NOT_DRAWN,)


def test_a_birth_still_to_come_leaves_out_nothing():
    section = timeline_section(
        some_answers(
            symptoms=[{"symptom": "fatigue", "since": "1958"}],
            about={"date_of_birth": "2061-04-02"},
        ),
        TODAY,
    )
    assert section.figure.lanes[0].title


@pytest.mark.parametrize("year", [1926, 2029])
def test_an_appointment_far_away_is_a_slip_of_the_pen(year):
    section = timeline_section(
        some_answers(
            symptoms=[{"symptom": "fatigue", "since": "2020"}],
            about={"appointment_on": f"{year}-12-03"},
        ),
        TODAY,
    )
    assert cells_of(section.rows[-1]) == [f"3 December {year}", "Appointment"]
    assert not section.figure.lanes[-1].title
    assert section.remarks == (NOT_DRAWN,)


def test_an_appointment_alone_is_no_timeline():
    section = timeline_section(some_answers(about={"appointment_on": "2026-12-03"}), TODAY)
    assert not section.rows
    assert section.figure is None
    assert not section.remarks


def test_the_summary_ends_with_it_only_when_asked():
    with_it = build_summary(full_answers(), today=TODAY, timeline=True)
    without = build_summary(full_answers(), today=TODAY)
    assert with_it.sections[-1].id == "timeline"
    assert not with_it.sections[-1].when_checking
    assert with_it.sections[:-1] == without.sections


def test_the_text_is_the_list():
    text = as_text(build_summary(answers_of("timeline"), today=TODAY, timeline=True))
    part = text[text.index("TIMELINE\n") :].split("\n\n")[0].splitlines()
    assert "- about 3 years: Extreme tiredness (symptom began, comes and goes)" in part
    assert part[-1] == say(NOT_DRAWN)
    assert not [line for line in part if "bar:" in line]  # there is no picture to explain


def has_everything(answers, section):
    said = "\n".join("\n".join(cells_of(row)) for row in section.rows)
    for entry in answers.items:
        for field in ("since", "taken_on", "year", "started", "stopped", "wears_off"):
            assert getattr(entry, field, "") in said
    assert answers.nitrous_oxide.last_used in said


def drawn_within(section):
    """Check the picture: it says what the rows say, and nothing leaves the axis."""
    figure = section.figure
    if figure is None:
        return
    assert [
        " ".join([say(lane.what), *(f"({say(note)})" for note in lane.notes)])
        for lane in figure.lanes
    ] == [cells_of(row)[1] for row in section.rows]
    assert [lane.when for lane in figure.lanes] == [row.cells[0].text for row in section.rows]
    assert 0 <= figure.today <= 1
    for scale in figure.scales:
        assert 0 <= scale.at <= 1
        assert 0 <= scale.label_at <= 1
    assert any(lane.title for lane in figure.lanes)
    for lane in figure.lanes:
        assert bool(lane.title) == bool(lane.stretches or lane.marks)
        for stretch in lane.stretches:
            assert 0 <= stretch.start < stretch.end <= 1
        for mark in lane.marks:
            assert 0 <= mark.at <= 1
    plain = figure.in_words(say)
    assert all(isinstance(lane.title, str) for lane in plain.lanes)


@given(answers=any_answers() | dated_answers(), today=st.dates(date(2024, 1, 1), date(2040, 1, 1)))
def test_whatever_was_said_is_kept_and_drawn_within_the_axis(answers, today):
    section = timeline_section(answers, today)
    has_everything(answers, section)
    drawn_within(section)
