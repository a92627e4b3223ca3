"""Each question rule fires and stays quiet where it should; its words fit, and never advise."""

from __future__ import annotations

import re
import tomllib
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from question_cases import (
    AWAITED_ANTIBODY,
    CASES,
    FORTIFIED,
    INSIDE,
    LOW,
    NO_B12,
    RELATIVE,
    Parts,
    attempt,
    cautions,
    conditions,
    lab,
    labs,
    medicine,
    operation,
    symptoms,
)

from appointments.answers import Answers
from appointments.rules.question_rule import Priority
from appointments.rules.questions import QUESTION_RULES, Suggestion, question_text, suggest

ALWAYS = {
    "q_safety",
    "q_cause",
    "q_neuro",
    "q_longterm",
    "q_recheck",
    "q_alternatives",
    "q_contact",
}
REGISTER = Path(__file__).parents[4] / "content" / "sources.toml"

SAMPLES: list[Parts] = [{}, *chain.from_iterable(chain(*case) for case in CASES.values())]


def offered(parts: Parts, *, by: str = "self") -> dict[str, Suggestion]:
    answers = Answers.model_validate({"preparing_for": by, **parts})
    return {row.id: row for row in suggest(answers)}


def cases(which: int) -> list:
    return [
        pytest.param(question, parts, id=f"{question}-{number}")
        for question, case in CASES.items()
        for number, parts in enumerate(case[which])
    ]


@pytest.mark.parametrize(("question", "parts"), cases(0))
def test_offered(question: str, parts: Parts) -> None:
    assert question in offered(parts)


@pytest.mark.parametrize(("question", "parts"), cases(1))
def test_not_offered(question: str, parts: Parts) -> None:
    assert question not in offered(parts)


def test_every_rule_has_cases_or_is_for_everybody() -> None:
    ids = [rule.id for rule in QUESTION_RULES]
    assert len(ids) == len(set(ids))
    assert set(ids) == ALWAYS | set(CASES)
    assert not ALWAYS & set(CASES)


@pytest.mark.parametrize("parts", SAMPLES)
def test_some_questions_are_for_everybody(parts: Parts) -> None:
    assert set(offered(parts)) >= ALWAYS


def test_sources_are_in_the_register() -> None:
    known = set(tomllib.loads(REGISTER.read_text(encoding="utf-8")))
    for rule in QUESTION_RULES:
        assert rule.sources, rule.id
        assert set(rule.sources) <= known, rule.id


@pytest.mark.parametrize(
    ("parts", "mine"),
    [
        ({}, False),
        (symptoms("fatigue"), False),
        (INSIDE, False),
        (lab("b12_total", "150", unit="pg_per_ml"), False),
        (lab("b12_total", "1,250", "1300-2000", "pg_per_ml"), True),
        (lab("b12_total", "1,250", "180-914", "pg_per_ml"), False),
        (lab("b12_total", "150", "180-914 ng/L", "pmol_per_l"), False),
        (lab("b12_total", "150", "180-914", "pg_per_ml", flag="borderline"), True),
        (lab("hb", "9", "12-16", "g_per_dl"), False),
        ({"lab_results": {"entries": [{"item": 1, "test": "b12_total", "waiting": True}]}}, False),
        (attempt("tablet", source="bought"), False),
        (RELATIVE, False),
        (LOW, True),
        (lab("b12_active", "20", flag="low"), True),
        (attempt("injection"), False),
        (attempt("tablet", source="prescribed"), False),
    ],
)
@pytest.mark.parametrize("by", ["self", "other"])
def test_low_b12_is_said_only_where_it_is_the_persons_own_fact(
    parts: Parts,
    mine: bool,  # noqa: FBT001 - a table column
    by: str,
) -> None:
    text = str(offered(parts, by=by)["q_cause"].text)
    assert ("cause of my low B12" in text or "cause of low B12" in text) is mine


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({}, "Which nerve symptoms should I look out for"),
        (symptoms("fatigue", "low_mood"), "Which nerve symptoms should I look out for"),
        (symptoms("numbness"), "Do my symptoms suggest that nerves are involved"),
        (symptoms("blind_spot"), "Do my symptoms suggest that nerves are involved"),
    ],
)
def test_nobody_is_told_of_nerve_symptoms_they_lack(parts: Parts, words: str) -> None:
    assert str(offered(parts)["q_neuro"].text).startswith(words)


