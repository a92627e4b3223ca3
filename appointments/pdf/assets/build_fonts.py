"""How the bundled faces were made, so that they can be made again: see README.md here.

python -m appointments.pdf.assets.build_fonts FOLDER_OF_UNPACKED_PACKAGES
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from fontTools.merge import Merger  # type: ignore[import-untyped]
from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

HERE = Path(__file__).parent
WEIGHTS = {400: "regular", 700: "bold"}
TEXT_SUBSETS = ("latin", "latin-ext")
FALLBACK_SUBSETS = ("latin", "latin-ext", "vietnamese", "greek", "cyrillic", "hebrew", "math")

# Alphabets with faces of their own, small enough for two weights, and the packages. The Noto face
# for Arabic draws dots and letters apart, so that nobody could copy a word from the PDF.
ALPHABETS = {
    "arabic": "vazirmatn",
    "devanagari": "noto-sans-devanagari",
    "thai": "noto-sans-thai",
}
# Faces of thousands of signs, of which one weight has to do: the package, its subset, our name.
THOUSANDS = (
    ("sc", "chinese-simplified", "chinese"),
    ("jp", "japanese", "japanese"),
    ("kr", "korean", "korean"),
)
# What the four standards hold that every computer in these countries could write for decades: the
# encoding, its lead bytes (Big5: only the level of frequent signs), its trail bytes.
STANDARDS = (
    ("gb2312", range(0xB0, 0xF8), range(0xA1, 0xFF)),
    ("big5", range(0xA4, 0xC7), range(0x40, 0xFF)),
    ("euc_jp", range(0xB0, 0xF5), range(0xA1, 0xFF)),
    ("euc_kr", range(0xB0, 0xFE), range(0xA1, 0xFF)),
)
# Where the signs of the standards are looked for that the ready-made subsets leave out.
RARE_FROM = ("sc", "tc", "jp", "kr")


def main(packages: Path) -> None:
    """Write the font files beside this one."""
    _latin(packages / "atkinson-hyperlegible-next", packages / "open-sans")
    for alphabet, package in ALPHABETS.items():
        for weight, name in WEIGHTS.items():
            font = TTFont(packages / package / "files" / _file(package, alphabet, weight))
            _keep_only(font, set(font.getBestCmap()))
            _save_compressed(font, f"{alphabet}-{name}")
    have: set[int] = set()
    for short, subset, name in THOUSANDS:
        package = f"noto-sans-{short}"
        font = TTFont(packages / package / "files" / _file(package, subset, 400))
        signs = set(font.getBestCmap())
        _keep_only(font, signs, layout=False)
        _save_compressed(font, f"{name}-regular")
        have |= signs
    _save_compressed(_rare(packages, set(_standard_signs()) - have), "rare-chinese-regular")


def _latin(atkinson: Path, open_sans: Path) -> None:
    for weight, name in WEIGHTS.items():
        text = _merge(
            [
                TTFont(atkinson / "files" / _file(atkinson.name, subset, weight))
                for subset in TEXT_SUBSETS
            ]
        )
        covered = set(text.getBestCmap())
        _keep_only(text, covered)
        text.save(HERE / f"text-{name}.ttf")
        fallback = _merge(
            [
                TTFont(open_sans / "files" / _file(open_sans.name, subset, weight))
                for subset in FALLBACK_SUBSETS
            ]
        )
        # A letter and the accents on it must come from one font, so accents are in both.
        accents = set(range(0x0300, 0x0370)) | {0x20}
        _keep_only(fallback, (set(fallback.getBestCmap()) - covered) | accents)
        fallback.save(HERE / f"fallback-{name}.ttf")


def _file(package: str, subset: str, weight: int) -> str:
    return f"{package}-{subset}-{weight}-normal.woff2"


def _merge(fonts: list[TTFont]) -> TTFont:
    """Return one font made of several subsets of it."""
    with tempfile.TemporaryDirectory() as folder:
        parts = []
        for number, font in enumerate(fonts):
            font.flavor = None
            part = Path(folder) / f"{number}.ttf"
            font.save(part)
            parts.append(str(part))
        return Merger().merge(parts)


def _keep_only(font: TTFont, code_points: set[int], *, layout: bool = True) -> None:
    """Drop every other character, the hinting, which print does not use, and maybe the layout."""
    options = Options(
        hinting=False,
        layout_features=["*"] if layout else [],
        name_IDs=["*"],
        notdef_outline=True,
        glyph_names=False,
    )
    if not layout:  # signs that stand alone, each as wide as high
        options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "vhea", "vmtx", "STAT"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=code_points)
    subsetter.subset(font)


def _save_compressed(font: TTFont, name: str) -> None:
    """Write it as WOFF, which opens 40 times as fast as WOFF 2 and is half as large again."""
    font.flavor = "woff"
    font.save(HERE / f"{name}.woff")


def _standard_signs() -> Iterator[int]:
    """Yield the Chinese signs and the Korean syllables of the four standards."""
    for encoding, leads, trails in STANDARDS:
        for lead in leads:
            for trail in trails:
                sign = bytes((lead, trail)).decode(encoding, "ignore")
                if len(sign) == 1 and ord(sign) > 0x7F:  # noqa: PLR2004  # the end of ASCII
                    yield ord(sign)


def _rare(packages: Path, wanted: set[int]) -> TTFont:
    """Return one font with what is wanted, from the slices that the packages are cut into."""
    parts = []
    for short in RARE_FROM:
        package = f"noto-sans-{short}"
        for path in sorted(
            (packages / package / "files").glob(f"{package}-[0-9]*-400-normal.woff2")
        ):
            font = TTFont(path)
            here = wanted & set(font.getBestCmap())
            if here:
                _keep_only(font, here, layout=False)
                parts.append(font)
                wanted -= here
    return _merge(parts)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
