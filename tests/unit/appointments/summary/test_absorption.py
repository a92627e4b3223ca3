"""The absorption history: one row for each part; short answers share a row on paper."""

import pytest

from appointments.summary.build import build_summary
from tests.builders import some_answers
from tests.unit.appointments.summary.cases import TODAY, cells_of, section_of


def section(**parts):
    return section_of(build_summary(some_answers(**parts), today=TODAY), "absorption")


def on_paper(**parts):
    return [cells_of(row) for row in section(**parts).answered_rows]


def medicine(**entry):
    (row,) = on_paper(medicines=[{"medicine": "omeprazole", **entry}])
    return row[1]


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ({}, "Omeprazole"),
        ({"dose": "20 mg", "since": "2021"}, "Omeprazole, 20 mg, from 2021"),
        (
            {"since": "2021", "still_taking": "yes", "a_year_or_more": "yes"},
            "Omeprazole, since 2021, for 12 months or more",
        ),
        (
            {"since": "2025", "still_taking": "no", "a_year_or_more": "yes"},
            "Omeprazole, from 2025, for 12 months or more, no longer taken",
        ),
        (
            {"since": "2025", "still_taking": "no", "a_year_or_more": "no"},
            "Omeprazole, from 2025, for less than 12 months, no longer taken",
        ),
        (
            {"since": "2025", "a_year_or_more": "unknown"},
            "Omeprazole, from 2025, not known for how long",
        ),
        ({"since": "since 2021", "still_taking": "yes"}, "Omeprazole, since 2021"),
        ({"since": "for years", "still_taking": "yes"}, "Omeprazole, for years, still taken"),
        ({"since": "2021", "still_taking": "no"}, "Omeprazole, from 2021, no longer taken"),
        ({"a_year_or_more": "yes"}, "Omeprazole, for 12 months or more"),
        ({"a_year_or_more": "no"}, "Omeprazole, for less than 12 months"),
        ({"a_year_or_more": "unknown"}, "Omeprazole, not known for how long"),
        ({"still_taking": "unknown"}, "Omeprazole, not known if still taken"),
        ({"medicine": "other", "own_words": "Ramipril"}, "Ramipril"),
    ],
)
def test_a_medicine_with_what_was_said_of_it(entry, words):
    assert medicine(**entry) == words


def test_each_medicine_has_a_line_and_a_link_of_its_own():
    entries = [{"medicine": "metformin"}, {"medicine": "other", "own_words": "Ramipril"}]
    rows = section(medicines=entries).rows
    assert cells_of(rows[0])[1] == "Metformin;\nRamipril"
    links = [(change.step, change.item, str(change.about)) for change in rows[0].changes]
    assert links == [
        ("medicines", None, "Medicines"),
        ("medicine-details", 1, "Metformin"),
        ("medicine-details", 2, "Ramipril"),
    ]


def test_an_operation_with_what_was_said_of_it():
    entry = {"surgery": "rygb", "year": "2019", "detail": "Leeds"}
    assert on_paper(operations=[entry]) == [
        ["Operations", "Gastric bypass (Roux-en-Y), 2019, Leeds"]
    ]


def test_ticks_and_words_stand_together():
    assert on_paper(conditions={"has": "some", "chosen": ["thyroid"], "other": "since 2012"}) == [
        ["Conditions", "Autoimmune thyroid disease; since 2012"]
    ]


@pytest.mark.parametrize(
    ("part", "field"), [("conditions", "other"), ("diet", "detail"), ("cautions", "detail")]
)
def test_words_beside_none_are_kept(part, field):
    ((_title, words),) = on_paper(**{part: {"has": "none", field: "but ask me"}})
    assert words in {"none; but ask me", "none of these; but ask me"}


SHORT = {
    "medicines": ("none", "medicines that affect B12"),
    "conditions": ("none", "conditions that affect B12"),
    "operations": ("none", "stomach or bowel operation"),
    "diet": ("none", "diet low in animal foods"),
    "nitrous_oxide": ("never", "nitrous oxide for fun"),
    "family": ("no", "relative with B12 or autoimmune disease"),
    "pregnancy": ("no", "pregnancy or breastfeeding"),
    "cautions": ("none", "allergies or cautions"),
}
FIELD = {"nitrous_oxide": "use", "pregnancy": "status"}


def short_answers(answer=None):
    return {part: {FIELD.get(part, "has"): answer or no} for part, (no, _words) in SHORT.items()}


@pytest.mark.parametrize(
    ("answer", "title", "shown"),
    [
        (None, "Answered “no” or “none”", {"no", "none", "never", "none of these"}),
        ("unknown", "Not known", {"not known"}),
        ("private", "Prefers not to say", {"prefers not to say"}),
    ],
)
def test_short_answers_share_a_row_on_paper_and_have_their_own_when_checking(answer, title, shown):
    parts = short_answers(answer)
    names = "; ".join(words for _no, words in SHORT.values())
    assert on_paper(**parts) == [[title, names]]
    rows = section(**parts).rows
    assert len(rows) == len(SHORT)
    assert {cells_of(row)[1] for row in rows} <= shown


def test_no_not_known_and_private_never_share_a_row():
    rows = on_paper(
        diet={"has": "none"}, cautions={"has": "unknown"}, nitrous_oxide={"use": "private"}
    )
    assert [title for title, _words in rows] == [
        "Answered “no” or “none”",
        "Prefers not to say",
        "Not known",
    ]


def test_details_keep_a_short_answer_in_a_row_of_its_own():
    assert on_paper(nitrous_oxide={"use": "unknown", "last_used": "a party in May"}) == [
        ["Nitrous oxide", "not known, last used: a party in May"]
    ]
    assert on_paper(pregnancy={"status": "private", "detail": "ask me"}) == [
        ["Pregnancy", "prefers not to say, ask me"]
    ]


def test_family_and_background():
    family = {"has": "yes", "detail": "sister", "black_background": "yes"}
    assert on_paper(family=family) == [["Family", "sister"], ["Black family background", "yes"]]
    assert on_paper(family={"has": "yes"}) == [
        ["Family", "yes: pernicious anemia, B12 deficiency or autoimmune disease"]
    ]


def test_what_was_not_answered_is_shown_when_checking_only():
    assert on_paper() == []
    assert {cells_of(row)[1] for row in section().rows} == {"Not answered"}
