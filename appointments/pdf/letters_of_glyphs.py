"""Says which letters each glyph stands for, so that a sheet in any script can be read and copied.

WeasyPrint 70 gives a glyph the letters of the first syllable it was drawn in, and the accents on
it none at all, which PDF/UA-1 does not allow (section 7.21.7). The faces themselves know better:
their tables say which letters become which glyph.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from pydyf import PDF  # type: ignore[import-untyped]

from appointments.pdf.artifacts import found
from appointments.pdf.faces import ASSETS, SHAPED, file_of

ENTRY = re.compile(rb"^<([0-9a-f]{4})> <([0-9a-f]*)>$", re.MULTILINE)
SHAPED_FILES = frozenset(file for face in SHAPED for _weight, file in face.files)
UNKNOWN = "\N{ZERO WIDTH SPACE}"  # for parts of a letter that has been said


def mend_letters(pdf: PDF) -> None:
    """Correct what the fonts of scripts with marks or joined letters say they mean."""
    fonts = [thing for thing in pdf.objects if isinstance(thing, dict) and "ToUnicode" in thing]
    for font in fonts:
        letters = found(pdf, font["ToUnicode"])
        says = b"\n".join(letters.stream)
        file = file_of(font["BaseFont"].decode().partition("+")[2])
        if file and (file in SHAPED_FILES or b" <>" in says):
            letters.stream = [_corrected(says, _letters(file))]


def _corrected(says: bytes, letters: dict[int, str]) -> bytes:
    """Return a ToUnicode map with the letters that each glyph stands for."""

    def line(entry: re.Match[bytes]) -> bytes:
        text = letters.get(int(entry[1], 16))
        if text is None and entry[2]:
            return entry[0]
        return b"<%b> <%b>" % (entry[1], (text or UNKNOWN).encode("utf-16-be").hex().encode())

    return ENTRY.sub(line, says)


@lru_cache(maxsize=16)
def _letters(file: str) -> dict[int, str]:
    """Return the letters of each glyph in a face, by the glyph's number."""
    font = TTFont(ASSETS / file)
    letters: dict[str, str] = {}
    for code, glyph in sorted(font.getBestCmap().items()):
        letters.setdefault(glyph, unicodedata.normalize("NFKC", chr(code)).strip() or chr(code))
    tables = [
        getattr(table, "ExtSubTable", table)
        for lookup in font["GSUB"].table.LookupList.Lookup
        for table in lookup.SubTable
    ]
    # Ligatures first: a mark may also be exchanged for one that joins it with the mark before.
    made = [*_ligatures(tables), *_forms(tables)]
    known = -1
    while known != len(letters):  # a glyph may be made of glyphs that are made of others
        known = len(letters)
        for glyph, parts in made:
            if all(part in letters for part in parts):
                letters.setdefault(glyph, "".join(letters[part] for part in parts))
    return {font.getGlyphID(glyph): text for glyph, text in letters.items()}


def _ligatures(tables: list[Any]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each glyph that is drawn for several, and those (OpenType GSUB, type 4)."""
    for table in tables:
        for first, ligatures in getattr(table, "ligatures", {}).items():
            yield from ((one.LigGlyph, (first, *one.Component)) for one in ligatures)


def _forms(tables: list[Any]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each glyph that is another form of one, and that one (OpenType GSUB, type 1)."""
    for table in tables:
        for plain, form in getattr(table, "mapping", {}).items():
            if isinstance(form, str):
                yield form, (plain,)
