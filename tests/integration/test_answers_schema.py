"""`manage.py answers_schema`: a JSON Schema that names every field and every id of Answers."""

import json
import types
from enum import StrEnum
from io import StringIO
from typing import Any, get_args

import pytest
from django.core.management import call_command
from pydantic import BaseModel

from appointments import answer_parts as model
from appointments import answer_types
from appointments.answer_types import OTHER
from appointments.answers import Answers
from appointments.catalogue.b12_products import B12_FORMS, B12_ROUTES
from appointments.catalogue.conditions import CONDITIONS
from appointments.catalogue.countries import COUNTRIES
from appointments.catalogue.lab_tests import LAB_TESTS
from appointments.catalogue.medicines import MEDICINES
from appointments.catalogue.red_flags import RED_FLAGS
from appointments.catalogue.surgeries import SURGERIES
from appointments.catalogue.symptoms import SYMPTOMS
from appointments.catalogue.units import UNITS


@pytest.fixture(scope="module")
def schema():
    printed = StringIO()
    call_command("answers_schema", stdout=printed)
    return json.loads(printed.getvalue())


def part(schema, name):
    """Return the schema of one model, or the ids of one enumeration."""
    return schema if name == schema["title"] else schema["$defs"][name]


def models(kind: type[BaseModel] = Answers) -> dict[str, type[BaseModel]]:
    """Return a model and all that it is made of."""
    found = {kind.__name__: kind}
    todo: list[Any] = [field.annotation for field in kind.model_fields.values()]
    while todo:
        annotation = todo.pop()
        if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias):
            if issubclass(annotation, BaseModel):
                found |= models(annotation)
        else:
            todo.extend(get_args(annotation))
    return found


@pytest.mark.parametrize("name", models())
def test_names_every_field_and_no_other(schema, name):
    described = part(schema, name)
    assert described["type"] == "object"
    assert described["additionalProperties"] is False
    assert set(described["properties"]) == set(models()[name].model_fields)
    required = {row for row, field in models()[name].model_fields.items() if field.is_required()}
    assert set(described.get("required", [])) == required


PICKED = [
    kind
    for kind in vars(model).values()
    if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not StrEnum
]


@pytest.mark.parametrize("kind", PICKED)
def test_names_every_answer_that_is_picked(schema, kind):
    assert part(schema, kind.__name__)["enum"] == [answer.value for answer in kind]


def ids_of(field):
    """Return the ids that a field, or an entry of it, or it if it is not null, can have."""
    field = field.get("items", field)
    return set(next(kind for kind in field.get("anyOf", [field]) if "enum" in kind)["enum"])


@pytest.mark.parametrize(
    ("name", "field", "entries", "also"),
    [
        ("Answers", "country", COUNTRIES, set()),
        ("Safety", "happening", RED_FLAGS, set()),
        ("SymptomEntry", "symptom", SYMPTOMS, {OTHER}),
        ("LabResult", "test", LAB_TESTS, {OTHER}),
        ("LabResult", "unit", UNITS, {OTHER, "none", ""}),
        ("Conditions", "chosen", CONDITIONS, set()),
        ("Operation", "surgery", SURGERIES, {OTHER}),
        ("MedicineEntry", "medicine", MEDICINES, {OTHER}),
        ("Attempt", "route", B12_ROUTES, set()),
        ("Attempt", "form", B12_FORMS, set()),
    ],
)
def test_names_every_id_of_the_catalogues(schema, name, field, entries, also):
    described = part(schema, name)["properties"][field]
    assert ids_of(described) == {entry.id for entry in entries} | also


def test_says_how_long_texts_and_lists_can_be(schema):
    assert part(schema, "About")["properties"]["name"]["maxLength"] == answer_types.MAX_LINE
    assert part(schema, "Attempt")["properties"]["reaction"]["maxLength"] == answer_types.MAX_NOTE
    assert part(schema, "LabResults")["properties"]["entries"]["maxItems"] == model.MAX_LAB_RESULTS
