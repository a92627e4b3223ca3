"""The symptoms: since when, which way, and what they stop the person doing."""

from __future__ import annotations

from dataclasses import replace

from appointments.answer_parts import SymptomEntry
from appointments.answer_types import OTHER
from appointments.answers import Answers
from appointments.catalogue.symptoms import SYMPTOMS_BY_ID, Symptom
from appointments.choices import TREND_ON_PAPER, YesNo
from appointments.phrases import Phrase, Text, _
from appointments.summary.model import Cell, ChangeLink, Column, Kind, Row, Section
from appointments.summary.who_says import noticed, unsaid
from appointments.summary.wording import KEPT_ON_PAGE_ONE, fact, said_instead, sentence, unfolded

TITLE = Phrase(_("Symptoms"))
ANY = Phrase(_("Anything noticed"))
WHOLE = ChangeLink(step="symptoms", about=Phrase(_("Add or remove symptoms")))
COLUMNS = (
    Column(title=Phrase(_("Symptom")), width=30),
    Column(title=Phrase(_("Since")), width=15),
    Column(title=Phrase(_("Now")), width=18),
    Column(title=Phrase(_("Effect on daily life")), width=37),
)
ALSO = Phrase(_("Also"))
NAMED = Phrase(_("Named, without details"))
NEW = Phrase(_("new or worse in last 2 weeks"))
NOT_KNOWN_IF_NEW = Phrase(_("not known if new"))
NOT_NEW = Phrase(_("not new or worse in last 2 weeks"))


def symptoms_section(answers: Answers) -> Section:
    """Return a row for each symptom, or that there are none."""
    symptoms = answers.symptoms
    if symptoms.entries:
        rows = _together(
            tuple(_row(entry, for_other=answers.for_other) for entry in symptoms.entries)
        )
        return Section(
            id="symptoms", title=TITLE, kind=Kind.TABLE, rows=rows, columns=COLUMNS, whole=WHOLE
        )
    change = ChangeLink(step="symptoms", about=TITLE)
    row = said_instead(ANY, symptoms.has, change) if symptoms.has else fact(ANY, "", change)
    return Section(id="symptoms", title=TITLE, kind=Kind.FACTS, rows=(unfolded(row),))


def _together(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Return the rows, those without any details to be named in one row on paper."""
    bare = [row for row in rows if not _says_more(row)]
    fold = ALSO if len(bare) < len(rows) else NAMED
    return tuple(
        row
        if _says_more(row)
        else replace(row, fold=fold, folded_as=sentence(row.cells[0].text, *row.cells[0].notes))
        for row in rows
    )


def _says_more(row: Row) -> bool:
    """Whether anything but its name was said of a symptom."""
    return (
        any(cell.text or cell.notes for cell in row.cells[1:])
        or row.pinned
        or NEW in row.cells[0].notes
    )


def _row(entry: SymptomEntry, *, for_other: bool) -> Row:
    term: tuple[Text, ...] = ()
    if entry.symptom == OTHER:
        name: Text = entry.own_words
    else:
        symptom = SYMPTOMS_BY_ID[entry.symptom]
        name, term = symptom.name, _term(symptom)
    now: Text = TREND_ON_PAPER[entry.trend] if entry.trend else ""
    new = (NEW,) if entry.recent is YesNo.YES else ()
    unsure = (NOT_KNOWN_IF_NEW,) if entry.recent is YesNo.UNKNOWN else ()
    not_new = (NOT_NEW,) if entry.recent is YesNo.NO else ()
    who = noticed(entry.noticed_by, for_other=for_other)
    goes_without_saying = (
        unsaid(entry.noticed_by, printed=who),
        KEPT_ON_PAGE_ONE if entry.pinned else "",
    )
    return Row(
        cells=(
            Cell(
                text=name,
                notes=(*term, *new, *((who,) if who else ())),
                asides=tuple(filter(None, goes_without_saying)),
            ),
            Cell(text=entry.since),
            Cell(text=now, notes=unsure, asides=not_new),
            Cell(text=entry.effect),
        ),
        changes=(ChangeLink(step="symptom-details", item=entry.item, about=name),),
        pinned=entry.pinned,
    )


def _term(symptom: Symptom) -> tuple[Text, ...]:
    """Return the clinician's word, unless the lay words are the same ("Headaches")."""
    term = symptom.clinician_term
    if term is None or term.message.casefold() in symptom.name.message.casefold():
        return ()
    return (term,)
