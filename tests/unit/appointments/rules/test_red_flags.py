"""Each red flag: one case that raises it, one that looks like it and does not."""

from __future__ import annotations

import pytest

from appointments.answers import Answers
from appointments.catalogue.entry import shown
from appointments.catalogue.red_flags import RED_FLAGS, RED_FLAGS_BY_ID, Tier
from appointments.rules.red_flags import (
    CONFUSION,
    CORD,
    RULES,
    SPHINCTER_AND_SADDLE,
    VISION,
    red_flags,
)


def raised(**parts) -> list[str]:
    return [flag.id for flag in red_flags(Answers.model_validate(parts))]


def happening(*flags: str) -> dict:
    return {"safety": {"happening": list(flags)}}


def over(text: str) -> dict:
    return {"safety": {"none_of_these": True, "past": text}}


def symptom(symptom: str, **course: str) -> dict:
    entry = {"item": 1, "symptom": symptom, **course}
    return {"symptoms": {"has": "some", "entries": [entry]}}


def result(**parts) -> dict:
    entry = {"item": 2, "test": "hb", "unit": "g_per_dl", **parts}
    return {"lab_results": {"has": "some", "entries": [entry]}}


def attempt(**parts) -> dict:
    entry = {"item": 3, "route": "injection", **parts}
    return {"attempts": {"has": "some", "entries": [entry]}}


CASES = {
    "anaphylaxis": (
        happening("anaphylaxis"),
        attempt(had_reaction="yes", reaction="My throat swelled in 2019"),
    ),
    "chest_pain": (happening("chest_pain"), over("chest pain in spring")),
    "collapse": (happening("collapse"), symptom("lightheaded", recent="yes")),
    "stroke_signs": (happening("stroke_signs"), symptom("muscle_weak", recent="no")),
    "acute_confusion": (
        symptom("confusion", recent="yes"),
        symptom("confusion", recent="no", since="2019"),
    ),
    "sudden_vision": (happening("sudden_vision"), symptom("blurred", recent="yes")),
    "cannot_walk": (happening("cannot_walk"), symptom("falls_gait", recent="yes")),
    "cauda_equina": (
        symptom("bladder", recent="yes"),
        symptom("bladder", recent="no", trend="worse"),
    ),
    "clot": (happening("clot"), over("clot after an operation, 2015")),
    "suicidal": (happening("suicidal"), symptom("low_mood", recent="yes", trend="worse")),
    "psychosis": (symptom("psychosis"), symptom("psychosis", recent="no", trend="same")),
    "cord_signs": (
        symptom("unsteady", recent="yes"),
        symptom("unsteady", recent="no", trend="same"),
    ),
    "vision_worse": (symptom("blurred", trend="worse"), symptom("blurred", trend="same")),
    "report_critical": (result(flag="critical", value="6.1"), result(value="0.1", flag="low")),
    "neuro_change": (
        symptom("pins_needles", trend="worse"),
        symptom("pins_needles", trend="same", recent="no"),
    ),
    "rash_after": (
        happening("rash_after"),
        attempt(had_reaction="yes", reaction="itchy rash, years ago"),
    ),
    "preg_newborn": (
        {"pregnancy": {"status": "pregnant"}, **symptom("fatigue")},
        {"pregnancy": {"status": "pregnant"}},
    ),
    "gi_new": (
        {"conditions": {"has": "some", "chosen": ["pa_aig"]}}
        | symptom("nausea_indigestion", recent="yes"),
        symptom("nausea_indigestion", recent="yes"),
    ),
    "not_better": (
        attempt(effect="no_change", still_taking="yes"),
        attempt(effect="no_change", still_taking="no"),
    ),
}


@pytest.mark.parametrize(("flag", "parts"), [(flag, case[0]) for flag, case in CASES.items()])
def test_raised(flag: str, parts: dict) -> None:
    assert flag in raised(**parts)


@pytest.mark.parametrize(("flag", "parts"), [(flag, case[1]) for flag, case in CASES.items()])
def test_not_raised(flag: str, parts: dict) -> None:
    assert flag not in raised(**parts)


def test_every_flag_that_may_be_shown_has_a_rule_and_a_case() -> None:
    visible = [flag.id for flag in shown(RED_FLAGS)]
    assert [rule.id for rule in RULES] == visible
    assert list(CASES) == visible


@pytest.mark.parametrize("flag", [flag.id for flag in shown(RED_FLAGS)])
def test_the_safety_page_raises_each_flag(flag: str) -> None:
    assert raised(**happening(flag)) == [flag]


def test_a_row_from_memory_raises_nothing() -> None:
    assert raised(**happening("newborn")) == []


def test_no_answers_raise_nothing() -> None:
    assert red_flags(Answers()) == ()


def test_the_most_urgent_comes_first() -> None:
    parts = happening("rash_after", "clot") | symptom("unsteady", recent="yes")
    tiers = [flag.tier for flag in red_flags(Answers.model_validate(parts))]
    assert tiers == [Tier.EMERGENCY_NOW, Tier.SAME_DAY, Tier.PROMPTLY]


