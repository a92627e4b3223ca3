"""Summaries as a visitor could make them: ordinary, sparse, huge and nasty."""

from appointments.phrases import Joined, Phrase, Text
from appointments.summary.model import Cell, Column, Kind, Row, Section, Summary

FOOTER = Phrase("My own account, prepared with B12 Guide. Not a diagnosis.")
TITLE = Phrase("For my appointment: vitamin B12")


def row(*texts: Text | Cell, answered: bool = True) -> Row:
    return Row(
        cells=tuple(text if isinstance(text, Cell) else Cell(text=text) for text in texts),
        answered=answered,
    )


def columns(**widths: int) -> tuple[Column, ...]:
    return tuple(
        Column(title=Phrase(title.replace("_", " ")), width=width)
        for title, width in widths.items()
    )


def strong(text: Text, *notes: Text) -> Cell:
    return Cell(text=text, notes=notes, strong=True)


def noted(text: Text, *notes: Text) -> Cell:
    return Cell(text=text, notes=notes)


QUESTIONS = Section(
    id="questions",
    title=Phrase("My three questions"),
    kind=Kind.QUESTIONS,
    rows=(
        row(
            Phrase(
                "Do my symptoms suggest nerve involvement, "
                "and does that change how fast I should be treated?"
            ),
            Phrase("Because I have tingling and unsteadiness, worse since October."),
        ),
        row(
            Phrase("I took B12 tablets before the test. Does that change how to read it?"),
            Phrase("Because I took 1,000 micrograms a day for 5 weeks before."),
        ),
        row("I take metformin. Should my B12 be checked from now on?", ""),
    ),
)
NOTICE = Section(
    id="notice",
    title=Phrase("Please note first"),
    kind=Kind.NOTICE,
    rows=(
        row(
            strong(Phrase("Unsteady on my feet")),
            "new in the last two weeks, getting worse. Two near falls.",
        ),
    ),
)
SYMPTOMS = Section(
    id="symptoms",
    title=Phrase("What I notice"),
    kind=Kind.TABLE,
    columns=columns(Symptom=34, Since=17, Now=13, What_it_stops_me_doing=36),
    rows=(
        row(
            strong(Phrase("Pins and needles, both feet"), Phrase("paresthesia")),
            "spring 2025",
            Phrase("worse"),
            "Buttons, typing; wakes me at night",
        ),
        row(
            strong(Phrase("Unsteady, worse in the dark"), Phrase("ataxia")),
            "Oct 2026",
            Phrase("worse"),
            "Stairs. Daughter noticed it first.",
        ),
        row(
            strong(Phrase("Extreme tiredness")),
            "about 2 years",
            Phrase("same"),
            "Work: half days since June",
        ),
        row(strong(Phrase("Losing words")), "Aug 2026", Phrase("not sure"), "Daughter noticed"),
    ),
)
LABS = Section(
    id="labs",
    title=Phrase("Blood tests, exactly as my reports show them"),
    kind=Kind.TABLE,
    columns=columns(
        Test=28, Date=15, My_result=22, **{"Lab’s_range": 15}, **{"B12_before_the_test?": 20}
    ),
    rows=(
        row(
            strong(Phrase("Vitamin B12 (total)")),
            "12 Nov 2026",
            strong("231 pg/mL", Phrase("about 170 pmol/L")),
            "200–900",
            "tablets daily, 5 weeks",
        ),
        row(
            strong(Phrase("Vitamin B12 (total)")),
            "3 Mar 2025",
            strong("148 pg/mL", Phrase("below the lab’s range")),
            "200–900",
            Phrase("none"),
        ),
        row(
            strong(Phrase("Methylmalonic acid")),
            "12 Nov 2026",
            strong("0.62 µmol/L", Phrase("above the lab’s range")),
            "≤ 0.40",
            "tablets daily, 5 weeks",
        ),
        row(strong(Phrase("Hemoglobin")), "12 Nov 2026", strong("12.4 g/dL"), "12.0–15.5", "–"),
        row(
            strong(Phrase("Intrinsic factor antibody")),
            "–",
            Phrase("waiting for the result"),
            "–",
            "–",
        ),
    ),
)
TRIED = Section(
    id="tried",
    title=Phrase("B12 I have tried"),
    kind=Kind.TABLE,
    columns=columns(
        What=28, **{"How_much,_how_often": 24}, **{"When;_missed_doses": 22}, What_came_of_it=26
    ),
    rows=(
        row(
            strong(Phrase("Cyanocobalamin tablets")),
            "1,000 micrograms, once a day",
            "since 8 Oct 2026; rarely",
            "No change in feet yet",
        ),
        row(
            strong(Phrase("Multivitamin")),
            "6 micrograms, once a day",
            "2023–2025; often",
            "Stopped: nausea",
        ),
    ),
)
ABSORPTION = Section(
    id="absorption",
    title=Phrase("What may affect how I absorb B12"),
    kind=Kind.FACTS,
    rows=(
        row(
            strong(Phrase("Medicines")),
            "Metformin 1,000 mg twice a day since 2019. Omeprazole 20 mg a day since about 2021.",
        ),
        row(
            strong(Phrase("Conditions, operations")),
            Joined(
                (
                    Phrase("Autoimmune thyroid disease (2012)."),
                    Phrase("No stomach or bowel operation."),
                ),
                " ",
            ),
        ),
        row(
            strong(Phrase("Family, food, other")),
            "Sister: pernicious anemia. Eats everything. Nitrous oxide: never. Pregnancy: no.",
        ),
        row(strong(Phrase("Weight")), "", answered=False),
    ),
)
OTHER_QUESTIONS = Section(
    id="other-questions",
    title=Phrase("My other questions, with room for answers"),
    kind=Kind.QUESTIONS,
    room_to_write=True,
    rows=(
        row(
            Phrase("What do my results mean for me, together with how I feel?"),
            Phrase("Because everyone can ask this."),
        ),
        row(
            Phrase("What could be the cause, and how do we find out?"),
            Phrase("Because my sister has pernicious anemia."),
        ),
        row(Phrase("How soon should I notice a change, and when do we look again?"), ""),
        row("Is it safe to drive while my feet are numb?", ""),
    ),
)

