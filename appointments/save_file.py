"""The sheet as a save file: answers into its PDF, and back out of one that somebody sends.

Whatever comes back may be anybody's. Here it is refused if the site could never have written it;
what a page of the form would not take is named by `doubts`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from pydantic import BaseModel
from pydantic import ValidationError as WrongAnswersError
from pydantic.fields import FieldInfo

from appointments.answer_types import MAX_NOTE
from appointments.answers import Answers
from appointments.choices import Has, HasResults
from appointments.pdf.reading import PdfFault, read_attachment
from appointments.sealed_cookie import AnswersTooLongError, seal
from appointments.steps.about import OLDEST, VISIT_YEARS
from appointments.steps.fields import line, note
from appointments.steps.medicines import PICK_LIST as MEDICINES
from appointments.steps.operations import PICK_LIST as OPERATIONS
from appointments.steps.symptoms import PICK_LIST as SYMPTOMS

MOST_ITEMS = 10_000
"""The highest number of a list entry; numbers are not used twice, yet nobody adds so many."""

MOST_CHOSEN = 200
"""The longest list of things picked; more than all there are to pick from."""

SENTENCES = {
    PdfFault.NO_PDF: _("This file is not a PDF. Choose the sheet (PDF) that you saved"),
    PdfFault.LOCKED: _("This PDF is locked with a password. Choose the sheet as you downloaded it"),
    PdfFault.NO_ATTACHMENT: _(
        "There are no answers inside this PDF. It may come from somewhere else, or it was saved "
        "without them. Choose another file"
    ),
    PdfFault.BROKEN: _(
        "This PDF cannot be read. It may be damaged, or another program has changed it. "
        "Choose the sheet as you downloaded it"
    ),
}
OTHER_VERSION = _(
    "This sheet was made with another version of this guide, and its answers cannot be read here. "
    "You can still print it"
)
CHANGED = _(
    "The answers inside this PDF were changed or damaged, so they are not used. "
    "Choose the sheet as you downloaded it"
)
EMPTY = _("No question was answered when this sheet was saved. Choose another file")
TOO_LONG = _(
    "The answers inside this PDF are too long for your browser’s storage: it holds about ten "
    "pages of notes. You can still print the sheet, or choose another file"
)

LINE, NOTE = line(), note()
PICK_LISTS = (SYMPTOMS, OPERATIONS, MEDICINES)

# How pydantic calls what a sheet holds that this version has no name for.
UNKNOWN = {"extra_forbidden", "literal_error", "enum"}


def answers_to_embed(answers: Answers) -> bytes:
    """Return the JSON for the PDF: all that the person answered.

    Not in it: that the computer is shared, which is true of the computer only, and which warnings
    were read, because they have to be read again at a later time.
    """
    return answers.replace(acknowledged=(), shared_computer=False).to_json().encode()


def answers_from(pdf: bytes) -> Answers:
    """Return the answers that a sheet carries.

    Raises:
        ValidationError: There are none that can be used; it says why, and what to do.
    """
    found = read_attachment(pdf)
    if isinstance(found, PdfFault):
        raise ValidationError(SENTENCES[found])
    return checked(found)


def checked(text: bytes) -> Answers:
    """Return answers from JSON that anybody could have written.

    Raises:
        ValidationError: They could not have been typed here; it says what to do.
    """
    try:
        answers = Answers.from_json(text).replace(acknowledged=(), shared_computer=False)
    except WrongAnswersError as error:
        kinds = {problem["type"] for problem in error.errors(include_input=False)}
        fields = {problem["loc"] for problem in error.errors(include_input=False)}
        other = ("version",) in fields or kinds & UNKNOWN
        raise ValidationError(OTHER_VERSION if other else CHANGED) from None
    if answers == Answers():
        raise ValidationError(EMPTY)
    possible = (
        _says_all_once(text)
        and answers.with_next_item()[0] <= MOST_ITEMS
        and _has_likely_dates(answers)
        and _has_likely_lists(answers)
        # A clinic was typed by nobody, and of it only the name of its link is believed.
        and all(_as_typed(answers.replace(clinic=None)))
    )
    if not possible:
        raise ValidationError(CHANGED)
    try:
        seal(answers)
    except AnswersTooLongError:
        raise ValidationError(TOO_LONG) from None
    return answers


def _says_all_once(text: bytes) -> bool:
    """Return whether the JSON, which has been read already, gives no answer twice."""
    names: list[bool] = []
    json.loads(text, object_pairs_hook=lambda pairs: names.append(len(dict(pairs)) == len(pairs)))
    return all(names)


def _has_likely_dates(answers: Answers) -> bool:
    """Return whether the form can have taken the birth date and the day of the visit.

    The sheet may be many years old, and the visit with it.
    """
    about, today = answers.about, timezone.localdate()
    born, visit = about.date_of_birth, about.appointment_on
    return (born is None or OLDEST <= born <= today) and (
        visit is None or OLDEST.year <= visit.year <= today.year + VISIT_YEARS
    )


def _has_likely_lists(answers: Answers) -> bool:
    """Return whether no list holds one thing twice, and none is said to be empty that is not."""
    return all(
        len(set(keys := [picked.key(entry) for entry in picked.entries(answers)])) == len(keys)
        for picked in PICK_LISTS
    ) and not any(
        part.entries and part.has not in (Has.SOME, HasResults.SOME)
        for part in (answers.lab_results, answers.attempts)
    )


def _as_typed(part: BaseModel) -> Iterator[bool]:
    """Yield for each text whether the boxes of the form would have taken it, just as it is."""
    for name, field in type(part).model_fields.items():
        value = getattr(part, name)
        if isinstance(value, BaseModel):
            yield from _as_typed(value)
        elif isinstance(value, tuple):
            yield len(value) <= MOST_CHOSEN
            for entry in value:
                yield from _as_typed(entry) if isinstance(entry, BaseModel) else [_fits(entry)]
            # Nothing can be picked twice; the numbers of entries differ already.
            yield len(set(value)) == len(value)
        elif isinstance(value, str):
            yield _fits(value, field)


def _fits(text: str, field: FieldInfo | None = None) -> bool:
    """Return whether a box for one line, or for a note, takes the text without any change."""
    is_note = field and any(_longest(limit) == MAX_NOTE for limit in field.metadata)
    try:
        return (NOTE if is_note else LINE).clean(text) == text
    except ValidationError:
        return False


def _longest(limit: Any) -> int | None:
    return getattr(limit, "max_length", None)
