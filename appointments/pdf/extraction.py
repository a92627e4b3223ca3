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
SECONDS = 1
"""Of processor time, however busy the machine is; a sheet of any length takes 0.06."""

LOCKED, NO_ATTACHMENT, TOO_LARGE, AMBIGUOUS, BRANCHED = 10, 11, 12, 13, 14
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
            files = document.Root.get("/Names", Dictionary()).get("/EmbeddedFiles")
            if files is None:
                return NO_ATTACHMENT
            # One file needs no branches, and branches that share their twigs have no end.
            if "/Kids" in files:
                return BRANCHED
            # Counted first: looking for a file by its name takes another of that name out.
            if [str(file) for file in NameTree(files)].count(name) > 1:
                return AMBIGUOUS
            file = document.attachments.get(name)
            found = file.get_file().read_bytes() if file else None
    except PasswordError:
        return LOCKED
    if found is None:
        return NO_ATTACHMENT
    return found if len(found) <= longest else TOO_LARGE


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
