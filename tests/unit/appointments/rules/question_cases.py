"""For each question rule: answers that call for it, and answers close by that do not."""

from __future__ import annotations

from typing import Any

Parts = dict[str, Any]


def symptoms(*ids: str) -> Parts:
    entries = [{"item": 10 + number, "symptom": row} for number, row in enumerate(ids)]
    return {"symptoms": {"has": "some", "entries": entries}}


def lab(test: str, value: str, lab_range: str = "", unit: str = "", **more: str) -> Parts:
    entry = {
        "item": 30,
        "test": test,
        "value": value,
        "lab_range": lab_range,
        "unit": unit,
        **more,
    }
    return {"lab_results": {"has": "some", "entries": [entry]}}


def labs(*results: Parts) -> Parts:
    """Return several results together, each made with `lab`."""
    entries = [row for result in results for row in result["lab_results"]["entries"]]
    numbered = [{**row, "item": 30 + number} for number, row in enumerate(entries)]
    return {"lab_results": {"has": "some", "entries": numbered}}


def medicine(medicine: str, **more: str) -> Parts:
    entry = {"item": 50, "medicine": medicine, **more}
    return {"medicines": {"has": "some", "entries": [entry]}}


def conditions(*ids: str) -> Parts:
    return {"conditions": {"has": "some", "chosen": list(ids)}}


def operation(surgery: str, **more: str) -> Parts:
    entry = {"item": 70, "surgery": surgery, **more}
    return {"operations": {"has": "some", "entries": [entry]}}


def cautions(*ids: str) -> Parts:
    return {"cautions": {"has": "some", "chosen": list(ids)}}


def attempt(route: str, **more: str) -> Parts:
    return {"attempts": {"has": "some", "entries": [{"item": 90, "route": route, **more}]}}


NO_B12: Parts = {"attempts": {"has": "none"}}
LOW = lab("b12_total", "150", "180-914", "pg_per_ml")
INSIDE = lab("b12_total", "400", "180-914", "pg_per_ml")
RELATIVE: Parts = {"family": {"has": "yes"}}
AWAITED_ANTIBODY: Parts = {
    "lab_results": {"has": "some", "entries": [{"item": 30, "test": "ifab", "waiting": True}]}
}
FORTIFIED: Parts = {"diet": {"has": "some", "chosen": ["fortified"]}}
ABOVE = lab("b12_total", "1500", "180-914", "pg_per_ml")

