"""Runs as a program of its own: a PDF on standard input, its one named attachment on the output.

Reading a stranger's PDF is the only risky thing that the site does, so it is done in a process that
holds no secret, and that the system stops when it takes more than a sheet of ours could need. It
is started by its path, and imports nothing of ours.
"""

import os
import resource
import sys
from io import BytesIO

from pikepdf import Dictionary, NameTree, PasswordError, Pdf

MEMORY = 400 * 2**20
SECONDS = 4
"""Of processor time; a sheet takes a few hundredths of one."""

LOCKED, NO_ATTACHMENT, TOO_LARGE, AMBIGUOUS = 10, 11, 12, 13
"""The exit codes that say why there is no attachment; any other failure means a broken file."""


def limit_itself() -> None:
    """Give up what reading does not need: memory, time, and writing files."""
    for kind, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 8),  # opening an encrypted PDF needs random numbers
    ):
        resource.setrlimit(kind, (most, most))


def extract(pdf: bytes, name: str, longest: int) -> bytes | int:
    """Return the attachment of this name, or the exit code that says why there is none."""
    try:
        # A damaged file is not repaired: that is where most of the danger and the time would be.
        with Pdf.open(BytesIO(pdf), attempt_recovery=False) as document:
            # Counted first: looking for a file by its name takes another of that name out.
            if _file_names(document).count(name) > 1:
                return AMBIGUOUS
            file = document.attachments.get(name)
            found = file.get_file().read_bytes() if file else None
    except PasswordError:
        return LOCKED
    if found is None:
        return NO_ATTACHMENT
    return found if len(found) <= longest else TOO_LARGE


def _file_names(document: Pdf) -> list[str]:
    """Return the names of the files inside, also one that is there twice."""
    names = document.Root.get("/Names", Dictionary())
    files = NameTree(names.EmbeddedFiles) if "/EmbeddedFiles" in names else ()
    return [str(name) for name in files]


def main(name: str, longest: int) -> int:
    """Read, extract, write; return the exit code."""
    limit_itself()
    found = extract(sys.stdin.buffer.read(), name, longest)
    if isinstance(found, int):
        return found
    sys.stdout.buffer.write(found)
    sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    # At once: to take a hostile document apart could take long.
    os._exit(main(sys.argv[1], int(sys.argv[2])))
