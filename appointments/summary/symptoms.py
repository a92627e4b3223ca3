"""The symptoms: since when, which way, and what they stop the person doing."""

from __future__ import annotations

from appointments.answers import OTHER, Answers, NoticedBy, SymptomEntry, YesNo
from appointments.catalogue.symptoms import SYMPTOMS_BY_ID
from appointments.choices import TREND_ON_PAPER
from appointments.phrases import Phrase, Text, _
from appointments.summary.model import Cell, ChangeLink, Column, Kind, Row, Section
from appointments.summary.wording import fact, said_instead

TITLE = Phrase(_("Symptoms"))
COLUMNS = (
    Column(title=Phrase(_("Symptom")), width=36),
    Column(title=Phrase(_("Since")), width=15),
    Column(title=Phrase(_("Now")), width=17),
    Column(title=Phrase(_("Effect on daily life")), width=32),
)
NOTICED: dict[NoticedBy | None, Phrase] = {
    NoticedBy.OTHER: Phrase(_("noticed by somebody else")),
    NoticedBy.BOTH: Phrase(_("others noticed it too")),
}


def symptoms_section(answers: Answers) -> Section:
    """Return a row for each symptom, or that there are none."""
    symptoms = answers.symptoms
    if symptoms.entries:
        rows = tuple(_row(entry) for entry in symptoms.entries)
        return Section(id="symptoms", title=TITLE, kind=Kind.TABLE, rows=rows, columns=COLUMNS)
    change = ChangeLink(step="symptoms", about=TITLE)
    row = said_instead(TITLE, symptoms.has, change) if symptoms.has else fact(TITLE, "", change)
    return Section(id="symptoms", title=TITLE, kind=Kind.FACTS, rows=(_unfolded(row),))


def _unfolded(row: Row) -> Row:
    """Return the row as a row of its own: no other row of its section shares the answer."""
    return Row(cells=row.cells, changes=row.changes, answered=row.answered)


def _row(entry: SymptomEntry) -> Row:
    term: tuple[Text, ...] = ()
    if entry.symptom == OTHER:
        name: Text = entry.own_words
    else:
        symptom = SYMPTOMS_BY_ID[entry.symptom]
        name = symptom.name
        if symptom.clinician_term:
            term = (symptom.clinician_term,)
    now: Text = TREND_ON_PAPER[entry.trend] if entry.trend else ""
    new = (Phrase(_("new or worse in last 2 weeks")),) if entry.recent is YesNo.YES else ()
    noticed = (NOTICED[entry.noticed_by],) if entry.noticed_by in NOTICED else ()
    return Row(
        cells=(
            Cell(text=name, notes=term),
            Cell(text=entry.since),
            Cell(text=now, notes=new),
            Cell(text=entry.effect, notes=noticed),
        ),
        changes=(ChangeLink(step="symptom-details", item=entry.item, about=name),),
    )