@pytest.mark.parametrize("value", ["0", "0.1", "1", "99999", "<1", ">9999"])
@pytest.mark.parametrize("test", ["hb", "potassium", "b12_total", "plt"])
def test_a_number_never_alarms(test: str, value: str) -> None:
    for flag in (None, "not_marked", "low", "high", "abnormal", "borderline"):
        assert raised(**result(test=test, value=value, lab_range="12-16", flag=flag)) == []


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (symptom("unsteady", recent="yes"), ["cord_signs"]),
        (symptom("unsteady", recent="no", trend="worse"), ["neuro_change"]),
        (symptom("numbness", recent="yes"), ["neuro_change"]),
        (symptom("bowel", recent="yes"), ["cauda_equina"]),
        (symptom("bowel", trend="worse"), ["neuro_change"]),
        (symptom("sexual", recent="yes"), ["cauda_equina"]),
        (symptom("blind_spot", recent="yes"), ["vision_worse"]),
        (symptom("confusion", trend="worse"), ["neuro_change"]),
        (symptom("fatigue", recent="yes", trend="worse"), []),
        (symptom("other", own_words="tingling", recent="yes"), []),
        (symptom("pins_needles", recent="unknown", trend="unknown"), []),
        (symptom("blurred", recent="unknown", trend="worse"), ["vision_worse"]),
        (symptom("psychosis", recent="no", trend="worse"), ["psychosis"]),
    ],
)
def test_a_changed_symptom_raises_one_flag(parts: dict, expected: list[str]) -> None:
    assert raised(**parts) == expected


MUST_BE_RULED_OUT = sorted(CORD | SPHINCTER_AND_SADDLE | CONFUSION | VISION)


@pytest.mark.parametrize("row", MUST_BE_RULED_OUT)
@pytest.mark.parametrize(
    "course",
    [
        {"recent": "unknown"},
        {"since": "yesterday"},
        {"trend": "same"},
        {"effect": "Stairs"},
        {"noticed_by": "other"},
    ],
)
def test_a_serious_symptom_that_may_be_new_is_not_passed_over(row: str, course: dict) -> None:
    assert raised(**symptom(row, **course)) == ["neuro_change"]


@pytest.mark.parametrize("row", MUST_BE_RULED_OUT)
def test_nor_is_somebody_stopped_who_only_picked_it_or_said_that_it_is_old(row: str) -> None:
    assert raised(**symptom(row)) == []
    assert raised(**symptom(row, recent="no", since="2019", trend="same")) == []


def says(**parts) -> list[str]:
    return [str(flag.reported) for flag in red_flags(Answers.model_validate(parts))]


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        (symptom("bladder", recent="yes"), "Bladder trouble: new or worse in the last 2 weeks"),
        (symptom("bladder", recent="unknown"), "Bladder trouble: not known if new or worse"),
        (symptom("numbness", trend="worse"), "Numbness: getting worse"),
        (symptom("blurred", recent="yes"), "Blurred vision: new or worse in the last 2 weeks"),
        (
            symptom("psychosis"),
            "Seeing, hearing or believing things: not known if new or worse",
        ),
        (result(flag="critical", value="6.1"), "The report marks as critical: Hemoglobin"),
        (
            {"pregnancy": {"status": "breastfeeding"}, **symptom("fatigue")},
            "Breastfeeding, with symptoms",
        ),
        (
            {"pregnancy": {"status": "pregnant"}, **symptom("fatigue")},
            "Pregnant, with symptoms",
        ),
        (
            {"conditions": {"has": "some", "chosen": ["atrophic_gastritis", "thyroid"]}}
            | symptom("nausea_indigestion", trend="worse"),
            (
                "Thinned stomach lining (atrophic gastritis). "
                "Nausea, indigestion, bloating: getting worse"
            ),
        ),
        (attempt(effect="worse"), "Worse on B12 treatment: Injection"),
        (attempt(effect="no_change"), "No change on B12 treatment: Injection"),
    ],
)
def test_a_flag_says_only_what_the_person_said(parts: dict, words: str) -> None:
    assert says(**parts) == [words]


def test_several_symptoms_are_named_by_their_course() -> None:
    entries = [
        {"item": 1, "symptom": "numbness", "recent": "yes"},
        {"item": 2, "symptom": "memory", "trend": "worse"},
        {"item": 3, "symptom": "clumsy", "recent": "yes"},
        {"item": 4, "symptom": "bowel", "recent": "unknown"},
    ]
    assert says(symptoms={"has": "some", "entries": entries}) == [
        (
            "Numbness; Clumsy, dropping things: new or worse in the last 2 weeks. "
            "Memory problems: getting worse. Loss of bowel control: not known if new or worse"
        )
    ]


def test_a_flag_of_the_safety_page_keeps_its_words() -> None:
    (words,) = says(**happening("cauda_equina"), **symptom("bladder", recent="yes"))
    assert words == str(RED_FLAGS_BY_ID["cauda_equina"].reported)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (attempt(effect="worse"), ["not_better"]),
        (attempt(effect="too_early"), []),
        (attempt(effect="no_change", route="tablet", source="bought"), []),
        (attempt(effect="no_change", route="tablet", source="prescribed"), ["not_better"]),
    ],
)
def test_treatment_that_does_not_help(parts: dict, expected: list[str]) -> None:
    assert raised(**parts) == expected
