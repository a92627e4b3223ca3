"""What answers are made of: texts with a limit, ids from the catalogues, and list entries."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    ConfigDict,
    GetCoreSchemaHandler,
    PositiveInt,
    SerializerFunctionWrapHandler,
    StringConstraints,
    model_serializer,
)
from pydantic_core.core_schema import CoreSchema, literal_schema

from appointments.catalogue.b12_products import B12_FORMS, B12_ROUTES
from appointments.catalogue.cautions import CAUTIONS
from appointments.catalogue.conditions import CONDITIONS
from appointments.catalogue.countries import COUNTRIES
from appointments.catalogue.diet import DIETS
from appointments.catalogue.entry import Entry
from appointments.catalogue.lab_tests import LAB_TESTS
from appointments.catalogue.medicines import MEDICINES
from appointments.catalogue.red_flags import RED_FLAGS
from appointments.catalogue.surgeries import SURGERIES
from appointments.catalogue.symptoms import SYMPTOMS
from appointments.catalogue.units import UNITS

OTHER = "other"
"""The id of an entry that is in no catalogue; its name is in the person's own words."""

NO_UNIT = "none"
"""What stands for a unit where the report prints none."""

MAX_LINE = 80
MAX_NOTE = 300

Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=MAX_LINE)]
Note = Annotated[str, StringConstraints(strip_whitespace=True, max_length=MAX_NOTE)]


class OneOf:
    """Makes a string the id of one of some entries, in validation and in the JSON Schema."""

    def __init__(self, entries: Iterable[Entry], *also: str) -> None:
        self.ids = [*(entry.id for entry in entries), *also]

    def __get_pydantic_core_schema__(
        self, _source: type[str], _handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Return pydantic's schema for these ids."""
        return literal_schema(self.ids)


CountryId = Annotated[str, OneOf(COUNTRIES)]
SymptomId = Annotated[str, OneOf(SYMPTOMS, OTHER)]
LabTestId = Annotated[str, OneOf(LAB_TESTS, OTHER)]
UnitId = Annotated[str, OneOf(UNITS, OTHER, NO_UNIT, "")]
ConditionId = Annotated[str, OneOf(CONDITIONS)]
SurgeryId = Annotated[str, OneOf(SURGERIES, OTHER)]
MedicineId = Annotated[str, OneOf(MEDICINES, OTHER)]
DietId = Annotated[str, OneOf(DIETS)]
CautionId = Annotated[str, OneOf(CAUTIONS)]
FormId = Annotated[str, OneOf(B12_FORMS)]
RouteId = Annotated[str, OneOf(B12_ROUTES)]
RedFlagId = Annotated[str, OneOf(RED_FLAGS)]


class Model(BaseModel):
    """The base of every part: immutable, and refusing what it does not know.

    During a roll-out two versions of this program share a visitor's answers. What a newer one has
    put into the cookie is read there, kept by `Answers.replace`, and written again as it was.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    @model_serializer(mode="wrap")
    def _with_unknown(self, as_usual: SerializerFunctionWrapHandler) -> dict[str, Any]:
        known: dict[str, Any] = as_usual(self)
        return known | (self.model_extra or {})


class Item(Model):
    """An entry of a list. Its number names it in addresses, and is never used twice."""

    item: PositiveInt


class Named(Item):
    """An entry picked from a catalogue, or in the person's own words."""

    own_words: Line = ""

    def _check_own_words(self, picked: str) -> None:
        if picked == OTHER and not self.own_words:
            raise ValueError("own_words must say what it is, because it is not in the list")
