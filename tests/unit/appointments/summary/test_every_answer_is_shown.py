"""The page "Check your answers" shows every answer: two different ones never look the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import pytest
from pydantic import BaseModel

from appointments.answer_types import OTHER, Item, Named, OneOf
from appointments.answers import Answers
from appointments.catalogue.entry import shown
from appointments.catalogue.red_flags import RED_FLAGS
from appointments.choices import Has, HasResults
from appointments.summary.build import build_summary
from appointments.summary.model import Kind
from tests.builders import full_answers, some_answers
from tests.unit.appointments.summary.cases import TODAY, asides_of, words_of

NO_ANSWERS = {
    ("Answers", "version"),
    ("Answers", "next_item"),
    ("Answers", "shared_computer"),  # of the computer, and not of the person
    ("Answers", "acknowledged"),  # which warnings were read
    *((entry.__name__, "item") for entry in Item.__subclasses__()),
    *((entry.__name__, "item") for entry in Named.__subclasses__()),
    # They have sections, and a test, of their own.
    *(("Questions", field) for field in ("added", "chosen", "important", "own")),
    ("OwnQuestion", "text"),
    # What a clinic says of itself; its name and phone number are shown.
    *(("ClinicContact", field) for field in ("slug", "hours", "paper")),
}

ONE_OF_EACH = {
    "symptoms": [{"symptom": "fatigue"}],
    "lab_results": [{"test": "b12_total"}],
    "operations": [{"surgery": "rygb"}],
    "medicines": [{"medicine": "metformin"}],
    "attempts": [{"route": "tablet"}],
}
CLINIC = {"slug": "riverside", "name": "Riverside", "phone": "555"}
PEOPLE = {
    "nothing said": some_answers(),
    "bare": some_answers(**ONE_OF_EACH, clinic=CLINIC),
    "bare, by a caregiver": some_answers(by="other", **ONE_OF_EACH),
    "all": full_answers(),
    "all, by a caregiver": full_answers(by="other"),
    "goes on": some_answers(
        lab_results=[{"test": "b12_total", "waiting": True}],
        medicines=[{"medicine": "metformin", "since": "since 2025", "still_taking": "yes"}],
        attempts=[{"route": "tablet", "started": "since 2020", "still_taking": "yes"}],
    ),
    "over": some_answers(
        lab_results=[{"test": "hb", "value": "12", "unit": "other", "unit_as_printed": "x"}],
        medicines=[{"medicine": "metformin", "since": "2025", "still_taking": "no"}],
        attempts=[{"route": "tablet", "started": "2020", "stopped": "2021"}],
        family={"has": "yes", "detail": "sister"},
    ),
}

PLAIN: dict[Any, list[Any]] = {
    NoneType: [None],
    bool: [False, True],
    str: ["", "one", "other words"],
    date: [date(1960, 1, 1), date(1961, 1, 1)],
}


def values(kind: Any, limits: Any = ()) -> list[Any]:
    """Return some values that a field of this type can have."""
    if ids := [limit.ids for limit in limits if isinstance(limit, OneOf)]:
        return list(ids[0])
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return values(parts[0], parts[1:])
    if origin in (Union, UnionType):
        return [value for part in parts for value in values(part, limits)]
    if origin is tuple:
        return [(), *((value,) for value in values(parts[0]) if value != "")]
    if isinstance(kind, type) and issubclass(kind, Enum | BaseModel):
        return list(kind) if issubclass(kind, Enum) else []
    return list(parts) if origin is Literal else PLAIN[kind]


Put = Callable[[Any], Answers]


def fields(part: BaseModel, put: Put) -> Iterator[tuple[tuple[str, str], list[Answers]]]:
    """Yield the name of each field, and the answers with each of its values."""
    for name, field in type(part).model_fields.items():
        here, value = (type(part).__name__, name), getattr(part, name)

        def change(new: Any, name: str = name) -> Answers:
            return put(part.model_copy(update={name: new}))

        if isinstance(value, BaseModel):
            yield from fields(value, change)
        elif isinstance(value, tuple) and any(isinstance(entry, BaseModel) for entry in value):
            for place, entry in enumerate(value):

                def swap(new: Any, change: Put = change, old: Any = value, at: int = place) -> Any:
                    return change((*old[:at], new, *old[at + 1 :]))

                yield from fields(entry, swap)
        elif here not in NO_ANSWERS:
            yield here, [change(each) for each in values(field.annotation, field.metadata)]


def could_be_given(answers: Answers) -> bool:
    """Whether the form can have made these answers."""
    about, results = answers.about, answers.lab_results.entries
    lists = (getattr(answers, name) for name in ONE_OF_EACH)
    ticked = (
        (answers.conditions, answers.conditions.other),
        (answers.diet, answers.diet.detail),
        (answers.cautions, answers.cautions.detail),
    )
    picked = [
        (entry, getattr(entry, kind))
        for entry in answers.items
        for kind in ("symptom", "test", "surgery", "medicine")
        if kind in type(entry).model_fields
    ]
    return (
        all(bool(part.entries) == (part.has in (Has.SOME, HasResults.SOME)) for part in lists)
        and all(bool(part.chosen or words) or part.has is not Has.SOME for part, words in ticked)
        and all(part.has is Has.SOME or not part.chosen for part, _words in ticked)
        and all(bool(entry.own_words) == (what == OTHER) for entry, what in picked)
        and all(bool(entry.unit_as_printed) == (entry.unit == OTHER) for entry in results)
        and {*answers.safety.happening} <= {flag.id for flag in shown(RED_FLAGS)}
        and (answers.for_other or not (about.caregiver_name or about.caregiver_relationship))
    )


def seen_when_checking(answers: Answers, *, questions: bool = False) -> tuple[str, ...]:
    """Return what the page says of the questions, or of everything else, in order."""
    sections = build_summary(answers, today=TODAY).sections
    rows = [
        row
        for section in sections
        if section.when_checking and (section.kind is Kind.QUESTIONS) == questions
        for row in section.rows
    ]
    return (*words_of(*rows), "and:", *asides_of(*rows))


@pytest.mark.parametrize("who", PEOPLE)
def test_a_changed_answer_changes_the_page(who):
    alike = []
    for name, variants in fields(PEOPLE[who], lambda answers: answers):
        pages: dict[tuple[str, ...], Answers] = {}
        for answers in filter(could_be_given, variants):
            page = seen_when_checking(answers)
            if pages.setdefault(page, answers) != answers:
                alike.append((name, page))
    assert alike == []


def test_every_field_was_changed():
    tried = {name for who in PEOPLE.values() for name, _variants in fields(who, lambda same: same)}
    assert {
        ("LabResult", "biotin"),
        ("SymptomEntry", "recent"),
        ("MedicineEntry", "a_year_or_more"),
        ("Attempt", "dose_unit"),
        ("Operation", "said_by"),
        ("ClinicContact", "phone"),
        ("Family", "has"),
    } <= tried
    assert not tried & NO_ANSWERS


def test_a_changed_list_of_questions_changes_the_page():
    own = [{"item": 9, "text": "Can I drive?"}]
    lists = (
        {},
        {"added": ["q_kidney"]},
        {"chosen": []},
        {"chosen": ["q_cause"]},
        {"chosen": ["q_cause", "q_safety"]},
        {"chosen": ["q_safety", "q_cause"]},
        {"chosen": ["q_cause", "own-9"], "own": own},
        {"chosen": ["q_cause", "own-9"], "own": [own[0] | {"text": "May I swim?"}]},
        {"chosen": ["q_cause", "own-9"], "own": own, "important": ["own-9"]},
    )
    pages = {seen_when_checking(some_answers(questions=each), questions=True) for each in lists}
    assert len(pages) == len(lists)