CASES: dict[str, tuple[list[Parts], list[Parts]]] = {
    "q_pregnancy": (
        [
            {"pregnancy": {"status": "pregnant"}},
            {"pregnancy": {"status": "breastfeeding"}},
            {"pregnancy": {"status": "planning"}},
            {"pregnancy": {"status": "pregnant"}} | LOW,
        ],
        [{"pregnancy": {"status": "no"}}, {"pregnancy": {"status": "private"}}],
    ),
    "q_n2o": (
        [
            {"nitrous_oxide": {"use": "recent"}},
            {"nitrous_oxide": {"use": "past"}},
            {"nitrous_oxide": {"use": "recent"}} | INSIDE,
            {"nitrous_oxide": {"use": "recent"}}
            | labs(INSIDE, lab("homocysteine", "60", "5-15", "umol_per_l")),
        ],
        [{"nitrous_oxide": {"use": "never"}}, {"nitrous_oxide": {"use": "private"}}],
    ),
    "q_surgery": (
        [operation("sleeve"), operation("bowel_other")],
        [operation("radio_abdo"), operation("other", own_words="gallbladder")],
    ),
    "q_crohns": ([conditions("crohns"), operation("ileal_resection")], [conditions("uc")]),
    "q_lifelong": (
        [conditions("pa_aig"), operation("total_gastrectomy"), attempt("injection")],
        [operation("sleeve"), attempt("injection", still_taking="no"), attempt("tablet")],
    ),
    "q_ifab": (
        [
            LOW,
            conditions("thyroid"),
            RELATIVE,
            RELATIVE | lab("ifab", "Negative"),
            RELATIVE | lab("ifab", "", qualitative="negative"),
            RELATIVE | lab("ifab", "", qualitative="not_detected"),
            RELATIVE | lab("ifab", "Not detected"),
            RELATIVE | lab("ifab", "NEG"),
            RELATIVE | lab("ifab", "Negative (<1.5)"),
            RELATIVE | lab("ifab", "0.9 U/mL Negative."),
            # Neither of these settles it.
            RELATIVE | lab("ifab", "", qualitative="equivocal"),
            RELATIVE | lab("ifab", "", qualitative="borderline"),
            RELATIVE | lab("ifab", "", qualitative="weak_positive", flag="high"),
            RELATIVE | lab("ifab", "12", "<1.5", qualitative="weak_positive"),
            RELATIVE | lab("ifab", "Weak positive", flag="high"),
            RELATIVE | lab("ifab", "not positive"),
            RELATIVE | lab("ifab", "0.9", "<1.5"),
            RELATIVE | lab("ifab", "see comment"),
            RELATIVE | AWAITED_ANTIBODY,
        ],
        [
            INSIDE,
            conditions("pa_aig"),
            LOW | medicine("metformin"),
            lab("ifab", "", qualitative="negative"),
            RELATIVE | lab("ifab", "", qualitative="positive"),
            RELATIVE | lab("ifab", "", qualitative="detected"),
            RELATIVE | lab("ifab", "POS"),
            RELATIVE | lab("ifab", "Positive (12.3 U/mL)"),
            RELATIVE | lab("ifab", "Positive Negative"),  # the second word is what the lab expects
            RELATIVE | lab("ifab", "12.3", "<1.5"),
            RELATIVE | labs(lab("ifab", "Negative"), lab("ifab", "Positive")),
        ],
    ),
    "q_coeliac": (
        [LOW, symptoms("diarrhoea")],
        [symptoms("fatigue"), symptoms("diarrhoea") | conditions("coeliac")],
    ),
    "q_stomach": ([conditions("atrophic_gastritis")], [conditions("hpylori")]),
    "q_family": ([conditions("pa_aig")], [conditions("thyroid")]),
    "q_vegan": (
        [
            {"diet": {"has": "some", "chosen": ["vegan"]}},
            {"diet": {"has": "some", "chosen": ["veg_low"]}},
        ],
        [{"diet": {"has": "some", "chosen": ["fortified"]}}],
    ),
    "q_metformin": (
        [medicine("metformin"), medicine("metformin_combo", still_taking="yes")],
        [medicine("metformin", still_taking="no"), medicine("omeprazole")],
    ),
    "q_acid": (
        [
            medicine("omeprazole", a_year_or_more="yes"),
            medicine("famotidine", a_year_or_more="yes"),
        ],
        [
            medicine("omeprazole"),
            medicine("omeprazole", a_year_or_more="unknown"),
            medicine("omeprazole", a_year_or_more="yes", still_taking="no"),
            medicine("vonoprazan", a_year_or_more="yes"),
        ],
    ),
    "q_epilepsy": ([medicine("topiramate")], [medicine("valproate")]),
    "q_colchicine": ([medicine("colchicine")], [medicine("metformin")]),
    "q_indeterminate": (
        [
            lab("b12_total", "190", unit="ng_per_l"),
            lab("b12_total", "180", unit="pg_per_ml"),
            lab("b12_total", "133", unit="pmol_per_l"),
            lab("b12_active", "40", unit="pmol_per_l"),
            lab("b12_active", "80", unit="pmol_per_l", flag="borderline"),
        ],
        [
            lab("b12_total", "179.9", unit="ng_per_l"),
            lab("b12_total", "132.9", unit="pmol_per_l"),
            lab("b12_total", "351", unit="ng_per_l"),
            lab("b12_total", "<200", unit="ng_per_l"),
            lab("b12_total", "190"),
            lab("b12_total", "190 pmol/L", unit="ng_per_l"),
            lab("ferritin", "190", unit="ug_per_l"),
        ],
    ),
    "q_normal_but_symptoms": (
        [
            INSIDE | symptoms("fatigue"),
            lab("hb", "14", "12-16", "g_per_dl") | symptoms("fatigue"),
        ],
        [
            INSIDE,
            LOW | symptoms("fatigue"),
            lab("b12_total", "400", "", "pg_per_ml") | symptoms("fatigue"),
            lab("b12_total", "1,250", "180-914", "pg_per_ml") | symptoms("fatigue"),
        ],
    ),
    "q_supp_test": (
        [
            lab("b12_total", "400", b12_before="injection"),
            lab("b12_total", "400", b12_before="injection", b12_how_long="5 days"),
            lab("hb", "12", b12_before="oral"),
            lab("b12_total", "400", b12_before="unknown"),
            lab("homocysteine", "12", b12_before="unknown"),
            # Somebody typed how long ago the last B12 was, and passed over which it was.
            lab("b12_active", "40", b12_how_long="5 days"),
            lab("ifab", "", qualitative="negative", b12_before="injection"),
            INSIDE | FORTIFIED,
            lab("b12_total", "400", b12_before="none") | FORTIFIED,
        ],
        [
            lab("b12_total", "400", b12_before="none"),
            lab("b12_total", "400"),
            lab("b12_total", "400", b12_before="unknown") | NO_B12,
            lab("hb", "12", b12_before="unknown"),
            LOW | FORTIFIED,
            lab("hb", "12") | FORTIFIED,
            INSIDE | {"diet": {"has": "some", "chosen": ["vegan"]}},
        ],
    ),
    "q_biotin": (
        [medicine("biotin"), INSIDE | medicine("biotin"), lab("tsh", "2", biotin="yes")],
        [
            medicine("folic_acid"),
            medicine("biotin", still_taking="no"),
            lab("tsh", "2", biotin="no"),
            lab("tsh", "2", biotin="unknown"),
        ],
    ),
    "q_kidney": (
        [
            conditions("ckd"),
            lab("egfr", "28", "≥60", "ml_per_min_173"),
            lab("mma_serum", "700", "<400", "nmol_per_l"),
            lab("homocysteine", "60", flag="high"),
            lab("mma_serum", "280", "<400", "nmol_per_l") | conditions("sibo"),
        ],
        [
            conditions("sibo"),
            lab("homocysteine", "9", "<14", "umol_per_l") | conditions("sibo"),
            labs(lab("homocysteine", "9", "<14"), lab("mma_serum", "280", "<400")),
            lab("egfr", ">60", "≥60", "ml_per_min_173"),
            lab("mma_serum", "280", "<400", "nmol_per_l"),
            lab("mma_serum", "700", "<0.4 umol/L", "nmol_per_l"),
        ],
    ),
    "q_total_b12": (
        [
            INSIDE | conditions("ckd"),
            ABOVE | conditions("ckd"),
            INSIDE | conditions("pa_aig"),
            LOW | conditions("myeloma"),
            LOW | conditions("hiv"),
            INSIDE | conditions("hiv"),
            LOW | medicine("cocp_hrt"),
            labs(LOW, lab("folate_serum", "2", ">3.0", "ng_per_ml")),
            labs(INSIDE, lab("ifab", "", qualitative="positive")),
            labs(INSIDE, lab("ifab", "Positive")),
        ],
        [
            conditions("ckd", "myeloma", "hiv") | medicine("cocp_hrt"),
            lab("b12_active", "40", unit="pmol_per_l") | conditions("ckd", "myeloma"),
            # What raises B12 does not explain a low one, nor what lowers it a high one.
            LOW | conditions("ckd", "pa_aig"),
            ABOVE | conditions("hiv") | medicine("cocp_hrt"),
            lab("b12_total", "1500", "180-914", b12_before="injection") | conditions("ckd"),
            LOW | medicine("cocp_hrt", still_taking="no"),
            labs(LOW, lab("ifab", "", qualitative="positive")),
            labs(INSIDE, lab("ifab", "", qualitative="negative")),
            labs(INSIDE, lab("folate_serum", "9", ">3.0", "ng_per_ml")),
        ],
    ),
    "q_gastrin": (
        [
            lab("gastrin", "300", "<100", "pg_per_ml") | medicine("omeprazole"),
            {"lab_results": {"entries": [{"item": 1, "test": "gastrin", "waiting": True}]}}
            | medicine("lansoprazole", still_taking="yes"),
        ],
        [
            medicine("omeprazole"),
            lab("gastrin", "300", "<100", "pg_per_ml"),
            lab("gastrin", "300") | medicine("omeprazole", still_taking="no"),
            lab("gastrin", "300") | medicine("famotidine"),
        ],
    ),
    "q_folate": (
        [
            medicine("folic_acid"),
            medicine("folic_acid") | lab("folate_serum", "9", ">3.0", "ng_per_ml"),
            lab("folate_serum", "2", ">3.0", "ng_per_ml"),
            LOW,
        ],
        [
            lab("folate_serum", "9", ">3.0", "ng_per_ml"),
            INSIDE,
            lab("folate_serum", "9", "3-20", "ng_per_ml") | conditions("pa_aig"),
        ],
    ),
    "q_high": (
        [
            lab("b12_total", "1500", "180-914", "pg_per_ml") | NO_B12,
            lab("b12_total", "1500", flag="high") | NO_B12,
        ],
        [
            lab("b12_total", "1500", "180-914", "pg_per_ml") | attempt("tablet"),
            lab("b12_total", "1500", "180-914", "pg_per_ml", b12_before="injection") | NO_B12,
            lab("b12_total", "1500", "180-914", "pg_per_ml", b12_how_long="5 days") | NO_B12,
            lab("b12_total", "1500", unit="pg_per_ml") | NO_B12,
            # Whoever passed over the page, or does not know, has not said "I take no B12".
            lab("b12_total", "1500", "180-914", "pg_per_ml"),
            lab("b12_total", "1500", flag="high") | {"attempts": {"has": "unknown"}},
        ],
    ),
    "q_ethnicity": (
        [{"family": {"black_background": "yes"}}],
        [{"family": {"black_background": "private"}}],
    ),
    "q_own_range": (
        [lab("mcv", "96"), lab("ifab", "", qualitative="negative")],
        [lab("mcv", "")],
    ),
    "q_iron": ([symptoms("fatigue"), symptoms("low_energy")], [symptoms("numbness")]),
    "q_allergy": (
        [
            cautions("allergy_cobalt"),
            attempt("injection", had_reaction="yes", reaction="itchy rash"),
            attempt("injection", had_reaction="yes"),
        ],
        [
            cautions("heart"),
            attempt("injection", reaction="No reactions"),
            attempt("injection", reaction="itchy rash"),
            attempt("injection", had_reaction="no", reaction="itchy rash"),
            attempt("injection", had_reaction="unknown"),
        ],
    ),
    "q_potassium": (
        [
            cautions("heart"),
            cautions("low_potassium"),
            lab("potassium", "3.1", "3.5-5.1", "mmol_per_l"),
            lab("hb", "5.9", flag="critical"),
        ],
        [cautions("allergy_b12"), lab("hb", "5.9", "12-16", "g_per_dl")],
    ),
    "q_leber": (
        [cautions("leber_family"), symptoms("blurred")],
        [cautions("heart"), symptoms("numbness")],
    ),
    "q_return": (
        [
            attempt("injection", wears_off_early="yes", wears_off="after 7 weeks"),
            attempt("injection", wears_off_early="yes"),
        ],
        [
            attempt("injection", wears_off="never before"),
            attempt("injection", wears_off_early="no"),
            attempt("injection", wears_off_early="unknown", wears_off="after 7 weeks"),
            attempt("injection", wears_off_early="yes", still_taking="no"),
        ],
    ),
    "q_oral_fail": (
        [attempt("tablet", effect="no_change"), attempt("sublingual", effect="worse")],
        [attempt("tablet", effect="some"), attempt("injection", effect="no_change")],
    ),
    "q_noimprove": (
        [attempt("injection", effect="no_change")],
        [attempt("injection", effect="too_early"), attempt("injection", effect="better")],
    ),
    "q_form": ([attempt("tablet")], [{"attempts": {"has": "none"}}]),
    "q_expect": (
        [LOW, attempt("tablet"), attempt("injection", effect="too_early")],
        [INSIDE, attempt("tablet", still_taking="no", source="bought")],
    ),
    "q_self": (
        [attempt("injection")],
        [attempt("tablet"), attempt("injection", still_taking="no")],
    ),
    "q_meds": (
        [medicine("other", own_words="warfarin")],
        [
            {"medicines": {"has": "none"}},
            medicine("other", own_words="warfarin", still_taking="no"),
        ],
    ),
}
