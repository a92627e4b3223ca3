"""Measures how long a sheet takes, warm, beside other ways to print it, and how large it is.

python -m benchmarks.pdf

It exits with an error when a ratio is more than a fifth worse than `targets.toml` says we reach.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

import django
from pikepdf import Pdf

from benchmarks.contenders import Printer, Sheet, contenders

TARGETS = Path(__file__).with_name("targets.toml")
ROUNDS = 15
FIRST_PDFS = 3
TOLERANCE = 1.2


@dataclass(frozen=True, kw_only=True)
class Times:
    """How long one PDF takes, in milliseconds.

    Attributes:
        clock: As somebody who waits would say.
        processor: Of this process, which says nothing about a browser.
    """

    clock: float
    processor: float


def main() -> int:
    """Measure, print, compare; return the exit code."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "b12guide.settings")
    django.setup()
    reference, fullest = Sheet("reference"), Sheet("fullest")
    with contenders(reference) as printers:
        pdfs = {name: printer() for name, printer in printers.items()}
        times = medians({**printers, "the fullest answers": fullest.ours})
    first = median(_first_pdf() for _ in range(FIRST_PDFS))
    ours = times["ours"]
    # Where both work in one process, its processor time is compared: other load changes it least.
    measured = {
        "to_stock": ours.processor / times["stock WeasyPrint"].processor,
        "to_chromium_fresh": ours.clock / times["Chromium, fresh context"].clock,
        "to_chromium_kept": ours.clock / times["Chromium, page kept open"].clock,
        "fullest_to_reference": times["the fullest answers"].processor / ours.processor,
        "first_to_warm": first / ours.processor,
        "kilobytes": len(pdfs["ours"]) / 1000,
    }
    _say(f"The reference case, medians of {ROUNDS} rounds, warm, taking turns:\n")
    for name, taken in times.items():
        size = _size(pdfs[name]) if name in pdfs else ""
        _say(f"  {name:26}{taken.clock:7.0f} ms  {size}")
    _say("")
    if len({_pages(pdf) for pdf in pdfs.values()}) > 1:
        _say("They differ in pages, so that their times cannot be compared.")
        return 1
    return _compare(measured)


def medians(printers: Mapping[str, Printer]) -> dict[str, Times]:
    """Return each printer's medians.

    They take turns, so that load hits all alike, each round in another order; and nobody has to
    clear away what another left in memory.
    """
    names = list(printers)
    taken: dict[str, list[Times]] = {name: [] for name in names}
    for number in range(ROUNDS + 1):
        turn = number % len(names)
        for name in names[turn:] + names[:turn]:
            gc.collect()
            clock, processor = perf_counter(), process_time()
            printers[name]()
            if number:  # the first round warms up
                taken[name].append(
                    Times(
                        clock=(perf_counter() - clock) * 1000,
                        processor=(process_time() - processor) * 1000,
                    )
                )
    return {
        name: Times(
            clock=median(times.clock for times in taken[name]),
            processor=median(times.processor for times in taken[name]),
        )
        for name in names
    }


def _first_pdf() -> float:
    """Return the processor time of the first PDF in a process of its own, in milliseconds."""
    command = [sys.executable, "-m", "benchmarks.first_pdf"]
    child = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 (ours)
    return float(child.stdout)


def _compare(measured: Mapping[str, float]) -> int:
    """Print what was measured beside the targets; return 1 if one of them is missed."""
    targets = tomllib.loads(TARGETS.read_text(encoding="utf-8"))
    missed = False
    _say(f"  {'':26}{'measured':>10}{'recorded':>10}{'aim':>8}")
    for name, value in measured.items():
        reached, aim = targets[name]["reached"], targets[name]["aim"]
        is_missed = value > reached * TOLERANCE
        missed = missed or is_missed
        mark = "  MISSED by more than a fifth" if is_missed else ""
        _say(f"  {name:26}{value:10.2f}{reached:10.2f}{aim:8.2f}{mark}")
    return int(missed)


def _pages(pdf: bytes) -> int:
    with Pdf.open(BytesIO(pdf)) as document:
        return len(document.pages)


def _size(pdf: bytes) -> str:
    return f"{len(pdf) / 1000:.0f} kB, pages: {_pages(pdf)}"


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main())
