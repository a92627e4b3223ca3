"""What may affect how B12 is absorbed, or how a test is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any

from appointments.answer_parts import MedicineEntry, Operation
from appointments.answers import Answers
from appointments.catalogue.cautions import CAUTIONS_BY_ID
from appointments.catalogue.conditions import CONDITIONS_BY_ID
from appointments.catalogue.diet import DIETS_BY_ID
from appointments.catalogue.entry import Entry
from appointments.choices import (
    NITROUS_OXIDE,
    PREGNANCY,
    YES_NO_PRIVATE,
    Has,
    NitrousOxide,
    Pregnancy,
    YesNo,
    YesNoPrivate,
    on_paper,
)
from appointments.phrases import Joined, Phrase, Text, _
from appointments.rules.names import medicine_name, operation_name
from appointments.summary.model import Cell, ChangeLink, Kind, Row, Section
from appointments.summary.who_says import said, unsaid
from appointments.summary.wording import (
    INSTEAD,
    begun,
    fact,
    said_instead,
    says_it_goes_on,
    sentence,
)

MEDICINES = Phrase(_("Medicines"))
CONDITIONS = Phrase(_("Conditions"))
OPERATIONS = Phrase(_("Operations"))
DIET = Phrase(_("Food"))
NITROUS = Phrase(_("Nitrous oxide"))
FAMILY = Phrase(_("Family"))
BACKGROUND = Phrase(_("Black family background"))
PREGNANT = Phrase(_("Pregnancy"))
CAUTIONS = Phrase(_("Allergies, cautions"))

# What is said of them where the answer is no: "Answered no: diet low in animal foods; ...".
FOLDED_AS: Mapping[Phrase, Phrase] = {
    MEDICINES: Phrase(_("medicines that affect B12")),
    CONDITIONS: Phrase(_("conditions that affect B12")),
    OPERATIONS: Phrase(_("stomach or bowel operation")),
    DIET: Phrase(_("diet low in animal foods")),
    NITROUS: Phrase(_("nitrous oxide for fun")),
    FAMILY: Phrase(_("relative with B12 or autoimmune disease")),
    BACKGROUND: Phrase(_("Black family background")),
    PREGNANT: Phrase(_("pregnancy or breastfeeding")),
    CAUTIONS: Phrase(_("allergies or cautions")),
}

NO_IN_WORDS: Mapping[Phrase, Phrase] = {
    DIET: Phrase(_("none of these")),
    NITROUS: Phrase(_("never")),
    PREGNANT: Phrase(_("no")),
}

STILL_TAKEN = Phrase(_("still taken"))

SAID_INSTEAD = {
    NitrousOxide.NEVER: Has.NONE,
    NitrousOxide.UNKNOWN: Has.UNKNOWN,
    NitrousOxide.PRIVATE: Has.PRIVATE,
    Pregnancy.NO: Has.NONE,
    Pregnancy.UNKNOWN: Has.UNKNOWN,
    Pregnancy.PRIVATE: Has.PRIVATE,
}


def absorption_section(answers: Answers) -> Section:
    """Return a row for each part of the absorption history."""
    other = answers.for_other
    return Section(
        id="absorption",
        title=Phrase(_("What may affect absorption or testing")),
        kind=Kind.FACTS,
        rows=(
            _entries_row(MEDICINES, answers.medicines, "medicines", _medicine, for_other=other),
            _ticked_row(CONDITIONS, answers.conditions, "conditions", CONDITIONS_BY_ID, "other"),
            _entries_row(OPERATIONS, answers.operations, "operations", _operation, for_other=other),
            _ticked_row(DIET, answers.diet, "diet", DIETS_BY_ID, "detail"),
            _nitrous_oxide(answers),
            *_family(answers),
            _pregnancy(answers),
            replace(
                _ticked_row(CAUTIONS, answers.cautions, "cautions", CAUTIONS_BY_ID, "detail"),
                pinned=True,
            ),
        ),
    )


def _instead(title: Phrase, answer: StrEnum, change: ChangeLink) -> Row:
    row = said_instead(title, answer, change, folded_as=FOLDED_AS[title])
    if answer is Has.NONE and title in NO_IN_WORDS:
        return replace(row, cells=(row.cells[0], Cell(text=NO_IN_WORDS[title])))
    return row


def _entries_row(title: Phrase, part: Any, step: str, describe: Any, *, for_other: bool) -> Row:
    """Return one row for all entries of a pick list, with a link to change each."""
    pick = ChangeLink(step=step, about=title)
    if not part.entries:
        return _instead(title, part.has, pick) if part.has else fact(title, "", pick)
    described = [describe(entry) for entry in part.entries]
    said_by = [said(entry.said_by, for_other=for_other) for entry in part.entries]
    marked = [_marked(text, who) for (_name, text), who in zip(described, said_by, strict=True)]
    asides = [
        _unprinted(entry, name, who)
        for entry, (name, _text), who in zip(part.entries, described, said_by, strict=True)
    ]
    detail_step = {"medicines": "medicine-details", "operations": "operation-details"}[step]
    return Row(
        cells=(
            Cell(text=title),
            Cell(text=sentence(*marked, separator=";\n"), asides=tuple(filter(None, asides))),
        ),
        changes=(
            pick,
            *(
                ChangeLink(step=detail_step, item=entry.item, about=name)
                for entry, (name, _text) in zip(part.entries, described, strict=True)
            ),
        ),
    )


def _marked(text: Text, who: Text) -> Text:
    """Return an entry with the small word that says whose word it is, if there is one."""
    return Phrase(_("%(entry)s (%(who)s)"), {"entry": text, "who": who}) if who else text


def _unprinted(entry: MedicineEntry | Operation, name: Text, who: Text) -> Text:
    """Return an entry's name with what was said of it and is not printed; "" if all is printed."""
    still: Text = ""
    if isinstance(entry, MedicineEntry) and entry.still_taking is YesNo.YES:
        still = "" if still_taken(entry) else STILL_TAKEN
    words = sentence(unsaid(entry.said_by, printed=who), still)
    return Joined((name, words), ": ") if words else ""


