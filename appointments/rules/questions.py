"""Questions suggested for the clinician: which ones, in which order, in whose voice.

They ask; they never advise. The order and the few that are chosen at first follow the clinical
brief, 8.
"""

from __future__ import annotations

from dataclasses import dataclass

from appointments.answers import Answers
from appointments.phrases import Phrase, Text, _
from appointments.rules.question_rule import Priority, QuestionRule
from appointments.rules.questions_about_causes import QUESTIONS_ABOUT_CAUSES
from appointments.rules.questions_about_medicines import QUESTIONS_ABOUT_MEDICINES
from appointments.rules.questions_about_other_factors import QUESTIONS_ABOUT_OTHER_FACTORS
from appointments.rules.questions_about_readings import QUESTIONS_ABOUT_READINGS
from appointments.rules.questions_about_situations import QUESTIONS_ABOUT_SITUATIONS
from appointments.rules.questions_about_tests import QUESTIONS_ABOUT_TESTS
from appointments.rules.questions_about_timing import QUESTIONS_ABOUT_TIMING
from appointments.rules.questions_about_treatment import QUESTIONS_ABOUT_TREATMENT
from appointments.rules.questions_always import QUESTIONS_ALWAYS

QUESTION_RULES = (
    *QUESTIONS_ALWAYS,
    *QUESTIONS_ABOUT_SITUATIONS,
    *QUESTIONS_ABOUT_CAUSES,
    *QUESTIONS_ABOUT_MEDICINES,
    *QUESTIONS_ABOUT_TESTS,
    *QUESTIONS_ABOUT_TIMING,
    *QUESTIONS_ABOUT_OTHER_FACTORS,
    *QUESTIONS_ABOUT_READINGS,
    *QUESTIONS_ABOUT_TREATMENT,
)
QUESTION_RULES_BY_ID = {rule.id: rule for rule in QUESTION_RULES}

ADDED = Phrase(_("You added it while reading."))

FEWEST_PRESELECTED = 5
MOST_PRESELECTED = 6


@dataclass(frozen=True, kw_only=True)
class Suggestion:
    """A question that the answers call for.

    Attributes:
        id: The rule's id.
        text: The question.
        because: The answer it follows from.
        sources: Ids in `content/sources.toml`.
        preselected: Whether it is chosen until the person chooses for themself.
    """

    id: str
    text: Phrase
    because: Text
    sources: tuple[str, ...]
    preselected: bool


def suggest(answers: Answers) -> tuple[Suggestion, ...]:
    """Return the questions that fit the answers, most important first."""
    added = answers.questions.added
    offered = [rule for rule in QUESTION_RULES if rule.applies(answers) or rule.id in added]
    offered.sort(key=lambda rule: _priority(rule, answers))
    first = {*added, *_preselected([rule for rule in offered if rule.applies(answers)], answers)}
    return tuple(
        Suggestion(
            id=rule.id,
            text=rule.says(answers),
            because=rule.because(answers) if rule.applies(answers) else ADDED,
            sources=rule.sources,
            preselected=rule.id in first,
        )
        for rule in offered
    )


def question_text(question: str, answers: Answers) -> Text:
    """Return a suggested question in words, also when the answers no longer call for it.

    An id that we do not know (from an old or edited file) has no words: "".
    """
    rule = QUESTION_RULES_BY_ID.get(question)
    return rule.says(answers) if rule else ""


def _priority(rule: QuestionRule, answers: Answers) -> Priority:
    return rule.priority if rule.prominent(answers) else Priority.GENERIC


def _preselected(offered: list[QuestionRule], answers: Answers) -> set[str]:
    """Return those with a reason of their own, six at most; general ones fill up to five."""
    own = [rule.id for rule in offered if _priority(rule, answers) is not Priority.GENERIC]
    general = [rule.id for rule in offered if rule.id not in own]
    few = own[:MOST_PRESELECTED]
    return {*few, *general[: max(0, FEWEST_PRESELECTED - len(few))]}
