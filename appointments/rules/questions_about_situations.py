"""Questions of pregnancy, and of nitrous oxide (laughing gas) used for fun."""

from __future__ import annotations

from appointments.answers import Answers
from appointments.choices import NitrousOxide, Pregnancy
from appointments.phrases import Phrase, Text, _
from appointments.rules.facts import is_pregnant_or_breastfeeding, uses_nitrous_oxide
from appointments.rules.lab_facts import METABOLITES, is_listed, listed
from appointments.rules.question_rule import Priority, QuestionRule, in_voice, told

_STATUS = {
    Pregnancy.PREGNANT: Phrase(_("pregnant")),
    Pregnancy.BREASTFEEDING: Phrase(_("breastfeeding")),
}
_EITHER_STATUS = Phrase(_("pregnant or breastfeeding"))  # where the answer has changed since
_PLANNING = Phrase(_("hoping to get pregnant"))


def _total_b12_in_pregnancy(answers: Answers) -> bool:
    """Whether total B12, which falls in pregnancy, is all that was tested (PULSE, IATROX)."""
    pregnant = answers.pregnancy.status is Pregnancy.PREGNANT
    return pregnant and is_listed(answers, "b12_total") and not is_listed(answers, "b12_active")


def _pregnancy(answers: Answers) -> Phrase:
    status = answers.pregnancy.status
    if status is Pregnancy.PLANNING:
        return in_voice(
            answers,
            _("I hope to get pregnant. Should B12 be tested first, and with which test?"),
            _(
                "The person I care for hopes to get pregnant. Should B12 be tested first, and "
                "with which test?"
            ),
        )
    if _total_b12_in_pregnancy(answers):
        return in_voice(
            answers,
            _(
                "I am pregnant. Does that change how my total B12 is read, is active B12 the "
                "better test, and how soon is follow-up?"
            ),
            _(
                "The person I care for is pregnant. Does that change how total B12 is read, is "
                "active B12 the better test, and how soon is follow-up?"
            ),
        )
    words = in_voice(
        answers,
        _("I am %(status)s. Which B12 test is right now, and how soon is follow-up?"),
        _(
            "The person I care for is %(status)s. Which B12 test is right now, and how soon is "
            "follow-up?"
        ),
    )
    return Phrase(words.message, {"status": _status(answers)})


def _status(answers: Answers) -> Phrase:
    status = answers.pregnancy.status
    return _STATUS.get(status, _EITHER_STATUS) if status else _EITHER_STATUS


def _pregnancy_because(answers: Answers) -> Text:
    planning = answers.pregnancy.status is Pregnancy.PLANNING
    return told(_PLANNING if planning else _status(answers))


def _nitrous_oxide(answers: Answers) -> Phrase:
    if answers.nitrous_oxide.use is NitrousOxide.RECENT:
        words = in_voice(
            answers,
            _(
                "I used nitrous oxide (laughing gas) in the last 12 months. %(which)s If I still "
                "use it, how can I stop safely?"
            ),
            _(
                "The person I care for used nitrous oxide (laughing gas) in the last 12 months. "
                "%(which)s If they still use it, how can they stop safely?"
            ),
        )
    else:
        words = in_voice(
            answers,
            _("I used nitrous oxide (laughing gas) in the past. %(which)s"),
            _("The person I care for used nitrous oxide (laughing gas) in the past. %(which)s"),
        )
    return Phrase(words.message, {"which": _which_test(answers)})


def _which_test(answers: Answers) -> Phrase:
    """Ask for more than total B12, which nitrous oxide can leave as it is (PN-N2O)."""
    if not is_listed(answers, "b12_total"):
        return Phrase(_("Which test should be done?"))
    if not listed(answers, METABOLITES):
        return Phrase(_("Is a B12 test enough, or is MMA needed too?"))
    return Phrase(_("What do the test results say together?"))


QUESTIONS_ABOUT_SITUATIONS = (
    QuestionRule(
        id="q_pregnancy",
        priority=Priority.PREGNANCY,
        applies=lambda answers: (
            is_pregnant_or_breastfeeding(answers) or answers.pregnancy.status is Pregnancy.PLANNING
        ),
        says=_pregnancy,
        because=_pregnancy_because,
        sources=("NASGP", "PULSE", "IATROX", "BNSSG"),
    ),
    QuestionRule(
        id="q_n2o",
        priority=Priority.NITROUS_OXIDE,
        applies=uses_nitrous_oxide,
        says=_nitrous_oxide,
        because=lambda _answers: told(Phrase(_("nitrous oxide (laughing gas)"))),
        sources=("IATROX", "PN-N2O"),
    ),
)
