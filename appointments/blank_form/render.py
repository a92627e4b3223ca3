"""Draws the blank form; it is about nobody, so that each version is drawn once and kept."""

from __future__ import annotations

from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.translation import override

from appointments.blank_form.build import blank_form
from appointments.catalogue.countries import COUNTRIES, emergency_numbers
from appointments.catalogue.entry import shown
from appointments.catalogue.red_flags import RED_FLAGS
from appointments.pdf import drawing
from appointments.pdf.render import Design, Paper, Size
from appointments.phrases import Phrase
from content.library import get_source


def crisis_numbers() -> dict[str, list[Phrase]]:
    """Return the numbers for thoughts of suicide, each with the countries where it is called.

    The line that is for nothing else comes before one with a menu, where a country has both.
    """
    numbers: dict[str, list[Phrase]] = {}
    for country in COUNTRIES:
        urgent = {contact.number for contact in country.urgent}
        lines = [contact.number for contact in country.crisis if contact.number not in urgent]
        if lines and lines[0]:
            numbers.setdefault(lines[0], []).append(country.wording)
    return numbers


def blank_form_html(*, paper: Paper, size: Size, language: str) -> str:
    """Return the HTML that is drawn.

    Args:
        paper: US Letter has dates month first.
        size: In large print the entries of every list stand beside each other: what is asked about
            one does not fit beside itself.
        language: A BCP 47 tag.
    """
    flags = shown(RED_FLAGS)
    sources = dict.fromkeys(source for flag in flags if flag.asked for source in flag.sources)
    with override(language):
        context = {
            "parts": blank_form(
                country="us" if paper is Paper.LETTER else None, large=size is Size.LARGE
            ),
            "emergency_numbers": emergency_numbers(),
            "crisis_numbers": crisis_numbers(),
            "sources": list(dict.fromkeys(get_source(source).cited for source in sources)),
            "language": language,
            "large": size is Size.LARGE,
        }
        return render_to_string("paper/blank_form.html", context)


@lru_cache(maxsize=len(Paper) * len(Size) * 2)
def blank_form_pdf(*, paper: Paper, size: Size, language: str) -> bytes:
    """Return the blank form as a tagged PDF; the arguments are those of `blank_form_html`.

    Raises:
        PoolBusyError: Too many people wait for their sheets.
    """
    with drawing.place() as draw:
        html = blank_form_html(paper=paper, size=size, language=language)
        return draw(html, paper=paper, size=size, design=Design.BLANK_FORM)
