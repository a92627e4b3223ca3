"""Knows the bundled faces: which signs they can draw, and which of them a text needs.

Two families draw nearly every sheet. The rest weigh megabytes, so that they are opened, and handed
to WeasyPrint, only for the sheets that need them.
"""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # it has no types

ASSETS = Path(__file__).parent / "assets"
FONT_SCHEME = "bundled-font:"
FONT_FILES = frozenset(path.name for path in ASSETS.iterdir() if path.suffix in (".ttf", ".woff"))

# The families of every sheet: one for text, one for what it lacks.
EVERYDAY = '"Sheet Text", "Sheet Fallback"'


@dataclass(frozen=True, kw_only=True)
class Face:
    """A family for the sheets that need it.

    Attributes:
        family: What CSS calls it.
        files: Its files by weight. A face of thousands of signs has one weight only.
    """

    family: str
    files: tuple[tuple[int, str], ...]

    @property
    def rules(self) -> str:
        """The CSS that makes it known."""
        return "\n".join(
            f'@font-face {{ font-family: "{self.family}"; font-weight: {weight};'
            f' src: url("{FONT_SCHEME}{file}") }}'
            for weight, file in self.files
        )


def _face(family: str, *, weights: tuple[int, ...]) -> Face:
    name = family.lower().replace(" ", "-")
    words = {400: "regular", 700: "bold"}
    files = tuple((weight, f"{name}-{words[weight]}.woff") for weight in weights)
    return Face(family=f"Sheet {family}", files=files)


ARABIC = _face("Arabic", weights=(400, 700))
DEVANAGARI = _face("Devanagari", weights=(400, 700))
THAI = _face("Thai", weights=(400, 700))
KOREAN = _face("Korean", weights=(400,))
CHINESE = _face("Chinese", weights=(400,))
JAPANESE = _face("Japanese", weights=(400,))
RARE_CHINESE = _face("Rare Chinese", weights=(400,))

# Their letters change shape, or carry marks above and below.
SHAPED = (ARABIC, DEVANAGARI, THAI)

# The light ones first. Of two that have a sign the first draws it.
FACES = (ARABIC, DEVANAGARI, THAI, KOREAN, CHINESE, JAPANESE, RARE_CHINESE)
# Chinese and Japanese share signs, yet write some of them differently.
FACES_WITH_KANA = (ARABIC, DEVANAGARI, THAI, KOREAN, JAPANESE, CHINESE, RARE_CHINESE)

# Between two letters these change how they are joined. Anywhere else they do nothing.
JOINERS = frozenset("\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}")


@lru_cache(maxsize=1)
def everyday() -> frozenset[str]:
    """Return the signs that the families of every sheet draw, and the line break."""
    text, text_bold, fallback, fallback_bold = (
        _visible_in(f"{name}.ttf")
        for name in ("text-regular", "text-bold", "fallback-regular", "fallback-bold")
    )
    return frozenset((text & text_bold) | (fallback & fallback_bold) | {"\n"})


@lru_cache(maxsize=len(FACES))
def signs_of(face: Face) -> frozenset[str]:
    """Return the signs that a face has in all its weights, and does not leave to the everyday."""
    shared = frozenset.intersection(*(_visible_in(file) for _weight, file in face.files))
    return shared - everyday()


def file_of(font_name: str) -> str | None:
    """Return the file of a font of ours by its name in a PDF, such as "Sheet-Arabic-Bold"."""
    family, bold, _rest = font_name.lower().removeprefix("sheet-").partition("-bold")
    weights = ("bold", "regular") if bold else ("regular",)
    files = (f"{family}-{weight}.{kind}" for weight in weights for kind in ("ttf", "woff"))
    return next((file for file in files if file in FONT_FILES), None)


def is_joined(letter: str) -> bool:
    """Tell whether a letter is of a script in which a joiner after it can be seen."""
    return any(letter in signs_of(face) for face in (ARABIC, DEVANAGARI))


def faces_for(text: str) -> tuple[Face, ...]:
    """Return the faces that the text needs beside the everyday ones, in the order to try them."""
    left = set(text) - everyday() - JOINERS
    has_kana = any(unicodedata.name(sign, "").startswith(("HIRAGANA", "KATAKANA")) for sign in left)
    needed = []
    for face in FACES_WITH_KANA if has_kana else FACES:
        if not left:
            break
        if not left.isdisjoint(signs_of(face)):
            needed.append(face)
            left -= signs_of(face)
    return tuple(needed)


def _visible_in(file: str) -> frozenset[str]:
    signs = {chr(code) for code in TTFont(ASSETS / file).getBestCmap()}
    return frozenset(sign for sign in signs if unicodedata.category(sign) not in ("Cc", "Cf"))
