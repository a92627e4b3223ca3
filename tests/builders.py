"""Answers and form data for tests: what a person could have told us, and could send."""

from __future__ import annotations

from itertools import count
from typing import Any

from hypothesis import strategies as st

from appointments import answer_parts as model
from appointments.answer_types import OTHER
from appointments.answers import Answers
from appointments.catalogue.b12_products import B12_FORMS, B12_ROUTES
from appointments.catalogue.cautions import CAUTIONS
from appointments.catalogue.conditions import CONDITIONS
from appointments.catalogue.countries import COUNTRIES
from appointments.catalogue.diet import DIETS
from appointments.catalogue.lab_tests import LAB_TESTS
from appointments.catalogue.medicines import MEDICINES
from appointments.catalogue.red_flags import RED_FLAGS
from appointments.catalogue.surgeries import SURGERIES
from appointments.catalogue.symptoms import SYMPTOMS
from appointments.choices import Has, HasResults, PreparingFor
from appointments.models import Clinic
from appointments.rules.questions import QUESTION_RULES

LISTS = ("symptoms", "lab_results", "operations", "medicines", "attempts")


def some_answers(*, by: str = "self", country: str | None = "england", **parts: Any) -> Answers:
    """Return answers with these parts; entries of lists get their numbers here."""
    numbers = count(1)
    for name in LISTS:
        if isinstance(parts.get(name), list):
            entries = [{"item": next(numbers), **entry} for entry in parts[name]]
            parts[name] = {"has": "some", "entries": entries}
    whole = {"preparing_for": by, "country": country, "next_item": next(numbers), **parts}
    return Answers.model_validate(whole)


def full_answers(*, by: str = "self") -> Answers:
    """Return answers to every question, with entries from the catalogues and in own words."""
    questions = {
        "chosen": ["q_safety", "q_cause", "q_neuro", "own-90"],
        "important": ["q_neuro"],
        "own": [{"item": 90, "text": "Can I drive?"}],
    }
    return some_answers(
        by=by,
        about={
            "name": "A. Patient",
            "date_of_birth": "1961-04-02",
            "reason": "Numb feet",
            "appointment_on": "2026-12-03",
            "appointment_with": "Dr. Lee",
            "caregiver_name": "B. Daughter",
            "caregiver_relationship": "daughter",
        },
        safety={"none_of_these": True},
        symptoms=[
            {"symptom": "fatigue", "since": "about 2 years", "effect": "Half days at work"},
            {"symptom": OTHER, "own_words": "Cold nose", "recent": "no", "noticed_by": "report"},
        ],
        lab_results=[
            {
                "test": "b12_total",
                "value": "231",
                "unit": "pg_per_ml",
                "lab_range": "200-900",
                "taken_on": "12 Nov 2026",
            },
            {"test": OTHER, "own_words": "Copper", "waiting": True, "said_by": "told"},
        ],
        conditions={"has": "some", "chosen": ["thyroid"], "other": "since 2012"},
        operations=[
            {"surgery": "rygb", "year": "2019", "said_by": "report"},
            {"surgery": OTHER, "own_words": "Hernia", "detail": "left"},
        ],
        medicines=[
            {"medicine": "metformin", "dose": "500 mg twice a day", "since": "2019"},
            {
                "medicine": OTHER,
                "own_words": "Ramipril",
                "still_taking": "yes",
                "said_by": "caregiver",
            },
        ],
        diet={"has": "some", "chosen": ["vegan"], "detail": "since 2018"},
        nitrous_oxide={"use": "past", "last_used": "2020", "how_often": "twice"},
        family={"has": "yes", "detail": "sister", "black_background": "private"},
        pregnancy={"status": "no"},
        cautions={"has": "some", "chosen": ["allergy_metal"], "detail": "rash from a watch"},
        attempts=[
            {
                "route": "tablet",
                "form": "cyano",
                "dose": "1,000",
                "dose_unit": "micrograms",
                "how_often": "once a day",
                "started": "May 2025",
                "effect": "no_change",
                "said_by": "patient",
            }
        ],
        questions=questions,
        next_item=91,
    )


FORM_DATA: dict[str, dict[str, Any]] = {
    "start": {"preparing_for": "self", "country": "england"},
    "safety": {"happening": ["none"], "past": "Fainted in 2020"},
    "about": {
        "name": "A. Patient",
        "date_of_birth_day": "2",
        "date_of_birth_month": "April",
        "date_of_birth_year": "1961",
        "reason": "Tired for 2 years, numb feet",
        "appointment_with": "Dr. Lee",
    },
    "symptoms": {"picked": ["fatigue"], "own_words": "Cold nose"},
    "symptom-details": {
        "since": "March 2024",
        "trend": "same",
        "effect": "Stairs",
        "noticed_by": "both",
    },
    "lab-results": {"add": "more"},
    "lab-test": {"test": "b12_total"},
    "lab-result": {
        "value": "231",
        "unit": "pg_per_ml",
        "lab_range": "200-900",
        "said_by": "report",
    },
    "lab-timing": {"b12_before": "injection", "b12_how_long": "5 days", "biotin": "no"},
    "lab-paste": {"text": "Vitamin B12 142 pg/mL (200-900) L"},
    "conditions": {"picked": ["thyroid"], "other": "since 2012"},
    "operations": {"picked": ["rygb"]},
    "operation-details": {"year": "2019", "detail": "left", "said_by": "report"},
    "medicines": {"picked": ["metformin"], "own_words": "Ramipril"},
    "medicine-details": {
        "dose": "500 mg",
        "since": "2019",
        "still_taking": "yes",
        "said_by": "caregiver",
    },
    "diet": {"picked": ["vegan"], "detail": "since 2018"},
    "nitrous-oxide": {"use": "past", "last_used": "2020"},
    "family": {"has": "yes", "detail": "sister"},
    "pregnancy": {"status": "planning", "detail": "not now"},
    "cautions": {"picked": ["allergy_metal"], "detail": "rash"},
    "b12-tried": {"add": "more"},
    "b12-product": {
        "route": "tablet",
        "product": "Plain B12",
        "dose": "as the pack says",
        "said_by": "told",
    },
    "b12-effect": {"started": "May 2025", "effect": "no_change", "effect_detail": "none at all"},
    "questions": {"chosen": ["q_cause", "q_safety"], "own": "Can I drive?"},
    "question-order": {"important": ["q_cause"]},
}
"""For each question page, something that a person with full answers could send."""


