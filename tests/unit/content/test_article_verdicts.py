"""Each claim of the seed article that needs nuance (N) or is unsupported (U) is handled.

The numbers are those of the clinical brief, section 7. A row says which words must appear on
which page, or must not appear on any; changing such words is a decision about medicine.
"""

import pytest
from article_text import words_of

from content.library import list_pages

START = "vitamin-b12-injections"
WHAT = "what-b12-injections-are"
WHO = "who-b12-injections-help"
TREATMENT = "b12-treatment-and-recovery"
SAFETY = "b12-injection-side-effects"
TALK = "talk-to-your-clinician"
LIMITS = "what-b12-injections-cannot-do"
PREGNANCY = "pregnancy-and-b12"
NITROUS = "nitrous-oxide-and-b12"
TABLETS = "tablets-sprays-injections"
QUESTIONS = "b12-injection-questions"
NEXT = "your-next-step"
RESULTS = "understanding-your-results"

MUST_SAY = [
    # 6, 9: tablets are an option, also for some absorption problems; the evidence is thin
    (6, WHAT, "guidelines also list high-dose tablets as one choice for some absorption problems"),
    (9, WHAT, "Small trials found similar B12 levels with high-dose tablets and with injections"),
    (9, WHAT, "none reported how people felt"),
    # 8, 15: a medicine is a risk factor and a reason to test, not an indication
    (8, WHO, "no need to treat a low level from a medicine unless there is anemia or a nerve"),
    (15, WHO, "This is a risk factor. It does not by itself mean that you need injections."),
    (15, WHO, "Do not stop a prescribed medicine on your own."),
    # 12: normal counts do not exclude; serious nerve signs do not wait for results
    (12, WHO, "A normal blood count does not rule out low B12."),
    (12, WHO, "“In range” does not always settle it."),
    (12, WHO, "needs help the same day, whatever your test results say"),
    # 17: MMA and homocysteine have limits
    (17, WHO, "MMA and homocysteine also rise with kidney disease"),
    (17, WHO, "and homocysteine with low folate"),
    (17, WHO, "its homocysteine test is not meant for finding B12 deficiency"),
    # 19, 20: the cause matters, but does not delay; some causes stay
    (19, WHO, "It is no reason to wait when nerves are at risk"),
    (20, WHO, "Some causes cannot be undone, and need treatment for life."),
    # 24: cause and symptoms decide, not a level
    (24, TREATMENT, "depends on the cause and on how you are, not only on a B12 level"),
    (24, TREATMENT, "considered for some people, not for all"),
    # 28: blood count, not repeated B12, during injections
    (28, TREATMENT, "Blood counts are the useful early checks."),
    (28, TREATMENT, "The B12 level says little while you have injections."),
    # 31, 32: side effects completed and strengthened
    (31, SAFETY, "nausea, vomiting or diarrhea"),
    (31, SAFETY, "headache or dizziness"),
    (32, SAFETY, "Call your emergency number now"),
    (32, SAFETY, "up to 72 hours later"),
    (32, SAFETY, "Low potassium, which can disturb the heart rhythm"),
    (32, SAFETY, "Leber’s optic neuropathy"),
    # 33: the seed under-triages new nerve signs
    (33, SAFETY, "sudden loss of sight, or legs too weak or numb to walk"),
    (33, SAFETY, "new trouble passing or holding urine or stool"),
    (33, SAFETY, "Get checked the same day new or quickly worsening weakness"),
    (33, SAFETY, "Contact your clinician today or the next working day tingling"),
    # 37: results with their unit, range, date and laboratory
    (37, TALK, "The number, the unit, the range beside it, the date and the laboratory’s name."),
    (37, TALK, "B12 (total or active), the blood count, folate, MMA and homocysteine"),
    # 40: a practical tip, no promise about the outcome
    (40, TALK, "Bring what you know on one page."),
    # 46: no energy boost
    (46, LIMITS, "no good evidence that extra B12 gives energy to people who have enough"),
    # 47: the other causes may be part of B12 deficiency itself
    (47, LIMITS, "Anemia and low mood can also be part of low B12 itself."),
    # 48: diet is often treated with tablets, but severe or nerve problems change that
    (48, LIMITS, "When diet is the cause, tablets are often used."),
    (48, LIMITS, "nerves are badly affected, injections are considered, whatever the cause"),
    # 51: prevention after operations, unclear results
    (51, QUESTIONS, "to prevent low B12 after some stomach operations"),
    (51, QUESTIONS, "when results are unclear but symptoms fit"),
    # 52: test before treatment, two weeks after an injection, never delay an emergency
    (52, QUESTIONS, "blood is best taken before you start"),
    (52, QUESTIONS, "some laboratories ask for a wait of two weeks"),
    (52, QUESTIONS, "treatment need not wait for the cause to be found"),
    # 53: symptoms guide, not levels
    (53, NEXT, "Your symptoms and your blood count guide treatment, not a B12 level alone."),
]

