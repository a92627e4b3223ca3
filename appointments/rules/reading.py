"""Where the article says more about what a suggested question asks."""

from __future__ import annotations

from collections.abc import Mapping

READING: Mapping[str, str] = {
    "q_safety": "b12-injection-side-effects#get-checked-the-same-day",
    "q_cause": "medicines-and-conditions#which-conditions-affect-how-b12-is-taken-up",
    "q_neuro": "what-b12-injections-cannot-do#do-nerves-recover-fully",
    "q_recheck": "b12-treatment-and-recovery#what-will-your-clinician-check-and-when",
    "q_longterm": "b12-treatment-and-recovery#how-long-does-it-go-on",
    "q_alternatives": "tablets-sprays-injections#which-forms-of-b12-are-there",
    "q_contact": "talk-to-your-clinician#what-is-worth-asking",
    "q_meds": "medicines-and-conditions#which-medicines-are-linked-with-low-b12",
    "q_pregnancy": "pregnancy-and-b12#which-test-is-used",
    "q_n2o": "nitrous-oxide-and-b12#why-can-a-b12-test-look-fine",
    "q_surgery": "medicines-and-conditions#which-operations-matter",
    "q_crohns": "medicines-and-conditions#which-conditions-affect-how-b12-is-taken-up",
    "q_lifelong": "b12-treatment-and-recovery#how-long-does-it-go-on",
    "q_ifab": "understanding-your-results#which-tests-look-for-the-cause",
    "q_coeliac": "medicines-and-conditions#which-conditions-affect-how-b12-is-taken-up",
    "q_stomach": "b12-injection-questions#do-you-need-a-stomach-check",
    "q_family": "medicines-and-conditions#which-conditions-often-go-together-with-it",
    "q_vegan": "medicines-and-conditions#what-about-food-and-age",
    "q_metformin": "b12-injection-questions#what-if-you-take-metformin",
    "q_acid": "medicines-and-conditions#which-medicines-are-linked-with-low-b12",
    "q_epilepsy": "medicines-and-conditions#which-medicines-are-linked-with-low-b12",
    "q_colchicine": "medicines-and-conditions#which-medicines-are-linked-with-low-b12",
    "q_kidney": "understanding-your-results#what-can-change-a-result",
    "q_total_b12": "understanding-your-results#what-can-change-a-result",
    "q_gastrin": "understanding-your-results#which-tests-look-for-the-cause",
    "q_folate": "what-b12-injections-cannot-do#can-folic-acid-replace-b12",
    "q_ethnicity": "understanding-your-results#what-can-change-a-result",
    "q_own_range": "understanding-your-results#why-is-one-number-read-differently",
    "q_indeterminate": "understanding-your-results#which-tests-look-at-b12",
    "q_normal_but_symptoms": "what-b12-injections-cannot-do#does-a-normal-test-rule-out-low-b12",
    "q_high": "what-b12-injections-cannot-do#is-a-high-b12-level-the-goal",
    "q_iron": "what-b12-injections-cannot-do#does-it-help-every-kind-of-tiredness",
    "q_supp_test": "b12-injection-questions#should-you-take-b12-before-a-blood-test",
    "q_biotin": "understanding-your-results#what-can-change-a-result",
    "q_allergy": "b12-injection-side-effects#what-should-you-say-before-the-first-injection",
    "q_potassium": "b12-injection-side-effects#what-is-rare-but-serious",
    "q_leber": "b12-injection-side-effects#what-should-you-say-before-the-first-injection",
    "q_return": "b12-treatment-and-recovery#what-if-symptoms-come-back-before-the-next-injection",
    "q_oral_fail": "b12-injection-questions#can-you-change-from-injections-to-tablets",
    "q_noimprove": "what-to-expect-and-when#what-if-it-does-not-help-enough",
    "q_form": "tablets-sprays-injections#which-forms-of-b12-are-there",
    "q_expect": "what-to-expect-and-when#what-is-often-seen-and-when",
    "q_self": "b12-injection-questions#can-you-inject-yourself",
}
"""By the question's id: the page of the article, and the heading on it."""


# Pages that introduce several questions without being the place that says most about one.
ALSO_ON: Mapping[str, tuple[str, ...]] = {
    "vitamin-b12-injections": ("q_cause", "q_longterm", "q_safety"),
    "what-b12-injections-are": ("q_form", "q_self"),
    "who-b12-injections-help": ("q_cause", "q_ifab", "q_alternatives"),
    "what-b12-injections-cannot-do": ("q_expect",),
    "b12-treatment-and-recovery": ("q_expect", "q_noimprove"),
    "medicines-and-conditions": ("q_metformin", "q_folate"),
    "tablets-sprays-injections": ("q_oral_fail",),
    "talk-to-your-clinician": ("q_safety", "q_cause", "q_recheck"),
    "your-next-step": ("q_safety", "q_cause", "q_recheck"),
    "for-caregivers": ("q_safety", "q_recheck", "q_contact"),
}


def questions_about(page: str) -> tuple[str, ...]:
    """Return the ids of the questions that somebody may have who reads a page of the article."""
    own = (question for question, place in READING.items() if place.split("#")[0] == page)
    return (*own, *ALSO_ON.get(page, ()))
