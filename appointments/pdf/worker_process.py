"""A PDF worker as the pool sees it: a process that is started, asked, and killed when late."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import Pipe
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Timer

START_SECONDS = 60.0

ROOT = Path(__file__).parents[2]
PROGRAM = """\
import sys
sys.path.insert(0, {root!r})
from appointments.pdf.worker import main
main({channel}, {folder!r})
"""

# fontTools dates the fonts that it unpacks; the same sheet is to give the same bytes.
ENVIRONMENT = {"SOURCE_DATE_EPOCH": "0"}


class WorkerGoneError(Exception):
    """The worker ended before it answered."""


class Worker:
    """A process that draws one sheet at a time."""

    def __init__(self) -> None:
        self.channel, theirs = Pipe()
        self.folder = TemporaryDirectory(prefix="b12-fonts-", ignore_cleanup_errors=True)
        program = PROGRAM.format(root=str(ROOT), channel=theirs.fileno(), folder=self.folder.name)
        # Without our environment, which holds the keys; what it would print may quote an answer.
        self.process = subprocess.Popen(  # noqa: S603 (nothing that was sent is in the command)
            [sys.executable, "-I", "-c", program],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            pass_fds=[theirs.fileno()],
            cwd="/",
            env=ENVIRONMENT,
        )
        theirs.close()
        self.drawn = 0
        self.retired = False

    def greeting(self) -> bytes:
        """Wait until it has drawn its first sheets, and return what it says then."""
        with self._killed_after(START_SECONDS):
            return self.channel.recv_bytes()

    def ask(self, request: bytes, seconds: float) -> tuple[bytes, bytes]:
        """Return whether the sheet was drawn, and the PDF, or else the place where it failed.

        Raises:
            WorkerGoneError: It was killed, by us after so many seconds or by somebody else.
        """
        with self._killed_after(seconds):
            self.channel.send_bytes(request)
            answer = self.channel.recv_bytes(), self.channel.recv_bytes()
        self.drawn += 1
        return answer

    def stop(self) -> None:
        """End it, whatever it is doing."""
        self.process.kill()
        self.process.wait()
        self.channel.close()
        self.folder.cleanup()

    @contextmanager
    def _killed_after(self, seconds: float) -> Iterator[None]:
        killer = Timer(seconds, self.process.kill)
        killer.daemon = True
        killer.start()
        try:
            yield
        except (EOFError, OSError) as error:
            raise WorkerGoneError from error
        finally:
            killer.cancel()
