"""Writes the texts that a clinic sends: for a text message, an e-mail, a letter and its website.

A clinic's own words stay what they are: plain text, in one place each.
"""

from __future__ import annotations

from urllib.parse import quote

from django.utils.html import format_html
from django.utils.translation import gettext as _

from appointments.sharing import text_messages
from appointments.sharing.kits import Kit

# How letters are read out on a telephone the world over (ICAO).
ALPHABET = {
    word[0].lower(): word
    for word in (
        *("Alfa", "Bravo", "Charlie", "Delta", "Echo", "Foxtrot", "Golf"),
        *("Hotel", "India", "Juliett", "Kilo", "Lima", "Mike", "November"),
        *("Oscar", "Papa", "Quebec", "Romeo", "Sierra", "Tango"),
        *("Uniform", "Victor", "Whiskey", "X-ray", "Yankee", "Zulu"),
    )
}


def read_aloud(kit: Kit) -> str:
    """Return the short address as it is said: every sign between the words has a name."""
    signs = {
        ".": _("dot"),
        "/": _("slash"),
        "-": _("hyphen"),
        "_": _("underscore"),
        ":": _("colon"),
    }
    said = "".join(f" {signs[sign]} " if sign in signs else sign for sign in kit.short_address)
    return " ".join(said.split())


def spelled(kit: Kit) -> list[tuple[str, str]]:
    """Return the letters of the last part of the short address, each with the word for it."""
    last = kit.short_address.rpartition("/")[2]
    return [
        (letter, ALPHABET.get(letter.casefold(), _("hyphen") if letter == "-" else letter))
        for letter in last
    ]


def sms(kit: Kit) -> str:
    """Return the longest of our texts that fits into one message with the address.

    The name is whole or left out. The texts name no illness: a message lights up on a table.
    """
    # Translators: in texts with %(address)s use the letters of GSM 03.38 only.
    long = _(
        "get ready for your visit: answer a few questions and bring one clear page. "
        "No account needed. %(address)s"
    )
    medium = _("get ready for your visit in 10 minutes, no account: %(address)s")
    short = _("get ready for your visit: %(address)s")
    name = text_messages.plain(kit.name)
    starts = [f"{name}: "] if name else []
    for start in [*starts, ""]:
        for text in (long, medium, short):
            said = text % {"address": kit.address}
            written = start + said if start else said[:1].upper() + said[1:]
            counted = text_messages.length(written)
            if counted is not None and counted <= text_messages.MOST:
                return written
    return kit.address


def subject() -> str:
    """Return the subject of the e-mail; it names no illness, for it shows in lists."""
    return _("Getting ready for your appointment")


def email(kit: Kit) -> str:
    """Return the text of the e-mail."""
    return _paragraphs(
        _("Hello,"),
        _(
            "You have an appointment with us. B12 Guide helps you get ready for it. It asks about "
            "your symptoms, tests and treatment, and makes one clear page for you to bring, with "
            "your questions on top:"
        ),
        kit.address,
        *_what_it_is(),
        *_around_the_visit(kit),
    )


def letter(kit: Kit) -> str:
    """Return the text of a letter."""
    return _paragraphs(
        _("Get ready for your appointment"),
        _(
            "You have an appointment with us. B12 Guide helps you get ready for it. It asks about "
            "your symptoms, tests and treatment, and makes one clear page for you to bring, with "
            "your questions on top."
        ),
        _("Type this address into the browser of your phone or computer:"),
        kit.short_address,
        *_what_it_is(),
        _("Would you rather write on paper? Ask us for the blank form."),
        *_around_the_visit(kit),
    )


def website(kit: Kit) -> str:
    """Return the text for a website, with the address in the open."""
    return _paragraphs(_website_words(), kit.address)


def website_html(kit: Kit) -> str:
    """Return the same for a website's editor: a paragraph and a link, and no script."""
    return format_html(
        '<p>{} <a href="{}">{}</a></p>', _website_words(), kit.address, kit.short_address
    )


def mail_link(kit: Kit) -> str:
    """Return the address that opens the e-mail in a mail program."""
    body = email(kit).replace("\n", "\r\n")  # RFC 6068, 5
    return f"mailto:?subject={quote(subject())}&body={quote(body)}"


def _website_words() -> str:
    return _(
        "Do you have an appointment about vitamin B12? Get ready for it: answer a few questions, "
        "and bring one clear page. It takes about 10 minutes, and you need no account."
    )


def _what_it_is() -> tuple[str, ...]:
    return (
        _(
            "It takes about 10 minutes. You need no account. Your answers are not kept, and they "
            "are not sent to us: you bring the page yourself."
        ),
        _(
            "It does not diagnose, and it does not replace your visit. It is for people of 16 and "
            "over, and those who care for them."
        ),
    )


def _around_the_visit(kit: Kit) -> tuple[str, ...]:
    bring = _("Please bring:\n%(things)s") % {"things": kit.please_bring}
    wait = _("Some signs cannot wait for a visit. When to get help now: %(address)s")
    call = _("Questions about your visit? Call %(phone)s.") % {"phone": kit.phone}
    return (
        bring if kit.please_bring else "",
        wait % {"address": kit.help_address},
        " ".join(filter(None, (call, kit.hours))) if kit.phone else "",
        kit.name,
    )


def _paragraphs(*paragraphs: str) -> str:
    """Return the paragraphs that say something, with an empty line between them."""
    return "\n\n".join(filter(None, paragraphs))
