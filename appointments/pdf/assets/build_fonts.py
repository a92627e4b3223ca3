"""How the two bundled faces were made, so that they can be made again: see README.md here.

python -m appointments.pdf.assets.build_fonts ATKINSON_PACKAGE OPEN_SANS_PACKAGE
"""

import sys
import tempfile
from pathlib import Path

from fontTools.merge import Merger  # type: ignore[import-untyped]
from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

HERE = Path(__file__).parent
WEIGHTS = {400: "regular", 700: "bold"}
TEXT_SUBSETS = ("latin", "latin-ext")
FALLBACK_SUBSETS = ("latin", "latin-ext", "vietnamese", "greek", "cyrillic", "hebrew", "math")


def merge(package: Path, family: str, subsets: tuple[str, ...], weight: int) -> TTFont:
    """Return one font from the subset files of a Fontsource package."""
    with tempfile.TemporaryDirectory() as folder:
        parts = []
        for subset in subsets:
            font = TTFont(package / "files" / f"{family}-{subset}-{weight}-normal.woff2")
            font.flavor = None
            part = Path(folder) / f"{subset}.ttf"
            font.save(part)
            parts.append(str(part))
        return Merger().merge(parts)


def keep_only(font: TTFont, code_points: set[int]) -> None:
    """Drop every other character, and the hinting, which print does not use."""
    options = Options(hinting=False, layout_features=["*"], name_IDs=["*"], notdef_outline=True)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=code_points)
    subsetter.subset(font)


def main(atkinson: Path, open_sans: Path) -> None:
    """Write the four font files beside this one."""
    for weight, name in WEIGHTS.items():
        text = merge(atkinson, "atkinson-hyperlegible-next", TEXT_SUBSETS, weight)
        covered = set(text.getBestCmap())
        keep_only(text, covered)
        text.save(HERE / f"text-{name}.ttf")
        fallback = merge(open_sans, "open-sans", FALLBACK_SUBSETS, weight)
        # A letter and the accents on it must come from one font, so accents are in both.
        accents = set(range(0x0300, 0x0370)) | {0x20}
        keep_only(fallback, (set(fallback.getBestCmap()) - covered) | accents)
        fallback.save(HERE / f"fallback-{name}.ttf")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
