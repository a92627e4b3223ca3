"""No letter may print as an empty box, go missing silently, or change a number."""

import pytest

from appointments.pdf.glyphs import not_printed, printable
from tests.unit.appointments.pdf.samples import NASTY_TEXTS


@pytest.mark.parametrize(
    "text",
    [
        "Plain text, as most is.",
        "≤ 0.4 µmol/L, ≥ 3 μg × 10⁹/L ± 2 °C – “so” — ‘it’ … • ½ ≈ ≠ −1",
        "α β γ Ω λ",
        "Zoë Łukasz Šimić İpek Nguyễn Ольга שלום",
        "two\nlines",
        "",
        "مرحبا بك، خسته می‌شوم؟",
        "क्षत्रिय, ज्ञान, र्क, क्‍",
        "น้ำ ที่ ผู้ป่วย",
        "王小明，東京「山田」 玥 邨",
        "ひらがな カタカナ、全角。",
        "메트포르민",
    ],
)
def test_prints_as_typed(text):
    assert printable(text) == (text, False)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("e\N{COMBINING ACUTE ACCENT}", "é"),
        ("a\N{ZERO WIDTH JOINER}b\N{RIGHT-TO-LEFT OVERRIDE}c\x00", "abc"),
        ("x\ty\r\nz\rw", "x y\nz\nw"),
        ("non\N{NON-BREAKING HYPHEN}breaking", "non-breaking"),
        ("231\N{NARROW NO-BREAK SPACE}pg", "231\N{NO-BREAK SPACE}pg"),
        ("10⁻⁹", "10^-⁹"),
        ("2⅓", "2 1⁄3"),
        ("① ㎍ ℃ ﬁ Ａ＜１", "(1) μg °C fi A<1"),
        ("٤٫٥", "4.5"),
        ("→ ←", "-> <-"),
    ],
)
def test_prints_the_same_meaning(typed, printed):
    assert printable(typed) == (printed, False)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("fine 😀", "fine [grinning face]"),
        ("👍🏽❤️", "[thumbs up sign, heavy black heart]"),
        ("😀😁😂🤣", "[grinning face, grinning face with smiling eyes, face with tears of joy, …]"),
        ("name வணக்கம் அம்மா!", "name [Tamil]!"),
        ("中\N{CJK UNIFIED IDEOGRAPH-20000}", "中[Chinese]"),
        ("☐ yes", "[ballot box] yes"),
        ("\ud800", "[?]"),
    ],
)
def test_shows_where_something_is_missing(typed, printed):
    assert printable(typed) == (printed, True)


@pytest.mark.parametrize("text", NASTY_TEXTS)
def test_what_is_printable_stays_so(text):
    printed, _replaced = printable(text)
    assert printable(printed) == (printed, False)


def test_tells_what_was_typed_in_place_of_each_bracket():
    text = "அம்மா, fine 😀 வணக்கம் 😀 and مرحبا"
    assert not_printed(text) == {"[Tamil]": "அம்மா வணக்கம்", "[grinning face]": "😀"}
    assert not_printed("plain μ שלום 東京") == {}