@pytest.mark.parametrize(
    ("question", "parts", "words"),
    [
        (
            "q_cause",
            conditions("pa_aig"),
            "Does pernicious anemia or autoimmune gastritis explain everything",
        ),
        ("q_cause", symptoms("fatigue"), "most likely cause of my symptoms"),
        ("q_cause", attempt("injection"), "What was the reason for my B12 treatment"),
        ("q_cause", {}, "Is there a reason why my B12 could be low"),
        ("q_recheck", attempt("injection"), "whether treatment works"),
        ("q_recheck", LOW, "Which tests will be done or repeated"),
        ("q_longterm", attempt("injection"), "Are injections the best long-term choice"),
        ("q_longterm", attempt("tablet"), "Is B12 by mouth enough"),
        ("q_longterm", attempt("patch"), "Is the B12 I use now right"),
        ("q_longterm", attempt("tablet", still_taking="no"), "If I need B12 treatment"),
        ("q_pregnancy", {"pregnancy": {"status": "breastfeeding"}}, "I am breastfeeding."),
        ("q_pregnancy", {"pregnancy": {"status": "planning"}}, "I hope to get pregnant."),
        ("q_n2o", {"nitrous_oxide": {"use": "past"}}, "in the past"),
        (
            "q_n2o",
            {"nitrous_oxide": {"use": "recent"}},
            (
                "I used nitrous oxide (laughing gas) in the last 12 months. Which test should be "
                "done? If I still use it, how can I stop safely?"
            ),
        ),
        (
            "q_n2o",
            {"nitrous_oxide": {"use": "past"}} | INSIDE,
            "in the past. Is a B12 test enough, or is MMA needed too?",
        ),
        (
            "q_n2o",
            {"nitrous_oxide": {"use": "past"}} | labs(INSIDE, lab("homocysteine", "60")),
            "in the past. What do the test results say together?",
        ),
        (
            "q_pregnancy",
            {"pregnancy": {"status": "pregnant"}} | LOW,
            "how my total B12 is read, is active B12 the better test",
        ),
        (
            "q_pregnancy",
            {"pregnancy": {"status": "pregnant"}} | labs(LOW, lab("b12_active", "30")),
            "Which B12 test is right now",
        ),
        ("q_pregnancy", {"pregnancy": {"status": "breastfeeding"}} | LOW, "I am breastfeeding."),
        (
            "q_supp_test",
            lab("b12_total", ">2000", b12_before="injection", b12_how_long="5 days"),
            (
                "The sample was taken 5 days after a B12 injection. Does that change how the "
                "result is read?"
            ),
        ),
        (
            "q_supp_test",
            lab("b12_total", "400", b12_before="oral", b12_how_long="about 2 weeks"),
            "The sample was taken about 2 weeks after B12 tablets, drops or spray.",
        ),
        (
            "q_supp_test",
            lab("b12_total", "400", b12_before="injection", b12_how_long="same day"),
            "I took B12 before the blood test. Does",
        ),
        (
            "q_supp_test",
            labs(
                lab("b12_total", "400", b12_before="injection", b12_how_long="5 days"),
                lab("b12_total", "300", b12_before="injection", b12_how_long="7 weeks"),
            ),
            "I took B12 before the blood test. Does",
        ),
        (
            "q_supp_test",
            lab("ifab", "", qualitative="negative", b12_before="injection", b12_how_long="5 days"),
            "5 days after a B12 injection. Does that change how the results are read, also of",
        ),
        ("q_supp_test", lab("b12_total", "400", b12_before="unknown"), "It is not certain if"),
        ("q_supp_test", INSIDE | FORTIFIED, "I have food with added B12, or B12 itself"),
        ("q_biotin", lab("tsh", "2", biotin="yes"), "I took biotin in the 3 days before"),
        ("q_ifab", LOW, "Is a test for autoimmune gastritis"),
        (
            "q_ifab",
            RELATIVE | lab("ifab", "", qualitative="negative"),
            "The intrinsic factor antibody result is “Negative”. Could it still be",
        ),
        (
            "q_ifab",
            RELATIVE | lab("ifab", "", qualitative="not_detected"),
            "The intrinsic factor antibody result is “Not detected”. Could it still be",
        ),
        ("q_ifab", RELATIVE | lab("ifab", "NEG (<1.5)"), "antibody result is “NEG (<1.5)”. Could"),
        ("q_ifab", RELATIVE | lab("ifab", "", qualitative="weak_positive"), "is “Weak positive”."),
        (
            "q_ifab",
            RELATIVE | lab("ifab", "0.9", "<1.5"),
            "What does the intrinsic factor antibody result say? Could it still be",
        ),
        ("q_ifab", RELATIVE | AWAITED_ANTIBODY, "If the intrinsic factor antibody test is neg"),
        (
            "q_kidney",
            lab("homocysteine", "60", flag="high"),
            (
                "Could any of these explain the homocysteine result: kidney function, how the "
                "blood sample was handled?"
            ),
        ),
        (
            "q_kidney",
            lab("mma_serum", "280", "<400", "nmol_per_l") | conditions("sibo"),
            "Could too many bacteria in the small bowel change how MMA is read?",
        ),
        (
            "q_kidney",
            lab("mma_serum", "700", "<400", "nmol_per_l") | conditions("sibo"),
            "explain the MMA result: kidney function, too many bacteria in the small bowel?",
        ),
        (
            # Bacteria make MMA, not homocysteine.
            "q_kidney",
            labs(
                lab("homocysteine", "60", flag="high"),
                lab("mma_serum", "280", "<400", "nmol_per_l"),
            )
            | conditions("sibo"),
            "homocysteine result: kidney function, how the blood sample was handled?",
        ),
        (
            "q_kidney",
            labs(lab("mma_serum", "9", flag="high"), lab("homocysteine", "60", flag="high")),
            "explain the MMA or homocysteine result",
        ),
        (
            "q_kidney",
            lab("homocysteine", "9", "<14", "umol_per_l") | conditions("ckd"),
            "Could kidney function change how homocysteine is read?",
        ),
        (
            "q_total_b12",
            LOW | medicine("cocp_hrt"),
            "Could the combined pill or hormone therapy change how the B12 result is read?",
        ),
        (
            "q_total_b12",
            INSIDE | conditions("ckd", "myeloma", "hiv"),
            (
                "Could any of these change how the B12 result is read: kidney disease, myeloma "
                "or a paraprotein, HIV?"
            ),
        ),
        ("q_total_b12", labs(INSIDE, lab("ifab", "Positive")), "Could intrinsic factor antib"),
        (
            "q_total_b12",
            labs(LOW, lab("folate_serum", "2", ">3.0", "ng_per_ml")),
            "Could the folate result change how the B12 result is read?",
        ),
        (
            "q_folate",
            medicine("folic_acid", still_taking="yes") | lab("folate_serum", "9"),
            "before B12 is sorted out? Does it change how the folate result is read?",
        ),
        (
            "q_gastrin",
            lab("gastrin", "300") | medicine("omeprazole", still_taking="yes"),
            "I take an acid-lowering medicine (PPI). Could it change the gastrin result?",
        ),
        ("q_gastrin", lab("gastrin", "300") | medicine("omeprazole"), "I take or took an"),
        ("q_indeterminate", lab("b12_total", "190", unit="ng_per_l"), "clear enough by itself"),
        ("q_indeterminate", lab("b12_total", "9", flag="borderline"), "marks my B12 as borderline"),
        (
            "q_indeterminate",
            labs(lab("b12_total", "205", unit="pg_per_ml"), lab("mma_serum", "3600")),
            "How does the B12 result fit with MMA or homocysteine",
        ),
        ("q_kidney", conditions("ckd"), "change how MMA or homocysteine is read"),
        ("q_kidney", lab("mma_serum", "9", flag="high"), "explain the MMA result?"),
        ("q_folate", medicine("folic_acid", still_taking="yes"), "I take folic acid."),
        ("q_folate", medicine("folic_acid"), "I take or took folic acid."),
        ("q_biotin", medicine("biotin", still_taking="yes"), "I take biotin."),
        ("q_biotin", medicine("biotin", still_taking="unknown"), "I take or took biotin."),
        ("q_metformin", medicine("metformin", still_taking="yes"), "I take metformin."),
        ("q_metformin", medicine("metformin"), "I take or took metformin."),
        ("q_metformin", LOW | medicine("metformin"), "Could metformin be one reason"),
        ("q_epilepsy", medicine("phenytoin", still_taking="yes"), "Could my medicine for epilepsy"),
        ("q_epilepsy", medicine("phenytoin"), "I take or took a medicine for epilepsy"),
        (
            "q_acid",
            medicine("omeprazole", a_year_or_more="yes", still_taking="yes"),
            "Is it still right for me",
        ),
        (
            "q_acid",
            medicine("omeprazole", a_year_or_more="yes", still_taking="unknown"),
            "I take or took an acid-lowering medicine for a year or more.",
        ),
        ("q_folate", LOW, "Was folate checked"),
        ("q_allergy", cautions("allergy_cobalt"), "I have an allergy"),
        ("q_allergy", attempt("injection", had_reaction="yes"), "I had a reaction"),
        ("q_leber", cautions("leber_family"), "known in me or my family"),
        (
            "q_high",
            lab("b12_total", "1500", "180-914", "pg_per_ml") | NO_B12,
            "is above the lab’s range",
        ),
        ("q_high", lab("b12_total", "1500", flag="high") | NO_B12, "marks my B12 as high"),
        ("q_crohns", conditions("crohns"), "Is the end of the small bowel affected"),
        ("q_crohns", operation("ileal_resection"), "The end of the small bowel was removed"),
        ("q_leber", symptoms("blurred"), "My sight has changed"),
        (
            "q_normal_but_symptoms",
            lab("hb", "14", "12-16", "g_per_dl") | symptoms("fatigue"),
            "My hemoglobin is inside",
        ),
        (
            "q_oral_fail",
            attempt("tablet", effect="no_change", missed="never"),
            "without missing doses",
        ),
        ("q_oral_fail", attempt("tablet", effect="no_change"), "B12 by mouth did not help"),
    ],
)
def test_words_fit_the_answers(question: str, parts: Parts, words: str) -> None:
    assert words in str(offered(parts)[question].text)


