"""What must be read first: red flags that the person reports, above every number."""

from __future__ import annotations

from appointments.answer_parts import (
    Attempt,
    Conditions,
    LabResult,
    PregnancyAnswer,
    Safety,
    SymptomEntry,
)
from appointments.answers import Answers
from appointments.catalogue.b12_products import B12_ROUTES_BY_ID
from appointments.phrases import Joined, Phrase, Text, _
from appointments.rules.names import lab_test_name, symptom_name
from appointments.rules.red_flags import RaisedFlag, Told, red_flags
from appointments.summary.model import Cell, ChangeLink, Kind, Row, Section

NOW_OR_NEW = Phrase(_("now, or new in the last 2 weeks"))
CHANGE = ChangeLink(step="safety", about=Phrase(_("the safety check")))


def safety_section(answers: Answers) -> Section:
    """Return the red flags that are happening or new, and what is over."""
    safety = answers.safety
    rows = [
        Row(
            cells=(Cell(text=flag.reported, notes=_onset(flag), strong=True),),
            changes=tuple(_change(told) for told in flag.told_by),
        )
        for flag in red_flags(answers)
    ]
    if safety.past:
        over = Phrase(_("Earlier, and over now: %(what)s"), {"what": safety.past})
        rows.append(Row(cells=(Cell(text=over),), changes=(CHANGE,)))
    if not rows:
        none = Phrase(_("None of the warning signs now, or new in the last 2 weeks"))
        skipped = Phrase(_("Safety check not answered"))
        rows.append(
            Row(
                cells=(Cell(text=none if safety.none_of_these else skipped),),
                changes=(CHANGE,),
                answered=safety.none_of_these,
                on_paper=False,  # where the box stands for nothing but signs that cannot wait
            )
        )
    return Section(
        id="safety", title=Phrase(_("Please note first")), kind=Kind.NOTICE, rows=tuple(rows)
    )


def _onset(flag: RaisedFlag) -> tuple[Text, ...]:
    """Return since when, as far as anybody said so."""
    symptoms = [told for told in flag.told_by if isinstance(told, SymptomEntry) and told.since]
    alone = len(symptoms) == 1 == len(flag.told_by)
    ticked = (NOW_OR_NEW,) if any(isinstance(told, Safety) for told in flag.told_by) else ()
    onsets = [Phrase(_("onset: %(when)s"), {"when": told.since}) for told in symptoms]
    if alone:
        return tuple(onsets)
    names = [symptom_name(told) for told in symptoms]
    return (*ticked, *(Joined(pair, ", ") for pair in zip(names, onsets, strict=True)))


def _change(told: Told) -> ChangeLink:
    """Return where an answer that raises a flag is changed."""
    match told:
        case SymptomEntry():
            return ChangeLink(step="symptom-details", item=told.item, about=symptom_name(told))
        case LabResult():
            return ChangeLink(step="lab-result", item=told.item, about=lab_test_name(told))
        case Attempt():
            route = B12_ROUTES_BY_ID[told.route].short
            return ChangeLink(step="b12-effect", item=told.item, about=route)
        case PregnancyAnswer():
            return ChangeLink(step="pregnancy", about=Phrase(_("pregnancy")))
        case Conditions():
            return ChangeLink(step="conditions", about=Phrase(_("conditions that affect B12")))
        case _:
            return CHANGE
