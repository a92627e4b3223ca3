"""The symptoms: since when, which way, and what they stop the person doing."""

from __future__ import annotations

from appointments.answer_types import OTHER
from appointments.answers import Answers, SymptomEntry
from appointments.catalogue.symptoms import SYMPTOMS_BY_ID, Symptom
from appointments.choices import TREND_ON_PAPER, NoticedBy, YesNo
from appointments.phrases import Phrase, Text, _
from appointments.summary.model import Cell, ChangeLink, Column, Kind, Row, Section
from appointments.summary.wording import fact, said_instead, unfolded

TITLE = Phrase(_("Symptoms"))
ANY = Phrase(_("Anything noticed"))
WHOLE = ChangeLink(step="symptoms", about=Phrase(_("Add or remove symptoms")))
COLUMNS = (
    Column(title=Phrase(_("Symptom")), width=40),
    Column(title=Phrase(_("Since")), width=15),
    Column(title=Phrase(_("Now")), width=14),
    Column(title=Phrase(_("Effect on daily life")), width=31),
)
NEW = Phrase(_("new or worse in last 2 weeks"))
NOT_KNOWN_IF_NEW = Phrase(_("not known if new"))
NOTICED: dict[NoticedBy, Phrase] = {
    NoticedBy.PATIENT: Phrase(_("noticed by the patient")),
    NoticedBy.OTHER: Phrase(_("noticed by somebody else")),
    NoticedBy.BOTH: Phrase(_("others noticed it too")),
}


def symptoms_section(answers: Answers) -> Section:
    """Return a row for each symptom, or that there are none."""
    symptoms = answers.symptoms
    if symptoms.entries:
        rows = tuple(_row(entry, for_other=answers.for_other) for entry in symptoms.entries)
        return Section(
            id="symptoms", title=TITLE, kind=Kind.TABLE, rows=rows, columns=COLUMNS, whole=WHOLE
        )
    change = ChangeLink(step="symptoms", about=TITLE)
    row = said_instead(ANY, symptoms.has, change) if symptoms.has else fact(ANY, "", change)
    return Section(id="symptoms", title=TITLE, kind=Kind.FACTS, rows=(unfolded(row),))


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
    # That patients notice their own symptoms goes without saying, unless somebody else writes.
    said = for_other or entry.noticed_by is not NoticedBy.PATIENT
    noticed = (NOTICED[entry.noticed_by],) if entry.noticed_by and said else ()
    return Row(
        cells=(
            Cell(text=name, notes=(*term, *new)),
            Cell(text=entry.since),
            Cell(text=now, notes=unsure),
            Cell(text=entry.effect, notes=noticed),
        ),
        changes=(ChangeLink(step="symptom-details", item=entry.item, about=name),),
    )


def _term(symptom: Symptom) -> tuple[Text, ...]:
    """Return the clinician's word, unless the lay words are the same ("Headaches")."""
    term = symptom.clinician_term
    if term is None or term.message.casefold() in symptom.name.message.casefold():
        return ()
    return (term,)