@pytest.mark.parametrize(
    ("question", "parts", "words"),
    [
        ("q_metformin", medicine("metformin"), "Because you told us: Metformin."),
        ("q_n2o", {"nitrous_oxide": {"use": "past"}}, "nitrous oxide"),
        ("q_neuro", symptoms("numbness", "memory"), "Numbness; Memory"),
        ("q_cause", LOW, "Vitamin B12 (total)"),
        ("q_cause", conditions("inherited"), "Rare inherited"),
        ("q_cause", {}, "Worth asking at any appointment."),
        ("q_ifab", LOW, "No reason for low B12 is clear"),
        ("q_ifab", RELATIVE, "a relative"),
        ("q_ifab", conditions("thyroid"), "thyroid"),
        ("q_crohns", operation("ileal_resection"), "End of the small bowel removed"),
        ("q_lifelong", operation("total_gastrectomy"), "Whole stomach removed"),
        ("q_lifelong", attempt("injection"), "Injection"),
        (
            "q_allergy",
            attempt("injection", had_reaction="yes", reaction="hives at 100%"),
            "hives at 100%",
        ),
        ("q_allergy", attempt("injection", had_reaction="yes"), "a reaction to B12"),
        ("q_return", attempt("injection", wears_off_early="yes"), "symptoms that come back"),
        ("q_meds", medicine("other", own_words="warfarin"), "warfarin"),
        ("q_folate", LOW, "no folate result"),
        ("q_expect", LOW, "Worth asking"),
        (
            "q_supp_test",
            lab("b12_total", "400", b12_before="injection", b12_how_long="5 days"),
            "Vitamin B12 (total); taken 5 days after an injection.",
        ),
        (
            "q_supp_test",
            lab("b12_total", "400", b12_before="oral", b12_how_long="same day"),
            "taken after tablets, drops or spray: same day.",
        ),
        ("q_supp_test", INSIDE | FORTIFIED, "Foods fortified with B12"),
        (
            "q_biotin",
            lab("tsh", "2", biotin="yes"),
            "biotin in the 3 days before; Thyroid test (TSH).",
        ),
        ("q_kidney", conditions("ckd"), "Because you told us: Chronic kidney disease."),
        (
            "q_total_b12",
            LOW | medicine("cocp_hrt"),
            "Combined birth control pill or hormone therapy (HRT).",
        ),
        ("q_gastrin", lab("gastrin", "300") | medicine("omeprazole"), "Omeprazole."),
    ],
)
def test_the_reason_names_the_answer(question: str, parts: Parts, words: str) -> None:
    assert words in str(offered(parts)[question].because)


