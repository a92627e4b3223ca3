"""What any test may ask of a PDF: is it accessible, what does it say, how long is it."""

from io import BytesIO

import page
from pypdf import PdfReader

EVERYDAY_FONTS = {"Sheet-Text", "Sheet-Text-Bold", "Sheet-Fallback", "Sheet-Fallback-Bold"}
OUR_FONTS = EVERYDAY_FONTS | {
    f"Sheet-{script}{weight}"
    for script in ("Arabic", "Devanagari", "Thai", "Korean", "Chinese", "Japanese", "Rare-Chinese")
    for weight in ("", "-Bold")
}


def assert_pdf_ua(pdf: bytes) -> None:
    """Fail with the rules that are broken, if the PDF is not PDF/UA-1."""
    report = page.validate_pdf_bytes(pdf, profile=page.ValidationProfile.PDF_UA_1)
    broken = [f"{failure.rule_id}: {failure.message}" for failure in report.failures]
    assert report.is_compliant, broken
    assert not broken


def pages_of(pdf: bytes) -> list[str]:
    """Return each page's text, every run of blanks and line ends as one blank."""
    return [" ".join(sheet.extract_text().split()) for sheet in PdfReader(BytesIO(pdf)).pages]


def text_of(pdf: bytes) -> str:
    """Return all the text, in reading order."""
    return " ".join(pages_of(pdf))


def says(pdf: bytes, text: str) -> bool:
    """Tell whether the PDF says the text, wherever its lines were broken."""
    return _without_blanks(text) in _without_blanks(text_of(pdf))


def page_count(pdf: bytes) -> int:
    """Return how many pages it has."""
    return len(PdfReader(BytesIO(pdf)).pages)


def fonts_of(pdf: bytes) -> set[str]:
    """Return the names of the embedded fonts, without their subset tag."""
    names = set()
    for sheet in PdfReader(BytesIO(pdf)).pages:
        for font in sheet["/Resources"]["/Font"].values():
            names.add(str(font.get_object()["/BaseFont"]).split("+")[-1])
    return names


def _without_blanks(text: str) -> str:
    return "".join(text.split())
