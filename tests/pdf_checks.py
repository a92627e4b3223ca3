"""What any test may ask of a PDF: is it accessible, what does it say, how long is it."""

from io import BytesIO
from math import hypot

import page
from pikepdf import Matrix, Pdf, parse_content_stream
from pypdf import PdfReader

from appointments.pdf.render import Size

SMALLEST = {Size.STANDARD: 11, Size.LARGE: 18}
"""Points; nothing on paper is smaller."""

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


def assert_pdf_a(pdf: bytes) -> None:
    """Fail with the rules that are broken, if the PDF is not PDF/A-3a."""
    report = page.validate_pdf_bytes(pdf, profile=page.ValidationProfile.PDF_A_3A)
    assert report.is_compliant, [f"{f.rule_id}: {f.message}" for f in report.failures]


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


def smallest_text(pdf: bytes) -> float:
    """Return the size of the smallest text that is drawn, in points: in pictures, too."""
    with Pdf.open(BytesIO(pdf)) as document:
        sizes = [_sizes_in(sheet, Matrix()) for sheet in document.pages]
    return round(min(set().union(*sizes)), 1)  # WeasyPrint counts in pixels


def _sizes_in(drawing, matrix) -> set[float]:
    """Return the sizes in a page, or in a form that is drawn on one."""
    found, before, text, size = set(), [], Matrix(), 0.0
    for operands, operator in parse_content_stream(drawing):
        match str(operator):
            case "q":
                before.append(matrix)
            case "Q":
                matrix = before.pop()
            case "cm":
                matrix = Matrix(*map(float, operands)) @ matrix
            case "BT" | "Tm":
                text = Matrix(*map(float, operands))
            case "Tf":
                size = float(operands[1])
            case "Tj" | "TJ":
                drawn = text @ matrix
                found.add(size * hypot(drawn.c, drawn.d))
            case "Do":
                form = drawing.Resources.XObject[operands[0]]
                if form.Subtype == "/Form":
                    found |= _sizes_in(form, matrix)
    return found


def _without_blanks(text: str) -> str:
    return "".join(text.split())
