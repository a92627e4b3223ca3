"""B12 tried so far, as rows that can be compared: how much, how regularly, what came of it."""

from __future__ import annotations

from appointments.answer_parts import Attempt
from appointments.answers import Answers
from appointments.catalogue.b12_products import B12_FORMS_BY_ID, B12_ROUTES_BY_ID
from appointments.choices import (
    DOSE_UNIT,
    EFFECT,
    MISSED_ON_PAPER,
    SOURCE_ON_PAPER,
    DoseUnit,
    Effect,
    YesNo,
)
from appointments.phrases import Phrase, Text, _
from appointments.summary.model import Cell, ChangeLink, Column, Kind, Row, Section
from appointments.summary.who_says import said, unsaid
from appointments.summary.wording import (
    KEPT_ON_PAGE_ONE,
    begun,
    ended,
    fact,
    said_instead,
    says_it_goes_on,
    sentence,
    unfolded,
)

TITLE = Phrase(_("B12 tried so far"))
ANY = Phrase(_("Any B12 taken"))
WHOLE = ChangeLink(step="b12-tried", about=Phrase(_("Add or remove B12")))
COLUMNS = (
    Column(title=Phrase(_("What")), width=30),
    Column(title=Phrase(_("How much, how often")), width=22),
    Column(title=Phrase(_("When; missed doses")), width=23),
    Column(title=Phrase(_("What came of it")), width=25),
)


def b12_tried_section(answers: Answers) -> Section:
    """Return a row for each kind of B12, or that none was tried."""
    attempts = answers.attempts
    if attempts.entries:
        rows = tuple(_row(entry, for_other=answers.for_other) for entry in attempts.entries)
        return Section(
            id="b12-tried", title=TITLE, kind=Kind.TABLE, rows=rows, columns=COLUMNS, whole=WHOLE
        )
    change = ChangeLink(step="b12-tried", about=TITLE)
    row = said_instead(ANY, attempts.has, change) if attempts.has else fact(ANY, "", change)
    return Section(id="b12-tried", title=TITLE, kind=Kind.FACTS, rows=(unfolded(row),))


def _row(entry: Attempt, *, for_other: bool) -> Row:
    who = said(entry.said_by, for_other=for_other)
    route = B12_ROUTES_BY_ID[entry.route].short
    asides = (KEPT_ON_PAGE_ONE if entry.pinned else "", unsaid(entry.said_by, printed=who))
    return Row(
        cells=(
            Cell(
                text=route,
                notes=(*_product(entry), *((who,) if who else ())),
                asides=tuple(filter(None, asides)),
            ),
            dose_cell(entry),
            when_cell(entry),
            _outcome(entry),
        ),
        changes=(
            ChangeLink(step="b12-product", item=entry.item, about=sentence(route, entry.product)),
        ),
        pinned=entry.pinned,
    )


def _product(entry: Attempt) -> tuple[Text, ...]:
    form: Text = ""
    if entry.form == "unsure":
        form = Phrase(_("form of B12 not known"))
    elif entry.form:
        form = B12_FORMS_BY_ID[entry.form].wording
    source: Text = SOURCE_ON_PAPER[entry.source] if entry.source else ""
    product = sentence(form, entry.product, source)
    return (product,) if product else ()


def dose_cell(entry: Attempt) -> Cell:
    """Return how much, how often."""
    if entry.dose and entry.dose_unit is DoseUnit.MICROGRAMS:
        dose: Text = Phrase(_("%(dose)s micrograms"), {"dose": entry.dose})
    elif entry.dose and entry.dose_unit is DoseUnit.MILLIGRAMS:
        dose = Phrase(_("%(dose)s mg"), {"dose": entry.dose})
    elif entry.dose_unit is DoseUnit.UNKNOWN:
        dose = (
            Phrase(_("%(dose)s (unit not known)"), {"dose": entry.dose})
            if entry.dose
            else Phrase(_("dose not known"))
        )
    else:
        dose = entry.dose
    unit: tuple[Text, ...] = ()
    if not dose and entry.dose_unit:
        unit = (Phrase(_("Unit: %(unit)s"), {"unit": DOSE_UNIT[entry.dose_unit]}),)
    return Cell(text=sentence(dose, entry.how_often), asides=unit)


def when_cell(entry: Attempt) -> Cell:
    """Return from when to when, and below it which doses were missed."""
    start = begun(entry.started, None if entry.stopped else entry.still_taking)
    end = ended(entry.stopped)
    when = sentence(start, end)
    if isinstance(start, Phrase) and isinstance(end, Phrase):
        # Both are dates without a word before them.
        when = Phrase(_("%(start)s to %(end)s"), {"start": entry.started, "end": entry.stopped})
    still: dict[YesNo | None, Text] = {
        YesNo.YES: Phrase(_("still taking it")),
        YesNo.NO: Phrase(_("stopped")),
        YesNo.UNKNOWN: Phrase(_("not known if still taken")),
    }
    # "Since May" already says that it goes on, and a day when it stopped that it does not.
    since = not entry.stopped and says_it_goes_on(entry.started, entry.still_taking)
    until = entry.still_taking is YesNo.NO and bool(entry.stopped)
    now = still.get(entry.still_taking, "")
    if since or until:
        return Cell(text=when, notes=_missed(entry), asides=(now,))
    return Cell(text=sentence(when, now), notes=_missed(entry))


def _missed(entry: Attempt) -> tuple[Text, ...]:
    often: Text = MISSED_ON_PAPER[entry.missed] if entry.missed else ""
    missed = sentence(often, entry.missed_why, separator=": ")
    return (missed,) if missed else ()


def _outcome(entry: Attempt) -> Cell:
    effect: Text = ""
    if entry.effect is Effect.UNKNOWN:
        effect = Phrase(_("effect not known"))
    elif entry.effect:
        effect = EFFECT[entry.effect]
    notes = (
        _answer_and_detail(WEARS_OFF, entry.wears_off_early, entry.wears_off),
        _answer_and_detail(_REACTION, entry.had_reaction, entry.reaction),
    )
    return Cell(
        text=sentence(effect, entry.effect_detail, separator=". "),
        notes=tuple(note for note in notes if note),
    )


WEARS_OFF: dict[YesNo | None, Text] = {
    YesNo.YES: Phrase(_("symptoms come back before the next dose")),
    YesNo.NO: Phrase(_("symptoms do not come back before the next dose")),
    YesNo.UNKNOWN: Phrase(_("not known if symptoms come back before the next dose")),
    None: Phrase(_("before the next dose")),
}
_REACTION: dict[YesNo | None, Text] = {
    YesNo.YES: Phrase(_("reaction")),
    YesNo.NO: Phrase(_("no reaction")),
    YesNo.UNKNOWN: Phrase(_("not known if there was a reaction")),
    None: Phrase(_("reaction")),
}


def _answer_and_detail(words: dict[YesNo | None, Text], answer: YesNo | None, detail: str) -> Text:
    """Return the answer and what was typed to it; a text alone is kept without judging it."""
    if answer is None and not detail:
        return ""
    return sentence(words[answer], detail, separator=": ")
