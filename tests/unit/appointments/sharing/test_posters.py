"""Posters and cards as a printer gets them: accessible, one page, and their codes are read back."""

import re

import pytest
from qr_reader import codes_in, printed

from appointments.models import Accent
from appointments.pdf.faces import ASSETS
from appointments.pdf.render import Design, Paper
from appointments.sharing.kits import Kit, general_kit
from appointments.sharing.posters import CARDS_ON_A_PAGE, poster_pdf
from tests.pdf_checks import (
    EVERYDAY_FONTS,
    OUR_FONTS,
    assert_pdf_ua,
    fonts_of,
    page_count,
    says,
    text_of,
)

LONG_NAME = "North Western University Teaching Hospitals Department of General Haematology 80"
SITE, LONG_SITE = "https://b12.example", "https://b12.northwestern-hospitals.example.org"
LONG_PATH = f"/c/{'north-western-' * 2}ho/"
WIDE_PATH = f"/c/{'m' * 30}/"
KITS = {
    "nobody's": (SITE, Kit(path="/")),
    "plain": (SITE, Kit(path="/c/riverside/", name="Riverside Practice", phone="555 0100")),
    "long": (LONG_SITE, Kit(path=LONG_PATH, name=LONG_NAME, phone="+44 20 7946 0000")),
    "wide": (LONG_SITE, Kit(path=WIDE_PATH, name="M" * 80, phone="0" * 30)),
    "long address": (LONG_SITE, Kit(path=LONG_PATH, name="Riverside")),
    "Hebrew": (SITE, Kit(path="/c/sheba/", name="מרפאת המטולוגיה – שיבא", phone="03 123 4567")),
    "Thai": (SITE, Kit(path="/c/thai/", name="โรงพยาบาลจุฬาลงกรณ์ คลินิกโลหิตวิทยา")),
    "Chinese": (SITE, Kit(path="/c/peking/", name="北京协和医院血液科门诊")),
}
MARKUP = Kit(path="/c/bold/", name="<b>Bold</b> & <script>Co</script>")
CODES = {Design.POSTER: 1, Design.CARDS: CARDS_ON_A_PAGE}


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("design", CODES)
@pytest.mark.parametrize("kind", KITS)
def test_it_is_one_accessible_page_with_codes_that_are_read(settings, kind, design, paper):
    settings.SITE_URL, kit = KITS[kind]

    pdf = poster_pdf(kit, design=design, paper=paper, language="en")

    assert_pdf_ua(pdf)
    assert page_count(pdf) == 1
    assert says(pdf, kit.short_address)
    assert fonts_of(pdf) <= OUR_FONTS
    assert codes_in(printed(pdf)) == [settings.SITE_URL + kit.path] * CODES[design]


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("design", CODES)
def test_a_long_address_is_not_divided_at_a_dash(settings, design, paper):
    settings.SITE_URL, kit = KITS["long"]
    words = text_of(poster_pdf(kit, design=design, paper=paper, language="en")).split()

    assert LONG_PATH.strip("/").rpartition("/")[2] in words


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("kind", ["nobody's", "plain", "Thai"])
def test_the_poster_is_read_from_two_meters(settings, kind, paper):
    settings.SITE_URL, kit = KITS[kind]

    pdf = poster_pdf(kit, design=Design.POSTER, paper=paper, language="en")

    # What a phone's camera sees of it there; test_qr_codes.py adds blur and noise.
    page = printed(pdf, dots_per_inch=19)
    assert page.width < 170
    assert codes_in(page) == [settings.SITE_URL + kit.path]


@pytest.mark.parametrize("design", CODES)
def test_it_says_whose_it_is_and_what_it_is_not(design):
    pdf = poster_pdf(MARKUP, design=design, paper=Paper.A4, language="en")
    assert says(pdf, "<b>Bold</b> & <script>Co</script>")
    assert says(pdf, "Low vitamin B12? Get ready for your appointment")
    assert fonts_of(pdf) <= EVERYDAY_FONTS


def test_the_poster_says_that_it_does_not_diagnose():
    pdf = poster_pdf(general_kit(), design=Design.POSTER, paper=Paper.A4, language="en")
    assert says(pdf, "It does not diagnose, and it does not replace your visit.")
    assert says(pdf, "Your answers are not kept.")


@pytest.mark.parametrize("stylesheet", ["poster.css", "cards.css"])
def test_every_color_is_as_dark_as_a_poster_needs(stylesheet):
    rules = (ASSETS / stylesheet).read_text(encoding="utf-8")
    for accent in set(Accent) - {Accent.COBALAMIN}:
        assert f".{accent.value} h" in rules
    colors = set(re.findall(r"color: (#[0-9a-f]{6})", rules))
    assert len(colors) == len(Accent)
    for color in colors:
        assert contrast_with_white(color) >= 7, color


def contrast_with_white(color: str) -> float:
    """Return the contrast as WCAG 2.2 counts it."""
    channels = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in channels
    )
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def test_the_same_poster_is_drawn_once():
    kit = general_kit()
    again = {"design": Design.POSTER, "paper": Paper.A4, "language": "en"}
    assert poster_pdf(kit, **again) is poster_pdf(kit, **again)