@pytest.mark.parametrize("by", ["self", "other"])
@pytest.mark.parametrize("parts", SAMPLES)
def test_a_medicine_is_said_to_be_taken_only_by_those_who_said_so(parts: Parts, by: str) -> None:
    entries = parts.get("medicines", {}).get("entries", [])
    if not any(entry.get("still_taking") == "yes" for entry in entries):
        for row in offered(parts, by=by).values():
            assert not re.search(r"I take [a-z]+\.|care for takes [a-z]+\.", str(row.text))


@pytest.mark.parametrize("parts", SAMPLES)
def test_a_caregiver_does_not_speak_as_the_patient(parts: Parts) -> None:
    for row in offered(parts, by="other").values():
        assert not re.search(r"\b(I|my|me|am)\b", str(row.text).replace("person I care for", ""))


@pytest.mark.parametrize("by", ["self", "other"])
@pytest.mark.parametrize("parts", SAMPLES)
def test_questions_ask_and_neither_judge_nor_advise(parts: Parts, by: str) -> None:
    for row in offered(parts, by=by).values():
        text = str(row.text)
        assert text.endswith("?")
        assert "%(" not in text
        assert not re.search(
            r"deficien|\bnormal|\braised|you should|\bplease\b|180|350|133|258", text
        )
        assert len(text) <= 170
        assert str(row.because).endswith(".")


