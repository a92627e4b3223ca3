"""Questions that are offered to everybody, worded so that they fit the answers."""

from __future__ import annotations

from appointments.answer_parts import MedicineEntry
from appointments.answers import Answers
from appointments.catalogue.conditions import CONDITIONS_BY_ID
from appointments.phrases import Phrase, Text, _
from appointments.rules.facts import (
    b12_now,
    has_condition,
    injections_now,
    is_oral,
    is_treated,
    knows_low_b12,
    medicines_among,
    nerve_symptoms,
)
from appointments.rules.lab_facts import B12_TESTS, is_low, results_among
from appointments.rules.names import b12_names, lab_test_names, medicine_names, symptom_names
from appointments.rules.question_rule import (
    AT_ANY_APPOINTMENT,
    Priority,
    QuestionRule,
    always,
    either_voice,
    in_voice,
    told,
    voices,
)

PERNICIOUS_ANEMIA = frozenset({"pa_aig"})


def _at_any_appointment(answers: Answers) -> Text:
    del answers
    return AT_ANY_APPOINTMENT


def _cause(answers: Answers) -> Phrase:
    """Ask for the cause of low B12 only where low B12 is the person's own fact."""
    if has_condition(answers, PERNICIOUS_ANEMIA):
        return in_voice(
            answers,
            _(
                "Does pernicious anemia or autoimmune gastritis explain everything, or could "
                "something else add to it?"
            ),
            _(
                "Does pernicious anemia or autoimmune gastritis explain everything in the person "
                "I care for, or could something else add to it?"
            ),
        )
    if knows_low_b12(answers):
        return in_voice(
            answers,
            _("What is the most likely cause of my low B12?"),
            _("What is the most likely cause of low B12 in the person I care for?"),
        )
    if is_treated(answers):
        return in_voice(
            answers,
            _("What was the reason for my B12 treatment, and what is the cause behind it?"),
            _("Why was the person I care for given B12, and what is the cause behind it?"),
        )
    if answers.symptoms.entries:
        return in_voice(
            answers,
            _("What is the most likely cause of my symptoms, and could B12 play a part?"),
            _(
                "What is the most likely cause of the symptoms of the person I care for, and "
                "could B12 play a part?"
            ),
        )
    return in_voice(
        answers,
        _("Is there a reason why my B12 could be low, and should it be checked?"),
        _(
            "Is there a reason why B12 could be low in the person I care for, and should it be "
            "checked?"
        ),
    )


def _cause_because(answers: Answers) -> Text:
    low = results_among(answers, B12_TESTS, is_low)
    if has_condition(answers, PERNICIOUS_ANEMIA):
        return told(CONDITIONS_BY_ID["pa_aig"].wording)
    if low:
        return Phrase(
            _("Below the lab’s own range, or marked low on the report: %(test)s."),
            {"test": lab_test_names(low)[0]},
        )
    if is_treated(answers):
        return told(*b12_names(answers.attempts.entries))
    if has_condition(answers, {"inherited"}):
        return told(CONDITIONS_BY_ID["inherited"].wording)
    if answers.symptoms.entries:
        return told(*symptom_names(answers.symptoms.entries))
    return AT_ANY_APPOINTMENT


def _neuro(answers: Answers) -> Phrase:
    """Speak of nerve symptoms only to somebody who has them."""
    if nerve_symptoms(answers):
        return in_voice(
            answers,
            _(
                "Do my symptoms suggest that nerves are involved, and does that change how fast "
                "or how I am treated?"
            ),
            _(
                "Do the symptoms suggest that nerves are involved, and does that change how fast "
                "or how the person I care for is treated?"
            ),
        )
    return in_voice(
        answers,
        _("Which nerve symptoms should I look out for, and how soon should I report them?"),
        _("Which nerve symptoms should we look out for, and how soon should we report them?"),
    )


def _neuro_because(answers: Answers) -> Text:
    symptoms = nerve_symptoms(answers)
    return told(*symptom_names(symptoms)) if symptoms else AT_ANY_APPOINTMENT


def _recheck(answers: Answers) -> Phrase:
    if is_treated(answers):
        return Phrase(
            _("What will be rechecked, when, and how will we judge whether treatment works?")
        )
    return Phrase(_("Which tests will be done or repeated, when, and what happens after that?"))


