"""Draws our own addresses as QR codes; nothing that anybody typed can get into one.

Measured with a picture as a phone's camera makes it (1080p, 65 degrees, a little blurred): a code
that is 13 cm wide is read from 2 m. Tests do it again (`test_qr_codes.py`).
"""

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from itertools import groupby
from math import ceil

import segno

from content.templatetags.site_address import full_address

WIDTH_MM = 130
"""How wide a code is printed, its white edge included, so that it can be read from 2 m."""

DISTANCE_M = 2

QUIET = 4
"""The white edge, in modules (ISO/IEC 18004)."""

DOTS_PER_INCH = 300


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """A code for an `<svg>`.

    Attributes:
        size: How many modules wide and high it is, its white edge included.
        path: The outline of what is black.
    """

    size: int
    path: str


def qr_drawing(path: str) -> Drawing:
    """Return the code of the page at a path of this site."""
    return _drawing(full_address(path))


def qr_svg(path: str) -> bytes:
    """Return the code as an SVG file that prints at `WIDTH_MM`."""
    code, file = _code(full_address(path)), BytesIO()
    scale = WIDTH_MM / _width(code)
    code.save(file, kind="svg", border=QUIET, scale=scale, unit="mm", light="#fff")
    return file.getvalue()


def qr_png(path: str) -> bytes:
    """Return the code as a PNG file that prints at `WIDTH_MM`, or a little wider."""
    code, file = _code(full_address(path)), BytesIO()
    dots = WIDTH_MM / 25.4 * DOTS_PER_INCH
    scale = ceil(dots / _width(code))
    code.save(file, kind="png", border=QUIET, scale=scale, dpi=DOTS_PER_INCH)
    return file.getvalue()


@lru_cache(maxsize=128)
def _code(address: str) -> segno.QRCode:
    # Level M, or more where it costs no module: larger modules carry further than corrections do.
    return segno.make_qr(address, error="m", boost_error=True)


@lru_cache(maxsize=128)
def _drawing(address: str) -> Drawing:
    code = _code(address)
    runs = []
    for y, row in enumerate(code.matrix_iter(border=QUIET)):
        x = 0
        for black, run in groupby(row):
            length = sum(1 for _ in run)
            if black:
                runs.append(f"M{x} {y}h{length}v1h-{length}z")
            x += length
    return Drawing(size=_width(code), path="".join(runs))


def _width(code: segno.QRCode) -> int:
    """Return how many modules wide the code is, its white edge included."""
    return int(code.symbol_size(border=QUIET)[0])