ORDINARY = Summary(
    title=TITLE,
    who=(
        "A. Patient, born 2 April 1961.",
        "Seeing the hematology clinic on Thursday 3 December 2026.",
        "Filled in with my daughter, who also wrote down what she noticed.",
    ),
    sections=(QUESTIONS, NOTICE, SYMPTOMS, LABS, TRIED, ABSORPTION),
    footer=FOOTER,
)
WITH_ROOM = Summary(
    title=TITLE, who=ORDINARY.who, sections=(*ORDINARY.sections, OTHER_QUESTIONS), footer=FOOTER
)
SPARSE = Summary(
    title=TITLE,
    who=(Phrase("Prepared on 1 December 2026."),),
    sections=(
        Section(
            id="questions",
            title=Phrase("My questions"),
            kind=Kind.QUESTIONS,
            rows=(row("Why am I tired?"),),
        ),
        Section(
            id="symptoms",
            title=Phrase("What I notice"),
            kind=Kind.TABLE,
            columns=SYMPTOMS.columns,
            rows=(),
        ),
        Section(
            id="absorption",
            title=Phrase("What may affect how I absorb B12"),
            kind=Kind.FACTS,
            rows=(row(strong("Medicines"), Phrase("I don’t know")),),
        ),
    ),
    footer=FOOTER,
)
HUGE = Summary(
    title=TITLE,
    who=ORDINARY.who,
    sections=(
        QUESTIONS,
        NOTICE,
        Section(
            id="symptoms",
            title=SYMPTOMS.title,
            kind=Kind.TABLE,
            columns=SYMPTOMS.columns,
            rows=SYMPTOMS.rows * 5,
        ),
        Section(
            id="labs", title=LABS.title, kind=Kind.TABLE, columns=LABS.columns, rows=LABS.rows * 6
        ),
        Section(
            id="tried",
            title=TRIED.title,
            kind=Kind.TABLE,
            columns=TRIED.columns,
            rows=TRIED.rows * 5,
        ),
        Section(
            id="absorption",
            title=ABSORPTION.title,
            kind=Kind.FACTS,
            rows=tuple(
                row(strong(f"Medicine {number}"), "It helps, I think; I take it with food. " * 7)
                for number in range(20)
            ),
        ),
        Section(
            id="other",
            title=OTHER_QUESTIONS.title,
            kind=Kind.QUESTIONS,
            room_to_write=True,
            rows=OTHER_QUESTIONS.rows * 4,
        ),
    ),
    footer=FOOTER,
)
LONG_WORD = "Donaudampfschifffahrtsgesellschaftskapitän" * 4
NASTY_TEXTS = (
    "It’s O'Brien's \"test\"",
    "<script>alert(1)</script> & <b>not bold</b>",
    LONG_WORD,
    "≤ 0.4 µmol/L or ≥ 3 μg × 10⁹/L ± 2 °C – “so” … β α ½",
    "I feel 😀😀 and 👍🏽",
    "שלום, אני עייפה מאוד",
    "مرحبا بك",
    "日本 東京",
    "two\nlines",
    "Zoë Łukasz Šimić İpek Nguyễn Ольга Ωmega",
    "http://example.org/a?b=c#d file:///etc/passwd {{ x }} {% y %} %(z)s",
    "12" * 150,
)
NASTY = Summary(
    title=TITLE,
    who=NASTY_TEXTS[:6],
    sections=(
        Section(
            id="questions",
            title=Phrase("My questions"),
            kind=Kind.QUESTIONS,
            rows=tuple(row(text, text) for text in NASTY_TEXTS),
        ),
        Section(
            id="notice",
            title=Phrase("Please note first"),
            kind=Kind.NOTICE,
            rows=tuple(row(strong(text), text) for text in NASTY_TEXTS),
        ),
        Section(
            id="labs",
            title=LABS.title,
            kind=Kind.TABLE,
            columns=LABS.columns,
            rows=tuple(
                row(strong(text), text, strong(text, text), text, noted("", text))
                for text in NASTY_TEXTS
            ),
        ),
        Section(
            id="facts",
            title=ABSORPTION.title,
            kind=Kind.FACTS,
            rows=tuple(row(strong(text), text) for text in NASTY_TEXTS),
        ),
        Section(
            id="other",
            title=OTHER_QUESTIONS.title,
            kind=Kind.QUESTIONS,
            room_to_write=True,
            rows=tuple(row(text, text) for text in NASTY_TEXTS),
        ),
    ),
    footer=FOOTER,
)
EMPTY = Summary(title=TITLE, who=(), sections=(), footer=FOOTER)

SAMPLES = {
    "ordinary": ORDINARY,
    "room": WITH_ROOM,
    "sparse": SPARSE,
    "huge": HUGE,
    "nasty": NASTY,
    "empty": EMPTY,
}
