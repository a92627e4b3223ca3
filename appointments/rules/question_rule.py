"""The shape of a rule that offers a question for the clinician, and its small vocabulary."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from enum import IntEnum

from appointments.answers import Answers
from appointments.phrases import Joined, Phrase, Text, _
from appointments.rules.facts import says_they_take


class Priority(IntEnum):
    """What comes first (clinical brief, 8): safety and cause, then the strongest reasons."""

    SAFETY_AND_CAUSE = 1
    NERVES = 2
    PREGNANCY = 3
    NITROUS_OXIDE = 4
    SURGERY = 5
    CAUTION = 6
    MEDICINE = 7
    LABS = 8
    TREATMENT = 9
    FINDING_A_CAUSE = 10
    GENERIC = 11


Words = Callable[[Answers], Phrase]


def always(answers: Answers) -> bool:
    """Whatever the answers are."""
    del answers
    return True


@dataclass(frozen=True, kw_only=True)
class QuestionRule:
    """A question, when it is offered, and why.

    Attributes:
        id: Stable identifier, kept in saved answers; never renamed.
        priority: Where it stands among the others.
        applies: Whether it is offered.
        says: The question, in the person's own voice or a caregiver's.
        because: The answer it follows from.
        sources: Ids in `content/sources.toml`.
        prominent: Whether it has a reason beyond being offered to everybody; without one it
            stands among the general questions.
    """

    id: str
    priority: Priority
    applies: Callable[[Answers], bool]
    says: Words
    because: Callable[[Answers], Text]
    sources: tuple[str, ...]
    prominent: Callable[[Answers], bool] = always


def in_voice(answers: Answers, own: str, caregiver: str) -> Phrase:
    """Return a question in the voice of whoever writes; both are marked where they stand."""
    return Phrase(caregiver if answers.for_other else own)


def voices(own: str, caregiver: str) -> Words:
    """Return the words of a question that has one wording in each voice."""
    return lambda answers: in_voice(answers, own, caregiver)


def either_voice(words: str) -> Words:
    """Return the words of a question that the person and a caregiver ask alike."""
    return voices(words, words)


def if_taken(medicines: Collection[str], taken: Words, perhaps: Words) -> Words:
    """Return words that say "I take" only of a medicine the person said they still take.

    Args:
        medicines: The medicines asked about.
        taken: The words where one of them is still taken.
        perhaps: The words where that is not known: the form asks "do you, or did you".
    """
    return lambda answers: (taken if says_they_take(answers, medicines) else perhaps)(answers)


AT_ANY_APPOINTMENT = Phrase(_("Worth asking at any appointment."))


def told(*what: Text) -> Phrase:
    """Return the reason: what was answered."""
    return Phrase(_("Because you told us: %(what)s."), {"what": Joined(what, separator="; ")})