@pytest.mark.parametrize("parts", SAMPLES)
def test_safety_and_cause_are_chosen_at_first(parts: Parts) -> None:
    rows = list(offered(parts).values())
    chosen = [row.id for row in rows if row.preselected]
    assert chosen[:2] == ["q_safety", "q_cause"]
    assert [row.id for row in rows][:2] == ["q_safety", "q_cause"]


def test_the_strongest_reasons_come_first() -> None:
    parts = (
        symptoms("numbness", "fatigue")
        | {"pregnancy": {"status": "pregnant"}, "nitrous_oxide": {"use": "recent"}}
        | operation("rygb")
        | medicine("metformin")
        | LOW
    )
    rows = offered(parts)
    assert list(rows)[:7] == [
        "q_safety",
        "q_cause",
        "q_neuro",
        "q_pregnancy",
        "q_n2o",
        "q_surgery",
        "q_metformin",
    ]
    assert [row.id for row in rows.values() if row.preselected] == list(rows)[:6]


def test_a_question_without_a_reason_of_its_own_stands_among_the_general_ones() -> None:
    order = list(offered(LOW))
    assert order.index("q_neuro") > order.index("q_own_range")


def test_general_questions_fill_up_to_five() -> None:
    rows = offered({})
    assert [row.id for row in rows.values() if row.preselected] == [
        "q_safety",
        "q_cause",
        "q_neuro",
        "q_longterm",
        "q_recheck",
    ]


def test_words_of_a_question_that_is_no_longer_called_for() -> None:
    answers = Answers()
    for rule in QUESTION_RULES:
        assert str(question_text(rule.id, answers)).endswith("?")
    assert question_text("q_unheard_of", answers) == ""


def test_priorities_follow_the_brief() -> None:
    assert (
        Priority.SAFETY_AND_CAUSE
        < Priority.NERVES
        < Priority.PREGNANCY
        < Priority.NITROUS_OXIDE
        < Priority.SURGERY
        < Priority.MEDICINE
        < Priority.LABS
        < Priority.GENERIC
    )


@given(st.lists(st.sampled_from(SAMPLES), max_size=8))
@example(SAMPLES)
def test_any_mixture_of_answers_has_five_or_six_chosen_at_first(samples: list[Parts]) -> None:
    parts: Parts = {}
    for sample in samples:
        parts |= sample
    rows = offered(parts)
    assert set(rows) >= ALWAYS
    assert sum(row.preselected for row in rows.values()) in {5, 6}