# What the seed leaves out (7.2).
MUST_ALSO_SAY = [
    ("units and own-lab ranges", WHO, "compare your result with the range printed on your own"),
    ("active B12", RESULTS, "Active B12 (holotranscobalamin): the part that cells can take up"),
    ("pregnancy", QUESTIONS, "Total B12 falls naturally in pregnancy"),
    ("nitrous oxide", LIMITS, "After laughing gas (nitrous oxide), total B12 is often normal."),
    ("named medicines", WHO, "Metformin, and acid-lowering medicines"),
    ("B12 before the test", QUESTIONS, "B12 taken before the test can hide a shortage"),
    ("biotin", RESULTS, "Biotin (hair and nail vitamins): can disturb some tests"),
    ("ethnicity caveat", RESULTS, "A Black family background: usual values may be higher"),
    ("folic acid goes on", LIMITS, "Keep taking folic acid that was advised or prescribed"),
    ("folic acid goes on", PREGNANCY, "Keep taking the folic acid that you were advised to take."),
    ("B12 does not protect", NITROUS, "Taking B12 does not protect you."),
    ("tablets are not for all", TABLETS, "the NHS says that injections are for life"),
    ("folic acid", SAFETY, "it can improve the blood count while nerve damage goes on"),
    ("cobalt", SAFETY, "an allergy to B12, cobalt or any medicine"),
    ("lifelong treatment", TREATMENT, "Treatment is for life, and should not be stopped later."),
    ("keep taking medicines", TALK, "keep taking your prescribed medicines"),
    ("emergency routes", START, "Some signs cannot wait"),
    ("under 16", START, "It is written for people of 16 and over"),
    (
        "autoimmune gastritis",
        WHO,
        "Pernicious anemia, which the English guideline now calls autoimmune",
    ),
]

MUST_NOT_SAY = [
    (1, "hands-on"),
    (1, "interpret lab results"),
    (9, "more reliably"),
    (17, "better reflect"),
    (19, "lesson"),
    (19, "rushing"),
    (20, "prevents recurrence"),
    (24, "levels stabilize"),
    (28, "levels are adequate"),
    (31, "acne"),  # with gram doses for cyanide; at these doses only from memory, so not shown
    (40, "quickly and accurately"),
    (46, "instant energy"),
    (46, "disappointed"),
    (51, "usually aren’t necessary"),
    (53, "best outcomes"),
    (53, "levels normalize"),
    (55, "picture of"),
]


@pytest.mark.parametrize(("claim", "slug", "phrase"), [*MUST_SAY, *MUST_ALSO_SAY])
def test_the_correction_is_there(claim, slug, phrase):
    assert phrase in words_of(slug)


@pytest.mark.parametrize(("claim", "phrase"), MUST_NOT_SAY)
def test_the_claim_is_gone(claim, phrase):
    for page in list_pages():
        assert phrase.casefold() not in words_of(page.slug).casefold()


def test_every_claim_with_a_verdict_other_than_ok_has_a_row():
    nuanced = {6, 8, 9, 12, 15, 17, 19, 20, 24, 28, 33, 47, 48, 51, 52, 53}
    unsupported = {1, 40, 46, 53}
    rows = {claim for claim, *_ in (*MUST_SAY, *MUST_NOT_SAY)}

    assert nuanced | unsupported <= rows
