"""A text message is one message, in letters that every phone shows, whatever a clinic is called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from appointments.sharing import text_messages, texts
from appointments.sharing.kits import Kit, general_kit

# 3GPP TS 23.038, 6.2.1: 127 signs beside the escape to the table of the others.
SIGNS = 127

LONGEST_SLUG = "n" * 30
NAMES = [
    "",
    "Riverside Family Practice",
    "North Western University Teaching Hospitals Department of General Haematology 80",
    "Clínica Ñuñoa – Dr. Łukasz Śmigły’s “Praxis”",
    "{[€]}^~|\\" * 8,
    "100 % Health & Co. %(address)s %s",
    "מרפאת המטולוגיה",
    "โรงพยาบาลจุฬาลงกรณ์",
    "北京协和医院血液科门诊",
    "Klinik 🩸",
]
SITES = [
    "https://b12.example",
    "https://b12guide.northwestern-university-hospitals.example.org",
    "https://" + "long." * 20 + "example",
]


@pytest.mark.parametrize("site", SITES)
@pytest.mark.parametrize("name", NAMES)
def test_it_is_one_message_with_the_whole_address(settings, site, name):
    settings.SITE_URL = site
    for kit in (Kit(path=f"/c/{LONGEST_SLUG}/", name=name), Kit(path="/c/a/", name=name)):
        sms = texts.sms(kit)

        assert sms.endswith(kit.address)
        assert text_messages.length(sms) is not None
        assert text_messages.length(sms) < 160


@given(name=st.text(max_size=80))
def test_no_name_makes_it_two(name):
    assert text_messages.length(texts.sms(Kit(path=f"/c/{LONGEST_SLUG}/", name=name))) < 160


def test_the_letters_are_those_of_the_standard():
    assert len(text_messages.ONCE) == SIGNS
    assert not text_messages.ONCE & text_messages.TWICE
    assert not text_messages.ONCE & set("`áíóúçÁłő\t")


@pytest.mark.parametrize(
    ("text", "length"),
    [("", 0), ("ab c", 4), ("€", 2), ("[a]", 5), ("ñÑ", 2), ("á", None), ("’", None), ("北", None)],
)
def test_letters_are_counted_as_a_phone_counts_them(text, length):
    assert text_messages.length(text) == length


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Praxis Dr. Müller", "Praxis Dr. Müller"),
        ("Clínica Ñuñoa", "Clinica Ñuñoa"),
        ("St. John’s – East", "St. John's - East"),
        ("Łódź Œuvre", "Lodz OEuvre"),
        ("A\N{NO-BREAK SPACE}B", "A B"),
        ("Клиника Riverside", ""),
        ("北京协和医院", ""),
    ],
)
def test_a_name_is_written_whole_or_left_out(name, plain):
    assert text_messages.plain(name) == plain


def test_a_name_stands_first_as_long_as_there_is_room(settings):
    settings.SITE_URL = "https://b12.example"
    kit = Kit(path="/c/riverside/", name="Riverside Family Practice")
    assert texts.sms(kit) == (
        "Riverside Family Practice: get ready for your visit: answer a few questions and bring one "
        "clear page. No account needed. https://b12.example/c/riverside/"
    )
    assert texts.sms(general_kit()) == (
        "Get ready for your visit: answer a few questions and bring one clear page. "
        "No account needed. https://b12.example/"
    )
    settings.SITE_URL = "https://" + "a" * 40 + ".example"
    long = Kit(path=f"/c/{LONGEST_SLUG}/", name=NAMES[2])
    assert texts.sms(long).startswith("Get ready for your visit")


def test_a_message_names_no_illness(settings):
    """It lights up on a table, for everybody to see."""
    settings.SITE_URL = "https://guide.example"
    assert "B12" not in texts.sms(Kit(path="/c/riverside/", name="Riverside"))
    assert "B12" not in texts.subject()
