"""The one door to WeasyPrint: HTML of ours in, a tagged PDF out (PDF/A-3a and PDF/UA-1).

Nothing is read from the network or the disk on behalf of the HTML: the stylesheet is put in here,
and the only addresses that can be fetched are those of the bundled fonts.
"""

import gc
import re
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from threading import Lock
from typing import Protocol, Required, TypedDict, Unpack

from pydyf import PDF  # type: ignore[import-untyped]
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from appointments.pdf.archive import finish
from appointments.pdf.artifacts import mend_tags
from appointments.pdf.direction import with_directions
from appointments.pdf.faces import ASSETS, EVERYDAY, FONT_FILES, FONT_SCHEME, Face, faces_for
from appointments.pdf.letters_of_glyphs import mend_letters


class Paper(StrEnum):
    """The sheet of paper it is printed on; the values are what CSS calls them, in any case."""

    A4 = "a4"
    LETTER = "letter"


class Size(StrEnum):
    """How large the letters are; each has its own few rules in `assets/`."""

    STANDARD = "standard"
    LARGE = "large"


class Design(StrEnum):
    """What is printed; each has its own stylesheet."""

    SHEET = "sheet"
    BLANK_FORM = "blank form"
    POSTER = "poster"
    CARDS = "cards"


class Options(TypedDict, total=False):
    """How a PDF is wanted: the arguments of `render_pdf`, whose defaults stand for the others."""

    paper: Required[Paper]
    size: Size
    design: Design
    answers: bytes | None


class Draw(Protocol):
    """Draws a PDF, here as `render_pdf` does or elsewhere."""

    def __call__(self, html: str, **options: Unpack[Options]) -> bytes: ...  # noqa: D102


class BundledFonts(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Serves the bundled fonts, and refuses every other address, whatever its scheme."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols=[], allow_redirects=False)

    def fetch(self, url: str, *_headers: object) -> URLFetcherResponse:
        """Return a bundled font, or raise ValueError without repeating the address."""
        name = url.removeprefix(FONT_SCHEME)
        if name == url or name not in FONT_FILES:
            raise ValueError("only the bundled fonts can be used in a PDF")
        return URLFetcherResponse(url, body=(ASSETS / name).read_bytes())


class SheetHTML(HTML):  # type: ignore[misc]
    """HTML without notes at the foot of a page.

    For these, and for the markers of lists, WeasyPrint would work out six more styles for every
    element there is.
    """

    def _ua_stylesheets(self, *_forms: bool) -> list[CSS]:
        """Return what HTML looks like before any stylesheet of ours."""
        return [_plain_html()]


@lru_cache(maxsize=1)
def _plain_html() -> CSS:
    """Return WeasyPrint's own rules for HTML, those for notes left out."""
    rules = (files("weasyprint.css") / "html5_ua.css").read_text(encoding="utf-8")
    rules = re.sub(r"^::(foot)?note-.*$", "", rules, flags=re.MULTILINE)
    return CSS(string=rules.replace("\n::marker", "\nli::marker"))


# Pango's font map is costly to set up and not safe to share between threads, so each process has
# one, and one PDF is drawn at a time; more threads would not be faster.
_drawing = Lock()


@lru_cache(maxsize=1)
def _fonts() -> FontConfiguration:
    # What a server has loaded by its first PDF stays for good. WeasyPrint makes so many objects
    # that Python would look all of it through every few PDFs, for half the time that one takes.
    gc.freeze()
    return FontConfiguration()


def rules_of(paper: Paper, size: Size, design: Design) -> str:
    """Return the CSS for one paper, size and design, the bundled fonts included."""
    names = {
        Design.SHEET: ("fonts", "sheet", size.value),
        Design.BLANK_FORM: ("fonts", "blank"),
        Design.POSTER: ("fonts", "poster"),
        Design.CARDS: ("fonts", "cards"),
    }
    rules = [(ASSETS / f"{name}.css").read_text(encoding="utf-8") for name in names[design]]
    return "\n".join([*rules, f"@page {{ size: {paper} }}"])


@lru_cache(maxsize=len(Paper) * len(Size) * len(Design))
def _stylesheet(paper: Paper, size: Size, design: Design) -> CSS:
    """Return the parsed rules for one paper, size and design."""
    rules = rules_of(paper, size, design)
    return CSS(string=rules, font_config=_fonts(), url_fetcher=BundledFonts())


@lru_cache(maxsize=64)
def _more_faces(faces: tuple[Face, ...]) -> CSS:
    """Return the parsed rules that add faces to those of every sheet."""
    families = ", ".join([EVERYDAY, *(f'"{face.family}"' for face in faces)])
    rules = (
        *(face.rules for face in faces),
        f"@page {{ font-family: {families} }}",
        f"html {{ font-family: {families} }}",
    )
    return CSS(string="\n".join(rules), font_config=_fonts(), url_fetcher=BundledFonts())


def _mend(_document: object, pdf: PDF) -> None:
    """Complete what WeasyPrint leaves half done, before it writes the file."""
    mend_tags(pdf)
    mend_letters(pdf)


def render_pdf(
    html: str,
    *,
    paper: Paper,
    size: Size = Size.STANDARD,
    design: Design = Design.SHEET,
    answers: bytes | None = None,
) -> bytes:
    """Draw the HTML as PDF/A-3a and PDF/UA-1; the same HTML always gives the same bytes.

    Args:
        html: A whole document with `lang` and `<title>`, made from our own templates.
        paper: The paper size.
        size: Standard or large print.
        design: Which stylesheet it wants.
        answers: JSON to embed, if the PDF is to be a save file.
    """
    faces = faces_for(html)
    with _drawing:
        stylesheets = [_stylesheet(paper, size, design)]
        if faces:
            stylesheets.append(_more_faces(faces))
        document = SheetHTML(string=with_directions(html), url_fetcher=BundledFonts())
        pdf: bytes = document.write_pdf(
            stylesheets=stylesheets,
            font_config=_fonts(),
            pdf_variant="pdf/ua-1",
            finisher=_mend,
            uncompressed_pdf=True,  # that comes last
        )
    return finish(pdf, answers=answers)
