"""What a clinic may call itself and say: plain words that pose as nobody else and lead nowhere.

The texts stand on paper, in messages and on patients' pages, beside the emergency number.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from django.core.exceptions import ValidationError
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils.text import slugify
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from appointments.pdf.glyphs import not_printed

SHORTEST_SLUG = 3
LONGEST_SLUG = 30

RESERVED = frozenset(
    {
        *("admin", "administrator", "api", "assets", "b12", "b12-guide", "clinic", "clinics"),
        *("contact", "demo", "doctor", "emergency", "example", "help", "hospital", "login"),
        *("logout", "mail", "media", "new", "nhs", "null", "official", "owner", "patient"),
        *("security", "share", "static", "support", "test", "undefined", "www"),
    }
)

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_PHONE = re.compile(r"\+?[0-9 ().-]+")  # a plus further on would be lost in dialing
_FEWEST_DIGITS, _MOST_DIGITS = 3, 15  # 112; and the longest number there is (ITU-T E.164)

# Browsers take the full stop of Chinese and Japanese for a dot, but no space follows it there: what
# it ends may go on in that writing.
_LINK = re.compile(r"https?|www[.。]|://|@|[^\W_]\.[^\W\d_]{2,}|[^\W_]。[a-z]{2,}", re.IGNORECASE)
_CONTROL = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_JOINERS = "\u200c\u200d"  # Persian and Hindi are not spelled right without them
_BLANKS = "\u115f\u1160\u3164\uffa0\u2800\u034f\u17b4\u17b5"  # letters and signs without any ink
_LIKE_LATIN = frozenset(  # Cyrillic, then Greek; picked by eye
    "АВЕЅІЈКМНОРСТУХҮѴԌԚԜӀаеѕіјорсухүһѵԁԛԝӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧαινορυκ"
)
_ALIKE = {"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC"}

_THE_SITE = "b12guide"
_LIKE_ASCII = str.maketrans("ıɩɡ|", "iigl")  # Latin letters and a sign that `slugify` leaves out

# Pairs first: what they become is looked at again.
_LOOKS_LIKE = (("rn", "m"), ("vv", "w"), ("0", "o"), ("1", "l"), ("i", "l"), ("5", "s"))


def slug_from(name: str) -> str:
    """Return a name for the address, made of a clinic's name; "" if no Latin letter is in it."""
    slug = slugify(name.replace("_", " "))
    if len(slug) > LONGEST_SLUG:
        slug = slug[: LONGEST_SLUG + 1].rpartition("-")[0] or slug[:LONGEST_SLUG]
    return slug


def validate_slug(slug: str) -> None:
    """Refuse a name for the address that is not plain, or that is the site's own.

    Raises:
        ValidationError: Says what to do instead.
    """
    if not _SLUG.fullmatch(slug) or not SHORTEST_SLUG <= len(slug) <= LONGEST_SLUG:
        raise ValidationError(
            _("Use %(shortest)s to %(longest)s small letters a to z, digits and single dashes."),
            code="slug",
            params={"shortest": SHORTEST_SLUG, "longest": LONGEST_SLUG},
        )
    if not any(letter.isalpha() for letter in slug):
        raise ValidationError(
            _("Use a letter, too: digits alone look like a phone number."), code="digits"
        )
    if skeleton(slug) in {skeleton(word) for word in {*RESERVED, *_words_of_addresses()}}:
        raise ValidationError(
            _("This word is kept for the site itself. Add the town, for example."), code="reserved"
        )


def look_alike(slug: str, others: Iterable[str]) -> str | None:
    """Return another clinic's name for the address that people could take this one for."""
    return next((other for other in others if skeleton(other) == skeleton(slug)), None)


def say_look_alike(other: str) -> str:
    """Return what to do about a name for the address that looks like another one."""
    return gettext("This looks like “%(other)s”, which another clinic has. Add the town.") % {
        "other": other
    }


def skeleton(slug: str) -> str:
    """Return what is left of a slug for somebody who reads it from a poster in passing."""
    seen = slug.replace("-", "")
    for written, looks_like in _LOOKS_LIKE:
        seen = seen.replace(written, looks_like)
    return seen


