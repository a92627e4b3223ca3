"""Draws sheets in a process of its own, which has no secret and knows no Django.

`pool.py` starts it, sends it one sheet at a time, and kills it when it takes too long.
"""

import atexit
import json
import os
import resource
import shutil
import signal
import tempfile
import traceback
from collections.abc import Callable, Mapping
from multiprocessing.connection import Connection
from typing import Any, Unpack

from appointments.pdf.render import Design, Options, Paper, Size, render_pdf

MEMORY = 768 * 2**20
"""Bytes of addresses: twice the 375 MB measured with every script's font on one sheet."""

LARGEST_FILE = 32 * 2**20
"""WeasyPrint hands fonts to fontconfig as files, in the folder that `main` removes."""

NICENESS = 10
"""Drawing yields to serving pages, which takes a hundredth of the time."""

READY = b"ready"
DRAWN = b"drawn"
FAILED = b"failed"

READ: Mapping[str, Callable[[str], Any]] = {
    "paper": Paper,
    "size": Size,
    "design": Design,
    "answers": str.encode,
}
"""What makes an argument of `render_pdf` of the text that it was sent as."""

# All that every sheet has: both weights, both families, a table, a list, small print, a picture.
WARM_UP = """\
<!doctype html><html lang="en"><head><title>Warm-up</title></head><body><h1>One</h1>
<section><h2>Two</h2><p>Three <b>four</b> <small>ﬁve ☐ ≥ µ</small></p>
<ul><li>Six</li></ul><ol><li>Seven</li></ol>
<table><thead><tr><th scope="col">Eight</th><th scope="col">Nine</th></tr></thead>
<tbody><tr><th scope="row">Ten</th><td>Eleven</td></tr></tbody></table>
<svg role="img" viewBox="0 0 20 10" width="20" height="10"><title>Twelve</title>
<path d="M0 0 L20 10" stroke="black"/><text x="1" y="8" font-size="4">13</text></svg>
</section></body></html>
"""


def main(channel_number: int, folder: str) -> None:
    """Draw what comes through the channel until its other end is closed.

    Args:
        channel_number: The file descriptor of our end of a socket pair.
        folder: Where fonts may lie meanwhile; removed in the end.
    """
    tempfile.tempdir = folder
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    _give_up_what_is_not_needed()
    channel = Connection(channel_number)
    try:
        warm_up()
    except Exception:  # noqa: BLE001 (whatever it is, the pool logs it; nobody's answers are here yet)
        channel.send_bytes(traceback.format_exc().encode())
        return
    channel.send_bytes(READY)
    while True:
        try:
            request = channel.recv_bytes()
        except EOFError:
            return
        try:
            kind, result = DRAWN, draw(request)
        except MemoryError:
            return  # there may not even be enough to say so
        except Exception as error:  # noqa: BLE001 (whatever it is, the next sheet can be drawn)
            kind, result = FAILED, _place(error)
        try:
            channel.send_bytes(kind)
            channel.send_bytes(result)
        except BrokenPipeError:  # nobody waits for it any more
            return


def packed(html: str, **options: Unpack[Options]) -> bytes:
    """Return a request that `draw` takes; the arguments are those of `render_pdf`."""
    return json.dumps([html, options], default=bytes.decode).encode()


def draw(request: bytes) -> bytes:
    """Return the PDF that was asked for."""
    html, options = json.loads(request)
    wanted = {name: READ[name](text) for name, text in options.items() if text is not None}
    return render_pdf(html, **wanted)


def warm_up() -> None:
    """Draw a small sheet of every kind, so that the first real one takes no longer than others."""
    for paper in Paper:
        for design in Design:
            for size in Size:
                render_pdf(WARM_UP, paper=paper, size=size, design=design, answers=b"{}")


def _give_up_what_is_not_needed() -> None:
    # The signals that stop a server reach all of its processes; what is being drawn is finished.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    os.nice(NICENESS)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_FILE, LARGEST_FILE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a core dump would hold somebody's answers


def _place(error: Exception) -> bytes:
    """Return where it failed and how that is called; the message may quote what was typed."""
    stack = "".join(traceback.format_list(traceback.extract_tb(error.__traceback__)))
    return f"{stack}{type(error).__name__}".encode()