def long_notes() -> dict[str, Any]:
    """Return the parts of answers that fill the cookies to the brim."""
    # Text without any pattern: what zlib cannot make shorter.
    letters = "".join(chr(0x4E00 + (number * 7919) % 20_000) for number in range(1500))
    return {
        "symptoms": [
            {"symptom": row.id, "effect": letters[place * 100 : place * 100 + 100]}
            for place, row in enumerate(SYMPTOMS[:14])
        ]
    }


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc",)), max_size=12)
NAME = st.sampled_from(["Cold nose", "<b>bold</b>", "fatigue", "none", "שלום", "a/b?c=d&e#f"])
DAYS = st.dates()


def _maybe(values: Any) -> st.SearchStrategy[Any]:
    return st.none() | st.sampled_from([value.value for value in values])


def _ids(entries: Any) -> st.SearchStrategy[str]:
    return st.sampled_from([entry.id for entry in entries])


def _several(entries: Any, most: int) -> st.SearchStrategy[list[str]]:
    return st.lists(_ids(entries), max_size=most, unique=True)


def _named(kind: str, entries: Any, **details: Any) -> st.SearchStrategy[Any]:
    picked = st.fixed_dictionaries({kind: _ids(entries)}, optional=details)
    own = st.fixed_dictionaries({kind: st.just(OTHER), "own_words": NAME}, optional=details)
    return st.lists(
        picked | own, max_size=3, unique_by=lambda entry: (entry[kind], entry.get("own_words"))
    )


def _ticked(entries: Any, words: str) -> st.SearchStrategy[Any]:
    some = {"has": st.just("some"), "chosen": _several(entries, 3), words: WORDS}
    return st.fixed_dictionaries(some) | st.fixed_dictionaries({"has": _maybe(Has)})


def _part(**fields: Any) -> st.SearchStrategy[Any]:
    return st.fixed_dictionaries({}, optional=fields)


def any_answers() -> st.SearchStrategy[Answers]:
    """Return a strategy for whatever a person can have told us."""
    yes_no = _maybe(model.YesNo)
    said_by = _maybe(model.SaidBy)
    results = {
        "value": WORDS,
        "waiting": st.booleans(),
        "lab_range": WORDS,
        "flag": _maybe(model.ReportFlag),
        "taken_on": WORDS,
        "said_by": said_by,
    }
    attempt = {
        "form": _ids(B12_FORMS),
        "dose": WORDS,
        "still_taking": yes_no,
        "effect": _maybe(model.Effect),
        "wears_off_early": yes_no,
        "wears_off": WORDS,
        "had_reaction": yes_no,
        "reaction": WORDS,
        "said_by": said_by,
    }
    question_ids = st.sampled_from([rule.id for rule in QUESTION_RULES])
    return st.fixed_dictionaries(
        {
            "by": st.sampled_from([who.value for who in PreparingFor]),
            "country": st.none() | _ids(COUNTRIES),
        },
        optional={
            "about": _part(name=WORDS, date_of_birth=DAYS, appointment_on=DAYS),
            "safety": _part(happening=_several(RED_FLAGS, 2), past=WORDS),
            "symptoms": _named(
                "symptom",
                SYMPTOMS,
                since=WORDS,
                recent=yes_no,
                trend=_maybe(model.Trend),
                noticed_by=_maybe(model.NoticedBy),
            ),
            "lab_results": _named("test", LAB_TESTS, **results)
            | st.fixed_dictionaries({"has": _maybe(HasResults)}),
            "conditions": _ticked(CONDITIONS, "other"),
            "operations": _named("surgery", SURGERIES, year=WORDS, detail=WORDS, said_by=said_by),
            "medicines": _named(
                "medicine", MEDICINES, dose=WORDS, still_taking=yes_no, said_by=said_by
            ),
            "diet": _ticked(DIETS, "detail"),
            "nitrous_oxide": _part(use=_maybe(model.NitrousOxide), last_used=WORDS),
            "family": _part(has=_maybe(model.YesNoPrivate), detail=WORDS),
            "pregnancy": _part(status=_maybe(model.Pregnancy)),
            "cautions": _ticked(CAUTIONS, "detail"),
            "attempts": st.lists(
                st.fixed_dictionaries({"route": _ids(B12_ROUTES)}, optional=attempt), max_size=3
            ),
            "questions": _part(chosen=st.lists(question_ids, max_size=4, unique=True)),
        },
    ).map(lambda parts: some_answers(**parts))


def some_clinic(**parts: Any) -> Clinic:
    """Return a clinic in the database, with a name that is all signs unless another is given."""
    facts = {
        "slug": "riverside",
        "name": """<b>"O'Brien & Sons"</b> %(x)s""",
        "phone": "+44 (0)20 7946 0000",
        "country": "england",
        "hours": "Monday to Friday <8 am> & later",
        "languages": "English, Polish",
        "please_bring": "All your tablets\nA list of <i>allergies</i>",
        "paper": "letter",
    }
    return Clinic.objects.create(**facts | parts)