def _medicine(entry: MedicineEntry) -> tuple[Text, Text]:
    """Return a medicine's name, and the name with all that was said about it."""
    name = medicine_name(entry)
    long: dict[YesNo | None, Text] = {
        YesNo.YES: Phrase(_("for 12 months or more")),
        YesNo.NO: Phrase(_("for less than 12 months")),
        YesNo.UNKNOWN: Phrase(_("not known for how long")),
    }
    return name, sentence(
        name,
        entry.dose,
        begun(entry.since, entry.still_taking),
        long.get(entry.a_year_or_more, ""),
        still_taken(entry),
    )


def still_taken(entry: MedicineEntry) -> Text:
    """Return whether a medicine is still taken, where "since" does not say so; "" for no answer.

    A medicine without a start is in the list because it is taken.
    """
    if entry.still_taking is YesNo.YES:
        said = not entry.since or says_it_goes_on(entry.since, entry.still_taking)
        return "" if said else STILL_TAKEN
    still: dict[YesNo | None, Text] = {
        YesNo.NO: Phrase(_("no longer taken")),
        YesNo.UNKNOWN: Phrase(_("not known if still taken")),
    }
    return still.get(entry.still_taking, "")


def _operation(entry: Operation) -> tuple[Text, Text]:
    """Return an operation's name, and the name with all that was said about it."""
    name = operation_name(entry)
    return name, sentence(name, entry.year, entry.detail)


def _ticked_row(
    title: Phrase, part: Any, step: str, catalogue: Mapping[str, Entry], words: str
) -> Row:
    """Return one row for a tick list and the words beside it."""
    change = ChangeLink(step=step, about=title)
    detail: str = getattr(part, words)
    if part.has and part.has is not Has.SOME and not (detail or part.chosen):
        return _instead(title, part.has, change)
    instead = (
        (_instead(title, part.has, change).cells[1].text,)
        if part.has and part.has is not Has.SOME
        else ()
    )
    chosen = (catalogue[row].wording for row in part.chosen)
    return fact(title, sentence(*instead, *chosen, detail, separator="; "), change)


def _nitrous_oxide(answers: Answers) -> Row:
    use = answers.nitrous_oxide
    change = ChangeLink(step="nitrous-oxide", about=NITROUS)
    last: Text = Phrase(_("last used: %(when)s"), {"when": use.last_used}) if use.last_used else ""
    details = sentence(last, use.how_often)
    if use.use in SAID_INSTEAD and not details:
        return _instead(NITROUS, SAID_INSTEAD[use.use], change)
    said: Text = on_paper(NITROUS_OXIDE, use.use) if use.use else ""
    return fact(NITROUS, sentence(said, details), change)


def _family(answers: Answers) -> tuple[Row, ...]:
    family = answers.family
    change = ChangeLink(step="family", about=FAMILY)
    if family.has in INSTEAD:
        first = _instead(FAMILY, family.has, change)
        if family.detail:
            first = fact(FAMILY, sentence(first.cells[1].text, family.detail), change)
    else:
        yes = _("yes: pernicious anemia, B12 deficiency or autoimmune disease")
        first = fact(FAMILY, family.detail or (Phrase(yes) if family.has else ""), change)
        if family.detail and family.has:
            said_so = Cell(text=family.detail, asides=(YES_NO_PRIVATE[family.has],))
            first = replace(first, cells=(first.cells[0], said_so))
    background = family.black_background
    if background is None:
        return (first,)
    link = ChangeLink(step="family", about=BACKGROUND)
    if background is YesNoPrivate.YES:
        return first, fact(BACKGROUND, Phrase(_("yes")), link)
    # A "no" here changes nothing for the clinician.
    return first, replace(
        _instead(BACKGROUND, background, link), on_paper=background is not YesNoPrivate.NO
    )


def _pregnancy(answers: Answers) -> Row:
    pregnancy = answers.pregnancy
    change = ChangeLink(step="pregnancy", about=PREGNANT)
    if pregnancy.status in SAID_INSTEAD and not pregnancy.detail:
        return _instead(PREGNANT, SAID_INSTEAD[pregnancy.status], change)
    status: Text = on_paper(PREGNANCY, pregnancy.status) if pregnancy.status else ""
    return fact(PREGNANT, sentence(status, pregnancy.detail), change)
