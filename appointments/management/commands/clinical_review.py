"""Prints what a clinician should confirm before patients rely on it, straight from the data."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.core.management.base import BaseCommand

from appointments.catalogue.b12_products import B12_FORMS, B12_ROUTES
from appointments.catalogue.cautions import CAUTIONS
from appointments.catalogue.conditions import CONDITIONS
from appointments.catalogue.conversions import CONVERSIONS
from appointments.catalogue.countries import COUNTRIES, Contact
from appointments.catalogue.diet import DIETS
from appointments.catalogue.entry import Entry, Evidence
from appointments.catalogue.lab_tests import LAB_TESTS
from appointments.catalogue.medicines import MEDICINES
from appointments.catalogue.red_flags import POSTER_LINE, RED_FLAGS, RedFlag, Tier
from appointments.catalogue.surgeries import SURGERIES
from appointments.catalogue.symptoms import SYMPTOMS
from appointments.rules.questions import QUESTION_RULES
from content.library import library
from content.sources import Evidence as ReadAs

CATALOGUES: dict[str, tuple[Entry, ...]] = {
    "red flag": RED_FLAGS,
    "symptom": SYMPTOMS,
    "lab test": LAB_TESTS,
    "condition": CONDITIONS,
    "operation": SURGERIES,
    "medicine": MEDICINES,
    "diet": DIETS,
    "caution": CAUTIONS,
    "form of B12": B12_FORMS,
    "route of B12": B12_ROUTES,
}

LABELS = {
    Evidence.READ: "V1",
    Evidence.SECONDARY: "V2, read in a copy or summary",
    Evidence.COMPUTED: "C, computed",
    Evidence.MEMORY: "**M, from memory, confirm**",
    Evidence.ENGINEERING: "E, our own choice",
}

TIERS = {
    Tier.EMERGENCY_NOW: "Emergency help now",
    Tier.SAME_DAY: "Medical help the same day",
    Tier.PROMPTLY: "Contact the clinician soon",
}

INTRODUCTION = """\
# For clinical review

Written by `.venv/bin/python manage.py clinical_review > docs/clinical-review.md` from the data that
the site uses; a test fails when the two differ. Do not edit it by hand.

**No clinician has reviewed B12 Guide yet.** This is the list to go through first. Evidence labels:
V1 read in the primary or official source; V2 read in a copy or summary; C computed from V1;
M from memory, held back from visitors (phone numbers excepted) until confirmed; E our own choice.
A confirmed row changes its label in `appointments/catalogue/` or `content/sources.toml`."""

NUMBERS = """\
## 1. Phone numbers

Shown on “When to get help now” and wherever answers raise a red flag. Please call, or compare with
the service's own site."""

FLAGS = """\
## 2. Red flags

“Asked” is on the safety page. Other answers can raise some of them as well, or alone: see
`appointments/rules/red_flags.py`. A lab number never does; only a report's own “critical” mark.
“On the sheet” is printed for the safety page; a flag raised by other answers names them instead."""

HELD_BACK = """\
## 3. Held back: from memory, not shown

Give a source, or tell us to delete the row."""

SECOND_HAND = """\
## 4. Read at second hand (V2), and shown

Please open the original where there is one, and confirm what is built on it."""

NO_ADDRESS = """\
### V2 without an address

Read in a summary that has no address of its own. Each needs a source that can be cited."""


