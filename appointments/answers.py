"""Everything a visitor told us, as one typed, immutable, versioned value.

Texts are kept exactly as typed (outer blanks aside). `None` and "" mean "not answered"; "I don't
know", "waiting" and "prefer not to say" are answers of their own, and print as such.
"""

from __future__ import annotations

import json
from typing import Any, Literal

from pydantic import PositiveInt, model_validator

from appointments.answer_parts import (
    About,
    Attempts,
    Cautions,
    Conditions,
    Diet,
    Family,
    LabResults,
    Medicines,
    NitrousOxideUse,
    Operations,
    PregnancyAnswer,
    Questions,
    Safety,
    Symptoms,
)
from appointments.answer_types import CountryId, Item, Line, Model
from appointments.catalogue.countries import COUNTRIES_BY_ID, Country
from appointments.catalogue.countries import Paper as PaperId
from appointments.choices import PreparingFor
from appointments.clinic_contact import ClinicContact


class Answers(Model):
    """Everything a visitor told us."""

    version: Literal[1] = 1
    next_item: PositiveInt = 1
    preparing_for: PreparingFor | None = None
    country: CountryId | None = None
    shared_computer: bool = False
    clinic: ClinicContact | None = None
    about: About = About()
    safety: Safety = Safety()
    symptoms: Symptoms = Symptoms()
    lab_results: LabResults = LabResults()
    conditions: Conditions = Conditions()
    operations: Operations = Operations()
    medicines: Medicines = Medicines()
    diet: Diet = Diet()
    nitrous_oxide: NitrousOxideUse = NitrousOxideUse()
    family: Family = Family()
    pregnancy: PregnancyAnswer = PregnancyAnswer()
    cautions: Cautions = Cautions()
    attempts: Attempts = Attempts()
    questions: Questions = Questions()
    acknowledged: tuple[Line, ...] = ()  # red flags whose page the person has read

    @property
    def for_other(self) -> bool:
        """Whether a caregiver writes on somebody's behalf."""
        return self.preparing_for is PreparingFor.OTHER

    @property
    def their_country(self) -> Country:
        """The country whose numbers, paper and day are theirs; without one, what fits anywhere."""
        return COUNTRIES_BY_ID[self.country or "elsewhere"]

    @property
    def paper(self) -> PaperId:
        """The paper that printers hold at the clinic, or else in the country."""
        return (self.clinic or self.their_country).paper

    @property
    def are_untouched(self) -> bool:
        """Whether the person has told nothing yet; a clinic and a country come with a link."""
        brought = self.replace(clinic=None, country=None, shared_computer=False)
        return brought == Answers()

    def replace(self, **parts: Any) -> Answers:
        """Return the answers with some parts replaced; what this version does not know stays."""
        kept = {name: _with_unknown(getattr(self, name), part) for name, part in parts.items()}
        return self.model_copy(update=kept)

    @property
    def items(self) -> tuple[Item, ...]:
        """All entries of all lists."""
        return (
            *self.symptoms.entries,
            *self.lab_results.entries,
            *self.operations.entries,
            *self.medicines.entries,
            *self.attempts.entries,
            *self.questions.own,
        )

    def with_next_item(self) -> tuple[int, Answers]:
        """Return a number for a new list entry, and the answers that remember it is taken."""
        number = max([self.next_item, *(entry.item + 1 for entry in self.items)])
        return number, self.replace(next_item=number + 1)

    @model_validator(mode="after")
    def _items_are_unique(self) -> Answers:
        numbers = [entry.item for entry in self.items]
        if len(numbers) != len(set(numbers)):
            raise ValueError("item must be a number that no other entry has")
        return self

    def to_json(self) -> str:
        """Return compact JSON without the parts that were not answered."""
        parts = self.model_dump(mode="json", exclude_defaults=True) | {"version": self.version}
        return json.dumps(parts, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str | bytes, *, by_us: bool = False) -> Answers:
        """Read answers back.

        Args:
            text: What `to_json` returned.
            by_us: Whether this program wrote it: then a field without a name here is a newer
                version's, and kept. Anybody else's is refused.

        Raises:
            pydantic.ValidationError: The text is not JSON, or a field is not what it should be;
                each error's `loc` names the field.
        """
        return cls.model_validate_json(text, extra="allow" if by_us else "forbid")


def _with_unknown(old: Any, new: Any) -> Any:
    """Return the new value of a part, with what the old one held that this version cannot name.

    An entry of a list is known by its number; what belonged to a removed one goes with it.
    """
    if isinstance(new, tuple) and isinstance(old, tuple):
        before = {entry.item: entry for entry in old if isinstance(entry, Item)}
        return tuple(
            _with_unknown(before.get(entry.item), entry) if isinstance(entry, Item) else entry
            for entry in new
        )
    if not isinstance(new, Model) or type(old) is not type(new):
        return new
    known = {name: getattr(new, name) for name in type(new).model_fields}
    kept = {name: _with_unknown(getattr(old, name), value) for name, value in known.items()}
    unknown = {**(old.model_extra or {}), **(new.model_extra or {})}
    if not unknown and kept == known:
        return new
    return type(new).model_validate(kept | unknown, extra="allow")
