"""The heading of a part of a report that tells what the samples below it are of."""

from __future__ import annotations

import re

_NOT_BLOOD = re.compile(
    r"\b(?:urine|urinalysis|dipstick|urin|urinstatus|stool|f(?:a)?eces|faeces|stuhl|csf|liquor"
    r"|saliva|semen)\b",
    re.IGNORECASE,
)
_BLOOD = re.compile(
    r"\b(?:blood|serum|plasma|ha?ematology|(?:bio)?chemistry|cbc|fbc|fbe|vitamins?|blut(?:bild)?"
    r"|h(?:ä|a)matologie|klinische chemie|blod|iron|thyroid|renal|kidney|liver|immunology"
    r"|endocrinology|electrolytes|eisen|niere|schilddrüse)\b",
    re.IGNORECASE,
)
_MOST_SECTION_WORDS = 6
_FIGURES = re.compile(r"(?!24)[0-9]{2}|(?<![0-9])[0-9](?![0-9])")


def specimen_is_blood(text: str) -> bool | None:
    """Return whether results of blood follow, or of something else; None if the line says neither.

    Creatinine and red cells are counted in urine too, and their names are the same.
    """
    if len(text.split()) > _MOST_SECTION_WORDS or _FIGURES.search(text):
        return None
    if _NOT_BLOOD.search(text):
        return False
    return True if _BLOOD.search(text) else None