class Command(BaseCommand):
    """`manage.py clinical_review`."""

    # A page whose review is overdue must not stop this command.
    requires_system_checks = []
    help = "Print, as Markdown, what a clinician should confirm."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Print the page."""
        self.stdout.write("\n\n".join(_parts()))


def _parts() -> Iterator[str]:
    yield INTRODUCTION
    yield _pages()
    yield NUMBERS
    yield _table(("Country", "For", "Who", "Number", "Evidence", "Source"), _number_rows())
    yield FLAGS
    for tier, title in TIERS.items():
        yield f"### {title}"
        yield from (_flag(flag) for flag in RED_FLAGS if flag.tier is tier)
    yield f"A clinic's poster says: “{POSTER_LINE % {'number': 'the emergency number'}}”"
    yield HELD_BACK
    yield _table(("What", "Row", "Wording"), _held_back_rows())
    yield SECOND_HAND
    yield _table(("Source", "Title", "Publisher", "Built on it"), _second_hand_rows())
    yield NO_ADDRESS
    yield _table(("What", "Row", "Wording"), _rows_without_address())


def _pages() -> str:
    pages = library().pages.values()
    reviewed = sum(page.reviewed_by is not None for page in pages)
    return (
        f"Pages of the article that name a clinician who reviewed them: {reviewed} of {len(pages)}."
    )


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', '/') for cell in line)} |" for line in lines)


def _number_rows() -> Iterator[tuple[str, ...]]:
    for country in COUNTRIES:
        for purpose in ("emergency", "urgent", "crisis"):
            for contact in getattr(country, purpose):
                if contact.number:
                    yield (str(country.wording), purpose, *_contact(contact))


def _contact(contact: Contact) -> tuple[str, ...]:
    return (
        str(contact.label),
        str(contact.number),
        LABELS[contact.evidence],
        _sources(contact.sources),
    )


def _flag(flag: RedFlag) -> str:
    raised = "asked" if flag.asked else "other answers only"
    if flag.evidence is Evidence.MEMORY:
        raised = "held back"
    note = (f"- Note: {flag.review}.",) if flag.review else ()
    return "\n".join(
        (
            f"**`{flag.id}`** ({raised}; contact: {flag.route}; {LABELS[flag.evidence]})",
            "",
            f"- Visitor reads: {flag.wording}.",
            f"- To do: {flag.action}",
            f"- On the sheet: {flag.reported}",
            f"- Sources: {_sources(flag.sources)}",
            *note,
        )
    )


def _sources(ids: Iterable[str]) -> str:
    """Return the sources as links, with how each was read."""
    return ", ".join(_source(source_id) for source_id in ids) or "none"


def _source(source_id: str) -> str:
    source = library().sources[source_id]
    name = f"[{source.id}]({source.url})" if source.url else source.id
    return f"{name} ({source.evidence})"


def _held_back_rows() -> Iterator[tuple[str, ...]]:
    for kind, entries in CATALOGUES.items():
        for entry in entries:
            if entry.evidence is Evidence.MEMORY:
                yield (kind, f"`{entry.id}`", str(entry.wording))
    for medicine in MEDICINES:
        for brand in medicine.brands_unverified:
            yield ("brand name", f"`{medicine.id}`", brand)


def _second_hand_rows() -> Iterator[tuple[str, ...]]:
    uses = _uses()
    for source in library().sources.values():
        if source.evidence is ReadAs.SECONDARY and source.id in uses:
            publisher = ", ".join(
                str(part) for part in (source.publisher, source.via, source.year) if part
            )
            note = f" ({source.note})" if source.note else ""
            built = "; ".join(f"{kind}: {', '.join(ids)}" for kind, ids in uses[source.id].items())
            yield (_source(source.id), source.title + note, publisher, built)


def _uses() -> dict[str, dict[str, list[str]]]:
    """Return what is built on each source: by source id, then by kind."""
    uses: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for kind, name, sources in _citations():
        for source_id in sources:
            if name not in uses[source_id][kind]:
                uses[source_id][kind].append(name)
    return uses


def _citations() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield everything that cites sources: its kind, its name, and the sources' ids."""
    for kind, entries in CATALOGUES.items():
        for entry in entries:
            yield kind, entry.id, entry.sources
    for country in COUNTRIES:
        for contact in (*country.emergency, *country.urgent, *country.crisis):
            yield "phone number", country.id, contact.sources
    for test_id, scale in CONVERSIONS.items():
        yield "unit conversion", test_id, scale.sources
    for rule in QUESTION_RULES:
        yield "question", rule.id, rule.sources
    for page in library().pages.values():
        yield "page", page.slug, page.sources
    for snippet in library().snippets.values():
        yield "snippet", snippet.key, snippet.sources


def _rows_without_address() -> Iterator[tuple[str, ...]]:
    for kind, entries in CATALOGUES.items():
        for entry in entries:
            if entry.evidence is Evidence.SECONDARY and not entry.sources:
                yield (kind, f"`{entry.id}`", str(entry.wording))