def _recheck_because(answers: Answers) -> Text:
    if is_treated(answers):
        return told(*b12_names(answers.attempts.entries))
    return AT_ANY_APPOINTMENT


def _long_term(answers: Answers) -> Phrase:
    now = b12_now(answers)
    if injections_now(answers):
        return in_voice(
            answers,
            _("Are injections the best long-term choice for me, or is there a plan for tablets?"),
            _(
                "Are injections the best long-term choice for the person I care for, or is there "
                "a plan for tablets?"
            ),
        )
    if any(is_oral(attempt) for attempt in now):
        return in_voice(
            answers,
            _("Is B12 by mouth enough for me in the long term, or would injections fit better?"),
            _(
                "Is B12 by mouth enough for the person I care for in the long term, or would "
                "injections fit better?"
            ),
        )
    if now:
        return in_voice(
            answers,
            _("Is the B12 I use now right for the long term, or would another way fit better?"),
            _(
                "Is the B12 that the person I care for uses now right for the long term, or would "
                "another way fit better?"
            ),
        )
    return in_voice(
        answers,
        _("If I need B12 treatment: would tablets or injections fit better, and for how long?"),
        _(
            "If the person I care for needs B12 treatment: would tablets or injections fit "
            "better, and for how long?"
        ),
    )


def _long_term_because(answers: Answers) -> Text:
    now = b12_now(answers)
    return told(*b12_names(now)) if now else AT_ANY_APPOINTMENT


def _not_stopped(answers: Answers) -> tuple[MedicineEntry, ...]:
    entries = answers.medicines.entries
    return medicines_among(answers, {entry.medicine for entry in entries})


def _medicines_because(answers: Answers) -> Text:
    return told(*medicine_names(_not_stopped(answers)))


QUESTIONS_ALWAYS = (
    QuestionRule(
        id="q_safety",
        priority=Priority.SAFETY_AND_CAUSE,
        applies=always,
        says=voices(
            _("What should make me call you the same day, or go to the hospital?"),
            _("What should make us call you the same day, or go to the hospital?"),
        ),
        because=_at_any_appointment,
        sources=("LOTH", "CES"),
    ),
    QuestionRule(
        id="q_cause",
        priority=Priority.SAFETY_AND_CAUSE,
        applies=always,
        says=_cause,
        because=_cause_because,
        sources=("NICE-R",),
    ),
    QuestionRule(
        id="q_neuro",
        priority=Priority.NERVES,
        applies=always,
        prominent=lambda answers: bool(nerve_symptoms(answers)),
        says=_neuro,
        because=_neuro_because,
        sources=("LOTH", "BNF-C"),
    ),
    QuestionRule(
        id="q_longterm",
        priority=Priority.TREATMENT,
        applies=always,
        prominent=lambda answers: bool(injections_now(answers)),
        says=_long_term,
        because=_long_term_because,
        sources=("VISUM",),
    ),
    QuestionRule(
        id="q_recheck",
        priority=Priority.GENERIC,
        applies=always,
        says=_recheck,
        because=_recheck_because,
        sources=("LOTH-T", "VISUM", "BNSSG", "NBT"),
    ),
    QuestionRule(
        id="q_alternatives",
        priority=Priority.GENERIC,
        applies=always,
        says=either_voice(
            _("What are the alternatives, benefits and downsides of this test or treatment?")
        ),
        because=_at_any_appointment,
        sources=("AHRQ",),
    ),
    QuestionRule(
        id="q_contact",
        priority=Priority.GENERIC,
        applies=always,
        says=voices(
            _("Whom do I contact with questions, and how do I get my results?"),
            _("Whom do we contact with questions, and how do we get the results?"),
        ),
        because=_at_any_appointment,
        sources=("AHRQ", "GPTIP"),
    ),
    QuestionRule(
        id="q_meds",
        priority=Priority.GENERIC,
        applies=lambda answers: bool(_not_stopped(answers)),
        says=voices(
            _("Does B12 affect anything I take, and is there anything to avoid?"),
            _(
                "Does B12 affect anything the person I care for takes, and is there anything to "
                "avoid?"
            ),
        ),
        because=_medicines_because,
        sources=("AHRQ",),
    ),
)
