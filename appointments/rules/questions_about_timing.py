"""Questions about what was taken before a sample: B12, food with B12, biotin (brief, 1.7)."""

from __future__ import annotations

from appointments.answer_parts import LabResult
from appointments.answers import Answers
from appointments.catalogue.diet import DIETS_BY_ID
from appointments.catalogue.medicines import MEDICINES_BY_ID
from appointments.choices import B12Before, Has
from appointments.phrases import Phrase, Text, _, say
from appointments.rules.facts import medicines_among
from appointments.rules.lab_facts import (
    B12_TESTS,
    METABOLITES,
    had_b12_before,
    had_biotin_before,
    is_low,
    listed,
    may_have_had_b12,
)
from appointments.rules.names import lab_test_names
from appointments.rules.question_rule import (
    Priority,
    QuestionRule,
    if_taken,
    in_voice,
    told,
    voices,
)
from appointments.rules.sample_timing import b12_timing, time_since_b12

BIOTIN = frozenset({"biotin"})
CHANGED_BY_B12 = B12_TESTS | METABOLITES | {"ifab"}


def _after_b12(answers: Answers) -> tuple[LabResult, ...]:
    return tuple(result for result in answers.lab_results.entries if had_b12_before(result))


def _perhaps_after_b12(answers: Answers) -> tuple[LabResult, ...]:
    if answers.attempts.has is Has.NONE:
        return ()
    return tuple(filter(may_have_had_b12, listed(answers, CHANGED_BY_B12)))


def _fortified(answers: Answers) -> bool:
    """Whether B12 in food could have raised a B12 result that is not low."""
    raised = any(not is_low(result) for result in listed(answers, B12_TESTS))
    return raised and "fortified" in answers.diet.chosen


_TIME_AFTER = {
    B12Before.INJECTION: _("The sample was taken %(time)s after a B12 injection."),
    B12Before.ORAL: _("The sample was taken %(time)s after B12 tablets, drops or spray."),
}


def _after_b12_fact(answers: Answers) -> Phrase:
    """Name the time where there is one, and the same for all results."""
    times = {(result.b12_before, time_since_b12(result)) for result in _after_b12(answers)}
    before, time = times.pop() if len(times) == 1 else (None, "")
    if before in _TIME_AFTER and time:
        return Phrase(_TIME_AFTER[before], {"time": time})
    return in_voice(
        answers,
        _("I took B12 before the blood test."),
        _("The person I care for took B12 before the blood test."),
    )


def _b12_before_fact(answers: Answers) -> Phrase:
    if _after_b12(answers):
        return _after_b12_fact(answers)
    if _perhaps_after_b12(answers):
        return Phrase(_("It is not certain if B12 was taken before the blood test."))
    if _fortified(answers):
        return in_voice(
            answers,
            _("I have food with added B12, or B12 itself, on most days."),
            _("The person I care for has food with added B12, or B12 itself, on most days."),
        )
    return _after_b12_fact(answers)  # the answers have changed since the question was chosen


_HOW_READ = Phrase(_("Does that change how the result is read?"))
_HOW_READ_WITH_ANTIBODY = Phrase(
    _("Does that change how the results are read, also of the intrinsic factor antibody test?")
)


def _b12_before(answers: Answers) -> Phrase:
    """Name the antibody test where B12 was injected before it (MAYO-IF, GGC)."""
    antibody = any(result.b12_before is B12Before.INJECTION for result in listed(answers, {"ifab"}))
    return Phrase(
        _("%(fact)s %(question)s"),
        {
            "fact": _b12_before_fact(answers),
            "question": _HOW_READ_WITH_ANTIBODY if antibody else _HOW_READ,
        },
    )


def _b12_before_because(answers: Answers) -> Text:
    results = _after_b12(answers) or _perhaps_after_b12(answers)
    if not results:
        return told(DIETS_BY_ID["fortified"].wording)
    timings = {say(timing): timing for timing in map(b12_timing, results)}
    return told(*lab_test_names(results), *timings.values())


def _after_biotin(answers: Answers) -> tuple[LabResult, ...]:
    return tuple(filter(had_biotin_before, answers.lab_results.entries))


_biotin_taken = if_taken(
    BIOTIN,
    voices(
        _("I take biotin. Could that affect the blood test?"),
        _("The person I care for takes biotin. Could that affect the blood test?"),
    ),
    voices(
        _("I take or took biotin. Could that affect the blood test?"),
        _("The person I care for takes or took biotin. Could that affect the blood test?"),
    ),
)


def _biotin(answers: Answers) -> Phrase:
    if _after_biotin(answers):
        return in_voice(
            answers,
            _("I took biotin in the 3 days before the blood test. Could that affect the result?"),
            _(
                "The person I care for took biotin in the 3 days before the blood test. Could "
                "that affect the result?"
            ),
        )
    return _biotin_taken(answers)


def _biotin_because(answers: Answers) -> Text:
    tests = lab_test_names(_after_biotin(answers))
    if tests:
        return told(Phrase(_("biotin in the 3 days before")), *tests)
    return told(MEDICINES_BY_ID["biotin"].wording)


QUESTIONS_ABOUT_TIMING = (
    QuestionRule(
        id="q_supp_test",
        priority=Priority.LABS,
        applies=lambda answers: (
            bool(_after_b12(answers) or _perhaps_after_b12(answers)) or _fortified(answers)
        ),
        says=_b12_before,
        because=_b12_before_because,
        sources=("MAYO-B", "MAYO-IF", "GGC", "IATROX"),
    ),
    QuestionRule(
        id="q_biotin",
        priority=Priority.LABS,
        applies=lambda answers: bool(_after_biotin(answers) or medicines_among(answers, BIOTIN)),
        says=_biotin,
        because=_biotin_because,
        sources=("LABC", "NORDX", "MAYO-PA"),
    ),
)
