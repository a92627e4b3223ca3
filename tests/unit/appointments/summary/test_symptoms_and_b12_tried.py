"""Symptoms and B12 tried: what was said of each entry, and what was said instead."""

import pytest

from appointments.choices import Effect, Has, Missed, Source, Trend
from appointments.summary.build import build_summary
from tests.builders import some_answers
from tests.unit.appointments.summary.cases import TODAY, cells_of, section_of


def rows_of(section, *, by="self", **parts):
    summary = build_summary(some_answers(by=by, **parts), today=TODAY)
    return [cells_of(row) for row in section_of(summary, section).answered_rows]


def symptom(by="self", **entry):
    (row,) = rows_of("symptoms", by=by, symptoms=[{"symptom": "fatigue", **entry}])
    return row


def attempt(**entry):
    (row,) = rows_of("b12-tried", attempts=[{"route": "tablet", **entry}])
    return row


def test_a_symptom_with_all_that_was_said():
    row = symptom(since="May", recent="yes", trend="varies", effect="Stairs", noticed_by="both")
    assert row == [
        "Extreme tiredness (fatigue) (new or worse in last 2 weeks) (others noticed it too)",
        "May",
        "comes and goes",
        "Stairs",
    ]


def test_a_clinicians_word_is_left_out_where_it_says_the_same():
    assert symptom(symptom="headache", since="May")[0] == "Headaches"
    assert symptom(symptom="numbness", since="May")[0] == "Numbness (sensory loss)"


def test_not_known_is_printed_as_such():
    assert symptom(recent="unknown", trend=Trend.UNKNOWN)[2] == "not known (not known if new)"
    assert symptom(recent="no")[2] == ""


@pytest.mark.parametrize(("has", "words"), [(Has.NONE, "none"), (Has.UNKNOWN, "not known")])
def test_what_is_said_instead_of_a_list(has, words):
    assert rows_of("symptoms", symptoms={"has": has}) == [["Anything noticed", words]]
    assert rows_of("b12-tried", attempts={"has": has}) == [["Any B12 taken", words]]


def test_nothing_is_printed_where_nothing_was_answered():
    assert rows_of("symptoms") == rows_of("b12-tried") == []


def test_b12_with_all_that_was_said():
    row = attempt(
        form="cyano",
        product="Brand X",
        source="prescribed",
        dose="1,000",
        dose_unit="micrograms",
        how_often="once a day",
        started="May 2025",
        still_taking="yes",
        missed="sometimes",
        missed_why="nausea",
        effect="some",
        effect_detail="Fog",
        wears_off_early="yes",
        wears_off="7 weeks",
        had_reaction="yes",
        reaction="x",
    )
    assert row == [
        "Tablets (Cyanocobalamin, Brand X, prescribed)",
        "1,000 micrograms, once a day",
        "since May 2025 (doses sometimes missed: nausea)",
        "A little better. Fog (symptoms come back before the next dose: 7 weeks) (reaction: x)",
    ]


@pytest.mark.parametrize(
    ("entry", "dose"),
    [
        ({"dose": "1000", "dose_unit": "mg"}, "1000 mg"),
        ({"dose": "5", "dose_unit": "unknown"}, "5 (unit not known)"),
        ({"dose_unit": "unknown"}, "dose not known"),
        ({"dose": "one drop"}, "one drop"),
        ({"dose_unit": "mg"}, ""),
    ],
)
def test_a_dose_is_as_typed_with_its_unit_in_full(entry, dose):
    assert attempt(**entry)[1] == dose


@pytest.mark.parametrize(
    ("entry", "when"),
    [
        ({"started": "2023", "stopped": "2025", "still_taking": "no"}, "2023 to 2025"),
        ({"started": "2023", "still_taking": "no"}, "from 2023, stopped"),
        ({"stopped": "2025", "still_taking": "no"}, "until 2025"),
        ({"started": "since May 2024", "still_taking": "yes"}, "since May 2024"),
        ({"started": "From 2023", "still_taking": "yes"}, "From 2023, still taking it"),
        ({"started": "for 3 years"}, "for 3 years"),
        ({"started": "since 2023", "stopped": "2025"}, "since 2023, until 2025"),
        ({"started": "2023", "stopped": "until 2025"}, "from 2023, until 2025"),
        ({"stopped": "till May", "still_taking": "no"}, "till May"),
        ({"started": "2023"}, "from 2023"),
        ({"started": "2023", "still_taking": "unknown"}, "from 2023, not known if still taken"),
        ({"started": "2023", "still_taking": "yes"}, "since 2023"),
        # The form refuses this, but a file may hold it: then nothing of it is hidden.
        (
            {"started": "2023", "stopped": "2025", "still_taking": "yes"},
            "2023 to 2025, still taking it",
        ),
        ({"still_taking": "yes"}, "still taking it"),
        ({"still_taking": "no"}, "stopped"),
        ({}, ""),
    ],
)
def test_when_it_was_taken(entry, when):
    assert attempt(**entry)[2] == when


def test_not_known_is_said_of_every_part():
    row = attempt(
        form="unsure",
        source=Source.UNKNOWN,
        dose_unit="unknown",
        still_taking="unknown",
        missed=Missed.UNKNOWN,
        effect=Effect.UNKNOWN,
        wears_off_early="unknown",
        had_reaction="unknown",
    )
    assert row == [
        "Tablets (form of B12 not known, not known if prescribed or bought)",
        "dose not known",
        "not known if still taken (missed doses: not known)",
        (
            "effect not known (not known if symptoms come back before the next dose) "
            "(not known if there was a reaction)"
        ),
    ]


@pytest.mark.parametrize(
    ("entry", "outcome"),
    [
        ({"had_reaction": "no"}, "(no reaction)"),
        ({"had_reaction": "yes"}, "(reaction)"),
        ({"reaction": "No reactions"}, "(reaction: No reactions)"),
        ({"wears_off_early": "no"}, "(symptoms do not come back before the next dose)"),
        ({"wears_off_early": "yes"}, "(symptoms come back before the next dose)"),
        ({"wears_off": "week 9"}, "(before the next dose: week 9)"),
    ],
)
def test_a_text_without_a_yes_or_no_is_kept_and_not_judged(entry, outcome):
    assert attempt(**entry)[3] == outcome
