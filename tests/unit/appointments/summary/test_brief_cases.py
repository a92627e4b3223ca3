"""The fixtures of the clinical brief, 9.1: each case does what the brief wants of it."""

from decimal import Decimal

from appointments.catalogue.conversions import convert
from appointments.catalogue.dose_guards import check_dose
from appointments.catalogue.typing_guards import check_typing
from appointments.phrases import say
from appointments.quantities import parse_quantity, parse_range
from appointments.rules.chosen_questions import chosen_questions, first_questions
from appointments.rules.questions import suggest
from appointments.rules.red_flags import red_flags
from tests.unit.appointments.summary.cases import answers_of, cells_of, section_of, summary_of


def flags(name):
    return [flag.id for flag in red_flags(answers_of(name))]


def rows(name, section):
    return [cells_of(row) for row in section_of(summary_of(name), section).answered_rows]


def words(name, section):
    """Return what the sheet prints in the first cells of a section."""
    return [row[0] for row in rows(name, section)]


def offered(name):
    return {row.id: str(row.text) for row in suggest(answers_of(name))}


def results(name):
    return [row[2] for row in rows(name, "lab-results")]


def typing_guards(name):
    """Return what the form asks about the first result of a case."""
    entry = answers_of(name).lab_results.entries[0]
    quantity, lab_range = parse_quantity(entry.value), parse_range(entry.lab_range)
    return [
        guard.id
        for guard in check_typing(
            entry.test,
            quantity.value,
            entry.unit,
            comparator=quantity.comparator,
            range_low=lab_range.low.number.readings[0] if lab_range.low else None,
            range_high=lab_range.high.number.readings[0] if lab_range.high else None,
        )
    ]


def test_nejm_case_gets_the_nerve_question_and_no_comfort():
    assert flags("nejm_case") == ["neuro_change"]
    assert rows("nejm_case", "safety") == [
        [
            (
                "Pins and needles or tingling; Unsteady, worse in the dark: getting worse "
                "(Pins and needles or tingling, onset: 18 months) "
                "(Unsteady, worse in the dark, onset: about a year)"
            )
        ]
    ]
    assert "q_neuro" in first_questions(answers_of("nejm_case"))
    assert {"q_indeterminate", "q_normal_but_symptoms"} <= set(offered("nejm_case"))
    # Nothing is said of the numbers that lie inside their ranges.
    assert results("nejm_case") == [
        "205 pg/mL (about 151.3 pmol/L)",
        "3600 nmol/L (= 3.6 µmol/L) (above the lab’s range, also marked high)",
        "49.1 µmol/L (about 6.64 mg/L) (above the lab’s range, also marked high)",
        "96 fL",
        "42 % (= 0.42 L/L)",
    ]


def test_unit_flip_is_asked_about_and_kept_as_typed():
    assert typing_guards("unit_flip") == ["range_of_other_unit"]
    assert rows("unit_flip", "lab-results") == [
        [
            "Vitamin B12 (total)",
            "2 Nov 2026",
            "180 pmol/L (about 244 pg/mL)",
            "180-914",
            "not known if B12 was taken before",
        ]
    ]
    assert "q_supp_test" in chosen_questions(answers_of("unit_flip"))


def test_edges_are_compared_in_the_unit_that_was_typed():
    # Converted first, 133 pmol/L would pass for 180.3 ng/L, and 180 ng/L for 132.8 pmol/L.
    assert convert("b12_total", Decimal(180), "ng_per_l", "pmol_per_l") < 133
    assert results("edge") == [
        "132.9 pmol/L (about 180.1 pg/mL) (below the lab’s range)",
        "180 ng/L (about 132.8 pmol/L)",
        "133 pmol/L (about 180.3 pg/mL)",
    ]


def test_over_keeps_its_comparator_and_says_that_an_injection_came_before():
    assert typing_guards("over") == []
    assert flags("over") == []
    assert rows("over", "lab-results") == [
        [
            "Vitamin B12 (total)",
            "15 Nov 2026",
            (
                ">2000 pg/mL (more than about 1475.6 pmol/L) "
                "(above the lab’s range, also marked high)"
            ),
            "180-914",
            "taken 5 days after an injection",
        ]
    ]
    # No alarm: nothing stands above the questions, and none of them is about a high result.
    assert rows("over", "safety") == []
    assert (
        "The sample was taken 5 days after a B12 injection. Does that change how the result is "
        "read?"
    ) in words("over", "other-questions")
    assert "q_high" not in offered("over")


def test_nmolml_is_280_nmol_per_liter_and_inside_its_range():
    assert convert("mma_serum", Decimal("0.28"), "nmol_per_ml", "nmol_per_l") == 280
    assert typing_guards("nmolml") == []
    assert rows("nmolml", "lab-results")[0][2:] == [
        "0.28 nmol/mL (= 280 nmol/L)",
        "≤0.40",
        "no B12 before this sample",
    ]
    section = section_of(summary_of("nmolml"), "lab-results")
    assert "converted by B12 Guide" in say(section.remarks[0])
    assert section.sources == ("MAYO-M", "NLM-MW")
    assert "q_kidney" not in offered("nmolml")


def test_n2o_norm_is_urgent_whatever_the_b12_result_says():
    assert flags("n2o_norm") == ["cord_signs", "neuro_change"]
    # B12 inside its range is no answer: the results are asked about together.
    assert "What do the test results say together?" in offered("n2o_norm")["q_n2o"]
    assert "q_n2o" in chosen_questions(answers_of("n2o_norm"))
    assert results("n2o_norm") == [
        "420 ng/L (about 309.9 pmol/L)",
        "60 µmol/L (about 8.11 mg/L) (above the lab’s range)",
    ]
    # The notice stands above the numbers.
    order = [section.id for section in summary_of("n2o_norm").sections_on_paper]
    assert order.index("safety") < order.index("lab-results")


def test_ckd_mma_asks_about_the_kidneys():
    kidney = "Could kidney function explain the MMA result?"
    assert kidney in words("ckd_mma", "first-questions")
    assert results("ckd_mma") == [
        "0.7 µmol/L (= 700 nmol/L) (above the lab’s range) (marked abnormal on the report)",
        "28 mL/min/1.73 m² (below the lab’s range, also marked low)",
    ]


def test_mg_trap_is_asked_about_and_kept_as_typed():
    entry = answers_of("mg_trap").attempts.entries[0]
    guards = check_dose(route_id=entry.route, amount=Decimal(entry.dose), unit=entry.dose_unit)
    assert "meant_micrograms" in [guard.id for guard in guards]
    assert rows("mg_trap", "b12-tried")[0][:2] == [
        "Injections (Cyanocobalamin, prescribed)",
        "1000 mg, monthly",
    ]


def test_preg_asks_which_test_and_how_soon():
    assert flags("preg") == ["preg_newborn"]
    active = (
        "I am pregnant. Does that change how my total B12 is read, is active B12 the better "
        "test, and how soon is follow-up?"
    )
    assert active in words("preg", "first-questions")
    assert ["Pregnancy", "Pregnant, 24 weeks"] in rows("preg", "absorption")


def test_silent_raises_nothing_and_asks_about_food():
    answers = answers_of("silent")
    assert flags("silent") == []
    assert rows("silent", "safety") == []
    because = [row.id for row in suggest(answers) if str(row.because).startswith("Because")]
    assert because == ["q_vegan"]
    assert rows("silent", "symptoms") == [["Anything noticed", "none"]]
    assert rows("silent", "lab-results") == [["Lab results to show", "No results yet"]]
    assert rows("silent", "b12-tried") == [["Any B12 taken", "none"]]
