"""A clinic's words are plain words, and its link is mistaken for no other."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from appointments.validators import (
    LONGEST_SLUG,
    SHORTEST_SLUG,
    look_alike,
    skeleton,
    slug_from,
    validate_line,
    validate_name,
    validate_phone,
    validate_slug,
    validate_text,
)


def refused(validate, text: str) -> str | None:
    """Return why a text is refused; None if it is not."""
    try:
        validate(text)
    except ValidationError as error:
        return error.code
    return None


@pytest.mark.parametrize(
    "name",
    [
        "Harbor Clinic",
        "St. Mary's & Sons (2nd floor)",
        "Praxis Dr. Müller – Ärztehaus",
        "Поликлиника № 5",
        "Ιατρείο Αθηνών",
        "北京协和医院 PUMCH",
        "Клиника Harbor",
        "کلینیک می\u200cشود",
        "a.m. clinic, 8.30am",
        "Клиника с Harbor",  # the word in between looks Latin, its neighbor does not
        "Роса № 5",  # the sign is no Latin word
        "Κλινική Ο Harbor",
        "协和医院。北京",
        "Vitamin B12 Guidance Center",
    ],
)
def test_names_of_all_kinds_are_taken(name):
    assert refused(validate_name, name) is None


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Clіnic", "mixed_scripts"),  # a Cyrillic i
        ("Ηarbor", "mixed_scripts"),  # a Greek Eta
        ("<b>Clinic</b>", "markup"),
        ("＜script＞", "markup"),
        ("http clinic", "link"),
        ("Clinic www.b12.example", "link"),
        ("clinic.com", "link"),
        ("praxis-mueller.de", "link"),
        ("clinic．com", "link"),
        ("info@clinic", "link"),
        ("javascript://x", "link"),
        ("Clinic\u202eeniciD", "control"),
        ("Clin\u200bic", "control"),
        ("Clin\u200dic", "control"),
        ("Clinic\x00", "control"),
        ("\u2066Clinic\u2069", "control"),
        ("Clinic\nat the harbor", "lines"),
        ("Clinic\u2028", "control"),
        ("\u3164\u3164", "control"),  # letters, by their name, but without any ink
        ("12345", "letters"),
        ("ᏣᎳᎩ Clinic", "not_printed"),
        ("தமிழ் Clinic", "not_printed"),
        ("Harbor Clinic 🏥", "not_printed"),
        ("СОРЕ Clinic", "like_latin"),  # all Cyrillic
        ("Harbor ΚΟΝΟ", "like_latin"),  # Greek
        ("Clinic Саrе", "mixed_scripts"),
        ("Ї Clinic", "like_latin"),
        ("C\u0301о\u0301\u0301pe", "like_latin"),  # marks do not part a word for the eye
        ("B12 Guide", "reserved"),
        ("the b12-GUIDE", "reserved"),
        ("Bl2 Guıde", "reserved"),
        ("B|2 Gü1de", "reserved"),
        ("Ｂ１２　Ｇｕｉｄｅ", "reserved"),
        ("В12 Guide", "like_latin"),  # a Cyrillic V
        ("evil。com", "link"),
        ("evil．com", "link"),
        ("evil｡com", "link"),
        ("邮件。com", "link"),
    ],
)
def test_names_that_are_not_plain_words_are_refused(text, why):
    assert refused(validate_name, text) == why


def test_what_to_bring_may_have_lines_and_no_links():
    assert refused(validate_text, "Your list\r\nYour glasses") is None
    assert refused(validate_line, "Your list\r\nYour glasses") == "lines"
    assert refused(validate_text, "See b12.example/list") == "link"
    assert refused(validate_text, "See evil。com") == "link"
    assert refused(validate_text, "请带B12报告。谢谢。 Thank you") is None


@given(st.text())
def test_no_text_that_is_taken_has_markup_or_invisible_characters(text):
    if refused(validate_text, text) is None:
        assert "<" not in text
        assert "://" not in text
        assert all(letter.isprintable() or letter in "\r\n\u200c\u200d\u3000 " or letter.isspace()
                   for letter in text)  # fmt: skip
        assert not set(text) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e")


@pytest.mark.parametrize("phone", ["112", "+44 20 7946 0000", "(555) 010-0100", "030.123.4567"])
def test_phone_numbers_are_taken(phone):
    assert refused(validate_phone, phone) is None


@pytest.mark.parametrize(
    "phone",
    ["", "12", "+ ( )", "555-CALL", "5550100x2", "1" * 16, "٠١٢٣٤", "020\n7946", "112;112",
     "(+44) 20 7946 0000"],
)  # fmt: skip
def test_what_is_no_phone_number_is_refused(phone):
    assert refused(validate_phone, phone) == "phone"


@pytest.mark.parametrize("slug", ["harbor", "harbor-clinic", "a1b", "st-marys-2", "x" * 30])
def test_slugs_are_taken(slug):
    assert refused(validate_slug, slug) is None


@pytest.mark.parametrize(
    "slug",
    ["", "ab", "x" * 31, "Harbor", "härbor", "a_b_c", "-abc", "abc-", "a--b", "a b c", "abc\n"],
)
def test_slugs_of_another_shape_are_refused(slug):
    assert refused(validate_slug, slug) == "slug"


@pytest.mark.parametrize("slug", ["911", "999", "112", "000", "111", "9-1-1", "5550100"])
def test_slugs_that_could_be_dialed_are_refused(slug):
    assert refused(validate_slug, slug) == "digits"


@pytest.mark.parametrize(
    "slug",
    ["share", "admin", "owner", "new", "test", "clinic", "help", "api", "static", "appointment",
     "privacy", "search", "glossary", "get-help-now", "summary", "blank-form",
     "adm1n", "5hare", "c1inic", "he-lp", "0wner", "clinlc"],
)  # fmt: skip
def test_the_sites_own_words_are_refused_however_they_are_written(slug):
    assert refused(validate_slug, slug) == "reserved"


@pytest.mark.parametrize(
    ("one", "other"),
    [("harbor", "harb0r"), ("hillside", "hiiiside"), ("hillside", "h1llside"), ("corner", "comer"),
     ("westend", "vvestend"), ("sunny", "5unny"), ("harbor-clinic", "harborclinic")],
)  # fmt: skip
def test_slugs_that_look_alike_are_found(one, other):
    assert look_alike(one, ["another", other]) == other
    assert look_alike(other, [one]) == one


def test_slugs_that_differ_are_left_alone():
    assert look_alike("harbor", ["harbour", "arbor", "north"]) is None


@given(st.text(alphabet="abcilmnorsvw015-", max_size=12))
def test_what_is_left_of_a_slug_looks_like_itself(slug):
    assert skeleton(skeleton(slug)) == skeleton(slug)


@given(st.text(max_size=80))
def test_a_slug_made_of_a_name_has_the_right_shape(name):
    slug = slug_from(name)

    assert len(slug) <= LONGEST_SLUG
    assert len(slug) < SHORTEST_SLUG or refused(validate_slug, slug) in {None, "reserved", "digits"}


def test_a_slug_is_made_of_whole_words():
    assert slug_from("Praxis Dr. Müller") == "praxis-dr-muller"
    assert slug_from("The General Practice of Saint Mary") == "the-general-practice-of-saint"
    assert slug_from("北京协和医院") == ""