def validate_phone(phone: str) -> None:
    """Refuse what is not a telephone number.

    Raises:
        ValidationError: Says what to type.
    """
    digits = sum(letter.isdigit() for letter in phone)
    if not _PHONE.fullmatch(phone) or not _FEWEST_DIGITS <= digits <= _MOST_DIGITS:
        raise ValidationError(
            _(
                "Type the number with digits, spaces and ( ) - . only, and + only as the first "
                "sign, such as +44 20 7946 0000."
            ),
            code="phone",
        )


def validate_name(name: str) -> None:
    """Refuse a clinic's name that is not one line of plain words.

    Raises:
        ValidationError: Says what to leave out.
    """
    validate_line(name)
    if not any(letter.isalpha() for letter in name):
        raise ValidationError(_("Type the name in letters."), code="letters")
    if missing := not_printed(name):
        raise ValidationError(
            _("Posters and sheets cannot print this: %(signs)s. Write it in other letters."),
            code="not_printed",
            params={"signs": " ".join(missing.values())},
        )
    if any(len(_scripts(word) & _ALIKE) > 1 for word in re.findall(r"\w+", name)):
        raise ValidationError(
            _("One word mixes letters of two alphabets that look alike. Type it anew."),
            code="mixed_scripts",
        )
    if _poses_as_latin(name):
        raise ValidationError(
            _("Some letters are of another alphabet and look like Latin ones. Type them anew."),
            code="like_latin",
        )
    if skeleton(_THE_SITE) in skeleton(slugify(name.translate(_LIKE_ASCII))):
        raise ValidationError(
            _("This is the name of the site itself. Type the clinic’s own."), code="reserved"
        )


def validate_line(text: str) -> None:
    """Refuse what is not plain text in one line.

    Raises:
        ValidationError: Says what to leave out.
    """
    if "\n" in text or "\r" in text:
        raise ValidationError(_("Write it in one line."), code="lines")
    validate_text(text)


def validate_text(text: str) -> None:
    """Refuse markup, links and invisible characters; line breaks are fine.

    Raises:
        ValidationError: Says what to leave out.
    """
    if any(_is_invisible(text, place) for place in range(len(text))):
        raise ValidationError(
            _("An invisible character is in this text. Type it anew instead of pasting it."),
            code="control",
        )
    plain = unicodedata.normalize("NFKC", text)
    if "<" in plain or ">" in plain:
        raise ValidationError(_("Leave out < and >."), code="markup")
    if _LINK.search(plain):
        raise ValidationError(
            _("Leave out web and e-mail addresses. After a full stop, put a space."), code="link"
        )


def _is_invisible(text: str, place: int) -> bool:
    letter = text[place]
    if letter in _JOINERS:
        return not place or bool(_scripts(text[place - 1]) & _ALIKE) or not _joins(text[place - 1])
    if letter in _BLANKS:
        return True
    return letter not in "\r\n" and unicodedata.category(letter) in _CONTROL


def _joins(letter: str) -> bool:
    return unicodedata.category(letter)[0] in "LM"


def _scripts(word: str) -> set[str]:
    """Return the alphabets of a word's letters, as the names of the letters begin."""
    letters = unicodedata.normalize("NFKC", word)
    return {unicodedata.name(letter, "?").split()[0] for letter in letters if letter.isalpha()}


def _poses_as_latin(name: str) -> bool:
    """Return whether all other letters that stand beside Latin ones could be taken for such."""
    letters = [letter for letter in unicodedata.normalize("NFD", name) if letter.isalpha()]
    others = {letter for letter in letters if _scripts(letter) & _ALIKE - {"LATIN"}}
    latin = any("LATIN" in _scripts(letter) for letter in letters)
    return latin and bool(others) and others <= _LIKE_LATIN


def _words_of_addresses() -> Iterator[str]:
    """Yield every fixed word in an address of the site, so that no clinic can pose as a page."""
    waiting: list[URLPattern | URLResolver] = [*get_resolver().url_patterns]
    while waiting:
        pattern = waiting.pop()
        yield from filter(_SLUG.fullmatch, re.split(r"[/.]", str(pattern.pattern)))
        if isinstance(pattern, URLResolver):
            waiting.extend(pattern.url_patterns)
