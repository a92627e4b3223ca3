"""The titles of a table's columns, in the languages of the reports we read."""

from __future__ import annotations

from enum import StrEnum

from appointments.report_text.marks import flag_of


class Column(StrEnum):
    """What stands in a column."""

    NAME = "name"
    VALUE = "value"
    FLAG = "flag"
    UNIT = "unit"
    RANGE = "range"
    PREVIOUS = "previous"
    OTHER = "other"
    UNTITLED = "untitled"


_WORDS: dict[Column, tuple[str, ...]] = {
    Column.NAME: (
        *("test", "tests", "test name", "name", "component", "components", "analyte", "assay"),
        *("investigation", "examination", "description", "parameter", "test description"),
        *("untersuchung", "analyse", "analyt", "bezeichnung", "messgröße", "undersøgelse"),
        *("prøve", "laboratory test", "lab test", "procedure", "test component"),
        *("biomarker", "biomarkers", "marker", "laborparameter", "analysis", "prøvenavn"),
    ),
    Column.VALUE: (
        *("result", "results", "value", "your value", "your result", "current result", "latest"),
        *("current result and flag", "result value", "test result", "observed value", "in range"),
        *("out of range", "in-range", "out-of-range", "result and flag", "measured value"),
        *("within range", "outside range", "wert", "ergebnis", "messwert", "resultat", "svar"),
        *("værdi", "current", "current value", "patient result", "latest result", "latest value"),
        *("aktueller wert", "aktuell"),
    ),
    Column.FLAG: (
        *("flag", "flags", "abn", "abnormal", "abnormal flag", "h/l", "indicator", "mark"),
        *("markierung", "bewertung", "markering", "alert", "*", "+/-", "l/h", "interpretation"),
    ),
    Column.UNIT: ("unit", "units", "uom", "einheit", "einheiten", "enhed", "enheder"),
    Column.RANGE: (
        *("reference range", "reference ranges", "reference interval", "reference intervals"),
        *("reference", "ref range", "ref. range", "ref interval", "ref. interval", "ref"),
        *("ref.", "normal range", "normal ranges", "standard range", "range", "normal", "limits"),
        *("reference limits", "reference values", "reference value", "expected range"),
        *("biological reference interval", "biological ref. interval", "bio. ref. interval"),
        *("referenzbereich", "referenz", "normbereich", "normalwert", "normalwerte", "norm"),
        *("referenzwert", "referenzwerte", "referenceinterval", "referenceområde", "ref.int."),
        *(
            "latest ref rng & units",
            "latest ref rng",
            "latest ref range & units",
            "ref rng & units",
        ),
        *("ref range & units", "reference range & units", "reference range and units"),
        *("ref.-interval", "ref.interval", "ref.bereich", "ref.-bereich", "std range"),
    ),
    Column.PREVIOUS: (
        *("previous", "previous result", "previous results", "previous result and date"),
        *("previous value", "prior", "prior result", "last result", "last value", "past result"),
        *("previous date", "prev", "prev.", "prev result", "prev. result", "vorwert", "vorwerte"),
        *(
            "vorbefund",
            "vorergebnis",
            "letzter wert",
            "tidligere",
            "tidligere svar",
            "forrige",
            "forrige svar",
        ),
    ),
    Column.OTHER: (
        *("lab", "status", "date", "collected", "method", "methode", "specimen", "sample", "code"),
        *("material", "comment", "comments", "kommentar", "notes", "loinc", "verified", "note"),
        *(
            "performing lab",
            "site code",
            "site",
            "datum",
            "dato",
            "no.",
            "no",
            "#",
            "details",
            "trend",
            "date/time",
        ),
    ),
}
_COLUMN_OF = {word: column for column, words in _WORDS.items() for word in words}
_LONGEST_PHRASE = 5


def column_title(text: str) -> Column | None:
    """Return the column that the text is the title of, or None; a mark on its own is none."""
    if flag_of(text):
        return None
    return _COLUMN_OF.get(" ".join(text.casefold().split()).strip(" :"))


def titles_in(text: str) -> list[Column] | None:
    """Return the columns whose titles stand one after the other, or None."""
    words = text.casefold().strip(" :").split()
    found: list[Column] = []
    at = 0
    while at < len(words):
        for end in range(min(len(words), at + _LONGEST_PHRASE), at, -1):
            if column := _COLUMN_OF.get(" ".join(words[at:end])):
                found.append(column)
                at = end
                break
        else:
            return None
    return found
