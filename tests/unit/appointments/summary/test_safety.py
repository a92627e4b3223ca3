"""The notice at the top: what was said, and where each answer is changed."""

import pytest

from appointments.summary.build import build_summary
from tests.builders import some_answers
from tests.unit.appointments.summary.cases import TODAY, cells_of, section_of


def notice(**parts):
    """Return the notice's lines, each with the pages where it is changed."""
    section = section_of(build_summary(some_answers(**parts), today=TODAY), "safety")
    return [
        (cells_of(row)[0], [(link.step, link.item, str(link.about)) for link in row.changes])
        for row in section.answered_rows
    ]


SAFETY = ("safety", None, "the safety check")


@pytest.mark.parametrize(
    ("parts", "links"),
    [
        ({"safety": {"happening": ["clot"]}}, [SAFETY]),
        (
            {"symptoms": [{"symptom": "bladder", "recent": "yes"}]},
            [("symptom-details", 1, "Bladder trouble")],
        ),
        (
            {
                "symptoms": [
                    {"symptom": "numbness", "recent": "yes"},
                    {"symptom": "fatigue"},
                    {"symptom": "memory", "trend": "worse"},
                ]
            },
            [("symptom-details", 1, "Numbness"), ("symptom-details", 3, "Memory problems")],
        ),
        (
            {"lab_results": [{"test": "other", "own_words": "Copper", "flag": "critical"}]},
            [("lab-result", 1, "Copper")],
        ),
        (
            {"pregnancy": {"status": "pregnant"}, "symptoms": [{"symptom": "fatigue"}]},
            [("pregnancy", None, "pregnancy")],
        ),
        (
            {
                "conditions": {"has": "some", "chosen": ["pa_aig"]},
                "symptoms": [{"symptom": "nausea_indigestion", "recent": "yes"}],
            },
            [
                ("symptom-details", 1, "Nausea, indigestion, bloating"),
                ("conditions", None, "conditions that affect B12"),
            ],
        ),
        (
            {"attempts": [{"route": "injection", "effect": "worse"}]},
            [("b12-effect", 1, "Injections")],
        ),
        (
            {
                "safety": {"happening": ["cord_signs"]},
                "symptoms": [{"symptom": "unsteady", "recent": "yes"}],
            },
            [SAFETY, ("symptom-details", 1, "Unsteady, worse in the dark")],
        ),
    ],
)
def test_a_warning_is_changed_where_it_was_said(parts, links):
    ((_words, found),) = notice(**parts)
    assert found == links


def test_a_symptom_alone_does_not_print_what_nobody_said():
    ((words, _links),) = notice(symptoms=[{"symptom": "bladder", "recent": "yes"}])
    assert words == "Bladder trouble: new or worse in the last 2 weeks"
