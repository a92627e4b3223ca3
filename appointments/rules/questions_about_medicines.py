"""Questions about medicines that can lower B12. None of them suggests stopping one (MHRA-M)."""

from __future__ import annotations

from collections.abc import Callable

from appointments.answer_parts import MedicineEntry
from appointments.answers import Answers
from appointments.catalogue.entry import shown
from appointments.catalogue.medicine_classes import ACID_LOWERING
from appointments.catalogue.medicines import MEDICINES
from appointments.choices import YesNo
from appointments.phrases import Phrase, Text, _
from appointments.rules.facts import knows_low_b12, medicines_among
from appointments.rules.names import medicine_names
from appointments.rules.question_rule import (
    Priority,
    QuestionRule,
    if_taken,
    in_voice,
    told,
    voices,
)

METFORMIN = frozenset({"metformin", "metformin_combo"})
ACID = frozenset(row.id for row in shown(MEDICINES) if row.group is ACID_LOWERING)
EPILEPSY_NERVE_PAIN = frozenset(
    {"topiramate", "pregabalin", "phenobarbital", "primidone", "phenytoin"}
)
COLCHICINE = frozenset({"colchicine"})


def _takes(medicines: frozenset[str]) -> Callable[[Answers], bool]:
    return lambda answers: bool(medicines_among(answers, medicines))


def _because(medicines: frozenset[str]) -> Callable[[Answers], Text]:
    return lambda answers: told(*medicine_names(medicines_among(answers, medicines)))


def _metformin(answers: Answers) -> Phrase:
    """Ask for the cause where B12 is known to be low, and for a check where it is not."""
    if knows_low_b12(answers):
        return in_voice(
            answers,
            _("Could metformin be one reason for my low B12?"),
            _("Could metformin be one reason for low B12 in the person I care for?"),
        )
    return if_taken(
        METFORMIN,
        voices(
            _("I take metformin. Should my B12 be checked now and then?"),
            _("The person I care for takes metformin. Should B12 be checked now and then?"),
        ),
        voices(
            _("I take or took metformin. Should my B12 be checked now and then?"),
            _("The person I care for takes or took metformin. Should B12 be checked now and then?"),
        ),
    )(answers)


def _acid_for_a_year(answers: Answers) -> tuple[MedicineEntry, ...]:
    """Return the acid-lowering medicines taken for 12 months or more (AAFP17)."""
    return tuple(
        entry for entry in medicines_among(answers, ACID) if entry.a_year_or_more is YesNo.YES
    )


def _acid(answers: Answers) -> Phrase:
    """Ask whether it is still right only of a medicine that is still taken."""
    if any(entry.still_taking is YesNo.YES for entry in _acid_for_a_year(answers)):
        return in_voice(
            answers,
            _(
                "I have used an acid-lowering medicine for a year or more. Is it still right for "
                "me, and could it affect my B12?"
            ),
            _(
                "The person I care for has used an acid-lowering medicine for a year or more. Is "
                "it still right, and could it affect B12?"
            ),
        )
    return in_voice(
        answers,
        _("I take or took an acid-lowering medicine for a year or more. Could it affect my B12?"),
        _(
            "The person I care for takes or took an acid-lowering medicine for a year or more. "
            "Could it affect B12?"
        ),
    )


QUESTIONS_ABOUT_MEDICINES = (
    QuestionRule(
        id="q_metformin",
        priority=Priority.MEDICINE,
        applies=_takes(METFORMIN),
        says=_metformin,
        because=_because(METFORMIN),
        sources=("MHRA-M",),
    ),
    QuestionRule(
        id="q_acid",
        priority=Priority.MEDICINE,
        applies=lambda answers: bool(_acid_for_a_year(answers)),
        says=_acid,
        because=lambda answers: told(*medicine_names(_acid_for_a_year(answers))),
        sources=("AAFP17", "LAM13"),
    ),
    QuestionRule(
        id="q_epilepsy",
        priority=Priority.MEDICINE,
        applies=_takes(EPILEPSY_NERVE_PAIN),
        says=if_taken(
            EPILEPSY_NERVE_PAIN,
            voices(
                _(
                    "Could my medicine for epilepsy, migraine or nerve pain affect B12, or cause "
                    "symptoms that look like low B12?"
                ),
                _(
                    "Could the medicine for epilepsy, migraine or nerve pain that the person I "
                    "care for takes affect B12, or cause symptoms that look like low B12?"
                ),
            ),
            voices(
                _(
                    "I take or took a medicine for epilepsy, migraine or nerve pain. Could it "
                    "affect B12, or cause symptoms that look like low B12?"
                ),
                _(
                    "The person I care for takes or took a medicine for epilepsy, migraine or "
                    "nerve pain. Could it affect B12, or look like low B12?"
                ),
            ),
        ),
        because=_because(EPILEPSY_NERVE_PAIN),
        sources=("PULSE",),
    ),
    QuestionRule(
        id="q_colchicine",
        priority=Priority.MEDICINE,
        applies=_takes(COLCHICINE),
        says=voices(
            _("Could colchicine affect my B12?"),
            _("Could colchicine affect B12 in the person I care for?"),
        ),
        because=_because(COLCHICINE),
        sources=("PULSE",),
    ),
)
