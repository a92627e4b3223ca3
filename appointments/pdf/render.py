"""The one door to WeasyPrint: HTML of ours in, a tagged PDF/UA-1 document out.

Nothing is read from the network or the disk on behalf of the HTML: the stylesheet is put in here,
and the only addresses that can be fetched are those of the four bundled fonts.
"""

from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from threading import Lock

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from appointments.pdf.artifacts import mend_tags

ASSETS = Path(__file__).parent / "assets"
FONT_SCHEME = "bundled-font:"
FONT_FILES = frozenset(path.name for path in ASSETS.glob("*.ttf"))


class Paper(StrEnum):
    """The sheet of paper it is printed on; the values are what CSS calls them, in any case."""

    A4 = "a4"
    LETTER = "letter"


class Size(StrEnum):
    """How large the letters are; each has its own few rules in `assets/`."""

    STANDARD = "standard"
    LARGE = "large"


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


# Pango's font map is costly to set up and not safe to share between threads, so each process has
# one, and one PDF is drawn at a time; more threads would not be faster.
_drawing = Lock()


@lru_cache(maxsize=1)
def _fonts() -> FontConfiguration:
    return FontConfiguration()


@lru_cache(maxsize=len(Paper) * len(Size))
def _stylesheet(paper: Paper, size: Size) -> CSS:
    """Return the parsed rules for one paper and size."""
    rules = (
        (ASSETS / "sheet.css").read_text(encoding="utf-8"),
        (ASSETS / f"{size}.css").read_text(encoding="utf-8"),
        f"@page {{ size: {paper} }}",
    )
    return CSS(string="\n".join(rules), font_config=_fonts(), url_fetcher=BundledFonts())


def render_pdf(html: str, *, paper: Paper, size: Size = Size.STANDARD) -> bytes:
    """Draw the HTML as a PDF/UA-1 document; the same HTML always gives the same bytes.

    Args:
        html: A whole document with `lang` and `<title>`, made from our own templates.
        paper: The paper size.
        size: Standard or large print.
    """
    with _drawing:
        document = HTML(string=html, url_fetcher=BundledFonts())
        pdf: bytes = document.write_pdf(
            stylesheets=[_stylesheet(paper, size)],
            font_config=_fonts(),
            pdf_variant="pdf/ua-1",
        )
    return mend_tags(pdf)
