"""Draws what a clinic prints: a poster for the waiting room, and cards to cut out and hand over."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import gettext, override

from appointments.catalogue.red_flags import POSTER_LINE
from appointments.pdf import drawing
from appointments.pdf.render import Design, Paper
from appointments.phrases import Phrase
from appointments.sharing.kits import Kit
from appointments.sharing.qr import qr_drawing
from appointments.translation import spoken

CARDS_ON_A_PAGE = 8


@dataclass(frozen=True, kw_only=True)
class Layout:
    """How a design is drawn.

    Attributes:
        template: Its HTML.
        line_mm: How long a line is that holds the address.
        largest, smallest: Its letters, in points; too long for the smallest, it takes two lines.
    """

    template: str
    line_mm: int
    largest: int
    smallest: int


LAYOUTS = {
    Design.POSTER: Layout(template="sharing/poster.html", line_mm=180, largest=54, smallest=19),
    Design.CARDS: Layout(template="sharing/cards.html", line_mm=78, largest=16, smallest=9),
}

# Measured: a bold letter of an address is this wide, for each point of its size.
LETTER_MM = 0.195

# From here on a name or an address may take two lines, and the rest moves closer together.
LONG_NAME, LONG_ADDRESS = 40, 44


def poster_html(kit: Kit, *, design: Design, paper: Paper, language: str) -> str:
    """Return the HTML that is drawn.

    Args:
        kit: Whose poster it is.
        design: The poster, or the cards.
        paper: US Letter is wider, and less high.
        language: A BCP 47 tag.
    """
    layout, length = LAYOUTS[design], len(kit.short_address)
    points = int(layout.line_mm / (length * LETTER_MM))
    context: dict[str, Any] = {
        "kit": kit,
        "qr": qr_drawing(kit.path),
        "cards": range(CARDS_ON_A_PAGE),
        "paper": paper.value,
        "language": language,
        "address_points": max(layout.smallest, min(layout.largest, points)),
        "is_tight": len(kit.name) > LONG_NAME or length > LONG_ADDRESS,
    }
    with override(language):
        number = kit.emergency or gettext("the emergency number")
        context["do_not_wait"] = spoken(Phrase(POSTER_LINE, {"number": number}))
        return render_to_string(layout.template, context)


def poster_pdf(kit: Kit, *, design: Design, paper: Paper, language: str) -> bytes:
    """Return it as a tagged PDF; the arguments are those of `poster_html`.

    Raises:
        PoolBusyError: Too many people wait for their sheets.
    """
    html = poster_html(kit, design=design, paper=paper, language=language)
    return _drawn(html, design=design, paper=paper)


@lru_cache(maxsize=64)
def _drawn(html: str, *, design: Design, paper: Paper) -> bytes:
    """Return the PDF; it is about nobody, so that it can be kept for whoever asks next."""
    with drawing.place() as draw:
        return draw(html, paper=paper, design=design)
