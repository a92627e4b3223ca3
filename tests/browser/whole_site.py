"""Every page of the site in each state that looks different, for checks that hold everywhere."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from typing import Any

from builders import some_answers
from django.urls import reverse
from mistakes import MISTAKES, Act
from pikepdf import Pdf
from playwright.sync_api import FilePayload
from sample_visits import (
    CAREGIVER,
    FULL,
    FULL_LISTS,
    JUST_STARTED,
    NEW,
    PICKED_ONLY,
    RED_FLAGS,
    UNDER_16,
    sample_case,
    with_stops_read,
)
from visitor import Visitor

from appointments.answer_parts import NitrousOxideUse
from appointments.answers import Answers
from appointments.catalogue.symptoms import SYMPTOMS
from appointments.choices import NitrousOxide
from appointments.pdf.attachments import attach
from appointments.save_file import answers_to_embed
from appointments.steps import STEPS, STEPS_BY_SLUG
from appointments.steps.adding import AddForm
from appointments.steps.start import START
from appointments.steps.step import AnyStep, ItemStep
from appointments.uploads import LARGEST
from content.library import list_pages

NOT_OURS = "a-token-that-no-key-of-ours-sealed"


def look(_visitor: Visitor) -> None:
    """Do nothing there."""


@dataclass(frozen=True, kw_only=True)
class View:
    """A page in one state.

    Attributes:
        name: What it is, for the test report.
        path: Its address.
        heading: What its heading starts with.
        answers: What was answered before.
        act: What the visitor does there.
    """

    name: str
    path: str
    heading: str
    answers: Answers = NEW
    act: Act = look

    def open(self, visitor: Visitor) -> None:
        """Bring a visitor there."""
        visitor.page.context.clear_cookies()
        if self.answers != NEW:
            visitor.brings(self.answers)
        visitor.go_to(self.path)
        self.act(visitor)
        assert visitor.heading.startswith(self.heading), visitor


def question_page(
    state: str, step: AnyStep, answers: Answers, act: Act = look, *, heading: str = ""
) -> View:
    """Return a question page; where there is one for each entry, that of the first entry."""
    if isinstance(step, ItemStep):
        entry = next(iter(step.entries(answers)), None)
        path = (
            reverse("question-entry", args=[step.slug, entry.item])
            if entry
            else reverse("question-new", args=[step.slug])  # it only makes new ones
        )
        title: tuple[Any, ...] = (answers, entry)
    else:
        path, title = reverse("question", args=[step.slug]), (answers,)
    return View(
        name=f"{step.slug}, {state}",
        path=reverse("appointment-start") if step is START else path,
        heading=heading or str(step.title(*title)),
        answers=answers,
        act=act,
    )


def empty_pages() -> Iterator[View]:
    """Every question page before anything is answered on it."""
    for step in STEPS:
        yield question_page("empty", step, PICKED_ONLY if isinstance(step, ItemStep) else NEW)
        if isinstance(step, ItemStep) and step.makes_entries:
            yield View(
                name=f"{step.slug}, new",
                path=reverse("question-new", args=[step.slug]),
                heading=str(step.title(NEW, None)),
            )


def answered_pages() -> Iterator[View]:
    """The question pages that look different once there are answers, as a caregiver sees them."""
    for slug in ("about", "lab-results", "b12-tried", "questions", "question-order"):
        yield question_page("answered", STEPS_BY_SLUG[slug], CAREGIVER)
    yield question_page("read", STEPS_BY_SLUG["lab-paste"], FULL, paste_a_report, heading=READ)
    yield View(
        name="lab-test, two tests",
        path=reverse("question-new", args=["lab-test"]),
        act=find_two_tests,
        heading="Which test is it?",
    )
    tests = some_answers(lab_results=[{"test": "ifab"}])
    yield question_page("in words", STEPS_BY_SLUG["lab-result"], tests)


def find_two_tests(visitor: Visitor) -> None:
    """Type a name that two tests share."""
    visitor.fill("Its name or letters, as the report prints them", "MMA")
    visitor.go_on()


READ = "Check what we read"
REPORT = """Name: A. Patient, born 02/04/1961
Collected: 12 Nov 2026
Vitamin B12 142 pg/mL (200-900) L
Intrinsic factor antibody Negative
Hb 121 g/L (120-150)
"""


def paste_a_report(visitor: Visitor) -> None:
    """Paste a report, and open what is folded away beside what was read in it."""
    visitor.fill("Text of your report", REPORT)
    visitor.go_on()
    open_all_details(visitor)


def pages_with_errors() -> Iterator[View]:
    """Every question page after a mistake."""
    for step in STEPS:
        answers = NEW
        if isinstance(step, ItemStep):
            answers = PICKED_ONLY
        elif issubclass(step.form, AddForm):
            answers = FULL_LISTS
        yield question_page("error", step, answers, MISTAKES[step.slug])


def pages_that_ask_again() -> Iterator[View]:
    """Question pages that ask "is that right?" before they take an answer."""

    def type_a_likely_slip(visitor: Visitor) -> None:
        visitor.fill("Result", "231000")
        visitor.select("Unit", "pg/mL")
        visitor.go_on()

    def type_a_large_dose(visitor: Visitor) -> None:
        visitor.fill("How much at a time?", "90000")
        visitor.choose("mg", about="Micrograms or mg?")
        visitor.go_on()

    def tick_nothing(visitor: Visitor) -> None:
        paste_a_report(visitor)
        visitor.press("Keep what is ticked")

    def take_a_symptom_away(visitor: Visitor) -> None:
        visitor.page.get_by_role("checkbox", name="Extreme tiredness").uncheck()
        visitor.go_on()

    for state, slug, act in [
        ("unlikely value", "lab-result", type_a_likely_slip),
        ("unlikely dose", "b12-product", type_a_large_dose),
        ("details to lose", "symptoms", take_a_symptom_away),
    ]:
        yield question_page(state, STEPS_BY_SLUG[slug], FULL, act)
    paste = STEPS_BY_SLUG["lab-paste"]
    yield question_page("nothing ticked", paste, FULL, tick_nothing, heading=READ)


def public_pages() -> Iterator[View]:
    """The pages that know nothing about anybody."""
    yield View(name="home", path="/", heading="Get ready for your B12 appointment")
    for page in list_pages():
        yield View(name=page.slug, path=f"/{page.slug}/", heading=page.title)
    yield View(name="get help now", path=reverse("get-help-now"), heading="When to get help now")
    yield View(
        name="get help now, all numbers shown",
        path=reverse("get-help-now"),
        heading="When to get help now",
        act=open_all_details,
    )
    yield View(name="privacy", path=reverse("privacy"), heading="Your answers stay with you")
    yield View(
        name="health data", path=reverse("health-data"), heading="Consumer health data notice"
    )
    yield View(name="glossary", path=reverse("glossary"), heading="Words explained")
    yield View(name="sources", path=reverse("sources"), heading="Where our facts come from")
    for words, heading in [
        ("", "Search"),
        ("B12 jab", "What we found"),
        ("zzyzx", "Nothing found"),
    ]:
        act = partial(look_up, words=words)
        yield View(name=f"search {words}", path=reverse("search"), heading=heading, act=act)
    yield View(name="blank form", path=reverse("blank-form"), heading="The form on paper")
    for path, heading in [
        ("/share/", "For clinics: share this guide"),
        ("/share/in-the-visit/", "How to use the sheet in the visit"),
        ("/share/page/", "Share this page"),
        ("/share/page/nitrous-oxide-and-b12/", "Share this page"),
    ]:
        yield View(name=path, path=path, heading=heading)
    yield View(name="404", path="/no-such-page/", heading="There is no such page")


def look_up(visitor: Visitor, *, words: str) -> None:
    """Search for something."""
    visitor.page.get_by_role("searchbox").fill(words)
    visitor.press("Search")


def open_all_details(visitor: Visitor) -> None:
    """Open everything that is folded away."""
    visitor.page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true })")


def stop_pages() -> Iterator[View]:
    """The pages that stand once in the place of others."""
    for name, answers, heading in [
        ("red flags", RED_FLAGS, "Get emergency help now"),
        ("under 16", UNDER_16, "This guide is for people"),
    ]:
        path = reverse("question", args=["symptoms"])
        yield View(name=name, path=path, answers=answers, heading=heading)


def last_pages() -> Iterator[View]:
    """What comes after the questions."""
    for name, answers in [
        ("full", FULL),
        ("caregiver", CAREGIVER),
        ("almost nothing", JUST_STARTED),
        ("red flags", with_stops_read(RED_FLAGS)),
        ("under 16", with_stops_read(UNDER_16)),
        ("nasty", sample_case("nasty")),
        ("results over time", sample_case("trend")),
    ]:
        yield View(
            name=f"check, {name}",
            path=reverse("check-your-answers"),
            answers=answers,
            heading="Check your answers",
        )
        yield View(
            name=f"summary, {name}",
            path=reverse("summary"),
            answers=answers,
            heading="Your sheet is ready",
        )
    yield View(
        name="summary with a timeline",
        path=f"{reverse('summary')}?timeline=1",
        answers=sample_case("timeline"),
        heading="Your sheet is ready",
    )
    for name, answers in [("new", NEW), ("with a list", FULL)]:
        yield View(
            name=f"ask about a page, {name}",
            path=reverse("ask", args=["medicines-and-conditions"]),
            answers=answers,
            heading="Add a question to your list",
        )
    for name, query in [("message", ""), ("message, shorter", "?length=short")]:
        yield View(
            name=name,
            path=f"{reverse('message')}{query}",
            answers=with_stops_read(RED_FLAGS),
            heading="Your sheet as text",
        )
    clear = reverse("clear")
    yield View(name="clear", path=clear, answers=FULL, heading="Delete your answers?")
    yield View(
        name="cleared",
        path=clear,
        answers=FULL,
        act=lambda visitor: visitor.press("Delete my answers"),
        heading="Your answers are deleted",
    )
    shared = FULL.replace(shared_computer=True)
    yield View(
        name="a shared computer",
        path=reverse("question", args=["diet"]),
        answers=shared,
        heading="How do you eat?",
    )
    for name, answers in [("left alone", NEW), ("left alone, in use", shared)]:
        yield View(
            name=name, path=reverse("left-alone"), answers=answers, heading="This page was closed"
        )
    entry = FULL.lab_results.entries[0].item
    remove = reverse("remove-entry", args=["lab-test", entry])
    yield View(name="remove", path=remove, answers=FULL, heading="Remove “Vitamin B12 (total)”?")


def pages_to_continue_from_a_sheet() -> Iterator[View]:
    """The way back from a saved sheet, as far as it works."""
    odd = sample_case("nasty").replace(
        nitrous_oxide=NitrousOxideUse(use=NitrousOxide.NEVER, how_often="most weekends")
    )
    give_full = partial(give, content=sheet_with(FULL))
    give_odd = partial(give, content=sheet_with(odd))
    yield continue_page("asked", NEW, look, ASKS)
    yield continue_page("found", NEW, give_full, FOUND)
    yield continue_page("found, others are here", CAREGIVER, give_full, FOUND)
    yield continue_page("found, to look at again", NEW, give_odd, FOUND)


def sheets_that_are_refused() -> Iterator[View]:
    """What is said of a file that cannot be continued from."""
    too_long = some_answers(
        symptoms=[
            {"symptom": row.id, "effect": noise(place * 300)}
            for place, row in enumerate(SYMPTOMS[:20])
        ]
    )
    yield continue_page("no file", FULL, lambda visitor: visitor.press("Open the sheet"), ASKS)
    for state, content in [
        ("wrong file", b"My answers"),
        ("broken file", b"%PDF-1.7 My answers"),
        ("too large", b"%PDF-" + bytes(LARGEST)),
        ("too long", sheet_with(too_long)),
    ]:
        yield continue_page(state, FULL, partial(give, content=content), ASKS)


def continue_page(state: str, answers: Answers, act: Act, heading: str) -> View:
    """Return the page that takes a sheet back."""
    path = reverse("continue")
    return View(name=f"continue, {state}", path=path, answers=answers, act=act, heading=heading)


ASKS, FOUND = "Continue from your sheet", "This is in your sheet"


def sheet_with(answers: Answers) -> bytes:
    """Return a PDF without a page, that carries answers as a sheet does."""
    pdf = BytesIO()
    with Pdf.new() as document:
        attach(document, answers_to_embed(answers))
        document.save(pdf)
    return pdf.getvalue()


def noise(number: int) -> str:
    """Return a long note that cannot be made shorter."""
    return "".join(chr(0x4E00 + (place * 7919) % 20_000) for place in range(number, number + 300))


def give(visitor: Visitor, *, content: bytes) -> None:
    """Choose a file, and send it."""
    file: FilePayload = {
        "name": "b12-appointment.pdf",
        "mimeType": "application/pdf",
        "buffer": content,
    }
    visitor.page.get_by_label("Your sheet (PDF)").set_input_files(file)
    visitor.press("Open the sheet")


def clinic_pages() -> Iterator[View]:
    """The pages that speak of a clinic; there must be `riverside`, and `hill`, which is retired."""
    came_by_link = sample_case("clinic")
    assert came_by_link.clinic
    name = came_by_link.clinic.name
    to_read = came_by_link.replace(acknowledged=())
    for title, path, answers, heading in [
        ("clinic", reverse("clinic", args=["riverside"]), NEW, "Get ready for your visit at"),
        ("retired clinic", reverse("clinic", args=["hill"]), NEW, "This link is no longer"),
        ("unknown clinic", reverse("clinic", args=["nowhere"]), NEW, "We do not know this link"),
        ("kit", reverse("share", args=["riverside"]), NEW, "For clinics: share this guide"),
        ("retired kit", reverse("share", args=["hill"]), NEW, "This link is no longer"),
        ("unknown kit", reverse("share", args=["nowhere"]), NEW, "We do not know this clinic"),
        ("go on", reverse("from-clinic", args=["riverside"]), FULL, "You have answers here"),
        ("other clinic", reverse("from-clinic", args=["riverside"]), came_by_link, "You have"),
        (
            "start",
            reverse("appointment-start"),
            came_by_link,
            f"Preparing for your visit at {name}",
        ),
        ("off the sheet", reverse("off-the-sheet"), came_by_link, "Is this your clinic?"),
        ("stop", reverse("question", args=["diet"]), to_read, "Contact your clinician soon"),
        ("check", reverse("check-your-answers"), came_by_link, "Check your answers"),
        ("summary", reverse("summary"), came_by_link, "Your sheet is ready"),
    ]:
        yield View(name=f"{title}, clinic", path=path, answers=answers, heading=heading)


def pages_after_a_loss() -> Iterator[View]:
    """The pages that say what is gone."""

    def lose_the_entry(visitor: Visitor) -> None:
        visitor.fill("Result", "231")
        visitor.brings(JUST_STARTED)
        visitor.go_on()

    def lose_the_answers(visitor: Visitor) -> None:
        visitor.brings_token(NOT_OURS)
        visitor.go_on()

    def block_cookies(visitor: Visitor) -> None:
        visitor.fill("Anything to add?", "Vegan since 2018")
        visitor.page.context.clear_cookies()
        visitor.go_on()

    def come_back_later(visitor: Visitor) -> None:
        visitor.brings_token(NOT_OURS)
        visitor.page.reload()

    entry = FULL.lab_results.entries[0].item
    yield View(
        name="entry gone",
        path=reverse("question-entry", args=["lab-result", entry]),
        answers=FULL,
        act=lose_the_entry,
        heading="This entry is no longer in your list",
    )
    yield View(
        name="earlier answers gone",
        path=reverse("question", args=["diet"]),
        answers=FULL,
        act=lose_the_answers,
        heading="Have you used nitrous oxide",
    )
    yield View(
        name="403",
        path=reverse("question", args=["diet"]),
        act=block_cookies,
        heading="We could not accept this page",
    )
    yield View(
        name="gone",
        path=reverse("summary"),
        answers=FULL,
        act=come_back_later,
        heading="Your answers are no longer here",
    )
