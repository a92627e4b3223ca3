"""Reads the answers back out of a PDF that somebody sent, in a process that cannot do any harm."""

import subprocess
import sys
from enum import StrEnum
from pathlib import Path

from appointments.pdf import extraction
from appointments.pdf.attachments import NAME

PROGRAM = Path(extraction.__file__)
SECONDS = 15
"""Until it is killed. It stops by itself sooner; a busy machine is slow, not hostile."""

LONGEST_ATTACHMENT = 200_000
"""As long as the JSON of any answers that can be kept."""

MAGIC = b"%PDF-"
MAGIC_WITHIN = 1024


class PdfFault(StrEnum):
    """Why a file holds no answers that we can get."""

    NO_PDF = "no pdf"
    LOCKED = "locked"  # with a password
    NO_ATTACHMENT = "no attachment"
    BROKEN = "broken"  # or made to do harm


FAULTS = {
    extraction.LOCKED: PdfFault.LOCKED,
    extraction.NO_ATTACHMENT: PdfFault.NO_ATTACHMENT,
}


def read_attachment(pdf: bytes) -> bytes | PdfFault:
    """Return the answers' JSON as the PDF holds it, unchecked, or why it cannot be had."""
    if MAGIC not in pdf[:MAGIC_WITHIN]:
        return PdfFault.NO_PDF
    try:
        # Without our environment, which holds the keys, and without our folders on its path.
        child = subprocess.run(  # noqa: S603 (nothing of what was sent is in the command)
            [sys.executable, "-I", str(PROGRAM), NAME, str(LONGEST_ATTACHMENT)],
            input=pdf,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            cwd="/",
            env={},
            check=False,
        )
    except subprocess.TimeoutExpired:  # it has been killed by then
        return PdfFault.BROKEN
    if child.returncode:
        return FAULTS.get(child.returncode, PdfFault.BROKEN)
    return child.stdout
