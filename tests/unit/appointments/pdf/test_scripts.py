"""Names and notes in the scripts of the world: set right, said right, or clearly named."""

import subprocess
import unicodedata
from io import BytesIO

import pytest
from pikepdf import Pdf

from appointments.clinic_contact import ClinicContact
from appointments.pdf.direction import with_directions
from appointments.pdf.faces import FACES, SHAPED, faces_for, file_of, signs_of
from appointments.pdf.render import Paper, Size, render_pdf
from appointments.pdf.sheet import render_sheet
from appointments.summary.build import build_summary
from tests.builders import some_answers
from tests.pdf_checks import EVERYDAY_FONTS, OUR_FONTS, assert_pdf_ua, fonts_of
from tests.unit.appointments.summary.cases import TODAY

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>A title</title></head>
<body data-footer="The footer" data-who="{text}"><h1>Heading</h1>
<table><caption><h2>Table</h2></caption><tbody><tr><th scope="row">{text}</th><td>{text}</td></tr>
</tbody></table></body></html>"""

# A name or note, and the faces it needs.
TEXTS = {
    "latin": ("Zoë Łukasz Nguyễn İpek Ștefan", ()),
    "greek": ("μούδιασμα στα πόδια, ΐ", ()),
    "cyrillic": ("онемение, немає, ќ ѓ", ()),
    "hebrew": ("תנמול בכפות הרגליים", ()),
    "pointed hebrew": ("שָׁלוֹם", ()),
    "arabic": ("تنميل في القدمين", ("Arabic",)),
    "marked arabic": ("مُحَمَّد يوميًا", ("Arabic",)),
    "persian": ("خسته می‌شوم، گچ", ("Arabic",)),
    "hindi": ("पैरों में झनझनाहट क्षत्रिय", ("Devanagari",)),
    "thai": ("ผู้ป่วย น้ำ ที่ ปั๊ม", ("Thai",)),
    "korean": ("메트포르민 정", ("Korean",)),
    "simplified": ("维生素（血清）", ("Chinese",)),
    "traditional": ("我應該多久複診一次？", ("Chinese",)),
    "rare chinese": ("嫄", ("Rare Chinese",)),
    "japanese": ("足のしびれ、直接", ("Japanese",)),
}


def pdf_of(text, *, size=Size.STANDARD):
    return render_pdf(PAGE.format(text=text), paper=Paper.A4, size=size)


@pytest.mark.parametrize("size", Size)
@pytest.mark.parametrize("name", TEXTS)
def test_is_set_in_its_own_face_and_accessible(name, size, caplog):
    text, faces = TEXTS[name]
    assert tuple(face.family for face in faces_for(text)) == tuple(f"Sheet {f}" for f in faces)
    pdf = pdf_of(text, size=size)
    assert not caplog.records  # WeasyPrint logs a letter that no font has
    assert_pdf_ua(pdf)
    fonts = fonts_of(pdf)
    assert fonts <= OUR_FONTS
    assert {f"Sheet-{face.replace(' ', '-')}" for face in faces} <= fonts
    assert bool(faces) == bool(fonts - EVERYDAY_FONTS)


@pytest.mark.parametrize("name", ["thai", "korean", "japanese", "traditional", "greek", "arabic"])
def test_every_letter_says_what_it_is(name):
    text, _faces = TEXTS[name]
    said = "".join(letters_of(pdf_of(text)))
    assert set(unicodedata.normalize("NFKC", text)) - {" "} <= set(
        unicodedata.normalize("NFKC", said)
    )


def letters_of(pdf):
    """Return what the fonts say their glyphs mean."""
    with Pdf.open(BytesIO(pdf)) as document:
        for font in document.pages[0].Resources.Font.values():
            for line in font.ToUnicode.read_bytes().split(b"\n"):
                glyph, _, text = line.strip().decode().partition("> <")
                if glyph.startswith("<") and text != "ffff>":
                    yield bytes.fromhex(text.rstrip(">")).decode("utf-16-be")


def test_a_letter_says_itself_though_it_was_first_seen_with_a_mark():
    assert "ที่" not in list(letters_of(pdf_of("ที่ ท")))
    assert {"ท", "ี", "่"} <= set(letters_of(pdf_of("ที่ ท")))


def test_letters_join():
    alone, joined = (list(letters_of(pdf_of(text))).count("ب") for text in ("ب", "ببب"))
    assert (alone, joined) == (2, 6)  # one shape in two weights; then first, middle and last


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.family)
def test_every_face_is_found_by_its_name_in_a_pdf(face):
    for weight, file in face.files:
        name = face.family.replace(" ", "-") + ("-Bold" if weight > 400 else "")
        assert file_of(name) == file
    assert signs_of(face)


@pytest.mark.parametrize("face", SHAPED, ids=lambda face: face.family)
def test_draws_every_letter_of_an_alphabet(face):
    """Marks stand on a letter of their own script."""
    bases = {"Sheet Arabic": "ب", "Sheet Devanagari": "क", "Sheet Thai": "ก"}
    words = " ".join(
        bases[face.family] + sign if unicodedata.category(sign)[0] == "M" else sign
        for sign in sorted(signs_of(face))
    )
    assert_pdf_ua(pdf_of(words))


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        ("אני עייפה", True),
        ("אבג metformin דהו", True),
        ("אבג metformin", True),
        ("metformin אבג", False),
        ("هل أفحص B12 مرة أخرى؟", True),
        ("עמר, born on 2 April 1961", False),
        ("&quot;אני&quot;", True),
        ("plain", False),
    ],
)
def test_most_words_decide_the_direction(text, turned):
    html = with_directions(f"<title>{text}</title><body><p>{text}</p></body>")
    assert ('<p><span dir="rtl">' in html) is turned
    assert f"<title>{text}</title>" in html


def test_a_right_to_left_sentence_keeps_its_order():
    words = words_of(pdf_of("אבג metformin דהו"))
    first, drug, last = (left_edge(words, of) for of in ("אבג", "metformin", "דהו"))

    assert last < drug < first


@pytest.mark.parametrize("name", ["عيادة السلام", "מרפאה הרצל", "עמר"])
def test_a_phone_number_keeps_its_order_after_a_right_to_left_name(name):
    answers = some_answers(clinic=ClinicContact(slug="a", name=name, phone="020 7946 0000"))
    words = words_of(render_sheet(build_summary(answers, today=TODAY), paper=Paper.A4))
    first, second, third = (left_edge(words, of) for of in ("020", "7946", "0000"))

    assert first < second < third


def words_of(pdf):
    """Return the words that are drawn, each with its place."""
    boxes = subprocess.run(
        ["pdftotext", "-bbox", "-", "-"], input=pdf, capture_output=True, check=True
    ).stdout.decode()
    return [line for line in boxes.splitlines() if "<word" in line]


def left_edge(words, letters):
    """Return where the last word with these letters begins; Hebrew is copied as it is drawn."""
    word = [line for line in words if {*letters} <= {*line.partition(">")[2].partition("<")[0]}][-1]
    return float(word.split('xMin="')[1].split('"')[0])
