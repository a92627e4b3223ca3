"""What keeps people out: whatever axe finds, pages too wide for a screen, targets too small."""

import axe
from visitor import Visitor

SMALL_PHONE = {"width": 320, "height": 640}
# A window of 1280 x 800 at a zoom of 400 % (WCAG 1.4.10).
ZOOMED_DESKTOP = {"width": 320, "height": 200}

TARGETS = {
    # Links that stand alone (WCAG 2.5.8); axe looks at the others, and at the space between them.
    24: ".brand, .help, .back, nav a, .row a, .changes a, .contacts a, .sections a, "
    ".error-summary a, summary",
    # What the form is made of: our own, larger measure.
    44: "button, .button, .choice, .text, .select, textarea",
}

TOO_SMALL = """([selector, least]) => [...document.querySelectorAll(selector)]
    .filter(target => target.checkVisibility() && !target.matches('.visually-hidden'))
    .map(target => [target.outerHTML.slice(0, 100), target.getBoundingClientRect()])
    .filter(([, box]) => box.width < 24 || box.height < least)
    .map(([html, box]) => `${Math.round(box.width)} x ${Math.round(box.height)}: ${html}`)"""

TOO_WIDE = """() => document.documentElement.scrollWidth <= innerWidth ? [] :
    [...document.querySelectorAll('body *')]
        .filter(part => part.getBoundingClientRect().right > innerWidth)
        .map(part => part.outerHTML.slice(0, 100))"""


def barriers(visitor: Visitor) -> list[str]:
    """Return what is wrong with the page, in the visitor's window and in narrow ones."""
    found = axe.violations(visitor, *axe.BEYOND_AA)
    visitor.page.set_viewport_size(SMALL_PHONE)
    found += too_wide(visitor) + too_small(visitor)
    visitor.page.set_viewport_size(ZOOMED_DESKTOP)
    return found + too_wide(visitor)


def too_wide(visitor: Visitor) -> list[str]:
    """Return what makes the page scroll sideways."""
    return [f"too wide: {part}" for part in visitor.page.evaluate(TOO_WIDE)]


def too_small(visitor: Visitor) -> list[str]:
    """Return the targets that are too small."""
    return [
        f"below {least} pixels: {target}"
        for least, selector in TARGETS.items()
        for target in visitor.page.evaluate(TOO_SMALL, [selector, least])
    ]
